"""Torn relatives: main clauses whose parse breaks at the relative clause inside of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

_REPORT = (
    "Parents have demanded an urgent meeting after an inspection report, which the principal insists contains at least "
    "nine factual errors, found that complaints of bullying were ignored."
)

TORN: Rows = [
    (
        "He warned his boss about Kopano, a firm whose sole director, Jonas Weiss, had been a guest.",
        "Jonas Weiss | leads | Kopano",
        "never Kopano | * | guest*",
    ),
    (
        "Karl Roth, whose own two sons attended the school, has tabled a question.",
        "Karl Roth | table | question",
        "never *sons | table | *",
    ),
    (
        _REPORT,
        "inspection report | says | complaints of bullying were ignored",
        "never Parents | says | *",
    ),
    (
        "The Guild of Nurses, whose general secretary, Clara Holm, addressed the rally, said it would back a pause.",
        "Clara Holm | leads | Guild of Nurses",
        "Clara Holm | address | rally",
        "never Guild of Nurses | address | *",
    ),
    (
        "Anna Brandt, who took over in 2018 after her predecessor, Karl Roth, resigned, welcomed the verdict.",
        "Karl Roth | resign | *",
        "Anna Brandt | welcome | verdict",
        "never Anna Brandt | resign | *",
    ),
    (
        "Police named the skipper of the boat Elda, who was rescued on Monday.",
        "skipper of the boat Elda | be rescued | *",
        "never Elda | be rescued | *",
    ),
    (
        "Jonas Weiss (born 3 May 1984) is a politician who leads the Liberal Party.",
        "Jonas Weiss | leads | Liberal Party",
    ),
]


@pytest.mark.parametrize("row", TORN, ids=[row[0] for row in TORN])
def test_torn_relatives(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
