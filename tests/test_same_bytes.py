"""Output is a function of input: neither the order of hashes, nor that of the sources, nor the place or hour shows."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "examples" / "newbury.txt"
MILL = "Mill closes\n\nAda Thorne, the owner of Millbrook Mill, told the council on Friday that the mill would close.\n"
Run = Callable[..., "subprocess.CompletedProcess[str]"]
FILES = ["graph.trig", "claims.jsonl", "explorer.html", "network.graphml"]


@pytest.fixture(scope="module")
def graphs(byline: Run, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same two articles read three times: together, in the other order, and one after the other."""
    folder = tmp_path_factory.mktemp("same")
    (folder / "mill.txt").write_text(MILL, encoding="utf-8")
    ways: dict[str, list[list[str | Path]]]
    ways = {"0": [[EXAMPLE, "mill.txt"]], "1": [["mill.txt", EXAMPLE]], "77": [["mill.txt"], [EXAMPLE], ["mill.txt"]]}
    for seed, builds in ways.items():
        for sources in builds:
            done = byline("build", *sources, "-o", seed, cwd=folder, PYTHONHASHSEED=seed)
            assert done.returncode == 0, done.stderr
    return [folder / seed for seed in ways]


def test_same_bytes_from_several_processes(byline: Run, graphs: list[Path]) -> None:
    place = graphs[0].parent
    assert byline("build", EXAMPLE, "mill.txt", "--workers", "2", "-o", "parallel", cwd=place).returncode == 0
    assert [(place / "parallel" / n).read_bytes() == (graphs[0] / n).read_bytes() for n in FILES] == [True] * 4


@pytest.mark.parametrize("name", FILES)
def test_same_bytes(graphs: list[Path], name: str) -> None:
    first, *others = [(graph / name).read_bytes() for graph in graphs]
    assert first
    assert [other == first for other in others] == [True, True]
