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


def _relation_shape(prop: Property) -> Iterator[_Triple]:
    shape, ends = _shape_of(prop.iri), []
    if prop.domain:
        ends.append(("subject", term("sh:class"), [ox.NamedNode(c) for c in prop.domain]))
    if prop.range:
        link, wanted = ("sh:datatype", _datatypes(prop.range)) if prop.literal else ("sh:class", [*prop.range])
        ends.append(("object", term(link), [ox.NamedNode(c) for c in wanted]))
    yield shape, term("rdf:type"), term("sh:NodeShape")
    yield shape, term("sh:targetClass"), shape
    for end, test, nodes in ends:
        yield from _end_shape(shape, end, test, nodes, f"the {end} of {prop.label!r}")


def _datatypes(wanted: Iterable[str]) -> list[str]:
    """A date may be as vague as the text is."""
    dates = [term(f"xsd:{name}").value for name in ("date", "gYearMonth", "gYear", "gMonthDay")]
    return [found for datatype in wanted for found in (dates if datatype == dates[0] else [datatype])]


def _end_shape(
    shape: ox.NamedNode, end: str, link: ox.NamedNode, wanted: Sequence[ox.NamedNode], what: str
) -> Iterator[_Triple]:
    this = ox.NamedNode(f"{shape.value}/{end}")
    names = " or ".join(local(each.value) for each in wanted)
    yield shape, term("sh:property"), this
    yield this, term("sh:path"), term(f"rdf:{end}")
    yield this, term("sh:message"), ox.Literal(f"{what} must be of type {names}")
    options = [ox.NamedNode(f"{this.value}/{i}") for i in range(len(wanted))]
    yield from ((option, link, each) for option, each in zip(options, wanted, strict=True))
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
