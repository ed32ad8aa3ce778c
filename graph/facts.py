"""The facts graph: each entity once, and the plain triples that the articles themselves vouch for.

It follows from the readings alone, so that it can be rebuilt whenever an article comes or goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import pyoxigraph as ox

from graph.rdf import Triples, quads_in, value_node
from graph.terms import node, term
from ontology import Claim, Entity, Ontology, Reading, Relation

__all__ = ["facts_iri", "serialize_facts", "serialize_terms", "terms_iri"]

_HIDDEN = ("lex:", "by:color", "by:shape", "by:icon", "by:plural")


def facts_iri(base: str) -> str:
    """The name of the facts graph."""
    return f"{base}facts"


def terms_iri(base: str) -> str:
    """The name of the graph that explains the ontology's terms."""
    return f"{base}terms"


def serialize_facts(readings: Sequence[Reading], base: str) -> list[ox.Quad]:
    """Entities with their labels, open relations, and `s p o` for every claim that is a fact."""
    entities = chain.from_iterable(_entity(group) for group in _by_iri(readings))
    claims = chain.from_iterable(_claim(c) for r in readings for c in r.claims)
    return quads_in(facts_iri(base), chain(_dataset(readings, base), entities, claims))


def _dataset(readings: Sequence[Reading], base: str) -> Triples:
    this = node(facts_iri(base))
    yield this, "rdf:type", term("schema:Dataset")
    for reading in readings:
        yield this, "schema:isBasedOn", node(reading.article.iri)


def _by_iri(readings: Sequence[Reading]) -> Iterable[list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in chain.from_iterable(r.entities for r in readings):
        found.setdefault(entity.iri, []).append(entity)
    return found.values()


def _entity(readings: list[Entity]) -> Triples:
    """One entity as all articles read it: the commonest name is its label, the others are alternatives."""
    this = node(readings[0].iri)
    counted = Counter(e.name for e in readings)
    label = min(counted, key=lambda name: (-counted[name], name))
    misspelt = {n for e in readings for n in e.misspellings}
    others = {n for e in readings for n in (e.name, *e.aliases)} - {label} - misspelt
    yield this, "rdfs:label", ox.Literal(label)
    yield from ((this, "rdf:type", node(e.type)) for e in readings)
    yield from ((this, "skos:altLabel", ox.Literal(name)) for name in others)
    yield from ((this, "skos:hiddenLabel", ox.Literal(name)) for name in misspelt - {label})


def _claim(claim: Claim) -> Triples:
    for relation in (claim.relation, *(q.relation for q in claim.qualifiers)):
        yield from _open_relation(claim.article, relation)
    if claim.is_fact:
        yield node(claim.subject.iri), node(claim.relation.iri), value_node(claim.object)


def _open_relation(article: str, relation: Relation) -> Triples:
    # An open relation lies beside its article (ontology.iris); the ontology's own relations are explained in `terms`.
    if relation.iri.startswith(f"{article.rpartition('/article/')[0]}/relation/"):
        this = node(relation.iri)
        yield this, "rdf:type", term("rdf:Property")
        yield this, "rdf:type", term("by:OpenRelation")
        yield this, "rdfs:label", ox.Literal(relation.label)


def serialize_terms(
    readings: Sequence[Reading], ontology: Ontology, base: str, inferred: Iterable[ox.Quad] = ()
) -> list[ox.Quad]:
    """What the ontology says of the classes, properties and modalities in use, without its lexicon and colours."""
    used = _used(readings, ontology) | {quad.predicate.value for quad in inferred}
    hidden = tuple(ontology.iri(name) for name in _HIDDEN)
    explained = (
        (s, ox.NamedNode(p), o)
        for s, p, o in ontology.triples
        if s.value in used
        and isinstance(s, ox.NamedNode)
        and not isinstance(o, ox.BlankNode)
        and not p.startswith(hidden)
    )
    return quads_in(terms_iri(base), explained)


def _used(readings: Sequence[Reading], ontology: Ontology) -> set[str]:
    claims = [c for r in readings for c in r.claims]
    kinds = {e.type for r in readings for e in r.entities}
    classes = {above for kind in kinds for above in ontology.ancestors.get(kind, ())}
    named = {r.iri for c in claims for r in (c.relation, *(q.relation for q in c.qualifiers))}
    relations = {above for iri in named for above in ontology.upward(iri, "rdfs:subPropertyOf")}
    statuses = {term(f"by:{name}").value for c in claims for name in (c.status, c.polarity)}
    return (
        classes
        | relations
        | statuses
        | {above for c in claims for above in ontology.upward(c.modality.iri, "skos:broader")}
    )
