"""Everything that can go wrong and is not a bug, as one short tree.

    BylineError
    |- SourceError      an article cannot be read
    |- ModelError       no usable spaCy pipeline
    |- OntologyError    a Turtle file does not say what it must
    |- GraphError       a graph folder cannot be read or written
    |- ShapeError       what was read breaks the shapes of the ontology, and was to hold to them
    |- QueryError       a SPARQL query is wrong or unknown
    |- ServeError       a graph cannot be served
    |- RemoteError      another server does not take, or give, what it should
    |- AuthorityError   a list of known names cannot be read
    `- ServeError       a graph cannot be served

Each message is one line that says what was wrong, where, and what to do.
"""

from __future__ import annotations

__all__ = [
    "AuthorityError",
    "BylineError",
    "GraphError",
    "ModelError",
    "OntologyError",
    "QueryError",
    "RemoteError",
    "ServeError",
    "ShapeError",
    "SourceError",
]


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


class ShapeError(BylineError):
    """What was read breaks the shapes of the ontology, and was to hold to them; `violations` has a line for each."""

    def __init__(self, violations: tuple[str, ...]) -> None:
        """The message counts them."""
        count = "one violation" if len(violations) == 1 else f"{len(violations)} violations"
        super().__init__(f"nothing is written: {count} of the ontology's shapes: build without --strict to write all")
        self.violations = violations


class QueryError(BylineError):
    """A SPARQL query is malformed, unknown, or misses a parameter."""


class RemoteError(BylineError):
    """Another server cannot be reached, or does not take, or give, what it should."""


class AuthorityError(BylineError):
    """A list of known names and their IRIs cannot be read."""


class ServeError(BylineError):
    """A graph cannot be served: no port, no Oxigraph, or it has stopped."""
