"""Conjunctions: "after", "before", "since" and "until", which a parser takes for prepositions before a long subject."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children, is_finite
from extractors.trees import hang

__all__ = ["reread_conjunction"]

_CONJUNCTIONS = frozenset("after before since until".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def reread_conjunction(token: Token) -> None:
    """ "Ten died after an earthquake of magnitude 6.4 struck": the verb without a subject has that behind "after"."""
    auxiliaries = children(token, "aux", "auxpass", "neg")
    first = min((token, *auxiliaries), key=lambda t: t.i)
    if token.pos_ not in ("VERB", "AUX") or not is_finite(token) or children(token, *_SUBJECTS) or not first.i:
        return
    before = first.nbor(-1)
    preposition = next((a for a in before.ancestors if a.lower_ in _CONJUNCTIONS), None)
    if preposition is None or preposition.dep_ != "prep" or preposition.right_edge != before:
        return
    main, nouns = preposition.head, children(preposition, "pobj")
    if not nouns or main == token or main.pos_ not in ("VERB", "AUX") or main.i > preposition.i:
        return
    hang(nouns[0], token, "nsubjpass" if children(token, "auxpass") else "nsubj")
    hang(preposition, token, "mark")
    preposition.pos_ = "SCONJ"
    hang(token, main, "advcl")
