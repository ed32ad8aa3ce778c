"""The named queries: SPARQL files that say in words what they answer, and take names for parameters.

Each `queries/NAME.rq` is a query on its own, which answers for everybody; a parameter narrows one of its variables.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import pyoxigraph as ox

from graph.answers import Answer
from graph.folder import graph_store
from graph.rdf import literal
from graph.sparql import query_store
from ontology import QueryError

__all__ = ["NamedQuery", "Parameter", "ask", "named_queries", "parse_query", "resolve"]

_FOLDER = Path(__file__).parent / "queries"
# The beginning of a query up to its pattern: prefixes, comments, what is selected or constructed, WHERE.
_WHERE = re.compile(r"\A(?:CONSTRUCT\s*\{[^}]*\}|\#[^\n]*\n|<[^>]*>|[^{#<])*?\bWHERE\s*\{", re.IGNORECASE)
# Claims beyond which a query about somebody wants to know about whom.
_MANY = 10_000
_HEADER = re.compile(r"^#\+ (\w+)(?: (\w+))?(?: \((\w+)(, of many)?\))?: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Parameter:
    """A variable of a query that one can fix; `kind` is entity (a name, alias or IRI), date (a day) or text.

    `of_many`: left open, the query is about everybody at once, which a large graph answers only if told so by "*".
    """

    name: str
    kind: str
    meaning: str
    of_many: bool = False


@dataclass(frozen=True)
class NamedQuery:
    """A query with a name, and the question that it answers in words."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    sparql: str
    keywords: tuple[str, ...] = ()


@cache
def named_queries() -> dict[str, NamedQuery]:
    """All shipped queries by name."""
    return {p.stem: parse_query(p.stem, p.read_text(encoding="utf-8")) for p in sorted(_FOLDER.glob("*.rq"))}


def parse_query(name: str, text: str) -> NamedQuery:
    """A query file: `#+ title:`, `question:`, `keywords:` and `param NAME (KIND):` lines above plain SPARQL.

    A kind may be followed by ", of many": see `Parameter`.
    """
    found = _HEADER.findall(text)
    plain = {key: value for key, parameter, _, _, value in found if not parameter}
    parameters = tuple(
        Parameter(name, kind or "text", value, bool(many)) for key, name, kind, many, value in found if key == "param"
    )
    keywords = tuple(filter(None, map(str.strip, plain.get("keywords", "").split(","))))
    return NamedQuery(name, plain.get("title", name), plain.get("question", ""), parameters, text, keywords)


def ask(folder: Path, what: str, parameters: Mapping[str, str] | None = None) -> Answer:
    """Ask a graph a named query, a query in a file, or SPARQL itself, with parameters by name.

    "*" stands for everybody and everything. Raises QueryError for an unknown name, parameter or entity, for whatever is
    no query, and where a query about somebody is asked of a large graph without a name.
    """
    asked = _find(what)
    store = graph_store(folder)
    _ask_of_one(store, asked, parameters or {})
    return query_store(store, _bound(store, asked, parameters or {}))


def _ask_of_one(store: ox.Store, asked: NamedQuery, parameters: Mapping[str, str]) -> None:
    """Refuse to answer for everybody at once where that is more than anybody reads, unless told to."""
    open_ = [p for p in asked.parameters if p.of_many]
    if not open_ or any(p.name in parameters for p in open_):
        return
    claims = query_store(store, "SELECT (COUNT(*) AS ?n) { ?claim a by:Claim }").rows[0][0]
    if claims is not None and int(claims.value) > _MANY:
        name, day = open_[0].name, open_[0].kind == "date"
        value = "2023-03-20" if day else "NAME (`byline query GRAPH entities` lists them)"
        raise QueryError(
            f"query {asked.name!r} needs {name} in a graph of {int(claims.value):,} claims: {open_[0].meaning}; "
            f"write {name}={value}, or {name}='*' for all"
        )


def _bound(store: ox.Store, asked: NamedQuery, parameters: Mapping[str, str]) -> str:
    """The query with what its parameters may be as a VALUES clause, inside its pattern where that is marked by WHERE.

    There it comes before any grouping (SPARQL 1.1, section 18.2.4). A day takes the place of its variable, as SHACL
    binds beforehand: what is compared with a constant, Oxigraph filters before it joins.
    """
    kinds = {name: _kind(asked, name) for name in sorted(parameters)}
    kinds = {name: kind for name, kind in kinds.items() if kind == "text" or parameters[name] != "*"}
    sparql = asked.sparql
    for name in (name for name, kind in kinds.items() if kind == "date"):
        sparql = _with_day(sparql, name, parameters[name])
    names = [name for name, kind in kinds.items() if kind != "date"]
    values = _values(names, [[*map(str, _terms(store, kinds[name], parameters[name]))] for name in names])
    start = _WHERE.match(sparql)
    return f"{start[0]}{values}{sparql[start.end() :]}" if start else sparql + values


def _values(names: Sequence[str], choices: Sequence[Sequence[str]]) -> str:
    rows = " ".join(f"({' '.join(row)})" for row in product(*choices))
    return f"\nVALUES ({' '.join(f'?{name}' for name in names)}) {{ {rows} }}" if names else ""


def _kind(asked: NamedQuery, name: str) -> str:
    known = {p.name: p.kind for p in asked.parameters}
    if name not in known:
        what = f"query {asked.name!r}" if asked.name else "a query without a name"
        raise QueryError(f"{what} has no parameter {name!r}: it has {', '.join(known) or 'none'}")
    return known[name]


def _terms(store: ox.Store, kind: str, value: str) -> Sequence[ox.NamedNode | ox.Literal]:
    return resolve(store, value) if kind == "entity" else [ox.Literal(value)]


def _with_day(sparql: str, name: str, value: str) -> str:
    try:
        day = literal(dt.date.fromisoformat(value).isoformat(), "xsd:date")
    except ValueError as exc:
        raise QueryError(f"{value!r} is no day: write {name}=2023-03-20") from exc
    return re.sub(rf"\?{name}\b", str(day), re.sub(rf"\bBOUND\(\?{name}\)", "true", sparql))


def resolve(store: ox.Store, name: str) -> list[ox.NamedNode]:
    """Everybody and everything called so: by label, else by alias, else by misspelling, whatever the case; or one IRI.

    Raises QueryError, with the nearest names, where there is nobody.
    """
    wanted, seen = name.strip().casefold(), set()
    for kind in ("rdfs:label", "skos:altLabel", "skos:hiddenLabel"):
        labels = _labels(store, kind)
        found = {entity for entity, label in labels if label.casefold() == wanted or entity.value == name}
        if found:
            return sorted(found, key=str)
        seen |= {label for _, label in labels}
    raise QueryError(f"nobody and nothing in this graph is called {name!r}{_nearest(name, sorted(seen))}")


def _labels(store: ox.Store, kind: str) -> list[tuple[ox.NamedNode, str]]:
    mentioned = "FILTER EXISTS { ?article schema:mentions ?e }"
    answer = query_store(store, f"SELECT DISTINCT ?e ?label {{ ?e {kind} ?label {mentioned} }}")
    return [(e, label.value) for e, label in answer.rows if isinstance(e, ox.NamedNode) and label is not None]


def _nearest(name: str, names: Sequence[str]) -> str:
    folded = {n.casefold(): n for n in reversed(names)}
    inside = [n for n in names if name.casefold() in n.casefold()]
    close = [folded[n] for n in difflib.get_close_matches(name.casefold(), list(folded), n=3, cutoff=0.6)]
    nearest = list(dict.fromkeys((*close, *inside)))[:3]
    return f" (nearest: {', '.join(nearest)})" if nearest else ""


def _find(what: str) -> NamedQuery:
    if what in named_queries():
        return named_queries()[what]
    if re.fullmatch(r"[\w-]+", what):
        raise QueryError(
            f"no query is called {what!r}{_nearest(what, list(named_queries()))}: see `byline query --list`"
        )
    if re.search(r"[{}\n]", what) or not what.endswith((".rq", ".sparql")):
        return NamedQuery("", "", "", (), what)
    return _read(Path(what))


def _read(path: Path) -> NamedQuery:
    try:
        return parse_query(path.stem, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as exc:
        raise QueryError(f"{path}: not readable as a query file: check the path, and that it is UTF-8 text") from exc
