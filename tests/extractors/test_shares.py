"""Shares: some of a group, and those whom a clause tells from others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        "Many of the residents left the town.",
        "Many of the residents | leaves | town",
    ),
    (
        "All of the teachers supported Anna Brandt.",
        "All of the teachers | supports | Anna Brandt",
    ),
    (
        "Two of the teachers supported Anna Brandt.",
        "Two of the teachers | supports | Anna Brandt",
    ),
    (
        "Both of these stations have no crowds.",
        "Both of these stations | have | crowds | denied",
    ),
    (
        "Those who were wounded criticised the police.",
        "Those who were wounded | criticises | police",
        "Those who were wounded | be wounded | *",
    ),
    (
        "Some of those who were wounded criticised the police.",
        "Some of those who were wounded | criticises | police",
    ),
    (
        "There were two teams competing in the final.",
        "two teams | compete in | final",
    ),
    (
        "There were 300 people injured in the accident.",
        "300 people | be injured in | accident",
    ),
    (
        "There was a storm that damaged the roof.",
        "storm | damages | roof",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_shares(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
