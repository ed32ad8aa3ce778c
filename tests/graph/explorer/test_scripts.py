"""The page's scripts are sound by the types in their comments (TypeScript's checker, where it has been installed)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TSC = HERE / "node_modules" / ".bin" / "tsc"


@pytest.mark.skipif(not TSC.exists(), reason="npm ci in tests/graph/explorer installs the checker")
def test_the_types_of_the_scripts_hold() -> None:
    project = HERE.parents[2] / "graph" / "explorer" / "jsconfig.json"
    done = subprocess.run([TSC, "-p", project], capture_output=True, text=True, check=False)
    assert done.stdout == ""
