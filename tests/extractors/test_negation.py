"""Negation in plain dress and odd: each row says in its own way that the bank did not buy the newspaper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]

NEGATION = [
    "Neither the bank nor the council bought the newspaper.",
    "The bank did not buy the newspaper.",
    "The bank never bought the newspaper.",
    "The bank no longer buys the newspaper.",
    "The bank hardly buys the newspaper.",
    "The bank almost bought the newspaper.",
    "The bank nearly bought the newspaper.",
    "The bank refused to buy the newspaper.",
    "The bank declined to buy the newspaper.",
    "The bank failed to buy the newspaper.",
    "The bank stopped buying the newspaper.",
    "The bank denied buying the newspaper.",
    "The bank avoided buying the newspaper.",
    "The bank has yet to buy the newspaper.",
    "The bank is yet to buy the newspaper.",
    "The bank was unable to buy the newspaper.",
    "The bank cannot have bought the newspaper.",
    "The bank pretended to buy the newspaper.",
    "The bank ruled out buying the newspaper.",
    "The bank was stopped from buying the newspaper.",
    "The bank was cleared of buying the newspaper.",
    "Instead of buying the newspaper, the bank closed it.",
    "There is no evidence that the bank bought the newspaper.",
    "The bank didn't buy the newspaper.",
    "The bank has not bought the newspaper.",
]


@pytest.mark.parametrize("text", NEGATION)
def test_what_is_denied(check: Check, text: str) -> None:
    check(text, "bank | buys | newspaper | denied*", "never bank | buys | newspaper", "never * | be bought | *")


def test_a_negation_may_hang_on_an_auxiliary(check: Check) -> None:
    check("The bank does not, and never will, buy the newspaper.", "bank | buys | newspaper | not planned")


@pytest.mark.parametrize(
    "text",
    ["The deal did not require the bank to buy the newspaper.", "The deal did not ask the bank to buy the newspaper."],
)
def test_what_is_not_asked_is_not_forbidden(check: Check, text: str) -> None:
    check(text, "bank | buys | newspaper | possible", "never bank | buys | newspaper | not *")


@pytest.mark.parametrize(
    "text",
    [
        "The bank has no plans to buy the newspaper.",
        "The bank does not have plans to buy the newspaper.",
        "The bank announced no plans to buy the newspaper.",
        "The bank took no decision to buy the newspaper.",
        "The bank made no attempt to buy the newspaper.",
    ],
)
def test_what_is_not_planned(check: Check, text: str) -> None:
    check(text, "bank | buys | newspaper | not planned", "never bank | buys | newspaper | planned")


def test_a_dropped_plan_is_none(check: Check) -> None:
    check("The bank dropped plans to buy the newspaper.", "bank | buys | newspaper | denied")


def test_a_time_that_was_none(check: Check) -> None:
    check(
        "At no point was any officer instructed to leave, a spokeswoman said.",
        "officer | be instructed | to leave | denied | spokeswoman",
    )


def test_a_way_that_is_none(check: Check) -> None:
    check("Under no circumstances will the bank buy the newspaper.", "bank | buys | newspaper | not planned")
