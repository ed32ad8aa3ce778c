"""How classes, statuses and voices are drawn, as the ontology says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ontology import Ontology, OntologyError

__all__ = ["class_styles", "line_styles"]

_LINES = ("asserted", "denied", "planned", "possible", "requested", "own", "attributed", "tentative")
# What vis-network can draw with the name beside the shape; anything else in an ontology is drawn as a dot.
_SHAPES = frozenset({"dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"})


def class_styles(ontology: Ontology, kinds: Iterable[str]) -> dict[str, dict[str, str]]:
    """Label, colour, shape and icon of each class; one that has none takes those of the nearest one above it."""
    return {kind: _class_style(ontology, kind) for kind in sorted(set(kinds))}


def _class_style(ontology: Ontology, kind: str) -> dict[str, str]:
    known = ontology.classes.get(kind)
    shape = _inherited(ontology, kind, "shape")
    return {
        "label": known.label if known else kind.rsplit("/", 1)[-1].rsplit("#", 1)[-1],
        "color": _inherited(ontology, kind, "color") or _inherited(ontology, ontology.iri("schema:Thing"), "color"),
        "shape": shape if shape in _SHAPES else "dot",
        "icon": _inherited(ontology, kind, "icon")[:2],
    }


def _inherited(ontology: Ontology, kind: str, what: str) -> str:
    """Breadth first through the classes above, so that the nearest one wins."""
    seen: list[str] = []
    queue = [kind]
    while queue:
        iri = queue.pop(0)
        if iri in seen or iri not in ontology.classes:
            continue
        if found := ontology.text(iri, f"by:{what}"):
            return found
        seen.append(iri)
        queue.extend(sorted(ontology.classes[iri].parents))
    return ""


def line_styles(ontology: Ontology) -> dict[str, dict[str, Any]]:
    """The legend's entries by notation: five statuses, two voices, and readings that are not sure.

    Raises OntologyError where the ontology does not say how one is drawn.
    """
    entries = {ontology.text(iri, "skos:notation"): iri for iri in ontology.instances("by:LegendEntry")}
    if missing := [name for name in _LINES if name not in entries]:
        raise OntologyError(f"no by:LegendEntry has skos:notation {missing[0]!r}: legend.ttl must say how it is drawn")
    return {name: _line(ontology, entries[name]) for name in _LINES}


def _line(ontology: Ontology, entry: str) -> dict[str, Any]:
    return {
        "label": ontology.text(entry, "rdfs:label"),
        "comment": ontology.text(entry, "rdfs:comment"),
        "color": ontology.text(entry, "by:color"),
        "dash": [int(part) for part in ontology.text(entry, "by:dash").split()],
        "width": float(ontology.text(entry, "by:width", "2")),
        "opacity": float(ontology.text(entry, "by:opacity", "1")),
        "mark": ontology.text(entry, "by:mark"),
    }
