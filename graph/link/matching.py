"""Matching: how well the names and the kind of an entity agree with those that an authority gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, product

from rapidfuzz import fuzz, process

from graph.link.authority import Authority, Record
from graph.links import Candidate
from graph.terms import local
from ontology import Entity, Ontology, without_accents

__all__ = ["Kinds", "find_candidates", "rank"]

_KEPT, _FLOOR, _NEAR = 5, 0.6, 0.1  # candidates of an entity; the least score; who is no further off is a rival
_LOOKED_AT = 50  # names of a list that are like one of ours
_PART, _ALIAS, _UNTYPED = 0.8, 0.97, 0.95  # what a score is worth that rests on less than full names and kinds


@dataclass(frozen=True)
class Kinds:
    """The classes of an ontology by whatever an authority may call them: IRI, mapping, label or local name."""

    ontology: Ontology

    @cached_property
    def _classes(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for iri, kind in self.ontology.classes.items():
            mapped = chain.from_iterable(self.ontology.texts(iri, f"skos:{way}Match") for way in ("exact", "close"))
            for name in (iri, *mapped, kind.label, local(iri), *self._prefixed(iri)):
                found.setdefault(name.casefold(), iri)
        return found

    def _prefixed(self, iri: str) -> Iterator[str]:
        for prefix, space in self.ontology.prefixes.items():
            if iri.startswith(space):
                yield f"{prefix}:{iri.removeprefix(space)}"

    def agree(self, kind: str, names: Iterable[str]) -> bool | None:
        """Whether one of the names is of this class, of one above or below; None where no name is known."""
        folded = [name.casefold() for name in names]
        known = {self._classes[name] for name in folded if name in self._classes}
        return any(self.ontology.is_a(kind, k) or self.ontology.is_a(k, kind) for k in known) if known else None


def find_candidates(
    entities: Iterable[Entity], authority: Authority, ontology: Ontology, threshold: float
) -> list[Candidate]:
    """The candidates that a list has for each entity, the best first."""
    named = [(_plain(name), record) for record in authority.records for name in (record.name, *record.aliases)]
    choices, kinds = [name for name, _ in named], Kinds(ontology)

    def near(entity: Entity) -> Iterator[Record]:
        for name in (entity.name, *entity.aliases):
            found = process.extract(
                _plain(name), choices, scorer=fuzz.ratio, score_cutoff=100 * _FLOOR, limit=_LOOKED_AT
            )
            yield from (named[place][1] for _, _, place in found)

    return [c for e in entities for c in rank(e, near(e), authority.name, kinds, threshold)]


def rank(entity: Entity, records: Iterable[Record], authority: str, kinds: Kinds, threshold: float) -> list[Candidate]:
    """The candidates for an entity, the best first: that is the same where it may be, and no other comes near it."""
    known = {record.iri: record for record in records}.values()
    scored = (_candidate(entity, record, authority, kinds, threshold) for record in known)
    best = sorted((c for c in scored if c is not None), key=lambda c: (-c.score, c.iri))[:_KEPT]
    if not best or best[0].score < threshold:
        return best
    rivals = [other for other in best[1:] if best[0].score - other.score <= _NEAR]
    if not rivals:
        return [replace(best[0], same=True), *best[1:]]
    return [replace(best[0], reason=f"{best[0].reason}; {rivals[0].label!r} is as near"), *best[1:]]


def _candidate(entity: Entity, record: Record, authority: str, kinds: Kinds, threshold: float) -> Candidate | None:
    """How well a record fits, or None where it is of another kind or too far off."""
    agree = kinds.agree(entity.type, record.types)
    if agree is False:
        return None
    score, reason = max(_by_names(entity, record), _by_opinion(record))
    score = round(score * (1 if agree else _UNTYPED), 3)
    what = f"{reason}; the kinds agree" if agree else f"{reason}; it has no kind that is known here"
    return (
        Candidate(entity.iri, authority, record.iri, record.name, score, what, threshold, same=False)
        if (score >= _FLOOR)
        else None
    )


def _by_names(entity: Entity, record: Record) -> tuple[float, str]:
    """The best agreement of two names, and which those are."""
    pairs = product((entity.name, *entity.aliases), (record.name, *record.aliases))
    return max(_by_name(entity, ours, theirs, theirs == record.name) for ours, theirs in pairs)


def _by_name(entity: Entity, ours: str, theirs: str, is_main: bool) -> tuple[float, str]:
    alike = fuzz.ratio(_plain(ours), _plain(theirs)) / 100
    worth = (1 if is_main else _ALIAS) * (
        1 if ours == entity.name else _PART if _is_part(ours, entity.name) else _ALIAS
    )
    how = f"the same name {theirs!r}" if alike == 1 else f"{ours!r} is like {theirs!r} ({alike:.2f})"
    return alike * worth, how


def _by_opinion(record: Record) -> tuple[float, str]:
    return record.opinion or 0.0, f"the authority takes it for {record.name!r}"


def _is_part(alias: str, name: str) -> bool:
    """Whether an alias is less than the name, as a surname is: others may share it."""
    words, whole = set(_plain(alias).split()), set(_plain(name).split())
    return bool(words & whole) and not words >= whole


def _plain(name: str) -> str:
    """A name without case, accents and punctuation, its words in order, so that "Thorne, Ada" is "Ada Thorne"."""
    bare = without_accents(name.casefold())
    return " ".join(sorted("".join(c if c.isalnum() else "" if c in "'’." else " " for c in bare).split()))
