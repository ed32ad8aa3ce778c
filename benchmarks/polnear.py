"""Who says what in PolNeAR: attributions found by the overlap of their content, and the right source among them.

    python -m benchmarks.polnear --data DIR [--misses N]

DIR has `text/*.txt` and `attributions/*.ann` (brat standoff). A found attribution shares at least half of its content
with a gold one (Dice over characters, white space left out), each used once; its source is right where the token that
heads it lies in the gold source's span, or neither has one. What a quoted speaker says of others' words is left out, as
the annotators left it out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading import read_lexicon, read_texts
from benchmarks.results import Tally, line, table, write_section
from extractors.coreference import Discourse, resolve
from extractors.reported import attributions

HEADING = "Attribution: PolNeAR"
Span = tuple[int, int]


@dataclass(frozen=True)
class Said:
    """One attribution by character offsets."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def parse_annotations(text: str, raw: str) -> Iterator[Said]:
    """The attributions of a brat file that have content."""
    spans: dict[str, list[Span]] = {}
    events = []
    for row in text.splitlines():
        name, _, rest = row.partition("\t")
        if name.startswith("T"):
            places = rest.split("\t")[0].split(" ", 1)[1].split(";")
            spans[name] = [(int(a), int(b)) for a, b in (p.split() for p in places)]
        elif name.startswith("E"):
            events.append([part.split(":") for part in rest.split()])
    for event in events:
        parts: dict[str, set[int]] = {"Source": set(), "Cue": set(), "Content": set()}
        for role, name in event:
            kind = role.rstrip("0123456789")
            if kind in parts:
                parts[kind] |= characters(raw, spans[name])
        if parts["Content"]:
            yield Said(frozenset(parts["Source"]), frozenset(parts["Cue"]), frozenset(parts["Content"]))


def first_annotation(data: Path, stem: str) -> Path:
    """The annotation of an article; the first annotator's where two read it."""
    return min((data / "attributions").glob(f"{stem}*.ann"))


def characters(raw: str, spans: list[Span]) -> frozenset[int]:
    """The offsets of the characters of some spans that are letters or digits."""
    return frozenset(i for start, end in spans for i in range(start, end) if raw[i : i + 1].isalnum())


def found_in(discourse: Discourse) -> Iterator[Said]:
    """Our attributions by characters."""
    doc, raw = discourse.doc, discourse.doc.text

    def of(tokens: frozenset[int]) -> frozenset[int]:
        return characters(raw, [(doc[i].idx, doc[i].idx + len(doc[i])) for i in sorted(tokens)])

    for a in attributions(discourse):
        if not a.nested:
            head = frozenset() if a.source is None else of(frozenset({a.source}))
            yield Said(head, of(frozenset({a.cue})), of(a.content))


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Twice the shared over the sum."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def pair(ours: list[Said], gold: list[Said]) -> list[tuple[Said, Said]]:
    """The best pairs first, each side once, at least half shared."""
    scored = sorted(
        ((dice(o.content, g.content), i, j) for i, o in enumerate(ours) for j, g in enumerate(gold)),
        key=lambda x: (-x[0], x[1:]),
    )
    used_ours: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for value, i, j in scored:
        if value >= 0.5 and i not in used_ours and j not in used_gold:
            used_ours.add(i)
            used_gold.add(j)
            pairs.append((ours[i], gold[j]))
    return pairs


def right_source(ours: Said, gold: Said) -> bool:
    """Whether the head of our source lies in theirs, or neither has one."""
    return bool(ours.source & gold.source) if ours.source and gold.source else not ours.source and not gold.source


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description="Attributions over PolNeAR.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses", type=int, default=0, help="print so many of each kind of miss")
    given = parser.parse_args()
    lexicon = read_lexicon()
    rows: list[Tally] = []
    missed: list[tuple[str, Said]] = []
    spurious: list[tuple[str, Said]] = []
    wrong: list[tuple[str, Said]] = []
    paths = sorted((given.data / "text").glob("*.txt"))
    docs = read_texts((p.read_text(encoding="utf-8") for p in paths), lexicon)
    for path, doc in zip(paths, docs, strict=True):
        raw = doc.text
        gold = list(parse_annotations(first_annotation(given.data, path.stem).read_text(encoding="utf-8"), raw))
        ours = [s for s in found_in(resolve(doc, lexicon)) if s.content]
        pairs = pair(ours, gold)
        rows.append(
            Tally(len(pairs), len(ours), len(pairs), len(gold), sum(right_source(o, g) for o, g in pairs), len(pairs))
        )
        missed += [(raw, s) for s in gold if s not in [g for _, g in pairs]]
        spurious += [(raw, s) for s in ours if s not in [o for o, _ in pairs]]
        wrong += [(raw, o) for o, g in pairs if not right_source(o, g)]
    body = table(
        ("attributions", "figure", "95% interval"),
        [
            line("precision", rows, lambda t: t.precision),
            line("recall", rows, lambda t: t.recall),
            line("F1, content overlap at least .5", rows, lambda t: t.f1),
            line("right source among those found", rows, lambda t: t.share),
        ],
    )
    size = f"{len(rows)} articles, {sum(r.gold for r in rows)} attributions."
    write_section(HEADING, f"{size}\n\n{body}\n\nMade by `python -m benchmarks.polnear`.")
    print(body)
    for title, misses in (("MISSED", missed), ("SPURIOUS", spurious), ("SOURCE", wrong)):
        for raw, s in misses[:: max(1, len(misses) // given.misses)] if given.misses else ():
            print(title, "|", words(raw, s.source), "|", words(raw, s.cue), "|", words(raw, s.content)[:200])


def words(raw: str, places: frozenset[int]) -> str:
    """The text that a set of offsets spans."""
    return raw[min(places) : max(places) + 1].replace("\n", " ") if places else "-"


if __name__ == "__main__":
    main()
