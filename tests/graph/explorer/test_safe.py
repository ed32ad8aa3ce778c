"""Articles are data: whatever they contain, nothing of it runs."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.graph.explorer.browsing import Reader


def unharmed(page: Page) -> bool:
    """Whether no payload has run."""
    return bool(page.evaluate("!('hacked' in window)"))


def test_hostile_text_runs_nothing_wherever_it_is_shown(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    for entity in range(page.evaluate("model.entities.length")):
        page.evaluate(f"choose('entity', '{entity}'); picture.hover({entity})")
    for line in page.evaluate("[...view.lines.keys()]"):
        page.evaluate(f"choose('line', '{line}'); picture.hover('{line}')")
    for claim in range(page.evaluate("model.claims.length")):
        page.evaluate(f"choose('claim', '{claim}')")
    for name in ("Timeline", "Statements", "Graph"):
        page.get_by_role("tab", name=name).click()
    page.locator("#query").fill("script")
    for sentence in page.locator(".said").all():
        sentence.dispatch_event("click")
    page.wait_for_timeout(200)
    assert unharmed(page)
    assert page.locator("main img, main script, main iframe, main svg[onload], [onerror], [onmouseover]").count() == 0


def test_a_name_of_ten_thousand_letters_breaks_no_layout(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"], width=390, height=844)
    page.evaluate("choose('entity', String(model.entities.findIndex((e) => e.name.length === 10000)))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_injected_handler_is_stopped_by_the_policy(browser_page: Page) -> None:
    browser_page.evaluate(
        """() => {
            const div = document.createElement('div');
            div.innerHTML = '<img src="data:," onerror="window.hacked=1">';
            document.body.append(div);
            const script = document.createElement('script');
            script.textContent = 'window.hacked=1';
            document.body.append(script);
        }"""
    )
    browser_page.wait_for_timeout(200)
    assert unharmed(browser_page)


def test_no_link_leads_anywhere(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    expect(page.locator("a[href]")).to_have_count(0)


def test_marks_that_turn_text_round_stay_inside_their_name(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    assert page.evaluate(
        "picture.labels.every((l) => l.rows.every((r) => !/[\\u202a-\\u202e\\u2066-\\u2069]/.test(r)))"
    )
