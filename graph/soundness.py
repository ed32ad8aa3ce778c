"""Whether quads still say what was read: each check compares one part with what the others make it be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import pyoxigraph as ox

from graph.facts import facts_iri, serialize_facts, serialize_terms, terms_iri
from graph.inference import infer, inferred_iri, is_inferred
from graph.links import Candidate, serialize_links
from graph.rdf import serialize_reading, text_hash
from graph.store import dataset_base
from graph.terms import term
from ontology import Claim, Entity, Ontology, Reading, article_iri, iri_of_claim, load_ontology

__all__ = ["difference", "stored", "unsound"]

_Graphs = dict[str, set[ox.Quad]]


def unsound(
    quads: Sequence[ox.Quad],
    readings: Sequence[Reading],
    chosen: Sequence[Reading],
    links: Sequence[Candidate],
    ontology: Ontology | None,
) -> Iterator[str]:
    """What is wrong with the quads as far as it concerns the chosen ones of their readings, one line each.

    Without an ontology, what explains its terms is not compared with it, and ours says what follows from the facts.
    """
    base = dataset_base(quads)
    yield from _quotes(chosen)
    yield from _hashes(quads, chosen)
    yield from _names(chosen)
    if base is None:
        yield "no facts graph: build the graph again"
        return
    yield from _graphs(
        quads, chosen, base, [r.article.iri for r in readings], _derived(quads, readings, links, base, ontology)
    )
    yield from _links(readings, links)
    yield from _undescribed(quads, chosen)
    if ontology is not None:
        yield from _terms(quads, readings, ontology, base)


def _quotes(readings: Iterable[Reading]) -> Iterator[str]:
    for text, claim in ((r.article.text, c) for r in readings for c in r.claims):
        start, end, quote = claim.evidence.start, claim.evidence.end, claim.evidence.quote
        if text[start:end] != quote:
            yield f"<{claim.iri}>: the text at {start} to {end} is {_short(text[start:end])}, not {_short(quote)}"


def _short(text: str) -> str:
    return repr(text if len(text) < 60 else f"{text[:57]}…")


def _hashes(quads: Iterable[ox.Quad], readings: Iterable[Reading]) -> Iterator[str]:
    recorded = {cast(ox.NamedNode, q.subject).value: q.object for q in quads if q.predicate == term("by:sha256")}
    for article in (r.article for r in readings):
        if recorded.get(article.iri) != ox.Literal(text_hash(article.text)):
            yield f"<{article.iri}>: its text is not the text that was read: the SHA-256 differs"


def _names(readings: Iterable[Reading]) -> Iterator[str]:
    """An IRI is made from content, so that content which was changed no longer goes with it."""
    for reading in readings:
        article = reading.article
        if article.iri != article_iri(article.iri.rpartition("article/")[0], article.headline, article.text):
            yield f"<{article.iri}>: its headline or text is another than its IRI was made from"
        for claim in reading.claims:
            if claim.iri != iri_of_claim(claim):
                yield f"<{claim.iri}>: says something else than its IRI was made from"


def _derived(
    quads: Sequence[ox.Quad],
    readings: Sequence[Reading],
    links: Sequence[Candidate],
    base: str,
    ontology: Ontology | None,
) -> list[ox.Quad]:
    """What all readings together make a graph hold: the facts, what follows from them, and the links of names."""
    facts = serialize_facts(readings, base)
    inferred = infer(facts, ontology or load_ontology(), base) if is_inferred(quads, base) else []
    return [*facts, *inferred, *serialize_links(links, base)]


def _graphs(
    quads: Sequence[ox.Quad], chosen: Sequence[Reading], base: str, articles: Sequence[str], derived: Sequence[ox.Quad]
) -> Iterator[str]:
    """The store's graphs against those that the readings would give anew, but for `terms`, which only explains."""
    found = _by_graph(quads)
    wanted = _by_graph(stored([*derived, *(q for r in chosen for q in serialize_reading(r))]))
    left_out = {terms_iri(base), *articles} - {r.article.iri for r in chosen}
    names = {facts_iri(base): "the facts graph", inferred_iri(base): "the inferred graph"}
    for graph in sorted({*wanted, *found} - left_out):
        name = names.get(graph, f"graph <{graph}>")
        yield from difference(f"{name} lacks", wanted.get(graph, set()) - found.get(graph, set()))
        yield from difference(f"{name} should not hold", found.get(graph, set()) - wanted.get(graph, set()))


def _links(readings: Sequence[Reading], links: Sequence[Candidate]) -> Iterator[str]:
    mentioned = {entity.iri for reading in readings for entity in reading.entities}
    for link in links:
        if link.entity not in mentioned:
            yield f"<{link.entity}>: is linked to <{link.iri}>, and no article mentions it"
        if link.same and link.score < link.threshold:
            yield f"<{link.entity}>: is no match for <{link.iri}>, whose score {link.score} is below {link.threshold}"


def _by_graph(quads: Iterable[ox.Quad]) -> _Graphs:
    graphs: _Graphs = defaultdict(set)
    for quad in quads:
        graphs[quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else "default"].add(quad)
    return graphs


def stored(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The quads as a store gives them back, its numbers in canonical form."""
    store = ox.Store()
    store.extend(quads)
    return set(store)


def difference(what: str, quads: Iterable[ox.Quad]) -> Iterator[str]:
    """One line that names the first of the quads, if there is one, and counts the others."""
    lines = sorted(f"{q.subject} {q.predicate} {_short(str(q.object))}" for q in quads)
    if lines:
        more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
        yield f"{what} {lines[0]}{more}"


def _undescribed(quads: Iterable[ox.Quad], readings: Iterable[Reading]) -> Iterator[str]:
    """Every IRI that a claim uses leads somewhere: somewhere in the graph it has a label."""
    labels = {term("rdfs:label"), term("skos:prefLabel")}
    labelled = {cast(ox.NamedNode, q.subject).value for q in quads if q.predicate in labels}
    for claim in (c for r in readings for c in r.claims):
        for iri in sorted({*_used(claim)} - labelled):
            yield f"<{claim.iri}>: <{iri}> is described nowhere in the graph"


def _used(claim: Claim) -> Iterator[str]:
    nodes = (claim.subject, claim.object, *(q.object for q in claim.qualifiers), *claim.sources)
    for entity in (n for n in nodes if isinstance(n, Entity)):
        yield from (entity.iri, entity.type)
    yield from (claim.relation.iri, claim.modality.iri, *(q.relation.iri for q in claim.qualifiers))
    yield from (term(f"by:{name}").value for name in (claim.status, claim.polarity))


def _terms(quads: Sequence[ox.Quad], readings: Sequence[Reading], ontology: Ontology, base: str) -> Iterator[str]:
    """What explains the ontology's terms is what the ontology says; what it does not know is somebody else's."""
    known = {subject.value for subject, _, _ in ontology.triples if isinstance(subject, ox.NamedNode)}
    found = {q for q in quads if q.graph_name == ox.NamedNode(terms_iri(base))}
    inferred = (q for q in quads if q.graph_name == ox.NamedNode(inferred_iri(base)))
    wanted = stored(serialize_terms(readings, ontology, base, inferred))
    yield from difference("the terms graph lacks", wanted - found)
    unlike = (q for q in found - wanted if cast(ox.NamedNode, q.subject).value in known)
    yield from difference("the terms graph is not what the ontology says: it should not hold", unlike)
