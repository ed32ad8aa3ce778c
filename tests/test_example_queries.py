"""Each named query on the example article: rows that its answer must have, by what the article says."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import ask, named_queries

HEADLINE = "Newbury head turns Ofsted away after the death of a fellow head teacher"
COOPER = {"who": "Flora Cooper"}
# Name, parameters, columns, and rows of them; none where the article gives the query nothing to find.
ANSWERS: list[tuple[str, dict[str, str], str, list[str]]] = [
    ("accounts", {}, "one relation other source", ["Julia Walters|sibling|Ruth Perry|the article"]),
    ("accounts", {"who": "Nick Gibb"}, "one relation other claims", ["Matt Rodda|meets|Nick Gibb|1"]),
    ("agreement", COOPER, "subject", []),
    ("articles", {}, "headline published", [f"{HEADLINE}|2023-03-20"]),
    (
        "between",
        {"from": "2023-03-21", "until": "2023-03-21"},
        "subject object status source",
        ["staff|John Rankin School|requested|Flora Cooper"],
    ),
    ("central", {}, "name type", ["Flora Cooper|Person", "Ofsted|Organization"]),
    ("chains", {"who": "Matt Rodda"}, "object place source", ["can be prevented|2|Matt Rodda"]),
    ("contradictions", COOPER, "subject", []),
    ("denied", COOPER, "subject object", ["Flora Cooper|Ofsted"]),
    ("entities", COOPER, "name type", ["Flora Cooper|Person"]),
    (
        "evidence",
        {"one": "Flora Cooper", "other": "John Rankin School"},
        "relation quote",
        ["leads|is the executive head of John Rankin School"],
    ),
    ("facts", {"who": "Nick Gibb"}, "subject relation object", ["Matt Rodda|meets|Nick Gibb"]),
    ("links", COOPER, "name", []),
    ("linked", {"who": "Nick Gibb"}, "subject relation object status", ["Matt Rodda|meets|Nick Gibb|asserted"]),
    ("misspellings", COOPER, "name", []),
    ("neighbours", {"who": "Nick Gibb"}, "from through to", ["Nick Gibb|Matt Rodda|Ruth Perry’s family"]),
    ("open-relations", {}, "relation", ["act on behalf of"]),
    ("planned", COOPER, "subject relation object", ["Flora Cooper|joins|boycott"]),
    ("possible", {}, "subject source according_to", ["other tragedies|Ofsted|Matt Rodda"]),
    ("provenance", {}, "headline file", [f"{HEADLINE}|newbury.txt"]),
    ("quoted", COOPER, "speaker quote", ["Flora Cooper|I’ve refused entry"]),
    ("relations", {}, "relation kind", ["leads|ontology", "act on behalf of|open"]),
    ("requested", {"who": "John Rankin School"}, "subject relation source", ["staff|attends|Flora Cooper"]),
    ("roles", COOPER, "person role status", ["Flora Cooper|executive head|asserted"]),
    ("rules", {}, "rule", ["frame verb", "open verb"]),
    ("said-about", {"who": "Ruth Perry"}, "subject relation object", ["Julia Walters|sibling|Ruth Perry"]),
    ("said-by", COOPER, "subject relation object", ["Ofsted|contacts|Flora Cooper"]),
    ("speakers", {}, "source status", ["Flora Cooper|planned", "Ruth Perry’s family|asserted"]),
    ("statuses", {}, "relation status claims", ["meets|asserted|1"]),
    ("tentative", {}, "subject relation object status", ["Matt Rodda|offer|Matt Rodda’s deepest sympathies|asserted"]),
    ("timeline", {"who": "Ruth Perry"}, "when subject relation object", ["2010|Ruth Perry|jobTitle|head teacher"]),
]


@pytest.mark.parametrize(("name", "parameters", "columns", "wanted"), ANSWERS, ids=[a[0] for a in ANSWERS])
def test_a_query_answers_about_the_example(
    newbury: Path, name: str, parameters: dict[str, str], columns: str, wanted: list[str]
) -> None:
    records = ask(newbury, name, parameters).records()
    found = ["|".join(record[column] or "" for column in columns.split()) for record in records]
    assert set(wanted) <= set(found)
    assert wanted or not found


def test_memberships_of_the_example(newbury: Path) -> None:
    triples = ask(newbury, "memberships", COOPER).triples or ()
    assert "executive head" in {getattr(t.object, "value", "") for t in triples}


def test_every_query_is_asked_about_the_example() -> None:
    assert {name for name, *_ in ANSWERS} | {"memberships"} == set(named_queries())
