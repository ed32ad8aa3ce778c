"""What the graph says of one thing, as triples: the thing with its parts, and what leads to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import cast

import pyoxigraph as ox

from graph.jsonld import serialize_jsonld_triples
from graph.rdf import triples_in_order
from graph.serve.negotiation import FORMS
from graph.serve.snapshot import Snapshot
from graph.terms import term
from graph.turtle import serialize_prefixed

__all__ = ["describe", "describe_ontology", "describe_term", "serialize_description"]

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


def describe_term(snapshot: Snapshot, iri: str) -> list[ox.Triple]:
    """What the ontology says of a term, without what has no name."""
    return _said(snapshot, lambda subject: subject.value == iri)


def describe_ontology(snapshot: Snapshot) -> list[ox.Triple]:
    """All that the ontology says of terms, without what has no name."""
    return _said(snapshot, lambda _: True)


def _said(snapshot: Snapshot, wanted: Callable[[ox.NamedNode], bool]) -> list[ox.Triple]:
    return triples_in_order(
        ox.Triple(s, ox.NamedNode(p), o)
        for s, p, o in snapshot.ontology.triples
        if isinstance(s, ox.NamedNode) and wanted(s) and not isinstance(o, ox.BlankNode)
    )


def serialize_description(snapshot: Snapshot, triples: Iterable[ox.Triple], media: str, base: str = "") -> bytes:
    """The triples as Turtle, JSON-LD or N-Triples."""
    prefixes = snapshot.ontology.prefixes
    if media == FORMS["ttl"]:
        return serialize_prefixed(triples, ox.RdfFormat.TURTLE, prefixes, base or snapshot.base).encode()
    if media == FORMS["jsonld"]:
        return serialize_jsonld_triples(triples, prefixes, base or snapshot.base).encode()
    return cast(bytes, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES))
