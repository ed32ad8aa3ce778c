"""Prefixed words: "re-elected", "pro-union" are one word, whatever the tokeniser makes of the hyphen."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.trees import hang

__all__ = ["join_prefix", "prefix_of"]

_PREFIXES = frozenset("re co pre pro anti pan non ex vice mid self multi post inter semi ultra".split())


def join_prefix(token: Token) -> None:
    """ "re-elected", "pro-union", "cross-section": what a hyphen joins is one word, headed by the last."""
    doc, i = token.doc, token.i
    if i + 2 >= len(doc) or doc[i + 1].text != "-" or token.whitespace_ or doc[i + 1].whitespace_:
        return
    prefix = token.lower_ in _PREFIXES
    if not prefix and not (token.pos_ == doc[i + 2].pos_ == "NOUN" and doc[i + 2].is_lower):
        return
    trio = [token, doc[i + 1], doc[i + 2]]
    head = trio[2]
    outer = next(t for t in (head, *trio) if not any(a in trio for a in t.ancestors))
    root = outer.head == outer
    above, dep = outer.head, outer.dep_
    if outer != head:
        hang(head, head if root else above, dep)
    for part in trio[:2]:
        for child in [c for c in part.children if c not in trio]:
            hang(child, head)
    if head.tag_ == "VBD":
        _as_subject(head)
    if head.tag_ == "VBN" and head.dep_ in ("acomp", "attr") and head.head.lemma_ == "be":
        _as_passive(head, head.head)
    _off_auxiliaries(head)
    for part in trio[:2]:
        hang(part, head, ("prefix" if prefix else "compound") if part == token else "punct")


def _off_auxiliaries(verb: Token) -> None:
    """The subjects that hang on a verb's auxiliaries belong to the verb."""
    for aux in [c for c in verb.children if c.dep_ in ("aux", "auxpass")]:
        for child in [c for c in aux.children if c.dep_ in ("nsubj", "nsubjpass")]:
            hang(child, verb, "nsubjpass" if aux.dep_ == "auxpass" else child.dep_)


def _as_subject(verb: Token) -> None:
    """ "Anna Brandt co-founded": a name before a verb in the past."""
    for name in [c for c in verb.children if c.pos_ == "PROPN" and c.dep_ == "compound"]:
        hang(name, verb, "nsubj")


def prefix_of(token: Token) -> str:
    """What a hyphen puts before a word: "re-" of "re-elected", else nothing."""
    return "".join(f"{c.lower_}-" for c in token.children if c.dep_ == "prefix")


def _as_passive(verb: Token, be: Token) -> None:
    """ "were re-elected": a participle read as an adjective is the verb, "were" its auxiliary."""
    root = be.head == be
    above, dep = be.head, be.dep_
    hang(verb, verb if root else above, dep)
    for child in [c for c in be.children if c != verb]:
        hang(child, verb)
        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    hang(be, verb, "auxpass")
