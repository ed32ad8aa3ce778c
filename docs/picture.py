"""Takes the picture of the README: the explorer of the example article, a line selected, its sentence beside it.

    python docs/picture.py      writes docs/explorer.png

Needs the development packages and Debian's Chromium, as `./check` installs them.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from byline import build

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "explorer.png"
WIDTH, HEIGHT = 1440, 900
AROUND, SHOWN = "Flora Cooper", ("inspectors", "John Rankin School")


def take_picture(path: Path) -> None:
    """Build the example's graph and photograph its explorer."""
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "newbury"
        summary = build([str(ROOT / "examples" / "newbury.txt")], graph, published=dt.date(2023, 3, 20))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
            )
            page.goto(summary.explorer.as_uri())
            page.wait_for_selector("html[data-ready]")
            select_line(page, AROUND, *SHOWN)
            page.screenshot(path=path)
            browser.close()


def select_line(page: Page, around: str, *names: str) -> None:
    """Show what is one step around somebody, and choose the first line between two, as clicks do."""
    page.evaluate(
        f"""(() => {{
            const find = (name) => model.entities.find((e) => e.name === name).id;
            const [around, one, other] = {json.dumps([around, *names])}.map(find);
            page.store.set({{ focus: {{ id: around, hops: 1 }} }});
            const between = (l) => (l.from === one && l.to === other) || (l.from === other && l.to === one);
            choose("line", [...view.lines.keys()].find((id) => between(model.lineOf.get(id))));
        }})()"""
    )
    page.wait_for_selector("#details .card mark")


if __name__ == "__main__":
    take_picture(PICTURE)
