"""Readings made by hand for the explorer's tests: a story of a harbour, hostile texts, and a crowd of any size."""

from __future__ import annotations

import datetime as dt
import random
from typing import Literal as OneOf

from ontology import (
    Article,
    Claim,
    Entity,
    Evidence,
    Literal,
    Modality,
    Node,
    Ontology,
    Qualifier,
    Reading,
    Relation,
    Time,
    load_ontology,
)

BASE = "https://byline.example/"
TEXT = """A PILOT at Velmouth has refused to bring in tankers after the sinking of the Grey Heron.
Mara Lind, chief pilot of Velmouth Harbour, wrote on Monday, May 6, that she would not board another tanker.
The Port Authority informed her that inspectors would visit the pilot station on Wednesday, May 8.
Her brother, Jonas Lind, called on crews to stay ashore and to ring their bells at noon.
Minister Edda Roth met Ms Lind on Friday. “The channel is safe,” she said. “We did not cut the dredging budget.”
The Seafarers' Union said that the Port Authority had been warned in 2019 and may face a claim.
Jonas Lind denied that he had threatened the harbour master, Tobias Krog.
Mr Krog, 58, has led the pilot station since 2011. He studied at Ostrand Naval College from 1985 to 1989.
The union, which represents 412 pilots, supports the boycott, and the town of Velmouth will hold a hearing on May 20.
"""


class Teller:
    """Builds claims about one article from its own words."""

    def __init__(self, ontology: Ontology, article: Article) -> None:
        self.ontology, self.article = ontology, article
        self.claims: list[Claim] = []

    def say(
        self,
        subject: Entity,
        verb: str,
        object_: Node,
        quote: str,
        *,
        modality: str = "by:actual",
        negative: bool = False,
        sources: tuple[Entity, ...] = (),
        time: Time | None = None,
        qualifiers: tuple[Qualifier, ...] = (),
        confidence: float = 0.9,
    ) -> None:
        """Add a claim whose evidence is the first occurrence of the quote."""
        start = self.article.text.index(quote)
        evidence = Evidence(start, start + len(quote), quote)
        iri = f"{self.article.iri}/claim/{len(self.claims):04d}"
        polarity: OneOf["positive", "negative"] = "negative" if negative else "positive"
        kind: Modality = self.ontology.modality(modality)
        why = f"verb “{verb}”, its subject and its object"
        self.claims.append(
            Claim(
                iri,
                self.article.iri,
                subject,
                relation(verb),
                object_,
                qualifiers,
                polarity,
                kind,
                sources,
                time,
                evidence,
                "clause",
                why,
                confidence,
                tentative=confidence < self.ontology.trusted_from,
            )
        )

    def reading(self, *more: Entity) -> Reading:
        """What was told, with entities that no claim names."""
        found = {entity.iri: entity for entity in more}
        for claim in self.claims:
            nodes = (claim.subject, claim.object, *(q.object for q in claim.qualifiers), *claim.sources)
            found |= {node.iri: node for node in nodes if isinstance(node, Entity)}
        return Reading(self.article, tuple(found[iri] for iri in sorted(found)), tuple(self.claims))


def relation(verb: str) -> Relation:
    """An open relation under the verb's name."""
    return Relation(f"{BASE}relation/{verb.replace(' ', '-')}", verb, verb)


def entity(ontology: Ontology, name: str, kind: str, *aliases: str, misspellings: tuple[str, ...] = ()) -> Entity:
    """An entity whose IRI is made of its name."""
    return Entity(
        f"{BASE}entity/{'-'.join(name.lower().split())[:60]}", name, ontology.iri(kind), aliases, misspellings
    )


def day(value: str) -> Time:
    """A single day."""
    return Time(value, value, value, "day")


class Cast:
    """Everybody in the story."""

    def __init__(self, o: Ontology) -> None:
        self.lind = entity(o, "Mara Lind", "schema:Person", "Ms Lind", "Lind", misspellings=("Ms Lindt",))
        self.jonas = entity(o, "Jonas Lind", "schema:Person", "her brother")
        self.roth = entity(o, "Edda Roth", "schema:Person", "Minister Roth")
        self.krog = entity(o, "Tobias Krog", "schema:Person", "Mr Krog")
        self.port = entity(o, "Port Authority", "schema:Organization", "the authority")
        self.union = entity(o, "Seafarers' Union", "schema:Organization", "the union")
        self.station = entity(o, "Velmouth pilot station", "schema:Organization")
        self.college = entity(o, "Ostrand Naval College", "schema:Organization")
        self.inspectors, self.crews = entity(o, "inspectors", "by:Group"), entity(o, "crews", "by:Group")
        self.town, self.harbour_ = entity(o, "Velmouth", "schema:Place"), entity(o, "Velmouth Harbour", "schema:Place")
        self.sinking, self.hearing = (
            entity(o, "sinking of the Grey Heron", "schema:Event"),
            entity(o, "hearing", "schema:Event"),
        )
        self.ship = entity(o, "Grey Heron", "schema:Product")
        self.weather = entity(o, "Ostrand", "schema:Place")


def value(words: str) -> Literal:
    """Words of the text that are no entity."""
    return Literal(words, "http://www.w3.org/2001/XMLSchema#string")


def harbour() -> Reading:
    """The story: every status, nested sources, literals, qualifiers, parallel claims, times of each precision."""
    o = load_ontology()
    article = Article(
        f"{BASE}article/pilots", "Chief pilot refuses tankers at Velmouth", TEXT, dt.date(2024, 5, 7), "velmouth.txt"
    )
    teller, who = Teller(o, article), Cast(o)
    _refusal(teller, who)
    _dispute(teller, who)
    return teller.reading(who.weather)


def _refusal(t: Teller, who: Cast) -> None:
    t.say(who.lind, "refuses", who.ship, "A PILOT at Velmouth has refused to bring in tankers")
    t.say(who.lind, "is after", who.sinking, "refused to bring in tankers after the sinking of the Grey Heron")
    t.say(who.lind, "leads", who.harbour_, "Mara Lind, chief pilot of Velmouth Harbour")
    t.say(who.lind, "job title", value("chief pilot"), "chief pilot of Velmouth Harbour")
    t.say(
        who.lind,
        "boards",
        who.ship,
        "she would not board another tanker",
        modality="by:committed",
        negative=True,
        sources=(who.lind,),
        time=day("2024-05-06"),
    )
    t.say(who.port, "informs", who.lind, "The Port Authority informed her")
    t.say(
        who.inspectors,
        "visits",
        who.station,
        "inspectors would visit the pilot station on Wednesday, May 8",
        modality="by:planned",
        sources=(who.port,),
        time=day("2024-05-08"),
    )
    t.say(who.lind, "sibling", who.jonas, "Her brother, Jonas Lind")
    t.say(
        who.jonas,
        "asks",
        who.crews,
        "called on crews to stay ashore",
        qualifiers=(Qualifier(relation("at"), who.town),),
    )
    t.say(who.crews, "stays", value("ashore"), "to stay ashore", modality="by:requested", sources=(who.jonas,))
    t.say(
        who.roth,
        "meets",
        who.lind,
        "Minister Edda Roth met Ms Lind on Friday",
        time=day("2024-05-03"),
        qualifiers=(Qualifier(relation("about"), who.sinking),),
    )
    t.say(who.lind, "meets", who.roth, "Minister Edda Roth met Ms Lind on Friday", time=day("2024-05-03"))
    t.say(who.roth, "speaks to", who.lind, "Minister Edda Roth met Ms Lind", sources=(who.roth,), confidence=0.4)
    t.say(
        who.roth,
        "cuts",
        value("the dredging budget"),
        "We did not cut the dredging budget",
        negative=True,
        sources=(who.roth,),
    )


def _dispute(t: Teller, who: Cast) -> None:
    t.say(
        who.union,
        "warns",
        who.port,
        "the Port Authority had been warned in 2019",
        sources=(who.union,),
        time=Time("2019", "2019-01-01", "2019-12-31", "year"),
    )
    t.say(
        who.union, "sues", who.port, "may face a claim", modality="by:speculative", sources=(who.union,), confidence=0.6
    )
    t.say(
        who.jonas,
        "threatens",
        who.krog,
        "Jonas Lind denied that he had threatened the harbour master, Tobias Krog",
        negative=True,
        sources=(who.jonas,),
    )
    t.say(
        who.krog,
        "leads",
        who.station,
        "has led the pilot station since 2011",
        time=Time("2011/..", "2011-01-01", None, "interval"),
    )
    t.say(who.krog, "age", value("58"), "Mr Krog, 58")
    t.say(
        who.krog,
        "alumni of",
        who.college,
        "He studied at Ostrand Naval College from 1985 to 1989",
        time=Time("1985/1989", "1985-01-01", "1989-12-31", "interval"),
    )
    t.say(who.union, "supports", who.lind, "supports the boycott", sources=(who.jonas, who.union))
    t.say(who.union, "represents", value("412 pilots"), "which represents 412 pilots")
    t.say(
        who.town,
        "hosts",
        who.hearing,
        "the town of Velmouth will hold a hearing on May 20",
        modality="by:planned",
        time=Time("--05-20", None, None, "recurring"),
    )
    t.say(who.harbour_, "is in", who.town, "A PILOT at Velmouth")


HOSTILE = (
    "</script><script>window.hacked=1</script>",
    '"><img src=x onerror="window.hacked=1">',
    "<svg/onload=window.hacked=1>",
    "javascript:window.hacked=1",
    "{{constructor.constructor('window.hacked=1')()}} {# {% raw",
    "<!--<script>window.hacked=1//-->",
    "\u202eevil\u202c \u2066iso\u2069",
    "x" * 10_000,
    "👩‍🚒 emoji 𝔣𝔯𝔞𝔨𝔱𝔲𝔯",
    "שלום עולם مرحبا بالعالم",
    "a\u2028b\u2029c\x00d\x1be",
    '__proto__" onmouseover="window.hacked=1',
)


def hostile() -> Reading:
    """A reading whose every text field tries to become code, in turn."""
    o = load_ontology()
    text = "😀 start.\n" + ".\n".join(HOSTILE) + ".\n"
    article = Article(f"{BASE}article/hostile", HOSTILE[0], text, None, HOSTILE[1])
    t = Teller(o, article)
    kinds = ("schema:Person", "schema:Organization", "schema:Place", "by:Group")
    people = [
        Entity(
            f"{BASE}entity/{i}{bad[:40]}",
            bad,
            o.iri(kinds[i % 4]),
            (HOSTILE[(i + 1) % len(HOSTILE)],),
            (bad[::-1][:90],),
        )
        for i, bad in enumerate(HOSTILE)
    ]
    for i, bad in enumerate(HOSTILE):
        other = people[(i + 1) % len(people)]
        t.say(
            people[i],
            bad,
            other,
            bad,
            sources=(people[(i + 2) % len(people)],),
            time=Time(bad[:30], bad[:20], None, bad[:20]),
        )
        t.say(people[i], bad, Literal(bad, bad), bad, qualifiers=(Qualifier(relation(bad), Literal(bad, bad)),))
    return t.reading()


def crowd(people: int, claims: int) -> Reading:
    """A generated article of that many entities and claims, a few of them in the middle of everything."""
    o = load_ontology()
    chance = random.Random(people)
    sentences = [
        f"Sentence {i} tells of person {i % people} and of what was done then." for i in range(min(claims, 2000))
    ]
    article = Article(f"{BASE}article/crowd", f"A crowd of {people}", "\n".join(sentences), dt.date(2024, 5, 7))
    t = Teller(o, article)
    kinds = ("schema:Person", "schema:Person", "schema:Organization", "schema:Place", "schema:Event")
    who = [entity(o, f"{_name(i)} {i}", kinds[i % 5]) for i in range(people)]
    verbs = ("meets", "asks", "supports", "criticises", "works for", "refuses", "visits", "pays")
    modes = ("by:actual", "by:actual", "by:actual", "by:planned", "by:possible", "by:requested")
    for i in range(claims):
        a, b = (
            (i, (i * 7 + 1) // 3 % people)
            if i < people
            else (int(people * chance.random() ** 3), chance.randrange(people))
        )
        when = f"{2000 + i % 25}-{1 + i % 12:02d}-{1 + i % 28:02d}"
        t.say(
            who[a],
            verbs[chance.randrange(8)],
            who[b],
            sentences[i % len(sentences)],
            modality=modes[chance.randrange(6)],
            negative=i % 17 == 0,
            sources=(who[i % 7],) if i % 3 == 0 else (),
            time=day(when) if i % 4 == 0 else None,
        )
    return t.reading(*who)


def _name(number: int) -> str:
    first = ("Ada", "Bruno", "Cleo", "Dario", "Elin", "Farah", "Goran", "Hanne", "Ivo", "Jun")
    last = ("Abel", "Brandt", "Costa", "Duval", "Ekman", "Faber", "Greco", "Holm", "Ito", "Jensen")
    return f"{first[number % 10]} {last[number // 10 % 10]}"
