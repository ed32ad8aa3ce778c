"""Year constraints: which words of an article bear on the year it is from, and which years each of them allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.coreference import Discourse
from extractors.dates import parse_time
from extractors.days import Day, day_of, has_year
from extractors.drafts import Draft
from extractors.passages import clause_verb, evidence_of, is_past, tells_of_another_year, will_be
from extractors.phrases import words
from extractors.spells import spell_constraints
from extractors.times import Expression, holder
from ontology import FIRST_YEAR, LAST_YEAR, YearConstraint

__all__ = ["weekday_constraints", "year_constraints"]

_UNTIL = frozenset("by until till before".split())


def year_constraints(discourse: Discourse, drafts: Sequence[Draft]) -> list[YearConstraint]:
    """All that a text says of its year: weekdays with a date, years over or ahead, how long something has lasted."""
    weekdays = [constraint for _, constraint in weekday_constraints(discourse)]
    return [*weekdays, *spell_constraints(discourse, drafts), *_bounds(discourse)]


def weekday_constraints(discourse: Discourse) -> Iterator[tuple[Expression, YearConstraint]]:
    """ "Monday, March 20" without a year: those in which that day is a Monday."""
    for e in discourse.times:
        day = day_of(e)
        if day is None or day.weekday is None or day.month is None or day.year is not None:
            continue
        if discourse.quotation(e.start) is None and not tells_of_another_year(discourse, e):
            yield e, _constraint(discourse, e, _weekday_years(discourse, e, day))


def _weekday_years(discourse: Discourse, expression: Expression, day: Day) -> list[int]:
    """A day that is over may be one of the half year before New Year, a day to come one of the half year after it."""
    verb = clause_verb(holder(discourse.doc[expression.start]))
    shifts = [0]
    if day.month is not None and day.month > 6 and not will_be(discourse, verb):
        shifts.append(1)
    if day.month is not None and day.month < 7 and not is_past(discourse, verb):
        shifts.append(-1)
    return sorted(y for y in range(FIRST_YEAR, LAST_YEAR + 1) if any(day.fits(y - s) for s in shifts))


def _bounds(discourse: Discourse) -> Iterator[YearConstraint]:
    """Years that the article looks back on, or forward to."""
    for e in discourse.times:
        time = parse_time(e.text, None) if has_year(e.text) else None
        if time is None or time.start is None or time.end is None:
            continue
        verb = holder(discourse.doc[e.start : e.end].root)
        first, last = int(time.start[:4]), int(time.end[:4])
        until = {discourse.doc[max(e.start - 1, 0)].lower_, discourse.doc[e.start].lower_} & _UNTIL
        if is_past(discourse, verb) and not until:
            yield _constraint(discourse, e, range(first, LAST_YEAR + 1))
        elif will_be(discourse, verb):
            yield _constraint(discourse, e, range(FIRST_YEAR, last + 1))


def _constraint(discourse: Discourse, e: Expression, years: list[int] | range) -> YearConstraint:
    found = tuple(years) if isinstance(years, list) else years
    evidence = evidence_of(discourse.doc, e.start, e.end)
    return YearConstraint(words(discourse.doc[e.start : e.end]), found, (evidence,))
