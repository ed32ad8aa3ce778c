"""Trees: how repairs move words about in a parse, so that it stays a tree."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["hang", "take_place"]


def hang(word: Token, head: Token, dep: str = "") -> None:
    """Hang a word on a head, by a relation if one is given; a head that itself hangs on the word is refused."""
    if head != word and word.is_ancestor(head):
        return
    word.head = head
    if dep:
        word.dep_ = dep


def take_place(word: Token, other: Token) -> None:
    """Hang a word where another hangs, at the head of the sentence if that is there."""
    hang(word, word if other.head in (other, word) else other.head, other.dep_)
