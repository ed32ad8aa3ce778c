"""The graph folder: the store, and what is written beside it for people and other programs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.canonical import canonical
from graph.claims_file import serialize_claims
from graph.inference import is_inferred
from graph.links import Candidate, parse_links, serialize_links
from graph.rdf_reading import parse_readings
from graph.store import dataset_base, open_store, read_store, serialize_graph, serialize_trig, write_store
from graph.swap import current, replacing
from ontology import BASE, GraphError, Ontology, Reading, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

__all__ = [
    "CLAIMS",
    "STORE",
    "TRIG",
    "VIEWS",
    "View",
    "find_article",
    "graph_quads",
    "graph_store",
    "read_graph",
    "remove_article",
    "write_graph",
    "write_links",
]

STORE, TRIG, CLAIMS = "store", "graph.trig", "claims.jsonl"

View = Callable[[Path, Sequence[Reading], Ontology], None]


def _explorer(path: Path, readings: Sequence[Reading], ontology: Ontology) -> None:
    from graph.explorer import write_explorer

    write_explorer(path, readings, ontology)


def _graphml(path: Path, readings: Sequence[Reading], ontology: Ontology) -> None:
    from graph.network import network, write_graphml

    write_graphml(network(readings, ontology), path)


VIEWS: Mapping[str, View] = {"explorer.html": _explorer, "network.graphml": _graphml}


def write_graph(
    folder: Path,
    readings: Sequence[Reading],
    ontology: Ontology,
    *,
    base: str | None = None,
    views: Mapping[str, View] = VIEWS,
    infer: bool | None = None,
) -> None:
    """Put the readings into a graph folder, in place of earlier readings of the same articles.

    The other articles in it stay. `infer` says whether the graph is to keep what follows from its facts by OWL, from
    now on; without it, that is left as it was (a new graph keeps none). Raises GraphError where the folder is something
    else or cannot be written; then, and when the process dies, the old graph is as it was.
    """
    with _one_line_errors(folder):
        _check(folder)
        # What is kept is read under the lock: another build may just have added to it.
        with replacing(folder) as new:
            old = _kept(folder)
            fresh = {r.article.iri: canonical(r) for r in readings}
            inferring = old.inferring if infer is None else infer
            way = replace(old, base=base or old.base, inferring=inferring)
            _fill(new, replace(way, readings={**old.readings, **fresh}), ontology, views)
            _keep_foreign(current(folder), new)


@dataclass(frozen=True)
class _Content:
    """What a graph is made from: everything else in its folder follows."""

    readings: dict[str, Reading]
    base: str = BASE
    inferring: bool = False
    links: tuple[Candidate, ...] = ()


def _fill(new: Path, content: _Content, ontology: Ontology, views: Mapping[str, View]) -> None:
    ordered = [content.readings[iri] for iri in sorted(content.readings)]
    mentioned = {entity.iri for reading in ordered for entity in reading.entities}
    # A link goes with its entity, and else stays whatever is read anew.
    links = [link for link in content.links if link.entity in mentioned]
    quads = [
        *serialize_graph(ordered, ontology, content.base, inferring=content.inferring),
        *serialize_links(links, content.base),
    ]
    write_store(new / STORE, quads)
    _write_text(new / TRIG, serialize_trig(quads, ontology, content.base))
    _write_text(new / CLAIMS, serialize_claims(ordered))
    for name, write in views.items():
        write(new / name, ordered, ontology)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _keep_foreign(old: Path, new: Path) -> None:
    """What somebody put into the folder beside our files stays there."""
    for entry in old.iterdir() if old.exists() else ():
        if not (new / entry.name).exists() and entry.name not in VIEWS:
            (shutil.copytree if entry.is_dir() else shutil.copy2)(entry, new / entry.name)


def read_graph(folder: Path) -> tuple[Reading, ...]:
    """All readings in a graph folder, by article IRI.

    Raises GraphError where it is no Byline graph.
    """
    return parse_readings(graph_quads(folder))


def graph_store(folder: Path) -> ox.Store:
    """The store of a graph folder, for reading only.

    Raises GraphError where it is no Byline graph.
    """
    return open_store(_store_path(folder))


def graph_quads(folder: Path) -> list[ox.Quad]:
    """All quads of a graph folder, in no order.

    Raises GraphError where it is no Byline graph.
    """
    return read_store(_store_path(folder))


def _store_path(folder: Path) -> Path:
    where = current(folder)
    if not where.is_dir():
        raise GraphError(f"{folder}: no such graph folder: make one with `byline build SOURCE -o {folder}`")
    if not _is_graph(where):
        raise GraphError(
            f"{folder}: no Byline graph (it lacks {STORE}/ or {TRIG}): name a folder that `byline build` wrote"
        )
    return where / STORE


def remove_article(folder: Path, article: str, ontology: Ontology, *, views: Mapping[str, View] = VIEWS) -> str:
    """Take one article out of a graph, named by its IRI, its headline, or the beginning of its IRI's last part.

    Gives the IRI of the article. Raises GraphError where none or several are called so.
    """
    _store_path(folder)
    with _one_line_errors(folder):
        _check(folder)
        with replacing(folder) as new:
            old = _kept(folder)
            iri = find_article(article, list(old.readings.values()))
            rest = {name: reading for name, reading in old.readings.items() if name != iri}
            _fill(new, replace(old, readings=rest), ontology, views)
            _keep_foreign(current(folder), new)
        return iri


def write_links(
    folder: Path, authority: str, links: Sequence[Candidate], ontology: Ontology, *, views: Mapping[str, View] = VIEWS
) -> None:
    """Keep what an authority knows of the entities of a graph, in place of what it knew before.

    Raises GraphError as `write_graph` does.
    """
    _store_path(folder)
    with _one_line_errors(folder):
        _check(folder)
        with replacing(folder) as new:
            old = _kept(folder)
            others = (link for link in old.links if link.authority != authority)
            _fill(new, replace(old, links=(*others, *links)), ontology, views)
            _keep_foreign(current(folder), new)


def find_article(article: str, readings: Sequence[Reading]) -> str:
    """The IRI of the article that is named by its IRI, its headline, or the beginning of its IRI's last part.

    Raises GraphError where none or several are called so.
    """
    wanted = slug(article)
    found = [
        r.article.iri
        for r in readings
        if article in (r.article.iri, r.article.headline) or r.article.iri.rpartition("/")[2].startswith(wanted)
    ]
    exact = [iri for iri in found if iri == article]
    if len(exact or found) == 1:
        return (exact or found)[0]
    raise GraphError(_unclear(article, found or [r.article.iri for r in readings], several=bool(found)))


def _unclear(article: str, choices: Sequence[str], *, several: bool) -> str:
    what = "several articles are" if several else "no article is"
    return f"{what} called {article!r}: give one of {', '.join(choices) or '(the graph is empty)'}"


def _kept(folder: Path) -> _Content:
    if not _is_graph(current(folder)):
        return _Content({})
    quads = graph_quads(folder)
    base = dataset_base(quads) or BASE
    readings = {r.article.iri: r for r in parse_readings(quads)}
    return _Content(readings, base, is_inferred(quads, base), parse_links(quads, base))


def _is_graph(folder: Path) -> bool:
    return (folder / STORE).is_dir() and (folder / TRIG).is_file()


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise GraphError(f"{folder}: is a file, not a folder: name another folder with -o")
    if folder.exists() and Path.cwd().is_relative_to(folder.resolve()):
        raise GraphError(f"{folder}: is where you are, and is replaced as a whole: go one folder up, or name another")
    if folder.is_dir() and any(folder.iterdir()) and not _is_graph(folder):
        raise GraphError(f"{folder}: holds files that are no Byline graph: name another folder with -o")


@contextmanager
def _one_line_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        reason = exc.strerror or str(exc).partition("\n")[0]
        raise GraphError(f"{folder}: cannot be written ({reason}): check the path, permissions and free space") from exc
