"""Finding: search, filters, accounts, focus, the way between two, timeline, and a link that brings it all back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.graph.explorer.browsing import Reader, entity_point, find


def choice(page: Page, label: str) -> None:
    """Tick or untick a line of the legend."""
    page.locator("#filters label", has=page.get_by_text(label, exact=True)).locator("input").click()


@pytest.mark.parametrize(
    ("typed", "found"), [("Roth", "Edda Roth"), ("ms lindt", "Mara Lind"), ("her BROTHER", "Jonas Lind")]
)
def test_search_by_name_and_alias_opens_the_panel(
    typed: str, found: str, reader: Reader, pages: dict[str, Path]
) -> None:
    page = reader.open(pages["harbour"])
    find(page, typed)
    expect(page.locator("#details h2")).to_have_text(found)


def test_no_match_is_announced(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.locator("#query").fill("zebra")
    expect(page.locator("#live")).to_have_text("No match")


def test_suggestions_by_arrow_keys(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.keyboard.press("/")
    page.keyboard.type("lind")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator('[role="option"][aria-selected="true"]')).to_have_count(1)
    name = page.locator('[role="option"][aria-selected="true"] bdi').first.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text(name)


def test_a_filter_changes_counts_table_graph_and_timeline_alike(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    expect(page.locator("#counts")).to_have_text("16 of 16 names · 24 of 24 statements, 19 as lines")
    choice(page, "asserted")
    expect(page.locator("#counts")).to_contain_text("7 of 24 statements")
    page.get_by_role("tab", name="Statements").click()
    expect(page.locator("#table tbody tr")).to_have_count(7)
    assert page.evaluate("picture.edges.length") == page.evaluate("view.lines.size")
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator("#table tbody tr")).to_have_count(24)


def test_only_one_of_a_kind(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.get_by_role("button", name="Only person").click(force=True)
    assert set(page.evaluate("view.entities.map((id) => model.classes[model.entities[id].type].label)")) == {"person"}


def test_by_whose_account(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    find(page, "jonas")
    page.get_by_role("button", name="By their account").click()
    expect(page.locator("#notice")).to_contain_text("As told by Jonas Lind")
    expect(page.locator("#counts")).to_contain_text("3 of 24 statements")


def test_dates_and_confidence(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.get_by_label("from", exact=True).fill("2024-05-05")
    page.get_by_label("those without a date").click()
    page.get_by_label("from", exact=True).dispatch_event("change")
    relations = page.evaluate("view.claims.map((id) => model.relations[model.claims[id].relation].label).sort()")
    assert relations == ["boards", "leads", "visits"]
    page.get_by_role("button", name="Show everything").click()
    page.evaluate("page.store.set({ confidence: 0.5 })")
    expect(page.locator("#counts")).to_contain_text("23 of 24 statements")


def test_tentative_statements_can_be_left_out(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.get_by_label("tentative").uncheck()
    expect(page.locator("#counts")).to_contain_text("22 of 24 statements")
    reader.open(pages["harbour"], "tentative=no")
    expect(page.locator("#counts")).to_contain_text("22 of 24 statements")
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator("#counts")).to_contain_text("24 of 24 statements")


def test_focus_at_one_and_two_steps_and_back(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    before = page.evaluate("[...picture.positions]")
    find(page, "tobias")
    page.get_by_role("button", name="Focus", exact=True).click()
    names = "view.entities.map((id) => model.entities[id].name).sort()"
    assert page.evaluate(names) == ["Jonas Lind", "Ostrand Naval College", "Tobias Krog", "Velmouth pilot station"]
    page.get_by_role("button", name="2 steps").click()
    assert len(page.evaluate(names)) == 8
    page.get_by_role("button", name="Leave the focus").click()
    expect(page.locator("#counts")).to_contain_text("16 of 16 names")
    assert page.evaluate("[...picture.positions]") == before


def test_the_shortest_way_shows_its_sentences_and_true_directions(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    find(page, "tobias")
    page.locator("#path-to").select_option(label="Mara Lind")
    page.get_by_role("button", name="Close details").click()
    details = page.locator("#details")
    expect(details).to_contain_text("2 steps")
    expect(details.locator(".steps > li > p")).to_have_text(["Tobias Krog ← Jonas Lind", "Jonas Lind ← Mara Lind"])
    expect(details.locator("blockquote").first).to_contain_text("threatened the harbour master")


def test_the_way_respects_filters_and_says_when_there_is_none(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    find(page, "tobias")
    page.locator("#path-to").select_option(label="Mara Lind")
    page.get_by_role("button", name="Close details").click()
    choice(page, "denied")
    expect(page.locator("#details")).to_contain_text("No way leads from one to the other")


def test_the_timeline_has_every_dated_claim_and_counts_the_others(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.get_by_role("tab", name="Timeline").click()
    timeline = page.locator("#timeline")
    heads = timeline.locator(".times h3").all_inner_texts()
    assert heads == [
        "1985 to 1989",
        "since 2011",
        "2019",
        "3 May 2024",
        "6 May 2024",
        "8 May 2024",
        "20 May, year open",
    ]
    expect(timeline).to_contain_text("16 carry no date")


def test_the_story_in_plain_words(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    details = page.locator("#details")
    expect(details).to_contain_text("24 statements about 16 people, organisations, places and things")
    expect(details).to_contain_text("Mara Lind is in 11 statements")
    expect(details).to_contain_text("of the shortest ways between two others")


def test_a_link_brings_the_view_back(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    choice(page, "planned")
    find(page, "jonas")
    page.get_by_role("button", name="2 steps").click()
    page.get_by_role("tab", name="Timeline").click()
    again = reader.open(pages["harbour"], page.url.partition("#")[2])
    assert again.locator("#counts").inner_text() == page.locator("#counts").inner_text()
    expect(again.locator("#details h2")).to_have_text("Jonas Lind")
    expect(again.get_by_role("tab", name="Timeline")).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize(
    "fragment",
    [
        "%E0%A4%A",
        "view=nowhere&entity=nobody&claim=x&line=e999",
        "focus=9 x&path=a b c&draw=-4&confidence=NaN",
        "no-type=%25E0&sentence=99.99",
    ],
)
def test_a_broken_fragment_does_no_harm(fragment: str, reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"], fragment)
    expect(page.locator("#counts")).to_contain_text("24 statements")


def test_what_was_dragged_stays_where_it_was_put(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    x, y = entity_point(page, "Tobias Krog")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y - 60, steps=5)
    page.mouse.up()
    choice(page, "planned")
    choice(page, "planned")
    moved = entity_point(page, "Tobias Krog")
    assert abs(moved[0] - x - 30) < 3
    assert abs(moved[1] - y + 60) < 3
