"""Sentences under ontologies that are nothing but labels with a domain and a range, each of a line or two."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from spacy.language import Language

from extractors.pipeline import read
from ontology import Article, Entity, Ontology, load_ontology

PREFIXES = """
@prefix ex: <https://bare.example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
Relations = tuple[tuple[str, str, str], ...]

# Label, domain and range of each property; a range of nothing is left open.
GAMES: Relations = (("platform", "software", "computer"), ("creator", "software", "human"), ("CPU", "computer", ""))
GAMES += (("derivative work", "software", "software"), ("distribution format", "software", ""))
SPORT: Relations = (("league", "human", "sports league"), ("sport", "sports competition", "sport"))
SPORT += (("country for sport", "human", "country"), ("coach of sports team", "human", "sports club"))
NATURE: Relations = (("mouth of the watercourse", "watercourse", "watercourse"), ("parent taxon", "taxon", "taxon"))
NATURE += (("origin of the watercourse", "watercourse", "lake"), ("mountain range", "mountain", "mountain range"))
NATURE += (("reservoir created", "dam", "reservoir"), ("parent peak", "mountain", "mountain"))
CULTURE: Relations = (("languages spoken, written or signed", "human", "language"), ("inception", "literature", ""))
CULTURE += (("ethnic group", "human", "ethnic group"),)
SPACE: Relations = (
    ("site of astronomical discovery", "asteroid", "observatory"),
    ("constellation", "galaxy", "constellation"),
)
SPACE += (("astronaut mission", "human", "spaceflight"), ("location of landing", "spacecraft", "geographic region"))
BOOKS: Relations = (
    ("genre", "literary work", "literary genre"),
    ("editor", "magazine", "human"),
    ("depicts", "book", ""),
)
BOOKS += (("publication date", "book", ""), ("narrative location", "literary work", "territory"))
FILMS: Relations = (
    ("based on", "film", "written work"),
    ("award received", "film", "award"),
    ("main subject", "film", ""),
)
CAST: Relations = (("director", "film", "human"), ("cast member", "film", "human"))
SONGS: Relations = (("part of", "musical work", "album"), ("performer", "musical work", ""))
PARTY: Relations = (("member of political party", "human", "political party"), ("position held", "human", "position"))
ARMY: Relations = (("military branch", "human", "military unit"),)

ROWS: list[tuple[Relations, str, tuple[str, ...]]] = [
    # names behind what opens a sentence, and the article of a title
    (FILMS, "However, Harbour Lights won the Golden Gull.", ("Harbour Lights | award received | Golden Gull",)),
    (FILMS, "In 1947, Harbour Lights won the Golden Gull.", ("Harbour Lights | award received | Golden Gull",)),
    (
        FILMS,
        "Though Harbour Lights won the Golden Gull, it failed.",
        ("Harbour Lights | award received | Golden Gull",),
    ),
    (
        FILMS,
        "The Wrong Boats was a success, and won the Golden Gull.",
        ("The Wrong Boats | award received | Golden Gull",),
    ),
    (FILMS, "A City of Boats won the Golden Gull.", ("A City of Boats | award received | Golden Gull",)),
    (
        FILMS,
        "Harbour Lights won many prizes, including the Golden Gull.",
        ("Harbour Lights | award received | Golden Gull",),
    ),
    (FILMS, "Harbour Lights was the winner of the Golden Gull.", ("Harbour Lights | award received | Golden Gull",)),
    (
        FILMS,
        "Harbour Lights is a loose adaptation of the novel Boats of the North.",
        ("Harbour Lights | based on | Boats of the North", "never Boats of the North | based on | *"),
    ),
    (FILMS, "Harbour Lights tells the story of Anna Brandt.", ("Harbour Lights | main subject | Anna Brandt",)),
    (CAST, "Harbour II stars Anna Brandt, Jonas Weiss, and Clara Holm.", ("Harbour II | cast member | Clara Holm",)),
    (
        CAST,
        "Harbour II is a film directed by Anna Brandt and starring Jonas Weiss and Clara Holm.",
        ("Harbour II | cast member | Clara Holm", "never * | director | Jonas Weiss"),
    ),
    # enumerations that the parser tears
    (
        GAMES,
        "Harbour Squad was released for the Elm 64, Oakman CPC, MSX and Atala ST computers in 1992.",
        (
            "Harbour Squad | platform | Elm 64",
            "Harbour Squad | platform | Oakman CPC",
            "Harbour Squad | platform | MSX",
        ),
    ),
    (
        GAMES,
        "Harbour Squad was ported to other platforms, such as the Elm 64 and the Oakman CPC.",
        (
            "Harbour Squad | platform | Elm 64",
            "Harbour Squad | platform | Oakman CPC",
            "never * | platform | platforms",
        ),
    ),
    (
        GAMES,
        "Harbour Squad was written by Anna Brandt, and Jonas Weiss sold it.",
        ("Harbour Squad | creator | Anna Brandt", "never * | creator | Jonas Weiss"),
    ),
    (GAMES, "Elmserver is a fork of Oakserver.", ("Oakserver | derivative work | Elmserver",)),
    (GAMES, "Harbour Squad was released on CD-ROM.", ("Harbour Squad | distribution format | CD-ROM",)),
    # leagues by name, and what a competition is of
    (SPORT, "Jonas Weiss won two Northern League titles.", ("Jonas Weiss | league | Northern League",)),
    (SPORT, "Jonas Weiss made 175 Northern League appearances.", ("Jonas Weiss | league | Northern League",)),
    (SPORT, "Jonas Weiss won the League Cup.", ("never Jonas Weiss | league | *",)),
    (SPORT, "Jonas Weiss joined Northern League club Elm Rovers.", ("Jonas Weiss | league | Northern League",)),
    (SPORT, "Jonas Weiss played for the Norway national team.", ("Jonas Weiss | country for sport | Norway",)),
    (SPORT, "The Elm Open is an annual disc golf tournament.", ("Elm Open | sport | disc golf",)),
    (
        SPORT,
        "The 1956 Elm season was the 49th season of rugby league.",
        ("1956 Elm season | sport | rugby league", "never * | sport | season"),
    ),
    (SPORT, "Anna Brandt is the coach of Elm Rovers.", ("never Elm Rovers | coach of sports team | *",)),
    # rivers, ranges and taxa
    (NATURE, "The Elm River flows west from Oak Lake.", ("Elm River | origin of the watercourse | Oak Lake",)),
    (NATURE, "The Elm discharges into the Oak River.", ("Elm | mouth of the watercourse | Oak River",)),
    (NATURE, "Elm Peak lies in the Oakian Alps range.", ("Elm Peak | mountain range | Oakian Alps",)),
    (NATURE, "Elm Dam's reservoir, Oak Lake, is used for sport.", ("Elm Dam | reservoir created | Oak Lake",)),
    (
        NATURE,
        "Elmcastnia is a genus of moths within the family Castelmidae.",
        ("Elmcastnia | parent taxon | Castelmidae", "never moths | parent taxon | *"),
    ),
    (NATURE, "Elm Peak is one of the peaks of the Oak Range.", ("never Oak Range | parent peak | *",)),
    # languages, beginnings and peoples
    (CULTURE, "Anna Brandt wrote a Latin epic.", ("Anna Brandt | languages* | Latin",)),
    (CULTURE, "Anna Brandt wrote many poems in Esperanto.", ("Anna Brandt | languages* | Esperanto",)),
    (CULTURE, "Anna Brandt was a noted Esperanto speaker.", ("Anna Brandt | languages* | Esperanto",)),
    (CULTURE, "Anna Brandt's Latin poems were printed.", ("Anna Brandt | languages* | Latin",)),
    (CULTURE, "Anna Brandt is a teacher in Bergen.", ("never * | languages* | Bergen",)),
    (CULTURE, "The Elm Journal has been published since 1960.", ("Elm Journal | inception | 1960",)),
    (CULTURE, "The Elm Journal was established in 1993.", ("Elm Journal | inception | 1993",)),
    (
        CULTURE,
        "Anna Brandt was one of the first African Americans to fly.",
        ("Anna Brandt | ethnic group | African Americans",),
    ),
    # where a thing is away in, and who found it where
    (
        SPACE,
        "NGC 4298 is a galaxy located 53 million light-years away in the constellation Elmus.",
        ("NGC 4298 | constellation | Elmus",),
    ),
    (
        SPACE,
        "1936 Elmia was discovered by Swiss astronomer Paul Brandt at Oak Observatory.",
        ("1936 Elmia | site of astronomical discovery | Oak Observatory",),
    ),
    (SPACE, "Anna Brandt flew on XTS-126 and XTS-133.", ("Anna Brandt | astronaut mission | XTS-126",)),
    (SPORT, "Jonas Weiss is a member of the youth side.", ("never * | sport | *", "never * | league | *")),
    (SPACE, "Elm TMA-22 landed in Kazakhstan.", ("Elm TMA-22 | location of landing | Kazakhstan",)),
    # books, songs, soldiers and politicians
    (BOOKS, "Boats is a graphic novel by Anna Brandt.", ("Boats | genre | graphic novel",)),
    (BOOKS, "Boats of the North (1984) is a collection of stories.", ("Boats of the North | publication date | 1984",)),
    (
        BOOKS,
        "Elm Magazine is published by Oakpress and the editor-in-chief is Anna Brandt.",
        ("Elm Magazine | editor | Anna Brandt",),
    ),
    (
        SONGS,
        '"Lay It Down" was released as the lead single from their album Oakland.',
        ("Lay It Down | part of | Oakland",),
    ),
    (SONGS, "The song Lay It Down was recorded by The Harbours.", ("* | performer | The Harbours",)),
    (ARMY, "Jonas Weiss was a Danish Army officer.", ("Jonas Weiss | military branch | Danish Army",)),
    (
        PARTY,
        "Anna Brandt is a former member of the Union Elm municipal political party.",
        ("Anna Brandt | member of political party | Union Elm", "never Union Elm* | member of political party | *"),
    ),
    (
        PARTY,
        "Anna Brandt (born Anna Weiss), sometimes known as Anna B, is a lawyer who has been President of Norway.",
        ("Anna Brandt | position held | President of Norway",),
    ),
]


def ontology_of(relations: Relations, folder: Path) -> Ontology:
    """An ontology of these properties."""
    names = {name: "".join(w.title() for w in name.split()) for _, *ends in relations for name in ends if name}
    lines = [f'ex:{iri} a owl:Class ; rdfs:label "{name}" .' for name, iri in names.items()]
    for n, (label, domain, range_) in enumerate(relations):
        kind = f"owl:ObjectProperty ; rdfs:range ex:{names[range_]}" if range_ else "rdf:Property"
        lines.append(f'ex:p{n} a {kind} ; rdfs:label "{label}" ; rdfs:domain ex:{names[domain]} .')
    path = folder / "bare.ttl"
    path.write_text(PREFIXES + "\n".join(lines), encoding="utf-8")
    return load_ontology((path,))


@pytest.fixture(scope="module")
def ontologies(tmp_path_factory: pytest.TempPathFactory) -> dict[Relations, Ontology]:
    return {r: ontology_of(r, tmp_path_factory.mktemp("bare")) for r in dict.fromkeys(row[0] for row in ROWS)}


@pytest.mark.parametrize(("relations", "text", "lines"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_bare_ontologies(
    nlp: Language,
    ontologies: dict[Relations, Ontology],
    relations: Relations,
    text: str,
    lines: tuple[str, ...],
) -> None:
    (reading,) = read([Article("https://byline.example/article/a", "", text)], nlp, ontologies[relations])
    said = {
        f"{c.subject.name} | {c.relation.label} | {c.object.name if isinstance(c.object, Entity) else c.object.value}"
        for c in reading.claims
    }
    wanted = [w for w in lines if not w.startswith("never ")]
    never = [w.removeprefix("never ") for w in lines if w.startswith("never ")]
    assert [w for w in wanted if not any(fnmatchcase(s, w) for s in said)] == [], said
    assert [s for s in said if any(fnmatchcase(s, n) for n in never)] == []
