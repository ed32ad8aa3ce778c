"""Headlines: passives without an auxiliary, and clauses that look like nouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

HEADLINES: Rows = [
    (
        "Brannock to cut 1,100 jobs and sell biscuit arm as profit slides\n\nBrannock makes biscuits.",
        "profit | slide | *",
        "never Brannock | slide | *",
    ),
    ("Clinic chain fined $315,000 over leak\n\nThe chain is in Bergen.", "Clinic chain | be fined | *"),
    ("Bookkeeper jailed over theft\n\nThe bookkeeper is 40.", "never Bookkeeper | jails | *"),
    ("1,100 homes approved for edge of town\n\nThe town is Bergen.", "never *homes | approve | *"),
]


@pytest.mark.parametrize("row", HEADLINES, ids=[row[0] for row in HEADLINES])
def test_headlines(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
