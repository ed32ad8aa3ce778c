"""Names as they stand in the picture: one or two short lines, with no character that would turn others round."""

from __future__ import annotations

import re
import textwrap
import unicodedata

__all__ = ["box", "drop", "label"]

# Controls, and the marks that change the direction of everything after them (Unicode TR 9, section 2).
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]+")
_COLUMNS = 17
_LETTER, _LINE = 6.9, 15.0


def label(name: str) -> str:
    """At most two lines of 17 letters.

    >>> label("Velmouth Harbour Workers and Pilots Association")
    'Velmouth Harbour\\nWorkers and…'
    """
    plain = " ".join(_UNSAFE.sub(" ", name[:200]).split())
    rows = textwrap.wrap(plain, _COLUMNS, max_lines=2, placeholder="…")
    if rows[1:] == ["…"]:
        rows = [rows[0][: _COLUMNS - 1] + "…"]
    return "\n".join(rows) or "?"


def box(text: str, size: float) -> tuple[float, float]:
    """The room, in pixels, of a node of that radius with its label below it."""
    rows = text.split("\n")
    return max(2 * size, *(_width(row) for row in rows)), 2 * size + _LINE * len(rows) + 6


def drop(text: str) -> int:
    """How far above the middle of its box a node stands, the label being below it."""
    return round(_LINE * len(text.split("\n")) / 2)


def _width(row: str) -> float:
    return sum(_LETTER * (2 if unicodedata.east_asian_width(c) in "WF" else 1) for c in row) + 8
