"""Oxigraph's own server, as a process of ours that reads a snapshot and that nobody but us is meant to ask."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ontology import ServeError

__all__ = ["Engine", "engine"]

_LOOPBACK = "127.0.0.1"
_PATIENCE = 30


@dataclass(frozen=True)
class Engine:
    """A running Oxigraph server and the port of the loopback that it listens on."""

    process: subprocess.Popen[bytes]
    port: int
    host: str = _LOOPBACK

    @property
    def death(self) -> str | None:
        """What to say where it runs no more."""
        code = self.process.poll()
        return None if code is None else f"Oxigraph's server has stopped (exit code {code}): serve the graph again"


@contextmanager
def engine(snapshot: Path, timeout: int) -> Iterator[Engine]:
    """Run Oxigraph's server on a snapshot, and stop it at the end.

    Raises ServeError where it is not installed or does not start.
    """
    found = _start(_program(), snapshot, timeout)
    try:
        _await(found)
        yield found
    finally:
        _stop(found.process)


def _program() -> str:
    beside = Path(sys.executable).parent
    program = shutil.which("oxigraph", path=beside) or shutil.which("oxigraph")
    if program is None:
        raise ServeError("the program `oxigraph` is missing: `pip install oxigraph` brings it")
    return program


def _with_us() -> list[str]:
    """What makes Linux end a program with the one that started it, even if that one is killed."""
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    return [setpriv, "--pdeathsig", "TERM"] if setpriv else []


def _start(program: str, snapshot: Path, timeout: int) -> Engine:
    # It cannot be asked which port it took, so it is given one that was free just now.
    with socket.create_server((_LOOPBACK, 0)) as free:
        port = free.getsockname()[1]
    place = ["--location", str(snapshot), "--bind", f"{_LOOPBACK}:{port}"]
    command = [*_with_us(), program, "serve-read-only", *place, "--timeout-s", str(timeout)]
    try:
        # In a session of its own Ctrl-C does not reach it: it has to outlive the answers that are on their way.
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError as exc:
        raise ServeError(f"{program}: cannot be run ({exc.strerror}): install the package `oxigraph` again") from exc
    return Engine(process, port)


def _await(found: Engine) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if found.death:
            raise ServeError(found.death)
        with suppress(OSError), socket.create_connection((_LOOPBACK, found.port), timeout=1):
            return
        time.sleep(0.02)
    raise ServeError(f"Oxigraph's server does not answer after {_PATIENCE} seconds: serve the graph again")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
