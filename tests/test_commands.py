"""The command line as a user meets it: what the README shows is what it does, and every command is shown."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from typer.main import get_command

from commands import app
from graph import FORMATS, named_queries

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(getattr(get_command(app), "commands"))  # noqa: B009
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def outputs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("outputs", ROOT / "docs" / "outputs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def without_seconds(text: str) -> str:
    return re.sub(r"\d+\.\d seconds", "… seconds", text)


def test_the_readme_shows_what_comes_out() -> None:
    assert without_seconds(outputs().with_outputs(README)) == without_seconds(README)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", README))))
def test_every_link_of_the_readme_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"$ byline {command}" in README


def test_the_readme_shows_no_other_command() -> None:
    assert set(
        re.findall(r"\bbyline ([a-z]+)", " ".join(re.findall(r"```console\n(.*?)```", README, re.DOTALL)))
    ) <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(byline: Run, command: str) -> None:
    done = byline(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: byline {command}")


def test_every_format_is_in_the_help(byline: Run) -> None:
    words = set(re.findall(r"\w+", byline("export", "--help").stdout))
    assert set(FORMATS) <= words


SLOW_TO_LOAD = {"spacy", "numpy", "rdflib", "networkx", "pyvis", "pyshacl"}
HELP = """
import runpy, sys
sys.argv = ["byline", "--help"]
try:
    runpy.run_module("byline", run_name="__main__")
except SystemExit:
    print(*sys.modules)
"""


def test_help_waits_for_no_library() -> None:
    done = subprocess.run([sys.executable, "-c", HELP], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "build" in done.stdout
    assert not SLOW_TO_LOAD & set(done.stdout.splitlines()[-1].split())


def test_build_says_what_it_found(byline: Run, tmp_path: Path) -> None:
    done = byline("build", ROOT / "examples/newbury.txt", "-o", tmp_path / "g")
    headline, kinds, claims, attributed, seconds, explorer = done.stdout.splitlines()
    assert headline == "Newbury head turns Ofsted away after the death of a fellow head teacher"
    assert re.fullmatch(r"  \d+ people, \d+ organisations, \d+ places", kinds)
    total, *parts = map(int, re.findall(r"\d+", claims))
    assert total == sum(parts)
    assert re.match(r"  \d+% of the claims", attributed)
    assert re.fullmatch(r"  \d+\.\d seconds", seconds)
    assert Path(explorer).is_file()
    assert done.stderr == ""


YEARS = [
    (
        "Mill\n\nThe mill closed on Monday, March 20.\n\nAda Thorne has led Elm School for 13 years, since 2010.\n",
        "  year: 2023 (Monday, March 20; since 2010, for 13 years)",
    ),
    (
        "Mill\n\nOn Monday, March 20, the mill closed.\n\nAda Thorne joined the council in 2010.\n",
        "  year: undetermined: 2017, 2023 or 2028 (Monday, March 20; in 2010)",
    ),
    ("Mill\n\nThe mill closed.\n", "  year: undetermined: nothing in the text tells it"),
]


@pytest.mark.parametrize(("text", "line"), YEARS, ids=[line for _, line in YEARS])
def test_build_and_coverage_say_which_year(byline: Run, tmp_path: Path, text: str, line: str) -> None:
    done = byline("build", "-", "-o", tmp_path / "g", stdin=text.encode())
    assert done.stdout.splitlines()[4] == line
    assert line.strip() in byline("coverage", tmp_path / "g").stdout.splitlines()


def test_of_several_articles_build_counts_the_years(byline: Run, tmp_path: Path) -> None:
    for n, (text, _) in enumerate(YEARS):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    sources = [tmp_path / f"{n}.txt" for n in range(len(YEARS))]
    done = byline("build", *sources, "-o", tmp_path / "g", "--workers", "2")
    assert done.stdout.splitlines()[4] == "  year: told by 1 of 3 articles without a published date"
    assert byline("build", *sources, "--published", "2023-03-21", "-o", tmp_path / "h").stdout.count("year") == 0


def test_a_graph_folder_holds_five_things(newbury: Path) -> None:
    assert {p.name for p in newbury.iterdir()} == {
        "store",
        "graph.trig",
        "claims.jsonl",
        "explorer.html",
        "network.graphml",
    }


def test_articles_add_up(byline: Run, tmp_path: Path) -> None:
    second = b"Mill closes\n\nAda Thorne, the owner of Millbrook Mill, said on Friday that the mill would close.\n"
    assert byline("build", ROOT / "examples/newbury.txt", "-o", tmp_path / "g").returncode == 0
    done = byline("build", "-", "--published", "2021-06-04", "-o", tmp_path / "g", stdin=second)
    assert done.stdout.startswith("Mill closes\n")
    assert articles(byline, tmp_path / "g") == 2
    assert byline("remove", tmp_path / "g", "Mill closes").returncode == 0
    assert articles(byline, tmp_path / "g") == 1


def articles(byline: Run, graph: Path) -> int:
    found = json.loads(byline("query", graph, "articles", "--format", "json").stdout)
    return len(found["results"]["bindings"])


def test_an_article_given_twice_is_one(byline: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mill closes\n\nAda Thorne owns Millbrook Mill.\n", encoding="utf-8")
    done = byline("build", "a.txt", "./a.txt", "-o", "g", cwd=tmp_path)
    assert done.stdout.startswith("Mill closes\n")


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_every_named_query_answers(byline: Run, newbury: Path, name: str) -> None:
    done = byline("query", newbury, name, "--format", "json")
    assert json.loads(done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_is_written(byline: Run, newbury: Path, tmp_path: Path, form: str) -> None:
    done = byline("export", newbury, "--format", form, "-o", tmp_path / "out")
    assert done.stdout == f"{tmp_path / 'out'}\n"
    assert (tmp_path / "out").stat().st_size > 0


def test_verify(byline: Run, newbury: Path, tmp_path: Path) -> None:
    assert byline("verify", newbury).returncode == 0
    harmed = shutil.copytree(newbury, tmp_path / "harmed")
    claims = harmed / "claims.jsonl"
    claims.write_text(claims.read_text(encoding="utf-8").replace("asserted", "denied"), encoding="utf-8")
    done = byline("verify", harmed)
    assert done.returncode == 1
    assert "claims.jsonl" in done.stdout


def test_coverage_has_every_claim_once(byline: Run, newbury: Path) -> None:
    lines = byline("coverage", newbury).stdout.splitlines()
    claims = (newbury / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("  + ") for line in lines) == len(claims)
    assert re.fullmatch(r"\d+ verbs, \d+ of them read", lines[-1])


def test_coverage_lists_contradictions_with_their_places(byline: Run, newbury: Path) -> None:
    text = (ROOT / "examples/newbury.txt").read_text(encoding="utf-8")
    lines = byline("coverage", newbury).stdout.splitlines()
    found = lines[lines.index("Contradictions") + 1 :]
    quotes = [re.fullmatch(r"    (\d+)-(\d+): (.*)", line) for line in found[1 : found.index("")]]
    assert found[0].startswith("  ! Saturday and one day later make Sunday; it is told on Monday")
    assert len(quotes) == 3
    assert all(quote and text[int(quote[1]) : int(quote[2])] == quote[3] for quote in quotes)


def test_explore(byline: Run, newbury: Path) -> None:
    assert byline("explore", newbury).stdout == f"{newbury / 'explorer.html'}\n"
