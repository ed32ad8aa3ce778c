"""Verification: a sound graph has no problems, a damaged one has each of its problems named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import canonical, parse_readings, validate, verify_graph
from graph.folder import CLAIMS, STORE, TRIG
from graph.soundness import unsound
from graph.store import serialize_graph
from ontology import BASE, GraphError
from tests.graph.sample import MILL, MILL_NEWS, MOVE_NEWS, ONTOLOGY, READINGS, RIVER, SECOND, THORNE, iri

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
    assert verify_graph(sample_graph, ontology=ONTOLOGY) == []


def test_the_articles_as_they_are_now_are_compared(sample_graph: Path) -> None:
    assert verify_graph(sample_graph, [MILL_NEWS, MOVE_NEWS]) == []
    (found,) = verify_graph(sample_graph, [replace(MOVE_NEWS, text=SECOND.replace("Harrow", "Barrow"), source="m.txt")])
    at = SECOND.index("Harrow")
    assert found == (
        f"m.txt: not the text of <{MOVE_NEWS.iri}>: from character {at} on it has 'Barrow.\\n', not 'Harrow.\\n'"
    )
    with pytest.raises(GraphError, match="no article is called 'Else'"):
        verify_graph(sample_graph, [replace(MOVE_NEWS, iri="urn:x", headline="Else", text="Else", source="e.txt")])


def test_only_what_was_chosen_is_checked(graph: Path) -> None:
    harm = (
        f"DELETE {{ GRAPH <{MOVE_NEWS.iri}> {{ ?s by:lemma ?o }} }} INSERT {{ GRAPH <{MOVE_NEWS.iri}> "
        f"{{ ?s by:lemma 'flee' }} }} WHERE {{ GRAPH <{MOVE_NEWS.iri}> {{ ?s by:lemma ?o }} }}"
    )
    assert any(CLAIMS in found for found in damaged(graph, update(harm)))
    assert verify_graph(graph, [MILL_NEWS.headline], ONTOLOGY) == []
    assert any(CLAIMS in found for found in verify_graph(graph, [MOVE_NEWS.iri]))
    with pytest.raises(GraphError, match="no article is called 'Nowhere'"):
        verify_graph(graph, ["Nowhere"])


QUADS = serialize_graph([canonical(r) for r in READINGS], ONTOLOGY, BASE)
# An article's file and date, and how sure and why a rule was, follow from nothing else in the graph.
TOLD_ONCE = {iri(name) for name in ("dc:source", "schema:datePublished", "by:confidence", "by:why")}
# What the text has for a claim, beside what the claim says: as good as any other.
TOLD_ONCE |= {iri(f"by:{name}") for name in ("lemma", "modality", "readName", "readType", "readLabel")}


def problems(quads: list[ox.Quad]) -> list[str]:
    """What is found in the quads alone, with no file to compare them to."""
    store = ox.Store()
    store.extend(quads)
    held = list(store)
    try:
        readings = parse_readings(held)
    except GraphError as exc:
        return [str(exc)]
    return [*unsound(held, readings, readings, (), ONTOLOGY)] or [*map(str, validate(held, ONTOLOGY))]


def test_the_quads_alone_are_sound() -> None:
    assert problems(QUADS) == []


@given(st.integers(0, len(QUADS) - 1))
@settings(max_examples=25, deadline=None)
def test_a_quad_that_is_gone_is_missed(place: int) -> None:
    gone = QUADS[place]
    left = [q for q in QUADS if q != gone]
    assert problems(left) or gone.predicate.value in TOLD_ONCE | {iri(f"by:read{n}") for n in ("Alias", "Misspelling")}


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_quad_that_says_something_else_is_found(data: st.DataObject) -> None:
    checked = [q for q in QUADS if q.predicate.value not in TOLD_ONCE]
    quad = data.draw(st.sampled_from(checked))
    others = sorted({str(q.object): q.object for q in QUADS if q.object != quad.object}.items())
    _, value = data.draw(st.sampled_from(others))
    altered = ox.Quad(quad.subject, quad.predicate, value, quad.graph_name)
    assert problems([altered if q == quad else q for q in QUADS]), (quad, value)


@given(st.integers(0, len(QUADS) - 1), st.sampled_from(["entity/nobody", "facts", MOVE_NEWS.iri.removeprefix(BASE)]))
@settings(max_examples=25, deadline=None)
def test_a_quad_that_stands_elsewhere_is_found(place: int, graph: str) -> None:
    quad = QUADS[place]
    moved = ox.Quad(cast(ox.NamedNode, quad.subject), quad.predicate, quad.object, ox.NamedNode(f"{BASE}{graph}"))
    if moved not in QUADS:
        assert problems([*QUADS, moved])


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
    (update(f"DELETE WHERE {{ GRAPH <{BASE}terms> {{ by:leads ?p ?o }} }}"), "by:leads".replace("by:", iri("by:"))),
    (
        update(
            "DELETE { GRAPH ?g { ?c rdf:predicate by:leads } } INSERT { GRAPH ?g { ?c rdf:predicate by:attacks } } "
            "WHERE { GRAPH ?g { ?c rdf:predicate by:leads } }"
        ),
        "has no by:readLabel",
    ),
    (
        update(
            "DELETE { GRAPH ?g { ?c by:polarity ?o } } INSERT { GRAPH ?g { ?c by:polarity by:positive } } "
            "WHERE { GRAPH ?g { ?c by:polarity ?o FILTER(?o = by:negative) } }"
        ),
        "says something else than its IRI was made from",
    ),
    (
        update(
            "DELETE { GRAPH ?g { ?c schema:headline ?o } } INSERT { GRAPH ?g { ?c schema:headline 'Mill saved' } } "
            "WHERE { GRAPH ?g { ?c schema:headline ?o } }"
        ),
        "its headline or text is another than its IRI was made from",
    ),
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
