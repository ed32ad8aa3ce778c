"""Strangers: pronouns that a piece of text names nowhere."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from extractors.coreference import resolve
from extractors.repairs import repair
from ontology import Lexicon


def test_a_nameless_pronoun_stands_for_somebody_where_asked(parsed: Callable[[str], Doc], lexicon: Lexicon) -> None:
    doc = repair(parsed("She sold her house."), lexicon)
    assert all(r.name != "she" for r in resolve(doc, lexicon).referents)
    strangers = [r for r in resolve(doc, lexicon, strangers=True).referents if r.name == "she"]
    assert [[m.text for m in r.mentions] for r in strangers] == [["She", "her"]]
