"""What is made to be published: nanopublications, whose names prove their content, and schema.org for a page."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.namespace import SDO

from graph import canonical, export_graph, parse_readings, serialize_reading
from graph.nanopublications import serialize_nanopublications
from graph.schemaorg import serialize_schemaorg
from graph.store import serialize_trig
from graph.trusty import artifact_code
from ontology import BASE, Reading
from tests.graph.sample import MILL_NEWS, MILL_READING, MOVE_READING, ONTOLOGY, READINGS, iri
from tests.graph.strategies import readings

CLAIMS = [c for r in READINGS for c in r.claims]
HEAD, *PARTS = "Head", "assertion", "provenance", "pubinfo"
Nanopubs = dict[str, dict[str, set[ox.Triple]]]


def published(*found: Reading) -> list[ox.Quad]:
    return serialize_nanopublications([q for r in found for q in serialize_reading(canonical(r))], BASE)


def by_part(quads: Iterable[ox.Quad]) -> Nanopubs:
    nanopubs: Nanopubs = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        name, _, part = str(quad.graph_name).strip("<>").rpartition("/")
        nanopubs[name][part].add(quad.triple)
    return nanopubs


def read_back(quads: Iterable[ox.Quad], original: Reading) -> tuple[Reading, ...]:
    """The readings that nanopublications tell, with the text and the mere mentions that they leave out."""
    graph = ox.NamedNode(original.article.iri)
    told = {t for parts in by_part(quads).values() for part in ("assertion", "provenance") for t in parts[part]}
    if not original.claims:
        told |= {q.triple for q in serialize_reading(original) if q.subject == graph}
    told |= {q.triple for q in serialize_reading(original) if q.predicate.value in map(iri, LEFT_OUT)}
    return parse_readings(ox.Quad(t.subject, t.predicate, t.object, graph) for t in told)


# Of an article without claims nothing is left, and of who is merely mentioned neither.
LEFT_OUT = "schema:articleBody schema:mentions by:readName by:readType by:readAlias by:readMisspelling".split()


def test_each_claim_is_one_of_four_graphs() -> None:
    nanopubs = by_part(published(*READINGS))
    assert len(nanopubs) == len(CLAIMS)
    for name, parts in nanopubs.items():
        assert {*parts} == {HEAD, *PARTS}
        links = {(t.predicate.value, t.object) for t in parts[HEAD] if t.subject == ox.NamedNode(name)}
        assert links == {
            (iri("rdf:type"), ox.NamedNode(iri("np:Nanopublication"))),
            (iri("np:hasAssertion"), ox.NamedNode(f"{name}/assertion")),
            (iri("np:hasProvenance"), ox.NamedNode(f"{name}/provenance")),
            (iri("np:hasPublicationInfo"), ox.NamedNode(f"{name}/pubinfo")),
        }
        # Nanopublication guidelines: provenance speaks of the assertion, publication info of the nanopublication.
        assert ox.NamedNode(f"{name}/assertion") in {t.subject for t in parts["provenance"]}
        assert ox.NamedNode(name) in {t.subject for t in parts["pubinfo"]}


def test_only_what_the_article_says_itself_is_asserted_plainly() -> None:
    asserted = {t for parts in by_part(published(*READINGS)).values() for t in parts["assertion"]}
    for claim in CLAIMS:
        plain = [t for t in asserted if t.subject == ox.NamedNode(claim.subject.iri)]
        assert any(t.predicate.value == claim.relation.iri for t in plain) == claim.is_fact, claim


def test_a_name_proves_its_content() -> None:
    quads = published(*READINGS)
    for name in by_part(quads):
        code, own = name.rpartition("/")[2], [q for q in quads if str(q.graph_name).startswith(f"<{name}/")]
        assert artifact_code(own, code) == code
        assert artifact_code(own[:-1], code) != code


def test_the_code_is_that_of_the_reference_implementation() -> None:
    """Checked with `RdfHasher.make_hash` of the Python package nanopub 2.0.1, which also calls each of them valid."""
    (name,) = by_part(published(MOVE_READING))
    assert name.rpartition("/")[2] == "RAzyHWKuT_wBVj8CTSueoR2fc4Vi39EwkxQbIky8nrZA4"


def test_nothing_but_its_own_claim_is_in_a_name() -> None:
    fewer = replace(MILL_READING, claims=MILL_READING.claims[:2])
    assert {*by_part(published(fewer))} < {*by_part(published(MILL_READING))}


@given(reading=readings())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_claim_comes_back_from_its_nanopublication(reading: Reading) -> None:
    quads = published(reading)
    written = serialize_trig(quads, ONTOLOGY, BASE)
    read = list(ox.parse(written, ox.RdfFormat.TRIG))
    assert {*read} == {*quads}
    assert read_back(read, reading) == (reading,)


def page(found: Iterable[Reading]) -> list[dict[str, Any]]:
    articles: list[dict[str, Any]] = json.loads(serialize_schemaorg(found))["@graph"]
    return articles


def test_a_page_has_every_claim_with_its_author_and_its_words() -> None:
    (article,) = page([MILL_READING])
    assert article["headline"] == MILL_NEWS.headline
    assert article["datePublished"] == "2021-05-04"
    assert [part["@id"] for part in article["hasPart"]] == [c.iri for c in MILL_READING.claims]
    poison = next(part for part in article["hasPart"] if "poison" in part["name"])
    said = "Millbrook Mill poison Wend (denied, says Ada Thorne, according to the council’s spokesman)"
    assert poison["name"] == said
    assert [author["name"] for author in poison["author"]] == ["Ada Thorne"]
    assert poison["isBasedOn"]["text"] in MILL_NEWS.text
    assert "author" not in article["hasPart"][0]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own use of its old names
def test_a_page_uses_only_terms_of_schemaorg(sample_graph: Path, tmp_path: Path) -> None:
    export_graph(sample_graph, "schemaorg", tmp_path / "page.json", ONTOLOGY)
    read = rdflib.Graph().parse(tmp_path / "page.json", format="json-ld")
    types = set(read.objects(None, rdflib.RDF.type))
    for term in {str(t) for t in {*read.predicates(), *types}} - {str(rdflib.RDF.type)}:
        assert rdflib.URIRef(term) in SDO, term
    assert len(set(read.subjects(rdflib.RDF.type, SDO.Claim))) == len(CLAIMS)


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!-- <script>"])
def test_no_headline_ends_the_script_element(text: str) -> None:
    strange = replace(MILL_READING, article=replace(MILL_NEWS, headline=text))
    assert "<" not in serialize_schemaorg([strange])
    assert page([strange])[0]["headline"] == text


@given(reading=readings())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_reading_makes_a_page_that_parsers_read(reading: Reading) -> None:
    read = {q.triple for q in ox.parse(serialize_schemaorg([reading]), ox.RdfFormat.JSON_LD)}
    headline = ox.NamedNode(iri("schema:headline"))
    assert [t.object.value for t in read if t.predicate == headline and isinstance(t.object, ox.Literal)] == [
        reading.article.headline
    ] * bool(reading.article.headline)
