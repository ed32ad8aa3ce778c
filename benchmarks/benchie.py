"""Open information extraction by BenchIE's rule: precision, recall and F1 of surface triples.

    python -m benchmarks.benchie --data DIR [--misses N]

DIR has `sentences.tsv` and `gold.txt`. A triple is right if it equals a gold variant slot by slot, words in brackets
optional, case left aside; a cluster is found if one of its variants is said.
"""

from __future__ import annotations

import argparse
import re
from functools import cache
from pathlib import Path

from benchmarks.reading import read_lexicon, read_texts
from benchmarks.results import Tally, line, table, write_section
from extractors.coreference import resolve
from extractors.surface import surface_triples

HEADING = "Surface triples: BenchIE"
Variant = tuple[str, str, str]


def parse_gold(text: str) -> dict[str, dict[str, list[Variant]]]:
    """Sentence to cluster to variants."""
    found: dict[str, dict[str, list[Variant]]] = {}
    sentence = cluster = ""
    for row in text.splitlines():
        if row.startswith("sent_id:"):
            sentence = row.split("\t")[0].removeprefix("sent_id:")
            found[sentence] = {}
        elif "-->" in row and "Cluster" in row:
            cluster = row.split("-->", 1)[1].strip(" :")
            found[sentence].setdefault(cluster, [])
        elif row.strip():
            parts = [p.strip() for p in row.split("-->")]
            if len(parts) == 3:
                found[sentence][cluster].append((parts[0], parts[1], parts[2]))
    return found


@cache
def pattern(slot: str) -> re.Pattern[str]:
    """A gold slot as an expression over its words, each followed by a space."""
    pieces = []
    for optional, word in re.findall(r"\[([^\]]*)\]|(\S+)", slot):
        text = "".join(re.escape(w) + " " for w in (optional or word).lower().split())
        pieces.append(f"(?:{text})?" if optional else text)
    return re.compile("".join(pieces))


def says(triple: Variant, variant: Variant) -> bool:
    """Whether a triple of ours equals a gold variant, slot by slot."""
    return all(pattern(gold).fullmatch(_spaced(ours)) for ours, gold in zip(triple, variant, strict=True))


def _spaced(words: str) -> str:
    return "".join(word + " " for word in words.lower().split())


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description="Surface triples over BenchIE.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    gold = parse_gold((given.data / "gold.txt").read_text(encoding="utf-8"))
    sentences = [r.split("\t", 1) for r in (given.data / "sentences.tsv").read_text(encoding="utf-8").splitlines()]
    sentences = [s for s in sentences if s[0] in gold]
    lexicon = read_lexicon()
    rows = []
    for (name, sentence), doc in zip(sentences, read_texts((s[1] for s in sentences), lexicon), strict=True):
        ours = list(dict.fromkeys(t.texts() for t in surface_triples(resolve(doc, lexicon))))
        clusters = gold[name]
        right = [t for t in ours if any(says(t, v) for vs in clusters.values() for v in vs)]
        found = [c for c, vs in clusters.items() if any(says(t, v) for t in ours for v in vs)]
        rows.append(Tally(len(right), len(ours), len(found), len(clusters)))
        if given.misses:
            print(f"\n{name} {sentence}")
            print("".join(f"  {'+' if t in right else '-'} {' | '.join(t)}\n" for t in ours), end="")
            missed = [vs[0] for c, vs in clusters.items() if c not in found and vs]
            print("".join(f"  MISSED {' | '.join(v)}\n" for v in missed), end="")
    body = table(
        ("surface triples", "figure", "95% interval"),
        [
            line("precision", rows, lambda t: t.precision),
            line("recall", rows, lambda t: t.recall),
            line("F1", rows, lambda t: t.f1),
        ],
    )
    print(body)
    size = f"{len(rows)} sentences, {sum(r.gold for r in rows)} clusters."
    write_section(HEADING, f"{size}\n\n{body}\n\nMade by `python -m benchmarks.benchie`.")


if __name__ == "__main__":
    main()
