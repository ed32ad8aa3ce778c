"""What several rooms' tests share: the command line as a user runs it, and the graph of the example article."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "newbury.txt"

Byline = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def byline() -> Byline:
    """Run `byline` with arguments, in its own process; `stdin`, `cwd` and further environment by keyword."""

    def run(
        *arguments: str | Path,
        stdin: bytes = b"",
        cwd: Path = ROOT,
        limit: Callable[[], None] | None = None,
        **env: str,
    ) -> subprocess.CompletedProcess[str]:
        # No browser opens while `explore` is tested.
        surroundings = {**os.environ, "BROWSER": "true", "PYTHONPATH": str(ROOT), "COLUMNS": "120", **env}
        command = [sys.executable, "-m", "byline", *map(str, arguments)]
        done = subprocess.run(
            command, check=False, input=stdin, capture_output=True, cwd=cwd, env=surroundings, preexec_fn=limit
        )
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def newbury(byline: Byline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the example article, for reading only."""
    folder = tmp_path_factory.mktemp("example") / "newbury"
    done = byline("build", EXAMPLE, "--published", "2023-03-20", "-o", folder)
    assert done.returncode == 0, done.stderr
    return folder
