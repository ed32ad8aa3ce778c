"""Facts of annotated articles: recall of pairs, facts and core facts, right status, source and time.

    python -m benchmarks.facts --data DIR --scorer FILE [--reference NAME]

DIR has `NAME.txt` beside `NAME.gold.json`; FILE is a Python file with `score(gold, claims, text)`. The reference
article is reported by itself, the others pooled.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.reading import read_lexicon
from benchmarks.results import interval, table, write_section
from extractors.pipeline import load_pipeline, read
from graph.claims_file import serialize_claims
from ontology import Article

HEADING = "Facts: annotated articles"
Row = dict[str, Any]
Score = Callable[[Row, list[Row], str], Row]
# What is counted, and among which facts: those with a true value under each of the names.
_FIGURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "pair recall": ("pair", ()),
    "fact recall": ("fact", ()),
    "core recall": ("fact", ("core",)),
    "status": ("status", ("fact",)),
    "source": ("source", ("fact",)),
    "time": ("time", ("fact", "dated")),
}


def _share(rows: Sequence[Row], figure: str) -> float:
    name, among = _FIGURES[figure]
    kept = [r for r in rows if all(r[a] for a in among)]
    return sum(bool(r[name]) for r in kept) / len(kept) if kept else 0.0


def load_scorer(path: Path) -> Score:
    """The `score` function of a Python file."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Score = module.score
    return found


def read_gold(data: Path) -> Iterator[tuple[str, Row, Article]]:
    """Each annotated article with its gold."""
    for path in sorted(data.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        gold = json.loads(path.read_text(encoding="utf-8"))
        published = dt.date.fromisoformat(gold["published"]) if gold.get("published") else None
        text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
        yield name, gold, Article(f"https://byline.example/article/{name}", "", text, published)


def body_of(title: str, rows: list[Row], sprung: int, claims: int) -> str:
    """One table: the figures of some articles together."""
    shares = {name: partial(_share, figure=name) for name in _FIGURES}
    found = [(name, f"{f(rows):.3f}", "{:.3f} to {:.3f}".format(*interval(rows, f))) for name, f in shares.items()]
    return f"{title}: {len(rows)} facts, {claims} claims, traps sprung: {sprung}.\n\n" + table(
        ("", "figure", "95% interval"), found
    )


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description="Facts of annotated articles.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--reference", default="", help="the article to report by itself")
    given = parser.parse_args()
    score, lexicon, nlp = load_scorer(given.scorer), read_lexicon(), load_pipeline()
    groups: dict[str, tuple[list[Row], list[int], list[int]]] = {}
    for name, gold, article in read_gold(given.data):
        reading = next(read([article], nlp, lexicon.ontology))
        claims = [json.loads(row) for row in serialize_claims([reading]).splitlines()]
        result = score(gold, claims, article.text)
        print(f"{name:20} pair {result['pair_recall']} fact {result['fact_recall']} core {result['core_recall']}")
        kept = groups.setdefault(
            "The reference article" if name == given.reference else "The other articles, pooled", ([], [], [])
        )
        kept[0].extend(result["_rows"])
        kept[1].append(result["traps_sprung"])
        kept[2].append(result["claims"])
    body = "\n\n".join(
        body_of(title, rows, sum(sprung), sum(claims))
        for title, (rows, sprung, claims) in sorted(groups.items(), reverse=True)
    )
    print(body)
    write_section(HEADING, f"{body}\n\nMade by `python -m benchmarks.facts`.")


if __name__ == "__main__":
    main()
