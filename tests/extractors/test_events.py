"""Events that nouns name: who did it and to whom, and when it is only planned, wished or feared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

NOUNS: Rows = [
    ("The arrest of Jonas Weiss by police angered the union.", "police | arrests | Jonas Weiss"),
    ("The inspection of the school by the agency took place in May.", "agency | inspects | school"),
    ("Anna Brandt's criticism of the council angered the mayor.", "Anna Brandt | criticises | council"),
    ("The murder of Clara Holm shocked Bergen.", "Clara Holm | causeOfDeath | murder", "never * | kills | *"),
    ("Talks between the union and the council collapsed.", "union | speaksTo | council"),
    ("After a meeting with Jonas Weiss, Anna Brandt resigned.", "Anna Brandt | meets | Jonas Weiss"),
    ("Anna Brandt received a call from Jonas Weiss.", "Jonas Weiss | contacts | Anna Brandt"),
]

LIGHT_VERBS: Rows = [
    ("Anna Brandt held a meeting with Jonas Weiss.", "Anna Brandt | meets | Jonas Weiss"),
    ("Anna Brandt paid a visit to Oslo.", "Anna Brandt | visits | Oslo"),
    ("Anna Brandt made a phone call to Jonas Weiss.", "Anna Brandt | contacts | Jonas Weiss"),
    ("The union launched an attack on the council.", "union | attacks | council"),
    ("Anna Brandt expressed support for Jonas Weiss.", "Anna Brandt | supports | Jonas Weiss"),
]

NOT_HAPPENED: Rows = [
    ("Anna Brandt did not hold a meeting with Jonas Weiss.", "Anna Brandt | meets | Jonas Weiss | denied"),
    ("Anna Brandt will hold a meeting with Jonas Weiss.", "Anna Brandt | meets | Jonas Weiss | planned"),
    ("Anna Brandt cancelled a meeting with Jonas Weiss.", "never Anna Brandt | meets | Jonas Weiss"),
    ("Anna Brandt wants a meeting with Jonas Weiss.", "never Anna Brandt | meets | Jonas Weiss"),
    ("Anna Brandt demanded a meeting with Jonas Weiss.", "never Anna Brandt | meets | Jonas Weiss"),
    ("Anna Brandt avoided a meeting with Jonas Weiss.", "never Anna Brandt | meets | Jonas Weiss"),
    ("The attack on Clara Holm was condemned.", "never * | attacks | Clara Holm"),
    ("The planned meeting with Jonas Weiss was cancelled.", "never * | meets | *"),
    ("The bank's purchase of the newspaper failed.", "never bank | buys | newspaper"),
    ("There was no meeting between Anna Brandt and Jonas Weiss.", "Anna Brandt | meets | Jonas Weiss | denied"),
    ("Parents oppose the closure of the school by the council.", "never council | ends | school"),
    ("Pupils tried the firm's latest games.", "never * | of | firm"),
]


@pytest.mark.parametrize("row", NOUNS + LIGHT_VERBS + NOT_HAPPENED, ids=lambda row: row[0])
def test_events(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
