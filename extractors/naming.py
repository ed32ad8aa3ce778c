"""Naming: the name that a description goes by: "the city of Bergen", "a body known as 103 Hera", "the airport"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.noun_classes import noun_class
from extractors.phrases import children, preposition_objects
from extractors.referents import is_person

__all__ = ["named_by", "opening_topic"]

_CALLING = frozenset("know call name".split())
_DEFINITE = frozenset("the this that these those".split())
_THINGS = frozenset("it its they their them".split())


def named_by(discourse: Discourse, token: Token) -> Token:
    """The name that a noun goes by where it has none itself, else the noun."""
    referent = discourse.referent(token)
    if referent is not None and referent.named:
        return token
    if token.pos_ == "PRON":
        topic = opening_topic(discourse, token) if referent is None and token.lower_ in _THINGS else None
        person = topic is not None and is_person(discourse.by_head[topic.i], discourse.lexicon)
        return token if topic is None or (person and token.lower_ in ("it", "its")) else topic
    return next((t for t in _names(discourse, token) if _is_named(discourse, t)), token)


def opening_topic(discourse: Discourse, token: Token) -> Token | None:
    """The name that an earlier sentence has for its subject, the first of them."""
    for other in discourse.doc[: token.sent.start]:
        if other.dep_ in ("nsubj", "nsubjpass") and _is_named(discourse, other):
            return other
    return None


def _is_named(discourse: Discourse, token: Token) -> bool:
    referent = discourse.referent(token)
    return token.pos_ == "PROPN" and referent is not None and referent.named


def _names(discourse: Discourse, token: Token) -> Iterator[Token]:
    """Where the name may stand, nearest first."""
    kind = noun_class(token, discourse.lexicon)
    for verb in children(token, "acl"):
        if verb.lemma_ in _CALLING:
            yield from children(verb, "oprd", "attr", "dobj")
            yield from (o for p, o in preposition_objects(verb) if p == "as")
    if token.i + 1 < len(token.doc) and token.pos_ == "NOUN" and kind:
        yield token.nbor(1)
    if kind:
        yield from (o for p, o in preposition_objects(token) if p == "of" and token.dep_ in ("nsubj", "nsubjpass"))
    topic = opening_topic(discourse, token) if any(c.lower_ in _DEFINITE for c in children(token, "det")) else None
    if topic is not None and not list(preposition_objects(token)) and _same_kind(discourse, topic, token, kind):
        yield topic


def _same_kind(discourse: Discourse, topic: Token, token: Token, kind: str) -> bool:
    """Whether the noun is the last word of the name, or its class may be that of what the name stands for."""
    found, ontology = discourse.by_head[topic.i], discourse.lexicon.ontology
    if found.name.lower().endswith(token.lemma_.lower()):
        return True
    person = ontology.iri("schema:Person")
    return bool(kind) and (not found.type or ontology.is_a(found.type, person) == ontology.is_a(kind, person))
