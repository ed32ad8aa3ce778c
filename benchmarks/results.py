"""Results: counts that add up, their ratios with bootstrap intervals, and the sections of RESULTS.md."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

__all__ = ["Tally", "interval", "line", "table", "total", "write_section"]

RESULTS = Path(__file__).with_name("RESULTS.md")
Row = TypeVar("Row")
_ROUNDS, _SEED = 1000, 20230320


@dataclass(frozen=True)
class Tally:
    """What one unit (a sentence, a document) adds: right and all answers, found and all gold items, a share besides."""

    right: int = 0
    answers: int = 0
    found: int = 0
    gold: int = 0
    good: int = 0
    judged: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(_counts(self), _counts(other), strict=True)))

    @property
    def precision(self) -> float:
        """Right answers among all answers."""
        return self.right / self.answers if self.answers else 0.0

    @property
    def recall(self) -> float:
        """Found gold items among all."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def share(self) -> float:
        """The good among the judged."""
        return self.good / self.judged if self.judged else 0.0


_counts = attrgetter("right", "answers", "found", "gold", "good", "judged")


def total(tallies: Sequence[Tally]) -> Tally:
    """All counts together."""
    return Tally(*map(sum, zip(*map(_counts, tallies), strict=True)))


def interval(rows: Sequence[Row], figure: Callable[[Sequence[Row]], float]) -> tuple[float, float]:
    """The 95% bootstrap interval of a figure over units drawn with replacement; the same on every run."""
    chance = random.Random(_SEED)
    values = sorted(figure(chance.choices(rows, k=len(rows))) for _ in range(_ROUNDS))
    return values[int(0.025 * _ROUNDS)], values[int(0.975 * _ROUNDS) - 1]


def line(name: str, rows: Sequence[Tally], figure: Callable[[Tally], float]) -> tuple[str, str, str]:
    """One row of a table: the figure over all units, and its interval."""
    low, high = interval(rows, lambda drawn: figure(total(drawn)))
    return name, f"{figure(total(rows)):.3f}", f"{low:.3f} to {high:.3f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def write_section(heading: str, body: str) -> None:
    """Put a section into RESULTS.md in place of the one of that heading, or at the end."""
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# What was measured\n"
    parts = [part.rstrip() for part in re.split(r"\n(?=## )", old)]
    section = f"## {heading}\n\n{body.strip()}"
    at = next((i for i, part in enumerate(parts) if part.startswith(f"## {heading}\n")), None)
    parts = [*parts, section] if at is None else [*parts[:at], section, *parts[at + 1 :]]
    RESULTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
