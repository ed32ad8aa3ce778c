"""Reported content: every place where somebody is given as the voice of something, with the words that are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.attribution import is_passive, subjects_of
from extractors.coreference import Discourse
from extractors.frames import matching_frames
from extractors.phrases import children

__all__ = ["Attribution", "attributions"]


@dataclass(frozen=True)
class Attribution:
    """One act of saying: the token that heads its source, that of its cue, and the token indices of what is said.

    `source` is None where the text names nobody, `cue` None where a quotation only goes on.
    """

    source: int | None
    cue: int | None
    content: frozenset[int]


def attributions(discourse: Discourse) -> Iterator[Attribution]:
    """All attributions of a document in the order of their cues: quotations, clauses, and "according to"."""
    said: dict[int, set[int]] = {}
    for token in discourse.doc:
        content = set(_content(discourse, token))
        if content:
            said[token.i] = content
    for quotation in discourse.quotations:
        if quotation.cue is not None and (quotation.whole or quotation.cue in said):
            said.setdefault(quotation.cue, set()).update(range(quotation.start, quotation.end))
    for cue in sorted(said):
        yield Attribution(_source(discourse, discourse.doc[cue]), cue, frozenset(said[cue]))


def _content(discourse: Discourse, cue: Token) -> Iterable[int]:
    """What a verb, adjective, noun or preposition puts in somebody's mouth or mind."""
    if cue.lower_ == "according":
        return _inside(cue.head, cue) if cue.head != cue else ()
    if cue.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return ()
    clauses = _clauses(discourse, cue)
    return [i for clause in clauses for i in _inside(clause, cue)]


def _clauses(discourse: Discourse, cue: Token) -> list[Token]:
    """The clauses below a cue that the lexicon says somebody says, thinks, asks for or plans."""
    part = {"NOUN": "event", "ADJ": "adjective"}.get(cue.pos_, "verb")
    if part == "event":
        frames = [f for f in discourse.lexicon.frames.get(("event", cue.lemma_.lower()), ()) if f.complement]
    else:
        frames = [f for f in matching_frames(discourse.lexicon, cue) if f.complement]
    if not frames:
        return [c for c in children(cue, "ccomp") if part == "verb" and _stands_before(c, cue)]
    deps = ("acl",) if part == "event" else ("ccomp", "xcomp")
    found = children(cue, *deps)
    if not found and part != "event":
        found = children(cue, "dobj")
    if not found and part != "event":
        found = [c for p in children(cue, "prep") for c in children(p, "pobj", "pcomp")]
    return found


def _stands_before(clause: Token, cue: Token) -> bool:
    """"The bridge is safe, Anna Brandt quipped": a clause before the verb that takes it is said."""
    return clause.i < cue.i and bool(children(cue, "nsubj"))


def _inside(clause: Token, cue: Token) -> Iterator[int]:
    """The tokens of a clause without those of its cue."""
    barred = {t.i for t in cue.subtree} if cue.head == clause else set()
    for token in clause.subtree:
        if token.i not in barred and token != cue:
            yield token.i


def _source(discourse: Discourse, cue: Token) -> int | None:
    """The token that heads whose words they are."""
    if cue.lower_ == "according":
        return next((o.i for to in children(cue, "prep") for o in children(to, "pobj")), None)
    if cue.pos_ == "NOUN":
        return next((o.i for o in [*children(cue, "poss"), *_by(cue)]), None)
    if is_passive(cue) and cue.pos_ == "VERB":
        return next((o.i for a in children(cue, "agent") for o in children(a, "pobj")), None)
    subjects = subjects_of(cue if cue.pos_ != "ADJ" else cue.head)
    return subjects[0].i if subjects and subjects[0].dep_ != "expl" else None


def _by(noun: Token) -> list[Token]:
    return [o for p in children(noun, "prep") if p.lower_ in ("by", "from", "of") for o in children(p, "pobj")]
