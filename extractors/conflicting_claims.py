"""Conflicting claims: what one voice says is so and another, or the same, that it is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from extractors.conflict import Contradiction
from extractors.coreference import Discourse
from extractors.phrases import children
from extractors.times import expressions_of
from ontology import Claim, Entity, Reading

__all__ = ["opposed_claims", "voices"]

_WITHOUT_OBJECT = frozenset({"open intransitive", "open passive"})


def opposed_claims(discourse: Discourse, reading: Reading) -> Iterator[Contradiction]:
    """The same of the same, once asserted and once denied."""
    said: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    denied: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.status in ("asserted", "denied") and _is_definite(discourse, claim.subject):
            object_ = claim.object.iri if isinstance(claim.object, Entity) else claim.object.value.lower()
            key = (claim.subject.iri, claim.relation.iri, "" if claim.rule in _WITHOUT_OBJECT else object_)
            (said if claim.status == "asserted" else denied)[key].append(claim)
    for key, claims in denied.items():
        for no in claims:
            for yes in said[key]:
                if _is_opposed(discourse, yes, no):
                    why = f"it is so{voices(yes)}; it is not so{voices(no)}"
                    yield Contradiction(tuple(sorted({yes.evidence, no.evidence})), "polarity", why)


def voices(claim: Claim) -> str:
    """Who makes a claim, as the end of a sentence; nothing where the article itself does."""
    return "".join(f", says {s.name}" for s in claim.sources)


def _is_definite(discourse: Discourse, entity: Entity) -> bool:
    """Whether it is one and the same wherever it is named: of "some teachers" and "teachers" nobody knows."""
    ontology = discourse.lexicon.ontology
    return not (entity.name.islower() and ontology.is_a(entity.type, ontology.iri("by:Group")))


def _is_opposed(discourse: Discourse, yes: Claim, no: Claim) -> bool:
    """Whether both cannot be so: of one time, in one tense, under the same circumstances, and nothing has changed."""
    if yes.evidence.start < no.evidence.end and no.evidence.start < yes.evidence.end:
        return False
    if no.time not in (None, yes.time) or not {*no.qualifiers} <= {*yes.qualifiers}:
        return False
    said, denied = _verb(discourse, yes), _verb(discourse, no)
    if said is None or denied is None or _tells_of_change(discourse, said) or _tells_of_change(discourse, denied):
        return False
    return _dates(discourse, denied) in ([], _dates(discourse, said)) and len({_tense(said), _tense(denied)} - {""}) < 2


def _dates(discourse: Discourse, verb: Token) -> list[str]:
    """The words for the time of a clause: a weekday is no date where the published one is not known."""
    return [e.text for e in expressions_of(verb, discourse.times)]


def _verb(discourse: Discourse, claim: Claim) -> Token | None:
    """The word that a claim was read from."""
    word = claim.why.split("; ")[0].split(", ")[0]
    span = discourse.doc.char_span(claim.evidence.start, claim.evidence.end, alignment_mode="expand")
    return next((t for t in span or () if t.text == word), None)


def _tells_of_change(discourse: Discourse, verb: Token) -> bool:
    phases = discourse.lexicon.words("phaseWord")
    return any(t.lower_ in phases for t in verb.sent)


def _tense(verb: Token) -> str:
    """Past, present, or nothing for what has none: "denied attacking her"."""
    if verb.pos_ == "NOUN":
        verb = verb.head
    forms = {t.tag_: t.lemma_ for t in (verb, *children(verb, "aux", "auxpass"))}
    if "VBD" in forms or "have" in forms.values():
        return "past"
    return "present" if {"VBZ", "VBP"} & forms.keys() else ""
