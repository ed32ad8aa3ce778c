"""Years of articles without a published date: what their own words allow, and which dates take the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from ontology import Dating, Reading

Reader = Callable[..., Reading]
Check = Callable[..., None]

HEAD = "Anna Brandt has led Elm Grove School for 13 years.\n\nShe became headteacher in 2010.\n\n"
LATE = (
    "On Monday, March 20, Jonas Weiss met Mr Holm.\n\nAnna Brandt led Elm Grove School for 13 years. Ms Brandt died in "
    "January.\n\nMs Brandt had become head teacher in 2010."
)
TO_COME = "The council will meet the union on Tuesday, March 21.\n\n"
ONE_YEAR = [
    (HEAD + "On Monday, March 20, she met Jonas Weiss.", "2023 (in 2010, for 13 years; Monday, March 20)"),
    (
        "On Monday 20 March Jonas Weiss met the mayor.\n\nThe mayor has led the council since 2010, for 13 years.",
        "2023 (Monday 20 March; since 2010, for 13 years)",
    ),
    (
        LATE,
        "2023 (Monday, March 20; in 2010, for 13 years)",
    ),
    (
        "Jonas Weiss met the mayor on Tuesday, 3 January.\n\nHe opened the hall in 2016.\n\nIt will close in 2018.",
        "2017 (Tuesday, 3 January; in 2016; in 2018)",
    ),
    ("Jonas Weiss opened the hall in 2016. He will close the mill in 2016.", "2016 (in 2016; in 2016)"),
]

SEVERAL = [
    (
        "On Monday, March 20, Anna Brandt met Jonas Weiss.\n\nShe joined the council in 2010.",
        "undetermined: 2017, 2023 or 2028 (Monday, March 20; in 2010)",
    ),
    (HEAD, "undetermined: 2023 or 2024 (in 2010, for 13 years)"),
    # Who was deputy before was not yet head, and what is over may be long over.
    (
        "Anna Brandt has led Elm Grove School for 13 years. She became deputy head in 2006.",
        "undetermined: 2006 or later (in 2006)",
    ),
    (
        "Anna Brandt led Elm Grove School for 13 years. She became head teacher in 2010.",
        "undetermined: 2023 or later (in 2010, for 13 years)",
    ),
    (
        "Anna Brandt has led Elm Grove School for nearly 13 years. She became head teacher in 2010.",
        "undetermined: 2010 or later (in 2010)",
    ),
    (
        "Anna Brandt has led Elm Grove School for 13 years. Jonas Weiss became head teacher in 2010.",
        "undetermined: 2010 or later (in 2010)",
    ),
    # A day of the autumn may be told of in the next year.
    (
        "On Friday, 30 December, the mill burned down.\n\nJonas Weiss opened it in 2021.\n\nIt will open in 2023.",
        "undetermined: 2022 or 2023 (Friday, 30 December; in 2021; in 2023)",
    ),
    # A day that stands behind a year may be of that year.
    (
        "Anna Brandt won the vote in 1995. On Monday, March 20, she met Jonas Weiss.",
        "undetermined: 1995 or later (in 1995)",
    ),
    ("The mill will close in 2030.", "undetermined: 2030 or earlier (in 2030)"),
    ("The council promised to close the mill by 2030.", "undetermined: nothing in the text tells it"),
    ("“The mill will close in 2030,” Anna Brandt said.", "undetermined: nothing in the text tells it"),
    ("Anna Brandt met Jonas Weiss on Monday.", "undetermined: nothing in the text tells it"),
    ("On Monday, February 30, Anna Brandt met Jonas Weiss.", "undetermined: nothing in the text tells it"),
    (
        "Jonas Weiss opened the hall in 2020.\n\nThe mill will close in 2010.",
        "undetermined: no year has all of it (in 2020; in 2010)",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*ONE_YEAR, *SEVERAL])
def test_the_years_that_the_words_allow(reading: Reader, text: str, expected: str) -> None:
    dating = reading(text, None).dating
    assert str(dating) == expected
    assert dating is not None
    assert all(text[q.start : q.end] == q.quote for constraint in dating.constraints for q in constraint.evidence)


@pytest.mark.parametrize("text", [text for text, _ in ONE_YEAR])
def test_one_year_is_the_year(reading: Reader, text: str) -> None:
    dating = reading(text, None).dating
    assert dating is not None
    assert dating.year == dating.years[0]


@pytest.mark.parametrize("text", [text for text, _ in SEVERAL])
def test_several_years_are_none(reading: Reader, text: str) -> None:
    dating = reading(text, None).dating
    assert dating is not None
    assert dating.year is None


def test_a_published_date_needs_no_dating(reading: Reader) -> None:
    assert reading(ONE_YEAR[0][0], dt.date(2023, 3, 21)).dating is None
    assert Dating().year is None


DATES = [
    ("Ms Brandt sued the mayor on 6 March.", "Anna Brandt | sues | mayor @ 2023-03-06"),
    ("Ms Brandt sued the mayor in January.", "Anna Brandt | sues | mayor @ 2023-01"),
    ("Ms Brandt sued the mayor last year.", "Anna Brandt | sues | mayor @ 2022"),
    ("Ms Brandt sued the mayor in November last year.", "Anna Brandt | sues | mayor @ 2022-11"),
    # Whether the article is from before or after that day, only a published date would tell.
    ("Ms Brandt sued the mayor on 6 June.", "Anna Brandt | sues | mayor @ --06-06"),
    ("Ms Brandt sued the mayor on Friday.", "never Anna Brandt | sues | mayor @ *"),
    ("Ms Brandt sued the mayor in June.", "never Anna Brandt | sues | mayor @ *"),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[t for t, _ in DATES])
def test_dates_take_the_one_year_where_every_day_of_it_agrees(check: Check, text: str, expected: str) -> None:
    start = HEAD + "On Monday, March 20, she met Jonas Weiss.\n\n"
    check(start + text, "Anna Brandt | meets | Jonas Weiss @ 2023-03-20", expected, published=None)


def test_a_day_to_come_narrows_it_further(check: Check) -> None:
    start = HEAD + "On Monday, March 20, she met Jonas Weiss.\n\n" + TO_COME
    check(start + "Ms Brandt sued the mayor on Friday.", "Anna Brandt | sues | mayor @ 2023-03-17", published=None)


def test_with_several_years_a_day_keeps_its_year_open(check: Check) -> None:
    text = "On Monday, March 20, Anna Brandt met Jonas Weiss."
    check(text, "Anna Brandt | meets | Jonas Weiss @ --03-20", published=None)
