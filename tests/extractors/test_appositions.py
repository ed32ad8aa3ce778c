"""Appositions and what else stands beside a name: places, ages, acronyms, numbers, kinds, nationalities, examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

AGES: Rows = [
    ("Anna Brandt, 42, was arrested.", "Anna Brandt | age | 42"),
    ("Anna Brandt, 42, met Jonas Weiss, 7.", "Anna Brandt | age | 42", "Jonas Weiss | age | 7"),
    ("Anna Brandt won 42 races.", "never * | age | *"),
    ("Anna Brandt, 1,300 nurses and the mayor left.", "never * | age | *"),
    ("The Ministry of Defence (MoD) closed.", "Ministry of Defence | alternateName | MoD"),
]

PLACES: Rows = [
    ("The meeting near Bergen ended.", "never meeting | location | *"),
    ("Anna Brandt and Jonas Weiss, from Bergen, left.", "never Anna Brandt | homeLocation | *"),
    ("Bergen, Norway, hosted the meeting.", "Bergen | containedIn | Norway"),
    ("The museum in Bergen closed.", "museum | location | Bergen"),
    ("The bank, based in Bergen, sued the council.", "bank | location | Bergen"),
    ("Anna Brandt, Norway, won.", "never Anna Brandt | containedIn | *", "never Anna Brandt | location | *"),
    ("In the south district, councillors Anna Brandt and Jonas Weiss were elected.", "never * | location | *"),
    ("The site lists all celebrations in Norway.", "never * | location | *"),
    ("She was outside the building in the gardens.", "never building | * | gardens"),
    ("The Norwegian Safety Bureau (NSB-N) has sent Anna Brandt.", "never * | location | NSB-N"),
]

NAMES: Rows = [
    ("The Norwegian and Swedish teams left.", "never * | nationality | Norway"),
    ("Anna Brandt, head of Acme – the production company – left.", "never Anna Brandt | describedAs | *"),
    ("The National Fishing Board (NFB) closed.", "National Fishing Board | alternateName | NFB"),
    ("The National Fishing Board (see page 4) closed.", "never * | alternateName | *"),
    ("The Norwegian minister Jonas Weiss visited Oslo.", "Jonas Weiss | nationality | Norway"),
    ("Jonas Weiss, a Swedish tourist, left.", "Jonas Weiss | nationality | Sweden"),
    ("Norwegian police arrested two Swedish tourists.", "two Swedish tourists | nationality | Sweden"),
    (
        "Supporters of Karl Roth, the captain, left.",
        "Karl Roth | jobTitle | captain",
        "never Supporters of Karl Roth | * | captain",
    ),
    ("The win, the club’s first since October, pleased Karl Roth.", "never win | startDate | *"),
    (
        "An independent who does not belong to either camp, Anna Brandt of the Elm List, defeated her opponents.",
        "Anna Brandt | defeats | *",
        "never independent | * | *",
    ),
]

NUMBERS: Rows = [
    ("More than 700 people attended the meeting.", "More than 700 people | numberOf | More than 700"),
    ("The union has 300 members.", "300 members | numberOf | 300"),
    ("The collapse killed 12 people.", "12 people | numberOf | 12"),
    ("One person left.", "never * | numberOf | *"),
    ("A 4-4 ruling by the court helped the mayor.", "never * | numberOf | 4"),
    ("The team lost two or three players.", "two or three players | numberOf | two or three"),
    ("The election elects 70 members of the council.", "70 members* | numberOf | 70"),
    ("Anna Brandt recalled the 9/11 attacks.", "never * | numberOf | *"),
    (
        "Two neighbouring schools, Elm Academy and St Ann’s, closed on Monday.",
        "Two neighbouring schools | numberOf | Two",
        "never Elm Academy | numberOf | *",
    ),
    ("More than 300 flights were cancelled.", "never More than 300 flights | numberOf | * | denied"),
    ("The firm plans to move its 90 staff.", "firm’s 90 staff | numberOf | 90"),
    ("Anna Brandt represents some 600 households.", "Anna Brandt | represents | some 600 households"),
    ("A mother of two visited Bergen.", "never * | numberOf | *"),
    ("The council plans to sell the two schools.", "two schools | numberOf | two"),
    (
        "About 100,000 Greeks worship the old gods.",
        "About 100,000 Greeks | worship | old gods",
        "never Greeks | worship | *",
    ),
    ("The illness affects one in seven people.", "never * | numberOf | seven"),
    ("The jury cleared her of one charge and convicted her of three others.", "never * | numberOf | three"),
]

KINDS: Rows = [
    ("The Rohingya, a stateless minority, fled.", "Rohingya | describedAs | stateless minority"),
    ("The bank, a subsidiary of the Nordic Group, closed.", "bank | parentOrganization | Nordic Group"),
    ("Anna Brandt, the first woman named mayor, left.", "Anna Brandt | describedAs | first woman named mayor"),
    ("Anna Brandt praised loans, not private ones.", "never loans | describedAs | *"),
    ("Half of them are born to young mothers, a threefold increase.", "never young mothers | describedAs | *"),
    ("They were made from scratch, a fine display of craft.", "never * | describedAs | fine display*"),
    ("Two, a porter and an old man, were held.", "never * | describedAs | porter"),
    (
        "Karl Roth blamed rising bills, a shortage of drivers and falling numbers.",
        "never rising bills | describedAs | *",
    ),
    ("Northline paid the goalkeeper Jonas Weiss a six-figure sum.", "never Jonas Weiss | describedAs | *"),
    ("They sailed to Talis, normally a trip of two hours.", "never Talis | describedAs | *"),
    ("Holm, its main rival, has grown.", "never Holm | describedAs | its*"),
]

EXAMPLES: Rows = [
    (
        "Religions such as Wicca and Druidry grew.",
        "Wicca | describedAs | Religions",
        "Druidry | describedAs | Religions",
    ),
    (
        "Media outlets including the Bergen Post and the Oslo Times closed.",
        "Bergen Post | describedAs | Media outlets",
        "Oslo Times | describedAs | Media outlets",
    ),
    (
        "Anna Brandt wishes to spotlight social causes including the Green Party.",
        "Green Party | describedAs | social causes",
    ),
    (
        "Many religions, such as Druidism, use the rite.",
        "Druidism | describedAs | religions",
        "never Druidism | describedAs | Many religions",
    ),
    ("In Norland Danes worship many gods, such as Thor.", "never * | worship | such"),
]


@pytest.mark.parametrize("row", AGES + PLACES + NAMES + NUMBERS + KINDS + EXAMPLES, ids=lambda row: row[0])
def test_appositions(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
