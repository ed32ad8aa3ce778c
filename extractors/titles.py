"""Titles: names of works and things that capitals alone would cut: "The Lady in London is a novel", "\"Lay It Down\"".

Only where a user's ontology is about such things: news has few, and scare quotes in plenty.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors.capitals import CALENDAR
from ontology import Lexicon

__all__ = ["find_titles"]

_SMALL = frozenset(
    "a an the of in on at to for from with by and or but nor as is vs vs. into over under de la le les el du des der "
    "die das von van y e et da do 'n' n not my your his her our their it you me up out".split()
)
_PREDICATES = frozenset("is was are were stars won received has features".split())
_AMOUNTS = frozenset(("TIME", "PERCENT", "MONEY", "QUANTITY"))
_PLACING = frozenset("in from near ,".split())
_PARTICIPLES = frozenset(
    "written directed published produced created founded located composed recorded performed developed".split()
)
_AFTER_NOUN = frozenset(
    "by in of for about from with on at to that which who whose based set and , . ; ( starring featuring".split()
)
_OPENING, _CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
_LONGEST = 12


def find_titles(doc: Doc, lexicon: Lexicon) -> list[Span]:
    """Quoted titles, what stands before the first predicate of a sentence, and names with a number behind them."""
    return [*_quoted(doc), *_leading(doc, lexicon), *_numbered(doc)]


def _quoted(doc: Doc) -> Iterator[Span]:
    """A title in quotation marks: every word of weight has a capital."""
    start = None
    for token in doc:
        if start is None and token.text in _OPENING and token.i + 1 < len(doc) and not doc[token.i + 1].is_space:
            start = token.i + 1
        elif start is not None and token.text in _CLOSING and token.i > start:
            end = token.i - 1 if doc[token.i - 1].text in (",", ".") else token.i
            if end > start and _is_title(doc[start:end]):
                yield doc[start:end]
            start = None


def _is_title(span: Span) -> bool:
    words = [t for t in span if any(c.isalnum() for c in t.text)]
    if not words or len(span) > _LONGEST or not (words[0].text[0].isupper() or words[0].text[0].isdigit()):
        return False
    last = words[-1].text
    return (last[0].isupper() or last[0].isdigit()) and all(
        t.text[0].isupper() or t.text[0].isdigit() or t.lower_ in _SMALL or t.text.startswith(("'", "’")) for t in words
    )


def _leading(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    """What stands before the first predicate of a sentence, or before the brackets or the participle that follow it."""
    for first in (0, *(t.i + 1 for t in doc if "\n" in t.text or (t.text == "." and t.i + 1 < len(doc)))):
        cut = _cut(doc, first)
        if cut is None:
            continue
        end = cut - 1 if doc[cut - 1].text == "," else cut
        start = first + 1 if doc[first].text in _OPENING else first
        end -= int(doc[end - 1].text in _CLOSING)
        if start >= end or not _is_title(doc[start:end]) or any(t.text in (";", ".") for t in doc[start : end - 1]):
            continue
        work = _is_work(doc, cut, lexicon)
        start += int(doc[start].lower_ in ("the", "a", "an") and not work)
        if not work and any(t.lower_ in _PLACING for t in doc[start:end]):
            continue  # "Elm Academy in Bergen, Norway has"
        if start < end and not _is_common(doc[start:end], lexicon):
            yield doc[start:end]


def _cut(doc: Doc, first: int) -> int | None:
    """Where a name at the head of a sentence must end: before a predicate, brackets or a participle."""
    for i in range(first + 1, min(len(doc), first + _LONGEST)):
        word = doc[i].text
        if (
            i == first + 1
            and word in ("by", "in", "at", "for", "on", "with")
            and doc[first].text.endswith(("ed", "en", "n", "t"))
        ):
            return None  # "Operated by Northline, Elm Airport is"
        if word in _PREDICATES or word == "(":
            return i
        if word in _PARTICIPLES and not (doc[first].is_stop and doc[first].lower_ not in ("the", "a", "an")):
            return i
    return None


def _is_common(span: Span, lexicon: Lexicon) -> bool:
    """One word that is a noun, a pronoun or an adjective of a country."""
    text = span.text.lower()
    return len(span) == 1 and (
        span[0].is_stop or text in lexicon.words("noun") or span.text in lexicon.words("demonym")
    )


def _is_work(doc: Doc, cut: int, lexicon: Lexicon) -> bool:
    """Whether what follows the copula says that it is a work: then its article belongs to its name."""
    while cut < len(doc) and doc[cut].text not in _PREDICATES:
        cut += 1
    nouns, ontology = lexicon.words("noun"), lexicon.ontology
    works = ontology.iri("schema:CreativeWork"), ontology.iri("schema:Product")
    for token in doc[cut + 1 : cut + 12]:
        if token.lower_ in _AFTER_NOUN:
            return False
        if token.lower_ in nouns and ontology.is_a(nouns[token.lower_], *works):
            return True
    return False


def _numbered(doc: Doc) -> Iterator[Span]:
    """ "Apollo 9", "Commodore 64", "103 Hera": a short number beside a capitalised word that is no month."""
    for token in doc:
        year = token.ent_type_ == "DATE" and len(token.text) == 4
        if token.text.isdigit() and len(token.text) < 6 and not year and token.ent_type_ not in _AMOUNTS:
            start = end = token.i
            while start > 0 and _names(doc[start - 1]) and token.i - start < 3:
                start -= 1
            while start == token.i and end + 1 < len(doc) and _names(doc[end + 1]) and end - token.i < 3:
                end += 1
            if start < token.i or end > token.i:
                yield doc[start : end + 1]


def _names(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.is_alpha
        and not token.is_stop
        and token.lower_ not in CALENDAR
        and token.ent_type_ != "DATE"
    )
