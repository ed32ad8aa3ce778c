"""Reconciliation services: a small one on this machine, asked as OpenRefine asks, and what it may answer amiss."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from graph import query, verify_graph
from graph.folder import TRIG
from graph.link import link_graph
from graph.links import Candidate
from graph.remote import Patience
from ontology import RemoteError
from tests.graph.sample import GREY, HARROW, MILL, MILLBROOK, ONTOLOGY, THORNE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
MANIFEST = {
    "versions": ["0.1", "0.2"],
    "name": "Known",
    "identifierSpace": "https://known.example/entity/",
    "schemaSpace": "https://schema.org/",
}
PERSON = {"id": "Person", "name": "human"}
KNOWN: dict[str, list[dict[str, Any]]] = {
    "Ada Thorne": [
        {"id": "1", "name": "Ada Thorne", "score": 100, "match": True, "type": [PERSON]},
        {"id": "2", "name": "Ada Thorn Hill", "score": 50, "match": False, "type": [{"id": "Place", "name": "place"}]},
    ],
    "Harrow": [
        {"id": "3", "name": "Harrow", "score": 80, "match": False},
        {"id": "4", "name": "Harrow", "score": 79, "match": False},
    ],
    # Under a name that is not like it, but that the service is sure of.
    "Grey & Sons": [{"id": "https://other.example/g", "name": "G. Holdings plc", "score": 97.5, "match": True}],
    "Millbrook": [{"id": "5", "name": "Millbrook", "score": 90, "match": True, "type": [PERSON]}],
    "Millbrook Mill": [{"id": "6", "name": "Windmill", "score": 30, "match": False}],
}


@dataclass
class Service:
    """What a service answers, and what it was asked."""

    manifest: Any
    known: Any
    address: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)


@contextmanager
def service(manifest: Any = None, known: Any = None) -> Iterator[Service]:
    this = Service(MANIFEST if manifest is None else manifest, KNOWN if known is None else known)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(this.manifest)

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            queries = json.loads(form["queries"][0])
            this.asked.append(queries)
            this.headers.append(self.headers.get("Authorization", ""))
            if callable(this.known):
                self.answer(this.known(queries))
            else:
                self.answer({key: {"result": this.known.get(each["query"], [])} for key, each in queries.items()})

        def answer(self, content: Any) -> None:
            body = content.encode() if isinstance(content, str) else json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        this.address = f"http://127.0.0.1:{server.server_port}/reconcile"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield this
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def graph(sample_graph: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample_graph, tmp_path / "g")


def link(graph: Path, address: str) -> dict[str, list[Candidate]]:
    found = link_graph(graph, address, ONTOLOGY, threshold=0.9, patience=Patience(2, 0.01, 5))
    return {entity: [c for c in found if c.entity == entity] for entity in {c.entity for c in found}}


def test_a_service_is_asked_for_names(graph: Path) -> None:
    with service() as known:
        found = link(graph, known.address)
    names = [each["query"] for queries in known.asked for each in queries.values()]
    assert sorted(names) == ["Ada Thorne", "Bo Ekström", "Grey & Sons", "Harrow", "Millbrook", "Millbrook Mill", "Wend"]
    (thorne,) = found[THORNE.iri]
    assert (thorne.iri, thorne.score, thorne.same) == ("https://known.example/entity/1", 1.0, True)
    assert thorne.authority == known.address
    assert [c.same for c in found[HARROW.iri]] == [False, False]
    (grey,) = found[GREY.iri]
    assert (grey.iri, grey.score, grey.same) == ("https://other.example/g", 0.926, True)
    assert grey.reason.startswith("the authority takes it for 'G. Holdings plc'")
    assert {MILLBROOK.iri, MILL.iri} & set(found) == set()
    assert len(query(graph, "SELECT * { ?s owl:sameAs ?o }").rows) == 2
    assert verify_graph(graph) == []


def test_identifiers_become_iris_as_the_service_says(graph: Path) -> None:
    manifest = {**MANIFEST, "identifierSpace": "urn-space", "view": {"url": "https://known.example/show?id={{id}}"}}
    with service(manifest) as known:
        assert link(graph, known.address)[THORNE.iri][0].iri == "https://known.example/show?id=1"
    with service({"name": "Known", "identifierSpace": "x"}) as known:
        assert THORNE.iri not in link(graph, known.address)


def test_no_service_is_told_who_one_is(graph: Path, byline: Run) -> None:
    who = {"BYLINE_TOKEN": "t0k", "BYLINE_USER": "me", "BYLINE_PASSWORD": "secret"}
    with service() as known:
        done = byline("link", graph, known.address, **who)
    assert done.stdout == "4 candidates for 3 names, 2 of them the same\n"
    assert set(known.headers) == {""}


WRONG = [
    ("<html>", None, "answers, but not in JSON"),
    ([], None, "does not understand what it was asked"),
    ({}, None, "answers, but not as a Reconciliation service"),
    ({**MANIFEST, "versions": ["7"]}, None, r"speaks \['7'\] of the Reconciliation API, and Byline 0.1 and 0.2"),
    (None, lambda _: {"status": "error", "message": "no such\nthing"}, "does not understand what it was asked"),
    (None, lambda _: {}, "an answer lacks its result"),
    (None, lambda queries: {key: {"result": [{"id": "1"}]} for key in queries}, "an answer lacks its result"),
    (None, lambda queries: {key: {"result": "x"} for key in queries}, "an answer lacks its result"),
]


@pytest.mark.parametrize(("manifest", "known", "message"), WRONG)
def test_a_wrong_answer_is_one_line_and_the_graph_as_it_was(
    graph: Path, manifest: Any, known: Any, message: str
) -> None:
    before = (graph / TRIG).read_bytes()
    with service(manifest, known) as there, pytest.raises(RemoteError, match=message) as error:
        link(graph, there.address)
    assert "\n" not in str(error.value)
    assert (graph / TRIG).read_bytes() == before


def test_no_service_there_is_one_line(graph: Path, byline: Run) -> None:
    done = byline("link", graph, "http://127.0.0.1:9/reconcile")
    assert done.returncode == 1
    assert "nobody answers" in done.stderr
    assert done.stderr.count("\n") == 1
