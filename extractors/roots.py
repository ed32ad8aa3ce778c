"""Roots: sentences of which a parser takes the wrong word for the head."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extractors.phrases import children, is_finite
from extractors.trees import hang

__all__ = ["find_root"]


def find_root(sentence: Span) -> None:
    """Hang a sentence on its verb."""
    _before_brackets(sentence)
    _subordinate_root(sentence)
    _office_root(sentence)
    _named_root(sentence)
    _gerund_root(sentence)
    _headless(sentence)


def _before_brackets(sentence: Span) -> None:
    """ "Anna Brandt (born 5 May 1990) is a politician": whoever stands before the brackets is the subject."""
    verb = _out_of_brackets(sentence)
    first = min([verb, *children(verb, "aux", "auxpass", "neg")], key=lambda t: t.i)
    if verb.pos_ not in ("VERB", "AUX") or first.i - 2 <= sentence.start or first.nbor(-1).text != ")":
        return
    opening = next((i for i in range(first.i - 2, sentence.start, -1) if verb.doc[i].text == "("), None)
    name = verb.doc[opening - 1] if opening is not None else verb
    if name.pos_ != "PROPN" or any(s.i <= name.i for s in children(verb, "nsubj", "nsubjpass")):
        return
    inside = [t for t in verb.doc[name.i + 1 : first.i] if not name.i <= t.head.i < first.i]
    hang(name, verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
    for token in inside:
        made = token.pos_ == "VERB" and token.lower_ not in ("born", "died")  # brackets.py reads the dates of a life
        hang(token, name, "punct" if token.is_punct else "acl" if made else "dep")


def _out_of_brackets(sentence: Span) -> Token:
    """ "(born 5 May 1990) is": what stands in brackets heads no sentence that has a verb right behind them."""
    root = sentence.root
    closing = next((t for t in sentence if t.i > root.i and t.text == ")"), None)
    opened = any(t.text == "(" for t in root.doc[max(root.i - 3, sentence.start) : root.i])
    verb = closing.nbor(1) if opened and closing is not None and closing.i + 1 < sentence.end else root
    if verb == root or verb.head != root or verb.tag_ not in ("VBZ", "VBD", "VBP"):
        return root
    hang(verb, verb, "ROOT")
    hang(root, verb, "dep")
    return verb


def _headless(sentence: Span) -> None:
    """A noun for a root, the verb hung on it as a participle: "The post called on teachers to …"."""
    root = sentence.root
    if root.pos_ not in ("NOUN", "PROPN") or any(t.dep_ in ("nsubj", "nsubjpass") and t.head == root for t in sentence):
        return
    verb = next((c for c in children(root, "acl", "relcl") if _may_be_finite(c)), None)
    if verb is None or any(is_finite(c) for c in root.children if c.dep_ in ("ccomp", "conj") and c != verb):
        return
    later = [c for c in root.rights if c.i > verb.i and c.dep_ not in ("cc", "conj")]
    hang(verb, verb, "ROOT")
    hang(root, verb, "nsubj")
    for child in later:
        hang(child, verb)
        if child.dep_ in ("acl", "relcl"):
            child.dep_ = "advcl"
        if child.dep_ == "appos":
            child.dep_ = "npadvmod"


def _named_root(sentence: Span) -> None:
    """ "The charity Open Doors closed": a name right behind the noun is its name, and the verb heads the sentence."""
    noun = sentence.root
    for verb in children(noun, "relcl") if noun.pos_ == "NOUN" and not children(noun, "nsubj", "nsubjpass") else ():
        name = next(iter(children(verb, "nsubj", "nsubjpass")), None)
        if (
            name is None
            or name.pos_ != "PROPN"
            or name.i != noun.i + 1
            or not is_finite(verb)
            or sentence[-1].text not in ".!\n"
        ):
            continue
        own = [c for c in noun.rights if c != verb]
        hang(verb, verb, "ROOT")
        hang(noun, verb, name.dep_)
        hang(name, noun, "appos")
        for child in own:
            hang(child, verb)
        return


def _gerund_root(sentence: Span) -> None:
    """ "Even applying for a visa required a journey": what somebody does heads no sentence; a past form in it does."""
    act = sentence.root
    if act.tag_ != "VBG" or children(act, "aux", "nsubj", "expl") or act.i > sentence.start + 2:
        return
    verb = next((t for t in act.subtree if t.dep_ == "acl" and t.tag_ == "VBD" and _may_be_finite(t)), None)
    if verb is not None:
        hang(verb, verb, "ROOT")
        hang(act, verb, "csubj")


def _subordinate_root(sentence: Span) -> None:
    """A clause with "until" heads no sentence: its first subject has a verb of its own, read as a participle."""
    root = sentence.root
    marks, subjects = children(root, "mark"), children(root, "nsubj", "nsubjpass")
    if not marks or len(subjects) != 2 or subjects[0].i > marks[0].i:
        return
    verb = next((c for c in children(subjects[0], "acl") if _may_be_finite(c)), None)
    if verb is not None:
        hang(verb, verb, "ROOT")
        hang(subjects[0], verb, "nsubj")
        hang(root, verb, "advcl")


def _office_root(sentence: Span) -> None:
    """ "The prime minister, Anna Brandt said": the office hangs on the name, and the verb heads the sentence."""
    office = sentence.root
    verb = next((c for c in children(office, "parataxis") if c.pos_ == "VERB"), None)
    if verb is None or office.pos_ not in ("NOUN", "PROPN"):
        return
    subject = next(iter(children(verb, "nsubj")), None)
    if subject is None or subject.pos_ != "PROPN" or not subject.left_edge.i - 2 <= office.i < subject.i:
        return
    own = [c for c in office.children if c.dep_ not in ("det", "poss", "compound", "amod", "parataxis")]
    hang(verb, verb, "ROOT")
    hang(office, subject, "appos")
    for child in own:
        hang(child, verb)


def _may_be_finite(token: Token) -> bool:
    """A past form that stands alone: no auxiliary, no relative pronoun, no "by"."""
    if token.tag_ not in ("VBD", "VBN") or any(c.tag_ in ("WDT", "WP", "TO") for c in token.children):
        return False
    if children(token, "agent", "auxpass", "nsubj", "mark"):
        return False
    return not any(c.dep_ == "prep" and c.lower_ == "by" for c in token.children)
