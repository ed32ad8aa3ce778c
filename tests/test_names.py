"""Whoever the people are, the claims are the same: the example article read again with every name in it changed."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from extractors import load_pipeline, read
from ontology import Article, Claim, Entity, Node, Reading, Time, load_ontology

TEXT = (Path(__file__).parent.parent / "examples" / "newbury.txt").read_text(encoding="utf-8")
PUBLISHED = dt.date(2023, 3, 20)
# Five persons (three women, then two men), two schools, an organisation, an inspectorate, two towns.
NAMES = """Flora Cooper, Ruth Perry, Julia Walters, Matt Rodda, Nick Gibb,
    John_Rankin, Caversham, Brighter_Futures_for_Children, Ofsted, Newbury, Reading"""
SETS = {
    "plain": """Emma Baker, Sarah Turner, Laura Hughes, Tom Harris, Paul Davies,
        Thomas_Hardy, Eastfield, Stronger_Families_for_Kent, Estyn, Swindon, Oxford""",
    "from elsewhere": """Amina Okafor, Priya Sharma, Ingrid Lindqvist, Diego Fernandez, Wei Zhang,
        Rosa_Luxemburg, Kilmarnock, Safer_Homes_for_Families, Skolverk, Leeds, Glasgow""",
    "words that mean something": """Grace Marsh, Hope Fields, Rose Young, Mark Banks, Grant Cook,
        William_Penn, Greenhill, New_Starts_for_Children, Ofqual, Bath, Sandwich""",
    "with hyphens and accents": """Zoë Pryce-Jones, Anaïs Dubois, Chloë O’Neill, Seán Byrne, René Müller,
        Bryn_Coch, Llandudno, Brighter_Days_for_Wales, Ofcom, Abergavenny, Cardiff""",
}

Content = tuple[object, ...]


def words(names: str) -> list[str]:
    """First and family names one by one, other names whole."""
    return [name.replace("_", " ") for name in names.replace(",", " ").split()]


def renaming(names: str) -> Callable[[str], str]:
    new = dict(zip(words(NAMES), words(names), strict=True))
    pattern = re.compile(rf"\b({'|'.join(sorted(map(re.escape, new), key=len, reverse=True))})\b")
    return lambda text: pattern.sub(lambda found: new[found[1]], text)


@cache
def pipeline() -> Language:
    return load_pipeline()


@cache
def reading(text: str) -> Reading:
    (found,) = read(
        [Article("https://x.example/a", text.splitlines()[0], text, PUBLISHED)], pipeline(), load_ontology()
    )
    return found


def claim_content(claim: Claim, say: Callable[[str], str]) -> Content:
    """Everything about a claim but its IRI and its offsets, the names in it changed."""

    def node(value: Node) -> Content:
        return (say(value.name), value.type) if isinstance(value, Entity) else (say(value.value), value.datatype)

    def when(time: Time | None) -> Content:
        return (time.value, time.precision) if time else ()

    qualifiers = sorted(str((q.relation.iri, node(q.object))) for q in claim.qualifiers)
    return (
        *(node(claim.subject), claim.relation.iri, node(claim.object), *qualifiers),
        *(claim.polarity, claim.modality.label, tuple(map(node, claim.sources)), when(claim.time)),
        *(say(claim.evidence.quote), claim.rule),
    )


def entity_content(entity: Entity, say: Callable[[str], str]) -> Content:
    return say(entity.name), entity.type, tuple(sorted(map(say, entity.aliases))), tuple(map(say, entity.misspellings))


def assert_same(expected: Iterable[Content], found: Iterable[Content]) -> None:
    wanted, got = Counter(expected), Counter(found)
    missing, surplus = sorted(map(str, (wanted - got).elements())), sorted(map(str, (got - wanted).elements()))
    assert (missing, surplus) == ([], [])


@pytest.mark.parametrize("names", SETS.values(), ids=SETS)
def test_the_entities_are_the_same_with_other_names(names: str) -> None:
    say = renaming(names)
    expected = [entity_content(e, say) for e in reading(TEXT).entities]
    assert_same(expected, [entity_content(e, str) for e in reading(say(TEXT)).entities])


@pytest.mark.parametrize("names", SETS.values(), ids=SETS)
def test_the_claims_are_the_same_with_other_names(names: str) -> None:
    say = renaming(names)
    expected = [claim_content(c, say) for c in reading(TEXT).claims]
    assert_same(expected, [claim_content(c, str) for c in reading(say(TEXT)).claims])


def test_every_name_is_changed() -> None:
    changed = renaming(SETS["plain"])(TEXT)
    assert not [name for name in words(NAMES) if name in changed]
    assert all(name in TEXT for name in words(NAMES))
