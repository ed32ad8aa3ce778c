"""The claims file: one claim a line in JSON, for programs that read no RDF."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from ontology import Claim, Entity, Literal, Node, Reading, Relation

__all__ = ["claim_record", "serialize_claims"]

Json = dict[str, object]


def serialize_claims(readings: Sequence[Reading]) -> str:
    """All claims as JSON lines, by article, place in the text and IRI."""
    return "".join(json.dumps(claim_record(c), ensure_ascii=False) + "\n" for c in _sorted(readings))


def _sorted(readings: Sequence[Reading]) -> Iterable[Claim]:
    claims = (c for reading in readings for c in reading.claims)
    return sorted(claims, key=lambda c: (c.article, c.evidence, c.iri))


def claim_record(claim: Claim) -> Json:
    """A claim as plain values, its keys in the order in which one would tell it."""
    time = claim.time
    return {
        "id": claim.iri,
        "article": claim.article,
        "subject": _entity(claim.subject),
        "predicate": _relation(claim.relation),
        "object": _node(claim.object),
        "qualifiers": [{"predicate": _relation(q.relation), "object": _node(q.object)} for q in claim.qualifiers],
        "status": claim.status,
        "polarity": claim.polarity,
        "modality": claim.modality.iri,
        "sources": [_entity(source) for source in claim.sources],
        "time": {"value": time.value, "start": time.start, "end": time.end, "precision": time.precision}
        if time
        else None,
        "evidence": {"start": claim.evidence.start, "end": claim.evidence.end, "quote": claim.evidence.quote},
        "rule": claim.rule,
        "why": claim.why,
        "confidence": claim.confidence,
        "tentative": claim.tentative,
    }


def _relation(relation: Relation) -> Json:
    return {"iri": relation.iri, "label": relation.label, "lemma": relation.lemma}


def _node(node: Node) -> Json:
    return {"value": node.value, "datatype": node.datatype} if isinstance(node, Literal) else _entity(node)


def _entity(entity: Entity) -> Json:
    record: Json = {"iri": entity.iri, "name": entity.name, "type": entity.type, "aliases": list(entity.aliases)}
    return record | ({"misspellings": list(entity.misspellings)} if entity.misspellings else {})
