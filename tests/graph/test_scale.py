"""Queries on more than a handful of articles: a plan that joins each claim with each other shows here."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from graph import ask, named_queries, write_graph
from ontology import Claim, Evidence, Reading
from tests.graph.sample import HEADLINE, MILL_READING, ONTOLOGY, TEXT, article, open_relation

ARTICLES, CLAIMS = 20, 100


def reading(number: int) -> Reading:
    """An article that says what the sample says, over and over, each time of another relation."""
    where = article(f"{HEADLINE} {number}", f"{number} {TEXT}")

    def repeated(i: int) -> Claim:
        span = Evidence(i, i + 80, where.text[i : i + 80])
        made = replace(MILL_READING.claims[i % 7], iri=f"{where.iri}/claim/{i}", article=where.iri, evidence=span)
        return replace(made, relation=open_relation(f"verb {i * number % 97}"))

    return Reading(where, MILL_READING.entities, tuple(map(repeated, range(CLAIMS))))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many") / "g"
    write_graph(folder, [reading(number) for number in range(ARTICLES)], ONTOLOGY, views={})
    return folder


@pytest.mark.parametrize("who", ["", "Ada Thorne"])
@pytest.mark.parametrize("name", named_queries())
def test_each_query_ends(many: Path, name: str, who: str) -> None:
    # Two steps from everybody are as many as there are; they begin with somebody.
    who = who or "Grey & Sons" * (name == "neighbours")
    parameters = {p.name: who for p in named_queries()[name].parameters[:1] if who and p.kind == "entity"}
    # No measure of speed (benchmarks/queries.py has that): a plan that joins all with all takes many minutes.
    started = time.process_time()
    ask(many, name, parameters)
    assert time.process_time() - started < 60
