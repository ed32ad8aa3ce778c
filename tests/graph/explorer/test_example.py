"""An analyst's way through the explorer of the example article, from the first look to what is taken away."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.graph.explorer.browsing import Reader, entity_point, find
from tests.graph.explorer.test_everyone import violations
from tests.graph.explorer.test_takeaway import taken

# Nothing of the page's own making may show through as the name of a thing of JavaScript.
SLIPS = r"/\[object |undefined|NaN|\bnull\b/.test(document.body.innerText)"


@pytest.fixture
def page(reader: Reader, newbury: Path) -> Page:
    """The example's explorer as it opens."""
    return reader.open(newbury / "explorer.html")


def test_it_is_small(newbury: Path) -> None:
    assert (newbury / "explorer.html").stat().st_size < 1_200_000


def test_no_view_shows_what_is_meant_for_the_machine(page: Page) -> None:
    for view in ("Timeline", "Statements", "Graph"):
        page.get_by_role("tab", name=view).click()
        assert not page.evaluate(SLIPS)
    for id_ in page.evaluate("model.entities.map((e) => e.id)"):
        page.evaluate(f"choose('entity', '{id_}')")
        assert not page.evaluate(SLIPS)
    for line in page.evaluate("[...view.lines.keys()]"):
        page.evaluate(f"choose('line', '{line}')")
        assert not page.evaluate(SLIPS)


def test_relations_stand_as_words_and_are_kept_as_data(page: Page) -> None:
    page.get_by_role("tab", name="Statements").click()
    expect(page.locator("#table")).to_contain_text("job title")
    expect(page.locator("#table")).not_to_contain_text("jobTitle")
    rows = list(csv.DictReader(io.StringIO(taken(page, "Statements (CSV)").decode("utf-8-sig"))))
    assert "jobTitle" in {row["relation"] for row in rows}


def test_circumstances_stand_in_the_table(page: Page) -> None:
    page.get_by_role("tab", name="Statements").click()
    expect(page.locator("#table tr", has_text="not: allows")).to_contain_text("Ofsted · into")


def test_a_line_its_words_and_its_account(page: Page) -> None:
    page.evaluate("choose('line', [...view.lines.keys()].find((id) => model.lineOf.get(id).attributed))")
    card = page.locator("#details .card").first
    for fact in ("Status", "Says who", "When", "Why", "confidence"):
        expect(card).to_contain_text(fact)
    lit = "".join(page.locator("#article mark.words").all_inner_texts())
    assert card.locator("mark").inner_text() in lit


def test_every_quote_is_in_the_article(page: Page) -> None:
    quotes = page.evaluate("model.claims.map((c) => quoteOf(model, c))")
    text = page.evaluate("model.articles[0].text")
    assert all(quote and quote in text for quote in quotes)


def test_somebody_in_their_own_words(page: Page) -> None:
    page.mouse.click(*entity_point(page, "Julia Walters"))
    details = page.locator("#details")
    expect(details).to_contain_text("Said about them (")
    expect(details).to_contain_text("What they say (")
    assert details.locator(".card").count() == details.locator(".card blockquote mark").count() > 10
    page.get_by_role("button", name="By their account").click()
    expect(page.locator("#notice")).to_contain_text("As told by Julia Walters")
    told = page.evaluate("view.claims.map((id) => voicesOf(model, model.claims[id]).length)")
    assert 0 < len(told) < page.evaluate("model.claims.length")


def test_the_way_between_two_has_its_sentences(page: Page) -> None:
    find(page, "Rodda")
    page.locator("#path-to").select_option(label="Ofsted")
    page.get_by_role("button", name="Close details").click()
    expect(page.locator("#details")).to_contain_text("steps, the shortest way")
    steps = page.locator("#details .steps > li")
    assert all(steps.nth(i).locator("blockquote").count() for i in range(steps.count()))


def test_what_is_taken_away_is_what_is_in_view(page: Page) -> None:
    page.get_by_role("button", name="Only person", exact=True).click(force=True)
    shown = page.evaluate("view.claims.length")
    assert 0 < shown < page.evaluate("model.claims.length")
    assert json.loads(taken(page, "Statements (JSON)"))["statements"] == shown
    assert taken(page, "Picture (PNG)").startswith(b"\x89PNG\r\n")


@pytest.mark.parametrize(
    ("width", "dark"), [(320, False), (768, False), (1360, False), (320, True), (1360, True)], ids=str
)
@pytest.mark.parametrize("view", ["graph", "timeline", "table"])
def test_axe_finds_nothing_at_three_widths(view: str, width: int, dark: bool, reader: Reader, newbury: Path) -> None:
    page = reader.open(newbury / "explorer.html", f"view={view}", width=width, height=900, dark=dark)
    assert violations(page, dark=dark) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
