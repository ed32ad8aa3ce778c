"""Distances of a graph turned into places on a plane."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["stress"]

Points = npt.NDArray[np.float64]

_ROUNDS = 120
_STILL = 0.001


def stress(distances: Points) -> Points:
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
        before, places = places, inverse @ (pull @ places)
        if np.abs(places - before).max() < _STILL * distances.max():
            break
    return _level(places)


def _scaled(distances: Points) -> Points:
    """Classical scaling as the start, with a small spiral so that no two nodes begin in one place."""
    count = len(distances)
    centred = np.square(distances)
    centred = centred - centred.mean(axis=0) - centred.mean(axis=1)[:, None] + centred.mean()
    values, vectors = np.linalg.eigh(-0.5 * centred)
    axes = vectors[:, -2:] * np.sign(vectors[np.abs(vectors[:, -2:]).argmax(axis=0), [-2, -1]])
    turn = np.arange(count) * 2.399963
    spiral = np.stack((np.cos(turn), np.sin(turn)), axis=1) * 0.1 * float(distances.mean())
    return np.asarray(axes * np.sqrt(np.maximum(values[-2:], 0.0)) + spiral)


def _level(places: Points) -> Points:
    """Turned so that the longer axis lies flat, as screens are wider than high."""
    middle = places - places.mean(axis=0)
    _, vectors = np.linalg.eigh(middle.T @ middle)
    axes = vectors[:, ::-1]
    return np.asarray(middle @ (axes * np.where(axes[0] < 0, -1.0, 1.0)))
