"""Verification: a sound graph has no problems, a damaged one has each of its problems named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import verify_graph
from graph.folder import CLAIMS, STORE, TRIG
from ontology import BASE, GraphError
from tests.graph.sample import MILL, MILL_NEWS, RIVER, THORNE, iri

Change = Callable[[ox.Store], None]


@pytest.fixture
def graph(sample_graph: Path, tmp_path: Path) -> Path:
    shutil.copytree(sample_graph, tmp_path / "g")
    return tmp_path / "g"


def damaged(graph: Path, change: Change) -> list[str]:
    """The problems after a change that reached the store and, through it, all that is written from the store."""
    store = ox.Store(str(graph / STORE))
    change(store)
    store.flush()
    (graph / TRIG).write_bytes(store.dump(format=ox.RdfFormat.TRIG) or b"")
    del store
    return verify_graph(graph)


def update(sparql: str) -> Change:
    prefixes = {name: iri(f"{name}:") for name in ("by", "oa", "prov", "rdf", "rdfs", "schema", "skos")}
    return lambda store: store.update(sparql, prefixes=prefixes)


def test_a_sound_graph_has_no_problems(sample_graph: Path) -> None:
    assert verify_graph(sample_graph) == []


FACTS = f"GRAPH <{BASE}facts>"
CASES: list[tuple[Change, str]] = [
    (
        update(
            "DELETE { GRAPH ?g { ?s oa:exact ?o } } INSERT { GRAPH ?g { ?s oa:exact 'She never said so.' } } "
            "WHERE { GRAPH ?g { ?s oa:exact ?o FILTER(CONTAINS(?o, 'resign')) } }"
        ),
        "not 'She never said so.'",
    ),
    (
        update(
            "DELETE { GRAPH ?g { ?s oa:start ?o } } INSERT { GRAPH ?g { ?s oa:start 3 } } "
            "WHERE { GRAPH ?g { ?s oa:start ?o FILTER(?o = 264) } }"
        ),
        "the text at 3 to 294 is",
    ),
    (
        update(
            "DELETE { GRAPH ?g { ?s schema:articleBody ?o } } INSERT { GRAPH ?g { ?s schema:articleBody ?n } } "
            "WHERE { GRAPH ?g { ?s schema:articleBody ?o BIND(REPLACE(?o, 'Harrow', 'Barrow') AS ?n) } }"
        ),
        "the SHA-256 differs",
    ),
    (
        update(f"INSERT DATA {{ {FACTS} {{ <{MILL.iri}> by:affects <{RIVER.iri}> }} }}"),
        f"the facts graph should not hold <{MILL.iri}>",
    ),
    (
        update(f"DELETE WHERE {{ {FACTS} {{ <{THORNE.iri}> by:leads ?o }} }}"),
        f"the facts graph lacks <{THORNE.iri}>",
    ),
    (
        update(f"INSERT DATA {{ GRAPH <{MILL_NEWS.iri}> {{ <{MILL.iri}> schema:about <{BASE}nowhere> }} }}"),
        f"graph <{MILL_NEWS.iri}> should not hold",
    ),
    (update(f"INSERT DATA {{ GRAPH <{BASE}else> {{ <{MILL.iri}> a schema:Place }} }}"), f"graph <{BASE}else> should"),
    (
        update("DELETE { GRAPH ?g { ?s oa:exact ?o } } WHERE { GRAPH ?g { ?s oa:exact ?o } }"),
        "has no position or no quote",
    ),
    (
        update("DELETE { GRAPH ?g { ?s by:readName ?o } } WHERE { GRAPH ?g { ?s by:readName ?o } }"),
        "has no by:readName",
    ),
    (
        update(
            "DELETE { GRAPH ?g { ?s prov:wasGeneratedBy ?o } } "
            f"INSERT {{ GRAPH ?g {{ ?s prov:wasGeneratedBy <{BASE}nothing> }} }} "
            "WHERE { GRAPH ?g { ?s prov:wasGeneratedBy ?o } }"
        ),
        f"<{BASE}nothing> has no rdfs:label",
    ),
    (
        update(
            "DELETE { GRAPH ?g { ?s by:status ?o } } INSERT { GRAPH ?g { ?s by:status by:asserted } } "
            "WHERE { GRAPH ?g { ?s by:status ?o FILTER(?o = by:denied) } }"
        ),
        "should not hold",
    ),
    (update(f"DROP GRAPH <{BASE}facts>"), "no facts graph"),
]


@pytest.mark.parametrize(("change", "problem"), CASES, ids=[problem[:30] for _, problem in CASES])
def test_each_kind_of_damage_to_the_store_is_named(graph: Path, change: Change, problem: str) -> None:
    problems = damaged(graph, change)
    assert any(problem in found for found in problems), problems
    assert not any("\n" in found for found in problems)


def edited(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(graph: Path) -> None:
        text = (graph / name).read_text(encoding="utf-8")
        assert old in text
        (graph / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (edited(TRIG, '"Harrow"', '"Barrow"'), f"{TRIG}: lacks"),
        (edited(TRIG, '"Harrow"', '"Harrow", "Barrow"'), f"{TRIG}: should not hold"),
        (edited(TRIG, "@prefix by:", "prefix by;"), "not readable as TriG"),
        (edited(CLAIMS, '"status": "denied"', '"status": "asserted"'), "not the claims of the store"),
        (lambda graph: (graph / CLAIMS).unlink(), "claims.jsonl: not readable"),
        (lambda graph: (graph / CLAIMS).write_bytes(b"\xff"), "claims.jsonl: not readable"),
    ],
)
def test_the_files_beside_the_store_are_compared(graph: Path, edit: Callable[[Path], None], problem: str) -> None:
    edit(graph)
    problems = verify_graph(graph)
    assert any(problem in found for found in problems), problems


@pytest.mark.parametrize("pattern", ["*", "*.sst", "CURRENT", "MANIFEST*"])
def test_a_broken_store_is_one_error(graph: Path, pattern: str) -> None:
    for path in (graph / STORE).glob(pattern):
        path.write_bytes(b"garbage")
    with pytest.raises(GraphError, match="not readable as an Oxigraph store") as error:
        verify_graph(graph)
    assert "\n" not in str(error.value)
