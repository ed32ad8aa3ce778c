"""Patterns: relations read off what something is said to be, without a word of their own: "a 1984 jazz album"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from extractors.control import subject_tokens
from extractors.coreference import Discourse
from extractors.drafts import Draft, property_relation, text_literal, time_literal
from extractors.languages import before_noun, languages_of, tongue_drafts
from extractors.naming import named_by
from extractors.phrases import children, governor, noun_phrase, preposition_objects
from extractors.referents import Referent, gender_of_title
from extractors.sorts import FIELDS, Found, game_of, is_apart, kind_of
from extractors.spelt import spelt_drafts
from extractors.topics import admitted, lead, may_be, telling, thing, topics
from ontology import Property, Time

__all__ = ["pattern_drafts"]

_NO_OFFICES = frozenset("member part one native son daughter child wife husband winner group".split())


def pattern_drafts(discourse: Discourse) -> Iterator[Draft]:
    """The claims of every description of something, and of brackets behind its name, in text order."""
    frames = [
        (f.wording, f.property or "")
        for (part, _), fs in discourse.lexicon.frames.items()
        if part == "pattern"
        for f in fs
    ]
    wanted: dict[str, list[str]] = {}
    for wording, iri in frames:
        wanted.setdefault(wording, []).append(iri)
    if not wanted:
        return
    for iri in wanted.get("honorific", ()):
        yield from _honorifics(discourse, iri)
    for iri in wanted.get("tongue", ()):
        yield from tongue_drafts(discourse, iri)
    yield from spelt_drafts(discourse, wanted)
    yield from _of_descriptions(discourse, wanted)


def _of_descriptions(discourse: Discourse, wanted: Mapping[str, list[str]]) -> Iterator[Draft]:
    for noun, subject in _described(discourse):
        for name, read in _READERS.items():
            for iri in wanted.get(name, ()):
                known = discourse.lexicon.ontology.properties[iri]
                if is_apart(discourse, noun, known) or not may_be(discourse, subject, known.domain):
                    continue
                for found, token in read(discourse, noun, known):
                    if admitted(discourse, known, subject, found):
                        relation = property_relation(discourse, iri, name)
                        yield Draft(
                            noun.i, subject, relation, found, f"label {name}", (noun.i, token.i), background=True
                        )


def _honorifics(discourse: Discourse, iri: str) -> Iterator[Draft]:
    """ "Admiral Anna Brandt": the rank that stands before a name, "Ms" being none."""
    known = discourse.lexicon.ontology.properties[iri]
    for referent in discourse.referents:
        for mention in referent.mentions:
            # "Ms" tells a gender, "Dr" and "Prof" a profession.
            form = len(mention.title) < 5 or gender_of_title(mention.title, discourse.lexicon)
            if form or not may_be(discourse, referent, known.domain):
                continue
            relation = property_relation(discourse, iri, "honorific")
            found = thing(discourse, mention.title, known)
            yield Draft(mention.head, referent, relation, found, "label honorific", (mention.head,), background=True)


def _described(discourse: Discourse) -> Iterator[tuple[Token, Referent]]:
    """Nouns with what they are said of: by a copula, in apposition, before a name, or after "as"."""
    for token in discourse.doc:
        for owner in _owners(discourse, token):
            referent = discourse.referent(named_by(discourse, owner))
            if referent is not None:
                yield token, referent


def _owners(discourse: Discourse, token: Token) -> list[Token]:
    first = governor(token)
    verb = first.head
    if token.pos_ not in ("NOUN", "PROPN"):
        return []
    if first.dep_ == "pobj" and verb.lower_ == "of" and (verb.head.like_num or verb.head.lower_ == "one"):
        first, verb = verb.head, verb.head.head  # "one of the first Danes"
    if first.dep_ == "attr" and verb.lemma_ in ("be", "become"):
        start = next(iter(children(verb, "aux")), verb)
        found = lead(start) or subject_tokens(discourse, verb)
        # "a lawyer who was President of Norway"
        return found or [t for t in topics(discourse, verb) if t.pos_ == "PROPN"][:1]
    if first.dep_ == "pobj" and verb.lower_ == "as" and verb.head.pos_ == "VERB":
        return subject_tokens(discourse, verb.head) or [t for t in topics(discourse, token) if t.pos_ == "PROPN"][:1]
    if first.dep_ == "appos" and token.pos_ == "NOUN":
        return [verb]
    if token.lower_ in FIELDS and first.dep_ == "pobj" and verb.lower_ in ("in", "of"):
        # "is in the easy listening genre", "an album of the rock genre"
        over = verb.head
        return subject_tokens(discourse, over) if over.pos_ in ("VERB", "AUX") else [over, *topics(discourse, over)][:2]
    before = token.dep_ in ("compound", "nmod") and token.pos_ == "NOUN" and token.head.pos_ == "PROPN"
    return [token.head] if before else []


def _rank(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "was a Danish admiral": a rank; but "the Commander of the Navy" is an office."""
    office = any(p == "of" for p, _ in preposition_objects(noun))
    word = noun.lower_
    if noun.tag_ in ("NN", "NNP") and word in discourse.lexicon.words("rankName") and not office:
        before = [c.lower_ for c in noun.lefts if f"{c.lower_} {word}" in discourse.lexicon.words("rankName")]
        yield thing(discourse, " ".join([*before[-1:], word]), known), noun


def _demonym(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "a Norwegian album": of Norway."""
    demonyms = discourse.lexicon.words("demonym")
    for child in before_noun(noun):
        # "an American football player" plays the game of that name.
        game = child.nbor(1).lower_ == "football" and child.text in ("American", "Australian", "Canadian")
        for word in child.text.split("-") if not (known.literal or game) else ():
            if word in demonyms:
                yield discourse.country(discourse.lexicon.ontology.text(demonyms[word], "rdfs:label")), child


def _language(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "a Sanskrit text", "a Latin poet"."""
    for word, child in languages_of(discourse, noun):
        yield thing(discourse, word, known), child


def _people(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "one of the first Norwegian Danes": the people that somebody is one of."""
    if noun.text.endswith("s") and noun.ent_type_ == "NORP":
        start = min((c.i for c in noun.lefts if c.ent_type_ == "NORP"), default=noun.i)
        yield thing(discourse, discourse.doc[start : noun.i + 1].text, known), noun


def _year(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "a 1984 album"."""
    for child in before_noun(noun):
        if re.fullmatch(r"1[4-9]\d\d|20\d\d", child.text) and (known.literal or not known.range):
            time = Time(child.text, f"{child.text}-01-01", f"{child.text}-12-31", "year")
            yield time_literal(discourse, time), child


def _title(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "the President of Norway": the office with what it is in; a member or a part of something is none."""
    of = noun_phrase(noun, of=("of",))
    start = telling(discourse, of.start, noun.i)
    text = " ".join(t.text for t in discourse.doc[start : of.end])
    if " of " in text and noun.lemma_.lower() not in _NO_OFFICES:
        yield thing(discourse, text, known), noun


def _brackets(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "the grey gull (Larus modestus)"."""
    for child in children(noun, "appos"):
        if child.i and discourse.doc[child.i - 1].text == "(" and (r := discourse.referent(child)) is not None:
            yield (text_literal(discourse, r.name) if known.literal or not known.range else r), child


def _before(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "a Northline game": a name right before what something is said to be."""
    for child in children(noun, "compound", "nmod", "poss"):
        referent = discourse.referent(child)
        people = referent is not None and referent.type == discourse.lexicon.ontology.iri("by:Group")
        if child.pos_ == "PROPN" and referent is not None and referent.named and not known.literal and not people:
            yield referent, child


_READERS = {
    "before": _before,
    "kind": kind_of,
    "game": game_of,
    "rank": _rank,
    "demonym": _demonym,
    "language": _language,
    "people": _people,
    "year": _year,
    "title": _title,
    "brackets": _brackets,
}
