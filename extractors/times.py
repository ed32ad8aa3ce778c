"""Times: where a text says when, and which verb or event noun each time belongs to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors.dates import INTERVAL, PATTERN, parse_time
from extractors.negation import waits
from extractors.phrases import children
from extractors.stand_ins import NAMES
from ontology import Time

__all__ = ["Expression", "expressions_of", "find_times", "holder", "is_deadline", "time_of"]

_PRECISION = ("day", "recurring", "interval", "month", "year")
_JOINERS = frozenset({"to", "until", "till", "through", "-", "–"})
_LASTING = frozenset({"since", "from", "between", "until", "till"})
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
        if found and _joins(doc, found[-1], e):
            found[-1] = Expression(found[-1].start, e.end, f"{found[-1].text} {INTERVAL} {e.text}")
        else:
            found.append(e)
    return found


def _joins(doc: Doc, first: Expression, last: Expression) -> bool:
    """Whether two expressions are the ends of one interval: "Monday to Friday", "between May and June"."""
    joiner, before = doc[first.end : last.start].text, doc[max(first.start - 1, 0)].lower_
    return joiner in _JOINERS or (joiner == "and" and before == "between")


def _candidates(doc: Doc) -> Iterator[Expression]:
    for match in PATTERN.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or " " in span[0].text + span[-1].text or (match["y5"] and span[-1].dep_ == "nummod"):
            continue
        bare = match["m3"] if not (match["y4"] or match["rel1"] or match["rel2"]) else None
        if (match["m3"] and match["m3"].islower()) or ((bare or match["wd2"]) and not _is_calendar(span, bare)):
            continue
        yield Expression(span.start, span.end, match[0])


def _is_calendar(span: Span, month: str | None) -> bool:
    """Whether a bare month or weekday is one and no part of a name: "April Hay", "Easter Monday", "the Sunday Post"."""
    token = span[-1]
    if month and month.lower() in _AMBIGUOUS and (token.pos_ != "PROPN" or token.dep_ in ("nsubj", "nsubjpass")):
        return False
    names = {s.start for s in token.doc.spans.get(NAMES, ())}
    if token.i in names or (token.dep_ == "compound" and token.head.i in names):
        return False
    before = token.doc[span.start - 1] if span.start else None
    named = before is not None and before.pos_ == "PROPN" and before.head == token and before.ent_type_ != "PERSON"
    return token.ent_type_ in ("", "DATE", "TIME") and not named


def time_of(
    token: Token, expressions: list[Expression], published: dt.date | None, *, future: bool = False
) -> Time | None:
    """The time that the text gives for what a verb or event noun says: the nearest expression attached to it."""
    told = [e for e in expressions if not _is_aside(token.doc, e)]
    for fits in (_is_attached, _is_shared, _lasts):
        here = sorted((e for e in told if fits(token, e)), key=lambda e: (abs(e.start - token.i), e.start))
        read = [_bounded(token, e, published, _ahead(token, e, future)) for e in here]
        found = [time for time in read if time is not None]
        if here and not found and published is None and fits is _is_attached:
            return None  # "on Tuesday" is none that another clause has
        if found:
            return min(found, key=lambda t: _PRECISION.index(t.precision))
    return None


def expressions_of(token: Token, expressions: list[Expression]) -> list[Expression]:
    """The expressions attached to a verb or event noun, in text order."""
    return [e for e in expressions if not _is_aside(token.doc, e) and (_is_attached(token, e) or _is_shared(token, e))]


def _ahead(token: Token, expression: Expression, future: bool) -> bool | None:
    """Where a day without a year lies: by tense; near where a noun or the present ("starts on 3 May") has none."""
    present = token.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in token.children)
    aimed = expression.start > 0 and token.doc[expression.start - 1].lower_ == "for"  # "planned for Saturday"
    if future or aimed or (present and not any(c.isdigit() for c in expression.text)):
        return True
    return None if present or token.pos_ == "NOUN" else False


def _is_aside(doc: Doc, expression: Expression) -> bool:
    """Whether a time stands alone in brackets, as the years of a life do: it dates no verb."""
    opened = expression.start > 0 and doc[expression.start - 1].text == "("
    return opened and expression.end < len(doc) and doc[expression.end].text == ")"


def _is_attached(token: Token, expression: Expression) -> bool:
    return holder(token.doc[expression.start : expression.end].root) == token


def _is_shared(verb: Token, expression: Expression) -> bool:
    """Whether a time before the first of coordinated clauses is that of the later one, too."""
    first = verb.head
    return (
        verb.dep_ == "conj"
        and first.pos_ in ("VERB", "AUX")
        and _is_attached(first, expression)
        and _opens(expression, first)
    )


_GIVING = frozenset(
    "ask demand request seek want offer promise give grant win sign agree secure propose approve extend receive".split()
)


def _lasts(verb: Token, expression: Expression) -> bool:
    """Whether an interval hangs on a noun and belongs to its verb: "head of the school from 2010 to 2015"."""
    doc = verb.doc
    if verb.pos_ not in ("VERB", "AUX") or not {*_bounds(doc, expression)} & _LASTING:
        return False
    seen = holder(doc[expression.start : expression.end].root)
    if verb.lemma_.lower() in _GIVING:
        return False  # "asked for a guarantee until 2030": so long lasts what is asked for
    while seen.pos_ not in ("VERB", "AUX") and seen.dep_ in ("pobj", "prep", "attr", "dobj"):
        if seen.lemma_.lower() == "time" and children(seen, "amod"):
            return False  # "for the second time since July"
        seen = seen.head
    return seen == verb


def _bounded(verb: Token, expression: Expression, published: dt.date | None, future: bool | None) -> Time | None:
    """A time as its preposition bounds it: since and until leave one side open, before and after name no time."""
    time = parse_time(expression.text, published, future=future)
    doc = verb.doc
    words = {*_bounds(doc, expression)}
    if time is None or "/" in time.value or (words & {"until", "till"} and waits(verb)):
        return time
    if time.start is None:
        return None if words & {"before", "after", "than", "since", "until", "till", "through", "by"} else time
    if words & {"before", "after", "than"}:
        return None
    if words & {"since"}:
        return Time(f"{time.value}/..", time.start, None, "interval")
    if words & {"until", "till", "through", "by"}:
        return Time(f"../{time.value}", None, time.end, "interval")
    return time


def _bounds(doc: Doc, expression: Expression) -> list[str]:
    """The first word of a time and the one before it, an article left aside: "until the summer of 2027"."""
    before = expression.start - 1
    before -= before > 0 and doc[before].lower_ == "the"
    return [doc[max(before, 0)].lower_, doc[expression.start].lower_]


def is_deadline(token: Token, expressions: list[Expression]) -> bool:
    """Whether the time of a verb is one by which it is done: "by the end of 2029"."""
    return any("by" in _bounds(token.doc, e) for e in expressions_of(token, expressions))


def _opens(expression: Expression, verb: Token) -> bool:
    """Whether a time stands before the subject of its clause, so that clauses coordinated to it share it."""
    return all(expression.start < s.left_edge.i for s in verb.children if s.dep_ in ("nsubj", "nsubjpass"))


def holder(token: Token) -> Token:
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
