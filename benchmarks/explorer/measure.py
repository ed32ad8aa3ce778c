"""The explorer beside stock pyvis and cytoscape.js: ready, drag and wheel, in one headless browser.

    npm ci --prefix benchmarks/explorer && python -m benchmarks.explorer.measure > benchmarks/explorer/RESULTS.md

Pages are opened offline, as files. "Ready" is the first picture after which the page answers: for stock pyvis, when its
simulation has come to rest (given up after 90 s). Frames are those that the browser delivers while the mouse drags the
empty canvas for two seconds, or turns its wheel.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyvis.network
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from graph.explorer import write_explorer
from graph.explorer.layout import layout
from graph.explorer.lines import plain_graph
from graph.network import network
from ontology import Reading, load_ontology
from tests.graph.explorer.sample import crowd

SIZES = ((200, 400), (1000, 2000), (5000, 20000))
PATIENCE = 90_000
ARGUMENTS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"
CYTOSCAPE = Path(__file__).parent / "node_modules" / "cytoscape" / "dist" / "cytoscape.min.js"

COUNT_FRAMES = """() => { window.frames_ = 0; window.counting = true; window.since = performance.now();
  (function frame() { window.frames_++; if (window.counting) requestAnimationFrame(frame); })(); }"""
FRAMES = "() => { window.counting = false; return (window.frames_ / (performance.now() - window.since)) * 1000; }"


def ours(path: Path, reading: Reading) -> None:
    """Our page."""
    write_explorer(path, [reading], load_ontology())


def stock(path: Path, reading: Reading) -> None:
    """What pyvis makes of the same network when left to itself."""
    net = network([reading], load_ontology())
    drawing = pyvis.network.Network(directed=True, cdn_resources="in_line")
    for iri, node in net.nodes(data=True):
        drawing.add_node(iri, node["name"])
    drawing.edges = [
        {"from": a, "to": b, "arrows": "to", "label": edge["label"]} for a, b, edge in net.edges(data=True)
    ]
    path.write_text(drawing.generate_html(), encoding="utf-8")


def cytoscape(path: Path, reading: Reading) -> None:
    """The same network and places in cytoscape.js, set for speed as its manual advises."""
    net = network([reading], load_ontology())
    places = layout(plain_graph(net), dict.fromkeys(net, (110.0, 60.0)))
    elements = [
        {"data": {"id": iri, "label": node["name"]}, "position": dict(zip("xy", places[iri], strict=True))}
        for iri, node in net.nodes(data=True)
    ]
    elements += [
        {"data": {"id": f"{i}", "source": a, "target": b, "label": edge["label"]}}
        for i, (a, b, edge) in enumerate(net.edges(data=True))
    ]
    script = CYTOSCAPE.read_text(encoding="utf-8")
    path.write_text(
        f"""<!doctype html><meta charset="utf-8"><div id="c" style="position:absolute;inset:0"></div>
        <script>{script}</script>
        <script>const cy = cytoscape({{ container: document.getElementById("c"), layout: {{ name: "preset" }},
        elements: {json.dumps(elements)}, textureOnViewport: true, hideEdgesOnViewport: true,
        style: [{{ selector: "node", style: {{ label: "data(label)" }} }}] }});
        cy.ready(() => requestAnimationFrame(() => {{ window.isReady = true; }}));</script>""",
        encoding="utf-8",
    )


READY = {
    "explorer": "() => performance.getEntriesByName('ready').length > 0",
    "explorer, all drawn": "() => performance.getEntriesByName('ready').length > 0",
    "stock pyvis": "() => typeof network !== 'undefined' && network.physics && network.physics.stabilized",
    "cytoscape.js": "() => window.isReady",
}
MAKERS: dict[str, Callable[[Path, Reading], None]] = {
    "explorer": ours,
    "explorer, all drawn": ours,
    "stock pyvis": stock,
    "cytoscape.js": cytoscape,
}


def opened(browser: Browser, path: Path, name: str, count: int) -> tuple[Page, float | None]:
    """The page and how long it took, in milliseconds; None where patience ended."""
    page = browser.new_context(viewport={"width": 1360, "height": 800}, offline=True).new_page()
    page.set_default_timeout(PATIENCE)
    start = time.perf_counter()
    page.goto(path.as_uri() + (f"#draw={count}" if name.endswith("drawn") else ""), wait_until="commit")
    try:
        page.wait_for_function(READY[name])
    except TimeoutError:
        return page, None
    return page, (time.perf_counter() - start) * 1000


def frames(page: Page, act: Callable[[Page], None]) -> float:
    """Frames a second while something is done."""
    page.evaluate(COUNT_FRAMES)
    act(page)
    return float(page.evaluate(FRAMES))


def drag(page: Page) -> None:
    """Two seconds of dragging."""
    page.mouse.move(262, 760)
    page.mouse.down()
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < 2:
        page.mouse.move(262 + 150 * passed, 760 - 100 * passed)
    page.mouse.up()


def wheel(page: Page) -> None:
    """Two seconds of the wheel, in and out."""
    page.mouse.move(600, 500)
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < 2:
        page.mouse.wheel(0, -60 if passed % 1 < 0.5 else 60)


def measured(browser: Browser, folder: Path, name: str, count: int, claims: int) -> list[str]:
    """One row of the table."""
    path = folder / f"{name.replace(' ', '-')}-{count}.html"
    MAKERS[name](path, crowd(count, claims))
    row = [f"{count:,} / {claims:,}", name, f"{path.stat().st_size / 1e6:.1f}"]
    loads = []
    for _ in range(1 if name == "stock pyvis" else 3):
        page, ready = opened(browser, path, name, count)
        loads.append(ready)
        if len(loads) < 3 and name != "stock pyvis":
            page.context.close()
    done = [ready for ready in loads if ready is not None]
    row.append(f"{statistics.median(done):.0f}" if done else f"over {PATIENCE}")
    page.wait_for_timeout(1000)
    row += [f"{frames(page, drag):.0f}", f"{frames(page, wheel):.0f}"] if done else ["–", "–"]
    page.context.close()
    return row


def main() -> None:
    """Print the table."""
    print("# The explorer, measured\n\nBy `benchmarks/explorer/measure.py`, all rows in one run.\n")
    print("| names / statements | page | MB | ready ms | drag fps | wheel fps |\n|---|---|---|---|---|---|")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS.split())
        for count, claims in SIZES:
            for name in MAKERS:
                print("| " + " | ".join(measured(browser, Path(folder), name, count, claims)) + " |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
