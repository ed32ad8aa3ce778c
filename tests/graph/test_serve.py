"""The server from its start to its end: it says where it is, needs no live store, and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from graph import write_graph
from tests.graph.sample import MOVE_READING, ONTOLOGY, READINGS
from tests.graph.serving import ROOT, is_alive, serving

Run = Callable[..., "subprocess.CompletedProcess[str]"]
COUNT = {"query": "SELECT (COUNT(*) AS ?n) { ?c a <https://byline.example/ontology#Claim> }"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_both_processes(sample_graph: Path, tmp_path: Path, number: signal.Signals) -> None:
    with serving(sample_graph, TMPDIR=str(tmp_path)) as server:
        assert httpx.get(f"{server.address}/sparql", params={"query": "ASK {}"}).status_code == 200
        engine = server.engine
        assert list(tmp_path.iterdir())
        assert server.stop(number) == (0, "")
        assert not is_alive(engine)
        assert not list(tmp_path.iterdir())
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.address)


def test_a_signal_stops_what_is_being_answered(sample_graph: Path) -> None:
    with serving(sample_graph) as server, socket.create_connection(("127.0.0.1", server.port)) as connection:
        query = "SELECT%20*%7B?a%20?b%20?c.?d%20?e%20?f.?g%20?h%20?i%7D"
        connection.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert connection.recv(1000).startswith(b"HTTP/1.1 200")
        engine = server.engine
        code, _ = server.stop()
        assert code == 0
        assert not is_alive(engine)


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="only Linux ends a program with its starter")
def test_a_killed_server_takes_oxigraph_with_it(sample_graph: Path) -> None:
    with serving(sample_graph) as server:
        engine = server.engine
        server.process.kill()
        server.process.wait(20)
        until = time.monotonic() + 20
        while is_alive(engine) and time.monotonic() < until:
            time.sleep(0.02)
        assert not is_alive(engine)


def test_a_dead_oxigraph_is_one_clear_line(sample_graph: Path, tmp_path: Path) -> None:
    with serving(sample_graph, TMPDIR=str(tmp_path)) as server:
        os.kill(server.engine, signal.SIGKILL)
        _, said = server.process.communicate(timeout=20)
        assert server.process.returncode == 1
    assert said == "byline: Oxigraph's server has stopped (exit code -9): serve the graph again\n"
    assert not list(tmp_path.iterdir())


def test_a_build_meanwhile_disturbs_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    write_graph(folder, [MOVE_READING], ONTOLOGY)
    with serving(folder) as server:
        write_graph(folder, READINGS, ONTOLOGY)
        first = httpx.get(f"{server.address}/sparql", params=COUNT).json()
        shutil.rmtree(folder)
        assert httpx.get(f"{server.address}/sparql", params=COUNT).json() == first
        assert first["results"]["bindings"][0]["n"]["value"] == str(len(MOVE_READING.claims))
        assert httpx.get(f"{server.address}/contents").status_code == 200


def test_no_graph(byline: Run, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/cat.jpg").write_bytes(b"a cat")
    for name, message in (("nowhere", "no such graph folder"), ("photos", "no Byline graph")):
        done = byline("serve", tmp_path / name, "--port", "0")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert message in done.stderr


def test_a_port_in_use(byline: Run, sample_graph: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = byline("serve", sample_graph, "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"byline: 127.0.0.1:{port}: cannot be listened on (Address already in use")
    assert done.stderr.count("\n") == 1


def test_a_host_that_is_none(byline: Run, sample_graph: Path) -> None:
    done = byline("serve", sample_graph, "--port", "0", "--host", "192.0.2.1")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "choose another --port or --host" in done.stderr


def test_no_oxigraph(sample_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python"
    python.symlink_to(Path(sys.executable).resolve())
    env = {"PYTHONPATH": f"{ROOT}:{sysconfig.get_path('purelib')}", "PATH": str(tmp_path / "bin")}
    command = [str(python), "-m", "byline", "serve", str(sample_graph), "--port", "0"]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "byline: the program `oxigraph` is missing: `pip install oxigraph` brings it\n"


@pytest.mark.parametrize("option", [["--port", "65536"], ["--timeout", "0"], ["--max-body", "-1"]])
def test_bad_options(byline: Run, sample_graph: Path, option: list[str]) -> None:
    assert byline("serve", sample_graph, *option).returncode == 2
