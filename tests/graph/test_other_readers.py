"""Every RDF export is read by programs that are not ours, which find the same in it and answer the same.

rapper is Debian's raptor2-utils, jsonld.js and N3.js are from npm: `./check` installs them where it may.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graph import export_graph
from graph.folder import graph_store
from tests.graph.sample import ONTOLOGY

HERE = Path(__file__).parent / "other"
RAPPER, NODE = shutil.which("rapper"), shutil.which("node")
needs_rapper = pytest.mark.skipif(not RAPPER, reason="no rapper: apt-get install raptor2-utils")
needs_npm = pytest.mark.skipif(
    not NODE or not (HERE / "node_modules").is_dir(), reason="no npm packages: npm ci --prefix tests/graph/other"
)
# What RDF knows of more than one graph; the others hold all of them as one.
DATASETS = ("trig", "nquads", "jsonld")
# They name no graph, so that they can be asked of either; each is of another kind.
QUESTIONS = {
    "lookup": 'SELECT ?s { ?s rdfs:label "Millbrook Mill" }',
    "sources": "SELECT ?source ?words { ?c prov:wasAttributedTo/rdfs:label ?source ; "
    "prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words }",
    "path": "SELECT ?who { ?c prov:qualifiedAttribution/by:accordingTo+/prov:agent/rdfs:label ?who }",
    "count": "SELECT ?st (COUNT(DISTINCT ?c) AS ?n) { ?c a by:Claim ; by:status ?st } GROUP BY ?st",
    "absence": "SELECT ?c { ?c a by:Claim FILTER NOT EXISTS { ?c prov:wasAttributedTo ?x } }",
    "facts": "SELECT ?s ?o { ?s by:leads ?o }",
}


def run(*command: str | Path | None) -> bytes:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True).stdout


def read_by_oxigraph(form: str, path: Path) -> set[ox.Quad]:
    return set(ox.parse(path=str(path), format=SYNTAX[form]))


def read_by_rdflib(form: str, path: Path) -> set[ox.Quad]:
    read = rdflib.Dataset()
    read.parse(data=path.read_text(encoding="utf-8"), format=RDFLIB[form])
    return set(ox.parse(read.serialize(format="nquads"), ox.RdfFormat.N_QUADS))


def read_by_rapper(form: str, path: Path) -> set[ox.Quad]:
    return set(ox.parse(run(RAPPER, "-q", "-i", form, "-o", "ntriples", path), ox.RdfFormat.N_TRIPLES))


def read_by_npm(form: str, path: Path) -> set[ox.Quad]:
    return set(ox.parse(run(NODE, HERE / "read.js", form, path), ox.RdfFormat.N_QUADS))


SYNTAX = {
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
RDFLIB = {
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
    "turtle": "turtle",
    "ntriples": "nt",
    "rdfxml": "xml",
}
READERS = [
    *(pytest.param(read_by_oxigraph, form, id=f"oxigraph-{form}") for form in SYNTAX),
    *(pytest.param(read_by_rdflib, form, id=f"rdflib-{form}") for form in RDFLIB),
    *(pytest.param(read_by_rapper, f, marks=needs_rapper, id=f"rapper-{f}") for f in ("turtle", "ntriples", "rdfxml")),
    *(pytest.param(read_by_npm, f, marks=needs_npm, id=f"npm-{f}") for f in SYNTAX if f != "rdfxml"),
]


def exported(graph: Path, form: str, folder: Path) -> Path:
    out = folder / f"graph.{form}"
    export_graph(graph, form, out, ONTOLOGY)
    return out


def answers(quads: Iterable[ox.Quad]) -> dict[str, list[str]]:
    store = ox.Store()
    store.extend(quads)
    found = {}
    for name, question in QUESTIONS.items():
        solutions = store.query(question, prefixes=ONTOLOGY.prefixes, use_default_graph_as_union=True)
        assert isinstance(solutions, ox.QuerySolutions)
        found[name] = sorted(" ".join(str(value) for value in row) for row in solutions)
    return found


# rdflib's own use of its old names
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning", "ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize(("read", "form"), READERS)
def test_the_same_quads_and_answers(
    sample_graph: Path, tmp_path: Path, read: Callable[[str, Path], set[ox.Quad]], form: str
) -> None:
    quads, whole = read(form, exported(sample_graph, form, tmp_path)), set(graph_store(sample_graph))
    assert quads == whole if form in DATASETS else {q.triple for q in quads} == {q.triple for q in whole}
    found = answers(quads)
    assert found == answers(whole)
    assert all(found.values())


@needs_npm
def test_rdf12_is_read_by_npm(sample_graph: Path, tmp_path: Path) -> None:
    lines = run(NODE, HERE / "read.js", "trig", exported(sample_graph, "rdf12", tmp_path)).decode().splitlines()
    assert sum("rdf-syntax-ns#reifies> <<(" in line for line in lines) == len(set(answers_of_claims(sample_graph)))


def answers_of_claims(graph: Path) -> list[str]:
    claim = ox.NamedNode(ONTOLOGY.iri("by:Claim"))
    return [str(q.subject) for q in graph_store(graph).quads_for_pattern(None, None, claim, None)]


@needs_npm
@pytest.mark.parametrize(("form", "syntax"), [("nanopub", "trig"), ("schemaorg", "jsonld")])
def test_publications_are_read_by_npm(sample_graph: Path, tmp_path: Path, form: str, syntax: str) -> None:
    path = exported(sample_graph, form, tmp_path)
    quads = read_by_npm(syntax, path)
    assert quads == read_by_oxigraph(syntax, path)
    assert quads
