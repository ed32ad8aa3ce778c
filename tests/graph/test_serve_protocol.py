"""The SPARQL 1.1 Protocol as far as it concerns a reader: the cases of the W3C test suite, and stock clients.

The W3C suite (sparql11/data-sparql11/protocol) asks three graphs of its own; here the graphs of the sample take their
place. Its cases of updates are here as what has to be refused.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.graph.sample import MILL_NEWS, MOVE_NEWS, READINGS, iri

FORM, DIRECT, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CLAIM = iri("by:Claim")
CLAIMS = f"SELECT (COUNT(*) AS ?n) {{ ?c a <{CLAIM}> }}"
NAMED = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?c a <{CLAIM}> }} }}"
MILL, MOVE, FACTS = MILL_NEWS.iri, MOVE_NEWS.iri, "https://byline.example/facts"
MANY, FEW = (len(r.claims) for r in READINGS)


@dataclass(frozen=True)
class Case:
    """A request, and the status and number or type of its answer."""

    name: str
    method: str = "GET"
    asked: tuple[tuple[str, str], ...] = ()
    content: bytes = b""
    kind: str = ""
    accept: str = JSON
    status: tuple[int, ...] = (200,)
    count: int | None = None
    answer: str = ""
    says: str = field(default="", compare=False)


def form(*pairs: tuple[str, str]) -> bytes:
    return urlencode(pairs).encode()


GRAPHS = (("default-graph-uri", MILL), ("default-graph-uri", MOVE))
DATASETS = [
    ("default graph", CLAIMS, (("default-graph-uri", MOVE),), FEW),
    ("default graphs", CLAIMS, GRAPHS, MANY + FEW),
    ("named graphs", NAMED, (("named-graph-uri", MILL), ("named-graph-uri", MOVE)), MANY + FEW),
    ("full dataset", NAMED, (("default-graph-uri", MILL), ("named-graph-uri", MOVE)), FEW),
    ("no dataset is the union", CLAIMS, (), MANY + FEW),
    ("FROM", CLAIMS.replace("{ ?c", f"FROM <{MOVE}> {{ ?c"), (), FEW),
    ("FROM NAMED", NAMED.replace("{ GRAPH", f"FROM NAMED <{MOVE}> {{ GRAPH"), (), FEW),
    ("protocol before query", CLAIMS.replace("{ ?c", f"FROM <{MOVE}> {{ ?c"), (("default-graph-uri", MILL),), MANY),
    ("a graph without claims", CLAIMS, (("default-graph-uri", FACTS),), 0),
]
CASES = [
    Case("query by get", asked=(("query", CLAIMS),), count=MANY + FEW),
    Case("query by post form", "POST", content=form(("query", CLAIMS)), kind=FORM, count=MANY + FEW),
    Case("query by post direct", "POST", content=CLAIMS.encode(), kind=DIRECT, count=MANY + FEW),
    Case("form with charset", "POST", content=form(("query", CLAIMS)), kind=f"{FORM}; charset=utf-8", count=MANY + FEW),
    *(
        case
        for name, query, graphs, n in DATASETS
        for case in (
            Case(f"{name} by get", asked=(("query", query), *graphs), count=n),
            Case(f"{name} by form", "POST", content=form(("query", query), *graphs), kind=FORM, count=n),
            Case(f"{name} direct", "POST", graphs, query.encode(), DIRECT, count=n),
        )
    ),
    *(
        Case(f"{what} as {accept}", asked=(("query", query),), accept=accept, answer=accept)
        for what, query, accepted in [
            ("select", CLAIMS, (JSON, XML, "text/csv", "text/tab-separated-values")),
            ("ask", "ASK {}", (JSON, XML)),
            (
                "construct",
                "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }",
                ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"),
            ),
            ("describe", f"DESCRIBE <{MILL}>", ("text/turtle", "application/n-triples")),
        ]
        for accept in accepted
    ),
    Case("nothing preferred", asked=(("query", CLAIMS),), accept="*/*", answer=JSON),
    Case("no such form", asked=(("query", CLAIMS),), accept="image/png", status=(406,)),
    Case("bad method", "PUT", asked=(("query", "ASK {}"),), status=(405,)),
    Case("bad method delete", "DELETE", asked=(("query", "ASK {}"),), status=(405,)),
    Case("several queries by get", asked=(("query", "ASK {}"), ("query", "ASK {}")), status=(400,), says="one query"),
    Case(
        "several queries by form",
        "POST",
        content=form(("query", "ASK {}"), ("query", "ASK {}")),
        kind=FORM,
        status=(400,),
    ),
    Case("query in body and address", "POST", (("query", "ASK {}"),), b"ASK {}", DIRECT, status=(400,)),
    Case("wrong media type", "POST", content=b"ASK {}", kind="text/plain", status=(415,)),
    Case("form without type", "POST", content=form(("query", "ASK {}")), status=(400, 415)),
    Case("direct without type", "POST", content=b"ASK {}", status=(400, 415)),
    Case("direct not UTF-8", "POST", content="ASK {}".encode("utf-16"), kind=DIRECT, status=(400,), says="not UTF-8"),
    Case("no query", asked=(("x", "1"),), status=(400,), says="one query"),
    Case("bad syntax", asked=(("query", "ASK {"),), status=(400,)),
    Case("bad syntax by post", "POST", content=b"SELECT nothing", kind=DIRECT, status=(400,)),
    Case("an update as a query", asked=(("query", "DROP ALL"),), status=(400,)),
    Case("update by get", asked=(("update", "CLEAR ALL"),), status=(403,), says="updates are refused"),
    Case("update by form", "POST", content=form(("update", "CLEAR ALL")), kind=FORM, status=(403,)),
    Case("update direct", "POST", content=b"CLEAR ALL", kind=UPDATE, status=(415,)),
    Case(
        "update beside a query",
        "POST",
        content=form(("query", "ASK {}"), ("update", "CLEAR ALL")),
        kind=FORM,
        status=(403,),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_protocol(served: str, case: Case) -> None:
    headers = {"accept": case.accept, **({"content-type": case.kind} if case.kind else {})}
    url = f"{served}/sparql?{urlencode(case.asked)}" if case.asked else f"{served}/sparql"
    answer = httpx.request(case.method, url, headers=headers, content=case.content)
    assert answer.status_code in case.status, answer.text
    assert case.says in answer.text
    if case.count is not None:
        assert int(answer.json()["results"]["bindings"][0]["n"]["value"]) == case.count
    if case.answer:
        assert answer.headers["content-type"].partition(";")[0] == case.answer
    if answer.status_code >= 400 and answer.status_code != 405:
        assert answer.headers["content-type"].startswith("text/plain")
        assert len(answer.text.strip().splitlines()) == 1


def test_the_cases_have_names_of_their_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_head(served: str) -> None:
    answer = httpx.head(f"{served}/sparql", params={"query": "ASK {}"})
    assert (answer.status_code, answer.content) == (200, b"")


def test_without_a_query_the_service_describes_itself(served: str) -> None:
    graph = rdflib.Graph().parse(data=httpx.get(f"{served}/sparql").text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = graph.subjects(rdflib.RDF.type, sd.Service)
    assert graph.value(service, sd.endpoint) == rdflib.URIRef(f"{served}/sparql")
    assert sd.BasicFederatedQuery not in set(graph.objects(service, sd.feature))
    named = {str(name) for name in graph.objects(None, sd.name)}
    assert named == {MILL, MOVE, FACTS, "https://byline.example/terms"}


def test_void_counts_what_a_query_counts(served: str) -> None:
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    for path, media in (("/void", "text/turtle"), ("/", "text/turtle"), ("/.well-known/void", "application/n-triples")):
        answer = httpx.get(served + path, headers={"accept": media}, follow_redirects=True)
        graph = rdflib.Graph().parse(data=answer.text, format="nt" if "n-triples" in media else "turtle")
        (dataset,) = graph.subjects(void.sparqlEndpoint, rdflib.URIRef(f"{served}/sparql"))
        # Without DISTINCT, Oxigraph counts a triple of the union once for each graph that it is in.
        query = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?s ?p ?o } }"
        asked = httpx.get(f"{served}/sparql", params={"query": query}, headers={"accept": JSON})
        assert int(asked.json()["results"]["bindings"][0]["n"]["value"]) == int(str(graph.value(dataset, void.triples)))
        dump = httpx.get(str(graph.value(dataset, void.dataDump)), headers={"accept": "application/n-quads"}).text
        assert len(dump.splitlines()) >= int(str(graph.value(dataset, void.triples)))


def test_one_graph_of_the_store(served: str) -> None:
    found = httpx.get(f"{served}/store", params={"graph": MOVE}, headers={"accept": "application/n-triples"})
    asked = httpx.get(f"{served}/{MOVE.removeprefix('https://byline.example/')}.nt")
    assert sorted(found.text.splitlines()) == sorted(asked.text.splitlines())


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::SyntaxWarning")  # SPARQLWrapper's own
def test_sparqlwrapper_asks(served: str) -> None:
    from SPARQLWrapper import JSON as AS_JSON
    from SPARQLWrapper import POST, SPARQLWrapper

    for method in ("GET", POST):
        client = SPARQLWrapper(f"{served}/sparql")
        client.setMethod(method)
        client.setReturnFormat(AS_JSON)
        client.setQuery(CLAIMS)
        found = client.queryAndConvert()
        assert isinstance(found, dict)
        assert int(found["results"]["bindings"][0]["n"]["value"]) == MANY + FEW


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_asks(served: str, method: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{served}/sparql", method=method), identifier=rdflib.URIRef(MOVE))
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(CLAIM)))) == FEW


COMUNICA = Path(__file__).parent / "clients" / "node_modules" / "fetch-sparql-endpoint"


@pytest.mark.skipif(not COMUNICA.exists() or not shutil.which("node"), reason="no npm packages here")
def test_fetch_sparql_endpoint_asks(served: str) -> None:
    script = (
        f"const {{ SparqlEndpointFetcher }} = require({json.dumps(str(COMUNICA))});"
        f"new SparqlEndpointFetcher().fetchBindings({json.dumps(served + '/sparql')}, {json.dumps(CLAIMS)})"
        ".then((rows) => rows.on('data', (row) => console.log(row.n.value)));"
    )
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(MANY + FEW)
