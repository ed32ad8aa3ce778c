"""Who matters in the graph, counted by networkx and said by the page in plain words."""

from __future__ import annotations

from typing import Any

import networkx as nx

__all__ = ["summary"]

# Brokers and circles are sought among so many of the most named; the page says so where there are more.
_WITHIN = 250


def summary(net: nx.MultiDiGraph[str], graph: nx.Graph[str]) -> dict[str, Any]:
    """Central figures, brokers with their share of all shortest paths, and circles of the closely connected."""
    ranked = sorted((n for n in graph if graph.degree(n)), key=lambda n: (-net.nodes[n]["importance"], n))
    core = graph.subgraph(ranked[:_WITHIN]).copy()
    return {
        "central": ranked[:5],
        "brokers": _brokers(core),
        "circles": _circles(net, core),
        "within": len(core) if len(ranked) > _WITHIN else None,
    }


def _brokers(core: nx.Graph[str]) -> list[tuple[str, float]]:
    between = nx.betweenness_centrality(core)
    ranked = sorted(between, key=lambda n: (-between[n], n))
    return [(n, round(between[n], 3)) for n in ranked[:3] if between[n] >= 0.05]


def _circles(net: nx.MultiDiGraph[str], core: nx.Graph[str]) -> list[list[str]]:
    # The seed only breaks ties between equally good partitions: the same graph has the same circles on every run.
    found = nx.community.louvain_communities(core, seed=0) if core.number_of_edges() else []
    circles = [sorted(c, key=lambda n: (-net.nodes[n]["importance"], n)) for c in found if len(c) > 2]
    return sorted(circles, key=lambda c: (-len(c), c))[:6]
