"""A graph against what a careful reader noted: whole articles, and each rule of the comparison by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from graph.evaluate import evaluate, parse_gold, read_gold
from graph.wordings import same_name, same_value, says
from ontology import GraphError, Relation, SourceError
from tests.graph.sample import MILL_READING, READINGS

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "examples" / "newbury.gold.json"

NAMES = [
    ("Ada Thorne", "Ms Thorne", True),
    ("the Mill", "mill", True),
    ("Ada Thorne", "Bo Thorne", False),
    ("Ada Thorne", "Ada Thorne’s sister", False),
    ("sister", "Ada Thorne’s sister", True),
    ("Ada Thorne", "the sister of Ada Thorne", False),
    ("Ada Thorne", "the Ada Thorne video", False),
    ("video", "the Ada Thorne video", True),
    ("Millbrook", "Millbrook Mill", True),
    ("the", "the", False),
]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


VALUES = [
    ("head teacher", "executive head teacher", True),
    ("13 years", "13", True),
    ("inspected", "inspection", False),
    ("inspecting", "inspected", True),
    ("2021-05-03", "2021-05-04", True),
    ("", "x", False),
]


@pytest.mark.parametrize(("one", "other", "same"), VALUES)
def test_values(one: str, other: str, same: bool) -> None:
    assert same_value(one, other) is same


WORDINGS = [
    ("leads", "manager", False, ["leads"], True),
    ("leads", "manager", False, ["manage"], True),
    ("leads", "manager", False, ["manager of"], True),
    ("leads", "manager", False, ["owns"], False),
    ("meetsWith", "hold talks with", False, ["hold talks"], True),
    ("refuse", "refuse", True, ["not refuse"], True),
    ("refuse", "refuse", False, ["not refuse"], False),
    ("be in", "be in", False, ["in"], True),
]


@pytest.mark.parametrize(("label", "lemma", "negative", "accepted", "same"), WORDINGS)
def test_wordings(label: str, lemma: str, negative: bool, accepted: list[str], same: bool) -> None:
    assert says([Relation(f"https://x.example/{label}", label, lemma)], negative, accepted) is same


def gold(facts: list[dict[str, Any]], traps: list[dict[str, Any]] | None = None) -> str:
    entities = [
        {"id": "ada", "name": "Ada Thorne", "aliases": ["Ms Thorne"]},
        {"id": "mill", "name": "Millbrook Mill"},
        {"id": "union", "name": "the union"},
        {"id": "river", "name": "Wend"},
    ]
    return json.dumps({"entities": entities, "facts": facts, "traps": traps or []})


S1 = "Ada Thorne, manager of Millbrook Mill, said on 3 May 2021 that the union would strike."
S2 = "The council’s spokesman said that Ms Thorne had said the mill did not poison the river Wend."
LEADS = {
    "subject": "ada",
    "object": "mill",
    "predicates": ["leads"],
    "status": "asserted",
    "evidence": S1,
    "core": True,
}
STRIKE = {
    "subject": "union",
    "object": "mill",
    "predicates": ["strike"],
    "status": "planned",
    "attributed_to": "ada",
    "time": "2021-05-03",
    "evidence": S1,
}
POISON = {"subject": "river", "object": "mill", "predicates": ["not poison"], "status": "denied", "evidence": S2}

FIGURES = [
    ([LEADS], [1, 1.0, 1.0, 1.0, 1.0, 1.0, None, None]),
    ([LEADS | {"predicates": ["owns"]}], [1, 1.0, 0.0, 0.0, None, None, None, None]),
    ([LEADS | {"object": "river"}], [1, 0.0, 0.0, 0.0, None, None, None, None]),
    ([LEADS | {"evidence": S2}], [1, 0.0, 0.0, 0.0, None, None, None, None]),
    ([LEADS | {"status": "denied"}], [1, 1.0, 1.0, 1.0, 0.0, 1.0, None, None]),
    ([LEADS | {"attributed_to": "union"}], [1, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, None]),
    ([STRIKE], [1, 1.0, 1.0, None, 1.0, 1.0, 1.0, 1.0]),
    ([STRIKE | {"time": "2021-05-04", "attributed_to": "Ms Thorne"}], [1, 1.0, 1.0, None, 1.0, 1.0, 1.0, 0.0]),
    ([POISON], [1, 1.0, 1.0, None, 1.0, 0.0, None, None]),  # turned round, and somebody says it
    ([LEADS, STRIKE | {"object": "river"}], [2, 0.5, 0.5, 1.0, 1.0, 1.0, None, None]),
]


@pytest.mark.parametrize(("facts", "expected"), FIGURES, ids=range(len(FIGURES)))
def test_figures(facts: list[dict[str, Any]], expected: list[float | None]) -> None:
    figures = evaluate(READINGS, parse_gold(gold(facts))).figures
    names = ["facts", "pair recall", "fact recall", "core recall", "right status", "right source"]
    assert [figures[n] for n in (*names, "right source where one is named", "right time")] == expected
    assert figures["claims"] == len(MILL_READING.claims)


@pytest.mark.parametrize(("trap", "sprung"), [(LEADS, 1), (STRIKE, 0), (POISON, 0)])
def test_traps(trap: dict[str, Any], sprung: int) -> None:
    evaluation = evaluate(READINGS, parse_gold(gold([LEADS], [trap | {"why": "only said"}])))
    assert evaluation.figures["traps sprung"] == len(evaluation.sprung) == sprung


def test_faults_name_what_is_wrong() -> None:
    facts = [LEADS | {"object": "river"}, LEADS | {"status": "denied", "core": False}]
    assert evaluate(READINGS, parse_gold(gold(facts, [LEADS | {"why": "only said"}]))).faults() == [
        "missed core ada leads river",
        "not as noted (denied, by the article): ada leads mill",
        "trap ada leads mill: only said",
    ]


def test_words_of_another_article() -> None:
    with pytest.raises(GraphError, match="words of the gold file"):
        evaluate(READINGS, parse_gold(gold([LEADS | {"evidence": "Nobody wrote this."}])))


@pytest.mark.parametrize(
    ("text", "message"), [("[]", "not JSON"), ("{", "not JSON"), ("{}", "no 'entities'"), (None, "not readable")]
)
def test_no_gold_file(tmp_path: Path, text: str | None, message: str) -> None:
    path = tmp_path / "gold.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        read_gold(path)


def test_the_example(byline: Callable[..., CompletedProcess[str]], newbury: Path) -> None:
    done = byline("evaluate", newbury, GOLD, "--misses")
    assert done.returncode == 0, done.stderr
    figures = {line[:32].strip(): line[32:] for line in done.stdout.splitlines()[:12]}
    known = json.loads(GOLD.read_text(encoding="utf-8"))
    assert [int(figures[n]) for n in ("facts", "traps")] == [len(known["facts"]), len(known["traps"])]
    assert float(figures["core recall"]) >= 0.85
    assert figures["traps sprung"] == "0"
