"""An authority: a list of those whom somebody else knows, by IRI, with their names and kinds, from CSV or RDF."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.terms import node, term
from ontology import AuthorityError, GraphError

__all__ = ["Authority", "Record", "read_authority"]

_NEEDED, _OPTIONAL = ("name", "iri"), ("aliases", "type")
_BETWEEN_ALIASES = "|"
_MAIN = ("skos:prefLabel", "rdfs:label", "schema:name")
_OTHER = ("skos:altLabel", "skos:hiddenLabel", "schema:alternateName")


@dataclass(frozen=True)
class Record:
    """Somebody or something that an authority knows; `types` are IRIs or plain words, none where it does not say.

    `opinion` is how sure the authority itself is, where it was asked and is: between 0 and 1.
    """

    iri: str
    name: str
    aliases: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    opinion: float | None = None


@dataclass(frozen=True)
class Authority:
    """All that an authority knows, and what it is called."""

    name: str
    records: tuple[Record, ...]


def read_authority(path: Path) -> Authority:
    """The authority in a file: .csv with the columns name, iri, aliases and type, or RDF such as .ttl.

    Raises AuthorityError, with the line where there is one, for whatever is amiss.
    """
    try:
        content = path.read_bytes()
    except OSError as exc:
        raise AuthorityError(f"{path}: not readable ({exc.strerror}): check the path") from exc
    form = ox.RdfFormat.from_extension(path.suffix.lower().removeprefix("."))
    if form is None and path.suffix.lower() != ".csv":
        raise AuthorityError(f"{path}: is neither .csv nor RDF (.ttl, .nt, .rdf, .jsonld): save it as one of them")
    records = tuple(_csv(path, content) if form is None else _rdf(path, content, form))
    if not records:
        raise AuthorityError(f"{path}: knows nobody: {'add rows' if form is None else f'add {_MAIN[0]} or {_MAIN[1]}'}")
    return Authority(path.name, records)


def _csv(path: Path, content: bytes) -> Iterator[Record]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = content[: exc.start].count(b"\n") + 1
        raise AuthorityError(f"{path}: line {line} is not UTF-8: save the table as CSV in UTF-8") from exc
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    seen: dict[str, int] = {}
    try:
        reader.fieldnames = _columns(path, reader.fieldnames or ())
        for row in reader:
            record = _row(row, f"{path}: line {reader.line_num}")
            if record.iri in seen:
                raise AuthorityError(
                    f"{path}: line {reader.line_num} has the IRI of line {seen[record.iri]} again: "
                    f"put all names into one row, with {_BETWEEN_ALIASES} between the aliases"
                )
            seen[record.iri] = reader.line_num
            yield record
    except csv.Error as exc:
        raise AuthorityError(f"{path}: line {reader.line_num} is not CSV ({exc}): check its quotes") from exc


def _columns(path: Path, header: Iterable[str]) -> list[str]:
    names = [name.strip().lower() for name in header]
    for name in _NEEDED:
        if names.count(name) != 1:
            what = "no column" if name not in names else "several columns"
            wanted = f"{', '.join(_NEEDED)} and perhaps {' and '.join(_OPTIONAL)}, with commas between them"
            raise AuthorityError(f"{path}: {what} {name!r} in its first line: it wants {wanted}")
    return names


def _row(row: dict[str, str | None], where: str) -> Record:
    if None in row or None in row.values():
        raise AuthorityError(f"{where} has another number of columns than the first: quote what holds a comma")
    name, iri, aliases, kind = ((row.get(column) or "").strip() for column in (*_NEEDED, *_OPTIONAL))
    if not name:
        raise AuthorityError(f"{where} has no name: give it one, or take it out")
    others = (alias.strip() for alias in aliases.split(_BETWEEN_ALIASES))
    return Record(_iri(iri, where), name, tuple(a for a in others if a), (kind,) if kind else ())


def _iri(text: str, where: str) -> str:
    try:
        return node(text).value
    except GraphError as exc:
        raise AuthorityError(f"{where} has {text!r} for an IRI: write a whole one, with its scheme") from exc


def _rdf(path: Path, content: bytes, form: ox.RdfFormat) -> Iterator[Record]:
    index: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(content, format=form):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                index[quad.subject.value][quad.predicate.value].append(quad.object)
    except (SyntaxError, ValueError) as exc:
        raise AuthorityError(f"{path}: not readable as {form.name} ({str(exc).splitlines()[0]})") from exc
    for iri in sorted(index):
        names = [*_names(index[iri], _MAIN)]
        if names:
            kinds = (o.value for o in index[iri][term("rdf:type").value] if o != term("skos:Concept"))
            others = dict.fromkeys((*names[1:], *_names(index[iri], _OTHER)))
            yield Record(iri, names[0], tuple(n for n in others if n != names[0]), tuple(sorted(kinds)))


def _names(about: dict[str, list[ox.NamedNode | ox.Literal]], links: Iterable[str]) -> Iterator[str]:
    """The texts of the properties in turn, in English, in no language, and then in any other."""
    for link in links:
        found = [o for o in about[term(link).value] if isinstance(o, ox.Literal)]
        yield from (o.value for o in sorted(found, key=lambda o: (_language(o.language), o.value)))


def _language(tag: str | None) -> tuple[int, str]:
    return (1, "") if tag is None else (0, tag) if tag.lower().partition("-")[0] == "en" else (2, tag)
