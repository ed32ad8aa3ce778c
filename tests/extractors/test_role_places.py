"""Role places: of which country, place or body somebody has an office."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        "Norwegian President Anna Brandt met the British Prime Minister Clara Holm.",
        "Anna Brandt | leads | Norway",
        "Clara Holm | leads | United Kingdom",
    ),
    (
        "A German director won the prize.",
        "never * | leads | Germany",
    ),
    (
        "Florida Rep. Clara Holm left.",
        "Clara Holm | represents | Florida",
        "Clara Holm | jobTitle | Florida Rep.",
    ),
    (
        "The California congressman left.",
        "California congressman | represents | California",
    ),
    (
        "The Competition Bureau fined the firm. A bureau spokeswoman, Clara Holm, said it would appeal.",
        "Clara Holm | represents | Competition Bureau",
    ),
    (
        "He wrote to the Health Secretary Clara Holm.",
        "Clara Holm | jobTitle | Health Secretary",
        "never Clara Holm | roleAt | Health",
    ),
    (
        "The team's coach, Martin Holm, resigned.",
        "Martin Holm | leads | team",
    ),
    (
        "Karl Roth, editor at large at the Elm Gazette, left.",
        "Karl Roth | worksFor | Elm Gazette",
        "never Karl Roth | leads | *",
    ),
    (
        'The Competition Bureau fined the firm. "It was fair," said bureau spokeswoman Anna Brandt.',
        "Anna Brandt | represents | Competition Bureau",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_role_places(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
