"""Oxigraph's answer handed on: as an error where it is one, even if Oxigraph began it as a success."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
from starlette.responses import Response, StreamingResponse

__all__ = ["BrokenOffError", "relayed"]

# So much of an answer is kept back until it is known to be whole; what is longer is sent while it comes.
_KEPT = 1_048_576

# How a whole answer ends. Oxigraph writes an error, such as that time is up, right behind what it has sent already.
_ENDS = {"json": (b"}", b"]"), "xml": (b">", b">\n")}
_LINE_END = b"\n"


class BrokenOffError(Exception):
    """Oxigraph began an answer and did not finish it."""


async def relayed(answer: httpx.Response, until: float) -> Response:
    """The answer as ours: at once where it is short, else in pieces, no longer than until that time of the loop.

    Raises BrokenOffError where Oxigraph did not finish it; if that shows later, the connection breaks off as well.
    """
    pieces = answer.aiter_raw()
    body = bytearray()
    try:
        async for piece in pieces:
            body += piece
            if len(body) > _KEPT:
                return StreamingResponse(
                    _rest(answer, pieces, bytes(body), until), answer.status_code, _headers(answer)
                )
    except BaseException:
        await answer.aclose()
        raise
    await answer.aclose()
    if not _is_whole(answer, bytes(body[-8:])):
        raise BrokenOffError
    return Response(bytes(body), answer.status_code, _headers(answer))


async def _rest(
    answer: httpx.Response, pieces: AsyncIterator[bytes], begun: bytes, until: float
) -> AsyncIterator[bytes]:
    try:
        async with asyncio.timeout_at(until):
            yield begun
            last = begun
            async for last in pieces:
                yield last
            if not _is_whole(answer, last):
                raise BrokenOffError
    finally:
        await answer.aclose()


def _is_whole(answer: httpx.Response, body: bytes) -> bool:
    """Whether an answer ends as one of its type does; a length given beforehand was checked by HTTP itself."""
    if "content-length" in answer.headers or not body:
        return True
    subtype = answer.headers.get("content-type", "").partition(";")[0].partition("+")
    kind = subtype[2] or subtype[0].rpartition("/")[2]
    return body.endswith(_ENDS.get(kind, _LINE_END))


def _headers(answer: httpx.Response) -> dict[str, str]:
    kept = {name: answer.headers[name] for name in ("content-type",) if name in answer.headers}
    return kept | {"vary": "Accept", "cache-control": "no-cache"}
