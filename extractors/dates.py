"""Dates: what a temporal expression means, seen from the published date and never beyond its words.

Where no published date is given a day without a year stays `--MM-DD` and a relative expression stays open.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from ontology import Time

__all__ = ["COUNT", "DAYS", "INTERVAL", "MONTHS", "PATTERN", "VAGUE", "count_of", "parse_time"]

# Stands between the two ends of an interval that the text spells out: "Monday … Friday".
INTERVAL = "…"

MONTHS = {name.lower(): n for n in range(1, 13) for name in (calendar.month_name[n], calendar.month_abbr[n])} | {
    "sept": 9
}
DAYS = {calendar.day_name[n].lower(): n for n in range(7)}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_NUMBERS = {word: n for n, word in enumerate(_UNITS)} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
COUNT = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(DAYS)
_YEAR = r"(?:1[5-9]|20)\d\d"
_TH = r"(?:st|nd|rd|th)?"
# "5 and 6 April": an interval where they are days one after the other.
_AND_1, _AND_2 = (rf"\s*(?:-|–|to|until|(?P<joined{n}>and|&))\s*" for n in (1, 2))
_SINCE = r"since|in|by|until|during|of|before|after"
_TODAY = r"today|yesterday|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)"
# No day or year in particular, or one counted from another time than that of publication.
_ANY = r"every|each|an?|one|another|most|any|some|the\s+(?:following|next|previous|same)"
VAGUE = (
    r"(?:more|less|fewer)\s+than|over|nearly|almost|about|around|at\s+least|some|roughly|under|up\s+to|approximately|"
    r"barely|just\s+(?:over|under)"
)
# "over the last year" is counted from another time, too: hence no "the" before a relative unit.
PATTERN = re.compile(
    rf"""\b(?:
      (?P<from>(?:from\s+)?(?P<y1>{_YEAR})(?:\s*[-–]|\s+(?:to|until|till))\s*(?P<y2>{_YEAR})(?![-\d]))
    | (?P<span>(?:between|from)\s+(?P<y9>{_YEAR})\s+and\s+(?P<y10>{_YEAR}))
    | (?P<iso>{_YEAR}-\d\d-\d\d)
    | (?P<decade>(?:1[5-9]|20)\d0)s
    | (?P<a1>\d{{1,2}}){_TH}{_AND_1}(?P<b1>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<m4>{_MONTH})\b(?:,?\s+(?P<y7>{_YEAR}))?
    | (?P<m5>{_MONTH})\.?\s+(?P<a2>\d{{1,2}}){_TH}{_AND_2}(?P<b2>\d{{1,2}}){_TH}\b(?:,?\s+(?P<y8>{_YEAR}))?
    | (?:(?P<wd1>{_DAY}),?\s+\(?(?:the\s+)?)?
      (?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}}){_TH}|(?P<d2>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<m2>{_MONTH}))\b
      (?:,?\s+(?P<y3>{_YEAR}))?
    | (?:(?P<rel1>last|next|this)\s+)?(?P<m3>{_MONTH})\b
      (?:,?\s+(?:of\s+)?(?P<y4>{_YEAR})|\s+(?P<rel2>last|this|next)\s+year)?
    | (?:(?P<any>{_ANY})\s+|(?P<rel3>last|next|this)\s+)?(?P<wd2>{_DAY})\b
    | (?P<word>{_TODAY})\b
    | (?<!\bthe\s)(?P<rel4>last|this|next)\s+(?P<unit1>weekend|week|month|year)\b
    | (?:(?P<vague>{VAGUE})\s+)?(?P<count>\d+|{COUNT})\s+(?P<unit2>day|week|month|year)s?\s+(?P<ago>ago)
    | (?:early|late|mid|spring|summer|autumn|fall)(?:\s+|-)(?:(?:in|of)\s+)?(?P<y6>{_YEAR})\b
    | (?:{_SINCE})\s+(?:the\s+year\s+)?(?P<y5>{_YEAR})\b(?!-)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def parse_time(text: str, published: dt.date | None, *, future: bool | None = False) -> Time | None:
    """The time an expression names, seen from the published date; None where it stays open.

    `future` resolves a bare weekday, day or month forward instead of back; None takes the nearer day of a month.

    >>> parse_time("on Saturday", dt.date(2023, 3, 20)).value
    '2023-03-18'
    """
    if INTERVAL in text:
        start, end = text.split(INTERVAL, 1)
        return _from_to(start, end, published, future)
    match = PATTERN.search(text)
    if match is None:
        return None
    g = {name: value.lower() for name, value in match.groupdict().items() if value}
    try:
        return _absolute(g, published, future) or (_relative(g, published, bool(future)) if published else None)
    except (ValueError, OverflowError):  # a date that no calendar has, or one before the year 1
        return None


def _from_to(start: str, end: str, published: dt.date | None, future: bool | None) -> Time | None:
    """An interval; where its beginning would come after its end, the last such day before the end is meant."""
    last = parse_time(end, published, future=future)
    found = _between(parse_time(start, published, future=future), last)
    if found is None and last is not None and last.end is not None and last.start is not None:
        return _between(parse_time(start, dt.date.fromisoformat(last.end)), last)
    return found


def _absolute(g: dict[str, str], published: dt.date | None, future: bool | None) -> Time | None:
    """What the words date by themselves, or by a year that the published date lends them."""
    if "from" in g:
        return _between(_year(int(g["y1"])), _year(int(g["y2"])))
    if "span" in g:
        return _between(_year(int(g["y9"])), _year(int(g["y10"])))
    if "iso" in g:
        return _day(dt.date.fromisoformat(g["iso"]))
    if "decade" in g:
        return _between(_year(int(g["decade"])), _year(int(g["decade"]) + 9))
    if "m4" in g or "m5" in g:
        return _days_of_month(g, published, future)
    if "m1" in g or "m2" in g:
        return _day_of_month(g, published, future)
    if "m3" in g and ("y4" in g or published is not None):
        return _month_of_year(g, published, bool(future))
    if "y5" in g or "y6" in g:
        return _year(int(g.get("y5") or g["y6"]))
    return None


def _relative(g: dict[str, str], published: dt.date, future: bool) -> Time | None:
    """What only the published date can tell."""
    if "any" in g or "vague" in g:
        return None
    if "wd2" in g:
        return _day(_weekday(DAYS[g["wd2"]], g.get("rel3", ""), published, future))
    if "word" in g:
        return _day(
            published + dt.timedelta({"yesterday": -1, "last night": -1, "tomorrow": 1}.get(_spaced(g["word"]), 0))
        )
    if "rel4" in g:
        return _relative_unit(g["rel4"], g["unit1"], published)
    return _ago(g["count"], g["unit2"], published) if "ago" in g else None


def count_of(word: str) -> int:
    """The number that a word of `COUNT`, or a numeral, is."""
    return _NUMBERS[word] if word in _NUMBERS else int(word)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _between(first: Time | None, last: Time | None) -> Time | None:
    """From the one to the other; None where either is open."""
    if first is None or last is None or first.start is None or last.end is None or first.start > last.end:
        return None
    return Time(f"{first.value}/{last.value}", first.start, last.end, "interval")


def _day(date: dt.date) -> Time:
    return Time(date.isoformat(), date.isoformat(), date.isoformat(), "day")


def _month(year: int, number: int) -> Time:
    first, last = dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])
    return Time(first.isoformat()[:7], first.isoformat(), last.isoformat(), "month")


def _year(number: int) -> Time:
    first, last = dt.date(number, 1, 1), dt.date(number, 12, 31)
    return Time(first.isoformat()[:4], first.isoformat(), last.isoformat(), "year")


def _days_of_month(g: dict[str, str], published: dt.date | None, future: bool | None) -> Time | None:
    """ "2 to 5 March": both days in the year that the last of them has."""
    month = g.get("m4") or g["m5"]
    last = _day_of_month(_named(g.get("b1") or g["b2"], month, g.get("y7") or g.get("y8")), published, future)
    if {"joined1", "joined2"} & {*g} and int(g.get("b1") or g["b2"]) - int(g.get("a1") or g["a2"]) != 1:
        return None  # "on 3 and 9 April"
    year = last.value[:4] if last is not None and last.start is not None else None
    return _between(_day_of_month(_named(g.get("a1") or g["a2"], month, year), published, future), last)


def _named(day: str, month: str, year: str | None) -> dict[str, str]:
    return {"m1": month, "d1": day} | ({"y3": year} if year else {})


def _day_of_month(g: dict[str, str], published: dt.date | None, future: bool | None) -> Time | None:
    number, of_month = MONTHS[g.get("m1") or g["m2"]], int(g.get("d1") or g["d2"])
    if not 1 <= of_month <= calendar.monthrange(2024, number)[1]:
        return None
    if "y3" in g:
        return _day(dt.date(int(g["y3"]), number, of_month))
    if published is None:
        return Time(f"--{number:02}-{of_month:02}", None, None, "recurring")
    weekday = DAYS.get(g.get("wd1", ""))
    years = (published.year, published.year - 1, published.year + 1)
    found = [dt.date(y, number, of_month) for y in years if of_month <= calendar.monthrange(y, number)[1]]
    options = [date for date in found if _is_open(date, published, weekday, future)]
    nearest = min(options, key=lambda date: abs((date - published).days), default=None)
    return _day(nearest) if nearest is not None else None


def _is_open(date: dt.date, published: dt.date, weekday: int | None, future: bool | None) -> bool:
    """Whether a day is on the weekday that the text gives, else on the side of the present that its tense gives."""
    if weekday is not None:
        return date.weekday() == weekday
    return future is None or (date >= published if future else date <= published)


def _month_of_year(g: dict[str, str], published: dt.date | None, future: bool) -> Time:
    number, shift = MONTHS[g["m3"]], {"last": -1, "this": 0, "next": 1}
    if "y4" in g or published is None:
        return _month(int(g["y4"]), number)
    if "rel2" in g:
        return _month(published.year + shift[g["rel2"]], number)
    relation = g.get("rel1", "")
    if relation == "next" or (future and relation != "last"):
        return _month(
            published.year + (number < published.month or (relation == "next" and number == published.month)), number
        )
    return _month(
        published.year - (number > published.month or (relation == "last" and number == published.month)), number
    )


def _weekday(number: int, relation: str, published: dt.date, future: bool) -> dt.date:
    """The last such day, today included; the next one where it lies ahead; "this" is the day of the same week."""
    ahead, back = (number - published.weekday()) % 7, (published.weekday() - number) % 7
    if relation == "this":
        return published + dt.timedelta(number - published.weekday())
    if relation == "next":
        return published + dt.timedelta(ahead or 7)
    if relation == "last":
        return published - dt.timedelta(back or 7)
    return published + dt.timedelta(ahead) if future else published - dt.timedelta(back)


def _relative_unit(relation: str, unit: str, published: dt.date) -> Time | None:
    shift = {"last": -1, "this": 0, "next": 1}[relation]
    if unit == "year":
        return _year(published.year + shift)
    if unit == "month":
        return _month_away(published, shift)
    monday = published - dt.timedelta(published.weekday()) + dt.timedelta(7 * shift)
    return _between(_day(monday + dt.timedelta(0 if unit == "week" else 5)), _day(monday + dt.timedelta(6)))


def _month_away(published: dt.date, shift: int) -> Time:
    whole = published.year * 12 + published.month - 1 + shift
    return _month(whole // 12, whole % 12 + 1)


def _ago(count: str, unit: str, published: dt.date) -> Time | None:
    """As exact as its unit: some weeks ago is a week, some years ago a year."""
    number = count_of(count)
    if unit == "year":
        return _year(published.year - number)
    if unit == "month":
        return _month_away(published, -number)
    date = published - dt.timedelta(number * (7 if unit == "week" else 1))
    return _day(date) if unit == "day" else _between(_day(date - dt.timedelta(3)), _day(date + dt.timedelta(3)))
