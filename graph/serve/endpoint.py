"""The SPARQL 1.1 Protocol for queries: a request is checked, asked of Oxigraph, and answered whole or as an error."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

import anyio
import httpx
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from graph.federation import asks_others
from graph.serve.engine import Engine
from graph.serve.refusals import RequestError
from graph.serve.relay import BrokenOffError, relayed
from graph.sparql import names_no_dataset, syntax_message
from ontology import QueryError

__all__ = ["Endpoint"]

_DIRECT, _FORM = "application/sparql-query", "application/x-www-form-urlencoded"
_DATASET = ("default-graph-uri", "named-graph-uri")


@dataclass(frozen=True)
class Endpoint:
    """Oxigraph's server behind the checks that it does not make itself; `timeout` is in seconds."""

    engine: Engine
    timeout: int
    allow_service: bool
    client: httpx.AsyncClient
    parsing: anyio.Lock = field(default_factory=anyio.Lock)

    async def answer(self, request: Request) -> Response:
        """The answer to a query by GET, by POST as a form, or by POST directly."""
        try:
            async with asyncio.timeout(self.timeout):
                sparql, dataset = _asked(await _parameters(request))
            await self._check(sparql)
            return await self._ask(sparql, dataset, request.headers.get("accept", "*/*"))
        except TimeoutError:
            return RequestError(
                408, f"the request has not come whole in {self.timeout} seconds: send it again"
            ).response()
        except QueryError as exc:
            return RequestError(400, str(exc)).response()
        except RequestError as exc:
            return exc.response()
        except ClientDisconnect:
            return RequestError(400, "the request has broken off").response()

    async def _check(self, sparql: str) -> None:
        if self.allow_service:
            return
        async with self.parsing:  # pyparsing has one state for all threads
            found = await run_in_threadpool(asks_others, sparql)
        if found:
            raise RequestError(
                403, "SERVICE is refused: this graph asks nobody else; remove it, or serve with --allow-service"
            )

    async def _ask(self, sparql: str, dataset: Sequence[tuple[str, str]], accept: str) -> Response:
        asked = list(dataset)
        # Oxigraph heeds no FROM where it is told to take the union, so it is told so only where no dataset is named.
        if not dataset and names_no_dataset(sparql):
            asked = [("union-default-graph", "true")]
        headers = {"accept": accept, "content-type": _DIRECT}
        answer = await self._relay("POST", "/query", asked, headers, sparql.encode())
        if answer.status_code == 400:
            raise RequestError(400, syntax_message(bytes(answer.body).decode(), sparql))
        return answer

    async def read(self, path: str, request: Request) -> Response:
        """What Oxigraph's server has at a path, as far as it is only read."""
        headers = {"accept": request.headers.get("accept", "*/*")}
        try:
            return await self._relay("GET", path, _decoded(request.scope["query_string"]), headers, b"")
        except RequestError as exc:
            return exc.response()

    async def _relay(
        self, method: str, path: str, asked: Sequence[tuple[str, str]], headers: dict[str, str], body: bytes
    ) -> Response:
        place = httpx.URL(scheme="http", host=self.engine.host, port=self.engine.port, path=path)
        url = place.copy_with(params=httpx.QueryParams([*asked]))
        plain = {**headers, "accept-encoding": "identity"}
        request = self.client.build_request(method, url, headers=plain, content=body)
        # One second more than Oxigraph, which stops in time only where it is looking.
        until = asyncio.get_running_loop().time() + self.timeout + 1
        try:
            async with asyncio.timeout_at(until):
                return await relayed(await self.client.send(request, stream=True), until)
        except (TimeoutError, BrokenOffError) as exc:
            raise self._late() from exc
        except httpx.HTTPError as exc:
            raise RequestError(502, self.engine.death or f"Oxigraph's server does not answer ({exc})") from exc

    def _late(self) -> RequestError:
        return RequestError(
            503, f"the query is not answered in {self.timeout} seconds: ask for less, or serve with --timeout"
        )


async def _parameters(request: Request) -> list[tuple[str, str]]:
    """All parameters of a request; the query itself is one of them, however it came."""
    given = _decoded(request.scope["query_string"])
    if request.method != "POST":
        return given
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (_DIRECT, _FORM):
        raise RequestError(415, f"send a query as {_DIRECT}, or as a form ({_FORM})")
    body = await request.body()
    if kind == _FORM:
        return [*given, *_decoded(body)]
    if any(name == "query" for name, _ in given):
        raise RequestError(400, "the query is in the body and in the address: send it once")
    return [*given, ("query", _text(body))]


def _decoded(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError as exc:
        raise RequestError(400, "the parameters are not percent-encoded UTF-8") from exc


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise RequestError(400, "the query is not UTF-8") from exc


def _asked(parameters: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
    """The query, and the graphs that it is asked of."""
    queries = [value for name, value in parameters if name == "query"]
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in parameters):
        raise RequestError(
            403, "updates are refused: this graph is only read; `byline build` and `byline remove` change it"
        )
    if len(queries) != 1:
        raise RequestError(400, "give one query, no more and no less, as the parameter `query`")
    return queries[0], [(name, value) for name, value in parameters if name in _DATASET]
