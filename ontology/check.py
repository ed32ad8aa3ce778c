"""What is wrong with an ontology file, in plain words: for whoever writes a domain of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from ontology.errors import OntologyError
from ontology.lexicon import PREPOSITIONS, Lexicon
from ontology.loading import load_ontology
from ontology.vocabulary import CORE, Ontology, Term, read_turtle

__all__ = ["check_ontology", "derived_words"]

_OWN = ("by", "lex")
_PROPERTIES = ("owl:ObjectProperty", "owl:DatatypeProperty")
_NEEDED = {
    "rdfs:label": "the name it has in claims",
    "rdfs:comment": "one sentence that says what it means",
    "rdfs:domain": "the class of its subjects",
    "rdfs:range": "the class of its objects, or a datatype",
    "skos:example": "a sentence that says it",
    "lex:frame": "how English says it; without one and without a label it can never be claimed",
}
_WORDS = (
    "lex:verb", "lex:role", "lex:event", "lex:adjective", "lex:construction", "lex:preposition", "lex:attribute",
    "lex:link", "lex:pattern", "lex:measure",
)  # fmt: skip
_SLOTS = PREPOSITIONS.union(
    "subject object indirect attribute complement self possessor compound demonym place time start end value "
    "near".split()
)
# In schema.org's pending part, and not yet in rdflib's copy of it.
_PENDING = frozenset({"schema:PoliticalParty"})


def check_ontology(extra: tuple[Path, ...] = ()) -> list[str]:
    """The problems of the user's files, or, where there are none, of our own; one line each, none if all is well.

    Raises OntologyError where a file is missing or is not Turtle, an undeclared prefix included.
    """
    ontology = load_ontology(extra)
    return [problem for path in extra or sorted(CORE.glob("*.ttl")) for problem in _File(path, ontology).problems()]


def derived_words(extra: tuple[Path, ...]) -> list[str]:
    """What was read off the labels of the user's files, one line a property: how it can be said."""
    ontology = load_ontology(extra)
    frames = [f for found in Lexicon(ontology).frames.values() for f in found]
    lines = []
    for iri, known in ontology.properties.items() if extra else ():
        said = sorted({f"{f.part} {f.wording!r}" for f in frames if f.property == iri})
        ours = [known_.label for other in (*ontology.texts(iri, "lex:same"), *ontology.texts(iri, "lex:inverse"))
                if (known_ := ontology.properties.get(other))]  # fmt: skip
        if known.derived:
            lines.append(f"{known.label}: {', '.join([*(f'as {label}' for label in ours), *said])}")
    return sorted(lines)


@dataclass(frozen=True)
class _File:
    """One file, seen in the light of all."""

    path: Path
    ontology: Ontology

    @cached_property
    def triples(self) -> list[tuple[Term, str, Term]]:
        """What it says; that none of it is a triple term was seen when all files were read together."""
        return [(cast(Term, t.subject), t.predicate.value, cast(Term, t.object)) for t in read_turtle(self.path)[1]]

    def problems(self) -> Iterator[str]:
        checks = (self.prefixes, self.terms, self.trust, self.properties, self.frames)
        yield from dict.fromkeys(f"{self.path.name}: {problem}" for check in checks for problem in check())

    def short(self, iri: str) -> str:
        found = [(space, name) for name, space in self.ontology.prefixes.items() if iri.startswith(space)]
        space, name = max(found, default=("", ""), key=lambda pair: len(pair[0]))
        return f"{name}:{iri.removeprefix(space)}" if space else f"<{iri}>"

    # ---- names ----

    def prefixes(self) -> Iterator[str]:
        """A name for two things: of the files that are read together, the last one wins."""
        ours = {name: space for path in sorted(CORE.glob("*.ttl")) for name, space in read_turtle(path)[0].items()}
        for name, space in read_turtle(self.path)[0].items():
            if ours.get(name, space) != space:
                yield f"prefix {name!r} is <{space}> here, <{ours[name]}> in Byline: write that, or another name"

    def terms(self) -> Iterator[str]:
        for iri in sorted(self.used()):
            name = self.short(iri)
            known = self.vocabulary_of(name.partition(":")[0])
            if known is not None and iri not in known and name not in _PENDING:
                near = map(self.short, get_close_matches(iri, sorted(known), n=1, cutoff=0.8))
                yield f"{name} is in no vocabulary: {next((f'is {n} meant?' for n in near), 'check its name')}"

    def trust(self) -> Iterator[str]:
        """From where a claim is trusted is asked of all files together, and told for those that ask."""
        if self.ontology.iri("by:trustedFrom") in self.used():
            try:
                _ = self.ontology.trusted_from
            except OntologyError as exc:
                yield str(exc)

    def used(self) -> set[str]:
        ends = {n.value for s, _, o in self.triples for n in (s, o) if isinstance(n, ox.NamedNode)}
        return ends | {p for _, p, _ in self.triples}

    def vocabulary_of(self, prefix: str) -> frozenset[str] | None:
        """All terms under a prefix, where they are known: those of our files, and those that rdflib brings."""
        if prefix in _OWN:
            return self.described
        return _published().get(self.ontology.prefixes.get(prefix, ""))

    @cached_property
    def described(self) -> frozenset[str]:
        """What some file says anything about; a module or a shape is a term as good as a property."""
        return frozenset(s.value for s, _, _ in self.ontology.triples if isinstance(s, ox.NamedNode))

    # ---- properties ----

    def properties(self) -> Iterator[str]:
        for iri in self.declared():
            name = self.short(iri)
            bare = self.path.parent != CORE and self.ontology.properties[iri].derived
            for wanted, what in _NEEDED.items() if not bare else ():
                if not self.ontology.texts(iri, wanted):
                    yield f"{name} has no {wanted}: add {what}"
            yield from (f"{name}: {problem}" for problem in self.ends(iri))

    def declared(self) -> list[str]:
        """The claimable properties of this file; those of our provenance and legend are for other use."""
        kinds = {self.ontology.iri(kind) for kind in _PROPERTIES}
        found = {s.value for s, _, o in self.triples if o.value in kinds}
        own = self.path.parent == CORE
        return sorted(iri for iri in found if not own or self.ontology.texts(iri, "by:inModule"))

    def ends(self, iri: str) -> Iterator[str]:
        known, datatypes = self.ontology.properties[iri], self.ontology.iri("xsd:")
        for end in (*known.domain, *(() if known.literal else known.range)):
            if end not in self.ontology.classes:
                yield f"{self.short(end)} is no class of the ontology: name one, or declare it as an owl:Class"
        if known.literal and not all(end.startswith(datatypes) for end in known.range):
            yield "the range of an owl:DatatypeProperty is a datatype such as xsd:string"

    # ---- frames ----

    def frames(self) -> Iterator[str]:
        """Frames are blank nodes, named anew on every reading: they are looked up by what has them."""
        has = self.ontology.iri("lex:frame")
        for owner in sorted({s for s, p, _ in self.triples if p == has}, key=str):
            for node in self.ontology.objects(owner, "lex:frame"):
                words = [w for term in _WORDS for w in self.ontology.texts(node, term)]
                what = (
                    f"{self.short(owner.value)}, frame {', '.join(words[:2])!r}" if words else self.short(owner.value)
                )
                yield from (f"{what}: {problem}" for problem in self.faults(owner, node, words))

    def faults(self, owner: Term, node: Term, words: list[str]) -> Iterator[str]:
        if not words:
            yield f"a frame has no word and can never match: give it one of {' '.join(_WORDS)}"
        for word in words:
            if word != word.lower() or re.search(r"[^\w’' -]", word):
                yield f"{word!r} can never match: a wording is lemmas in lower case, without punctuation"
        for slot in " ".join(self.ontology.text(node, f"lex:{end}") for end in ("subject", "object")).split():
            if slot not in _SLOTS:
                yield f"there is no slot {slot!r}: name one of the table in ontology/README.md, or a preposition"
        complement, property_ = self.ontology.text(node, "lex:complement"), self.ontology.properties.get(owner.value)
        if complement and complement not in {*self.ontology.modalities, *self.ontology.instances("lex:Complement")}:
            yield f"{self.short(complement)} is no complement: give a modality, or lex:said, implied, denied, refused"
        if not property_ and not complement:
            yield "it says neither a property nor a complement: put it on a property, or give it lex:complement"
        if property_ and not property_.literal and self.ontology.text(node, "lex:object") == "value":
            yield "its object is a value, but the property wants an entity: make it an owl:DatatypeProperty"


@cache
def _published() -> dict[str, frozenset[str]]:
    """The closed vocabularies that rdflib brings, by their IRI."""
    from rdflib.namespace import ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD

    return {str(space): frozenset(map(str, dir(space))) for space in (ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD)}
