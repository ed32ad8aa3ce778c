"""Settled: pronouns whose meaning their construction tells, whoever else the text speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

SETTLED: Rows = [
    (
        "Anna Brandt fell ill. She died in May. Clara Holm wrote a report. Her mother, Ruth Brandt, sued the clinic.",
        "Ruth Brandt | child | Anna Brandt",
        "never Ruth Brandt | child | Clara Holm",
    ),
    (
        "Anna Brandt fell ill. She died. A nurse, Clara Holm, said it was sad. She added that the clinic would close.",
        "clinic | close | would close | planned | Clara Holm",
    ),
    ("After her arrest, Anna Brandt sued the mayor.", "Anna Brandt | sues | mayor"),
    (
        "Anna Brandt left. Clara Holm wrote to the education secretary asking her to sue the council.",
        "education secretary | sues | council | requested | Clara Holm",
    ),
]


@pytest.mark.parametrize("row", SETTLED, ids=lambda row: row[0])
def test_settled(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
