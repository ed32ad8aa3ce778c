"""The explorer: one HTML file in which every line of the graph leads to its words."""

from graph.explorer.page import write_explorer

__all__ = ["write_explorer"]
