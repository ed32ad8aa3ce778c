"""Pages opened offline, with an ear for whatever they ask for or complain of."""

from __future__ import annotations

import hashlib
from pathlib import Path

from playwright.sync_api import Browser, Page


class Reader:
    """Opens pages and remembers everything that they asked of a network or complained of."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def open(self, path: Path, fragment: str = "", *, width: int = 1360, height: int = 800, dark: bool = False) -> Page:
        """The page, ready to be read."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            offline=True,
            accept_downloads=True,
        )
        page = context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        page.wait_for_selector("html[data-ready]")
        return page

    def close(self) -> None:
        """Close all pages."""
        for context in self.browser.contexts:
            context.close()


def picture_of(page: Page) -> str:
    """A hash of the picture, to tell two apart."""
    return hashlib.sha256(page.locator("#canvas canvas").screenshot()).hexdigest()


def on_screen(page: Page, expression: str) -> tuple[float, float]:
    """Where in the window a point of the picture is, given as script that yields pixels of the canvas."""
    at = page.evaluate(expression)
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return box["x"] + at["x"], box["y"] + at["y"]


def entity_point(page: Page, name: str) -> tuple[float, float]:
    """The middle of an entity in the window."""
    script = (
        f"picture.network.canvasToDOM(picture.network.getPosition(model.entities.find((e) => e.name === {name!r}).id))"
    )
    return on_screen(page, script)


def line_point(page: Page, line: str, share: float = 0.5) -> tuple[float, float]:
    """A point of a line in the window."""
    return on_screen(
        page,
        f"""(() => {{
            const at = (id) => picture.network.canvasToDOM(picture.network.getPosition(id));
            const line = model.lineOf.get({line!r});
            return along(at(line.from), at(line.to), line.bow, {share});
        }})()""",
    )


def find(page: Page, name: str) -> None:
    """Search for a name and open what is found first."""
    page.locator("#query").fill(name)
    page.locator("#query").press("Enter")
