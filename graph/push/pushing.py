"""Pushing: a graph folder on its way to another store, in steps that may end anywhere and be taken again.

First the manifest is put there with all that is going to change, then the graphs, noted every few, then the manifest as
it is to be. So a push that dies leaves what the next one must know, and one that has nothing to do sends nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import httpx
import pyoxigraph as ox

from graph.facts import facts_iri
from graph.folder import graph_quads
from graph.push.graph_store import ACCEPT, GraphStore, parse_triples
from graph.push.manifest import (
    Manifest,
    NamedGraph,
    Plan,
    manifest_iri,
    parse_manifest,
    plan_push,
    serialize_manifest,
    split_graphs,
)
from graph.push.sparql_update import SparqlUpdate
from graph.remote import Remote
from graph.store import dataset_base
from ontology import BASE, RemoteError

__all__ = ["Push", "push_graph"]

_GRAPHS, _BYTES = 16, 4_000_000  # sent between two notes in the manifest
_STATEMENTS = "/statements"
_NO_GRAPH_STORE = (400, 405, 406, 415, 422, 501)


class _Store(Protocol):
    """What a store must be able to do, by whichever protocol."""

    def read(self, iri: str) -> list[ox.Triple] | None: ...
    def replace(self, graph: NamedGraph) -> None: ...
    def extend(self, graph: NamedGraph) -> None: ...
    def delete(self, iri: str) -> None: ...
    def load(self, graphs: Sequence[NamedGraph]) -> bool: ...


@dataclass(frozen=True)
class Push:
    """A push that can be carried out: what it will do, and to which store; `empty` where nothing of ours is there."""

    plan: Plan
    store: _Store
    base: str
    empty: bool

    def carry_out(self, tell: Callable[[int], None] = lambda _: None) -> None:
        """Make the store hold the graph; `tell` is called with how many graphs are done each time some are.

        Raises RemoteError where that fails; then the next push goes on from there.
        """
        if not (self.plan.sent or self.plan.deleted):
            return
        self.store.replace(serialize_manifest(self.plan.under_way, self.base))
        at_once = self.empty
        for graphs in _portions(self.plan.sent):
            at_once = at_once and self.store.load(graphs)
            if not at_once:
                for graph in graphs:
                    self.store.replace(graph)
            self.store.extend(serialize_manifest({g.iri: g.hash for g in graphs}, self.base))
            tell(len(graphs))
        for iri in self.plan.deleted:
            self.store.delete(iri)
            tell(1)
        self.store.replace(serialize_manifest(self.plan.done, self.base))


def _portions(graphs: Sequence[NamedGraph]) -> Iterator[Sequence[NamedGraph]]:
    portion: list[NamedGraph] = []
    for graph in graphs:
        portion.append(graph)
        if len(portion) == _GRAPHS or sum(len(g.content) for g in portion) > _BYTES:
            yield portion
            portion = []
    if portion:
        yield portion


def push_graph(folder: Path, remote: Remote, *, query: str = "", everything: bool = False) -> Push:
    """What has to be done so that a store holds what a graph folder holds; nothing is sent yet.

    The store is spoken to by the Graph Store Protocol, or by SPARQL Update where it has none or where there is an
    address for queries. `everything` sends again what should be there. Raises RemoteError, GraphError for the folder.
    """
    quads = graph_quads(folder)
    base = dataset_base(quads) or BASE
    local = sorted(split_graphs(quads), key=lambda graph: (not graph.iri.startswith(f"{base}article/"), graph.iri))
    store, known = _meet(remote, query, base)
    manifest = dict.fromkeys(known or {}) if everything else known or {}
    return Push(plan_push(local, manifest), store, base, known is None and store.read(facts_iri(base)) is None)


def _meet(remote: Remote, query: str, base: str) -> tuple[_Store, Manifest | None]:
    """The store by the protocol that it speaks, and the manifest that it holds."""
    if remote.address.endswith(_STATEMENTS):
        # RDF4J and GraphDB: a PUT here would replace the whole repository.
        query = query or remote.address.removesuffix(_STATEMENTS)
    if query:
        return _meet_update(remote, query, base)
    name = manifest_iri(base)
    response = remote.send("GET", graph=name, accept=ACCEPT, fine=(404, *_NO_GRAPH_STORE), first=True)
    if response.status_code in _NO_GRAPH_STORE:
        return _meet_update(remote, remote.address, base)
    if response.status_code == 404:
        return GraphStore(remote), None
    triples = parse_triples(response.content, response.headers.get("Content-Type", ""), remote.address)
    known = parse_manifest(triples, base)
    if triples and known is None:
        # Whoever has other triples under this name does not look at the name, and a PUT might replace everything.
        raise RemoteError(
            f"{remote.address}: answers, but not as a Graph Store: give the address of that, "
            f"or the one of SPARQL Update with --query and the one that answers queries"
        )
    return GraphStore(remote), known


def _meet_update(remote: Remote, query: str, base: str) -> tuple[_Store, Manifest | None]:
    if httpx.URL(query).copy_with(raw_path=b"/") != httpx.URL(remote.address).copy_with(raw_path=b"/"):
        raise RemoteError(f"--query must lead to the server of {remote.address}: no other is told who you are")
    store = SparqlUpdate(remote, query)
    triples = store.read(manifest_iri(base), first=True)
    return store, parse_manifest(triples, base) if triples else None
