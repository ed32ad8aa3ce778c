"""Sequences: what came after what. After is never because, and because is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

AFTER: Rows = [
    (
        "Anna Brandt rebuilt the car entirely after the old one broke.",
        "Anna Brandt rebuilt the car | follows | the old one broke",
    ),
    ("Anna Brandt died weeks after the inspection.", "Anna Brandt died | follows | inspection"),
    ("Anna Brandt resigned following the inspection.", "Anna Brandt resigned | follows | inspection"),
    ("Anna Brandt resigned after she was criticised.", "Anna Brandt resigned | follows | she was criticised"),
    ("After a meeting with Jonas Weiss, Anna Brandt resigned.", "Anna Brandt resigned | follows | meeting*"),
    ("Anna Brandt met Jonas Weiss before the inspection.", "Anna Brandt met Jonas Weiss | precedes | inspection"),
    ("Since the school closed, the town has shrunk.", "town shrunk | follows | the school closed"),
]

BECAUSE: Rows = [
    ("The match was cancelled because of the storm.", "storm | causes | match was cancelled"),
    ("The match was cancelled due to heavy rain.", "heavy rain | causes | match was cancelled"),
    ("The storm led to a flood.", "storm | causes | flood"),
    ("The strike was prompted by the closure of the school.", "closure of the school | causes | strike"),
    ("Because of the cliff the boat could not land.", "cliff | causes | boat not land"),
]

NO_SEQUENCE: Rows = [
    ("Anna Brandt should not go since she is ill.", "never * | follows | *"),
    ("Anna Brandt resigned after 13 years.", "never * | follows | *"),
    ("Anna Brandt resigned after Friday.", "never * | follows | *"),
    ("Anna Brandt looked after the children.", "never * | follows | *"),
    ("Anna Brandt stood before the court.", "never * | precedes | *"),
    ("Voters should know it now, not after the election.", "never * | follows | *"),
    ("Anna Brandt came before the house on Monday.", "never * | precedes | *"),
    ("Karl Holm died from an infection caused by dirt after the harbour had closed.", "never infection* | follows | *"),
]


@pytest.mark.parametrize("row", AFTER, ids=lambda row: row[0])
def test_after_is_not_because(check: Check, row: tuple[str, ...]) -> None:
    check(*row, "never * | causes | *")


@pytest.mark.parametrize("row", BECAUSE + NO_SEQUENCE, ids=lambda row: row[0])
def test_sequences(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
