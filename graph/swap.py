"""Replacing a folder in one step, so that whoever dies half-way leaves the old one as it was."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontology import GraphError

__all__ = ["current", "replacing"]


def current(folder: Path) -> Path:
    """Where the folder's content is: aside, if a process was killed between the two renames of a swap."""
    aside = _beside(folder, "old")
    return folder if folder.exists() or not aside.exists() else aside


def _beside(folder: Path, what: str) -> Path:
    whole = folder.resolve()
    return whole.with_name(f".{whole.name}.{what}")


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """An empty folder beside the given one, which takes its place when the block ends well and else vanishes.

    What a killed process left behind is put right first. Raises GraphError where another process is at work here.
    """
    target, fresh, aside = folder.resolve(), _beside(folder, "new"), _beside(folder, "old")
    with _locked(fresh):
        _recover(target, aside)
        _empty(fresh)
        try:
            yield fresh
            if target.exists():
                target.rename(aside)
            fresh.rename(target)
        except BaseException:
            _recover(target, aside)
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _recover(target: Path, aside: Path) -> None:
    if aside.exists() and not target.exists():
        aside.rename(target)
    elif aside.exists():
        shutil.rmtree(aside)


def _empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the lock on a folder, which the system lets go of when the process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Between open and lock, another process may have moved this very folder into its place.
        if not folder.exists() or not os.path.samestat(os.fstat(handle), folder.stat()):
            raise BlockingIOError
        yield
    except BlockingIOError as exc:
        raise GraphError(f"{folder}: another process is writing this graph: wait until it has finished") from exc
    finally:
        os.close(handle)
