"""Conflicting values: two dates of birth, two ages, two numbers of the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Token

from extractors.conflict import Contradiction
from extractors.conflicting_claims import voices
from extractors.coreference import Discourse
from extractors.drafts import Draft
from extractors.factuality import circumstances
from extractors.passages import evidence_of
from extractors.phrases import children, lemma, subtree_span, words
from ontology import Claim, Evidence, Literal, Reading

__all__ = ["second_numbers", "second_values"]

_DATE = re.compile(r"\d{4}(-\d\d){0,2}|--\d\d-\d\d")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_COUNTED = ("nsubj", "nsubjpass", "dobj")
_BESIDE = ("prep", "npadvmod", "dobj", "agent", "prt", "relcl", "acl")


def second_values(discourse: Discourse, reading: Reading) -> Iterator[Contradiction]:
    """Two values of a property of which the ontology says that there is one (owl:FunctionalProperty)."""
    ontology = discourse.lexicon.ontology
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        known = ontology.properties.get(claim.relation.iri)
        if known is not None and known.functional and claim.status == "asserted" and _is_one(discourse, claim):
            groups[claim.subject.iri, claim.relation.iri].append(claim)
    for claims in groups.values():
        for one, other in combinations(claims, 2):
            if one.evidence != other.evidence and _excludes(discourse, one, other):
                why = f"{one.relation.label} of {one.subject.name}: {_told(one)}; {_told(other)}"
                yield Contradiction(tuple(sorted({one.evidence, other.evidence})), "value", why)


def _is_one(discourse: Discourse, claim: Claim) -> bool:
    ontology = discourse.lexicon.ontology
    return not ontology.is_a(claim.subject.type, ontology.iri("by:Group"))


def _told(claim: Claim) -> str:
    return f"{_value(claim)}{voices(claim)}"


def _value(claim: Claim) -> str:
    return claim.object.value if isinstance(claim.object, Literal) else claim.object.name


def _excludes(discourse: Discourse, one: Claim, other: Claim) -> bool:
    """Dates that differ in what both give of them, numbers that differ, two voices' words from the lexicon."""
    a, b = _value(one), _value(other)
    if _DATE.fullmatch(a) and _DATE.fullmatch(b):
        # One is found dead later than one dies: two verbs may have two days.
        same = one.relation.lemma == other.relation.lemma
        return same and any(x and y and x != y for x, y in zip(_parts(a), _parts(b), strict=True))
    if _NUMBER.fullmatch(a) and _NUMBER.fullmatch(b):
        return a != b and one.time is None and other.time is None
    return a != b and {a, b} <= _values(discourse, one.relation.iri) and one.sources != other.sources


def _parts(date: str) -> tuple[str, str, str]:
    """Year, month and day of an ISO date, each empty where it is open."""
    year, month, day, *_ = [*(["", *date[2:].split("-")] if date.startswith("--") else date.split("-")), "", ""]
    return year, month, day


def _values(discourse: Discourse, iri: str) -> set[str]:
    """The words that the lexicon itself has for the values of a property: what else a text says may mean the same."""
    frames = (f for found in discourse.lexicon.frames.values() for f in found if f.property == iri)
    return {f.value or f.wording for f in frames if f.object == ("value",)}


def second_numbers(discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Contradiction]:
    """What two voices count differently: "12 people were injured" and "20 people were injured"."""
    counted = [d for d in drafts if d.relation.iri == discourse.lexicon.construction("number")]
    counts = [c for d in counted if (c := _count(discourse, d)) is not None]
    for one, other in combinations(counts, 2):
        if one.event == other.event and one.number != other.number and one.voices != other.voices:
            why = f"{one.number}{_named(one)}; {other.number}{_named(other)}"
            yield Contradiction(tuple(sorted({one.quote, other.quote})), "number", why)


@dataclass(frozen=True)
class _Count:
    """An exact number of somebody to whom something happens, and who says so."""

    event: tuple[str, ...]
    number: int
    voices: tuple[str, ...]
    quote: Evidence


def _named(count: _Count) -> str:
    return "".join(f", says {name}" for name in count.voices)


def _count(discourse: Discourse, draft: Draft) -> _Count | None:
    noun = discourse.doc[draft.trigger]
    number = draft.object.value if isinstance(draft.object, Literal) else ""
    said = circumstances(discourse, noun.head)
    happened = said.modality.top == "actual" and not said.negative
    if noun.dep_ not in _COUNTED or noun.head.pos_ != "VERB" or not _NUMBER.fullmatch(number) or not happened:
        return None
    if any(t.lower_ in discourse.lexicon.words("phaseWord") for t in noun.subtree):
        return None
    quote = evidence_of(discourse.doc, min(noun.left_edge.i, noun.head.i), max(noun.i, noun.head.i) + 1)
    voices_ = tuple(r.name for r in said.sources)
    return _Count(_event(noun), int(number.replace(",", "")), voices_, quote)


def _event(noun: Token) -> tuple[str, ...]:
    """What happens to whom, in which place and at which time, by the words of the clause, the number left out."""
    verb = noun.head
    who = [lemma(t) for t in (*children(noun, "amod", "compound"), noun)]
    beside = [words(subtree_span(c)).lower() for c in (*verb.children, *noun.children) if c.dep_ in _BESIDE]
    return lemma(verb), noun.dep_, *who, *sorted(beside)
