"""Exports: each format is read by a program that is not ours, and says the same."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from graph import FORMATS, export_graph, parse_readings, read_graph, write_graph
from graph.folder import graph_store
from ontology import GraphError
from tests.graph.sample import MILL_NEWS, MILL_READING, ONTOLOGY, READINGS, iri

CLAIMS = [c for r in READINGS for c in r.claims]


def exported(graph: Path, form: str, folder: Path) -> Path:
    out = folder / f"graph.{form}"
    export_graph(graph, form, out, ONTOLOGY)
    return out


@pytest.mark.parametrize(
    ("form", "syntax"),
    [("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS), ("jsonld", ox.RdfFormat.JSON_LD)],
)
def test_datasets_keep_every_claim(sample_graph: Path, tmp_path: Path, form: str, syntax: ox.RdfFormat) -> None:
    out = exported(sample_graph, form, tmp_path)
    quads = list(ox.parse(path=str(out), format=syntax))
    assert set(quads) == set(graph_store(sample_graph))
    assert parse_readings(quads) == read_graph(sample_graph)


@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml")])
def test_graphs_are_the_union_of_all(sample_graph: Path, tmp_path: Path, form: str, name: str) -> None:
    read = rdflib.Graph().parse(data=exported(sample_graph, form, tmp_path).read_text(encoding="utf-8"), format=name)
    plain = {q.triple for q in graph_store(sample_graph)}
    assert len(read) == len(plain)
    text = ox.serialize(plain, format=ox.RdfFormat.N_TRIPLES) or b""
    assert isomorphic(read, rdflib.Graph().parse(data=text, format="nt"))


def test_rdf12_reifies_what_is_claimed(sample_graph: Path, tmp_path: Path) -> None:
    quads = list(ox.parse(path=str(exported(sample_graph, "rdf12", tmp_path)), format=ox.RdfFormat.TRIG))
    reified = {(q.subject, q.object) for q in quads if q.predicate.value == iri("rdf:reifies")}
    assert len(reified) == len(CLAIMS)
    claim = MILL_READING.claims[0]
    subject, predicate, object_ = claim.subject.iri, claim.relation.iri, getattr(claim.object, "iri", "")
    triple = ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(object_))
    assert (ox.NamedNode(claim.iri), triple) in reified
    assert not [q for q in quads if q.predicate.value == iri("rdf:subject")]


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_have_an_edge_for_each_link(sample_graph: Path, tmp_path: Path, form: str, read: object) -> None:
    assert callable(read)
    net = read(exported(sample_graph, form, tmp_path))
    entities = {e.iri for r in READINGS for e in r.entities}
    assert set(net.nodes) == entities
    between = [c for c in CLAIMS if hasattr(c.object, "iri")]
    beside = [q for c in CLAIMS for q in c.qualifiers if hasattr(q.object, "iri")]
    assert net.number_of_edges() == len(between) + len(beside)
    edge = next(data for _, _, data in net.edges(data=True) if data["label"] == "poison")
    assert edge["status"] == "denied"


def test_csv_has_a_row_for_each_claim(sample_graph: Path, tmp_path: Path) -> None:
    with exported(sample_graph, "csv", tmp_path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(CLAIMS)
    poison = next(row for row in rows if row["relation"] == "poison")
    assert poison["sources"] == "Ada Thorne < the council’s spokesman"
    assert poison["status"] == "denied"
    sale = next(row for row in rows if row["relation"] == "buys")
    assert sale["qualifiers"] == "for: 1.50; in: Millbrook"


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_bytes_every_time(sample_graph: Path, tmp_path: Path, form: str) -> None:
    first = exported(sample_graph, form, tmp_path).read_bytes()
    assert exported(sample_graph, form, tmp_path).read_bytes() == first
    assert [p.name for p in tmp_path.iterdir()] == [f"graph.{form}"]


def test_what_cannot_be_written_is_one_line(sample_graph: Path, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no format is called 'pdf': choose one of trig, turtle"):
        export_graph(sample_graph, "pdf", tmp_path / "g.pdf")
    with pytest.raises(GraphError, match="cannot be written as trig"):
        export_graph(sample_graph, "trig", tmp_path / "nowhere" / "g.trig")
    with pytest.raises(GraphError, match="no such graph folder"):
        export_graph(tmp_path / "g", "trig", tmp_path / "g.trig")
    assert list(tmp_path.iterdir()) == []


def test_a_character_that_xml_lacks_is_said(tmp_path: Path) -> None:
    strange = replace(MILL_READING, article=replace(MILL_NEWS, headline="bell \x07"))
    write_graph(tmp_path / "g", [strange], ONTOLOGY, views={})
    with pytest.raises(GraphError, match=r"cannot be written as rdfxml \(XML has no place for the character '\\x07'\)"):
        exported(tmp_path / "g", "rdfxml", tmp_path)
    assert isomorphic(
        rdflib.Graph().parse(data=exported(tmp_path / "g", "turtle", tmp_path).read_text(encoding="utf-8")),
        rdflib.Graph().parse(
            data=exported(tmp_path / "g", "ntriples", tmp_path).read_text(encoding="utf-8"), format="nt"
        ),
    )
