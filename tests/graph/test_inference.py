"""What follows from plain facts by OWL: in a graph of its own, marked, never twice, and from facts alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import infer, query, read_graph, remove_article, validate_graph, verify_graph, write_graph
from graph.facts import facts_iri
from graph.store import serialize_graph
from ontology import BASE, Entity, Ontology, Reading, load_ontology
from tests.graph.sample import MILL, MILL_NEWS, MILL_READING, ONTOLOGY, READINGS, THORNE, claim, entity, iri, relation

BO = entity("Bo Ekström", "schema:Person")
QUOTE = "Bo Ekström lives in Millbrook."
INFERRED = ox.NamedNode(f"{BASE}inferred")
Said = tuple[Entity, str, Entity]


def reading(*said: Said, negative: bool = False, modality: str = "by:actual", by: tuple[Entity, ...] = ()) -> Reading:
    claims = [
        claim(MILL_NEWS, QUOTE, s, relation(name, "x"), o, negative=negative, modality=modality, sources=by)
        for s, name, o in said
    ]
    return replace(MILL_READING, claims=tuple(claims))


def inferred(found: Reading, ontology: Ontology = ONTOLOGY) -> set[tuple[str, str, str]]:
    """The triples that follow, without the note of where they come from."""
    quads = serialize_graph([found], ontology, BASE, inferring=True)
    apart = [q for q in quads if q.graph_name == INFERRED]
    ends = {THORNE.iri, BO.iri, MILL.iri}
    return {(q.subject.value, q.predicate.value, q.object.value) for q in apart if q.object.value in ends}  # type: ignore[union-attr]


KIN: list[Said] = [(BO, "schema:relatedTo", THORNE), (THORNE, "schema:relatedTo", BO)]
TABLE: list[tuple[list[Said], list[Said]]] = [
    # inverse, from either side
    ([(BO, "schema:parent", THORNE)], [(THORNE, "schema:children", BO), *KIN]),
    ([(BO, "by:follows", THORNE)], [(THORNE, "by:precedes", BO)]),
    ([(BO, "by:precedes", THORNE)], [(THORNE, "by:follows", BO)]),
    # symmetric
    ([(BO, "by:meets", THORNE)], [(THORNE, "by:meets", BO)]),
    ([(BO, "by:meets", THORNE), (THORNE, "by:meets", BO)], []),
    # broader, and what follows from that in turn
    ([(THORNE, "by:leads", MILL)], [(THORNE, "by:roleAt", MILL)]),
    ([(BO, "schema:sibling", THORNE)], [(THORNE, "schema:sibling", BO), *KIN]),
    ([(THORNE, "by:leads", MILL), (THORNE, "by:roleAt", MILL)], []),
    ([(THORNE, "by:opposes", MILL)], []),
]


@pytest.mark.parametrize(("said", "follows"), TABLE, ids=[str(i) for i in range(len(TABLE))])
def test_what_follows(said: list[Said], follows: list[Said]) -> None:
    assert inferred(reading(*said)) == {(s.iri, iri(name), o.iri) for s, name, o in follows}


@pytest.mark.parametrize(
    "found",
    [
        reading((BO, "by:meets", THORNE), negative=True),
        reading((BO, "by:meets", THORNE), modality="by:committed"),
        reading((BO, "by:meets", THORNE), modality="by:speculative"),
        reading((BO, "by:meets", THORNE), modality="by:normative"),
        reading((BO, "by:meets", THORNE), by=(THORNE,)),
    ],
    ids=["denied", "planned", "possible", "requested", "attributed"],
)
def test_nothing_follows_from_what_is_no_fact(found: Reading) -> None:
    assert inferred(found) == set()


def test_an_equivalent_property_of_another_vocabulary(tmp_path: Path) -> None:
    extra = tmp_path / "more.ttl"
    extra.write_text(
        "@prefix by: <https://byline.example/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        'by:meets owl:equivalentProperty <https://x.example/meets> , [] , "slip" .\n',
        encoding="utf-8",
    )
    found = inferred(reading((BO, "by:meets", THORNE)), load_ontology((extra,)))
    assert (BO.iri, "https://x.example/meets", THORNE.iri) in found
    assert (THORNE.iri, "https://x.example/meets", BO.iri) in found


def test_the_graph_says_where_it_comes_from() -> None:
    notes = {str(q) for q in infer([], ONTOLOGY, BASE)}
    prov = iri("prov:")
    assert f"<{BASE}inferred> <{prov}wasDerivedFrom> <{facts_iri(BASE)}> <{BASE}inferred>" in notes
    assert f"<{BASE}inferred> <{prov}wasGeneratedBy> <{BASE}inference> <{BASE}inferred>" in notes


MEETING = reading((BO, "by:meets", THORNE))
INVERSE = f"ASK {{ <{THORNE.iri}> by:meets <{BO.iri}> }}"


def answer(folder: Path) -> bool:
    return b"true" in query(folder, INVERSE).results


def test_the_option_is_the_graphs(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    write_graph(folder, [MEETING], ONTOLOGY)
    assert not answer(folder)
    write_graph(folder, [MEETING], ONTOLOGY, infer=True)
    assert answer(folder)
    write_graph(folder, [READINGS[1]], ONTOLOGY)
    assert answer(folder)
    assert verify_graph(folder) == []
    assert validate_graph(folder, ONTOLOGY) == []
    remove_article(folder, READINGS[1].article.iri, ONTOLOGY)
    assert answer(folder)
    assert len(read_graph(folder)) == 1
    write_graph(folder, [], ONTOLOGY, infer=False)
    assert not answer(folder)
    assert "inferred" not in (folder / "graph.trig").read_text(encoding="utf-8")


def test_the_same_bytes_and_no_triple_in_two_graphs(tmp_path: Path) -> None:
    for name, readings in (("a", [MEETING, READINGS[1]]), ("b", [READINGS[1], MEETING])):
        write_graph(tmp_path / name, readings, ONTOLOGY, infer=True)
    assert (tmp_path / "a/graph.trig").read_bytes() == (tmp_path / "b/graph.trig").read_bytes()
    quads = serialize_graph([MEETING], ONTOLOGY, BASE, inferring=True)
    facts = {q.triple for q in quads if q.graph_name == ox.NamedNode(facts_iri(BASE))}
    assert facts.isdisjoint(q.triple for q in quads if q.graph_name == INFERRED)


def test_verify_finds_what_does_not_follow(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    write_graph(folder, [MEETING], ONTOLOGY, infer=True)
    store = ox.Store(str(folder / "store"))
    store.add(ox.Quad(ox.NamedNode(BO.iri), ox.NamedNode(iri("by:opposes")), ox.NamedNode(THORNE.iri), INFERRED))
    store.remove(ox.Quad(ox.NamedNode(THORNE.iri), ox.NamedNode(iri("by:meets")), ox.NamedNode(BO.iri), INFERRED))
    store.flush()
    del store
    wrong = verify_graph(folder)
    assert [line for line in wrong if line.startswith("the inferred graph lacks")]
    assert [line for line in wrong if line.startswith("the inferred graph should not hold")]
