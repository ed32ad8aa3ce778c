"""Proper names: where they stand in a text, before it is parsed.

Found by how news writes them (capitals inside a sentence, titles, words such as "School", repetition), with the entity
recogniser as one witness among others; so the same text with other names has its names in the same places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors.before_names import RANKS, offices_before
from extractors.capitals import Capitals, opens
from extractors.inner_words import INNER, over_possessive, over_small
from extractors.names import find_joint_bodies, find_spelt_out
from extractors.numbered_names import find_series
from extractors.run_together import apart, is_emblem, is_given_name, is_title
from extractors.subtitled import find_subtitled
from extractors.titles import find_titles
from ontology import Lexicon

__all__ = ["find_proper_names"]

# "The 11th Armoured Division": the number belongs to the name.
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
_COMPOUNDING = frozenset("based born led backed style like wide era old year owned run made".split())


def find_proper_names(doc: Doc, lexicon: Lexicon) -> list[Span]:
    """The names of a tokenised document with entities, in text order, none inside another."""
    certain = Capitals(doc, lexicon)
    spans = [s for run in _runs(doc, certain) for piece in apart(run, certain) for s in _parts(piece, certain)]
    titles = find_titles(doc, lexicon) if lexicon.derives else []
    titles = [*titles, *find_subtitled(doc), *find_series(doc), *find_spelt_out(doc), *find_joint_bodies(doc, lexicon)]
    spans = _longest([*spans, *_recognised(doc, certain), *_quoted(doc, certain), *titles])
    taken = {t.i for s in spans for t in s}
    return _longest([*spans, *_repeats(doc, spans, taken)])


def _runs(doc: Doc, certain: Capitals) -> Iterator[Span]:
    """Stretches of capitalised words, with the small words that names have inside."""
    i = 0
    while i < len(doc):
        if not certain.name_like(doc[i]) or _after_prefix(doc[i]):
            i += 1
            continue
        end = i + 1
        while (step := _next(doc, i, end, certain)) > end:
            end = step
        yield doc[i:end]
        i = end


def _after_prefix(token: Token) -> bool:
    """ "pro-Beijing": a word that only modifies."""
    hyphen = token.i >= 2 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return hyphen and token.nbor(-2).text.islower() and not token.nbor(-2).whitespace_


def _next(doc: Doc, start: int, end: int, certain: Capitals) -> int:
    """Where the name goes on to after `end`, or `end` where it stops."""
    if end >= len(doc):
        return end
    token = doc[end]
    if token.text == "-" and not token.whitespace_ and not doc[end - 1].whitespace_ and end + 1 < len(doc):
        joined = doc[end + 1]
        return end if joined.lower_ in _COMPOUNDING or joined.text.endswith("ed") or not joined.is_alpha else end + 2
    if _is_twofold(doc, end, certain) or _is_linked(doc, end, certain):
        return end + 2
    if _ends_sentence(doc[end - 1], token, certain):
        return end
    if certain.capital(token) and not opens(token):
        return end if token.i in certain.shouted and not _goes_on(token, certain) else end + 1
    if _is_version(doc, end, certain):
        return end + 1
    if token.text in ("'s", "’s", "'", "’"):
        return over_possessive(doc, start, end, certain)
    if token.lower_ in (*INNER, "on") and end + 1 < len(doc):
        return over_small(doc, start, end, certain)
    return end


def _is_version(doc: Doc, end: int, certain: Capitals) -> bool:
    """ "Navigator 6", where the text has "Navigator 7" too: a number that tells two things of one name apart."""
    token = doc[end]
    if not token.text.isdigit() or len(token.text) > 2 or doc[end - 1].text not in certain.numbered:
        return False
    scored = end + 1 < len(doc) and doc[end + 1].text in ("-", "–", "%", "percent", "per")
    amount = token.ent_type_ in ("TIME", "PERCENT", "MONEY", "QUANTITY")
    return not scored and not amount and (token.ent_type_ != "DATE" or token.ent_iob_ == "B")


def _is_twofold(doc: Doc, dash: int, certain: Capitals) -> bool:
    """ "the American - Norwegian Society": two peoples around a dash with spaces."""
    if doc[dash].text not in ("-", "–") or dash + 1 >= len(doc) or doc[dash - 1].text not in certain.demonyms:
        return False
    return certain.capital(doc[dash + 1]) and not certain.capital(doc[max(dash - 2, 0)])


def _ends_sentence(before: Token, token: Token, certain: Capitals) -> bool:
    """ "in the U.S. Bergen is": a name of somebody or some place behind a country's letters is another."""
    letters = before.text.endswith(".") and before.text in certain.lexicon.words("acronym")
    return letters and token.ent_iob_ == "B" and token.ent_type_ in ("GPE", "PERSON")


def _is_linked(doc: Doc, dash: int, certain: Capitals) -> bool:
    """ "Madrid–Barajas Airport": two names around a dash without spaces, in front of the word for what is called so."""
    if doc[dash].text != "–" or doc[dash].whitespace_ or doc[dash - 1].whitespace_:
        return False
    end = dash + 1
    while end < len(doc) and certain.capital(doc[end]):
        end += 1
    return end > dash + 2 and doc[end - 1].text in certain.lexicon.words("nameWord")


def _goes_on(token: Token, certain: Capitals) -> bool:
    """Whether a headline's next word still belongs to the name: not one that the text never has after a known word."""
    news = len(token.text) > 1 and token.text not in certain.inside and token.nbor(-1).text in certain.inside
    return certain.name_like(token) and not news and not (token.is_stop and token.text.istitle())


def _parts(run: Span, certain: Capitals) -> Iterator[Span]:
    """A run without titles before, offices and letters after; a country before a title is a name of its own."""
    doc, start, end = run.doc, run.start, run.end
    while end > start and (_is_letters(doc[start:end], certain) or _is_trailing_office(doc[start:end], certain)):
        end -= 1
    name_word = end > start and doc[end - 1].text in certain.lexicon.words("nameWord") and end - start > 1
    cut = start
    while not name_word and (found := _title_end(doc, cut, end, certain)):
        before = doc[start : found[0]]
        if _is_name(before, certain):
            yield before
        start = cut = found[1]
    if not name_word and end - start > 2:
        if _is_country_of(doc[start:end], certain):
            yield doc[start : start + 1]
            start += 1
        start += offices_before(doc[start:end], certain)
    if end > start and _is_name(doc[start:end], certain):
        known = certain.lexicon.words("nameWord")
        called = start > 0 and start == run.start and any(t.text in known for t in doc[start + 1 : end])
        numbered = called and _ORDINAL.fullmatch(doc[start - 1].text) is not None
        yield doc[start - 1 if numbered else start : end]


def _is_country_of(run: Span, certain: Capitals) -> bool:
    """A country by its letters in front of a person: "UK Anna Brandt" in a headline."""
    return run[0].text in certain.lexicon.words("acronym") and run[-1].ent_type_ == "PERSON"


def _is_letters(run: Span, certain: Capitals) -> bool:
    """Letters after a person's name, but not the number of a war: "World War II"."""
    numbered = len(run) > 1 and run[-2].text in certain.lexicon.words("nameWord") and run[-1].ent_iob_ == "I"
    return run[-1].text in certain.lexicon.words("postnominal") and not numbered


def _is_trailing_office(run: Span, certain: Capitals) -> bool:
    """ "State Department Spokesperson": an office behind a body's name, but not the surname in "Emma Baker"."""
    name_words = certain.lexicon.words("nameWord")
    body = any(t.text in name_words for t in run[:-1]) or run.text in certain.titles
    joined = len(run) > 1 and run[-2].text.islower()  # "Ministry of Justice"
    return len(run) > 1 and not joined and body and certain.is_office(run[-1].text) and run[-1].text not in name_words


def _title_end(doc: Doc, cut: int, end: int, certain: Capitals) -> tuple[int, int] | None:
    """Where a title or office stands in a run, as (its first token, the token after it)."""
    for first in range(cut, end):
        for last in range(min(end, first + 3), first, -1):
            if is_title(doc, first, last, end, certain) and not is_given_name(doc, first, last, end, certain):
                return None if is_emblem(doc, first, last, certain) else (first, last)
    return None


def _is_name(span: Span, certain: Capitals) -> bool:
    text = span.text
    if not text or text in certain.lexicon.words("postnominal"):
        return False
    if span.start and span.doc[span.start - 1].lower_ in RANKS and certain.is_office(span[-1].text):
        return False  # "the Chief Fire Officer"
    before = span.doc[max(span.start - 2, 0) : span.start].text.lower()
    if before.endswith(" of") and f"{before} {text.lower()}" in certain.offices:
        return False
    if text in certain.surnames and span.start > 0 and (not opens(span[0]) or text in certain.inside):
        return True
    if certain.is_office(text) or (span[0].text in certain.demonyms and certain.is_office(span[1:].text)):
        return False
    if (
        len(span) == 1
        and (text in certain.demonyms or text.removesuffix("s") in certain.demonyms)
        and text not in certain.lexicon.words("countryName")
    ):
        return False
    words = [t for t in span if any(c.isalpha() for c in t.text)]
    person = any(t.ent_type_ == "PERSON" for t in span) and len(words) > 1
    return bool(words) and (person or not all(certain.is_office(t.text) or t.lower_ in RANKS for t in words))


_TITLING = frozenset("on in of at for 's ’s called titled entitled named show programme program film book song".split())
_CLOSING = frozenset(("”", '"', "’", "''"))
_BREAKS = frozenset('\n()[]“”";:,')


def _recognised(doc: Doc, certain: Capitals) -> list[Span]:
    """Names that the recogniser has and capitals alone would split: "Marks and Spencer", "Charles de Gaulle"."""
    labels = certain.lexicon.words("entityLabel")
    found: list[Span] = []
    for entity in doc.ents:
        span = _trimmed(entity)
        if entity.label_ not in labels or len(span) < 3 or len(span) > 8 or _BREAKS & set(span.text):
            continue
        inner = [t for t in span[1:-1] if t.text.islower()]
        ends = (
            certain.capital(span[0])
            and certain.capital(span[-1])
            and all(t.lower_ in INNER or t.tag_ == "POS" or t.text in ("'s", "’s") for t in inner)
        )
        titled = any(certain.is_office(t.text) for t in span)
        twofold = any(t.lower_ == "and" for t in inner) and entity.label_ not in ("ORG", "WORK_OF_ART")
        joined = next((t for t in inner if t.lower_ == "and"), None)
        coded = joined is not None and joined.nbor(-1).text[-1:].isdigit() and span[-1].text[-1:].isdigit()
        if inner and ends and not (titled or twofold or coded) and not _has_owner(span, certain):
            found.extend(apart(span, certain))
    return found


def _quoted(doc: Doc, certain: Capitals) -> Iterator[Span]:
    """ "on “Fox and Friends”", "in “Dancing on Ice”": a short title in quotation marks after a preposition."""
    for token in doc[1:-3]:
        before = doc[token.i - 1]
        opens_title = token.text in ("“", '"', "‘", "''", "``") and before.lower_ in _TITLING
        if not opens_title or not certain.capital(doc[token.i + 1]):
            continue
        end = next((i for i in range(token.i + 3, min(token.i + 8, len(doc))) if doc[i].text in _CLOSING), None)
        inner = doc[token.i + 2 : end - 1] if end is not None else ()
        small = [t for t in inner if t.text.islower()]
        if end is None or not small or not certain.capital(doc[end - 1]):
            continue
        if all(certain.capital(t) or t.lower_ in (*INNER, "on", "in", "to", "with", "a") for t in inner):
            yield doc[token.i + 1 : end]


def _has_owner(span: Span, certain: Capitals) -> bool:
    """ "the Green Party's Anna Brandt": two names, unless the second says that both are one: "Lloyd's of London"."""
    mark = next((t.i for t in span if t.text in ("'s", "’s", "'", "’")), None)
    if mark is None or span.label_ == "WORK_OF_ART" or mark + 1 >= span.end or span.doc[mark + 1].lower_ == "of":
        return False
    if certain.is_common(span.doc[mark - 1].text):
        return False
    return span[-1].text not in certain.lexicon.words("nameWord") or mark - span.start > 1


def _trimmed(span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (span.doc[start].lower_ in ("the", "a", "an") or not span.doc[start].text[:1].isalnum()):
        start += 1
    while end > start and (
        span.doc[end - 1].text in ("'s", "’s", "'", "’") or not span.doc[end - 1].text[-1:].isalnum()
    ):
        end -= 1
    return span.doc[start:end]


def _repeats(doc: Doc, spans: list[Span], taken: set[int]) -> list[Span]:
    """Places where a name found elsewhere stands unrecognised, at the start of a sentence or in a headline."""
    wanted = {tuple(t.text for t in s) for s in spans}
    lengths = sorted({len(w) for w in wanted}, reverse=True)
    found = []
    for start in range(len(doc)):
        for length in lengths:
            span = doc[start : start + length]
            if (
                tuple(t.text for t in span) in wanted
                and not taken & set(range(span.start, span.end))
                and not _after_prefix(span[0])
            ):
                found.append(span)
                break
    return found


def _longest(spans: list[Span]) -> list[Span]:
    """No span inside or across another: the longer wins, then the earlier."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (-(s.end - s.start), s.start)):
        if all(span.end <= k.start or span.start >= k.end for k in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
