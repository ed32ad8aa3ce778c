"""Claims under an ontology that has labels, domains and ranges, and no word of a lexicon."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractors.pipeline import read
from ontology import Article, Entity, Ontology, load_ontology

TURTLE = """
@prefix ex: <https://films.example/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
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
ex:floors a owl:DatatypeProperty ; rdfs:label "number of gates" ; rdfs:domain ex:Airport ; rdfs:range xsd:decimal .
ex:code a rdf:Property ; rdfs:label "local airport identifier" ; rdfs:domain ex:Airport ; rdfs:range xsd:string .
ex:year a owl:DatatypeProperty ; rdfs:label "birthYear" ; rdfs:domain ex:Human ; rdfs:range xsd:gYear .
ex:Rank a owl:Class ; rdfs:label "military rank" . ex:League a owl:Class ; rdfs:label "league" .
ex:rank a owl:ObjectProperty ; rdfs:label "military rank" ; rdfs:domain ex:Human ; rdfs:range ex:Rank .
ex:league a owl:ObjectProperty ; rdfs:label "league" ; rdfs:domain ex:Human ; rdfs:range ex:League .
ex:fate a rdf:Property ; rdfs:label "casualty classification" ; rdfs:domain ex:Human .
ex:citizen a owl:ObjectProperty ; rdfs:label "citizenship" ; rdfs:domain ex:Human ; rdfs:range ex:Country .
ex:office a rdf:Property ; rdfs:label "position held" ; rdfs:domain ex:Human .
ex:Team a owl:Class ; rdfs:label "sports team" . ex:Sport a owl:Class ; rdfs:label "competition class" .
ex:Taxon a owl:Class ; rdfs:label "taxon" . ex:Game a owl:Class ; rdfs:label "sports season" .
ex:division a owl:ObjectProperty ; rdfs:label "competition class" ; rdfs:domain ex:Team ; rdfs:range ex:Sport .
ex:parent a owl:ObjectProperty ; rdfs:label "parent taxon" ; rdfs:domain ex:Taxon ; rdfs:range ex:Taxon .
ex:synonym a owl:ObjectProperty ; rdfs:label "taxon synonym" ; rdfs:domain ex:Taxon ; rdfs:range ex:Taxon .
ex:runtime a owl:DatatypeProperty ; rdfs:label "runtime" ; rdfs:domain ex:Film ; rdfs:range xsd:decimal .
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
    ("The Blue Hill was released on 3 May 1984.", ("The Blue Hill", "releaseDate", "1984-05-03")),
    ("Elm Airport has a runway length of 2776.0 metres.", ("Elm Airport", "runwayLength", "2776.0")),
    ("Anna Brandt was born in Bergen.", ("Anna Brandt", "birthPlace", "Bergen")),
    ("The Wise Grey Owl was directed by Anna Brandt.", ("The Wise Grey Owl", "director", "Anna Brandt")),
    ("Filmed in May, The Blue Hill was directed by Anna Brandt.", ("The Blue Hill", "director", "Anna Brandt")),
    ("Blue Hill (Norwegian: Den bla) is a film by director Anna Brandt.", ("Blue Hill", "director", "Anna Brandt")),
    ("The film Songs of the Harbour was directed by Anna Brandt.", ("Songs of the Harbour", "director", "Anna Brandt")),
    ("The Blue Hill is a 3D Norwegian comedy film.", ("The Blue Hill", "genre", "comedy")),
    ("Elm Airport has 23 gates.", ("Elm Airport", "number of gates", "23")),
    ("Elm Airport is in Bergen. The airport has 23 gates.", ("Elm Airport", "number of gates", "23")),
    ("The local airport identifier of Elm Airport is EGBX.", ("Elm Airport", "local airport identifier", "EGBX")),
    ("Anna Brandt was born on 3 May 1984.", ("Anna Brandt", "birthYear", "1984")),
    ("Anna Brandt was born in Elmwood, Oregon.", ("Anna Brandt", "birthPlace", "Elmwood, Oregon")),
    ("Jonas Weiss, Jr. was born in Bergen.", ("Jonas Weiss, Jr.", "birthPlace", "Bergen")),
    ("Admiral Jonas Weiss was born in Bergen.", ("Jonas Weiss", "military rank", "Admiral")),
    ("Jonas Weiss was killed in action in May 1942.", ("Jonas Weiss", "casualty classification", "killed in action")),
    ("Jonas Weiss plays for Northern League club Elm Rovers.", ("Jonas Weiss", "league", "Northern League")),
    ("Anna Brandt has Norwegian citizenship.", ("Anna Brandt", "citizenship", "Norway")),
    ("Anna Brandt served as the sixth President of Norway.", ("Anna Brandt", "position held", "President of Norway")),
    ("The film Life on a Small Boat was directed by Anna Brandt.", ("Life on a Small Boat", "director", "Anna Brandt")),
    ("The Blue Hill has a runtime of 54.5 minutes.", ("The Blue Hill", "runtime", "54.5")),
    ("The Blue Hill is in the slapstick comedy genre.", ("The Blue Hill", "genre", "slapstick comedy")),
    ("Jonas Weiss was a Danish admiral.", ("Jonas Weiss", "military rank", "admiral")),
    ("Jonas Weiss rose to the rank of colonel.", ("Jonas Weiss", "military rank", "colonel")),
    ("Jonas Weiss attained the rank of captain in 1912.", ("Jonas Weiss", "military rank", "captain")),
    (
        "Jonas Weiss (born 3 May 1984) is a footballer who plays in the Northern League.",
        ("Jonas Weiss", "league", "Northern League"),
    ),
    (
        "The Norway women's national football team beat Denmark.",
        ("Norway women's national football team", "competition class", "women's football"),
    ),
    ("The kelp gull (Larus dominicanus) was seen in Bergen.", ("kelp gull", "parent taxon", "Larus")),
    (
        "Larus dominicanus, formerly Gavina dominicana, was seen in Bergen.",
        ("Larus dominicanus", "taxon synonym", "Gavina dominicana"),
    ),
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


def test_the_region_in_a_town_s_name_is_no_second_place(nlp: Language, films: Ontology) -> None:
    (reading,) = read(
        [Article("https://byline.example/article/a", "", "Anna Brandt was born in Elmwood, Oregon.")], nlp, films
    )
    places = {c.object.name for c in reading.claims if c.relation.iri.endswith("born") and isinstance(c.object, Entity)}
    assert places == {"Elmwood, Oregon"}
