"""The pages for people: an entity, a claim, an article, a term, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

import jinja2
import pyoxigraph as ox

from graph.serve.description import describe
from graph.serve.links import Links
from graph.serve.snapshot import Snapshot
from ontology import Article, Claim, Entity

__all__ = ["Pages", "Passage", "passage"]

# A page stays readable; whoever wants all of it is led to the editor.
_MOST = 300


@dataclass(frozen=True)
class Passage:
    """The words of a claim in their paragraph."""

    before: str
    quote: str
    after: str


def passage(article: Article, claim: Claim) -> Passage:
    """The paragraphs that a claim's evidence lies in, parted at its ends."""
    text, start, end = article.text, claim.evidence.start, claim.evidence.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return Passage(text[first:start], text[start:end], text[end : last if last >= 0 else len(text)])


@dataclass(frozen=True)
class Pages:
    """HTML of what a snapshot holds; whatever an article says is escaped."""

    snapshot: Snapshot
    links: Links

    def page(self, iri: str) -> str:
        """The page of something that the graph knows."""
        if iri in self.snapshot.readings:
            return self._article(iri)
        if iri in self.snapshot.claims:
            return self._claim(self.snapshot.claims[iri])
        if iri in self.snapshot.mentions:
            return self._entity(iri)
        return self.term(iri) if iri.startswith(f"{self.snapshot.base}relation/") else self._thing(iri)

    def _entity(self, iri: str) -> str:
        claims = self.snapshot.claims_of.get(iri, ())
        groups = {
            "What it does and is": [c for c in claims if c.subject.iri == iri],
            "What is said of it": [c for c in claims if c.subject.iri != iri and iri in _told(c)],
            "What it says": [c for c in claims if iri in {s.iri for s in c.sources}],
        }
        return self._render(
            "entity",
            title=self.links.label(iri),
            iri=iri,
            kinds=self.snapshot.texts(iri, "rdf:type"),
            aliases=self.snapshot.texts(iri, "skos:altLabel"),
            misspellings=self.snapshot.texts(iri, "skos:hiddenLabel"),
            articles=self.snapshot.mentions[iri],
            groups={name: found for name, found in groups.items() if found},
        )

    def _claim(self, claim: Claim) -> str:
        article = self.snapshot.readings[claim.article].article
        return self._render(
            "claim",
            title=_sentence(claim),
            iri=claim.iri,
            claim=claim,
            article=article,
            passage=passage(article, claim),
        )

    def _article(self, iri: str) -> str:
        reading = self.snapshot.readings[iri]
        return self._render(
            "article",
            title=reading.article.headline or "An article",
            iri=iri,
            article=reading.article,
            paragraphs=list(_paragraphs(reading.article, reading.claims)),
            entities=sorted(reading.entities, key=lambda e: e.name.casefold()),
        )

    def term(self, iri: str) -> str:
        """The page of a term of the ontology, or of an open relation."""
        ontology = self.snapshot.ontology
        facts = {
            "domain": "rdfs:domain",
            "range": "rdfs:range",
            "kind of": "rdfs:subClassOf",
            "narrower than": "rdfs:subPropertyOf",
            "inverse of": "owl:inverseOf",
            "under": "skos:broader",
        }
        instances = (
            [e for e in self.snapshot.mentions if iri in self.snapshot.texts(e, "rdf:type")]
            if iri in ontology.classes
            else []
        )
        return self._render(
            "term",
            title=self.links.label(iri),
            iri=iri,
            name=self.links.short(iri),
            comment=ontology.text(iri, "rdfs:comment") or ontology.text(iri, "skos:definition"),
            facts={name: ontology.texts(iri, link) for name, link in facts.items() if ontology.texts(iri, link)},
            examples=ontology.texts(iri, "skos:example"),
            claims=self.snapshot.claims_of.get(iri, ()),
            instances=sorted(instances, key=self.links.label),
        )

    def _thing(self, iri: str) -> str:
        """Whatever has no page of its own kind: its triples as they are."""
        rows = [
            (cast(ox.NamedNode, t.subject).value, t.predicate.value, t.object)
            for t in describe(self.snapshot, iri)[:_MOST]
        ]
        return self._render("thing", title=self.links.label(iri), iri=iri, rows=rows)

    def contents(self) -> str:
        """The list of all articles and entities."""
        by_class: dict[str, list[str]] = {}
        for iri in sorted(self.snapshot.mentions, key=lambda iri: self.links.label(iri).casefold()):
            for kind in self.snapshot.texts(iri, "rdf:type"):
                by_class.setdefault(kind, []).append(iri)
        articles = [r.article for r in self.snapshot.readings.values()]
        return self._render("contents", title="What is in this graph", articles=articles, classes=by_class)

    def editor(self, examples: Sequence[object], start: str) -> str:
        """The query editor, with example queries."""
        return self._render("editor", title="Ask in SPARQL", examples=examples, start=start)

    def _render(self, template: str, **values: object) -> str:
        return self._environment.get_template(f"{template}.html.jinja").render(most=_MOST, **values)

    @cached_property
    def _environment(self) -> jinja2.Environment:
        loader = jinja2.FileSystemLoader(Path(__file__).parent / "templates")
        environment = jinja2.Environment(
            loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
        )
        environment.filters |= {"href": self.links.href, "label": self.links.label, "short": self.links.short}
        environment.tests["entity"] = lambda value: isinstance(value, Entity)
        environment.tests["node"] = lambda value: isinstance(value, ox.NamedNode)
        return environment


def _told(claim: Claim) -> set[str]:
    values = (claim.object, *(q.object for q in claim.qualifiers))
    return {value.iri for value in values if isinstance(value, Entity)}


def _sentence(claim: Claim) -> str:
    object_ = claim.object.name if isinstance(claim.object, Entity) else claim.object.value
    return f"{claim.subject.name} – {claim.relation.label} – {object_}"


def _paragraphs(article: Article, claims: Iterable[Claim]) -> Iterable[tuple[str, list[Claim]]]:
    """Each paragraph with the claims whose evidence begins in it."""
    start, waiting = 0, sorted(claims, key=lambda c: c.evidence)
    for line in article.text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield line, [c for c in waiting if start <= c.evidence.start <= end]
        start = end + 1
