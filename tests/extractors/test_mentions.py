"""Mentions: the places where somebody or something is spoken of. A line is `kind: text`, a name with its title."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.mentions import find_mentions
from ontology import Lexicon

# What opens a sentence in front of a name is no part of it.
BEFORE = """Yesterday Tonight Earlier Later Soon Despite Unlike British Norwegian Asked Jailed Convicted Dear
    Breaking Pictured Former""".split()

ROWS = [
    ("Anna Brandt met Jonas Weiss.", "name: Anna Brandt", "name: Jonas Weiss"),
    ("Ms Brandt met Dr. Jonas Weiss.", "name: Ms Brandt", "name: Dr Jonas Weiss"),
    ("She met the mayor.", "pronoun: She", "nominal: mayor"),
    ("The union met Anna Brandt’s lawyer.", "nominal: union", "name: Anna Brandt", "nominal: Anna Brandt’s lawyer"),
    ("The head teacher left.", "nominal: head teacher"),
    ("The head of the school left.", "nominal: head of the school", "nominal: school"),
    ("Elm Grove School closed.", "name: Elm Grove School"),
    ("The Bank of Norway paid.", "name: Bank of Norway"),
    ("Anna-Maria Brandt met Jean-Luc O'Neill.", "name: Anna-Maria Brandt", "name: Jean-Luc O'Neill"),
    ("North and South Zembla won.", "name: North Zembla", "name: South Zembla"),
    ("Anna Brandt left on Monday.", "name: Anna Brandt"),
    ("Anna Brandt left in March.", "name: Anna Brandt"),
    ("Three workers left.", "nominal: Three workers"),
    ("A woman who left met Anna Brandt.", "nominal: woman", "pronoun: who", "name: Anna Brandt"),
    ("HEADTEACHER Anna Brandt left.", "name: Anna Brandt"),
    *((f"{word} Anna Brandt left.", "name: Anna Brandt") for word in BEFORE),
    ("Theresa May left in May.", "name: Theresa May"),
    ("In April Anna Brandt left.", "name: Anna Brandt"),
    ("April Jones left last June.", "name: April Jones"),
    ("Mrs May left.", "name: Mrs May"),
    ("On Thursday Parliament met.", "name: Parliament"),
    ("The Sunday Post closed.", "name: Sunday Post"),
    ("St Anne's Hospital closed.", "name: St Anne's Hospital"),
    ("King's College closed.", "name: King's College"),
    ("The Children’s Society left.", "name: Children’s Society"),
    ("Norway's Parliament met.", "name: Norway", "name: Parliament"),
    ("Deputy Head Anna Brandt left.", "name: Anna Brandt"),
    ("Afghan Ambassador Anna Brandt left.", "name: Ambassador Anna Brandt"),
    ("U.S. Senator Anna Brandt left.", "name: U.S.", "name: Senator Anna Brandt"),
    ("UN Secretary-General Jonas Weiss left.", "name: UN", "name: Secretary-General Jonas Weiss"),
    ("Bill Closes left.", "name: Bill Closes"),
    ("Will Power left.", "name: Will Power"),
    ("Pat Mayor met Tom Baker.", "name: Pat Mayor", "name: Tom Baker"),
    ("North Zembla attacked South Zembla.", "name: North Zembla", "name: South Zembla"),
    ("The Ministry of Defence (MoD) left.", "name: Ministry of Defence", "name: MoD"),
    ("Several MPs left.", "nominal: Several MPs"),
    ("She wrote on X.", "pronoun: She", "name: X"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_mentions(parsed: Callable[[str], Doc], lexicon: Lexicon, row: tuple[str, ...]) -> None:
    text, *expected = row
    mentions = find_mentions(parsed(text), lexicon)
    assert [f"{m.kind}: {m.title} {m.text}".replace(":  ", ": ") for m in mentions] == expected


@pytest.mark.parametrize("text", [text for text, *_ in ROWS])
def test_mentions_stand_in_order_one_for_each_head(parsed: Callable[[str], Doc], lexicon: Lexicon, text: str) -> None:
    mentions = find_mentions(parsed(text), lexicon)
    assert mentions == sorted(mentions)
    assert len({m.head for m in mentions}) == len(mentions)
    assert all(m.start <= m.head < m.end for m in mentions)
