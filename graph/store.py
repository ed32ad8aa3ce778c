"""The Oxigraph store on disk: the truth of a graph folder, in quads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, takewhile
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.facts import serialize_facts, serialize_terms
from graph.rdf import serialize_reading
from graph.terms import term
from ontology import GraphError, Ontology, Reading

__all__ = ["dataset_base", "open_store", "serialize_graph", "serialize_trig", "write_store"]


def serialize_graph(readings: Sequence[Reading], ontology: Ontology, base: str) -> list[ox.Quad]:
    """All quads of a graph: the facts, one graph per article, and the terms in use explained."""
    articles = chain.from_iterable(serialize_reading(r) for r in readings)
    return [*serialize_facts(readings, base), *articles, *serialize_terms(readings, ontology, base)]


def serialize_trig(quads: Iterable[ox.Quad], ontology: Ontology, base: str) -> bytes:
    """The quads as TriG, with the prefixes in use and everything of ours relative to the base."""
    prefixes = {name: iri for name, iri in sorted(ontology.prefixes.items()) if name}
    data = cast(bytes, ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=prefixes, base_iri=base))
    lines = data.decode().split("\n")
    body = "\n".join(lines[sum(1 for _ in takewhile(lambda line: line.startswith("@"), lines)) :])
    # Oxigraph writes the prefixes in another order each time, and relative to the base.
    used = (f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items() if f"{name}:" in body)
    return f"@base <{base}> .\n{''.join(used)}{body}".encode()


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
