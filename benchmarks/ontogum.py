"""Coreference in OntoGUM news: the CoNLL F1 with gold mentions, and with our own, exact or by their heads.

    python -m benchmarks.ontogum --data DIR [--misses]

DIR has `text/*.txt`, `dep/GUM_news_*.conllu` (for the heads) and `coref/GUM_news_*.conll`. Needs `scorch`.
Pronouns that nothing names are linked to one another, as the annotators link them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scorch import scores  # type: ignore[import-untyped,import-not-found,unused-ignore]
from spacy.tokens import Doc, Span

from benchmarks.reading import read_lexicon, read_texts
from benchmarks.results import interval, table, write_section
from extractors.coreference import Discourse, resolve
from extractors.mentions import Mention, find_mentions, strip_determiner
from extractors.noun_classes import noun_class
from extractors.phrases import subtree_span
from ontology import Lexicon

HEADING = "Coreference: OntoGUM news"
Place = tuple[int, int]
Clusters = list[set[Place]]


@dataclass(frozen=True)
class Article:
    """One article: our parse, its gold clusters over gold tokens, and where each gold token lies in our parse."""

    name: str
    doc: Doc
    clusters: Clusters
    heads: dict[Place, int]
    tokens: tuple[tuple[int, int], ...]

    def span(self, place: Place) -> Span:
        """Our tokens for some gold tokens."""
        found = self.doc.char_span(self.tokens[place[0]][0], self.tokens[place[1]][1], alignment_mode="expand")
        assert found is not None
        return found

    def place(self, start: int, end: int) -> Place:
        """The gold tokens that a stretch of characters touches."""
        inside = [i for i, (a, b) in enumerate(self.tokens) if a < end and start < b]
        return (inside[0], inside[-1]) if inside else (-1, -1)


def read_articles(data: Path, lexicon: Lexicon) -> Iterator[Article]:
    """All articles of a folder, parsed."""
    paths = sorted((data / "text").glob("*.txt"))
    docs = read_texts((p.read_text(encoding="utf-8") for p in paths), lexicon)
    for path, doc in zip(paths, docs, strict=True):
        words, clusters = parse_coreference(
            (data / "coref" / f"GUM_news_{path.stem}.conll").read_text(encoding="utf-8")
        )
        parents = parse_heads((data / "dep" / f"GUM_news_{path.stem}.conllu").read_text(encoding="utf-8"))
        places = [p for c in clusters for p in c]
        heads = {p: next((i for i in range(p[0], p[1] + 1) if not p[0] <= parents[i] <= p[1]), p[1]) for p in places}
        yield Article(path.stem, doc, clusters, heads, tuple(lay_out(doc.text, words)))


def parse_coreference(text: str) -> tuple[list[str], Clusters]:
    """The words of a CoNLL file and its clusters as (first, last) word."""
    words: list[str] = []
    opened: dict[str, list[int]] = {}
    clusters: dict[str, set[Place]] = {}
    for row in text.splitlines():
        columns = row.split("\t")
        if not row.strip() or row.startswith("#"):
            continue
        i = len(words)
        words.append(columns[1])
        for opens, name, closes in re.findall(r"(\(?)(\d+)(\)?)", columns[-1]):
            if opens:
                opened.setdefault(name, []).append(i)
            if closes:
                clusters.setdefault(name, set()).add((opened[name].pop(), i))
    return words, list(clusters.values())


def parse_heads(text: str) -> list[int]:
    """The head of every word of a CoNLL-U file, -1 for a root, counted over the document."""
    found: list[int] = []
    for sentence in text.split("\n\n"):
        rows = [r.split("\t") for r in sentence.splitlines() if re.match(r"\d+\t", r)]
        start = len(found)
        found += [start + int(r[6]) - 1 if int(r[6]) else -1 for r in rows]
    return found


def lay_out(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each word stands in the text."""
    at = 0
    for word in words:
        start = text.find(word, at)
        if start < 0 or start - at > 200:
            start = at
        yield start, start + len(word)
        at = start + len(word)


def own_clusters(article: Article, discourse: Discourse) -> Clusters:
    """Our referents as clusters of maximal phrases; those of one mention only are none."""
    found = []
    for referent in discourse.referents:
        spans = [
            phrase(article.doc, m) for m in (*referent.mentions, *referent.guesses) if not _is_part(article.doc, m)
        ]
        places = {article.place(s.start_char, s.end_char) for s in spans} - {(-1, -1)}
        found.append(places)
    return [c for c in disjoint(found) if len(c) > 1]


def _is_part(doc: Doc, mention: Mention) -> bool:
    """Whether the annotators take a mention as part of another: an apposition, a relative pronoun."""
    token = doc[mention.head]
    return (token.dep_ == "appos" and token.i > token.head.i) or token.tag_ in ("WP", "WDT", "WP$")


def phrase(doc: Doc, mention: Mention) -> Span:
    """A mention with all that belongs to it, as the annotators bracket phrases: relative clause, apposition, "'s"."""
    head = doc[mention.head]
    if mention.kind == "pronoun":
        return doc[mention.start : mention.end]
    start, end = mention.start, mention.end
    if head.dep_ not in ("compound", "nmod") and start <= head.i < end:
        whole = subtree_span(head)
        outside = [c.left_edge.i for c in head.children if c.dep_ in _OUTSIDE and c.i > head.i and c.i >= end]
        start, end = min(whole.start, start), max(min([whole.end, *outside]), end)
    while end - 1 > head.i and doc[end - 1].is_punct:
        end -= 1
    return doc[start : end + (end < len(doc) and doc[end].tag_ == "POS")]


_OUTSIDE = frozenset("cc conj advcl npadvmod ccomp preconj".split())


def disjoint(clusters: Clusters) -> Clusters:
    """Each place in one cluster only, the first that has it."""
    seen: set[Place] = set()
    found = []
    for cluster in clusters:
        found.append(cluster - seen)
        seen |= cluster
    return found


def gold_mentions(article: Article, lexicon: Lexicon) -> dict[Mention, Place]:
    """The gold mentions as mentions of ours: the same kind and name where we found one, else what the words show."""
    ours = find_mentions(article.doc, lexicon)
    found: dict[Mention, Place] = {}
    for place in sorted({p for c in article.clusters for p in c}):
        span = article.span(place)
        head = article.span((article.heads[place], article.heads[place])).root
        same = next(
            (
                m
                for m in ours
                if m.head == head.i or (m.kind == "name" and m.start <= head.i < m.end and m.start >= span.start)
            ),
            None,
        )
        if same is None or same in found:
            kind = "pronoun" if span.root.pos_ == "PRON" and len(span) == 1 else "nominal"
            same = Mention(
                span.start,
                span.end,
                head.i,
                "pronoun" if kind == "pronoun" else "nominal",
                strip_determiner(span) or span.text,
                noun_class(head, lexicon),
            )
        while same in found:
            same = replace(same, text=f"{same.text} ")
        found[same] = place
    return found


def other_names(article: Article, gold: Iterable[Mention], lexicon: Lexicon) -> list[Mention]:
    """The names that are no gold mentions of their own: "their child, Anna" is one, yet it says who Anna is.

    They are read with the rest of the text and are not counted.
    """
    taken = {i for m in gold for i in (range(m.start, m.end) if m.kind == "name" else (m.head,))}
    names = (m for m in find_mentions(article.doc, lexicon) if m.kind == "name")
    return [m for m in names if taken.isdisjoint(range(m.start, m.end))]


def with_gold(article: Article, lexicon: Lexicon) -> Clusters:
    """What we make of the gold mentions."""
    places = gold_mentions(article, lexicon)
    known = sorted([*places, *other_names(article, places, lexicon)])
    discourse = resolve(article.doc, lexicon, mentions=known, strangers=True)
    found = disjoint([{places[m] for m in (*r.mentions, *r.guesses) if m in places} for r in discourse.referents])
    seen = {p for c in found for p in c}
    return [c for c in found if c] + [{p} for p in sorted(places.values()) if p not in seen]


def by_heads(article: Article, clusters: Clusters) -> Clusters:
    """Our clusters with the gold mention in place of each mention that has its head."""
    wanted: dict[int, list[Place]] = {}
    for place, head in sorted(article.heads.items()):
        wanted.setdefault(head, []).append(place)
    exact = set(article.heads)
    used: set[Place] = {p for c in clusters for p in c if p in exact}
    found = []
    for cluster in clusters:
        moved = set()
        for place in sorted(cluster):
            free = [
                p
                for head, ps in wanted.items()
                if place[0] <= head <= place[1] and own_head(article, place) == head
                for p in ps
                if p not in used
            ]
            nearest = min(free, key=lambda p: abs(p[0] - place[0]) + abs(p[1] - place[1]), default=place)
            moved.add(place if place in exact else nearest)
            used |= {nearest}
        found.append(moved)
    return disjoint(found)


def own_head(article: Article, place: Place) -> int:
    """The gold token that heads a phrase of ours in our parse."""
    root = article.span(place).root
    return article.place(root.idx, root.idx + len(root))[0]


def parts(gold: Clusters, ours: Clusters) -> tuple[float, ...]:
    """Numerators and denominators of MUC, B cubed and CEAF-e, which add up over documents."""
    sizes = (
        [sum(len(c) - 1 for c in side) for side in (gold, ours)],
        [sum(map(len, side)) for side in (gold, ours)],
        [len(side) for side in (gold, ours)],
    )
    found: list[float] = []
    for metric, (in_gold, in_ours) in zip((scores.muc, scores.b_cubed, scores.ceaf_e), sizes, strict=True):
        recall, precision, _ = metric(gold, ours)
        found += [recall * in_gold, in_gold, precision * in_ours, in_ours]
    return tuple(found)


def conll(rows: Sequence[tuple[float, ...]]) -> float:
    """The mean of MUC, B cubed and CEAF-e over all documents as one."""
    sums = [sum(column) for column in zip(*rows, strict=True)]
    f1s = []
    for at in range(0, len(sums), 4):
        recall, precision = sums[at] / (sums[at + 1] or 1), sums[at + 2] / (sums[at + 3] or 1)
        f1s.append(2 * recall * precision / (recall + precision or 1))
    return float(sum(f1s) / len(f1s))


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description="Coreference over OntoGUM news.")
    parser.add_argument("--data", type=Path, required=True)
    given = parser.parse_args()
    lexicon = read_lexicon()
    articles = list(read_articles(given.data, lexicon))
    own = [own_clusters(a, resolve(a.doc, lexicon, strangers=True)) for a in articles]
    systems = {
        "gold mentions": [parts(a.clusters, with_gold(a, lexicon)) for a in articles],
        "own mentions, exact": [parts(a.clusters, o) for a, o in zip(articles, own, strict=True)],
        "own mentions, by head": [parts(a.clusters, by_heads(a, o)) for a, o in zip(articles, own, strict=True)],
    }
    rows = [
        (name, f"{conll(found):.3f}", "{:.3f} to {:.3f}".format(*interval(found, conll)))
        for name, found in systems.items()
    ]
    body = table(("CoNLL F1", "figure", "95% interval"), rows)
    size = f"{len(articles)} Wikinews articles, {sum(len(a.heads) for a in articles)} mentions."
    write_section(HEADING, f"{size}\n\n{body}\n\nMade by `python -m benchmarks.ontogum`.")
    print(body)


if __name__ == "__main__":
    main()
