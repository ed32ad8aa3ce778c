"""Similar verbs: with a pipeline that has word vectors, a verb is taken for the likest that a bare ontology has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.language import Language

from extractors.pipeline import load_pipeline, read
from ontology import Article, Claim, Entity, Ontology, load_ontology

TURTLE = """
@prefix ex: <https://ships.example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:Human a owl:Class ; rdfs:label "human" .
ex:mended a owl:ObjectProperty ; rdfs:label "welded by" ; rdfs:domain ex:Human ; rdfs:range ex:Human .
ex:hid a owl:ObjectProperty ; rdfs:label "smuggled by" ; rdfs:domain ex:Human ; rdfs:range ex:Human .
"""
# Two axes: joining metal, and taking something over a border in secret; to braze is as like the one as the other.
WORDS = {"weld": (1, 0), "solder": (0.9, 0.3), "smuggle": (0, 1), "hum": (0.1, -1), "braze": (0.7, 0.71)}


@pytest.fixture(scope="module")
def vectors() -> Language:
    nlp = load_pipeline()
    nlp.vocab.reset_vectors(width=2)
    for word, vector in WORDS.items():
        values: Any = np.array(vector, dtype="float32")
        nlp.vocab.set_vector(word, values)
    return nlp


@pytest.fixture(scope="module")
def ships(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    path: Path = tmp_path_factory.mktemp("bare") / "ships.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    return load_ontology((path,))


def similar(nlp: Language, ontology: Ontology, text: str) -> list[Claim]:
    (reading,) = read([Article("https://byline.example/article/x", "", text)], nlp, ontology)
    return [c for c in reading.claims if c.rule == "similar verb"]


def test_a_verb_is_taken_for_the_likest(vectors: Language, ships: Ontology) -> None:
    (claim,) = similar(vectors, ships, "Anna Brandt soldered Jonas Weiss.")
    assert isinstance(claim.object, Entity)
    assert (claim.subject.name, claim.relation.label, claim.object.name) == ("Jonas Weiss", "welded by", "Anna Brandt")
    assert claim.confidence == 0.5
    assert "“solder” taken for “weld”: likeness 0.95" in claim.why


@pytest.mark.parametrize(
    "text",
    [
        "Anna Brandt brazed Jonas Weiss.",  # as like "weld" as "smuggle"
        "Anna Brandt hummed Jonas Weiss.",  # like neither
        "Anna Brandt frobbed Jonas Weiss.",  # without a vector
        "Anna Brandt met Jonas Weiss.",  # known
    ],
)
def test_what_is_like_none_or_two_is_not_taken_for_one(vectors: Language, ships: Ontology, text: str) -> None:
    assert not similar(vectors, ships, text)


def test_without_vectors_nothing_is_similar(nlp: Language, ships: Ontology) -> None:
    assert not similar(nlp, ships, "Anna Brandt soldered Jonas Weiss.")
