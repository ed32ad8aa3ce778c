"""Announced: what is refused of what was announced is refused for the day that it was announced for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.phrases import children
from ontology import Time

__all__ = ["announced_time"]

_CONCEDING = frozenset({"though", "although", "while"})


def announced_time(discourse: Discourse, verb: Token) -> Time | None:
    """When somebody is not let in: "Though they said they would call on Friday, she will not allow them on site"."""
    below = [s for c in children(verb, "ccomp", "xcomp") for s in children(c, "nsubj", "nsubjpass")]
    tokens = [*children(verb, "dobj", "dative"), *below]
    refused = {r for t in tokens if (r := discourse.referent(t)) is not None}
    for plan in _conceded_plans(discourse, verb) if refused else ():
        if any(discourse.referent(s) in refused for s in children(plan, "nsubj")):
            return discourse.time(plan, future=True)
    return None


def _conceded_plans(discourse: Discourse, verb: Token) -> Iterator[Token]:
    """The verbs that look ahead in the clauses that a sentence concedes: "though they said they would come"."""
    for clause in (t for t in verb.sent if t.dep_ == "advcl" and t.pos_ in ("VERB", "AUX")):
        if any(m.lower_ in _CONCEDING for m in children(clause, "mark", "advmod")) and verb not in clause.subtree:
            yield from (t for t in clause.subtree if t.pos_ == "VERB" and _looks_ahead(discourse, t))


def _looks_ahead(discourse: Discourse, verb: Token) -> bool:
    """Whether a clause is about what was then to come: "would", "will", "are to"."""
    return discourse.is_future(verb) or any(a.lower_ in ("would", "'d", "’d") for a in children(verb, "aux"))
