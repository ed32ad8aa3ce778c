"""A graph served: its snapshot, Oxigraph's server upon it and our front before that, all gone when it is stopped."""

from __future__ import annotations

import asyncio
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from urllib.parse import urlunsplit

import uvicorn
from starlette.types import ASGIApp

from graph.serve.engine import Engine, engine
from graph.serve.front import front
from graph.serve.settings import Settings
from graph.serve.snapshot import take_snapshot
from ontology import ServeError, load_ontology

__all__ = ["serve"]

_GRACE = 3


def serve(folder: Path, settings: Settings, say: Callable[[str], None]) -> None:
    """Serve a graph until SIGINT or SIGTERM comes; `say` is told the address as soon as it answers.

    Raises GraphError where the folder is no graph, ServeError where it cannot be served or Oxigraph stops.
    """
    with (
        suppress(_Stopped),
        _stoppable(),
        tempfile.TemporaryDirectory(prefix="byline-serve-") as place,
        _listening(settings.host, settings.port) as listener,
    ):
        snapshot = take_snapshot(folder, Path(place), load_ontology(settings.ontology))
        with engine(snapshot.path, settings.timeout) as running:
            app = front(snapshot, running, settings)
            say(_address(settings.host, listener))
            _run(uvicorn.Server(_config(app)), listener, running)


class _Stopped(BaseException):
    """A signal to stop has come."""


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let the first of both signals end the block, and none disturb the closing of what it opened."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        for number in before:
            signal.signal(number, signal.SIG_IGN)
        raise _Stopped

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as exc:
        reason = getattr(exc, "strerror", None) or exc
        raise ServeError(f"{host}:{port}: cannot be listened on ({reason}): choose another --port or --host") from exc
    with listener:
        yield listener


def _address(host: str, listener: socket.socket) -> str:
    name = f"[{host}]" if ":" in host else host
    return urlunsplit(("http", f"{name}:{listener.getsockname()[1]}", "/", "", ""))


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=256,
        timeout_graceful_shutdown=_GRACE,
    )


def _run(server: uvicorn.Server, listener: socket.socket, running: Engine) -> None:
    async def both() -> None:
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        while not serving.done():
            if running.death:
                server.should_exit = True
            await asyncio.wait({serving}, timeout=0.25)
        await serving

    asyncio.run(both())
    if running.death:
        raise ServeError(running.death)
