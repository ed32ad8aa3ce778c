"""Whether a graph folder still says what the articles say: every quote, hash and file checked against the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.claims_file import serialize_claims
from graph.facts import facts_iri, serialize_facts
from graph.folder import CLAIMS, TRIG, graph_quads
from graph.inference import infer, inferred_iri, is_inferred
from graph.links import Candidate, parse_links, serialize_links
from graph.rdf import serialize_reading, text_hash
from graph.rdf_reading import parse_readings
from graph.store import dataset_base
from graph.swap import current
from graph.terms import term
from ontology import BASE, GraphError, Ontology, Reading, load_ontology

__all__ = ["verify_graph"]

_Graphs = dict[str, set[ox.Quad]]


def verify_graph(folder: Path, ontology: Ontology | None = None) -> list[str]:
    """What is wrong with a graph folder, one line each; nothing if all is well.

    Quotes stand in the texts at their offsets, texts have their hashes, the facts follow from the claims, what is
    inferred follows from the facts by the ontology (ours, if none is given), no node is missing or left over, and the
    files beside the store agree with it. Raises GraphError where it is no Byline graph.
    """
    quads = graph_quads(folder)
    try:
        readings, links = parse_readings(quads), parse_links(quads, dataset_base(quads) or BASE)
    except GraphError as exc:
        return [str(exc)]
    graphs = _graphs(quads, readings, links, dataset_base(quads), ontology or load_ontology())
    checks = (_quotes(readings), _hashes(quads, readings), graphs, _links(readings, links))
    return [*(problem for check in checks for problem in check), *_files(current(folder), quads, readings)]


def _quotes(readings: Sequence[Reading]) -> Iterator[str]:
    for claim in (c for r in readings for c in r.claims):
        text = next(r.article.text for r in readings if r.article.iri == claim.article)
        start, end, quote = claim.evidence.start, claim.evidence.end, claim.evidence.quote
        if text[start:end] != quote:
            yield f"<{claim.iri}>: the text at {start} to {end} is {_short(text[start:end])}, not {_short(quote)}"


def _short(text: str) -> str:
    return repr(text if len(text) < 60 else f"{text[:57]}…")


def _hashes(quads: Iterable[ox.Quad], readings: Sequence[Reading]) -> Iterator[str]:
    recorded = {cast(ox.NamedNode, q.subject).value: q.object for q in quads if q.predicate == term("by:sha256")}
    for article in (r.article for r in readings):
        if recorded.get(article.iri) != ox.Literal(text_hash(article.text)):
            yield f"<{article.iri}>: its text is not the text that was read: the SHA-256 differs"


def _graphs(
    quads: Sequence[ox.Quad],
    readings: Sequence[Reading],
    links: Sequence[Candidate],
    base: str | None,
    ontology: Ontology,
) -> Iterator[str]:
    """The store's graphs against those that the readings would give anew, but for `terms`, which only explains."""
    if base is None:
        yield "no facts graph: build the graph again"
        return
    found = _by_graph(quads)
    facts = serialize_facts(readings, base)
    inferred = infer(facts, ontology, base) if is_inferred(quads, base) else []
    articles = (quad for reading in readings for quad in serialize_reading(reading))
    wanted = _by_graph(_stored([*facts, *inferred, *articles, *serialize_links(links, base)]))
    names = {facts_iri(base): "the facts graph", inferred_iri(base): "the inferred graph"}
    for graph in sorted({*wanted, *found} - {f"{base}terms"}):
        name = names.get(graph, f"graph <{graph}>")
        yield from _difference(f"{name} lacks", wanted.get(graph, set()) - found.get(graph, set()))
        yield from _difference(f"{name} should not hold", found.get(graph, set()) - wanted.get(graph, set()))


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


def _stored(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The quads as a store gives them back, its numbers in canonical form."""
    store = ox.Store()
    store.extend(quads)
    return set(store)


def _difference(what: str, quads: Iterable[ox.Quad]) -> Iterator[str]:
    lines = sorted(f"{q.subject} {q.predicate} {_short(str(q.object))}" for q in quads)
    if lines:
        more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
        yield f"{what} {lines[0]}{more}"


def _files(folder: Path, quads: Sequence[ox.Quad], readings: Sequence[Reading]) -> Iterator[str]:
    yield from _trig(folder / TRIG, quads)
    try:
        if (folder / CLAIMS).read_text(encoding="utf-8") != serialize_claims(readings):
            yield f"{folder / CLAIMS}: not the claims of the store: build the graph again"
    except (OSError, UnicodeDecodeError) as exc:
        yield f"{folder / CLAIMS}: not readable ({exc.__class__.__name__}): build the graph again"


def _trig(path: Path, quads: Sequence[ox.Quad]) -> Iterator[str]:
    try:
        written = _stored(ox.parse(path=str(path), format=ox.RdfFormat.TRIG))
    except (OSError, SyntaxError, ValueError) as exc:
        yield f"{path}: not readable as TriG ({str(exc).splitlines()[0]}): build the graph again"
        return
    yield from _difference(f"{path}: lacks", set(quads) - written)
    yield from _difference(f"{path}: should not hold", written - set(quads))
