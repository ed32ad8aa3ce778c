"""SPARQL 1.1 Update, for stores that have no Graph Store: a graph is dropped and its triples are inserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.push.graph_store import ACCEPT, parse_triples
from graph.push.manifest import NamedGraph
from graph.remote import Remote

__all__ = ["SparqlUpdate"]

# Virtuoso compiles an update, and has no memory for one of 5,000 triples.
_AT_ONCE = 1000


@dataclass(frozen=True)
class SparqlUpdate:
    """A store that takes updates at its address, and answers queries at `query`."""

    remote: Remote
    query: str

    def read(self, iri: str, *, first: bool = False) -> list[ox.Triple] | None:
        """The triples of a graph, or None where it has none; where it is the `first` request, as in `Remote.send`."""
        asked = {"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"}
        response = self.remote.send("POST", address=self.query, content=asked, accept=ACCEPT, first=first)
        return parse_triples(response.content, response.headers.get("Content-Type", ""), self.query) or None

    def replace(self, graph: NamedGraph) -> None:
        """Put a graph in the place of whatever had its name; a large one comes in several steps."""
        first, *rest = _inserts(graph) or [""]
        self._update(f"DROP SILENT GRAPH <{graph.iri}> ;\n{first}")
        for insert in rest:
            self._update(insert)

    def extend(self, graph: NamedGraph) -> None:
        """Add triples to a graph."""
        for insert in _inserts(graph):
            self._update(insert)

    def delete(self, iri: str) -> None:
        """Delete a graph; it is no error that there is none."""
        self._update(f"DROP SILENT GRAPH <{iri}>")

    def load(self, graphs: Sequence[NamedGraph]) -> bool:
        """Many graphs at once are too much for an update."""
        return not graphs

    def _update(self, update: str) -> None:
        self.remote.send("POST", content=update.encode(), kind="application/sparql-update")


def _inserts(graph: NamedGraph) -> list[str]:
    return [f"INSERT DATA {{ GRAPH <{graph.iri}> {{\n{''.join(lines)}}} }}" for lines in _parts(graph.lines)]


def _parts(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    return (lines[i : i + _AT_ONCE] for i in range(0, len(lines), _AT_ONCE))
