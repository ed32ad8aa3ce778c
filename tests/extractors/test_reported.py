"""Reported content: who is the voice of which words. A row is a text, then (source, cue, what is said)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.coreference import Discourse
from extractors.reported import attributions

ROWS = [
    ("Anna Brandt said the plan was bad.", ("Anna Brandt", "said", "the plan was bad")),
    ("The plan was bad, Anna Brandt said.", ("Anna Brandt", "said", "The plan was bad")),
    ("According to Anna Brandt, the plan was bad.", ("Anna Brandt", "According", "the plan was bad")),
    ("Anna Brandt wants to leave.", ("Anna Brandt", "wants", "to leave")),
    ("It was said that the plan was bad.", ("", "said", "that the plan was bad")),
    ("Anna Brandt left.",),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_attributions(
    discourse: Callable[[str], Discourse], row: tuple[str, *tuple[tuple[str, str, str], ...]]
) -> None:
    text, *expected = row
    doc = discourse(text).doc
    found = [
        (
            doc[a.source].text if a.source is not None else "",
            doc[a.cue].text,
            " ".join(doc[i].text for i in sorted(a.content) if not doc[i].is_punct),
        )
        for a in attributions(discourse(text))
    ]
    assert found == expected


def test_a_cue_inside_a_quotation_is_nested(discourse: Callable[[str], Discourse]) -> None:
    found = {a.cue: a.nested for a in attributions(discourse("“Jonas Weiss says it is over,” said Anna Brandt."))}
    assert sorted(found.values()) == [False, True]
