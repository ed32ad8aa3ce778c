"""The example article against its gold file: who is in it, what must be found, and what must never come out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors import load_pipeline, read, read_article
from ontology import Claim, Entity, Node, Reading, load_ontology

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLD = json.loads((EXAMPLES / "newbury.gold.json").read_text(encoding="utf-8"))
NAMES = {e["id"]: {e["name"], *e["aliases"]} for e in GOLD["entities"]}
# What the text alone does not tell apart.
BROADER = {"GovernmentOrganization": ["Organization"], "Product": ["Product", "Organization"]}
NAMED = [e for e in GOLD["entities"] if e["named"]]


@pytest.fixture(scope="module")
def reading() -> Reading:
    article = read_article(str(EXAMPLES / GOLD["article"]))
    (found,) = read([article], load_pipeline(), load_ontology())
    return found


def called(entity: Entity) -> set[str]:
    return {entity.name, *entity.aliases}


def plain(name: str) -> str:
    return re.sub(r"^(the|an?) ", "", name.casefold().replace("’", "'"))


def is_end(node: Node, wanted: dict[str, str], side: str) -> bool:
    """Whether a claim's subject, object or qualifier is what the gold fact has on that side."""
    if side in wanted and wanted[side] in NAMES:
        return isinstance(node, Entity) and bool({*map(plain, called(node))} & {*map(plain, NAMES[wanted[side]])})
    said = node.name if isinstance(node, Entity) else node.value
    return plain(wanted["value"]) in plain(said)


def words(claim: Claim, via: Iterable[str]) -> str:
    negative = "not " if claim.polarity == "negative" else ""
    return " ".join((claim.relation.label, negative + claim.relation.lemma, *via))


def evidence_overlaps(claim: Claim, text: str, evidence: str) -> bool:
    start = text.index(evidence)
    return claim.evidence.start < start + len(evidence) and start < claim.evidence.end


def matching(fact: dict[str, Any], reading: Reading) -> Iterator[Claim]:
    """The claims from the same words that say the fact, whatever their status and source."""
    for claim in reading.claims:
        if not evidence_overlaps(claim, reading.article.text, fact["evidence"]) or not is_end(
            claim.subject, fact, "subject"
        ):
            continue
        via = [q.relation.label for q in claim.qualifiers if is_end(q.object, fact, "object")]
        if (via or is_end(claim.object, fact, "object")) and any(p in words(claim, via) for p in fact["predicates"]):
            yield claim


def right(claim: Claim, fact: dict[str, Any]) -> bool:
    who = fact["attributed_to"]
    said_by = bool(claim.sources) and bool(called(claim.sources[0]) & NAMES[who]) if who else not claim.sources
    return claim.status == fact["status"] and said_by


@pytest.mark.parametrize("gold", NAMED, ids=lambda e: e["id"])
def test_everybody_is_one_entity_of_the_right_kind(reading: Reading, gold: dict[str, Any]) -> None:
    ontology = load_ontology()
    found = [e for e in reading.entities if called(e) & NAMES[gold["id"]]]
    assert [e.name for e in found] == [gold["name"]]
    assert NAMES[gold["id"]] <= called(found[0])
    kinds = BROADER.get(gold["type"], [gold["type"]])
    assert ontology.is_a(found[0].type, *(ontology.iri(f"schema:{kind}") for kind in kinds))


def test_enough_of_the_core_is_found_with_status_and_source(reading: Reading) -> None:
    core = [fact for fact in GOLD["facts"] if fact["core"]]
    missed = [fact for fact in core if not any(right(claim, fact) for claim in matching(fact, reading))]
    lines = [f"{f['subject']} {f['predicates'][0]} {f.get('object') or f['value']} ({f['status']})" for f in missed]
    assert 1 - len(missed) / len(core) >= 0.75, lines


@pytest.mark.parametrize("trap", GOLD["traps"], ids=lambda t: t["why"])
def test_no_trap_is_sprung(reading: Reading, trap: dict[str, Any]) -> None:
    assert [claim for claim in matching(trap, reading) if claim.in_own_voice] == []


def test_every_quote_stands_where_it_is_said_to_stand(reading: Reading) -> None:
    text = reading.article.text
    assert [c.evidence for c in reading.claims if text[c.evidence.start : c.evidence.end] != c.evidence.quote] == []
