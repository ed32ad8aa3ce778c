"""Where each entity stands: computed beforehand, so that the picture is the same on every run and every load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.explorer.hubs import hubs_first
from graph.explorer.overlaps import free_spot, separated
from graph.explorer.stress import stress

__all__ = ["Box", "layout"]

Box = tuple[float, float]
Points = npt.NDArray[np.float64]

# Up to here every distance between two entities is respected; beyond, the matrices would cost more than they give.
_EXACT = 400
_STEP = 150.0
_GAP = 60.0
# A part of n nodes gets n squares of this side, in a frame of this shape: then a story of forty names opens at a zoom
# at which the names have room. Boxes are taken larger by the inverse of that zoom.
_ROOM = 135.0
_SHAPE = 1.05
_BENDING = 1.8
_ZOOM = 0.62
_CORNERED = 24
_FITTED = 60


def layout(graph: nx.Graph[str], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Pixel positions of all nodes, the y axis pointing down; `boxes` are the widths and heights of node and label.

    Each connected part is laid out for itself and the parts are packed side by side; nodes that nothing connects stand
    in free corners, or in rows below where there are many.
    """
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    blocks = [_block(graph, sorted(part), boxes) for part in parts if len(part) > 1]
    loose = sorted(next(iter(part)) for part in parts if len(part) == 1)
    if blocks and len(loose) <= _CORNERED and len(graph) <= _EXACT:
        return _cornered(_packed(blocks, boxes), loose, graph, boxes)
    return _packed([*blocks, *({node: (0.0, 0.0)} for node in loose)], boxes)


def _cornered(
    found: dict[str, tuple[int, int]], loose: Sequence[str], graph: nx.Graph[str], boxes: Mapping[str, Box]
) -> dict[str, tuple[int, int]]:
    """Loose nodes where there is room inside the frame, from the bottom up, else in a row below it."""
    bottom = max(y for _, y in found.values()) + _ROOM / _ZOOM
    below = 0.0
    for node in loose:
        taken = np.array([(*found[n], *boxes[n]) for n in found], dtype=np.float64)
        lines = np.array(
            [(*found[a], *found[b]) for a, b in graph.edges if a in found and b in found], dtype=np.float64
        )
        if spot := free_spot(taken, lines, (boxes[node][0] / _ZOOM, boxes[node][1] / _ZOOM)):
            found[node] = round(spot[0]), round(spot[1])
        else:
            found[node] = round(below + boxes[node][0] / 2), round(bottom)
            below += boxes[node][0] / _ZOOM + _GAP / 2
    return found


def _block(graph: nx.Graph[str], nodes: Sequence[str], boxes: Mapping[str, Box]) -> dict[str, tuple[float, float]]:
    index = {node: i for i, node in enumerate(nodes)}
    pairs = np.array(sorted((index[a], index[b]) for a, b in graph.subgraph(nodes).edges if a != b), dtype=np.int64)
    sizes = np.array([boxes[node] for node in nodes])
    if len(nodes) <= _EXACT:
        places = separated(_framed(stress(_distances(pairs, len(nodes)))), sizes / _ZOOM, pairs)
    else:
        places = hubs_first(pairs, len(nodes))
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, places, strict=True)}


def _distances(pairs: npt.NDArray[np.int64], count: int) -> Points:
    """Lengths of the shortest paths; lines between much connected entities are longer, to make room for labels."""
    degree = np.bincount(pairs.ravel(), minlength=count)
    lengths = np.full((count, count), np.inf)
    np.fill_diagonal(lengths, 0.0)
    for a, b in pairs:
        lengths[a, b] = lengths[b, a] = _STEP * (1 + 0.08 * np.sqrt(float(degree[a] * degree[b])))
    for via in range(count):
        np.minimum(lengths, lengths[:, via, None] + lengths[via], out=lengths)
    return lengths


def _framed(places: Points) -> Points:
    """Stretched towards the frame, though not so far that distances no longer mean anything."""
    if len(places) < 5:
        return places
    extent = np.maximum(np.ptp(places, axis=0), 1.0)
    height = _ROOM * np.sqrt(len(places) / _SHAPE)
    factor = np.array([height * _SHAPE, height]) / extent
    middle = np.sqrt(factor.prod())
    return np.asarray(places * np.clip(factor, middle / _BENDING, middle * _BENDING))


def _packed(blocks: Sequence[dict[str, tuple[float, float]]], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """The parts side by side, the largest first."""
    areas = [_extent(block, boxes) for block in blocks]
    corners = (_beside if len(blocks) <= _FITTED else _in_rows)([(w + _GAP, h + _GAP) for _, _, w, h in areas])
    found: dict[str, tuple[int, int]] = {}
    for block, (left, top, _, _), (x, y) in zip(blocks, areas, corners, strict=True):
        found |= {node: (round(px - left + x), round(py - top + y)) for node, (px, py) in block.items()}
    return found


def _beside(sizes: Sequence[Box]) -> list[Box]:
    """Each rectangle at a corner of one before it, where the whole stays nearest to the frame's shape."""
    placed: list[tuple[float, float, float, float]] = []
    for w, h in sizes:
        corners = [(0.0, 0.0)] if not placed else [c for x, y, pw, ph in placed for c in ((x + pw, y), (x, y + ph))]
        free = [c for c in corners if all(_clear((*c, w, h), other) for other in placed)]
        right = max((x + pw for x, _, pw, _ in placed), default=0.0)
        bottom = max((y + ph for _, y, _, ph in placed), default=0.0)
        x, y = min(free, key=lambda c: (max(right, c[0] + w) / _SHAPE + max(bottom, c[1] + h), c[1], c[0]))
        placed.append((x, y, w, h))
    return [(x, y) for x, y, _, _ in placed]


def _clear(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    (x, y, w, h), (ox, oy, ow, oh) = one, other
    return x + w <= ox or ox + ow <= x or y + h <= oy or oy + oh <= y


def _in_rows(sizes: Sequence[Box]) -> list[Box]:
    width = max(*(w for w, _ in sizes), (sum(w * h for w, h in sizes) * _SHAPE) ** 0.5)
    found: list[Box] = []
    x = y = height = 0.0
    for w, h in sizes:
        if x and x + w > width:
            x, y, height = 0.0, y + height, 0.0
        found.append((x, y))
        x, height = x + w, max(height, h)
    return found


def _extent(block: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    left = min(x - boxes[n][0] / 2 for n, (x, _) in block.items())
    top = min(y - boxes[n][1] / 2 for n, (_, y) in block.items())
    right = max(x + boxes[n][0] / 2 for n, (x, _) in block.items())
    bottom = max(y + boxes[n][1] / 2 for n, (_, y) in block.items())
    return left, top, right - left, bottom - top
