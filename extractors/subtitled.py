"""Subtitled names: names of works that go on behind a colon, "the hero of Harbour: The Long Winter"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

__all__ = ["CREDITS", "find_subtitled"]

# What a picture's credit begins with, and no work.
CREDITS = frozenset("Image Images Photo Photos Photograph Picture Credit File Video Screenshot".split())
_ARTICLES = frozenset(["The", "A", "An"])
_SMALL = frozenset("of the a an and in on for to from with".split())
_BEHIND = frozenset(", . ; ) ” \" ' ’ ’s 's and or in at on for with by ? !".split())
# What a work stands behind, and nobody who speaks: "in Harbour: Long Winter", but "told Reuters: Anna Brandt".
_BEFORE = frozenset("of in on from for called titled named entitled play played playing watch watched".split())
_LONGEST = 10


def find_subtitled(doc: Doc) -> Iterator[Span]:
    """Every name in the midst of a sentence whose second part is behind a colon: an article or two more capitals."""
    for token in doc[1:-2]:
        if (
            token.nbor(-1).text in CREDITS
            or token.text != ":"
            or not _is_capital(token.nbor(1))
            or not _is_capital(token.nbor(2))
        ):
            continue
        start, end = _start(token), _end(token)
        called = start > 0 and doc[start - 1].lower_ in _BEFORE
        if token.nbor(1).text not in _ARTICLES and not called:
            continue
        # "told the Post: The school, …" is what somebody said.
        inside = start > 0 and doc[start - 1].is_lower and doc[start - 1].is_alpha and doc[start - 1].text != "the"
        goes_on = end < len(doc) and doc[end].text not in _BEHIND and not doc[end].is_space
        goes_on = goes_on and not (called and doc[end].lower_ in ("is", "was", "has"))
        if start < token.i and inside and not goes_on:
            yield doc[start:end]


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _start(colon: Token) -> int:
    """Where the capitalised words before a colon begin, with the small words among them."""
    start = colon.i
    for token in reversed(colon.doc[max(colon.i - _LONGEST, 0) : colon.i]):
        if _is_capital(token):
            start = token.i
        elif token.lower_ not in _SMALL and token.text != "-":
            break
    return start


def _end(colon: Token) -> int:
    """Where the capitalised words behind a colon end."""
    end = colon.i + 1
    for token in colon.doc[colon.i + 1 : colon.i + 1 + _LONGEST]:
        if _is_capital(token):
            end = token.i + 1
        elif token.lower_ not in _SMALL and token.text != "-":
            break
    return end
