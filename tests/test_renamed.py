"""A property renamed in Turtle, and nowhere else, is renamed in graph, legend, page and shapes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from byline import read_sources
from graph import write_graph
from graph.shapes import relation_shapes
from ontology import Ontology, load_ontology
from ontology.docs import ontology_page
from ontology.vocabulary import CORE

EXAMPLE = Path(__file__).parent.parent / "examples" / "newbury.txt"
OLD, NEW = "refuses", "turnsAway"


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """The core with one property under another IRI and label."""
    folder = tmp_path_factory.mktemp("core")
    for path in CORE.glob("*.ttl"):
        text = re.sub(rf"\bby:{OLD}\b", f"by:{NEW}", path.read_text(encoding="utf-8"))
        (folder / path.name).write_text(text.replace(f'rdfs:label "{OLD}"', f'rdfs:label "{NEW}"'), encoding="utf-8")
    return load_ontology((), folder)


@pytest.fixture(scope="module")
def graph(renamed: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("renamed") / "g"
    write_graph(folder, list(read_sources([str(EXAMPLE)], renamed)), renamed)
    return folder


def test_in_the_graph(graph: Path) -> None:
    trig = (graph / "graph.trig").read_text(encoding="utf-8")
    claims = [json.loads(line) for line in (graph / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert re.search(rf"\bby:{NEW}\b", trig)
    assert not re.search(rf"\bby:{OLD}\b", trig)
    labels = {claim["predicate"]["label"] for claim in claims}
    assert NEW in labels
    assert OLD not in labels


def test_in_the_legend_of_the_explorer(graph: Path) -> None:
    page = (graph / "explorer.html").read_text(encoding="utf-8")
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data
    labels = {*strings(json.loads(data[1]))}
    assert NEW in labels
    assert OLD not in labels


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [found for pair in value.items() for part in pair for found in strings(part)]
    if isinstance(value, list):
        return [found for part in value for found in strings(part)]
    return [value] if isinstance(value, str) else []


def test_on_the_page(renamed: Ontology) -> None:
    page = ontology_page(renamed)
    assert f'<article class="entry" id="{NEW}">' in page
    assert f">{NEW}</h4>" in page
    assert f'id="{OLD}"' not in page
    assert f">{OLD}</h4>" not in page


def test_in_the_shapes(renamed: Ontology) -> None:
    messages = {o.value for _, _, o in relation_shapes(renamed)}
    assert any(message.startswith(f"the subject of '{NEW}' must be") for message in messages)
    assert not any(f"'{OLD}'" in message for message in messages)
