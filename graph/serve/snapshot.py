"""A copy of a graph's store that no build touches, and what is served from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.folder import graph_store
from graph.rdf_reading import parse_readings
from graph.store import dataset_base, open_store
from graph.terms import term
from ontology import BASE, Article, Claim, Entity, Ontology, Reading, ServeError

__all__ = ["Snapshot", "take_snapshot"]


@dataclass(frozen=True)
class Snapshot:
    """A graph as it was when it was copied; `explorer` is its page."""

    store: ox.Store
    path: Path
    ontology: Ontology
    explorer: bytes

    @cached_property
    def base(self) -> str:
        """What the graph's own IRIs begin with."""
        return dataset_base(self.store.quads_for_pattern(None, term("rdf:type"), term("schema:Dataset"))) or BASE

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """The readings by the IRI of their article."""
        return {r.article.iri: r for r in parse_readings(self.store)}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """All claims by IRI, in the order of their articles."""
        return {c.iri: c for r in self.readings.values() for c in r.claims}

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles that speak of an entity, by its IRI."""
        found: dict[str, tuple[Article, ...]] = {}
        for reading in self.readings.values():
            for entity in reading.entities:
                found[entity.iri] = (*found.get(entity.iri, ()), reading.article)
        return found

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that have to do with something, by its IRI: an entity, a relation, a class of those in them."""
        found: dict[str, dict[str, Claim]] = {}
        for claim in self.claims.values():
            for iri in _involved(claim):
                found.setdefault(iri, {})[claim.iri] = claim
        return {iri: tuple(claims.values()) for iri, claims in found.items()}

    @cached_property
    def graphs(self) -> frozenset[str]:
        """The names of all graphs: the articles, the facts and the terms."""
        return frozenset(cast(ox.NamedNode, name).value for name in self.store.named_graphs())

    def text(self, iri: str, name: str) -> str:
        """The first text that the graph gives for a property of something, else nothing."""
        return next(iter(self.texts(iri, name)), "")

    def texts(self, iri: str, name: str) -> list[str]:
        """All of them, sorted."""
        quads = self.store.quads_for_pattern(ox.NamedNode(iri), term(name), None)
        return sorted({cast(ox.NamedNode | ox.Literal, quad.object).value for quad in quads})

    def knows(self, iri: str) -> bool:
        """Whether the graph says anything of an IRI."""
        try:
            return iri in self.graphs or any(self.store.quads_for_pattern(ox.NamedNode(iri), None, None))
        except ValueError:
            return False


def _involved(claim: Claim) -> Iterator[str]:
    for value in (claim.subject, claim.object, *(q.object for q in claim.qualifiers), *claim.sources):
        if isinstance(value, Entity):
            yield value.iri
    yield from (claim.relation.iri, claim.modality.iri, *(q.relation.iri for q in claim.qualifiers))
    yield term(f"by:{claim.status}").value
    yield term(f"by:{claim.polarity}").value


def take_snapshot(folder: Path, place: Path, ontology: Ontology) -> Snapshot:
    """Copy the store of a graph folder into a place, which costs milliseconds where that is on the same disk.

    Raises GraphError where the folder is no Byline graph.
    """
    path = place / "store"
    try:
        graph_store(folder).backup(str(path))
        explorer = (folder / "explorer.html").read_bytes()
    except (OSError, RuntimeError) as exc:
        raise ServeError(f"{folder}: cannot be copied to {place} ({exc}): check free space, or build it again") from exc
    taken = Snapshot(open_store(path), path, ontology, explorer)
    _ = taken.readings  # what is wrong with it is said now, and not to whoever asks first
    return taken
