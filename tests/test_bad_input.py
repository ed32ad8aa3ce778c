"""Whatever is wrong is one clear line, and the graph that was there before is still there, to the byte."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOOD = "Mill closes\n\nAda Thorne, the owner of Millbrook Mill, said on Friday that the mill would close.\n"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def built(byline: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a good article and its graph `g`."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    assert byline("build", "good.txt", "-o", "g", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Path:
    """A copy of it, to do harm to."""
    return shutil.copytree(built, tmp_path / "place")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def assert_refused(done: subprocess.CompletedProcess[str], message: str, code: int = 1) -> None:
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert message in done.stderr
    if code == 1:
        assert done.stderr.startswith("byline: ")
        assert done.stderr.count("\n") == 1


SOURCES = [
    ("missing.txt", None, "missing.txt: no such file"),
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "empty"),
    ("image.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
    ("latin.txt", "Café closes\n".encode("latin-1"), "not UTF-8 (byte 0xe9 at offset 3)"),
    ("wide.txt", "Café closes\n".encode("utf-16"), "iconv -f UTF-16"),
    ("one-line.txt", b"word " * 1_000_000, "5,000,000 characters"),
    ("https://paper.example/a", None, "an address"),
    (".", None, "a directory"),
    ("-", b"", "empty"),
]


@pytest.mark.parametrize(("source", "data", "message"), SOURCES, ids=[s[0] for s in SOURCES])
def test_bad_source_beside_a_good_one(byline: Run, place: Path, source: str, data: bytes | None, message: str) -> None:
    if data is not None and source != "-":
        (place / source).write_bytes(data)
    before = contents(place)
    assert_refused(byline("build", "good.txt", source, "-o", "g", cwd=place), message)
    assert contents(place) == before


def test_several_processes_without_a_model(byline: Run, place: Path) -> None:
    (place / "more.txt").write_text(GOOD.replace("Friday", "Monday"), encoding="utf-8")
    options = ["--workers", "2", "--model", "no_such_model"]
    assert_refused(byline("build", "good.txt", "more.txt", "-o", "g", *options, cwd=place), "no spaCy pipeline")


def test_nothing_is_made_for_a_bad_source(byline: Run, place: Path) -> None:
    assert_refused(byline("build", "missing.txt", "-o", "fresh", cwd=place), "no such file")
    assert not (place / "fresh").exists()


OUTPUTS = [
    ("good.txt", "is a file, not a folder"),
    ("good.txt/below", "cannot be written"),
    ("photos", "no Byline graph"),
    ("/proc/graph", "cannot be written"),
]


@pytest.mark.parametrize(("out", "message"), OUTPUTS)
def test_bad_output(byline: Run, place: Path, out: str, message: str) -> None:
    (place / "photos").mkdir()
    (place / "photos/cat.jpg").write_bytes(b"a cat")
    before = contents(place)
    assert_refused(byline("build", "good.txt", "-o", out, cwd=place), message)
    assert contents(place) == before


OPTIONS = [
    (["--model", "no_such_model"], "no spaCy pipeline 'no_such_model' is installed", 1),
    (["--ontology", "missing.ttl"], "missing.ttl: no such ontology file", 1),
    (["--ontology", "good.txt"], "good.txt: not readable as Turtle", 1),
    (["--published", "20 March"], "'20 March'", 2),
    (["--workers", "0"], "'--workers'", 2),
    (["--base", "here"], "no absolute IRI", 2),
    (["--no-such-option"], "--no-such-option", 2),
]


@pytest.mark.parametrize(("options", "message", "code"), OPTIONS, ids=str)
def test_bad_option(byline: Run, place: Path, options: list[str], message: str, code: int) -> None:
    before = contents(place)
    assert_refused(byline("build", "good.txt", "-o", "g", *options, cwd=place), message, code)
    assert contents(place) == before


QUERIES = [
    ("SELECT ?s { ?s ?p", "not valid SPARQL"),
    ("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT is refused"),
    ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
    ("no-such-query", "no query is called 'no-such-query'"),
    ("missing.rq", "missing.rq"),
]


@pytest.mark.parametrize(("query", "message"), QUERIES)
def test_bad_query(byline: Run, place: Path, query: str, message: str) -> None:
    assert_refused(byline("query", "g", query, cwd=place), message)


@pytest.mark.parametrize(
    "command", [["query", "photos", "ASK {}"], ["explore", "photos"], ["coverage", "photos"], ["remove", "photos", "x"]]
)
def test_no_graph(byline: Run, place: Path, command: list[str]) -> None:
    assert_refused(byline(*command, cwd=place), "no such graph folder")
    (place / "photos").mkdir()
    (place / "photos/cat.jpg").write_bytes(b"a cat")
    assert_refused(byline(*command, cwd=place), "photos: ")
    assert contents(place / "photos") == {"cat.jpg": b"a cat"}


def test_a_full_disk(byline: Run, place: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    before = contents(place)
    assert_refused(byline("build", "good.txt", "-o", "g", cwd=place, limit=limit), "cannot be written")
    assert contents(place) == before


def test_a_build_killed_while_it_writes(byline: Run, place: Path) -> None:
    (place / "more.txt").write_text(GOOD.replace("Friday", "Monday"), encoding="utf-8")
    before, names = contents(place / "g"), set(place.iterdir())
    command = [sys.executable, "-m", "byline", "build", "more.txt", "-o", "g"]
    with subprocess.Popen(command, cwd=place, env={"PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and set(place.iterdir()) == names:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert contents(place / "g") == before

    assert byline("build", "more.txt", "-o", "g", cwd=place).returncode == 0
    assert set(place.iterdir()) == names
    articles = byline("query", "g", "articles", "--format", "csv", cwd=place)
    assert len(articles.stdout.splitlines()) == 3
