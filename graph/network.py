"""Claims as a networkx graph: entities are nodes, what is claimed between two of them is an edge."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from ontology import Claim, Entity, GraphError, Ontology, Reading

__all__ = ["network", "write_graphml"]

# Characters that XML 1.0 (section 2.2) admits in no document, not even escaped.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def network(readings: Sequence[Reading], ontology: Ontology) -> nx.MultiDiGraph[str]:
    """Everybody and everything in the readings, and one edge per claim between two of them.

    A node's key is the entity's IRI, an edge's key the claim's. A qualifier that is an entity has an edge of its own
    from the subject, its key the claim's with the qualifier's number: `…/claim/ab12#1`. Claims about a literal are no
    edges; they count for the `statements` and so for the `importance` of their subject (0 to 1).
    """
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in _entities(readings):
        kind = ontology.classes.get(entity.type)
        net.add_node(entity.iri, **_node(entity), type_label=kind.label if kind else entity.type)
    for claim in (c for reading in readings for c in reading.claims):
        for key, object_, role in _ends(claim):
            net.add_edge(claim.subject.iri, object_.iri, key=key, role=role, **_edge(claim))
    _weigh(net, readings)
    return net


def _entities(readings: Sequence[Reading]) -> list[Entity]:
    """Each entity once, sorted by IRI, with the aliases that any article gives it."""
    found: dict[str, Entity] = {}
    for reading in readings:
        for entity in (*reading.entities, *(e for claim in reading.claims for e in _parties(claim))):
            known = found.setdefault(entity.iri, entity)
            if known != entity:
                found[entity.iri] = _merged(known, entity)
    return [found[iri] for iri in sorted(found)]


def _merged(one: Entity, other: Entity) -> Entity:
    aliases = tuple(dict.fromkeys((*one.aliases, *other.aliases)))
    return Entity(one.iri, one.name, one.type, aliases, tuple(dict.fromkeys((*one.misspellings, *other.misspellings))))


def _parties(claim: Claim) -> Iterator[Entity]:
    """Everybody a claim names: its ends, its qualifiers and its sources."""
    nodes = (claim.subject, claim.object, *(q.object for q in claim.qualifiers), *claim.sources)
    return (node for node in nodes if isinstance(node, Entity))


def _ends(claim: Claim) -> Iterator[tuple[str, Entity, str]]:
    """What a claim leads to from its subject: key, entity, and the part it plays."""
    if isinstance(claim.object, Entity):
        yield claim.iri, claim.object, "object"
    for number, qualifier in enumerate(claim.qualifiers, 1):
        if isinstance(qualifier.object, Entity):
            yield f"{claim.iri}#{number}", qualifier.object, qualifier.relation.label


def _node(entity: Entity) -> dict[str, Any]:
    return {"name": entity.name, "type": entity.type, "aliases": entity.aliases, "misspellings": entity.misspellings}


def _edge(claim: Claim) -> dict[str, Any]:
    return {
        "claim": claim.iri,
        "predicate": claim.relation.iri,
        "label": claim.relation.label,
        "status": claim.status,
        "polarity": claim.polarity,
        "modality": claim.modality.iri,
        "sources": tuple(source.iri for source in claim.sources),
        "time": claim.time.value if claim.time else "",
        "article": claim.article,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "quote": claim.evidence.quote,
        "rule": claim.rule,
        "why": claim.why,
        "confidence": claim.confidence,
        "tentative": claim.tentative,
    }


def _weigh(net: nx.MultiDiGraph[str], readings: Sequence[Reading]) -> None:
    """Importance is the share of statements that name somebody, the most named having 1."""
    named = Counter(iri for r in readings for c in r.claims for iri in {party.iri for party in _parties(c)})
    most = max(named.values(), default=1)
    for iri, attributes in net.nodes(data=True):
        attributes["statements"] = named[iri]
        attributes["importance"] = round(named[iri] / most, 4)


def write_graphml(net: nx.MultiDiGraph[str], path: Path) -> None:
    """The network as GraphML, for Gephi, yEd, igraph and the like; lists become text with semicolons.

    Raises GraphError where the file cannot be written.
    """
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in sorted(net.nodes(data=True)):
        plain.add_node(_text(iri), **{k: _text(v) for k, v in attributes.items()})
    for one, other, key, attributes in sorted(net.edges(keys=True, data=True), key=lambda e: e[:3]):
        plain.add_edge(_text(one), _text(other), key=_text(key), **{k: _text(v) for k, v in attributes.items()})
    try:
        # Not write_graphml: that is another writer, with other bytes, where lxml is installed.
        nx.write_graphml_xml(plain, path)
    except OSError as exc:
        raise GraphError(f"{path}: cannot be written ({exc.strerror}): choose another folder") from exc


def _text(value: Any) -> Any:
    if isinstance(value, tuple):
        return _text("; ".join(value))
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
