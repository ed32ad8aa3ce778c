"""Kin: who "his daughter", "the child" and "her parents" are, once the article has named the family."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.coreference import Discourse

PAIR = "Peter Holm and his wife Anna Holm live in Oslo. "

# (text, a noun of it, the name of whom its last mention means)
MEANT = [
    ("Peter Holm took his daughter Clara Holm to Oslo. The daughter slept.", "daughter", "Clara Holm"),
    (PAIR + "Their child, Clara Holm, fell ill. Peter Holm washed his daughter.", "daughter", "Clara Holm"),
    (PAIR + "Their child, Clara Holm, fell ill. The child died.", "child", "Clara Holm"),
    (PAIR + "Their child, Clara Holm, fell ill. Clara Holm saw her parents.", "parents", "Peter Holm and Anna Holm"),
    (PAIR + "Their child, Clara Holm, fell ill. Clara Holm saw her mother.", "mother", "Anna Holm"),
    ("Clara Holm met her father. Her father loves his daughter.", "daughter", "Clara Holm"),
    # Two daughters are two, and a child of nobody known is no kin.
    ("Peter Holm met his daughter Clara Holm and his daughter Ruth Holm. The child left.", "child", "child"),
    ("Peter Holm met his son Jonas Holm. Peter Holm washed his daughter.", "daughter", "Peter Holm’s daughter"),
    ("Peter Holm met Clara Holm. The child died.", "child", "child"),
    ("Clara Holm met her sister. Her sister met a daughter.", "daughter", "daughter"),
]


@pytest.mark.parametrize(("text", "noun", "expected"), MEANT, ids=[t for t, _, _ in MEANT])
def test_who_is_kin(discourse: Callable[[str], Discourse], text: str, noun: str, expected: str) -> None:
    read = discourse(text)
    last = [t for t in read.doc if t.text == noun][-1]
    referent = read.referent(last)
    assert referent is not None
    assert referent.name == expected
