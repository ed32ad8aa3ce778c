"""The Oxigraph store on disk: the truth of a graph folder, in quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.facts import serialize_facts, serialize_terms
from graph.inference import infer
from graph.rdf import serialize_reading
from graph.terms import term
from graph.turtle import serialize_prefixed
from ontology import GraphError, Ontology, Reading

__all__ = ["dataset_base", "open_store", "read_store", "serialize_graph", "serialize_trig", "write_store"]


def serialize_graph(
    readings: Sequence[Reading], ontology: Ontology, base: str, *, inferring: bool = False
) -> list[ox.Quad]:
    """All quads of a graph: the facts, what follows from them if it is to, one graph per article, the terms in use."""
    facts = serialize_facts(readings, base)
    inferred = infer(facts, ontology, base) if inferring else []
    articles = chain.from_iterable(serialize_reading(r) for r in readings)
    return [*facts, *inferred, *articles, *serialize_terms(readings, ontology, base, inferred)]


def serialize_trig(quads: Iterable[ox.Quad], ontology: Ontology, base: str) -> str:
    """The quads as TriG, with the ontology's prefixes and everything of ours relative to the base."""
    return serialize_prefixed(quads, ox.RdfFormat.TRIG, ontology.prefixes, base)


def write_store(path: Path, quads: Iterable[ox.Quad]) -> None:
    """A new store on disk that holds the quads.

    Raises OSError where it cannot be written.
    """
    try:
        store = ox.Store(str(path))
        store.bulk_extend(quads)
        store.flush()
    except RuntimeError as exc:  # RocksDB's own, for a full disk among others
        raise OSError(str(exc)) from exc


def open_store(path: Path) -> ox.Store:
    """A store on disk, for reading only.

    Raises GraphError where there is none.
    """
    with _readable(path):
        return ox.Store.read_only(str(path))


def read_store(path: Path) -> list[ox.Quad]:
    """All quads of a store on disk, in no order.

    Raises GraphError where there is none, or where it is damaged.
    """
    with _readable(path):
        return list(open_store(path))


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError, ValueError) as exc:
        reason = (str(exc).splitlines() or [type(exc).__name__])[0]
        raise GraphError(f"{path}: not readable as an Oxigraph store ({reason}): build the graph again") from exc


def dataset_base(quads: Iterable[ox.Quad]) -> str | None:
    """The base of the graph's own IRIs, read off the name of its facts graph."""
    kind, dataset = term("rdf:type"), term("schema:Dataset")
    for quad in quads:
        if quad.predicate == kind and quad.object == dataset and quad.subject == quad.graph_name:
            return cast(ox.NamedNode, quad.subject).value.removesuffix("facts")
    return None
