"""Called: names that tell by one of their words of what kind they are, and names that make a kind plain.

"For Northern League side Elm Rovers" names a league, "many platforms, including the Elm 64" a platform.
"""

from __future__ import annotations

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.phrases import conjuncts
from ontology import Property

__all__ = ["called_like", "examples", "last_words"]

_PRIZES = frozenset("cup shield trophy boot".split())


def last_words(discourse: Discourse, classes: tuple[str, ...]) -> set[str]:
    """ "range" of "mountain range": what things of a class are called for short."""
    known = discourse.lexicon.ontology.classes
    return {known[c].label.lower().split()[-1] for c in classes if c in known}


def examples(token: Token) -> list[Token]:
    """ "many platforms, including the Elm 64": the names that a common noun is made plain by; else the noun itself."""
    if token.pos_ != "NOUN":
        return [token]
    inside = [t for t in token.subtree if t.dep_ == "pobj" and t.i > token.i]
    named = [
        t for t in inside if t.head.lower_ == "including" or (t.head.lower_ in ("as", "like") and t.head.i > token.i)
    ]
    return [m for t in named for m in conjuncts(t) if m.pos_ == "PROPN"] or [token]


def called_like(discourse: Discourse, token: Token, known: Property, strict: bool = False) -> list[Token]:
    """ "for Northern League side Elm Rovers": the name before the object that ends as the class wanted is called.

    Where none does, the object itself, or with `strict` nothing.
    """
    ontology = discourse.lexicon.ontology
    nouns = last_words(discourse, known.range)
    if strict and token.pos_ == "PROPN" and _is_called(discourse, token, nouns):
        return [token]
    before = [c for c in token.subtree if c.i < token.i and c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
    found = [c for c in before if _is_called(discourse, c, nouns)]
    if not found and any(ontology.is_a(c, ontology.iri("schema:Country")) for c in known.range):
        found = [c for c in before if _is_country(discourse, c)]
    return found or ([] if strict else [token])


def _is_called(discourse: Discourse, token: Token, nouns: set[str]) -> bool:
    """ "Northern League", "Northern League One"; but "the League Cup" is a cup."""
    *_, last = found = token.text.lower().split()
    other = last in _PRIZES or last in discourse.lexicon.words("noun")
    return last in nouns or (bool(nouns & set(found)) and not other)


def _is_country(discourse: Discourse, token: Token) -> bool:
    """ "the Norway national team"."""
    referent, ontology = discourse.referent(token), discourse.lexicon.ontology
    return referent is not None and ontology.is_a(referent.type, ontology.iri("schema:Country"))
