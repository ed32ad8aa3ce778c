"""Text to claims: one file per idea, each a function of what the steps before it found."""

from extractors.articles import read_article
from extractors.contradictions import Contradiction, find_contradictions
from extractors.coverage import ArticleCoverage, SentenceCoverage, cover
from extractors.pipeline import MODEL, create_byline, discourse_of, load_pipeline, read, read_doc
from extractors.workers import read_in_parallel

__all__ = [
    "MODEL",
    "ArticleCoverage",
    "Contradiction",
    "SentenceCoverage",
    "cover",
    "create_byline",
    "discourse_of",
    "find_contradictions",
    "load_pipeline",
    "read",
    "read_article",
    "read_doc",
    "read_in_parallel",
]
