"""Passages: the words of a text that a finding rests on, and the paragraph and clause they stand in."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from extractors.coreference import Discourse
from extractors.days import has_year
from extractors.factuality import circumstances
from extractors.phrases import children
from extractors.times import Expression
from ontology import Evidence

__all__ = [
    "clause_verb",
    "evidence_of",
    "is_past",
    "is_present_perfect",
    "looks_back",
    "tells_of_another_year",
    "will_be",
]


def evidence_of(doc: Doc, start: int, end: int) -> Evidence:
    """Tokens `start` to `end` as a quote with its offsets."""
    span = doc[start:end]
    return Evidence(span.start_char, span.end_char, span.text)


def _paragraph_start(doc: Doc, token: int) -> int:
    while token > 0 and "\n" not in doc[token - 1].text:
        token -= 1
    return token


def tells_of_another_year(discourse: Discourse, expression: Expression) -> bool:
    """Whether its sentence or what stands before it in the paragraph names a year: a day may be of that year, too."""
    start, end = _paragraph_start(discourse.doc, expression.start), discourse.doc[expression.start].sent.end
    return any(start <= e.start < end and has_year(e.text) for e in discourse.times)


def clause_verb(token: Token) -> Token:
    """The verb of the clause that a token stands in; the head of the sentence where it has none."""
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def is_past(discourse: Discourse, verb: Token) -> bool:
    """Whether a verb tells something that has happened or is denied to have: it lies before the article."""
    return looks_back(verb) and circumstances(discourse, verb).modality.top == "actual"


def looks_back(verb: Token) -> bool:
    """Whether the form of a verb is one for what is over."""
    auxiliaries = children(verb, "aux", "auxpass")
    if any(a.tag_ in ("MD", "TO") for a in auxiliaries) or verb.pos_ not in ("VERB", "AUX"):
        return False
    told = verb.tag_ == "VBD" or any(a.tag_ == "VBD" or a.lemma_ == "have" for a in auxiliaries)
    passing = verb.tag_ == "VBN" and not auxiliaries and verb.dep_ in ("ROOT", "acl", "relcl", "conj", "advcl")
    return told or passing


def is_present_perfect(verb: Token) -> bool:
    """ "has led": what began in the past and goes on."""
    return any(a.lemma_ == "have" and a.tag_ in ("VBZ", "VBP") for a in children(verb, "aux"))


def will_be(discourse: Discourse, verb: Token) -> bool:
    """ "will visit", and nobody quoted: it lies after the article; "would" may long have come."""
    ahead = discourse.lexicon.ontology.modality("by:committed")
    will = any(a.tag_ == "MD" and a.lemma_ == "will" and a.lower_ != "would" for a in children(verb, "aux"))
    return will and discourse.quotation(verb) is None and circumstances(discourse, verb).modality == ahead
