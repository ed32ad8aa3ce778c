"""Brackets behind a name: "Anna Brandt (born 3 May 1961 in Bergen)", "(1899–1980)", "(3 May 1899 – 4 June 1980)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.dates import INTERVAL, parse_time
from extractors.drafts import Draft, property_relation
from extractors.phrases import lemma
from extractors.referents import Referent, is_person
from extractors.times import Expression
from ontology import Literal

__all__ = ["bracket_drafts"]

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_DASHES = "–—-"
_DATATYPES = {"day": "xsd:date", "month": "xsd:gYearMonth", "year": "xsd:gYear"}


def bracket_drafts(discourse: Discourse) -> Iterator[Draft]:
    """What the brackets directly behind a person's name say of birth and death."""
    for referent in discourse.referents:
        if not referent.named or not is_person(referent, discourse.lexicon):
            continue
        for mention in referent.mentions:
            inside = _inside(discourse, mention.end)
            if mention.kind == "name" and inside:
                yield from _life(discourse, referent, mention.head, inside)


def _inside(discourse: Discourse, at: int) -> list[Token]:
    """The tokens of the bracket that opens here or behind a comma and a word or two (", MP (born …")."""
    doc = discourse.doc
    opening = next((i for i in range(at, min(at + 3, len(doc))) if doc[i].text == "("), None)
    if opening is None or any(t.pos_ in ("VERB", "AUX", "PRON") for t in doc[at:opening]):
        return []
    closing = next((i for i in range(opening, min(opening + 40, len(doc))) if doc[i].text == ")"), None)
    return list(doc[opening + 1 : closing]) if closing is not None else []


def _life(discourse: Discourse, referent: Referent, head: int, inside: list[Token]) -> Iterator[Draft]:
    """Birth and death from the words, or from a dash between two dates."""
    dates = _dates(discourse, inside)
    dashes = [t.i for t in inside if t.text in _DASHES]
    spans = len(dates) == 2 and any(dates[0].end <= d < dates[1].start for d in dashes)
    joined = len(dates) == 1 and len(inside) == 1 and re.fullmatch(rf"\d{{4}}[{_DASHES}]\d{{4}}", inside[0].text)
    if joined:
        years = inside[0].text[:4], inside[0].text[-4:]
        dates = [Expression(inside[0].i, inside[0].i + 1, f"in {y}") for y in years]
    for n, date in enumerate(dates):
        event = ("birth", "death")[n] if spans or joined else _event(discourse, inside, date)
        if event:
            yield from _dated(discourse, referent, head, event, date)
    if any(_event(discourse, inside, d) == "birth" for d in dates) or (inside and lemma(inside[0]) == "bear"):
        yield from _born_in(discourse, referent, head, inside)


def _dates(discourse: Discourse, inside: list[Token]) -> list[Expression]:
    """Dates in the bracket, a bare year included."""
    first, last = inside[0].i, inside[-1].i
    found = [part for e in discourse.times if first <= e.start <= last for part in _apart(discourse, e)]
    taken = {i for e in found for i in range(e.start, e.end)}
    years = [t for t in inside if t.i not in taken and _YEAR.match(t.text) and len(t.text) in (4, 9)]
    return sorted([*found, *(Expression(t.i, t.i + 1, f"in {t.text[:4]}") for t in years)], key=lambda e: e.start)


def _apart(discourse: Discourse, expression: Expression) -> list[Expression]:
    """The two ends of an interval each for itself."""
    dashes = [i for i in range(expression.start, expression.end) if discourse.doc[i].text in _DASHES]
    if INTERVAL not in expression.text or not dashes:
        return [expression]
    first, last = expression.text.split(INTERVAL, 1)
    return [
        Expression(expression.start, dashes[0], first.strip()),
        Expression(dashes[0] + 1, expression.end, last.strip()),
    ]


def _event(discourse: Discourse, inside: list[Token], date: Expression) -> str:
    """The event whose verb the lexicon has and the bracket says before the date: "born", "died"."""
    before = [t for t in inside if t.i < date.start]
    for token in reversed(before):
        for event in ("birth", "death"):
            iri = discourse.lexicon.construction(event)
            if any(f.property == iri for f in discourse.lexicon.frames.get(("verb", lemma(token)), ())):
                return event
    return ""


def _dated(discourse: Discourse, referent: Referent, head: int, event: str, date: Expression) -> Iterator[Draft]:
    time = parse_time(date.text, discourse.published)
    if time is not None and time.precision in _DATATYPES:
        relation = property_relation(discourse, discourse.lexicon.construction(event), event)
        value = Literal(time.value, discourse.lexicon.ontology.iri(_DATATYPES[time.precision]))
        yield Draft(head, referent, relation, value, f"bracket {event}", (head, date.start), background=True)


def _born_in(discourse: Discourse, referent: Referent, head: int, inside: list[Token]) -> Iterator[Draft]:
    iri = discourse.lexicon.ontology.iri
    for token in inside:
        place = discourse.referent(token)
        here = token.i > 0 and token.nbor(-1).lower_ in ("in", "at", "near")
        if here and place is not None and discourse.lexicon.ontology.is_a(place.type, iri("schema:Place")):
            relation = property_relation(discourse, iri("schema:birthPlace"), "born in")
            yield Draft(head, referent, relation, place, "bracket birth", (head, token.i), background=True)
