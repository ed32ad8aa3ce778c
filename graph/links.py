"""Candidates: what an authority may mean by an entity, kept as statements of ours in a graph of their own.

`owl:sameAs` stands beside a candidate only where its score reached the user's threshold and no other came near it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import cast

import pyoxigraph as ox

from graph.rdf import Triples, literal, quads_in
from graph.terms import node, term
from ontology import GraphError, slug
from ontology.iris import digest

__all__ = ["Candidate", "links_iri", "parse_links", "serialize_links"]


@dataclass(frozen=True, order=True)
class Candidate:
    """That an entity is what an authority calls `label`: how sure that is, why, and whether it is taken as so.

    `score` lies between 0 and 1 with three places; `threshold` is what the user wanted it to reach.
    """

    entity: str
    authority: str
    iri: str
    label: str
    score: float
    reason: str
    threshold: float
    same: bool


def links_iri(base: str) -> str:
    """The name of the graph of links."""
    return f"{base}links"


def serialize_links(candidates: Sequence[Candidate], base: str) -> list[ox.Quad]:
    """The graph of links; nothing where there are no candidates."""
    return quads_in(links_iri(base), chain.from_iterable(_candidate(c, base) for c in candidates))


def _candidate(candidate: Candidate, base: str) -> Triples:
    parts = (candidate.entity, candidate.authority, candidate.iri)
    this, entity, other = node(f"{links_iri(base)}/{digest(*parts, length=16)}"), node(parts[0]), node(parts[2])
    for kind in ("rdf:Statement", "prov:Entity", "by:Candidate"):
        yield this, "rdf:type", term(kind)
    yield this, "rdf:subject", entity
    yield this, "rdf:predicate", term("owl:sameAs")
    yield this, "rdf:object", other
    yield this, "rdfs:label", ox.Literal(candidate.label)
    yield this, "by:score", _decimal(candidate.score)
    yield this, "by:reason", ox.Literal(candidate.reason)
    yield from _provenance(this, candidate, base)
    if candidate.same:
        yield entity, "owl:sameAs", other


def _provenance(this: ox.NamedNode, candidate: Candidate, base: str) -> Triples:
    name = f"{slug(candidate.authority)}-{digest(candidate.authority, length=6)}"
    authority, linking = node(f"{base}authority/{name}"), node(f"{base}authority/{name}/linking")
    yield this, "prov:wasDerivedFrom", authority
    yield this, "prov:wasGeneratedBy", linking
    yield authority, "rdf:type", term("prov:Entity")
    yield authority, "rdfs:label", ox.Literal(candidate.authority)
    yield linking, "rdf:type", term("prov:Activity")
    yield linking, "rdfs:label", ox.Literal("linking")
    yield linking, "prov:used", authority
    yield linking, "by:threshold", _decimal(candidate.threshold)


def _decimal(number: float) -> ox.Literal:
    return literal(f"{Decimal(repr(number)):f}", "xsd:decimal")


def parse_links(quads: Iterable[ox.Quad], base: str) -> tuple[Candidate, ...]:
    """The candidates in the graph of links, sorted: the inverse of `serialize_links`.

    Raises GraphError where a candidate misses a part.
    """
    name = node(links_iri(base))
    index: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in (q for q in quads if q.graph_name == name):
        subject, object_ = cast(ox.NamedNode, quad.subject), cast("ox.NamedNode | ox.Literal", quad.object)
        index[subject.value][quad.predicate.value].add(object_.value)
    kind, wanted = term("rdf:type").value, term("by:Candidate").value
    return tuple(sorted(_read(iri, index) for iri in list(index) if wanted in index[iri][kind]))


def _read(iri: str, index: dict[str, dict[str, set[str]]]) -> Candidate:
    def one(subject: str, name: str) -> str:
        found = sorted(index[subject][term(name).value])
        if not found:
            raise GraphError(f"<{subject}> has no {name} among the links: run `byline link` again")
        return found[0]

    entity, other = one(iri, "rdf:subject"), one(iri, "rdf:object")
    return Candidate(
        entity=entity,
        authority=one(one(iri, "prov:wasDerivedFrom"), "rdfs:label"),
        iri=other,
        label=one(iri, "rdfs:label"),
        score=_number(one(iri, "by:score")),
        reason=one(iri, "by:reason"),
        threshold=_number(one(one(iri, "prov:wasGeneratedBy"), "by:threshold")),
        same=other in index[entity][term("owl:sameAs").value],
    )


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as exc:
        raise GraphError(f"{text!r} among the links is no number: run `byline link` again") from exc
