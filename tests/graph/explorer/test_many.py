"""Crowds: names that can be read at 200, and 5,000 entities that stay usable and are honestly counted."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.graph.explorer.browsing import Reader, find

OVERLAPS = """(() => {
    const rects = picture.labels.map((l) => l.rect);
    let found = 0;
    rects.forEach((a, i) => rects.slice(i + 1).forEach((b) => {
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found += 1;
    }));
    return found;
})()"""


def ready(page: Page) -> float:
    """Milliseconds from the start of loading to a picture that answers."""
    return float(page.evaluate("performance.getEntriesByName('ready')[0].startTime"))


def test_no_label_covers_another_and_no_name_is_missing(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    assert page.evaluate(OVERLAPS) == 0
    assert page.evaluate("picture.labels.filter((l) => l.kind === 'entity').length") == 16


def test_labels_of_a_crowd_do_not_overlap_and_the_rest_is_counted(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["crowd"])
    assert page.evaluate(OVERLAPS) == 0
    expect(page.locator("#hidden-labels")).to_contain_text("as you zoom in")
    assert ready(page) < 3000


def test_five_thousand_open_on_the_most_named(reader: Reader, multitude: Path) -> None:
    page = reader.open(multitude)
    expect(page.locator("#counts")).to_contain_text("250 of 5,000 names · 20,000 of 20,000 statements")
    expect(page.locator("#notice")).to_contain_text("4,750 more are not drawn")
    page.get_by_role("button", name="Draw 250 more").click()
    expect(page.locator("#counts")).to_contain_text("500 of 5,000 names")
    page.get_by_role("button", name="Draw all").click()
    expect(page.locator("#counts")).to_contain_text("5,000 of 5,000 names")
    assert page.evaluate("picture.nodes.length") == 5000


def test_whoever_is_not_drawn_can_be_found(reader: Reader, multitude: Path) -> None:
    page = reader.open(multitude)
    find(page, "4999")
    expect(page.locator("#details h2")).to_contain_text("4999")
    assert page.evaluate("view.entitySet.has(Number(page.store.state.selected.id))")


def test_the_table_of_a_multitude_says_how_much_it_shows(reader: Reader, multitude: Path) -> None:
    page = reader.open(multitude, "view=table")
    expect(page.locator("#table caption")).to_have_text("The first 200 of 20000 statements in view")
