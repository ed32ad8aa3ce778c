"""From RDF back to readings: the exact inverse of `graph.rdf`."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal as OneOf
from typing import TypeVar, cast

import pyoxigraph as ox

from graph.canonical import qualifier_key
from graph.terms import local, term
from ontology import (
    Article,
    Claim,
    Entity,
    Evidence,
    GraphError,
    Literal,
    Modality,
    Node,
    Qualifier,
    Reading,
    Relation,
    Time,
)
from ontology.claims import Polarity

__all__ = ["parse_readings"]

_T = TypeVar("_T")
_TOPS: dict[str, OneOf["planned", "possible", "requested"]] = {
    "planned": "planned",
    "possible": "possible",
    "requested": "requested",
}


def parse_readings(quads: Iterable[ox.Quad]) -> tuple[Reading, ...]:
    """The readings of all article graphs among the quads, by article IRI; other graphs are passed over.

    Raises GraphError where a claim or article misses a part.
    """
    graphs: dict[str, dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]] = defaultdict(dict)
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode) and isinstance(quad.subject, ox.NamedNode):
            subject = graphs[quad.graph_name.value].setdefault(quad.subject.value, {})
            subject.setdefault(quad.predicate.value, []).append(cast(ox.NamedNode | ox.Literal, quad.object))
    articles = (_ArticleGraph(iri, graphs[iri]) for iri in sorted(graphs))
    return tuple(a.reading for a in articles if a.holds_article)


@dataclass(frozen=True)
class _ArticleGraph:
    """One named graph, by subject and predicate."""

    iri: str
    index: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]

    def all(self, subject: str, name: str) -> list[str]:
        return sorted(o.value for o in self.index.get(subject, {}).get(term(name).value, ()))

    def optional(self, subject: str, name: str) -> str | None:
        return next(iter(self.all(subject, name)), None)

    def one(self, subject: str, name: str) -> str:
        found = self.optional(subject, name)
        if found is None:
            raise GraphError(f"<{subject}> has no {name} in graph <{self.iri}>: build that article again")
        return found

    def instances(self, name: str) -> list[str]:
        return [s for s in self.index if term(name).value in self.all(s, "rdf:type")]

    @property
    def holds_article(self) -> bool:
        return term("schema:NewsArticle").value in self.all(self.iri, "rdf:type")

    @property
    def reading(self) -> Reading:
        claims = sorted((self.claim(iri) for iri in self.instances("by:Claim")), key=lambda c: (c.evidence, c.iri))
        return Reading(self.article, tuple(self.entities.values()), tuple(claims))

    @property
    def article(self) -> Article:
        published = self.optional(self.iri, "schema:datePublished")
        return Article(
            self.iri,
            self.one(self.iri, "schema:headline"),
            self.one(self.iri, "schema:articleBody"),
            _checked(dt.date.fromisoformat, published) if published else None,
            self.optional(self.iri, "dc:source") or "",
        )

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {iri: self.read_entity(iri) for iri in self.all(self.iri, "schema:mentions")}

    def read_entity(self, iri: str) -> Entity:
        aliases, misspellings = self.all(iri, "by:readAlias"), self.all(iri, "by:readMisspelling")
        return Entity(
            iri, self.one(iri, "by:readName"), self.one(iri, "by:readType"), tuple(aliases), tuple(misspellings)
        )

    def entity(self, iri: str) -> Entity:
        if iri not in self.entities:
            raise GraphError(f"<{self.iri}> speaks of <{iri}> without mentioning it: build that article again")
        return self.entities[iri]

    def claim(self, iri: str) -> Claim:
        return Claim(
            iri=iri,
            article=self.iri,
            subject=self.entity(self.one(iri, "rdf:subject")),
            relation=self.relation(iri, "rdf:predicate"),
            object=self.value(iri, "rdf:object"),
            qualifiers=self.qualifiers(iri),
            polarity=self.polarity(iri),
            modality=self.modality(iri),
            sources=self.sources(iri),
            time=self.time(iri),
            evidence=self.evidence(self.one(iri, "prov:wasDerivedFrom")),
            rule=self.one(self.one(iri, "prov:wasGeneratedBy"), "rdfs:label"),
            why=self.one(iri, "by:why"),
            confidence=_checked(float, self.one(iri, "by:confidence")),
            tentative=self.optional(iri, "by:tentative") == "true",
        )

    def relation(self, subject: str, link: str) -> Relation:
        iri = self.one(subject, link)
        return Relation(iri, self.one(iri, "by:readLabel"), self.one(subject, "by:lemma"))

    def value(self, subject: str, link: str) -> Node:
        found = self.index[subject].get(term(link).value, [])
        if found and isinstance(found[0], ox.NamedNode):
            return self.entity(found[0].value)
        written = self.optional(subject, "by:asWritten")
        if written is None:
            return Literal(self.one(subject, link), term("xsd:string").value)
        return Literal(written, self.one(subject, "by:datatype"))

    def qualifiers(self, claim: str) -> tuple[Qualifier, ...]:
        found = [
            Qualifier(self.relation(q, "by:relation"), self.value(q, "by:value"))
            for q in self.all(claim, "by:qualifier")
        ]
        return tuple(sorted(found, key=qualifier_key))

    def polarity(self, claim: str) -> Polarity:
        return "positive" if self.one(claim, "by:polarity") == term("by:positive").value else "negative"

    def modality(self, claim: str) -> Modality:
        iri, status = self.one(claim, "by:modality"), local(self.one(claim, "by:status"))
        return Modality(iri, self.one(iri, "by:readLabel"), _TOPS.get(status, "actual"))

    def sources(self, claim: str) -> tuple[Entity, ...]:
        found, attribution = [], self.optional(claim, "prov:qualifiedAttribution")
        while attribution is not None:
            found.append(self.entity(self.one(attribution, "prov:agent")))
            attribution = self.optional(attribution, "by:accordingTo")
        return tuple(found)

    def time(self, claim: str) -> Time | None:
        iri = self.optional(claim, "time:hasTime")
        if iri is None:
            return None
        value, precision = self.one(iri, "by:timeValue"), self.one(iri, "by:precision")
        return Time(value, self.optional(iri, "by:earliest"), self.optional(iri, "by:latest"), precision)

    def evidence(self, span: str) -> Evidence:
        found = {
            link: s for s in self.all(span, "oa:hasSelector") for link in ("oa:start", "oa:exact") if self.all(s, link)
        }
        if len(found) < 2:
            raise GraphError(f"<{span}> has no position or no quote in graph <{self.iri}>: build that article again")
        position = found["oa:start"]
        start, end = (_checked(int, self.one(position, name)) for name in ("oa:start", "oa:end"))
        return Evidence(start, end, self.one(found["oa:exact"], "oa:exact"))


def _checked(read: Callable[[str], _T], value: str) -> _T:
    try:
        return read(value)
    except ValueError as exc:
        raise GraphError(f"{value!r} in the graph is no {read.__name__}: build that article again") from exc
