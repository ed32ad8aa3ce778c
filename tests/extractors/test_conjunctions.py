"""Clauses behind words that a parser takes for prepositions, behind a text, and without "that"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

CLAUSES: Rows = [
    (
        "Ten people have died and forty have been injured after an earthquake of magnitude 6.4 struck the highlands.",
        "earthquake of magnitude 6.4 | strike | highlands",
        "never Ten people | strike | *",
    ),
    (
        "Three men were held after a lorry with forty people on board crashed into a bar.",
        "lorry | collidesWith | bar",
        "never Three men | collidesWith | *",
    ),
    (
        "The firm left the market after years of losses and closed its shops.",
        "firm | leaves | market",
        "firm | ends | firm’s shops",
    ),
    (
        "The bank said in a brief statement released on Friday that the 27-year-old had been dismissed for theft.",
        "bank | says | the 27-year-old had been dismissed for theft",
    ),
    (
        "Anna Brandt said turnout of 97 percent in parts of the town, which the union has called odd, reflected pride.",
        "turnout of * | reflect | pride | asserted | Anna Brandt",
        "never Anna Brandt | reflect | *",
    ),
    (
        "Jonas Weiss rang his brother to tell him the sale to a developer was going ahead.",
        "Jonas Weiss | says | the sale to a developer was going ahead*",
    ),
    (
        "“I told the mother he'd play for Norway,” Anna Brandt said.",
        "Anna Brandt | says | he'd play for Norway | asserted | Anna Brandt",
        "never mother | worksFor | *",
    ),
    ("Anna Brandt told the man she met to leave.", "never Anna Brandt | says | *"),
    (
        "Jonas Weiss said he had full confidence in her, although he conceded that he had yet to read the report.",
        "Jonas Weiss | says | he had full confidence in her",
        "Jonas Weiss | says | he had yet to read the report",
    ),
    (
        "The firm was sold in 2021 and Ms Brandt sought an order in May, alleging that Mr Weiss had broken a door.",
        "Brandt | says | Mr Weiss had broken a door*",
        "never firm | says | *",
    ),
    (
        "Jonas Weiss said they were children, a comment for which he later apologised.",
        "Jonas Weiss | says | they were children",
        "Jonas Weiss | apologis* for | comment",
    ),
    (
        "His lawyer, Karl Roth, maintained that the firm was in Bergen and would cooperate with the inquiry.",
        "firm | cooperate with | inquiry | planned | Karl Roth",
        "never Karl Roth | cooperate* | *",
    ),
    (
        "A colleague has cooked rice for 112 children; the officer has told her that she needs a licence.",
        "colleague | cook | rice*",
        "officer | says | she needs a licence",
    ),
    (
        "The first blast is rarely the worst one, Anna Brandt added, since it shakes the dust.",
        "first blast | shake | dust | asserted | Anna Brandt",
    ),
    (
        "Anna Brandt said she did not blame the walker but urged others to stay.",
        "Anna Brandt | says | she did not blame the walker",
        "Anna Brandt | asks | others",
    ),
    ("The firm will close a site that the council opened in 2019.", "council | opens | site @ 2019"),
    (
        "The payments began a week after flooding along the river in 2019 destroyed or damaged more than 200 homes.",
        "flooding | damages | more than 200 homes*",
        "never payments | be destroyed | *",
    ),
    (
        "Karl Roth was acquitted of handling stolen goods but convicted of theft.",
        "Karl Roth | convictedOf | theft",
        "never Karl Roth | be acquitted of | convicted*",
    ),
]


@pytest.mark.parametrize("row", CLAUSES, ids=[row[0] for row in CLAUSES])
def test_conjunctions(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
