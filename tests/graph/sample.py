"""Two small readings made by hand: a town, its mill, and what people say about them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ontology import (
    BASE,
    Article,
    Claim,
    Entity,
    Evidence,
    Literal,
    Node,
    Ontology,
    Qualifier,
    Reading,
    Relation,
    Time,
    article_iri,
    entity_iri,
    iri_of_claim,
    load_ontology,
    open_relation_iri,
)

ONTOLOGY: Ontology = load_ontology()

HEADLINE = "Millbrook mill to close, says owner"
TEXT = (
    "Millbrook mill to close, says owner\n\n"
    "Ada Thorne, manager of Millbrook Mill, said on 3 May 2021 that the union would strike.\n"
    "The council’s spokesman said that Ms Thorne had said the mill did not poison the river Wend.\n"
    "“I will not resign,” Ms Thorn told Bo Ekström.\n"
    "Bo Ekström lives in Millbrook. The mill may be sold to Grey & Sons for £1.50.\n"
)
SECOND = "Bo Ekström moves\n\nBo Ekstrom has left Millbrook for Harrow.\n"


def iri(name: str) -> str:
    return ONTOLOGY.iri(name)


def entity(name: str, kind: str, *aliases: str, misspellings: tuple[str, ...] = (), scope: str = BASE) -> Entity:
    return Entity(entity_iri(scope, name, iri(kind)), name, iri(kind), tuple(sorted(aliases)), misspellings)


def relation(name: str, lemma: str) -> Relation:
    return Relation(iri(name), ONTOLOGY.text(iri(name), "rdfs:label", name.partition(":")[2]), lemma)


def open_relation(lemma: str) -> Relation:
    return Relation(open_relation_iri(BASE, lemma), lemma, lemma)


def article(headline: str, text: str, published: dt.date | None = None, source: str = "") -> Article:
    return Article(article_iri(BASE, headline, text), headline, text, published, source)


def claim(
    where: Article,
    quote: str,
    subject: Entity,
    verb: Relation,
    object_: Node,
    *,
    modality: str = "by:actual",
    negative: bool = False,
    sources: tuple[Entity, ...] = (),
    time: Time | None = None,
    qualifiers: tuple[Qualifier, ...] = (),
    why: str = "",
) -> Claim:
    start = where.text.index(quote)
    made = Claim(
        "",
        where.iri,
        subject,
        verb,
        object_,
        qualifiers,
        "negative" if negative else "positive",
        ONTOLOGY.modality(modality),
        sources,
        time,
        Evidence(start, start + len(quote), quote),
        "verb",
        why or verb.lemma,
        0.83,
    )
    return replace(made, iri=iri_of_claim(made))


MILL_NEWS = article(HEADLINE, TEXT, dt.date(2021, 5, 4), "mill.txt")
THORNE = entity("Ada Thorne", "schema:Person", "Ms Thorn", "Ms Thorne", misspellings=("Ms Thorn",))
EKSTROEM = entity("Bo Ekström", "schema:Person", "Bo Ekstrom")
MILL = entity("Millbrook Mill", "schema:Organization", "the mill")
UNION = entity("the union", "schema:Organization", scope=MILL_NEWS.iri)
SPOKESMAN = entity("the council’s spokesman", "schema:Person", scope=MILL_NEWS.iri)
RIVER = entity("Wend", "schema:Place", "the river Wend")
MILLBROOK = entity("Millbrook", "schema:Place")
HARROW = entity("Harrow", "schema:Place")
GREY = entity("Grey & Sons", "schema:Organization")

_S1 = "Ada Thorne, manager of Millbrook Mill, said on 3 May 2021 that the union would strike."
_S2 = "The council’s spokesman said that Ms Thorne had said the mill did not poison the river Wend."
_S4 = "Bo Ekström lives in Millbrook."
_S5 = "The mill may be sold to Grey & Sons for £1.50."
_MAY = Time("2021-05-03", "2021-05-03", "2021-05-03", "day")
PRICE = Literal("1.50", iri("xsd:decimal"))

MILL_READING = Reading(
    MILL_NEWS,
    tuple(sorted((THORNE, EKSTROEM, MILL, UNION, SPOKESMAN, RIVER, MILLBROOK, GREY), key=lambda e: e.iri)),
    (
        claim(MILL_NEWS, _S1, THORNE, relation("by:leads", "manager"), MILL),
        claim(MILL_NEWS, _S1, THORNE, relation("schema:jobTitle", "manager"), Literal("manager", iri("xsd:string"))),
        claim(
            MILL_NEWS, _S1, UNION, open_relation("strike"), MILL, modality="by:expected", sources=(THORNE,), time=_MAY
        ),
        claim(MILL_NEWS, _S2, MILL, open_relation("poison"), RIVER, negative=True, sources=(THORNE, SPOKESMAN)),
        claim(
            MILL_NEWS,
            "“I will not resign,” Ms Thorn told Bo Ekström.",
            THORNE,
            relation("by:leaves", "resign"),
            MILL,
            negative=True,
            modality="by:committed",
            sources=(THORNE,),
        ),
        claim(
            MILL_NEWS,
            _S4,
            EKSTROEM,
            relation("schema:homeLocation", "live in"),
            MILLBROOK,
            time=Time("2019/2021-05", "2019-01-01", "2021-05-31", "interval"),
        ),
        claim(
            MILL_NEWS,
            _S5,
            GREY,
            relation("by:buys", "sell to"),
            MILL,
            modality="by:speculative",
            qualifiers=(Qualifier(open_relation("for"), PRICE), Qualifier(open_relation("in"), MILLBROOK)),
        ),
    ),
)
MOVE_NEWS = article("Bo Ekström moves", SECOND)
MOVE_READING = Reading(
    MOVE_NEWS,
    tuple(sorted((EKSTROEM, MILLBROOK, HARROW), key=lambda e: e.iri)),
    (
        claim(
            MOVE_NEWS, "Bo Ekstrom has left Millbrook for Harrow.", EKSTROEM, relation("by:leaves", "leave"), MILLBROOK
        ),
    ),
)
READINGS = (MILL_READING, MOVE_READING)
