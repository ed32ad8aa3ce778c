"""A reading as RDF: one named graph per article, every node under an IRI made from its content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from typing import cast

import pyoxigraph as ox

from graph.terms import Subject, Value, node, term
from ontology import BASE, Article, Claim, Entity, Evidence, Literal, Node, Qualifier, Reading, Relation, Time, slug
from ontology.iris import digest

__all__ = [
    "Triples",
    "literal",
    "quads_in",
    "quads_in_order",
    "serialize_reading",
    "text_hash",
    "triples_in_order",
    "value_node",
]

Triples = Iterator[tuple[Subject, str | ox.NamedNode, Value]]

_CONTEXT = 32
_INSTANTS = {
    "day": ("time:inXSDDate", "xsd:date"),
    "month": ("time:inXSDgYearMonth", "xsd:gYearMonth"),
    "year": ("time:inXSDgYear", "xsd:gYear"),
    "recurring": ("by:monthDay", "xsd:gMonthDay"),
}
_KINDS = dict.fromkeys(("day", "month", "year"), "time:Instant") | {"interval": "time:ProperInterval"}


def serialize_reading(reading: Reading) -> list[ox.Quad]:
    """The named graph of one article: its text, what it calls things, its claims and their evidence.

    The reading must be canonical (`graph.canonical`), which `graph.parse_readings` then gives back exactly.
    """
    article = reading.article
    entities = chain.from_iterable(_entity(e) for e in reading.entities)
    claims = chain.from_iterable(_claim(article, c) for c in reading.claims)
    return quads_in(article.iri, chain(_article(reading), entities, claims))


def quads_in(graph: str, triples: Iterable[tuple[Subject, str | ox.NamedNode, Value]]) -> list[ox.Quad]:
    """The triples in a graph, each once, by subject, with its type first; a predicate is a node or a prefixed name."""
    name = node(graph)
    quads = {ox.Quad(s, term(p) if isinstance(p, str) else p, o, name) for s, p, o in triples}
    return quads_in_order(quads)


def quads_in_order(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Quads by graph and subject, each subject's type first."""
    return sorted(quads, key=_reading_order)


def triples_in_order(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Triples by subject, each once and each subject's type first."""
    return [
        quad.triple for quad in quads_in_order({ox.Quad(t.subject, t.predicate, t.object, node(BASE)) for t in triples})
    ]


def _reading_order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    predicate = quad.predicate.value
    graph, subject = cast(ox.NamedNode, quad.graph_name).value, cast(ox.NamedNode, quad.subject).value
    return graph, subject, predicate != term("rdf:type").value, predicate, str(quad.object)


def text_hash(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def literal(value: str, datatype: str) -> ox.Literal:
    """A typed literal; `datatype` is a prefixed name."""
    return ox.Literal(value, datatype=term(datatype))


def _article(reading: Reading) -> Triples:
    article, this = reading.article, node(reading.article.iri)
    yield this, "rdf:type", term("schema:NewsArticle")
    yield this, "schema:headline", ox.Literal(article.headline)
    yield this, "schema:articleBody", ox.Literal(article.text)
    yield this, "by:sha256", ox.Literal(text_hash(article.text))
    if article.published:
        yield this, "schema:datePublished", literal(article.published.isoformat(), "xsd:date")
    if article.source:
        yield this, "dc:source", ox.Literal(article.source)
    for entity in reading.entities:
        yield this, "schema:mentions", node(entity.iri)


def _entity(entity: Entity) -> Triples:
    this = node(entity.iri)
    yield this, "by:readName", ox.Literal(entity.name)
    yield this, "by:readType", node(entity.type)
    for alias in entity.aliases:
        yield this, "by:readAlias", ox.Literal(alias)
    for alias in entity.misspellings:
        yield this, "by:readMisspelling", ox.Literal(alias)


def _claim(article: Article, claim: Claim) -> Triples:
    this = node(claim.iri)
    for kind in ("rdf:Statement", "prov:Entity", "by:Claim"):
        yield this, "rdf:type", term(kind)
    yield this, "rdf:subject", node(claim.subject.iri)
    yield from _relation(this, "rdf:predicate", claim.relation)
    yield from _value(this, "rdf:object", claim.object)
    yield from _stance(this, claim)
    yield this, "by:confidence", literal(f"{Decimal(repr(claim.confidence)):f}", "xsd:decimal")
    if claim.tentative:
        yield this, "by:tentative", literal("true", "xsd:boolean")
    yield this, "by:why", ox.Literal(claim.why)
    yield from _rule(article, this, claim.rule)
    yield from _sources(article, this, claim.sources)
    yield from _evidence(article, this, claim.evidence)
    for qualifier in claim.qualifiers:
        yield from _qualifier(article, this, qualifier)
    if claim.time:
        yield from _time(article, this, claim.time)


def _relation(this: Subject, link: str, relation: Relation) -> Triples:
    target = node(relation.iri)
    yield this, link, target
    yield this, "by:lemma", ox.Literal(relation.lemma)
    yield target, "by:readLabel", ox.Literal(relation.label)


def value_node(value: Node) -> Value:
    """The RDF term of an entity or literal."""
    return ox.Literal(value.value, datatype=node(value.datatype)) if isinstance(value, Literal) else node(value.iri)


def _value(this: Subject, link: str, value: Node) -> Triples:
    yield this, link, value_node(value)
    # Oxigraph and rdflib both rewrite typed literals ("007" becomes "7"), so what the text had is kept beside.
    if isinstance(value, Literal) and value.datatype != term("xsd:string").value:
        yield this, "by:asWritten", ox.Literal(value.value)
        yield this, "by:datatype", node(value.datatype)


def _stance(this: Subject, claim: Claim) -> Triples:
    modality = node(claim.modality.iri)
    yield this, "by:status", term(f"by:{claim.status}")
    yield this, "by:polarity", term(f"by:{claim.polarity}")
    yield this, "by:modality", modality
    yield modality, "by:readLabel", ox.Literal(claim.modality.label)


def _rule(article: Article, this: Subject, rule: str) -> Triples:
    activity = node(f"{article.iri}/rule/{slug(rule)}-{digest(rule, length=6)}")
    yield this, "prov:wasGeneratedBy", activity
    yield activity, "rdf:type", term("prov:Activity")
    yield activity, "rdfs:label", ox.Literal(rule)
    yield activity, "prov:used", node(article.iri)


def _sources(article: Article, this: Subject, sources: tuple[Entity, ...]) -> Triples:
    if not sources:
        return
    yield this, "prov:wasAttributedTo", node(sources[0].iri)
    outward = [_attribution(article, sources[i:]) for i in range(len(sources))]
    yield this, "prov:qualifiedAttribution", outward[0]
    for i, attribution in enumerate(outward):
        yield attribution, "rdf:type", term("prov:Attribution")
        yield attribution, "prov:agent", node(sources[i].iri)
        if i + 1 < len(outward):
            yield attribution, "by:accordingTo", outward[i + 1]


def _attribution(article: Article, sources: tuple[Entity, ...]) -> Subject:
    return node(f"{article.iri}/attribution/{digest(*(s.iri for s in sources))}")


def _evidence(article: Article, this: Subject, evidence: Evidence) -> Triples:
    start, end = evidence.start, evidence.end
    place = f"{article.iri}/text/{start}-{end}"
    span, position, quote = node(place), node(f"{place}/position"), node(f"{place}/quote")
    yield this, "prov:wasDerivedFrom", span
    yield span, "rdf:type", term("oa:SpecificResource")
    yield span, "oa:hasSource", node(article.iri)
    yield span, "oa:hasSelector", position
    yield span, "oa:hasSelector", quote
    yield position, "rdf:type", term("oa:TextPositionSelector")
    yield position, "oa:start", literal(str(start), "xsd:integer")
    yield position, "oa:end", literal(str(end), "xsd:integer")
    yield quote, "rdf:type", term("oa:TextQuoteSelector")
    yield quote, "oa:exact", ox.Literal(evidence.quote)
    yield quote, "oa:prefix", ox.Literal(article.text[max(0, start - _CONTEXT) : start])
    yield quote, "oa:suffix", ox.Literal(article.text[end : end + _CONTEXT])


def _qualifier(article: Article, claim: Subject, qualifier: Qualifier) -> Triples:
    relation, value = qualifier.relation, value_node(qualifier.object)
    this = node(f"{article.iri}/qualifier/{digest(relation.iri, relation.lemma, str(value))}")
    yield claim, "by:qualifier", this
    yield this, "rdf:type", term("by:Qualifier")
    yield from _relation(this, "by:relation", relation)
    yield from _value(this, "by:value", qualifier.object)


def _time(article: Article, claim: Subject, time: Time) -> Triples:
    this = node(
        f"{article.iri}/time/{slug(time.value)}-{digest(time.value, time.start, time.end, time.precision, length=6)}"
    )
    yield claim, "time:hasTime", this
    yield this, "rdf:type", term(_KINDS.get(time.precision, "time:TemporalEntity"))
    yield this, "by:timeValue", ox.Literal(time.value)
    yield this, "by:precision", ox.Literal(time.precision)
    if time.precision in _INSTANTS:
        link, datatype = _INSTANTS[time.precision]
        yield this, link, literal(time.value, datatype)
    for link, edge, day in (("by:earliest", "time:hasBeginning", time.start), ("by:latest", "time:hasEnd", time.end)):
        if day is not None:
            yield this, link, literal(day, "xsd:date")
            yield from _edge(article, this, edge, day) if time.precision == "interval" else ()


def _edge(article: Article, interval: Subject, link: str, day: str) -> Triples:
    this = node(f"{article.iri}/day/{slug(day)}")
    yield interval, link, this
    yield this, "rdf:type", term("time:Instant")
    yield this, "time:inXSDDate", literal(day, "xsd:date")
