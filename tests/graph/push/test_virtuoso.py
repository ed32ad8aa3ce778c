"""Pushing to Virtuoso, which asks for a Digest, and writes numbers in its own way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import remove_article, write_graph
from graph.folder import graph_quads
from graph.push import push_graph
from graph.push.graph_store import GraphStore
from graph.push.manifest import manifest_iri, split_graphs
from graph.push.sparql_update import SparqlUpdate
from graph.remote import Credentials, open_remote
from tests.graph.push.stores import SOON, VIRTUOSO, gate, many, slowly, virtuoso
from tests.graph.sample import MOVE_NEWS, ONTOLOGY, READINGS

ROOT = Path(__file__).parents[3]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if VIRTUOSO is None:
        pytest.skip("no Virtuoso: apt-get install virtuoso-opensource-7-bin")
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


DBA = Credentials("dba", "dba")


@pytest.mark.parametrize("way", ["/sparql-graph-crud-auth", "/sparql-auth"])
def test_virtuoso_takes_a_graph_by_digest(debian: str, tmp_path: Path, way: str) -> None:
    base = f"https://virtuoso.example{way}/"
    folder = tmp_path / "g"
    write_graph(folder, READINGS, ONTOLOGY, base=base, views={})
    with open_remote(f"{debian}{way}", DBA, SOON) as remote:
        first = push_graph(folder, remote)
        assert isinstance(first.store, GraphStore if "crud" in way else SparqlUpdate)
        first.carry_out()
        again = push_graph(folder, remote)
        assert (again.plan.sent, again.plan.deleted) == ((), ())
        for mine in split_graphs(graph_quads(folder)):
            theirs = first.store.read(mine.iri) or []
            assert len(theirs) == len(mine.lines)
            assert texts(theirs) == texts(q.triple for q in graph_quads(folder) if str(q.graph_name) == f"<{mine.iri}>")
        remove_article(folder, MOVE_NEWS.iri, ONTOLOGY, views={})
        push_graph(folder, remote).carry_out()
        assert first.store.read(MOVE_NEWS.iri) is None
        assert first.store.read(manifest_iri(base))


def texts(triples: Iterable[ox.Triple]) -> set[tuple[str, str, str]]:
    """The triples whose objects are no numbers, which Virtuoso writes in its own way."""
    kinds = (ox.NamedNode, ox.Literal)
    plain = [t for t in triples if not (isinstance(t.object, ox.Literal) and "#string" not in str(t.object.datatype))]
    return {(str(t.subject), str(t.predicate), t.object.value) for t in plain if isinstance(t.object, kinds)}


def test_virtuoso_killed_push_is_resumed_by_digest(debian: str, tmp_path: Path, byline: Run) -> None:
    folder = many(tmp_path / "many", 30)
    who = {"BYLINE_USER": "dba", "BYLINE_PASSWORD": "dba"}
    with gate(debian, slowly) as between:
        command = [sys.executable, "-m", "byline", "push", str(folder), f"{between.address}/sparql-graph-crud-auth"]
        with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **who, "PYTHONPATH": str(ROOT)}) as pushing:
            while len(between.writes) < 24:
                time.sleep(0.01)
            pushing.send_signal(signal.SIGKILL)
    address = f"{debian}/sparql-graph-crud-auth"
    left = byline("push", folder, address, "--dry-run", **who).stdout.splitlines()
    assert 1 < len(left) < 33
    assert byline("push", folder, address, **who).returncode == 0
    assert byline("push", folder, address, **who).stdout == "nothing to send: all 32 graphs are there\n"
    with open_remote(address, DBA, SOON) as remote:
        store = GraphStore(remote)
        wanted = {mine.iri: len(mine.lines) for mine in split_graphs(graph_quads(folder))}
        assert {iri: len(store.read(iri) or []) for iri in wanted} == wanted


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ({}, "401 Unauthorized: it wants to know who you are: set BYLINE_USER and BYLINE_PASSWORD, or BYLINE_TOKEN"),
        (
            {"BYLINE_USER": "dba", "BYLINE_PASSWORD": "se/cret"},
            "it does not admit you: check BYLINE_USER and BYLINE_PASS",
        ),
    ],
)
def test_virtuoso_admits_nobody_else(
    debian: str, sample_graph: Path, byline: Run, who: dict[str, str], message: str
) -> None:
    done = byline("push", sample_graph, f"{debian}/sparql-graph-crud-auth", **who)
    assert done.returncode == 1
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert "se/cret" not in done.stderr + done.stdout
