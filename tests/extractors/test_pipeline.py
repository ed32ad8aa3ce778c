"""The pipeline: any text is read, every claim quotes the text, and the same text gives the same claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extractors import load_pipeline, read
from ontology import Article, Entity, Lexicon, ModelError, Reading

STORY = """Head teacher sues council
Anna Brandt, 42, head of Elm Grove School, has sued the council. “I was told nothing,” she said on Friday.

“They closed the school,” added Ms Brandt, whose sister, Clara Holm, is a nurse.
The council denied that it had closed the school. A spokesman said: “We plan to meet Ms Brandt next week.”
"""

PIECES = (
    "Anna Brandt|Ms Brandt|the council|said|that|she|has|closed|not|the school|,|.|“|”|‘|’|\n|\n\n|on Friday|"
    "her sister|who|and|(NFB)|42|to|of|according to|after|will|’s|was|by|I|we|:|-|—|and/or|☃|@mayor|https://example.org|$5m|a.m.|É"
).split("|")


def holds(reading: Reading, lexicon: Lexicon) -> None:
    """What is true of every reading of whatever text."""
    text, known = reading.article.text, {e.iri for e in reading.entities}
    for claim in reading.claims:
        evidence = claim.evidence
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert evidence.quote == text[evidence.start : evidence.end]
        assert {claim.subject.iri, *(s.iri for s in claim.sources)} <= known
        assert not isinstance(claim.object, Entity) or claim.object.iri in known
        assert claim.subject != claim.object
        assert claim.modality.iri in lexicon.ontology.modalities
        assert 0 <= claim.confidence <= 1
        assert claim.rule
        assert claim.why
    assert len({c.iri for c in reading.claims}) == len(reading.claims)
    assert [e.iri for e in reading.entities] == sorted(known)


def test_a_story(reading: Callable[[str], Reading], lexicon: Lexicon) -> None:
    found = reading(STORY)
    holds(found, lexicon)
    assert len(found.claims) > 10


@settings(max_examples=200, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_is_read(reading: Callable[[str], Reading], lexicon: Lexicon, text: str) -> None:
    holds(reading(text), lexicon)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\n\n\n", ".", "“", "”“", "’", "\x00", "a", "I", "😀" * 50, "a" * 5000, "1 " * 500]
)
def test_what_is_hardly_a_text_is_read(reading: Callable[[str], Reading], lexicon: Lexicon, text: str) -> None:
    holds(reading(text), lexicon)


def test_readings_come_in_the_order_of_the_articles_and_do_not_depend_on_it(nlp: Language, lexicon: Lexicon) -> None:
    articles = [
        Article(f"urn:{n}", "", text) for n, text in enumerate([STORY, "", "Anna Brandt sued the mayor.", STORY])
    ]
    there = list(read(articles, nlp, lexicon.ontology))
    back = list(read(reversed(articles), nlp, lexicon.ontology))
    assert [r.article for r in there] == articles
    assert there == back[::-1]


def test_a_line_break_ends_a_sentence(nlp: Language) -> None:
    assert [s.text.strip() for s in nlp("Anna Brandt sues\nThe council met\n\nIt left.").sents] == [
        "Anna Brandt sues",
        "The council met",
        "It left.",
    ]


def test_the_component_sets_the_claims_of_a_doc() -> None:
    nlp = load_pipeline()
    nlp.add_pipe("byline")
    claims = nlp("Anna Brandt sued the mayor.")._.claims
    assert [(c.subject.name, c.relation.label) for c in claims if c.relation.label == "sues"] == [
        ("Anna Brandt", "sues")
    ]


def test_a_model_that_is_not_installed_is_one_clear_line() -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline 'xx_none' is installed"):
        load_pipeline("xx_none")


def test_a_model_that_cannot_parse_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("model")
    spacy.blank("en").to_disk(folder)
    with pytest.raises(ModelError, match="no parser or no named entities"):
        load_pipeline(str(folder))
