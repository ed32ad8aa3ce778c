"""What stands before everything else: whose requests are let in, how large, and what browsers may do with us."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.serve.refusals import RequestError

__all__ = ["Guard", "policy"]

_LOCAL = "localhost"


def policy(**sources: str) -> str:
    """A Content-Security-Policy that lets in nothing but the sources named, underscores for hyphens."""
    rules = {"default_src": "'none'", "base_uri": "'none'", "form_action": "'none'", "frame_ancestors": "'none'"}
    return "; ".join(f"{name.replace('_', '-')} {value}" for name, value in (rules | sources).items())


@dataclass(frozen=True)
class Guard:
    """An ASGI application behind the checks; `names` are the hosts that it answers for, beside this very machine."""

    app: ASGIApp
    names: Collection[str]
    max_body: int
    shared: bool

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 421 to a wrong Host, 413 to a large body, and hand on the rest."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = _Body(receive, self.max_body)
        headers = Headers(scope=scope)
        refusal = self._refusal(headers)
        await (refusal.response() if refusal else self.app)(scope, body.receive, self._protected(send))

    def _refusal(self, headers: Headers) -> RequestError | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._is_ours(hosts[0]):
            # A page of a foreign name that is led here (DNS rebinding) would else read us as its own.
            return RequestError(421, "this server has another name: ask it by its address")
        length = headers.get("content-length", "")
        return _too_large(self.max_body) if length.isdecimal() and int(length) > self.max_body else None

    def _is_ours(self, host: str) -> bool:
        """A number needs no name service and cannot be led here; of names, only those that are known."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in (_LOCAL, *self.names) or _is_number(name)

    def _protected(self, send: Send) -> Send:
        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("content-security-policy", policy())
                headers["x-content-type-options"] = "nosniff"
                headers["referrer-policy"] = "no-referrer"
                headers["cross-origin-resource-policy"] = "cross-origin" if self.shared else "same-origin"
            await send(message)

        return protected


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _too_large(limit: int) -> RequestError:
    return RequestError(413, f"the request has more than {limit} bytes: send less, or serve with --max-body")


class _Body:
    """The body of a request, counted while it comes: a chunked one does not say how long it will be."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.source, self.limit, self.left = receive, limit, limit

    async def receive(self) -> Message:
        """The next piece.

        Raises RequestError where it is too many.
        """
        message = await self.source()
        self.left -= len(message.get("body", b""))
        if self.left < 0:
            raise _too_large(self.limit)
        return message
