"""Negation: whether a clause denies what its verb says, in plain dress or odd ("no one", "no longer", "hardly")."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children
from ontology import Lexicon

__all__ = ["has_negative_front", "is_excluded", "is_negated", "shares_auxiliary", "waits"]

_NEGATIVE = frozenset(["never", "no", "not", "n't", "n’t", "neither", "nor"])
_BOUNDS = frozenset(["until", "till"])
_ABILITIES = frozenset("can could may might must should ca".split())
_NOBODY = frozenset(["nobody", "none", "nothing", "neither"])


def is_negated(lexicon: Lexicon, token: Token) -> bool:
    """Whether a verb's or noun's own clause is negative; two negations make a yes."""
    coordinated = token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")
    nor = coordinated and any(_excludes(c) and c.i < token.i for c in children(token.head, "cc"))
    inherited = coordinated and shares_auxiliary(token) and is_negated(lexicon, token.head)
    return (_count(lexicon, token) % 2 == 1) or inherited or nor


def _excludes(joiner: Token) -> bool:
    """ "nor", "rather than"."""
    rather = joiner.lower_ == "than" and joiner.i > 0 and joiner.nbor(-1).lower_ == "rather"
    return joiner.lower_ == "nor" or rather


def _count(lexicon: Lexicon, token: Token) -> int:
    # "and never will, accept": the parser hangs the negation on the auxiliary.
    own = [c for t in (token, *children(token, "aux", "auxpass")) for c in t.children if _negates(lexicon, c)]
    # "never much liked it", "and never afterwards used it"
    own += [n for c in children(token, "advmod") for n in c.children if n.lower_ == "never" and n.i < token.i]
    if any(_is_not_only(c) for c in own) or waits(token):
        return 0
    arguments = children(token, "nsubj", "nsubjpass", "dobj", "attr")
    return len(own) + any(_is_nobody(a) for a in arguments) + _is_never(token)


def _is_never(verb: Token) -> bool:
    """ "At no point was it sold", "under no circumstances will it be": the time or the way there was not."""
    inverted = any(a.i < s.i for a in children(verb, "aux", "auxpass") for s in children(verb, "nsubj", "nsubjpass"))
    return inverted and has_negative_front(verb)


def has_negative_front(verb: Token) -> bool:
    """Whether a verb has a phrase with "no" before it: "at no point", "under no circumstances"."""
    fronted = (o for p in children(verb, "prep") if p.i < verb.i for o in children(p, "pobj"))
    return any(c.lower_ == "no" for o in fronted for c in children(o, "det"))


def is_excluded(noun: Token) -> bool:
    """ "now, not after the election": what is said not to be so is no circumstance."""
    first = noun.head if noun.dep_ == "pobj" else noun
    never = noun.dep_ == "pobj" and noun.i < first.head.i and any(c.lower_ == "no" for c in children(noun, "det"))
    return never or (first.i > 0 and first.nbor(-1).lower_ == "not")  # "at no point was it"


def waits(verb: Token) -> bool:
    """ "did not reopen until Monday", "not … until they had left": it happened, and not before."""
    if not any(c.dep_ == "neg" and c.lower_ != "never" for c in verb.children):
        return False
    bounds = [c for c in children(verb, "prep") if c.lower_ in _BOUNDS and c.i > verb.i]
    bounds += [m for c in children(verb, "advcl") for m in children(c, "mark") if m.lower_ in _BOUNDS and m.i > verb.i]
    return bool(bounds) and not any(a.lower_ in _ABILITIES for a in children(verb, "aux"))


def _negates(lexicon: Lexicon, child: Token) -> bool:
    if child.dep_ == "neg":
        return True
    if child.dep_ == "advmod" and child.lower_ in lexicon.words("negator"):
        # "nearly tied with it" says how near, where "was nearly killed" says that it did not come about.
        return not (
            child.head.tag_ == "VBN" and child.i == child.head.i - 1 and not children(child.head, "auxpass", "aux")
        )
    if child.lower_ == "longer":
        return any(c.lower_ == "no" for c in child.children) or (child.i > 0 and child.nbor(-1).lower_ == "no")
    if child.dep_ == "cc" and child.i > child.head.i:
        return False  # "was not charged nor convicted": the second is what "nor" denies
    return child.lower_ in _NEGATIVE and child.dep_ in ("det", "advmod", "preconj", "cc")


def _is_not_only(child: Token) -> bool:
    return child.lower_ == "not" and child.i + 1 < len(child.doc) and child.nbor(1).lower_ in ("only", "just", "merely")


def _is_nobody(argument: Token) -> bool:
    """ "nobody", "no one", "no school", "neither the school nor the council"."""
    if argument.lower_ in _NOBODY or any(c.lower_ == "neither" for c in children(argument, "preconj", "cc")):
        return True
    no = any(c.lower_ in ("no", "neither") for c in children(argument, "det", "nummod"))
    return no or (argument.lower_ == "one" and any(c.lower_ == "no" for c in argument.children))


def shares_auxiliary(token: Token) -> bool:
    """Whether a coordinated verb leans on the auxiliary of the first: "did not go or stay"."""
    own = children(token, "aux", "auxpass", "nsubj", "nsubjpass")
    return (
        not own
        and token.pos_ == "VERB"
        and token.tag_ == token.head.tag_
        and bool(children(token.head, "aux", "auxpass"))
    )
