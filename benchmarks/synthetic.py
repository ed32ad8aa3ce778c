"""Made-up readings of any number: people, bodies and places who do things to each other, as some of them say.

Names follow the law of Zipf and Mandelbrot: the commonest is in one claim of forty. The same seed, the same readings.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from graph import canonical
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
    claim_iri,
    entity_iri,
    open_relation_iri,
)

__all__ = ["synthetic_readings"]

_SEED, _NAMES, _CLAIMS = 20230320, 3000, 20
_WEIGHTS = list(accumulate((n + 10) ** -0.8 for n in range(_NAMES)))
_FIRST = "Ada Bo Cleo Dan Eva Finn Gail Hugo Ida Jon Kit Lena Max Nora Otto Pia Quin Rosa Sam Tess".split()
_LAST = "Thorne Brandt Ekström Mill Okafor Novak Silva Haddad Moreau Tanaka Reyes Kaya Lind Costa Petrov".split()
_KINDS = ("schema:Person", "schema:Organization", "schema:Place")
_KNOWN = "by:meets by:supports by:criticises by:visits by:helps by:sues by:opposes by:funds by:leads by:asks".split()
_OPEN = [f"{verb}{particle}" for verb in "look carry bring put hold turn".split() for particle in ("", " on", " up")]
_MODALITIES = ["by:actual"] * 8 + ["by:planned", "by:possible", "by:requested"]


@dataclass(frozen=True)
class _World:
    """What all articles draw from."""

    chance: random.Random
    ontology: Ontology
    entities: list[Entity]
    relations: list[Relation]

    def somebody(self) -> Entity:
        return self.chance.choices(self.entities, cum_weights=_WEIGHTS)[0]


def synthetic_readings(number: int, ontology: Ontology) -> Iterator[Reading]:
    """That many readings of twenty claims each."""
    world = _world(ontology)
    return (canonical(_reading(world, n)) for n in range(number))


def _world(ontology: Ontology) -> _World:
    iris = [ontology.iri(name) for name in _KNOWN]
    known = [Relation(iri, ontology.properties[iri].label, ontology.properties[iri].label) for iri in iris]
    opened = [Relation(open_relation_iri(BASE, lemma), lemma, lemma) for lemma in _OPEN]
    return _World(random.Random(_SEED), ontology, [_entity(ontology, n) for n in range(_NAMES)], known + opened)


def _entity(ontology: Ontology, n: int) -> Entity:
    name = f"{_FIRST[n % 20]} {_LAST[n // 20 % 15]} {n}"
    kind = ontology.iri(_KINDS[n % 3])
    return Entity(entity_iri(BASE, name, kind), name, kind, (f"{_LAST[n // 20 % 15]} {n}",))


def _reading(world: _World, n: int) -> Reading:
    parts = [_sentence(world) for _ in range(_CLAIMS)]
    marks = [world.chance.choice(("“{}”", "{}")) for _ in parts]
    text = f"Article {n}\n\n" + "\n".join(m.format(quote) for m, (*_, quote) in zip(marks, parts, strict=True))
    iri = article_iri(BASE, f"Article {n}", text)
    article = Article(iri, f"Article {n}", text, dt.date(2000, 1, 1) + dt.timedelta(n), f"{n}.txt")
    return Reading(article, (), tuple(_claim(world, article, *part) for part in parts))


def _sentence(world: _World) -> tuple[Entity, Relation, Entity, str]:
    subject, relation, object_ = world.somebody(), world.chance.choice(world.relations), world.somebody()
    return subject, relation, object_, f"{subject.name} {relation.label} {object_.name}."


def _claim(world: _World, article: Article, subject: Entity, relation: Relation, object_: Node, quote: str) -> Claim:
    chance, start = world.chance, article.text.index(quote)
    sources = tuple(world.somebody() for _ in range(chance.choice([0, 0, 0, 1, 1, 2])))
    day = (dt.date(2000, 1, 1) + dt.timedelta(chance.randrange(9000))).isoformat()
    amount: Node = Literal(str(chance.randrange(10**6)), world.ontology.iri("xsd:integer"))
    beside = Relation(open_relation_iri(BASE, "for"), "for", "for")
    content = (subject.iri, relation.iri, str(object_), start)
    return Claim(
        iri=claim_iri(article.iri, *content),
        article=article.iri,
        subject=subject,
        relation=relation,
        object=object_,
        qualifiers=(Qualifier(beside, chance.choice([amount, world.somebody()])),) if chance.random() < 0.3 else (),
        polarity="negative" if chance.random() < 0.1 else "positive",
        modality=world.ontology.modality(chance.choice(_MODALITIES)),
        sources=tuple(dict.fromkeys(sources)),
        time=Time(day, day, day, "day") if chance.random() < 0.3 else None,
        evidence=Evidence(start, start + len(quote), quote),
        rule=chance.choice(["frame verb", "open verb", "role of"]),
        why=relation.lemma,
        confidence=0.8,
    )
