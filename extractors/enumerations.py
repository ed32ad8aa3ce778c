"""Enumerations: names in a row as the text has them, of which the tree joins only some.

"Ported to the Amiga, Elm 8-bit family, Elm ST (by Northline) and MS-DOS": what a label says of one it says of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from extractors.coreference import Discourse
from extractors.drafts import Draft
from extractors.mentions import Mention
from extractors.referents import Referent
from extractors.topics import admitted

__all__ = ["enumerated_drafts"]

Item = tuple[Mention, Referent]

_RULES = ("label verb", "label link")
_JOINING = frozenset(", and or & the later then also as well".split())
_ENDING = frozenset(("and", "or"))
_YEAR = re.compile(r"\d{4}")
_LONGEST = 4


def enumerated_drafts(discourse: Discourse, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """For each draft whose object stands in an enumeration, one for each other member that fits as well."""
    ontology = discourse.lexicon.ontology
    found = [d for d in drafts if d.rule in _RULES and isinstance(d.object, Referent) and d.object.named]
    rows = list(_rows(discourse)) if found else []
    said = {(id(d.subject), d.relation.iri, id(d.object)) for d in drafts}
    for draft in found:
        sentence = discourse.doc[draft.trigger].sent
        row = next(
            (r for r in rows if any(o is draft.object and sentence.start <= m.start < sentence.end for m, o in r)), []
        )
        known = ontology.properties[draft.relation.iri]
        # What no recogniser knows may pass for anything: the company it is in tells more.
        least = 2 if any(ontology.text(c, "by:color") for c in known.range) else 1
        for mention, member in row:
            key = (id(draft.subject), draft.relation.iri, id(member))
            if key not in said and admitted(discourse, known, draft.subject, member, least):
                said.add(key)
                yield replace(draft, object=member, tokens=(*draft.tokens[:-1], mention.head))


def _rows(discourse: Discourse) -> Iterator[list[Item]]:
    """The enumerations of the text: three names or more, or two with "and" between."""
    doc = discourse.doc
    inside = set(_bracketed(doc))
    named = ((m, r) for r in discourse.referents if r.named for m in r.mentions if m.kind == "name")
    items = sorted((i for i in named if i[0].start not in inside), key=lambda item: item[0].start)
    row: list[Item] = []
    joined = False
    for item in items:
        between = _between(doc, row[-1][0].end, item[0].start, inside) if row else []
        if row and _joins(doc, row[0][0], between, item[0]):
            joined |= any(t.lower_ in _ENDING for t in between)
        else:
            yield from (row,) if len(row) > 2 or (joined and len(row) == 2) else ()
            row, joined = [], False
        row = [*row, item]
    yield from (row,) if len(row) > 2 or (joined and len(row) == 2) else ()


def _bracketed(doc: Doc) -> Iterator[int]:
    """The tokens inside brackets."""
    depth = 0
    for token in doc:
        depth = max(depth + (token.text == "(") - (token.text == ")"), 0)
        if depth:
            yield token.i


def _between(doc: Doc, start: int, end: int, inside: set[int]) -> list[Token]:
    """The tokens between two names without brackets and years: "(1988)", "in 1988"."""
    kept = [t for t in doc[start:end] if t.i not in inside and t.text != ")"]
    years = {t.i for t in kept if _YEAR.fullmatch(t.text)}
    return [t for t in kept if t.i not in years and not (t.lower_ == "in" and t.i + 1 in years)]


def _joins(doc: Doc, first: Mention, between: list[Token], after: Mention) -> bool:
    """Whether what stands between two names makes them members of one row, perhaps with unnamed things between."""
    if not any(t.text == "," or t.lower_ in _ENDING for t in between) or doc[after.head].dep_ in ("nsubj", "nsubjpass"):
        return False
    before = doc[first.start - 1] if first.start else None
    before = doc[before.i - 1] if before is not None and before.lower_ == "the" and before.i else before
    joining = _JOINING | ({before.lower_} if before is not None and before.pos_ == "ADP" else set())
    piece: list[Token] = []
    for token in between:
        if token.lower_ in joining:
            piece = []
            continue
        piece.append(token)
        if not piece[0].text[:1].isupper() or len(piece) > _LONGEST or token.pos_ == "VERB":
            return False
    return not piece
