"""Entities: referents with an IRI, a name and a kind, each minted once."""

from __future__ import annotations

from collections import Counter

from extractors.coreference import Discourse
from extractors.drafts import Filler
from extractors.referents import Referent
from ontology import Article, Entity, Node, entity_iri

__all__ = ["Entities"]


class Entities:
    """Referents as entities, each minted once; two unnamed ones that share a name stay two."""

    def __init__(self, discourse: Discourse, article: Article, base: str) -> None:
        self.discourse, self.article, self.base = discourse, article, base
        self._minted: dict[Referent, Entity] = {}
        self._iris: set[str] = set()
        self._wordings = Counter(a.lower() for r in discourse.referents for a in {r.name, *r.aliases})

    def of(self, referent: Referent) -> Entity:
        """The entity of a referent."""
        if referent not in self._minted:
            self._minted[referent] = self._mint(referent)
        return self._minted[referent]

    def _mint(self, referent: Referent) -> Entity:
        ontology = self.discourse.lexicon.ontology
        kind = referent.type or ontology.iri("schema:Thing")
        broad = next(
            (
                k
                for k in map(ontology.iri, ("schema:Person", "schema:Organization", "schema:Place"))
                if ontology.is_a(kind, k)
            ),
            kind,
        )
        scope = self.base if referent.named else self.article.iri
        iri, n = entity_iri(scope, referent.name, broad), 1
        while iri in self._iris:
            n += 1
            iri = entity_iri(scope, f"{referent.name} {n}", broad)
        self._iris.add(iri)
        return Entity(iri, referent.name, kind, self._aliases(referent), tuple(sorted(referent.misspellings)))

    def _aliases(self, referent: Referent) -> tuple[str, ...]:
        """The wordings that mean nobody else in the article."""
        return tuple(a for a in referent.aliases if referent.named or self._wordings[a.lower()] == 1)

    def node(self, found: Filler) -> Node:
        """An entity, or the literal itself."""
        return self.of(found) if isinstance(found, Referent) else found

    def all(self) -> tuple[Entity, ...]:
        """The entities of the claims, and the names that stand in none."""
        for referent in self.discourse.referents:
            if referent.named:
                self.of(referent)
        return tuple(sorted(self._minted.values(), key=lambda e: e.iri))
