"""Epithets: "the 23-year-old", "the four-time legislator": new words for whom the text has just spoken of."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Span, Token

from extractors.mentions import Mention
from extractors.phrases import children, lemma
from extractors.referents import Referent, is_person
from ontology import Lexicon

__all__ = ["epithet"]


def epithet(mention: Mention, token: Token, by_head: Mapping[int, Referent], lexicon: Lexicon) -> Referent | None:
    """The person that the sentence before was about, where a telling description begins the next one."""
    subject = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ROOT", "ccomp")
    if not subject or not _is_telling(mention, token, lexicon) or not token.sent.start:
        return None
    before = token.doc[token.sent.start - 1].sent
    found = _topic(before, by_head, lexicon)
    gender = lexicon.words("genderNoun").get(lemma(token), "")
    if found is None or not found.named or not is_person(found, lexicon):
        return None
    beside = {by_head.get(t.i) for t in token.sent if t.i > token.i and t.pos_ == "PROPN"}
    return found if gender in ("", found.gender or found.likely_gender) and found not in beside else None


def _is_telling(mention: Mention, token: Token, lexicon: Lexicon) -> bool:
    """Whether a definite description says something new of one person: an age, how often, of where."""
    the = any(c.lower_ == "the" for c in children(token, "det"))
    person = mention.label == lexicon.ontology.iri("schema:Person") or token.lower_ == "old"
    further = children(token, "prep", "relcl", "acl", "appos", "poss")
    phrase = token.doc[token.left_edge.i : token.i + 1]
    hyphen = any(t.text == "-" or "-" in t.text[1:-1] for t in phrase)
    return the and person and token.tag_ != "NNS" and not further and (hyphen or _has_origin(phrase, lexicon))


def _has_origin(phrase: Span, lexicon: Lexicon) -> bool:
    return any(t.text in lexicon.words("demonym") for t in phrase)


def _topic(sentence: Span, by_head: Mapping[int, Referent], lexicon: Lexicon) -> Referent | None:
    """The person that is the subject of a sentence, or the only one that it names."""
    subject = next((by_head.get(s.i) for s in children(sentence.root, "nsubj", "nsubjpass")), None)
    if subject is not None and is_person(subject, lexicon):
        return subject
    named = {r for t in sentence if (r := by_head.get(t.i)) is not None and r.named and is_person(r, lexicon)}
    return named.pop() if len(named) == 1 else None
