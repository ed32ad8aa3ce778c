"""Names with a number in them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractors.numbered_names import find_numbered, find_series

CASES = [
    ("He won 175 Northern League titles.", set()),
    ("She flew on Harbour 9 in May.", {"Harbour 9"}),
    ("The asteroid 103 Larsena is small.", {"103 Larsena"}),
    ("(4711) 1987 QA has a mass of 4 kilograms.", {"(4711) 1987 QA"}),
    ("Oskar VII of Norway opened it.", {"Oskar VII of Norway"}),
    ("Jonas Weiss, Jr. came.", {"Jonas Weiss, Jr."}),
    ("1634: The Blue War is a novel.", {"1634: The Blue War"}),
    ("In May 3 people came.", set()),
]


@pytest.mark.parametrize(("text", "names"), CASES, ids=[c[0] for c in CASES])
def test_names(nlp: Language, text: str, names: set[str]) -> None:
    assert {span.text for span in find_numbered(nlp(text))} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("His sons are in Year 10.", {"Year 10"}),
        ("She waited at Gate 12.", {"Gate 12"}),
        ("In the year 10 men came.", set()),
    ],
)
def test_what_is_nothing_without_its_number(nlp: Language, text: str, names: set[str]) -> None:
    assert {span.text for span in find_series(nlp(text))} == names
