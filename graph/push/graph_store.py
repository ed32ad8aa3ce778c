"""The SPARQL 1.1 Graph Store HTTP Protocol: a graph is put, read and deleted under its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.push.manifest import NamedGraph
from graph.remote import Remote
from ontology import RemoteError

__all__ = ["ACCEPT", "GraphStore", "parse_triples"]

ACCEPT = "application/n-triples, text/turtle;q=0.5"
_TRIPLES, _QUADS = "application/n-triples", "application/n-quads"
_UNABLE = (400, 404, 405, 406, 411, 413, 415, 422, 500, 501)  # what a store may say that takes no N-Quads
_NO_STORE = (404, 405, 501)


@dataclass(frozen=True)
class GraphStore:
    """A store that takes whole graphs (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

    remote: Remote

    def read(self, iri: str) -> list[ox.Triple] | None:
        """The triples of a graph, or None where there is no such graph."""
        response = self.remote.send("GET", graph=iri, accept=ACCEPT, fine=(404,))
        if response.status_code == 404:
            return None
        return parse_triples(response.content, response.headers.get("Content-Type", ""), self.remote.address)

    def replace(self, graph: NamedGraph) -> None:
        """Put a graph in the place of whatever had its name."""
        response = self.remote.send("PUT", graph=graph.iri, content=graph.content, kind=_TRIPLES, fine=_NO_STORE)
        if response.status_code in _NO_STORE:
            raise RemoteError(
                f"{self.remote.address}: {response.status_code}: no graph can be put there: give the address of its "
                f"Graph Store, or that of its SPARQL Update with --query and the one that answers queries"
            )

    def extend(self, graph: NamedGraph) -> None:
        """Add triples to a graph."""
        self.remote.send("POST", graph=graph.iri, content=graph.content, kind=_TRIPLES)

    def delete(self, iri: str) -> None:
        """Delete a graph; it is no error that there is none."""
        self.remote.send("DELETE", graph=iri, fine=(404,))

    def load(self, graphs: Sequence[NamedGraph]) -> bool:
        """Add many graphs at once, and say whether the store can: not all take N-Quads, and one says yes to all."""
        content = b"".join(graph.quads for graph in graphs)
        answer = self.remote.send("POST", content=content, kind=_QUADS, fine=_UNABLE)
        smallest = min(graphs, key=lambda graph: len(graph.lines))
        return answer.is_success and self.read(smallest.iri) is not None


def parse_triples(content: bytes, kind: str, address: str) -> list[ox.Triple]:
    """The triples in an answer.

    Raises RemoteError where it is no RDF.
    """
    if not content.strip():
        return []  # some say 204 No Content, without a kind, for a graph that they do not have
    form = ox.RdfFormat.from_media_type(kind.partition(";")[0].strip())
    try:
        if form is None:
            raise ValueError(kind or "no media type")
        return [quad.triple for quad in ox.parse(content, format=form)]
    except (SyntaxError, ValueError) as exc:
        reason = str(exc).partition("\n")[0]
        raise RemoteError(f"{address}: answers, but not with RDF ({reason}): is this the address of a store?") from exc
