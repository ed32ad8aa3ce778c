"""Entities looked up in what others know: lists in CSV or RDF, and Reconciliation services."""

from graph.link.authority import Authority, Record, read_authority
from graph.link.linking import link_graph
from graph.link.matching import Kinds, find_candidates, rank
from graph.link.reconciliation import reconcile

__all__ = ["Authority", "Kinds", "Record", "find_candidates", "link_graph", "rank", "read_authority", "reconcile"]
