"""Measures: rates and distances, which a parser takes for subjects and objects."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children, lemma
from extractors.trees import hang, take_place
from ontology import Lexicon

__all__ = ["LENGTHS", "rehang_measure"]

_AWAY = frozenset("away apart upstream downstream inland north south east west".split())

_FAR = 3
LENGTHS = frozenset(
    "millimetre millimeter centimetre centimeter metre meter kilometre kilometer mile foot inch yard acre hectare "
    "tonne ton kilogram kilo kg pound ounce litre liter gallon km cm mm megawatt gigawatt kilowatt".split()
)
_SCALES = frozenset("Celsius Fahrenheit C F".split())


def rehang_measure(token: Token, lexicon: Lexicon) -> None:
    """Hang a rate on what it is the rate of, and a distance on its "away"."""
    _magnitude(token)
    _rate(token, lexicon)
    _distance(token)
    _degrees(token)
    _some_of_them(token)
    _currency(token)
    _told_how_much(token)
    _less_than(token)


def _less_than(token: Token) -> None:
    """ "less than a tenth of it had been spent": the comparison is the noun's, and not the verb's."""
    than = token.nbor(1) if token.lower_ in ("less", "more", "fewer") and token.i + 2 < len(token.doc) else token
    if than.lower_ != "than" or than.head != token or token.dep_ != "advmod" or list(than.children):
        return
    first = than.nbor(1)
    share = next((s for s in children(token.head, "nsubj", "nsubjpass", "dobj") if s.left_edge == first), None)
    if share is not None:
        hang(token, share, "advmod")


def _told_how_much(token: Token) -> None:
    """ "grew by a tepid 1.6 percent": the word between the article and the number tells how much that is."""
    number = token.doc[token.i + 1 : token.i + 2]
    if token.dep_ != "pobj" or not number or number[0].tag_ != "CD" or not children(token, "det"):
        return
    unit = number[0].head
    if number[0].dep_ != "nummod" or unit.i - token.i > _FAR or unit.dep_ not in ("appos", "npadvmod", "dep"):
        return
    take_place(unit, token)
    for child in list(token.children):
        hang(child, unit)
    hang(token, unit, "amod")
    token.tag_, token.pos_ = "JJ", "ADJ"


def _magnitude(token: Token) -> None:
    """ "after a magnitude 6.8 earthquake struck": the noun with its number tells how strong it was."""
    noun = token.doc[token.i + 2 : token.i + 3]
    if token.lower_ != "magnitude" or not noun or token.nbor(1).tag_ != "CD" or noun[0].pos_ != "NOUN":
        return
    quake, verb, before = noun[0], noun[0].head, token.head
    if quake.dep_ in ("nsubj", "nsubjpass") and verb.head == token and before.dep_ == "prep":
        hang(verb, before.head, "advcl")
        hang(before, verb, "mark")
    elif quake != token.head:
        take_place(quake, token)
    for child in [c for c in token.children if c.i < token.i]:
        hang(child, quake)
    hang(token, quake, "nmod")
    hang(token.nbor(1), token, "nummod")


def _rate(token: Token, lexicon: Lexicon) -> None:
    """ "148 cartons an hour": the hour does nothing."""
    one = any(c.lower_ in ("a", "an", "per") for c in children(token, "det"))
    if not one or lemma(token) not in lexicon.words("timeNoun") or token.left_edge.i == 0:
        return
    counted = token.doc[token.left_edge.i - 1]
    amount = children(counted, "nummod") or (counted.like_num and counted.i and counted.nbor(-1).is_currency)
    if amount and counted not in token.subtree and token.dep_ in ("nsubj", "nsubjpass", "dobj", "appos", "npadvmod"):
        hang(token, counted, "npadvmod")


def _distance(token: Token) -> None:
    """ "lives two fields away": nobody lives fields."""
    if token.dep_ != "dobj" or token.i + 1 >= len(token.doc) or not children(token, "nummod", "det"):
        return
    away = token.nbor(1)
    if away.lower_ in _AWAY and away.head == token.head and away.dep_ == "advmod":
        hang(token, away, "npadvmod")


def _degrees(token: Token) -> None:
    """ "at 20 degrees Celsius": the scale belongs to the degrees."""
    before = token.nbor(-1) if token.i else token
    if token.lower_ in ("h", "s", "hr") and before.text == "/" and before.i and token.dep_ == "pobj":
        unit = before.nbor(-1)  # "76 km/h"
        take_place(unit, token)
        hang(token, unit, "amod")
        hang(before, unit, "punct")
    if token.text in _SCALES and before.lemma_ == "degree" and token.head != before:
        hang(token, before, "amod")


def _some_of_them(token: Token) -> None:
    """ "23 schools have shut, four of them on islands": the four are some of the schools, and no object."""
    them = any(o.lower_ == "them" for p in children(token, "prep") for o in children(p, "pobj"))
    first = token.left_edge.i
    subjects = children(token.head, "nsubj", "nsubjpass")
    if (
        token.dep_ == "dobj"
        and token.tag_ == "CD"
        and them
        and token.doc[first - 1].text == ","
        and subjects
        and subjects[-1].tag_ in ("NNS", "NNPS")
    ):
        for preposition in [c for c in token.head.children if c.dep_ == "prep" and c.i == token.right_edge.i + 1]:
            hang(preposition, token)
        hang(token, subjects[-1], "appos")


def _currency(token: Token) -> None:
    """ "fell to €186m": the sign belongs to the amount behind it."""
    amount = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if token.is_currency and token.dep_ not in ("nmod", "compound") and amount.text[:1].isdigit():
        if amount.head == token:
            take_place(amount, token)
        hang(token, amount, "nmod")
