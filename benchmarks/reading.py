"""Reading for the measurements: texts as the pipeline itself parses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extractors.pipeline import load_pipeline
from extractors.repairs import repair
from extractors.stand_ins import parse
from ontology import Lexicon, load_ontology

__all__ = ["read_lexicon", "read_texts"]


def read_lexicon() -> Lexicon:
    """The lexicon of the shipped ontology."""
    return Lexicon(load_ontology())


def read_texts(texts: Iterable[str], lexicon: Lexicon) -> Iterator[Doc]:
    """Each text parsed and mended."""
    for doc in parse(texts, load_pipeline(), lexicon):
        yield repair(doc, lexicon)
