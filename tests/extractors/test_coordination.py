"""Coordination: members joined to the word that they can go with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

JOINED: Rows = [
    (
        "The robots were required to lift, carry and sort the balls.",
        "robots | carry | balls | requested",
        "robots | sort | balls | requested",
    ),
    (
        "Anna Brandt wants to double the fleet, buy a harbour and open a school.",
        "Anna Brandt | buys | harbour | planned",
        "never Anna Brandt | buys | harbour",
    ),
    (
        "The silver medal went to Norway and the bronze to Sweden.",
        "silver medal | go to | Norway",
        "never silver medal | go to | Sweden",
        "never silver medal | go to | *bronze*",
    ),
    ("The medal went to Norway and to Sweden.", "medal | go to | Norway", "medal | go to | Sweden"),
    (
        "Anna Brandt needs to tell the truth and lay out a policy.",
        "Anna Brandt | lay out | policy | requested",
        "never Anna Brandt | lay out | policy | asserted",
    ),
    ("Polish, Ukrainian and Lithuanian Americans sued the bank.", "never Polish | sues | bank"),
    (
        "Jonas Weiss was ordered to pay the firm and banned from the harbour.",
        "Jonas Weiss | be banned from | harbour",
        "never Jonas Weiss | ban | *",
    ),
    (
        "Jonas Weiss said members had not had a rise and accused the council of blocking a deal.",
        "Jonas Weiss | criticises | council",
        "never members | criticises | council*",
    ),
    (
        "Jonas Brandt founded the charity and his wife runs the shop.",
        "charity | founder | Jonas Brandt",
        "Jonas Brandt’s wife | run | shop",
        "never Jonas Brandt | run* | *",
    ),
    (
        "Anna Brandt said fans damaged seats and stewards removed the men.",
        "fans | damages | seats | asserted | Anna Brandt",
        "stewards | remove | men | asserted | Anna Brandt",
        "never seats | remove | *",
    ),
    ("Anna Brandt said bakers and brewers opposed the tax.", "bakers | opposes | tax | asserted | Anna Brandt"),
    (
        "Anna Brandt left Norway, where the capital is Oslo and the mayor is Jonas Weiss.",
        "capital | describedAs | Oslo",
        "never capital | describedAs | mayor",
    ),
    ("The suspect is Jonas Weiss and the victim is Anna Brandt.", "victim | describedAs | Anna Brandt"),
    (
        "Anna Brandt had gone when police found Jonas Weiss and told him to leave.",
        "police | finds | Jonas Weiss",
        "never Anna Brandt | speaksTo | *",
    ),
    ("Two shells hit the area near posts 542 and 543.", "never * | hit | 543"),
    ("About 100,000 soldiers and officers were sent to Bergen.", "never About 100,000 soldiers | * | *"),
    (
        "Anna Brandt told the court that the rope broke, but that managers had sued the council.",
        "managers | sues | council | asserted | Anna Brandt",
        "never managers | sues | council",
    ),
    (
        "The firm denied that any decision had been taken and said it would sue the council.",
        "firm | sues | council | planned | firm",
        "never decision | sues | *",
    ),
    ("The rope parted and struck his hand.", "never rope | part | *"),
    (
        "Anna Brandt thanked the council, said the bank was closed and visited Bergen.",
        "Anna Brandt | thank | council",
        "Anna Brandt | visits | Bergen",
    ),
    (
        "Clara Holm said that Anna Brandt had been told, had sued the bank, and had then met the mayor.",
        "Anna Brandt | sues | bank | asserted | Clara Holm",
        "Anna Brandt | meets | mayor | asserted | Clara Holm",
    ),
    (
        "Anna Brandt said pregnant women and people with asthma had been excluded.",
        "people with asthma | be excluded | * | asserted | Anna Brandt",
        "pregnant women | be excluded | * | asserted | Anna Brandt",
    ),
    (
        "Anna Brandt declined to threaten the firm or even directly declare it responsible.",
        "never firm | describedAs | responsible",
    ),
    (
        "The deal led to calls from Northline and Anna Brandt was invited to the fair.",
        "Anna Brandt | be invited to | fair",
    ),
]


@pytest.mark.parametrize("row", JOINED, ids=lambda row: row[0])
def test_coordination(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
