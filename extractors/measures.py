"""Measures: rates and distances, which a parser takes for subjects and objects."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children, lemma
from extractors.trees import hang
from ontology import Lexicon

__all__ = ["rehang_measure"]

_AWAY = frozenset("away apart upstream downstream inland north south east west".split())


def rehang_measure(token: Token, lexicon: Lexicon) -> None:
    """Hang a rate on what it is the rate of, and a distance on its "away"."""
    _rate(token, lexicon)
    _distance(token)


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
