"""Linking: the named entities of a graph are looked up in an authority, and what that knows is kept in the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.facts import facts_iri
from graph.folder import graph_quads, write_links
from graph.link.authority import read_authority
from graph.link.matching import Kinds, find_candidates, rank
from graph.link.reconciliation import reconcile
from graph.links import Candidate
from graph.remote import Patience, open_remote
from graph.store import dataset_base
from graph.terms import node, term
from ontology import BASE, Entity, Ontology

__all__ = ["link_graph", "named_entities"]

_SERVICES = ("http:", "https:")


def link_graph(
    folder: Path, authority: str, ontology: Ontology, *, threshold: float, patience: Patience | None = None
) -> list[Candidate]:
    """Look up everybody and everything named in a graph, and keep the candidates in it, in place of this authority's.

    `authority` is a file, or the address of a Reconciliation service, which then learns the names. Raises GraphError,
    AuthorityError and RemoteError; then the graph is as it was.
    """
    quads = graph_quads(folder)
    entities = named_entities(quads, dataset_base(quads) or BASE)
    if authority.startswith(_SERVICES):
        name, found = authority, _ask(authority, entities, ontology, threshold, patience)
    else:
        known = read_authority(Path(authority))
        name, found = known.name, find_candidates(entities, known, ontology, threshold)
    write_links(folder, name, found, ontology)
    return found


def _ask(
    address: str, entities: Sequence[Entity], ontology: Ontology, threshold: float, patience: Patience | None
) -> list[Candidate]:
    kinds = Kinds(ontology)
    with open_remote(address, None, patience) as remote:
        answers = reconcile(remote, entities)
        return [c for entity, records in answers for c in rank(entity, records, address, kinds, threshold)]


def named_entities(quads: Iterable[ox.Quad], base: str) -> list[Entity]:
    """The entities of the facts graph that have a name of their own, and not only a description in one article."""
    facts, index = node(facts_iri(base)), defaultdict[str, dict[str, list[str]]](lambda: defaultdict(list))
    mentioned, articles = set[str](), set[str]()
    for quad in quads:
        if quad.graph_name == facts:
            index[cast(ox.NamedNode, quad.subject).value][quad.predicate.value].append(_text(quad.object))
        elif quad.predicate == term("schema:mentions"):
            mentioned.add(_text(quad.object))
            articles.add(f"{cast(ox.NamedNode, quad.subject).value}/")
    named = sorted(iri for iri in mentioned if not iri.startswith(tuple(articles)))
    label, alias, kind = (term(name).value for name in ("rdfs:label", "skos:altLabel", "rdf:type"))
    return [
        Entity(iri, min(index[iri][label]), min(index[iri][kind]), tuple(sorted(index[iri][alias])))
        for iri in named
        if index[iri][label] and index[iri][kind]
    ]


def _text(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return "" if isinstance(value, ox.Triple) else value.value
