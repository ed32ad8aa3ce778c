"""Purposes: what something is for, and never that it came about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        "The campaign's goal is to reduce the number of users.",
        "campaign | purpose | reduce the number of users",
    ),
    (
        "The aim of the charity is to help refugees.",
        "charity | purpose | help refugees",
    ),
    (
        "The charity was founded by Anna Brandt to help refugees.",
        "charity | purpose | help refugees",
        "charity | founder | Anna Brandt",
    ),
    (
        "The bridge was built in order to ease traffic.",
        "bridge | purpose | ease traffic",
    ),
    (
        "Work on the bridge was halted to save money.",
        "never * | purpose | save money",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_purposes(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
