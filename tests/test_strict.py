"""A build that breaks the ontology's shapes says so and goes on; a strict one writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from byline import build
from ontology import ShapeError

Run = Callable[..., "CompletedProcess[str]"]
EXAMPLE = Path(__file__).parent.parent / "examples" / "newbury.txt"
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .
[] a sh:NodeShape ; sh:targetClass schema:Person ;
    sh:property [ sh:path schema:telephone ; sh:minCount 1 ; sh:message "a person has a telephone" ] .
"""


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    path = tmp_path / "shapes.ttl"
    path.write_text(SHAPES, encoding="utf-8")
    return path


def test_a_build_says_what_is_wrong_and_goes_on(byline: Run, tmp_path: Path, shapes: Path) -> None:
    done = byline("build", EXAMPLE, "--ontology", shapes, "-o", tmp_path / "g")
    lines = done.stderr.splitlines()
    assert done.returncode == 0
    assert (tmp_path / "g" / "explorer.html").is_file()
    assert len(lines) == 6
    assert all(line.startswith("byline: <https://byline.example/") for line in lines[:5])
    assert all(line.endswith(">: a person has a telephone") for line in lines[:5])
    assert lines[5].startswith("byline: and ")
    assert lines[5].endswith(" more violations of the ontology's shapes")


def test_a_strict_build_writes_nothing(byline: Run, tmp_path: Path, shapes: Path) -> None:
    done = byline("build", EXAMPLE, "--ontology", shapes, "--strict", "-o", tmp_path / "g")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith("byline: nothing is written: ")
    assert len(done.stderr.splitlines()) == 7
    assert not (tmp_path / "g").exists()


def test_a_strict_build_leaves_the_old_graph(tmp_path: Path, shapes: Path) -> None:
    (tmp_path / "a.txt").write_text("Mill closes\n\nAda Thorne owns Millbrook Mill.\n", encoding="utf-8")
    build([str(tmp_path / "a.txt")], tmp_path / "g", strict=True)
    before = (tmp_path / "g" / "graph.trig").read_bytes()
    (tmp_path / "b.txt").write_text("Mill sold\n\nAda Thorne sold Millbrook Mill.\n", encoding="utf-8")
    with pytest.raises(ShapeError, match="nothing is written: ") as caught:
        build([str(tmp_path / "b.txt")], tmp_path / "g", ontology=[shapes], strict=True)
    assert {violation.partition(">: ")[2] for violation in caught.value.violations} == {"a person has a telephone"}
    assert (tmp_path / "g" / "graph.trig").read_bytes() == before


def test_a_good_strict_build_is_silent(byline: Run, tmp_path: Path) -> None:
    done = byline("build", EXAMPLE, "--strict", "--infer", "-o", tmp_path / "g")
    assert (done.returncode, done.stderr) == (0, "")
    assert byline("verify", tmp_path / "g").returncode == 0
    found = byline("query", tmp_path / "g", 'ASK { ?a rdfs:label "Ruth Perry" ; schema:sibling ?b }', "-f", "json")
    assert '"boolean":true' in found.stdout.replace(" ", "")
