"""SERVICE in a query: whether answering it would mean asking somebody else over the network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ontology import QueryError

__all__ = ["asks_others"]

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_REFUSED = "SERVICE is refused, and the word is in a query that"
_LONGEST = 65_536


def asks_others(sparql: str) -> bool:
    """Whether a query has a SERVICE clause (SPARQL 1.1 Federated Query), wherever in it.

    Where the word is nowhere, there is none; else rdflib's parse tells. Raises QueryError where that cannot tell.
    """
    if not any("service" in text.casefold() for text in (sparql, _unescaped(sparql))):
        return False
    # An escape is resolved before parsing by some and inside of strings by others: what one of them takes for a
    # string, the other may take for a clause.
    if _ESCAPE.search(sparql):
        raise QueryError(f"{_REFUSED} has codepoint escapes: write the characters themselves")
    if len(sparql) > _LONGEST:
        raise QueryError(f"{_REFUSED} has more than {_LONGEST:,} characters: ask for less")
    return any(getattr(node, "name", "") == "ServiceGraphPattern" for node in _nodes(_parsed(sparql)))


def _unescaped(sparql: str) -> str:
    """The query with its codepoint escapes resolved (SPARQL 1.1, section 19.2)."""

    def char(found: re.Match[str]) -> str:
        code = int(found[1] or found[2], 16)
        return chr(code) if code < 0x110000 else "\ufffd"

    return _ESCAPE.sub(char, sparql)


def _parsed(sparql: str) -> object:
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        # To rdflib a comment ends with \n alone, to SPARQL (section 19.4) with \r as well.
        return parseQuery(sparql.replace("\r", "\n"))
    except ParseException as exc:
        place = f"line {exc.lineno}, column {exc.column}"
        raise QueryError(f"{_REFUSED} is not valid SPARQL 1.1 at {place}: correct it") from exc
    except RecursionError as exc:
        raise QueryError(f"{_REFUSED} is too deep or too long to look for it: ask for less") from exc


def _nodes(tree: object) -> Iterator[object]:
    """Everything in a parse tree: its nodes are dictionaries, its lists those of pyparsing."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, dict):
            waiting.extend(node.values())
        elif isinstance(node, Iterable) and not isinstance(node, str):
            waiting.extend(node)
