"""From every line to its words in one click, and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.graph.explorer.browsing import Reader, entity_point, find, line_point


def line_of(page: Page, relation: str) -> str:
    """The line that holds the first claim of a relation."""
    script = (
        f"model.linesOfClaim.get(model.claims.find((c) => model.relations[c.relation].label === {relation!r}).id)[0]"
    )
    return str(page.evaluate(script))


def test_a_click_on_a_line_shows_sentence_words_status_source_and_time(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.mouse.click(*line_point(page, line_of(page, "visits")))
    card = page.locator("#details .card")
    expect(card.locator("blockquote")).to_have_text(
        "The Port Authority informed her that inspectors would visit the pilot station on Wednesday, May 8."
    )
    expect(card.locator("mark")).to_have_text("inspectors would visit the pilot station on Wednesday, May 8")
    for words in ("planned", "Port Authority", "8 May 2024", "verb “visits”", "90 %"):
        expect(card).to_contain_text(words)
    expect(page.locator("#article mark.words")).to_have_text(
        "inspectors would visit the pilot station on Wednesday, May 8"
    )
    expect(page.locator("#live")).to_contain_text("inspectors")


def test_a_click_on_the_relation_opens_its_line(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    at = page.evaluate("(({x, y, id}) => ({x, y, id}))(picture.labels.find((l) => l.kind === 'line'))")
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    expect(page).to_have_url(re.compile(f"#line={at['id']}$"))


def test_every_line_can_be_clicked(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"], width=1600, height=1000)
    for line in page.evaluate("[...view.lines.keys()]"):
        page.keyboard.press("Escape")
        for share in (0.5, 0.4, 0.6, 0.3, 0.7):
            page.mouse.click(*line_point(page, line, share))
            if f"line={line}" in page.url:
                break
        assert f"line={line}" in page.url


def test_parallel_lines_lead_to_one_another(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.evaluate(f"choose('line', '{line_of(page, 'meets')}')")
    details = page.locator("#details")
    expect(details).to_contain_text("Also between the two")
    expect(details.locator(".card")).to_have_count(3)


def test_a_click_on_an_entity_shows_what_is_said_of_it_and_what_it_says(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.mouse.click(*entity_point(page, "Jonas Lind"))
    details = page.locator("#details")
    expect(details.locator("h2")).to_have_text("Jonas Lind")
    for words in ("person", "Said about them (3)", "What they say (3)", "By their account"):
        expect(details).to_contain_text(words)
    expect(page.locator("#article mark.name").first).to_have_text("Jonas Lind")


def test_misspellings_are_flagged(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    find(page, "mara")
    expect(page.locator(".aliases")).to_contain_text("Ms Lindt (probably a misspelling)")


def test_a_click_on_a_sentence_lights_its_lines(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.locator(".said", has_text="called on crews").click()
    expect(page.locator("#details h2")).to_have_text("3 statements in this sentence")
    lit = page.evaluate("[...picture.lit.lines].map((id) => lineWords(model, view.lines.get(id))).sort()")
    assert lit == ["asks", "asks … at", "sibling"]


@pytest.mark.parametrize("quote", ["Mr Krog, 58", "may face a claim"])
def test_a_statement_of_the_table_lights_its_words(quote: str, reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.get_by_role("tab", name="Statements").click()
    page.locator("button.quote", has_text=quote).first.click()
    lit = "".join(page.locator("#article mark").all_inner_texts())
    assert lit == quote


def test_offsets_stand_behind_letters_beyond_the_basic_plane(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    quotes = page.evaluate("model.claims.map((c) => quoteOf(model, c))")
    assert quotes[0] == "</script><script>window.hacked=1</script>"
    assert quotes[-1] == '__proto__" onmouseover="window.hacked=1'


def test_article_and_graph_of_several_articles(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["both"])
    expect(page.locator("h1")).to_have_text("2 articles")
    page.locator("#article select").select_option("1")
    expect(page.locator("#article .prose")).to_contain_text("😀 start.")
    page.evaluate("choose('claim', '0')")
    expect(page.locator("#article .prose")).to_contain_text("A PILOT at Velmouth")


@pytest.mark.parametrize(
    ("why", "read"),
    [
        ("let, teacher <xcomp >nsubj, Ofsted >dobj", "“let” with “teacher” (subject) and “Ofsted” (object)"),
        ("family, her >poss", "“family” with “her” (owner)"),
        ("called, parents >prep >pobj >conj", "“called” with “parents” (what follows the preposition)"),
        ("minister", "minister"),
        ("verb “visits”, its subject and its object", "verb “visits”, its subject and its object"),
        ("a, <b>", "a, <b>"),
    ],
)
def test_why_is_told_in_words_of_school_grammar(why: str, read: str, reader: Reader, pages: dict[str, Path]) -> None:
    assert reader.open(pages["nothing"]).evaluate(f"whyWords({why!r})") == read
