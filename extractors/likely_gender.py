"""Likely gender: what a given name, or a noun beside it, suggests of somebody where nothing else tells.

It helps to find out whom "she" means and is never written into a graph. The given names are those of Faker's locales
in Latin letters, each as many votes as locales have it.
"""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import import_module

import faker.providers.person as people
from spacy.tokens import Doc, Token

from extractors.mentions import Mention
from extractors.phrases import children, lemma
from ontology import Lexicon, without_accents

__all__ = ["EITHER_OFFICE", "is_given_name", "likely_gender"]

# Offices for men by their words alone: a chairman may be a woman, a gunman hardly ever.
EITHER_OFFICE = frozenset("chairman spokesman alderman actor landlord salesman foreman headmaster".split())

_LISTS = {"by:Feminine": "first_names_female", "by:Masculine": "first_names_male"}
_SURE = 3
_OTHER_LETTERS = frozenset(
    "ar az bg bn el fa gu he hi hy ja ka ko mk mr ne or ru si ta th uk vi zh".split()
)  # languages whose locales have no names in Latin letters


def likely_gender(doc: Doc, name: str, mentions: Iterable[Mention], lexicon: Lexicon) -> str:
    """The IRI of the gender that somebody of a full name has most likely, empty where that is open.

    Raises nothing; `doc` is the text of the mentions.
    """
    nouns = lexicon.words("genderNoun")
    for mention in mentions:
        told = [n for t in _beside(doc[mention.head]) if (n := lemma(t)) in nouns and n not in EITHER_OFFICE]
        said = next((nouns[n] for n in told), "")
        if said:
            return said
    words = name.split()
    votes = {gender: _given_names(gender)[_plain(words[0])] for gender in _LISTS} if len(words) > 1 else {}
    best = max(votes, key=lambda g: votes[g], default="")
    return lexicon.ontology.iri(best) if best and votes[best] >= _SURE * sum(votes.values()) / (_SURE + 1) > 0 else ""


def is_given_name(word: str) -> bool:
    """Whether a word is a given name somewhere.

    >>> is_given_name("Anna"), is_given_name("Northern")
    (True, False)
    """
    return any(_given_names(gender)[_plain(word)] for gender in _LISTS)


def _beside(name: Token) -> Iterable[Token]:
    """What stands in apposition to a name: "Anna Brandt, a chemist and mother of two", "his wife, Anna Brandt"."""
    apposed = [a for a in children(name, "appos") if a.pos_ == "NOUN"]
    apposed += [name.head] if name.dep_ == "appos" and name.head.pos_ == "NOUN" else []
    return [*apposed, *(c for a in apposed for c in children(a, "conj") if a.i > name.i)]


@cache
def _given_names(gender: str) -> Counter[str]:
    """How many locales have a name for a gender."""
    votes: Counter[str] = Counter()
    for module in pkgutil.iter_modules(people.__path__):
        if module.name.split("_")[0] in _OTHER_LETTERS:
            continue
        provider = import_module(f"{people.__name__}.{module.name}").Provider
        votes.update({_plain(name) for name in getattr(provider, _LISTS[gender], ()) if name[0].isascii()})
    return votes


def _plain(name: str) -> str:
    plain = name.strip().lower()
    return plain if plain.isascii() else without_accents(plain)
