"""One form for equal readings: RDF has sets where a reading has tuples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ontology import Claim, Entity, Literal, Node, Qualifier, Reading, Relation

__all__ = ["canonical", "qualifier_key"]

_PLACES = 6


def canonical(reading: Reading) -> Reading:
    """The reading sorted and without repetitions, each entity and relation written one way throughout."""
    known = _entities(reading)
    labels = _labels(reading)
    claims = {c.iri: _claim(c, known, labels) for c in reading.claims}
    ordered = sorted(claims.values(), key=lambda c: (c.evidence, c.iri))
    return Reading(reading.article, tuple(known[iri] for iri in sorted(known)), tuple(ordered))


def _entities(reading: Reading) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for entity in (*reading.entities, *(e for c in reading.claims for e in _taking_part(c))):
        found.setdefault(
            entity.iri, replace(entity, aliases=_sorted(entity.aliases), misspellings=_sorted(entity.misspellings))
        )
    return found


def _taking_part(claim: Claim) -> Iterable[Entity]:
    nodes = (claim.subject, claim.object, *(q.object for q in claim.qualifiers), *claim.sources)
    return (n for n in nodes if isinstance(n, Entity))


def _labels(reading: Reading) -> dict[str, str]:
    used = [r for c in reading.claims for r in (c.relation, *(q.relation for q in c.qualifiers))]
    return {r.iri: r.label for r in sorted(used, key=lambda r: r.label, reverse=True)}


def _claim(claim: Claim, known: dict[str, Entity], labels: dict[str, str]) -> Claim:
    def same(value: Node) -> Node:
        return value if isinstance(value, Literal) else known[value.iri]

    def named(relation: Relation) -> Relation:
        return replace(relation, label=labels[relation.iri])

    qualifiers = {Qualifier(named(q.relation), same(q.object)) for q in claim.qualifiers}
    return replace(
        claim,
        subject=known[claim.subject.iri],
        relation=named(claim.relation),
        object=same(claim.object),
        qualifiers=tuple(sorted(qualifiers, key=qualifier_key)),
        sources=tuple(known[s.iri] for s in claim.sources),
        confidence=round(claim.confidence, _PLACES),
    )


def qualifier_key(qualifier: Qualifier) -> tuple[str, ...]:
    """Qualifiers are sorted by relation, wording and value."""
    value, relation = qualifier.object, qualifier.relation
    what = (value.value, value.datatype) if isinstance(value, Literal) else (value.iri, "")
    return relation.iri, relation.lemma, *what


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
