"""What the page says of each term: one entry a class, property, status or other term, under an anchor of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.description import anchor, short_name
from ontology.docs.links import Link, Match, link, links, matches
from ontology.docs.wordings import Wording, frames_by_property, wordings
from ontology.lexicon import Lexicon
from ontology.vocabulary import Ontology

__all__ = ["ClassEntry", "Entry", "Look", "Module", "PropertyEntry", "class_tree", "entry", "look", "modules"]

_CLASS_WORDS = ("noun", "generic", "nameWord", "nameHint", "entityLabel")


@dataclass(frozen=True)
class Entry:
    """Any term: `facts` are further things said of it, each with a name and links."""

    anchor: str
    name: str
    iri: Link
    label: str
    comment: str
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class Look:
    """How the legend draws something; a colour that is none of #rrggbb is left out."""

    color: str
    shape: str = ""
    icon: str = ""
    dash: str = ""
    width: str = ""


@dataclass(frozen=True)
class ClassEntry:
    """A class, its look, its words by the list they are in, and the classes below it."""

    entry: Entry
    look: Look
    words: tuple[tuple[str, tuple[str, ...]], ...]
    below: tuple[ClassEntry | Link, ...]


@dataclass(frozen=True)
class PropertyEntry:
    """A property with the sentences that say it and the words for it."""

    entry: Entry
    traits: tuple[str, ...]
    examples: tuple[str, ...]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True)
class Module:
    """The properties of one part of the ontology."""

    entry: Entry
    properties: tuple[PropertyEntry, ...]


def entry(ontology: Ontology, iri: str, **facts: str) -> Entry:
    """The entry of a term; a further fact is a name, underscores for its spaces, and the property that says it."""
    found = ((name.replace("_", " "), links(ontology, iri, term)) for name, term in facts.items())
    return Entry(
        anchor(ontology, iri),
        short_name(ontology, iri),
        Link(iri, f"#{anchor(ontology, iri)}"),
        ontology.text(iri, "rdfs:label") or ontology.text(iri, "skos:prefLabel") or short_name(ontology, iri),
        ontology.text(iri, "rdfs:comment") or ontology.text(iri, "skos:definition"),
        tuple((name, linked) for name, linked in found if linked),
        matches(ontology, iri),
    )


def look(ontology: Ontology, iri: str) -> Look:
    """What the Turtle says of a term's look, as far as it is safe to draw."""
    color, dash, width = (ontology.text(iri, f"by:{name}") for name in ("color", "dash", "width"))
    return Look(
        color if re.fullmatch(r"#[\da-fA-F]{6}", color) else "",
        ontology.text(iri, "by:shape"),
        ontology.text(iri, "by:icon"),
        dash if re.fullmatch(r"[\d. ]*", dash) else "",
        width if re.fullmatch(r"[\d.]*", width) else "",
    )


def class_tree(ontology: Ontology) -> list[ClassEntry]:
    """All classes below those without a parent; one with several stands below the first, and the others link to it."""
    seen: set[str] = set()
    below: dict[str, list[str]] = {}
    for iri, known in ontology.classes.items():
        for parent in known.parents:
            below.setdefault(parent, []).append(iri)

    def grow(iri: str) -> ClassEntry:
        seen.add(iri)
        children = sorted(set(below.get(iri, ())), key=lambda child: ontology.classes[child].label)
        grown = tuple(link(ontology, child) if child in seen else grow(child) for child in children)
        known = entry(ontology, iri, kind_of="rdfs:subClassOf", its_plural_is="by:plural")
        return ClassEntry(known, look(ontology, iri), tuple(_words(ontology, iri)), grown)

    roots = [iri for iri, known in ontology.classes.items() if not {*known.parents} & {*ontology.classes}]
    # What lies in a circle of a user's file has no root: it still gets its entry.
    return [grow(iri) for iri in [*roots, *ontology.classes] if iri not in seen]


def _words(ontology: Ontology, iri: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in _CLASS_WORDS:
        if words := ontology.texts(iri, f"lex:{name}"):
            yield ontology.text(ontology.iri(f"lex:{name}"), "rdfs:label"), tuple(sorted(words, key=str.casefold))


def modules(ontology: Ontology) -> list[Module]:
    """The properties by module; those of a user's file that name none come last, under the file's own heading."""
    lexicon = Lexicon(ontology)
    frames = frames_by_property(lexicon)
    grouped: dict[str, list[PropertyEntry]] = {iri: [] for iri in ontology.instances("by:Module")}
    for iri, known in sorted(ontology.properties.items(), key=lambda pair: (pair[1].label.casefold(), pair[0])):
        told = wordings(lexicon, iri, frames.get(iri, ()))
        home = ontology.text(iri, "by:inModule")
        grouped.setdefault(home, []).append(_property(ontology, iri, known.literal, tuple(told)))
    loose = Entry("added", "", Link("", ""), "added properties", "Properties in no module.", (), ())
    named = [Module(entry(ontology, iri) if iri else loose, tuple(found)) for iri, found in grouped.items() if found]
    return sorted(named, key=lambda module: (module.entry == loose, module.entry.label))


def _property(ontology: Ontology, iri: str, literal: bool, told: tuple[Wording, ...]) -> PropertyEntry:
    known = ontology.properties[iri]
    traits = {"symmetric": known.symmetric, "one value only": known.functional, "a value, not an entity": literal}
    facts = entry(
        ontology,
        iri,
        domain="rdfs:domain",
        range="rdfs:range",
        narrower_than="rdfs:subPropertyOf",
        inverse_of="owl:inverseOf",
    )
    examples = tuple(ontology.texts(iri, "skos:example"))
    return PropertyEntry(facts, tuple(name for name, holds in traits.items() if holds), examples, told)
