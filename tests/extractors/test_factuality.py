"""Factuality: whether it is said to have happened. What matters most is the last column: what must not be asserted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

# (how the bank's buying is said, its status)
NEGATION = [
    ("The bank did not buy the newspaper.", "denied"),
    ("The bank never bought the newspaper.", "denied"),
    ("The bank no longer buys the newspaper.", "denied"),
    ("The bank hardly buys the newspaper.", "denied"),
    ("The bank almost bought the newspaper.", "denied"),
    ("The bank nearly bought the newspaper.", "denied"),
    ("The bank refused to buy the newspaper.", "denied"),
    ("The bank declined to buy the newspaper.", "denied"),
    ("The bank failed to buy the newspaper.", "denied"),
    ("The bank stopped buying the newspaper.", "denied"),
    ("The bank denied buying the newspaper.", "denied"),
    ("The bank avoided buying the newspaper.", "denied"),
    ("The bank has yet to buy the newspaper.", "denied"),
    ("The bank is yet to buy the newspaper.", "denied"),
    ("The bank was unable to buy the newspaper.", "denied"),
    ("The bank cannot have bought the newspaper.", "denied"),
    ("The bank pretended to buy the newspaper.", "denied"),
    ("The bank ruled out buying the newspaper.", "denied"),
    ("The bank was stopped from buying the newspaper.", "denied"),
    ("The bank was cleared of buying the newspaper.", "denied"),
    ("Instead of buying the newspaper, the bank closed it.", "denied"),
    ("There is no evidence that the bank bought the newspaper.", "denied"),
    ("The bank didn't buy the newspaper.", "denied"),
    ("The bank has not bought the newspaper.", "denied"),
]

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
]

REQUESTS = [
    ("The bank should buy the newspaper.", "requested"),
    ("The bank must buy the newspaper.", "requested"),
    ("The bank has to buy the newspaper.", "requested"),
    ("The bank was asked to buy the newspaper.", "requested"),
    ("The bank was ordered to buy the newspaper.", "requested"),
]

FACTS = [
    "The bank bought the newspaper.",
    "The bank has bought the newspaper.",
    "The bank managed to buy the newspaper.",
    "The bank continued to buy the newspaper.",
    "The bank not only bought the newspaper but closed it.",
    "Why did the bank buy the newspaper?",
]


@pytest.mark.parametrize(("text", "status"), NEGATION + PLANS + POSSIBILITY + REQUESTS)
def test_status(check: Check, text: str, status: str) -> None:
    check(text, f"bank | buys | newspaper | {status}*", "never bank | buys | newspaper", "never * | be bought | *")


@pytest.mark.parametrize("text", FACTS)
def test_facts_stay_facts(check: Check, text: str) -> None:
    check(text, "bank | buys | newspaper", "never bank | buys | newspaper | *")


SCOPE = [
    (
        "Anna Brandt allegedly bribed the minister and attacked Clara Holm.",
        "Anna Brandt | attacks | Clara Holm | possible",
    ),
    (
        "Anna Brandt did not visit Jonas Weiss or attack Clara Holm.",
        "Anna Brandt | visits | Jonas Weiss | denied",
        "Anna Brandt | attacks | Clara Holm | denied",
    ),
    (
        "Anna Brandt, who visited Jonas Weiss, did not attack Clara Holm.",
        "Anna Brandt | visits | Jonas Weiss",
        "Anna Brandt | attacks | Clara Holm | denied",
    ),
    (
        "Jonas Weiss, who denies attacking Clara Holm, lives in Bergen.",
        "Jonas Weiss | homeLocation | Bergen",
        "Jonas Weiss | attacks | Clara Holm | denied",
    ),
    ("Neither Anna Brandt nor Jonas Weiss attended the meeting.", "Anna Brandt | attends | meeting | denied"),
    (
        "Anna Brandt flew to Bergen to meet Jonas Weiss.",
        "Anna Brandt | meets | Jonas Weiss | planned",
        "Anna Brandt | travelsTo | Bergen",
    ),
    ("Jonas Weiss was charged with killing Clara Holm.", "Jonas Weiss | kills | Clara Holm | possible"),
    ("Jonas Weiss was arrested for allegedly attacking Clara Holm.", "Jonas Weiss | attacks | Clara Holm | possible"),
    ("Police prevented Jonas Weiss from attacking Clara Holm.", "Jonas Weiss | attacks | Clara Holm | denied"),
    (
        "Anna Brandt urged the bank not to buy the newspaper.",
        "Anna Brandt | asks | bank",
        "bank | buys | newspaper | not requested | Anna Brandt",
    ),
    ("The planned meeting with Jonas Weiss was cancelled.", "never * | meets | *"),
    ("Anna Brandt called for a boycott of the bank.", "never * | boycotts | *", "never * | protestsAgainst | *"),
    ("Anna Brandt demanded an apology from the bank.", "never bank | apolog* | *"),
    ("There are fears that the plan would raise prices.", "plan | increases | prices | possible"),
]


@pytest.mark.parametrize("row", SCOPE, ids=lambda row: row[0])
def test_scope(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
