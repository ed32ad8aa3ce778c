"""One pipeline for all tables of this folder, and claims as lines that a table can hold.

A line is `subject | relation | object`. What is not asserted by the article itself has its status behind it, and its
sources, innermost first: `| planned`, `| denied | the mayor`. `not` before a status other than denied tells a negative
("asked not to"), `@ 2023-03-17` at the end the time. A row of a table is a text, then lines that must be among its
claims and, after `never`, lines that must not; `*` stands for anything, and a line without a time fits any time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fnmatch import fnmatchcase
from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractors.coreference import Discourse, resolve
from extractors.pipeline import load_pipeline, read_doc
from extractors.repairs import repair
from extractors.stand_ins import parse
from ontology import Article, Claim, Entity, Lexicon, Node, Reading, load_ontology

MONDAY = dt.date(2023, 3, 20)

Reader = Callable[..., Reading]
Check = Callable[..., None]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon(load_ontology())


@pytest.fixture(scope="session")
def parsed(nlp: Language, lexicon: Lexicon) -> Callable[[str], Doc]:
    """A text as the extractors get it."""
    return lambda text: next(parse([text], nlp, lexicon))


@pytest.fixture(scope="session")
def discourse(parsed: Callable[[str], Doc], lexicon: Lexicon) -> Callable[[str], Discourse]:
    """The discourse of a text, read on a Monday."""
    return cache(lambda text: resolve(repair(parsed(text), lexicon), lexicon, MONDAY))


@pytest.fixture(scope="session")
def reading(parsed: Callable[[str], Doc], lexicon: Lexicon) -> Reader:
    """The reading of a text, published on a Monday unless the test says otherwise."""

    def read(text: str, published: dt.date | None = MONDAY) -> Reading:
        return read_doc(parsed(text), Article("urn:article", "", text, published), lexicon)

    return cache(read)


@pytest.fixture(scope="session")
def check(reading: Reader) -> Check:
    """Compare the claims of a text with the lines of its row."""

    def compare(text: str, *rows: str, published: dt.date | None = MONDAY) -> None:
        found = [line(claim) for claim in reading(text, published).claims]
        timeless = {f.split(" @ ")[0] for f in found}
        wanted = [r for r in rows if not r.startswith("never ")]
        missing = [r for r in wanted if not any(fnmatchcase(f, r) for f in {*found, *timeless})]
        patterns = [r.removeprefix("never ") for r in rows if r.startswith("never ")]
        wrong = [f for f in sorted({*found, *timeless}) if any(fnmatchcase(f, p) for p in patterns)]
        assert not missing, "\n".join(["", "missing:", *missing, "found:", *found])
        assert not wrong, "\n".join(["", "wrong:", *wrong])

    return compare


def line(claim: Claim) -> str:
    """A claim as a table has it."""
    parts = [claim.subject.name, claim.relation.label, words(claim.object)]
    negative = claim.polarity == "negative" and claim.status != "denied"
    if claim.status != "asserted" or claim.sources or negative:
        parts.append(f"not {claim.status}" if negative else claim.status)
    if claim.sources:
        parts.append(", ".join(s.name for s in claim.sources))
    return " | ".join(parts) + (f" @ {claim.time.value}" if claim.time else "")


def words(node: Node) -> str:
    return node.name if isinstance(node, Entity) else node.value
