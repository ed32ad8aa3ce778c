"""A graph in the formats that others read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.facts import facts_iri
from graph.folder import graph_quads
from graph.jsonld import serialize_context, serialize_jsonld
from graph.nanopublications import serialize_nanopublications
from graph.rdf import quads_in_order
from graph.rdf12 import serialize_rdf12
from graph.rdf_reading import parse_readings
from graph.schemaorg import serialize_schemaorg
from graph.store import dataset_base, serialize_trig
from graph.terms import node
from graph.turtle import serialize_prefixed
from ontology import BASE, Claim, GraphError, Node, Ontology, load_ontology

__all__ = ["FORMATS", "export_graph", "serialize_rdfxml", "serialize_table"]


# Characters that XML 1.0 (section 2.2) admits in no document, not even escaped; Oxigraph writes them nevertheless.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class _Graph:
    """A graph folder, read as far as an export needs it."""

    folder: Path
    ontology: Ontology

    @cached_property
    def quads(self) -> list[ox.Quad]:
        return quads_in_order(graph_quads(self.folder))

    @property
    def triples(self) -> list[ox.Triple]:
        """All graphs as one; what an article calls things is then no longer told apart by article."""
        return list(dict.fromkeys(q.triple for q in self.quads))

    @property
    def base(self) -> str:
        return dataset_base(self.quads) or BASE

    def prefixed(self, items: Iterable[ox.Quad] | Iterable[ox.Triple], form: ox.RdfFormat) -> str:
        return serialize_prefixed(items, form, self.ontology.prefixes, self.base)


_Writer = Callable[[_Graph, Path], None]


def export_graph(folder: Path, form: str, out: Path, ontology: Ontology | None = None) -> None:
    """Write a graph to a file, all of it or nothing.

    Raises GraphError for an unknown format, a graph that the format cannot express, and where nothing can be written.
    """
    if form not in FORMATS:
        raise GraphError(f"no format is called {form!r}: choose one of {', '.join(FORMATS)}")
    part = out.with_name(f".{out.name}.part")
    try:
        FORMATS[form](_Graph(folder, ontology or load_ontology()), part)
        part.replace(out)
    except (OSError, ValueError) as exc:
        reason = str(exc).partition("\n")[0]
        raise GraphError(
            f"{out}: cannot be written as {form} ({reason}): check the path, or choose another format"
        ) from exc
    finally:
        part.unlink(missing_ok=True)


def _trig(graph: _Graph, out: Path) -> None:
    facts = node(facts_iri(graph.base))
    quads = sorted(graph.quads, key=lambda quad: quad.graph_name != facts)
    _write(out, serialize_trig(quads, graph.ontology, graph.base))


def _turtle(graph: _Graph, out: Path) -> None:
    _write(out, graph.prefixed(graph.triples, ox.RdfFormat.TURTLE))


def _rdf12(graph: _Graph, out: Path) -> None:
    _write(out, serialize_rdf12(graph.quads, graph.ontology.prefixes, graph.base))


def _plain(form: ox.RdfFormat) -> _Writer:
    def write(graph: _Graph, out: Path) -> None:
        items = graph.quads if form.supports_datasets else graph.triples
        out.write_bytes(cast(bytes, ox.serialize(items, format=form)))

    return write


def _jsonld(graph: _Graph, out: Path) -> None:
    _write(out, serialize_jsonld(graph.quads, graph.ontology.prefixes, graph.base))


def _context(graph: _Graph, out: Path) -> None:
    """What the names in the JSON-LD mean, to be published once and referred to."""
    _write(out, serialize_context(graph.ontology.prefixes))


def _nanopub(graph: _Graph, out: Path) -> None:
    _write(out, serialize_trig(serialize_nanopublications(graph.quads, graph.base), graph.ontology, graph.base))


def _schemaorg(graph: _Graph, out: Path) -> None:
    _write(out, serialize_schemaorg(parse_readings(graph.quads)))


def _rdfxml(graph: _Graph, out: Path) -> None:
    _write(out, serialize_rdfxml(graph.quads))


def serialize_rdfxml(quads: Iterable[ox.Quad]) -> str:
    """The triples of all graphs as RDF/XML.

    Raises ValueError where a text has a character that no XML can hold.
    """
    triples = dict.fromkeys(q.triple for q in quads)
    text = cast(bytes, ox.serialize(triples, format=ox.RdfFormat.RDF_XML)).decode()
    if found := _NOT_XML.search(text):
        raise ValueError(f"XML has no place for the character {found[0]!r}")
    return text


def _graphml(graph: _Graph, out: Path) -> None:
    from graph.network import network, write_graphml

    write_graphml(network(parse_readings(graph.quads), graph.ontology), out)


def _gexf(graph: _Graph, out: Path) -> None:
    """The same network as the GraphML in GEXF, where `start` and `end` would be dates and `label` the name drawn."""
    import networkx as nx

    _graphml(graph, out)
    net = nx.read_graphml(out, force_multigraph=True)
    for _, attributes in net.nodes(data=True):
        attributes["label"] = attributes.get("name", "")
    for _, _, attributes in net.edges(data=True):
        attributes["text_start"], attributes["text_end"] = attributes.pop("start"), attributes.pop("end")
    # networkx writes today's date into the file, which is then never the same twice.
    _write(out, re.sub(r' lastmodifieddate="[^"]*"', "", "\n".join(nx.generate_gexf(net))) + "\n")


def _csv(graph: _Graph, out: Path) -> None:
    _write(out, serialize_table(c for r in parse_readings(graph.quads) for c in r.claims))


def serialize_table(claims: Iterable[Claim]) -> str:
    """Claims as CSV (RFC 4180), one a row, names in place of IRIs but for the claim's own."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(_COLUMNS)
    writer.writerows([read(claim) for read in _COLUMNS.values()] for claim in claims)
    return table.getvalue()


_COLUMNS: Mapping[str, Callable[[Claim], object]] = {
    "subject": lambda c: c.subject.name,
    "relation": lambda c: c.relation.label,
    "wording": lambda c: c.relation.lemma,
    "object": lambda c: _name(c.object),
    "status": lambda c: c.status,
    "polarity": lambda c: c.polarity,
    "modality": lambda c: c.modality.label,
    "sources": lambda c: " < ".join(s.name for s in c.sources),
    "time": lambda c: c.time.value if c.time else "",
    "qualifiers": lambda c: "; ".join(f"{q.relation.label}: {_name(q.object)}" for q in c.qualifiers),
    "quote": lambda c: c.evidence.quote,
    "start": lambda c: c.evidence.start,
    "end": lambda c: c.evidence.end,
    "rule": lambda c: c.rule,
    "confidence": lambda c: c.confidence,
    "tentative": lambda c: c.tentative,
    "article": lambda c: c.article,
    "claim": lambda c: c.iri,
}


def _name(value: Node) -> str:
    return getattr(value, "name", "") or getattr(value, "value", "")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


FORMATS: Mapping[str, _Writer] = {
    "trig": _trig,
    "turtle": _turtle,
    "nquads": _plain(ox.RdfFormat.N_QUADS),
    "ntriples": _plain(ox.RdfFormat.N_TRIPLES),
    "jsonld": _jsonld,
    "context": _context,
    "rdfxml": _rdfxml,
    "rdf12": _rdf12,
    "nanopub": _nanopub,
    "schemaorg": _schemaorg,
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _csv,
}
