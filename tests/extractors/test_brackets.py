"""Brackets behind a name: birth and death. A row is a sentence, then (property, value)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.brackets import bracket_drafts
from extractors.coreference import Discourse
from extractors.referents import Referent

ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    ("Anna Brandt (born 3 May 1961) is a painter.", [("birthDate", "1961-05-03")]),
    ("Anna Brandt (born 1961 in Norway) is a painter.", [("birthDate", "1961"), ("birthPlace", "Norway")]),
    ("Anna Brandt (1899–1980) was a painter.", [("birthDate", "1899"), ("deathDate", "1980")]),
    (
        "Anna Brandt (3 May 1899 – 4 June 1980) was a painter.",
        [("birthDate", "1899-05-03"), ("deathDate", "1980-06-04")],
    ),
    ("Anna Brandt (died 4 June 1980) was a painter.", [("deathDate", "1980-06-04")]),
    ("Anna Brandt (42) is a painter.", []),
    ("Anna Brandt (the painter) left in 1980.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_brackets(discourse: Callable[[str], Discourse], text: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (d.relation.label, d.object.name if isinstance(d.object, Referent) else d.object.value)
        for d in bracket_drafts(discourse(text))
    ]
    assert found == expected
