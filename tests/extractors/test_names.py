"""Names: which two strings can be one name, and which only look alike."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extractors.coreference import Discourse
from extractors.names import find_spelt_out, is_acronym_of, is_misspelling, is_short_form, is_short_person

PERSONS = [
    ("Brandt", "Anna Brandt", True),
    ("Anna", "Anna Brandt", True),
    ("Anna Brandt", "Anna Brandt", True),
    ("anna brandt", "Anna Brandt", True),
    ("Anna Brandt", "Anna Maria Brandt", True),
    ("Maria Brandt", "Anna Maria Brandt", True),
    ("de Vries", "Pieter de Vries", True),
    ("Anna Brandt", "Brandt", False),
    ("Maria", "Anna Maria Brandt", False),
    ("Anna Holm", "Anna Brandt", False),
    ("Clara Brandt", "Anna Brandt", False),
    ("Bran", "Anna Brandt", False),
    ("A", "A Brandt", False),
    ("", "Anna Brandt", False),
    ("Ines Brandt", "Inés Carolina Brandt Soto", True),
    ("Ines Soto", "Inés Brandt", False),
]

BODIES = [
    ("Fishing Board", "National Fishing Board", True),
    ("National Fishing", "National Fishing Board", True),
    ("the Fishing Board", "National Fishing Board", True),
    ("Elm Grove", "Elm Grove School", True),
    ("National Fishing Board", "Fishing Board", False),
    ("North Zembla", "South Zembla", False),
    ("Zembla", "South Zembla", False),
    ("National", "National Fishing Board", False),
    ("National Board", "National Fishing Board", False),
    ("Bank of the", "Bank of the North", False),
    ("Labour Party", "Liberal Party", False),
    ("Harbour Browser", "Harbour Browser 6", False),
    ("Browser 6", "Harbour Browser 6", True),
]

ACRONYMS = [
    ("NFB", "National Fishing Board", True),
    ("N.F.B.", "National Fishing Board", True),
    ("BN", "Bank of the North", True),
    ("DFE", "Department for Education", True),
    ("DfE", "Department for Education", True),
    ("MoD", "Ministry of Defence", True),
    ("Dfe", "Department for Education", False),
    ("nfb", "National Fishing Board", False),
    ("N", "National", False),
    ("NF", "National Fishing Board", False),
    ("NFB", "Norwegian Film Archive", False),
]

SLIPS = [
    ("Brandtt", "Brandt", True),
    ("Wiess", "Weiss", True),
    ("Andersen", "Anderson", True),
    ("Fredrickson", "Fredriksen", True),
    ("Fishing Baord", "Fishing Board", True),
    ("Brandt", "Brandt", False),
    ("Holm", "Helm", False),
    ("Brandt", "Grandt", False),
    ("Weiss", "Weber", False),
    ("Anna Brandt", "Annabrandt", False),
]


@pytest.mark.parametrize(("short", "full", "same"), PERSONS)
def test_a_person_may_go_by_a_part_of_the_name(short: str, full: str, same: bool) -> None:
    assert is_short_person(short, full) is same


@pytest.mark.parametrize(("short", "full", "same"), BODIES)
def test_a_body_may_go_by_its_beginning_or_end_but_not_by_one_word(short: str, full: str, same: bool) -> None:
    assert is_short_form(short, full) is same


@pytest.mark.parametrize(("short", "full", "same"), ACRONYMS)
def test_acronyms_are_initials_in_capitals(short: str, full: str, same: bool) -> None:
    assert is_acronym_of(short, full) is same


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Anna Brandt works for Northline Ferries. A lawyer for Northline met her.",
            ["Anna Brandt", "Northline Ferries"],
        ),
        ("Northline Ferries and Northline Hotels met. Northline closed.", 3),
        ("Ltd met Anna Brandt. Selden Ltd closed.", 3),
        ("Calder and Ryburn NHS Trust said Anna Brandt had left.", ["Calder and Ryburn NHS Trust", "Anna Brandt"]),
        ("Norway Ferries met Anna Brandt. Norway won.", ["Norway Ferries", "Anna Brandt", "Norway"]),
        ("Selden Foods met Anna Brandt. Selden Agro Foods closed. Selden won.", ["Selden Agro Foods", "Anna Brandt"]),
        (
            "Selden Freight collapsed. Selden was founded in 1971 by Jonas Selden, a milkman.",
            ["Selden Freight", "Jonas Selden"],
        ),
        (
            "Selden Spice Company was sold. Selden grew, said Jonas Selden Weiss.",
            ["Selden Spice Company", "Jonas Selden Weiss"],
        ),
        (
            "Inés Carolina Soto Vidal left. Ines Soto was a director. Soto won.",
            ["Inés Carolina Soto Vidal"],
        ),
        ("Anna Brandt met Jonas Brandt. Clara Brandt left.", ["Anna Brandt", "Jonas Brandt", "Clara Brandt"]),
    ],
)
def test_a_body_may_go_by_a_first_word_that_begins_no_other(
    discourse: Callable[[str], Discourse], text: str, names: list[str] | int
) -> None:
    found = [r.name for r in discourse(text).referents if r.named]
    assert (found if isinstance(names, list) else len(found)) == names


@pytest.mark.parametrize(("name", "known", "same"), SLIPS)
def test_slips_are_long_begin_alike_and_differ_little(name: str, known: str, same: bool) -> None:
    assert is_misspelling(name, known) is same


words = st.lists(st.text("ABCDEabcdeéß'’-.& ", min_size=1, max_size=8), max_size=4).map(" ".join)


@given(words, words)
def test_a_slip_is_a_slip_both_ways(a: str, b: str) -> None:
    assert is_misspelling(a, b) == is_misspelling(b, a)


@given(words)
def test_no_name_is_a_slip_of_itself(name: str) -> None:
    assert not is_misspelling(name, name)
    assert not is_misspelling(name.lower(), name)


@given(words)
def test_a_name_with_a_word_shortens_itself(name: str) -> None:
    if any(c.isalnum() for c in name) and name.lower().split() != ["the"]:
        assert is_short_person(name, name) == is_short_form(name, name)


@given(words, words)
def test_a_short_form_is_not_longer_and_not_mutual(a: str, b: str) -> None:
    if any(map(str.isalnum, a)) and is_short_form(a, b) and is_short_form(b, a):
        assert is_short_person(a, b) or a.lower() == "the"


@given(words, words)
def test_an_acronym_has_no_more_letters_than_its_name_has_words(a: str, b: str) -> None:
    if is_acronym_of(a, b):
        assert sum(c.isalpha() for c in a if c.isascii()) <= len(re.findall(r"\w+", b))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elm and Carrow District Council (ECDC) said no.", ["Elm and Carrow District Council"]),
        ("The Ministry of Roads and Rivers (MRR) said no.", ["Ministry of Roads and Rivers"]),
        ("Anna Brandt and Karl Roth (UKIP) said no.", []),
        ("It said no (LOL).", []),
    ],
)
def test_letters_spell_out_one_name(nlp: Language, text: str, names: list[str]) -> None:
    assert [s.text for s in find_spelt_out(nlp.make_doc(text))] == names
