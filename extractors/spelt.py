"""Spelt: relations read off how names are spelt and what stands in brackets behind them, where a label asks for it.

"Norway women's national football team" plays women's football, "the gull (Larus major)" is of the genus Larus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractors.coreference import Discourse
from extractors.drafts import Draft, Filler, property_relation, time_literal
from extractors.referents import Referent
from extractors.topics import admitted, may_be, thing
from ontology import Property, Time

__all__ = ["spelt_drafts"]

_DIVISION = re.compile(
    r"\b(men|women|boys|girls)['’]?s['’]? (?:national )?(?:under-?\d+ )?"
    r"((?:[a-z]+ ){0,2}?[a-z]+)(?: (?:team|side|club|squad)\b|$)"
)
_BINOMIAL = re.compile(r"\s*\(([A-Z][a-z]+) [a-z-]+\b")
_FORMERLY = re.compile(r"\W*(?:syn\.?:?|synonym|formerly|previously) ([A-Z][a-z]+ [a-z-]+)\b")
_DATED = re.compile(r"\s*\((1[5-9]\d\d|20\d\d)\)")
_BEHIND = {"binomial": _BINOMIAL, "formerly": _FORMERLY, "dated": _DATED}
_FAR = 60


def spelt_drafts(discourse: Discourse, wanted: Mapping[str, list[str]]) -> Iterator[Draft]:
    """The claims of these patterns for the properties that want them, by the pattern's name."""
    for iri in wanted.get("division", ()):
        yield from _divisions(discourse, iri)
    for pattern in _BEHIND:
        for iri in wanted.get(pattern, ()):
            yield from _behind_names(discourse, iri, pattern)


def _divisions(discourse: Discourse, iri: str) -> Iterator[Draft]:
    """ "Norway women's national football team" is a name, though its small words hide it, whatever it is taken for."""
    known = discourse.lexicon.ontology.properties[iri]
    for referent in list(discourse.referents):
        match = _DIVISION.search(referent.name) if referent.name[:1].isupper() and referent.mentions else None
        if match is not None:
            value = thing(discourse, f"{match[1]}'s {match[2]}", known)
            yield _draft(discourse, iri, "division", referent, value, referent.mentions[0].head)


def _behind_names(discourse: Discourse, iri: str, pattern: str) -> Iterator[Draft]:
    """One claim for each name with what the pattern reads behind a mention of it, in the order of the names."""
    known = discourse.lexicon.ontology.properties[iri]
    for referent in list(discourse.referents):
        found = _read(discourse, referent, _BEHIND[pattern]) if may_be(discourse, referent, known.domain) else None
        if found is None:
            continue
        value = _value(discourse, found[0], known, pattern)
        if admitted(discourse, known, referent, value):
            yield _draft(discourse, iri, pattern, referent, value, found[1])


def _value(discourse: Discourse, text: str, known: Property, pattern: str) -> Filler:
    """ "Blue Harbour (1984)": the year that a work is of; else the thing of that name."""
    if pattern == "dated":
        return time_literal(discourse, Time(text, f"{text}-01-01", f"{text}-12-31", "year"))
    return thing(discourse, text, known)


def _draft(discourse: Discourse, iri: str, pattern: str, referent: Referent, value: Filler, head: int) -> Draft:
    relation = property_relation(discourse, iri, pattern)
    return Draft(head, referent, relation, value, f"label {pattern}", (head,), background=True)


def _read(discourse: Discourse, referent: Referent, pattern: re.Pattern[str]) -> tuple[str, int] | None:
    """The words that a pattern reads behind a mention and the mention's head."""
    for mention in (m for m in referent.mentions if m.kind != "pronoun"):
        behind = discourse.doc[mention.end - 1].whitespace_ + discourse.doc[mention.end : mention.end + _FAR].text
        match = pattern.match(behind[:_FAR])
        if match is not None:
            return match[1], mention.head
    return None
