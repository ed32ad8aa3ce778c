"""Titles: names of works and things that capitals alone would cut: "The Lady in London is a novel", "\"Lay It Down\"".

Only where a user's ontology is about such things: news has few, and scare quotes in plenty.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors.capitals import CALENDAR
from extractors.numbered_names import find_numbered
from ontology import Lexicon
from ontology.inflection import base_verbs, is_participle
from ontology.lexicon import PREPOSITIONS

__all__ = ["find_titles"]

_SMALL = frozenset(
    "a an the of in on at to for from with by and or but nor as is vs vs. into over under de la le les el du des der "
    "per die das von van y e et da do 'n' n not my your his her our their it you me up out".split()
)
_PREDICATES = frozenset(
    "is was are were stars won received has features appears appeared aired premiered debuted tells follows depicts "
    "reached peaked contains consists concerns".split()
)
_PLACING = frozenset("in from near".split())
_PARTICIPLES = frozenset(
    "written directed published produced created founded located composed recorded performed developed".split()
)
_AFTER_NOUN = frozenset(
    "by in of for about from with on at to that which who whose based set and , . ; ( starring featuring".split()
)
_OPENING, _CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
_ELSEWHERE = frozenset("GPE LOC FAC ORG PERSON DATE TIME EVENT".split())
_LONGEST = 12
_JOINING = frozenset("of over the a an de del la le les el los du des der die von to my your".split())
_DESCRIBING = frozenset("which who a an the known also formerly originally".split())
_SINGULAR = frozenset("is was has".split())
# What opens a clause or says when in front of a name: "After Anna Brandt was", "However, Harbour was".
_NEVER_NAMING = frozenset("though although during throughout".split())
_SUBORDINATING = frozenset("after before while when since until because despite".split())
_OPENING_ADVERBS = frozenset("however also later then again thus initially originally eventually meanwhile".split())
_SAID = 10


def find_titles(doc: Doc, lexicon: Lexicon) -> list[Span]:
    """Quoted titles, what stands before the first predicate of a sentence, and names with a number in them."""
    return [*_quoted(doc), *_leading(doc, lexicon), *_after_kinds(doc, lexicon), *_articled(doc), *find_numbered(doc)]


def _articled(doc: Doc) -> Iterator[Span]:
    """ "the singer of The Harbours": an article with a capital inside a sentence belongs to the name."""
    for token in doc[1:-1]:
        if token.text != "The" or not (token.nbor(-1).is_alpha and token.nbor(-1).is_lower):
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].text[:1].isupper() and doc[end].is_alpha and doc[end].lower_ not in CALENDAR:
            end += 1
        if end > token.i + 1:
            yield doc[token.i : end]


def _after_kinds(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    """ "the album, Songs of the Harbour": what stands right behind the word for the work that it is."""
    nouns, ontology = lexicon.words("noun"), lexicon.ontology
    for token in doc[:-1]:
        kind = nouns.get(token.lower_, "")
        if not kind or not ontology.is_a(kind, ontology.iri("schema:CreativeWork")):
            continue
        start = end = token.i + 2 if token.nbor(1).text == "," else token.i + 1
        while end < len(doc) and end - start < _LONGEST and _continues(doc[end]):
            end += 1
        while end > start and not doc[end - 1].text[0].isupper():
            end -= 1
        if end - start > 1 and doc[start].text[0].isupper():
            yield doc[start:end]


def _continues(token: Token) -> bool:
    dated = token.ent_type_ == "DATE" or token.lower_ in CALENDAR
    if token.lower_ == "on" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "a":
        return True  # "the film Death on a Harbour"; "on the Monday", "on Channel 4" tell when and where
    if token.lower_ in ("in", "on", "for", "with") and _titles_on(token):
        return True
    return not dated and token.text[0].isalpha() and (token.text[0].isupper() or token.lower_ in _JOINING)


def _titles_on(token: Token) -> bool:
    """ "the album Flowers in the Attic": the article and a word that the recogniser takes for no place and no day."""
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) < 2 or after[0].lower_ not in ("the", "a", "my", "your") or not after[1].text[:1].isupper():
        return False
    return after[1].ent_type_ not in _ELSEWHERE and after[1].lower_ not in CALENDAR


def _quoted(doc: Doc) -> Iterator[Span]:
    """A title in quotation marks: every word of weight has a capital."""
    start = None
    for token in doc:
        if start is None and token.text in _OPENING and token.i + 1 < len(doc) and not doc[token.i + 1].is_space:
            start = token.i + 1
        elif start is not None and token.text in _CLOSING and token.i > start:
            end = token.i - 1 if doc[token.i - 1].text in (",", ".") else token.i
            heads = start == 1 or doc[start - 2].text in (".", "\n")
            named = heads and token.i + 1 < len(doc) and doc[token.i + 1].text in {*_PREDICATES, "("}
            if end > start and (_is_title(doc[start:end]) or (named and end - start < _LONGEST)):
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
    titles = lexicon.words("title")
    for first in _starts(doc):
        cut = _cut(doc, first)
        if cut is None:
            continue
        end = cut - 1 if doc[cut - 1].text == "," else cut
        work = _is_work(doc, cut, lexicon)
        start = _behind_opener(doc, first + 1 if doc[first].text in _OPENING else first, end, work)
        end -= int(doc[end - 1].text in _CLOSING)
        if start >= end or not _is_title(doc[start:end]) or any(t.text in (";", ".") for t in doc[start : end - 1]):
            continue
        start += int(doc[start].lower_ == "the" and not work)
        while not work and start < end - 1 and {doc[start].text, doc[start].text.rstrip(".")} & titles.keys():
            start += 1
        if doc[start].text in ("'s", "’s"):
            start -= 1  # "King's Landing"
        one = doc[cut].lower_ in _SINGULAR and any(t.lower_ == "and" for t in doc[start:end])
        if not (work or one) and any(_places(t) for t in doc[start : end - 1]):
            continue  # "Elm Academy in Bergen, Norway has"
        if start < end and not _is_common(doc[start:end], lexicon):
            yield doc[start:end]


def _behind_opener(doc: Doc, start: int, end: int, work: bool) -> int:
    """Where the name begins behind "In 1947," or "Although": an opener with a comma is never part of a name."""
    first = doc[start]
    comma = next((t.i for t in doc[start + 1 : end] if t.text == ","), None)
    word = first.lower_
    opener = word in PREPOSITIONS | _NEVER_NAMING | _SUBORDINATING | _OPENING_ADVERBS
    if opener and comma is not None and comma + 1 < end:
        return comma + 1
    clause = word in _NEVER_NAMING or (word in _SUBORDINATING and not work)
    return start + 1 if clause and start + 1 < end else start


def _places(token: Token) -> bool:
    return token.text == "," or (token.lower_ in _PLACING and token.nbor(1).lower_ not in _SMALL)


def _starts(doc: Doc) -> Iterator[int]:
    """Where a sentence begins, or goes on behind what its participle says: "Filmed in Bergen, Blue Harbour is"."""
    for token in doc:
        opens = token.i == 0 or "\n" in token.nbor(-1).text or token.nbor(-1).text == "."
        if opens:
            yield token.i
        if opens and token.text.endswith("ed"):
            comma = next((t.i for t in doc[token.i : token.i + _LONGEST] if t.text == ","), len(doc))
            yield from (comma + 1,) if comma + 1 < len(doc) else ()


def _cut(doc: Doc, first: int) -> int | None:
    """Where a name at the head of a sentence must end: before a predicate, brackets or a participle."""
    for i in range(first + 1, min(len(doc), first + _LONGEST)):
        word = doc[i].text
        if i == first + 1 and word in ("by", "in", "at", "for", "on", "with") and is_participle(doc[first].lower_):
            return None  # "Operated by Northline, Elm Airport is"
        owned = doc[i].tag_ == "POS" or word in ("'s", "’s")
        goes_on = word == "," and i + 1 < len(doc) and doc[i + 1].lower_ in _DESCRIBING and i > first + 1
        if goes_on and not doc[first].is_stop and not any(t.ent_type_ == "DATE" for t in doc[first:i]):
            return i
        if word in _PREDICATES or word == "(" or (owned and i + 1 < len(doc) and doc[i + 1].is_lower):
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
    work = ontology.iri("schema:CreativeWork")
    said = next((t.i for t in doc[cut : cut + _SAID] if t.text in (".", ";")), cut + _SAID)
    if any({*base_verbs(t.lower_), t.lower_} & lexicon.work_words for t in doc[cut:said]):
        return True
    for token in doc[cut + 1 : cut + 12]:
        if token.lower_ in _AFTER_NOUN:
            return False
        if token.lower_ in nouns and ontology.is_a(nouns[token.lower_], work):
            return True
    return False
