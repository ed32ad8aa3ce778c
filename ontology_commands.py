"""The commands under `byline ontology`: for whoever writes Turtle of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["ontology_app"]

ontology_app = typer.Typer(
    help="Work on the ontology: what can be said, and how English says it.", no_args_is_help=True
)

Files = Annotated[
    list[Path] | None, typer.Argument(metavar="[TTL]...", help="Your Turtle files; without any, Byline's own.")
]


@ontology_app.command("check")
def ontology_check_command(
    files: Files = None,
    *,
    derived: Annotated[bool, typer.Option("--derived", help="Also list the words that were read off labels.")] = False,
) -> None:
    """Say in plain words what is wrong with Turtle files of an ontology; 1 where something is."""
    from ontology.check import check_ontology, derived_words

    for line in derived_words(tuple(files or ())) if derived else ():
        typer.echo(line)
    wrong = check_ontology(tuple(files or ()))
    typer.echo("\n".join(wrong) or "every prefix, term, property and frame holds")
    raise typer.Exit(1 if wrong else 0)


@ontology_app.command("docs")
def ontology_docs_command(
    files: Files = None,
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The HTML page to write.")],
) -> None:
    """Write a page that explains every class, property, word and status, those of your files included."""
    from ontology import load_ontology
    from ontology.docs import write_page

    write_page(out, load_ontology(tuple(files or ())))
    typer.echo(out)
