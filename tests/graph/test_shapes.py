"""The shapes: the sample conforms, and every kind of damage is found and named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import canonical, validate, validate_graph
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
    open_relation,
    relation,
)

Quads = list[ox.Quad]


def quads(*readings: Reading) -> Quads:
    return serialize_graph([canonical(r) for r in readings], ONTOLOGY, BASE)


def messages(found: Quads) -> set[str]:
    return {violation.message for violation in validate(found, ONTOLOGY)}


def test_the_sample_conforms(sample_graph: Path) -> None:
    assert validate(quads(*READINGS), ONTOLOGY) == []
    assert validate_graph(sample_graph, ONTOLOGY) == []


def without(name: str) -> Callable[[Quads], Quads]:
    return lambda found: [q for q in found if q.predicate.value != iri(name)]


def changed(name: str, value: ox.NamedNode | ox.Literal, only: str = "") -> Callable[[Quads], Quads]:
    def change(found: Quads) -> Quads:
        return [
            ox.Quad(q.subject, q.predicate, value, q.graph_name)
            if q.predicate.value == iri(name) and only in str(q.object)
            else q
            for q in found
        ]

    return change


def doubled(name: str, value: ox.NamedNode | ox.Literal) -> Callable[[Quads], Quads]:
    def double(found: Quads) -> Quads:
        more = [ox.Quad(q.subject, q.predicate, value, q.graph_name) for q in found if q.predicate.value == iri(name)]
        return found + more

    return double


def number(value: str, kind: str = "integer") -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(iri(f"xsd:{kind}")))


SOMETHING = ox.NamedNode(f"{BASE}something")
DAMAGE: list[tuple[Callable[[Quads], Quads], str]] = [
    (without("rdf:subject"), "a claim has one subject"),
    (without("rdf:predicate"), "a claim has one predicate"),
    (without("rdf:object"), "a claim has one object"),
    (doubled("rdf:object", SOMETHING), "a claim has one object"),
    (without("by:lemma"), "a claim has one wording"),
    (without("by:status"), "a claim has one status of the five"),
    (changed("by:status", SOMETHING), "a claim has one status of the five"),
    (without("by:polarity"), "a claim is positive or negative"),
    (without("by:modality"), "a claim has one modality"),
    (changed("by:confidence", number("1.2", "decimal")), "a confidence is a decimal from 0 to 1"),
    (changed("by:confidence", ox.Literal("high")), "a confidence is a decimal from 0 to 1"),
    (without("by:why"), "a claim says which words it was read from"),
    (without("prov:wasDerivedFrom"), "a claim has its place in a text"),
    (changed("prov:wasDerivedFrom", SOMETHING), "a claim has its place in a text"),
    (without("prov:wasGeneratedBy"), "a claim names its rule"),
    (doubled("prov:wasAttributedTo", SOMETHING), "a claim has at most one immediate source"),
    (without("prov:qualifiedAttribution"), "the chain of sources begins with the immediate source"),
    (without("prov:wasAttributedTo"), "the chain of sources begins with the immediate source"),
    (without("prov:agent"), "an attribution names one source"),
    (changed("prov:agent", SOMETHING), "the article mentions the source"),
    (changed("by:accordingTo", SOMETHING), "a report comes by one account"),
    (changed("by:qualifier", SOMETHING), "a qualifier is described"),
    (without("by:value"), "a qualifier has one value"),
    (without("by:relation"), "a qualifier has one relation"),
    (without("by:timeValue"), "a claim has at most one time, and that is described"),
    (changed("by:precision", ox.Literal("roughly")), "a claim has at most one time, and that is described"),
    (changed("by:latest", number("1999-01-01", "date")), "a claim has at most one time, and that is described"),
    (without("schema:mentions"), "the article mentions the subject"),
    (without("oa:hasSource"), "evidence is from one article"),
    (without("oa:hasSelector"), "evidence has a position and a quote"),
    (without("oa:exact"), "a quote has words"),
    (changed("oa:exact", ox.Literal("")), "a quote has words"),
    (without("oa:prefix"), "a quote has the text before it"),
    (changed("oa:start", number("-1")), "a position starts at a character, before its end"),
    (changed("oa:start", number("99999")), "a position starts at a character, before its end"),
    (changed("oa:end", ox.Literal("12")), "a position ends at a character"),
    (without("schema:headline"), "an article has one headline"),
    (without("schema:articleBody"), "an article has one text"),
    (changed("schema:datePublished", ox.Literal("yesterday")), "an article has at most one date"),
    (changed("by:sha256", ox.Literal("c0ffee")), "an article's text has one hash"),
    (without("by:readName"), "whoever is mentioned has a name and a type"),
]


@pytest.mark.parametrize(("damage", "message"), DAMAGE, ids=[str(i) for i in range(len(DAMAGE))])
def test_each_kind_of_damage_is_found(damage: Callable[[Quads], Quads], message: str) -> None:
    assert message in messages(damage(quads(MILL_READING)))


def test_an_entity_without_a_label_or_type_is_found() -> None:
    facts = ox.NamedNode(f"{BASE}facts")
    for name in ("rdfs:label", "rdf:type"):
        damaged = [q for q in quads(MILL_READING) if q.graph_name != facts or q.predicate.value != iri(name)]
        assert "whoever is mentioned has a name and a type" in messages(damaged)


def test_status_must_follow_from_polarity() -> None:
    damaged = changed("by:polarity", ox.NamedNode(iri("by:negative")))(quads(MILL_READING))
    focus = {violation.focus for violation in validate(damaged, ONTOLOGY)}
    assert focus == {c.iri for c in MILL_READING.claims if c.status == "asserted"}


WORDS = Literal("soon", iri("xsd:string"))


def with_claim(subject: Entity, name: str, object_: Entity | Literal) -> Reading:
    quote = "Bo Ekström lives in Millbrook."
    wrong = claim(MILL_NEWS, quote, subject, relation(name, "x"), object_, negative=True, sources=(THORNE,))
    return replace(MILL_READING, claims=(*MILL_READING.claims, wrong))


@pytest.mark.parametrize(
    ("reading", "message"),
    [
        (with_claim(MILL, "schema:sibling", THORNE), "the subject of 'sibling' must be of type Person"),
        (with_claim(THORNE, "schema:sibling", MILLBROOK), "the object of 'sibling' must be of type Person"),
        (
            with_claim(THORNE, "schema:sibling", WORDS),
            "the object of 'sibling' must be of type Person",
        ),
        (
            with_claim(THORNE, "schema:deathDate", WORDS),
            "the object of 'deathDate' must be of type date or",
        ),
        (with_claim(THORNE, "schema:jobTitle", MILL), "the object of 'jobTitle' must be of type string"),
    ],
)
def test_domains_and_ranges_bind_denied_and_reported_claims_too(reading: Reading, message: str) -> None:
    assert any(found.startswith(message) for found in messages(quads(reading)))


def test_a_date_may_be_vague() -> None:
    for value, kind in (("2021-05-03", "date"), ("2021-05", "gYearMonth"), ("--05-03", "gMonthDay")):
        assert not messages(quads(with_claim(THORNE, "schema:deathDate", Literal(value, iri(f"xsd:{kind}")))))


def test_a_subclass_will_do_and_an_open_relation_takes_anything() -> None:
    assert not messages(quads(with_claim(THORNE, "schema:sibling", THORNE)))
    quote = "Bo Ekström lives in Millbrook."
    anything = claim(MILL_NEWS, quote, MILLBROOK, open_relation("sing of"), Literal("joy", iri("xsd:string")))
    assert not messages(quads(replace(MILL_READING, claims=(anything,))))


def test_an_added_property_is_checked_without_code(tmp_path: Path) -> None:
    extra = tmp_path / "boats.ttl"
    extra.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix schema: <https://schema.org/> . @prefix boat: <https://boats.example/> .\n"
        'boat:sails a owl:ObjectProperty ; rdfs:label "sails"@en ; rdfs:domain schema:Person ;\n'
        "  rdfs:range schema:Place .\n",
        encoding="utf-8",
    )
    ontology = load_ontology((extra,))
    sails = replace(open_relation("sail"), iri=ontology.iri("boat:sails"), label="sails")
    wrong = claim(MILL_NEWS, "Bo Ekström lives in Millbrook.", MILL, sails, MILLBROOK)
    reading = canonical(replace(MILL_READING, claims=(wrong,)))
    found = validate(serialize_graph([reading], ontology, BASE), ontology)
    message = "the subject of 'sails' must be of type Person"
    assert [str(violation) for violation in found] == [f"<{wrong.iri}>: {message} (found {MILL.iri})"]
