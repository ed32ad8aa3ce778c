"""Impossible days: a weekday with a date that is none in its year, and two such dates that no year has both."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Doc

from extractors.conflict import Contradiction
from extractors.coreference import Discourse
from extractors.days import Day, day_of, within_a_month
from extractors.passages import evidence_of, tells_of_another_year
from extractors.times import Expression
from extractors.year_constraints import weekday_constraints
from ontology import FIRST_YEAR, LAST_YEAR, Evidence

__all__ = ["impossible_days"]


def impossible_days(discourse: Discourse) -> Iterator[Contradiction]:
    """Weekdays that do not go with their date, or not with each other."""
    for e in discourse.times:
        day = day_of(e)
        if day is not None and day.weekday is not None and day.month is not None:
            date = _meant(discourse, e, day)
            if date is not None and date.weekday() != day.weekday:
                name = calendar.day_name[date.weekday()]
                yield Contradiction(_parts(discourse.doc, e), "day", f"{date.isoformat()} is a {name}")
    if discourse.published is None:
        yield from _apart(discourse)


def _meant(discourse: Discourse, e: Expression, day: Day) -> dt.date | None:
    """The date in its own year; without one the nearest to that of publication, where none about it fits."""
    if day.year is not None:
        return day.date(day.year)
    published = discourse.published
    if published is None or tells_of_another_year(discourse, e) or discourse.quotation(e.start) is not None:
        return None
    years = range(published.year - 1, published.year + 2)
    dates = [date for y in years if (date := day.date(y)) is not None]
    if not dates or any(day.fits(y) for y in years):
        return None
    return min(dates, key=lambda date: abs((date - published).days))


def _parts(doc: Doc, e: Expression) -> tuple[Evidence, Evidence]:
    """The weekday, and the rest of the expression."""
    rest = next(i for i in range(e.start + 1, e.end) if doc[i].text[0].isalnum() and doc[i].lower_ != "the")
    return evidence_of(doc, e.start, e.start + 1), evidence_of(doc, rest, e.end)


def _apart(discourse: Discourse) -> Iterator[Contradiction]:
    """ "Monday, March 20" and "Monday, March 21": no year has both."""
    dated = list(weekday_constraints(discourse))
    for (one, first), (other, second) in combinations(dated, 2):
        days = day_of(one), day_of(other)
        if days[0] is None or days[1] is None or not within_a_month(days[0], days[1]):
            continue
        if not any(days[0].fits(year) and days[1].fits(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)):
            yield Contradiction((*first.evidence, *second.evidence), "day", "no year has both")
