"""Infinitives: whether what stands in one beside a verb has come about: a purpose, a request, what somebody managed."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.effects import Circumstances, apply, weaken
from extractors.frames import complement_of, matching_frames
from extractors.phrases import children, is_infinitive, lemma
from extractors.quotations import is_speech_verb

__all__ = ["is_ranked", "of_infinitive"]

_CANCELLING = frozenset("drop withdraw abandon ditch axe".split())
_FINDING, _COMING = frozenset("find discover see".split()), frozenset("wake arrive return come emerge".split())
_CLOSING = frozenset("close end finish settle".split())
_MOVING = frozenset("rise fall drop slip jump climb gain shed lose add slide tumble plunge edge dip surge".split())
_WINNING = frozenset("win beat defeat earn secure seal clinch claim reach take make complete level snatch".split())
_PLAYING = frozenset(
    "score rally recover net convert hold hang edge ease cruise storm sweep battle break come fight hit strike "
    "beat defeat overcome outlast see save survive upset stun sink fire shoot race run cross return".split()
)
_RANKED = frozenset("first second third last latest only".split())


def is_ranked(noun: Token) -> bool:
    """ "The first to climb it": one of whom it is only asked when, for that they did is plain."""
    return any(c.lower_ in _RANKED for c in noun.children)


def of_infinitive(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances:
    """An infinitive beside a verb: what the verb does to it, or the purpose."""
    ontology = discourse.lexicon.ontology
    before = node.doc[node.left_edge.i - 1] if node.left_edge.i else node
    if parent.lemma_ == "be" and before.pos_ in ("NOUN", "PROPN") and is_ranked(before):
        return found  # "was among the first leaders to thank her"
    effect = complement_of(discourse.lexicon, parent, "", infinitive=True)
    if lemma(parent) in _CANCELLING:
        effect = ""  # "was dropped into a cave, to suit up": dropping a plan is another thing
    if effect == ontology.iri("lex:denied") and children(parent, "dobj"):
        # "was denied a visa to enter": what is denied is the visa; she may have entered in the end.
        return replace(weaken(found, ontology.modality("by:speculative")), negative=not found.negative)
    if effect and (parent.tag_ == "VBN" or _completes(discourse, parent, effect) or _calls_on(discourse, parent)):
        return apply(discourse, found, parent, effect)
    if parent.dep_ == "xcomp" and node.doc[node.left_edge.i - 1].text == "," and children(parent, "aux"):
        return found
    if _goes_on(discourse, node, parent):
        return apply(discourse, found, parent, ontology.iri("by:requested"))
    called = complement_of(discourse.lexicon, parent, "for") if _is_for(node) else ""
    if called:
        return apply(discourse, found, parent, called)
    if found.reported or _wins(node, parent):
        return found
    if is_speech_verb(node, discourse.lexicon) and _communicates(discourse, parent):
        return found
    return weaken(found, ontology.modality("by:purpose"))


def _is_for(node: Token) -> bool:
    """ "called for her to leave"."""
    return any(m.lower_ == "for" for m in children(node, "mark"))


def _wins(node: Token, parent: Token) -> bool:
    """ "scored in the last minute to beat the champions": beaten they were; "woke to find", "fell to close at"."""
    turned_out = (lemma(node) in _FINDING and lemma(parent) in _COMING) or (
        lemma(node) in _CLOSING and lemma(parent) in _MOVING
    )
    won = lemma(node) in _WINNING and lemma(parent) in _PLAYING
    return (won or turned_out) and parent.tag_ == "VBD"


def _completes(discourse: Discourse, parent: Token, effect: str) -> bool:
    """ "failed to get elected", "went on to explain": no purpose, but "stopped to rest" is one."""
    decisive = [discourse.lexicon.ontology.iri(f"lex:{name}") for name in ("implied", "denied", "refused")]
    return effect in decisive and lemma(parent) not in ("stop", "quit", "cease")


def _calls_on(discourse: Discourse, verb: Token) -> bool:
    """ "called on the leader to expel him": the infinitive of a request that needs a preposition is what is asked."""
    asked = discourse.lexicon.ontology.iri("by:requested")
    frames = [f for f in matching_frames(discourse.lexicon, verb) if f.complement == asked and " " in f.wording]
    return not children(verb, "xcomp") and any(
        set(f.wording.split()[1:]) & {"on", "upon", "to", "with"} for f in frames
    )


def _goes_on(discourse: Discourse, node: Token, parent: Token) -> bool:
    """ "urged staff to wear badges, to show pictures and …": a further infinitive of a request."""
    asked = complement_of(discourse.lexicon, parent, "", infinitive=True) == discourse.lexicon.ontology.iri(
        "by:requested"
    )
    before = [c for c in children(parent, "xcomp") if c.i < node.i and is_infinitive(c)]
    return asked and bool(before) and node.doc[node.left_edge.i - 1].text in (",", "and", "or")


def _communicates(discourse: Discourse, verb: Token) -> bool:
    """Whether a verb is itself an act of communication: "posted … to say", "received a call … to inform"."""
    lexicon = discourse.lexicon
    acts = {lexicon.ontology.iri(f"by:{name}") for name in ("publishes", "contacts", "says", "speaksTo")}
    return is_speech_verb(verb, lexicon) or any(f.property in acts for f in matching_frames(lexicon, verb))
