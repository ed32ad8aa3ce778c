"""Dimensions: how large, long or old something is and how many it has, by what stands before the noun."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.beside import beside_draft, is_kind
from extractors.coreference import Discourse
from extractors.drafts import Draft, text_literal
from extractors.measures import LENGTHS
from extractors.noun_classes import noun_class
from extractors.phrases import children, lemma, preposition_objects, words
from extractors.referents import Referent

__all__ = ["dimension_drafts"]

_TIMES = frozenset("second minute hour day week month year".split())
_EXTENTS = frozenset("high tall long wide deep thick heavy".split())
_STAFFED = frozenset("member man woman person strong seat bed room".split())
_CROWDS = frozenset("dozens scores hundreds thousands millions billions".split())


def dimension_drafts(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """The claims that the measures and numbers before a noun make of it."""
    if referent.named and token.pos_ == "PROPN":
        return
    for unit in children(token, "compound", "nmod"):
        numbers = children(unit, "nummod")
        if lemma(unit) == "magnitude" and numbers:
            strength = text_literal(discourse, words(token.doc[unit.i : numbers[0].i + 1]))
            yield beside_draft(discourse, "measure", "measure", token, referent, strength, unit.i)
            continue
        if not numbers or numbers[0].i > unit.i or unit.i > token.i:
            continue
        text = words(token.doc[numbers[0].left_edge.i : numbers[0].i + 1])
        if lemma(unit) in _STAFFED and unit.tag_ == "NN":
            yield beside_draft(discourse, "number", "number", token, referent, text_literal(discourse, text), unit.i)
        elif _is_measured_in(discourse, lemma(unit), referent):
            extent = token.doc[unit.i + 1 : unit.i + 2].text.lower()
            end = unit.i + 1 + int(extent in _EXTENTS)
            whole = text_literal(discourse, words(token.doc[numbers[0].left_edge.i : end]))
            yield beside_draft(discourse, "measure", "measure", token, referent, whole, unit.i)
    yield from _crowd(discourse, token, referent)


def _crowd(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "hundreds of thousands of people": about so many people."""
    whole = next((o for p, o in preposition_objects(token) if p == "of"), None)
    if token.lower_ not in _CROWDS or whole is None or whole.tag_ not in ("NNS", "NNPS"):
        return
    kind, ontology = noun_class(whole, discourse.lexicon), discourse.lexicon.ontology
    start = token.i
    while start > 1 and token.doc[start - 1].lower_ == "of" and token.doc[start - 2].lower_ in _CROWDS:
        start -= 2
    counted = words(token.doc[min(start, token.left_edge.i) : token.i + 1])
    if kind and ontology.is_a(kind, ontology.iri("by:Agent")):
        text = text_literal(discourse, counted)
        yield beside_draft(discourse, "number", "number", token, referent, text, token.i)


def _is_measured_in(discourse: Discourse, unit: str, referent: Referent) -> bool:
    """ "a 40-metre mast", "a two-day fair", and not "the 100-metre champion"."""
    long = unit in LENGTHS and not is_kind(discourse, referent, "schema:Person")
    return long or (unit in _TIMES and is_kind(discourse, referent, "schema:Event"))
