"""Words that a parser takes for prepositions where they begin a clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

CLAUSES: Rows = [
    (
        "Ten people have died and forty have been injured after an earthquake of magnitude 6.4 struck the highlands.",
        "earthquake of magnitude 6.4 | strike | highlands",
        "never Ten people | strike | *",
    ),
    (
        "Three men were held after a lorry with forty people on board crashed into a bar.",
        "lorry | collidesWith | bar",
        "never Three men | collidesWith | *",
    ),
    (
        "The firm left the market after years of losses and closed its shops.",
        "firm | leaves | market",
        "firm | ends | firm’s shops",
    ),
]


@pytest.mark.parametrize("row", CLAUSES, ids=[row[0] for row in CLAUSES])
def test_conjunctions(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
