"""What asking costs: loading a million quads of claims, six kinds of query beside rdflib, and every shipped query.

    python -m benchmarks.queries [--articles N] [--runs N]

The claims are made up (benchmarks.synthetic) and written by our own serialization. rdflib holds the same in memory.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import rdflib

from benchmarks.results import table, write_section
from benchmarks.synthetic import synthetic_readings
from graph import NamedQuery, ask, named_queries
from graph.folder import STORE, TRIG
from graph.sparql import query_store
from graph.store import open_store, serialize_graph
from ontology import BASE, load_ontology

MADE_BY = "Made by `python -m benchmarks.queries`."
# The commonest name, and one in the middle of the list; two that are linked; a month.
COMMON, RARE, OTHER = "Ada Thorne 0", "Finn Novak 105", "Bo Thorne 1"
CHOSEN = {"one": COMMON, "other": OTHER, "from": "2010-01-01", "until": "2010-01-31"}
KINDS = {
    "one node": f'SELECT ?s {{ ?s rdfs:label "{RARE}" }}',
    "star around a claim": f'SELECT ?o ?st ?words {{ ?s rdfs:label "{RARE}" . ?c rdf:subject ?s ; rdf:object ?o ; '
    "by:status ?st ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words }",
    "path of two claims": f'SELECT DISTINCT ?o {{ ?s rdfs:label "{RARE}" . ?a rdf:subject ?s ; rdf:object ?m . '
    "?b rdf:subject ?m ; rdf:object ?o }",
    "chain of sources": f'SELECT ?c {{ ?s rdfs:label "{RARE}" . ?a prov:agent ?s . ?x by:accordingTo* ?a . '
    "?c prov:qualifiedAttribution ?x }",
    "absence": "SELECT (COUNT(?c) AS ?n) { ?c by:status by:denied FILTER NOT EXISTS { ?c prov:wasAttributedTo ?x } }",
    "count by group": "SELECT ?st (COUNT(?c) AS ?n) { ?c by:status ?st } GROUP BY ?st",
}


def seconds(do: Callable[[], object], runs: int) -> float:
    """The median CPU time of some runs, of which one beforehand is not counted."""
    spent = []
    for run in range(runs + 1):
        started = time.process_time()
        do()
        if run:
            spent.append(time.process_time() - started)
    return statistics.median(spent)


def load(quads: list[ox.Quad], folder: Path) -> float:
    """Seconds to load them from N-Quads into a store on disk, which then is a graph's."""
    dump = folder / "quads.nq"
    ox.serialize(quads, str(dump), format=ox.RdfFormat.N_QUADS)
    (folder / TRIG).touch()
    started = time.perf_counter()
    store = ox.Store(str(folder / STORE))
    store.bulk_load(path=str(dump), format=ox.RdfFormat.N_QUADS)
    store.flush()
    return time.perf_counter() - started


def in_rdflib(folder: Path) -> rdflib.Graph:
    """The same triples in rdflib's memory, all graphs as one."""
    graph = rdflib.Graph(bind_namespaces="none")
    started = time.perf_counter()
    for line in (folder / "quads.nq").open(encoding="utf-8"):
        graph.add(_triple(line))
    print(f"rdflib: {len(graph)} triples in {time.perf_counter() - started:.0f} seconds")
    return graph


def _triple(line: str) -> tuple[rdflib.URIRef, rdflib.URIRef, rdflib.term.Identifier]:
    (quad,) = ox.parse(line, ox.RdfFormat.N_QUADS)
    value = quad.object
    node = rdflib.URIRef(value.value) if isinstance(value, ox.NamedNode) else _literal(value)
    return rdflib.URIRef(str(quad.subject)[1:-1]), rdflib.URIRef(quad.predicate.value), node


def _literal(value: object) -> rdflib.Literal:
    assert isinstance(value, ox.Literal)
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    plain = value.datatype.value.endswith("#string")
    return rdflib.Literal(value.value, datatype=None if plain else rdflib.URIRef(value.datatype.value))


def beside_rdflib(folder: Path, runs: int) -> list[tuple[str, str, str, str]]:
    """Each kind of query in both, in turn, with the same answers."""
    store, theirs, prefixes = open_store(folder / STORE), in_rdflib(folder), load_ontology().prefixes
    gc.freeze()
    rows = []
    for name, query in KINDS.items():
        assert len(query_store(store, query).rows) == len(list(theirs.query(query, initNs=prefixes)))
        ours = seconds(lambda query=query: query_store(store, query).rows, runs)  # type: ignore[misc]
        other = seconds(lambda query=query: list(theirs.query(query, initNs=prefixes)), 1)  # type: ignore[misc]
        rows.append((name, _milliseconds(ours), _milliseconds(other), f"{other / ours:,.1f}"))
    return rows


def shipped(folder: Path, runs: int) -> list[tuple[str, str, str, str]]:
    """Each named query as `byline query` asks it: with the commonest name, a rare one, and none where it needs none."""
    rows = []
    for query in named_queries().values():
        for parameters in _questions(query):
            found = ask(folder, query.name, parameters)
            spent = seconds(lambda q=query, p=parameters: ask(folder, q.name, p), runs)  # type: ignore[misc]
            size = len(found.rows if found.triples is None else found.triples)
            rows.append((query.name, ", ".join(parameters.values()), str(size), f"{spent:.2f}"))
            print(*rows[-1])
    return rows


def _questions(query: NamedQuery) -> list[dict[str, str]]:
    named = [{p.name: CHOSEN.get(p.name, who) for p in query.parameters} for who in (COMMON, RARE)]
    asked = named if any(p.name == "who" for p in query.parameters) else named[:1]
    return [*asked, {}] if query.parameters and not any(p.of_many for p in query.parameters) else asked


def _milliseconds(spent: float) -> str:
    return f"{1000 * spent:.1f}"


def main() -> None:
    """Measure, write, and print the section."""
    parser = argparse.ArgumentParser(description="What loading and asking a million quads of claims costs.")
    parser.add_argument("--articles", type=int, default=1150)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    readings = list(synthetic_readings(given.articles, load_ontology()))
    quads = serialize_graph(readings, load_ontology(), BASE)
    with tempfile.TemporaryDirectory() as name:
        folder, size = Path(name), len(quads)
        spent = load(quads, folder)
        del quads, readings
        queries = shipped(folder, given.runs)
        kinds = beside_rdflib(folder, given.runs)
    slowest = max(queries, key=lambda row: float(row[-1]))
    text = (
        f"{size:,} quads, {20 * given.articles:,} claims of {given.articles:,} made-up articles; CPU time, medians of "
        f"{given.runs} runs in one process, the store on disk.\n\n"
        f"Loading: {spent:.1f} seconds by the clock, {size / spent:,.0f} quads a second.\n\n"
        f"{table(('kind of query', 'Byline, ms', 'rdflib in memory, ms', 'ratio'), kinds)}\n\n"
        f"Every shipped query, as `byline query` asks it; the slowest is `{slowest[0]}`, {slowest[-1]} seconds. "
        "Those with a name in every row here want one in a graph this large, and list it whole only for `*`.\n\n"
        f"{table(('query', 'asked about', 'rows', 'seconds'), queries)}\n\n{MADE_BY}"
    )
    write_section("Loading and asking", text)
    print(text)


if __name__ == "__main__":
    main()
