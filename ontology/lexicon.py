"""How English says what the ontology can say: frames for properties, words for classes and modalities."""

from __future__ import annotations

import builtins
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from ontology.errors import OntologyError
from ontology.vocabulary import Ontology, Term

__all__ = ["PREPOSITIONS", "Frame", "Lexicon"]

_PARTS = ("verb", "role", "event", "adjective", "attribute", "link", "pattern", "measure", "count")
_FRAME_TERMS = ("subject", "object", "complement", "polarity", "cue", "value", "presupposed")
_SUBJECT = {"verb": "subject", "role": "self", "event": "by", "adjective": "subject"}
_SUBJECT |= {"attribute": "of", "link": "subject", "pattern": "subject", "measure": "subject", "count": "subject"}
_ROLE_OBJECT = "of at for in possessor compound"
PREPOSITIONS = frozenset(
    "about above across after against along among around as at before behind between by for from in into of off on "
    "onto out over through to toward towards under until upon up with within without".split()
)


@dataclass(frozen=True, order=True)
class Frame:
    """One word that says a property, and which of its arguments fill subject and object.

    `property` is None for a word that bears only on the status of its complement ("manage to"); `complement` is the IRI
    of a modality or of `lex:said`, `lex:implied`, `lex:denied`, `lex:refused`, empty where a clause below it is left
    open.
    """

    wording: str
    part: str
    property: str | None
    subject: tuple[str, ...]
    object: tuple[str, ...]
    complement: str
    negative: bool
    causal: bool
    value: str = ""
    presupposed: bool = False

    @builtins.property  # the field of that name hides the decorator from type checkers
    def head(self) -> str:
        """The verb, noun or adjective without its particles."""
        words = self.wording.split()
        return _nominal_head(words) if self.part in ("role", "event", "attribute", "count") else words[0]


@dataclass(frozen=True)
class Lexicon:
    """All frames and words of an ontology, indexed by the lemma that a text would have."""

    ontology: Ontology

    @cached_property
    def frames(self) -> Mapping[tuple[str, str], tuple[Frame, ...]]:
        """Frames by part of speech and head word: longest wording first, then the narrowest property."""
        index: dict[tuple[str, str], set[Frame]] = defaultdict(set)
        owners: dict[Term, list[str | None]] = defaultdict(list)
        for term in self.ontology.subjects("lex:frame"):
            for node in self.ontology.objects(term, "lex:frame"):
                owners[node].append(term.value if term.value in self.ontology.properties else None)
        for node, properties in owners.items():
            for owner in properties:
                for frame in self._read(node, owner):
                    index[frame.part, frame.head].add(frame)
        return {
            key: tuple(sorted(found, key=lambda f: (-len(f.wording.split()), -self._narrowness(f), _sort_key(f))))
            for key, found in sorted(index.items())
        }

    def _narrowness(self, frame: Frame) -> int:
        """How deep domain and range of the property lie; a frame without one is about clauses only and comes first."""
        if frame.property is None:
            return len(self.ontology.classes)
        known = self.ontology.properties[frame.property]
        return sum(len(self.ontology.ancestors.get(iri, ())) for iri in (*known.domain, *known.range))

    def _read(self, node: Term, owner: str | None) -> list[Frame]:
        said = {name: self.ontology.text(node, f"lex:{name}") for name in _FRAME_TERMS}
        flags = said["polarity"] == "negative", said["cue"] == "true"
        rest = said["value"], said["presupposed"] == "true"
        found = []
        for part in _PARTS:
            for wording in self.ontology.texts(node, f"lex:{part}"):
                subject = (said["subject"] or _SUBJECT[part]).split()
                object_ = (said["object"] or _default_object(part, wording)).split()
                slots = tuple(subject), tuple(object_)
                found.append(Frame(wording, part, owner, *slots, said["complement"], *flags, *rest))
        return found

    def construction(self, name: str) -> str:
        """The IRI of the property that a construction of grammar says: "title", "age", "kind", "follows" and the like.

        Raises OntologyError where no property has it.
        """
        if name not in self._by_construction:
            raise OntologyError(
                f"no property of the ontology has lex:construction {name!r}: the core file that says it is missing"
            )
        return self._by_construction[name]

    @cached_property
    def _by_construction(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for iri in self.ontology.properties:
            for node in self.ontology.objects(iri, "lex:frame"):
                for name in self.ontology.texts(node, "lex:construction"):
                    found.setdefault(name, iri)
        return found

    @cached_property
    def prepositions(self) -> Mapping[str, str]:
        """Prepositions and conjunctions that say a property between two events: "after", "because of"."""
        found: dict[str, str] = {}
        for iri in self.ontology.properties:
            for node in self.ontology.objects(iri, "lex:frame"):
                found |= dict.fromkeys(self.ontology.texts(node, "lex:preposition"), iri)
        return found

    @cached_property
    def derives(self) -> bool:
        """Whether any property has its words from its label."""
        return any(known.derived for known in self.ontology.properties.values())

    @cached_property
    def derived_verbs(self) -> tuple[Frame, ...]:
        """The frames of verbs whose properties have their words from their labels."""
        verbs = (f for (part, _), frames in self.frames.items() if part == "verb" for f in frames)
        return tuple(f for f in verbs if f.property and self.ontology.properties[f.property].derived)

    @cached_property
    def work_words(self) -> frozenset[str]:
        """What is only said of works, by the derived properties that a word says: "animate", "genre"."""
        ontology, found = self.ontology, set()
        work = ontology.iri("schema:CreativeWork")
        for (part, word), frames in self.frames.items() if self.derives else ():
            known = [ontology.properties[f.property] for f in frames if f.property]
            domains = [iri for k in known if k.derived for iri in k.domain]
            if part in ("verb", "attribute") and domains and all(ontology.is_a(iri, work) for iri in domains):
                found.add(word)
        return frozenset(found)

    @cached_property
    def equivalents(self) -> Mapping[str, tuple[tuple[str, bool], ...]]:
        """Each property's derived ones that mean the same, and whether the other way round."""
        found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for iri, known in self.ontology.properties.items():
            for name, inverse in (("lex:same", False), ("lex:inverse", True)) if known.derived else ():
                for other in self.ontology.texts(iri, name):
                    found[other].append((iri, inverse))
        return {other: tuple(sorted(pairs)) for other, pairs in sorted(found.items())}

    def words(self, name: str) -> dict[str, str]:
        """Word to the IRI of what has it under a `lex:` term such as `noun`: a class, property or modality.

        Where two terms have the same word, the more specific class wins, then the first IRI.
        """
        if name not in self._word_lists:
            self._word_lists[name] = self._read_words(name)
        return self._word_lists[name]

    @cached_property
    def _word_lists(self) -> dict[str, dict[str, str]]:
        return {}

    def _read_words(self, name: str) -> dict[str, str]:
        found: dict[str, str] = {}
        # A frame has words under the same terms, but it is a blank node: its name is another in every process.
        owners = sorted(
            (s for s in self.ontology.subjects(f"lex:{name}") if isinstance(s, ox.NamedNode)),
            key=lambda s: (-len(self.ontology.ancestors.get(s.value, ())), s.value),
        )
        for owner in owners:
            for word in self.ontology.texts(owner, f"lex:{name}"):
                found.setdefault(word, owner.value)
        return found


def _nominal_head(words: list[str]) -> str:
    """The last word before a preposition: "state" is no head of "secretary of state"."""
    cut = next((i for i, w in enumerate(words) if i and w in PREPOSITIONS), len(words))
    return words[cut - 1]


def _default_object(part: str, wording: str) -> str:
    last = wording.split()[-1]
    if part == "role":
        return _ROLE_OBJECT
    if part == "event":
        return "of possessor"
    if part == "attribute":
        return "self"
    return last if len(wording.split()) > 1 and last in PREPOSITIONS else "object"


def _sort_key(frame: Frame) -> tuple[str, ...]:
    return frame.wording, frame.property or "", *frame.subject, "|", *frame.object, frame.complement
