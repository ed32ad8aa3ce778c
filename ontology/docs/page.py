"""The page: what the entries say, in one HTML file that needs no network."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2

from ontology.description import short_name
from ontology.docs.entries import Entry, Look, class_tree, entry, look, modules
from ontology.docs.links import Link, web_link
from ontology.errors import OntologyError
from ontology.vocabulary import Ontology

__all__ = ["ontology_page", "write_page"]

_HERE = Path(__file__).parent
_MODALITY_WORDS = ("auxiliary", "adverb", "marker", "modalAdjective", "negator", "factNoun")
_HEADER = {
    "version": "owl:versionInfo",
    "this version": "owl:versionIRI",
    "creator": "dcterms:creator",
    "licence": "dcterms:license",
    "preferred prefix": "vann:preferredNamespacePrefix",
    "namespace": "vann:preferredNamespaceUri",
    "see also": "rdfs:seeAlso",
}


@dataclass(frozen=True)
class Status:
    """A status or modality, how the legend draws it, and the words that bring it about."""

    entry: Entry
    look: Look | None
    words: tuple[tuple[str, tuple[str, ...]], ...]


def write_page(path: Path, ontology: Ontology) -> None:
    """Write the page of an ontology.

    Raises OntologyError where the file cannot be written.
    """
    try:
        path.write_bytes(ontology_page(ontology).encode("utf-8", "replace"))
    except OSError as exc:
        raise OntologyError(f"{path}: cannot be written ({exc.strerror}): name another file with -o") from exc


def ontology_page(ontology: Ontology) -> str:
    """The page as HTML; what Turtle files say is escaped, and leads out of it by http and https links only."""
    script = (_HERE / "filter.js").read_text(encoding="utf-8")
    return _template().render(
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        style=(_HERE / "page.css").read_text(encoding="utf-8"),
        title=_title(ontology),
        description=_of_header(ontology, "dcterms:description"),
        header=_header(ontology),
        classes=class_tree(ontology),
        class_count=len(ontology.classes),
        modules=modules(ontology),
        property_count=len(ontology.properties),
        statuses=_statuses(ontology),
        legend=[(entry(ontology, iri), look(ontology, iri)) for iri in ontology.instances("by:LegendEntry")],
        terms=_terms(ontology),
        shapes=_shapes(ontology),
    )


@cache
def _template() -> jinja2.Template:
    loader = jinja2.FileSystemLoader(_HERE)
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("page.html.jinja")


def _of_header(ontology: Ontology, name: str) -> str:
    found = [text for iri in ontology.instances("owl:Ontology") for text in ontology.texts(iri, name)]
    return " ".join(found)


def _title(ontology: Ontology) -> str:
    return _of_header(ontology, "dcterms:title") or "Ontology"


def _header(ontology: Ontology) -> list[tuple[str, list[Link]]]:
    found = [("ontology", [web_link(iri) for iri in ontology.instances("owl:Ontology")])]
    for label, name in _HEADER.items():
        values = [web_link(text) for iri in ontology.instances("owl:Ontology") for text in ontology.texts(iri, name)]
        found += [(label, values)] if values else []
    return found


def _statuses(ontology: Ontology) -> list[Status]:
    """The five statuses, each followed by what lies below it, then whatever else is a concept."""
    lines = {ontology.text(iri, "skos:notation"): iri for iri in ontology.instances("by:LegendEntry")}
    concepts = ontology.instances("skos:Concept")

    def rank(iri: str) -> tuple[bool, str, bool, str]:
        top = ontology.upward(iri, "skos:broader")[-1]
        return ontology.text(iri, "skos:inScheme").endswith("Polarities"), top, top != iri, iri

    return [_status(ontology, iri, lines) for iri in sorted(concepts, key=rank)]


def _status(ontology: Ontology, iri: str, lines: dict[str, str]) -> Status:
    line = lines.get(ontology.text(iri, "skos:prefLabel"))
    words = (
        (ontology.text(ontology.iri(f"lex:{name}"), "rdfs:label"), tuple(ontology.texts(iri, f"lex:{name}")))
        for name in _MODALITY_WORDS
    )
    known = entry(ontology, iri, under="skos:broader")
    return Status(known, look(ontology, line) if line else None, tuple(pair for pair in words if pair[1]))


def _terms(ontology: Ontology) -> list[tuple[str, list[Entry]]]:
    """The terms that claims and Turtle files are written in, under the headings of the page."""
    kinds = {
        "How a claim is written": ("rdfs:Class", "rdf:Property", "skos:ConceptScheme"),
        "How Turtle files are written": ("owl:AnnotationProperty", "lex:Complement"),
    }
    return [
        (heading, [_plain(ontology, iri) for kind in names for iri in ontology.instances(kind)])
        for heading, names in kinds.items()
    ]


def _plain(ontology: Ontology, iri: str) -> Entry:
    return entry(ontology, iri, domain="rdfs:domain", range="rdfs:range", kind_of="rdfs:subClassOf")


def _shapes(ontology: Ontology) -> list[tuple[Entry, list[str]]]:
    """Each shape that a Turtle file holds, and what it asks for, in its messages."""
    found = []
    for iri in ontology.instances("sh:NodeShape"):
        below = [iri, *ontology.objects(iri, "sh:property")]
        messages = {text for node in below for text in ontology.texts(node, "sh:message")}
        found.append((entry(ontology, iri, of="sh:targetClass"), sorted(messages) or [short_name(ontology, iri)]))
    return found
