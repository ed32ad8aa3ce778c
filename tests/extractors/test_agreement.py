"""Agreement: what the number of a verb, and words that go in pairs, tell of the nouns around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

AGREEING: Rows = [
    (
        "Anna Brandt said fishermen first noticed the people and a warship was deployed to retrieve them.",
        "warship | be deployed | was deployed to retrieve them | asserted | Anna Brandt",
        "never people | be deployed | *",
        "never * | asserted | fishermen, Anna Brandt",
    ),
    (
        "Norland is poor and the Elm Bank rates the firm among the best.",
        "Elm Bank | rate | firm",
        "never Norland | describedAs | *rates",
    ),
    (
        "The president has drawn both praise for helping the girls enter Norway and criticism for his travel ban.",
        "president | draw | praise",
        "president | draw | criticism",
        "never girls | enter | criticism",
    ),
    (
        "The robots were required to recognise, pick up, carry, and deposit balls.",
        "robots | deposit | balls | requested",
        "never deposit balls | * | *",
    ),
    ("Both teams played in Bergen.", "Both teams | play in | Bergen"),
    (
        "Corvane, which buys chips for its tablets and competes with Northline in office software, was worried.",
        "Corvane | compete with | Northline*",
    ),
    ("Teams from Norway and Iran both had difficulties.", "Teams from Norway and Iran | have | difficulties"),
]


@pytest.mark.parametrize("row", AGREEING, ids=[row[0] for row in AGREEING])
def test_agreement(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
