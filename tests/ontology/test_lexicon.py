"""The lexicon as the extractors see it: frames by head word, words by class, and a user's file that adds to both."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology import Frame, Lexicon, OntologyError, load_ontology
from ontology.vocabulary import Term

ontology = load_ontology()
lexicon = Lexicon(ontology)

TRANSFERS = """
@prefix by: <https://byline.example/ontology#> .
@prefix lex: <https://byline.example/lexicon#> .
@prefix ex: <https://football.example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:transfersTo a owl:ObjectProperty ; rdfs:label "transfersTo"@en ; rdfs:comment "A player changes clubs."@en ;
    rdfs:domain by:Agent ; rdfs:range by:Agent ;
    lex:frame [ lex:verb "transfer to" ; lex:subject "object subject" ] ,
        [ lex:event "transfer" ; lex:subject "of" ; lex:object "to" ] .
"""


def frames(part: str, head: str) -> dict[str, list[str]]:
    """Wording to the labels of its properties; a word that only bears on status has an empty one."""
    found: dict[str, list[str]] = {}
    for frame in lexicon.frames.get((part, head), ()):
        label = ontology.properties[frame.property].label if frame.property else ""
        found.setdefault(frame.wording, []).append(label)
    return found


@pytest.mark.parametrize(
    ("part", "head", "wording", "label"),
    [
        ("verb", "call", "call on", "asks"),
        ("verb", "call", "call for", "callsFor"),
        ("verb", "call", "call off", "cancels"),
        ("verb", "take", "take part in", "joins"),
        ("verb", "take", "take own life", "causeOfDeath"),
        ("verb", "inform", "inform", "speaksTo"),
        ("verb", "post", "post to", "publishesOn"),
        ("verb", "share", "share", "shares"),
        ("verb", "support", "support", "supports"),
        ("verb", "study", "study at", "alumniOf"),
        ("verb", "release", "release", "publishes"),
        ("verb", "drop", "drop to", "rating"),
        ("verb", "describe", "describe as", "describedAs"),
        ("role", "teacher", "head teacher", "leads"),
        ("role", "teacher", "teacher", "worksFor"),
        ("role", "sister", "sister", "sibling"),
        ("role", "spokesman", "spokesman", "represents"),
        ("role", "secretary", "secretary of state", "roleAt"),
        ("event", "inspection", "inspection", "inspects"),
        ("event", "meeting", "meeting", "meets"),
        ("event", "statement", "statement", "publishes"),
        ("adjective", "critical", "critical of", "criticises"),
    ],
)
def test_a_wording_says_its_property(part: str, head: str, wording: str, label: str) -> None:
    assert label in frames(part, head)[wording]


def test_the_longest_wording_stands_first() -> None:
    lengths = [len(f.wording.split()) for f in lexicon.frames["verb", "take"]]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("wording", "part", "subject", "object_"),
    [
        ("call on", "verb", ("subject",), ("on",)),
        ("ask", "verb", ("subject",), ("object", "indirect")),
        ("sister", "role", ("self",), ("of", "possessor", "to")),
        ("inspection", "event", ("by", "from", "possessor", "compound"), ("of", "at")),
        ("critical of", "adjective", ("subject",), ("of",)),
        ("receive call from", "verb", ("from",), ("subject",)),
    ],
)
def test_slots(wording: str, part: str, subject: tuple[str, ...], object_: tuple[str, ...]) -> None:
    found = next(
        f for fs in lexicon.frames.values() for f in fs if f.part == part and f.wording == wording and f.property
    )
    assert (found.subject, found.object) == (subject, object_)


@pytest.mark.parametrize(
    ("part", "wording", "complements"),
    [
        ("verb", "tell", {"lex:said", "by:requested"}),
        ("verb", "say", {"lex:said", "by:alleged"}),
        ("verb", "urge", {"by:requested"}),
        ("verb", "demand", {"by:requested"}),
        ("verb", "plan", {"by:committed"}),
        ("verb", "expect", {"by:expected"}),
        ("verb", "accuse of", {"by:alleged"}),
        ("verb", "consider", {"by:speculative"}),
        ("verb", "deny", {"lex:denied"}),
        ("verb", "refuse", {"lex:refused"}),
        ("verb", "fail", {"lex:denied"}),
        ("verb", "manage", {"lex:implied"}),
        ("verb", "allow", {"by:permitted"}),
        ("verb", "try", {"by:attempted"}),
        ("verb", "discontinue", {"lex:denied"}),
        ("adjective", "unable", {"lex:denied"}),
    ],
)
def test_what_becomes_of_a_complement(part: str, wording: str, complements: set[str]) -> None:
    found = {f.complement for f in lexicon.frames[part, wording.split()[0]] if f.wording == wording and f.complement}
    assert found == {ontology.iri(c) for c in complements}


def test_a_value_stands_for_the_word() -> None:
    found = next(f for f in lexicon.frames["verb", "take"] if f.wording == "take own life")
    assert (found.object, found.value) == (("value",), "suicide")


def test_the_head_of_a_wording() -> None:
    def head(wording: str, part: str) -> str:
        return Frame(wording, part, None, (), (), "", False, False).head

    assert head("take part in", "verb") == "take"
    assert head("secretary of state", "role") == "secretary"
    assert head("head teacher", "role") == "teacher"


@pytest.mark.parametrize(
    ("list_", "word", "name"),
    [
        ("noun", "school", "schema:School"),
        ("noun", "head teacher", "schema:Person"),
        ("noun", "staff", "by:Group"),
        ("noun", "inspection", "schema:Event"),
        ("noun", "post", "schema:CreativeWork"),
        ("noun", "armband", "schema:Product"),
        ("noun", "entry", "by:Permission"),
        ("noun", "union", "schema:Organization"),
        ("noun", "council", "schema:GovernmentOrganization"),
        ("noun", "town", "schema:City"),
        ("nameWord", "School", "schema:School"),
        ("nameWord", "Inc", "schema:Corporation"),
        ("nameWord", "River", "schema:Place"),
        ("entityLabel", "GPE", "schema:AdministrativeArea"),
        ("title", "Mrs", "by:Feminine"),
        ("title", "Sir", "by:Masculine"),
        ("title", "Dr", "by:AnyGender"),
        ("genderNoun", "daughter", "by:Feminine"),
        ("auxiliary", "might", "by:speculative"),
        ("auxiliary", "will", "by:committed"),
        ("adverb", "allegedly", "by:alleged"),
        ("marker", "if", "by:conditional"),
    ],
)
def test_words(list_: str, word: str, name: str) -> None:
    assert lexicon.words(list_)[word] == ontology.iri(name)


def test_a_country_has_names_adjectives_and_acronyms() -> None:
    france = lexicon.words("demonym")["French"]
    assert lexicon.words("countryName")["France"] == france
    assert ontology.text(france, "rdfs:label") == "France"
    britain = lexicon.words("acronym")
    assert britain["UK"] == britain["U.K."] == lexicon.words("countryName")["Britain"]


def test_countries_act_and_are_places() -> None:
    assert ontology.is_a(ontology.iri("schema:Country"), ontology.iri("by:Agent"))
    assert ontology.is_a(ontology.iri("schema:Country"), ontology.iri("schema:Place"))
    assert ontology.is_a(ontology.iri("schema:CreativeWork"), ontology.iri("by:Voice"))
    assert not ontology.is_a(ontology.iri("schema:CreativeWork"), ontology.iri("by:Agent"))


def test_every_construction_the_readme_names_has_its_property() -> None:
    readme = (Path(__file__).parents[2] / "ontology" / "README.md").read_text(encoding="utf-8")
    table = readme.split('`lex:construction "title"`')[1].split("`lex:preposition`")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines() if line.startswith("| `")]
    names = {n.strip(" `"): p.strip() for ns, ps in rows for n, p in zip(ns.split(","), ps.split(","), strict=True)}
    assert {n: ontology.properties[lexicon.construction(n)].label for n in names} == names
    used = {c for p in ontology.properties for n in ontology.objects(p, "lex:frame") for c in construction(n)}
    assert {*names} == used


def construction(node: Term) -> list[str]:
    return ontology.texts(node, "lex:construction")


def test_a_users_file_adds_a_relation(tmp_path: Path) -> None:
    path = tmp_path / "transfers.ttl"
    path.write_text(TRANSFERS, encoding="utf-8")
    extended = Lexicon(load_ontology((path,)))
    assert [f.property for f in extended.frames["event", "transfer"] if f.object == ("to",)] == [
        "https://football.example/transfersTo"
    ]
    assert ("verb", "transfer") in extended.frames
    assert len(load_ontology().properties) + 1 == len(extended.ontology.properties)


def test_two_readings_are_equal() -> None:
    again = Lexicon(load_ontology.__wrapped__(()))
    assert again.frames == lexicon.frames
    assert list(again.frames) == list(lexicon.frames)


def test_an_undeclared_prefix_is_one_clear_line() -> None:
    with pytest.raises(OntologyError, match="nope"):
        ontology.iri("nope:x")


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no such ontology file"):
        load_ontology((tmp_path / "absent.ttl",))


def test_a_modality_under_no_status_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "odd.ttl"
    path.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<urn:x> a skos:Concept ; skos:prefLabel "x" ; skos:notation "dreamt" .',
        encoding="utf-8",
    )
    with pytest.raises(OntologyError, match=r"urn:x.*skos:broader"):
        _ = load_ontology((path,)).modalities
