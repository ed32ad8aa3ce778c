"""Words are moved about in a parse, and it stays a tree."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.trees import hang, take_place

WORDS = ["the", "court", "heard", "that", "he", "left"]


def tree(heads: list[int]) -> Doc:
    return Doc(Vocab(), words=WORDS, heads=heads, deps=["dep"] * len(WORDS))


def test_a_word_is_hung_on_another_by_a_relation() -> None:
    doc = tree([1, 2, 2, 5, 5, 2])
    hang(doc[4], doc[2], "nsubj")
    assert (doc[4].head, doc[4].dep_) == (doc[2], "nsubj")


def test_a_word_is_not_hung_below_itself() -> None:
    doc = tree([1, 2, 2, 5, 5, 2])
    hang(doc[5], doc[4], "nsubj")
    assert (doc[5].head, doc[5].dep_) == (doc[2], "dep")


def test_the_head_of_the_sentence_gives_up_its_place() -> None:
    doc = tree([1, 2, 2, 5, 5, 2])
    take_place(doc[5], doc[2])
    assert doc[5].head == doc[5]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_whatever_is_moved_it_stays_a_tree(moves: list[tuple[int, int]]) -> None:
    doc = tree([1, 2, 2, 5, 5, 2])
    for word, head in moves:
        hang(doc[word], doc[head])
    assert all(len(list(token.ancestors)) < len(doc) for token in doc)


@pytest.mark.parametrize("text", ["He said that she left.", "The club and its manager, a former player, won."])
def test_no_word_of_a_parse_is_hung_below_itself(parsed: Callable[[str], Doc], text: str) -> None:
    doc = parsed(text)
    for word in doc:
        for head in list(doc):
            hang(word, head)
            assert all(len(list(token.ancestors)) < len(doc) for token in doc)
