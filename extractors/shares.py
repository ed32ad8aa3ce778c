"""Shares: some of a group that no noun names alone: "many of the residents", "those who were injured"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extractors.phrases import children, subtree_span

__all__ = ["is_of_several", "share_of", "share_span"]

_SHARES = frozenset("all both dozens few half hundreds many millions most several some thousands".split())
_THOSE = frozenset({"those"})
_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj conj".split())
_LONGEST = 14


def share_of(token: Token) -> Token | None:
    """The noun that a quantity is a share of: the residents in "many of the residents"."""
    if token.lower_ not in _SHARES or token.dep_ not in _ARGUMENTS or token.pos_ in ("NOUN", "NUM"):
        return None
    of = next((c for c in children(token, "prep") if c.lower_ == "of" and c.i == token.i + 1), None)
    return next(iter(children(of, "pobj")), None) if of is not None else None


def share_span(token: Token) -> Span | None:
    """The words of a share, or of those whom only a clause behind them tells from others."""
    whole = share_of(token)
    if whole is not None:
        inner = share_span(whole) if whole.lower_ in _THOSE else None
        return token.doc[token.i : (inner.end if inner is not None else whole.i + 1)]
    if token.lower_ not in _THOSE or token.dep_ not in _ARGUMENTS:
        return None
    told = [c for c in token.rights if c.dep_ in ("relcl", "acl", "prep", "amod") and c.left_edge.i == token.i + 1]
    span = subtree_span(token) if told else token.doc[0:0]
    span = token.doc[token.i : span.end] if span else span
    return span if 0 < len(span) <= _LONGEST and "," not in span.text else None


def is_of_several(token: Token) -> bool:
    """Whether a share is one of several, as those are; "much of the city" is not."""
    whole = share_of(token)
    plural = whole is not None and (whole.tag_ in ("NNS", "NNPS") or whole.lower_ in _THOSE)
    return plural or (token.lower_ in _THOSE and share_span(token) is not None)
