"""Crowds: names that can be read at 200, and 5,000 entities that stay usable and are honestly counted."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.graph.explorer.browsing import Reader, find

OVERLAPS = """(() => {
    const rects = picture.labels.map((l) => l.rect);
    let found = 0;
    rects.forEach((a, i) => rects.slice(i + 1).forEach((b) => {
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found += 1;
    }));
    return found;
})()"""


def test_no_label_covers_another_and_no_name_is_missing(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    assert page.evaluate(OVERLAPS) == 0
    assert page.evaluate("picture.labels.filter((l) => l.kind === 'entity').length") == 16


def test_labels_of_a_crowd_do_not_overlap_and_the_rest_is_counted(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["crowd"])
    assert page.evaluate(OVERLAPS) == 0
    expect(page.locator("#hidden-labels")).to_contain_text("as you zoom in")


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


def test_the_picture_grows_by_whom_one_asks_for(reader: Reader, multitude: Path) -> None:
    page = reader.open(multitude)
    find(page, "4999")
    expect(page.locator("#counts")).to_contain_text("251 of 5,000 names")
    expect(page.locator("#notice")).to_contain_text("the 250 most named and 1 asked for; 4,749 more are not drawn")
    page.get_by_role("button", name="linked name").click()
    drawn = page.evaluate("view.entities.length")
    assert drawn > 251
    assert page.evaluate("page.store.state.added.length") == drawn - 250
    again = reader.open(multitude, page.url.partition("#")[2])
    expect(again.locator("#counts")).to_have_text(page.locator("#counts").inner_text())
    page.get_by_role("button", name="Draw 250 more").click()
    expect(page.locator("#counts")).to_contain_text("500 of 5,000 names")


def test_five_thousand_drawn_at_once_can_be_moved(reader: Reader, multitude: Path) -> None:
    page = reader.open(multitude)
    page.get_by_role("button", name="Draw all").click()
    expect(page.locator("#counts")).to_contain_text("5,000 of 5,000 names")
    before = page.evaluate("JSON.stringify(picture.network.getViewPosition())")
    page.mouse.move(262, 760)
    page.mouse.down()
    page.mouse.move(442, 640, steps=10)
    page.mouse.up()
    assert page.evaluate("JSON.stringify(picture.network.getViewPosition())") != before


def test_a_filter_over_a_thousand_is_taken_back(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["thousand"])
    all_of_them = page.locator("#counts").inner_text()
    page.evaluate("page.store.setOff('status', ['asserted'])")
    expect(page.locator("#counts")).not_to_have_text(all_of_them)
    page.evaluate("page.store.setOff('status', [])")
    expect(page.locator("#counts")).to_have_text(all_of_them)


def test_the_table_of_a_multitude_says_how_much_it_shows(reader: Reader, multitude: Path) -> None:
    page = reader.open(multitude, "view=table")
    expect(page.locator("#table caption")).to_have_text("The first 200 of 20,000 statements in view")
