"""How far a claim is to be trusted, from claims that were read one by one.

    python -m benchmarks.confidence --data DIR --scorer FILE [--judgements FILE] [--write]

DIR and FILE as for `benchmarks.facts`; the verdicts come from `benchmarks.judging`. The share of a rule's claims that
gold facts match is a lower bound, for gold is not exhaustive. What each sign of a claim is worth is fitted to the
verdicts by logistic regression; how well that tells right claims from wrong ones is measured on articles that were left
out of the fit. With --write the weights go to extractors/measured.json.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.facts import Row, load_scorer, read_gold
from benchmarks.judging import JUDGEMENTS, TUNED, Judged, read_judgements
from benchmarks.reading import read_lexicon
from benchmarks.results import table, write_section
from extractors.confidence import expected_share
from extractors.pipeline import load_pipeline, read
from graph.claims_file import serialize_claims

HEADING = "Precision of each rule"
MEASURED = Path(__file__).parent.parent / "extractors" / "measured.json"
_SEEN, _PENALTY, _FOLDS = 8, 10.0, 10
_THRESHOLDS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
Numbers = NDArray[np.float64]


def fit(judgements: Sequence[Judged]) -> dict[str, float]:
    """What each sign that was seen often enough adds to the log odds that a claim is right; "" is where they begin."""
    counted = Counter(sign for j in judgements for sign in j.signs)
    signs = sorted(sign for sign, count in counted.items() if count >= _SEEN)
    there, right = _matrix(judgements, signs), np.array([float(j.right) for j in judgements])

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        odds = there @ weights
        share = 1 / (1 + np.exp(-odds))
        bound = np.append(weights[:-1], 0.0)  # the beginning is free, the rest is drawn to nothing
        value = np.logaddexp(0, odds).sum() - right @ odds + bound @ bound * _PENALTY / 2
        return float(value), there.T @ (share - right) + _PENALTY * bound

    weights = minimize(loss, np.zeros(len(signs) + 1), jac=True, method="L-BFGS-B").x
    named = dict(zip((*signs, ""), weights, strict=True))
    return {sign: round(float(weight), 2) for sign, weight in sorted(named.items())}


def _matrix(judgements: Sequence[Judged], signs: Sequence[str]) -> Numbers:
    place = {sign: i for i, sign in enumerate(signs)}
    found = np.zeros((len(judgements), len(signs) + 1))
    found[:, -1] = 1
    for row, judged in enumerate(judgements):
        found[row, [place[s] for s in judged.signs if s in place]] = 1
    return found


def left_out(judgements: Sequence[Judged]) -> list[tuple[float, Judged]]:
    """Each claim of articles that rules were not mended on, with what a fit to other articles expects of it."""
    articles = sorted({_article(j) for j in judgements})
    folds = {article: i % _FOLDS for i, article in enumerate(articles)}
    found = []
    for fold in range(_FOLDS):
        weights = fit([j for j in judgements if folds[_article(j)] != fold])
        there = (j for j in judgements if folds[_article(j)] == fold and TUNED not in j.signs)
        found += [(expected_share(weights, j.signs), j) for j in there]
    return found


def _article(judged: Judged) -> str:
    return judged.claim.rpartition("/claim/")[0]


def main() -> None:
    """Measure, write the section, and with --write the weights that claims take their confidence from."""
    parser = argparse.ArgumentParser(description="How far a claim is to be trusted.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--judgements", type=Path, default=JUDGEMENTS)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    judgements = read_judgements(given.judgements)
    body = f"{_by_rule(given.data, given.scorer, judgements)}\n\n{_by_threshold(left_out(judgements))}"
    print(body)
    write_section(HEADING, f"{body}\n\nMade by `python -m benchmarks.confidence`.")
    if given.write:
        weights = {sign: weight for sign, weight in fit(judgements).items() if weight and sign != TUNED}
        MEASURED.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _by_rule(data: Path, scorer: Path, judgements: Sequence[Judged]) -> str:
    score, lexicon, nlp = load_scorer(scorer), read_lexicon(), load_pipeline()
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for _, gold, article in read_gold(data):
        claims: dict[str, list[Row]] = defaultdict(list)
        for row in serialize_claims([next(read([article], nlp, lexicon.ontology))]).splitlines():
            claim = json.loads(row)
            claims[claim["rule"]].append(claim)
        for rule, made in claims.items():
            counts[rule][0] += round(score(gold, made, article.text)["matched_share"] * len(made))
            counts[rule][1] += len(made)
    verdicts: dict[str, list[bool]] = defaultdict(list)
    for judged in judgements:
        verdicts[judged.rule].append(judged.right)
    rows = [_row(rule, counts.get(rule, [0.0, 0.0]), verdicts.get(rule, [])) for rule in sorted({*counts, *verdicts})]
    return table(("rule", "claims", "matched by gold", "judged", "right"), rows)


def _row(rule: str, count: list[float], verdicts: list[bool]) -> tuple[str, ...]:
    matched = f"{count[0] / count[1]:.2f}" if count[1] else ""
    right = f"{sum(verdicts) / len(verdicts):.2f}" if verdicts else ""
    return rule, f"{count[1]:.0f}", matched, str(len(verdicts)), right


def _by_threshold(claims: Sequence[tuple[float, Judged]]) -> str:
    """Of claims of articles that were left out: how many reach a confidence, and how many of these are right."""
    groups = {
        "all": claims,
        "asserted": [(c, j) for c, j in claims if "status asserted" in j.signs],
        "by the article itself": [(c, j) for c, j in claims if "status asserted, account of the article" in j.signs],
    }
    rows = []
    for least in (0.0, *_THRESHOLDS):
        kept = [[j.right for c, j in group if c >= least] for group in groups.values()]
        shares = (f"{sum(k)}/{len(k)} = {sum(k) / len(k):.2f}" if k else "" for k in kept)
        rows.append((f"{least:.2f}", *shares))
    return table(("confidence at least", *(f"{name}, right" for name in groups)), rows)


if __name__ == "__main__":
    main()
