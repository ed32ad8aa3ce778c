"""Epithets: new words for whom the text has just spoken of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

EPITHETS: Rows = [
    (
        "Jonas Weiss said he had done no wrong.\n\nThe four-time legislator had met Anna Brandt at her home.",
        "Jonas Weiss | meets | Anna Brandt",
    ),
    ("Jonas Weiss joined the club in May. The 23-year-old sued the mayor.", "Jonas Weiss | sues | mayor"),
    (
        "The club has sacked its captain, Jonas Weiss. The club said that the 27-year-old had sued the mayor.",
        "Jonas Weiss | sues | mayor | asserted | club",
    ),
    ("Clara Holm will fly to Lisbon today. The Norwegian striker sued the mayor.", "Clara Holm | sues | mayor"),
    ("Jonas Weiss joined the club in May. The 23-year-old woman sued the mayor.", "never Jonas Weiss | sues | mayor"),
    ("Jonas Weiss joined the club in May. The driver sued the mayor.", "never Jonas Weiss | sues | mayor"),
]


@pytest.mark.parametrize("row", EPITHETS, ids=[row[0] for row in EPITHETS])
def test_epithets(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
