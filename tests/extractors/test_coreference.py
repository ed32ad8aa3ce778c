"""Coreference: who is one and who is two. A line is a named entity with its class, then its other wordings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology import Entity, Reading

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

NAMES: Rows = [
    (
        "Ms Anna Brandt met Mr Jonas Weiss. Ms Brandt thanked Mr Weiss.",
        "Anna Brandt (Person): Brandt, Ms Anna Brandt, Ms Brandt",
        "Jonas Weiss (Person): Mr Jonas Weiss, Mr Weiss, Weiss",
    ),
    ("Dr Anna Brandt resigned. Brandt left Oslo.", "Anna Brandt (Person): Brandt, Dr Anna Brandt", "Oslo"),
    ("Ruth and Clara Holm met Anna Brandt. Ruth left.", "Anna Brandt", "Clara Holm", "Ruth"),
    (
        "Anna Brandt fell on Friday. Anna Brandt went to the home of her daughter, Clara Brandt. Brandt was well.",
        "Anna Brandt (Person): Brandt",
        "Clara Brandt",
    ),
    ("Mrs Holm thanked Mr Holm.", "Holm (Person): Mr Holm", "Holm (Person): Mrs Holm"),
    ("Anna Brandt met Anna Holm.", "Anna Brandt (Person)", "Anna Holm (Person)"),
    ("The United States won. The US and the U.S. cheered.", "United States (Country): U.S., US"),
    (
        "The National Fishing Board (NFB) closed. The NFB thanked Anna Brandt.",
        "Anna Brandt",
        "National Fishing Board (Organization): NFB",
    ),
    (
        "The Bergen Institute of Science hired Anna Brandt. The Institute of Science is growing.",
        "Anna Brandt",
        "Bergen Institute of Science (Organization): Institute of Science",
    ),
    ("North and South Zembla signed a treaty.", "North Zembla", "South Zembla"),
    ("Jonas Weiss of the Labour Party met the Liberal Party.", "Jonas Weiss", "Labour Party", "Liberal Party"),
    ("Elm Grove School met Oak Hill School.", "Elm Grove School (School)", "Oak Hill School (School)"),
    ("The American mayor met Anna Brandt in the U.S.", "Anna Brandt", "U.S. (Country)"),
    ("Anna Brandt left Hong Kong Island for Hong Kong.", "Anna Brandt", "Hong Kong", "Hong Kong Island"),
    ("The Bank of Norway sued Norway.", "Bank of Norway", "Norway (Country)"),
    ("Black Lawmakers Rip Jonas Weiss\nJonas Weiss left. He was tired.", "Jonas Weiss (Person)"),
    (
        "Members of the Transport and Allied Workers' Union (TAWU) voted. The union is in Bergen.",
        "Bergen (AdministrativeArea)",
        "Transport and Allied Workers' Union (Organization): TAWU, union",
    ),
]


@pytest.mark.parametrize("row", NAMES, ids=lambda row: row[0])
def test_one_entity_for_each_that_is_named(reading: Callable[[str], Reading], row: tuple[str, ...]) -> None:
    text, *expected = row
    found = sorted(line(e) for e in reading(text).entities if not e.iri.startswith("urn:article"))
    assert len(found) == len(expected)
    for entity, wanted in zip(found, expected, strict=True):
        assert entity == wanted or entity.startswith((f"{wanted} (", f"{wanted}:"))


def line(entity: Entity) -> str:
    kind = entity.type.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    return f"{entity.name} ({kind})" + (f": {', '.join(entity.aliases)}" if entity.aliases else "")


def test_a_probable_misspelling_is_an_alias_and_is_flagged(reading: Callable[[str], Reading]) -> None:
    (entity,) = [e for e in reading("Anna Brandt resigned. Ms Brant left.").entities if e.name == "Anna Brandt"]
    assert entity.aliases == ("Brant", "Ms Brant")
    assert entity.misspellings == ("Ms Brant",)


DESCRIPTIONS: Rows = [
    (
        "Anna Brandt works at Oakfield Academy. Oakfield, which has 900 pupils, sued the council.",
        "Oakfield Academy | sues | council",
    ),
    ("Anna Brandt, a teacher, met Jonas Weiss. The teacher thanked him.", "Anna Brandt | thank | Jonas Weiss"),
    ("Elm Grove School closed. The school owns a farm.", "Elm Grove School | owns | farm"),
    ("The Bank of Norway bought the Bergen Post. The bank sued the mayor.", "Bank of Norway | sues | mayor"),
    ("Anna Brandt founded the Fishing Union. The union sued the mayor.", "Fishing Union | sues | mayor"),
    ("Anna Brandt's sister, Clara Holm, left. Her sister sued the mayor.", "Clara Holm | sibling | Anna Brandt"),
    (
        "Poll: Wealthy Voters Abandon Republican Party\nAmericans have left the Republican party, led by Jonas Weiss.",
        "Jonas Weiss | leads | Republican party",
    ),
    (
        "Delroy Holm is president of United Metalworkers Local 388.",
        "Delroy Holm | leads | United Metalworkers Local 388",
    ),
    ("Late Brandt penalty sinks Bears\n\nTobi Brandt scored. Brandt sued the club.", "Tobi Brandt | sues | club"),
    ("The Bergen Onion Exporters’ Association sued the mayor.", "Bergen Onion Exporters’ Association | sues | mayor"),
    ("Marlshire Fire and Rescue Service sued the council.", "Marlshire Fire and Rescue Service | sues | council"),
    ("Chief Fire Officer Denise Hallam sued the union.", "Denise Hallam | sues | union"),
    ("The union opposes it. Its chairwoman, Capt. Clara Holm, sued the council.", "Clara Holm | sues | council"),
    (
        "The audit found that the bank had lied to Weiss Builders. It also said that Anna Brandt had sued the council.",
        "Anna Brandt | sues | council | asserted | audit",
    ),
    (
        "LONDON, March 11 - British retailer Holm Group said on Tuesday it had sued the council.",
        "Holm Group | sues | council | asserted | Holm Group",
    ),
    ("Clara Brandt-Holm sued the mayor. She knew Jonas Brandt. Brandt robbed the bank.", "Jonas Brandt | rob | bank"),
    ("The Cocoa Farmers' Voice sued the mayor.", "Cocoa Farmers' Voice | sues | mayor"),
    (
        "Jonas Gustav Weiss (25 October 1892 - 14 September 1917) was a German general.",
        "Jonas Gustav Weiss | nationality | Germany",
    ),
]

# Plausible is not stated.
APART: Rows = [
    ("Anna Brandt works at Oakfield Academy. She lives in Oakfield.", "never * | livesIn | Oakfield Academy"),
    ("A lawyer for the bank left. A lawyer for the union sued the mayor.", "never lawyer for the bank | sues | *"),
    ("Elm Grove School closed. A school sued the mayor.", "never Elm Grove School | sues | *"),
    ("Elm Grove School met Oak Hill School. Schools sued the mayor.", "never *School | sues | *"),
    ("North Zembla met South Zembla. The bank sued the mayor.", "never *Zembla | sues | *"),
    ("The bank sued Anna Brandt. The old bank left Oslo.", "never bank | leaves | *"),
    ("North Zembla attacked South Zembla.", "North Zembla | attacks | South Zembla"),
    (
        "Supermarket chain Havers sued the bank. Havers was founded by Harold and Edwin Havers.",
        "Havers | sues | bank",
        "Havers | founder | Edwin Havers",
    ),
    (
        "The commander of the army sued the bank. Commanders of the army met the mayor.",
        "commander of the army | sues | bank",
        "never commander of the army | meets | mayor",
    ),
    (
        "Priti Shah of Save Our Hill opposes Corvane Homes. “They have sued us,” Shah said.",
        "never Save Our Hill | sues | *",
    ),
    ("Norway is rich. A stronger Norway would help Sweden.", "stronger Norway | helps | Sweden | possible"),
    ("The site celebrates the Navigator 6 Show. People used Navigator 6.", "People | uses | Navigator 6"),
    ("Nine residents were ill. Three of them have since died.", "Three of nine residents | die | *"),
    ("People with asthma had been excluded.", "People with asthma | be excluded | had been excluded"),
    (
        "Patients who used the spray twice a day had fewer attacks.",
        "Patients who used the spray twice a day | have | fewer attacks",
    ),
    ("Teams from Bergen and Oslo are in the competition.", "Teams from Bergen and Oslo | be in | competition"),
]


@pytest.mark.parametrize("row", DESCRIPTIONS + APART, ids=lambda row: row[0])
def test_descriptions_of_somebody_known(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
