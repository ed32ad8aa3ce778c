"""When two names are one: surnames, short forms, acronyms, and probable misspellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein
from spacy.tokens import Doc, Span, Token

from ontology import Lexicon, without_accents

__all__ = [
    "COMMON_FIRST",
    "find_joint_bodies",
    "find_spelt_out",
    "is_acronym_of",
    "is_misspelling",
    "is_short_form",
    "is_short_person",
]

_SMALL = frozenset("of the for and in on at to a an de la le & to".split())

# First words that many bodies share: they single out none.
COMMON_FIRST = frozenset(
    "north south east west northern southern eastern western central national international royal united general "
    "global world public free first new old great greater upper lower young social democratic liberal people people's "
    "daily sunday local federal state british american european american african asian holy sacred".split()
)
_LINKS = frozenset("and of for the & in".split())
_OWNING = ("'", "’", "'s", "’s")


def _words(name: str) -> list[str]:
    """The words of a name without accents, which one paper sets and another leaves out."""
    return [w for w in re.findall(r"[\w&.]+", without_accents(name.lower())) if w != "the"]


def _numbers(name: str) -> list[str]:
    """The numbers of a name: another number, or one more, is another thing."""
    return re.findall(r"\d+", name)


def is_short_person(short: str, full: str) -> bool:
    """Whether one person's name is a part of another: a surname, a given name, or the name without a middle one.

    >>> is_short_person("Brandt", "Anna Brandt")
    True
    """
    few, many = _words(short), _words(full)
    if not few or len(few) > len(many) or _numbers(short) != _numbers(full):
        return False
    if few == many:
        return True
    if len(few) == 1:
        # "Holm" of "Anna Holm-Brandt"
        half = many[-2:-1] if re.search(r"\w-\w+$", full) else []
        return len(few[0]) > 1 and few[0] in (many[0], many[-1], *half)
    # "Inés Carolina Valderrama Soto" is "Inés Valderrama": a second surname may be left out.
    surnames = many[-2:] if len(many) > 2 else many[-1:]
    return (few[0] == many[0] and few[-1] in surnames) or few == many[-len(few) :]


def is_short_form(short: str, full: str) -> bool:
    """Whether an organisation's or place's name shortens another: its beginning or its end, in two words or more.

    A single shared word is not enough: "North Korea" and "South Korea" are two.

    >>> is_short_form("State Department", "US State Department"), is_short_form("Korea", "North Korea")
    (True, False)
    """
    few, many = _words(short), _words(full)
    if few == many:
        return True
    content = [w for w in few if w not in _SMALL]
    if len(few) >= len(many) or not content or _numbers(short) != _numbers(full):
        return False
    # "Northline Ferries" for "Northline Coastal Ferries"
    if len(few) == 2 and len(many) == 3 and (few[0], few[1]) == (many[0], many[2]) and few[0] not in COMMON_FIRST:
        return True
    if len(content) == 1 or (few[-1].isdigit() and few != many[-len(few) :]):
        return False  # "Navigator 6" is not "the Navigator 6 Show"
    if len([w for w in many if w not in _SMALL]) - len(content) > 1:
        return False
    return few == many[: len(few)] or few == many[-len(few) :]


def is_acronym_of(short: str, full: str) -> bool:
    """Whether the letters of one name are the initials of the other.

    >>> is_acronym_of("NHS", "National Health Service"), is_acronym_of("MoD", "Ministry of Defence")
    (True, True)
    """
    if _numbers(short) != _numbers(full):
        return False
    letters = re.sub(r"[^A-Za-z]", "", short)
    initials = "".join(w[0] for w in re.findall(r"\w+", full) if w not in _SMALL)
    every = "".join(w[0] for w in re.findall(r"\w+", full) if w != "the")
    if len(letters) < 2 or len(initials) < 2 or " " in short:
        return False
    return letters == every or (letters.isupper() and letters in (initials.upper(), every.upper()))


def find_spelt_out(doc: Doc) -> Iterator[Span]:
    """ "Elm and Carrow District Council (ECDC)": one name, where the letters behind it stand for all of its words."""
    for token in doc[:-2]:
        letters = doc[token.i + 1].text
        if token.text != "(" or doc[token.i + 2].text != ")" or not letters.isupper() or len(letters) < 3:
            continue
        start = token.i
        while start and (doc[start - 1].text[:1].isupper() or doc[start - 1].lower_ in (*_LINKS, *_OWNING)):
            start -= 1
            if doc[start].text[0] == letters[0] and is_acronym_of(letters, doc[start : token.i].text):
                yield doc[start : token.i]
                break


def find_joint_bodies(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    """ "the Elm and Carrow District Council", "Parks and Wildlife Service": one body of two names and a word for it.

    A first name that stands alone elsewhere is somebody's or somewhere's.
    """
    bodies = _bodies(lexicon)
    for joint in doc[1:-2]:
        first, start = doc[joint.i - 1], joint.i - 1
        before = doc[start - 1] if start else first
        if (
            joint.lower_ != "and"
            or not first.text.istitle()
            or (before != first and before.text[:1].isupper() and before.lower_ != "the")
        ):
            continue
        end = joint.i + 1
        while end < len(doc) and _goes_on(doc[end]):
            end += 1
        alone = any(t.text == first.text and t.i != first.i and t.nbor(1).lower_ != "and" for t in doc[:-1])
        if end - joint.i > 2 and doc[end - 1].text in bodies and not alone and first.ent_type_ not in ("PERSON", "GPE"):
            yield doc[start:end]


def _goes_on(token: Token) -> bool:
    return (token.text[:1].isupper() or token.text in ("'", "’")) and not token.is_sent_start


def _bodies(lexicon: Lexicon) -> set[str]:
    """The words for authorities, trusts and the like that end their names."""
    words = lexicon.words("nameWord")
    body = lexicon.ontology.iri("schema:Organization")
    return {w for w, kind in words.items() if kind in (body, lexicon.ontology.iri("schema:GovernmentOrganization"))}


def is_misspelling(name: str, known: str) -> bool:
    """Whether a name is probably a slip for another: long, the same beginning, one or two letters apart.

    >>> is_misspelling("Hansen", "Hanssen"), is_misspelling("Smith", "Jones")
    (True, False)
    """
    a, b = name.lower(), known.lower()
    if a.count(" ") != b.count(" ") or _numbers(a) != _numbers(b):
        return False
    if min(len(a), len(b)) < 5 or a == b or a[0] != b[0]:
        return False
    return DamerauLevenshtein.distance(a, b) <= (1 if min(len(a), len(b)) < 8 else 2)
