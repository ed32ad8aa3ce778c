"""One term in Turtle: the same triples as in the files, the same bytes whatever the blank nodes are called."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from ontology import OntologyError, describe_term, load_ontology
from ontology.vocabulary import CORE

ontology = load_ontology()
NAMED = sorted({s.value for s, _, _ in ontology.triples if isinstance(s, ox.NamedNode)})


def around(graph: Graph, iri: str) -> Graph:
    """The triples of a term and of the blank nodes below it."""
    found = Graph()
    found += graph.cbd(URIRef(iri))
    return found


def test_every_term_is_described_as_in_the_files() -> None:
    everything = Graph()
    for path in CORE.glob("*.ttl"):
        everything.parse(path)
    defined = URIRef(ontology.iri("rdfs:isDefinedBy"))
    for iri in NAMED[::7]:
        told = Graph().parse(data=describe_term(ontology, iri), format="turtle")
        told.remove((None, defined, None))
        assert isomorphic(told, around(everything, iri)), iri


def test_the_same_bytes_on_every_reading(tmp_path: Path) -> None:
    for path in CORE.glob("*.ttl"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    again = load_ontology((), tmp_path)
    assert [describe_term(again, iri) for iri in NAMED] == [describe_term(ontology, iri) for iri in NAMED]


def test_a_term_of_ours_says_where_it_is_defined() -> None:
    assert "rdfs:isDefinedBy <https://byline.example/ontology> ." in describe_term(ontology, ontology.iri("by:asks"))
    assert "isDefinedBy" not in describe_term(ontology, ontology.iri("schema:Person"))


@pytest.mark.parametrize("iri", ["https://byline.example/ontology#nothing", "no IRI", ""])
def test_what_is_no_term_is_refused(iri: str) -> None:
    with pytest.raises(OntologyError, match="says nothing of"):
        describe_term(ontology, iri)


def test_a_circle_of_blank_nodes_ends(tmp_path: Path) -> None:
    extra = tmp_path / "circle.ttl"
    extra.write_text(
        "@prefix ex: <https://x.example/> . ex:a ex:to _:b . _:b ex:to _:c . _:c ex:to _:b .", encoding="utf-8"
    )
    assert "ex:a ex:to [ ex:to [ ex:to [  ] ] ] ." in describe_term(load_ontology((extra,)), "https://x.example/a")
