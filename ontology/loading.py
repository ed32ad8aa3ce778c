"""Loading: the core modules and the user's own files as one ontology, with words for what has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from ontology.derived import derive
from ontology.errors import OntologyError
from ontology.vocabulary import CORE, Ontology, Term, read_turtle

__all__ = ["load_ontology"]


@cache
def load_ontology(extra: tuple[Path, ...] = (), core: Path = CORE) -> Ontology:
    """The core modules and the user's own files, as one ontology; `core` is a folder with other modules instead."""
    paths = (*sorted(core.glob("*.ttl")), *extra)
    prefixes: dict[str, str] = {}
    triples: set[tuple[Term, str, Term]] = set()
    own: set[str] = set()
    for path in paths:
        declared, found = read_turtle(path)
        prefixes |= declared
        plain = list(_plain(found))
        triples.update(plain)
        own |= {s.value for s, _, _ in plain if isinstance(s, ox.NamedNode)} if path in extra else set()
    ontology = Ontology(paths, prefixes, frozenset(triples))
    return replace(ontology, triples=ontology.triples.union(derive(ontology, own))) if extra else ontology


def _plain(triples: Iterable[ox.Triple]) -> Iterator[tuple[Term, str, Term]]:
    for triple in triples:
        if isinstance(triple.subject, ox.Triple) or isinstance(triple.object, ox.Triple):
            raise OntologyError("an ontology file holds a triple term: Byline reads RDF 1.1")
        yield triple.subject, triple.predicate.value, triple.object
