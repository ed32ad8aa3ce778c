"""Coverage: each sentence once, with its claims, and with a reason for each verb that gave none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from extractors import SentenceCoverage, cover
from ontology import Reading, load_ontology

GAPS = [
    (
        "Ms Anna Brandt demanded action so that nobody else would suffer.",
        ["suffer: it is not clear who or what is meant by “nobody”"],
    ),
    ("It closed the school in Vale.", ["closed: it is not clear who or what is meant by “It”"]),
    ("It was raining on Friday.", ["raining: it is not clear who or what is meant by “It”"]),
    ("Ms Anna Brandt said nothing.", ["said: it is not clear who or what is meant by “nothing”"]),
    ("Nobody admired Ms Anna Brandt.", ["admired: it is not clear who or what is meant by “Nobody”"]),
    ("Ms Anna Brandt said that Mr Jonas Weiss had sued the council.", []),
    ("Mr Jonas Weiss, she said, had met Ms Anna Brandt.", []),
    ("Ms Anna Brandt refused to meet Mr Jonas Weiss.", []),
    ("No verb here.", []),
]
Cover = Callable[[str], tuple[SentenceCoverage, ...]]


@pytest.fixture(scope="module")
def covered(nlp: Language, reading: Callable[[str], Reading]) -> Cover:
    return lambda text: next(cover([reading(text)], nlp, load_ontology())).sentences


@pytest.mark.parametrize(("text", "gaps"), GAPS, ids=[text for text, _ in GAPS])
def test_what_was_not_read(covered: Cover, text: str, gaps: list[str]) -> None:
    found = [gap for sentence in covered(text) for gap in sentence.gaps]
    assert [f"{gap.verb}: {gap.why}" for gap in found] == gaps
    assert all(text[gap.start : gap.end] == gap.verb for gap in found)


def test_every_claim_is_under_one_sentence(covered: Cover, reading: Callable[[str], Reading]) -> None:
    text = "Ms Anna Brandt, head of Elm Grove School, met Mr Jonas Weiss.\n\n“I left,” she said. It rained all day."
    sentences = covered(text)
    assert [c for s in sentences for c in s.claims] == list(reading(text).claims)
    assert " ".join(s.text for s in sentences) == " ".join(text.split())
    assert all(len(s.gaps) <= s.verbs for s in sentences)


def test_no_article_no_coverage(nlp: Language) -> None:
    assert list(cover([], nlp, load_ontology())) == []
