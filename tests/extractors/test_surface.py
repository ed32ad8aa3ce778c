"""Surface triples: what each clause says in the words of the text. A row is a sentence, then its triples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.coreference import Discourse
from extractors.surface import surface_triples

ROWS: list[tuple[str, ...]] = [
    ("The council closed the school.", "The council | closed | the school"),
    (
        "The council closed the school in 1986.",
        "The council | closed | the school",
        "The council | closed the school in | 1986",
    ),
    ("The school was closed by the council.", "The school | was closed by | the council"),
    (
        "The nurse became the head of the clinic.",
        "The nurse | became | the head of the clinic",
        "The nurse | became the head of | the clinic",
    ),
    (
        "The council sold books and maps.",
        "The council | sold | books",
        "The council | sold | maps",
    ),
    ("The soup was rich in salt.", "The soup | was rich in | salt"),
    ("The nurse wanted to sell the house.", "The nurse | wanted to sell | the house"),
    ("The nurse was able to sell the house.", "The nurse | was able to sell | the house"),
    (
        "The bread was cut and sold to the guests.",
        "The bread | was sold to | the guests",
    ),
    (
        "The nurse left after selling the house.",
        "The nurse | left after selling | the house",
        "The nurse | selling | the house",
    ),
    (
        "The council said that the bridge was safe.",
        "The council | said | the bridge was safe",
        "the bridge | was | safe",
    ),
    (
        "The bridge, which crosses the river, was closed on Monday.",
        "The bridge | crosses | the river",
        "The bridge | was closed on | Monday",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_surface_triples(discourse: Callable[[str], Discourse], row: tuple[str, ...]) -> None:
    text, *expected = row
    assert [" | ".join(t.texts()) for t in surface_triples(discourse(text))] == expected


def test_the_owner_of_a_thing_is_no_triple_of_its_own(discourse: Callable[[str], Discourse]) -> None:
    assert not list(surface_triples(discourse("The nurse's house. Her brother, a baker.")))
