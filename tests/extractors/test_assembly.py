"""Assembly: what a finished claim carries beside its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology import Reading

WHY = [
    (
        "Anna Brandt entered talks.",
        "enter",
        "entered, Anna Brandt >nsubj, talks >dobj; not travelsTo: talks is no whereabouts",
    ),
    ("Anna Brandt sued the mayor.", "sues", "sued, Anna Brandt >nsubj, mayor >dobj"),
    ("Anna Brandt wants to sue the mayor.", "sues", "sue, Anna Brandt <xcomp >nsubj, mayor >dobj"),
]


@pytest.mark.parametrize(("text", "relation", "why"), WHY)
def test_why_gives_words_and_paths(reading: Callable[[str], Reading], text: str, relation: str, why: str) -> None:
    assert [c.why for c in reading(text).claims if c.relation.label == relation] == [why]
