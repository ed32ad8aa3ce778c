"""Years: the year of an article without a published date, from what its own words allow, and what it lends to dates.

Nothing is guessed: where the words leave several years, or leave one side open, the year is undetermined.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractors.coreference import Discourse
from extractors.days import day_of
from extractors.drafts import Draft
from extractors.passages import clause_verb, is_past, will_be
from extractors.times import holder
from extractors.year_constraints import weekday_constraints, year_constraints
from ontology import Dating, YearConstraint

__all__ = ["date_by_itself", "days_of_publication", "find_dating"]

# Which of many years are listed: those that an article on a computer is likely to be from. It decides nothing.
_FIRST, _LAST = 1990, 2030
_FEW = 6


def date_by_itself(discourse: Discourse, drafts: Sequence[Draft]) -> Dating | None:
    """The dating of an article without a published date; where it has one year, times are read in it from now on."""
    if discourse.published is not None:
        return None
    dating = find_dating(discourse, drafts)
    if dating.year is not None:
        discourse.published_between = days_of_publication(discourse, dating.year)
    return dating


def find_dating(discourse: Discourse, drafts: Sequence[Draft]) -> Dating:
    """The years that all constraints allow, with those constraints that no other makes superfluous."""
    needed = _needed(year_constraints(discourse, drafts))
    common = _common(needed)
    one_sided = len(common) > _FEW and common[-1] - common[0] + 1 == len(common)
    return Dating(tuple(needed), () if one_sided else tuple(_listed(common)))


def _common(constraints: Sequence[YearConstraint]) -> list[int]:
    return sorted(set.intersection(*(set(c.years) for c in constraints))) if constraints else []


def _needed(constraints: Sequence[YearConstraint]) -> list[YearConstraint]:
    """The constraints, weakest and last dropped first, without which the years would be others; in text order."""
    last_first = sorted(constraints, key=lambda c: c.evidence, reverse=True)
    kept = sorted(last_first, key=lambda c: -len(c.years))
    for constraint in list(kept):
        others = [c for c in kept if c is not constraint]
        if others and _common(others) == _common(kept):
            kept = others
    return sorted(kept, key=lambda c: c.evidence)


def _listed(years: Sequence[int]) -> Sequence[int]:
    if len(years) <= _FEW:
        return years
    likely = [y for y in years if _FIRST <= y <= _LAST]
    return likely if len(likely) > 1 else [y for y in years if y >= _FIRST][:3]


def days_of_publication(discourse: Discourse, year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a year on which the article can have appeared: after what has happened on a day of
    it, before what will.
    """
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    for e, _ in weekday_constraints(discourse):
        day = day_of(e)
        date = day.date(year) if day is not None and day.fits(year) else None
        verb = clause_verb(holder(discourse.doc[e.start]))
        if date is not None and is_past(discourse, verb):
            first = max(first, date)
        elif date is not None and will_be(discourse, verb):
            last = min(last, date)
    return (first, last) if first <= last else (dt.date(year, 1, 1), dt.date(year, 12, 31))
