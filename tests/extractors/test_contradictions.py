"""Contradictions: what an article says that does not agree with itself, and what only seems so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors import Contradiction, discourse_of, find_contradictions
from extractors.pipeline import read_doc
from ontology import Article, Lexicon

Find = Callable[..., tuple[Contradiction, ...]]

SATURDAY = "On Saturday Anna Brandt shared the video. "
MILL = "The council voted on Friday. The mill burned down two days before the vote."
VOTE = "Two days after the vote, the council closed the school. The vote was held on 3 May."
SAID = " Jonas Weiss said that the council had closed the school on "
DAYS = [
    ("The council met on Monday, March 21, 2023.", "2023-03-21 is a Tuesday", ["Monday", "March 21, 2023"]),
    ("The council met on Monday 21 March 2023.", "2023-03-21 is a Tuesday", ["Monday", "21 March 2023"]),
    (
        "The council met on Monday, March 20. It met the union on Monday, March 21.",
        "no year has both",
        ["Monday, March 20", "Monday, March 21"],
    ),
]
ORDERS = [
    (
        SATURDAY + "One day later the union received the call from the council. On Monday, the union said that the "
        "council had telephoned it.",
        "Saturday and one day later make Sunday; it is told on Monday",
        [
            "Saturday Anna Brandt shared",
            "One day later the union received",
            "Monday, the union said that the council had telephoned",
        ],
    ),
    (
        MILL + " On Monday the mill burned down, police said.",
        "Friday and two days before make Wednesday; it is told of Monday",
        ["voted on Friday", "The mill burned down two days before", "Monday the mill burned"],
    ),
    (
        VOTE + SAID + "7 May.",
        "3 May and two days after make 5 May; it is told of 7 May",
        ["Two days after the vote, the council closed", "held on 3 May", "closed the school on 7 May"],
    ),
    (
        SATURDAY + "The next day the council closed the school." + SAID + "Monday.",
        "Saturday and the next day make Sunday; it is told of Monday",
        ["Saturday Anna Brandt shared", "The next day the council closed", "closed the school on Monday"],
    ),
]
CLAIMS = [
    (
        "Police said Anna Brandt attacked Jonas Weiss. Ms Brandt said that she had not attacked Mr Weiss.",
        "it is so, says Police; it is not so, says Anna Brandt",
        ["Anna Brandt attacked Jonas Weiss", "she had not attacked Mr Weiss"],
    ),
    (
        "The council sold the hall. The council did not sell the hall, Jonas Weiss said.",
        "it is so; it is not so, says Jonas Weiss",
        ["The council sold the hall", "The council did not sell the hall"],
    ),
    ("Anna Brandt, 42, met Jonas Weiss. Ms Brandt, 44, sued the mayor.", "age of Anna Brandt: 42; 44", None),
    (
        "Anna Brandt was born on 3 May 1961. She was born in 1962.",
        "birthDate of Anna Brandt: 1961-05-03; 1962",
        ["Anna Brandt was born on 3 May 1961", "She was born in 1962"],
    ),
    (
        "Her family said that Anna Brandt took her own life. Police said that the murder of Ms Brandt was a crime.",
        "causeOfDeath of Anna Brandt: suicide, says Her family; murder, says Police",
        None,
    ),
    (
        "Police said that 12 people were injured. The union said that 20 people were injured.",
        "12, says Police; 20, says union",
        ["12 people were injured", "20 people were injured"],
    ),
]

AGREES = [
    "The council met on Tuesday, March 21, 2023.",
    "The council met on Monday, March 20. It met the union on Tuesday, March 21.",
    # In different years, or told of another one.
    "On Friday, 30 December, the mill burned down. The council met on Tuesday, 3 January.",
    SATURDAY + "Two days later the council closed the school." + SAID + "Monday.",
    # It may have happened twice.
    "The council met the union on Friday. Two days later they met. The council met the union on Monday.",
    SATURDAY + "One day later the council again closed the school." + SAID + "Monday.",
    # Nothing tells from when the days are counted, or not exactly.
    "Anna Brandt shared the video. One day later the council closed the school." + SAID + "Monday.",
    SATURDAY + "About two days later the council closed the school." + SAID + "Tuesday.",
    # Things change, and have other circumstances.
    "Anna Brandt led the council. Ms Brandt does not lead the council.",
    "Anna Brandt supported the strike. At first, Ms Brandt had not supported the strike.",
    "The council met the union on Friday. The council did not meet the union on Monday.",
    "The council sold the hall. The council did not sell the hall to Acme, Jonas Weiss said.",
    "Teachers supported the strike. Other teachers did not support the strike.",
    "Anna Brandt will sue the mayor. Ms Brandt has not sued the mayor.",
    # More or less precise is not otherwise.
    "Anna Brandt was born on 3 May 1961. She was born in 1961.",
    "Anna Brandt died on 3 May 2011. Ms Brandt was found dead on 5 May 2011.",
    "Anna Brandt died of pneumonia. She died of an illness, her family said.",
    # Not the same, or not counted by another.
    "Police said that 12 people were injured in Oslo. The union said that 20 people were injured in Bergen.",
    "Police said that 12 people were injured. The union said that 20 pupils were injured.",
    "Police said that 12 people were injured and that 20 people were injured.",
    "Police said that over 12 people were injured. The union said that 20 people were injured.",
]


@pytest.fixture(scope="module")
def find(parsed: Callable[[str], Doc], lexicon: Lexicon) -> Find:
    def found(text: str, published: dt.date | None = None) -> tuple[Contradiction, ...]:
        article = Article("urn:article", "", text, published)
        discourse, drafts, _ = discourse_of(parsed(text), article, lexicon)
        return find_contradictions(discourse, drafts, read_doc(parsed(text), article, lexicon))

    return found


@pytest.mark.parametrize(("text", "why", "quotes"), [*DAYS, *ORDERS, *CLAIMS])
def test_what_cannot_all_be_right(find: Find, text: str, why: str, quotes: list[str] | None) -> None:
    (found,) = find(text)
    assert found.why == why
    assert quotes is None or [q.quote for q in found.quotes] == quotes
    assert len(found.quotes) > 1
    assert all(text[q.start : q.end] == q.quote for q in found.quotes)


@pytest.mark.parametrize("text", AGREES)
def test_what_may_all_be_right(find: Find, text: str) -> None:
    assert find(text) == ()


def test_a_weekday_is_held_against_the_published_year(find: Find) -> None:
    text = "The council met on Monday, March 22."
    assert [c.why for c in find(text, dt.date(2023, 3, 25))] == ["2023-03-22 is a Wednesday"]
    assert find(text, dt.date(2021, 3, 25)) == ()
    assert find(text) == ()
    assert find("In 1999 the mill burned. The council met on Monday, March 22.", dt.date(2023, 3, 25)) == ()


def test_contradictions_with_a_published_date(find: Find) -> None:
    for text, why, _ in ORDERS:
        assert [c.why for c in find(text, dt.date(2023, 5, 20))] == [why]
