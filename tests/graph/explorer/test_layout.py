"""Where everything stands: apart, the same every time, and quickly enough for thousands."""

from __future__ import annotations

import itertools
import time

import networkx as nx
import pytest

from graph.explorer.layout import layout
from graph.explorer.names import box, label

SIZE = (110.0, 60.0)


def boxes(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """The same box for every node."""
    return dict.fromkeys(graph, SIZE)


def named(graph: nx.Graph[int]) -> nx.Graph[str]:
    """The graph with names for numbers."""
    renamed: nx.Graph[str] = nx.relabel_nodes(graph, str)
    return renamed


GRAPHS = {
    "star": nx.star_graph(20),
    "path": nx.path_graph(12),
    "two parts and loose ends": nx.disjoint_union_all([nx.cycle_graph(9), nx.path_graph(3), nx.empty_graph(4)]),
    "only loose": nx.empty_graph(30),
    "tangle": nx.gnm_random_graph(45, 90, seed=1),
    "one": nx.empty_graph(1),
    "pair": nx.path_graph(2),
    "nobody": nx.empty_graph(0),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_no_two_boxes_overlap(name: str) -> None:
    graph = named(GRAPHS[name])
    places = layout(graph, boxes(graph))
    assert set(places) == set(graph)
    for (ax, ay), (bx, by) in itertools.combinations(places.values(), 2):
        assert abs(ax - bx) >= SIZE[0] - 2 or abs(ay - by) >= SIZE[1] - 2


@pytest.mark.parametrize("count", [45, 600])
def test_the_same_every_time(count: int) -> None:
    graph = named(nx.gnm_random_graph(count, 3 * count, seed=2))
    assert layout(graph, boxes(graph)) == layout(graph, boxes(graph))


def test_five_thousand_nodes_in_seconds() -> None:
    graph = named(nx.gnm_random_graph(5000, 20000, seed=3))
    start = time.process_time()
    places = layout(graph, boxes(graph))
    assert time.process_time() - start < 20
    assert len(set(places.values())) > 4900


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Mara Lind", "Mara Lind"),
        ("Velmouth Harbour Workers and Pilots", "Velmouth Harbour\nWorkers and…"),
        ("x" * 10_000, "x" * 16 + "…"),
        ("", "?"),
        ("\u202e\u0000", "?"),
        ("a\u202eb\nc", "a b c"),
    ],
)
def test_names_are_short_and_turn_nothing_round(name: str, shown: str) -> None:
    assert label(name) == shown


def test_a_box_has_room_for_wide_letters() -> None:
    assert box("漢字漢字", 5)[0] > box("abcd", 5)[0]
