"""Incomplete: verbs and nouns that say nothing alone, so that no open relation is made of them."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.phrases import children, is_finite, is_infinitive, preposition_objects

__all__ = ["is_ability", "is_part_of_relative", "is_small_clause", "is_somebodys", "is_vague", "is_whole"]

_VAGUE = frozenset("time way thing fact case point kind sort lot bit rest one part".split())
_ABILITIES = frozenset("potential chance ability power opportunity tendency capacity will".split())


def is_vague(token: Token) -> bool:
    """ "at a time when", "in a way": a noun that says nothing without what follows it."""
    bare = token.lower_ == "place" and not children(token, "det", "poss", "amod")  # "put in place"
    bare = bare or (token.lower_ == "doubt" and any(c.lower_ == "no" for c in children(token, "det")))  # "in no doubt"
    neither = any(c.lower_ in ("neither", "either") for c in children(token, "det"))
    counted = token.tag_ == "NNS" and bool(children(token, "nummod"))  # "scored two points"
    return (token.lemma_.lower() in _VAGUE and token.pos_ == "NOUN" and not counted) or bare or neither


def is_ability(token: Token) -> bool:
    """ "has the potential to change it": what somebody can or may do says the infinitive."""
    able = token.lemma_.lower() in _ABILITIES and token.pos_ == "NOUN"
    return able and any(is_infinitive(c) for c in children(token, "acl"))


def is_part_of_relative(token: Token) -> bool:
    """ "pupils, a third of whom are ill": a part of those whom only a relative pronoun names."""
    return any(o.tag_ in ("WP", "WDT") for p, o in preposition_objects(token) if p == "of")


def is_somebodys(discourse: Discourse, token: Token) -> bool:
    """ "Its round shape means wealth", where nothing tells what "it" is: the shape of nobody knows what."""
    owners, referent = children(token, "poss"), discourse.referent(token)
    if referent is not None and referent.named:
        return False  # "Their daughter, Anna Brandt, left"
    return bool(owners) and owners[0].pos_ == "PRON" and discourse.referent(owners[0]) is None


def is_whole(verb: Token) -> bool:
    """Whether a verb says something by itself: no object left unclear, no noun that it lacks ("coal to sell")."""
    lent = verb.dep_ == "advcl" and children(verb, "mark") and children(verb.head, "dobj")  # "coal for him to sell"
    if verb.dep_ == "relcl" and verb.head.lemma_ in ("way", "manner") and not children(verb, "dobj", "prep"):
        return False  # "explained the way it worked"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without" and not children(verb, "dobj", "nsubj"):
        return False  # "without heating"
    if any(m.lower_ == "for" for c in children(verb, "advcl") for m in children(c, "mark")):
        return False  # "called for her to leave"
    if verb.lemma_ in ("go", "continue") and any(c.tag_ == "VB" for c in children(verb, "xcomp")):
        return False  # "went on to discuss it"
    if _lists_on(verb) or (verb.i + 1 < len(verb.doc) and verb.nbor(1).text == ":"):
        return False  # "Anna continued: …"
    gap = (verb.dep_ in ("relcl", "acl") or lent) and is_infinitive(verb)
    return not gap and not _is_absolute(verb) and not children(verb, "dobj", "attr", "acomp", "oprd", "dative")


def _lists_on(verb: Token) -> bool:
    """ "recognise, carry and sort balls": the object that the last verb of a list has may be that of all."""
    after = [c for c in children(verb, "conj") if c.pos_ == "VERB" and c.i - verb.i <= 3 and not children(c, "nsubj")]
    return any(children(c, "dobj") or _lists_on(c) for c in after)


def is_small_clause(verb: Token) -> bool:
    """ "makes this clear in her book": what is made clear is no matter of the book."""
    predicate = any(c.dep_ in ("oprd", "acomp") and c.pos_ in ("ADJ", "NOUN") for c in verb.children)
    # "put Norway 2 – 0 up"
    ahead = verb.lemma_ == "put" and any(
        t.tag_ == "CD" for o in children(verb, "dobj") for t in o.doc[o.i + 1 : o.i + 2]
    )
    return (
        predicate
        or ahead
        or any(c.dep_ == "ccomp" and c.pos_ in ("ADJ", "VERB") and not is_finite(c) for c in verb.children)
    )


def _is_absolute(verb: Token) -> bool:
    """ "Both teams going in unbeaten, …": a participle with a subject of its own is no clause."""
    return verb.tag_ in ("VBG", "VBN") and not is_finite(verb) and bool(children(verb, "nsubj"))
