"""Relative pronouns: the noun that "who", "which" and "that" stand for, if they stand for one."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import governor, lemma

__all__ = ["relative_head"]


def relative_head(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if token.lower_ == "that" and governor(token).head.dep_ in ("relcl", "xcomp") and _is_of_reason(token):
        return None
    if token.lower_ not in ("who", "whom", "whose", "which", "that") or token.tag_ not in ("WP", "WDT", "WP$", "IN"):
        return None
    verb = token.head if token.dep_ != "pobj" else token.head.head
    for _ in range(3):
        if verb.dep_ == "relcl":
            return None if _is_loose(token, verb.head) else verb.head
        verb = verb.head
    return None


def _is_of_reason(token: Token) -> bool:
    """ "the reasons that he refuses to answer": "that" stands for none of what he does."""
    above = next((a for a in token.ancestors if a.pos_ == "NOUN"), None)
    return above is not None and lemma(above) in ("reason", "time", "day", "way", "moment", "year", "fact")


def _is_loose(token: Token, noun: Token) -> bool:
    """ "fears that it would raise prices, which the firm disputes": after a comma it may mean the whole clause."""
    after_comma = token.lower_ == "which" and token.i > 0 and token.nbor(-1).text == ","
    return after_comma and any(a.dep_ in ("ccomp", "acl") and a.i < noun.i for a in noun.ancestors)
