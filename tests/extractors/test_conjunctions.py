"""Clauses behind words that a parser takes for prepositions, behind a text, and without "that"."""

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
    (
        "The bank said in a brief statement released on Friday that the 27-year-old had been dismissed for theft.",
        "bank | says | the 27-year-old had been dismissed for theft",
    ),
    (
        "Anna Brandt said turnout of 97 percent in parts of the town, which the union has called odd, reflected pride.",
        "turnout of * | reflect | pride | asserted | Anna Brandt",
        "never Anna Brandt | reflect | *",
    ),
]


@pytest.mark.parametrize("row", CLAUSES, ids=[row[0] for row in CLAUSES])
def test_conjunctions(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
