"""Names that prove their content: Trusty URIs, module RA (Kuhn and Dumontier 2014, trustyuri.net)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from typing import cast

import pyoxigraph as ox

from graph.terms import Value, node

__all__ = ["UNKNOWN", "artifact_code", "under_code"]

UNKNOWN = f"RA{'0' * 43}"
"""What stands in the IRIs of quads whose code is not known yet."""


def under_code(quads: Sequence[ox.Quad]) -> list[ox.Quad]:
    """The quads with the code that follows from them in place of the unknown one."""
    code = artifact_code(quads)

    def named(part: Value) -> Value:
        return node(part.value.replace(UNKNOWN, code)) if isinstance(part, ox.NamedNode) else part

    def renamed(quad: ox.Quad) -> ox.Quad:
        subject, graph = cast(Value, quad.subject), cast(Value, quad.graph_name)
        return ox.Quad(
            cast(ox.NamedNode, named(subject)),
            quad.predicate,
            named(cast(Value, quad.object)),
            cast(ox.NamedNode, named(graph)),
        )

    return [renamed(quad) for quad in quads]


def artifact_code(quads: Iterable[ox.Quad], code: str = UNKNOWN) -> str:
    """The code that belongs to the quads, in whose own IRIs it is `code`; no node may be blank."""
    lines = sorted({_key(quad, code) for quad in quads})
    text = "".join(f"{g}\n{s}\n{p}\n{_object(literal, value, kind)}\n" for g, s, p, literal, value, kind in lines)
    return "RA" + base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


def _key(quad: ox.Quad, code: str) -> tuple[str, str, str, bool, str, str]:
    """The parts of a quad in the order of its kind: IRIs before literals, these by value and then by datatype."""
    parts = (quad.graph_name, quad.subject, quad.predicate)
    graph, subject, predicate = (cast(ox.NamedNode, part).value.replace(code, " ") for part in parts)
    value = cast(Value, quad.object)
    if isinstance(value, ox.NamedNode):
        return graph, subject, predicate, False, value.value.replace(code, " "), ""
    kind = f"@{value.language.lower()}" if value.language else f"^{value.datatype.value}"
    return graph, subject, predicate, True, value.value, kind


def _object(literal: bool, value: str, kind: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{kind} {escaped}" if literal else value
