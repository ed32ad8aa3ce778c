"""Continued accounts: a sentence in the past perfect that goes on with what somebody has just been reported to say."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extractors.attribution import accounts, speaker_of
from extractors.coreference import Discourse
from extractors.frames import complement_of
from extractors.phrases import children
from extractors.referents import Referent

__all__ = ["goes_on"]


def goes_on(discourse: Discourse, root: Token) -> Referent | None:
    """ "She said she was ill. She had been waiting for hours.": whose account the second sentence goes on with."""
    if not _is_past_perfect(root) or any(discourse.quotation(t) is not None for t in root.sent):
        return None
    before = _before(root.sent)
    while before is not None:
        verb = before.root
        if _reports_back(discourse, verb):
            return speaker_of(discourse, verb)
        if _looks_back(verb) and (said := children(verb, "parataxis")) and (told := accounts(discourse, verb)):
            return told[-1] if said[-1].pos_ == "VERB" else None  # "She had been ill, she said."
        before = _before(before) if _is_past_perfect(verb) else None
    return None


def _is_past_perfect(verb: Token) -> bool:
    return verb.tag_ in ("VBN", "VBG") and any(a.lower_ in ("had", "'d", "’d") for a in children(verb, "aux"))


def _before(sentence: Span) -> Span | None:
    """The sentence before one in its paragraph."""
    start = sentence.start
    if not start or "\n" in sentence.doc[start - 1].text or any("\n" in t.text for t in sentence[:1]):
        return None
    return sentence.doc[start - 1].sent


def _reports_back(discourse: Discourse, verb: Token) -> bool:
    """Whether a verb reports, in words not quoted, what was so before: "said that she had been ill"."""
    said = discourse.lexicon.ontology.iri("lex:said")
    if verb.pos_ != "VERB" or complement_of(discourse.lexicon, verb, "") != said:
        return False
    clauses = [c for c in children(verb, "ccomp") if discourse.quotation(c) is None]
    return any(_looks_back(c) for c in clauses)


def _looks_back(clause: Token) -> bool:
    return any(t.tag_ == "VBD" for t in (clause, *children(clause, "aux", "auxpass")))
