"""Facts of fifteen properties over KnowledgeNet: text F1, no training.

    python -m benchmarks.knowledgenet --data FILE [--fold N] [--misses PROPERTY]

FILE has one document a line. A fact is right where a gold fact of its passage and property overlaps its subject
and its object; one that matches none is wrong where the passage was annotated for the property. As the annotators did,
a claim counts once for every pair of names or pronouns of its two ends in the passage. `knowledgenet.ttl` maps the
properties. The text between the passages is blanked, so pronouns may stand for strangers.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from benchmarks.reading import read_lexicon, read_texts
from benchmarks.results import Tally, line, table, total, write_section
from extractors.coreference import Discourse, resolve
from extractors.drafts import Draft
from extractors.factuality import circumstances
from extractors.pipeline import drafts_of
from extractors.referents import Referent
from ontology import Ontology

HEADING = "Fifteen properties: KnowledgeNet"
MAPPING = Path(__file__).with_name("knowledgenet.ttl")
KN = "https://byline.example/benchmark/knowledgenet#"
Span = tuple[int, int]


@dataclass(frozen=True)
class Fact:
    """A fact by the character spans of its ends."""

    property: str
    subject: Span
    object: Span


@dataclass(frozen=True)
class Passage:
    """A passage with its gold facts and the properties it was annotated for."""

    start: int
    end: int
    properties: frozenset[str]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Saying:
    """One way in which we say a property of KnowledgeNet."""

    name: str
    forward: frozenset[str]
    backward: frozenset[str]
    subject: str
    object: str
    literal: bool
    wordings: frozenset[str]


def read_mapping(path: Path = MAPPING) -> list[Saying]:
    """The mapping file."""
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)

    def values(node: ox.NamedNode | ox.BlankNode | ox.Triple, name: str) -> frozenset[str]:
        return frozenset(
            str(getattr(q.object, "value", "")) for q in store.quads_for_pattern(node, ox.NamedNode(KN + name), None)
        )

    found = []
    for quad in store.quads_for_pattern(None, ox.NamedNode(KN + "says"), None):
        node = quad.object
        assert isinstance(node, ox.BlankNode)
        assert isinstance(quad.subject, ox.NamedNode)
        one = {name: next(iter(values(node, name)), "") for name in ("subject", "object", "literal")}
        name = quad.subject.value.removeprefix(KN)
        found.append(
            Saying(
                name,
                values(node, "forward"),
                values(node, "backward"),
                one["subject"],
                one["object"],
                bool(one["literal"]),
                values(node, "wording"),
            )
        )
    return sorted(found, key=lambda s: (s.name, sorted(s.forward), sorted(s.backward)))


def read_documents(path: Path, fold: int | None) -> Iterator[tuple[str, list[Passage]]]:
    """Each document's text, its blanked stretches made line breaks, and its passages."""
    for row in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(row)
        if fold in (None, document["fold"]):
            passages = [_passage(p) for p in document["passages"]]
            text = re.sub(" {4,}", lambda m: "\n" + " " * (len(m[0]) - 1), document["documentText"])
            yield text, passages


def _passage(found: dict[str, object]) -> Passage:
    rows = json.loads(json.dumps(found))
    names = {p["propertyId"]: p["propertyName"] for p in rows["exhaustivelyAnnotatedProperties"]}
    facts = [
        Fact(
            names.get(f["propertyId"]) or f["humanReadable"].split("> <")[1],
            (f["subjectStart"], f["subjectEnd"]),
            (f["objectStart"], f["objectEnd"]),
        )
        for f in rows["facts"]
    ]
    return Passage(rows["passageStart"], rows["passageEnd"], frozenset(names.values()), tuple(facts))


def facts_of(discourse: Discourse, sayings: list[Saying]) -> Iterator[tuple[Fact, Draft]]:
    """Our facts, for each pair of mentions of the two ends in the sentence of the claim."""
    for draft in _with_places(discourse, list(drafts_of(discourse))):
        for saying in sayings:
            iri = draft.relation.iri
            if iri not in saying.forward | saying.backward or not _fits(discourse.lexicon.ontology, draft, saying):
                continue
            if circumstances(discourse, discourse.doc[draft.trigger]).negative != draft.negative:
                continue
            ends = spans_of(discourse, draft, draft.subject), spans_of(discourse, draft, draft.object)
            for s in ends[0]:
                for o in ends[1]:
                    subject, object_ = (s, o) if iri in saying.forward else (o, s)
                    if subject != object_:
                        yield Fact(saying.name, subject, object_), draft


def _with_places(discourse: Discourse, drafts: list[Draft]) -> Iterator[Draft]:
    """What is in a town is in its country, for the relations that the mapping says are so widened."""
    within = [d for d in drafts if d.relation.iri in _wider("through")]
    for draft in drafts:
        yield draft
        for other in within if draft.relation.iri in _wider("of") else ():
            if other.subject is draft.object and _line(discourse, other.trigger) == _line(discourse, draft.trigger):
                yield replace(draft, object=other.object)


@cache
def _wider(name: str) -> frozenset[str]:
    """The properties that the mapping gives for the widening of places."""
    store = ox.Store()
    store.bulk_load(path=str(MAPPING), format=ox.RdfFormat.TURTLE)
    found = store.quads_for_pattern(ox.NamedNode(f"{KN}wider"), ox.NamedNode(KN + name), None)
    return frozenset(str(getattr(q.object, "value", "")) for q in found)


def _fits(ontology: Ontology, draft: Draft, saying: Saying) -> bool:
    def of_class(end: object, wanted: str) -> bool:
        return not wanted or (isinstance(end, Referent) and bool(end.type) and ontology.is_a(end.type, wanted))

    words = not saying.wordings or draft.relation.lemma in saying.wordings
    return words and of_class(draft.subject, saying.subject) and of_class(draft.object, saying.object)


def spans_of(discourse: Discourse, draft: Draft, end: object) -> list[Span]:
    """Where an end of a claim is mentioned in the claim's line; a date where its words stand nearest."""
    doc, here = discourse.doc, discourse.doc[draft.trigger]
    first, last = _line(discourse, here.i)
    if isinstance(end, Referent):
        mentions = [m for m in end.mentions if first <= m.start < last]
        if mentions and all(m.kind == "nominal" for m in mentions):
            return []
        found = [doc[m.start : m.end] for m in mentions if m.kind != "nominal"]
        found = found or [doc[i : i + 1] for i in draft.tokens[-1:] if discourse.by_head.get(i) in (end, None)]
        heads = [
            i for i in range(first, last) if discourse.by_head.get(i) is end and doc[i].tag_ in ("WP", "WDT", "WP$")
        ]
        found += [doc[i : i + 1] for i in heads]
        return [(s.start_char, s.end_char) for s in found]
    year = re.search(r"\d{4}", str(getattr(end, "value", "")))
    times = [
        e for e in discourse.times if first <= e.start < last and (year is None or year[0] in doc[e.start : e.end].text)
    ]
    nearest = min(times, key=lambda e: (abs(e.start - here.i), e.start), default=None)
    span = doc[nearest.start : nearest.end] if nearest is not None else None
    return [(span.start_char, span.end_char)] if span is not None else []


def _line(discourse: Discourse, i: int) -> tuple[int, int]:
    doc = discourse.doc
    first, last = i, i
    while first > 0 and "\n" not in doc[first - 1].text:
        first -= 1
    while last < len(doc) and "\n" not in doc[last].text:
        last += 1
    return first, last


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def match(a: Fact, b: Fact) -> bool:
    """The same property between overlapping spans."""
    return a.property == b.property and overlap(a.subject, b.subject) and overlap(a.object, b.object)


def score(passages: list[Passage], ours: Iterable[Fact]) -> Iterator[tuple[str, Tally, list[Fact], list[Fact]]]:
    """For each passage and property: the counts, the gold facts missed, and our wrong ones."""
    unique = sorted(set(ours), key=lambda f: (f.property, f.subject, f.object))
    for passage in passages:
        mine = [
            f
            for f in unique
            if passage.start <= f.subject[0] < passage.end and passage.start <= f.object[0] < passage.end
        ]
        for name in sorted(passage.properties | {f.property for f in passage.facts}):
            gold = [g for g in passage.facts if g.property == name]
            said = [f for f in mine if f.property == name]
            missed = [g for g in gold if not any(match(f, g) for f in said)]
            wrong = [f for f in said if not any(match(f, g) for g in gold)] if name in passage.properties else []
            right = len(gold) - len(missed)
            yield name, Tally(right, right + len(wrong), right, len(gold)), missed, wrong


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description="Fifteen properties over KnowledgeNet.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--misses", help="print what was missed and wrongly said of a property")
    given = parser.parse_args()
    lexicon = read_lexicon()
    sayings = read_mapping()
    documents = list(read_documents(given.data, given.fold))
    rows: list[Tally] = []
    by_property: dict[str, Tally] = {}
    rules: Counter[tuple[str, bool]] = Counter()
    for (text, passages), doc in zip(documents, read_texts((d[0] for d in documents), lexicon), strict=True):
        found = dict(facts_of(resolve(doc, lexicon, strangers=True), sayings))
        scored = list(score(passages, found))
        rows.append(total([tally for _, tally, _, _ in scored]))
        for name, tally, missed, wrong in scored:
            by_property[name] = by_property.get(name, Tally()) + tally
            if name == given.misses:
                _print(text, passages, missed, wrong, {f: d.rule for f, d in found.items()})
            rules.update((found[f].rule, False) for f in wrong)
    body = table(
        ("facts", "figure", "95% interval"),
        [
            line("precision", rows, lambda t: t.precision),
            line("recall", rows, lambda t: t.recall),
            line("text F1", rows, lambda t: t.f1),
        ],
    )
    named = [
        (name.lower().replace("_", " "), f"{t.precision:.2f}", f"{t.recall:.2f}", f"{t.f1:.2f}", str(t.gold))
        for name, t in sorted(by_property.items())
    ]
    body += "\n\n" + table(("property", "precision", "recall", "F1", "facts"), named)
    print(body)
    print(rules.most_common())
    if given.fold is None:
        write_section(HEADING, f"{len(rows)} documents.\n\n{body}\n\nMade by `python -m benchmarks.knowledgenet`.")


def _print(text: str, passages: list[Passage], missed: list[Fact], wrong: list[Fact], rules: dict[Fact, str]) -> None:
    for title, facts in (("MISSED", missed), ("WRONG", wrong)):
        for f in facts:
            passage = next(p for p in passages if p.start <= f.subject[0] < p.end)
            ends = f"<{text[slice(*f.subject)]}> <{text[slice(*f.object)]}>"
            print(f"{title} {rules.get(f, '')} {ends} | {text[passage.start : passage.end]}")


if __name__ == "__main__":
    main()
