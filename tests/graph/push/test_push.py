"""Pushing to real stores: all of a graph, then only what has changed, and exactly that after any accident."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from graph import remove_article, write_graph
from graph.folder import graph_quads
from graph.push import push_graph
from graph.remote import Credentials, open_remote
from ontology import BASE, RemoteError
from tests.graph.push.stores import SOON, gate, held, many, oxigraph, slowly
from tests.graph.sample import MILL_NEWS, MILL_READING, MOVE_NEWS, MOVE_READING, ONTOLOGY, READINGS

ROOT = Path(__file__).parents[3]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    write_graph(tmp_path / "g", READINGS, ONTOLOGY, views={})
    return tmp_path / "g"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with oxigraph(tmp_path / "oxigraph") as address:
        yield address


def push(graph: Path, address: str, query: str = "", *, everything: bool = False) -> tuple[int, int, int]:
    """How many graphs were sent, deleted and left alone."""
    with open_remote(address, Credentials(), SOON) as remote:
        found = push_graph(graph, remote, query=query, everything=everything)
        found.carry_out()
    return len(found.plan.sent), len(found.plan.deleted), len(found.plan.kept)


def local(graph: Path) -> set[ox.Quad]:
    return set(graph_quads(graph))


@pytest.mark.parametrize("ways", [("/store", ""), ("/update", "/query")])
def test_only_what_has_changed_is_sent(graph: Path, server: str, ways: tuple[str, str]) -> None:
    update, query = (f"{server}{way}" if way else "" for way in ways)
    assert push(graph, update, query) == (4, 0, 0)
    assert held(server) == local(graph)
    assert push(graph, update, query) == (0, 0, 4)
    write_graph(graph, [replace(MILL_READING, claims=MILL_READING.claims[:-1])], ONTOLOGY, views={})
    assert push(graph, update, query) == (3, 0, 1)
    assert held(server) == local(graph)
    remove_article(graph, MOVE_NEWS.iri, ONTOLOGY, views={})
    sent, deleted, _ = push(graph, update, query)
    assert (sent, deleted) == (1, 1)
    assert held(server) == local(graph)


def test_a_push_from_another_machine_goes_on_by_what_the_store_says(graph: Path, server: str, tmp_path: Path) -> None:
    push(graph, f"{server}/store")
    write_graph(tmp_path / "h", READINGS, ONTOLOGY, views={})
    assert push(tmp_path / "h", f"{server}/store") == (0, 0, 4)


def test_the_first_push_is_one_request_for_many_graphs(graph: Path, server: str) -> None:
    with gate(server) as between:
        push(graph, f"{between.address}/store")
    assert next(where for method, where in between.writes if method == "POST") == "/store"
    assert [method for method, _ in between.writes] == ["PUT", "POST", "POST", "PUT"]


def test_a_push_with_nothing_to_do_only_reads(graph: Path, server: str) -> None:
    push(graph, f"{server}/store")
    with gate(server) as between:
        push(graph, f"{between.address}/store")
    assert between.writes == []


def test_what_others_keep_in_the_store_stays(graph: Path, server: str) -> None:
    theirs = {"Content-Type": "application/n-quads"}
    httpx.post(f"{server}/store", content=b"<urn:a> <urn:b> <urn:c> <urn:theirs> .", headers=theirs, trust_env=False)
    push(graph, f"{server}/store")
    remove_article(graph, MILL_NEWS.iri, ONTOLOGY, views={})
    push(graph, f"{server}/store")
    assert {str(q.graph_name) for q in held(server) - local(graph)} == {"<urn:theirs>"}


def test_a_graph_that_was_loaded_by_hand_is_replaced_and_not_added_to(graph: Path, server: str) -> None:
    write_graph(graph.parent / "old", [replace(MILL_READING, claims=())], ONTOLOGY, views={})
    data = ox.serialize(graph_quads(graph.parent / "old"), format=ox.RdfFormat.N_QUADS)
    kind = {"Content-Type": "application/n-quads"}
    httpx.post(f"{server}/store", content=data, headers=kind, trust_env=False).raise_for_status()
    assert push(graph, f"{server}/store") == (4, 0, 0)
    assert held(server) == local(graph)


def test_all_is_sent_again_where_the_store_was_changed_by_hand(graph: Path, server: str) -> None:
    push(graph, f"{server}/store")
    httpx.delete(f"{server}/store", params={"graph": MILL_NEWS.iri}, trust_env=False).raise_for_status()
    assert push(graph, f"{server}/store") == (0, 0, 4)
    assert push(graph, f"{server}/store", everything=True) == (4, 0, 0)
    assert held(server) == local(graph)


def test_two_bases_share_a_store(graph: Path, server: str, tmp_path: Path) -> None:
    write_graph(tmp_path / "h", [MOVE_READING], ONTOLOGY, base="https://news.example/", views={})
    push(graph, f"{server}/store")
    push(tmp_path / "h", f"{server}/store")
    assert held(server) == local(graph) | local(tmp_path / "h")


@pytest.mark.parametrize("after", range(1, 10))
def test_a_server_that_fails_after_any_request_is_made_up_for(graph: Path, server: str, after: int) -> None:
    """The first push is stopped before each of its requests in turn, with the bulk and without."""
    write_graph(graph.parent / "old", [MOVE_READING], ONTOLOGY, views={})
    if after % 2:
        push(graph.parent / "old", f"{server}/store")
    # Where there are fewer requests than that, the push succeeds.
    with gate(server, lambda n: (503, {}) if n > after else None) as between, suppress(RemoteError):
        push(graph, f"{between.address}/store")
    push(graph, f"{server}/store")
    assert held(server) == local(graph)
    assert push(graph, f"{server}/store") == (0, 0, 4)


@pytest.mark.parametrize("ways", [("/store", []), ("/update", ["--query", "/query"])])
def test_a_push_that_is_killed_is_completed_by_the_next(
    server: str, tmp_path: Path, ways: tuple[str, list[str]], byline: Run
) -> None:
    folder = many(tmp_path / "many", 40)
    push(many(tmp_path / "less", 1), f"{server}/store")  # so that the graphs come one by one
    with gate(server, slowly) as between:
        way = [f"{between.address}{part}" if part.startswith("/") else part for part in (ways[0], *ways[1])]
        command = [sys.executable, "-m", "byline", "push", str(folder), *way]
        with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}) as pushing:
            while len(between.writes) < 25:
                time.sleep(0.01)
            pushing.send_signal(signal.SIGKILL)
    assert held(server) != local(folder)
    left = byline("push", folder, f"{server}/store", "--dry-run").stdout.splitlines()
    assert 1 < len(left) < 42
    assert byline("push", folder, f"{server}/store").returncode == 0
    assert held(server) == local(folder)
    assert byline("push", folder, f"{server}/store").stdout == "nothing to send: all 42 graphs are there\n"


def test_a_store_that_is_killed_goes_on_after_its_return(tmp_path: Path) -> None:
    folder = many(tmp_path / "many", 40)
    with oxigraph(tmp_path / "oxigraph", stop=signal.SIGKILL) as address:
        push(many(tmp_path / "less", 1), f"{address}/store")
        with gate(address, lambda n: (503, {}) if n > 25 else None) as between, pytest.raises(RemoteError, match="503"):
            push(folder, f"{between.address}/store")
    with oxigraph(tmp_path / "oxigraph") as address:
        sent, _, kept = push(folder, f"{address}/store")
        assert sent + kept == 42
        assert kept >= 16
        assert held(address) == local(folder)


def test_the_command_says_what_it_does(graph: Path, server: str, byline: Run) -> None:
    dry = byline("push", graph, f"{server}/store", "--dry-run").stdout
    assert dry.startswith(f"+ {MOVE_NEWS.iri}\n+ {MILL_NEWS.iri}\n+ {BASE}facts\n+ {BASE}terms\nwould send 4 graphs (")
    assert held(server) == set()
    assert byline("push", graph, f"{server}/store").stdout.startswith("sent 4 graphs (")
    remove_article(graph, MOVE_NEWS.iri, ONTOLOGY, views={})
    dry = byline("push", graph, f"{server}/store", "--dry-run").stdout
    assert f"~ {BASE}facts\n" in dry
    assert f"- {MOVE_NEWS.iri}\n" in dry


WRONG = [
    ("/update", "answers, but not as a Graph Store"),
    ("/query", "(The URL query parameter update must be set)"),
    ("/nothing", "404: no graph can be put there: give the address of its Graph Store"),
]


@pytest.mark.parametrize(("way", "message"), WRONG)
def test_a_wrong_address_is_one_line(graph: Path, server: str, way: str, message: str) -> None:
    with pytest.raises(RemoteError) as error:
        push(graph, f"{server}{way}")
    assert "\n" not in str(error.value)
    assert held(server) == set()
    if way != "/query":
        assert message in str(error.value)


def test_the_address_for_queries_is_on_the_same_server(graph: Path, server: str) -> None:
    with gate(server) as other, pytest.raises(RemoteError, match="must lead to the server of"):
        push(graph, f"{server}/update", f"{other.address}/query")
    assert other.seen == []


def test_statements_of_rdf4j_are_never_put(graph: Path, server: str) -> None:
    with gate(server, lambda _: (404, {})) as between, pytest.raises(RemoteError, match="404"):
        push(graph, f"{between.address}/repositories/news/statements")
    assert [(method, where) for method, where, _ in between.seen] == [("POST", "/repositories/news")]
