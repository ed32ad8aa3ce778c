"""The cheap check of a build: what SHACL says of domains and ranges, and all of SHACL where it is asked for."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graph import canonical, check_readings, validate
from graph.store import serialize_graph
from ontology import BASE, Entity, Literal, Reading, load_ontology
from tests.graph.sample import (
    MILL,
    MILL_NEWS,
    MILL_READING,
    MILLBROOK,
    ONTOLOGY,
    READINGS,
    THORNE,
    claim,
    iri,
    relation,
)

WORDS = Literal("soon", iri("xsd:string"))
DAY = Literal("2021-05-03", iri("xsd:date"))
MONTH = Literal("2021-05", iri("xsd:gYearMonth"))


def with_claim(subject: Entity, name: str, object_: Entity | Literal) -> Reading:
    said = claim(MILL_NEWS, "Bo Ekström lives in Millbrook.", subject, relation(name, "x"), object_, negative=True)
    return canonical(replace(MILL_READING, claims=(*MILL_READING.claims, said)))


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (with_claim(THORNE, "schema:sibling", THORNE), 0),
        (with_claim(MILL, "schema:sibling", THORNE), 1),
        (with_claim(MILL, "schema:sibling", MILLBROOK), 2),
        (with_claim(THORNE, "schema:sibling", WORDS), 1),
        (with_claim(THORNE, "schema:deathDate", WORDS), 1),
        (with_claim(THORNE, "schema:deathDate", DAY), 0),
        (with_claim(THORNE, "schema:deathDate", MONTH), 0),
        (with_claim(THORNE, "schema:jobTitle", MILL), 1),
        (with_claim(MILLBROOK, "by:says", MILL), 2),
    ],
)
def test_it_says_what_shacl_says(found: Reading, wrong: int) -> None:
    quick = check_readings([found], ONTOLOGY, BASE)
    assert quick == validate(serialize_graph([found], ONTOLOGY, BASE), ONTOLOGY)
    assert quick == check_readings([found], ONTOLOGY, BASE, full=True)
    assert len(quick) == wrong


def test_an_entity_is_of_all_classes_that_the_articles_give_it() -> None:
    other = replace(MILL, type=iri("schema:Person"))
    second = replace(READINGS[1], entities=(*READINGS[1].entities, other))
    assert check_readings([with_claim(MILL, "schema:sibling", THORNE), second], ONTOLOGY, BASE) == []


def test_a_users_own_shape_is_checked_in_full(tmp_path: Path) -> None:
    extra = tmp_path / "shapes.ttl"
    extra.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .\n"
        "[] a sh:NodeShape ; sh:targetClass schema:Person ;\n"
        '  sh:property [ sh:path schema:telephone ; sh:minCount 1 ; sh:message "a person has a telephone" ] .\n',
        encoding="utf-8",
    )
    found = check_readings([canonical(MILL_READING)], load_ontology((extra,)), BASE)
    assert {violation.message for violation in found} == {"a person has a telephone"}


def test_pyshacl_stays_out_of_a_plain_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    assert check_readings(READINGS, ONTOLOGY, BASE) == []
