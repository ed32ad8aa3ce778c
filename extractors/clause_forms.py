"""Forms of clauses: what the form of a dependent clause says, whatever the verb above it usually does."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extractors.attribution import speaker_of
from extractors.control import is_only_suggested
from extractors.coreference import Discourse
from extractors.effects import Circumstances, apply, weaken
from extractors.frames import complement_of
from extractors.negation import is_negated
from extractors.phrases import children, is_infinitive, lemma

__all__ = ["after_colon", "by_form"]


def by_form(
    discourse: Discourse, found: Circumstances, node: Token, parent: Token, effect: str
) -> Circumstances | None:
    """What the form of a clause says whatever its governor usually does: a wish, a question, a known fact."""
    ontology = discourse.lexicon.ontology
    if is_only_suggested(node):
        spoken = lemma(parent) in ("mention", "cite", "discuss", "debate")
        suggested = ontology.modality("by:speculative" if spoken else "by:requested")
        return weaken(found, suggested).by(speaker_of(discourse, parent))
    if lemma(parent) in ("help", "claim") and _is_denied(discourse, parent):
        # Who did not help her to buy it does not say that she did not; who does not claim to belong may not belong.
        unknown = weaken(found, ontology.modality("by:speculative"))
        return replace(unknown, negative=found.negative != (lemma(parent) == "claim"), closed=lemma(parent) == "help")
    return _of_finite(discourse, found, node, parent, effect) if node.dep_ == "ccomp" else None


def _of_finite(
    discourse: Discourse, found: Circumstances, node: Token, parent: Token, effect: str
) -> Circumstances | None:
    """What the form of a clause with a subject of its own says."""
    ontology = discourse.lexicon.ontology
    if not effect and node.left_edge.tag_ == "WP":
        return found  # "had finished what she was doing": nothing is said
    if effect == ontology.iri("lex:said") and _is_subjunctive(node):
        return weaken(found, ontology.modality("by:requested")).by(speaker_of(discourse, parent))
    if effect == ontology.iri("lex:said") and _is_perceived(node):
        return apply(discourse, found, parent, ontology.iri("lex:implied"))
    questioned = node.left_edge.lower_ in ("how", "why", "when", "where")
    if effect == ontology.iri("lex:said") and questioned and _is_denied(discourse, parent):
        return replace(found, closed=True)  # "declined to say how much it had spent": that it did is taken for granted
    asked = any(c.lower_ in ("how", "why") for c in children(node, "advmod"))
    if effect == ontology.iri("lex:said") and asked and is_negated(discourse.lexicon, parent):
        return found  # "have not said why it was closed": that it was is taken for granted
    if effect == ontology.iri("by:requested") and _is_asked_about(node):
        return weaken(found, ontology.modality("by:speculative"))
    # "the film explores how it came about": that it did is taken for granted.
    return found if asked and effect == ontology.iri("by:speculative") else None


def _is_denied(discourse: Discourse, verb: Token) -> bool:
    """ "did not help", "denied that she helped", "refused to help"."""
    lexicon = discourse.lexicon
    above = (
        complement_of(lexicon, verb.head, "", infinitive=is_infinitive(verb)) if verb.dep_ in ("ccomp", "xcomp") else ""
    )
    return is_negated(lexicon, verb) or above in (
        lexicon.ontology.iri("lex:denied"),
        lexicon.ontology.iri("lex:refused"),
    )


def after_colon(node: Token, parent: Token) -> bool:
    """ "Common sense won: the two countries signed": a clause behind a colon depends on no verb but one of saying."""
    before = node.left_edge.i - 1
    return node.dep_ == "ccomp" and parent.i < before and node.doc[before].text in (":", ";", "–", "—")


def _is_subjunctive(node: Token) -> bool:
    """ "insisted that she go": a bare verb asks for what it says."""
    marked = any(c.lower_ == "that" for c in children(node, "mark"))
    return marked and node.tag_ == "VB" and not children(node, "aux") and bool(children(node, "nsubj", "nsubjpass"))


def _is_perceived(node: Token) -> bool:
    """ "saw their taxes go up": who sees something happen does not say it."""
    bare = node.tag_ in ("VB", "VBG") and not children(node, "mark", "aux", "auxpass")
    return bare and bool(children(node, "nsubj"))


def _is_asked_about(node: Token) -> bool:
    """ "asked how it would end": a question."""
    return node.dep_ == "ccomp" and (
        node.left_edge.tag_ in ("WRB", "WP", "WDT")
        or any(c.lower_ in ("if", "whether") for c in children(node, "mark"))
    )
