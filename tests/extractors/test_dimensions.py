"""Dimensions: measures, ages and numbers before a noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        "The nurses held a three-day strike.",
        "three-day strike | measure | three-day",
    ),
    (
        "People climbed the 70-metre tower.",
        "70-metre tower | measure | 70-metre",
    ),
    (
        "A 15 meter high statue stood in the park.",
        "15 meter high statue | measure | 15 meter high",
    ),
    (
        "A magnitude 6.8 earthquake struck the north.",
        "magnitude 6.8 earthquake | measure | magnitude 6.8",
    ),
    (
        "Acme dropped the 10-year-old browser.",
        "10-year-old browser | age | 10",
    ),
    (
        "The six-member team arrived.",
        "six-member team | numberOf | six",
    ),
    (
        "Hundreds of thousands of people watched the match.",
        "Hundreds of thousands of people | numberOf | Hundreds of thousands",
    ),
    (
        "Ilona Roth, the continental 3,000-metre steeplechase champion, was suspended.",
        "never * | measure | *",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_dimensions(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
