"""The graph folder: what is written, what is kept, and what happens when something goes wrong."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph import canonical, query, read_graph, remove_article, verify_graph, write_graph
from graph.folder import CLAIMS, TRIG
from graph.swap import replacing
from ontology import GraphError, Ontology, Reading
from tests.graph.sample import MILL_NEWS, MILL_READING, MOVE_NEWS, MOVE_READING, ONTOLOGY, READINGS

ROOT = Path(__file__).parents[2]
BOTH = tuple(sorted(map(canonical, READINGS), key=lambda r: r.article.iri))


def files(folder: Path) -> dict[str, str]:
    """Digests of everything but the store, whose files carry the times of their writing."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir()) if p.is_file()}


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    write_graph(tmp_path / "g", READINGS, ONTOLOGY)
    return tmp_path / "g"


def test_a_graph_is_read_as_it_was_written(graph: Path) -> None:
    assert read_graph(graph) == BOTH
    assert sorted(p.name for p in graph.iterdir()) == [
        CLAIMS, "explorer.html", TRIG, "network.graphml", "store",
    ]  # fmt: skip
    assert verify_graph(graph) == []


def test_one_article_after_the_other_is_the_same_as_both(graph: Path, tmp_path: Path) -> None:
    write_graph(tmp_path / "h", [MOVE_READING], ONTOLOGY)
    write_graph(tmp_path / "h", [MILL_READING], ONTOLOGY)
    assert files(tmp_path / "h") == files(graph)


def test_an_article_is_replaced(graph: Path) -> None:
    shorter = replace(MILL_READING, claims=MILL_READING.claims[:1])
    write_graph(graph, [shorter], ONTOLOGY)
    assert read_graph(graph) == (BOTH[0], canonical(shorter))
    assert verify_graph(graph) == []


@pytest.mark.parametrize("name", [MILL_NEWS.iri, MILL_NEWS.headline, "Millbrook mill to close"])
def test_an_article_is_removed_with_all_that_only_it_said(graph: Path, tmp_path: Path, name: str) -> None:
    assert remove_article(graph, name, ONTOLOGY) == MILL_NEWS.iri
    write_graph(tmp_path / "h", [MOVE_READING], ONTOLOGY)
    assert files(graph) == files(tmp_path / "h")
    assert "Thorne" not in (graph / TRIG).read_text(encoding="utf-8")


def test_the_last_article_leaves_an_empty_graph(tmp_path: Path) -> None:
    write_graph(tmp_path / "g", [MOVE_READING], ONTOLOGY)
    remove_article(tmp_path / "g", MOVE_NEWS.headline, ONTOLOGY)
    assert read_graph(tmp_path / "g") == ()
    assert verify_graph(tmp_path / "g") == []


@pytest.mark.parametrize(("name", "message"), [("nothing", "no article is called"), ("", "no article is called")])
def test_only_what_is_there_can_be_removed(graph: Path, name: str, message: str) -> None:
    with pytest.raises(GraphError, match=message):
        remove_article(graph, name, ONTOLOGY)
    assert read_graph(graph) == BOTH


def test_another_base_moves_the_facts(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    write_graph(folder, [MOVE_READING], ONTOLOGY, base="https://news.example/")
    write_graph(folder, [MILL_READING], ONTOLOGY)
    assert query(folder, "ASK { GRAPH <https://news.example/facts> { ?s ?p ?o } }").truth
    assert not query(folder, "ASK { GRAPH <https://byline.example/facts> { ?s ?p ?o } }").truth
    assert verify_graph(folder) == []


def test_what_others_put_into_the_folder_stays(graph: Path) -> None:
    (graph / "notes").mkdir()
    (graph / "notes" / "mine.txt").write_text("keep me", encoding="utf-8")
    write_graph(graph, [MOVE_READING], ONTOLOGY)
    assert (graph / "notes" / "mine.txt").read_text(encoding="utf-8") == "keep me"


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work", encoding="utf-8")
    with pytest.raises(GraphError, match="holds files that are no Byline graph"):
        write_graph(tmp_path, READINGS, ONTOLOGY)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.doc"]


def test_the_current_folder_is_not_pulled_from_under_ones_feet(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(graph / "store")
    for folder in (Path(), Path(".."), graph):
        with pytest.raises(GraphError, match="is where you are"):
            write_graph(folder, READINGS, ONTOLOGY)
    monkeypatch.chdir(graph.parent)
    write_graph(Path("g"), READINGS, ONTOLOGY)
    assert read_graph(Path("g")) == BOTH


def test_a_link_to_a_folder_stays_one(graph: Path) -> None:
    link = graph.parent / "link"
    link.symlink_to(graph.name)
    write_graph(link, [MOVE_READING], ONTOLOGY)
    assert link.is_symlink()
    assert read_graph(link) == read_graph(graph) == BOTH


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "g").write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match="is a file"):
        write_graph(tmp_path / "g", READINGS, ONTOLOGY)


def test_an_output_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match=r"cannot be written \(Not a directory\)"):
        write_graph(tmp_path / "file" / "g", READINGS, ONTOLOGY)


@pytest.mark.parametrize("missing", [".", "nowhere"])
def test_no_graph_no_reading(tmp_path: Path, missing: str) -> None:
    with pytest.raises(GraphError, match=r"no Byline graph|no such graph folder"):
        read_graph(tmp_path / missing)


def test_a_view_that_fails_leaves_the_old_graph(graph: Path) -> None:
    def fail(path: Path, readings: Sequence[Reading], ontology: Ontology) -> None:
        path.write_text("half", encoding="utf-8")
        raise ZeroDivisionError

    before = files(graph)
    with pytest.raises(ZeroDivisionError):
        write_graph(graph, [MOVE_READING], ONTOLOGY, views={"explorer.html": fail})
    assert files(graph) == before
    assert [p.name for p in graph.parent.iterdir()] == ["g"]


KILLED = """
import os, signal, sys, time
from pathlib import Path
from graph import write_graph
from tests.graph.sample import MILL_READING, ONTOLOGY

def stop(path, readings, ontology):
    Path(path).write_text("half")
    print("now", flush=True)
    time.sleep(60)

write_graph(Path(sys.argv[1]), [MILL_READING], ONTOLOGY, views={"explorer.html": stop})
"""


def test_a_killed_build_leaves_the_old_graph_and_the_next_cleans_up(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    write_graph(folder, [MOVE_READING], ONTOLOGY)
    before = files(folder)
    with subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], cwd=ROOT, stdout=subprocess.PIPE) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == b"now\n"
        with pytest.raises(GraphError, match="another process is writing this graph"):
            write_graph(folder, [MILL_READING], ONTOLOGY)
        assert files(folder) == before
        build.send_signal(signal.SIGKILL)
    assert files(folder) == before
    assert read_graph(folder) == BOTH[:1]
    write_graph(folder, [MILL_READING], ONTOLOGY)
    assert read_graph(folder) == BOTH
    assert [p.name for p in tmp_path.iterdir()] == ["g"]


def test_killed_between_the_two_renames_the_old_graph_is_found(graph: Path) -> None:
    before = files(graph)
    graph.rename(graph.parent / ".g.old")
    (graph.parent / ".g.new").mkdir()
    assert read_graph(graph) == BOTH
    assert query(graph, "ASK { ?c a by:Claim }").truth
    write_graph(graph, [MOVE_READING], ONTOLOGY)
    assert files(graph) == before
    assert [p.name for p in graph.parent.iterdir()] == ["g"]


def test_killed_after_the_swap_the_new_graph_counts(graph: Path) -> None:
    (graph.parent / ".g.old").mkdir()
    assert read_graph(graph) == BOTH
    write_graph(graph, [MOVE_READING], ONTOLOGY)
    assert [p.name for p in graph.parent.iterdir()] == ["g"]


ADDING = """
import sys, time
from pathlib import Path
from graph import write_graph
from ontology import GraphError
from tests.graph.sample import MILL_READING, MOVE_READING, ONTOLOGY

while True:
    try:
        write_graph(Path(sys.argv[1]), [(MILL_READING, MOVE_READING)[int(sys.argv[2])]], ONTOLOGY, views={})
        break
    except GraphError as error:
        assert "another process" in str(error), error
        time.sleep(0.01)
"""


def test_two_builds_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    builds = [subprocess.Popen([sys.executable, "-c", ADDING, str(folder), str(i)], cwd=ROOT) for i in (0, 1)]
    assert [build.wait(60) for build in builds] == [0, 0]
    assert read_graph(folder) == BOTH


LIMITED = """
import resource, sys
from pathlib import Path
from graph import write_graph
from ontology import GraphError
from tests.graph.sample import MILL_READING, ONTOLOGY

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
try:
    write_graph(Path(sys.argv[1]), [MILL_READING], ONTOLOGY)
except GraphError as error:
    print(error)
"""


@pytest.mark.parametrize("limit", [10, 3000, 12000])
def test_a_full_disk_leaves_the_old_graph(tmp_path: Path, limit: int) -> None:
    folder = tmp_path / "g"
    write_graph(folder, [MOVE_READING], ONTOLOGY)
    before = files(folder)
    command = [sys.executable, "-c", LIMITED, str(folder), str(limit)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    assert done.stdout.startswith(f"{folder}: cannot be written ("), done.stderr
    assert done.stdout.count("\n") == 1
    assert files(folder) == before
    assert read_graph(folder) == BOTH[:1]
    assert [p.name for p in tmp_path.iterdir()] == ["g"]


def test_a_swap_may_begin_with_nothing(tmp_path: Path) -> None:
    with replacing(tmp_path / "deep" / "new") as fresh:
        (fresh / "file").touch()
    assert (tmp_path / "deep" / "new" / "file").exists()


BUILD = """
import sys
from pathlib import Path
from graph import write_graph
from tests.graph.sample import ONTOLOGY, READINGS

write_graph(Path(sys.argv[1]), READINGS, ONTOLOGY)
"""


def test_the_same_bytes_whatever_the_hash_seed(graph: Path, tmp_path: Path) -> None:
    for seed in ("1", "77"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        folder = tmp_path / seed
        subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, env=environment, check=True)
        assert files(folder) == files(graph)


def test_the_claims_file_is_the_contract(graph: Path) -> None:
    lines = (graph / CLAIMS).read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert len(records) == sum(len(r.claims) for r in READINGS)
    for record in records:
        assert {"id", "article", "subject", "predicate", "object", "qualifiers", "status", "polarity"} <= set(record)
        assert {"modality", "sources", "time", "evidence", "rule", "confidence"} <= set(record)
        text = MILL_NEWS.text if record["article"] == MILL_NEWS.iri else MOVE_NEWS.text
        evidence = record["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
