"""Pages and data of what the graph speaks of: every form and link, the rules of HTTP, and nothing an article runs."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import httpx
import pytest
import rdflib
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, sync_playwright
from rdflib.compare import isomorphic

from graph import write_graph
from ontology import BASE, Reading
from tests.graph.sample import (
    EKSTROEM,
    MILL,
    MILL_NEWS,
    MILL_READING,
    MOVE_NEWS,
    ONTOLOGY,
    SPOKESMAN,
    THORNE,
    article,
    claim,
    entity,
    iri,
    relation,
)
from tests.graph.serving import serving

FORMS = {"html": "text/html", "ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
READERS = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt"}
DENIED = next(c for c in MILL_READING.claims if c.status == "denied")
SPAN = f"{MILL_NEWS.iri}/text/{DENIED.evidence.start}-{DENIED.evidence.end}"


def path(iri_: str) -> str:
    return "/" + quote(iri_.removeprefix(BASE))


THINGS = [THORNE.iri, EKSTROEM.iri, SPOKESMAN.iri, DENIED.iri, f"{BASE}relation/poison", SPAN]
GRAPHS = [MILL_NEWS.iri, MOVE_NEWS.iri, f"{BASE}facts", f"{BASE}terms"]
DOCUMENTS = [*map(path, GRAPHS), "/term/by:leads", "/term/schema:jobTitle", "/term/schema:Person", "/ontology", "/void"]


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("suffix", FORMS)
def test_a_thing_leads_to_a_document_about_it(served: str, thing: str, suffix: str) -> None:
    answer = httpx.get(served + path(thing), headers={"accept": FORMS[suffix]})
    assert (answer.status_code, answer.headers["vary"]) == (303, "Accept")
    assert answer.headers["location"] == f"{path(thing)}.{suffix}"
    document = httpx.get(served + answer.headers["location"])
    assert document.status_code == 200
    assert document.headers["content-type"].partition(";")[0] == FORMS[suffix]


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("suffix", FORMS)
def test_a_document_is_there_in_the_form_asked_for(served: str, document: str, suffix: str) -> None:
    answer = httpx.get(served + document, headers={"accept": FORMS[suffix]})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == FORMS[suffix]
    assert answer.headers["vary"] == "Accept"
    assert answer.headers["content-location"] == f"{document}.{suffix}"
    assert httpx.get(served + answer.headers["content-location"]).content == answer.content


@pytest.mark.parametrize("document", [*(path(thing) for thing in THINGS), *DOCUMENTS])
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own use of it
def test_all_data_says_the_same(served: str, document: str) -> None:
    graphs = [
        rdflib.Graph().parse(data=httpx.get(f"{served}{document}.{suffix}").text, format=form)
        for suffix, form in READERS.items()
    ]
    assert len(graphs[0]) > 2
    assert len({len(graph) for graph in graphs}) == 1
    if document == "/ontology":  # hundreds of nameless nodes, which take rdflib minutes to tell apart
        graphs = [without_nameless(graph) for graph in graphs]
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])


def without_nameless(graph: rdflib.Graph) -> rdflib.Graph:
    kept = rdflib.Graph()
    for s, p, o in graph:
        if not isinstance(s, rdflib.BNode) and not isinstance(o, rdflib.BNode):
            kept.add((s, p, o))
    return kept


def data(served: str, thing: str) -> rdflib.Graph:
    answer = httpx.get(served + path(thing), headers={"accept": "text/turtle"}, follow_redirects=True)
    return rdflib.Graph().parse(data=answer.text, format="turtle")


def test_what_is_said_of_an_entity(served: str) -> None:
    found, this = data(served, THORNE.iri), rdflib.URIRef(THORNE.iri)
    assert (this, rdflib.RDFS.label, rdflib.Literal("Ada Thorne")) in found
    assert (this, rdflib.URIRef(iri("by:leads")), rdflib.URIRef(MILL.iri)) in found
    claims = {c.iri for c in MILL_READING.claims if c.subject == THORNE}
    assert {str(s) for s in found.subjects(rdflib.RDF.subject, this)} == claims
    assert not list(found.predicate_objects(rdflib.URIRef(MILL.iri)))


def test_a_claim_comes_with_its_evidence_and_its_voices(served: str) -> None:
    found, this = data(served, DENIED.iri), rdflib.URIRef(DENIED.iri)
    prov, oa = rdflib.PROV, rdflib.Namespace("http://www.w3.org/ns/oa#")
    (span,) = found.objects(this, prov.wasDerivedFrom)
    quotes = {str(q) for s in found.objects(span, oa.hasSelector) for q in found.objects(s, oa.exact)}
    assert quotes == {DENIED.evidence.quote}
    agents = {str(a) for a in found.objects(None, prov.agent)}
    assert agents == {THORNE.iri, SPOKESMAN.iri}
    assert not list(found.predicate_objects(rdflib.URIRef(THORNE.iri)))


def test_pages_show_what_there_is(served: str) -> None:
    def page(of: str) -> str:
        answer = httpx.get(served + of, headers={"accept": "text/html"}, follow_redirects=True)
        return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text)))

    person = page(path(THORNE.iri))
    for words in (
        "Ada Thorne",
        "Ms Thorne",
        "probably misspelt Ms Thorn",
        "person",
        "leads",
        "What it says 3",
        "denied",
    ):
        assert words in person
    assert "according to the council’s spokesman" in page(path(DENIED.iri))
    passage = httpx.get(f"{served}{path(DENIED.iri)}.html").text
    assert f"<mark>{DENIED.evidence.quote}</mark>" in html.unescape(passage)
    text = page(path(MILL_NEWS.iri))
    assert all(line in text for line in MILL_NEWS.text.split("\n"))
    leads = page("/term/by:leads")
    for words in ("by:leads", "domain", "range", "example", "claims 1"):
        assert words in leads


def test_every_link_leads_somewhere(served: str) -> None:
    waiting, seen = ["/contents", "/sparql", "/"], set()
    with httpx.Client(headers={"accept": "text/html"}, follow_redirects=True) as client:
        while waiting:
            address = waiting.pop().partition("#")[0]
            if address in seen:
                continue
            seen.add(address)
            answer = client.get(served + address)
            assert answer.status_code == 200, address
            if answer.headers["content-type"].startswith("text/html") and address not in (
                "/",
                "/ontology",
                "/ontology.html",
            ):
                links = re.findall(r'(?:href|src)="([^"]+)"', answer.text)
                assert all(link.startswith(("/", "#")) for link in links), address
                waiting += [urljoin(address, html.unescape(link)) for link in links]
    assert {path(MILL_NEWS.iri), path(THORNE.iri), path(DENIED.iri), "/term/by:leads"} <= seen


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
        ("*/*", "html"),
        ("text/*", "html"),
        ("application/*", "jsonld"),
        ("text/turtle;q=0.5, application/ld+json;q=0.8", "jsonld"),
        ("text/html;q=0.1, text/turtle", "ttl"),
        ("text/html;q=0, */*;q=0.5", "ttl"),
        ("TEXT/TURTLE", "ttl"),
        ("application/rdf+xml, application/n-triples;q=0.2", "nt"),
    ],
)
def test_negotiation(served: str, accept: str, suffix: str) -> None:
    answer = httpx.get(served + path(THORNE.iri), headers={"accept": accept})
    assert answer.headers["location"].endswith(f".{suffix}")


def test_what_is_not_there_and_what_is_not_allowed(served: str) -> None:
    for nothing in ("/entity/nobody", "/entity/nobody.ttl", f"{path(THORNE.iri)}.exe", f"{path(THORNE.iri)}/x"):
        assert httpx.get(served + nothing).status_code == 404
    answer = httpx.get(served + path(THORNE.iri), headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert "text/turtle" in answer.text
    assert httpx.get(f"{served}/sparql", headers={"accept": "image/png"}).status_code == 406
    answer = httpx.post(served + path(THORNE.iri))
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize(
    "address", [f"{path(THORNE.iri)}.ttl", path(MILL_NEWS.iri), "/", "/contents", "/assets/page.css"]
)
def test_head_and_what_one_has_already(served: str, address: str) -> None:
    full, head = httpx.get(served + address), httpx.head(served + address)
    assert head.content == b""
    assert {n: v for n, v in head.headers.items() if n != "date"} == {
        n: v for n, v in full.headers.items() if n != "date"
    }
    again = httpx.get(served + address, headers={"if-none-match": full.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert httpx.get(served + address, headers={"if-none-match": '"other"'}).status_code == 200


def test_another_base(byline: Callable[..., object], tmp_path: Path) -> None:
    text = b"Mill closes\n\nAda Thorne, the owner of Millbrook Mill, closed the mill on Friday.\n"
    byline(
        "build",
        "-",
        "--published",
        "2021-06-04",
        "--base",
        "https://paper.example/kg/",
        "-o",
        tmp_path / "g",
        stdin=text,
    )
    with serving(tmp_path / "g") as server:
        page = httpx.get(f"{server.address}/contents", headers={"host": "paper.example"}).text
        (link,) = set(re.findall(r'href="(/entity/ada-thorne[^"]*)"', page))
        found = httpx.get(f"{server.address}{link}.nt").text
        assert f"<https://paper.example/kg{link}>" in found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


EVIL = "<script>document.title='evil'</script><img src=x onerror=\"document.title='evil'\">"


def hostile() -> Reading:
    text = f"{EVIL} closes\n\n{EVIL} leads {EVIL}’s mill & “javascript:alert(1)”.\n"
    news = article(f"{EVIL} closes", text, source=EVIL)
    person, mill = entity(EVIL, "schema:Person", f"Ms {EVIL}"), entity(f"{EVIL}’s mill", "schema:Organization")
    said = claim(
        news, f"{EVIL} leads {EVIL}’s mill", person, relation("by:leads", EVIL), mill, sources=(person,), why=EVIL
    )
    return Reading(news, tuple(sorted((person, mill), key=lambda e: e.iri)), (said,))


def test_an_article_runs_nothing(tmp_path: Path, browser: Browser) -> None:
    reading = hostile()
    iris = [reading.article.iri, *(e.iri for e in reading.entities), *(c.iri for c in reading.claims)]
    write_graph(tmp_path / "g", [reading], ONTOLOGY)
    with serving(tmp_path / "g") as server:
        page = browser.new_page()
        for address in (
            "/contents",
            *map(path, iris),
            "/term/by:leads",
        ):
            page.goto(server.address + address)
            assert "evil" not in (page.title().partition("<")[0])
            assert page.locator("script, img").count() == 0
        page.close()


def test_the_editor_answers_and_asks_nobody_else(served: str, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/sparql")
    page.get_by_label("An example").select_option(label="Articles")
    page.locator(".yasqe_queryButton").click()
    page.get_by_text("Bo Ekström moves").first.wait_for(timeout=10_000)
    page.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(served: str, browser: Browser, dark: bool) -> None:
    page = browser.new_page(color_scheme="dark" if dark else "light")
    page.context.grant_permissions([])
    for address in (
        "/contents",
        path(THORNE.iri),
        path(DENIED.iri),
        path(MILL_NEWS.iri),
        "/term/by:leads",
        path(SPAN),
    ):
        page.goto(served + address)
        broken = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in broken] == [], address
    page.close()
