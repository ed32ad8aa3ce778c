"""Derived: words for an ontology that has only labels, domains and ranges; read off the labels themselves.

`labels.ttl` knows how English says the relations that ontologies have most often; what it does not know is taken apart:
"founded by" is a verb, "director" whoever directs, "release date" the time of releasing, "runway length" a noun.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import pyoxigraph as ox

from ontology.inflection import agent_verbs, base_verbs, is_participle, singular
from ontology.lexicon import PREPOSITIONS, Lexicon
from ontology.vocabulary import Ontology, Term

__all__ = ["derive", "label_words"]

Triple = tuple[Term, str, Term]
Taken = tuple[str, list[str], str, str]
_TIMES = frozenset({"date", "year", "time"})
_BEGINNINGS = frozenset({"inception", "founding", "foundation", "formation"})
# What a country is as well as a town.
_ANYWHERE = frozenset({"territory", "region", "area"})
_PLACES = frozenset({"place", "location", "site"})
_COUNTS = frozenset({"count", "size"})
_CODES = frozenset({"number", "code", "identifier", "id"})
_EMPTY = frozenset({"has", "is", "was", "the", "a", "an"})
_MATCHES = ("owl:equivalentProperty", "skos:exactMatch", "skos:closeMatch")


def label_words(label: str) -> list[str]:
    """A label as small words, whether it is written as words, in camelCase or in snake_case.

    >>> label_words("associatedBand/associatedMusicalArtist")
    ['associated', 'band']
    """
    first = re.split(r"[/,(]", label)[0]
    spaced = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", first.replace("_", " "))
    return spaced.lower().split()


def derive(ontology: Ontology, own: set[str]) -> Iterator[Triple]:
    """Frames for the properties of one's own that have none, nouns and a place in the hierarchy for such classes."""
    lexicon = Lexicon(ontology)
    nameless = (iri for iri in sorted(own & set(ontology.classes)) if not ontology.texts(iri, "lex:noun"))
    classes = [triple for iri in nameless for triple in _of_class(ontology, lexicon, iri)]
    yield from classes
    derivation = _Derivation(replace(ontology, triples=ontology.triples.union(classes)), frozenset(own))
    kinds = ("owl:ObjectProperty", "owl:DatatypeProperty", "rdf:Property")
    for iri in sorted(own & {i for kind in kinds for i in ontology.instances(kind)}):
        bare = not ontology.texts(iri, "lex:frame") or bool(ontology.texts(iri, "lex:derived"))
        if ontology.text(iri, "rdfs:label") and bare:
            yield from derivation.of_property(iri)


def _of_class(ontology: Ontology, lexicon: Lexicon, iri: str) -> Iterator[Triple]:
    """Another name for a class of our own, or a class whose noun is its label, below that of its last words."""
    node, label = ox.NamedNode(iri), " ".join(label_words(ontology.text(iri, "rdfs:label", iri)))
    same = _same_class(ontology, lexicon, iri, label)
    if same:
        yield node, ontology.iri("owl:equivalentClass"), ox.NamedNode(same)
        return
    nouns, words = lexicon.words("noun"), label.split()
    above = next((nouns[w] for i in range(len(words)) if (w := " ".join(words[i:])) in nouns), "")
    if not ontology.texts(iri, "rdfs:subClassOf"):
        yield node, ontology.iri("rdfs:subClassOf"), ox.NamedNode(above or ontology.iri("schema:Thing"))
    yield node, ontology.iri("lex:noun"), ox.Literal(label)


def _same_class(ontology: Ontology, lexicon: Lexicon, iri: str, label: str) -> str:
    """The class of ours that a class is declared to match, is called like, or has for its only meaning."""
    known = {i: c for i, c in ontology.classes.items() if c.color}
    for other, found in known.items():
        matches = {*ontology.texts(other, "skos:exactMatch"), *ontology.texts(other, "skos:closeMatch")}
        names = {found.label, *found.label.split(" or "), " ".join(label_words(re.split(r"[/#]", other)[-1]))}
        if iri in matches or label in names or label.replace("isation", "ization") in names:
            return other
    only = {"human", "team", "athlete", "artist"}
    wide = label.split()[-1] if label.split()[-1] in _ANYWHERE else ""
    return lexicon.words("noun").get(label if label in only else wide, "")


@dataclass(frozen=True)
class _Derivation:
    """What an ontology's own library of labels knows, and how a label is taken apart that it does not know."""

    ontology: Ontology
    own: frozenset[str]

    @cached_property
    def heads(self) -> Counter[str]:
        """How many labels end in a word."""
        labels = (self.ontology.text(iri, "rdfs:label") for iri in self.own)
        return Counter(words[-1] for label in labels if (words := label_words(label)))

    @cached_property
    def library(self) -> dict[str, list[Term]]:
        """The entries of the library by label."""
        found: dict[str, list[Term]] = {}
        for entry in self.ontology.subjects("lex:labelled"):
            for label in self.ontology.texts(entry, "lex:labelled"):
                found.setdefault(label, []).append(entry)
        return found

    @cached_property
    def verbs(self) -> dict[str, list[str]]:
        """The verbs of a noun, where the library tells them."""
        found: dict[str, list[str]] = {}
        for entry in self.ontology.subjects("lex:wordOf"):
            for noun in self.ontology.texts(entry, "lex:wordOf"):
                found.setdefault(noun, []).extend(self.ontology.texts(entry, "lex:verbOf"))
        return found

    @cached_property
    def ours(self) -> dict[str, list[str]]:
        """Our own properties by what they are called and what they are declared to match."""
        found: dict[str, list[str]] = {}
        for iri in self.ontology.properties:
            if self.ontology.texts(iri, "by:inModule"):
                # A related term is one seen from the other end: which, its domain and range tell.
                matches = (*_MATCHES, "skos:relatedMatch")
                names = [iri, *(m for match in matches for m in self.ontology.texts(iri, match))]
                for name in (*names, " ".join(label_words(self.ontology.properties[iri].label))):
                    found.setdefault(name, []).append(iri)
        return found

    def of_property(self, iri: str) -> Iterator[Triple]:
        """The triples that give one property its words."""
        words = label_words(self.ontology.text(iri, "rdfs:label"))
        while len(words) > 1 and words[0] in _EMPTY:
            words = words[1:]
        words = words[: words.index("or")] if "or" in words[1:-1] else words
        node = ox.NamedNode(iri)
        yield node, self.ontology.iri("lex:derived"), ox.Literal("true")
        yield node, self.ontology.iri("rdf:type"), ox.NamedNode(self.ontology.iri("lex:Derived"))
        names = [iri, *(m for match in _MATCHES for m in self.ontology.texts(iri, match)), " ".join(words)]
        for other in dict.fromkeys(o for name in names for o in self.ours.get(name, ())):
            link = "lex:inverse" if self._turned(iri, other) else "lex:same"
            yield node, self.ontology.iri(link), ox.NamedNode(other)
        said = {"lex:says": "lex:frame", "lex:same": "lex:same", "lex:inverse": "lex:inverse"}
        for entry in self.entries(words):
            for name, ours in said.items():
                yield from ((node, self.ontology.iri(ours), found) for found in self.ontology.objects(entry, name))
        yield from self._frames(iri, words)

    def _frames(self, iri: str, words: list[str]) -> Iterator[Triple]:
        """A frame for each way in which the label can be taken apart."""
        node = ox.NamedNode(iri)
        dated = {self.ontology.iri(f"xsd:{name}") for name in ("date", "gYear", "dateTime")}
        timed = bool(dated & set(self.ontology.texts(iri, "rdfs:range")))
        for n, taken in enumerate(self.taken_apart(words, timed)):
            part, wordings, subject, object_ = self._seen_from(iri, words, taken)
            frame = ox.BlankNode(f"derived{iri.encode().hex()}x{n}")
            yield node, self.ontology.iri("lex:frame"), frame
            for wording in wordings:
                yield frame, self.ontology.iri(f"lex:{part}"), ox.Literal(wording)
            for slot, fillers in (("subject", subject), ("object", object_)):
                if fillers:
                    yield frame, self.ontology.iri(f"lex:{slot}"), ox.Literal(fillers)

    def _seen_from(self, iri: str, words: list[str], taken: Taken) -> Taken:
        """A frame as domain and range of the property have it."""
        part, wordings, subject, object_ = taken
        if part != "attribute":
            return taken
        if words[1:2] == ["of"] and self._is_role(iri):
            subject, object_ = "self", "of"  # "member of a club" is what somebody is
        # Of a relation between two of a kind the last word alone is that kind: "parent peak".
        alike = self.ontology.texts(iri, "rdfs:domain") == self.ontology.texts(iri, "rdfs:range")
        wordings = [w for w in wordings if not alike or w != words[-1] or len(words) == 1]
        return part, wordings, subject, object_

    def _is_role(self, iri: str) -> bool:
        """Whether a property leads from people to what is none."""
        person = self.ontology.iri("schema:Person")
        ends = [self.ontology.texts(iri, f"rdfs:{end}") for end in ("domain", "range")]
        domain, range_ = ([self.ontology.is_a(self.ontology.same_class(c), person) for c in end] for end in ends)
        return bool(domain and range_) and all(domain) and not any(range_)

    def _turned(self, iri: str, other: str) -> bool:
        """Whether a match runs the other way: "creator" leads from a work to somebody, "creates" back."""
        agent, ours = self.ontology.iri("by:Agent"), self.ontology.properties
        domain = [self.ontology.same_class(c) for c in self.ontology.iris(iri, "rdfs:domain")]
        range_ = [self.ontology.same_class(c) for c in self.ontology.iris(iri, "rdfs:range")]
        acts = any(self.ontology.is_a(c, agent) for c in range_) and not any(
            self.ontology.is_a(c, agent) for c in domain
        )
        doing = any(self.ontology.is_a(c, self.ontology.iri("by:Voice")) for c in ours[other].domain)
        return acts and doing and not any(self.ontology.is_a(c, agent) for c in ours[other].range)

    def entries(self, words: list[str]) -> list[Term]:
        """The library's entries for a label: as it stands, else for the most of its last words, else for its first."""
        narrowing = set(self.ontology.texts(self.ontology.iri("lex:Label"), "lex:narrowing"))
        ends = [" ".join(words[i:]) for i in range(len(words)) if not narrowing & set(words[:i])]
        starts = [" ".join(words[:i]) for i in range(len(words) - 1, 0, -1) if words[i - 1] in PREPOSITIONS or i == 1]
        starts = [] if {*_TIMES, *_PLACES} & set(words) else starts
        starts = [s for s in starts if " ".join(words).startswith(f"{s} ") and (len(s.split()) > 1 or "of" in words)]
        return next((self.library[name] for name in (*ends, *starts) if name in self.library), [])

    def taken_apart(self, words: list[str], timed: bool) -> Iterator[Taken]:
        """Frames as (part, wordings, subject, object), by how the label is built."""
        last, text = words[-1], " ".join(words)
        yield from self._counted(words)
        inner = next((i for i, w in enumerate(words) if i and w in PREPOSITIONS), len(words))
        if last in PREPOSITIONS and len(words) > 1:
            yield from self._with_preposition(words[-2], last)
        elif timed or _TIMES & set(words) or (len(words) == 1 and last in _BEGINNINGS):
            verbs = self._verbs_of([w for w in words if w not in _TIMES | {"of", "active", "years"}])
            yield "verb", verbs, "object subject", "time"
            yield "attribute", [" ".join(words[:inner])], "", ""
        elif _PLACES & set(words) and len(words) > 1:
            verbs = self._verbs_of([w for w in words if w not in _PLACES | {"of", "astronomical"}])
            yield "verb", [f"{v} {p}" for v in verbs for p in ("in", "at")], "object subject", "in at"
            yield "attribute", [" ".join(words[:inner])], "", ""
        elif (last.endswith("ing") and len(words) == 1) or (last.endswith("s") and self._is_verb(last)):
            yield "verb", base_verbs(last), "", ""
        else:
            head = [last] if inner == len(words) and self.heads[last] == 1 and len(last) > 3 else []
            yield "attribute", list(dict.fromkeys((text, " ".join(words[:inner]), *head))), "", ""
            verbs = [] if inner < len(words) else self._verbs_of([last])
            if verbs:
                yield "verb", verbs, "object", "subject"

    def _counted(self, words: list[str]) -> Iterator[Taken]:
        """ "number of students", "floor count", "staff size": what a number stands before."""
        counted = words[2:] if words[:2] == ["number", "of"] else words[:-1] if words[-1] in _COUNTS else []
        if counted:
            yield "count", [" ".join([*counted[:-1], singular(counted[-1])])], "", ""
        elif words[-1] in _CODES and len(words) > 1:
            yield "attribute", [" ".join(words[:-1])], "", ""

    def _with_preposition(self, word: str, preposition: str) -> Iterator[Taken]:
        """ "founded by" and "lyrics by": whoever does it; "based on": the other end; "member of": a noun."""
        if preposition == "by":
            verbs = base_verbs(word) if is_participle(word) else self.verbs.get(word, [])
            yield "verb", verbs, "object", "subject"
            yield "attribute", [word], "", "by"
        elif is_participle(word):
            yield "verb", [f"{v} {preposition}" for v in base_verbs(word)], "object subject", preposition
        elif self._is_verb(word):
            yield "verb", [f"{v} {preposition}" for v in base_verbs(word)], "", ""
        else:
            yield "role", [word], "", preposition

    def _is_verb(self, word: str) -> bool:
        """Whether the lexicon has a word as a form of a verb and not as the plural of a noun."""
        lexicon = Lexicon(self.ontology)
        nouns = lexicon.words("noun")
        verb = any(("verb", v) in lexicon.frames for v in base_verbs(word))
        return verb and word.removesuffix("s") not in nouns and ("event", word.removesuffix("s")) not in lexicon.frames

    def _verbs_of(self, words: list[str]) -> list[str]:
        """The verbs that a noun for an act or a doer is made from, or that is a participle itself."""
        for word in words:
            found = self.verbs.get(word) or (base_verbs(word) if is_participle(word) else agent_verbs(word))
            if found:
                return found
        return []
