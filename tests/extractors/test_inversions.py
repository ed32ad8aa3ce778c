"""Inversions: names behind their verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        "Also at the rally was Martin Holm, the MP for Elmford, who has written to Anna Brandt.",
        "Martin Holm | represents | Elmford",
        "Martin Holm | contacts | Anna Brandt",
        "never Elmford | contacts | *",
    ),
    (
        "Among those pulled alive from the rubble was Clara Holm.",
        "Clara Holm | be pulled | alive",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_inversions(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
