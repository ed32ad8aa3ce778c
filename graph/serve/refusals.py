"""A request that cannot be answered, as it is told: a status, and one line that says what to do."""

from __future__ import annotations

from starlette.responses import PlainTextResponse, Response

__all__ = ["RequestError"]


class RequestError(Exception):
    """What was wrong with a request; `status` is that of HTTP."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status

    def response(self) -> Response:
        """The answer that says so."""
        return PlainTextResponse(f"{self}\n", self.status)
