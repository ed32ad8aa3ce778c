"""A real browser, with no network, and the pages that the tests open in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.explorer import write_explorer
from ontology import load_ontology
from tests.graph.explorer.browsing import Reader
from tests.graph.explorer.sample import crowd, harbour, hostile

_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_ARGUMENTS.split())
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The explorers of the sample readings, by name."""
    folder = tmp_path_factory.mktemp("explorers")
    readings = {
        "harbour": [harbour()],
        "hostile": [hostile()],
        "both": [harbour(), hostile()],
        "crowd": [crowd(200, 400)],
        "thousand": [crowd(1000, 2000)],
        "nothing": [],
    }
    for name, read in readings.items():
        write_explorer(folder / f"{name}.html", read, load_ontology())
    return {name: folder / f"{name}.html" for name in readings}


@pytest.fixture(scope="session")
def multitude(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An explorer of 5,000 entities and 20,000 statements."""
    path = tmp_path_factory.mktemp("multitude") / "multitude.html"
    write_explorer(path, [crowd(5000, 20000)], load_ontology())
    return path


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """A reader; whatever it opens must neither complain nor ask for anything but itself."""
    reader = Reader(browser)
    yield reader
    reader.close()
    assert reader.complaints == []
    assert [url for url in reader.requests if not url.startswith(("file:", "blob:"))] == []


@pytest.fixture
def browser_page(browser: Browser, pages: dict[str, Path]) -> Iterator[Page]:
    """A page that may complain: for what its policy must stop."""
    reader = Reader(browser)
    yield reader.open(pages["harbour"])
    reader.close()
