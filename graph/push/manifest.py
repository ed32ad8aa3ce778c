"""The manifest: which graphs a store holds of ours, and with what content. What to send follows from it.

It stands in that store as a small graph of its own, so that any machine can go on where another stopped. A graph whose
hash is missing is under way: a push notes all that it is going to touch before it touches anything.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import pyoxigraph as ox

from graph.terms import node, term

__all__ = [
    "Manifest",
    "NamedGraph",
    "Plan",
    "manifest_iri",
    "parse_manifest",
    "plan_push",
    "serialize_manifest",
    "split_graphs",
]

Manifest = Mapping[str, str | None]  # by graph: the hash of its content, or None while it is under way


@dataclass(frozen=True)
class NamedGraph:
    """A graph under its name; `lines` are its triples as N-Triples, sorted, each with its line end."""

    iri: str
    lines: tuple[str, ...]

    @cached_property
    def content(self) -> bytes:
        """The graph as N-Triples."""
        return "".join(self.lines).encode()

    @cached_property
    def hash(self) -> str:
        """The SHA-256 of its N-Triples, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def quads(self) -> bytes:
        """The graph as N-Quads."""
        return "".join(f"{line.removesuffix(f' .{chr(10)}')} <{self.iri}> .\n" for line in self.lines).encode()


def split_graphs(quads: Iterable[ox.Quad]) -> list[NamedGraph]:
    """The named graphs of a dataset, by name."""
    found: dict[str, list[ox.Triple]] = defaultdict(list)
    for quad in quads:
        found[cast(ox.NamedNode, quad.graph_name).value].append(quad.triple)
    return [_named(iri, found[iri]) for iri in sorted(found)]


def _named(iri: str, triples: Iterable[ox.Triple]) -> NamedGraph:
    data = cast(bytes, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)).decode()
    return NamedGraph(iri, tuple(sorted(f"{line}\n" for line in data.split("\n") if line)))


def manifest_iri(base: str) -> str:
    """The name of the graph of what was pushed."""
    return f"{base}pushed"


def serialize_manifest(manifest: Manifest, base: str) -> NamedGraph:
    """The manifest as a graph."""
    this = node(manifest_iri(base))
    triples = [ox.Triple(this, term("rdf:type"), term("by:Manifest"))]
    for iri, digest in manifest.items():
        triples.append(ox.Triple(this, term("by:holds"), node(iri)))
        if digest is not None:
            triples.append(ox.Triple(node(iri), term("by:contentHash"), ox.Literal(digest)))
    return _named(this.value, triples)


def parse_manifest(triples: Iterable[ox.Triple], base: str) -> Manifest | None:
    """The manifest that a graph holds, or None where it is no manifest at all; two hashes of a graph are none."""
    found: dict[str, set[str]] = {}
    hashes: dict[str, set[str]] = defaultdict(set)
    marked = False
    for triple in triples:
        marked |= triple.subject == node(manifest_iri(base)) and triple.object == term("by:Manifest")
        if triple.predicate == term("by:holds"):
            found.setdefault(cast(ox.NamedNode, triple.object).value, set())
        elif triple.predicate == term("by:contentHash"):
            hashes[cast(ox.NamedNode, triple.subject).value].add(cast(ox.Literal, triple.object).value)
    return {iri: next(iter(hashes[iri])) if len(hashes[iri]) == 1 else None for iri in found} if marked else None


@dataclass(frozen=True)
class Plan:
    """What a push has to do: graphs to send, new ones and changed ones, and names of graphs to delete.

    `kept` are the graphs that are there already.
    """

    new: tuple[NamedGraph, ...]
    changed: tuple[NamedGraph, ...]
    deleted: tuple[str, ...]
    kept: Manifest

    @property
    def sent(self) -> tuple[NamedGraph, ...]:
        """All graphs to send."""
        return self.new + self.changed

    @property
    def under_way(self) -> Manifest:
        """The manifest while it is carried out."""
        return {**self.kept, **dict.fromkeys((*(g.iri for g in self.sent), *self.deleted))}

    @property
    def done(self) -> Manifest:
        """The manifest after it was carried out."""
        return {**self.kept, **{g.iri: g.hash for g in self.sent}}


def plan_push(local: Sequence[NamedGraph], remote: Manifest) -> Plan:
    """What makes a store hold these graphs, and no others of those that were pushed to it before."""
    there = {graph.iri for graph in local}
    return Plan(
        new=tuple(g for g in local if g.iri not in remote),
        changed=tuple(g for g in local if g.iri in remote and remote[g.iri] != g.hash),
        deleted=tuple(sorted(iri for iri in remote if iri not in there)),
        kept={g.iri: g.hash for g in local if remote.get(g.iri) == g.hash},
    )
