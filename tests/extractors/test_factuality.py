"""Factuality: whether it is said to have happened. How far a negation, an adverb or a governor reaches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

SCOPE = [
    (
        "Anna Brandt had been denied visas to enter the country until last week.",
        "Anna Brandt | travelsTo | country | not possible*",
        "never * | travelsTo | * | not denied*",
    ),
    ("The mayor no longer wants to sue the council.", "mayor | sues | council | not planned"),
    ("Jonas Weiss has not said why the mayor sued the council.", "mayor | sues | council"),
    ("The mayor maintained a policy of suing the council.", "mayor | sues | council"),
    (
        "The mayor rejected the idea of suing the council.",
        "mayor | sues | council | possible",
        "never mayor | sues | council",
    ),
    ("Anna Brandt insisted that the mayor sue the council.", "mayor | sues | council | requested | Anna Brandt"),
    ("Anna Brandt was asked how the mayor sued the council.", "mayor | sues | council | possible"),
    ("The film explores how the mayor sued the council.", "mayor | sues | council"),
    ("Anna Brandt went on to sue the council.", "Anna Brandt | sues | council"),
    ("Common sense prevailed: the mayor sued the council.", "mayor | sues | council"),
    ("Anna Brandt hoped the mayor would sue the council.", "mayor | sues | council | requested | Anna Brandt"),
    ("Even if it rains, the mayor will sue the council.", "mayor | sues | council | planned"),
    (
        "The trial of Jonas Weiss, who is accused of killing Clara Holm, goes on.",
        "never Jonas Weiss | kills | Clara Holm",
    ),
    ("The jury was told Jonas Weiss killed Clara Holm.", "Jonas Weiss | kills | Clara Holm | possible"),
    ("Police are searching for a man suspected of killing Clara Holm.", "man | kills | Clara Holm | possible*"),
    ("Jonas Weiss was blamed for killing Clara Holm.", "Jonas Weiss | kills | Clara Holm | possible"),
    ("Jonas Weiss was praised for saving Clara Holm.", "Jonas Weiss | rescues | Clara Holm"),
    ("Jonas Weiss's attempt to kill Clara Holm failed.", "Jonas Weiss | kills | Clara Holm | denied"),
    ("Jonas Weiss should have saved Clara Holm.", "never Jonas Weiss | rescues | Clara Holm"),
    ("Jonas Weiss wished he had saved Clara Holm.", "never Jonas Weiss | rescues | Clara Holm"),
    ("Jonas Weiss denied failing to save Clara Holm.", "Jonas Weiss | rescues | Clara Holm | asserted | Jonas Weiss"),
    ("Jonas Weiss never fails to save Clara Holm.", "Jonas Weiss | rescues | Clara Holm"),
    (
        "Critics accuse Jonas Weiss of failing to save Clara Holm.",
        "Jonas Weiss | rescues | Clara Holm | not possible | Critics",
    ),
    ("But for Jonas Weiss, Clara Holm would have killed Pieter Maas.", "Clara Holm | kills | Pieter Maas | possible"),
    ("The council decided not to close the school.", "council | ends | school | not planned*"),
    ("The council could not close the school.", "council | ends | school | denied"),
    ("The council need not close the school.", "never council | ends | school"),
    ("The council's failure to close the school was noted.", "council | ends | school | denied"),
    ("The council's threat to close the school was noted.", "council | ends | school | planned"),
    ("Before closing the school, the council sold it.", "council | ends | school", "council | sells | school"),
    ("By closing the school, the council saved money.", "council | ends | school"),
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
        "Jonas Weiss | attacks | Clara Holm | denied | Jonas Weiss",
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
    ("The bank is going to buy the newspaper.", "bank | buys | newspaper | planned"),
    ("Jonas Weiss was going to attack Clara Holm.", "never Jonas Weiss | attacks | Clara Holm"),
    ("Anna Brandt denied reports that she had attacked Clara Holm.", "never Anna Brandt | attacks | Clara Holm"),
    ("Not Jonas Weiss but Pieter Maas attacked Clara Holm.", "never Jonas Weiss | attacks | Clara Holm"),
    ("Jonas Weiss and not Pieter Maas attacked Clara Holm.", "never Pieter Maas | attacks | Clara Holm"),
    ("Jonas Weiss attacked not Clara Holm but Pieter Maas.", "never Jonas Weiss | attacks | Clara Holm"),
    ("Jonas Weiss attacked Clara Holm?", "never Jonas Weiss | attacks | Clara Holm"),
    ("Bank to buy newspaper", "Bank | buys | newspaper | planned"),
    ("Head teacher to sue council", "Head teacher | sues | council | planned"),
    ("Anna Brandt was asked to resign but refused.", "Anna Brandt | refuse | refused"),
    ("The council decided against closing the school.", "never council | ends | school"),
    ("The idea that the council closed the school is absurd.", "never council | ends | school"),
    ("Anna Brandt rejected the idea that the council had closed the school.", "never council | ends | school"),
    (
        "Anna Brandt avoids condemning Russia’s invasion of Ukraine.",
        "Russia | attacks | Ukraine",
        "never Russia | attacks | Ukraine | denied",
    ),
    ("Anna Brandt dismissed the claim as being a fraud.", "never claim | describedAs | *fraud | asserted | -"),
    ("The survey used a panel of 600 experts.", "600 experts | numberOf | 600"),
    ("Anna Brandt has not been charged nor convicted of fraud.", "Anna Brandt | convictedOf | fraud | denied"),
    ("Anna Brandt has not been charged nor convicted.", "Anna Brandt | be charged | has not been charged | denied"),
    (
        "The council said it would sue the bank once the report was complete.",
        "report | describedAs | complete | planned | council",
    ),
    ("Anna Brandt is not going to sue the bank.", "Anna Brandt | sues | bank | not planned"),
    ("The mayor spoke on whether the council should sue the bank.", "council | sues | bank | possible"),
    ("Anna Brandt thinks that the council would sue the bank.", "council | sues | bank | possible | Anna Brandt"),
    ("Anna Brandt said that the council would sue the bank.", "council | sues | bank | planned | Anna Brandt"),
    ("This allowed the council to close the school.", "council | ends | school"),
    ("The mayor allowed the council to close the school.", "council | ends | school | possible"),
    (
        "Anna Brandt called on the leader to expel Jonas Weiss.",
        "leader | expels | Jonas Weiss | requested | Anna Brandt",
    ),
    ("30 dogs were found living in dirty barns.", "30 dogs | live in | dirty barns"),
    ("Anna Brandt was among the first leaders to thank Jonas Weiss.", "Anna Brandt | speaksTo | Jonas Weiss"),
    ("The council failed to ask them before closing the school.", "council | ends | school"),
    ("The council has scrapped plans to close the school.", "council | ends | school | denied"),
    ("If it rains and the council closes the school, the mayor will resign.", "council | ends | school | possible"),
    ("The show took them to investigate the murder of Anna Brandt.", "Anna Brandt | causeOfDeath | murder"),
    ("Muslims are required to visit the city, if financially possible.", "Muslims | visits | city | requested"),
    ("The policies regarding Muslims travelling to the city drew criticism.", "Muslims | travelsTo | city | possible"),
    ("Jonas Weiss called for Anna Brandt to resign.", "Anna Brandt | resign | resign | requested | Jonas Weiss"),
    (
        "The council did not publish the report until the inquest ended.",
        "council | publishes | report",
        "never * | publishes | report | denied*",
    ),
    ("The pool did not reopen until 3 March.", "pool | reopen | did not reopen until 3 March @ 2023-03-03"),
    ("Anna Brandt could not sue the council until Friday.", "Anna Brandt | sues | council | denied"),
    ("The problem is that the mayor sued the council.", "mayor | sues | council"),
    ("The bet is that the mayor sues the council.", "mayor | sues | council | possible"),
    (
        "The mayor denied that Anna Brandt helped Jonas Weiss sue the council.",
        "Jonas Weiss | sues | council | possible | mayor",
        "never * | sues | council | denied*",
    ),
    ("Anna Brandt had finished what she was doing when Jonas Weiss sued the council.", "Jonas Weiss | sues | council"),
    ("The firm has grown to own the newspaper.", "firm | owns | newspaper"),
    (
        "They fired shells at the posts under the pretext that the army had sued the council.",
        "army | sues | council | possible",
        "never army | sues | council",
    ),
    ("Players are dropped into a cave, to sue the council.", "never * | sues | council | denied"),
    ("It was third, and nearly tied with the bank.", "never * | tie with | bank | denied"),
    (
        "The firm declined to say how often it had sued the council.",
        "firm | sues | council",
        "never * | sues | council | denied*",
    ),
    ("The firm declined to say how much it had spent.", "never * | spend | how much*"),
    (
        "He is an independent who does not claim to own the bank.",
        "never * | owns | bank",
        "never * | owns | bank | possible",
    ),
    ("The firm would sue the council before making changes.", "never firm | make | changes"),
    ("Police shouted at Jonas Weiss to sue the council.", "Jonas Weiss | sues | council | requested"),
    (
        "If the inquiry finds that the bank sued the council, the mayor could resign.",
        "bank | sues | council | possible",
    ),
    (
        "The bridge was shut, police said, but the mayor sued the council.",
        "mayor | sues | council",
        "bridge | be shut | was shut | asserted | police",
    ),
    ("The mayor sued the bank, court told", "mayor | sues | bank | possible", "never court | says | *"),
]


@pytest.mark.parametrize("row", SCOPE, ids=lambda row: row[0])
def test_scope(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
