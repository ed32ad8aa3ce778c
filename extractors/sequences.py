"""Sequences: what came after or before what. After is not because: a cause needs a causal word."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.drafts import Draft, Filler, filler, property_relation
from extractors.negation import is_excluded, is_negated
from extractors.phrases import children, lemma, noun_phrase, preposition_objects, words
from extractors.referents import Referent

__all__ = ["clause_event", "sequence_drafts"]
_APPEARING = frozenset("appear bring come go haul put stand testify".split())


def sequence_drafts(discourse: Discourse, p: Proposition) -> Iterator[Draft]:
    """The events that a clause is placed after, before, or because of."""
    verb = discourse.doc[p.trigger]
    for wording, other, found in _neighbours(discourse, verb):
        event = clause_event(discourse, p)
        if event is None or found is event:
            continue
        relation = property_relation(discourse, discourse.lexicon.prepositions[wording], wording)
        if relation.iri != discourse.lexicon.ontology.iri("by:causes"):
            yield Draft(verb.i, event, relation, found, "sequence", (verb.i, other.i))
        elif (cause := discourse.referent(other)) is not None:
            negative = _is_kept_from(discourse, verb, other)
            yield Draft(verb.i, cause, relation, event, "cause", (verb.i, other.i), negative=negative)


def _is_kept_from(discourse: Discourse, verb: Token, cause: Token) -> bool:
    """ "Because of the cliff the boat could not land": that it did not is what the cliff caused."""
    unable = cause.i < verb.i or any(a.lower_ in ("could", "can", "ca") for a in children(verb, "aux"))
    return unable and is_negated(discourse.lexicon, verb)


def _neighbours(discourse: Discourse, verb: Token) -> Iterator[tuple[str, Token, Filler]]:
    words_ = discourse.lexicon.prepositions
    says = discourse.lexicon.ontology.iri("by:says")
    for preposition, target in preposition_objects(verb):
        if preposition == "before" and lemma(verb) in _APPEARING:
            continue  # "came before the court"
        if (
            words_.get(preposition, says) != says
            and not is_excluded(target)
            and target.ent_type_ not in ("DATE", "TIME", "CARDINAL")
        ):
            found = filler(discourse, target)
            if found is not None and _is_event(discourse, target, found):
                yield preposition, target, found
    # "died from an infection caused by dirt after they had": what comes after is no matter of the dirt.
    for clause in children(verb, "advcl") if verb.dep_ != "acl" else ():
        for mark in children(clause, "mark", "advmod"):
            if mark.lower_ in words_ and mark.i < clause.i and not _is_reason(verb, mark, clause):
                yield mark.lower_, clause, discourse.tell(_after(mark, clause))


def _is_reason(verb: Token, mark: Token, clause: Token) -> bool:
    """ "She should not go since she is ill": of time is "since" only from something past, with a perfect above it."""
    if mark.lower_ != "since":
        return False
    past = any(t.tag_ in ("VBD", "VBN") for t in (clause, *children(clause, "aux")))
    perfect = any(t.lemma_ == "have" for t in children(verb, "aux"))
    return not (past and perfect)


def _after(mark: Token, clause: Token) -> str:
    """What stands behind the conjunction: "entirely after the game ended" is of a game that ended."""
    told = [t for t in clause.subtree if t.i > mark.i]
    if told and told[-1].lower_ in ("and", "but", "or"):
        told = told[:-1]
    return words(clause.doc[told[0].i : told[-1].i + 1]) if told else ""


def _is_event(discourse: Discourse, token: Token, found: Filler) -> bool:
    ontology = discourse.lexicon.ontology
    if isinstance(found, Referent):
        return ontology.is_a(found.type, ontology.iri("schema:Event")) if found.type else True
    return token.pos_ in ("NOUN", "VERB")


def clause_event(discourse: Discourse, p: Proposition) -> Referent | None:
    """What a clause tells, as an event that has a name of its own: "Anna Brandt denied entry"."""
    verb = discourse.doc[p.trigger]
    tokens = p.get("object") if p.passive else p.get("subject")
    actor = next((r for i in tokens if (r := discourse.by_head.get(i)) is not None), None)
    if actor is None:
        return None
    act = _act(p, verb)
    known = next((r for r in discourse.referents if r.name == f"{actor.name} {act}"), None)
    if known is not None:
        return known
    event = Referent(f"{actor.name} {act}", type=discourse.lexicon.ontology.iri("schema:Event"))
    event.wordings.add(act)
    discourse.referents.append(event)
    return event


def _act(p: Proposition, verb: Token) -> str:
    particles = [c for c in children(verb, "advmod") if c.i == verb.i + 1 and c.tag_ in ("RP", "RB") and len(c) < 5]
    kept = [verb, *particles, *children(verb, "prt", "oprd", "neg")]
    kept += [n for o in children(verb, "oprd") for n in children(o, "neg")]  # "was found not guilty"
    objects = [o for o in children(verb, "dobj", "attr", "acomp") if o.tag_ not in ("WDT", "WP")][:1]
    parts = [*kept, *(t for o in objects for t in noun_phrase(o))]
    be = ["was"] if p.passive else []
    return " ".join([*be, *(t.text for t in sorted(parts, key=lambda t: t.i) if not t.is_space)])
