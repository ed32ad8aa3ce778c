"""Where each entity stands: computed beforehand, so that the picture is the same on every run and every load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.explorer.overlaps import separated
from graph.explorer.pivots import spread_out

__all__ = ["Box", "layout"]

Box = tuple[float, float]
Points = npt.NDArray[np.float64]

# Up to here every distance between two entities is respected; beyond, the matrices would cost more than they give.
_EXACT = 400
_STEP = 150.0
_WIDEN = 1.3
_ROUNDS = 120
_GAP = 60.0


def layout(graph: nx.Graph[str], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Pixel positions of all nodes, the y axis pointing down; `boxes` are the widths and heights of node and label.

    Each connected part is laid out for itself and the parts are packed side by side; nodes that nothing connects stand
    in rows below the rest.
    """
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    blocks = [_block(graph, sorted(part), boxes) for part in parts if len(part) > 1]
    loose = [next(iter(part)) for part in parts if len(part) == 1]
    blocks += [{node: (0.0, 0.0)} for node in sorted(loose)]
    return _packed(blocks, boxes)


def _block(graph: nx.Graph[str], nodes: Sequence[str], boxes: Mapping[str, Box]) -> dict[str, tuple[float, float]]:
    index = {node: i for i, node in enumerate(nodes)}
    pairs = np.array(sorted((index[a], index[b]) for a, b in graph.subgraph(nodes).edges if a != b), dtype=np.int64)
    sizes = np.array([boxes[node] for node in nodes])
    if len(nodes) <= _EXACT:
        places = separated(_stress(_distances(pairs, len(nodes))) * (_WIDEN, 1.0), sizes, pairs)
    else:
        places = spread_out(pairs, len(nodes))
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, places, strict=True)}


def _distances(pairs: npt.NDArray[np.int64], count: int) -> Points:
    """Lengths of the shortest paths; a line between two much connected entities is longer, to make room for its label."""
    degree = np.bincount(pairs.ravel(), minlength=count)
    lengths = np.full((count, count), np.inf)
    np.fill_diagonal(lengths, 0.0)
    for a, b in pairs:
        lengths[a, b] = lengths[b, a] = _STEP * (1 + 0.08 * np.sqrt(float(degree[a] * degree[b])))
    for via in range(count):
        np.minimum(lengths, lengths[:, via, None] + lengths[via], out=lengths)
    return lengths


def _stress(distances: Points) -> Points:
    """Stress majorization (Gansner, Koren and North 2004): the plane's distances come near to the graph's."""
    count = len(distances)
    if count == 2:
        return np.array([[0.0, 0.0], [float(distances[0, 1]), 0.0]])
    weights = 1.0 / np.square(distances + np.eye(count))
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / count) - 1.0 / count
    places = _scaled(distances)
    for _ in range(_ROUNDS):
        apart = np.linalg.norm(places[:, None] - places, axis=2)
        pull = -weights * distances / np.where(apart > 1e-9, apart, 1.0)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        places = inverse @ (pull @ places)
    return _level(places)


def _scaled(distances: Points) -> Points:
    """Classical scaling as the start, with a small spiral so that no two nodes begin in one place."""
    count = len(distances)
    centred = np.square(distances)
    centred = centred - centred.mean(axis=0) - centred.mean(axis=1)[:, None] + centred.mean()
    values, vectors = np.linalg.eigh(-0.5 * centred)
    axes = vectors[:, -2:] * np.sign(vectors[np.abs(vectors[:, -2:]).argmax(axis=0), [-2, -1]])
    turn = np.arange(count) * 2.399963
    spiral = np.stack((np.cos(turn), np.sin(turn)), axis=1) * 0.2 * _STEP
    return np.asarray(axes * np.sqrt(np.maximum(values[-2:], 0.0)) + spiral)


def _level(places: Points) -> Points:
    """Turned so that the longer axis lies flat, as screens are wider than high."""
    middle = places - places.mean(axis=0)
    _, vectors = np.linalg.eigh(middle.T @ middle)
    axes = vectors[:, ::-1]
    return np.asarray(middle @ (axes * np.where(axes[0] < 0, -1.0, 1.0)))


def _packed(blocks: Sequence[dict[str, tuple[float, float]]], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """The parts in rows, the largest first."""
    areas = [_extent(block, boxes) for block in blocks]
    row = max([w for _, _, w, _ in areas] + [(sum(w * h for _, _, w, h in areas) * 1.5) ** 0.5], default=0.0)
    found: dict[str, tuple[int, int]] = {}
    x = y = height = 0.0
    for block, (left, top, w, h) in zip(blocks, areas, strict=True):
        if x and x + w > row:
            x, y, height = 0.0, y + height + _GAP, 0.0
        found |= {node: (round(px - left + x), round(py - top + y)) for node, (px, py) in block.items()}
        x, height = x + w + _GAP, max(height, h)
    return found


def _extent(block: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    left = min(x - boxes[n][0] / 2 for n, (x, _) in block.items())
    top = min(y - boxes[n][1] / 2 for n, (_, y) in block.items())
    right = max(x + boxes[n][0] / 2 for n, (x, _) in block.items())
    bottom = max(y + boxes[n][1] / 2 for n, (_, y) in block.items())
    return left, top, right - left, bottom - top

