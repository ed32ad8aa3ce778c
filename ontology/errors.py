"""Everything that can go wrong and is not a bug, as one short tree.

    BylineError
    |- SourceError      an article cannot be read
    |- ModelError       no usable spaCy pipeline
    |- OntologyError    a Turtle file does not say what it must
    |- GraphError       a graph folder cannot be read or written
    |- QueryError       a SPARQL query is wrong or unknown
    `- ServeError       a graph cannot be served

Each message is one line that says what was wrong, where, and what to do.
"""

from __future__ import annotations

__all__ = ["BylineError", "GraphError", "ModelError", "OntologyError", "QueryError", "ServeError", "SourceError"]


class BylineError(Exception):
    """The root: catch this to catch them all."""


class SourceError(BylineError):
    """An article cannot be read."""


class ModelError(BylineError):
    """No usable spaCy pipeline is installed under that name."""


class OntologyError(BylineError):
    """A Turtle file of the ontology does not say what it must."""


class GraphError(BylineError):
    """A graph folder cannot be read or written."""


class QueryError(BylineError):
    """A SPARQL query is malformed, unknown, or misses a parameter."""


class ServeError(BylineError):
    """A graph cannot be served: no port, no Oxigraph, or it has stopped."""
