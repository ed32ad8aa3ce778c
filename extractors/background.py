"""Background: what a sentence takes for granted or tells in passing, whatever becomes of its main clause."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.frames import matching_frames
from extractors.phrases import children, lemma

__all__ = ["RULES", "is_background"]

# What says what is to be done.
RULES = frozenset(
    "policy law rule ban plan proposal regulation guideline restriction order bill motion injunction clause decree "
    "ordinance amendment resolution petition".split()
)

_FACTIVE = frozenset("as because since while although though whereas after".split())


def is_background(discourse: Discourse, node: Token) -> bool:
    """Whether past a word only voices reach down: a clause told in passing, an event that is somebody's."""
    return _is_told_in_passing(node) or _is_spoken_of(discourse, node) or _is_before_something_past(node)


def _is_before_something_past(node: Token) -> bool:
    """ "failed to ask them before granting permission": that it was granted no failure denies."""
    beside = node.dep_ == "pcomp" and node.tag_ == "VBG" and node.head.lower_ in ("before", "after", "since")
    above = next((a for a in node.ancestors if a.pos_ == "VERB" and a.tag_ in ("VBD", "VBZ", "VBP")), None)
    return beside and above is not None and above.tag_ == "VBD"


def _is_told_in_passing(node: Token) -> bool:
    """Whether a clause tells something in passing: relative, apposed, "as", "because", "after it had …"."""
    if node.dep_ in ("relcl", "appos"):
        return True
    if node.dep_ == "acl":
        return node.tag_ in ("VBN", "VBG") and not _is_ruled(node)
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP") for t in (node, *children(node, "aux", "auxpass")))
    return node.dep_ == "advcl" and finite and any(m.lower_ in _FACTIVE for m in children(node, "mark", "advmod"))


def _is_ruled(clause: Token) -> bool:
    """ "asked for an order ending the strike": what an order, a law or a plan is to do comes with it, if it comes."""
    noun = clause.head
    definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.lefts)
    return clause.tag_ == "VBG" and lemma(noun) in RULES and not definite and noun.dep_ in ("dobj", "pobj")


def _is_spoken_of(discourse: Discourse, node: Token) -> bool:
    """ "refuses to condemn their attack on us": an event that is somebody's is there, whatever is said of it."""
    if node.dep_ != "dobj" or node.pos_ != "NOUN" or node.head.pos_ != "VERB":
        return False
    ontology, verb = discourse.lexicon.ontology, node.head
    frames = [f for f in matching_frames(discourse.lexicon, verb) if f.property]
    looked_into = any(f.property == ontology.iri("by:investigates") for f in frames)
    if looked_into and any(c.lower_ == "the" for c in children(node, "det")):
        return True  # "to investigate the murder of"
    known = [ontology.properties[f.property or ""] for f in frames if not f.complement]
    spoken_of = any(ontology.iri("by:Voice") in k.domain for k in known)
    return bool(children(node, "poss")) and (spoken_of or lemma(verb) in ("repeat", "renew", "continue", "resume"))
