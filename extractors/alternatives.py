"""Alternatives: what "or" joins, so that nobody says which of them it was."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from extractors.phrases import children, conjuncts, governor

__all__ = ["is_alternative"]


def is_alternative(token: Token) -> bool:
    """ "graduated or dropped out", "clothes or shoes": one of several, nobody says which; not "one or two"."""
    members = conjuncts(governor(token))
    # "was closed and flights were cancelled or diverted": the clause before them is no alternative.
    starts = [m.i for m in members if token.pos_ == "VERB" and children(m, "nsubj", "nsubjpass")]
    own = _clause_of(token, starts)
    joined = any(
        c.lower_ == "or" and own in {_clause_of(k, starts) for k in (m, *children(m, "conj"))}
        for m in members
        if children(m, "conj")
        for c in children(m, "cc", "preconj")
        if not _names_again(c)
    )
    if members[0].head.lower_ == "without":
        return False  # "without heating or light": neither
    return joined and members[0].pos_ in ("NOUN", "PROPN", "VERB", "AUX")


def _names_again(joiner: Token) -> bool:
    """ "Penguins, or kororā, are rare": between commas, "or" gives another name."""
    second = next((c for c in children(joiner.head, "conj") if c.i > joiner.i), None)
    after = second.right_edge.i + 1 if second is not None else len(joiner.doc)
    marks = (joiner.i - 1, after)
    return joiner.i > 0 and after < len(joiner.doc) and all(joiner.doc[i].text == "," for i in marks)


def _clause_of(member: Token, starts: Sequence[int]) -> int:
    """The clause of a coordination that a member belongs to, by where it starts."""
    return max((s for s in starts if s <= member.i), default=-1)
