"""What a SPARQL query answers, and how it is written down."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from graph.turtle import serialize_prefixed
from ontology import QueryError

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["Answer", "answer_table", "serialize_answer"]

Term = ox.NamedNode | ox.BlankNode | ox.Literal

_RESULTS = {"json": ox.QueryResultsFormat.JSON, "csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV}
_TRIPLES = {"ntriples": ox.RdfFormat.N_TRIPLES, "json": ox.RdfFormat.JSON_LD}


@dataclass(frozen=True)
class Answer:
    """A finished answer: the rows of a SELECT, the truth of an ASK, or the triples of a CONSTRUCT or DESCRIBE.

    `results` holds the first two as SPARQL 1.1 JSON; `triples` is None unless the query made a graph.
    """

    results: bytes
    triples: tuple[ox.Triple, ...] | None
    prefixes: Mapping[str, str]

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns."""
        return ("subject", "predicate", "object") if self.triples is not None else tuple(_head(self.results))

    @cached_property
    def rows(self) -> tuple[tuple[Term | None, ...], ...]:
        """The rows as terms, None where a variable is unbound."""
        if self.triples is not None:
            return tuple(cast(tuple[Term, Term, Term], tuple(t)) for t in self.triples)
        parsed = ox.parse_query_results(self.results, ox.QueryResultsFormat.JSON)
        return () if isinstance(parsed, ox.QueryBoolean) else tuple(tuple(row) for row in parsed)

    @cached_property
    def truth(self) -> bool | None:
        """The answer to an ASK, None for other queries."""
        parsed = json.loads(self.results).get("boolean") if self.triples is None else None
        return cast(bool | None, parsed)

    def records(self) -> list[dict[str, str | None]]:
        """The rows as plain strings by column name."""
        return [
            {name: None if value is None else value.value for name, value in zip(self.variables, row, strict=True)}
            for row in self.rows
        ]


def _head(results: bytes) -> list[str]:
    return cast(list[str], json.loads(results).get("head", {}).get("vars", []))


def serialize_answer(answer: Answer, form: str) -> str:
    """The answer as csv, json or tsv; triples as turtle, ntriples or json (JSON-LD).

    Raises QueryError where the answer has no such form.
    """
    forms: Mapping[str, Callable[[], bytes]] = (
        _graph_forms(answer) if answer.triples is not None else _row_forms(answer)
    )
    if form not in forms:
        raise QueryError(f"this answer cannot be written as {form!r}: choose one of {', '.join(forms)}")
    return forms[form]().decode()


def _row_forms(answer: Answer) -> dict[str, Callable[[], bytes]]:
    def write(form: ox.QueryResultsFormat) -> Callable[[], bytes]:
        return lambda: cast(
            bytes, ox.parse_query_results(answer.results, ox.QueryResultsFormat.JSON).serialize(format=form)
        )

    names = ("json",) if answer.truth is not None else tuple(_RESULTS)
    return {name: write(_RESULTS[name]) for name in names}


def _graph_forms(answer: Answer) -> dict[str, Callable[[], bytes]]:
    triples = sorted(answer.triples or (), key=str)

    def write(form: ox.RdfFormat) -> Callable[[], bytes]:
        return lambda: cast(bytes, ox.serialize(triples, format=form))

    turtle = {"turtle": lambda: serialize_prefixed(triples, ox.RdfFormat.TURTLE, answer.prefixes).encode()}
    return turtle | {name: write(form) for name, form in _TRIPLES.items()}


def answer_table(answer: Answer) -> Table:
    """The answer as a table for the terminal, IRIs shortened by the ontology's prefixes."""
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=False)
    for name in answer.variables or ("answer",):
        table.add_column(name, overflow="fold")
    if answer.truth is not None:
        table.add_row(Text("yes" if answer.truth else "no"))
    for row in answer.rows:
        table.add_row(*(Text(_short(value, answer.prefixes)) for value in row))
    return table


def _short(value: Term | None, prefixes: Mapping[str, str]) -> str:
    if value is None or isinstance(value, ox.Literal):
        return "" if value is None else value.value
    names = [(iri, name) for name, iri in prefixes.items() if value.value.startswith(iri)]
    iri, name = max(names, default=("", ""), key=lambda found: len(found[0]))
    return f"{name}:{value.value.removeprefix(iri)}" if iri else value.value
