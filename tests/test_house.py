"""The house rules that no linter knows: arrows, tables of contents, one place for each word, and what a wheel holds."""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("ontology", "extractors", "graph")
ARROWS = {
    "ontology": {"ontology"},
    "extractors": {"extractors", "ontology"},
    "graph": {"graph", "ontology"},
    "byline": {*ROOMS, "commands"},  # `python -m byline` hands on to the commands
    "commands": {*ROOMS, "byline", "ontology_commands", "exchange_commands"},
    "exchange_commands": {*ROOMS},
    "ontology_commands": {"ontology"},
}
FRONT = ("byline", "commands", "ontology_commands", "exchange_commands")
MODULES = [*(ROOT / f"{name}.py" for name in FRONT), *sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))]
TURTLE_AND_PAGES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*") if p.suffix not in (".py", ".pyc"))
each_module = pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(tree: ast.AST) -> Iterator[str]:
    """The first part of every name imported anywhere in a module, in functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute: they say which room they come from"
            yield (node.module or "").split(".")[0]


@each_module
def test_arrows(path: Path) -> None:
    ours = {*imported(ast.parse(path.read_text(encoding="utf-8")))} & {*ROOMS, *FRONT}
    assert ours <= ARROWS[path.relative_to(ROOT).parts[0].removesuffix(".py")]


@each_module
def test_all_lists_what_there_is(path: Path) -> None:
    module = importlib.import_module(name_of(path))
    assert len(set(module.__all__)) == len(module.__all__)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


@each_module
def test_what_a_module_takes_from_another_is_public_there(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ROOMS:
            theirs = importlib.import_module(node.module or "").__all__
            assert [alias.name for alias in node.names if alias.name not in theirs] == []


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.name == "__init__.py"], ids=lambda p: str(p.relative_to(ROOT))
)
def test_init_is_a_table_of_contents(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    imports, rest = tree.body[1:-1], tree.body[-1]
    assert all(isinstance(node, ast.ImportFrom) for node in imports)
    assert isinstance(rest, ast.Assign)
    names = [alias.asname or alias.name for node in imports if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert sorted(names) == sorted(ast.literal_eval(rest.value))


@each_module
def test_a_module_holds_one_idea(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    assert path.stem not in {"utils", "helpers", "manager", "core", "base", "misc", "common"}
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= 40] == []


def text_constants(tree: ast.AST) -> Iterator[str]:
    """Every string of a module that is no docstring."""
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@each_module
def test_iris_and_colours_live_in_turtle(path: Path) -> None:
    found = [
        t
        for t in text_constants(ast.parse(path.read_text(encoding="utf-8")))
        if re.search(r"https?://|#[\da-fA-F]{6}\b", t)
    ]
    assert found == (["https://byline.example/"] if name_of(path) == "ontology.iris" else [])


def names_of_the_example() -> list[str]:
    """The full names in the example article, and the parts by which persons are called."""
    gold = json.loads((ROOT / "examples/newbury.gold.json").read_text(encoding="utf-8"))
    named = [e for e in gold["entities"] if e["named"]]
    full = {name for e in named for name in (e["name"], *e["aliases"])}
    parts = {part for e in named if e["type"] == "Person" for part in e["name"].split()}
    # A town and an English word: only in company does it give the town away.
    return sorted((full | parts) - {"Reading", "Twitter"})


@pytest.mark.parametrize(
    "path", [*MODULES, *filter(Path.is_file, TURTLE_AND_PAGES)], ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_name_of_the_example_is_known_beforehand(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [name for name in names_of_the_example() if re.search(rf"\b{re.escape(name)}\b", text)] == []


def test_a_wheel_holds_the_rooms_with_their_data(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}
    kept = {str(p.relative_to(ROOT)) for p in (*MODULES, *TURTLE_AND_PAGES) if p.is_file()}
    assert held == kept


def test_entry_points_lead_to_something() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for path in (*project["scripts"].values(), *project["entry-points"]["spacy_factories"].values()):
        module, name = path.split(":")
        assert callable(getattr(importlib.import_module(module), name))
