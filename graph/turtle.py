"""Turtle and TriG whose prefixes stand in order: the same quads, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import cast

import pyoxigraph as ox

__all__ = ["serialize_prefixed"]


def serialize_prefixed(
    input_: Iterable[ox.Quad] | Iterable[ox.Triple], form: ox.RdfFormat, prefixes: Mapping[str, str], base: str = ""
) -> str:
    """Turtle or TriG with the prefixes in use, sorted; IRIs under the base, if there is one, are relative to it."""
    named = {name: prefixes[name] for name in sorted(prefixes) if name}
    data = cast(bytes, ox.serialize(input_, format=form, prefixes=named, base_iri=base or None))
    lines = data.decode().split("\n")
    body = "\n".join(lines[sum(1 for _ in takewhile(lambda line: line.startswith("@"), lines)) :])
    # Oxigraph writes its prefixes in another order each time, and relative to the base.
    used = (f"@prefix {name}: <{iri}> .\n" for name, iri in named.items() if f"{name}:" in body)
    return f"{f'@base <{base}> .{chr(10)}' if base else ''}{''.join(used)}{body}"
