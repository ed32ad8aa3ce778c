"""Times: which verb or noun of a text each date belongs to. Read on Monday, 20 March 2023."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.coreference import Discourse

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

CLAIMS = [
    ("Anna Brandt met Jonas Weiss on Friday.", "Anna Brandt | meets | Jonas Weiss @ 2023-03-17"),
    ("Anna Brandt will meet Jonas Weiss on Friday.", "Anna Brandt | meets | Jonas Weiss | planned @ 2023-03-24"),
    ("Anna Brandt met Jonas Weiss in 2010.", "Anna Brandt | meets | Jonas Weiss @ 2010"),
    ("In 2010 Anna Brandt met Jonas Weiss.", "Anna Brandt | meets | Jonas Weiss @ 2010"),
    ("Anna Brandt met Jonas Weiss on 6 March.", "Anna Brandt | meets | Jonas Weiss @ 2023-03-06"),
    ("Anna Brandt met Jonas Weiss last week.", "Anna Brandt | meets | Jonas Weiss @ 2023-03-13/2023-03-19"),
    ("Anna Brandt met Jonas Weiss three days ago.", "Anna Brandt | meets | Jonas Weiss @ 2023-03-17"),
    ("Anna Brandt has led the council since 2010.", "Anna Brandt | leads | council @ 2010/.."),
    ("The council must pay the workers by Friday.", "council | pays | workers | requested @ ../2023-03-24"),
    ("Anna Brandt led the council between 2010 and 2015.", "Anna Brandt | leads | council @ 2010/2015"),
    ("Anna Brandt was head of the school from 2010 to 2015.", "Anna Brandt | leads | school @ 2010/2015"),
    ("The march is planned for Friday.", "march | be planned | is planned @ 2023-03-24"),
    ("The trial starts on Friday.", "trial | startDate | 2023-03-24 | planned"),
    ("Anna Brandt sued the mayor at 8pm on Friday.", "Anna Brandt | sues | mayor @ 2023-03-17"),
    ("Anna Brandt sued the mayor late on Friday evening.", "Anna Brandt | sues | mayor @ 2023-03-17"),
    ("Anna Brandt sued the mayor earlier this month.", "Anna Brandt | sues | mayor @ 2023-03"),
    ("Anna Brandt will sue the mayor later this year.", "Anna Brandt | sues | mayor | planned @ 2023"),
    ("Anna Brandt sued the mayor between Monday and Wednesday.", "Anna Brandt | sues | mayor @ 2023-03-13/2023-03-15"),
    (
        "On Friday Anna Brandt met Jonas Weiss and sued the mayor.",
        "Anna Brandt | meets | Jonas Weiss @ 2023-03-17",
        "Anna Brandt | sues | mayor @ 2023-03-17",
    ),
    (
        "Anna Brandt sued the mayor when Jonas Weiss left Oslo on Friday.",
        "Jonas Weiss | leaves | Oslo @ 2023-03-17",
        "never Anna Brandt | sues | mayor @ *",
    ),
    ("Anna Brandt was born on 5 May 1970.", "Anna Brandt | birthDate | 1970-05-05 @ 1970-05-05"),
    ("The council was founded in 1990.", "council | foundingDate | 1990 @ 1990"),
    (
        "Anna Brandt joined the council in 2010 and left it in 2015.",
        "Anna Brandt | joins | council @ 2010",
        "Anna Brandt | leaves | council @ 2015",
    ),
    (
        "Anna Brandt, who joined the council in 2010, met Jonas Weiss on Friday.",
        "Anna Brandt | joins | council @ 2010",
        "Anna Brandt | meets | Jonas Weiss @ 2023-03-17",
    ),
    (
        "Anna Brandt said on Friday that the council had bought the school in May.",
        "council | buys | school | asserted | Anna Brandt @ 2022-05",
    ),
    (
        "Anna Brandt announced on Friday that she would meet Jonas Weiss on Sunday.",
        "Anna Brandt | meets | Jonas Weiss | planned | Anna Brandt @ 2023-03-26",
    ),
    (
        "“I have refused the award,” Anna Brandt tweeted on Saturday.",
        "Anna Brandt | refuses | award | asserted | Anna Brandt @ 2023-03-18",
    ),
    ("Anna Brandt did not meet Jonas Weiss until Friday.", "Anna Brandt | meets | Jonas Weiss @ 2023-03-17"),
    ("The firm raised its forecast for the second time since July.", "never firm | raise | * @ 2022-07*"),
    ("The union led the strike until the summer of 2015.", "union | leads | strike @ ../2015"),
    ("The contract expires next year.", "contract | expire | expires | planned @ 2024"),
]

# What is before or after a day, or has another day's name in it, has no time of its own.
NO_TIME = [
    "Anna Brandt met Jonas Weiss before Friday.",
    "Anna Brandt met Jonas Weiss after 2010.",
    "Anna Brandt met Jonas Weiss on Easter Monday.",
    "Anna Brandt met Jonas Weiss more than 20 years ago.",
    "April Hay met Jonas Weiss.",
    "Theresa May met Jonas Weiss.",
    "The Sunday Post met Jonas Weiss.",
    "Anna Brandt met 2010 pupils.",
    "Anna Brandt (1970-2020) met Jonas Weiss.",
    "Anna Brandt met Jonas Weiss two days later.",
    "Anna Brandt met Jonas Weiss the following Tuesday.",
    "Anna Brandt met Jonas Weiss over the last year.",
    "Anna Brandt met Jonas Weiss every Friday.",
    "Anna Brandt met Jonas Weiss for two years.",
]

EXPRESSIONS = [
    ("The school is open from Monday to Friday.", ["Monday … Friday"]),
    ("The school was closed between May and June 2020.", ["May … June 2020"]),
    ("The school was shut on Friday and Saturday.", ["Friday", "Saturday"]),
    ("It may march on in march.", []),
    ("The school has 2010 pupils.", []),
]


@pytest.mark.parametrize("row", CLAIMS, ids=lambda row: row[0])
def test_claims_have_the_time_of_their_clause(check: Check, row: tuple[str, ...]) -> None:
    check(*row)


@pytest.mark.parametrize("text", NO_TIME)
def test_no_time_is_better_than_a_wrong_one(reading: Callable[..., object], check: Check, text: str) -> None:
    check(text, "never * @ *")


@pytest.mark.parametrize(("text", "expected"), EXPRESSIONS, ids=[t for t, _ in EXPRESSIONS])
def test_expressions(discourse: Callable[[str], Discourse], text: str, expected: list[str]) -> None:
    assert [e.text for e in discourse(text).times] == expected


def test_without_a_published_date_a_weekday_is_no_date(check: Check) -> None:
    check("Anna Brandt met Jonas Weiss on Friday.", "Anna Brandt | meets | Jonas Weiss", published=None)
    check("Anna Brandt met Jonas Weiss on 6 March.", "Anna Brandt | meets | Jonas Weiss @ --03-06", published=None)
