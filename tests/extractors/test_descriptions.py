"""Descriptions: what a noun phrase without a name is called, whose it is, and when it is the one of before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.coreference import Discourse
from extractors.descriptions import is_plural, is_predicate

Check = Callable[..., None]

# (text, the names of those spoken of without a name)
NAMED = [
    ("The previous election was long. The election ended.", ["previous election", "election"]),
    ("The Muslims left. The group came back.", ["group"]),
    ("The council met Anna Brandt.", ["council"]),
    ("The council left. The council came back.", ["council"]),
    ("The council left. Another council came.", ["council", "council"]),
    ("The new council left. The old council came.", ["new council", "old council"]),
    ("Anna Brandt’s sister met Clara Holm’s sister.", ["Anna Brandt’s sister", "Clara Holm’s sister"]),
    ("Anna Brandt met her sister. The sister left.", ["Anna Brandt’s sister"]),
    ("Two workers met three workers.", ["Two workers", "three workers"]),
    ("Staff at the school met parents.", ["Staff", "school", "parents"]),
    ("Anna Brandt is a teacher.", []),
    ("Anna Brandt worked as a teacher.", []),
    ("No teacher left.", []),
    ("The Sefton Velodrome opened. The velodrome is old.", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[t for t, _ in NAMED])
def test_who_is_spoken_of(discourse: Callable[[str], Discourse], text: str, expected: list[str]) -> None:
    assert [r.name for r in discourse(text).referents if not r.named] == expected


def test_a_predicate_is_nobody(discourse: Callable[[str], Discourse]) -> None:
    doc = discourse("Anna Brandt is a teacher and met a nurse.").doc
    assert [t.text for t in doc if t.pos_ == "NOUN" and is_predicate(t)] == ["teacher"]


def test_plurals(discourse: Callable[[str], Discourse]) -> None:
    doc = discourse("A nurse and two teachers met one worker and three.").doc
    assert [t.text for t in doc if (t.pos_ == "NOUN" or t.tag_ == "CD") and is_plural(t)] == [
        "two",
        "teachers",
        "three",
    ]
