"""Proper names: where they stand in a text, before it is parsed.

Found by how news writes them (capitals inside a sentence, titles, words such as "School", repetition), with the entity
recogniser as one witness among others; so the same text with other names has its names in the same places.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from ontology import Lexicon

__all__ = ["CALENDAR", "find_proper_names"]

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_INNER = frozenset("of for the and & de la le du van der von den bin al el y da dos".split())
_PARTICLES = frozenset("de la le du van der von den bin al el y da dos di".split())
_COMPOUNDING = frozenset("based born led backed style like wide era old year owned run made".split())
_OPENERS = frozenset(".!?:;•“\"‘'«([—–-")
_AMOUNTS = frozenset("PERCENT MONEY QUANTITY ORDINAL LANGUAGE".split())


def find_proper_names(doc: Doc, lexicon: Lexicon) -> list[Span]:
    """The names of a tokenised document with entities, in text order, none inside another."""
    certain = _Certain(doc, lexicon)
    spans = [s for run in _runs(doc, certain) for s in _parts(run, certain)]
    spans = _longest([*spans, *_recognised(doc, certain)])
    taken = {t.i for s in spans for t in s}
    return _longest([*spans, *_repeats(doc, spans, taken)])


class _Certain:
    """What the whole document tells about its words: which are written small, which are names in mid-sentence."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc, self.lexicon = doc, lexicon
        self.titles = lexicon.words("title")
        self.nouns = lexicon.words("noun")
        self.demonyms = lexicon.words("demonym")
        roles = {f.wording.lower() for (part, _), frames in lexicon.frames.items() if part == "role" for f in frames}
        self.offices = roles | set(self.nouns)
        labels = lexicon.words("entityLabel")
        self.entities = {i for e in doc.ents if e.label_ in labels for i in range(e.start, e.end)}
        self.small = {t.text for t in doc if t.text.islower()}
        self.shouted = {t.i for line in _lines(doc) if _is_title_case(line) for t in line}
        self.surnames = {t.text for t in doc if t.i and self.capital(t) and self._after_first_name(t)}
        self.inside = {t.text for t in doc if self.capital(t) and not opens(t) and t.i not in self.shouted}

    def capital(self, token: Token) -> bool:
        """Whether a token is written like a part of a name."""
        text = token.text
        if not text[:1].isupper() or not any(c.isalpha() for c in text) or token.lower_.rstrip(".") in CALENDAR:
            return False
        if token.is_stop and text.istitle() and token.i not in self.entities:
            return False
        return not (text in ("I", "A") or token.ent_type_ in _AMOUNTS or self._is_shout(token))

    def _after_first_name(self, token: Token) -> bool:
        """Whether a capitalised word follows a courtesy title, or a capitalised word that is none."""
        before = token.nbor(-1)
        if before.text.rstrip(".") in self.titles:
            return True
        return self.capital(before) and not before.is_stop and not self._is_shout(before) and before.text not in self.lexicon.words("nameWord")

    def _is_shout(self, token: Token) -> bool:
        """A common word in capitals: "A HEADTEACHER"."""
        return (
            token.text.isupper()
            and len(token.text) > 1
            and (token.lower_ in self.nouns or token.is_stop)
            and token.text not in self.lexicon.words("acronym")
        )

    def name_like(self, token: Token) -> bool:
        """Whether a capitalised token belongs to a name and not just to the start of a sentence or a headline."""
        if not self.capital(token):
            return False
        if token.i in self.shouted:
            return token.text in self.inside or (token.i in self.entities and token.lower_ not in self.small)
        if not opens(token):
            return True
        if token.text in self.inside:
            return token.lower_ not in self.small or token.i in self.entities
        if (
            token.is_stop
            or token.lower_ in self.small
            or token.lower_ in self.nouns
            or token.text.rstrip(".") in self.titles
        ):
            return token.text.rstrip(".") in self.titles
        return token.i in self.entities or self._before_name(token)

    def _before_name(self, token: Token) -> bool:
        after = token.i + 1 < len(self.doc) and self.capital(token.nbor(1))
        return after and token.text not in self.demonyms and not _is_adverb(token)

    def is_office(self, text: str) -> bool:
        """Whether words name what a person is: "Spokesperson", "Prime Minister"."""
        person = self.lexicon.ontology.iri("schema:Person")
        return self.nouns.get(text.lower()) == person or text in self.titles or text.rstrip(".") in self.titles


def opens(token: Token) -> bool:
    """Whether a token is the first word of a sentence, a line or a quotation."""
    before = token.i - 1
    while before >= 0 and token.doc[before].text in ("“", '"', "‘", "'", "(", "[", "«"):
        before -= 1
    if before < 0 or "\n" in token.doc[before].text or token.doc[before].text in ("•",):
        return True
    previous = token.doc[before]
    if before < token.i - 1:
        return True
    return (
        previous.text in (".", "!", "?", ":", ";", "”", "…")
        or previous.text[-1:] in "?!"
        or (previous.text in _OPENERS and previous.text not in "-—–'")
    )


def _is_adverb(token: Token) -> bool:
    return token.text.endswith("ly") or token.is_stop


def _lines(doc: Doc) -> Iterator[Span]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            yield doc[start : token.i]
            start = token.i + 1
    yield doc[start : len(doc)]


def _is_title_case(line: Span) -> bool:
    """A headline in which every word of weight has a capital."""
    words = [t for t in line if t.is_alpha and (len(t.text) > 3 or t.text[0].isupper())]
    ends = bool(len(line)) and line[-1].text in (".", "!", "?", "”", '"')
    return len(words) >= 5 and not ends and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _runs(doc: Doc, certain: _Certain) -> Iterator[Span]:
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


def _next(doc: Doc, start: int, end: int, certain: _Certain) -> int:
    """Where the name goes on to after `end`, or `end` where it stops."""
    if end >= len(doc):
        return end
    token = doc[end]
    if token.text == "-" and not token.whitespace_ and not doc[end - 1].whitespace_ and end + 1 < len(doc):
        joined = doc[end + 1]
        return end if joined.lower_ in _COMPOUNDING or joined.text.endswith("ed") or not joined.is_alpha else end + 2
    if certain.capital(token) and not opens(token):
        return end + 1
    if token.lower_ in _INNER and end + 1 < len(doc):
        return _over(doc, start, end, certain)
    return end


def _over(doc: Doc, start: int, end: int, certain: _Certain) -> int:
    """Whether a small word joins two capitalised ones in one name: "Bank of England", "Futures for Children"."""
    after = end + 1
    while after < len(doc) and doc[after].lower_ in ("the", *_PARTICLES) and after < end + 3:
        after += 1
    if after >= len(doc) or not certain.capital(doc[after]):
        return end
    word, last = doc[end].lower_, doc[end - 1]
    name_word = last.text in certain.lexicon.words("nameWord")
    whole = (
        doc[end].ent_type_ in ("ORG", "WORK_OF_ART", "EVENT", "FAC", "LAW", "GPE", "LOC") and doc[end].ent_iob_ == "I"
    )
    if word in _PARTICLES:
        return after + 1 if doc[end].ent_iob_ == "I" or not name_word else end
    if word == "&":
        return after + 1
    if word == "of":
        return after + 1 if (name_word or whole) and not certain.is_office(last.text) else end
    if word == "for":
        plural = end - start >= 2 and last.text.endswith("s") and not last.text.endswith("ss")
        return after + 1 if whole or plural else end
    if word == "and":
        return after + 1 if whole and doc[after].ent_iob_ == "I" else end
    return end


def _parts(run: Span, certain: _Certain) -> Iterator[Span]:
    """A run without titles before, offices and letters after; a country before a title is a name of its own."""
    doc, start, end = run.doc, run.start, run.end
    while end > start and (
        doc[end - 1].text in certain.lexicon.words("postnominal") or _is_trailing_office(doc[start:end], certain)
    ):
        end -= 1
    name_word = end > start and doc[end - 1].text in certain.lexicon.words("nameWord") and end - start > 1
    cut = start
    while not name_word and (found := _title_end(doc, cut, start, end, certain)):
        before = doc[start : found[0]]
        if len(before) and not certain.is_office(before.text):
            yield before
        start = cut = found[1]
    if end > start and _is_name(doc[start:end], certain):
        yield doc[start:end]


def _is_trailing_office(run: Span, certain: _Certain) -> bool:
    """ "State Department Spokesperson": an office behind a body's name, but not the surname in "Emma Baker"."""
    name_words = certain.lexicon.words("nameWord")
    body = any(t.text in name_words for t in run[:-1]) or run.text in certain.titles
    return len(run) > 1 and body and certain.is_office(run[-1].text) and run[-1].text not in name_words


def _title_end(doc: Doc, cut: int, start: int, end: int, certain: _Certain) -> tuple[int, int] | None:
    """Where a title or office stands in a run, as (its first token, the token after it)."""
    for first in range(cut, end):
        for last in range(min(end, first + 3), first, -1):
            text = doc[first:last].text
            if last < end and (text.rstrip(".") in certain.titles or text in certain.titles):
                return first, last
    return None


def _is_name(span: Span, certain: _Certain) -> bool:
    text = span.text
    if text in certain.lexicon.words("postnominal"):
        return False
    before = span.doc[max(span.start - 2, 0) : span.start].text.lower()
    if before.endswith(" of") and f"{before} {text.lower()}" in certain.offices:
        return False
    if text in certain.surnames and span.start > 0 and (not opens(span[0]) or text in certain.inside):
        return True
    if certain.is_office(text):
        return False
    if (
        len(span) == 1
        and (text in certain.demonyms or text.removesuffix("s") in certain.demonyms)
        and text not in certain.lexicon.words("countryName")
    ):
        return False
    words = [t for t in span if any(c.isalpha() for c in t.text)]
    person = any(t.ent_type_ == "PERSON" for t in span) and len(words) > 1
    return bool(words) and (person or not all(certain.is_office(t.text) or t.lower_ in _RANKS for t in words))


_RANKS = frozenset("deputy vice assistant chief senior junior head executive prime first acting former general".split())


def _recognised(doc: Doc, certain: _Certain) -> list[Span]:
    """Names that the recogniser has and capitals alone would split: "Marks and Spencer", "Charles de Gaulle"."""
    labels = certain.lexicon.words("entityLabel")
    found = []
    for entity in doc.ents:
        span = _trimmed(entity)
        if entity.label_ not in labels or len(span) < 3 or len(span) > 8 or "\n" in span.text:
            continue
        inner = [t for t in span[1:-1] if t.text.islower()]
        ends = certain.capital(span[0]) and certain.capital(span[-1]) and all(t.lower_ in _INNER for t in inner)
        titled = any(certain.is_office(t.text) for t in span)
        twofold = any(t.lower_ == "and" for t in inner) and entity.label_ not in ("ORG", "WORK_OF_ART")
        if inner and ends and not titled and not twofold:
            found.append(span)
    return found


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
