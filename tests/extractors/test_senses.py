"""Senses: wordings of the lexicon that say something else than their property."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

SENSES: Rows = [
    ("Anna Brandt was fighting to contain the damage.", "never damage | partOf | *"),
    ("The engineers closed the dam.", "never engineers | ends | dam"),
    ("The council closed the school.", "council | ends | school"),
    ("The team named the robot Elda.", "robot | alternateName | Elda", "never team | names | robot"),
    ("The boat was named Elda.", "boat | alternateName | Elda"),
    ("The club named Anna Brandt Player of the Year.", "never Anna Brandt | alternateName | *"),
    ("The council named the victim.", "council | names | victim"),
    ("The family has worked there for four generations.", "never family | worksFor | *"),
    ("The river drowned the school.", "never river | kills | *"),
    ("The storm drowned a man.", "storm | kills | man"),
    ("Clara Holm had raised £11,300 towards the costs.", "never Clara Holm | increases | *"),
    ("The museum put a ship on the cover.", "never museum | wears | *"),
]


@pytest.mark.parametrize("row", SENSES, ids=[row[0] for row in SENSES])
def test_senses(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
