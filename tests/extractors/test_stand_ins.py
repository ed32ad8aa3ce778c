"""Stand-ins: the text stays as it is, and what a name looks like does not decide what its sentence says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractors.stand_ins import NAMES, parse
from ontology import Lexicon, Reading

OTHERS = [
    ("Olu Adeyemi", "Xu Wei", "Fernside School"),
    ("Wendy Grace Thorne", "Abdul-Karim O'Hara", "Upper Marsh School"),
    ("Rose Field", "Mark Down", "Bath School"),
    ("Theresa May", "Bill Closes", "Deal School"),
    ("April Bishop", "Pat Mayor", "St Anne's School"),
    ("Siobhan Ng", "Bartholomew Featherstonehaugh", "Öland School"),
]

TEXTS = [
    "Ms {0}, 42, head of {2}, met Mr {1}. She told Mr {1} that the council would close {2}.",
    "“I have refused entry,” Ms {0} tweeted. Mr {1} said he supported her.",
    "Mr {1} was accused by Ms {0} of lying. He denied the charge.",
    "Mrs {0}’s husband, Mr {1}, works at {2}. Mr {1} sued the council on Friday.",
]


def claims(reading: Reading) -> list[tuple[str, ...]]:
    return sorted((c.subject.name, c.relation.label, c.status, *(s.name for s in c.sources)) for c in reading.claims)


@pytest.mark.parametrize("names", OTHERS, ids=lambda names: names[0])
@pytest.mark.parametrize("text", TEXTS)
def test_other_names_say_the_same(reading: Callable[[str], Reading], text: str, names: tuple[str, ...]) -> None:
    known = ("Anna Brandt", "Jonas Weiss", "Elm Grove School")
    expected = claims(reading(text.format(*known)))
    changed = dict(zip(known, names, strict=True))

    def renamed(part: str) -> str:
        for old, new in changed.items():
            part = part.replace(old, new)
        return part

    assert len(expected) > 2
    assert claims(reading(text.format(*names))) == sorted(tuple(map(renamed, c)) for c in expected)


@pytest.mark.parametrize("names", OTHERS, ids=lambda names: names[0])
@pytest.mark.parametrize("text", TEXTS)
def test_the_parse_does_not_see_the_names(parsed: Callable[[str], Doc], text: str, names: tuple[str, ...]) -> None:
    one, other = (parsed(text.format(*n)) for n in (("Anna Brandt", "Jonas Weiss", "Elm Grove School"), names))
    assert [(t.tag_, t.dep_, t.head.i) for t in one] == [(t.tag_, t.dep_, t.head.i) for t in other]


PIECES = "Anna Brandt|Bergen|the|School|of|met|“|”|\n|.|,|’s|Dr|MP|and|(NFB)|42|é|☃|  |\t|Anna".split("|")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join) | st.text(max_size=60))
def test_the_text_is_kept_to_the_character(parsed: Callable[[str], Doc], text: str) -> None:
    doc = parsed(text)
    assert doc.text == text
    assert all(len(span) == 1 for span in doc.spans[NAMES])


def test_texts_come_back_in_their_order(nlp: Language, lexicon: Lexicon) -> None:
    texts = [f"Anna Brandt met worker {n}." for n in range(20)]
    assert [doc.text for doc in parse(texts, nlp, lexicon)] == texts


def test_a_million_ends_a_sentence(parsed: Callable[[str], Doc]) -> None:
    assert [s.text for s in parsed("They sold it for £2.3m. A survey put it at £3m.").sents] == [
        "They sold it for £2.3m.",
        "A survey put it at £3m.",
    ]


def test_whoever_is_missing_does_nothing(reading: Callable[[str], Reading]) -> None:
    found = reading("A further 19 people were missing after the flood.").claims
    assert ("describedAs", "missing") in [(c.relation.label, getattr(c.object, "value", "")) for c in found]


def test_an_amount_keeps_its_million(reading: Callable[[str], Reading]) -> None:
    found = reading("The mill was bought in August for £11m to house the school.").claims
    assert "£11m" in [getattr(c.object, "value", "") or getattr(c.object, "name", "") for c in found]
