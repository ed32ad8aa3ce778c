"""The Oxigraph store on disk: the truth of a graph folder, in quads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from graph.facts import facts_iri, serialize_facts, serialize_terms
from graph.rdf import serialize_reading
from graph.terms import node, term
from graph.turtle import serialize_prefixed
from ontology import GraphError, Ontology, Reading

__all__ = ["dataset_base", "open_store", "serialize_graph", "serialize_trig", "write_store"]


def serialize_graph(readings: Sequence[Reading], ontology: Ontology, base: str) -> list[ox.Quad]:
    """All quads of a graph: the facts, one graph per article, and the terms in use explained."""
    articles = chain.from_iterable(serialize_reading(r) for r in readings)
    return [*serialize_facts(readings, base), *articles, *serialize_terms(readings, ontology, base)]


def serialize_trig(quads: Iterable[ox.Quad], ontology: Ontology, base: str) -> str:
    """The quads as TriG: the facts first, the ontology's prefixes, and everything of ours relative to the base."""
    facts = node(facts_iri(base))
    ordered = sorted(quads, key=lambda quad: quad.graph_name != facts)
    return serialize_prefixed(ordered, ox.RdfFormat.TRIG, ontology.prefixes, base)


def write_store(path: Path, quads: Iterable[ox.Quad]) -> None:
    """A new store on disk that holds the quads.

    Raises OSError where it cannot be written.
    """
    store = ox.Store(str(path))
    store.bulk_extend(quads)
    store.flush()


def open_store(path: Path) -> ox.Store:
    """A store on disk, for reading only.

    Raises GraphError where there is none.
    """
    try:
        return ox.Store.read_only(str(path))
    except (OSError, ValueError) as exc:
        raise GraphError(
            f"{path}: not readable as an Oxigraph store ({_first_line(exc)}): build the graph again"
        ) from exc


def _first_line(exc: Exception) -> str:
    return (str(exc).splitlines() or [type(exc).__name__])[0]


def dataset_base(store: ox.Store) -> str | None:
    """The base of the graph's own IRIs, read off the name of its facts graph."""
    for quad in store.quads_for_pattern(None, term("rdf:type"), term("schema:Dataset"), None):
        if quad.subject == quad.graph_name and isinstance(quad.subject, ox.NamedNode):
            return quad.subject.value.removesuffix("facts")
    return None
