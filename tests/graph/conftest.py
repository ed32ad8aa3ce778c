"""The sample graph, built once, and a server of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import write_graph
from tests.graph.sample import ONTOLOGY, READINGS
from tests.graph.serving import serving


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample readings, for reading only."""
    folder = tmp_path_factory.mktemp("sample") / "g"
    write_graph(folder, READINGS, ONTOLOGY)
    return folder


@pytest.fixture(scope="session")
def served(sample_graph: Path) -> Iterator[str]:
    """The address of a server of the sample graph, which gives a query one second."""
    with serving(sample_graph, "--timeout", "1", "--max-body", "20000") as server:
        yield server.address
