"""Taking the view away: pictures, tables, data and print hold what the filters let through."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.graph.explorer.browsing import Reader
from tests.graph.explorer.sample import TEXT, harbour


def taken(page: Page, label: str) -> bytes:
    """What a button of the menu downloads."""
    if not page.locator("#takeaway[open]").count():
        page.locator("#takeaway summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    return Path(download.value.path()).read_bytes()


def without_plans(reader: Reader, pages: dict[str, Path]) -> Page:
    """The story without what is only planned."""
    return reader.open(pages["harbour"], "no-status=planned")


def test_json_has_the_statements_in_view_with_offsets_of_the_article(reader: Reader, pages: dict[str, Path]) -> None:
    taken_away = json.loads(taken(without_plans(reader, pages), "Statements (JSON)"))
    assert taken_away["statements"] == len(taken_away["claims"]) == 21
    assert {claim["id"] for claim in taken_away["claims"]} < {claim.iri for claim in harbour().claims}
    for claim in taken_away["claims"]:
        evidence = claim["evidence"]
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_csv_reads_back_and_holds_no_formula(reader: Reader, pages: dict[str, Path]) -> None:
    page = without_plans(reader, pages)
    page.evaluate("model.entities[model.claims[0].subject].name = '=1+1'")
    rows = list(csv.DictReader(io.StringIO(taken(page, "Statements (CSV)").decode("utf-8-sig"))))
    assert len(rows) == 21
    assert rows[0]["subject"] == "'=1+1"
    assert {row["status"] for row in rows} == {"asserted", "denied", "possible", "requested"}


def test_svg_is_xml_with_a_shape_per_entity_and_line(reader: Reader, pages: dict[str, Path]) -> None:
    page = without_plans(reader, pages)
    picture = ET.fromstring(taken(page, "Picture (SVG)"))
    names = {text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Mara Lind", "Tobias Krog", "not: threatens"} <= names
    assert "planned: visits" not in names


def test_svg_of_hostile_names_is_xml(reader: Reader, pages: dict[str, Path]) -> None:
    picture = ET.fromstring(taken(reader.open(pages["hostile"]), "Picture (SVG)"))
    assert not list(picture.iter("{http://www.w3.org/2000/svg}script"))


def test_png_is_a_picture(reader: Reader, pages: dict[str, Path]) -> None:
    assert taken(reader.open(pages["harbour"]), "Picture (PNG)").startswith(b"\x89PNG\r\n")


def test_print_of_a_dark_page_is_dark_on_white(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"], dark=True)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("paint.paper") == "#fffefb"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("paint.paper") == "#16181c"


def test_print_shows_the_statements_and_no_controls(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#table tbody tr")).to_have_count(24)
    expect(page.locator("#table")).to_be_visible()
    expect(page.locator("#filters")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")
