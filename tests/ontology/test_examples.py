"""Each property's own example sentence is read back as a claim of that property."""

from __future__ import annotations

import datetime as dt

from extractors import load_pipeline, read
from ontology import Article, load_ontology


def test_examples_are_found() -> None:
    ontology = load_ontology()
    known = list(ontology.properties.values())
    day = dt.date(2020, 6, 1)
    articles = [Article(f"urn:{p.label}", "", ontology.text(p.iri, "skos:example"), day) for p in known]
    readings = read(articles, load_pipeline(), ontology)
    missed = {p.label for p, r in zip(known, readings, strict=True) if p.iri not in {c.relation.iri for c in r.claims}}
    assert missed == set()
