"""Announced: days that a refusal takes from the plan it refuses. Read on Monday, 20 March 2023."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

REFUSED: Rows = [
    (
        "Though officials said they would visit on Friday, Anna Brandt said she will not allow the officials on site.",
        "Anna Brandt | allows | officials | not planned | Anna Brandt @ 2023-03-24",
    ),
    (
        "Although the marchers said they would gather on Saturday, the council will not let them into the square.",
        "council | allows | marchers | not planned @ 2023-03-25",
    ),
    (
        "Though officials visited the site on Friday, Anna Brandt will not allow them back.",
        "never Anna Brandt | * | officials | not planned @ *",
    ),
    (
        "Though officials told her they would visit on Friday, Anna Brandt will not sign the lease.",
        "never Anna Brandt | sign | lease | not planned @ *",
    ),
]


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row[0])
def test_announced(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
