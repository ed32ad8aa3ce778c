"""Causatives: who makes, lets or helps whom do what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        "A storm caused a crane to fall into the mosque.",
        "storm | cause to fall | crane",
        "crane | fall into | mosque",
    ),
    (
        "The deal helped the firm avoid a strike.",
        "deal | helps | firm",
        "firm | avoids | strike",
    ),
    (
        "Anna Brandt asked the council to help the girls enter the country.",
        "council | helps | girls | requested | Anna Brandt",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_causatives(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
