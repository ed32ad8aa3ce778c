"""Continued accounts: the past perfect goes on with what somebody has just been reported to say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

CONTINUED: Rows = [
    (
        "Anna Brandt said she was ill. She had sued the council.",
        "Anna Brandt | sues | council | asserted | Anna Brandt",
    ),
    (
        "Anna Brandt told the court that Jonas Weiss was late. He had met the mayor. He had bought a boat.",
        "Jonas Weiss | meets | mayor | asserted | Anna Brandt",
        "Jonas Weiss | buys | boat | asserted | Anna Brandt",
    ),
    (
        "She was ill, Anna Brandt said. She had sued the council.",
        "Anna Brandt | sues | council | asserted | Anna Brandt",
    ),
    ("Anna Brandt said she was ill. She sued the council.", "Anna Brandt | sues | council"),
    ("Anna Brandt said she was ill.\n\nJonas Weiss had sued the council.", "Jonas Weiss | sues | council"),
    ("Anna Brandt met the mayor. She had sued the council.", "Anna Brandt | sues | council"),
]


@pytest.mark.parametrize("row", CONTINUED, ids=[row[0] for row in CONTINUED])
def test_continued(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
