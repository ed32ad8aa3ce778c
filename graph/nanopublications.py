"""Claims as nanopublications: each with what it says, where that comes from and who publishes it, to be cited alone.

The form is that of the nanopublication guidelines (nanopub.net); the name of each follows from its content.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

import pyoxigraph as ox

from graph.terms import Subject, Value, local, node, term
from graph.trusty import UNKNOWN, under_code

__all__ = ["serialize_nanopublications"]

_SOURCES = ("prov:wasAttributedTo", "prov:qualifiedAttribution", "prov:wasDerivedFrom", "prov:wasGeneratedBy")
_READING = (*_SOURCES, "by:confidence", "by:tentative", "by:why")
# The text itself would stand in every claim of it; its hash tells which it is.
_TEXT = ("schema:articleBody", "schema:mentions")

_Triples = Iterator[ox.Triple]


def serialize_nanopublications(quads: Iterable[ox.Quad], base: str) -> list[ox.Quad]:
    """The claims of all article graphs, by article and claim, each in four graphs of its own."""
    articles: dict[ox.NamedNode, _Article] = {}
    for quad in quads:
        graph = cast(ox.NamedNode, quad.graph_name)
        articles.setdefault(graph, _Article(graph)).add(quad)
    ordered = [articles[iri] for iri in sorted(articles, key=lambda iri: iri.value)]
    return [quad for article in ordered for claim in article.claims for quad in _published(article, claim, base)]


@dataclass(frozen=True)
class _Article:
    """One article graph, by subject."""

    iri: ox.NamedNode
    triples: dict[Subject, list[ox.Triple]] = field(default_factory=lambda: defaultdict(list))

    def add(self, quad: ox.Quad) -> None:
        self.triples[cast(Subject, quad.subject)].append(quad.triple)

    @property
    def claims(self) -> list[Subject]:
        found = (s for s, described in self.triples.items() if any(t.object == term("by:Claim") for t in described))
        return sorted(found, key=lambda claim: claim.value)

    def value(self, subject: Subject, name: str) -> Value | None:
        return next((cast(Value, t.object) for t in self.of(subject) if t.predicate == term(name)), None)

    def of(self, subject: Subject) -> list[ox.Triple]:
        """What is said of a node; of the article, what tells it from others."""
        described = self.triples.get(subject, [])
        texts = {term(name) for name in _TEXT}
        return [t for t in described if t.predicate not in texts] if subject == self.iri else described

    def closure(self, triples: Iterable[ox.Triple]) -> _Triples:
        """The triples, and whatever the article says of their objects, and of those of these."""
        waiting, seen = [*triples], {*triples}
        while waiting:
            triple = waiting.pop()
            yield triple
            further = self.of(triple.object) if isinstance(triple.object, ox.NamedNode) else []
            waiting += [t for t in further if t not in seen]
            seen.update(further)


def _published(article: _Article, claim: Subject, base: str) -> list[ox.Quad]:
    this = node(f"{base}np/{UNKNOWN}")
    graphs = {part: node(f"{this.value}/{part}") for part in ("Head", "assertion", "provenance", "pubinfo")}
    parts = {
        "Head": _head(this, *(graphs[part] for part in ("assertion", "provenance", "pubinfo"))),
        "assertion": _assertion(article, claim),
        "provenance": _provenance(article, claim, graphs["assertion"]),
        "pubinfo": _pubinfo(article, claim, this),
    }
    return under_code(
        [
            ox.Quad(cast(Subject, t.subject), t.predicate, t.object, graphs[part])
            for part, triples in parts.items()
            for t in sorted(set(triples), key=str)
        ]
    )


def _head(this: Subject, assertion: Subject, provenance: Subject, pubinfo: Subject) -> _Triples:
    yield ox.Triple(this, term("rdf:type"), term("np:Nanopublication"))
    yield ox.Triple(this, term("np:hasAssertion"), assertion)
    yield ox.Triple(this, term("np:hasProvenance"), provenance)
    yield ox.Triple(this, term("np:hasPublicationInfo"), pubinfo)


def _assertion(article: _Article, claim: Subject) -> _Triples:
    """The claim with its status, and the plain triple where it is a fact."""
    reading = {term(name) for name in _READING}
    yield from article.closure(t for t in article.of(claim) if t.predicate not in reading)
    asserted = article.value(claim, "by:status") == term("by:asserted")
    kept_back = any(article.value(claim, name) is not None for name in ("prov:wasAttributedTo", "by:tentative"))
    if asserted and not kept_back:
        subject, predicate, object_ = (article.value(claim, f"rdf:{p}") for p in ("subject", "predicate", "object"))
        yield ox.Triple(cast(Subject, subject), cast(Subject, predicate), cast(Value, object_))


def _provenance(article: _Article, claim: Subject, assertion: Subject) -> _Triples:
    reading, sources = ({term(name) for name in names} for names in (_READING, _SOURCES))
    told = [t for t in article.of(claim) if t.predicate in reading]
    yield from article.closure(told)
    yield from (ox.Triple(assertion, t.predicate, t.object) for t in told if t.predicate in sources)


def _pubinfo(article: _Article, claim: Subject, this: Subject) -> _Triples:
    yield ox.Triple(this, term("prov:wasAttributedTo"), term("by:Byline"))
    yield ox.Triple(this, term("prov:wasDerivedFrom"), article.iri)
    yield ox.Triple(this, term("rdfs:label"), ox.Literal(_words(article, claim)))
    yield ox.Triple(term("by:Byline"), term("rdf:type"), term("prov:SoftwareAgent"))


def _words(article: _Article, claim: Subject) -> str:
    """The claim as a line for people: who, what, whom, and its status."""
    subject, predicate, object_ = (article.value(claim, f"rdf:{p}") for p in ("subject", "predicate", "object"))
    parts = [_name(article, subject), _name(article, predicate), _name(article, object_)]
    return f"{' '.join(parts)} ({local(cast(Subject, article.value(claim, 'by:status')).value)})"


def _name(article: _Article, value: Value | None) -> str:
    if not isinstance(value, ox.NamedNode):
        return value.value if value else ""
    names = (article.value(value, name) for name in ("by:readName", "by:readLabel"))
    return next((name.value for name in names if name is not None), local(value.value))
