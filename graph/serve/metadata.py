"""What the graph and its endpoint say of themselves: VoID and the SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import jinja2
import pyoxigraph as ox

from graph.facts import facts_iri
from graph.rdf import triples_in_order
from graph.serve.negotiation import FORMS
from graph.serve.snapshot import Snapshot
from graph.turtle import serialize_prefixed

__all__ = ["Metadata"]

_TEMPLATE = Path(__file__).parent / "metadata.ttl.jinja"


@dataclass(frozen=True)
class Metadata:
    """The description of a snapshot; it does not change while that is served."""

    snapshot: Snapshot
    allow_service: bool

    def serialize(self, media: str, address: str) -> bytes:
        """The description as Turtle, JSON-LD or N-Triples, for a server at that address."""
        parser = ox.parse(self._turtle(), format=ox.RdfFormat.TURTLE, base_iri=address)
        triples = triples_in_order(cast(ox.Triple, quad.triple) for quad in parser)
        prefixes = dict(parser.prefixes)
        if media == FORMS["ttl"]:
            return serialize_prefixed(triples, ox.RdfFormat.TURTLE, prefixes).encode()
        form = ox.RdfFormat.JSON_LD if media == FORMS["jsonld"] else ox.RdfFormat.N_TRIPLES
        return cast(bytes, ox.serialize(triples, format=form, prefixes=prefixes if media == FORMS["jsonld"] else None))

    def _turtle(self) -> str:
        snapshot = self.snapshot
        counted = Counter(cast(ox.NamedNode, quad.graph_name).value for quad in snapshot.store)
        used = {quad.predicate.value for quad in snapshot.store}
        template = jinja2.Template(_TEMPLATE.read_text(encoding="utf-8"))
        return str(
            template.render(
                federated=self.allow_service,
                graphs=[{"iri": iri, "triples": n} for iri, n in sorted(counted.items())],
                title=str(ox.Literal("What news articles claim, and who says so")),
                base=str(ox.Literal(snapshot.base)),
                triples=len({quad.triple for quad in snapshot.store}),
                entities=len(snapshot.mentions),
                articles=len(snapshot.readings),
                roots=sorted(snapshot.readings),
                facts=facts_iri(snapshot.base),
                vocabularies=[
                    space
                    for _, space in sorted(snapshot.ontology.prefixes.items())
                    if any(iri.startswith(space) for iri in used)
                ],
            )
        )
