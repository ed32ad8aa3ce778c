"""Authority files: what is read from CSV and RDF, and the one line for each thing that is amiss."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.link import Record, read_authority
from ontology import AuthorityError

A, B = "https://known.example/a", "https://known.example/b"


def authority(tmp_path: Path, content: str | bytes, name: str = "known.csv") -> tuple[Record, ...]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_authority(path).records


GOOD = [
    (f"name,iri\nAda,{A}\n", Record(A, "Ada")),
    (f"\ufeffIRI , Name,note\r\n{A}, Ada ,x\r\n", Record(A, "Ada")),
    (
        f'name,iri,aliases,type\n"Thorne, Ada",{A},A. T.| |Ada ,Person\n',
        Record(A, "Thorne, Ada", ("A. T.", "Ada"), ("Person",)),
    ),
    (f"name,iri\n\nAda,{A}\n\n", Record(A, "Ada")),
]


@pytest.mark.parametrize(("content", "record"), GOOD)
def test_csv(tmp_path: Path, content: str, record: Record) -> None:
    assert authority(tmp_path, content) == (record,)


BAD: list[tuple[str | bytes, str]] = [
    (b"name,iri\nAda\xe9," + A.encode(), "line 2 is not UTF-8: save the table as CSV in UTF-8"),
    (f"name,iri\nAda,{A}\n".encode("utf-16"), "line 1 is not UTF-8"),
    ("", "no column 'name' in its first line: it wants name, iri and perhaps aliases and type"),
    (f"name;iri\nAda;{A}\n", "no column 'name'"),
    (f"name,uri\nAda,{A}\n", "no column 'iri'"),
    (f"name,iri,name\nAda,{A},x\n", "several columns 'name'"),
    ("name,iri\n", "knows nobody: add rows"),
    (f"name,iri\nAda,{A}\nAda Thorne,{A}\n", "line 3 has the IRI of line 2 again: put all names into one row, with |"),
    ("name,iri\nAda,a\n", "line 2 has 'a' for an IRI"),
    ("name,iri\nAda,\n", "line 2 has '' for an IRI"),
    ("name,iri\nAda,https://a b\n", "line 2 has 'https://a b' for an IRI"),
    (f"name,iri\n ,{A}\n", "line 2 has no name"),
    (f"name,iri\nThorne, Ada,{A}\n", "line 2 has another number of columns"),
    ("name,iri\nAda\n", "line 2 has another number of columns"),
    (f'name,iri\n"Ada,{A}\n', "is not CSV"),
]


@pytest.mark.parametrize(("content", "message"), BAD)
def test_a_bad_csv_is_one_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(AuthorityError) as error:
        authority(tmp_path, content)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix : <https://known.example/> .
"""


def test_turtle(tmp_path: Path) -> None:
    text = """:a a skos:Concept ; skos:prefLabel "Ada"@de, "Ada Thorne"@en-GB ; skos:altLabel "A. T." .
        :b a schema:Person ; rdfs:label "Bo" ; schema:alternateName "Bob" . :c skos:broader :a . [] rdfs:label "x" ."""
    assert authority(tmp_path, PREFIXES + text, "known.ttl") == (
        Record(A, "Ada Thorne", ("Ada", "A. T.")),
        Record(B, "Bo", ("Bob",), ("https://schema.org/Person",)),
    )


def test_other_forms_of_rdf(tmp_path: Path) -> None:
    line = f'<{A}> <http://www.w3.org/2000/01/rdf-schema#label> "Ada" .\n'
    assert authority(tmp_path, line, "known.nt") == (Record(A, "Ada"),)
    data = f'{{"@id": "{A}", "http://www.w3.org/2000/01/rdf-schema#label": "Ada"}}'
    assert authority(tmp_path, data, "known.jsonld") == (Record(A, "Ada"),)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("known.ttl", ":a a", "not readable as Turtle"),
        ("known.ttl", "", "knows nobody: add skos:prefLabel or rdfs:label"),
        ("known.xls", "", "is neither .csv nor RDF"),
        ("known", "", "is neither .csv nor RDF"),
    ],
)
def test_other_bad_files_are_one_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(AuthorityError, match=message) as error:
        authority(tmp_path, text, name)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="not readable"):
        read_authority(tmp_path / "none.csv")
