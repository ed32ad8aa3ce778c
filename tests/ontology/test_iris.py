"""IRIs for any name in any script: safe characters, the same every time, and apart where things are apart."""

from __future__ import annotations

import re
import string

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology import BASE, article_iri, claim_iri, entity_iri, open_relation_iri, slug

SCHEMA = "https://schema.org/"
# RFC 3987, section 2.2: what an IRI may not hold, controls and spaces included; plus what ends a term in Turtle.
UNSAFE = re.compile(r'[\x00-\x20\x7f-\x9f<>"{}|\\^`#?%/\s]')

names = st.text(min_size=1)
# The same examples in every run, and no deadline: a busy machine is no fault of ours.
calm = settings(deadline=None, derandomize=True)


@calm
@given(names)
def test_a_slug_is_safe_and_never_empty(name: str) -> None:
    found = slug(name)
    assert found
    assert not UNSAFE.search(found)
    assert found == found.strip("-")
    assert len(found) <= 60


@calm
@given(names, st.integers(min_value=1, max_value=80))
def test_a_slug_keeps_to_its_length(name: str, length: int) -> None:
    assert 1 <= len(slug(name, length)) <= length


@calm
@given(names)
def test_a_slug_of_a_slug_is_itself_where_it_is_latin(name: str) -> None:
    found = slug(name)
    if set(found) <= set(string.ascii_lowercase + string.digits + "-"):
        assert slug(found) == found


@calm
@given(names, names)
def test_entity_iris_are_iris(name: str, kind: str) -> None:
    iri = entity_iri(BASE, name, kind)
    assert iri.startswith(f"{BASE}entity/")
    assert not UNSAFE.search(iri.removeprefix(f"{BASE}entity/"))
    assert str(ox.NamedNode(iri)) == f"<{iri}>"
    assert iri == entity_iri(BASE, name, kind)


@calm
@given(st.lists(names, min_size=2, max_size=2, unique=True))
def test_two_names_have_two_iris(pair: list[str]) -> None:
    first, second = (entity_iri(BASE, name, SCHEMA + "Person") for name in pair)
    assert first != second


def test_a_town_and_a_person_of_one_name_stay_apart() -> None:
    assert entity_iri(BASE, "Lincoln", SCHEMA + "Person") != entity_iri(BASE, "Lincoln", SCHEMA + "Place")


def test_an_unnamed_entity_lives_in_its_article() -> None:
    article = article_iri(BASE, "Bridge opens", "The bridge opened.")
    assert entity_iri(article, "the staff", SCHEMA + "Person").startswith(f"{article}/entity/the-staff-")


@calm
@given(names, names)
def test_article_and_claim_iris_are_iris(headline: str, text: str) -> None:
    article = article_iri(BASE, headline, text)
    claim = claim_iri(article, headline, text, None)
    assert str(ox.NamedNode(claim)) == f"<{claim}>"
    assert claim == claim_iri(article, headline, text, None) != claim_iri(article, headline, text, "more")


@calm
@given(names)
def test_open_relations_are_iris(lemma: str) -> None:
    iri = open_relation_iri(BASE, lemma)
    assert not UNSAFE.search(iri.removeprefix(f"{BASE}relation/"))
    assert iri.removeprefix(f"{BASE}relation/")


@pytest.mark.parametrize(
    ("lemma", "ending"), [("travel to", "travelTo"), ("wear", "wear"), ("TAKE part in", "takePartIn"), ("…", "x")]
)
def test_open_relation_is_the_verbs_own_name(lemma: str, ending: str) -> None:
    assert open_relation_iri(BASE, lemma) == f"{BASE}relation/{ending}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Brandt’s family", "anna-brandts-family"),
        ("  St. Mary's (C of E) ", "st-marys-c-of-e"),
        ("Łódź", "łódź"),
        ("東京都", "東京都"),
        ("مدرسة", "مدرسة"),
        ("—", "x"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


@calm
@given(names.filter(lambda name: len(name) > 1), st.sampled_from(["{} ", "{}.", "«{}»", "{}\u200b", "  {}"]))
def test_names_that_look_alike_in_an_iri_stay_apart(name: str, form: str) -> None:
    other = form.format(name)
    first, second = (entity_iri(BASE, n, f"{SCHEMA}Person") for n in (name, other))
    assert first != second
    if slug(name) == slug(other):
        assert first.rpartition("-")[0] == second.rpartition("-")[0]


@calm
@given(st.text(min_size=1, max_size=2000))
def test_no_name_makes_an_iri_long(name: str) -> None:
    assert len(entity_iri(BASE, name, f"{SCHEMA}Person")) <= len(f"{BASE}entity/-") + 60 + 10
    assert len(article_iri(BASE, name, name)) <= len(f"{BASE}article/-") + 40 + 10
    assert len(open_relation_iri(BASE, name)) <= len(f"{BASE}relation/") + 60


def test_ten_thousand_names_that_differ_in_a_mark_collide_nowhere() -> None:
    found = {entity_iri(BASE, f"Ada{mark * n} Thorne", f"{SCHEMA}Person") for mark in "-.,!? " for n in range(1, 1667)}
    assert len(found) == 6 * 1666


@pytest.mark.parametrize(
    "base", ["https://news.example/", "https://news.example/kg#", "urn:news:", "http://ex.org/a/b/"]
)
@calm
@given(name=names)
def test_any_base_gives_iris(base: str, name: str) -> None:
    person = entity_iri(base, name, f"{SCHEMA}Person")
    for iri in (person, article_iri(base, name, name), open_relation_iri(base, name)):
        assert iri.startswith(base)
        assert str(ox.NamedNode(iri)) == f"<{iri}>"
