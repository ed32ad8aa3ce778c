"""Linking: who is taken for the same, who stays a candidate, what the graph keeps of it, and for how long."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import ask, export_graph, named_queries, query, read_graph, remove_article, validate_graph, verify_graph
from graph import write_graph as write_whole_graph
from graph.folder import STORE, TRIG, graph_quads
from graph.link import link_graph
from graph.links import Candidate, links_iri, parse_links, serialize_links
from ontology import BASE, AuthorityError
from tests.graph.sample import (
    EKSTROEM,
    GREY,
    HARROW,
    MILL_NEWS,
    MILLBROOK,
    MOVE_NEWS,
    MOVE_READING,
    ONTOLOGY,
    READINGS,
    THORNE,
    UNION,
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def graph(sample_graph: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample_graph, tmp_path / "g")


def link(graph: Path, rows: str, threshold: float = 0.9, name: str = "known.csv") -> dict[tuple[str, str], Candidate]:
    """The candidates by entity and the last letter of their IRI."""
    path = graph.parent / name
    path.write_text(f"name,iri,aliases,type\n{rows}", encoding="utf-8")
    found = link_graph(graph, str(path), ONTOLOGY, threshold=threshold)
    return {(c.entity, c.iri.rpartition("/")[2]): c for c in found}


def same(graph: Path) -> set[str]:
    """What is the same as what, as the graph says it."""
    rows = query(graph, "SELECT ?s ?o { ?s owl:sameAs ?o }").rows
    return {f"{s.value} {o.value}" for s, o in rows if s is not None and o is not None}


A, B = "https://known.example/a", "https://known.example/b"
CASES = [
    ("the name and the kind", f"Ada Thorne,{A},,Person", 1.0, True),
    ("another order, case and accents", f'"thorne, ADÁ",{A},,schema:Person', 1.0, True),
    ("a broader kind", f"Ada Thorne,{A},,agent", 1.0, True),
    ("a kind by its mapping", f"Ada Thorne,{A},,http://www.wikidata.org/entity/Q5", 1.0, True),
    ("no kind", f"Ada Thorne,{A},,", 0.95, True),
    ("a kind that is not known here", f"Ada Thorne,{A},,https://known.example/Miller", 0.95, True),
    ("an alias of theirs", f"Lady Thorne of Wend,{A},Ada Thorne|Ada,Person", 0.97, True),
    ("only a part of the name", f"Ms Thorne,{A},,Person", 0.8, False),
    ("nearly the name", f"Adam Thorne,{A},,Person", 0.952, True),
    ("hardly the name", f"Adele Thornton,{A},,Person", 0.667, False),
]


@pytest.mark.parametrize(("row", "score", "is_same"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_scores(graph: Path, row: str, score: float, is_same: bool) -> None:
    found = link(graph, row)[THORNE.iri, "a"]
    assert found.score == pytest.approx(score, abs=0.01)
    assert found.same == is_same
    assert same(graph) == ({f"{THORNE.iri} {A}"} if is_same else set())
    assert verify_graph(graph) == []
    assert validate_graph(graph, ONTOLOGY) == []


@pytest.mark.parametrize("row", [f"Ada Thorne,{A},,Place", f"Bob Smith,{A},,Person", f"the union,{A},,Organization"])
def test_who_is_no_candidate(graph: Path, row: str) -> None:
    """Another kind, another name, and whoever has only a description for a name."""
    assert {entity for entity, _ in link(graph, row)} & {THORNE.iri, UNION.iri} == set()
    assert same(graph) == set()


def test_two_that_are_nearly_alike_stay_candidates(graph: Path) -> None:
    found = link(graph, f"Millbrook,{A},,Place\nMillbrook,{B},,\n")
    assert {found[MILLBROOK.iri, name].same for name in "ab"} == {False}
    assert "'Millbrook' is as near" in found[MILLBROOK.iri, "a"].reason
    assert same(graph) == set()


def test_the_threshold_is_the_users(graph: Path) -> None:
    assert not link(graph, f"Ms Thorne,{A},,Person", threshold=0.9)[THORNE.iri, "a"].same
    assert link(graph, f"Ms Thorne,{A},,Person", threshold=0.7)[THORNE.iri, "a"].same
    assert same(graph) == {f"{THORNE.iri} {A}"}


def test_an_authority_that_is_asked_again_takes_its_own_place(graph: Path) -> None:
    link(graph, f"Ada Thorne,{A},,Person")
    link(graph, f"Ada Thorne,{B},,Person", name="others.csv")
    assert same(graph) == {f"{THORNE.iri} {A}", f"{THORNE.iri} {B}"}
    link(graph, f"Bo Ekström,{A},,Person")
    assert same(graph) == {f"{EKSTROEM.iri} {A}", f"{THORNE.iri} {B}"}


def test_links_stay_when_articles_come_and_go_as_long_as_their_entities(graph: Path) -> None:
    link(graph, f"Ada Thorne,{A},,Person\nHarrow,{B},,Place\n")
    before = (graph / TRIG).read_bytes()
    write_whole_graph(graph, READINGS, ONTOLOGY)
    assert (graph / TRIG).read_bytes() == before
    write_whole_graph(graph, [replace(MOVE_READING, claims=())], ONTOLOGY)
    assert same(graph) == {f"{THORNE.iri} {A}", f"{HARROW.iri} {B}"}
    remove_article(graph, MILL_NEWS.iri, ONTOLOGY)
    assert same(graph) == {f"{HARROW.iri} {B}"}
    remove_article(graph, MOVE_NEWS.iri, ONTOLOGY)
    assert same(graph) == set()
    assert verify_graph(graph) == []


def test_links_go_with_the_facts_to_another_base(graph: Path) -> None:
    link(graph, f"Ada Thorne,{A},,Person")
    write_whole_graph(graph, READINGS, ONTOLOGY, base="https://news.example/")
    assert query(graph, "ASK { GRAPH <https://news.example/links> { ?s owl:sameAs ?o } }").truth
    assert not query(graph, f"ASK {{ GRAPH <{BASE}links> {{ ?s ?p ?o }} }}").truth
    assert verify_graph(graph) == []


def test_nothing_else_of_a_graph_changes(graph: Path) -> None:
    before, readings = set(graph_quads(graph)), read_graph(graph)
    plain = {name: ask(graph, name).rows for name in named_queries() if ask(graph, name).triples is None}
    link(graph, f"Ada Thorne,{A},,Person\nGrey and Sons,{B},Grey & Sons,Organization\n")
    added = set(graph_quads(graph)) - before
    assert before <= set(graph_quads(graph))
    assert {str(q.graph_name) for q in added} == {f"<{links_iri(BASE)}>"}
    assert read_graph(graph) == readings
    assert {n: ask(graph, n).rows for n in plain if n != "links"} == {n: r for n, r in plain.items() if n != "links"}
    assert len(ask(graph, "links", {"who": GREY.name}).rows) == 1


def test_links_are_exported(graph: Path, tmp_path: Path) -> None:
    link(graph, f"Ada Thorne,{A},,Person")
    for form in ("turtle", "jsonld", "rdf12", "nquads"):
        export_graph(graph, form, tmp_path / form, ONTOLOGY)
        assert A.removeprefix("https:") in (tmp_path / form).read_text(encoding="utf-8")


def test_links_are_read_as_they_were_written() -> None:
    links = tuple(
        Candidate(entity, name, iri, "L’été «1»", score, "so", 0.9, is_same)
        for entity in (THORNE.iri, GREY.iri)
        for name in ("a.csv", "https://known.example/reconcile")
        for iri, score, is_same in ((A, 1.0, True), (B, 0.071, False))
    )
    store = ox.Store()
    store.extend(serialize_links(links, BASE))
    assert parse_links(store, BASE) == tuple(sorted(links))


_PUT = "DELETE {{ GRAPH <L> {{ ?c {0} ?s }} }} INSERT {{ GRAPH <L> {{ {1} }} }} WHERE {{ GRAPH <L> {{ ?c {0} ?s }} }}"
HARM = [
    ("INSERT DATA { GRAPH <L> { <E> owl:sameAs <urn:x> } }", "should not hold"),
    (_PUT.format("by:score", ""), "has no by:score"),
    (_PUT.format("by:score", "?c by:score 0.1"), "whose score 0.1 is below 0.9"),
    (_PUT.format("rdf:subject", "?c rdf:subject <urn:x>"), "no article mentions it"),
]


@pytest.mark.parametrize(("update", "problem"), HARM, ids=[problem for _, problem in HARM])
def test_harmed_links_are_found_out(graph: Path, update: str, problem: str) -> None:
    link(graph, f"Ada Thorne,{A},,Person")
    store = ox.Store(str(graph / STORE))
    text = update.replace("<L>", f"<{links_iri(BASE)}>").replace("<E>", f"<{THORNE.iri}>")
    store.update(text, prefixes={name: ONTOLOGY.iri(f"{name}:") for name in ("by", "owl", "rdf")})
    store.flush()
    (graph / TRIG).write_bytes(store.dump(format=ox.RdfFormat.TRIG) or b"")
    del store
    assert problem in "\n".join(verify_graph(graph))


def test_a_list_that_cannot_be_read_leaves_the_graph_alone(graph: Path) -> None:
    before = (graph / TRIG).read_bytes()
    with pytest.raises(AuthorityError):
        link(graph, f"Ada Thorne,{A},,Person\nno iri\n")
    assert (graph / TRIG).read_bytes() == before


def test_the_command_counts(graph: Path, tmp_path: Path, byline: Run) -> None:
    (tmp_path / "known.csv").write_text(f"name,iri\nAda Thorne,{A}\nMillbrook,{B}\n", encoding="utf-8")
    done = byline("link", graph, tmp_path / "known.csv", "--threshold", "0.95")
    assert done.stdout == "3 candidates for 3 names, 2 of them the same\n"
    assert byline("verify", graph).returncode == 0
    assert byline("link", graph, tmp_path / "known.csv", "--threshold", "2").returncode == 2


def test_links_and_what_is_inferred_stay_side_by_side(graph: Path) -> None:
    write_whole_graph(graph, READINGS, ONTOLOGY, infer=True)
    link(graph, f"Ada Thorne,{A},,Person")
    write_whole_graph(graph, [MOVE_READING], ONTOLOGY)
    assert query(graph, f"ASK {{ GRAPH <{BASE}inferred> {{ ?s ?p ?o }} }}").truth
    assert same(graph) == {f"{THORNE.iri} {A}"}
    assert verify_graph(graph) == []
