"""The page of the ontology: every term once, links that lead somewhere, and nothing of a user's file but its words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from playwright.sync_api import sync_playwright

from ontology import load_ontology
from ontology.description import anchor
from ontology.docs import ontology_page

ROOT = Path(__file__).parents[2]
ontology = load_ontology()
PAGE = ontology_page(ontology)


class Reader(HTMLParser):
    """The ids, links and other addresses of a page, and the text of each entry."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.fetched: list[str] = []
        self.tags: list[str] = []
        self.entries: dict[str, str] = {}
        self.entry = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.hrefs += [found["href"]] if tag == "a" else []
        self.fetched += [found[name] for name in ("src", "srcset", "action", "data") if name in found]
        self.entry = found.get("id", "") if tag == "article" else self.entry

    def handle_endtag(self, tag: str) -> None:
        self.entry = "" if tag == "article" else self.entry

    def handle_data(self, data: str) -> None:
        if self.entry:
            self.entries[self.entry] = self.entries.get(self.entry, "") + data


READ = Reader(PAGE)


def test_every_anchor_is_one_and_every_link_leads_somewhere() -> None:
    assert len(READ.ids) == len(set(READ.ids))
    assert {href[1:] for href in READ.hrefs if href.startswith("#")} <= set(READ.ids)
    assert {href.partition(":")[0] for href in READ.hrefs if not href.startswith("#")} <= {"http", "https"}


def test_nothing_is_fetched() -> None:
    assert READ.fetched == []
    assert "link" not in READ.tags
    assert not re.search(r"url\(|@import", PAGE)
    assert "default-src 'none'" in PAGE


@pytest.mark.parametrize("iri", [*ontology.properties, *ontology.classes])
def test_every_class_and_property_is_told(iri: str) -> None:
    told = READ.entries[anchor(ontology, iri)]
    names = ("rdfs:label", "rdfs:comment", "skos:example")
    assert [text for name in names for text in ontology.texts(iri, name) if text not in told] == []
    words = [w for node in ontology.objects(iri, "lex:frame") for w in ontology.texts(node, "lex:verb")]
    assert [word for word in words if word not in told] == []


def test_every_term_of_ours_stands_under_its_fragment() -> None:
    own = ontology.iri("by:")
    named = {*ontology.instances("skos:Concept"), *ontology.instances("rdf:Property")}
    assert {iri.removeprefix(own) for iri in named if iri.startswith(own)} <= set(READ.ids)


def test_the_ontology_has_a_header() -> None:
    (header,) = ontology.instances("owl:Ontology")
    for name in ("title", "description", "creator", "license"):
        assert ontology.text(header, f"dcterms:{name}")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert ontology.text(header, "owl:versionInfo") == version
    assert ontology.text(header, "owl:versionIRI") == f"{header}/{version}"
    assert ontology.text(header, "vann:preferredNamespaceUri") == ontology.iri("by:") == f"{header}#"
    assert ontology.text(header, "vann:preferredNamespacePrefix") == "by"


HOSTILE = """
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix by: <https://byline.example/ontology#> .
@prefix lex: <https://byline.example/lexicon#> . @prefix ex: <https://x.example/> .
ex:Odd a owl:Class ; rdfs:subClassOf ex:Other ; rdfs:label "<img src=x onerror=alert(1)>"@en ;
    by:color "red;background:url(//evil.example)" ; by:shape "\\"><script>alert(2)</script>" ; by:icon "<b>" .
ex:Other a owl:Class ; rdfs:subClassOf ex:Odd ; rdfs:label "other" .
<javascript:alert(3)> a owl:ObjectProperty ; rdfs:label "</style></script><script>alert(4)</script>"@en ;
    rdfs:domain ex:Odd , [ a owl:Class ] , "slip" ; skos:closeMatch <javascript:alert(5)> ;
    lex:frame [ lex:verb "<svg onload=alert(6)>" ; lex:subject "nowhere" ] .
"""


def test_what_a_file_says_is_only_text(tmp_path: Path) -> None:
    extra = tmp_path / "hostile.ttl"
    extra.write_text(HOSTILE, encoding="utf-8")
    page = ontology_page(load_ontology((extra,)))
    read = Reader(page)
    assert read.fetched == []
    assert read.tags.count("script") == 1
    assert {"img", "b", "link", "iframe"}.isdisjoint(read.tags)
    assert not [href for href in read.hrefs if href.startswith("javascript")]
    assert "background:url" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_in_a_browser(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    said: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width in (390, 1360):
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.on("console", lambda message: said.append(message.text))
            page.goto(f"{path.as_uri()}#asks")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.locator("#asks").is_visible()
            page.fill("#filter", "telephone")
            assert page.locator("#contacts").is_visible()
            assert not page.locator("#asks").is_visible()
            page.fill("#filter", "")
            assert page.locator("#asks").is_visible()
        browser.close()
    assert said == []


def test_the_command(byline: Callable[..., CompletedProcess[str]], tmp_path: Path) -> None:
    done = byline("ontology", "docs", "-o", tmp_path / "page.html")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'page.html'}\n")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == PAGE
    done = byline("ontology", "docs", "-o", tmp_path / "nowhere" / "page.html")
    assert done.returncode == 1
    assert done.stderr.startswith("byline: ")
    assert done.stderr.count("\n") == 1
