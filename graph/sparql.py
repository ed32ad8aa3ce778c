"""Asking the store: SPARQL 1.1, read-only, over all graphs at once, never over the network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.answers import Answer
from graph.federation import asks_others
from graph.folder import graph_store
from graph.terms import prefixes
from ontology import QueryError

__all__ = ["names_no_dataset", "query", "query_store", "syntax_message"]

# The tokens of SPARQL 1.1 (section 19.8) in which a keyword is only text; whatever else is a word may be a keyword.
_TOKENS = re.compile(
    r"""
      (?: \#[^\n\r]*
        | <[^<>"{}|^`\x00-\x20]*>
        | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
        | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
        | [?$]\w+ | @[\w-]+
        | [\w.-]*:(?:[\w.:%-]|\\.)*
      )
      | (?P<word>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset("INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD".split())
_READS = frozenset("SELECT ASK CONSTRUCT DESCRIBE".split())


def query(folder: Path, sparql: str) -> Answer:
    """Ask the graph in a folder; the default graph is the union of all its graphs.

    The ontology's prefixes need not be declared. Raises QueryError for what is no query, an update, or SERVICE.
    """
    return query_store(graph_store(folder), sparql)


def query_store(store: ox.Store, sparql: str) -> Answer:
    """Ask an open store."""
    _refuse(sparql)
    try:
        found = store.query(sparql, prefixes=prefixes(), use_default_graph_as_union=names_no_dataset(sparql))
        return _finished(found)
    except SyntaxError as exc:
        raise QueryError(syntax_message(str(exc), sparql)) from exc
    except (OSError, ValueError, RuntimeError) as exc:
        raise QueryError(f"the query cannot be answered: {_one_line(str(exc))}") from exc


def _finished(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    if isinstance(found, ox.QueryTriples):
        return Answer(b"", tuple(dict.fromkeys(found)), prefixes())
    return Answer(cast(bytes, found.serialize(format=ox.QueryResultsFormat.JSON)), None, prefixes())


def _refuse(sparql: str) -> None:
    # Oxigraph would call any address that SERVICE names, even for a reader.
    if asks_others(sparql):
        raise QueryError("SERVICE is refused: a query of this graph asks nobody else; remove the SERVICE clause")
    first = next((word for word in _keywords(sparql) if word in _UPDATES | _READS), "")
    if first in _UPDATES:
        raise QueryError(
            f"{first} is refused: queries only read; use `byline build` and `byline remove` to change a graph"
        )


def _keywords(sparql: str) -> list[str]:
    return [found["word"].upper() for found in _TOKENS.finditer(sparql) if found["word"]]


def names_no_dataset(sparql: str) -> bool:
    """Whether a query leaves it to the graph what its default graph is, having no FROM."""
    return "FROM" not in _keywords(sparql)


def syntax_message(message: str, sparql: str) -> str:
    """What Oxigraph says against the syntax of a query, in one line that shows the place."""
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not place:
        return f"not valid SPARQL: {_one_line(message)}"
    line, column, what = int(place[1]), int(place[2]), place[3]
    text = dict(enumerate(sparql.splitlines(), 1)).get(line, "")
    rest, before = text[column - 1 :].strip(), text[: column - 1].split()[-1:]
    near = " ".join([*before, *rest.split()])[:30]
    where = f"not valid SPARQL at line {line}, column {column}"
    return (
        f"{where}, near {near!r}: {_reason(what)}" if rest else f"{where}: {_reason(what, 'the query ends too early')}"
    )


def _reason(what: str, otherwise: str = "this does not belong here") -> str:
    """The parser's reason where it has one among the characters that it would have liked."""
    sentences = re.findall(r"[A-Z][a-z]+ [A-Za-z ]*[a-z]{3}", re.sub(r"\[[^\]]*\]", "", what))
    return _one_line(max(sentences, key=len)) if sentences else otherwise


def _one_line(message: str, limit: int = 160) -> str:
    line = " ".join(message.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip()} …"
