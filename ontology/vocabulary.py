"""The ontology as values: classes, properties and modalities, read from Turtle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from ontology.claims import Modality, Top
from ontology.errors import OntologyError

__all__ = ["CORE", "Class", "Ontology", "Property", "Term", "read_turtle"]

CORE = Path(__file__).parent

Term = ox.NamedNode | ox.BlankNode | ox.Literal


@dataclass(frozen=True)
class Class:
    """A kind of thing, and how the explorer draws it."""

    iri: str
    label: str
    parents: tuple[str, ...]
    color: str
    shape: str


@dataclass(frozen=True)
class Property:
    """A relation that can be claimed; `literal` where its object is a value and not an entity.

    `functional` where one thing can have one such object only; `derived` where its words are read off its label, so
    that its classes are names that no recogniser knows.
    """

    iri: str
    label: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    literal: bool
    inverse: str | None = None
    symmetric: bool = False
    functional: bool = False
    derived: bool = False


@dataclass(frozen=True)
class Ontology:
    """Everything the Turtle files say; `sources` are their paths, `prefixes` the names they use."""

    sources: tuple[Path, ...]
    prefixes: dict[str, str]
    triples: frozenset[tuple[Term, str, Term]] = field(repr=False)

    def iri(self, name: str) -> str:
        """The IRI of a prefixed name.

        Raises OntologyError where no file declares the prefix.
        """
        found = self._iris.get(name)
        if found is None:
            prefix, _, local = name.partition(":")
            if prefix not in self.prefixes:
                raise OntologyError(f"prefix {prefix!r} is declared in no ontology file: add a @prefix line")
            found = self._iris[name] = self.prefixes[prefix] + local
        return found

    @cached_property
    def _iris(self) -> dict[str, str]:
        return {}

    @cached_property
    def _by_subject(self) -> dict[Term, dict[str, list[Term]]]:
        index: dict[Term, dict[str, list[Term]]] = {}
        for s, p, o in sorted(self.triples, key=str):
            index.setdefault(s, {}).setdefault(p, []).append(o)
        return index

    def objects(self, subject: Term | str, name: str) -> list[Term]:
        """All objects of a subject and a property's prefixed name, sorted."""
        node = ox.NamedNode(subject) if isinstance(subject, str) else subject
        return self._by_subject.get(node, {}).get(self.iri(name), [])

    def named(self, subject: Term | str, name: str) -> list[ox.NamedNode]:
        """Those objects that have an IRI; in a user's file, an anonymous one or a slip of the pen may stand beside."""
        return [o for o in self.objects(subject, name) if isinstance(o, ox.NamedNode)]

    def about(self, subject: Term) -> dict[str, list[Term]]:
        """All that is said of a subject: its objects, sorted, by the predicate's IRI."""
        return self._by_subject.get(subject, {})

    def texts(self, subject: Term | str, name: str) -> list[str]:
        """The same as plain strings: the value of a literal, the IRI of a node."""
        return [o.value for o in self.objects(subject, name)]

    def text(self, subject: Term | str, name: str, default: str = "") -> str:
        """The first of them, or the default."""
        return next(iter(self.texts(subject, name)), default)

    def subjects(self, name: str) -> Iterator[Term]:
        """All subjects that have a property, sorted."""
        predicate = self.iri(name)
        return (
            s
            for s, properties in sorted(self._by_subject.items(), key=lambda kv: str(kv[0]))
            if predicate in properties
        )

    def instances(self, name: str) -> list[str]:
        """The IRIs of all instances of a class given by its prefixed name, sorted."""
        kind = ox.NamedNode(self.iri(name))
        return [
            s.value
            for s in self.subjects("rdf:type")
            if isinstance(s, ox.NamedNode) and kind in self.objects(s, "rdf:type")
        ]

    @cached_property
    def classes(self) -> dict[str, Class]:
        """All classes by IRI."""
        return {iri: self._class(iri) for iri in self.instances("owl:Class")}

    def _class(self, iri: str) -> Class:
        parents = tuple(self.texts(iri, "rdfs:subClassOf"))
        return Class(
            iri, self.text(iri, "rdfs:label", iri), parents, self.text(iri, "by:color"), self.text(iri, "by:shape")
        )

    @cached_property
    def properties(self) -> dict[str, Property]:
        """All properties by IRI."""
        literal = set(self.instances("owl:DatatypeProperty"))
        return {
            iri: self._property(iri, iri in literal)
            for iri in sorted({*literal, *self.instances("owl:ObjectProperty"), *self.instances("lex:Derived")})
        }

    def _property(self, iri: str, literal: bool) -> Property:
        return Property(
            iri,
            self.text(iri, "rdfs:label", iri),
            tuple(map(self.same_class, self.iris(iri, "rdfs:domain"))),
            tuple(map(self.same_class, self.iris(iri, "rdfs:range"))),
            literal,
            self.text(iri, "owl:inverseOf") or None,
            self.iri("owl:SymmetricProperty") in self.texts(iri, "rdf:type"),
            self.iri("owl:FunctionalProperty") in self.texts(iri, "rdf:type"),
            bool(self.text(iri, "lex:derived")),
        )

    def iris(self, iri: str, name: str) -> list[str]:
        """Objects that have an IRI: a union of classes, or a slip such as a string, is no class of its own."""
        return [o.value for o in self.objects(iri, name) if isinstance(o, ox.NamedNode)]

    def same_class(self, iri: str) -> str:
        """The class itself, or the one that it is declared to be another name of."""
        return self.text(iri, "owl:equivalentClass", iri)

    @cached_property
    def ancestors(self) -> dict[str, frozenset[str]]:
        """Each class with itself and everything above it."""
        return {iri: frozenset(self.upward(iri, "rdfs:subClassOf")) for iri in self.classes}

    def is_a(self, kind: str, *wanted: str) -> bool:
        """Whether a class is one of the wanted ones or below it; no wanted class admits everything."""
        return not wanted or not self.ancestors.get(kind, frozenset({kind})).isdisjoint(wanted)

    def is_sub(self, iri: str, wanted: str) -> bool:
        """Whether a property is another or below it."""
        return wanted in self.upward(iri, "rdfs:subPropertyOf")

    def upward(self, iri: str, name: str) -> list[str]:
        """A term and what lies above it by a property such as `rdfs:subClassOf`, nearest first; a circle ends."""
        found = [iri]
        for term in found:
            found += [above for above in self.texts(term, name) if above not in found]
        return found

    @cached_property
    def trusted_from(self) -> float:
        """The confidence from which a claim is not tentative: what a user's ontology asks for, else what the core does.

        Raises OntologyError where it is no number.
        """
        core = self.iri("by:").removesuffix("#")
        asking = list(self.subjects("by:trustedFrom"))
        theirs = [s for s in asking if s != ox.NamedNode(core)] or asking
        wanted = [o.value for s in theirs for o in self.objects(s, "by:trustedFrom")]
        try:
            found = max(map(float, wanted), default=0.0)
        except ValueError:
            found = -1.0
        if not 0 <= found <= 1:
            raise OntologyError(f"by:trustedFrom {' and '.join(wanted)}: give a number from 0 to 1")
        return found

    @cached_property
    def modalities(self) -> dict[str, Modality]:
        """All modalities by IRI."""
        return {iri: self._modality(iri) for iri in self.instances("skos:Concept") if self._top(iri) is not None}

    def _top(self, iri: str) -> str | None:
        return self.text(self.upward(iri, "skos:broader")[-1], "skos:notation") or None

    def _modality(self, iri: str) -> Modality:
        top = self._top(iri)
        if top not in ("actual", "planned", "possible", "requested"):
            raise OntologyError(
                f"modality {iri} is under none of actual, planned, possible, requested: give it a skos:broader"
            )
        return Modality(iri, self.text(iri, "skos:prefLabel", iri), cast(Top, top))

    def modality(self, name: str) -> Modality:
        """A modality by its prefixed name."""
        return self.modalities[self.iri(name)]


def read_turtle(path: Path) -> tuple[dict[str, str], list[ox.Triple]]:
    """The prefixes and triples of one Turtle file.

    Raises OntologyError where the file is missing or is not Turtle.
    """
    try:
        parser = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        triples = [cast(ox.Triple, quad.triple) for quad in parser]
    except FileNotFoundError as exc:
        raise OntologyError(f"{path}: no such ontology file") from exc
    except (SyntaxError, ValueError, OSError) as exc:
        raise OntologyError(f"{path}: not readable as Turtle: {exc}") from exc
    return dict(parser.prefixes), triples
