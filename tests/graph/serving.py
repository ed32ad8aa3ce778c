"""A real `byline serve` for tests: its process, its address, and the Oxigraph that it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Served:
    """A running server; `address` has no slash at its end."""

    process: subprocess.Popen[str]
    address: str

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    @property
    def engine(self) -> int:
        """The process of Oxigraph's server."""
        pid = self.process.pid
        (child,) = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        return int(child)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """The exit code and what it said on standard error."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


@contextmanager
def serving(graph: Path, *options: str, **env: str) -> Iterator[Served]:
    """Serve a graph on a free port of the loopback until the block ends."""
    command = [sys.executable, "-m", "byline", "serve", str(graph), "--port", "0", *options]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=surroundings
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stderr is not None
            line = process.stdout.readline().strip()
            assert line, process.stderr.read()
            yield Served(process, line.removesuffix("/"))
        finally:
            process.terminate()
            process.communicate(timeout=20)


def is_alive(pid: int) -> bool:
    """Whether a process runs; a dead one that nobody has waited for runs no more."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
