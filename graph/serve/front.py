"""The server's front: which address is whose, behind the checks."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from graph.queries import named_queries
from graph.serve.documents import OWN_POLICY, Documents, negotiated, sent, with_links
from graph.serve.endpoint import Endpoint
from graph.serve.engine import Engine
from graph.serve.guard import Guard, policy
from graph.serve.links import Links
from graph.serve.metadata import Metadata
from graph.serve.negotiation import FORMS, HTML, chosen
from graph.serve.pages import Pages
from graph.serve.refusals import RequestError
from graph.serve.settings import Settings
from graph.serve.snapshot import Snapshot

__all__ = ["front"]

_HERE = Path(__file__).parent
_OURS = {"page.css": "text/css", "editor.js": "text/javascript"}
_EDITOR = {"yasgui.min.css": "text/css", "yasgui.min.js": "text/javascript"}
# The editor sets styles by script and carries its icons as data; it asks nobody but this server.
_EDITOR_POLICY = policy(
    script_src="'self'",
    style_src="'self' 'unsafe-inline'",
    img_src="'self' data:",
    font_src="data:",
    connect_src="'self'",
)


def front(snapshot: Snapshot, engine: Engine, settings: Settings) -> ASGIApp:
    """The application that answers for a snapshot."""
    links = Links(snapshot)
    documents = Documents(snapshot, links, Pages(snapshot, links), Metadata(snapshot, settings.allow_service))
    client = httpx.AsyncClient(trust_env=False, timeout=settings.timeout + 2)
    endpoint = Endpoint(engine, settings.timeout, settings.allow_service, client)
    site = _Site(snapshot, documents, endpoint)
    routes = [
        Route("/", site.root),
        Route("/sparql", site.sparql, methods=["GET", "POST"]),
        Route("/store", site.dump),
        Route("/contents", site.contents),
        Route("/assets/{name}", site.asset),
        Route("/favicon.ico", _no_icon),
        Route("/.well-known/void", _void),
        *(Route(path, documents.void) for path in ("/void", "/void.{suffix}")),
        *(Route(path, documents.ontology) for path in ("/ontology", "/ontology.{suffix}")),
        Route("/term/{name:path}", documents.term),
        Route("/{path:path}", documents.thing),
    ]
    app = Starlette(routes=routes, exception_handlers={RequestError: _refused}, middleware=_sharing(settings))
    return Guard(app, _names(snapshot, settings), settings.max_body, bool(settings.origins))


def _sharing(settings: Settings) -> list[Middleware]:
    """CORS for the origins that are named, and for no other."""
    if not settings.origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["Content-Type"],
        )
    ]


def _names(snapshot: Snapshot, settings: Settings) -> set[str]:
    """The names that this server may be called by: where it listens, its machine, and the home of the graph's IRIs."""
    named = (settings.host, socket.gethostname(), urlsplit(snapshot.base).hostname)
    return {name.lower() for name in named if name}


async def _refused(_: Request, exc: Exception) -> Response:
    return cast(RequestError, exc).response()


async def _no_icon(_: Request) -> Response:
    """Browsers ask for it unbidden."""
    return Response(status_code=204, headers={"cache-control": "max-age=86400"})


async def _void(_: Request) -> Response:
    return RedirectResponse("/void", 302)


@dataclass(frozen=True)
class _Site:
    """The addresses that belong to the server and not to the graph."""

    snapshot: Snapshot
    documents: Documents
    endpoint: Endpoint

    def root(self, request: Request) -> Response:
        """The explorer, with the way to everything else; for machines, the description of the dataset."""
        document = {media: partial(self.documents.described, request, media) for media in FORMS.values()}
        if chosen(request.headers.get("accept"), [*FORMS.values()]) != HTML:
            return negotiated(request, document, "/void")
        page = with_links(self.snapshot.explorer)
        return sent(request, page, HTML, OWN_POLICY)

    def contents(self, request: Request) -> Response:
        """The list of what there is."""
        return sent(request, self.documents.pages.contents().encode("utf-8", "replace"), HTML)

    async def sparql(self, request: Request) -> Response:
        """The endpoint; without a query its description (SPARQL 1.1 Service Description, 2), for people the editor."""
        if request.method == "POST" or request.scope["query_string"]:
            return await self.endpoint.answer(request)
        data = [media for media in FORMS.values() if media != HTML]
        media = chosen(request.headers.get("accept"), [*data, HTML])
        if media is None:
            raise RequestError(406, f"there is no such form: accept one of {', '.join(FORMS.values())}")
        if media != HTML:
            return sent(request, self.documents.described(request, media), media)
        shipped = named_queries()
        page = self.documents.pages.editor([*shipped.values()], shipped["entities"].sparql)
        return sent(request, page.encode(), HTML, _EDITOR_POLICY)

    async def dump(self, request: Request) -> Response:
        """All quads, or one graph of them (SPARQL 1.1 Graph Store Protocol, reading only)."""
        return await self.endpoint.read("/store", request)

    async def asset(self, request: Request) -> Response:
        """Style and script of the pages; the editor's come with Oxigraph."""
        name = request.path_params["name"]
        if name in _OURS:
            return sent(request, (_HERE / name).read_bytes(), _OURS[name])
        if name not in _EDITOR:
            raise RequestError(404, f"there is no {name!r} here")
        url = httpx.URL(scheme="http", host=self.endpoint.engine.host, port=self.endpoint.engine.port, path=f"/{name}")
        return sent(request, (await self.endpoint.client.get(url)).content, _EDITOR[name])
