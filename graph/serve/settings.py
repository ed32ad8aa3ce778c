"""How a graph is served: what one may choose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Settings"]


@dataclass(frozen=True)
class Settings:
    """`timeout` is in seconds and `max_body` in bytes; `origins` are those of other pages that may ask by script."""

    host: str = "127.0.0.1"
    port: int = 7878
    timeout: int = 30
    max_body: int = 1_048_576
    allow_service: bool = False
    origins: tuple[str, ...] = ()
    ontology: tuple[Path, ...] = ()
