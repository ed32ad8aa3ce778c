"""The sample graph, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import write_graph
from tests.graph.sample import ONTOLOGY, READINGS


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample readings, for reading only."""
    folder = tmp_path_factory.mktemp("sample") / "g"
    write_graph(folder, READINGS, ONTOLOGY)
    return folder
