"""Asides: who says it, set between commas in the middle of a clause, read after the clause is.

"The bridge will, engineers fear, stay shut": a small parser makes the aside the main clause and tears the other apart.
The clause is parsed as if the aside were not there, the aside as a sentence of its own behind it; then it is hung on
the clause that it stands in.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractors.phrases import QUOTE_MARKS
from ontology import Lexicon
from ontology.inflection import base_verbs

__all__ = ["Aside", "Bracket", "clause_around", "find_asides", "find_brackets"]

_OWNERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "one", "some", "many", "several"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "one", "another", "others", "some", "both"})
# What opens a sentence with something that needs its comma: "If it rains, she said, the match is off".
_FRONTED = frozenset(
    "if when while although though because since once unless as after before in on at by for with from during until "
    "under over despite without like among given asked".split()
)
_LONGEST = 4
_FAR = 60
_COPULAS = frozenset({"is", "was", "are", "were"})
_OFTEN = frozenset({"also", "better", "sometimes", "often"})
_NAMING = frozenset({"known", "referred", "called", "nicknamed", "styled", "born"})


@dataclass(frozen=True)
class Aside:
    """An aside by token indices: its two commas, its words in the order subject, verb, and whether a comma stays."""

    start: int
    end: int
    words: tuple[int, ...]
    keeps: bool


@dataclass(frozen=True)
class Bracket:
    """Brackets by token indices: their marks, or the comma behind them, and the word that they stand behind."""

    start: int
    end: int
    behind: int
    comma: bool


def find_brackets(doc: Doc, names: set[int]) -> Iterator[Bracket]:
    """Brackets that tear the clause around them: those behind the name that heads a sentence, and other units.

    "Anna Brandt (born Anna Weiss; 9 May 1959), a lawyer, is", "is a hill, 40 metres (130 ft) high".
    """
    for mark in doc[1:-1]:
        end = _naming_end(doc, mark.i) if mark.text == "," else _closing(doc, mark.i) if mark.text == "(" else None
        if end is None or end + 1 >= len(doc) or doc[end + 1].text == "." or end - mark.i < 3:
            continue
        behind = _behind(doc, mark.i)
        if _heads_sentence(doc, behind, names) or (mark.text == "(" and _is_measure(doc, mark.i, end)):
            comma = end + 2 < len(doc) and doc[end + 1].text == "," and doc[end + 2].lower_ in _COPULAS
            yield Bracket(mark.i, end, behind, comma)


def _naming_end(doc: Doc, comma: int) -> int | None:
    """The second comma of ", also known as Anna Weiss, is"."""
    said = comma + 2 if doc[comma + 1].text.endswith("ly") or doc[comma + 1].lower_ in _OFTEN else comma + 1
    if said >= len(doc) or doc[said].lower_ not in _NAMING:
        return None
    end = next((t.i for t in doc[said : said + _LONGEST * 3] if t.text == "," or "\n" in t.text), None)
    goes_on = end is not None and end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in _COPULAS
    return end if goes_on else None


def _behind(doc: Doc, comma: int) -> int:
    """The word before a comma, or before the brackets that close before it."""
    if doc[comma - 1].text != ")":
        return comma - 1
    start = next((i for i in range(comma - 2, -1, -1) if doc[i].text == "("), comma)
    return start - 1


def _heads_sentence(doc: Doc, name: int, names: set[int]) -> bool:
    first = name - 1 if name and doc[name - 1].text in ("The", "A", "An") else name
    return name in names and (first == 0 or doc[first - 1].text == "." or "\n" in doc[first - 1].text)


def _is_measure(doc: Doc, start: int, end: int) -> bool:
    """ "(130 ft)", "(1.9 sq mi)": a number and its unit behind another unit."""
    number, unit = doc[start + 1], doc[end - 1]
    return number.like_num and unit.is_alpha and unit.is_lower and end - start < 6 and doc[start - 2].like_num


def _closing(doc: Doc, start: int) -> int | None:
    """The mark that closes the one at a token, in the same line and not too far."""
    depth = 0
    for token in doc[start : start + _FAR]:
        depth += (token.text == "(") - (token.text == ")")
        if "\n" in token.text:
            return None
        if not depth:
            return token.i
    return None


def find_asides(doc: Doc, names: set[int], lexicon: Lexicon) -> Iterator[Aside]:
    """The asides of an unparsed document whose names are single tokens, those of saying and thinking."""
    commas = [t.i for t in doc if t.text == ","]
    free = 0
    for first, last in ((a, b) for a, b in itertools.pairwise(commas) if 3 <= b - a <= _LONGEST + 2):
        inside = range(first + 1, last)
        order = _order(doc, inside, names, lexicon)
        if order and first >= free and first > 1 and doc[first - 1].text not in QUOTE_MARKS and last + 1 < len(doc):
            yield Aside(first, last, order, _first_word(doc, first).lower_ in _FRONTED)
            free = last + 1


def _order(doc: Doc, inside: range, names: set[int], lexicon: Lexicon) -> tuple[int, ...]:
    """The words of an aside with the subject first, none where they are no aside."""
    words = [doc[i] for i in inside]
    if _says(words[-1], lexicon) and _is_somebody(words[:-1], names):
        return tuple(inside)
    if _says(words[0], lexicon) and words[1].lower_ not in _PRONOUNS and _is_somebody(words[1:], names):
        return (*inside[1:], inside[0])
    return ()


def _says(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a finite form of a verb of saying or thinking, as far as can be told by its letters."""
    if word.lower_ != word.text or word.text.endswith("ing"):
        return False
    return any(f.complement for v in base_verbs(word.text) for f in lexicon.frames.get(("verb", v), ()))


def _is_somebody(words: Sequence[Token], names: set[int]) -> bool:
    """Whether words can be a subject: a pronoun, a name, a noun with its article, or a bare noun."""
    first, rest = words[0], words[1:]
    plain = all(w.is_alpha and w.is_lower and not w.is_stop for w in rest)
    if first.lower_ in _OWNERS:
        return bool(rest) and (plain or (rest[-1].i in names and len(rest) == 1))
    if first.i in names or first.lower_ in _PRONOUNS:
        return not rest
    return first.is_alpha and first.is_lower and not first.is_stop and plain and len(rest) < 2


def _first_word(doc: Doc, at: int) -> Token:
    """The first word of the sentence, or of the quotation, that a token stands in, as far as its marks tell."""
    while at > 0 and doc[at - 1].text not in ".!?;:\n" and doc[at - 1].text not in QUOTE_MARKS:
        at -= 1
    return doc[at]


def clause_around(doc: Doc, at: int) -> Token:
    """The innermost verb of a parse whose clause has words on both sides of a place; else the head of the sentence."""
    before = doc[at - 1]
    if before.dep_ == "cc":  # "He was kind and, she says, he was a thief"
        later = [t for t in before.sent if t.dep_ == "conj" and t.i >= at and t.pos_ in ("VERB", "AUX")]
        if later:
            return later[0]
    around = [t for t in before.sent if t.pos_ in ("VERB", "AUX") and t.left_edge.i < at <= t.right_edge.i]
    around = [t for t in around if t.dep_ not in ("aux", "auxpass")]
    return min(around, key=lambda t: t.right_edge.i - t.left_edge.i, default=before.sent.root)
