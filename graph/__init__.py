"""From claims to a graph that one can keep, query, explore and hand on."""

from graph.canonical import canonical
from graph.claims_file import serialize_claims
from graph.folder import read_graph, remove_article, write_graph
from graph.rdf import serialize_reading
from graph.rdf_reading import parse_readings

__all__ = [
    "canonical",
    "parse_readings",
    "read_graph",
    "remove_article",
    "serialize_claims",
    "serialize_reading",
    "write_graph",
]
