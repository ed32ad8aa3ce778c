"""The measured precision of each rule on development data: what a claim's confidence is."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

__all__ = ["confidence_of"]

# Of what no development data has been read: as likely as not.
_GUESSES = {"similar verb": 0.5}
_FILE = Path(__file__).with_name("measured.json")


def confidence_of(rule: str) -> float:
    """The precision of a rule by benchmarks/confidence.py, that of all rules where it was too rare to measure."""
    table = _table()
    return table.get(rule, _GUESSES.get(rule, table["*"]))


@cache
def _table() -> dict[str, float]:
    table: dict[str, float] = json.loads(_FILE.read_text(encoding="utf-8"))
    return table
