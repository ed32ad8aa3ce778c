"""Reported content: every place where somebody is given as the voice of something, with the words that are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.attribution import is_passive, subjects_of
from extractors.coreference import Discourse
from extractors.frames import matching_frames
from extractors.phrases import children
from extractors.quotations import is_speech_verb
from ontology import Frame

__all__ = ["Attribution", "attributions"]


_ATTRIBUTIVE = ("lex:said", "lex:denied", "lex:refused", "by:requested", "by:committed", "by:alleged", "by:speculative")
_PARENTHETICAL = ("parataxis", "ccomp", "advcl", "relcl", "dep", "conj")


@dataclass(frozen=True)
class Attribution:
    """One act of saying: the token that heads its source, that of its cue, and the token indices of what is said.

    `source` is None where the text names nobody; `nested` tells that the cue stands inside somebody's quotation.
    """

    source: int | None
    cue: int
    content: frozenset[int]
    nested: bool = False


def attributions(discourse: Discourse) -> Iterator[Attribution]:
    """All attributions of a document in the order of their cues: quotations, clauses, and "according to"."""
    said = {t.i: found for t in discourse.doc if (found := _content(discourse, t))}
    for quotation in discourse.quotations:
        if quotation.cue is not None and (quotation.whole or quotation.cue in said):
            said[quotation.cue] = said.get(quotation.cue, frozenset()) | set(range(quotation.start, quotation.end))
    for cue in sorted(said):
        if not _is_empty(discourse, said[cue]):
            source = _source(discourse.doc[cue])
            yield Attribution(source, cue, said[cue], discourse.quotation(cue) is not None)


def _is_empty(discourse: Discourse, content: frozenset[int]) -> bool:
    """Whether nothing is said but a pronoun: "what he said"."""
    return not any(discourse.doc[i].pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "NUM") for i in content)


def _content(discourse: Discourse, cue: Token) -> frozenset[int]:
    """What a verb, adjective, noun or preposition puts in somebody's mouth or mind."""
    if cue.lower_ == "according" and cue.head != cue:
        return _inside(_clause(cue.head), cue)
    if cue.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return frozenset()
    return frozenset(i for clause in _clauses(discourse, cue) for i in _inside(clause, cue))


def _clause(token: Token) -> Token:
    """The verb whose clause a token stands in."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _clauses(discourse: Discourse, cue: Token) -> list[Token]:
    """The clauses or nouns below a cue that the lexicon says somebody says, thinks, asks for or plans."""
    if cue.pos_ == "NOUN":
        frames = discourse.lexicon.frames.get(("event", cue.lemma_.lower()), ())
        return children(cue, "acl") if _is_attributive(discourse, frames) else []
    if not _is_attributive(discourse, matching_frames(discourse.lexicon, cue)):
        return [c for c in children(cue, "ccomp") if c.i < cue.i and children(cue, "nsubj")]
    found = children(cue, "ccomp", "xcomp") or _above(discourse, cue) or children(cue, "dobj")
    return found or [c for p in children(cue, "prep") for c in children(p, "pobj", "pcomp")]


def _is_attributive(discourse: Discourse, frames: Iterable[Frame]) -> bool:
    effects = {discourse.lexicon.ontology.iri(name) for name in _ATTRIBUTIVE}
    return any(f.complement in effects for f in frames)


def _above(discourse: Discourse, cue: Token) -> list[Token]:
    """The clause that a parenthetical stands in: "the debate, he said, is infected"."""
    if (
        cue.dep_ not in _PARENTHETICAL
        or not is_speech_verb(cue, discourse.lexicon)
        or children(cue, "mark", "dobj", "prep")
    ):
        return []
    first = cue.left_edge.i
    comma = first > 0 and cue.doc[first - 1].text in (",", "-", "–", "—")
    return [cue.head] if comma and children(cue, "nsubj") and cue.head.pos_ in ("VERB", "AUX") else []


def _inside(clause: Token, cue: Token) -> frozenset[int]:
    """The tokens of a clause without those of its cue."""
    barred = {t.i for t in cue.subtree} if clause in (cue.head, *cue.ancestors) else {cue.i}
    return frozenset(t.i for t in clause.subtree if t.i not in barred)


def _source(cue: Token) -> int | None:
    """The token that heads whose words they are."""
    if cue.lower_ == "according":
        return next((t.head.i if t.dep_ == "compound" else t.i for t in cue.subtree if t.dep_ == "pobj"), None)
    if cue.pos_ == "NOUN":
        return next((o.i for o in [*children(cue, "poss"), *_by(cue)]), None) or _bearer(cue)
    if is_passive(cue) and cue.pos_ == "VERB":
        return next((o.i for a in children(cue, "agent") for o in children(a, "pobj")), None)
    subjects = [s for s in subjects_of(cue if cue.pos_ != "ADJ" else cue.head) if s.dep_ != "expl"]
    return min(subjects, key=lambda s: (abs(s.i - cue.i), s.i)).i if subjects else None


def _by(noun: Token) -> list[Token]:
    return [o for p in children(noun, "prep") if p.lower_ in ("by", "from", "of") for o in children(p, "pobj")]


def _bearer(noun: Token) -> int | None:
    """Who has the plan or makes the claim: the subject of the verb whose object the noun is."""
    if noun.dep_ != "dobj":
        return None
    return next((s.i for s in subjects_of(noun.head) if s.dep_ != "expl"), None)
