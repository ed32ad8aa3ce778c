"""Thousands of nodes: the most connected are a map of their own, the others find their place on it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graph.explorer.stress import stress

__all__ = ["hubs_first"]

Points = npt.NDArray[np.float64]
Pairs = npt.NDArray[np.int64]

# The page opens on about so many, and they should stand well apart there.
_HUBS = 250
_ROUNDS = 60
_SAMPLES = 8
_STEP = 110.0


def hubs_first(pairs: Pairs, count: int) -> Points:
    """Places of a connected graph, in about two seconds for 5,000 nodes and 20,000 lines.

    Hubs keep the distances that they have in the whole graph. The others start amid their neighbours, are pulled along
    lines and pushed from nodes drawn by a seeded generator, as in LargeVis, so that every run gives the same.
    """
    both = np.concatenate((pairs, pairs[:, ::-1]))
    degree = np.bincount(both[:, 0], minlength=count)
    hubs = np.sort(np.argsort(-degree, kind="stable")[:_HUBS])
    chance = np.random.Generator(np.random.PCG64(0))
    side = _STEP * np.sqrt(count)
    places = np.full((count, 2), np.nan)
    places[hubs] = _spread(stress(np.stack([_hops(both, count, hub)[hubs] for hub in hubs])), side)
    places = _amid(places, both, count) + chance.normal(scale=_STEP, size=(count, 2))
    fixed = np.isin(np.arange(count), hubs)
    places[fixed] = np.round(places[fixed])
    return _drawn_in(_relaxed(places, pairs, np.maximum(degree, 1)[:, None], fixed, chance))


def _spread(places: Points, side: float) -> Points:
    """Over the whole area, those in the crowded middle further apart: by rank of their distance from it."""
    middle = places - np.median(places, axis=0)
    distance = np.linalg.norm(middle, axis=1, keepdims=True)
    rank = np.argsort(np.argsort(distance[:, 0], kind="stable"), kind="stable")[:, None] + 0.5
    return np.asarray(middle / np.maximum(distance, 1e-9) * np.sqrt(rank / len(places)) * side / 2)


def _hops(both: Pairs, count: int, start: int) -> Points:
    """Steps from one node to all others, a whole ring of neighbours at a time."""
    hops = np.full(count, -1.0)
    ring = np.zeros(count, dtype=bool)
    ring[start] = True
    step = 0
    while ring.any():
        hops[ring] = step
        step += 1
        reached = np.zeros(count, dtype=bool)
        reached[both[ring[both[:, 0]], 1]] = True
        ring = reached & (hops < 0)
    return hops


def _amid(places: Points, both: Pairs, count: int) -> Points:
    """Whoever has no place yet gets the middle of the neighbours that have one, from the hubs outwards."""
    places = places.copy()
    while np.isnan(places[:, 0]).any():
        known = ~np.isnan(places[:, 0])
        useful = both[known[both[:, 1]] & ~known[both[:, 0]]]
        number = np.bincount(useful[:, 0], minlength=count)
        sums = np.stack(
            [np.bincount(useful[:, 0], weights=places[useful[:, 1], axis], minlength=count) for axis in (0, 1)], axis=1
        )
        places[number > 0] = sums[number > 0] / number[number > 0, None]
    return places


def _relaxed(
    places: Points, pairs: Pairs, degree: Points, fixed: npt.NDArray[np.bool_], chance: np.random.Generator
) -> Points:
    count = len(places)
    for turn in range(_ROUNDS):
        heat = _STEP * 2.0 * (1.0 - turn / _ROUNDS) + 2.0
        others = chance.integers(0, count, (_SAMPLES, count))
        move = _pull(places, pairs, count) / np.sqrt(degree) + _push(places, others, count)
        move[fixed] = 0.0
        size = np.linalg.norm(move, axis=1, keepdims=True)
        places = places + move * np.minimum(1.0, heat / np.maximum(size, 1e-9))
    return places


def _pull(places: Points, pairs: Pairs, count: int) -> Points:
    way = places[pairs[:, 1]] - places[pairs[:, 0]]
    force = way * (np.linalg.norm(way, axis=1, keepdims=True) / _STEP) * 0.02
    ends = np.concatenate((pairs[:, 0], pairs[:, 1]))
    both = np.concatenate((force, -force))
    return np.stack([np.bincount(ends, weights=both[:, axis], minlength=count) for axis in (0, 1)], axis=1)


def _push(places: Points, others: Pairs, count: int) -> Points:
    off = places - places[others]
    squared = np.square(off).sum(axis=2, keepdims=True) + 25.0
    return np.asarray((off / squared).sum(axis=0) * (_STEP**2 * count / _SAMPLES / 40.0))


def _drawn_in(places: Points) -> Points:
    """The few that are far out brought nearer, so that they do not make all the others small."""
    middle = places - places.mean(axis=0)
    distance = np.linalg.norm(middle, axis=1, keepdims=True)
    edge = np.quantile(distance, 0.95)
    return np.asarray(
        middle * np.where(distance > edge, (edge + 0.12 * (distance - edge)) / np.maximum(distance, 1e-9), 1.0)
    )
