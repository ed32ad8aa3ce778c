"""Who says it, set between commas in the middle of a clause: the clause stays whole and has its source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractors.stand_ins import parse
from ontology import Lexicon
from tests.extractors.conftest import Check

ASIDES: list[tuple[str, ...]] = [
    ("The ferry was, officials say, sold twice.", "ferry | be sold | sold twice | asserted | officials"),
    ("The ferry was, say officials, sold twice.", "ferry | be sold | sold twice | asserted | officials"),
    ("The firm will, analysts believe, sell its mill.", "firm | sells | firm’s mill | planned | analysts"),
    (
        "Rats are known to carry the fever, and might, the doctors fear, bite children too.",
        "Rats | bite | children | possible | doctors",
        "never doctors | fear | *",
        "never doctors | bite | *",
    ),
    (
        "Reports that the mill has been sold are, Anna Brandt insists, “rubbish”.",
        "never mill | be sold | * | asserted*",
    ),
    ("If the rain stops, he said, the match will go on.", "rain | stop | stops | possible*", "never If*"),
    (
        "Anna Brandt, who left school early and went on to teach, she reckons, half the town, chairs the club.",
        "Anna Brandt | leads | club",
    ),
    (
        "Anna Brandt was kind and, the clerks say, she was a thief.",
        "Anna Brandt | describedAs | kind",
        "Anna Brandt | describedAs | thief | asserted | clerks",
    ),
    ("The stake, one said, amounted to a fifth.", "stake | amount to | fifth | asserted | unnamed source"),
]


@pytest.mark.parametrize("row", ASIDES, ids=[row[0] for row in ASIDES])
def test_asides(check: Check, row: tuple[str, ...]) -> None:
    check(*row)


BRACKETS: list[tuple[str, ...]] = [
    (
        "Anna Brandt (born Anna Weiss; 9 May 1959), sometimes known as Anna Bee, is a lawyer who has led the Elm Club.",
        "Anna Brandt | alternateName | Anna Bee",
        "Anna Brandt | leads | Elm Club",
        "Anna Brandt | birthDate | 1959-05-09",
    ),
    (
        "Anna Brandt (Norwegian: Ana Brant), is a lawyer who has led the Elm Club.",
        "Anna Brandt | jobTitle | lawyer",
        "Anna Brandt | leads | Elm Club",
    ),
    ("The Elm Club (founded in 1910 by Jonas Weiss) has sued Anna Brandt.", "Elm Club | sues | Anna Brandt"),
    (
        "Elm Hill is 40 metres (130 feet) high and overlooks Bergen.",
        "Elm Hill | describedAs | 40 metres (130 feet) high",
    ),
]


@pytest.mark.parametrize("row", BRACKETS, ids=[row[0] for row in BRACKETS])
def test_brackets(check: Check, row: tuple[str, ...]) -> None:
    check(*row)


WORDS = st.sampled_from(
    [
        "(",
        ")",
        "known",
        "as",
        "is",
        "5",
        "feet",
        "he",
        "said",
        ",",
        ".",
        "“",
        "”",
        "Anna",
        "the",
        "police",
        "say",
        "if",
        "rain",
        "\n",
        "falls",
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=14))
def test_no_word_is_lost(nlp: Language, lexicon: Lexicon, words: list[str]) -> None:
    text = " ".join(words)
    doc: Doc = next(parse([text], nlp, lexicon))
    assert doc.text == text
    assert all(len(list(token.ancestors)) < len(doc) for token in doc)
