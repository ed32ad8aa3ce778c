"""JSON-LD that a person can read: short names by a context, one object per node, graphs in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

import pyoxigraph as ox

from graph.terms import Value, term

__all__ = ["serialize_jsonld", "serialize_jsonld_triples"]

_Json = dict[str, object]


def serialize_jsonld(quads: Iterable[ox.Quad], prefixes: Mapping[str, str], base: str) -> str:
    """The quads, which come graph by graph and subject by subject, as JSON-LD 1.1 with a context."""
    names = _names(prefixes, base)
    graphs: dict[str, list[ox.Triple]] = {}
    for quad in quads:
        graphs.setdefault(cast(ox.NamedNode, quad.graph_name).value, []).append(quad.triple)
    listed: list[_Json] = [
        {"@id": names.node(graph), "@graph": _nodes(triples, names)} for graph, triples in graphs.items()
    ]
    return _document(listed, names)


def serialize_jsonld_triples(triples: Iterable[ox.Triple], prefixes: Mapping[str, str], base: str) -> str:
    """The triples, which come subject by subject, as JSON-LD 1.1 with a context."""
    names = _names(prefixes, base)
    return _document(_nodes(triples, names), names)


def _names(prefixes: Mapping[str, str], base: str) -> _Names:
    return _Names(dict(sorted((name, iri) for name, iri in prefixes.items() if name)), base)


def _nodes(triples: Iterable[ox.Triple], names: _Names) -> list[_Json]:
    nodes: dict[str, _Json] = {}
    for triple in triples:
        subject = cast(ox.NamedNode, triple.subject).value
        node = nodes.setdefault(subject, {"@id": names.node(subject)})
        _add(node, *names.property(triple.predicate, cast(Value, triple.object)))
    return [*nodes.values()]


def _document(listed: list[_Json], names: _Names) -> str:
    text = json.dumps(listed, ensure_ascii=False, indent=1)
    context = {"@base": names.base, **{name: iri for name, iri in names.prefixes.items() if f'"{name}:' in text}}
    return f'{{"@context": {json.dumps(context, indent=1)},\n"@graph": {text}}}\n'


def _add(node: _Json, key: str, value: object) -> None:
    """One value stands alone, several in a list (JSON-LD 1.1, section 4.3)."""
    if key not in node:
        node[key] = value
    else:
        found = node[key]
        node[key] = [*found, value] if isinstance(found, list) else [found, value]


@dataclass(frozen=True)
class _Names:
    """Short forms of IRIs: `prefix:name` for the vocabularies, relative to the base for what is ours."""

    prefixes: dict[str, str]
    base: str

    def vocabulary(self, iri: str) -> str:
        found = [(known, name) for name, known in self.prefixes.items() if iri.startswith(known)]
        known, name = max(found, key=lambda pair: len(pair[0]), default=("", ""))
        return f"{name}:{iri.removeprefix(known)}" if known else iri

    def node(self, iri: str) -> str:
        short, relative = self.vocabulary(iri), iri.removeprefix(self.base)
        if short != iri or relative == iri:
            return short
        # Before the first slash a colon would make a prefix, and nothing at all would name the document.
        return iri if ":" in relative.partition("/")[0] or not relative or relative.startswith(("/", "@")) else relative

    def property(self, predicate: ox.NamedNode, value: Value) -> tuple[str, object]:
        if predicate == term("rdf:type"):
            return "@type", self.vocabulary(value.value)
        return self.vocabulary(predicate.value), self.value(value)

    def value(self, value: Value) -> object:
        if isinstance(value, ox.NamedNode):
            return {"@id": self.node(value.value)}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        plain = value.datatype == term("xsd:string")
        return value.value if plain else {"@value": value.value, "@type": self.vocabulary(value.datatype.value)}
