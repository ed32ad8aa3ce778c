"""Lists: three names or more and a last "and", each perhaps with its body: "Anna of A, Ben of B, and Cem"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from extractors.phrases import children
from extractors.trees import hang, take_place

__all__ = ["relist"]

_TAILS = ("of", "from")
_PLACES = frozenset({"GPE", "LOC"})
_SUBJECTS = ("nsubj", "nsubjpass")
_LEAST, _MANY = 3, 4


@dataclass(frozen=True)
class _Listed:
    """A list of names: its members, the last "and" and the token behind it."""

    names: tuple[Token, ...]
    joiner: Token
    end: int


def relist(sentence: Span) -> None:
    """Coordinate the members of every list of names that the parser has torn apart."""
    at = sentence.start
    while at < sentence.end:
        found = _list_at(sentence, at)
        if found is not None and _is_torn(found):
            _join(found)
        at = found.end if found is not None else at + 1


def _list_at(sentence: Span, start: int) -> _Listed | None:
    """The list of names that begins at a token."""
    doc, names, at = sentence.doc, [], start
    joiner: Token | None = None
    while at < sentence.end and _is_name(doc[at]) and (joiner is None or joiner.i == at - 1):
        names.append(doc[at])
        at = _behind(doc[at], sentence.end)
        comma = at < sentence.end and doc[at].text == ","
        cut = at + 1 if comma else at
        if cut < sentence.end and doc[cut].lower_ == "and" and joiner is None:
            joiner, at = doc[cut], cut + 1
        elif comma and joiner is None:
            at = cut
        else:
            break
        at += int(at < sentence.end and doc[at].lower_ == "the")
        joiner = doc[at - 1] if joiner is not None and doc[at - 1].lower_ == "the" else joiner
    if joiner is None or names[-1].i < joiner.i or len(names) < _LEAST or not _are_alike(names):
        return None
    return _Listed(tuple(names), joiner, at)


def _is_name(token: Token) -> bool:
    if token.tag_ == "NNPS" or any(c.i < token.i for c in children(token, "nummod")):
        return False  # "two Democrats, Anna Brandt and Jonas Weiss"
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in ("DATE", "TIME", "NORP")


def _behind(name: Token, end: int) -> int:
    """The token behind a name with the number and the body that belong to it."""
    doc, at = name.doc, name.i + 1
    at += int(at < end and doc[at].tag_ == "CD")
    if at + 1 < end and doc[at].lower_ in _TAILS:
        body = at + 1 + int(doc[at + 1].lower_ == "the")
        if body < end and _is_name(doc[body]):
            return body + 1
    return at


def _are_alike(names: list[Token]) -> bool:
    """Whether all may be of one kind: "Bergen, Norway, and Oslo" are not, and neither are a person and her firm."""
    kinds = {n.ent_type_ for n in names} - {""}
    if kinds <= _PLACES or names[0].nbor(-1 if names[0].i else 0).pos_ == "PROPN":
        return False
    return len(kinds) == 1 or "PERSON" not in kinds or (len(names) >= _MANY and len(kinds) < len(names))


def _is_torn(found: _Listed) -> bool:
    """Whether any member is not coordinated with one before it."""
    return any(n.dep_ != "conj" or n.head not in found.names for n in found.names[1:])


def _join(found: _Listed) -> None:
    """Hang each member on the one before it, and the first where the list belongs."""
    first, last = found.names[0], found.names[-1]
    verb = last.head if last.dep_ in _SUBJECTS and last.head.i > last.i else None
    if verb is not None:
        _make_subject(first, verb, last.dep_)
    elif first.dep_ == "conj" or any(n.is_ancestor(first) for n in found.names[1:]):
        return
    for before, name in zip(found.names, found.names[1:], strict=False):
        hang(name, before, "conj")
    for name in found.names:
        tail = name.nbor(1) if name.i + 1 < len(name.doc) else name
        if tail.lower_ in _TAILS and tail.dep_ == "prep":
            hang(tail, name)
    hang(found.joiner, found.names[-2], "cc")


def _make_subject(first: Token, verb: Token, dep: str) -> None:
    """ "councillors A of B, C of D, and E were elected": what heads the sentence is a title before the first."""
    top = first
    while top.head not in (top, verb):
        top = top.head
    title = first.nbor(-1) if first.i else first
    if top.dep_ == "ROOT" and verb.head == top:
        take_place(verb, top)
        for child in [c for c in top.children if c.dep_ == "prep" and c.i < first.i and c.i < top.i]:
            hang(child, verb)
    hang(first, verb, dep)
    if title == top and title.tag_ in ("NN", "NNS"):
        hang(title, first, "compound")
