"""Likely gender: what a given name, or a noun beside it, suggests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.coreference import Discourse
from extractors.likely_gender import is_given_name, likely_gender
from ontology import Lexicon, load_ontology

_EMPTY = Doc(Vocab())
_LEXICON = Lexicon(load_ontology())

ROWS = [
    ("Anna Brandt left.", "Feminine"),
    ("Jonas Brandt left.", "Masculine"),
    ("Inés Brandt, a nurse, left.", "Feminine"),
    ("Kim Brandt left.", ""),
    ("Xqz Brandt left.", ""),
    ("Kim Brandt, a pharmacist and mother of two, left.", "Feminine"),
    ("The nurse met her brother, Kim Brandt.", "Masculine"),
]


@pytest.mark.parametrize(("text", "gender"), ROWS, ids=[t for t, _ in ROWS])
def test_likely_gender(discourse: Callable[[str], Discourse], text: str, gender: str) -> None:
    read = discourse(text)
    brandt = next(r for r in read.referents if r.name.endswith("Brandt"))
    assert brandt.likely_gender == (read.lexicon.ontology.iri(f"by:{gender}") if gender else "")


@given(st.text(min_size=1))
def test_a_surname_alone_tells_no_gender(word: str) -> None:
    assert likely_gender(_EMPTY, "".join(word.split()), [], _LEXICON) == ""
    assert is_given_name(word) == is_given_name(f" {word.upper().lower()} ")
