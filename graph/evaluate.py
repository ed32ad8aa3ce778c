"""How much of what a careful reader noted of an article its graph says too, and how well.

What the reader noted is a gold file: entities with their names, facts, and traps that a careless reader falls into. A
fact is found by a claim from the same words between the same two, either way round, under an accepted wording.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from graph.wordings import same_name, same_value, says
from ontology import Claim, Entity, GraphError, Node, Reading, Relation, SourceError

__all__ = ["Evaluation", "Finding", "Gold", "GoldFact", "evaluate", "parse_gold", "read_gold"]

Names = tuple[str, ...]
Span = tuple[int, int]


@dataclass(frozen=True)
class GoldFact:
    """A fact, or a trap, as a reader noted it: both ends and the source with all their names; `why` explains a trap."""

    name: str
    subject: Names
    object: Names
    literal: bool
    predicates: Names
    status: str
    source: Names | None
    time: str
    evidence: str
    core: bool
    why: str


@dataclass(frozen=True)
class Gold:
    """What a reader noted of one article."""

    facts: tuple[GoldFact, ...]
    traps: tuple[GoldFact, ...]


@dataclass(frozen=True)
class Finding:
    """A fact and the claims that bear on it: `linked` has the same ends, `best` says the same and fits best."""

    fact: GoldFact
    linked: tuple[Claim, ...]
    best: Claim | None

    @property
    def right_status(self) -> bool:
        """Whether it is said to have happened, or not, as the reader noted."""
        return self.best is not None and _has_status(self.best, self.fact)

    @property
    def right_source(self) -> bool:
        """Whether it is said by whom the reader noted."""
        return self.best is not None and _has_source(self.best, self.fact)

    @property
    def right_time(self) -> bool:
        """Whether its time is what the reader noted."""
        return self.best is not None and _has_time(self.best, self.fact)


@dataclass(frozen=True)
class Evaluation:
    """All facts with what was found of them, and the traps that were sprung."""

    findings: tuple[Finding, ...]
    claims: int
    traps: int
    sprung: tuple[tuple[GoldFact, Claim], ...]

    @cached_property
    def figures(self) -> dict[str, float | int | None]:
        """Counts and shares by name; None where there is nothing to take a share of."""
        found = [f for f in self.findings if f.best]
        matched = {claim.iri for f in self.findings for claim in f.linked}
        return {
            "facts": len(self.findings),
            "claims": self.claims,
            "pair recall": _share(self.findings, lambda f: bool(f.linked)),
            "fact recall": _share(self.findings, lambda f: f.best is not None),
            "core recall": _share([f for f in self.findings if f.fact.core], lambda f: f.best is not None),
            "right status": _share(found, lambda f: f.right_status),
            "right source": _share(found, lambda f: f.right_source),
            "right source where one is named": _share([f for f in found if f.fact.source], lambda f: f.right_source),
            "right time": _share([f for f in found if f.fact.time], lambda f: f.right_time),
            "claims that match a fact": len(matched) / self.claims if self.claims else None,
            "traps": self.traps,
            "traps sprung": len(self.sprung),
        }

    def faults(self) -> list[str]:
        """What was missed or got wrong, a line each: core facts first, then what is half right, then traps."""
        missed = sorted((f for f in self.findings if not f.best), key=lambda f: not f.fact.core)
        half = [f for f in self.findings if f.best and not (f.right_status and f.right_source and f.right_time)]
        return [
            *(f"missed {'core ' * f.fact.core}{f.fact.name}" for f in missed),
            *(f"not as noted ({f.fact.status}, {_source_of(f.fact)}): {f.fact.name}" for f in half),
            *(f"trap {fact.name}: {fact.why}" for fact, _ in self.sprung),
        ]


def _source_of(fact: GoldFact) -> str:
    return f"by {fact.source[0]}" if fact.source else "by the article"


def _share(findings: Sequence[Finding], good: Callable[[Finding], bool]) -> float | None:
    return sum(map(good, findings)) / len(findings) if findings else None


# ---- the gold file ----


def read_gold(path: Path) -> Gold:
    """The gold file at a path.

    Raises SourceError where there is none, or it is no gold file.
    """
    try:
        return parse_gold(path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise SourceError(f"{path}: not readable ({exc.strerror}): name a gold file in JSON") from exc
    except (ValueError, TypeError, AttributeError) as exc:
        raise SourceError(f"{path}: not JSON in UTF-8 with a list of facts: see examples/newbury.gold.json") from exc
    except KeyError as exc:
        raise SourceError(f"{path}: an entity or fact has no {exc}: see examples/newbury.gold.json") from exc


def parse_gold(text: str) -> Gold:
    """A gold file's text; KeyError, TypeError or ValueError where it is none."""
    record = json.loads(text)
    names = {e["id"]: (e["name"], *e.get("aliases", ())) for e in record["entities"]}
    traps = (t for t in record.get("traps", ()) if t.get("subject") and t.get("predicates"))
    return Gold(tuple(_fact(f, names) for f in record["facts"]), tuple(_fact(t, names) for t in traps))


def _fact(record: Mapping[str, Any], names: Mapping[str, Names]) -> GoldFact:
    """An end or source that is no entity's id stands for itself."""
    end, source = record.get("object"), record.get("attributed_to")
    return GoldFact(
        name=f"{record['subject']} {record['predicates'][0]} {end or record.get('value', '')}",
        subject=names.get(record["subject"], (record["subject"],)),
        object=names.get(end, (end,)) if end else (str(record.get("value", "")),),
        literal=not end,
        predicates=tuple(record["predicates"]),
        status=record.get("status", "asserted"),
        source=None if source is None else names.get(source, (source,)),
        time=record.get("time") or "",
        evidence=record["evidence"],
        core=bool(record.get("core")),
        why=record.get("why", ""),
    )


# ---- claims against facts ----


def evaluate(readings: Sequence[Reading], gold: Gold) -> Evaluation:
    """The claims of the article that the gold file is about, against its facts and traps.

    Raises GraphError where the words of the gold file stand in none of the articles.
    """
    reading = _article_of(readings, gold)
    claims = sorted(reading.claims, key=lambda c: (c.evidence, c.iri))
    text = reading.article.text
    sprung = tuple((t, c) for t in gold.traps for c in _saying(t, _linked(t, claims, text)) if c.in_own_voice)
    return Evaluation(tuple(_finding(f, claims, text) for f in gold.facts), len(claims), len(gold.traps), sprung)


def _article_of(readings: Sequence[Reading], gold: Gold) -> Reading:
    def known(reading: Reading) -> int:
        return sum(bool(_places(fact.evidence, reading.article.text)) for fact in gold.facts)

    best = max(readings, key=known, default=None)
    if best is None or not known(best):
        raise GraphError("no article of the graph has the words of the gold file: build the graph with that article")
    return best


def _places(quote: str, text: str) -> list[Span]:
    """Where a quote stands in a text, whatever the white space."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    return [found.span() for found in re.finditer(pattern, text)] if pattern else []


_Link = tuple[Claim, tuple[Relation, ...]]


def _linked(fact: GoldFact, claims: Sequence[Claim], text: str) -> list[_Link]:
    """The claims from the fact's words that have its ends, each with the relations between them."""
    places = _places(fact.evidence, text)
    near = (c for c in claims if not places or any(_overlap(c, place) for place in places))
    return [(claim, relations) for claim in near if (relations := tuple(_between(claim, fact)))]


def _overlap(claim: Claim, place: Span) -> bool:
    return claim.evidence.start < place[1] and place[0] < claim.evidence.end


def _between(claim: Claim, fact: GoldFact) -> Iterator[Relation]:
    """The relation of the claim where it links the ends, with that of the qualifier where one of them sits there."""
    straight = _is(claim.subject, fact.subject) and _is(claim.object, fact.object, literal=fact.literal)
    turned = _is(claim.object, fact.subject) and _is(claim.subject, fact.object, literal=fact.literal)
    if straight or turned:
        yield claim.relation
    elif _is(claim.subject, fact.subject):
        via = next((q for q in claim.qualifiers if _is(q.object, fact.object, literal=fact.literal)), None)
        yield from (claim.relation, via.relation) if via else ()


def _is(node: Node, names: Names, *, literal: bool = False) -> bool:
    same = same_value if literal else same_name
    return any(same(own, name) for own in _called(node) for name in names)


def _called(node: Node) -> Names:
    return (node.name, *node.aliases) if isinstance(node, Entity) else (node.value,)


def _saying(fact: GoldFact, linked: Sequence[_Link]) -> list[Claim]:
    return [c for c, relations in linked if says(relations, c.polarity == "negative", fact.predicates)]


def _finding(fact: GoldFact, claims: Sequence[Claim], text: str) -> Finding:
    linked = _linked(fact, claims, text)

    def fit(claim: Claim) -> int:
        return _has_status(claim, fact) + _has_source(claim, fact) + _has_time(claim, fact)

    return Finding(fact, tuple(c for c, _ in linked), max(_saying(fact, linked), key=fit, default=None))


def _has_status(claim: Claim, fact: GoldFact) -> bool:
    return claim.status == fact.status


def _has_source(claim: Claim, fact: GoldFact) -> bool:
    wanted = fact.source
    return any(_is(source, wanted) for source in claim.sources) if wanted else not claim.sources


def _has_time(claim: Claim, fact: GoldFact) -> bool:
    when = claim.time
    return not fact.time or (
        when is not None and any(fact.time in (t or "") for t in (when.value, when.start, when.end))
    )
