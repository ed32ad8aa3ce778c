"""The page's scripts are sound by the types in their comments and by a linter (where npm has installed the two)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
BIN = HERE / "node_modules" / ".bin"
CHECKS: dict[str, list[str | Path]] = {
    "types": [BIN / "tsc", "-p", ROOT / "graph" / "explorer" / "jsconfig.json"],
    "rules": [BIN / "eslint", "--config", HERE / "eslint.config.mjs", "--max-warnings=0", "graph/explorer/scripts"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_scripts_are_sound(check: str) -> None:
    command = CHECKS[check]
    if not Path(command[0]).exists():
        pytest.skip("npm ci in tests/graph/explorer installs the checkers")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_lock_names_no_host() -> None:
    assert "http" not in (HERE / "package-lock.json").read_text(encoding="utf-8")
