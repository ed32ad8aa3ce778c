"""A graph on the web: a SPARQL endpoint with an editor, and a page and data for all that the graph speaks of."""

from graph.serve.server import serve
from graph.serve.settings import Settings

__all__ = ["Settings", "serve"]
