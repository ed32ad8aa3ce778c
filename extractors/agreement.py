"""Agreement: what the number of a verb, and the words that go in pairs, tell of the nouns around them."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children
from extractors.trees import hang

__all__ = ["reread_by_number"]

# Verbs whose third person no noun looks like.
_VERBS = frozenset(
    "compete belong depend rely collaborate cooperate comply specialise specialize operate serve".split()
)
_SINGULAR = frozenset("is was has does".split())


def reread_by_number(token: Token) -> None:
    """Give a verb the subject that it agrees with, "both" its two nouns, and a list of verbs its last."""
    _plural_before_singular(token)
    _verb_in_s(token)
    _listed_verb(token)
    _both(token)
    _all_of_them(token)
    _last_of_verbs(token)


def _listed_verb(token: Token) -> None:
    """ "which buys chips for its tablets and competes with them": a bare noun in -s before a preposition is a verb."""
    bare = token.tag_ == "NNS" and token.dep_ == "conj" and not any(c.i < token.i for c in token.children)
    joined = bare and token.i > 1 and token.nbor(-1).lower_ == "and" and token.lemma_.lower() in _VERBS
    verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None) if joined else None
    behind = token.nbor(1) if verb is not None and token.i + 1 < len(token.doc) else token
    if verb is not None and verb.tag_ == "VBZ" and behind.dep_ == "prep":
        joiner = token.nbor(-1)
        hang(behind, token)
        token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", token.lemma_.lower()
        hang(token, verb, "conj")
        hang(joiner, verb, "cc")


def _all_of_them(token: Token) -> None:
    """ "Teams from Norway and Iran both lost": the word between a subject and its verb is no second subject."""
    if token.lower_ not in ("both", "all", "each") or token.dep_ != "nsubj" or list(token.children):
        return
    before = [s for s in children(token.head, "nsubj") if s.i < token.i and s.right_edge.i == token.i - 1]
    if before and before[0].pos_ in ("NOUN", "PROPN"):
        token.dep_ = "advmod"


def _plural_before_singular(token: Token) -> None:
    """ "saw the people and a ship was sent": what agrees with the ship alone has no subject in the people."""
    if token.dep_ != "ccomp":
        return
    plural = next(iter(children(token, "nsubj", "nsubjpass")), None)
    first = min([token, *children(token, "aux", "auxpass")], key=lambda t: t.i)
    verb = token.head
    if plural is None or plural.tag_ != "NNS" or first.lower_ not in _SINGULAR:
        return
    second = next(iter(children(plural, "conj")), None)
    own = verb.pos_ == "VERB" and plural.left_edge.i == verb.i + 1 and not children(verb, "dobj")
    if second is None or second.tag_ not in ("NN", "NNP") or second.right_edge.i + 1 != first.i or not own:
        return
    dep, joints = plural.dep_, [c for c in children(plural, "cc") if c.i < second.i]
    hang(plural, verb, "dobj")
    hang(second, token, dep)
    token.dep_ = "conj"
    for joint in joints:
        hang(joint, verb)


def _verb_in_s(token: Token) -> None:
    """ "Danes are many and the bank rates the Danes": right before an article stands no noun but a verb."""
    if token.tag_ not in ("NNS", "VBZ") or token.dep_ != "conj" or token.i + 1 >= len(token.doc):
        return
    before = [c for c in children(token, "compound") if c.i == token.i - 1 and c.pos_ == "PROPN"]
    if not before:
        return
    above = token.head
    article, verb = token.nbor(1), above if above.pos_ in ("VERB", "AUX") else above.head
    objects = [c for c in children(token, "appos", "dobj") if article.head == c and c.i > token.i]
    if article.tag_ != "DT" or not objects or verb.pos_ not in ("VERB", "AUX"):
        return
    if token.tag_ == "NNS":
        token.pos_, token.tag_, token.lemma_ = "VERB", "VBZ", token.lower_.removesuffix("s")
    for child in [c for c in token.children if c.i < before[0].i]:
        hang(child, before[0])
    for joint in [c for c in children(above, "cc") if c.i < token.i]:
        hang(joint, verb)
    hang(token, verb, "conj")
    before[0].dep_, objects[0].dep_ = "nsubj", "dobj"


def _both(token: Token) -> None:
    """ "drew both praise for helping the girls enter the country and criticism": the two that "both" announces."""
    first = token.head
    if token.lower_ != "both" or first.i != token.i + 1 or first.pos_ != "NOUN" or children(first, "conj"):
        return
    later = [t for t in first.head.subtree if t.dep_ == "conj" and t.i > first.i and t.nbor(-1).lower_ == "and"]
    second = next((t for t in later if t.pos_ == "NOUN"), None)
    if second is None or first.tag_ in ("NNS", "NNPS"):
        return  # "both teams" are two already
    told = [c for c in second.head.ancestors if c.i < second.i for c in children(c, "prep") if c.i == second.i + 1]
    hang(second.nbor(-1), first)
    hang(second, first)
    for preposition in told:
        hang(preposition, second)
    token.dep_, token.tag_ = "preconj", "CC"


def _last_of_verbs(token: Token) -> None:
    """ "asked to find, lift and store balls": behind verbs without an object the last of the list is a verb, too."""
    noun, joint = token.head, token.nbor(-1) if token.i else token
    before = joint.head
    if token.dep_ != "compound" or token.tag_ != "NN" or joint.dep_ != "cc" or joint.lower_ not in ("and", "or"):
        return
    others = [before, *(a for a in before.ancestors if before.dep_ == "conj" and a.tag_ == "VB")]
    bare = all(v.tag_ == "VB" and not children(v, "dobj", "ccomp", "xcomp") for v in others)
    if before.dep_ != "conj" or len(others) < 2 or not bare or noun.tag_ != "NNS" or noun.i != token.i + 1:
        return
    above = noun.head
    hang(token, before, "conj")
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
    hang(noun, token, "dobj")
    if (
        above.tag_ in ("VBD", "VBN")
        and above.i > noun.i
        and not children(above, "aux", "auxpass", "nsubj", "nsubjpass")
    ):
        hang(above, noun, "acl")
        above.tag_ = "VBN"
