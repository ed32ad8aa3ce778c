"""For everyone: by keyboard, by ear, on a small screen, in the dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.graph.explorer.browsing import Reader, find


def violations(page: Page, *, dark: bool = False) -> list[str]:
    """The rules of axe that the page breaks; in the dark only colours are others than in the light."""
    options = {"resultTypes": ["violations"], **({"runOnly": ["color-contrast"]} if dark else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("view", ["graph", "timeline", "table"])
def test_axe_finds_nothing(view: str, dark: bool, reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"], f"view={view}", dark=dark)
    assert violations(page, dark=dark) == []
    find(page, "mara")
    assert violations(page, dark=dark) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1360, 1920])
def test_nothing_is_wider_than_the_screen(width: int, reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"], width=width)
    for name in ("Statements", "Timeline", "Graph"):
        page.get_by_role("tab", name=name).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(
            "[...document.querySelectorAll('#table, #timeline')].every((e) => e.scrollWidth <= e.clientWidth)"
        )


@pytest.mark.parametrize("width", [390, 1360])
def test_the_table_clips_nothing(width: int, reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"], "view=table", width=width)
    expect(page.locator("#table tbody tr")).to_have_count(24)
    clipped = (
        "[...document.querySelectorAll('#table td > div')].filter((d) => d.scrollWidth > d.clientWidth + 1).length"
    )
    assert page.evaluate(clipped) == 0


def test_what_is_chosen_comes_into_view_on_a_small_screen(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"], width=390, height=844)
    find(page, "krog")
    expect(page.locator("#details h2")).to_be_in_viewport()
    page.locator("#details").get_by_role("button", name="Show in the article").first.click()
    expect(page.locator("#article mark.words").first).to_be_in_viewport()


def test_the_graph_by_keyboard(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#details h2")).to_have_text("Mara Lind")
    expect(page.locator("#live")).to_have_text("Mara Lind, person, 11 statements")
    page.keyboard.press("n")
    expect(page.locator("#live")).to_contain_text("Line from")
    first = page.url
    page.keyboard.press("n")
    expect(page).not_to_have_url(first)
    page.keyboard.press("Enter")
    expect(page.locator("#details")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#details h2")).to_have_text("At a glance")


def test_every_entity_is_reached_by_arrow_keys(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    reached = page.evaluate(
        """() => {
            const stage = { view: () => view, picture }, seen = new Set([view.entities[0]]), queue = [view.entities[0]];
            for (let at = queue.pop(); at !== undefined; at = queue.pop())
                for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
                    choose('entity', String(at));
                    inGraph(page, stage, key);
                    const next = Number(page.store.state.selected.id);
                    if (!seen.has(next)) { seen.add(next); queue.push(next); }
                }
            return seen.size;
        }"""
    )
    assert reached == 16


def test_sentences_by_keyboard(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.locator(".said").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".said").nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".said").nth(1)).to_be_focused()


def test_tabs_by_arrow_keys_and_focus_seen(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.get_by_role("tab", name="Graph").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Timeline")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_focus_survives_a_filter(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    box = page.locator("#filters input").nth(2)
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#filters input").nth(2)).to_be_focused()


def test_light_and_dark_by_button(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    page.locator("#theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("paint.paper") == "#16181c"


def test_the_tab_key_goes_from_the_search_through_the_graph_to_the_article(
    reader: Reader, pages: dict[str, Path]
) -> None:
    page = reader.open(pages["harbour"])
    held = "document.activeElement.closest('#find, .tools, #filters, #views, #canvas, .zoom, #details, #article')"
    order: list[str] = []
    for _ in range(150):
        page.keyboard.press("Tab")
        at = page.evaluate(f"(({{ id, className }} = {held} ?? {{}}) => id || className)()")
        if at and at not in order:
            order.append(at)
    assert order == ["find", "tools", "filters", "views", "canvas", "zoom over", "details", "article"]


def test_focus_stays_where_a_panel_is_built_anew(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    find(page, "tobias")
    page.get_by_role("button", name="2 steps").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="2 steps")).to_be_focused()
    page.get_by_role("button", name="Close details").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#details")).to_be_focused()
    page.get_by_role("button", name="Leave the focus").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name="Graph")).to_be_focused()


def test_nothing_moves_for_those_who_asked_for_calm(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"])
    assert page.evaluate("getComputedStyle(byId('theme')).transitionDuration") == "0s"
    page.evaluate("picture.zoom(3)")
    page.get_by_role("button", name="Fit the graph into view").click()
    scale = page.evaluate("picture.network.getScale()")
    page.wait_for_timeout(400)
    assert page.evaluate("picture.network.getScale()") == scale


@pytest.mark.parametrize("width", [320, 390, 768])
def test_menus_stay_on_the_screen(width: int, reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["harbour"], width=width, height=844)
    for menu in ("takeaway", "help"):
        page.locator(f"#{menu} summary").click()
        box = page.locator(f"#{menu} .sheet").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        page.keyboard.press("Escape")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_menus_panels_and_hostile_texts(
    dark: bool, reader: Reader, pages: dict[str, Path]
) -> None:
    page = reader.open(pages["harbour"], width=390, height=844, dark=dark)
    for menu in ("takeaway", "help"):
        page.locator(f"#{menu} summary").click()
        assert violations(page, dark=dark) == []
        page.keyboard.press("Escape")
    page.locator(".facets summary").click()
    page.locator("#query").fill("lind")
    assert violations(page, dark=dark) == []
    for state in ("path: [0, 1]", "focus: { id: 0, hops: 1 }", "selected: { kind: 'sentence', id: '0.3' }"):
        page.evaluate(f"page.store.set({{ selected: null, {state} }})")
        assert violations(page, dark=dark) == []
    for id_ in range(3):
        page = reader.open(pages["hostile"], dark=dark)
        page.evaluate(f"choose('entity', '{id_}')")
        assert violations(page, dark=dark) == []
