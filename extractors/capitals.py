"""Capitals: which capitalised words of a text belong to names, and which only open a sentence or shout a headline."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from ontology import Lexicon

__all__ = ["CALENDAR", "Capitals", "opens"]

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_OPENERS = frozenset(".!?:;•“\"‘'«([—–-")
_AMOUNTS = frozenset("PERCENT MONEY QUANTITY ORDINAL LANGUAGE".split())


class Capitals:
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
        return (
            self.capital(before)
            and not before.is_stop
            and not self._is_shout(before)
            and before.text not in self.lexicon.words("nameWord")
        )

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
        if token.is_stop or token.lower_ in self.small or self._is_noun(token) or token.text.rstrip(".") in self.titles:
            return token.text.rstrip(".") in self.titles
        return token.i in self.entities or self._before_name(token)

    def _is_noun(self, token: Token) -> bool:
        """Whether the lexicon knows a word, or its singular, as a common noun."""
        word = token.lower_
        return any(w in self.nouns for w in (word, word.removesuffix("s"), word.removesuffix("es")))

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
    if before < 0 or "\n" in token.doc[before].text or token.doc[before].text == "•":
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
