"""JSON-LD that a person can read: plain names by a context, graphs in order, each claim with its parts inside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import cast

import pyoxigraph as ox

from graph.terms import Value, local, term

__all__ = ["serialize_context", "serialize_jsonld", "serialize_jsonld_triples"]

_Json = dict[str, object]

# The properties of our own model, which go by their local names; `None` where values of several kinds may stand.
_TERMS: Mapping[str, str | None] = {
    **dict.fromkeys(("rdf:subject", "rdf:predicate", "rdf:object"), "@id"),
    **dict.fromkeys(("by:status", "by:polarity", "by:modality", "by:qualifier", "by:relation", "by:value"), "@id"),
    **dict.fromkeys(("by:datatype", "by:accordingTo", "by:readType", "schema:mentions", "schema:isBasedOn"), "@id"),
    **dict.fromkeys(("prov:wasAttributedTo", "prov:qualifiedAttribution", "prov:wasDerivedFrom"), "@id"),
    **dict.fromkeys(("prov:wasGeneratedBy", "prov:agent", "prov:used", "oa:hasSource", "oa:hasSelector"), "@id"),
    **dict.fromkeys(("time:hasTime", "time:hasBeginning", "time:hasEnd"), "@id"),
    **dict.fromkeys(("by:earliest", "by:latest", "time:inXSDDate", "schema:datePublished"), "xsd:date"),
    "time:inXSDgYearMonth": "xsd:gYearMonth",
    "time:inXSDgYear": "xsd:gYear",
    "by:monthDay": "xsd:gMonthDay",
    "oa:start": "xsd:integer",
    "oa:end": "xsd:integer",
    "by:confidence": "xsd:decimal",
    "by:tentative": "xsd:boolean",
    **dict.fromkeys(("by:lemma", "by:why", "by:asWritten", "by:timeValue", "by:precision", "by:sha256"), None),
    **dict.fromkeys(("by:readName", "by:readAlias", "by:readMisspelling", "by:readLabel"), None),
    **dict.fromkeys(("oa:exact", "oa:prefix", "oa:suffix", "schema:headline", "schema:articleBody"), None),
    **dict.fromkeys(("rdfs:label", "skos:altLabel", "skos:hiddenLabel"), None),
}
# What belongs to a claim, and stands inside the first that has it (JSON-LD 1.1 Framing, section 4.2: @embed @once).
_PARTS = (
    *("prov:qualifiedAttribution", "by:accordingTo", "prov:wasDerivedFrom", "prov:wasGeneratedBy"),
    *("oa:hasSelector", "by:qualifier", "time:hasTime", "time:hasBeginning", "time:hasEnd"),
)


def serialize_context(prefixes: Mapping[str, str]) -> str:
    """The context alone, as a document that one can publish: prefixes, and the names of the model with their types."""
    return json.dumps({"@context": _context(prefixes)}, indent=1) + "\n"


def _context(prefixes: Mapping[str, str]) -> _Json:
    context: _Json = {name: _prefix(iri) for name, iri in sorted(prefixes.items()) if name}
    for name, kind in _TERMS.items():
        if local(name.replace(":", "/")) not in prefixes:
            context[local(name.replace(":", "/"))] = {"@id": name, "@type": kind} if kind else name
    return context


def _prefix(iri: str) -> object:
    """Only what ends like this is a prefix without further words (JSON-LD 1.1, section 4.4)."""
    return iri if iri.endswith((":", "/", "?", "#", "[", "]", "@")) else {"@id": iri, "@prefix": True}


def serialize_jsonld(quads: Iterable[ox.Quad], prefixes: Mapping[str, str], base: str) -> str:
    """The quads, which come graph by graph and subject by subject, as JSON-LD 1.1 with its context, claims framed."""
    names = _names(prefixes, base)
    graphs: dict[str, dict[str, list[ox.Quad]]] = {}
    for quad in quads:
        graph, subject = cast(ox.NamedNode, quad.graph_name).value, cast(ox.NamedNode, quad.subject).value
        graphs.setdefault(graph, {}).setdefault(subject, []).append(quad)
    listed: list[_Json] = [
        {"@id": names.node(graph), "@graph": _Frame(names, nodes).roots()} for graph, nodes in graphs.items()
    ]
    return _document(listed, prefixes, base)


def serialize_jsonld_triples(triples: Iterable[ox.Triple], prefixes: Mapping[str, str], base: str) -> str:
    """The triples, which come subject by subject, likewise."""
    nodes: dict[str, list[ox.Quad]] = {}
    for triple in triples:
        nodes.setdefault(cast(ox.NamedNode, triple.subject).value, []).append(ox.Quad(*triple))
    return _document(_Frame(_names(prefixes, base), nodes).roots(), prefixes, base)


def _names(prefixes: Mapping[str, str], base: str) -> _Names:
    return _Names(dict(sorted((name, iri) for name, iri in prefixes.items() if name)), base)


def _document(listed: Sequence[_Json], prefixes: Mapping[str, str], base: str) -> str:
    context = {"@base": base, **_context(prefixes)}
    return json.dumps({"@context": context, "@graph": listed}, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class _Frame:
    """The nodes of one graph as a tree: each part in the first node that has it, what is nobody's part by itself."""

    names: _Names
    nodes: dict[str, list[ox.Quad]]
    placed: set[str] = field(default_factory=set)

    def roots(self) -> list[_Json]:
        inside = {part for quads in self.nodes.values() for quad in quads if (part := self._part(quad))}
        roots = [self._node(subject) for subject in self.nodes if subject not in inside]
        # Parts of each other that nobody else has.
        return [*roots, *(self._node(subject) for subject in self.nodes if subject not in self.placed)]

    def _part(self, quad: ox.Quad) -> str:
        value = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
        return value if value in self.nodes and quad.predicate in _parts() else ""

    def _node(self, subject: str) -> _Json:
        self.placed.add(subject)
        found: _Json = {"@id": self.names.node(subject)}
        for quad in self.nodes[subject]:
            part = self._part(quad)
            key, value = self.names.property(quad.predicate, cast(Value, quad.object))
            _add(found, key, self._node(part) if part and part not in self.placed else value)
        return found


@cache
def _parts() -> frozenset[ox.NamedNode]:
    return frozenset(map(term, _PARTS))


def _add(node: _Json, key: str, value: object) -> None:
    """One value stands alone, several in a list (JSON-LD 1.1, section 4.3)."""
    if key not in node:
        node[key] = value
    else:
        found = node[key]
        node[key] = [*found, value] if isinstance(found, list) else [found, value]


@dataclass(frozen=True)
class _Names:
    """Short forms of IRIs: a name of the model, `prefix:name` for the vocabularies, relative to the base for ours."""

    prefixes: dict[str, str]
    base: str

    @cached_property
    def terms(self) -> dict[str, tuple[str, str | None]]:
        """The local name and the type of each property of the model, by its IRI."""
        named = {name: local(name.replace(":", "/")) for name in _TERMS}
        return {term(name).value: (named[name], _TERMS[name]) for name in _TERMS if named[name] not in self.prefixes}

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
        name, kind = self.terms.get(predicate.value, (self.vocabulary(predicate.value), None))
        return name, self.value(value, kind)

    def value(self, value: Value, kind: str | None) -> object:
        """A value as it is written under a name of that type, which then need not be said."""
        if isinstance(value, ox.NamedNode):
            return self.node(value.value) if kind == "@id" else {"@id": self.node(value.value)}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype == term("xsd:string"):
            return {"@value": value.value} if kind else value.value
        datatype = self.vocabulary(value.datatype.value)
        return value.value if datatype == kind else {"@value": value.value, "@type": datatype}
