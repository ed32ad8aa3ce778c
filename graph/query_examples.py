"""The named queries as others publish theirs: SHACL executables in Turtle, which SPARQL editors list and run."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox

from graph.queries import NamedQuery, named_queries
from graph.terms import node, prefixes, term
from graph.turtle import serialize_prefixed
from ontology import BASE

__all__ = ["serialize_examples"]

# What each form is called in SHACL Advanced Features (section 5) and in the vocabulary of SIB's sparql-examples.
_FORMS = {
    "SELECT": ("sh:SPARQLSelectExecutable", "sh:select"),
    "CONSTRUCT": ("sh:SPARQLConstructExecutable", "sh:construct"),
    "ASK": ("sh:SPARQLAskExecutable", "sh:ask"),
}


def serialize_examples(base: str = BASE, endpoint: str | None = None) -> str:
    """Every named query as a `sh:SPARQLExecutable`: title, question, keywords, its text, and where to ask it.

    `endpoint` is the IRI of a SPARQL endpoint, which an editor then offers the queries for.
    """
    triples = [t for query in named_queries().values() for t in _example(query, base, endpoint)]
    return serialize_prefixed([*triples, *_declared(base)], ox.RdfFormat.TURTLE, prefixes(), base)


def _example(query: NamedQuery, base: str, endpoint: str | None) -> Iterator[ox.Triple]:
    this, text = node(f"{base}query/{query.name}"), _without_header(query.sparql)
    kind, link = _FORMS[next(word for word in text.split() if word in _FORMS)]
    yield ox.Triple(this, term("rdf:type"), term("sh:SPARQLExecutable"))
    yield ox.Triple(this, term("rdf:type"), term(kind))
    yield ox.Triple(this, term("rdfs:label"), ox.Literal(query.title, language="en"))
    yield ox.Triple(this, term("rdfs:comment"), ox.Literal(query.question, language="en"))
    for keyword in query.keywords:
        yield ox.Triple(this, term("schema:keywords"), ox.Literal(keyword))
    yield ox.Triple(this, term("sh:prefixes"), _declarations(base))
    yield ox.Triple(this, term(link), ox.Literal(text))
    if endpoint:
        yield ox.Triple(this, term("schema:target"), node(endpoint))


def _without_header(sparql: str) -> str:
    return "".join(line for line in sparql.splitlines(keepends=True) if not line.startswith("#+")).lstrip()


def _declarations(base: str) -> ox.NamedNode:
    return node(f"{base}query/prefixes")


def _declared(base: str) -> Iterator[ox.Triple]:
    for name, iri in prefixes().items():
        this = node(f"{base}query/prefixes/{quote(name)}")
        yield ox.Triple(_declarations(base), term("sh:declare"), this)
        yield ox.Triple(this, term("sh:prefix"), ox.Literal(name))
        yield ox.Triple(this, term("sh:namespace"), ox.Literal(iri, datatype=term("xsd:anyURI")))
