"""Introductions: "the minister" is whom the text has presented as minister, and no other minister."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.coreference import Discourse

# (text, the last token of a phrase, the name of whom it means)
MEANT = [
    ("They met a property developer. The developer, Jonas Weiss, sued. Mr Weiss left.", "developer", "Jonas Weiss"),
    ("President Anna Brandt met Jonas Weiss. The President left.", "President", "Anna Brandt"),
    ("Mayor Anna Brandt met Jonas Weiss. The mayor left.", "mayor", "Anna Brandt"),
    ("Police met Jonas Weiss, a 14-year-old boy from Bergen. The boy left.", "boy", "Jonas Weiss"),
    ("Bergen student Jonas Weiss sued the council. The student left.", "student", "Jonas Weiss"),
    ("Anna Brandt, the foreign minister, met Jonas Weiss. The prime minister left.", "minister", "prime minister"),
    ("Anna Brandt, the foreign minister, met Jonas Weiss. The foreign minister left.", "minister", "Anna Brandt"),
    (
        "Foreign Minister Anna Brandt met Prime Minister Ruth Holm. The foreign minister left.",
        "minister",
        "Anna Brandt",
    ),
    ("Former President Anna Brandt met Jonas Weiss. The president left.", "president", "president"),
    ("Anna Brandt, the former president, met Jonas Weiss. The president left.", "president", "president"),
    ("Mayor Anna Brandt met Mayor Ruth Holm. A mayor left.", "mayor", "mayor"),
    ("The object of her admiration, Jonas Weiss, sued the council. He left.", "object", "Jonas Weiss"),
]


@pytest.mark.parametrize(("text", "noun", "expected"), MEANT, ids=[t for t, _, _ in MEANT])
def test_who_is_meant(discourse: Callable[[str], Discourse], text: str, noun: str, expected: str) -> None:
    read = discourse(text)
    referent = read.referent([t for t in read.doc if t.text == noun][-1])
    assert referent is not None
    assert referent.name == expected


# (text, the team that a last "they" or "team" means)
TOPICS = [
    (
        "The Bergen team won. The team came by sea. The team ran.\n\nThe Oslo team won too.\n\nThe team left.",
        "Bergen team",
    ),
    ("The Bergen team won. The team came by sea. The Oslo team won too. The team left.", "Oslo team"),
]


@pytest.mark.parametrize(("text", "expected"), TOPICS, ids=[t for t, _ in TOPICS])
def test_the_team_is_the_one_the_text_is_about(discourse: Callable[[str], Discourse], text: str, expected: str) -> None:
    read = discourse(text)
    referent = read.referent([t for t in read.doc if t.text == "team"][-1])
    assert referent is not None
    assert referent.name == expected
