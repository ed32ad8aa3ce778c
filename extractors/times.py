"""Times: dates, weekdays and relative expressions, resolved against the published date and never beyond the text.

Where no published date is given a day without a year stays `--MM-DD` and a relative expression stays open.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ontology import Time

__all__ = ["Expression", "find_times", "parse_time", "time_of"]

_MONTHS = {name.lower(): n for n in range(1, 13) for name in (calendar.month_name[n], calendar.month_abbr[n])} | {
    "sept": 9
}
_DAYS = {calendar.day_name[n].lower(): n for n in range(7)}
_NUMBERS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = "|".join(_DAYS)
_YEAR = r"(?:1[5-9]|20)\d\d"
_PATTERN = re.compile(
    rf"""\b(?:
      (?P<from>(?:from|between)\s+(?P<y1>{_YEAR})\s*(?:and|to|until|till|-|–)\s*(?P<y2>{_YEAR}))
    | (?P<iso>{_YEAR}-\d\d-\d\d)
    | (?:(?P<wd1>{_DAY}),?\s+)?(?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH}))\b(?:,?\s+(?P<y3>{_YEAR}))?
    | (?:(?P<rel1>last|next|this)\s+)?(?P<m3>{_MONTH})\b(?:,?\s+(?:of\s+)?(?P<y4>{_YEAR})|\s+(?P<rel2>last|this|next)\s+year)?
    | (?:(?P<rel3>last|next|this|the\s+following)\s+)?(?P<wd2>{_DAY})\b
    | (?P<word>today|yesterday|tomorrow|tonight)
    | (?P<rel4>last|this|next)\s+(?P<unit1>week|month|year|weekend)
    | (?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?)\s+(?P<unit2>day|week|month|year)s?\s+(?P<ago>ago)
    | (?:since|in|by|until|during|of|before|after)\s+(?P<y5>{_YEAR})\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PRECISION = ("day", "recurring", "interval", "month", "year")
_JOINERS = frozenset({"to", "until", "till", "and", "-", "–"})
_INTERVAL = "…"
_AMBIGUOUS = frozenset({"may", "mar", "sun", "sat", "march"})


@dataclass(frozen=True)
class Expression:
    """A temporal expression: its tokens, and the match that reads it."""

    start: int
    end: int
    text: str


def find_times(doc: Doc) -> list[Expression]:
    """All temporal expressions of a document, in text order; "from … to …" is one."""
    found: list[Expression] = []
    for e in _candidates(doc):
        last = found[-1] if found else None
        if (
            last
            and doc[last.end : e.start].text in _JOINERS
            and doc[max(last.start - 1, 0)].lower_ in ("from", "between")
        ):
            found[-1] = Expression(last.start, e.end, f"{last.text} {_INTERVAL} {e.text}")
        else:
            found.append(e)
    return found


def _candidates(doc: Doc) -> Iterator[Expression]:
    for match in _PATTERN.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or (
            match["m3"]
            and match["m3"].lower() in _AMBIGUOUS
            and not (match["y4"] or match["rel1"] or match["rel2"])
            and span[-1].pos_ != "PROPN"
        ):
            continue
        if match["m3"] and not match["m3"][0].isupper():
            continue
        yield Expression(span.start, span.end, match[0])


def parse_time(text: str, published: dt.date | None, *, future: bool = False) -> Time | None:
    """The time an expression names, seen from the published date; None where it stays open.

    `future` resolves a bare weekday, day or month forward instead of back.

    >>> parse_time("on Saturday", dt.date(2023, 3, 20)).value
    '2023-03-18'
    """
    if _INTERVAL in text:
        return _between(*(parse_time(part, published, future=future) for part in text.split(_INTERVAL, 1)))
    match = _PATTERN.search(text)
    if match is None:
        return None
    g = match.groupdict()
    if g["from"]:
        return Time(f"{g['y1']}/{g['y2']}", f"{g['y1']}-01-01", f"{g['y2']}-12-31", "interval")
    if g["iso"]:
        return _iso(g["iso"])
    if g["m1"] or g["m2"]:
        return _day_of_month(g, published, future)
    if g["m3"]:
        return _month(g, published, future)
    if g["y5"]:
        return year(int(g["y5"]))
    if published is None:
        return None
    if g["wd2"]:
        return day(_weekday(_DAYS[g["wd2"].lower()], g["rel3"], published, future))
    if g["word"]:
        return day(published + dt.timedelta({"yesterday": -1, "tomorrow": 1}.get(g["word"].lower(), 0)))
    if g["rel4"]:
        return _relative_unit(g["rel4"].lower(), g["unit1"].lower(), published)
    return _ago(g["count"].lower(), g["unit2"].lower(), published)


def _between(first: Time | None, last: Time | None) -> Time | None:
    """From the one to the other; None where either is open."""
    if first is None or last is None or first.start is None or last.end is None or first.start > last.end:
        return None
    return Time(f"{first.value}/{last.value}", first.start, last.end, "interval")


def day(date: dt.date) -> Time:
    """A single day."""
    return Time(date.isoformat(), date.isoformat(), date.isoformat(), "day")


def month(year_: int, number: int) -> Time:
    """A calendar month."""
    last = calendar.monthrange(year_, number)[1]
    return Time(f"{year_:04}-{number:02}", f"{year_:04}-{number:02}-01", f"{year_:04}-{number:02}-{last}", "month")


def year(number: int) -> Time:
    """A calendar year."""
    return Time(f"{number:04}", f"{number:04}-01-01", f"{number:04}-12-31", "year")


def _iso(text: str) -> Time | None:
    try:
        return day(dt.date.fromisoformat(text))
    except ValueError:
        return None


def _day_of_month(g: dict[str, str | None], published: dt.date | None, future: bool) -> Time | None:
    number = _MONTHS[(g["m1"] or g["m2"] or "").lower().rstrip(".")]
    of_month = int(g["d1"] or g["d2"] or 0)
    if not 1 <= of_month <= calendar.monthrange(2024, number)[1]:
        return None
    if g["y3"]:
        return _valid(int(g["y3"]), number, of_month)
    if published is None:
        return Time(f"--{number:02}-{of_month:02}", None, None, "recurring")
    weekday = _DAYS.get((g["wd1"] or "").lower())
    years = (published.year, published.year - 1, published.year + 1)
    options = [t for y in years if (t := _valid(y, number, of_month)) and weekday in (None, _date(t).weekday())]
    if weekday is None:
        options = [t for t in options if (_date(t) >= published if future else _date(t) <= published)]
    return min(options, key=lambda t: abs((_date(t) - published).days), default=None)


def _date(time: Time) -> dt.date:
    return dt.date.fromisoformat(time.value)


def _valid(year_: int, number: int, of_month: int) -> Time | None:
    try:
        return day(dt.date(year_, number, of_month))
    except ValueError:
        return None


def _month(g: dict[str, str | None], published: dt.date | None, future: bool) -> Time | None:
    number = _MONTHS[(g["m3"] or "").lower().rstrip(".")]
    if g["y4"]:
        return month(int(g["y4"]), number)
    if published is None:
        return None
    if g["rel2"]:
        return month(published.year + {"last": -1, "this": 0, "next": 1}[g["rel2"].lower()], number)
    if future or (g["rel1"] or "").lower() == "next":
        return month(published.year + (number < published.month), number)
    return month(published.year - (number > published.month), number)


def _weekday(number: int, relation: str | None, published: dt.date, future: bool) -> dt.date:
    word = (relation or "").lower()
    if word == "next" or (future and word not in ("last", "this")):
        return published + dt.timedelta((number - published.weekday()) % 7 or (7 if word == "next" else 0))
    back = (published.weekday() - number) % 7
    return published - dt.timedelta(back or (7 if word == "last" else 0))


def _relative_unit(relation: str, unit: str, published: dt.date) -> Time:
    shift = {"last": -1, "this": 0, "next": 1}[relation]
    if unit == "year":
        return year(published.year + shift)
    if unit == "month":
        whole = published.year * 12 + published.month - 1 + shift
        return month(whole // 12, whole % 12 + 1)
    monday = published - dt.timedelta(published.weekday()) + dt.timedelta(7 * shift)
    start = monday if unit == "week" else monday + dt.timedelta(5)
    end = monday + dt.timedelta(6)
    return Time(f"{start.isoformat()}/{end.isoformat()}", start.isoformat(), end.isoformat(), "interval")


def _ago(count: str, unit: str, published: dt.date) -> Time:
    number = _NUMBERS.get(count) or int(count)
    if unit == "year":
        return year(published.year - number)
    if unit == "month":
        whole = published.year * 12 + published.month - 1 - number
        return month(whole // 12, whole % 12 + 1)
    date = published - dt.timedelta(number * (7 if unit == "week" else 1))
    return (
        day(date)
        if unit == "day"
        else Time(
            date.strftime("%G-W%V"),
            (date - dt.timedelta(3)).isoformat(),
            (date + dt.timedelta(3)).isoformat(),
            "interval",
        )
    )


def time_of(
    token: Token, expressions: list[Expression], published: dt.date | None, *, future: bool = False
) -> Time | None:
    """The time that the text gives for what a verb or event noun says: the nearest expression attached to it."""
    attached = [e for e in expressions if _holder(token.doc[e.start : e.end].root) == token]
    attached.sort(key=lambda e: (abs(e.start - token.i), e.start))
    found = [t for e in attached if (t := _bounded(token.doc, e, published, future)) is not None]
    if not found and token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
        first = token.head
        fronted = [e for e in expressions if _holder(token.doc[e.start : e.end].root) == first and _opens(e, first)]
        found = [t for e in fronted if (t := _bounded(token.doc, e, published, future)) is not None]
    return min(found, key=lambda t: _PRECISION.index(t.precision), default=None)


def _bounded(doc: Doc, expression: Expression, published: dt.date | None, future: bool) -> Time | None:
    """A time as its preposition bounds it: since and until leave one side open, before and after name no time."""
    time = parse_time(expression.text, published, future=future)
    words = {doc[max(expression.start - 1, 0)].lower_, doc[expression.start].lower_}
    if time is None or time.start is None or "/" in time.value:
        return time
    if words & {"before", "after", "than"}:
        return None
    if words & {"since"}:
        return Time(f"{time.value}/..", time.start, None, "interval")
    if words & {"until", "till", "through", "by"}:
        return Time(f"../{time.value}", None, time.end, "interval")
    return time


def _opens(expression: Expression, verb: Token) -> bool:
    """Whether a time stands before the subject of its clause, so that clauses coordinated to it share it."""
    return all(expression.start < s.left_edge.i for s in verb.children if s.dep_ in ("nsubj", "nsubjpass"))


def _holder(token: Token) -> Token:
    """The verb or event noun that a temporal expression is attached to."""
    seen = token
    while (
        seen.head != seen
        and seen.pos_ not in ("VERB", "AUX")
        and (
            seen == token
            or seen.pos_ != "NOUN"
            or seen.dep_ in ("npadvmod", "tmod")
            or seen.ent_type_ in ("DATE", "TIME")
        )
    ):
        seen = seen.head
    return seen
