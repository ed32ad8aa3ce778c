"""Repairs: what grammar alone tells the small model to have got wrong, mended in the tree."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.repairs import repair
from ontology import Lexicon

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

MENDED: Rows = [
    (
        "Trained as a nurse, Anna Brandt co-founded the Elm Club in 1992.",
        "Elm Club | founder | Anna Brandt",
    ),
    ("The Elm discharges into Oak Lake.", "Elm | discharge into | Oak Lake"),
    ("Danish court rules worship of old gods is legal", "Danish court | says | worship of old gods is legal"),
    (
        "Anna Brandt said that staff were told their rating would be dropping.",
        "staff | be told | their rating would be dropping | asserted | Anna Brandt",
        "staff’s rating | drop | would be dropping | possible | Anna Brandt",
    ),
    ("She's made a mistake, Anna Brandt said.", "never * | be made | *"),
    ("The tax was proposed by Jonas Weiss and carried out by Anna Brandt.", "Anna Brandt | carry out | tax"),
    ("Anna Brandt saw a cross-section of the public.", "Anna Brandt | see | cross-section of the public"),
    ("Over 300 pilgrims have been killed.", "Over 300 pilgrims | be killed | have been killed"),
    (
        "Anna Brandt thanked teachers and teaching unions.",
        "Anna Brandt | thank | teachers",
        "Anna Brandt | thank | teaching unions",
    ),
    ("The prime minister, Anna Brandt said, sued the mayor.", "never Anna Brandt | sues | *"),
    ("Speaking in court, Anna Brandt said Jonas Weiss had lied.", "Anna Brandt | says | Jonas Weiss had lied"),
    (
        "Anna Brandt was head at Elm Grove School, Reading, for 13 years.",
        "Anna Brandt | leads | Elm Grove School",
        "never * | leads | Reading",
    ),
    ("The re-elected mayor sued Anna Brandt.", "never * | re | *"),
    ("Council accused of wasting money", "never Council | accuse | *"),
    (
        "BERGEN, Norway (AP) — Anna Brandt resigned on Friday.",
        "Anna Brandt | resign | resigned",
        "never BERGEN | resign | *",
        "never Norway | resign | *",
    ),
    (
        "Anna Brandt has a plan. She’s sought to protect the harbour.",
        "Anna Brandt | protects | harbour | planned",
        "never Anna Brandt | be sought | *",
    ),
    ("The mayor resigned after leaked documents of the firm.", "never mayor | leak | *"),
    ("Anna Brandt shines in a smaller crowd.", "Anna Brandt | shine in | smaller crowd"),
    (
        "Rovers have sacked manager Anna Brandt following the defeat at home to Linfield.",
        "Rovers | sack | Anna Brandt",
        "never Anna Brandt | jobTitle | *sacked*",
    ),
    ("The charity Open Doors closed on Monday.", "Open Doors | close | closed"),
    ("Kevin Brandt, the voice of the hero, signed autographs.", "Kevin Brandt | sign | autographs"),
    ("He said breaks from which the firm's benefited were sold.", "never firm | be benefited* | *"),
    ("The school was downgraded to requires improvement last year.", "school | rating | requires improvement @ 2022"),
    ("Anna Brandt was awarded up to £80,000.", "Anna Brandt | be awarded | up to £80,000"),
    ("The firm has been fined £1.2m after a fall.", "firm | be fined | £1.2m"),
    (
        "Anna Brandt described the case as “entirely avoidable”.",
        "case | describedAs | entirely avoidable* | asserted | Anna Brandt",
    ),
    ("Even applying for a visa required the team to travel.", "never visa | requires | *"),
    ("The post led to outreach from the firm and a visit.", "post | causes | outreach", "never visit | outreach* | *"),
    (
        "Parents fined after poor treatment leads to a girl's death",
        "poor treatment | causes | girl’s death",
        "never Parents | causes | *",
    ),
    (
        "The team had to rebuild their robot entirely after the original disappeared in transit.",
        "never original | disappear in | transit* how*",
        "team | rebuild | team’s robot",
    ),
    ("Psychology student at Bergen University Anna Brandt heard of the plan.", "Anna Brandt | hear of | plan"),
    ("Belgium defeated debutants Panama on Monday.", "Belgium | defeats | Panama"),
    (
        "Brandt said she believed the movement in Bergen helped improve relations.",
        "movement* | improves | relations | asserted | Brandt",
    ),
    ("The cooks mix it, with repeated shaking between each step.", "never * | shake between | *"),
    ("Anna Brandt has still got her badge.", "Anna Brandt | have | *badge"),
    (
        "Accidents are common because of frequent storms, poorly maintained boats and lax rules.",
        "never * | maintain | *",
    ),
    (
        "The drug did not stop vaccinated people from falling ill.",
        "drug | stop | vaccinated people | denied",
    ),
    (
        "The mayor asked Norway to reopen the Elm crossing, closed since a trade dispute in May.",
        "Elm crossing | be closed | closed since a trade dispute in May",
        "never mayor | close | *",
    ),
    (
        "Output will expand by a tepid 1.6 percent.",
        "Output | expand | tepid 1.6 percent | planned",
    ),
    (
        "Half the money came from 62 individuals, companies and unions.",
        "Half the money | come from | 62 individuals, companies and unions",
        "never * | come from | unions",
    ),
    (
        "The hospital, opened in 1931 and paid for largely by local workers, will close.",
        "local workers | pay for | hospital",
        "never local workers | pays | hospital",
    ),
    (
        '"I must tell you that the bridge collapsed," Clara Holm said.',
        "bridge | collapse | * | asserted | Clara Holm",
    ),
    (
        "Temperatures are forecast to drop to -6C by the weekend.",
        "Temperatures | drop to | -6C | planned",
    ),
    (
        "Clara Holm said less than a tenth of the money had been spent.",
        "less than a tenth of the money | be spent | had been spent | asserted | Clara Holm",
    ),
    (
        "Nine kilometres upstream stands the Elm Dam.",
        "Elm Dam | stand | upstream stands",
        "never Nine kilometres | * | *",
    ),
]


@pytest.mark.parametrize("row", MENDED, ids=lambda row: row[0])
def test_repairs(check: Check, row: tuple[str, ...]) -> None:
    check(*row)


TEXTS = [text for text, *_ in MENDED] + [
    "The post called on teachers to strike.",
    "Danes and Norwegians, a people of sailors, left.",
    "",
    "\n\n",
    "Over over over 3 of of.",
    (
        "They found that one in six shifts on the ward had been left without a doctor, that alarms on monitors had "
        "been silenced and that staff who raised concerns were, in the words of a nurse quoted anonymously, “moved on”."
    ),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_mended_tree_is_a_tree_and_mending_it_again_changes_nothing(
    parsed: Callable[[str], Doc], lexicon: Lexicon, text: str
) -> None:
    once = repair(parsed(text), lexicon)
    tree = [(t.head.i, t.dep_) for t in once]
    for token in once:
        assert len(list(token.ancestors)) < len(once)
    assert [(t.head.i, t.dep_) for t in repair(once, lexicon)] == tree
