"""Word forms: the dictionary form of a word, where the small model takes that of another word."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extractors.trees import hang, take_place

__all__ = ["mend_form"]

# After these the ending is "-es"; after others it is the "-s" of a word that ends in "e".
_HISSING = ("s", "x", "z", "ch", "sh", "o")
# A short stem that would double its last letter before an ending: "tapped" is of "tap", "taped" of "tape".
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")


def mend_form(token: Token) -> None:
    """Give a word its dictionary form and what only looks like an act its place."""
    _beside_a_name(token)
    _acts(token)
    _mend_lemma(token)


def _beside_a_name(token: Token) -> None:
    """ "appealed to neighbouring Sarnland": no act, but where it lies."""
    names = [c for c in token.children if c.dep_ == "dobj" and c.i == token.i + 1 and c.pos_ == "PROPN"]
    if token.lower_ not in ("neighbouring", "neighboring", "surrounding", "bordering") or not names:
        return
    if token.dep_ not in ("pcomp", "amod") or list(token.lefts):
        return
    take_place(names[0], token)
    names[0].dep_ = "pobj" if names[0].dep_ == "pcomp" else names[0].dep_
    hang(token, names[0], "amod")
    token.pos_, token.tag_ = "ADJ", "JJ"


def _acts(token: Token) -> None:
    """ "The Elm discharges into the lake.": what heads a whole sentence behind a name is no noun but what it does."""
    names = [c for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i == token.i - 1]
    alone = token.dep_ == "ROOT" and token.tag_ == "NNS" and token.sent[-1].text == "." and token.i + 1 < len(token.doc)
    if not alone or not names or token.nbor(1).dep_ != "prep" or any(t.pos_ == "AUX" for t in token.sent[: token.i]):
        return
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", token.lower_.removesuffix("s")
    names[0].dep_ = "nsubj"
    for child in [c for c in token.children if c.dep_ == "det"]:
        hang(child, names[0])


def _mend_lemma(token: Token) -> None:
    """ "shines" is of "shine" and not of "shin", "taxes" of "tax" and not of "taxis"; to "lay" is not to "lie"."""
    word, form = token.lower_, token.lemma_.lower()
    stem = word.removesuffix("es")
    if token.tag_ == "VBZ" and form == stem != word and not stem.endswith(_HISSING):
        token.lemma_ = f"{stem}e"
    elif token.tag_ == "NNS" and form == f"{stem}is" and stem.endswith("x"):
        token.lemma_ = stem
    elif word in (f"{form}ed", f"{form}ing") and _DOUBLING.fullmatch(form):
        token.lemma_ = f"{form}e"
    elif token.tag_ == "RB" and token.dep_ in ("nsubj", "nsubjpass") and any(c.tag_ == "DT" for c in token.children):
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", word  # "the forward was left out"
    elif token.tag_ in ("VB", "VBP") and token.dep_ in ("nsubj", "nsubjpass") and not _has_arguments(token):
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", word  # "Work on the bridge started"
    elif form == "instal":
        token.lemma_ = "install"
    elif word == "got" and token.tag_ == "VBN" and _has(token):
        token.lemma_ = "have"  # "has got a badge"
    elif token.tag_ == "VB" and word.isalpha():
        token.lemma_ = word  # "helped found it", "lay it down"


def _has_arguments(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "nsubj", "nsubjpass", "dobj", "neg", "xcomp", "ccomp") for c in verb.children)


def _has(got: Token) -> bool:
    """ "has got a badge", but "has got to go"."""
    before = any(c.lemma_ == "have" for c in got.children if c.dep_ == "aux")
    return before and not any(c.dep_ == "xcomp" for c in got.children)
