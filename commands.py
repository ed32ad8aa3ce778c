"""The commands: what one types, one function each, named as it is typed.

Whatever is heavy is imported where it is used, so that `byline --help` answers at once.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from byline import EXPLORER, build, describe
from exchange_commands import Additions, Graph, export_command, link_command, push_command, serve_command
from ontology import BASE, BylineError, Claim, Entity, GraphError, ShapeError, load_ontology
from ontology_commands import ontology_app

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors import Contradiction, SentenceCoverage

__all__ = ["app", "main"]

TABLE = "table"
SHOWN = 5

app = typer.Typer(
    help="Turn news articles into a knowledge graph in which every edge names its source.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Strict = Annotated[
    bool, typer.Option("--strict", help="Check all SHACL shapes, and write nothing where one is broken.")
]
Infer = Annotated[
    bool | None,
    typer.Option(
        "--infer/--no-infer",
        help="Keep, in a graph apart, what follows from facts by inverse, symmetric and broader properties.",
        show_default="as the graph is",
    ),
]


def _base(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+[/#:]", value):
        raise typer.BadParameter(f"{value!r} is no absolute IRI that ends in /, # or :, such as {BASE}")
    return value


@app.command("build")
def build_command(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files: .txt, .md or .html; - is stdin.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="GRAPH", help="The folder to write the graph into.")],
    *,
    published: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day of publication, such as 2023-03-20."),
    ] = None,
    ontology: Additions = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline.")] = None,
    base: Annotated[
        str, typer.Option(callback=_base, metavar="IRI", help="What the graph's own IRIs begin with.")
    ] = BASE,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many processes read; each needs the memory of one.")
    ] = 1,
    strict: Strict = False,
    infer: Infer = None,
) -> None:
    """Read articles and write, or add to, the graph of what they claim."""
    started = time.perf_counter()
    day = published.date() if published else None
    try:
        summary = build(
            sources,
            out,
            published=day,
            ontology=ontology or (),
            model=model,
            base=base,
            workers=workers,
            strict=strict,
            infer=infer,
        )
    except ShapeError as exc:
        _tell(exc.violations)
        raise
    _tell(summary.violations)
    typer.echo(describe(summary, time.perf_counter() - started))


def _tell(violations: Sequence[str]) -> None:
    """The first violations of the ontology's shapes, one a line, and how many more there are."""
    for violation in violations[:SHOWN]:
        typer.echo(f"byline: {violation}", err=True)
    if len(violations) > SHOWN:
        typer.echo(f"byline: and {len(violations) - SHOWN} more violations of the ontology's shapes", err=True)


@app.command("explore")
def explore_command(graph: Graph) -> None:
    """Show the explorer in the browser, and say where it lies."""
    import webbrowser

    from graph.folder import graph_store

    graph_store(graph)
    page = graph / EXPLORER
    if not page.is_file():
        raise GraphError(f"{page}: missing: build the graph again")
    typer.echo(page)
    webbrowser.open(page.resolve().as_uri())


def _list_queries(context: typer.Context, wanted: bool) -> None:
    from graph import named_queries, serialize_examples

    if not wanted:
        return
    if context.params.get("form") == "turtle":
        typer.echo(serialize_examples(), nl=False)
        raise typer.Exit
    for query in named_queries().values():
        names = " ".join(f"{p.name}={p.kind.upper()}" for p in query.parameters)
        typer.echo(f"{query.name:<16}{query.title}{f'  [{names}]' if names else ''}")
    raise typer.Exit


@app.command("query")
def query_command(
    graph: Graph,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL, a .rq file, or the name of a shipped query.")],
    parameters: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME=VALUE]...", help="What a named query asks about.")
    ] = None,
    *,
    form: Annotated[
        # Eager, so that it is known where the list is asked for, which comes before any argument is missed.
        str,
        typer.Option(
            "--format", "-f", is_eager=True, metavar="FORM", help="table, csv, tsv, json, turtle or ntriples."
        ),
    ] = TABLE,
    _listed: Annotated[
        bool,
        typer.Option("--list", callback=_list_queries, help="List the shipped queries; --format turtle: in SHACL."),
    ] = False,
) -> None:
    """Ask a graph in SPARQL 1.1, or by a shipped query."""
    from graph import answer_table, ask, serialize_answer

    answer = ask(graph, query, dict(map(_parameter, parameters or ())))
    if form != TABLE:
        typer.echo(serialize_answer(answer, form), nl=False)
        return
    from rich.console import Console

    Console().print(answer_table(answer))


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{text!r} is not NAME=VALUE: write, say, who={text!r}")
    return name, value


@app.command("verify")
def verify_command(
    graph: Graph,
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARTICLE]...", help="Only these: IRIs, headlines, or the files that were read."),
    ] = None,
    *,
    ontology: Additions = None,
) -> None:
    """Check every quote, hash, IRI, fact and file of a graph, and its SHACL shapes; 1 where something is wrong."""
    from extractors import read_article
    from graph import verify_graph

    chosen = [read_article(article) if Path(article).is_file() else article for article in articles or ()]
    wrong = verify_graph(graph, chosen, load_ontology(tuple(ontology or ())))
    typer.echo("\n".join(wrong) or f"{graph}: every quote, hash, IRI, fact, file and shape holds")
    raise typer.Exit(1 if wrong else 0)


@app.command("evaluate")
def evaluate_command(
    graph: Graph,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="What a careful reader found in an article, as JSON.")],
    *,
    misses: Annotated[bool, typer.Option("--misses", help="Also list what was missed, or got wrong.")] = False,
) -> None:
    """Compare a graph with what a careful reader found in one of its articles."""
    from graph import evaluate, read_gold, read_graph

    evaluation = evaluate(read_graph(graph), read_gold(gold))
    for name, figure in evaluation.figures.items():
        typer.echo(
            f"{name:<32}{'none' if figure is None else f'{figure:.3f}' if isinstance(figure, float) else figure}"
        )
    if misses:
        typer.echo("\n".join(evaluation.faults()))


@app.command("coverage")
def coverage_command(
    graph: Graph,
    *,
    ontology: Additions = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="The spaCy pipeline that it was built with.")
    ] = None,
) -> None:
    """List sentence by sentence what the articles of a graph gave, and the verbs that gave nothing, with the reason."""
    from extractors import cover, load_pipeline
    from graph import read_graph

    readings = read_graph(graph)
    for found in cover(readings, load_pipeline(model), load_ontology(tuple(ontology or ()))):
        typer.echo(f"{found.article.headline}\n\n" + "\n".join(map(_covered, found.sentences)))
        if found.contradictions:
            typer.echo("Contradictions\n" + "\n".join(map(_contradicted, found.contradictions)) + "\n")
        if found.dating is not None:
            typer.echo(f"year: {found.dating}")
        _count(found.sentences)


def _covered(sentence: SentenceCoverage) -> str:
    """A sentence, its claims after "+", its unread verbs after "-"."""
    claims = (f"  + {_said(claim)}" for claim in sentence.claims)
    return "\n".join([sentence.text, *claims, *(f"  - {gap.verb}: {gap.why}" for gap in sentence.gaps), ""])


def _contradicted(contradiction: Contradiction) -> str:
    """Why, and each of the passages with its place in the text."""
    quotes = (f"    {q.start}-{q.end}: {' '.join(q.quote.split())}" for q in contradiction.quotes)
    return "\n".join([f"  ! {contradiction.why}", *quotes])


def _count(sentences: Sequence[SentenceCoverage]) -> None:
    verbs, gaps = sum(s.verbs for s in sentences), sum(len(s.gaps) for s in sentences)
    typer.echo(f"{len(sentences)} sentences, {sum(bool(s.claims) for s in sentences)} of them with claims;")
    typer.echo(f"{verbs} verbs, {verbs - gaps} of them read")


def _said(claim: Claim) -> str:
    object_ = claim.object.name if isinstance(claim.object, Entity) else claim.object.value
    negative = "not " * (claim.polarity == "negative" and claim.status != "denied")
    voices = "".join(f", says {source.name}" for source in claim.sources)
    return f"{claim.subject.name} | {claim.relation.label} | {object_} | {negative}{claim.status}{voices}"


@app.command("remove")
def remove_command(
    graph: Graph,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its IRI, or its headline.")],
    *,
    ontology: Additions = None,
) -> None:
    """Take an article and all that it claims out of a graph."""
    from graph import remove_article

    removed = remove_article(graph, article, load_ontology(tuple(ontology or ())))
    typer.echo(f"removed {removed}")


app.command("link")(link_command)
app.command("push")(push_command)
app.command("export")(export_command)
app.command("serve")(serve_command)
app.add_typer(ontology_app, name="ontology")


def main() -> None:
    """Run the command line: 0 when it worked, 1 with one line on standard error when it did not, 2 for wrong usage."""
    try:
        app(prog_name="byline")
    except BylineError as exc:
        typer.echo(f"byline: {exc}", err=True)
        sys.exit(1)
