"""Ontologies as given: the triples of Text2KGBench, with lexicons derived from the labels of its ontologies.

    python -m benchmarks.text2kgbench --data FOLDER [--only NAME] [--misses] [--lexicon FILE] [--bare]

FOLDER has `wikidata_tekgen` and `dbpedia_webnlg`. Each ontology becomes Turtle without a lexicon and is read as
`--ontology` reads it; each sentence is an article. A triple is right where its three texts, without spaces, underscores
and capitals, are those of a gold triple. As its authors score, triples whose relation the sentence's gold does not have
are dropped, figures are means over the sentences of an ontology, then over ontologies; precision is given without the
dropping, too.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmarks.results import table, write_section
from extractors.pipeline import load_pipeline, read
from ontology import Article, Claim, Entity, Literal, Ontology, load_ontology
from ontology.vocabulary import CORE

HEADING = "Ontologies as given: Text2KGBench"
SPACE = "https://byline.example/benchmark/text2kgbench#"
SETS = {"wikidata_tekgen": "validation", "dbpedia_webnlg": "train"}
_GIVEN = (SPACE, "http://www.wikidata.org/prop/direct/")
_VALUES = {"number": "decimal", "string": "string", "date": "date", "year": "gYear"}

Row = tuple[str, str, str]


@dataclass(frozen=True)
class Sentence:
    """A sentence and its gold triples."""

    text: str
    gold: frozenset[Row]


@dataclass(frozen=True)
class Figures:
    """The means over the sentences of an ontology; `strict` is precision with no triple dropped."""

    name: str
    sentences: int
    precision: float
    recall: float
    f1: float
    strict: float


def turtle(found: dict[str, list[dict[str, str]]]) -> str:
    """An ontology of the benchmark as Turtle: classes, properties, labels, domains and ranges, and nothing else."""
    lines = [
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .",
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
    ]
    classes = {c["qid"]: c["label"].strip() for c in found["concepts"]}
    lines += [f"<{_iri(i)}> a owl:Class ; rdfs:label {json.dumps(label)} ." for i, label in classes.items()]
    for relation in found["relations"]:
        kind, range_ = _range(relation["range"], classes)
        domain = f" ; rdfs:domain <{_iri(relation['domain'])}>" if relation["domain"] in classes else ""
        label = json.dumps(relation["label"].strip(), ensure_ascii=False)
        lines.append(f"<{_iri(relation['pid'])}> a {kind} ; rdfs:label {label}{domain}{range_} .")
    return "\n".join(lines) + "\n"


def _iri(name: str) -> str:
    """A Wikidata identifier under its own IRI, whatever else under ours."""
    if re.fullmatch(r"Q\d+", name):
        return f"http://www.wikidata.org/entity/{name}"
    if re.fullmatch(r"P\d+", name):
        return f"http://www.wikidata.org/prop/direct/{name}"
    return SPACE + re.sub(r"[^\w-]", "-", name)


def _range(name: str, classes: dict[str, str]) -> tuple[str, str]:
    """The type of a property and its range, none where the ontology leaves it open."""
    if name in classes:
        return "owl:ObjectProperty", f" ; rdfs:range <{_iri(name)}>"
    if name.lower() in _VALUES:
        return "owl:DatatypeProperty", f" ; rdfs:range xsd:{_VALUES[name.lower()]}"
    return "rdf:Property", ""


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a file with all gold triples that it has for each."""
    gold: dict[str, set[Row]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = row.get("triples") or [{"sub": row["sub_label"], "rel": row["rel_label"], "obj": row["obj_label"]}]
        gold.setdefault(row["sent"], set()).update((t["sub"], t["rel"], t["obj"]) for t in found)
    return [Sentence(text, frozenset(triples)) for text, triples in gold.items()]


def normal(row: Row) -> Row:
    """A triple without spaces, underscores and capitals."""
    subject, relation, object_ = (re.sub(r"[_\s]+", "", text).lower() for text in row)
    return subject, relation, object_


def triples_of(claims: Sequence[Claim], ontology: Ontology, dated: bool) -> set[Row]:
    """The claims under properties of the ontology that the article asserts, as triples of texts."""
    own = {iri for iri, known in ontology.properties.items() if known.derived or iri.startswith(_GIVEN)}
    said = (c for c in claims if c.status == "asserted" and c.relation.iri in own)
    return {normal((c.subject.name, c.relation.label, _object(c.object, dated))) for c in said}


def _object(found: Entity | Literal, dated: bool) -> str:
    """An object as the gold writes it; TekGen writes a day as "07 December 2013" and a year as its first day."""
    if isinstance(found, Entity):
        return found.name
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", found.value)
    if not dated or match is None:
        return found.value
    return f"{match[3] or '01'} {_MONTHS[int(match[2] or 1) - 1]} {match[1]}"


_MONTHS = "January February March April May June July August September October November December".split()


def score(sentences: Sequence[Sentence], ours: Sequence[set[Row]]) -> tuple[float, float, float, float]:
    """Mean precision, recall and F1 with foreign relations dropped, and precision without."""
    rows = []
    for sentence, said in zip(sentences, ours, strict=True):
        gold = {normal(row) for row in sentence.gold}
        kept = {row for row in said if row[1] in {g[1] for g in gold}}
        right = len(gold & kept)
        precision, recall = right / len(kept) if kept else 0.0, right / len(gold)
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        rows.append((precision, recall, f1, right, len(said)))
    strict = sum(r[3] for r in rows) / max(sum(r[4] for r in rows), 1)
    return fmean(r[0] for r in rows), fmean(r[1] for r in rows), fmean(r[2] for r in rows), strict


def bare_core(folder: Path) -> Path:
    """The core modules copied without what the library of labels says, its terms kept."""
    for path in CORE.glob("*.ttl"):
        text = path.read_text(encoding="utf-8")
        kept = text[: text.index("\n[]")] if path.name == "labels.ttl" else text
        (folder / path.name).write_text(kept, encoding="utf-8")
    return folder


def measure(
    folder: Path, name: str, lexicon: Path | None, misses: bool, core: Path = CORE, only: str = ""
) -> Iterator[Figures]:
    """The figures of each ontology of one half of the benchmark, or of those with `only` in their names."""
    nlp = load_pipeline()
    paths = sorted((folder / name / "ontologies").glob("*.json"), key=lambda p: int(p.name.split("_")[0]))
    paths = [p for p in paths if only in name or only in p.stem]
    for path in paths:
        stem = path.stem.removesuffix("_ontology")
        with tempfile.TemporaryDirectory() as made:
            given = Path(made) / f"{stem}.ttl"
            given.write_text(turtle(json.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
            ontology = load_ontology((given, *([lexicon] if lexicon and stem in lexicon.stem else [])), core)
        sentences = read_sentences(folder / name / SETS[name] / f"ont_{stem}_{SETS[name]}.jsonl")
        articles = (Article(str(n), "", s.text) for n, s in enumerate(sentences))
        dated = name == "wikidata_tekgen"
        ours = [triples_of(r.claims, ontology, dated) for r in read(articles, nlp, ontology)]
        if misses:
            _print(sentences, ours)
        yield Figures(stem, len(sentences), *score(sentences, ours))


def _print(sentences: Sequence[Sentence], ours: Sequence[set[Row]]) -> None:
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for sentence, said in zip(sentences, ours, strict=True):
        for row in sentence.gold:
            gold[row[1]] += 1
            right[row[1]] += normal(row) in said
            if normal(row) not in said:
                kept = sorted(s for s in said if s[1] == normal(row)[1])
                print(f"MISS {row} {kept} | {sentence.text}")
    for relation, count in gold.most_common():
        print(f"REL {relation}: {right[relation]}/{count}")


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description="Ontologies as given, over Text2KGBench.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", default="", help="a half, or an ontology, by a part of its name")
    parser.add_argument("--lexicon", type=Path, help="a lexicon for the ontology whose name its own name holds")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--bare", action="store_true", help="without labels.ttl: by the rules for labels alone")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        print(_report(given, bare_core(Path(made)) if given.bare else CORE))


def _report(given: argparse.Namespace, core: Path) -> str:
    """The tables of the halves asked for, written down where nothing was left out or added."""
    body = ""
    for name, part in SETS.items():
        rows = list(measure(given.data, name, given.lexicon, given.misses, core, given.only))
        if not rows:
            continue
        body += f"{name}, {part} sentences, {sum(r.sentences for r in rows)} in all; "
        body += f"{ceiling(given.data, name):.2f} of the gold triples have both their ends in the sentence as the gold "
        body += f"writes them.\n\n{_table(rows)}\n\n"
    if not given.only and given.lexicon is None and core == CORE:
        write_section(HEADING, f"{body}Made by `python -m benchmarks.text2kgbench`.")
    return body


def ceiling(folder: Path, name: str) -> float:
    """The share of the gold triples whose subject and object both stand in their sentence, as the gold writes them."""
    found = []
    for path in sorted((folder / name / SETS[name]).glob("*.jsonl")):
        for sentence in read_sentences(path):
            (text, _, _) = normal((sentence.text, "", ""))
            found += [s in text and o in text for s, _, o in map(normal, sentence.gold)]
    return fmean(found)


def _table(rows: Sequence[Figures]) -> str:
    figures = [("precision", "recall", "f1", "strict")]
    lines = [(r.name, *(f"{getattr(r, f):.3f}" for f in figures[0]), str(r.sentences)) for r in rows]
    lines.append(("mean", *(f"{fmean(getattr(r, f) for r in rows):.3f}" for f in figures[0]), ""))
    return table(("ontology", "precision", "recall", "F1", "precision, none dropped", "sentences"), lines)


if __name__ == "__main__":
    main()
