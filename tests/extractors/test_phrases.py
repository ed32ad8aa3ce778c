"""Phrases: noun phrases and their members, read off the tree."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.phrases import conjuncts, governor, noun_phrase, preposition_objects, words

PHRASES = [
    ("The new head of the school left early.", "head", "The new head", "The new head of the school"),
    ("The three old trees in the park fell.", "trees", "The three old trees", "The three old trees in the park"),
    ("A plan, which failed, was made.", "plan", "A plan", "A plan"),
    (
        "The genres of fiction, horror and comics sold well.",
        "genres",
        "The genres",
        "The genres of fiction, horror and comics",
    ),
]


@pytest.mark.parametrize(("text", "head", "short", "full"), PHRASES, ids=[t for t, *_ in PHRASES])
def test_noun_phrases(parsed: Callable[[str], Doc], text: str, head: str, short: str, full: str) -> None:
    token = next(t for t in parsed(text) if t.text == head)
    assert (words(noun_phrase(token)), words(noun_phrase(token, full=True))) == (short, full)


def test_every_member_of_a_coordination_has_the_first_for_its_governor(parsed: Callable[[str], Doc]) -> None:
    doc = parsed("Nurses, teachers and drivers left.")
    members = conjuncts(doc[0])
    assert [t.text for t in members] == ["Nurses", "teachers", "drivers"]
    assert {governor(t).text for t in members} == {"Nurses"}


def test_prepositions_come_with_their_objects(parsed: Callable[[str], Doc]) -> None:
    doc = parsed("The union spoke to ministers on Friday.")
    verb = next(t for t in doc if t.text == "spoke")
    assert [(p, o.text) for p, o in preposition_objects(verb)] == [("to", "ministers"), ("on", "Friday")]
