"""The values that flow through Byline: articles, entities and claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal as OneOf

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Article",
    "Claim",
    "Dating",
    "Entity",
    "Evidence",
    "Literal",
    "Modality",
    "Node",
    "Polarity",
    "Qualifier",
    "Reading",
    "Relation",
    "Status",
    "Time",
    "Top",
    "YearConstraint",
]

# The years that an article can be from, as far as what bears on it is open to one side.
FIRST_YEAR, LAST_YEAR = 1500, 2200

Status = OneOf["asserted", "denied", "planned", "possible", "requested"]
Polarity = OneOf["positive", "negative"]
Top = OneOf["actual", "planned", "possible", "requested"]


@dataclass(frozen=True)
class Article:
    """A news text as read; every offset of its claims counts characters of `text`."""

    iri: str
    headline: str
    text: str
    published: dt.date | None = None
    source: str = ""


@dataclass(frozen=True)
class Entity:
    """Somebody or something that an article speaks of.

    `type` is the IRI of a class of the ontology. `misspellings` are the aliases that are probably typing errors.
    """

    iri: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Literal:
    """A value that is no entity: words of the text, a number, a date; `datatype` is an IRI."""

    value: str
    datatype: str


Node = Entity | Literal


@dataclass(frozen=True)
class Relation:
    """A property of the ontology, or an open relation under the verb's own name.

    `lemma` is the wording of the text: verb lemma with particle or preposition, or the noun that says it.
    """

    iri: str
    label: str
    lemma: str


@dataclass(frozen=True)
class Qualifier:
    """A further participant or circumstance of a claim: place, topic, instrument, amount."""

    relation: Relation
    object: Node


@dataclass(frozen=True)
class Time:
    """When a claim holds, never more precise than the text allows.

    `value` is an ISO date, month, year, `--MM-DD` (the year is open) or interval; `start` and `end` bound it as ISO
    dates where the text allows it; `precision` is day, month, year, interval or recurring.
    """

    value: str
    start: str | None
    end: str | None
    precision: str


@dataclass(frozen=True, order=True)
class Evidence:
    """The words a claim comes from: `text[start:end] == quote`, in characters of the article as read."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Modality:
    """Whether a claim is said to have happened; `top` is the broadest concept it falls under."""

    iri: str
    label: str
    top: Top


@dataclass(frozen=True)
class Claim:
    """One thing that an article, or somebody in it, says.

    `sources` are innermost first and empty where the article speaks in its own voice; `why` names the words that the
    rule used and the path between them; `confidence` is the share of claims with the same signs that were right when
    they were read. A `tentative` claim has less of it than the ontology asks of a fact.
    """

    iri: str
    article: str
    subject: Entity
    relation: Relation
    object: Node
    qualifiers: tuple[Qualifier, ...]
    polarity: Polarity
    modality: Modality
    sources: tuple[Entity, ...]
    time: Time | None
    evidence: Evidence
    rule: str
    why: str
    confidence: float
    tentative: bool = False

    @property
    def status(self) -> Status:
        """Asserted or denied where it is said to be so, else the modality."""
        if self.modality.top != "actual":
            return self.modality.top
        return "asserted" if self.polarity == "positive" else "denied"

    @property
    def in_own_voice(self) -> bool:
        """Whether the article itself states it as a fact."""
        return self.status == "asserted" and not self.sources

    @property
    def is_fact(self) -> bool:
        """Whether it stands as a plain triple: the article itself states it, and the sentence was plain enough."""
        return self.in_own_voice and not self.tentative


@dataclass(frozen=True)
class YearConstraint:
    """Words of an article that bear on the year it is from, and the years that they allow, in order."""

    wording: str
    years: Sequence[int]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Dating:
    """What an article without a published date tells of its year.

    `constraints` are those that no other makes superfluous. `years` are all that these allow together, as far as they
    can be listed: empty where they leave one side open, or allow none.
    """

    constraints: tuple[YearConstraint, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def year(self) -> int | None:
        """The year, where the constraints leave one."""
        return self.years[0] if len(self.years) == 1 else None

    def __str__(self) -> str:
        """The year or the years, and the words they come from."""
        listed = " or ".join(filter(None, (", ".join(map(str, self.years[:-1])), *map(str, self.years[-1:]))))
        because = f" ({'; '.join(c.wording for c in self.constraints)})" if self.constraints else ""
        if self.year is not None:
            return f"{listed}{because}"
        return f"undetermined: {listed or self._open()}{because}"

    def _open(self) -> str:
        if not self.constraints:
            return "nothing in the text tells it"
        common = set.intersection(*(set(c.years) for c in self.constraints))
        if not common:
            return "no year has all of it"
        first, last = min(common), max(common)
        if first == FIRST_YEAR:
            return f"{last} or earlier"
        return f"{first} or later" if last == LAST_YEAR else f"{first} to {last}"


@dataclass(frozen=True)
class Reading:
    """All that was read in one article.

    `entities` holds those of the claims and those merely mentioned, sorted by IRI. `dating` is there where the article
    was read without a published date; a graph does not keep it.
    """

    article: Article
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    dating: Dating | None = field(default=None, compare=False)
