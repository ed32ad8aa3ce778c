"""Voices: works speak with their author's voice, officers with their body's, and the lead's nameless one is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

WORKS: Rows = [
    (
        "A post by Anna Brandt called on Jonas Weiss to resign.",
        "Jonas Weiss | resign | resign | requested | Anna Brandt",
    ),
    ("Anna Brandt's report said the council had sold the school.", "council | sells | school | asserted | Anna Brandt"),
    (
        "Anna Brandt published a letter. The letter said the council had sold the school.",
        "council | sells | school | asserted | Anna Brandt",
    ),
    ("A report said the council had sold the school.", "council | sells | school | asserted | report"),
]

BODIES: Rows = [
    ("Anna Brandt said: “We have sold the school.”", "never Anna Brandt | sells | *"),
]

LEADS: Rows = [
    (
        "A head teacher has sued the council.\nAnna Brandt, head of Elm Grove School, met Jonas Weiss.",
        "Anna Brandt | sues | council",
    ),
    (
        "A nurse has sued the council.\nAnna Brandt, head of Elm Grove School, met Jonas Weiss.",
        "never Anna Brandt | sues | *",
    ),
    ("The head teacher has sued the council.\nJonas Weiss left.", "never Jonas Weiss | sues | *"),
    (
        "A lawyer for the bank criticised the ruling. Clara Holm, a lawyer, welcomed it.",
        "never Clara Holm | criticises | *",
        "never Clara Holm | represents | *",
    ),
    (
        "Anna Brandt, a spokeswoman for the council, said: “We have sold the school.”",
        "council | sells | school | asserted | Anna Brandt",
    ),
    (
        "A former buyer has been jailed for fraud.\n\nJonas Weiss, 57, accepted cash.",
        "Jonas Weiss | be jailed* | fraud",
    ),
    (
        "A nurse has been charged with murder.\n\nJonas Weiss, 34, appeared in court.",
        "Jonas Weiss | chargedWith | murder",
    ),
    (
        "A nurse has been charged with murder.\n\nJonas Weiss, 34, died on Friday.",
        "never Jonas Weiss | chargedWith | *",
    ),
    (
        "A nurse has been jailed for attacking a colleague.\n\nJonas Weiss, 45, appeared in court.",
        "never Jonas Weiss | attacks | *",
    ),
    (
        "A woman has been charged with murder.\n\nJonas Weiss, 34, appeared in court.",
        "never Jonas Weiss | chargedWith | *",
    ),
]


@pytest.mark.parametrize("row", WORKS + BODIES + LEADS, ids=lambda row: row[0])
def test_voices(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
