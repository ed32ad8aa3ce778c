"""Predicates: what a copula says of a clause, and verbs that are as good as auxiliaries."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.effects import Circumstances, apply, inherit, weaken
from extractors.frames import complement_of
from extractors.modality import own_modality
from extractors.negation import is_negated
from extractors.phrases import children, is_infinitive, lemma
from ontology import Modality

__all__ = ["effect_on", "hoped", "out_of_reach", "periphrasis", "predicated", "reading"]

_WOULD = frozenset(("would", "'d", "’d"))


def reading(discourse: Discourse, noun: Token) -> str:
    """What a noun does to a clause below it: "plan to", "claims that", "reports of"."""
    frames = discourse.lexicon.frames.get(("event", lemma(noun)), ())
    return next((f.complement for f in frames if f.complement), "")


def predicated(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances | None:
    """A clause that says what a noun or another clause is: "the claim is that", "what became evident is that"."""
    about = [s for s in children(parent, "nsubj") if s.pos_ == "NOUN" and parent.lemma_ == "be"]
    if about:
        # "The claim is that it was sold" alleges it, "the reason may be that it was sold" supposes it.
        read = reading(discourse, about[0])
        tried = read == discourse.lexicon.ontology.iri("by:attempted")  # "the problem is that"
        return (
            apply(discourse, found, about[0], read) if read and not tried else inherit(discourse, found, node, parent)
        )
    return found if parent.pos_ == "ADJ" or children(parent, "csubj") else None


def periphrasis(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances | None:
    """ "has yet to", "had to", "is going to", "is to": verbs that are as good as auxiliaries."""
    if parent.lemma_ != "go" and any(t.lower_ == "yet" and t.i < node.i for t in parent.subtree):
        return replace(found, negative=not found.negative)
    if parent.lemma_ == "remain":
        return replace(found, negative=not found.negative)  # "remains to be examined"
    if parent.lemma_ == "get":
        got = (
            parent.lower_ == "got" and bool(children(parent, "aux")) and node.left_edge.i == parent.i + 1
        )  # "I've got to go"
        return weaken(found, discourse.lexicon.ontology.modality("by:normative")) if got else None
    if parent.lemma_ == "have" and (must := own_modality(discourse, parent)).top in ("planned", "possible"):
        # "will have to close" lies ahead, "might have to" is open.
        return replace(weaken(found, must), negative=found.negative != is_negated(discourse.lexicon, parent))
    if parent.lemma_ == "have" and parent.tag_ == "VBD" and parent.dep_ == "ccomp":
        # "said it had to find savings"
        must = discourse.lexicon.ontology.modality("by:normative")
        return replace(weaken(found, must), negative=found.negative != is_negated(discourse.lexicon, parent))
    if parent.lemma_ == "have":
        return inherit(discourse, found, node, parent) if parent.tag_ in ("VBD", "VBN") else None
    ahead = parent.tag_ == "VBG" or (parent.lemma_ == "be" and not complement_of(discourse.lexicon, parent, ""))
    negative = found.negative != is_negated(discourse.lexicon, parent)
    own, conditional = own_modality(discourse, parent), discourse.lexicon.ontology.modality("by:conditional")
    # "if we were to win": no plan.
    planned = weaken(found, own if own == conditional else discourse.lexicon.ontology.modality("by:committed"))
    return replace(planned, negative=negative) if ahead else None


def effect_on(discourse: Discourse, node: Token, parent: Token, *, infinitive: bool) -> str:
    """What a verb does to a clause that completes it; "considers it to be rare" tells what somebody thinks."""
    if infinitive and lemma(parent) == "consider" and node.lemma_ == "be":
        return discourse.lexicon.ontology.iri("lex:said")
    if infinitive and lemma(parent) in ("like", "love") and any(a.lower_ in _WOULD for a in children(parent, "aux")):
        return discourse.lexicon.ontology.iri("by:requested")  # "would like to know"
    effect = complement_of(discourse.lexicon, parent, "", infinitive=infinitive)
    aimed = infinitive and effect == discourse.lexicon.ontology.iri("lex:said") and _is_aim(node, parent)
    return discourse.lexicon.ontology.iri("by:purpose") if aimed else effect


def _is_aim(node: Token, parent: Token) -> bool:
    """ "announced the start of a survey to find designs": what something is for, where what is announced is a noun."""
    perfect = any(a.lower_ == "have" for a in children(node, "aux"))
    return node.dep_ == "xcomp" and bool(children(parent, "dobj")) and not perfect


def out_of_reach(found: Circumstances, adjective: Token) -> Circumstances:
    """ "is unlikely to win", "are too few to rule it out"."""
    far = adjective.lower_ == "unlikely" or any(c.lower_ == "too" for c in children(adjective, "advmod"))
    return replace(found, negative=not found.negative) if far else found


def hoped(discourse: Discourse, verb: Token) -> Modality | None:
    """ "By comparing the two, they hope to find it": what they do it by lies ahead, too."""
    ontology = discourse.lexicon.ontology
    ahead = any(is_infinitive(c) for c in children(verb, "xcomp"))
    effect = complement_of(discourse.lexicon, verb, "", infinitive=True) if ahead else ""
    found = ontology.modalities.get(effect)
    wished = found is not None and found.top in ("planned", "requested")
    return ontology.modality("by:committed") if wished else None
