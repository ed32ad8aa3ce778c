"""RDF 1.2: a claim reifies what it says (RDF 1.2 Concepts, section 1.5) instead of linking to its three parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import pyoxigraph as ox

from graph.terms import term
from graph.turtle import serialize_prefixed

__all__ = ["serialize_rdf12"]


def serialize_rdf12(quads: Iterable[ox.Quad], prefixes: Mapping[str, str], base: str) -> str:
    """The quads as TriG 1.2, each claim with `rdf:reifies` and a triple term."""
    return serialize_prefixed(_reified(quads), ox.RdfFormat.TRIG, prefixes, base)


def _reified(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    links = {term(f"rdf:{name}"): name for name in ("subject", "predicate", "object")}
    parts: dict[ox.NamedNode, dict[str, ox.NamedNode]] = {}
    for quad in quads:
        subject = cast(ox.NamedNode, quad.subject)
        if quad.predicate in links:
            found = parts.setdefault(subject, {})
            found[links[quad.predicate]] = cast(ox.NamedNode, quad.object)
            if len(found) == len(links):
                triple = ox.Triple(found["subject"], found["predicate"], found["object"])
                yield ox.Quad(subject, term("rdf:reifies"), triple, quad.graph_name)
        elif quad.object != term("rdf:Statement"):
            yield quad
