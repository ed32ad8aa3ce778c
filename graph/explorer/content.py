"""Everything that the page knows, as plain values for one block of JSON; words of articles stay data to the end."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import networkx as nx

from graph.explorer.legend import class_styles, line_styles
from ontology import Claim, Entity, Node, Ontology, Reading, Relation

__all__ = ["content"]


def content(readings: Sequence[Reading], ontology: Ontology, net: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Articles, entities, relations and claims, each naming the others by number to keep the page small.

    IRIs stand without the beginning that they share, which is `base`.
    """
    claims = [claim for reading in readings for claim in reading.claims]
    articles = {reading.article.iri: i for i, reading in enumerate(readings)}
    base = _common([*articles, *net, *(claim.iri for claim in claims)])
    entities = {iri: i for i, iri in enumerate(net)}
    relations = _relations(claims)
    numbers = {relation: i for i, relation in enumerate(relations)}
    return {
        "base": base,
        "articles": [_article(reading, base) for reading in readings],
        "entities": [_entity(iri, net.nodes[iri], base) for iri in net],
        "relations": [{"iri": iri, "label": label} for iri, label in relations],
        "claims": [_claim(claim, base, articles, entities, numbers) for claim in claims],
        "classes": class_styles(ontology, (kind for _, kind in net.nodes(data="type"))),
        "lines": line_styles(ontology),
    }


def _common(iris: Sequence[str]) -> str:
    """The beginning of all IRIs, up to a slash: what the first and the last in order share, all share."""
    pairs = zip(min(iris, default=""), max(iris, default=""), strict=False)
    shared = "".join(a for a, _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared[: shared.rfind("/") + 1]


def _relations(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    every = (r for claim in claims for r in (claim.relation, *(q.relation for q in claim.qualifiers)))
    return sorted({(relation.iri, relation.label) for relation in every})


def _article(reading: Reading, base: str) -> dict[str, Any]:
    article = reading.article
    return {
        "iri": article.iri.removeprefix(base),
        "headline": article.headline,
        "text": article.text,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
    }


def _entity(iri: str, node: Mapping[str, Any], base: str) -> dict[str, Any]:
    kept = ("name", "type", "aliases", "misspellings", "statements", "importance")
    return {"iri": iri.removeprefix(base), **{k: node[k] for k in kept if node[k] not in ((), 0)}}


def _claim(
    claim: Claim,
    base: str,
    articles: Mapping[str, int],
    entities: Mapping[str, int],
    relations: Mapping[tuple[str, str], int],
) -> dict[str, Any]:
    def relation(of: Relation) -> int:
        return relations[of.iri, of.label]

    def node(of: Node) -> dict[str, Any]:
        return {"entity": entities[of.iri]} if isinstance(of, Entity) else {"value": of.value, "datatype": of.datatype}

    optional = {
        "qualifiers": [{"relation": relation(q.relation), **node(q.object)} for q in claim.qualifiers],
        "negative": claim.polarity == "negative",
        "modality": claim.modality.label if claim.modality.label != claim.modality.top else "",
        "sources": [entities[source.iri] for source in claim.sources],
        "time": asdict(claim.time) if claim.time else None,
        "lemma": claim.relation.lemma if claim.relation.lemma != claim.relation.label else "",
        "tentative": claim.tentative,
    }
    return {
        "iri": claim.iri.removeprefix(base),
        "article": articles[claim.article],
        "subject": entities[claim.subject.iri],
        "relation": relation(claim.relation),
        "object": node(claim.object),
        "status": claim.status,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "rule": claim.rule,
        "why": claim.why,
        "confidence": claim.confidence,
        **{name: value for name, value in optional.items() if value},
    }
