"""Binding: whom a pronoun cannot mean, by the sentence alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

BARRED: Rows = [
    (
        "Anna Brandt met Jonas Weiss. She says Weiss represents the rich.",
        "Jonas Weiss | represents | rich | asserted | Anna Brandt",
    ),
    ("Jonas Weiss left. He said Weiss was ill.", "never Jonas Weiss | says | *"),
    ("Jonas Weiss left. He sold the firm and Weiss is rich.", "Jonas Weiss | sells | firm"),
    (
        "Anna Brandt met a photographer she had asked to leave.",
        "Anna Brandt | asks | photographer",
        "never photographer | asks | *",
    ),
    (
        "Clara Holm left. Manager Anna Brandt had told her that the queue was long, she said.",
        "Anna Brandt | says | the queue was long | asserted | Clara Holm",
        "never Anna Brandt | says | *Anna Brandt*",
    ),
    (
        "Clara Holm left. Her own mother had sued the mayor, she said.",
        "Clara Holm’s own mother | sues | mayor | asserted | Clara Holm",
    ),
]


@pytest.mark.parametrize("row", BARRED, ids=lambda row: row[0])
def test_binding(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
