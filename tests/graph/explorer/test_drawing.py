"""The picture: what a node, a line and a label show, and how one moves about in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.explorer.legend import class_styles
from ontology import load_ontology
from tests.graph.explorer.browsing import Reader, entity_point, find

NODE = "nodeLook(model, model.entities.find((e) => e.name === {name!r}).id, paint, 'plain')"
LINE = """(() => {{
    const claim = model.claims.find((c) => model.relations[c.relation].label === {relation!r});
    const line = model.lineOf.get(model.linesOfClaim.get(claim.id)[0]);
    return lineLook(model, line, view.lines.get(line.id).length, paint, 'plain');
}})()"""
# Names that stand over a control or a note of the page, and labels that stand over one another.
COVERED = """(() => {
    const crossing = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const rects = picture.labels.map((l) => l.rect), over = picture.reserved();
    return rects.flatMap((a, i) => [...rects.slice(i + 1), ...over].filter((b) => crossing(a, b))).length;
})()"""


def look(page: Page, script: str) -> dict[str, object]:
    """What vis-network is given."""
    found: dict[str, object] = page.evaluate(script)
    return found


def test_a_node_has_the_shape_and_colour_of_its_class(reader: Reader, pages: dict[str, Path]) -> None:
    ontology = load_ontology()
    page = reader.open(pages["harbour"])
    for name, kind in (("Mara Lind", "schema:Person"), ("Velmouth", "schema:Place"), ("hearing", "schema:Event")):
        style = class_styles(ontology, [ontology.iri(kind)])[ontology.iri(kind)]
        drawn = look(page, NODE.format(name=name))
        assert drawn["shape"] == style["shape"]
        assert page.evaluate(f"paint.color({style['color']!r}, 3)") == drawn["color"]["background"]  # type: ignore[index]


def test_who_is_named_more_is_larger(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    sizes = page.evaluate("model.entities.map((e) => [e.importance, picture.sizeOf(e.id)]).sort((a, b) => a[0] - b[0])")
    assert [size for _, size in sizes] == sorted(size for _, size in sizes)
    assert sizes[-1][1] > 2 * sizes[0][1]


def test_an_icon_says_more_than_a_shape_or_is_left_out(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    icons = page.evaluate(
        "Object.fromEntries(Object.entries(model.classes).map(([k, c]) => [c.label, iconOf(model, k)]))"
    )
    assert icons["person"] == icons["place"] == ""
    assert icons["group"] == "◉\ufe0e"
    group = page.locator("#filters label", has=page.get_by_text("group", exact=True))
    expect(group.locator("svg text")).to_have_text("◉\ufe0e")


def test_the_icon_comes_from_the_ontology(tmp_path: Path) -> None:
    turtle = tmp_path / "own.ttl"
    turtle.write_text(
        "@prefix x: <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> . "
        "@prefix by: <https://byline.example/ontology#> . "
        "x:Club a owl:Class ; rdfs:subClassOf schema:Organization ; rdfs:label 'club' ; by:icon '♣' . "
        "x:Chess a owl:Class ; rdfs:subClassOf x:Club ; rdfs:label 'chess club' .",
        encoding="utf-8",
    )
    styles = class_styles(load_ontology((turtle,)), ["http://example.org/Club", "http://example.org/Chess"])
    assert [style["icon"] for style in styles.values()] == ["♣", "♣"]


def test_a_line_is_drawn_by_status_and_voice(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    own, told, denied = (look(page, LINE.format(relation=r)) for r in ("refuses", "visits", "threatens"))
    assert own["dashes"] is False
    assert told["dashes"] != denied["dashes"]
    assert own["arrows"]["to"]["type"] == "arrow"  # type: ignore[index]
    assert told["arrows"]["to"]["type"] == "vee"  # type: ignore[index]
    assert own["width"] > told["width"]  # type: ignore[operator]
    assert len({str(line["color"]) for line in (own, told, denied)}) == 3


def test_a_tentative_line_is_faint(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    sure, tentative = (look(page, LINE.format(relation=r))["color"]["opacity"] for r in ("refuses", "sues"))  # type: ignore[index]
    assert tentative < sure == 1


def test_parallel_statements_are_one_line_with_their_number(reader: Reader, newbury: Path) -> None:
    page = reader.open(newbury / "explorer.html")
    bundled = "[...view.lines.values()].find((s) => s.length > 1)"
    assert page.evaluate(f"lineWords(model, {bundled}).endsWith(`+${{({bundled}).length - 1}}`)")
    assert page.evaluate("[...view.lines.values()].flat().length") > page.evaluate("view.lines.size")


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("jobTitle", "job title"),
        ("formerRating", "former rating"),
        ("publishesOn", "publishes on"),
        ("hasURL", "has URL"),
        ("job title", "job title"),
        ("NATO", "NATO"),
        ("sameAs2", "same as2"),
        ("élèveDe", "élève de"),
    ],
)
def test_relations_are_read_as_words(label: str, read: str, reader: Reader, pages: dict[str, Path]) -> None:
    assert reader.open(pages["nothing"]).evaluate(f"asWords({label!r})") == read


@pytest.mark.parametrize("width", [320, 390, 768, 1360])
def test_labels_keep_off_one_another_and_off_the_controls(
    width: int, reader: Reader, pages: dict[str, Path], newbury: Path
) -> None:
    for path in (newbury / "explorer.html", pages["crowd"]):
        page = reader.open(path, width=width, height=800)
        assert page.evaluate(COVERED) == 0


@pytest.mark.parametrize("width", [320, 768, 1360])
def test_the_most_named_are_called_by_name_at_the_opening(width: int, reader: Reader, newbury: Path) -> None:
    page = reader.open(newbury / "explorer.html", width=width, height=800)
    shown = page.evaluate("picture.labels.filter((l) => l.kind === 'entity').map((l) => Number(l.id))")
    assert set(page.evaluate("model.summary.central")) <= set(shown)


def test_wheel_drag_and_buttons_move_the_picture(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    scale, middle = "picture.network.getScale()", "picture.network.canvasToDOM({ x: 0, y: 0 })"
    before = page.evaluate(scale)
    page.mouse.move(600, 500)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(200)
    assert page.evaluate(scale) > before
    page.get_by_role("button", name="Fit the graph into view").click()
    assert page.evaluate(scale) == pytest.approx(before)
    page.locator("#canvas").press("+")
    assert page.evaluate(scale) > before
    page.locator("#canvas").press("0")
    start = page.evaluate(middle)
    page.mouse.move(262, 760)
    page.mouse.down()
    page.mouse.move(302, 720, steps=4)
    page.mouse.up()
    moved = page.evaluate(middle)
    assert (moved["x"] - start["x"], moved["y"] - start["y"]) == (pytest.approx(40, abs=2), pytest.approx(-40, abs=2))


def test_pointing_at_somebody_names_them(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["crowd"])
    name = page.evaluate("model.entities[view.entities.at(-1)].name")
    page.mouse.move(*entity_point(page, name))
    page.wait_for_function("picture.hovered !== null && picture.labels.some((l) => l.id === String(picture.hovered))")


def test_what_is_found_is_lit_and_in_sight(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["crowd"])
    page.locator("#canvas").press("+")
    find(page, "199")
    assert page.evaluate(
        """(() => {
            const { x, y } = picture.onScreen(Number(page.store.state.selected.id));
            return x > 0 && y > 0 && x < picture.container.clientWidth && y < picture.container.clientHeight;
        })()"""
    )
