"""Inversions: subjects behind their verb: "Also at the rally was Anna Brandt"."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.measures import LENGTHS
from extractors.phrases import children, lemma

__all__ = ["reread_inversion"]

_STANDING = frozenset("stand lie sit rise loom".split())


def reread_inversion(token: Token) -> None:
    """Make the name behind a "was" its subject, where what stands before it says only where or among whom."""
    _where_it_stands(token)
    if token.pos_ != "AUX" or token.lemma_ != "be" or children(token, "nsubj", "nsubjpass", "expl", "aux", "acomp"):
        return
    names = [c for c in children(token, "attr") if c.i > token.i and c.pos_ == "PROPN"]
    before = [c for c in children(token, "prep") if c.i < token.i and children(c, "pobj")]
    if len(names) == 1 and before and token.dep_ == "ROOT":
        names[0].dep_ = "nsubj"


def _where_it_stands(token: Token) -> None:
    """ "Nine kilometres upstream stands the dam": how far away it stands does not stand there."""
    distances = [s for s in children(token, "nsubj") if s.i < token.i and children(s, "nummod")]
    behind = [o for o in children(token, "dobj", "attr") if o.i > token.i]
    if token.lemma_ not in _STANDING or len(distances) != 1 or len(behind) != 1:
        return
    if lemma(distances[0]) in LENGTHS:
        distances[0].dep_ = "npadvmod"
        behind[0].dep_ = "nsubj"
