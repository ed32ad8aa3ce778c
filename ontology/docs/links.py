"""A term as it is named on the page: linked to its entry there, or to where it is defined."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from ontology.description import anchor, short_name
from ontology.vocabulary import Ontology

__all__ = ["Link", "Match", "link", "links", "matches", "web_link"]

_MATCHES = {
    "skos:exactMatch": "the same as",
    "owl:equivalentProperty": "the same as",
    "owl:equivalentClass": "the same as",
    "skos:closeMatch": "close to",
    "skos:broadMatch": "narrower than",
    "skos:narrowMatch": "broader than",
    "skos:relatedMatch": "related to",
}


@dataclass(frozen=True)
class Link:
    """Some words and where they lead; nowhere, if `href` is empty."""

    text: str
    href: str


@dataclass(frozen=True)
class Match:
    """Terms of other vocabularies, and how near they are."""

    how: str
    links: tuple[Link, ...]


def web_link(iri: str, text: str = "") -> Link:
    """A link out of the page; what is no http or https address stays plain text, for a user's file may hold any."""
    try:
        safe = urlsplit(iri).scheme in ("http", "https")
    except ValueError:
        safe = False
    return Link(text or iri, iri if safe else "")


def link(ontology: Ontology, iri: str) -> Link:
    """A term by its label if it has an entry on the page, else by its prefixed name."""
    label = ontology.text(iri, "rdfs:label") or ontology.text(iri, "skos:prefLabel")
    return Link(label, f"#{anchor(ontology, iri)}") if label else web_link(iri, short_name(ontology, iri))


def links(ontology: Ontology, subject: str, name: str) -> tuple[Link, ...]:
    """The objects of a property as links; an anonymous one has no name to show."""
    named = {o.value for o in ontology.named(subject, name)}
    return tuple(link(ontology, iri) for iri in sorted(named))


def matches(ontology: Ontology, iri: str) -> tuple[Match, ...]:
    """The mappings of a term: itself where it is another vocabulary's, and what it is matched with."""
    own = iri.startswith((ontology.iri("by:"), ontology.iri("lex:")))
    first = () if own else (Match("reused from", (web_link(iri, short_name(ontology, iri)),)),)
    found = []
    for name, how in _MATCHES.items():
        if others := sorted({o.value for o in ontology.named(iri, name)}):
            found.append(Match(how, tuple(web_link(other, short_name(ontology, other)) for other in others)))
    return (*first, *found)
