"""The front door: the whole way from article to graph on one screen. `commands.py` has what one types.

    source -> Article -> Doc -> claims -> graph folder: store, graph.trig, claims.jsonl, explorer.html, network.graphml

Whatever is heavy is imported where it is used, so that `byline --help` answers at once.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from ontology import BASE, Article, Dating, Ontology, Reading, ShapeError, Status, load_ontology

__all__ = ["EXPLORER", "Summary", "build", "describe", "read_sources"]

EXPLORER = "explorer.html"


@dataclass(frozen=True)
class Summary:
    """What a build found: `statuses` counts claims, `attributed` those that somebody other than the article makes.

    `tentative` counts those whose sentences are hard to read. `datings` are those of the articles without a published
    date, `violations` what breaks the ontology's shapes.
    """

    headlines: tuple[str, ...]
    people: int
    organisations: int
    places: int
    statuses: Mapping[str, int]
    attributed: int
    tentative: int
    datings: tuple[Dating, ...]
    violations: tuple[str, ...]
    explorer: Path

    @property
    def claims(self) -> int:
        """All claims, whatever their status."""
        return sum(self.statuses.values())


def build(
    sources: Sequence[str],
    out: Path,
    *,
    published: dt.date | None = None,
    ontology: Sequence[Path] = (),
    model: str | None = None,
    base: str = BASE,
    workers: int = 1,
    strict: bool = False,
    infer: bool | None = None,
) -> Summary:
    """Read the articles and put what they claim into a graph folder.

    `strict` writes only what has all shapes of the ontology; `infer` says whether the graph keeps what follows from its
    facts, as it was if left out. Raises BylineError; then the folder is as it was before.
    """
    from graph import check_readings, write_graph

    vocabulary = load_ontology(tuple(ontology))
    readings = tuple(read_sources(sources, vocabulary, published=published, model=model, base=base, workers=workers))
    violations = tuple(map(str, check_readings(readings, vocabulary, base, full=strict)))
    if strict and violations:
        raise ShapeError(violations)
    write_graph(out, readings, vocabulary, base=base, infer=infer)
    return replace(_summary(readings, vocabulary, out / EXPLORER), violations=violations)


def read_sources(
    sources: Iterable[str],
    ontology: Ontology,
    *,
    published: dt.date | None = None,
    model: str | None = None,
    base: str = BASE,
    workers: int = 1,
) -> Iterator[Reading]:
    """The readings of the articles, each article once; no model is loaded before all sources are found to be good."""
    from extractors import load_pipeline, read, read_article, read_in_parallel

    found = [read_article(source, published, base) for source in sources]
    articles = {article.iri: article for article in found}
    if min(workers, len(articles)) > 1:
        yield from read_in_parallel(articles.values(), model, ontology, base, workers=min(workers, len(articles)))
    else:
        yield from read(_with_progress(list(articles.values())), load_pipeline(model), ontology, base)


def _with_progress(articles: list[Article]) -> Iterable[Article]:
    """The articles, counted off on a terminal while they are read."""
    if len(articles) < 2 or not sys.stderr.isatty():
        return articles
    from rich.console import Console
    from rich.progress import track

    return track(articles, "Reading", console=Console(stderr=True), transient=True)


def _summary(readings: Sequence[Reading], ontology: Ontology, explorer: Path) -> Summary:
    entities = {entity.iri: entity for reading in readings for entity in reading.entities}.values()
    claims = {claim.iri: claim for reading in readings for claim in reading.claims}.values()

    def count(kind: str) -> int:
        return sum(ontology.is_a(entity.type, ontology.iri(kind)) for entity in entities)

    return Summary(
        headlines=tuple(reading.article.headline for reading in readings),
        people=count("schema:Person"),
        organisations=count("schema:Organization"),
        places=count("schema:Place"),
        statuses=Counter(claim.status for claim in claims),
        attributed=sum(bool(claim.sources) for claim in claims),
        tentative=sum(claim.tentative for claim in claims),
        datings=tuple(reading.dating for reading in readings if reading.dating is not None),
        violations=(),
        explorer=explorer,
    )


def describe(summary: Summary, seconds: float) -> str:
    """A build in five lines, the path of the explorer last; one more where an article has no published date."""
    title = summary.headlines[0] if len(summary.headlines) == 1 else f"{len(summary.headlines)} articles"
    statuses = ", ".join(f"{summary.statuses[name]} {name}" for name in get_args(Status) if summary.statuses.get(name))
    share = f"{summary.attributed / summary.claims:.0%}" if summary.claims else "none"
    tentative = f"; {summary.tentative} are tentative" if summary.tentative else ""
    return "\n".join(
        (
            title,
            f"  {summary.people} people, {summary.organisations} organisations, {summary.places} places",
            f"  {summary.claims} claims{': ' * bool(statuses)}{statuses}",
            f"  {share} of the claims are made by somebody in the article, the rest by the article itself{tentative}",
            *_year(summary),
            f"  {seconds:.1f} seconds",
            str(summary.explorer),
        )
    )


def _year(summary: Summary) -> list[str]:
    """The year that an article without a published date has by its own words; of several, how many have one."""
    if len(summary.headlines) == 1:
        return [f"  year: {dating}" for dating in summary.datings]
    told, all_ = sum(dating.year is not None for dating in summary.datings), len(summary.datings)
    return [f"  year: told by {told} of {all_} articles without a published date"] if all_ else []


if __name__ == "__main__":
    from commands import main

    main()
