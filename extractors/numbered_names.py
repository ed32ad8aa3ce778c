"""Numbered names: names with a number in them: "Apollo 9", "103 Hera", "(4711) 1987 QA", "Haakon VII of Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors.capitals import CALENDAR

__all__ = ["find_numbered", "find_series"]

_NAMED = frozenset(("PRODUCT", "ORG", "FAC", "LAW", "EVENT"))
_SERIES = frozenset(
    "Local Lodge Year Grade Terminal Room Gate Platform Phase Chapter Article Section Tier Level Stage Route".split()
)
_BODIES = frozenset(("Local", "Lodge"))
_AMOUNTS = frozenset(("TIME", "PERCENT", "MONEY", "QUANTITY"))
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_REGNAL = re.compile(r"(?=[IVX])(X{0,2})(IX|IV|V?I{0,3})")


def find_numbered(doc: Doc) -> Iterator[Span]:
    """Every name with a number beside it, before it in brackets, or with the numeral of a monarch or a son."""
    for token in doc:
        if token.text.isdigit() and len(token.text) < 6:
            yield from _beside(doc, token)
        if token.text == "(" and token.i + 3 < len(doc):
            yield from _designation(doc, token)
        if token.i and _names(doc[token.i - 1]):
            yield from _regnal(doc, token)
            yield from _junior(doc, token)


def find_series(doc: Doc) -> Iterator[Span]:
    """Names that are nothing without their number: "Year 10", "Terminal 1", "Flight NV 628"."""
    whole = {(e.start, e.end) for e in doc.ents if e.label_ in _NAMED}
    for token in doc[:-1]:
        number = token.nbor(1)
        if token.text in _SERIES and number.text.isdigit() and len(number.text) < 5:
            # "United Metalworkers Local 388"
            start = _first_of(doc, token.i) if token.text in _BODIES else token.i
            yield doc[start : token.i + 2]
    # "putting Norway 2 - 0 up" is a score.
    scored = {t.i for t in doc[:-1] if t.text.isdigit() and t.nbor(1).text in "-–"}
    yield from (s for s in find_numbered(doc) if (s.start, s.end) in whole and s.end - 1 not in scored)


def _beside(doc: Doc, token: Token) -> Iterator[Span]:
    """ "Apollo 9", "Commodore 64", "103 Hera": a short number beside a capitalised word that is no month."""
    start = end = token.i
    if end + 2 < len(doc) and doc[end + 1].text == ":" and doc[end + 2].text[:1].isupper():
        end += 2  # "1634: The Blue War"
        while end + 1 < len(doc) and (_names(doc[end + 1]) or doc[end].lower_ in ("the", "a", "of")):
            end += 1
        yield doc[start : end + 1]
        return
    year = token.ent_type_ == "DATE" and _YEAR.fullmatch(token.text)
    if year or token.ent_type_ in _AMOUNTS:
        return
    while start > 0 and _names(doc[start - 1]) and token.i - start < 3:
        start -= 1
    while start == token.i and end + 1 < len(doc) and _names(doc[end + 1]) and end - token.i < 3:
        end += 1
    # "175 Northern League titles" counts them.
    after = doc[end + 1] if end + 1 < len(doc) else token
    counted = start == token.i and after.is_lower and after.text.endswith("s") and not after.is_stop
    if (start < token.i or end > token.i) and not counted:
        yield doc[start : end + 1]


def _designation(doc: Doc, token: Token) -> Iterator[Span]:
    """ "(4711) 1987 QA": a number in brackets that a designation or a name follows."""
    end = token.i + 3
    while end < len(doc) and end - token.i < 6 and (doc[end].text.isdigit() or doc[end].text[:1].isupper()):
        end += 1
    if doc[token.i + 1].text.isdigit() and doc[token.i + 2].text == ")" and end > token.i + 3:
        yield doc[token.i : end]


def _regnal(doc: Doc, token: Token) -> Iterator[Span]:
    """ "Haakon VII of Norway"."""
    pronoun = token.text == "I" and token.i + 1 < len(doc) and doc[token.i + 1].is_lower
    if pronoun or not _REGNAL.fullmatch(token.text):
        return
    start, end = _first_of(doc, token.i - 1), token.i + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and _names(doc[end + 1]):
        end += 2
    yield doc[start:end]


def _junior(doc: Doc, token: Token) -> Iterator[Span]:
    """ "Jonas Weiss, Jr."."""
    if token.text != "," or token.i + 1 >= len(doc) or doc[token.i + 1].text not in ("Jr.", "Sr.", "Jr", "Sr"):
        return
    yield doc[_first_of(doc, token.i - 1) : token.i + 2]


def _first_of(doc: Doc, start: int) -> int:
    """Where the run of capitalised words begins that ends with a word."""
    while start > 0 and _names(doc[start - 1]):
        start -= 1
    return start


def _names(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.is_alpha
        and not token.is_stop
        and token.lower_ not in CALENDAR
        and token.ent_type_ != "DATE"
    )
