"""Appositions and their kin: what stands beside a name or a noun. Places, ages, acronyms, numbers, kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors.belonging import belonging_drafts
from extractors.beside import beside_draft, examples_beside, is_kind, kinds_beside
from extractors.coreference import Discourse
from extractors.dimensions import dimension_drafts
from extractors.drafts import Draft, text_literal, time_literal
from extractors.factuality import circumstances
from extractors.names import is_acronym_of
from extractors.phrases import children, conjuncts, lemma, preposition_objects, subtree_span, words
from extractors.purposes import purpose_beside
from extractors.referents import Referent, is_person

__all__ = ["apposition_drafts"]


_AROUND = ("outside", "near", "behind", "beside", "around")
_COUNTED = ("by:Agent", "schema:Product", "schema:CreativeWork", "schema:Event")


def apposition_drafts(discourse: Discourse) -> Iterator[Draft]:
    """The claims that stand beside each mention of somebody or something, in text order."""
    for token in discourse.doc:
        referent = discourse.referent(token)
        if referent is None or token.pos_ == "PRON":
            continue
        if not any(m.head == token.i for m in referent.mentions):
            yield from _nationality(discourse, token, referent) if token.dep_ == "attr" else ()
            continue
        yield from (
            *_places(discourse, token, referent),
            *belonging_drafts(discourse, token, referent),
            *purpose_beside(discourse, token, referent),
            *_age(discourse, token, referent),
            *_acronym(discourse, token, referent),
            *_dates(discourse, token, referent),
            *_number(discourse, token, referent),
            *dimension_drafts(discourse, token, referent),
            *kinds_beside(discourse, token, referent),
            *examples_beside(discourse, token, referent),
            *_nationality(discourse, token, referent),
        )


def _places(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "Aceh, Indonesia", "Elm Grove School, Bergen", "a headteacher in Bergen"."""
    beside = [c for c in children(token, "appos", "npadvmod") if c.i > token.i and c.pos_ == "PROPN"]
    # "the Herald, the Arizona Post and the Mail" is a list, and no seat has an article.
    beside = [c for c in beside if not children(c, "det", "conj") and not children(token, "conj", "cc")]
    # "the Safety Bureau (SB-N)": letters in brackets are what it is called.
    known = discourse.lexicon.words("acronym")
    beside = [c for c in beside if not c.text.isupper() or c.text in known or c.nbor(-1).text != "("]
    if any(c.lower_ in ("all", "every", "most", "no", "any") for c in children(token, "det", "amod", "predet")):
        return  # "all celebrations in Bergen": which of them are meant, not where all are
    for other in (*beside, *_next_place(discourse, token, referent), *_inside(token)):
        place = discourse.referent(other)
        if place is None or place is referent or not _is_site(discourse, token, referent, other, place):
            continue
        if other in beside and not is_kind(discourse, referent, "schema:Place", "schema:Organization"):
            continue
        countries = all(is_kind(discourse, r, "schema:Country") for r in (referent, place))
        if (other in beside and countries) or _is_of_the_last(token, other):
            continue
        construction = (
            "place"
            if is_kind(discourse, referent, "schema:Place") and not is_kind(discourse, referent, "schema:Organization")
            else "seat"
        )
        yield beside_draft(discourse, construction, "in", token, referent, place, other.i)


def _is_of_the_last(token: Token, other: Token) -> bool:
    """ "Trains between Oslo and Bergen, Norway": it is Bergen that is there."""
    nearer = token.doc[other.left_edge.i - 2] if other.left_edge.i > 1 else token
    return nearer != token and nearer.pos_ == "PROPN" and nearer.dep_ in ("pobj", "conj")


def _is_site(discourse: Discourse, token: Token, referent: Referent, other: Token, place: Referent) -> bool:
    """Whether a place beside or behind a noun is one where somebody or something can have its seat."""
    dated = other.ent_type_ in ("DATE", "TIME")
    if dated or not is_kind(discourse, place, "schema:Place"):
        return False
    if any(c.lower_ in ("any", "every", "no") for c in children(other, "det")):
        return False
    if token.head.lower_ in _AROUND and not referent.named and not place.named:
        return False  # "was outside the building in the gardens": where she was, and not where it is
    sited = ("schema:Place", "schema:Organization", "schema:Person", "by:Group", "schema:Event")
    return is_kind(discourse, referent, *sited)


def _inside(token: Token) -> list[Token]:
    """ "a headteacher in Bergen", and not "In the south ward, councillors …", where it happened."""
    found = [o for p, o in preposition_objects(token) if p in ("in", "at") and o.i > token.i]
    return [o for first in found for o in conjuncts(first)]


def _next_place(discourse: Discourse, token: Token, referent: Referent) -> list[Token]:
    """ "led Elm School in Bergen": a school or hospital has a site, whatever verb the parser gave the place to."""
    fixed = is_kind(discourse, referent, "schema:EducationalOrganization", "schema:Hospital")
    behind = token.doc[token.i + 1 : token.i + 4]
    behind = behind[1:] if behind.text.startswith(",") else behind  # "Elm School, in Bergen,"
    if not fixed or not referent.named or len(behind) < 2 or behind[0].lower_ != "in":
        return []
    return [behind[1]] if behind[0].head != token else []


def _age(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "Anna Brandt, 42," and "a 42-year-old teacher", "a 10-year-old browser"."""
    beside = children(token, "appos", "npadvmod", "nummod") if is_person(referent, discourse.lexicon) else []
    for child in beside:
        alone = (
            child.i > token.i
            and child.text.isdigit()
            and 0 < int(child.text) < 120
            and token.doc[child.i - 1].text == ","
        )
        if alone and not any(g.dep_ == "pobj" for g in child.children):
            yield beside_draft(discourse, "age", "age", token, referent, text_literal(discourse, child.text), child.i)
    for child in children(token, "amod"):
        span = words(subtree_span(child)) if child.lower_ == "old" else child.text
        match = re.match(r"(\w+)-(year|month|week|day)-old", span.replace(" ", ""))
        if match:
            number, unit = match.groups()
            value = number if unit == "year" and number.isdigit() else f"{number} {unit}s"
            yield beside_draft(discourse, "age", "age", token, referent, text_literal(discourse, value), child.i)


def _acronym(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "National Health Service (NHS)"."""
    for child in children(token, "appos"):
        bracketed = child.i > 0 and token.doc[child.i - 1].text == "(" and is_acronym_of(child.text, referent.name)
        if bracketed and referent.named:
            yield beside_draft(
                discourse, "acronym", "acronym", token, referent, text_literal(discourse, child.text), child.i
            )


def _dates(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "the visit in November": when an event that a noun names takes place."""
    if token.pos_ != "NOUN" or not is_kind(discourse, referent, "schema:Event"):
        return
    awaited = circumstances(discourse, token).modality.top in ("planned", "requested")
    time = discourse.time(token, future=awaited)
    if time is not None:
        # "The strike on 5 and 6 April" begins on the first of them.
        value = (
            text_literal(discourse, time.value.split("/")[0]) if "/" in time.value else time_literal(discourse, time)
        )
        if value.value == ".." or (time.value.endswith("/..") and children(token, "appos")):
            return  # "the win, their first since October"
        draft = beside_draft(discourse, "when", "in", token, referent, value, token.i)
        definite = any(c.lower_ in ("the", "this", "that") for c in children(token, "det")) or children(token, "poss")
        published = discourse.published
        past = published is not None and time.end is not None and time.end < published.isoformat()
        # "told during the visit in November": whatever was told, the visit is taken for granted.
        # What is past already nobody asks for: "appeal for witnesses to an attack last week".
        yield replace(draft, presupposed=past and (bool(definite) or awaited))


def _number(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "over 700 asylum seekers": how many, with the words that bound it."""
    for child in [
        *children(token, "nummod"),
        *(o for p, o in preposition_objects(token) if p == "of" and o.pos_ == "NUM" and token.tag_ == "NN"),
    ]:
        if (
            (child.i > token.i and child.dep_ == "nummod")  # "posts 542 and 543": a label
            or child.ent_type_ not in ("CARDINAL", "QUANTITY", "")
            or child.lower_ in ("one", "1")
            or "/" in child.text  # "the 9/11 attacks"
            or _is_measure(child)
            or lemma(token) == "other"
            or token.doc[max(child.i - 2, 0) : child.i].text.lower() == "one in"
            or child.tag_ not in ("CD", "NN", "NNS")
            or child.doc[child.i + 1 : child.i + 2].text in ("-", "–")  # "a 4-4 ruling"
            or token.ent_type_ in ("DATE", "TIME", "MONEY")
            or any(c.lower_ == "more" and c.nbor(1).lower_ == "about" for c in token.lefts)  # "learn more about 50 of"
        ):
            continue
        counted = (token.tag_ in ("NNS", "NNPS") or not referent.named) and not children(token, "conj")
        if child.dep_ == "pobj" and is_kind(discourse, referent, "schema:Person", "schema:Place"):
            continue  # "a mother of two" is one, and so is "a town of 1,900"
        if counted and is_kind(discourse, referent, *_COUNTED):
            last = max([child.i, *(c.i for c in children(child, "conj") if c.i < token.i)])  # "two or three goals"
            text = words(token.doc[child.left_edge.i : last + 1])
            draft = beside_draft(discourse, "number", "number", token, referent, text_literal(discourse, text), child.i)
            yield replace(draft, presupposed=draft.presupposed or _is_known(token))  # "plans to move its 90 staff"


def _is_measure(number: Token) -> bool:
    """ "a magnitude 7.1 quake": half a quake is none."""
    bare = number.text.replace(",", "")
    return "." in bare and bare.replace(".", "").isdigit()


def _is_known(token: Token) -> bool:
    return bool(children(token, "poss")) or any(c.lower_ in ("the", "these", "those") for c in children(token, "det"))


_CURRENCIES = frozenset("dollar pound crown krone krona franc peso rupee rand yen yuan lira".split())


def _nationality(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "the French president": the country that an adjective before a person or body names."""
    demonyms = discourse.lexicon.words("demonym")
    if not is_kind(discourse, referent, "schema:Person", "by:Group") or lemma(token) in _CURRENCIES:
        return
    for child in children(token, "amod", "compound"):
        shared = children(child, "conj") or (child.dep_ == "conj" and child.head.text in demonyms)
        if (
            child.text in demonyms
            and not shared
            and not any(m.start <= child.i < m.end and m.kind == "name" for m in referent.mentions)
        ):
            name = discourse.lexicon.ontology.text(demonyms[child.text], "rdfs:label")
            country = discourse.country(name)
            yield beside_draft(discourse, "nationality", child.text, token, referent, country, child.i)
