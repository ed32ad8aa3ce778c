"""Every Turtle file is complete, true to the vocabularies that it borrows from, and says each thing once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import ORG, OWL, PROV, RDFS, SDO, SKOS, TIME, DefinedNamespace

from ontology import Frame, Lexicon, OntologyError, Property, load_ontology
from ontology.vocabulary import CORE, read_turtle

FILES = sorted(CORE.glob("*.ttl"))
CLOSED: tuple[type[DefinedNamespace], ...] = (SDO, PROV, ORG, SKOS, TIME, OWL, RDFS)
# In schema.org's pending part, and not yet in rdflib's copy.
PENDING = {"https://schema.org/PoliticalParty"}
# SEM publishes no closed namespace in rdflib; these are the terms of its 2009 schema that we use.
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SEM_TERMS = {"Actor", "Event", "Place", "hasPlace", "hasTimeStamp"}
CANONICAL = """
    jobTitle worksFor leads memberOf affiliation alumniOf spouse parent child sibling relatedTo birthDate birthPlace
    deathDate deathPlace causeOfDeath age homeLocation nationality represents location containedIn parentOrganization
    owns founder foundingDate alternateName rating numberOf meets contacts speaksTo says asks supports opposes
    criticises denies refuses agreesWith cooperatesWith appoints dismisses inspects investigates regulates arrests
    charges sues convicts sentences attacks kills rescues helps pays funds buys sells gives sends visits travelsTo joins
    leaves attends hosts publishes shares creates names defeats competesWith threatens protestsAgainst plans causes
    affects uses
""".split()

ontology = load_ontology()
lexicon = Lexicon(ontology)
FRAMES = sorted({frame for frames in lexicon.frames.values() for frame in frames}, key=repr)
# What a file of another subject declares for its own use (provenance, legend) is no claimable property.
PROPERTIES = [p for p in ontology.properties.values() if ontology.text(p.iri, "by:inModule")]

each_file = pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
each_property = pytest.mark.parametrize("known", PROPERTIES, ids=lambda p: p.label)


@each_file
def test_both_parsers_read_the_same(path: Path) -> None:
    with_rdflib = rdflib.Graph().parse(path, format="turtle")
    assert len(with_rdflib) == len({*read_turtle(path)[1]}) > 0


@each_file
def test_every_borrowed_term_exists(path: Path) -> None:
    terms = {str(t) for triple in rdflib.Graph().parse(path) for t in triple if isinstance(t, rdflib.URIRef)}
    assert {t for t in terms if not _exists(t)} == set()


def _exists(iri: str) -> bool:
    for namespace in CLOSED:
        if iri.startswith(str(namespace)):
            return rdflib.URIRef(iri) in namespace or iri in PENDING or iri == str(namespace)
    if iri.startswith("http://www.wikidata.org/"):
        return re.fullmatch(r"http://www\.wikidata\.org/(entity/Q|prop/direct/P)[1-9]\d*", iri) is not None
    return not iri.startswith(SEM) or iri.removeprefix(SEM) in SEM_TERMS


def test_the_canonical_names_are_all_there_once() -> None:
    labels = [p.label for p in PROPERTIES]
    assert set(CANONICAL) <= set(labels)
    assert len(labels) == len(set(labels))


@each_property
def test_property_is_complete(known: Property) -> None:
    for name in ("rdfs:label", "rdfs:comment", "by:inModule", "skos:example", "lex:frame", "rdfs:domain", "rdfs:range"):
        assert ontology.texts(known.iri, name), f"{known.label} has no {name}"
    assert ontology.text(known.iri, "by:inModule") in ontology.instances("by:Module")
    assert re.fullmatch(r"[a-z][A-Za-z]*", known.label)


@each_property
def test_domain_and_range_are_one_known_class(known: Property) -> None:
    assert [d for d in known.domain if d in ontology.classes] == list(known.domain)
    assert len(known.domain) == len(known.range) == 1, "two domains mean both at once in RDFS: name their union instead"
    datatype = known.range[0].startswith(ontology.iri("xsd:"))
    assert datatype if known.literal else known.range[0] in ontology.classes


@each_property
def test_inverse_and_narrower_agree(known: Property) -> None:
    if known.inverse:
        assert ontology.properties[known.inverse].inverse == known.iri
    for broader in ontology.texts(known.iri, "rdfs:subPropertyOf"):
        above = ontology.properties[broader]
        assert above.literal == known.literal
        assert ontology.is_a(known.domain[0], *above.domain)
        assert known.literal or ontology.is_a(known.range[0], *above.range)


@pytest.mark.parametrize("iri", sorted(ontology.classes))
def test_class_is_complete(iri: str) -> None:
    known = ontology.classes[iri]
    assert known.label != iri
    assert ontology.text(iri, "rdfs:comment")
    assert ontology.text(iri, "by:icon")
    assert known.shape in ("dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon")
    assert _contrast(known.color) >= 4.5, "text in the legend's colour must be readable on white (WCAG 1.4.3)"
    assert iri == ontology.iri("schema:Thing") or ontology.iri("schema:Thing") in ontology.ancestors[iri]


def _contrast(color: str) -> float:
    """Against white, after WCAG 2.2's relative luminance."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 1.05 / (sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) + 0.05)


def test_every_word_list_and_frame_term_is_defined() -> None:
    used = {p for _, p, _ in ontology.triples if p.startswith(ontology.iri("lex:"))}
    assert {iri for iri in used if not ontology.text(iri, "rdfs:comment")} == set()


def test_every_frame_says_something() -> None:
    assert {f"{frame.part} {frame.wording}: {fault}" for frame in FRAMES for fault in _faults(frame)} == set()


def _faults(frame: Frame) -> Iterator[str]:
    if not frame.property and not frame.complement:
        yield "neither a property nor a complement"
    if frame.wording != frame.wording.lower() or re.search(r"[^\w’' -]", frame.wording):
        yield "a wording is words in lower case"
    if frame.complement and frame.complement not in {*ontology.modalities, *ontology.instances("lex:Complement")}:
        yield "an unknown complement"
    if frame.property and not {*frame.subject, *frame.object} <= SLOTS:
        yield "no such slot; for a particle, give lex:object"
    if frame.object == ("value",) and frame.property and not ontology.properties[frame.property].literal:
        yield "a value is no entity"


SLOTS = {
    *("subject", "object", "indirect", "attribute", "complement", "self", "possessor", "compound", "demonym", "place"),
    *("time", "start", "end", "value"),
    *"about across after against as at before behind between by for from in into near of on over through to".split(),
    *"under upon with within without".split(),
}


def test_no_wording_says_two_things() -> None:
    readings: dict[tuple[object, ...], set[Frame]] = defaultdict(set)
    for frame in FRAMES:
        if frame.property:
            readings[frame.part, frame.wording].add(frame)
    clashes = [
        f"{a.part} {a.wording}: {a.property}, {b.property}"
        for frames in readings.values()
        for a, b in combinations(sorted(frames, key=repr), 2)
        if a.property != b.property and _clash(a, b)
    ]
    assert clashes == []


def _clash(a: Frame, b: Frame) -> bool:
    """Whether two frames can claim the same pair: shared slots and classes, and neither property below the other."""
    first, second = ontology.properties[a.property or ""], ontology.properties[b.property or ""]
    if first.literal != second.literal or not {*a.subject} & {*b.subject} or not {*a.object} & {*b.object}:
        return False
    if first.iri in _above(second.iri) or second.iri in _above(first.iri):
        return False
    return _overlap(first.domain, second.domain) and _overlap(first.range, second.range)


def _above(iri: str) -> set[str]:
    direct = ontology.texts(iri, "rdfs:subPropertyOf")
    return {iri}.union(*(_above(d) for d in direct))


def _overlap(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a thing can be of a class in each; a class below a narrower one counts as its own."""
    return any(a in others or b in some for a, b in product(some, others)) or some == others


@pytest.mark.parametrize("name", ["noun", "genderNoun", "auxiliary", "adverb", "marker", "modalAdjective"])
def test_common_words_are_lower_case(name: str) -> None:
    assert [w for w in lexicon.words(name) if w != w.lower() or not w.strip()] == []


def test_no_name_of_a_person_is_a_word_of_the_lexicon() -> None:
    """Capitals stand only in words of names, titles, countries, what is of them, and languages."""
    names = ("nameWord", "nameHint", "title", "postnominal", "demonym", "acronym", "abbreviation", "countryName")
    allowed = {ontology.iri(f"lex:{name}") for name in (*names, "entityLabel", "languageName")}
    literals = ((p, o.value) for _, p, o in ontology.triples if isinstance(o, ox.Literal))
    words = {word for p, word in literals if p.startswith(ontology.iri("lex:")) and p not in allowed}
    words -= {*ontology.modalities, *ontology.instances("lex:Complement")}
    assert {w for w in words if w != w.lower()} == set()


def test_name_words_are_single_words_and_no_title() -> None:
    assert [
        w
        for w in {**lexicon.words("nameWord"), **lexicon.words("nameHint")}
        if " " in w or (w[0].islower() and w != "plc")
    ] == []
    assert {*lexicon.words("nameWord")} & {*lexicon.words("nameHint")} == set()


def test_each_construction_has_one_property() -> None:
    names = [
        c
        for p in PROPERTIES
        for f in ontology.objects(p.iri, "lex:frame")
        for c in ontology.texts(f, "lex:construction")
    ]
    assert len(names) == len(set(names))
    assert {
        "title",
        "place",
        "seat",
        "acronym",
        "age",
        "kind",
        "number",
        "nationality",
        "death",
        "birth",
        "quotation",
    } <= {*names}
    assert {"follows", "precedes", "cause", "when", "until", "founding", "from", "part"} <= {*names}


def test_cause_needs_a_cue_and_after_is_none() -> None:
    causal = [f for f in FRAMES if f.property == ontology.iri("by:causes")]
    assert causal
    assert all(f.causal for f in causal)
    assert {w for f in causal for w in f.wording.split()} & {"after", "follow", "following", "since"} == set()


def test_modalities_stand_under_four() -> None:
    assert {m.top for m in ontology.modalities.values()} == {"actual", "planned", "possible", "requested"}


def test_circles_of_a_users_file_end(tmp_path: Path) -> None:
    extra = tmp_path / "circle.ttl"
    extra.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ex: <https://x.example/> .\n"
        "ex:A a owl:Class ; rdfs:subClassOf ex:B . ex:B a owl:Class ; rdfs:subClassOf ex:A .\n"
        "ex:c a skos:Concept ; skos:broader ex:d . ex:d a skos:Concept ; skos:broader ex:c .\n",
        encoding="utf-8",
    )
    circles = load_ontology((extra,))
    assert circles.ancestors["https://x.example/A"] == {"https://x.example/A", "https://x.example/B"}
    assert circles.modalities.keys() == ontology.modalities.keys()


def test_a_file_that_is_no_turtle_says_so(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text("this is not Turtle", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"wrong\.ttl"):
        load_ontology((wrong,))
