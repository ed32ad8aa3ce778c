"""Inversions: subjects behind their verb: "Also at the rally was Anna Brandt"."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children

__all__ = ["reread_inversion"]


def reread_inversion(token: Token) -> None:
    """Make the name behind a "was" its subject, where what stands before it says only where or among whom."""
    if token.pos_ != "AUX" or token.lemma_ != "be" or children(token, "nsubj", "nsubjpass", "expl", "aux", "acomp"):
        return
    names = [c for c in children(token, "attr") if c.i > token.i and c.pos_ == "PROPN"]
    before = [c for c in children(token, "prep") if c.i < token.i and children(c, "pobj")]
    if len(names) == 1 and before and token.dep_ == "ROOT":
        names[0].dep_ = "nsubj"
