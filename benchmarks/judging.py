"""Claims read one by one: sheets for readers, and their verdicts for `benchmarks.confidence`.

    python -m benchmarks.judging draw TEXTS SHEETS [--claims N] [--seed N] [--readers N]
    python -m benchmarks.judging collect SHEETS [--reader NAME] [--tuned]

TEXTS is a folder of articles as `.txt`. `draw` takes N of their claims at random and writes SHEETS/sheet-1.txt and so
on, each article with its claims, and SHEETS/claims.jsonl, what is known of each. A reader writes SHEETS/verdicts-1.txt:
a line for each claim, its number, a tab, "right" or "wrong". `collect` adds the verdicts to judgements.jsonl; --tuned
says that rules have been written or mended on these articles, which makes their claims righter than those of others.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from spacy.tokens import Doc

from benchmarks.reading import read_lexicon
from extractors.assembly import claims_of
from extractors.confidence import signs_of
from extractors.entities import Entities
from extractors.pipeline import discourse_of, load_pipeline
from extractors.stand_ins import parse
from ontology import BASE, Article, Claim, Lexicon, Node, Qualifier
from ontology import Literal as Value

__all__ = ["JUDGEMENTS", "TUNED", "Judged", "collect", "draw", "read_judgements", "write_judgements"]

JUDGEMENTS = Path(__file__).with_name("judgements.jsonl")
# A sign of the articles, not of the claims: it takes up what mended rules owe to the articles that they were mended on.
TUNED = "rules were mended on the article"


@dataclass(frozen=True)
class Judged:
    """A verdict of a reader on a claim, and the signs that the claim had."""

    claim: str
    reader: str
    right: bool
    signs: tuple[str, ...]

    @property
    def rule(self) -> str:
        """The rule that made the claim."""
        return next(s.removeprefix("rule ") for s in self.signs if s.startswith("rule "))


def read_judgements(path: Path = JUDGEMENTS) -> list[Judged]:
    """All verdicts of a file; none where there is none. Its first line lists the signs that the others number."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ["[]"]
    signs, *rows = map(json.loads, lines)
    return [Judged(r["claim"], r["reader"], r["right"], tuple(signs[n] for n in r["signs"])) for r in rows]


def write_judgements(path: Path, judgements: Iterable[Judged]) -> None:
    """Write verdicts as `read_judgements` reads them, sorted by claim and reader."""
    rows = sorted(judgements, key=lambda j: (j.claim, j.reader))
    signs = sorted({sign for row in rows for sign in row.signs})
    numbers = {sign: n for n, sign in enumerate(signs)}
    records = ({**asdict(row), "signs": [numbers[s] for s in row.signs]} for row in rows)
    lines = (json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in (signs, *records))
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def draw(texts: Path, sheets: Path, claims: int, seed: int, readers: int) -> None:
    """Write sheets with a random sample of the claims of all articles, the same for the same seed."""
    found = [(name, text, *made) for name, text, claims_ in _read(texts) for made in claims_]
    picked = random.Random(seed).sample(found, min(claims, len(found)))
    picked.sort(key=lambda row: (row[0], row[2].evidence, row[2].iri))
    sheets.mkdir(parents=True, exist_ok=True)
    known = [{"number": n, "claim": c.iri, "signs": "; ".join(signs)} for n, (_, _, c, signs) in enumerate(picked)]
    (sheets / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in known), encoding="utf-8")
    share = -(-len(picked) // readers)
    for n in range(readers):
        rows = list(enumerate(picked))[n * share : (n + 1) * share]
        (sheets / f"sheet-{n + 1}.txt").write_text("\n".join(_sheet(rows)), encoding="utf-8")
    print(f"{len(picked)} of {len(found)} claims")


def _read(texts: Path) -> Iterator[tuple[str, str, list[tuple[Claim, tuple[str, ...]]]]]:
    nlp, lexicon = load_pipeline(), read_lexicon()
    for path in sorted(texts.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        (doc,) = parse([text], nlp, lexicon)
        yield path.stem, text, list(_with_signs(path.stem, text, doc, lexicon))


def _with_signs(name: str, text: str, doc: Doc, lexicon: Lexicon) -> Iterable[tuple[Claim, tuple[str, ...]]]:
    article = Article(f"{BASE}article/{name}", "", text)
    discourse, drafts, _ = discourse_of(doc, article, lexicon)
    found: dict[str, tuple[Claim, tuple[str, ...]]] = {}
    for draft, claim in claims_of(discourse, article, drafts, Entities(discourse, article, BASE)):
        found.setdefault(claim.iri, (claim, signs_of(discourse, draft, claim)))
    return found.values()


def _sheet(rows: Sequence[tuple[int, tuple[str, str, Claim, tuple[str, ...]]]]) -> Iterator[str]:
    for name, group in groupby(rows, key=lambda row: row[1][0]):
        claims = list(group)
        yield f"######## ARTICLE {name}\n\n{claims[0][1][1]}\n\n######## CLAIMS OF {name}\n"
        yield from (_described(number, claim) for number, (_, _, claim, _) in claims)


def _described(number: int, claim: Claim) -> str:
    said_by = ", ".join(s.name for s in claim.sources) or "the article itself"
    when = claim.time.value if claim.time else "-"
    lines = [
        f"[{number}] subject: {claim.subject.name}",
        f"relation: {claim.relation.label}",
        f"object: {_words(claim.object)}",
        f"status: {claim.status}, polarity: {claim.polarity}; said by: {said_by}; time: {when}",
        *(["qualifiers: " + "; ".join(map(_qualifier, claim.qualifiers))] if claim.qualifiers else []),
        f"taken from: “{claim.evidence.quote}”\n",
    ]
    return "\n    ".join(lines)


def _qualifier(qualifier: Qualifier) -> str:
    return f"{qualifier.relation.label}: {_words(qualifier.object)}"


def _words(end: Node) -> str:
    return end.value if isinstance(end, Value) else end.name


def collect(sheets: Path, reader: str, *, tuned: bool, path: Path = JUDGEMENTS) -> int:
    """Add the verdicts on sheets to a file of them, in place of earlier ones of that reader; how many there are."""
    known = {row["number"]: row for row in map(json.loads, (sheets / "claims.jsonl").read_text("utf-8").splitlines())}
    rows = {(j.claim, j.reader): j for j in read_judgements(path)}
    verdicts = dict(_verdicts(sheets))
    for number, right in verdicts.items():
        signs = (*known[number]["signs"].split("; "), *([TUNED] if tuned else []))
        rows[known[number]["claim"], reader] = Judged(known[number]["claim"], reader, right, signs)
    write_judgements(path, rows.values())
    return len(verdicts)


def _verdicts(sheets: Path) -> Iterator[tuple[int, bool]]:
    for path in sorted(sheets.glob("verdicts-*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            number, verdict, *_ = (*line.split("\t"), "", "")
            if verdict not in ("right", "wrong"):
                raise SystemExit(f"{path}: no verdict in {line!r}: NUMBER, a tab, right or wrong")
            yield int(number), verdict == "right"


def main() -> None:
    """Draw or collect."""
    parser = argparse.ArgumentParser(description="Claims read one by one.")
    acts = parser.add_subparsers(dest="act", required=True)
    drawing, collecting = acts.add_parser("draw"), acts.add_parser("collect")
    drawing.add_argument("texts", type=Path)
    drawing.add_argument("--claims", type=int, default=420)
    drawing.add_argument("--seed", type=int, default=0)
    drawing.add_argument("--readers", type=int, default=6)
    collecting.add_argument("--reader", default="a")
    collecting.add_argument("--tuned", action="store_true")
    for each in (drawing, collecting):
        each.add_argument("sheets", type=Path)
    given = parser.parse_args()
    if given.act == "draw":
        draw(given.texts, given.sheets, given.claims, given.seed, given.readers)
    else:
        print(collect(given.sheets, given.reader, tuned=given.tuned), "verdicts")


if __name__ == "__main__":
    main()
