"""Verb phrases: a verb with its auxiliaries, particles and what follows it, as a claim without an object quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.negation import waits
from extractors.phrases import children

__all__ = ["clause_text"]


def clause_text(discourse: Discourse, verb: Token) -> str:
    """A verb with all that follows it up to the next clause; a time that has a date of its own left out."""
    dated, end = discourse.time(verb) is not None and not waits(verb), verb.i
    kept: list[Token] = []
    for child in verb.rights:
        purpose = child.dep_ in ("advcl", "xcomp") and not children(child, "nsubj", "mark")
        purpose = purpose or (child.dep_ == "advcl" and (waits(verb) or _is_told_with(child)))
        timed = child.dep_ == "dobj" and discourse.is_time(child)  # "was offered 18 months"
        further = purpose or timed or child.dep_ in ("prep", "prt", "advmod", "npadvmod", "dative", "acomp", "oprd")
        if child.left_edge.i > end + 1 or not further:
            break
        end = child.right_edge.i
        kept += [] if dated and any(discourse.is_time(t) for t in (child, *child.children)) else _restricting(child)
    while kept and ((kept[-1].dep_ == "prep" and list(kept[-1].children)) or kept[-1].lower_ in ("last", "next")):
        kept.pop()  # what it is of has gone
    return _verb_phrase(verb, kept)


def _is_told_with(clause: Token) -> bool:
    """ "was settled before the talks began", "only came on because she was ill": a short clause without a comma."""
    marks = any(m.lower_ in ("before", "after", "until", "because", "when") for m in children(clause, "mark", "advmod"))
    words_ = clause.right_edge.i - clause.left_edge.i + 1
    return marks and words_ < 12 and clause.doc[clause.left_edge.i - 1].text != ","


def _restricting(token: Token) -> list[Token]:
    """The words of a phrase without a relative clause that a comma sets off."""
    phrase = list(token.subtree)
    aside = (t.i for t in phrase[:-1] if t.text == "," and t.nbor(1).tag_ in ("WDT", "WP", "WP$", "WRB"))
    end = next(aside, token.doc[-1].i + 1)
    return [t for t in phrase if t.i < end]


def _verb_phrase(verb: Token, further: Iterable[Token] = ()) -> str:
    """The verb with its auxiliaries, particles and adverbs, and with `further` tokens."""
    kept = [
        t
        for c in verb.children
        for t in (c.subtree if c.dep_ in ("advmod", "oprd") else [c])
        if c.tag_ != "TO"
        and c.lower_ != "ago"
        and (c.dep_ in ("aux", "auxpass", "neg", "prt", "advmod", "oprd", "acomp", "prefix") or c.text == "-")
        and abs(c.i - verb.i) < 5
        and c.tag_ != "WRB"
    ]
    told = sorted({verb, *kept, *further}, key=lambda t: t.i)
    gaps = [" " if b.i > a.i + 1 else a.whitespace_ for a, b in pairwise(told)]
    text = "".join(t.text + gap for t, gap in zip(told, [*gaps, ""], strict=True))
    return re.sub(r"[ ,]+(and|but|or)$", "", " ".join(text.split()).strip(" ,"))
