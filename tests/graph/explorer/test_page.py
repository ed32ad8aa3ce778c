"""The file: one document, the same every time, small, and closed to everything but its own scripts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.explorer import write_explorer
from ontology import GraphError, load_ontology
from tests.graph.explorer.browsing import Reader, picture_of
from tests.graph.explorer.sample import harbour

SCRIPTS = Path(__file__).parents[3] / "graph" / "explorer" / "scripts"


def test_one_document_with_language_title_and_heading(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    assert page.evaluate("document.compatMode") == "CSS1Compat"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title().startswith("Chief pilot refuses tankers")
    assert page.locator("h1").count() == page.locator("title").count() == 1


def test_nothing_outside_is_named_or_asked_for(pages: dict[str, Path]) -> None:
    page = pages["harbour"].read_text(encoding="utf-8")
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", page)
    assert "default-src &#39;none&#39;" in page


@pytest.mark.parametrize("seed", ["0", "7", "random"])
def test_the_same_bytes_whatever_the_hash_seed(seed: str, pages: dict[str, Path], tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from graph.explorer import write_explorer; from ontology import load_ontology;"
        "from tests.graph.explorer.sample import harbour;"
        f"write_explorer(Path({str(tmp_path / 'x.html')!r}), [harbour()], load_ontology())"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=SCRIPTS.parents[2]
    )
    assert (tmp_path / "x.html").read_bytes() == pages["harbour"].read_bytes()


def test_two_loads_show_the_same_picture(reader: Reader, pages: dict[str, Path]) -> None:
    assert picture_of(reader.open(pages["harbour"])) == picture_of(reader.open(pages["harbour"]))


def test_the_page_stays_small(pages: dict[str, Path]) -> None:
    assert pages["harbour"].stat().st_size < 800_000
    assert pages["crowd"].stat().st_size < 1_000_000


def test_modules_share_no_name() -> None:
    names: list[str] = []
    for file in sorted(SCRIPTS.glob("*.js")):
        text = file.read_text(encoding="utf-8")
        names += re.findall(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", text, flags=re.MULTILINE)
    assert len(names) == len(set(names))


def test_no_module_writes_markup() -> None:
    written = "".join(file.read_text(encoding="utf-8") for file in SCRIPTS.glob("*.js"))
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "localStorage",
        "cookie",
    ):
        assert forbidden not in written


def test_no_readings_make_a_page_all_the_same(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["nothing"])
    assert "0 of 0 names" in page.locator("#counts").inner_text()


def test_a_file_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot be written"):
        write_explorer(tmp_path / "missing" / "x.html", [harbour()], load_ontology())
