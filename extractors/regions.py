"""Regions: a town with the region behind its comma is one name: "Elmwood, Oregon"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.coreference import Discourse
from extractors.drafts import Draft
from extractors.referents import Referent

__all__ = ["within_regions"]


def within_regions(discourse: Discourse, drafts: Sequence[Draft], said: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts whose object is a town, under the name that tells it from others of its name; regions stay regions."""
    full = _full_names(discourse, said)
    # What is in Elmwood, Oregon, is in Oregon, but the name says so already.
    named = {(id(d.subject), d.relation.iri, id(full[id(d.object)][1])) for d in drafts if id(d.object) in full}
    for draft in drafts:
        place, _ = full.get(id(draft.object), (None, None))
        if (id(draft.subject), draft.relation.iri, id(draft.object)) not in named:
            yield draft if place is None else replace(draft, object=place)


def _full_names(discourse: Discourse, said: Iterable[Draft]) -> dict[int, tuple[Referent, Referent]]:
    """Towns by identity with their full names and regions, where a region and no country stands behind the comma."""
    ontology = discourse.lexicon.ontology
    country, area = ontology.iri("schema:Country"), ontology.iri("schema:AdministrativeArea")
    inside = ontology.iri("schema:containedInPlace")
    found: dict[int, tuple[Referent, Referent]] = {}
    for draft in said:
        town, region = draft.subject, draft.object
        if draft.relation.iri != inside or not isinstance(region, Referent) or ontology.is_a(region.type, country):
            continue
        if not ontology.is_a(town.type, area):
            continue
        text = f"{town.name}, {region.name}"
        if text in discourse.doc.text:
            found.setdefault(id(town), (Referent(text, named=True, type=town.type), region))
    return found
