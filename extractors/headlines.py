"""Headlines: passives without an auxiliary, and clauses that a parser takes for nouns: "jailed", "as profit slides"."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children
from extractors.trees import hang

__all__ = ["reread_headline"]

_SUFFERED = frozenset(
    "jailed sentenced arrested acquitted approved rejected rescued injured wounded charged cleared convicted sacked "
    "suspended banned evacuated axed scrapped postponed cancelled canceled unveiled".split()
)


def reread_headline(token: Token) -> None:
    """Let those who are fined, jailed or told be that, and a noun after "as" do what the next word says."""
    _undergoes(token)
    _as_profit_slides(token)


def _undergoes(verb: Token) -> None:
    """A verb with a subject that somebody or something else must have done to it."""
    subjects = children(verb, "nsubj") if verb.pos_ == "VERB" else []
    if len(subjects) == 1 and (_is_fined(verb) or _is_jailed(verb) or _is_told(verb)):
        verb.tag_ = "VBN"
        subjects[0].dep_ = "nsubjpass"


def _is_fined(verb: Token) -> bool:
    """ "Clinic chain fined $315,000 over leak": whoever is fined a sum."""
    sums = [o for o in children(verb, "dobj") if any(t.is_currency or "$" in t.text for t in o.subtree)]
    return verb.lower_ == "fined" and verb.tag_ == "VBD" and bool(sums) and not children(verb, "aux")


def _is_jailed(verb: Token) -> bool:
    """ "Bookkeeper jailed over theft": whoever is jailed jails nobody."""
    alone = not children(verb, "aux", "auxpass", "dobj", "ccomp", "xcomp", "conj")
    return verb.lower_ in _SUFFERED and verb.dep_ == "ROOT" and alone


def _is_told(verb: Token) -> bool:
    """ "Bridge was unsafe, inquest told": whoever tells tells somebody; with nobody told it is the subject that was."""
    bare = verb.lower_ == "told" and not children(verb, "dobj", "dative", "aux", "auxpass", "prep", "agent")
    content = [c for c in children(verb, "ccomp") if c.i < verb.i]
    return bare and bool(content) and not any(c.i > verb.i for c in children(verb, "ccomp", "xcomp"))


def _as_profit_slides(token: Token) -> None:
    """ "Firm to cut 100 jobs as profit slides": two bare nouns that end a headline are a subject and its verb."""
    if token.dep_ != "pobj" or token.head.lower_ != "as":
        return
    mark, subjects = token.head, [c for c in children(token, "compound") if c.i == token.i - 1]
    bare = token.tag_ in ("NNS", "VBZ") and token.dep_ == "pobj" and len(list(token.lefts)) == 1 and bool(subjects)
    ends = token.i + 1 < len(token.doc) and "\n" in token.nbor(1).text
    if not bare or not ends or mark.lower_ != "as" or mark.i != token.i - 2 or mark.head.pos_ not in ("VERB", "AUX"):
        return
    verb = mark.head
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBZ", token.lower_.removesuffix("s")
    hang(token, verb, "advcl")
    hang(subjects[0], token, "nsubj")
    hang(mark, token, "mark")
