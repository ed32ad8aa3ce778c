"""Measures: rates and distances are neither subjects nor objects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

MEASURED: Rows = [
    (
        "They want a system under which staff who fall behind a target of 148 cartons an hour can be sent without pay.",
        "staff | be sent without | pay | possible*",
        "never hour | * | *",
    ),
    (
        "Jonas Weiss, who lives two fields away, sued the mayor.",
        "Jonas Weiss | live | lives two fields away",
        "never Jonas Weiss | live | two fields",
    ),
    ("Malaria kills 600,000 people a year.", "Malaria | kills | 600,000 people a year"),
    ("The milk must be kept at 4 degrees Celsius.", "milk | be kept at | 4 degrees Celsius | requested"),
    ("Some 23 schools have shut, four of them on islands.", "never Some 23 schools | shut | four of them"),
    ("A magnitude 7.1 quake struck the province.", "never * | numberOf | 7.1"),
    ("The town of 1,900 sued the mayor.", "never * | numberOf | 1,900"),
    ("Operating profit fell 31% to €186m in the year.", "Operating profit | fall to | €186m"),
    ("Ten people died after a magnitude 6.8 earthquake struck the north.", "magnitude 6.8 earthquake | strike | north"),
]


@pytest.mark.parametrize("row", MEASURED, ids=[row[0] for row in MEASURED])
def test_measures(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
