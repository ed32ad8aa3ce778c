"""The tutorial of ontology/README.md, read from it and done as it says: ten lines, and no code."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from ontology import load_ontology

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8").partition("## Ten lines")[2].partition("\n## ")[0]
(TURTLE,) = re.findall(r"```turtle\n(.*?)```", TEXT, re.DOTALL)
(SESSION,) = re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)


def test_ten_lines_add_a_relation_and_find_it(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("outputs", ROOT / "docs" / "outputs.py")
    assert spec
    assert spec.loader
    outputs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(outputs)
    assert len(TURTLE.splitlines()) == 10
    assert "transfersTo" not in {known.label for known in load_ontology().properties.values()}
    (tmp_path / "football.ttl").write_text(TURTLE, encoding="utf-8")
    assert outputs.run_session(SESSION, tmp_path) == SESSION
    assert "Mia Larsen,transfersTo,Harbour Rovers,asserted" in SESSION
