"""What follows from the plain facts by OWL: inverse, symmetric, equivalent and broader properties, in a graph apart.

The rules are prp-inv1, prp-inv2, prp-symp, prp-eqp1, prp-eqp2 and prp-spo1 of OWL 2 RL (https://www.w3.org/TR/owl2-profiles/,
section 4.3). Each takes one fact: nothing follows from two, and nothing from a claim that is no plain fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import pyoxigraph as ox

from graph.facts import facts_iri
from graph.rdf import Triples, quads_in
from graph.terms import node, term
from ontology import Ontology

__all__ = ["infer", "inferred_iri", "is_inferred"]

_Triple = tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]
_Rules = Mapping[str, set[tuple[str, bool]]]  # by property: what else holds, and whether with the ends turned round


def inferred_iri(base: str) -> str:
    """The name of the graph of what is inferred."""
    return f"{base}inferred"


def is_inferred(quads: Iterable[ox.Quad], base: str) -> bool:
    """Whether a dataset keeps what follows from its facts."""
    name = node(inferred_iri(base))
    return any(quad.graph_name == name for quad in quads)


def infer(facts: Iterable[ox.Quad], ontology: Ontology, base: str) -> list[ox.Quad]:
    """The graph of what follows from the facts graph and is not in it, with a note of where it comes from.

    Of other graphs among the quads nothing is taken.
    """
    stated = {_triple(q) for q in facts if q.graph_name == node(facts_iri(base))}
    rules = _rules(ontology)
    found: set[_Triple] = set()
    waiting = list(stated)
    while waiting:
        fresh = {*_follow(waiting.pop(), rules)} - stated - found
        found |= fresh
        waiting += fresh
    return quads_in(inferred_iri(base), [*_note(base), *((s, ox.NamedNode(p), o) for s, p, o in found)])


def _triple(quad: ox.Quad) -> _Triple:
    return cast(ox.NamedNode, quad.subject), quad.predicate.value, cast("ox.NamedNode | ox.Literal", quad.object)


def _rules(ontology: Ontology) -> _Rules:
    rules: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for iri, known in ontology.properties.items():
        if known.symmetric:
            rules[iri].add((iri, True))
        for above in ontology.named(iri, "rdfs:subPropertyOf"):
            rules[iri].add((above.value, False))
        for name, turned in (("owl:inverseOf", True), ("owl:equivalentProperty", False)):
            for other in ontology.named(iri, name):
                rules[iri].add((other.value, turned))
                rules[other.value].add((iri, turned))
    return rules


def _follow(triple: _Triple, rules: _Rules) -> Iterator[_Triple]:
    subject, predicate, object_ = triple
    for other, turned in rules.get(predicate, ()):
        if not turned:
            yield subject, other, object_
        elif isinstance(object_, ox.NamedNode):
            yield object_, other, subject


def _note(base: str) -> Triples:
    this, activity, facts = node(inferred_iri(base)), node(f"{base}inference"), node(facts_iri(base))
    yield this, "rdf:type", term("prov:Entity")
    yield this, "prov:wasDerivedFrom", facts
    yield this, "prov:wasGeneratedBy", activity
    yield activity, "rdf:type", term("prov:Activity")
    yield activity, "rdfs:label", ox.Literal("inference")
    yield activity, "prov:used", facts
