"""Days: what an expression says of a day by its own words, before anything is concluded about its year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from extractors.dates import DAYS, INTERVAL, MONTHS, PATTERN
from extractors.times import Expression

__all__ = ["Day", "day_of", "has_year", "is_month", "moved", "within_a_month"]

_YEAR_GROUPS = ("y1", "y3", "y4", "y5", "y6", "y7", "y8", "y9", "iso", "decade")


@dataclass(frozen=True)
class Day:
    """A weekday from 0 for Monday, a day of a month, a year: what a text gives of them, the rest None."""

    weekday: int | None
    month: int | None = None
    number: int | None = None
    year: int | None = None

    def date(self, year: int) -> dt.date | None:
        """The date in a year, None where the year has no such day."""
        if (
            self.month is None
            or self.number is None
            or not 1 <= self.number <= calendar.monthrange(year, self.month)[1]
        ):
            return None
        return dt.date(year, self.month, self.number)

    def fits(self, year: int) -> bool:
        """Whether the day of the month is on that weekday in a year."""
        date = self.date(year)
        return date is not None and self.weekday in (None, date.weekday())

    def excludes(self, other: Day) -> bool:
        """Whether the two cannot be one day."""
        if None not in (self.month, other.month):
            return (self.month, self.number) != (other.month, other.number)
        return None not in (self.weekday, other.weekday) and self.weekday != other.weekday


def day_of(expression: Expression) -> Day | None:
    """The single day that an expression names; None for intervals, months, "every Friday" and "yesterday"."""
    match = PATTERN.search(expression.text)
    if match is None or INTERVAL in expression.text or match["any"]:
        return None
    if match["wd2"]:
        return Day(DAYS[match["wd2"].lower()])
    if not (match["m1"] or match["m2"]):
        return None
    weekday = DAYS[match["wd1"].lower()] if match["wd1"] else None
    month, number = MONTHS[(match["m1"] or match["m2"]).lower()], int(match["d1"] or match["d2"])
    day = Day(weekday, month, number, int(match["y3"]) if match["y3"] else None)
    return day if day.date(2024) else None


def moved(day: Day, days: int) -> Day:
    """So many days later; what the text leaves open of it stays open."""
    weekday = (day.weekday + days) % 7 if day.weekday is not None else None
    # Without its year the end of February is not known: seen from a common year it may be a day off.
    date = day.date(day.year or 2023)
    if date is None or (day.year is None and {day.month, (date + dt.timedelta(days)).month} & {2}):
        return Day(weekday)
    later = date + dt.timedelta(days)
    return Day(weekday, later.month, later.day, later.year if day.year else None)


def within_a_month(one: Day, other: Day) -> bool:
    """Whether two days of the year lie so near that a text that gives neither year means the same one."""
    first, second = one.date(2024), other.date(2024)
    return first is not None and second is not None and abs((first - second).days) <= 31


def has_year(text: str) -> bool:
    """Whether an expression names a year."""
    match = PATTERN.search(text)
    return match is not None and any(match[g] for g in _YEAR_GROUPS) and bool(re.search(r"\d{4}", text))


def is_month(expression: Expression) -> bool:
    """Whether an expression names a month without a year: "in January"."""
    match = PATTERN.search(expression.text)
    return match is not None and bool(match["m3"]) and not (match["y4"] or match["rel1"] or match["rel2"])
