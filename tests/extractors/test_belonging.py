"""Belonging: bodies, places and owners beside a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        "Anna Brandt of the Green Party beat Jonas Weiss of the Labour Party.",
        "Anna Brandt | affiliation | Green Party",
        "Jonas Weiss | affiliation | Labour Party",
    ),
    (
        "Clara Holm of DRU was elected with 58,825 votes.",
        "Clara Holm | affiliation | DRU",
    ),
    (
        "Clara Holm from the Labour Party lost her seat.",
        "Clara Holm | affiliation | Labour Party",
    ),
    (
        "The Civic Party's Martin Holm was elected.",
        "Martin Holm | affiliation | Civic Party",
    ),
    (
        "Acme's Internet Navigator 6 is slow.",
        "never Internet Navigator* | affiliation | *",
    ),
    (
        "A crane fell into Hamburg's Grand Mosque.",
        "Grand Mosque | location | Hamburg",
    ),
    (
        "Clara Holm of Arizona left.",
        "Clara Holm | homeLocation | Arizona",
    ),
    (
        "Teams from Norway and Iran lost.",
        "never Teams* | homeLocation | *",
    ),
    (
        "At least 107 people died in the Hamburg crane collapse.",
        "Hamburg crane collapse | location | Hamburg",
    ),
    (
        "The Norway match was drawn.",
        "never * | location | Norway",
    ),
    (
        "The Elm Hotel near the Old Harbour collapsed.",
        "Elm Hotel | near | Old Harbour",
    ),
    (
        "The protest during the festival was peaceful.",
        "protest | during | festival",
    ),
    (
        "The Oslo-based firm Northline bought Grovefield Ltd in May.",
        "Northline | location | Oslo",
    ),
    (
        "Jonas Weiss, of the Norwegian institute Fjordlab, criticised the plan.",
        "Jonas Weiss | affiliation | Fjordlab",
    ),
    (
        "Anna Brandt teaches at Elm School, in Bergen.",
        "Elm School | location | Bergen",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_belonging(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
