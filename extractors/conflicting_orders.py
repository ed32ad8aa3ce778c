"""Misplaced events: what came "one day later" than something on a Saturday, and is told of a Monday."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from extractors.conflict import Contradiction
from extractors.coreference import Discourse
from extractors.dates import COUNT, VAGUE, count_of
from extractors.days import Day, moved
from extractors.drafts import Draft
from extractors.passages import clause_verb, evidence_of, is_past
from extractors.phrases import children, words
from extractors.retellings import Events, Told, is_definite
from ontology import Evidence

__all__ = ["misplaced_events"]

_OFFSET = re.compile(
    rf"""\b(?:(?P<vague>{VAGUE})\s+)?
    (?:(?P<count>\d+|{COUNT})\s+(?P<unit>day|week)s?\s+(?P<way>later|afterwards|earlier|after|before)
     | the\s+(?P<next>next|following|previous)\s+(?:day|morning|afternoon|evening|night)
     | the\s+day\s+(?P<beside>after|before))\b(?!\s+than\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_BACK = frozenset({"before", "earlier", "previous"})
_TO_BASE = frozenset({"after", "before"})


@dataclass(frozen=True)
class _Offset:
    """ "one day later": how many days, these words, their verb, and the word for what the text counts from, if any."""

    days: int
    span: Span
    verb: Token
    base: Token | None


def misplaced_events(discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Contradiction]:
    """Events that come so many days after or before another, and have another day elsewhere."""
    events = Events(discourse, drafts)
    for offset in _offsets(discourse):
        base = _base(events, offset)
        if base is None or base.reported:
            continue
        day = moved(base.day, offset.days)
        for other in _elsewhere(discourse, events, offset, base):
            if day.excludes(other.day):
                yield _contradiction(discourse, offset, base, day, other)


def _offsets(discourse: Discourse) -> Iterator[_Offset]:
    for match in _OFFSET.finditer(discourse.doc.text):
        span = discourse.doc.char_span(match.start(), match.end())
        if span is None or match["vague"] or discourse.quotation(span.start) is not None:
            continue
        way = (match["way"] or match["next"] or match["beside"]).lower()
        count = count_of(match["count"].lower()) if match["count"] else 1
        days = count * 7 if (match["unit"] or "").lower() == "week" else count
        last = span[-1]
        verb = clause_verb(last.head if last.head != last else last)
        if is_past(discourse, verb) and not _is_repeated(discourse, verb):
            yield _Offset(-days if way in _BACK else days, span, verb, _named_base(last))


def _named_base(word: Token) -> Token | None:
    """What "after" and "before" govern: "two days after the vote"."""
    return next(iter(children(word, "pobj", "pcomp")), None) if word.lower_ in _TO_BASE else None


def _is_repeated(discourse: Discourse, verb: Token) -> bool:
    """Whether the clause says that it is not the first time, or not the last."""
    phases = discourse.lexicon.words("phaseWord")
    return any(t.lower_ in phases for t in verb.children if t.dep_ in ("advmod", "det", "amod") and t.lower_ != "later")


def _base(events: Events, offset: _Offset) -> Told | None:
    """What the days are counted from: what the text names, else the event told just before, if it has one day."""
    if offset.base is not None:
        if offset.base.pos_ == "VERB":
            return _known(events, offset.base, offset.verb)
        return events.day_of_noun(offset.base) if offset.base.pos_ == "NOUN" else None
    if offset.span[-1].lower_ in _TO_BASE:
        return None
    found = [told for v in _just_before(offset) if (told := _known(events, v, offset.verb)) is not None]
    return found[0] if found and all(t.day == found[0].day for t in found) else None


def _just_before(offset: _Offset) -> list[Token]:
    """The verbs that the narrative has come to: of the same sentence, else of the one before it."""
    sentence = offset.verb.sent
    here = [v for v in _main_verbs(sentence) if v.i < min(offset.verb.i, offset.span.start)]
    if here or sentence.start == 0:
        return here
    start = sentence.start - 1
    while start > 0 and not sentence.doc[start].sent.text.strip():
        start = sentence.doc[start].sent.start - 1
    return list(_main_verbs(sentence.doc[start].sent))


def _main_verbs(sentence: Span) -> Iterator[Token]:
    """The verbs that carry a sentence on, and those of "after she had …", "having …"."""
    for token in sentence:
        if token.pos_ != "VERB":
            continue
        marks = {m.lower_ for m in children(token, "mark", "aux")}
        if token.dep_ in ("ROOT", "conj") or (token.dep_ == "advcl" and marks & {"after", "having"}):
            yield token


def _known(events: Events, verb: Token, later: Token) -> Told | None:
    """The day of an event, in this clause or wherever it is told; none for what is told to have come later itself."""
    keys = events.keys.get(verb.i, set())
    if keys & events.keys.get(later.i, set()):
        return None
    own = events.told(verb)
    if own is not None:
        return own
    others = [events.discourse.doc[i] for i, theirs in events.keys.items() if theirs & keys and i != verb.i]
    days = [told for o in others if (told := events.told(o)) is not None]
    return days[0] if days and all(d.day == days[0].day for d in days) else None


def _elsewhere(discourse: Discourse, events: Events, offset: _Offset, base: Told) -> Iterator[Told]:
    """The same event where it has a day of its own: retold, not happening again."""
    mine = events.keys.get(offset.verb.i, set())
    known = any(is_definite(t) for t in children(offset.verb, "nsubj", "dobj") if t.pos_ == "NOUN")
    for i, theirs in sorted(events.keys.items()):
        verb = discourse.doc[i]
        if i in (offset.verb.i, base.verb.i) or not mine & theirs or _is_repeated(discourse, verb):
            continue
        told = events.retold(verb)
        if told is not None and (known or _is_aside(verb) or _is_aside(offset.verb)):
            yield told


def _is_aside(verb: Token) -> bool:
    """Whether a verb comes back to what is known: below another, or in the past perfect."""
    earlier = any(a.lower_ == "had" for a in children(verb, "aux"))
    return earlier or verb.dep_ in ("ccomp", "relcl", "advcl", "acl", "pcomp")


def _contradiction(discourse: Discourse, offset: _Offset, base: Told, day: Day, other: Told) -> Contradiction:
    start, end = min(offset.verb.left_edge.i, offset.span.start), max(offset.verb.i + 1, offset.span.end)
    quotes = {_quote(discourse, base), evidence_of(discourse.doc, start, end), _quote(discourse, other)}
    said = "told on" if other.reported else "told of"
    why = f"{_name(base.day)} and {words(offset.span).lower()} make {_name(day)}; it is {said} {_name(other.day)}"
    return Contradiction(tuple(sorted(quotes)), "order", why)


def _quote(discourse: Discourse, told: Told) -> Evidence:
    e = told.expression
    return evidence_of(discourse.doc, min(told.verb.i, e.start), max(told.verb.i + 1, e.end))


def _name(day: Day) -> str:
    weekday = calendar.day_name[day.weekday] if day.weekday is not None else ""
    date = f"{day.number} {calendar.month_name[day.month]}" if day.month is not None else ""
    return " ".join(filter(None, (weekday, date)))
