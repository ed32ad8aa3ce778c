"""Torn relatives: main clauses that a parser tears at the relative clause inside of them."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.frames import complement_of
from extractors.phrases import children, is_finite
from extractors.trees import hang, take_place
from ontology import Lexicon

__all__ = ["mend_torn_relative"]

_SUBJECTS = ("nsubj", "nsubjpass")


def mend_torn_relative(token: Token, lexicon: Lexicon) -> None:
    """Give a verb behind a relative clause the subject before it."""
    _whose(token)
    _whose_office(token)
    _before_predecessor(token)
    _owned(token)
    _insisted(token, lexicon)
    _that(token, lexicon)


def _without_subject(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and not children(token, *_SUBJECTS, "csubj", "expl", "mark")


def _as_subject(noun: Token, verb: Token) -> None:
    hang(noun, verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


def _whose(token: Token) -> None:
    """ "Anna Brandt, whose sons went there, has asked": the relative clause was taken for the main one."""
    relative = token.head
    subjects = children(relative, *_SUBJECTS)
    owned = [s for s in subjects if any(p.tag_ == "WP$" for p in children(s, "poss"))]
    first = owned[0].left_edge.i if owned else 0
    names = [c for c in relative.lefts if c.pos_ in ("NOUN", "PROPN") and c.right_edge.i < first]
    if token.dep_ != "conj" or not _without_subject(token) or not names or children(relative, "cc"):
        return
    if token.doc[token.left_edge.i - 1].text == ",":
        take_place(token, relative)
        _as_subject(names[-1], token)
        hang(relative, names[-1], "relcl")


def _promote(token: Token, verb: Token) -> None:
    """Let the second of two verbs head the sentence, with all that stands behind it."""
    take_place(token, verb)
    for child in [c for c in verb.children if c.i > token.i]:
        hang(child, token)


def _whose_office(token: Token) -> None:
    """ "The union, whose secretary, Anna Brandt, left, said": she left, and the union said so."""
    verb = token.head
    subjects = children(verb, *_SUBJECTS) if token.dep_ == "conj" else []
    offices = [a for s in subjects for a in children(s, "appos") if any(p.tag_ == "WP$" for p in children(a, "poss"))]
    if not offices or not _without_subject(token) or token.doc[token.left_edge.i - 1].text != ",":
        return
    if offices[0].i < verb.i < token.i and not children(verb, "cc"):
        owner = subjects[0]
        _promote(token, verb)
        _as_subject(owner, token)
        hang(offices[0], verb, "nsubj")
        hang(verb, owner, "relcl")


def _before_predecessor(token: Token) -> None:
    """ "Anna Brandt, who took over after her predecessor resigned, welcomed it": of two verbs the first is his."""
    verb = token.head
    subjects = children(verb, *_SUBJECTS) if token.dep_ == "conj" else []
    clauses = [c for s in subjects for c in children(s, "relcl") if c.i < verb.i]
    marks = [m for c in clauses for m in children(c, "prep") if m.lower_ in ("after", "before", "until", "since")]
    nouns = [o for m in marks for o in children(m, "pobj") if o.i < verb.i and verb.i - o.right_edge.i <= 1]
    if not nouns or not _without_subject(token) or token.doc[token.left_edge.i - 1].text != "," or children(verb, "cc"):
        return
    noun, mark, clause = nouns[-1], nouns[-1].head, nouns[-1].head.head
    _promote(token, verb)
    _as_subject(subjects[0], token)
    hang(verb, clause, "advcl")
    _as_subject(noun, verb)
    hang(mark, verb, "mark")


def _owned(token: Token) -> None:
    """ "a firm whose director, Anna Brandt, had been a guest": the noun behind "whose" is the verb's subject."""
    first = min((token, *children(token, "aux", "auxpass", "neg")), key=lambda t: t.i)
    if not _without_subject(token) or token.dep_ in ("aux", "auxpass") or not is_finite(token) or first.i < 3:
        return
    before = first.nbor(-1 if first.nbor(-1).text != "," else -2)
    owned = [a for a in (before, *before.ancestors) if any(p.tag_ == "WP$" for p in children(a, "poss"))]
    if not owned or owned[0].dep_ in (*_SUBJECTS, "pobj") or owned[0].right_edge.i > first.i:
        return
    owner = owned[0].head
    if owner.pos_ in ("NOUN", "PROPN") and owner.i < owned[0].i and not token.is_ancestor(owner):
        _as_subject(owned[0], token)
        hang(token, owner, "relcl")


def _that(token: Token, lexicon: Lexicon) -> None:
    """ "will close a site in Bergen that it opened": of a verb that reports nothing, "that" tells its object apart."""
    marks = [m for m in children(token, "mark") if m.lower_ == "that"]
    verb = token.head
    nouns = [o for o in children(verb, "dobj") if o.i < token.left_edge.i]
    if token.dep_ != "ccomp" or not marks or not nouns or complement_of(lexicon, verb, ""):
        return
    open_ = token.pos_ == "VERB" and not children(token, "dobj", "attr", "acomp", "ccomp", "xcomp", "auxpass")
    if open_ and nouns[-1].right_edge.i == token.left_edge.i - 1:
        hang(token, nouns[-1], "relcl")
        hang(marks[0], token, "dobj")
        marks[0].tag_, marks[0].pos_ = "WDT", "PRON"


def _insisted(token: Token, lexicon: Lexicon) -> None:
    """ "after a report, which she insists has errors, found that": what she insists on is no clause of its own."""
    clause = next((c for c in children(token.head, "advcl") if c.i < token.i and children(c, "mark")), None)
    nouns = children(clause, *_SUBJECTS) if clause is not None else []
    relative = next((r for n in nouns for r in children(n, "relcl") if complement_of(lexicon, r, "")), None)
    if token.dep_ != "conj" or not _without_subject(token) or clause is None or relative is None:
        return
    which = [w for w in children(relative, "dobj") if w.tag_ == "WDT"]
    if not which or children(relative, "ccomp") or clause.left_edge.i > relative.i or relative.i > clause.i:
        return
    _as_subject(nouns[0], token)
    for mark in children(clause, "mark"):
        hang(mark, token)
    hang(token, token.head, "advcl")
    hang(clause, relative, "ccomp")
    _as_subject(which[0], clause)
