"""Readings become RDF and come back as they were, whatever way the RDF takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.namespace import DC, PROV, RDF, RDFS, SDO, SKOS, TIME, DefinedNamespace

from graph import canonical, parse_readings, serialize_reading
from graph.exports import serialize_rdfxml
from graph.jsonld import serialize_jsonld
from graph.rdf12 import serialize_rdf12
from graph.store import serialize_graph, serialize_trig
from graph.turtle import serialize_prefixed
from ontology import BASE, GraphError, Reading
from tests.graph.sample import MILL_NEWS, MILL_READING, ONTOLOGY, READINGS, iri
from tests.graph.strategies import readings

Quads = list[ox.Quad]
# XML 1.0, section 2.2.
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def spo(quad: ox.Quad) -> tuple[str, str, str]:
    subject, object_ = cast(ox.NamedNode, quad.subject), cast(ox.NamedNode | ox.Literal, quad.object)
    return subject.value, quad.predicate.value, object_.value


def through_nquads(quads: Quads) -> Quads:
    return list(ox.parse(ox.serialize(quads, format=ox.RdfFormat.N_QUADS), ox.RdfFormat.N_QUADS))


def through_trig(quads: Quads) -> Quads:
    return list(ox.parse(serialize_trig(quads, ONTOLOGY, BASE), ox.RdfFormat.TRIG))


def through_a_store(quads: Quads) -> Quads:
    store = ox.Store()
    store.extend(quads)
    return list(store)


def through_jsonld(quads: Quads) -> Quads:
    return list(ox.parse(serialize_jsonld(quads, ONTOLOGY.prefixes, BASE), ox.RdfFormat.JSON_LD))


def through_rdf12(quads: Quads) -> Quads:
    """Its triple terms taken apart again, as `rdf:reifies` says."""
    read, reifies = ox.parse(serialize_rdf12(quads, ONTOLOGY.prefixes, BASE), ox.RdfFormat.TRIG), iri("rdf:reifies")
    return [part for quad in read for part in (_unreified(quad) if quad.predicate.value == reifies else [quad])]


def _unreified(quad: ox.Quad) -> Quads:
    told, claim = cast(ox.Triple, quad.object), cast(ox.NamedNode, quad.subject)
    parts = {"subject": told.subject, "predicate": told.predicate, "object": told.object}
    links = {ox.NamedNode(iri(f"rdf:{name}")): cast(ox.NamedNode, part) for name, part in parts.items()}
    links[ox.NamedNode(iri("rdf:type"))] = ox.NamedNode(iri("rdf:Statement"))
    return [ox.Quad(claim, link, part, quad.graph_name) for link, part in links.items()]


def through_triples(form: ox.RdfFormat) -> Callable[[Quads], Quads]:
    """A format that knows one graph only: that of the one article."""

    def travel(quads: Quads) -> Quads:
        triples = [q.triple for q in quads]
        turtle = serialize_prefixed(triples, form, ONTOLOGY.prefixes, BASE) if form == ox.RdfFormat.TURTLE else None
        read = ox.parse(turtle or ox.serialize(triples, format=form), form)
        return [ox.Quad(q.subject, q.predicate, q.object, quads[0].graph_name) for q in read]

    return travel


def through_our_jsonld_in_rdflib(quads: Quads) -> Quads:
    read = rdflib.Dataset()
    read.parse(data=serialize_jsonld(quads, ONTOLOGY.prefixes, BASE), format="json-ld")
    return list(ox.parse(read.serialize(format="nquads"), ox.RdfFormat.N_QUADS))


def through_rdflib(form: str) -> Callable[[Quads], Quads]:
    def travel(quads: Quads) -> Quads:
        read = rdflib.Dataset()
        read.parse(data=serialize_trig(quads, ONTOLOGY, BASE), format="trig")
        again = rdflib.Dataset()
        again.parse(data=read.serialize(format=form), format=form)
        return list(ox.parse(again.serialize(format="nquads"), ox.RdfFormat.N_QUADS))

    return travel


@pytest.mark.parametrize(
    "travel",
    [
        *(through_nquads, through_trig, through_a_store, through_jsonld, through_rdf12),
        *map(through_triples, (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES)),
    ],
)
@given(reading=readings())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_reading_comes_back(travel: Callable[[Quads], Quads], reading: Reading) -> None:
    assert parse_readings(travel(serialize_reading(reading))) == (reading,)


# rdflib 7 warns of its own use of Dataset.default_context and the like.
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning", "ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize(
    "travel",
    [*map(through_rdflib, ("trig", "nquads", "json-ld")), through_our_jsonld_in_rdflib],
    ids=lambda t: t.__name__,
)
@given(reading=readings())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_reading_comes_back_through_rdflib(travel: Callable[[Quads], Quads], reading: Reading) -> None:
    assert parse_readings(travel(serialize_reading(reading))) == (reading,)


@given(reading=readings())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_reading_comes_back_through_xml_that_has_its_characters(reading: Reading) -> None:
    quads = serialize_reading(reading)
    if any(NOT_XML.search(str(getattr(q.object, "value", ""))) for q in quads):
        with pytest.raises(ValueError, match="XML has no place for the character"):
            serialize_rdfxml(quads)
        return
    text = serialize_rdfxml(quads)
    read = [
        ox.Quad(q.subject, q.predicate, q.object, quads[0].graph_name) for q in ox.parse(text, ox.RdfFormat.RDF_XML)
    ]
    assert parse_readings(read) == (reading,)


@given(reading=readings())
@settings(max_examples=30, deadline=None)
def test_canonical_is_final(reading: Reading) -> None:
    assert canonical(reading) == reading


def test_several_articles_are_kept_apart() -> None:
    quads = [q for r in READINGS for q in serialize_reading(canonical(r))]
    assert parse_readings(quads) == tuple(sorted(map(canonical, READINGS), key=lambda r: r.article.iri))


def test_no_blank_nodes_and_no_triple_in_two_graphs() -> None:
    quads = serialize_graph([canonical(r) for r in READINGS], ONTOLOGY, BASE)
    assert not any(isinstance(part, ox.BlankNode) for q in quads for part in (q.subject, q.object))
    as_read = {iri(f"by:read{what}") for what in ("Name", "Type", "Alias", "Misspelling", "Label")}
    triples = [q.triple for q in quads if q.predicate.value not in as_read]
    assert len(triples) == len(set(triples))


def test_only_own_voice_makes_a_plain_triple() -> None:
    quads = serialize_graph([canonical(MILL_READING)], ONTOLOGY, BASE)
    facts = {spo(q)[:2] for q in quads if q.graph_name == ox.NamedNode(f"{BASE}facts")}
    for claim in MILL_READING.claims:
        assert ((claim.subject.iri, claim.relation.iri) in facts) == claim.is_fact, claim


def test_a_tentative_claim_makes_no_plain_triple() -> None:
    plain = next(c for c in MILL_READING.claims if c.is_fact)
    doubted = replace(MILL_READING, claims=(replace(plain, confidence=0.5, tentative=True),))
    quads = serialize_graph([canonical(doubted)], ONTOLOGY, BASE)
    facts = {spo(q)[:2] for q in quads if q.graph_name == ox.NamedNode(f"{BASE}facts")}
    assert (plain.subject.iri, plain.relation.iri) not in facts
    assert (plain.iri, iri("by:tentative"), "true") in {spo(q) for q in quads}


def test_nested_sources_are_a_chain_from_the_innermost() -> None:
    claim = next(c for c in MILL_READING.claims if len(c.sources) == 2)
    objects = {(s, p): o for s, p, o in map(spo, serialize_reading(canonical(MILL_READING)))}
    inner = objects[claim.iri, iri("prov:qualifiedAttribution")]
    outer = objects[inner, iri("by:accordingTo")]
    assert [objects[a, iri("prov:agent")] for a in (inner, outer)] == [source.iri for source in claim.sources]


# W3C Web Annotation Vocabulary, sections 2 and 3: rdflib brings no copy of it.
OA = {"SpecificResource", "TextPositionSelector", "TextQuoteSelector", "hasSource", "hasSelector"}
OA |= {"start", "end", "exact", "prefix", "suffix"}


def test_every_reused_term_exists_in_its_vocabulary() -> None:
    triples = [spo(q) for r in READINGS for q in serialize_reading(canonical(r))]
    terms = {p for _, p, _ in triples} | {o for _, p, o in triples if p == iri("rdf:type")}
    closed: list[type[DefinedNamespace]] = [DC, PROV, RDF, RDFS, SDO, SKOS, TIME]
    for term in sorted(terms):
        home = next((n for n in closed if term.startswith(str(n))), None)
        if home is not None:
            assert term.removeprefix(str(home)) in home, term
        elif term.startswith(iri("oa:")):
            assert term.removeprefix(iri("oa:")) in OA
        else:
            assert ONTOLOGY.texts(term, "rdfs:comment"), f"{term} is ours and unexplained"


@pytest.mark.parametrize("lost", ["rdf:subject", "by:polarity", "oa:exact", "schema:articleBody", "by:readName"])
def test_a_graph_with_a_part_missing_is_one_clear_error(lost: str) -> None:
    quads = [q for q in serialize_reading(canonical(MILL_READING)) if q.predicate.value != iri(lost)]
    with pytest.raises(GraphError, match="build that article again"):
        parse_readings(quads)


def test_evidence_is_shared_by_the_claims_of_a_span() -> None:
    quads = serialize_reading(canonical(MILL_READING))
    spans = {s for s, _, o in map(spo, quads) if o == iri("oa:SpecificResource")}
    assert len(spans) == len({c.evidence for c in MILL_READING.claims}) < len(MILL_READING.claims)
    assert all(span.startswith(MILL_NEWS.iri) for span in spans)


def test_nobody_in_an_article_claims_what_only_describes_claims() -> None:
    ours = {s.value for s, p, o in ONTOLOGY.triples if p == iri("rdf:type") and o.value == iri("rdf:Property")}
    assert iri("by:status") in ours
    assert not ours & set(ONTOLOGY.properties)
    assert iri("by:Claim") not in ONTOLOGY.classes
    assert all(ONTOLOGY.text(term, "rdfs:label") and ONTOLOGY.text(term, "rdfs:comment") for term in ours)
