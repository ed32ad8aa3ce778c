"""RDF terms by their prefixed names, as the ontology's files declare them."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from ontology import GraphError, load_ontology

__all__ = ["Subject", "Value", "local", "node", "term"]

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
