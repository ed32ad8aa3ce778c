"""Whether a graph has the shape it must have: SHACL, by hand for claims and made from the ontology for relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from graph.folder import graph_quads
from graph.terms import term
from ontology import BASE, Ontology, Property
from ontology.iris import digest

if TYPE_CHECKING:
    import rdflib

__all__ = ["Violation", "relation_shapes", "validate", "validate_graph"]

_Triple = tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal]


@dataclass(frozen=True, order=True)
class Violation:
    """One thing that is not as the shapes want it: `focus` is the node, `message` the rule that it breaks."""

    focus: str
    message: str
    value: str

    def __str__(self) -> str:
        return f"<{self.focus}>: {self.message}{f' (found {self.value})' if self.value else ''}"


def validate_graph(folder: Path, ontology: Ontology) -> list[Violation]:
    """What in a graph folder breaks the ontology's shapes, sorted; nothing if all is well."""
    return validate(graph_quads(folder), ontology)


def validate(quads: Iterable[ox.Quad], ontology: Ontology) -> list[Violation]:
    """What among the quads breaks the ontology's shapes, its domains or its ranges."""
    import pyshacl

    data = list(_data(list(quads), ontology))
    shapes = [*_from_ontology(ontology), *relation_shapes(ontology)]
    _, report, _ = pyshacl.validate(_rdflib(data), shacl_graph=_rdflib(shapes), inference="none", advanced=False)
    return sorted(set(_violations(cast("rdflib.Graph", report))))


def _data(quads: Sequence[ox.Quad], ontology: Ontology) -> Iterator[_Triple]:
    """All triples, the classes above those in use, and what each claim relates, whether or not it is said to be so."""
    yield from ((cast(ox.NamedNode, q.subject), q.predicate, cast(ox.NamedNode, q.object)) for q in quads)
    above = ontology.iri("rdfs:subClassOf")
    yield from ((s, ox.NamedNode(p), o) for s, p, o in ontology.triples if p == above and isinstance(s, ox.NamedNode))
    parts: dict[object, dict[str, ox.NamedNode]] = {}
    for quad in quads:
        parts.setdefault(quad.subject, {})[quad.predicate.value] = cast(ox.NamedNode, quad.object)
    links = [term(f"rdf:{name}").value for name in ("subject", "predicate", "object")]
    for found in parts.values():
        if all(link in found for link in links):
            yield found[links[0]], found[links[1]], found[links[2]]


def _from_ontology(ontology: Ontology) -> Iterator[_Triple]:
    for s, p, o in ontology.triples:
        if not isinstance(s, ox.Literal):
            yield s, ox.NamedNode(p), o


def relation_shapes(ontology: Ontology) -> list[_Triple]:
    """A shape for the subjects and one for the objects of every property of the ontology, from its domain and range."""
    return [triple for prop in ontology.properties.values() for triple in _property_shapes(prop)]


def _property_shapes(prop: Property) -> Iterator[_Triple]:
    this, one = ox.NamedNode(prop.iri), f"{BASE}shape/{digest(prop.iri)}"
    if prop.domain:
        yield from _class_shape(
            f"{one}/subject", "sh:targetSubjectsOf", this, prop.domain, f"the subject of {prop.label}"
        )
    if prop.literal:
        yield from _literal_shape(f"{one}/value", this, prop)
    elif prop.range:
        yield from _class_shape(f"{one}/object", "sh:targetObjectsOf", this, prop.range, f"the object of {prop.label}")


def _class_shape(iri: str, target: str, prop: ox.NamedNode, classes: Sequence[str], what: str) -> Iterator[_Triple]:
    shape = ox.NamedNode(iri)
    names = " or ".join(c.replace("#", "/").rpartition("/")[2] for c in classes)
    yield shape, term("rdf:type"), term("sh:NodeShape")
    yield shape, term(target), prop
    yield shape, term("sh:message"), ox.Literal(f"{what} is a {names}")
    options = [ox.NamedNode(f"{iri}/{i}") for i in range(len(classes))]
    for option, wanted in zip(options, classes, strict=True):
        yield option, term("sh:class"), ox.NamedNode(wanted)
    yield from _list(shape, term("sh:or"), options)


def _literal_shape(iri: str, prop: ox.NamedNode, found: Property) -> Iterator[_Triple]:
    shape, path = ox.NamedNode(iri), ox.NamedNode(f"{iri}/path")
    yield shape, term("rdf:type"), term("sh:NodeShape")
    yield shape, term("sh:targetSubjectsOf"), prop
    yield shape, term("sh:property"), path
    yield path, term("sh:path"), prop
    yield path, term("sh:nodeKind"), term("sh:Literal")
    yield path, term("sh:message"), ox.Literal(f"the object of {found.label} is a value")


def _list(subject: ox.NamedNode, link: ox.NamedNode, items: Sequence[ox.NamedNode]) -> Iterator[_Triple]:
    cells = [ox.NamedNode(f"{subject.value}/list/{i}") for i in range(len(items))]
    yield subject, link, cells[0]
    for cell, item, rest in zip(cells, items, [*cells[1:], term("rdf:nil")], strict=True):
        yield cell, term("rdf:first"), item
        yield cell, term("rdf:rest"), rest


def _rdflib(triples: Iterable[_Triple]) -> rdflib.Graph:
    import rdflib

    data = cast(bytes, ox.serialize((ox.Triple(*t) for t in triples), format=ox.RdfFormat.N_TRIPLES))
    return rdflib.Graph().parse(data=data, format="nt")


def _violations(report: rdflib.Graph) -> Iterator[Violation]:
    from rdflib.namespace import SH

    for result in report.subjects(SH.focusNode):
        parts = (report.value(result, link) for link in (SH.focusNode, SH.resultMessage, SH.value))
        focus, message, value = ("" if part is None else str(part) for part in parts)
        yield Violation(focus, message, "" if value == focus else value)
