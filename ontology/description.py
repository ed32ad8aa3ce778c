"""One term in Turtle: what a server answers when somebody follows the term's IRI."""

from __future__ import annotations

import re

import pyoxigraph as ox

from ontology.errors import OntologyError
from ontology.vocabulary import Ontology, Term

__all__ = ["anchor", "describe_term", "short_name"]

_LOCAL = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)


def short_name(ontology: Ontology, iri: str) -> str:
    """The prefixed name of an IRI, by the longest namespace that it lies in, else the IRI in angle brackets."""
    found = [(space, name) for name, space in ontology.prefixes.items() if name and iri.startswith(space)]
    space, name = max(found, default=("", ""), key=lambda pair: (len(pair[0]), pair[1]))
    local = iri.removeprefix(space)
    return f"{name}:{local}" if space and _LOCAL.fullmatch(local) else f"<{iri}>"


def anchor(ontology: Ontology, iri: str) -> str:
    """Where a term stands on the page of the ontology: by the fragment of its IRI if it is ours, else by its name."""
    own = ontology.iri("by:")
    return iri.removeprefix(own) if iri.startswith(own) else re.sub(r"[^\w.-]+", "-", short_name(ontology, iri))


def describe_term(ontology: Ontology, iri: str) -> str:
    """A Turtle document with all that the ontology says of a term, its wordings among it, and where it is defined.

    Raises OntologyError where it says nothing.
    """
    writer = _Writer(ontology)
    body = writer.properties(ox.NamedNode(iri), "    ") if _is_iri(iri) else ""
    if not body:
        raise OntologyError(f"the ontology says nothing of <{iri}>: see the terms that `byline ontology docs` lists")
    home = ontology.iri("by:").removesuffix("#")
    if iri.startswith((ontology.iri("by:"), ontology.iri("lex:"))):
        body += f" ;\n    {writer.name(ontology.iri('rdfs:isDefinedBy'))} <{home}>"
    subject = writer.name(iri)
    head = "".join(f"@prefix {name}: <{ontology.prefixes[name]}> .\n" for name in sorted(writer.prefixes))
    return f"{head}\n{subject} {body} .\n"


def _is_iri(iri: str) -> bool:
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return True


class _Writer:
    """Turtle with its blank nodes in brackets, in an order that does not depend on their names."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.open: set[Term] = set()
        self.prefixes: set[str] = set()

    def name(self, iri: str) -> str:
        """An IRI as short as it can be written; its prefix is noted."""
        short = short_name(self.ontology, iri)
        if not short.startswith("<"):
            self.prefixes.add(short.partition(":")[0])
        return short

    def properties(self, subject: Term, indent: str) -> str:
        """The predicates and objects of a subject, its type first; empty where it has none, or is being written."""
        if subject in self.open:
            return ""
        self.open.add(subject)
        kind = self.ontology.iri("rdf:type")
        found = sorted(self.ontology.about(subject).items(), key=lambda pair: (pair[0] != kind, pair[0]))
        lines = [f"{'a' if p == kind else self.name(p)} {self.objects(objects, indent)}" for p, objects in found]
        self.open.discard(subject)
        return f" ;\n{indent}".join(lines)

    def objects(self, objects: list[Term], indent: str) -> str:
        """The objects of one predicate, sorted as they are written."""
        return " , ".join(sorted(self.node(o, f"{indent}    ") for o in objects))

    def node(self, node: Term, indent: str) -> str:
        if isinstance(node, ox.NamedNode):
            return self.name(node.value)
        if isinstance(node, ox.Literal):
            return str(node)
        return f"[ {self.properties(node, indent)} ]"
