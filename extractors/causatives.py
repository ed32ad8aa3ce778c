"""Causatives: who makes, lets or helps somebody or something do what: "a storm caused the crane to fall"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.drafts import Draft, objection, open_relation, property_relation
from extractors.frames import verb_lemma
from extractors.phrases import children, is_finite, is_infinitive, lemma
from extractors.referents import Referent
from ontology import Relation

__all__ = ["causative_drafts"]

_CAUSATIVES = frozenset("cause make let help force lead enable allow prompt get compel".split())


def causative_drafts(
    discourse: Discourse, p: Proposition, verb: Token, subjects: list[tuple[Token, Referent]]
) -> Iterator[Draft]:
    """One who acts on another, under both verbs ("cause to fall") or under a property that the first alone has."""
    if lemma(verb) not in _CAUSATIVES or p.passive:
        return
    for clause in (discourse.doc[i] for i in p.get("complement")):
        moved = [s for s in children(clause, "nsubj") if verb.i < s.i < clause.i]
        other = discourse.referent(moved[0]) if len(moved) == 1 else None
        if clause.dep_ != "ccomp" or is_finite(clause) or other is None:
            continue
        for token, subject in subjects:
            if subject is not other:
                relation = _helps(discourse, verb, subject, other)
                if relation is None:
                    to = "to " if is_infinitive(clause) else ""
                    relation = open_relation(f"{lemma(verb)} {to}{verb_lemma(discourse.lexicon, clause)}")
                yield Draft(verb.i, subject, relation, other, "causative", (verb.i, token.i, moved[0].i, clause.i))


def _helps(discourse: Discourse, verb: Token, subject: Referent, other: Referent) -> Relation | None:
    """ "helped the girls enter" helps the girls; "made the school close" makes no school."""
    frames = discourse.lexicon.frames.get(("verb", lemma(verb)), ()) if lemma(verb) == "help" else ()
    fitting = (f for f in frames if f.wording == lemma(verb) and objection(discourse, f, subject, other) is None)
    frame = next((f for f in fitting if f.property), None)
    return property_relation(discourse, frame.property or "", frame.wording) if frame is not None else None
