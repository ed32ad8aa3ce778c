"""What is drawn between two entities: statements of one direction, status and voice make one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

__all__ = ["Line", "lines", "plain_graph"]

# How far parallel lines bow apart, as a share of their length.
_BOW = 0.2


@dataclass(frozen=True)
class Line:
    """A drawn line; `statements` are edge keys of the network, `bow` is its curvature, to the right if positive."""

    start: str
    end: str
    status: str
    attributed: bool
    statements: tuple[str, ...]
    bow: float


def lines(net: nx.MultiDiGraph[str]) -> list[Line]:
    """All lines of the network, sorted; parallel ones are bowed so that each can be seen and clicked."""
    bundles: dict[tuple[str, str, str, bool], list[str]] = defaultdict(list)
    for start, end, key, edge in net.edges(keys=True, data=True):
        bundles[start, end, edge["status"], bool(edge["sources"])].append(key)
    beside: dict[tuple[str, ...], list[tuple[str, str, str, bool]]] = defaultdict(list)
    for bundle in sorted(bundles):
        beside[tuple(sorted(bundle[:2]))].append(bundle)
    bows = {b: _bow(b, i, len(group)) for group in beside.values() for i, b in enumerate(group)}
    return [Line(*bundle, tuple(sorted(bundles[bundle])), bows[bundle]) for bundle in sorted(bundles)]


def _bow(bundle: tuple[str, str, str, bool], number: int, count: int) -> float:
    offset = (number - (count - 1) / 2) * _BOW
    return round(offset if bundle[0] <= bundle[1] else -offset, 3)


def plain_graph(net: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Who is connected with whom at all, weighted by the number of statements: what layout and communities need."""
    weights: Mapping[tuple[str, str], int] = _counted(net)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(net))
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(weights.items()))
    return graph


def _counted(net: nx.MultiDiGraph[str]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = defaultdict(int)
    for start, end in net.edges():
        if start != end:
            found[min(start, end), max(start, end)] += 1
    return found
