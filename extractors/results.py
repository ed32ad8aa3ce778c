"""Results: what a clause brings about, in a participle behind it: "The firm cut 200 jobs, causing anger"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.drafts import Draft, filler, property_relation
from extractors.frames import matching_frames
from extractors.phrases import children, members, preposition_objects
from extractors.sequences import clause_event
from ontology import Frame

__all__ = ["result_drafts"]


def result_drafts(discourse: Discourse, p: Proposition) -> Iterator[Draft]:
    """What all that a clause tells caused, led to or prompted."""
    verb = discourse.doc[p.trigger]
    causes = discourse.lexicon.ontology.iri("by:causes")
    for clause in children(verb, "advcl"):
        behind = clause.tag_ == "VBG" and clause.i > verb.i and clause.doc[clause.i - 1].text == ","
        if not behind or children(clause, "nsubj", "mark"):
            continue
        frame = next((f for f in matching_frames(discourse.lexicon, clause) if f.property == causes), None)
        event = clause_event(discourse, p) if frame is not None else None
        if frame is None or event is None:
            continue
        for token in _objects(clause, frame):
            found = discourse.referent(token) or filler(discourse, token)
            if found is not None and found is not event:
                relation = property_relation(discourse, causes, frame.wording)
                yield Draft(clause.i, event, relation, found, "result", (clause.i, verb.i, token.i))


def _objects(clause: Token, frame: Frame) -> list[Token]:
    preposition = frame.wording.split()[1:]
    if not preposition:
        return members(children(clause, "dobj"))
    return members([o for p, o in preposition_objects(clause) if p == preposition[0]])
