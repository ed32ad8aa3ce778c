"""Confidence: plain sentences are trusted more than deep and crowded ones, and what is less sure is tentative."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extractors import read
from extractors.assembly import claims_of
from extractors.confidence import confidence_of, signs_of
from extractors.coreference import Discourse
from extractors.entities import Entities
from extractors.pipeline import drafts_of
from ontology import BASE, Article, OntologyError, Reading, load_ontology

SUIT = Article("urn:article", "", "Anna Brandt sued the council.")
# Of the same relation, the first is surer than the second.
SURER = [
    (
        "The mayor sued the council.",
        "She said that when it had, as he felt, sued the council, nobody knew.",
        "sues",
    ),
    (
        "The mayor met Jonas Weiss.",
        "The mayor, who was ill, said, after a vote, that she met Jonas Weiss.",
        "meets",
    ),
    ("Anna Brandt founded the school.", "“My mother founded the school,” Anna Brandt said.", "founder"),
]


@pytest.mark.parametrize(("plain", "hard", "relation"), SURER)
def test_a_plain_sentence_is_surer(reading: Callable[[str], Reading], plain: str, hard: str, relation: str) -> None:
    sure, unsure = (
        [c.confidence for c in reading(text).claims if c.relation.label == relation] for text in (plain, hard)
    )
    assert sure
    assert all(one > other for one in sure for other in unsure)


def test_signs_are_in_words(discourse: Callable[[str], Discourse]) -> None:
    text = "Anna Brandt is the mayor. She sued the council, Jonas Weiss said."
    found, article = discourse(text), Article("urn:article", "", text)
    pairs = claims_of(found, article, drafts_of(found), Entities(found, article, BASE))
    signs = next(signs_of(found, draft, claim) for draft, claim in pairs if claim.relation.label == "sues")
    assert {
        "rule frame verb",
        "status asserted",
        "account of a name",
        "subject “she”",
        "subject of kind Person",
        "subject has a name",
        "object noun",
        "object in small letters",
        "property sues",
        "auxiliaries: 0",
        "adverbs and conjunctions: 0",
    } <= set(signs)
    assert any(sign.startswith("subject leads: ") for sign in signs)


@given(st.lists(st.text(max_size=12) | st.sampled_from(["rule open verb", "quoted", "depth: 3", "subject “it”"])))
def test_any_signs_give_a_share(signs: list[str]) -> None:
    assert 0 <= confidence_of(signs) <= 1


def test_what_nobody_has_read_is_half_trusted() -> None:
    assert confidence_of(["rule similar verb", "depth: 0", "subject “who”", "marks in the sentence: 0"]) <= 0.5


@pytest.mark.parametrize(("asked", "tentative"), [("0.2", False), ("0.99", True)])
def test_the_ontology_says_from_where_a_claim_is_trusted(
    nlp: Language, tmp_path: Path, asked: str, tentative: bool
) -> None:
    (found,) = read([SUIT], nlp, load_ontology((_asking(tmp_path, asked),)))
    assert [(c.tentative, c.is_fact) for c in found.claims] == [(tentative, not tentative)]


def test_no_number_is_refused(nlp: Language, tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="give a number from 0 to 1"):
        list(read([SUIT], nlp, load_ontology((_asking(tmp_path, "'very'"),))))


def _asking(folder: Path, share: str) -> Path:
    turtle = folder / "mine.ttl"
    turtle.write_text(f"@prefix by: <https://byline.example/ontology#> .\n<urn:mine> by:trustedFrom {share} .")
    return turtle
