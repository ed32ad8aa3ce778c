"""Whether a graph has the shape it must have: SHACL, by hand for claims and made from the ontology for relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from graph.folder import graph_quads
from graph.terms import local, term
from ontology import BASE, Ontology, Property
from ontology.iris import digest

if TYPE_CHECKING:
    import rdflib

__all__ = [
    "Violation",
    "accepted",
    "end_message",
    "relation_shapes",
    "shape_terms",
    "validate",
    "validate_graph",
]

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

    data = [*_data(quads, ontology)]
    shapes = [*_from_ontology(ontology), *relation_shapes(ontology)]
    _, report, _ = pyshacl.validate(_rdflib(data), shacl_graph=_rdflib(shapes), inference="none", advanced=False)
    return sorted(set(_violations(cast("rdflib.Graph", report))))


def _data(quads: Iterable[ox.Quad], ontology: Ontology) -> Iterator[_Triple]:
    """All triples, the classes above those in use, and each claim as an instance of its relation's shape."""
    for quad in quads:
        subject, object_ = cast(ox.NamedNode, quad.subject), cast(ox.NamedNode, quad.object)
        yield subject, quad.predicate, object_
        if quad.predicate == term("rdf:predicate"):
            yield subject, term("rdf:type"), _shape_of(object_.value)
    above = ontology.iri("rdfs:subClassOf")
    yield from ((s, ox.NamedNode(p), o) for s, p, o in ontology.triples if p == above and isinstance(s, ox.NamedNode))


def _from_ontology(ontology: Ontology) -> Iterator[_Triple]:
    """The shapes that the Turtle files hold, with the blank nodes below them, and nothing of the lexicon."""
    shacl, below = ontology.iri("sh:"), defaultdict(list)
    for s, p, o in ontology.triples:
        below[s].append((p, o))
    waiting = [s for s, found in below.items() if any(p.startswith(shacl) for p, _ in found)]
    seen = set(waiting)
    while waiting:
        subject = waiting.pop()
        for p, o in below[subject]:
            yield cast(ox.NamedNode, subject), ox.NamedNode(p), o
            if isinstance(o, ox.BlankNode) and o not in seen:
                seen.add(o)
                waiting.append(o)


def _shape_of(prop: str) -> ox.NamedNode:
    return ox.NamedNode(f"{BASE}shape/{digest(prop)}")


def relation_shapes(ontology: Ontology) -> list[_Triple]:
    """A shape for the claims of every property of the ontology, whatever their status, from its domain and range."""
    return [triple for prop in ontology.properties.values() for triple in _relation_shape(prop)]


def shape_terms(ontology: Ontology) -> int:
    """How many triples of SHACL an ontology has: more than ours where somebody added a shape."""
    return sum(p.startswith(ontology.iri("sh:")) for _, p, _ in ontology.triples)


def accepted(prop: Property, end: str) -> list[str]:
    """The classes or datatypes that an end ("subject", "object") may have; a date may be as vague as the text is."""
    if end == "subject":
        return [*prop.domain]
    dates = [term(f"xsd:{name}").value for name in ("date", "gYearMonth", "gYear", "gMonthDay")]
    return [found for kind in prop.range for found in (dates if prop.literal and kind == dates[0] else [kind])]


def end_message(prop: Property, end: str) -> str:
    """What a wrong end breaks, in words."""
    return f"the {end} of {prop.label!r} must be of type {' or '.join(local(each) for each in accepted(prop, end))}"


def _relation_shape(prop: Property) -> Iterator[_Triple]:
    shape = _shape_of(prop.iri)
    yield shape, term("rdf:type"), term("sh:NodeShape")
    yield shape, term("sh:targetClass"), shape
    for end in ("subject", "object"):
        if accepted(prop, end):
            yield from _end_shape(shape, prop, end)


def _end_shape(shape: ox.NamedNode, prop: Property, end: str) -> Iterator[_Triple]:
    this, wanted = ox.NamedNode(f"{shape.value}/{end}"), accepted(prop, end)
    link = term("sh:datatype" if prop.literal and end == "object" else "sh:class")
    yield shape, term("sh:property"), this
    yield this, term("sh:path"), term(f"rdf:{end}")
    yield this, term("sh:message"), ox.Literal(end_message(prop, end))
    options = [ox.NamedNode(f"{this.value}/{i}") for i in range(len(wanted))]
    yield from ((option, link, ox.NamedNode(each)) for option, each in zip(options, wanted, strict=True))
    yield from _list(this, term("sh:or"), options)


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
