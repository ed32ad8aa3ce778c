"""Open relations: what no frame says keeps the name of its verb, and nobody is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

OPEN: Rows = [
    ("The council polished the statue.", "council | polish | statue"),
    ("Anna Brandt whistled.", "Anna Brandt | whistle | whistled"),
    ("The statue was polished.", "statue | be polished | was polished"),
]


@pytest.mark.parametrize("row", OPEN, ids=lambda row: row[0])
def test_open_relations(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
