"""Repairs: parses that the small model gets wrong in a way that grammar alone can tell."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from extractors.phrases import children

__all__ = ["repair"]


def repair(doc: Doc) -> Doc:
    """Mend each sentence of a document in place."""
    for sentence in list(doc.sents):
        _headless(sentence)
    return doc


def _headless(sentence: Span) -> None:
    """A noun for a root, with the verb hung on it as a participle: "The post called on teachers to …" has a subject and a verb."""
    root = sentence.root
    if root.pos_ not in ("NOUN", "PROPN") or any(t.dep_ in ("nsubj", "nsubjpass") and t.head == root for t in sentence):
        return
    verb = next((c for c in children(root, "acl", "relcl") if _may_be_finite(c)), None)
    if verb is None or any(_finite(c) for c in root.children if c.dep_ in ("ccomp", "conj") and c != verb):
        return
    later = [c for c in root.rights if c.i > verb.i and c.dep_ not in ("cc", "conj")]
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "nsubj"
    for child in later:
        child.head = verb
        if child.dep_ in ("acl", "relcl"):
            child.dep_ = "advcl" if child.tag_ != "VB" or any(c.dep_ == "mark" for c in child.children) else "xcomp"
        if child.dep_ == "appos":
            child.dep_ = "npadvmod"


def _may_be_finite(token: Token) -> bool:
    """A past form that stands alone: no auxiliary, no relative pronoun, no "by"."""
    if token.tag_ not in ("VBD", "VBN") or any(c.tag_ in ("WDT", "WP", "TO") or c.dep_ in ("agent", "auxpass", "nsubj", "mark") for c in token.children):
        return False
    return not any(c.dep_ == "prep" and c.lower_ == "by" for c in token.children)


def _finite(token: Token) -> bool:
    return token.tag_ in ("VBZ", "VBP", "VBD", "MD") or any(c.tag_ in ("VBZ", "VBP", "VBD", "MD") for c in token.children)
