"""Spelt: relations read off how names are spelt and what stands in brackets behind them, where a label asks for it.

"Norway women's national football team" plays women's football, "the gull (Larus major)" is of the genus Larus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractors.coreference import Discourse
from extractors.drafts import Draft, property_relation
from extractors.referents import Referent
from extractors.topics import admitted, may_be, thing

__all__ = ["spelt_drafts"]

_DIVISION = re.compile(
    r"\b(men|women|boys|girls)['’]?s['’]? (?:national )?(?:under-?\d+ )?"
    r"((?:[a-z]+ ){0,2}?[a-z]+)(?: (?:team|side|club|squad)\b|$)"
)
_BINOMIAL = re.compile(r"\s*\(([A-Z][a-z]+) [a-z-]+\b")
_FORMERLY = re.compile(r"\W*(?:syn\.?:?|synonym|formerly|previously) ([A-Z][a-z]+ [a-z-]+)\b")
_BEHIND = {"binomial": _BINOMIAL, "formerly": _FORMERLY}
_FAR = 60


def spelt_drafts(discourse: Discourse, wanted: Mapping[str, list[str]]) -> Iterator[Draft]:
    """The claims of these patterns for the properties that want them, by the pattern's name."""
    for pattern in ("division", *_BEHIND):
        for iri in wanted.get(pattern, ()):
            yield from _of_pattern(discourse, iri, pattern)


def _of_pattern(discourse: Discourse, iri: str, pattern: str) -> Iterator[Draft]:
    """One claim for each name that a pattern fits, in the order of the names."""
    known = discourse.lexicon.ontology.properties[iri]
    for referent in list(discourse.referents):
        # "Norway women's national football team" is a name, though its small words hide it.
        called = pattern == "division" and referent.name[:1].isupper()
        fits = called if pattern == "division" else may_be(discourse, referent, known.domain)
        found = _read(discourse, referent, pattern) if fits else None
        if found is None:
            continue
        text, head = found
        value = thing(discourse, text, known)
        if called or admitted(discourse, known, referent, value):
            relation = property_relation(discourse, iri, pattern)
            yield Draft(head, referent, relation, value, f"label {pattern}", (head,), background=True)


def _read(discourse: Discourse, referent: Referent, pattern: str) -> tuple[str, int] | None:
    """The words that a pattern reads and the token of the mention that it reads them at."""
    for mention in referent.mentions:
        if pattern == "division":
            match = _DIVISION.search(referent.name)
            if match is not None:
                return f"{match[1]}'s {match[2]}", mention.head
            continue
        end = discourse.doc[mention.end - 1]
        behind = discourse.doc.text[end.idx + len(end) :][:_FAR]
        match = _BEHIND[pattern].match(behind)
        if match is not None and mention.kind != "pronoun":
            return match[1], mention.head
    return None
