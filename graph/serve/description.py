"""What the graph says of one thing, as triples: the thing with its parts, and what leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

import pyoxigraph as ox

from graph.jsonld import serialize_jsonld_triples
from graph.rdf import triples_in_order
from graph.serve.negotiation import FORMS
from graph.serve.snapshot import Snapshot
from graph.terms import term
from graph.turtle import serialize_prefixed
from ontology import describe_term

__all__ = ["describe", "serialize_description", "serialize_terms"]

_Node = TypeVar("_Node")

_AS_READ = ("by:readName", "by:readType", "by:readAlias", "by:readMisspelling", "by:readLabel")


def describe(snapshot: Snapshot, iri: str) -> list[ox.Triple]:
    """A graph whole; of anything else its own triples, those of its parts, and those that lead to it."""
    this = ox.NamedNode(iri)
    if inside := [quad.triple for quad in snapshot.store.quads_for_pattern(None, None, None, this)]:
        return triples_in_order(inside)
    as_read = {term(name) for name in _AS_READ}
    found = [*_outward(snapshot, this), *(q.triple for q in snapshot.store.quads_for_pattern(None, None, this))]
    return triples_in_order(t for t in found if t.predicate not in as_read)


def _outward(snapshot: Snapshot, this: ox.NamedNode) -> Iterator[ox.Triple]:
    """The triples of a node and of its parts: no node is blank here, so these are what lies under the same article."""
    seen, waiting = {this}, [this]
    while waiting:
        node = waiting.pop()
        for quad in snapshot.store.quads_for_pattern(node, None, None):
            yield quad.triple
            part = quad.object
            if isinstance(part, ox.NamedNode) and part not in seen and _is_part(snapshot, part.value):
                seen.add(part)
                waiting.append(part)


def _is_part(snapshot: Snapshot, iri: str) -> bool:
    articles = f"{snapshot.base}article/"
    below = iri.removeprefix(articles).split("/")
    return iri.startswith(articles) and len(below) > 1 and below[1] not in ("claim", "entity")


def serialize_terms(snapshot: Snapshot, iris: Iterable[str], media: str) -> bytes:
    """All that the ontology says of terms as Turtle, JSON-LD or N-Triples."""
    triples = _told(snapshot, iris)
    if media == FORMS["ttl"]:
        return serialize_prefixed(triples, ox.RdfFormat.TURTLE, snapshot.ontology.prefixes).encode()
    form = ox.RdfFormat.JSON_LD if media == FORMS["jsonld"] else ox.RdfFormat.N_TRIPLES
    return cast(bytes, ox.serialize(triples, format=form))


def _told(snapshot: Snapshot, iris: Iterable[str]) -> list[ox.Triple]:
    found = (ox.parse(describe_term(snapshot.ontology, iri), format=ox.RdfFormat.TURTLE) for iri in iris)
    names: dict[ox.BlankNode, ox.BlankNode] = {}

    def named(node: _Node) -> _Node:
        """A nameless node has another name each time that it is read: here they are counted."""
        if not isinstance(node, ox.BlankNode):
            return node
        return cast(_Node, names.setdefault(node, ox.BlankNode(f"b{len(names)}")))

    triples = (cast(ox.Triple, quad.triple) for parsed in found for quad in parsed)
    return [ox.Triple(named(t.subject), t.predicate, named(t.object)) for t in triples]


def serialize_description(snapshot: Snapshot, triples: Iterable[ox.Triple], media: str, base: str = "") -> bytes:
    """The triples as Turtle, JSON-LD or N-Triples."""
    prefixes = snapshot.ontology.prefixes
    if media == FORMS["ttl"]:
        return serialize_prefixed(triples, ox.RdfFormat.TURTLE, prefixes, base or snapshot.base).encode()
    if media == FORMS["jsonld"]:
        return serialize_jsonld_triples(triples, prefixes, base or snapshot.base).encode()
    return cast(bytes, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES))
