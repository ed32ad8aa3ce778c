"""Worded: a label of several words as it stands in the text, and the value right behind it.

The parser often takes such a name apart ("an ICAO location identifier of EGBF", "OCLC number 46451790"): words in a row
tell more than its tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.drafts import Draft, property_relation
from extractors.topics import admitted, fill, named_first, topics
from ontology import Frame

__all__ = ["worded_drafts"]

_BETWEEN = frozenset("of is was are were being : # no. no number named called the a an ( \" “ ' ‘".split())
_COPULA = frozenset("is was are were".split())


def worded_drafts(discourse: Discourse) -> Iterator[Draft]:
    """The claims of every attribute of several words that stands in the text word by word."""
    frames = [f for (part, _), fs in discourse.lexicon.frames.items() if part == "attribute" for f in fs]
    plain = [f for f in frames if f.subject == ("of",) and f.object == ("self",)]
    for token in discourse.doc:
        for frame in plain:
            words = frame.wording.split()
            if len(words) > 1 and _stands(token, words):
                yield from _claims(discourse, token, discourse.doc[token.i + len(words) - 1], frame)


def _stands(token: Token, words: list[str]) -> bool:
    span = token.doc[token.i : token.i + len(words)]
    return len(span) == len(words) and all(w in (t.lower_, t.lemma_.lower()) for t, w in zip(span, words, strict=True))


def _claims(discourse: Discourse, first: Token, last: Token, frame: Frame) -> Iterator[Draft]:
    known = discourse.lexicon.ontology.properties[frame.property or ""]
    owner, value = _owner_and_value(last)
    if value is None:
        return
    owners = [owner] if owner is not None else [t for t in topics(discourse, last) if t.i not in (first.i, last.i)]
    found = fill(discourse, value, known)
    for s in named_first(discourse, (o for o in owners if o != value), known):
        subject = discourse.referent(s)
        if subject is not None and found is not None and admitted(discourse, known, subject, found):
            relation = property_relation(discourse, frame.property or "", frame.wording)
            yield Draft(last.i, subject, relation, found, "label words", (last.i, s.i, value.i))


def _owner_and_value(last: Token) -> tuple[Token | None, Token | None]:
    """ "… of Elm Airport is EGBF", or the value alone: a number, a name or a code behind the words."""
    doc, i = last.doc, last.i + 1
    owner = None
    if i + 2 < len(doc) and doc[i].lower_ in ("of", "for"):
        name = i + 2 if doc[i + 1].lower_ == "the" and i + 3 < len(doc) else i + 1
        if doc[name].pos_ == "PROPN" and doc[name + 1].lower_ in _COPULA:
            owner, i = doc[name], name + 1
    while i < len(doc) and doc[i].lower_ in _BETWEEN and i - last.i < 9:
        i += 1
    value = doc[i] if i < len(doc) and i > last.i and doc[i].sent == last.sent else None
    valid = value is not None and (value.pos_ == "PROPN" or value.text[:1].isdigit())
    return owner, value if valid else None
