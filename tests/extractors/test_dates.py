"""Dates: what an expression means, seen from a Monday, and what must stay open."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import parse_time
from ontology import Time

MONDAY = dt.date(2023, 3, 20)

# (expression, its value in a past, and in a future clause; "" where it stays open)
SEEN_FROM_MONDAY = [
    ("today", "2023-03-20", "2023-03-20"),
    ("yesterday", "2023-03-19", "2023-03-19"),
    ("tomorrow", "2023-03-21", "2023-03-21"),
    ("tonight", "2023-03-20", "2023-03-20"),
    ("last night", "2023-03-19", "2023-03-19"),
    ("this morning", "2023-03-20", "2023-03-20"),
    ("on Saturday", "2023-03-18", "2023-03-25"),
    ("Monday", "2023-03-20", "2023-03-20"),
    ("last Saturday", "2023-03-18", "2023-03-18"),
    ("last Monday", "2023-03-13", "2023-03-13"),
    ("next Monday", "2023-03-27", "2023-03-27"),
    ("next Saturday", "2023-03-25", "2023-03-25"),
    ("this Saturday", "2023-03-25", "2023-03-25"),
    ("20 March", "2023-03-20", "2023-03-20"),
    ("21 March", "2022-03-21", "2023-03-21"),
    ("March 21", "2022-03-21", "2023-03-21"),
    ("Tuesday, March 21", "2023-03-21", "2023-03-21"),
    ("Tuesday 21 March", "2023-03-21", "2023-03-21"),
    ("Tuesday (March 21", "2023-03-21", "2023-03-21"),
    ("Tuesday the 21st of March", "2023-03-21", "2023-03-21"),
    ("Monday 21 March", "2022-03-21", "2022-03-21"),
    ("Dec. 5", "2022-12-05", "2023-12-05"),
    ("5 Sept", "2022-09-05", "2023-09-05"),
    ("29 February", "", "2024-02-29"),
    ("March", "2023-03", "2023-03"),
    ("in May", "2022-05", "2023-05"),
    ("last March", "2022-03", "2022-03"),
    ("next March", "2024-03", "2024-03"),
    ("last February", "2023-02", "2023-02"),
    ("March last year", "2022-03", "2022-03"),
    ("June next year", "2024-06", "2024-06"),
    ("September this year", "2023-09", "2023-09"),
    ("this week", "2023-03-20/2023-03-26", "2023-03-20/2023-03-26"),
    ("last week", "2023-03-13/2023-03-19", "2023-03-13/2023-03-19"),
    ("last weekend", "2023-03-18/2023-03-19", "2023-03-18/2023-03-19"),
    ("next month", "2023-04", "2023-04"),
    ("last year", "2022", "2022"),
    ("three days ago", "2023-03-17", "2023-03-17"),
    ("a month ago", "2023-02", "2023-02"),
    ("fifteen months ago", "2021-12", "2021-12"),
    ("thirteen years ago", "2010", "2010"),
    ("two weeks ago", "2023-03-03/2023-03-09", "2023-03-03/2023-03-09"),
    ("Monday … Friday", "2023-03-13/2023-03-17", "2023-03-20/2023-03-24"),
    ("November … February", "2022-11/2023-02", "2023-11/2024-02"),
    ("2 to 5 March", "2023-03-02/2023-03-05", "2024-03-02/2024-03-05"),
]

ABSOLUTE = [
    ("5 May 1821", "1821-05-05", "1821-05-05", "1821-05-05", "day"),
    ("May 5th, 1821", "1821-05-05", "1821-05-05", "1821-05-05", "day"),
    ("2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29", "day"),
    ("Saturday, 18 March 2023", "2023-03-18", "2023-03-18", "2023-03-18", "day"),
    ("February 2020", "2020-02", "2020-02-01", "2020-02-29", "month"),
    ("September of 2021", "2021-09", "2021-09-01", "2021-09-30", "month"),
    ("in 2010", "2010", "2010-01-01", "2010-12-31", "year"),
    ("early 2020", "2020", "2020-01-01", "2020-12-31", "year"),
    ("the summer of 2021", "2021", "2021-01-01", "2021-12-31", "year"),
    ("from 2010 to 2015", "2010/2015", "2010-01-01", "2015-12-31", "interval"),
    ("between 2010 and 2015", "2010/2015", "2010-01-01", "2015-12-31", "interval"),
    ("2010–2015", "2010/2015", "2010-01-01", "2015-12-31", "interval"),
    ("the 1990s", "1990/1999", "1990-01-01", "1999-12-31", "interval"),
    ("2–5 March 2020", "2020-03-02/2020-03-05", "2020-03-02", "2020-03-05", "interval"),
    ("May 2020 … June 2021", "2020-05/2021-06", "2020-05-01", "2021-06-30", "interval"),
    ("5 and 6 May 1821", "1821-05-05/1821-05-06", "1821-05-05", "1821-05-06", "interval"),
]

OPEN = """31 February|30 February 2020|29 February 2023|2020-13-40|32 March|0 March|every Monday|one Friday|a Sunday
the following Tuesday|the next Friday|the previous Monday|over the last year|in the next week|more than 20 years ago
nearly two years ago|about three weeks ago|10000 years ago|99999999999 days ago|a few weeks ago|the next day
two days later|in two weeks|for 13 years|an hour ago|from 2015 to 2010|2,010 people|1,500 pupils|room 2010|Marching
10am|Christmas|some time|"""


@pytest.mark.parametrize(("text", "past", "future"), SEEN_FROM_MONDAY)
def test_seen_from_a_monday(text: str, past: str, future: str) -> None:
    for ahead, value in ((False, past), (True, future)):
        found = parse_time(text, MONDAY, future=ahead)
        assert (found.value if found else "") == value


@pytest.mark.parametrize(("text", "value", "start", "end", "precision"), ABSOLUTE)
def test_a_full_date_needs_no_published_date(text: str, value: str, start: str, end: str, precision: str) -> None:
    assert parse_time(text, None) == parse_time(text, MONDAY) == Time(value, start, end, precision)


@pytest.mark.parametrize("text", [t for line in OPEN.splitlines() for t in line.split("|")])
def test_what_is_vague_or_no_date_stays_open(text: str) -> None:
    assert parse_time(text, MONDAY) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("21 March", "--03-21"),
        ("Tuesday, March 21", "--03-21"),
        ("29 February", "--02-29"),
        ("Friday", ""),
        ("last week", ""),
        ("yesterday", ""),
        ("in May", ""),
        ("two years ago", ""),
        ("2 to 5 March", ""),
    ],
)
def test_without_a_published_date_the_year_is_open(text: str, value: str) -> None:
    found = parse_time(text, None)
    assert (found.value if found else "") == value
    assert found is None or (found.start, found.end, found.precision) == (None, None, "recurring")


def test_a_day_of_a_noun_is_the_nearer_one() -> None:
    assert [t.value for d in ("21 March", "19 March") if (t := parse_time(d, MONDAY, future=None))] == [
        "2023-03-21",
        "2023-03-19",
    ]


WORDS = (
    "last next this on in by since from to between and the of ago year years month week weekend day days two three 5 "
    "31 2010 1999 99999 Monday Friday 21st March May February Dec. yesterday … - – , 2020-02-30 late mid every nearly a"
).split()
published = st.none() | st.dates(min_value=dt.date(1500, 1, 1), max_value=dt.date(2999, 12, 31))
expressions = st.lists(st.sampled_from(WORDS) | st.integers(0, 9999).map(str), max_size=7).map(" ".join)


@given(st.text() | expressions, published, st.sampled_from([True, False, None]))
def test_whatever_it_reads_a_time_is_well_formed(text: str, day: dt.date | None, future: bool | None) -> None:
    found = parse_time(text, day, future=future)
    if found is None:
        return
    assert found.precision in ("day", "month", "year", "interval", "recurring")
    if found.start is not None and found.end is not None:
        start, end = dt.date.fromisoformat(found.start), dt.date.fromisoformat(found.end)
        assert start <= end
        assert precision_of(start, end) == found.precision or found.precision == "interval"


def precision_of(start: dt.date, end: dt.date) -> str:
    if start == end:
        return "day"
    last = dt.date(start.year, start.month, calendar.monthrange(start.year, start.month)[1])
    return "month" if end == last else "year"


@given(st.sampled_from("January May June December".split()), st.integers(1000, 2999), published)
def test_a_month_never_becomes_a_day_and_a_year_never_a_month(month: str, year: int, day: dt.date | None) -> None:
    of_year, alone = parse_time(f"{month} {year}", day), parse_time(f"in {month}", day)
    assert of_year is None or of_year.precision == "month"
    assert alone is None or alone.precision == "month"
    whole = parse_time(f"in {year}", day)
    assert whole is None or whole.precision == "year"


@given(expressions, st.sampled_from([True, False]))
def test_without_a_published_date_no_year_is_invented(text: str, future: bool) -> None:
    found = parse_time(text, None, future=future)
    assert found is None or found.value.startswith("--") or all(p[:4] in text for p in found.value.split("/")[:1])
