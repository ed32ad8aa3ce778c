"""Several articles at a time: each process loads the pipeline once; the readings come in the order of the articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING

from extractors.pipeline import load_pipeline, read
from ontology import BASE, Article, Ontology, Reading

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["read_in_parallel"]

# What a process was started with, so that nothing of it travels with each article.
_started: list[tuple[Language, Ontology]] = []


def read_in_parallel(
    articles: Iterable[Article], model: str | None, ontology: Ontology, base: str = BASE, *, workers: int
) -> Iterator[Reading]:
    """The same readings as `read` gives, made by several processes.

    Raises ModelError where there is no such pipeline.
    """
    load_pipeline(model)  # A process that finds none would only break the pool.
    # A fork would copy the threads of whatever is loaded here in the middle of their work.
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start, (model, ontology)) as pool:
        yield from pool.map(partial(_read_one, base=base), articles)


def _start(model: str | None, ontology: Ontology) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    _started.append((load_pipeline(model), ontology))


def _end_with_parent() -> None:
    """A killed parent closes no queue: its workers would wait for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _read_one(article: Article, base: str) -> Reading:
    nlp, ontology = _started[0]
    (reading,) = read([article], nlp, ontology, base)
    return reading
