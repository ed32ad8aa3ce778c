"""The documents of the server: which address gives what, in which form (Cool URIs for the Semantic Web, W3C 2008)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.serve.description import describe, serialize_description, serialize_terms
from graph.serve.guard import policy
from graph.serve.links import Links
from graph.serve.metadata import Metadata
from graph.serve.negotiation import FORMS, HTML, chosen
from graph.serve.pages import Pages
from graph.serve.refusals import RequestError
from graph.serve.snapshot import Snapshot
from ontology import describe_term
from ontology.docs import ontology_page

__all__ = ["OWN_POLICY", "Documents", "negotiated", "sent", "with_links"]

_PAGE_POLICY = policy(style_src="'self'")

# These pages have a policy of their own inside, which lets in their own scripts by hash.
OWN_POLICY = "frame-ancestors 'none'"
_LINKS = (
    b'<nav class="top" aria-label="This graph"><a href="/">Explorer</a><a href="/contents">Contents</a>'
    b'<a href="/sparql">Query</a><a href="/ontology">Ontology</a><a href="/void.ttl">Dataset</a></nav>'
)

# The writer of a document for each media type that it has.
Document = Mapping[str, Callable[[], bytes]]


@dataclass(frozen=True)
class Documents:
    """Everything that has an address of its own and is no query."""

    snapshot: Snapshot
    links: Links
    pages: Pages
    metadata: Metadata

    def thing(self, request: Request) -> Response:
        """What the graph calls by an IRI: a thing leads to its document, an article or another graph is one itself."""
        path = request.path_params["path"]
        iri = self.links.iri(path)
        if self.snapshot.knows(iri):
            return self._information(request, iri) if self._is_graph(iri) else _elsewhere(request, path)
        stem, _, suffix = path.rpartition(".")
        iri = self.links.iri(stem)
        if suffix in FORMS and (self.snapshot.knows(iri)):
            return sent(request, self._of(iri)[FORMS[suffix]](), FORMS[suffix], link=_alternates(f"/{stem}"))
        raise RequestError(404, f"this graph has no <{self.links.iri(path)}>: see /contents")

    def _is_graph(self, iri: str) -> bool:
        return iri in self.snapshot.graphs

    def _information(self, request: Request, iri: str) -> Response:
        return negotiated(request, self._of(iri), f"/{iri.removeprefix(self.snapshot.base)}")

    def _of(self, iri: str) -> Document:
        def page() -> bytes:
            return self.pages.page(iri).encode("utf-8", "replace")

        def data(media: str) -> bytes:
            return serialize_description(self.snapshot, describe(self.snapshot, iri), media)

        return _document(page, data)

    def term(self, request: Request) -> Response:
        """What the ontology says of a term, by its prefixed name."""
        name = request.path_params["name"]
        stem, _, suffix = name.rpartition(".")
        if suffix in FORMS and self.links.is_term(self.links.term(stem)):
            return sent(request, self._of_term(stem)[FORMS[suffix]](), FORMS[suffix], link=_alternates(f"/term/{stem}"))
        if not self.links.is_term(self.links.term(name)):
            raise RequestError(404, f"the ontology has no term {name!r}: see /ontology")
        return negotiated(request, self._of_term(name), f"/term/{name}")

    def _of_term(self, name: str) -> Document:
        iri = self.links.term(name)

        def data(media: str) -> bytes:
            if media == FORMS["ttl"]:
                return describe_term(self.snapshot.ontology, iri).encode()
            return serialize_terms(self.snapshot, [iri], media)

        return _document(lambda: self.pages.term(iri).encode(), data)

    def ontology(self, request: Request) -> Response:
        """The ontology as a whole: where the fragments of its IRIs are found."""

        def data(media: str) -> bytes:
            return serialize_terms(self.snapshot, self.links.terms, media)

        return self._named(request, "ontology", _document(self._ontology_page, data), OWN_POLICY)

    def _ontology_page(self) -> bytes:
        return with_links(ontology_page(self.snapshot.ontology).encode("utf-8", "replace"))

    def void(self, request: Request) -> Response:
        """The description of the dataset; people get the list of what is in it."""

        def page() -> bytes:
            return self.pages.contents().encode("utf-8", "replace")

        return self._named(request, "void", _document(page, lambda media: self.described(request, media)))

    def described(self, request: Request, media: str) -> bytes:
        """The description of dataset and endpoint at the address that was asked."""
        return self.metadata.serialize(media, str(request.base_url))

    def _named(self, request: Request, name: str, document: Document, rules: str = _PAGE_POLICY) -> Response:
        suffix = request.path_params.get("suffix", "")
        if not suffix:
            return negotiated(request, document, f"/{name}", rules)
        if suffix not in FORMS:
            raise RequestError(404, f"/{name} has no form {suffix!r}: choose one of {', '.join(FORMS)}")
        form = FORMS[suffix]
        return sent(request, document[form](), form, rules, link=_alternates(f"/{name}"))


def with_links(page: bytes) -> bytes:
    """A page that was made to stand alone, with the way to everything else."""
    return page.replace(b"</main>", b"</main>" + _LINKS, 1)


def _document(page: Callable[[], bytes], data: Callable[[str], bytes]) -> Document:
    """A document of which a page and data are made when they are asked for."""
    return {media: page if media == HTML else partial(data, media) for media in FORMS.values()}


def negotiated(request: Request, document: Document, path: str, rules: str = _PAGE_POLICY) -> Response:
    """A document in the form that the client would rather have.

    Raises RequestError where it has none of those that are acceptable.
    """
    media = _acceptable(request)
    address = f"{path}.{_suffix(media)}"
    place = quote(address, safe="/:")
    return sent(request, document[media](), media, rules, content_location=place, link=_alternates(path))


def _elsewhere(request: Request, path: str) -> Response:
    """A thing is no document: 303 leads to one about it (httpRange-14)."""
    address = quote(f"/{path}.{_suffix(_acceptable(request))}", safe="/:")
    return RedirectResponse(address, 303, {"vary": "Accept", "cache-control": "no-cache"})


def _acceptable(request: Request) -> str:
    media = chosen(request.headers.get("accept"), [*FORMS.values()])
    if media is None:
        raise RequestError(406, f"there is no such form: accept one of {', '.join(FORMS.values())}")
    return media


def _suffix(media: str) -> str:
    return next(suffix for suffix, known in FORMS.items() if known == media)


def _alternates(path: str) -> str:
    """The other forms of a document, for a Link header (RFC 8288)."""
    return ", ".join(
        f'<{quote(path, safe="/:")}.{suffix}>; rel="alternate"; type="{media}"' for suffix, media in FORMS.items()
    )


def sent(request: Request, body: bytes, media: str, rules: str = _PAGE_POLICY, **headers: str) -> Response:
    """A body with the hash of its content as ETag; 304 where the client has it already.

    `rules` is the Content-Security-Policy of a page.
    """
    tag = f'"{hashlib.sha256(media.encode() + body).hexdigest()[:24]}"'
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    fields = {"etag": tag, "vary": "Accept", "cache-control": "no-cache", **fields}
    if media == HTML:
        fields["content-security-policy"] = rules
    known = {part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")}
    if known & {tag, "*"}:
        return Response(status_code=304, headers=fields)
    return Response(body, media_type=media, headers=fields)
