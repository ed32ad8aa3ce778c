"""Attachments: modifiers hung where grammar alone says that they can belong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

REATTACHED: Rows = [
    (
        "Anna Brandt won five prizes in Bergen, including the Elm Medal.",
        "Anna Brandt | wins | Elm Medal",
    ),
    (
        "Five people were arrested in Bergen, including Anna Brandt.",
        "Five people | be arrested in | Bergen",
        "never Bergen | * | Anna Brandt",
    ),
    ("The Elm flows west from Oak Lake.", "Elm | flow from | Oak Lake"),
    ("The fair comes before Easter, the annual feast.", "never fair | describedAs | *"),
    (
        "The agency said the army was on alert, quoting the state paper.",
        "agency | mentions | state paper",
        "never army | mentions | *",
    ),
    ("Anna Brandt tweeted using her own account.", "never * | Anna Brandt"),
    (
        "Elm School fell from good to poor.",
        "Elm School | formerRating | good",
        "Elm School | fall to | poor*",
        "never poor | *",
    ),
    ("Anna Brandt died from infection, a form of poisoning.", "never * | die | form of poisoning"),
    (
        "The governments save the lives of migrants at sea who are in need of help.",
        "migrants | be in need of | help",
        "never sea | be in need of | *",
    ),
    (
        "The Bergen News, the Arizona Post and the Mail endorsed Anna Brandt.",
        "Bergen News | supports | Anna Brandt",
        "Arizona Post | supports | Anna Brandt",
        "Mail | supports | Anna Brandt",
        "never Bergen News | location | *",
    ),
    (
        "Anna Brandt contacted the minister over housing for people out at sea.",
        "Anna Brandt | contacts | minister",
        "never * | contact out | *",
    ),
    (
        "The transcript of the debate, published by the Herald, was long.",
        "Herald | publishes | transcript of the debate",
        "never Herald | publishes | debate",
    ),
    (
        "Clara Holm failed to get re-elected in the district.",
        "Clara Holm | be re-elected in | district | denied",
        "never Clara Holm | be elected in | district",
    ),
    ("Clara Holm, Jonas Weiss and Peter Lind sued Anna Brandt.", "Jonas Weiss | sues | Anna Brandt"),
    (
        "President of Norway Anna Brandt met the mayor.",
        "Anna Brandt | leads | Norway",
        "Anna Brandt | meets | mayor",
        "never * | leads | Anna Brandt",
    ),
    ("Joseph Brandt, Jr., leads the council.", "Joseph Brandt | leads | council", "never Jr. | * | *"),
    (
        "In a meeting with the board of the Washington Post Brandt sued the bank. Jonas Brandt left.",
        "Jonas Brandt | sues | bank",
        "never * | with | *Post Brandt",
    ),
    (
        "Jonas Weiss tweeted in the early morning hours that Anna Brandt was ill.",
        "Anna Brandt | describedAs | ill | asserted | Jonas Weiss",
    ),
    (
        "Anna Brandt was the author of the Bergen agreement, the first accord of the council.",
        "Bergen agreement | describedAs | first accord*",
        "never Anna Brandt | describedAs | *accord*",
    ),
    ("Anna Brandt flew here to begin a war - one she has fought against storms.", "never Anna Brandt | fly | one"),
    (
        "Anna Brandt was flown to the Queen Elizabeth Hospital in Bergen, where she remains in a critical condition.",
        "Queen Elizabeth Hospital | location | Bergen",
        "Anna Brandt | remain in | critical condition",
        "never Anna Brandt | remain | *",
    ),
    (
        "The firm paid for a prize which the jury awarded Anna Brandt.",
        "jury | gives | prize",
        "never jury | gives | Anna Brandt",
    ),
    (
        "The sinking was the worst since 2011, when a ferry sank near Bergen, killing more than 200.",
        "ferry | kill | more than 200",
        "never sinking | kill | *",
    ),
    ("Norwegian academic and teacher Anna Brandt sued the bank.", "Anna Brandt | sues | bank"),
    (
        "Anna Brandt told the inquest he saw the driver steal the van.",
        "Anna Brandt | says | he saw the driver steal the van",
        "driver | steal | van | asserted | Anna Brandt",
    ),
    ("Anna Brandt told the man she met to leave.", "never Anna Brandt | says | *"),
    (
        "Police are appealing for witnesses to an attack in Bergen last week.",
        "never Police | * | attack",
        "never attack | startDate | * | requested*",
    ),
    (
        "The council made an offer last week to buy the land.",
        "council | buys | land | planned",
        "never council | buys | land",
    ),
    ("Anna Brandt announced plans this week to give money to the club.", "Anna Brandt | gives | money | planned"),
    ("The rules called for Anna Brandt to be taken home.", "never rules | call | *"),
    ("Two governors resigned in protest at the suspension.", "never * | resign at | *"),
    (
        "Campaigners have accused councillors of “deliberate neglect” after officers left.",
        "Campaigners | criticises | councillors",
    ),
    (
        "Anna Brandt contacted the minister over the camp.",
        "Anna Brandt | contacts | minister",
        "never minister over* | * | *",
    ),
    (
        "Outside Elm School in Bergen, Clara Brandt said she was tired.",
        "Clara Brandt | says | she was tired",
        "never Outside* | * | *",
    ),
]


@pytest.mark.parametrize("row", REATTACHED, ids=lambda row: row[0])
def test_attachments(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
