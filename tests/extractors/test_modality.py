"""Modality: plans, possibilities and requests, each said in its own way of the bank that buys the newspaper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]

PLANS = [
    ("The bank will buy the newspaper.", "planned"),
    ("The bank plans to buy the newspaper.", "planned"),
    ("The bank intends to buy the newspaper.", "planned"),
    ("The bank is to buy the newspaper.", "planned"),
    ("The bank is set to buy the newspaper.", "planned"),
    ("The bank is due to buy the newspaper.", "planned"),
    ("The bank is expected to buy the newspaper.", "planned"),
    ("The bank is about to buy the newspaper.", "planned"),
    ("The bank offered to buy the newspaper.", "planned"),
    ("The bank promised to buy the newspaper.", "planned"),
    ("The bank threatened to buy the newspaper.", "planned"),
    ("The bank raised money to buy the newspaper.", "planned"),
]

POSSIBILITY = [
    ("If it gets the money, the bank will buy the newspaper.", "possible"),
    ("If the bank were to buy the newspaper, it would close.", "possible"),
    ("The bank has had trouble buying the newspaper.", "possible"),
    ("The bank bought the newspaper or the magazine.", "possible"),
    ("The bank may buy the newspaper.", "possible"),
    ("The bank might have bought the newspaper.", "possible"),
    ("The bank could buy the newspaper.", "possible"),
    ("The bank would have bought the newspaper.", "possible"),
    ("Perhaps the bank bought the newspaper.", "possible"),
    ("The bank reportedly bought the newspaper.", "possible"),
    ("The bank allegedly bought the newspaper.", "possible"),
    ("The bank tried to buy the newspaper.", "possible"),
    ("The bank considered buying the newspaper.", "possible"),
    ("The bank seems to have bought the newspaper.", "possible"),
    ("The bank was allowed to buy the newspaper.", "possible"),
    ("The bank is believed to have bought the newspaper.", "possible"),
    ("The bank is said to have bought the newspaper.", "possible"),
    ("The bank is accused of buying the newspaper.", "possible"),
    ("The bank is suspected of buying the newspaper.", "possible"),
    ("It is alleged that the bank bought the newspaper.", "possible"),
    ("It is unclear whether the bank bought the newspaper.", "possible"),
    ("It is not true that the bank bought the newspaper.", "possible"),
    ("Did the bank buy the newspaper?", "possible"),
    ("If the bank bought the newspaper, the union would protest.", "possible"),
    ("Unless the bank buys the newspaper, the union will protest.", "possible"),
    ("Had the bank bought the newspaper, the union would have protested.", "possible"),
    ("Rumours that the bank had bought the newspaper spread quickly.", "possible"),
    ("The allegation that the bank bought the newspaper is false.", "possible"),
    ("Claims that the bank bought the newspaper were rejected.", "possible"),
    ("Should the bank buy the newspaper, it would close.", "possible"),
    ("The bank did not rule out buying the newspaper.", "possible"),
]

REQUESTS = [
    ("The bank should buy the newspaper.", "requested"),
    ("The bank must buy the newspaper.", "requested"),
    ("The bank has to buy the newspaper.", "requested"),
    ("The bank was asked to buy the newspaper.", "requested"),
    ("The bank was ordered to buy the newspaper.", "requested"),
]


@pytest.mark.parametrize(("text", "status"), PLANS + POSSIBILITY + REQUESTS)
def test_status(check: Check, text: str, status: str) -> None:
    check(text, f"bank | buys | newspaper | {status}*", "never bank | buys | newspaper", "never * | be bought | *")


FACTS = [
    "The bank bought the newspaper.",
    "The bank has bought the newspaper.",
    "The bank managed to buy the newspaper.",
    "The bank continued to buy the newspaper.",
    "The bank not only bought the newspaper but closed it.",
    "Why did the bank buy the newspaper?",
    "The bank is known to buy the newspaper.",
    "It emerged that the bank bought the newspaper.",
    "It was in this café that the bank bought the newspaper.",
]


@pytest.mark.parametrize("text", FACTS)
def test_facts_stay_facts(check: Check, text: str) -> None:
    check(text, "bank | buys | newspaper", "never bank | buys | newspaper | *")
