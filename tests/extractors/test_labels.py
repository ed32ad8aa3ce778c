"""Claims under an ontology that has labels, domains and ranges, and no word of a lexicon."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractors.pipeline import read
from ontology import Article, Entity, Ontology, load_ontology

TURTLE = """
@prefix ex: <https://films.example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:Film a owl:Class ; rdfs:label "film" . ex:Human a owl:Class ; rdfs:label "human" .
ex:Country a owl:Class ; rdfs:label "country" . ex:Genre a owl:Class ; rdfs:label "film genre" .
ex:Airport a owl:Class ; rdfs:label "Airport" . ex:City a owl:Class ; rdfs:label "City" .
ex:director a owl:ObjectProperty ; rdfs:label "director" ; rdfs:domain ex:Film ; rdfs:range ex:Human .
ex:writer a owl:ObjectProperty ; rdfs:label "screenwriter" ; rdfs:domain ex:Film ; rdfs:range ex:Human .
ex:origin a owl:ObjectProperty ; rdfs:label "country of origin" ; rdfs:domain ex:Film ; rdfs:range ex:Country .
ex:genre a owl:ObjectProperty ; rdfs:label "genre" ; rdfs:domain ex:Film ; rdfs:range ex:Genre .
ex:date a owl:DatatypeProperty ; rdfs:label "releaseDate" ; rdfs:domain ex:Film ; rdfs:range xsd:date .
ex:length a owl:DatatypeProperty ; rdfs:label "runwayLength" ; rdfs:domain ex:Airport ; rdfs:range xsd:decimal .
ex:setIn a owl:ObjectProperty ; rdfs:label "narrative location" ; rdfs:domain ex:Film ; rdfs:range ex:City .
ex:born a owl:ObjectProperty ; rdfs:label "birthPlace" ; rdfs:domain ex:Human ; rdfs:range ex:City .
"""


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    path = tmp_path_factory.mktemp("bare") / "films.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    return load_ontology((path,))


ABOUT = "The Blue Hill is a 1984 Norwegian comedy film directed by Anna Brandt and written by Jonas Weiss."
CASES = [
    (ABOUT, ("The Blue Hill", "director", "Anna Brandt")),
    (ABOUT, ("The Blue Hill", "screenwriter", "Jonas Weiss")),
    (ABOUT, ("The Blue Hill", "country of origin", "Norway")),
    (ABOUT, ("The Blue Hill", "genre", "comedy")),
    ("The Blue Hill is a comedy film set in Bergen.", ("The Blue Hill", "narrative location", "Bergen")),
    ('"Lay It Down" was directed by Anna Brandt.', ("Lay It Down", "director", "Anna Brandt")),
    ("The Blue Hill was released on 3 May 1984.", ("Blue Hill", "releaseDate", "1984-05-03")),
    ("Elm Airport has a runway length of 2776.0 metres.", ("Elm Airport", "runwayLength", "2776.0")),
    ("Anna Brandt was born in Bergen.", ("Anna Brandt", "birthPlace", "Bergen")),
]


@pytest.mark.parametrize(("text", "triple"), CASES, ids=[f"{c[1][1]}: {c[0][:30]}" for c in CASES])
def test_claims(nlp: Language, films: Ontology, text: str, triple: tuple[str, str, str]) -> None:
    (reading,) = read([Article("https://byline.example/article/a", "", text)], nlp, films)
    said = {(c.subject.name, c.relation.label, c.object.name if isinstance(c.object, Entity) else c.object.value)
            for c in reading.claims}  # fmt: skip
    assert triple in said


def test_a_writer_is_not_the_topic(nlp: Language, films: Ontology) -> None:
    (reading,) = read([Article("https://byline.example/article/a", "", ABOUT)], nlp, films)
    assert {c.subject.name for c in reading.claims if c.relation.label == "screenwriter"} == {"The Blue Hill"}
