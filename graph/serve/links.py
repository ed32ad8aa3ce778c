"""Where a page of this server leads: the graph's own IRIs by their path, terms of the ontology by their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

import pyoxigraph as ox

from graph.serve.snapshot import Snapshot
from graph.terms import local

__all__ = ["Links"]

_SAFE = "/:@!$&'()*+,;=-._~"


@dataclass(frozen=True)
class Links:
    """Addresses and names for what a snapshot speaks of."""

    snapshot: Snapshot

    def iri(self, path: str) -> str:
        """The IRI that a path of this server stands for."""
        return f"{self.snapshot.base}{path}"

    def href(self, iri: str) -> str:
        """The path that leads to an IRI; nothing where it is neither the graph's nor the ontology's."""
        if self.is_term(iri):
            return f"/term/{quote(self.short(iri), safe=_SAFE)}"
        base = self.snapshot.base
        ours = iri.startswith(base) and self.snapshot.knows(iri)
        return f"/{quote(iri.removeprefix(base), safe=_SAFE)}" if ours else ""

    def is_term(self, iri: str) -> bool:
        """Whether the ontology says something of it."""
        return iri in self.terms

    @cached_property
    def terms(self) -> dict[str, None]:
        """The IRIs of all terms of the ontology, in order."""
        subjects = self.snapshot.ontology.subjects("rdf:type")
        return dict.fromkeys(s.value for s in subjects if isinstance(s, ox.NamedNode))

    def short(self, iri: str) -> str:
        """A term's prefixed name."""
        spaces = [(space, name) for name, space in self.snapshot.ontology.prefixes.items() if iri.startswith(space)]
        space, name = max(spaces, default=("", ""), key=lambda found: len(found[0]))
        return f"{name}:{iri.removeprefix(space)}" if name else iri

    def term(self, name: str) -> str:
        """The IRI of a prefixed name; the name itself where the prefix is unknown."""
        prefix, _, rest = name.partition(":")
        return self.snapshot.ontology.prefixes.get(prefix, f"{prefix}:") + rest

    def label(self, iri: str) -> str:
        """What an IRI is called, by the graph, else by the ontology, else by its last part."""
        ontology = self.snapshot.ontology
        return (
            self.snapshot.text(iri, "rdfs:label")
            or ontology.text(iri, "rdfs:label")
            or ontology.text(iri, "skos:prefLabel")
            or self.snapshot.text(iri, "schema:headline")
            or local(iri)
        )
