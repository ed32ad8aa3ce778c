"""The precision of each rule: what a claim's confidence is.

    python -m benchmarks.confidence --data DIR --scorer FILE [--judgements FILE] [--write]

DIR and FILE as for `benchmarks.facts`. The share of a rule's claims that gold facts match is a lower bound, for gold
is not exhaustive; what counts are claims read by hand, one JSON object a line: {"claim": IRI, "rule": NAME, "right":
BOOL}.
With --write the precisions of rules with enough judgements, and of all together as "*", go to extractors/measured.json.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from benchmarks.facts import Row, load_scorer, read_gold
from benchmarks.reading import read_lexicon
from benchmarks.results import table, write_section
from extractors.pipeline import load_pipeline, read
from graph.claims_file import serialize_claims

HEADING = "Precision of each rule"
JUDGEMENTS = Path(__file__).with_name("judgements.jsonl")
MEASURED = Path(__file__).parent.parent / "extractors" / "measured.json"
_ENOUGH = 8


def read_judgements(path: Path) -> dict[str, list[bool]]:
    """The verdicts on the claims of each rule; none where there is no file."""
    found: dict[str, list[bool]] = defaultdict(list)
    for row in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        judged = json.loads(row)
        found[judged["rule"]].append(bool(judged["right"]))
    return dict(found)


def measured(judgements: dict[str, list[bool]]) -> dict[str, float]:
    """The precision of every rule judged often enough, and of all together; half a verdict is added to each side."""
    everything = [verdict for verdicts in judgements.values() for verdict in verdicts]
    rules = {rule: verdicts for rule, verdicts in sorted(judgements.items()) if len(verdicts) >= _ENOUGH}
    return {name: round((sum(v) + 0.5) / (len(v) + 1), 2) for name, v in (("*", everything), *rules.items()) if v}


def main() -> None:
    """Measure, write the section, and with --write the table that claims take their confidence from."""
    parser = argparse.ArgumentParser(description="The precision of each rule.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--judgements", type=Path, default=JUDGEMENTS)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    score, lexicon, nlp = load_scorer(given.scorer), read_lexicon(), load_pipeline()
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for _, gold, article in read_gold(given.data):
        claims: dict[str, list[Row]] = defaultdict(list)
        for row in serialize_claims([next(read([article], nlp, lexicon.ontology))]).splitlines():
            claim = json.loads(row)
            claims[claim["rule"]].append(claim)
        for rule, made in claims.items():
            counts[rule][0] += round(score(gold, made, article.text)["matched_share"] * len(made))
            counts[rule][1] += len(made)
    judgements = read_judgements(given.judgements)
    rows = [
        _row(rule, counts.get(rule, [0.0, 0.0]), judgements.get(rule, [])) for rule in sorted({*counts, *judgements})
    ]
    body = table(("rule", "claims", "matched by gold", "judged", "right"), rows)
    print(body)
    write_section(HEADING, f"{body}\n\nMade by `python -m benchmarks.confidence`.")
    if given.write and judgements:
        MEASURED.write_text(json.dumps(measured(judgements), indent=2) + "\n", encoding="utf-8")


def _row(rule: str, count: list[float], verdicts: list[bool]) -> tuple[str, ...]:
    matched = f"{count[0] / count[1]:.2f}" if count[1] else ""
    right = f"{sum(verdicts) / len(verdicts):.2f}" if verdicts else ""
    return rule, f"{count[1]:.0f}", matched, str(len(verdicts)), right


if __name__ == "__main__":
    main()
