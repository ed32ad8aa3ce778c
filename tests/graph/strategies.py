"""Arbitrary readings: any characters, any chain of sources, any time, any literal."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from graph import canonical
from ontology import BASE, Article, Claim, Entity, Evidence, Literal, Qualifier, Reading, Relation, Time
from tests.graph.sample import ONTOLOGY, iri

# Whatever UTF-8 can carry; a lone surrogate is no character and no text file has one.
_ANY = st.characters(codec="utf-8")
# What breaks writers and readers: marks that turn text around, joined emoji, controls, line ends, ends of quotations.
_AWKWARD = st.sampled_from(
    [*"\u202e\u2066\u200f\ufeff\u200d\u0301\x00\x07\x7f\x85\u2028\r\n\t\"'\\<>{}#@:/", "👩🏽‍🏫", "'''", '"""', "]]>"]
)
TEXTS = st.text(_ANY, max_size=12) | st.lists(_ANY | _AWKWARD, max_size=8).map("".join)
_WORDS = TEXTS.filter(bool)
_DATES = st.dates(dt.date(1000, 1, 1)).map(lambda d: d.isoformat())
# Forms that stores and libraries rewrite.
_TYPED = (
    ("007", "integer"),
    ("+5", "nonNegativeInteger"),
    ("40.0", "decimal"),
    (".5", "decimal"),
    ("1e3", "double"),
    ("-0", "double"),
    ("1", "boolean"),
    ("2023", "gYear"),
    ("2023-03", "gYearMonth"),
    ("--03-21", "gMonthDay"),
    ("2023-03-21", "date"),
    ("2023-03-21T09:00:00+00:00", "dateTime"),
    ("P12M", "duration"),
)
_LITERALS = TEXTS.map(lambda text: Literal(text, iri("xsd:string"))) | st.sampled_from(
    [Literal(value, iri(f"xsd:{name}")) for value, name in _TYPED]
)
_RELATIONS = st.builds(
    Relation,
    st.sampled_from([iri("by:leads"), iri("schema:parent"), f"{BASE}relation/callOn", f"{BASE}relation/x"]),
    TEXTS,
    TEXTS,
)
_ENTITIES = st.builds(
    Entity,
    st.integers(0, 6).map(lambda i: f"{BASE}entity/e{i}"),
    TEXTS,
    st.sampled_from([iri("schema:Person"), iri("schema:Organization"), iri("schema:Place")]),
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
)
_NODES = _ENTITIES | _LITERALS
_TIMES = st.one_of(
    _DATES.map(lambda d: Time(d, d, d, "day")),
    st.builds(Time, _DATES.map(lambda d: d[:7]), st.none() | _DATES, st.none() | _DATES, st.just("month")),
    st.builds(Time, _DATES.map(lambda d: d[:4]), st.none() | _DATES, st.none() | _DATES, st.just("year")),
    st.builds(Time, TEXTS, st.none() | _DATES, st.none() | _DATES, st.just("interval")),
    st.builds(Time, _DATES.map(lambda d: f"--{d[5:]}"), st.none(), st.none(), st.just("recurring")),
)


@st.composite
def _claims(draw: st.DrawFn, article: Article, number: int) -> Claim:
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    return Claim(
        f"{article.iri}/claim/{number}",
        article.iri,
        draw(_ENTITIES),
        draw(_RELATIONS),
        draw(_NODES),
        tuple(draw(st.lists(st.builds(Qualifier, _RELATIONS, _NODES), max_size=2))),
        draw(st.sampled_from(["positive", "negative"])),
        draw(st.sampled_from(sorted(ONTOLOGY.modalities.values(), key=lambda m: m.iri))),
        tuple(draw(st.lists(_ENTITIES, max_size=3))),
        draw(st.none() | _TIMES),
        Evidence(start, end, article.text[start:end]),
        draw(TEXTS),
        draw(TEXTS),
        draw(st.floats(0, 1)),
        draw(st.booleans()),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading, in canonical form."""
    published: Any = draw(st.none() | st.dates(dt.date(1000, 1, 1)))
    article = Article(f"{BASE}article/a{draw(st.integers(0, 9))}", draw(TEXTS), draw(_WORDS), published, draw(TEXTS))
    claims = tuple(draw(_claims(article, i)) for i in range(draw(st.integers(0, 3))))
    return canonical(Reading(article, tuple(draw(st.lists(_ENTITIES, max_size=2))), claims))
