"""Quotations: where they stand and whose words they are. A row is a text, then (what is quoted, the speaker's word)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractors.coreference import Discourse
from extractors.quotations import find_quotations
from ontology import Lexicon

SPEAKERS = [
    ("“The council closed the school,” said Anna Brandt.", ("The council closed the school,", "Anna Brandt")),
    ('"The council closed the school," Anna Brandt said.', ("The council closed the school,", "Anna Brandt")),
    ("‘The council closed the school,’ said Anna Brandt.", ("The council closed the school,", "Anna Brandt")),
    ("'The council closed the school,' said Anna Brandt.", ("The council closed the school,", "Anna Brandt")),
    ("Anna Brandt said: “The council closed the school.”", ("The council closed the school.", "Anna Brandt")),
    ("Anna Brandt told reporters: “Jonas Weiss lied.”", ("Jonas Weiss lied.", "Anna Brandt")),
    ("Anna Brandt: “The council closed the school.”", ("The council closed the school.", "Anna Brandt")),
    ("“The council closed the school,” according to Anna Brandt.", ("The council closed the school,", "Anna Brandt")),
    ("In the words of Anna Brandt, “the council is a bully”.", ("the council is a bully", "Anna Brandt")),
    ("“The plan,” said Anna Brandt, “is a disgrace.”", ("The plan,", "Anna Brandt"), ("is a disgrace.", "Anna Brandt")),
    (
        "“It is over,” said Anna Brandt. “It is not,” said Jonas Weiss.",
        ("It is over,", "Anna Brandt"),
        ("It is not,", "Jonas Weiss"),
    ),
    ("Anna Brandt said the plan was “a disgrace”.", ("a disgrace", "Anna Brandt")),
    ("Anna Brandt was quoted as saying: “The council lied.”", ("The council lied.", "Anna Brandt")),
    ("“The council lied,” Anna Brandt was quoted as saying.", ("The council lied,", "Anna Brandt")),
    ("“We were told nothing,” parents said.", ("We were told nothing,", "parents")),
    ("A tweet from Anna Brandt read: “The mayor has lied.”", ("The mayor has lied.", "tweet")),
    ("“Has the mayor lied?” asked Anna Brandt.", ("Has the mayor lied?", "Anna Brandt")),
    ("“Go away!” Anna Brandt shouted.", ("Go away!", "Anna Brandt")),
    ("“It was a long night,” she laughed.", ("It was a long night,", "she")),
    ("“Go away!” The council said that it was over.", ("Go away!", "")),
    ("The letter read: “The school is closed.”", ("The school is closed.", "letter")),
]

NOBODY = [
    ("Anna Brandt was told: “The council closed the school.”", ("The council closed the school.", "")),
    ("“The council closed the school.” Anna Brandt was in Bergen.", ("The council closed the school.", "")),
    ("“The council closed the school.”", ("The council closed the school.", "")),
    (
        "“It is over,” said Anna Brandt. Jonas Weiss disagreed. “It goes on.”",
        ("It is over,", "Anna Brandt"),
        ("It goes on.", ""),
    ),
]

FLOATING = [
    (
        "“The plan is a disgrace,” said Anna Brandt. “It will not work.”",
        ("The plan is a disgrace,", "Anna Brandt"),
        ("It will not work.", "Anna Brandt"),
    ),
    (
        "“The plan is a disgrace,” said Anna Brandt. She paused. “It will not work.”",
        ("The plan is a disgrace,", "Anna Brandt"),
        ("It will not work.", "Anna Brandt"),
    ),
    ("Anna Brandt said the plan was bad.\n\n“It will not work.”", ("It will not work.", "Anna Brandt")),
    (
        "Anna Brandt said the plan was bad.\n\n“It will work,” said Jonas Weiss.",
        ("It will work,", "Jonas Weiss"),
    ),
]

PARAGRAPHS = [
    (
        "“The plan is bad,” said Anna Brandt.\n\n“It is dear.\n\n“It will not work.”",
        ("The plan is bad,", "Anna Brandt"),
        ("It is dear.", "Anna Brandt"),
        ("It will not work.", "Anna Brandt"),
    ),
    (
        "“The plan is bad.\n\n“It is dear.\n\n“It will not work,” said Anna Brandt.",
        ("The plan is bad.", "Anna Brandt"),
        ("It is dear.", "Anna Brandt"),
        ("It will not work,", "Anna Brandt"),
    ),
    (
        "Anna Brandt said: “The plan is bad.\n“It is dear.”\n“It is cheap,” said Jonas Weiss.",
        ("The plan is bad.", "Anna Brandt"),
        ("It is dear.", "Anna Brandt"),
        ("It is cheap,", "Jonas Weiss"),
    ),
    (
        "‘The plan is bad.\n\n‘It is dear,’ said Anna Brandt.",
        ("The plan is bad.", "Anna Brandt"),
        ("It is dear,", "Anna Brandt"),
    ),
]

MARKS = [
    ("The teachers’ union and the parents’ group met Anna Brandt’s lawyer.",),
    ("The council closed the school in the ’90s. Jonas Weiss sold it.",),
    ("In the '90s the council closed the school.\nJonas Weiss sold it.",),
    ("Rock ’n’ roll is dead.",),
    ('The board is 5\'10" long and 12" wide.',),
    ("‘We’ve lost the teachers’ trust,’ said Anna Brandt.", ("We’ve lost the teachers’ trust,", "Anna Brandt")),
    (
        "“He said ‘never’ to me,” said Anna Brandt.",
        ("He said ‘never’ to me,", "Anna Brandt"),
    ),
    ("«The plan is bad,» said Anna Brandt.", ("The plan is bad,", "Anna Brandt")),
    ("„The plan is bad“, said Anna Brandt.", ("The plan is bad", "Anna Brandt")),
    ("“The plan is bad, said Anna Brandt.", ("The plan is bad, said Anna Brandt.", "")),
    ("“” said Anna Brandt.",),
    (
        '"It was bad," Jonas Weiss, editor of the Gazette, said. "It was good."',
        ("It was bad,", "Jonas Weiss"),
        ("It was good.", "Jonas Weiss"),
    ),
    ("“The plan is bad.” — Anna Brandt", ("The plan is bad.", "Anna Brandt")),
    ('"The plan is bad,” said Anna Brandt.', ("The plan is bad,", "Anna Brandt")),
    (
        'Anna Brandt said, "The plan is bad.\n\nThe mayor is good."',
        ("The plan is bad.", "Anna Brandt"),
        ("The mayor is good.", "Anna Brandt"),
    ),
]


@pytest.mark.parametrize("row", SPEAKERS + NOBODY + FLOATING + PARAGRAPHS + MARKS, ids=lambda row: row[0][:50])
def test_quotations(discourse: Callable[[str], Discourse], row: tuple[str, *tuple[tuple[str, str], ...]]) -> None:
    text, *expected = row
    doc, quotations = discourse(text).doc, discourse(text).quotations
    found = [(doc[q.start : q.end].text, doc[q.speaker].text if q.speaker is not None else "") for q in quotations]
    assert found == expected


def test_a_quoted_sentence_is_told_from_a_quoted_phrase(discourse: Callable[[str], Discourse]) -> None:
    text = "Anna Brandt called it “a disgrace”. “The plan is bad,” she said."
    assert [q.whole for q in discourse(text).quotations] == [False, True]


PIECES = "“ ” ‘ ’ \" ' « » „ said Anna Brandt told : , . The school is closed \n\n We She according to it’s".split(" ")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(
    parsed: Callable[[str], Doc], lexicon: Lexicon, text: str
) -> None:
    doc = parsed(text)
    found = find_quotations(doc, lexicon)
    ends = [i for q in found for i in (q.start, q.end)]
    assert ends == sorted(ends)
    for q in found:
        assert 0 <= q.start < q.end <= len(doc)
        assert q.speaker is None or 0 <= q.speaker < len(doc)
        assert q.cue is None or q.cue not in q
