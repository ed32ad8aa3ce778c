"""Advocates: who speaks for somebody in court, of whom "he" and "she" in their account are not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from extractors.phrases import children, lemma
from extractors.quotations import is_speech_verb
from extractors.referents import Referent

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["speaking_for_others"]

_PLEADING = frozenset("mitigating defending prosecuting representing appearing".split())
_OFFICES = frozenset(("barrister", "counsel", "prosecutor", "crown prosecutor", "defence counsel", "qc", "kc", "sc"))
_SIDES = frozenset("defence defense prosecution crown defendant accused".split())


def speaking_for_others(discourse: Discourse, token: Token) -> set[Referent]:
    """Advocates, unless a pronoun says who speaks: "Mr Holm, mitigating, said he was sorry" is about the client."""
    verb = token.head
    speaks = token.dep_ == "nsubj" and is_speech_verb(verb, discourse.lexicon) and verb.dep_ != "ccomp"
    own = token.dep_ == "poss" and lemma(token.head) == "client"
    if own or (speaks and not children(verb, "aux")):
        return set()
    return {r for r in discourse.referents if r.named and _is_advocate(discourse, r, token.i)}


def _is_advocate(discourse: Discourse, referent: Referent, before: int) -> bool:
    heads = [discourse.doc[m.head] for m in referent.mentions if m.kind == "name" and m.start < before]
    letters = any(m.letters.lower() in _OFFICES for m in referent.mentions)
    return bool(heads) and (letters or bool(referent.roles & _OFFICES) or any(_pleads(h) for h in heads))


def _pleads(name: Token) -> bool:
    """ "Anna Brandt, mitigating, said", "Anna Brandt, for the defence"."""
    behind = name.doc[name.i + 1 : name.i + 3]
    if len(behind) > 1 and behind[0].text == "," and behind[1].lower_ in _PLEADING:
        return True
    sides = [o for p in children(name, "prep") if p.lower_ == "for" for o in children(p, "pobj")]
    return any(lemma(o) in _SIDES for o in sides)
