"""Regions: a town with the region behind its comma is one name: "Elmwood, Oregon"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.coreference import Discourse
from extractors.drafts import Draft
from extractors.referents import Referent

__all__ = ["within_regions"]


def within_regions(discourse: Discourse, drafts: Iterable[Draft], said: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts whose object is a town, under the name that tells it from others of its name; regions stay regions."""
    full = _full_names(discourse, said)
    for draft in drafts:
        place = full.get(id(draft.object))
        known = discourse.lexicon.ontology.properties[draft.relation.iri]
        yield draft if place is None or known.literal else replace(draft, object=place)


def _full_names(discourse: Discourse, said: Iterable[Draft]) -> dict[int, Referent]:
    """Towns by identity, where a region and no country is all that stands behind a comma."""
    ontology = discourse.lexicon.ontology
    country, area = ontology.iri("schema:Country"), ontology.iri("schema:AdministrativeArea")
    inside = ontology.iri("schema:containedInPlace")
    found: dict[int, Referent] = {}
    for draft in said:
        town, region = draft.subject, draft.object
        if draft.relation.iri != inside or not isinstance(region, Referent) or ontology.is_a(region.type, country):
            continue
        if not ontology.is_a(town.type, area):
            continue
        text = f"{town.name}, {region.name}"
        if text in discourse.doc.text:
            found.setdefault(id(town), Referent(text, named=True, type=town.type))
    return found
