"""Names that can be read: boxes pushed apart, and nodes pushed off the lines of others."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["free_spot", "separated"]

Points = npt.NDArray[np.float64]
Pairs = npt.NDArray[np.int64]

_MARGIN = 6.0
# Halves of halves never end: an overlap of the margin by less than this is none.
_TOUCH = 1.0
# So many rounds for a hundred nodes, and fewer for more: there, no picture has room for all names anyway.
_ROUNDS = 120
# A node in the middle of a line that is not its own would be read as one of its ends.
_CLEARANCE = 26.0
_CLEARED = 150


def separated(places: Points, sizes: Points, pairs: Pairs) -> Points:
    """The places moved as little as needed for no two boxes (width, height, centred) to overlap."""
    places = places.copy()
    rounds = min(200, _ROUNDS * 100 // len(places))
    for turn in range(rounds):
        shift = _off_lines(places, pairs) if len(places) <= _CLEARED and turn < rounds // 4 else np.zeros_like(places)
        push, overlapping = _apart(places, sizes)
        places += push + 0.3 * shift
        if not overlapping and np.abs(shift).max(initial=0.0) < 1.0:
            break
    return places


def _apart(places: Points, sizes: Points) -> tuple[Points, bool]:
    """Half of each overlap, along the axis where it is smaller, for both boxes."""
    between = places[:, None] - places
    overlap = (sizes[:, None] + sizes) / 2 + _MARGIN - np.abs(between)
    hit: npt.NDArray[np.bool_] = np.asarray((overlap > _TOUCH).all(axis=2))
    np.fill_diagonal(hit, False)
    along_x = hit & (overlap[..., 0] <= overlap[..., 1])
    order = np.sign(np.arange(len(places))[:, None] - np.arange(len(places)))
    push = np.zeros_like(places)
    for axis, chosen in ((0, along_x), (1, hit & ~along_x)):
        side = np.where(between[..., axis] != 0, np.sign(between[..., axis]), order)
        push[:, axis] = np.where(chosen, side * overlap[..., axis], 0.0).sum(axis=1) * 0.5
    return np.clip(push, -60.0, 60.0), bool(hit.any())


def _off_lines(places: Points, pairs: Pairs) -> Points:
    """For each node, the way off the lines that pass too near to it."""
    if not len(pairs):
        return np.zeros_like(places)
    start, way = places[pairs[:, 0]], places[pairs[:, 1]] - places[pairs[:, 0]]
    length = np.maximum(np.square(way).sum(axis=1), 1.0)
    along = np.einsum("nek,ek->ne", places[:, None] - start, way) / length
    off = places[:, None] - (start + along[..., None] * way)
    distance = np.linalg.norm(off, axis=2)
    near = (distance < _CLEARANCE) & (along > 0.05) & (along < 0.95)
    near[pairs[:, 0], np.arange(len(pairs))] = near[pairs[:, 1], np.arange(len(pairs))] = False
    normal = np.stack((-way[:, 1], way[:, 0]), axis=1) / np.sqrt(length)[:, None]
    outwards = np.where(distance[..., None] > 0.5, off / np.maximum(distance, 0.5)[..., None], normal)
    return np.asarray((outwards * np.where(near, _CLEARANCE - distance, 0.0)[..., None]).sum(axis=1))


def free_spot(taken: Points, lines: Points, size: tuple[float, float]) -> tuple[float, float] | None:
    """The lowest place for one more box inside the frame of the others, clear of their lines; None where there is none.

    `taken` has a row of centre and size per box, `lines` a row of both ends per line.
    """
    (left, top), (right, bottom) = taken[:, :2].min(axis=0), taken[:, :2].max(axis=0)
    steps = np.meshgrid(np.arange(bottom, top - 1, -30.0), np.arange(left, right + 1, 30.0), indexing="ij")
    spots = np.stack((steps[1].ravel(), steps[0].ravel()), axis=1)
    gaps = np.abs(spots[:, None] - taken[:, :2]) - (taken[:, 2:] + size) / 2 - 2 * _MARGIN
    free: npt.NDArray[np.bool_] = np.all(np.any(gaps > 0, axis=2), axis=1)
    if len(lines):
        free &= _distance(spots, lines).min(axis=1) > max(size) / 2 + _MARGIN
    chosen = np.flatnonzero(free)
    return (float(spots[chosen[0], 0]), float(spots[chosen[0], 1])) if len(chosen) else None


def _distance(spots: Points, lines: Points) -> Points:
    start, way = lines[:, :2], lines[:, 2:] - lines[:, :2]
    along = np.einsum("sld,ld->sl", spots[:, None] - start, way) / np.maximum(np.square(way).sum(axis=1), 1.0)
    return np.asarray(np.linalg.norm(spots[:, None] - (start + np.clip(along, 0, 1)[..., None] * way), axis=2))
