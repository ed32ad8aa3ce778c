"""Words read off labels: what a property without a lexicon can be said with, and which way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology import Lexicon, Ontology, load_ontology
from ontology.check import check_ontology, derived_words
from ontology.derived import label_words
from ontology.inflection import agent_verbs, base_verbs

PREFIXES = """
@prefix ex: <https://films.example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
ex:Film a owl:Class ; rdfs:label "Film" . ex:Human a owl:Class ; rdfs:label "human" .
"""


def bare(folder: Path, label: str, *, range_: str = "ex:Human", kind: str = "ObjectProperty") -> Ontology:
    path = folder / "bare.ttl"
    property_ = f'ex:p a owl:{kind} ; rdfs:label "{label}" ; rdfs:domain ex:Film ; rdfs:range {range_} .'
    path.write_text(PREFIXES + property_, encoding="utf-8")
    return load_ontology((path,))


WORDS = [
    ("associatedBand/associatedArtist", "associated band"),
    ("place_of_birth", "place of birth"),
    ("Member of", "member of"),
]


@pytest.mark.parametrize(("label", "words"), WORDS)
def test_labels_are_words(label: str, words: str) -> None:
    assert label_words(label) == words.split()


@pytest.mark.parametrize(
    ("word", "verb"), [("starring", "star"), ("based", "base"), ("written", "write"), ("buys", "buy")]
)
def test_base_forms(word: str, verb: str) -> None:
    assert verb in base_verbs(word)


@pytest.mark.parametrize(("noun", "verb"), [("director", "direct"), ("producer", "produce"), ("deployment", "deploy")])
def test_verbs_of_doers(noun: str, verb: str) -> None:
    assert verb in agent_verbs(noun)


FRAMES = [
    ("director", "verb", "direct", "object", "subject"),
    ("foundedBy", "verb", "found", "object", "subject"),
    ("dedicatedTo", "verb", "dedicate to", "object subject", "to"),
    ("author", "verb", "write", "object", "subject"),
    ("gaffer rating", "attribute", "gaffer rating", "of", "self"),
    ("release date", "verb", "release", "object subject", "time"),
    ("place of publication", "verb", "publish in", "object subject", "in at"),
    ("treasurer of", "role", "treasurer", "self", "of"),
]


@pytest.mark.parametrize(("label", "part", "wording", "subject", "object_"), FRAMES, ids=[f[0] for f in FRAMES])
def test_frames(tmp_path: Path, label: str, part: str, wording: str, subject: str, object_: str) -> None:
    ontology = bare(tmp_path, label)
    iri = ontology.iri("ex:p")
    found = {(f.part, f.wording, " ".join(f.subject), " ".join(f.object))
             for fs in Lexicon(ontology).frames.values() for f in fs if f.property == iri}  # fmt: skip
    assert (part, wording, subject, object_) in found


def test_a_label_of_ours_means_ours(tmp_path: Path) -> None:
    ontology = bare(tmp_path, "place of birth")
    assert Lexicon(ontology).equivalents[ontology.iri("schema:birthPlace")] == ((ontology.iri("ex:p"), False),)


def test_a_creator_is_who_creates(tmp_path: Path) -> None:
    path = tmp_path / "bare.ttl"
    path.write_text(
        PREFIXES + 'wdt:P170 a owl:ObjectProperty ; rdfs:label "maker" ; rdfs:domain ex:Film ; rdfs:range ex:Human .'
    )
    ontology = load_ontology((path,))
    pairs = Lexicon(ontology).equivalents[ontology.iri("by:creates")]
    assert pairs == ((ontology.iri("wdt:P170"), True),)


def test_a_narrower_label_is_another(tmp_path: Path) -> None:
    assert not Lexicon(bare(tmp_path, "largest city", range_="ex:Film")).equivalents


def test_classes_find_their_place(tmp_path: Path) -> None:
    ontology = bare(tmp_path, "director")
    assert ontology.properties[ontology.iri("ex:p")].range == (ontology.iri("schema:Person"),)
    assert Lexicon(ontology).words("noun")["film"] == ontology.iri("ex:Film")
    assert ontology.is_a(ontology.iri("ex:Film"), ontology.iri("schema:CreativeWork"))


def test_the_check_takes_it_and_says_what_was_derived(tmp_path: Path) -> None:
    bare(tmp_path, "director")
    path = tmp_path / "bare.ttl"
    assert check_ontology((path,)) == []
    (line,) = derived_words((path,))
    assert line.startswith("director: ")
    assert "verb 'direct'" in line


def test_nothing_of_ours_is_derived() -> None:
    assert not Lexicon(load_ontology()).derives
    assert derived_words(()) == []
