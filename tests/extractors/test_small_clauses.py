"""Small clauses: what something is said to be, made or found, without a verb of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

SMALL: Rows = [
    ("The mayor called Anna Brandt a liar.", "Anna Brandt | describedAs | liar | asserted | mayor"),
    ("The mayor called the plan “a disaster”.", "plan | describedAs | disaster | asserted | mayor"),
    ("The judge called the attack cruel.", "attack | describedAs | cruel | asserted | judge"),
    (
        "The council found the school unfit for use.",
        "school | describedAs | unfit for use | asserted | council",
        "never council | finds | *",
    ),
    ("The report branded the hospital unsafe.", "hospital | describedAs | unsafe | asserted | report"),
    ("Residents described the noise as unbearable.", "noise | describedAs | unbearable | asserted | Residents"),
    ("Ofsted rated the school as outstanding.", "school | rating | outstanding"),
    (
        "Voters elected Anna Brandt mayor of Bergen.",
        "Voters | elects | Anna Brandt",
        "Anna Brandt | leads | Bergen",
        "Anna Brandt | jobTitle | mayor",
    ),
    ("The club made Anna Brandt its captain.", "Anna Brandt | leads | club", "Anna Brandt | jobTitle | captain"),
    (
        "The board appointed Anna Brandt chief executive.",
        "board | appoints | Anna Brandt",
        "Anna Brandt | jobTitle | chief executive",
    ),
    ("Anna Brandt was described as a gifted teacher.", "never Anna Brandt | jobTitle | *"),
    ("Anna Brandt praised the Bergen fans.", "Anna Brandt | praises | Bergen fans"),
    ("The firm considers the council to be weak.", "council | describedAs | weak | asserted | firm"),
    ("The court ruled the ban illegal.", "ban | describedAs | illegal | asserted | court"),
    ("Norland branded Vestland an “outlaw nation”.", "Vestland | describedAs | outlaw nation | asserted | Norland"),
    ("The message is one that hurts.", "never message | describedAs | *"),
    (
        "The Inspectorate rated surgery at Elm Hospital, in Bergen, “inadequate” and ordered it to improve.",
        "surgery | rating | inadequate",
    ),
    (
        "Karl Roth described reports that his party had been promised the post as “fairy tales”.",
        "Karl Roth’s party | be promised | post | possible",
    ),
]


@pytest.mark.parametrize("row", SMALL, ids=lambda row: row[0])
def test_small_clauses(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
