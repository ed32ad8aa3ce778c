"""Real stores on this machine to push to, each ended with the test that started it; and a gate in front of one."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pyoxigraph as ox

from graph import write_graph
from graph.remote import Patience
from ontology import BASE
from tests.graph.sample import MOVE_NEWS, MOVE_READING, ONTOLOGY

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
SOON = Patience(attempts=3, pause=0.01, timeout=10)
VIRTUOSO = shutil.which("virtuoso-t")
SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 5000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = .
"""


def slowly(_: int) -> None:
    """Let a request pass after a moment, so that a push can be killed in the middle."""
    time.sleep(0.02)


def many(folder: Path, count: int) -> Path:
    """A graph of many small articles, each with its own graph."""
    readings = [
        replace(MOVE_READING, article=replace(MOVE_NEWS, iri=f"{BASE}article/{i:03}"), claims=()) for i in range(count)
    ]
    write_graph(folder, readings, ONTOLOGY, views={})
    return folder


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path, address: str, stop: signal.Signals = signal.SIGTERM) -> Iterator[None]:
    """A server that answers at its address until the block ends."""
    with (folder / "output.txt").open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + 90
        while not _answers(address):
            assert server.poll() is None, (folder / "output.txt").read_text(encoding="utf-8")
            assert time.monotonic() < deadline, f"nobody answers at {address}"
            time.sleep(0.05)
        yield
    finally:
        server.send_signal(stop)
        server.wait(60)


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=5, trust_env=False).status_code < 500
    except httpx.TransportError:
        return False


@contextmanager
def oxigraph(folder: Path, port: int = 0, stop: signal.Signals = signal.SIGTERM) -> Iterator[str]:
    """An Oxigraph server on a folder: its root address."""
    folder.mkdir(exist_ok=True)
    address = f"http://127.0.0.1:{port or free_port()}"
    bind = address.removeprefix("http://")
    with running([str(OXIGRAPH), "serve", "--location", "store", "--bind", bind], folder, f"{address}/query", stop):
        yield address


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """A Virtuoso server with a new database, whose user dba has the password dba: its root address."""
    folder.mkdir(exist_ok=True)
    port = free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=free_port(), web=port), encoding="utf-8")
    address = f"http://127.0.0.1:{port}"
    command = [str(VIRTUOSO), "+foreground", "+configfile", "virtuoso.ini"]
    with running(command, folder, f"{address}/sparql", signal.SIGKILL):
        yield address


def held(address: str) -> set[ox.Quad]:
    """Everything in an Oxigraph server but the manifest."""
    answer = httpx.get(f"{address}/store", headers={"Accept": "application/n-quads"}, trust_env=False)
    quads = ox.parse(answer.content, format=ox.RdfFormat.N_QUADS)
    return {q for q in quads if not str(q.graph_name).endswith("pushed>")}


@dataclass
class Gate:
    """What stands before a server and passes requests on, unless `decide` answers one itself.

    `decide` gets the number of the request and gives a status and headers, or None to let it pass. What the server said
    and was asked is in `seen`: method, address with parameters, Authorization.
    """

    decide: Callable[[int], tuple[int, dict[str, str]] | None] = lambda _: None
    address: str = ""
    seen: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def writes(self) -> list[tuple[str, str]]:
        """The requests that change something."""
        return [(method, where) for method, where, _ in self.seen if method != "GET"]


@contextmanager
def gate(target: str, decide: Callable[[int], tuple[int, dict[str, str]] | None] = lambda _: None) -> Iterator[Gate]:
    """A gate in front of a server."""
    this = Gate(decide)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            with suppress(ConnectionError):
                super().handle_one_request()

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            this.seen.append((self.command, self.path, self.headers.get("Authorization", "")))
            decided = this.decide(len(this.seen))
            if decided is not None:
                self._answer(decided[0], decided[1], b"busy with\nsomething \x1b[31melse")
                return
            kept = {k: v for k, v in self.headers.items() if k in ("Content-Type", "Accept", "Authorization")}
            answer = httpx.request(self.command, f"{target}{self.path}", content=body, headers=kept, trust_env=False)
            names = ("content-type", "www-authenticate")
            self._answer(
                answer.status_code, {k: v for k, v in answer.headers.items() if k.lower() in names}, answer.content
            )

        do_GET = do_PUT = do_POST = do_DELETE = _pass  # noqa: N815

        def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if status != 204:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        this.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield this
        finally:
            server.shutdown()
            thread.join()
