"""Whether a graph folder still says what the articles say: every quote, hash, IRI and file, checked by the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.claims_file import serialize_claims
from graph.folder import CLAIMS, TRIG, find_article, graph_quads
from graph.links import parse_links
from graph.rdf_reading import parse_readings
from graph.shapes import validate
from graph.soundness import difference, stored, unsound
from graph.store import dataset_base
from graph.swap import current
from ontology import BASE, Article, GraphError, Ontology, Reading

__all__ = ["verify_graph"]


def verify_graph(folder: Path, articles: Sequence[str | Article] = (), ontology: Ontology | None = None) -> list[str]:
    """What is wrong with a graph folder, one line each; nothing if all is well.

    Quotes stand in the texts at their offsets, texts have their hashes, IRIs follow from content and lead somewhere,
    the facts follow from the claims, no node is missing or left over, and the files beside the store agree with it.
    With an ontology, its shapes hold too, and its terms are explained as it does. `articles` are the only ones to be
    checked: by IRI or headline, or as they are now, to be compared with what was read. Raises GraphError where there is
    no Byline graph.
    """
    quads = graph_quads(folder)
    try:
        readings, links = parse_readings(quads), parse_links(quads, dataset_base(quads) or BASE)
    except GraphError as exc:
        return [str(exc)]
    names = [_choose(article, readings) for article in articles] or [r.article.iri for r in readings]
    chosen = [r for r in readings if r.article.iri in names]
    changed = [line for article in articles if isinstance(article, Article) for line in _changed(article, readings)]
    problems = [*changed, *unsound(quads, readings, chosen, links, ontology)]
    problems += _files(current(folder), quads, readings, chosen)
    return problems + (_misshapen(quads, ontology, names) if ontology else [])


def _choose(article: str | Article, readings: Sequence[Reading]) -> str:
    """The IRI of an article by its name, or of the one that has its text, else its IRI, headline or file."""
    if isinstance(article, str):
        return find_article(article, readings)
    keys: tuple[Callable[[Article], str], ...] = (
        lambda a: a.text,
        lambda a: a.iri,
        lambda a: a.headline,
        lambda a: a.source,
    )
    for key in keys:
        found = [r.article.iri for r in readings if key(r.article) == key(article)]
        if len(found) == 1:
            return found[0]
    return find_article(article.headline, readings)


def _changed(article: Article, readings: Sequence[Reading]) -> Iterator[str]:
    iri = _choose(article, readings)
    read = next(r.article.text for r in readings if r.article.iri == iri)
    if read != article.text:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(read, article.text, strict=False)))
        there, here = (repr(text[same : same + 30]) for text in (article.text, read))
        yield f"{article.source}: not the text of <{iri}>: from character {same} on it has {there}, not {here}"


def _misshapen(quads: Sequence[ox.Quad], ontology: Ontology, names: Sequence[str]) -> list[str]:
    found = validate(quads, ontology)
    return [str(violation) for violation in found if violation.focus.startswith(tuple(names))]


def _files(
    folder: Path, quads: Sequence[ox.Quad], readings: Sequence[Reading], chosen: Sequence[Reading]
) -> Iterator[str]:
    left_out = {r.article.iri for r in readings} - {r.article.iri for r in chosen}
    yield from _trig(folder / TRIG, quads, left_out)
    try:
        lines = (folder / CLAIMS).read_text(encoding="utf-8").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as exc:
        yield f"{folder / CLAIMS}: not readable ({exc.__class__.__name__}): build the graph again"
        return
    wanted = serialize_claims(chosen)
    if [line for line in lines if not left_out or line in wanted] != wanted.splitlines(keepends=True):
        yield f"{folder / CLAIMS}: not the claims of the store: build the graph again"


def _trig(path: Path, quads: Sequence[ox.Quad], left_out: set[str]) -> Iterator[str]:
    try:
        written = stored(ox.parse(path=str(path), format=ox.RdfFormat.TRIG))
    except (OSError, SyntaxError, ValueError) as exc:
        yield f"{path}: not readable as TriG ({str(exc).splitlines()[0]}): build the graph again"
        return

    def concerned(found: set[ox.Quad]) -> set[ox.Quad]:
        return {q for q in found if cast(ox.NamedNode, q.graph_name).value not in left_out}

    yield from difference(f"{path}: lacks", concerned({*quads} - written))
    yield from difference(f"{path}: should not hold", concerned(written - {*quads}))
