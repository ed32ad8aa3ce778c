"""The legend is what the ontology says; what it does not say is inherited."""

from __future__ import annotations

from pathlib import Path

from graph.explorer.legend import class_styles, line_styles
from ontology import load_ontology

CORE = load_ontology()
PREFIXES = """@prefix x: <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .
@prefix by: <https://byline.example/ontology#> .
"""


def test_every_status_and_voice_has_a_line_with_label_and_colour() -> None:
    styles = line_styles(CORE)
    assert list(styles) == ["asserted", "denied", "planned", "possible", "requested", "own", "attributed", "tentative"]
    assert all(style["label"] and style["comment"] for style in styles.values())
    assert len({(style["color"], tuple(style["dash"])) for style in list(styles.values())[:5]}) == 5


def test_a_class_without_colour_takes_that_of_the_class_above(tmp_path: Path) -> None:
    turtle = tmp_path / "own.ttl"
    turtle.write_text(PREFIXES + "x:Club a owl:Class ; rdfs:subClassOf schema:Organization ; rdfs:label 'club' .")
    ontology = load_ontology((turtle,))
    club, above = "http://example.org/Club", ontology.iri("schema:Organization")
    styles = class_styles(ontology, [club, above])
    assert styles[club] == {**styles[above], "label": "club"}


def test_a_shape_that_cannot_be_drawn_and_a_class_unknown_are_dots(tmp_path: Path) -> None:
    turtle = tmp_path / "own.ttl"
    turtle.write_text(PREFIXES + "x:Odd a owl:Class ; rdfs:label 'odd' ; by:shape 'spiral' ; by:color '#123456' .")
    styles = class_styles(load_ontology((turtle,)), ["http://example.org/Odd", "http://example.org/Nowhere"])
    assert styles["http://example.org/Odd"]["shape"] == "dot"
    assert styles["http://example.org/Nowhere"]["label"] == "Nowhere"
    assert styles["http://example.org/Nowhere"]["color"].startswith("#")
