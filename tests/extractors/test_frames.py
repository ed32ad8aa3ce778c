"""Frames: which wording of the lexicon a verb stands in; the longest wins."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.frames import complement_of, matching_frames, role_frames
from ontology import Lexicon

WORDINGS = [
    ("The union called on ministers.", "called", "call on"),
    ("Anna Brandt took part in the march.", "took", "take part in"),
    ("Clara Holm took her own life.", "took", "take own life"),
    ("The council shut down the school.", "shut", "shut down"),
    ("The bank bought the newspaper.", "bought", "buy"),
]


@pytest.mark.parametrize(("text", "verb", "wording"), WORDINGS, ids=[t for t, *_ in WORDINGS])
def test_the_longest_wording_comes_first(
    parsed: Callable[[str], Doc], lexicon: Lexicon, text: str, verb: str, wording: str
) -> None:
    token = next(t for t in parsed(text) if t.text == verb)
    assert matching_frames(lexicon, token)[0].wording == wording


ROLES = [
    ("The head teacher left.", "teacher", "head teacher"),
    ("A former wife left.", "wife", "former wife"),
]


@pytest.mark.parametrize(("text", "noun", "wording"), ROLES, ids=[t for t, *_ in ROLES])
def test_roles(parsed: Callable[[str], Doc], lexicon: Lexicon, text: str, noun: str, wording: str) -> None:
    token = next(t for t in parsed(text) if t.text == noun)
    assert {f.wording for f in role_frames(lexicon, token)} == {wording}


COMPLEMENTS = [
    ("The union said that it was over.", "said", False, "lex:said"),
    ("The union told them that it was over.", "told", False, "lex:said"),
    ("The union told them to leave.", "told", True, "by:requested"),
    ("The union refused to leave.", "refused", True, "lex:refused"),
    ("The union failed to leave.", "failed", True, "lex:denied"),
    ("The union managed to leave.", "managed", True, "lex:implied"),
    ("The union plans to leave.", "plans", True, "by:committed"),
]


@pytest.mark.parametrize(("text", "verb", "infinitive", "effect"), COMPLEMENTS, ids=[t for t, *_ in COMPLEMENTS])
def test_what_a_verb_does_to_its_clause(
    parsed: Callable[[str], Doc], lexicon: Lexicon, text: str, verb: str, infinitive: bool, effect: str
) -> None:
    token = next(t for t in parsed(text) if t.text == verb)
    assert complement_of(lexicon, token, "", infinitive=infinitive) == lexicon.ontology.iri(effect)
