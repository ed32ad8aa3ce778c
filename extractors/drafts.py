"""Drafts: claims before they have an IRI, a status and a source; tokens and referents instead of text and entities."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from extractors.coreference import Discourse
from extractors.mentions import strip_determiner
from extractors.phrases import children, is_nominal, noun_phrase, subtree_span, words
from extractors.referents import Referent
from ontology import BASE, Frame, Literal, Ontology, Relation, Time, open_relation_iri

__all__ = [
    "Draft",
    "Filler",
    "admits",
    "filler",
    "objection",
    "open_relation",
    "phrase_literal",
    "property_relation",
    "text_literal",
    "time_literal",
]

Filler = Referent | Literal

# Nouns that say nothing without what restricts them: "some elements made by hand".
_SHELLS = frozenset(
    "element thing item part aspect factor matter step measure effort case example evidence proof sign reason right "
    "intention desire duty need level plan power ability plenty commitment".split()
)
_RANKED = frozenset("first second third last latest only sole".split())

_DOUBLE = '"“”'
_DATATYPES = {
    "day": "xsd:date",
    "month": "xsd:gYearMonth",
    "year": "xsd:gYear",
    "recurring": "xsd:gMonthDay",
    "interval": "xsd:string",
}


@dataclass(frozen=True)
class Draft:
    """One claim in the making; `trigger` is the token whose circumstances decide status, source and time.

    `rivals` are the other properties that the ontology has for the word, each with what was decided about it.
    """

    trigger: int
    subject: Referent
    relation: Relation
    object: Filler
    rule: str
    tokens: tuple[int, ...]
    qualifiers: tuple[tuple[Relation, Filler], ...] = ()
    negative: bool = False
    background: bool = False
    presupposed: bool = False
    time: Time | None = None
    voice: Referent | None = None
    rivals: tuple[str, ...] = ()


def filler(discourse: Discourse, token: Token) -> Filler | None:
    """What a token contributes to a claim: a referent, its words, or nothing for an unresolved pronoun."""
    referent = discourse.referent(token)
    if token.dep_ == "dobj" and any(c.lower_ == "no" for c in children(token, "det")):
        return phrase_literal(discourse, token)
    if referent is not None and (referent.named or referent.type or len({m.head for m in referent.mentions}) > 1):
        return referent
    if any(c.tag_ == "WP$" for c in children(token, "poss")):  # "whose conclusions"
        return text_literal(discourse, referent.name) if referent is not None and referent.owner is not None else None
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT", "EX", "DT", "IN"):
        return None
    return phrase_literal(discourse, token)


def phrase_literal(discourse: Discourse, token: Token) -> Literal | None:
    """The words of a noun phrase or clause as a literal."""
    if is_nominal(token) or token.pos_ in ("ADJ", "NUM"):
        text = strip_determiner(_whole(token)) if is_nominal(token) else words(subtree_span(token))
        if token.dep_ == "dobj" and any(c.lower_ == "no" for c in children(token, "det")):
            text = text.removeprefix("no ")  # the claim is denied already
    else:
        text = words(subtree_span(token))
    return text_literal(discourse, text) if text else None


def _whole(noun: Token) -> Span:
    """A noun phrase; of "the first woman to lead it" and "the only way forward" with what says which is meant."""
    phrase = noun_phrase(noun, full=True)
    ranked = any(c.lower_ in _RANKED or c.tag_ == "JJS" for c in noun.lefts)
    if not ranked and noun.lemma_.lower() not in _SHELLS:
        return phrase
    end = phrase.end
    for child in noun.rights:
        if child.left_edge.i == end and child.dep_ in ("acl", "relcl", "advmod", "amod"):
            stop = (t.i for t in noun.doc[end : child.right_edge.i + 1] if t.text in ",;:()—–")
            end = next(stop, child.right_edge.i + 1)
    return noun.doc[phrase.start : end]


def text_literal(discourse: Discourse, text: str) -> Literal:
    """Words of the article as a literal; a quotation that they only begin or end with is cut where it is."""
    marks = [i for i, c in enumerate(text) if c in _DOUBLE]
    if len(marks) == 1:
        closes = marks[0] > 0 and not text[marks[0] - 1].isspace()
        text = text[: marks[0]] if closes else text[: marks[0]] + text[marks[0] + 1 :]
    return Literal(text.strip(), discourse.lexicon.ontology.iri("xsd:string"))


def time_literal(discourse: Discourse, time: Time) -> Literal:
    """A time as a literal of the datatype that its precision has; an interval as text."""
    datatype = _DATATYPES[time.precision] if "/" not in time.value else "xsd:string"
    return Literal(time.value, discourse.lexicon.ontology.iri(datatype))


def property_relation(discourse: Discourse, iri: str, wording: str) -> Relation:
    """A property of the ontology, with the wording of the text."""
    return Relation(iri, discourse.lexicon.ontology.properties[iri].label, wording)


def open_relation(wording: str, label: str = "", base: str = BASE) -> Relation:
    """A relation under the text's own wording."""
    return Relation(open_relation_iri(base, wording), label or wording, wording)


def admits(discourse: Discourse, frame: Frame, subject: Referent, found: Filler) -> bool:
    """Whether a frame's property allows these two: classes under domain and range, literals for datatype properties."""
    return objection(discourse, frame, subject, found) is None


def objection(discourse: Discourse, frame: Frame, subject: Referent, found: Filler) -> str | None:
    """What a frame's property has against these two, in words; None where it admits them."""
    ontology = discourse.lexicon.ontology
    known = ontology.properties.get(frame.property or "")
    if known is None or subject is found:
        return "both ends are the same" if known is not None else "no property"
    thing = ontology.iri("schema:Thing")
    if not ontology.is_a(subject.type or thing, *known.domain):
        return f"{subject.name} is no {_classes(ontology, known.domain)}"
    if isinstance(found, Literal):
        return None if known.literal else f"{found.value} is no {_classes(ontology, known.range)}"
    if known.literal:
        return f"{found.name} is no text"
    return (
        None
        if ontology.is_a(found.type or thing, *known.range)
        else f"{found.name} is no {_classes(ontology, known.range)}"
    )


def _classes(ontology: Ontology, iris: tuple[str, ...]) -> str:
    return " or ".join(ontology.classes[i].label for i in iris if i in ontology.classes) or "such thing"
