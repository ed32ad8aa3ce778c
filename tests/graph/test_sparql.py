"""SPARQL on the store: right answers in every form, clear errors, and no way out of the graph."""

from __future__ import annotations

import csv
import io
import json
import socket
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rich.console import Console

from graph import answer_table, query, serialize_answer
from ontology import QueryError
from tests.graph.sample import READINGS, iri


def test_a_union_counts_nothing_twice(sample_graph: Path) -> None:
    claims = sum(len(r.claims) for r in READINGS)
    for pattern in ("?c a by:Claim", "?c rdf:subject/rdfs:label ?name", "?c rdf:object/a ?t . ?c rdf:subject/a ?s"):
        answer = query(sample_graph, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
        objects = [c for r in READINGS for c in r.claims if not hasattr(c.object, "datatype")]
        assert answer.records() == [{"n": str(claims if "object" not in pattern else len(objects))}]


def test_select_in_each_form(sample_graph: Path) -> None:
    answer = query(sample_graph, "SELECT ?name ?born { ?e a schema:Place ; rdfs:label ?name } ORDER BY ?name")
    assert answer.variables == ("name", "born")
    assert [row["name"] for row in answer.records()] == ["Harrow", "Millbrook", "Wend"]
    assert answer.records()[0]["born"] is None
    assert list(csv.reader(io.StringIO(serialize_answer(answer, "csv"))))[1] == ["Harrow", ""]
    assert serialize_answer(answer, "tsv").splitlines()[:2] == ["?name\t?born", '"Harrow"\t']
    results = json.loads(serialize_answer(answer, "json"))
    assert results["results"]["bindings"][2] == {"name": {"type": "literal", "value": "Wend"}}


def test_ask(sample_graph: Path) -> None:
    answer = query(sample_graph, "ASK { ?s by:status by:denied }")
    assert answer.truth is True
    assert answer.rows == ()
    assert json.loads(serialize_answer(answer, "json"))["boolean"] is True
    with pytest.raises(QueryError, match="choose one of json"):
        serialize_answer(answer, "csv")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own use of it
@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("json", "json-ld")])
def test_construct_in_each_form(sample_graph: Path, form: str, name: str) -> None:
    answer = query(sample_graph, "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a schema:Person ; rdfs:label ?l }")
    assert answer.triples is not None
    assert answer.truth is None
    graph = rdflib.Graph().parse(data=serialize_answer(answer, form), format=name)
    assert len(graph) == len(answer.rows) == len(answer.triples) == 3
    with pytest.raises(QueryError, match="choose one of turtle"):
        serialize_answer(answer, "csv")


def test_describe_gives_each_triple_once(sample_graph: Path) -> None:
    answer = query(sample_graph, "DESCRIBE ?e { ?e rdfs:label 'Bo Ekström' }")
    assert answer.triples
    assert len(set(answer.triples)) == len(answer.triples)


def test_a_table_shortens_iris_and_takes_text_as_it_is(sample_graph: Path) -> None:
    console = Console(width=200, record=True, file=io.StringIO())
    console.print(answer_table(query(sample_graph, "SELECT ?t ('[red]x[/red]' AS ?markup) { ?s a ?t } LIMIT 1")))
    text = console.export_text()
    assert "schema:" in text or "by:" in text
    assert "[red]x[/red]" in text


def test_from_restricts_the_graphs(sample_graph: Path) -> None:
    article = READINGS[1].article.iri
    answer = query(sample_graph, f"SELECT (COUNT(*) AS ?n) FROM <{article}> {{ ?c a by:Claim }}")
    assert answer.records() == [{"n": "1"}]


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("", "line 1, column 1: the query ends too early"),
        ("SELECT ?x {", "line 1, column 12: the query ends too early"),
        ("SELECT ?x\nWHRE { ?x ?y ?z }", "line 2, column 6, near 'WHRE { ?x"),
        ("SELECT * { ?x foo:bar ?y }", "Prefix not found"),
        ("SELECT ?x ?y { ?x a ?y } GROUP BY ?x", "unbound"),
        ("SELECT * { ?s ?p ?o FILTER(<http://no.example/f>(?s)) }", "not supported"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT is refused"),
        ("PREFIX x: <a:b> # SELECT\ndelete where { ?s ?p ?o }", "DELETE is refused"),
        ("LOAD <http://127.0.0.1/>", "LOAD is refused"),
        ("DROP ALL", "DROP is refused"),
    ],
)
def test_a_wrong_query_is_one_clear_line(sample_graph: Path, sparql: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        query(sample_graph, sparql)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


SERVICES = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { FILTER(1<2)SERVICE<URL>{?s ?p ?o} }",
    "SELECT * { ?s rdfs:label '#' . SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { BIND('''it's \\''' not''' AS ?x) SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { BIND(<a:b#c> AS ?x) SERVICE <URL> { ?s ?p ?o } }",
    "PREFIX a: <a:b#> SELECT * { BIND(a:x\\#y AS ?x) SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { {SELECT * {SERVICE<URL>{?s ?p ?o}}} }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { BIND(1<2 AS ?x) #>\nSERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { BIND('a'@en AS ?x)SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { BIND('\\\\' AS ?x) SERVICE <URL> { ?s ?p ?o } BIND('' AS ?y) }",
]


@pytest.mark.parametrize("sparql", SERVICES)
def test_no_query_calls_anybody(sample_graph: Path, sparql: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        called = threading.Event()

        def listen() -> None:
            try:
                server.accept()[0].close()
                called.set()
            except OSError:
                return

        listener = threading.Thread(target=listen)
        listener.start()
        with pytest.raises(QueryError, match=r"SERVICE is refused|not valid SPARQL"):
            query(sample_graph, sparql.replace("URL", f"http://127.0.0.1:{server.getsockname()[1]}/"))
        listener.join()
        assert not called.is_set()


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service rdfs:label 'SERVICE' } # SERVICE",
        'SELECT * { ?s rdfs:label "a \\" SERVICE <x> {" }',
        "PREFIX service: <http://SERVICE/> SELECT * { ?s service:SERVICE ?o }",
        "SELECT * { ?s <http://SERVICE/insert> '''SERVICE\n\"''' }",
    ],
)
def test_the_word_service_is_no_crime(sample_graph: Path, sparql: str) -> None:
    assert query(sample_graph, sparql).rows == ()


def test_a_custom_ontology_prefix_need_not_be_declared(sample_graph: Path) -> None:
    answer = query(sample_graph, "SELECT DISTINCT ?s { ?c by:status ?s } ORDER BY ?s")
    assert [row[0] for row in answer.rows] == [
        ox.NamedNode(iri(f"by:{name}")) for name in ("asserted", "denied", "planned", "possible")
    ]
