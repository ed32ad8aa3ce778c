"""Arguments: what further qualifies a claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology import Reading

ROWS = [
    ("The rules normally require a permit.", "requires", [("how", "normally")]),
    ("The ferry was in the harbour within eight minutes.", "be in", [("within", "eight minutes")]),
    ("Anna Brandt worked in the payroll department for 16 years.", "work in", [("for", "16 years")]),
    ("Anna Brandt recently met Jonas Weiss.", "meets", []),
    ("Jonas Weiss was instructed by his superior to enter the form.", "instruct", [("to", "enter the form")]),
]


@pytest.mark.parametrize(("text", "relation", "wanted"), ROWS, ids=[t for t, *_ in ROWS])
def test_qualifiers(reading: Callable[[str], Reading], text: str, relation: str, wanted: list[tuple[str, str]]) -> None:
    claim = next(c for c in reading(text).claims if c.relation.label == relation)
    assert [(q.relation.label, getattr(q.object, "value", "")) for q in claim.qualifiers] == wanted
