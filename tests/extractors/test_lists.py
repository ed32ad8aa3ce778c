"""Lists: names and their bodies, which a parser tears apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        (
            "In the eastern ward, councillors Anna Brandt from the Civic Party, Jonas Weiss of the "
            "Labour Party, Karl Roth of the Green Party, and Clara Holm of DRU were elected."
        ),
        "Anna Brandt | be elected | *",
        "Jonas Weiss | be elected | *",
        "Karl Roth | be elected | *",
        "Clara Holm | be elected | *",
        "Anna Brandt | affiliation | Civic Party",
        "Karl Roth | affiliation | Green Party",
    ),
    (
        "The game was ported to the Elmtari, Holm CPC, ZX Spectra, Weiss II and BBC Micro.",
        "game | be ported to | Holm CPC",
        "game | be ported to | BBC Micro",
    ),
    (
        "Anna Brandt, Jonas Weiss and Clara Holm left.",
        "Anna Brandt | leave | left",
        "Clara Holm | leave | left",
    ),
    (
        "Two men, Anna Brandt and Jonas Weiss, were arrested.",
        "Anna Brandt | be arrested | *",
        "Jonas Weiss | be arrested | *",
    ),
    (
        "Police arrested two teachers, Anna Brandt and Jonas Weiss.",
        "Police | arrests | Anna Brandt",
        "Police | arrests | Jonas Weiss",
        "Anna Brandt | jobTitle | teacher",
    ),
    (
        "The members elected in this district were Anna Brandt and Jonas Weiss.",
        "Anna Brandt | be elected in | district",
        "Jonas Weiss | be elected in | district",
    ),
    (
        "Anna Brandt and Jonas Weiss gave $38 million and $23 million respectively.",
        "Anna Brandt | gives | $38 million",
        "Jonas Weiss | gives | $23 million",
        "never Anna Brandt | gives | $23 million",
    ),
    (
        "Guests like Anna Brandt, Jonas Weiss and Clara Holm joined the party.",
        "Anna Brandt | joins | party",
        "Clara Holm | joins | party",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_lists(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
