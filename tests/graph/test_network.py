"""Claims as a network: who is a node, what is an edge, and files that others can read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from graph.network import network, write_graphml
from ontology import Claim, Entity, GraphError, load_ontology
from tests.graph.explorer.sample import crowd, harbour, hostile

ONTOLOGY = load_ontology()


def claim_that(relation: str) -> Claim:
    """The first claim of the story with that relation."""
    return next(claim for claim in harbour().claims if claim.relation.label == relation)


def test_every_entity_is_a_node_even_if_no_claim_names_it() -> None:
    reading = harbour()
    net = network([reading], ONTOLOGY)
    assert set(net) == {entity.iri for entity in reading.entities}
    alone = [iri for iri in net if not net.degree(iri)]
    assert [net.nodes[iri]["name"] for iri in alone] == ["Ostrand"]


def test_a_node_knows_names_type_and_how_often_it_is_named() -> None:
    net = network([harbour()], ONTOLOGY)
    lind = next(node for _, node in net.nodes(data=True) if node["name"] == "Mara Lind")
    assert lind["type"] == ONTOLOGY.iri("schema:Person")
    assert lind["type_label"] == "person"
    assert lind["aliases"] == ("Ms Lind", "Lind")
    assert lind["importance"] == 1.0
    assert lind["statements"] == max(node["statements"] for _, node in net.nodes(data=True))


def test_an_edge_is_a_claim_with_its_status_source_and_words() -> None:
    net, claim = network([harbour()], ONTOLOGY), claim_that("visits")
    assert isinstance(claim.object, Entity)
    edge = net.edges[claim.subject.iri, claim.object.iri, claim.iri]
    assert edge["status"] == "planned"
    assert edge["sources"] == (claim.sources[0].iri,)
    assert edge["time"] == "2024-05-08"
    assert edge["quote"] == claim.evidence.quote


def test_parallel_claims_stay_apart() -> None:
    net, claim = network([harbour()], ONTOLOGY), claim_that("speaks to")
    assert isinstance(claim.object, Entity)
    assert net.number_of_edges(claim.subject.iri, claim.object.iri) == 2


def test_a_qualifier_that_is_an_entity_has_an_edge_from_the_subject() -> None:
    net, claim = network([harbour()], ONTOLOGY), claim_that("asks")
    qualifier = claim.qualifiers[0].object
    assert isinstance(qualifier, Entity)
    edge = net.edges[claim.subject.iri, qualifier.iri, f"{claim.iri}#1"]
    assert (edge["role"], edge["claim"]) == ("at", claim.iri)


def test_a_claim_about_a_literal_is_no_edge_but_counts() -> None:
    net, claim = network([harbour()], ONTOLOGY), claim_that("represents")
    assert claim.iri not in {key for _, _, key in net.edges(keys=True)}
    assert net.nodes[claim.subject.iri]["statements"] == 4


def test_one_entity_of_two_articles_is_one_node_with_all_its_aliases() -> None:
    one = harbour()
    lind = next(entity for entity in one.entities if entity.name == "Mara Lind")
    renamed = replace(lind, aliases=("the pilot",))
    other = replace(one, entities=(renamed,), claims=())
    assert network([one, other], ONTOLOGY).nodes[lind.iri]["aliases"] == ("Ms Lind", "Lind", "the pilot")


def test_graphml_is_the_same_every_time_and_reads_back(tmp_path: Path) -> None:
    net = network([harbour()], ONTOLOGY)
    for name in ("a.graphml", "b.graphml"):
        write_graphml(network([harbour()], ONTOLOGY), tmp_path / name)
    assert (tmp_path / "a.graphml").read_bytes() == (tmp_path / "b.graphml").read_bytes()
    again = nx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    assert set(again) == set(net)
    assert again.number_of_edges() == net.number_of_edges()


def test_graphml_of_hostile_text_is_xml(tmp_path: Path) -> None:
    write_graphml(network([hostile()], ONTOLOGY), tmp_path / "x.graphml")
    assert len(nx.read_graphml(tmp_path / "x.graphml")) == len(hostile().entities)


def test_a_file_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot be written"):
        write_graphml(network([crowd(3, 3)], ONTOLOGY), tmp_path / "missing" / "x.graphml")


def test_no_readings_are_an_empty_network() -> None:
    assert len(network([], ONTOLOGY)) == 0
