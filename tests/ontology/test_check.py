"""Files with one thing wrong each, and the line that says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from ontology import OntologyError
from ontology.check import check_ontology

PREFIXES = """
@prefix by: <https://byline.example/ontology#> .
@prefix lex: <https://byline.example/lexicon#> .
@prefix schema: <https://schema.org/> .
@prefix ex: <https://football.example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
GOOD = """
ex:transfersTo a owl:ObjectProperty ; rdfs:label "transfersTo"@en ; rdfs:comment "A player changes clubs."@en ;
    rdfs:domain by:Agent ; rdfs:range schema:Organization ; skos:example "The striker transferred to Leeds."@en ;
    lex:frame [ lex:verb "transfer to" ; lex:subject "object subject" ] ,
        [ lex:event "transfer" ; lex:subject "of" ; lex:object "to" ] .
"""


def check(folder: Path, turtle: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    path = folder / "mine.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return [problem.removeprefix("mine.ttl: ") for problem in check_ontology((path,))]


def test_our_own_files_are_well() -> None:
    assert check_ontology() == []


def test_a_good_file_is_well(tmp_path: Path) -> None:
    assert check(tmp_path, GOOD) == []


@pytest.mark.parametrize("share", ["'very'", "1.5", "-1"])
def test_trust_is_a_share(tmp_path: Path, share: str) -> None:
    assert check(tmp_path, f"ex:mine by:trustedFrom 0.5 . {GOOD}") == []
    assert "give a number from 0 to 1" in " ".join(check(tmp_path / "other", f"ex:mine by:trustedFrom {share} ."))


WRONG = [
    ('"transfersTo"@en ; rdfs:comment', '"transfersTo"@en ; rdfs:coment', "rdfs:coment is in no vocabulary"),
    ('rdfs:label "transfersTo"@en ; ', "", "has no rdfs:label"),
    ("rdfs:range schema:Organization ; ", "", "has no rdfs:range"),
    ('skos:example "The striker transferred to Leeds."@en ;', "", "has no skos:example"),
    ("schema:Organization", "schema:Organisation", "is schema:Organization meant?"),
    ("schema:Organization", "ex:Club", "ex:Club is no class of the ontology"),
    ("owl:ObjectProperty", "owl:DatatypeProperty", "is a datatype such as xsd:string"),
    ('lex:verb "transfer to"', 'lex:verbs "transfer to"', "a frame has no word and can never match"),
    ('lex:verb "transfer to"', 'lex:verbs "transfer to"', "is lex:verb meant?"),
    ('"transfer to"', '"Transfer to"', "'Transfer to' can never match"),
    ('"object subject"', '"object sbject"', "there is no slot 'sbject'"),
    ('"object subject"', '"subject" ; lex:complement by:hoped', "by:hoped is no complement"),
    ('"object subject"', '"subject" ; lex:object "value"', "its object is a value"),
    ("ex:transfersTo a owl:ObjectProperty ;", "ex:transfersTo", "neither a property nor a complement"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG, ids=[w[2] for w in WRONG])
def test_one_thing_wrong(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    assert [problem for problem in check(tmp_path, GOOD.replace(old, new)) if message in problem]


def test_a_prefix_for_something_else(tmp_path: Path) -> None:
    (problem, *_) = check(tmp_path, "@prefix schema: <http://schema.org/> .")
    assert problem.startswith("prefix 'schema' is <http://schema.org/> here, <https://schema.org/> in Byline")


def test_a_prefix_that_is_not_declared(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="prefix"):
        check(tmp_path, "nowhere:transfersTo a owl:ObjectProperty .")


def test_the_command(byline: Callable[..., CompletedProcess[str]], tmp_path: Path) -> None:
    (tmp_path / "good.ttl").write_text(PREFIXES + GOOD, encoding="utf-8")
    (tmp_path / "bad.ttl").write_text(PREFIXES + GOOD.replace("by:Agent", "by:Agnt"), encoding="utf-8")
    done = byline("ontology", "check", tmp_path / "good.ttl")
    assert (done.returncode, done.stdout) == (0, "every prefix, term, property and frame holds\n")
    done = byline("ontology", "check", tmp_path / "bad.ttl")
    assert done.returncode == 1
    assert "bad.ttl: by:Agnt is in no vocabulary: is by:Agent meant?\n" in done.stdout
