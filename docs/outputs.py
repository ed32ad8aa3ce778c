"""Runs the commands of the README and puts what they print beneath them.

    python docs/outputs.py      rewrites README.md

A block that starts with ```console is a session: a line that begins with "$ " is run, with those below it that begin
with "> "; the rest is its output. All sessions run one after another in one new folder that holds the examples. A
server runs until its session ends, on a free port in place of the one shown.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
ADDRESS = "http://127.0.0.1:7878"
SESSION = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
PRELUDE = f'set -o pipefail; byline() {{ {sys.executable} -m byline "$@"; }}\n'


def with_outputs(text: str) -> str:
    """The text with the output of its sessions as it is now.

    Raises CalledProcessError where a command fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return SESSION.sub(lambda found: run_session(found[1], Path(folder)), text)


def run_session(session: str, folder: Path) -> str:
    """A session with the output of its commands as it is now, run in a folder."""
    commands = re.findall(r"^\$ .*(?:\n> .*)*", session, re.MULTILINE)
    address, shown = ADDRESS, []
    with ExitStack() as servers:
        for command in commands:
            if command.startswith("$ byline serve"):
                address = servers.enter_context(_server(command, folder))
                output = f"{address}/\n"
            else:
                output = _output(command.replace(ADDRESS, address), folder)
            shown.append(f"{command}\n{output.replace(address, ADDRESS)}")
    return "".join(shown)


@contextmanager
def _server(command: str, folder: Path) -> Iterator[str]:
    script = f"exec {sys.executable} -m {command.removeprefix('$ ')} --port 0"
    with subprocess.Popen(["bash", "-c", script], cwd=folder, env=_env(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().removesuffix("/")
        finally:
            process.terminate()


def _output(command: str, folder: Path) -> str:
    script = PRELUDE + re.sub("^[$>] ", "", command, flags=re.MULTILINE)
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=_env(), capture_output=True, text=True, check=True)
    return done.stdout


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "110", "BROWSER": "true"}


if __name__ == "__main__":
    README.write_text(with_outputs(README.read_text(encoding="utf-8")), encoding="utf-8")
