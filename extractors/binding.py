"""Binding: whom a pronoun cannot mean, by the place that it and they have in the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from spacy.tokens import Token

from extractors.phrases import children, conjuncts, lemma
from extractors.referents import Referent

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["STANDING_IN", "barred_from"]

# Who speaks of somebody else whom they stand for.
STANDING_IN = frozenset("lawyer solicitor barrister attorney agent spokesman spokeswoman spokesperson doctor".split())
_REFLEXIVE = frozenset("herself himself itself themselves themself".split())


def barred_from(discourse: Discourse, token: Token) -> set[Referent]:
    """Those who cannot be meant: fellow arguments, who is quoted about them, and whom its own clause names."""
    return (
        _barred(token, discourse.by_head)
        | _reported(discourse, token)
        | _standing_in(discourse, token)
        | _spoken_of(discourse, token)
        | _below(discourse, token)
    )


def _barred(token: Token, by_head: Mapping[int, Referent]) -> set[Referent]:
    """Referents that a pronoun cannot mean because both are arguments of one verb."""
    if token.lower_ in _REFLEXIVE or token.dep_ == "poss":
        owner = token.head if token.dep_ == "poss" else None
        # "Firefox, its main rival": the rival is another's.
        apposed = [owner.head] if owner is not None and owner.dep_ == "appos" else []
        return {by_head[o.i] for o in (owner, *apposed) if o is not None and o.i in by_head}
    verb = token.head if token.dep_ != "pobj" else token.head.head
    others = [c for c in children(verb, "nsubj", "nsubjpass", "dobj", "dative") if c != token]
    while (
        token.dep_ in ("dobj", "dative")
        and verb.dep_ in ("advcl", "xcomp", "conj", "pcomp")
        and not children(verb, "nsubj")
    ):
        verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
        others += children(verb, "nsubj", "nsubjpass")
    # "plans which they say would fail", "a photographer she had asked": nobody is the subject of what tells them apart.
    others += [verb.head] if verb.dep_ == "relcl" and token.dep_ in ("nsubj", "nsubjpass") else []
    # "allowed it to sail", "let it rot": who lets is not who is let.
    infinite = token.dep_ == "nsubj" and verb.dep_ in ("ccomp", "xcomp") and verb.tag_ == "VB"
    others += children(verb.head, "nsubj") if infinite and not children(verb, "mark") and not _modal(verb) else []
    # "bees, separated from them by a screen"
    others += [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" and token.dep_ == "pobj" else []
    return {by_head[m.i] for o in others for m in conjuncts(o) if m.i in by_head}


def _modal(verb: Token) -> bool:
    return any(a.tag_ in ("MD", "VBP", "VBZ", "VBD") for a in children(verb, "aux"))


def _standing_in(discourse: Discourse, token: Token) -> set[Referent]:
    """ "His lawyer said he had left" is about the client."""
    verb = token.head
    clause = token.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "ccomp"
    speakers = children(verb.head, "nsubj") if clause else []
    for_others = (s for s in speakers if lemma(s) in STANDING_IN and children(s, "poss"))
    return {r for s in for_others if (r := discourse.referent(s)) is not None}


def _reported(discourse: Discourse, token: Token) -> set[Referent]:
    """Whom the words before name: "Anna had told her that it was late, she said" is not said by Anna."""
    content = [c for c in children(token.head, "ccomp") if c.i < token.i] if token.dep_ == "nsubj" else []
    if token.head.dep_ == "parataxis" and token.dep_ == "nsubj" and token.head.head.i < token.i:
        content.append(token.head.head)
    said = (discourse.by_head.get(t.i) for c in content for t in c.subtree if t.i < token.i and t.pos_ == "PROPN")
    # "Her own mother had left, she said."
    kin = (s for c in content for s in children(c, "nsubj", "nsubjpass") if children(s, "poss"))
    owned = {discourse.by_head[s.i] for s in kin if s.i in discourse.by_head}
    return {r for r in said if r is not None and r.named} | owned


def _spoken_of(discourse: Discourse, token: Token) -> set[Referent]:
    """Whom a quotation names: "“Anna gave them the answer,” she said" is not said by Anna."""
    said = [q for q in discourse.quotations if q.cue == token.head.i] if token.dep_ == "nsubj" else []
    return {
        r
        for r in discourse.referents
        if any(
            m.head in q and m.kind == "name" and discourse.doc[m.head].dep_ != "npadvmod"
            for q in said
            for m in r.mentions
        )
    }


def _below(discourse: Discourse, token: Token) -> set[Referent]:
    """Whom the clause of a subject names behind it: "he says Jonas is ill" is not said by Jonas."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    verb, found = token.head, set()
    for t in verb.subtree:
        referent = discourse.by_head.get(t.i) if t.i > token.i and t.pos_ == "PROPN" else None
        if referent is not None and referent.named and not _is_coordinate(t, verb):
            found.add(referent)
    return found


def _is_coordinate(token: Token, verb: Token) -> bool:
    """Whether a token stands in a clause that is only coordinated with a verb's."""
    while token.head not in (verb, token):
        token = token.head
    return token.dep_ in ("conj", "parataxis", "dep", "punct") and token.pos_ in ("VERB", "AUX")
