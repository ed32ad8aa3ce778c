"""Whether two wordings say the same: names of one thing, values, and what a claim's relation is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ontology import Relation

__all__ = ["same_name", "same_value", "says"]

_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss dr sir dame lord lady prof professor the a an".split())
_FUNCTION_WORDS = frozenset("to of in at for from by with on be is".split())
_ENDINGS = ("ations", "ation", "ings", "ing", "ers", "ed", "er", "es", "s", "e")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OWNED = re.compile(r"(?P<possessor>.+)[’']s?\s+\w|.*?\bof\s+(?P<genitive>.+)", re.DOTALL)


@cache
def _words(text: str) -> frozenset[str]:
    """The words that count: in lower case, camel case apart, no forms of address, articles, possessive endings."""
    plain = re.sub(r"[’']s\b", "", _CAMEL.sub(" ", text)).lower()
    return frozenset(re.findall(r"[^\W_]+", plain)) - _FORMS_OF_ADDRESS


@cache
def _stem(word: str) -> str:
    """A word without its ending; what is left has three letters at least."""
    if len(word) > 4 and word.endswith(("ies", "ied")):
        word = f"{word[:-3]}y"
    fitting = (e for e in _ENDINGS if word.endswith(e) and len(word) >= len(e) + 3)
    return word.removesuffix(next(fitting, ""))


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _words(text)}


def same_name(one: str, other: str) -> bool:
    """Whether two names can stand for one another: one has all words of the other, and is no other thing of its.

    >>> same_name("Ms Thorne", "Ada Thorne"), same_name("Ada Thorne", "Ada Thorne’s mill")
    (True, False)
    """
    (short, _), (long, text) = sorted(((_words(one), one), (_words(other), other)), key=lambda found: len(found[0]))
    if not short or not short <= long:
        return False
    return short == long or not (short <= _owner(text) or _has_another_head(text, short))


def _owner(text: str) -> frozenset[str]:
    """The words that only say whose something is: "Ada Thorne" in "Ada Thorne’s mill" and "the mill of Ada Thorne"."""
    found = _OWNED.match(text)
    return _words(found["possessor"] or found["genitive"]) if found else frozenset()


def _has_another_head(text: str, words: frozenset[str]) -> bool:
    """ "the Ada Thorne video" is a video: its last word is a common noun that the name lacks."""
    head = re.findall(r"[^\W_]+", text)[-1]
    return head.islower() and head not in words


def same_value(one: str, other: str) -> bool:
    """Whether two values share six in ten of the shorter one's words."""
    some, others = _stems(one), _stems(other)
    shorter = min(len(some), len(others))
    return shorter > 0 and len(some & others) >= max(1, round(0.6 * shorter))


def says(relations: Sequence[Relation], negative: bool, accepted: Iterable[str]) -> bool:
    """Whether the relations together have all the content words of one accepted wording; a negative one has "not"."""
    names = " ".join(f"{r.label} {r.lemma} {re.split('[/#:]', r.iri)[-1]}" for r in relations)
    have = _stems(names) | ({"not"} if negative else set())
    return any((wanted - _FUNCTION_WORDS or wanted) <= have for wanted in map(_stems, accepted))
