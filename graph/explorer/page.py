"""The page: pyvis holds nodes, lines and options and fills our template, with all it needs inside."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis.network
from markupsafe import Markup
from pyvis.edge import Edge

from graph.explorer.content import content
from graph.explorer.layout import layout
from graph.explorer.lines import Line, lines, plain_graph
from graph.explorer.names import box, drop, label
from graph.explorer.summary import summary
from graph.network import network
from ontology import GraphError, Ontology, Reading

__all__ = ["write_explorer"]

_HERE = Path(__file__).parent
_ENGINE = Path(pyvis.network.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"

# Positions are given, nothing moves by itself, and nothing is drawn while it is moved that would make it stutter.
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 1000000,
    },
}


def write_explorer(path: Path, readings: Sequence[Reading], ontology: Ontology) -> None:
    """Write the readings as one HTML file that needs no network and runs nothing that an article contains.

    Raises GraphError where the file cannot be written.
    """
    # A lone surrogate, which no UTF-8 file holds, becomes a question mark: one character as before, so offsets stand.
    page = _page(readings, ontology).encode("utf-8", "replace")
    try:
        path.write_bytes(page)
    except OSError as exc:
        raise GraphError(f"{path}: cannot be written ({exc.strerror}): choose another folder") from exc


def _page(readings: Sequence[Reading], ontology: Ontology) -> str:
    net = network(readings, ontology)
    data = content(readings, ontology, net)
    graph = plain_graph(net)
    numbers = {iri: i for i, iri in enumerate(net)}
    data["summary"] = _numbered(summary(net, graph), numbers)
    drawing = _drawing(net, graph, data, numbers)
    drawing.set_template_dir(str(_HERE), "template.html.jinja")
    # set_template_dir made a new environment, and pyvis makes it without escaping.
    drawing.templateEnv.autoescape = True
    drawing.templateEnv.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "sort_keys": True,
        "separators": (",", ":"),
    }
    drawing.templateEnv.globals.update(_parts(), data=data, title=_title(readings))
    return str(drawing.generate_html())


def _title(readings: Sequence[Reading]) -> str:
    if len(readings) == 1:
        return readings[0].article.headline or "One article"
    return f"{len(readings)} articles"


def _numbered(value: Any, numbers: dict[str, int]) -> Any:
    """The same with each IRI of an entity replaced by its number on the page."""
    if isinstance(value, dict):
        return {key: _numbered(v, numbers) for key, v in value.items()}
    if isinstance(value, list | tuple):
        return [_numbered(v, numbers) for v in value]
    return numbers[value] if isinstance(value, str) else value


def _drawing(
    net: nx.MultiDiGraph[str], graph: nx.Graph[str], data: dict[str, Any], numbers: dict[str, int]
) -> pyvis.network.Network:
    drawing = pyvis.network.Network(directed=True, cdn_resources="in_line")
    drawing.options = _OPTIONS
    names = {iri: label(node["name"]) for iri, node in net.nodes(data=True)}
    sizes = {iri: round(10 + 14 * node["importance"] ** 0.5, 1) for iri, node in net.nodes(data=True)}
    places = layout(graph, {iri: box(names[iri], sizes[iri]) for iri in net})
    for iri, node in net.nodes(data=True):
        style = data["classes"][node["type"]]
        x, y = places[iri][0], places[iri][1] - drop(names[iri])
        drawing.add_node(numbers[iri], names[iri], style["shape"], style["color"], x=x, y=y, size=sizes[iri])
    # Not add_edge, which looks through all nodes twice for each edge.
    claims = {data["base"] + claim["iri"]: i for i, claim in enumerate(data["claims"])}
    drawing.edges = [_edge(i, line, claims, numbers) for i, line in enumerate(lines(net))]
    return drawing


def _edge(number: int, line: Line, claims: Mapping[str, int], numbers: Mapping[str, int]) -> dict[str, Any]:
    """A line as pyvis keeps it; status and voice are those of its statements, their colours those of the paper."""
    statements = [_statement(key, claims) for key in line.statements]
    bow = {"bow": line.bow} if line.bow else {}
    edge = Edge(numbers[line.start], numbers[line.end], id=f"e{number}", statements=statements, **bow)
    return dict(edge.options)


def _statement(key: str, claims: Mapping[str, int]) -> int | list[int]:
    """The claim's number, and the qualifier's where the line leads to one."""
    claim, _, qualifier = key.partition("#")
    return [claims[claim], int(qualifier) - 1] if qualifier else claims[claim]


@cache
def _parts() -> dict[str, Any]:
    """Style, engine and script, each with the hash by which the page's policy lets it in and no other."""
    style = _read(_HERE / "style.css")
    engine = _read(_ENGINE)
    script = _joined(sorted((_HERE / "scripts").glob("*.js"), key=lambda file: (file.stem == "main", file.stem)))
    return {
        "style": Markup(style),
        "scripts": [Markup(engine), Markup(script)],
        "policy": f"default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(engine)}' '{_hash(script)}'",
    }


def _joined(files: Sequence[Path]) -> str:
    """The modules as one: a page on disk may not import others, so their names are unique over all of them."""
    texts = (re.sub(r"^import .*\n|^export ", "", _read(file), flags=re.MULTILINE) for file in files)
    return "\n".join(texts)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
