"""A contradiction as a value."""

from __future__ import annotations

from dataclasses import dataclass

from ontology import Evidence

__all__ = ["Contradiction"]


@dataclass(frozen=True, order=True)
class Contradiction:
    """Two passages of an article, or more, that cannot all be right, in text order, and why.

    `kind` is day, order, polarity, value or number.
    """

    quotes: tuple[Evidence, ...]
    kind: str
    why: str
