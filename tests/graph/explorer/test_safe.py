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


def test_nothing_is_fetched_framed_styled_or_sent(browser_page: Page) -> None:
    ends: list[str | None] = []
    browser_page.on("requestfinished", lambda request: ends.append(request.url))
    browser_page.on("requestfailed", lambda request: ends.append(request.failure))
    browser_page.evaluate(
        """async () => {
            window.refused = new Set();
            document.addEventListener('securitypolicyviolation', (e) => window.refused.add(e.effectiveDirective));
            const add = (tag, props) => document.body.append(Object.assign(document.createElement(tag), props));
            add('img', { src: 'https://example.org/a.png' });
            add('iframe', { src: 'https://example.org/' });
            add('link', { rel: 'stylesheet', href: 'https://example.org/a.css' });
            add('object', { data: 'https://example.org/a.swf' });
            await fetch('https://example.org/').catch(() => 0);
            const form = Object.assign(document.createElement('form'), { action: 'https://example.org/' });
            document.body.append(form);
            form.submit();
        }"""
    )
    # Refusals are told one after the other: this waits for each, and fails where one never comes.
    for directive in ("connect-src", "form-action", "frame-src", "img-src", "object-src", "style-src-elem"):
        browser_page.wait_for_function("(directive) => window.refused.has(directive)", arg=directive)
    # Stopped by the policy and not by there being no network.
    assert set(ends) == {"csp"}


def test_nothing_is_stored(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    page.locator("#theme").click()
    page.get_by_role("tab", name="Timeline").click()
    assert page.evaluate("document.cookie + Object.keys(localStorage) + Object.keys(sessionStorage)") == ""
    assert page.context.cookies() == []


def test_no_element_has_a_handler_or_a_style_of_its_own(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    written = (
        "[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith('on'))"
    )
    assert page.evaluate(written) == []


def test_text_from_right_to_left_runs_so_and_turns_nothing_else(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    paragraph = page.locator("#article .prose p", has_text="שלום")
    assert paragraph.evaluate("(e) => getComputedStyle(e).direction") == "rtl"
    page.evaluate("choose('entity', String(model.entities.findIndex((e) => e.name.startsWith('שלום'))))")
    heading = page.locator("#details h2 bdi")
    expect(heading).to_contain_text("שלום עולם")
    assert heading.evaluate("(e) => getComputedStyle(e).unicodeBidi") == "isolate"


def test_no_link_leads_anywhere(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    expect(page.locator("a[href]")).to_have_count(0)


def test_marks_that_turn_text_round_stay_inside_their_name(reader: Reader, pages: dict[str, Path]) -> None:
    page = reader.open(pages["hostile"])
    assert page.evaluate(
        "picture.labels.every((l) => l.rows.every((r) => !/[\\u202a-\\u202e\\u2066-\\u2069]/.test(r)))"
    )
