"""The commands that deal with others: what goes to them by file, web or store, and the names that come from them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.push import Plan

__all__ = ["Additions", "Graph", "export_command", "link_command", "push_command", "serve_command"]

Graph = Annotated[Path, typer.Argument(metavar="GRAPH", help="The folder that `byline build` wrote.")]
Additions = Annotated[
    list[Path] | None,
    typer.Option("--ontology", metavar="TTL", help="A Turtle file that adds to the ontology; may be repeated."),
]
Timeout = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="How long to wait for an answer.")]


def push_command(
    graph: Graph,
    endpoint: Annotated[str, typer.Argument(metavar="ENDPOINT", help="Its Graph Store, or its SPARQL Update.")],
    *,
    query: Annotated[
        str, typer.Option("--query", metavar="ADDRESS", help="Where it answers queries, for SPARQL Update elsewhere.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be sent and deleted.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Send all, whatever should be there already.")] = False,
    timeout: Timeout = 60,
) -> None:
    """Make another store hold a graph, sending only what has changed there.

    Who you are is read from BYLINE_USER and BYLINE_PASSWORD, or BYLINE_TOKEN.
    """
    from graph.push import push_graph
    from graph.remote import Patience, open_remote, read_credentials

    with open_remote(endpoint, read_credentials(os.environ), Patience(timeout=timeout)) as remote:
        push = push_graph(graph, remote, query=query, everything=everything)
        if dry_run:
            typer.echo("".join(_listed(push.plan)) + _summary(push.plan, "would send", "delete"))
            return
        with _progress(len(push.plan.sent) + len(push.plan.deleted)) as tell:
            push.carry_out(tell)
    typer.echo(_summary(push.plan, "sent", "deleted"))


def _listed(plan: Plan) -> Iterator[str]:
    yield from (f"+ {graph.iri}\n" for graph in plan.new)
    yield from (f"~ {graph.iri}\n" for graph in plan.changed)
    yield from (f"- {iri}\n" for iri in plan.deleted)


def _summary(plan: Plan, send: str, delete: str) -> str:
    if not (plan.sent or plan.deleted):
        return f"nothing to send: all {len(plan.kept)} graphs are there"
    size = sum(len(graph.content) for graph in plan.sent) / 1000
    return f"{send} {len(plan.sent)} graphs ({size:.0f} kB), {delete} {len(plan.deleted)}, {len(plan.kept)} unchanged"


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """What counts graphs off on a terminal, and elsewhere does nothing."""
    if not (total and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Pushing", total=total)
        yield lambda done: progress.advance(task, done)


def link_command(
    graph: Graph,
    authority: Annotated[
        str,
        typer.Argument(metavar="AUTHORITY", help="A .csv or .ttl file, or a Reconciliation service."),
    ],
    *,
    threshold: Annotated[
        float, typer.Option(min=0, max=1, metavar="SCORE", help="From which score on a candidate is the same.")
    ] = 0.9,
    ontology: Additions = None,
    timeout: Timeout = 60,
) -> None:
    """Look names up in an authority: candidates are kept with score and reason, and what is the same as owl:sameAs."""
    from graph.link import link_graph
    from graph.remote import Patience
    from ontology import load_ontology

    vocabulary = load_ontology(tuple(ontology or ()))
    found = link_graph(graph, authority, vocabulary, threshold=threshold, patience=Patience(timeout=timeout))
    names, same = len({link.entity for link in found}), sum(link.same for link in found)
    typer.echo(f"{len(found)} candidates for {names} names, {same} of them the same")


def serve_command(
    graph: Graph,
    *,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="Where to listen; 0 takes a free one.")
    ] = 7878,
    host: Annotated[
        str, typer.Option(metavar="NAME", help="The address to listen on; only this machine hears 127.0.0.1.")
    ] = "127.0.0.1",
    timeout: Annotated[int, typer.Option(min=1, metavar="SECONDS", help="How long a query may take.")] = 30,
    max_body: Annotated[int, typer.Option(min=1, metavar="BYTES", help="How large a request may be.")] = 1_048_576,
    allow_service: Annotated[
        bool, typer.Option("--allow-service", help="Let queries ask other endpoints by SERVICE.")
    ] = False,
    cors: Annotated[
        list[str] | None,
        typer.Option(metavar="ORIGIN", help="A site whose scripts may ask; may be repeated; * is any."),
    ] = None,
    ontology: Additions = None,
) -> None:
    """Serve a graph on the web: SPARQL endpoint, query editor, and a page for all it speaks of."""
    from graph.serve import Settings, serve

    settings = Settings(host, port, timeout, max_body, allow_service, tuple(cors or ()), tuple(ontology or ()))
    serve(graph, settings, typer.echo)


def export_command(
    graph: Graph,
    *,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORM",
            help="trig, turtle, nquads, ntriples, jsonld, context, rdfxml, rdf12, nanopub, schemaorg, graphml, gexf or "
            "csv.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The file to write.")],
    ontology: Additions = None,
) -> None:
    """Write a graph to a file in another format."""
    from graph import export_graph
    from ontology import load_ontology

    export_graph(graph, form, out, load_ontology(tuple(ontology or ())))
    typer.echo(out)
