"""Attributes: nouns that name a relation and stand beside its value: "the genre of the album is jazz"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.drafts import Draft, Filler, property_relation, time_literal
from extractors.noun_classes import role_words
from extractors.phrases import children, conjuncts, preposition_objects
from extractors.topics import admitted, fill, named_first, shortened, topics
from ontology import Frame, Property

__all__ = ["attribute_drafts", "attribute_frames"]

_SOME = frozenset("some part several many two".split())
_DEPUTIES = frozenset("vice deputy assistant acting".split())
_OWNING = ("of", "for", "in", "at")


def attribute_drafts(discourse: Discourse) -> Iterator[Draft]:
    """The claims of every noun that names a derived property, in text order."""
    for token in discourse.doc:
        if token.pos_ in ("NOUN", "PROPN"):
            for frame in attribute_frames(discourse, token):
                yield from _of_noun(discourse, token, frame)
        for frame in discourse.lexicon.frames.get(("measure", token.lower_), ()):
            yield from _measure(discourse, token, frame)
        for frame in discourse.lexicon.frames.get(("count", token.lemma_.lower()), ()):
            yield from _count(discourse, token, frame)


def _measure(discourse: Discourse, token: Token, frame: Frame) -> Iterator[Draft]:
    """ "40 metres long", "900 metres above the sea"."""
    known = discourse.lexicon.ontology.properties[frame.property or ""]
    for amount in children(token, "npadvmod"):
        found = fill(discourse, amount, known)
        for s in named_first(discourse, topics(discourse, token), known) if found is not None else ():
            subject = discourse.referent(s)
            if subject is not None and found is not None and admitted(discourse, known, subject, found):
                relation = property_relation(discourse, frame.property or "", frame.wording)
                yield Draft(token.i, subject, relation, found, "label measure", (token.i, s.i, amount.i))


def _count(discourse: Discourse, token: Token, frame: Frame) -> Iterator[Draft]:
    """ "has 23 floors", "there are 23 floors in Elm House"."""
    known = discourse.lexicon.ontology.properties[frame.property or ""]
    before = {c.lower_ for c in token.lefts} | {token.lemma_.lower()}
    if not children(token, "nummod") or not set(frame.wording.split()) <= before:
        return
    found = fill(discourse, token, known)
    inside = [o for t in (token, token.head) for p, o in preposition_objects(t) if p in _OWNING]
    # "a club with 3000 members"; "Elm House, which has 23 floors".
    about = [t for t in topics(discourse, token) if t != token] if token.head.lemma_ != "be" else []
    for s in named_first(discourse, iter([*about, *inside]), known) if found is not None else ():
        subject = discourse.referent(s)
        if subject is not None and found is not None and admitted(discourse, known, subject, found):
            relation = property_relation(discourse, frame.property or "", frame.wording)
            yield Draft(token.i, subject, relation, found, "label count", (token.i, s.i))


def attribute_frames(discourse: Discourse, token: Token) -> list[Frame]:
    """The frames of the longest wording that the noun with its modifiers is."""
    lexicon = discourse.lexicon
    if not any(
        ("attribute", w.split(" of ")[0].split()[-1]) in lexicon.frames for w in (token.lemma_.lower(), token.lower_)
    ):
        return []
    if any(c.lower_ in _DEPUTIES for c in token.lefts) or (token.i and token.nbor(-1).lower_ in _DEPUTIES):
        return []  # a vice-president is no president
    for wording in role_words(token):
        found = [
            f
            for f in lexicon.frames.get(("attribute", wording.split(" of ")[0].split()[-1]), ())
            if f.wording == wording
        ]
        if found:
            return found
    return []


def _of_noun(discourse: Discourse, token: Token, frame: Frame) -> Iterator[Draft]:
    known = discourse.lexicon.ontology.properties[frame.property or ""]
    values, owners = _value_and_owner(discourse, token)
    if frame.subject == ("self",):
        # "a tributary of the Alster": what is one, and of what.
        inside = set(frame.object) - {"self"}
        owners = topics(discourse, token)
        values = [m for p, o in preposition_objects(token) if p in inside for m in conjuncts(o)]
    elif frame.object == ("beside",):
        # "the family Laridae": the name beside its kind, of whatever is said to be of it.
        values = [c for c in children(token, "appos", "compound", "nmod") if _is_value(c)]
        owners = topics(discourse, token)
    elif frame.object not in (("self",), ()):
        values = [m for p, o in preposition_objects(token) if p in frame.object for m in conjuncts(o)]
        owners = topics(discourse, token)
    value_heads = {v.i for v in values}
    for s in named_first(discourse, (o for o in owners if o.i not in value_heads and o != token), known):
        subject = discourse.referent(s)
        for value in values or [token]:
            found = fill(discourse, value, known) if value != token else None
            found = found or _dated(discourse, token, known) or _country(discourse, token, known)
            if subject is not None and found is not None and admitted(discourse, known, subject, found):
                relation = property_relation(discourse, frame.property or "", frame.wording)
                yield Draft(token.i, subject, relation, found, "label noun", (token.i, s.i, value.i))


def _country(discourse: Discourse, token: Token, known: Property) -> Filler | None:
    """ "has Norwegian citizenship": the country of the adjective before the noun."""
    ontology, demonyms = discourse.lexicon.ontology, discourse.lexicon.words("demonym")
    if known.literal or not any(ontology.is_a(c, ontology.iri("schema:Country")) for c in known.range):
        return None
    words = (demonyms[c.text] for c in children(token, "amod", "compound") if c.text in demonyms)
    return next((discourse.country(ontology.text(iri, "rdfs:label")) for iri in words), None)


def _dated(discourse: Discourse, token: Token, known: Property) -> Filler | None:
    """The date of "has an opening date of 3 May 2001", where the property wants one."""
    iri = discourse.lexicon.ontology.iri
    if not {iri("xsd:date"), iri("xsd:gYear")} & set(known.range):
        return None
    time = discourse.time(token) or (discourse.time(token.head) if token.head.pos_ in ("VERB", "AUX") else None)
    return shortened(discourse, time_literal(discourse, time), known) if time is not None else None


def _value_and_owner(discourse: Discourse, token: Token) -> tuple[list[Token], Iterator[Token]]:
    """What the noun's value is and whose: by a copula, "has a … of", apposition, or a name right beside the noun."""
    inner = {p: conjuncts(o) for p, o in preposition_objects(token) if p in _OWNING}
    owned = [*children(token, "poss"), *(t for p in _OWNING for t in inner.get(p, ()))]
    token = _whole(token)
    verb = token.head
    if token.dep_ == "nsubjpass" and verb.lemma_ in ("call", "name"):
        return children(verb, "oprd", "attr", "dobj"), iter([*owned, *topics(discourse, token)])
    if token.dep_ == "nsubj" and verb.lemma_ in ("be", "include", "become"):
        said = children(verb, "attr", "acomp", "dobj") or [c for c in children(verb, "nsubj") if c.i > verb.i]
        said = [m for a in said for m in conjuncts(a)]
        return said, iter([*owned, *topics(discourse, token)])
    if token.dep_ == "attr" and verb.lemma_ == "be":
        # "in Norway, where Anna Brandt is the leader"
        where = [verb.head] if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children) else []
        return [m for s in children(verb, "nsubj") for m in conjuncts(s)], iter([*owned, *where])
    beside = [c for c in token.children if c.dep_ in ("appos", "compound", "nmod", "nummod") and _is_value(c)]
    if token.dep_ in ("compound", "nmod") and token.head.pos_ == "PROPN":
        beside = [token.head]
    if token.dep_ == "appos" and token.head.pos_ == "PROPN":
        beside = [token.head]
        return [m for b in beside for m in conjuncts(b)], iter([*owned, *topics(discourse, token.head)])
    if beside:
        return [m for b in beside for m in conjuncts(b)], iter([*owned, *topics(discourse, token)])
    of = inner.get("of", [])
    return of, iter([*children(token, "poss"), *topics(discourse, token)])


def _whole(token: Token) -> Token:
    """ "one of the ingredients": what is said of one of them is said under their name."""
    of, one = token.head, token.head.head
    return one if token.dep_ == "pobj" and of.lower_ == "of" and (one.like_num or one.lower_ in _SOME) else token


def _is_value(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.like_num
