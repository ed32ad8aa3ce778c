"""RDF terms by their prefixed names, as the ontology's files declare them."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from ontology import GraphError, load_ontology

__all__ = ["Subject", "Value", "local", "node", "prefixes", "term"]

Subject = ox.NamedNode
Value = ox.NamedNode | ox.Literal


@cache
def term(name: str) -> ox.NamedNode:
    """The node of a prefixed name such as `prov:Entity`; always the core's, whatever a user's file calls so."""
    return ox.NamedNode(load_ontology().iri(name))


@cache
def node(iri: str) -> ox.NamedNode:
    """The node of an IRI.

    Raises GraphError where it is none.
    """
    try:
        return ox.NamedNode(iri)
    except ValueError as exc:
        raise GraphError(f"{iri!r} is not an IRI ({exc}): check --base and the ontology's prefixes") from exc


def local(iri: str) -> str:
    """The last part of an IRI: what follows its `#` or last slash."""
    return iri.rstrip("/").replace("#", "/").rpartition("/")[2]


def prefixes() -> dict[str, str]:
    """The prefixes that queries and tables may use without declaring them."""
    return dict(sorted(load_ontology().prefixes.items()))
