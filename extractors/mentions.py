"""Mentions: the places of a text where somebody or something is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal as OneOf

from spacy.tokens import Doc, Span, Token

from extractors.phrases import is_nominal, lemma, noun_phrase
from ontology import Lexicon

__all__ = ["Mention", "find_mentions", "noun_class", "role_words"]

_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj conj".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


@dataclass(frozen=True, order=True)
class Mention:
    """One mention, as tokens `start` to `end` of the document with the token that heads it.

    `label` is the class that the words themselves suggest (an IRI, or empty); `title` the title before a name ("Ms").
    """

    start: int
    end: int
    head: int
    kind: OneOf["name", "nominal", "pronoun"]
    text: str
    label: str = ""
    title: str = ""


def find_mentions(doc: Doc, lexicon: Lexicon) -> list[Mention]:
    """All mentions in text order, one for each head token; names win over nominals."""
    names = {m.head: m for m in _names(doc, lexicon)}
    inside = {i for m in names.values() for i in range(m.start, m.end)}
    others = (_other(token, lexicon) for token in doc if token.i not in inside and token.i not in names)
    return sorted([*names.values(), *(m for m in others if m)])


def _other(token: Token, lexicon: Lexicon) -> Mention | None:
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$"):
        return Mention(token.i, token.i + 1, token.i, "pronoun", token.text)
    if (token.dep_ in ("compound", "nmod") and token.pos_ in ("NOUN", "PROPN")) or token.is_punct or token.is_space:
        return None
    if token.ent_type_ in ("DATE", "TIME", "PERCENT", "ORDINAL") or (token.tag_ == "CD" and token.dep_ not in _ARGUMENTS):
        return None
    if is_nominal(token) or (token.tag_ in ("JJ", "CD") and token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")):
        span = noun_phrase(token, of=True)
        text = strip_determiner(span)
        return Mention(span.start, span.end, token.i, "nominal", text, noun_class(token, lexicon)) if text else None
    return None


def strip_determiner(span: Span) -> str:
    """A phrase without its leading article or demonstrative and its quotation marks."""
    tokens = [t for t in span if not t.is_space]
    while tokens and (
        (tokens[0].tag_ in ("DT", "PDT") and tokens[0].lower_ not in ("no", "all", "both")) or tokens[0].text in "“”\"‘’'"
    ):
        tokens = tokens[1:]
    text = "".join(t.text_with_ws for t in tokens)
    return " ".join(re.sub(r"[“”\"]", "", text).split()).strip(" ,;:-–")


def noun_class(token: Token, lexicon: Lexicon) -> str:
    """The class that a common noun denotes, by the longest wording the lexicon has: "head teacher" before "teacher"."""
    nouns = lexicon.words("noun")
    for wording in role_words(token):
        if wording in nouns:
            return nouns[wording]
    return ""


def role_words(token: Token) -> Iterator[str]:
    """The noun with its modifiers, longest first, then alone: "executive head teacher", "head teacher", "teacher"."""
    modifiers = [c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod") and c.i > token.i - 4]
    if token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "of":
        yield f"{lemma(token)} of {token.nbor(2).lower_}"
    for start in range(len(modifiers)):
        front = " ".join(t.lower_ for t in modifiers[start:])
        yield f"{front} {lemma(token)}"
        yield f"{front} {token.lower_}"
    yield lemma(token)
    yield token.lower_


def _names(doc: Doc, lexicon: Lexicon) -> list[Mention]:
    spans = [s for ent in doc.ents if (s := _clean(ent, lexicon)) is not None]
    taken = {i for s in spans for i in range(s.start, s.end)}
    spans += [s for run in _proper_runs(doc, taken) if (s := _clean(run, lexicon)) is not None]
    taken = {i for s in spans for i in range(s.start, s.end)}
    spans += _repeats(doc, {s.text for s in spans}, taken)
    names = [_name(s, lexicon) for s in sorted(spans, key=lambda s: s.start)]
    return [part for name in names for part in _coordinated(doc, name)]


def _coordinated(doc: Doc, name: Mention) -> list[Mention]:
    """"North and South Korea" is two names, "Marks and Spencer" one: the first lends its head to the one before."""
    tokens = doc[name.start : name.end]
    if len(tokens) != 4 or tokens[1].lower_ != "and" or tokens[0].lower_ not in _DIRECTIONS:
        return [name]
    first = replace(name, end=name.start + 1, head=name.start, text=f"{tokens[0].text} {tokens[3].text}")
    return [first, replace(name, start=name.start + 2, text=tokens[2:].text)]


def _name(span: Span, lexicon: Lexicon) -> Mention:
    head = span.root
    while (
        head.dep_ in ("compound", "nmod")
        and head.head.pos_ == "PROPN"
        and head.head.i - span.end < 2
        and _is_post_title(head.head, lexicon)
    ):
        head = head.head
    label = lexicon.words("entityLabel").get(span[0].ent_type_ or "", "")
    return Mention(span.start, span.end, head.i, "name", words_of(span), label, _title(span, lexicon))


def words_of(span: Span) -> str:
    """A name on one line, without a possessive ending."""
    return re.sub(r"[’']s?$", "", " ".join(span.text.split()))


def _is_post_title(token: Token, lexicon: Lexicon) -> bool:
    return any(
        (part, key) in lexicon.frames for part in ("role",) for key in (token.lower_, token.text)
    ) or token.text in lexicon.words("title")


def _title(span: Span, lexicon: Lexicon) -> str:
    titles = lexicon.words("title")
    for length in (2, 1):
        if span.start - length >= 0:
            text = span.doc[span.start - length : span.start].text
            if text.rstrip(".") in titles or text in titles:
                return text.rstrip(".")
    return ""


def _clean(span: Span, lexicon: Lexicon) -> Span | None:
    """A name's own words: no article, title, possessive or line break; None where nothing of a name is left."""
    labels = lexicon.words("entityLabel")
    if (span.label_ and span.label_ not in labels) or (span.root.dep_ == "amod" and span.text in lexicon.words("demonym")):
        return None
    start, end = span.start, span.end
    doc, titles = span.doc, lexicon.words("title")
    while start < end and (_is_outer(doc[start]) or (doc[start].text.rstrip(".") in titles and end - start > 1)):
        start += 1
    if start + 2 < end and doc[start : start + 2].text in titles:
        start += 2
    while end > start and (
        _is_outer(doc[end - 1])
        or doc[end - 1].tag_ == "POS"
        or (end - start > 2 and _is_post_title(doc[end - 1], lexicon) and doc[end - 1].text.isupper())
    ):
        end -= 1
    if (
        end - start > 1
        and span.label_ in ("ORG", "")
        and _is_person_noun(doc[end - 1], lexicon)
        and ("role", doc[end - 1].lower_) in lexicon.frames
        and not _is_person_title(doc[start:end], lexicon)
    ):
        end -= 1
    if start >= 2 and doc[start - 1].text == "-" and doc[start - 2].dep_ == "prefix":
        return None
    if span.label_ == "PERSON":
        start = _first_name(doc, start, titles)
    if (
        start >= 2
        and doc[start - 1].text == "-"
        and not doc[start - 2].whitespace_
        and doc[start - 2].text[:1].isupper()
    ):
        start -= 2
    name = doc[start:end]
    return name if name and _is_name(name, lexicon) else None


def _first_name(doc: Doc, start: int, titles: Mapping[str, str]) -> int:
    """Where a person's name begins when the recogniser saw only its end."""
    while (
        start > 0
        and doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].dep_ == "compound"
        and not doc[start - 1].ent_type_
    ):
        if doc[start - 1].text.rstrip(".") in titles or doc[max(start - 2, 0) : start].text in titles:
            break
        if not doc[start - 1].text[:1].isupper() or doc[start - 1].head.i < start or doc[start - 1].text.isupper():
            break
        start -= 1
    return start


def _is_person_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is an office and no body: "Spokesperson", but not "Department"."""
    return lexicon.words("noun").get(token.lower_) == lexicon.ontology.iri("schema:Person")


def _is_person_title(span: Span, lexicon: Lexicon) -> bool:
    """Whether the whole is an office ("Prime Minister") and not a body with an office behind it."""
    nouns = lexicon.words("noun")
    return span.text.lower() in nouns or span.text in lexicon.words("title")


def _is_outer(token: Token) -> bool:
    return token.is_space or token.is_punct or token.tag_ in ("DT", "PDT", "PRP$") or token.lower_ in ("the", "a", "an")


def _is_name(span: Span, lexicon: Lexicon) -> bool:
    if not any(t.text[:1].isupper() for t in span) or all(t.lower_ in _CALENDAR for t in span):
        return False
    nouns, titles = lexicon.words("noun"), lexicon.words("title")
    text, last = span.text.lower(), span[-1]
    if _title(span, lexicon) and last.pos_ == "PROPN":
        return True
    if (
        span.text in titles
        or ("role", span.text) in lexicon.frames
        or all(t.pos_ in ("PRON", "NUM", "SYM", "INTJ") for t in span)
    ):
        return False
    if span.text in lexicon.words("postnominal") or (len(span) == 1 and _is_common(span)):
        return False
    shouted = span.text.isupper() and len(span.text) > 5
    role = text in nouns or ("role", last.lower_) in lexicon.frames or ("role", text) in lexicon.frames
    small_words = all(
        t.lower_ in nouns
        or ("role", t.lower_) in lexicon.frames
        or t.pos_ in ("ADJ", "ADP", "DET")
        or t.lower_ in _RANKS
        for t in span
    )
    return not ((role and (shouted or small_words)) or (shouted and len(span) == 1 and text in nouns))


def _is_common(span: Span) -> bool:
    """A capitalised first word of a sentence that the text elsewhere writes small is no name."""
    first = span.start == span.sent.start or span.doc[span.start - 1].is_space or span.doc[span.start - 1].is_quote
    return first and any(t.text == span.text.lower() for t in span.doc)


_DIRECTIONS = frozenset("north south east west northern southern eastern western upper lower".split())
_RANKS = frozenset("deputy vice assistant chief senior junior head executive prime first acting former general".split())


def _proper_runs(doc: Doc, taken: set[int]) -> Iterator[Span]:
    start = None
    for token in doc:
        inside = (
            token.pos_ == "PROPN"
            and token.i not in taken
            and token.text[:1].isupper()
            and not token.is_space
            and token.lower_ not in _CALENDAR
        )
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            yield doc[start : token.i]
            start = None
    if start is not None:
        yield doc[start : len(doc)]


def _repeats(doc: Doc, names: Iterable[str], taken: set[int]) -> list[Span]:
    """Places where a name found elsewhere stands unrecognised: "Ofsted reports"."""
    wanted = {tuple(n.split()) for n in names if n[:1].isupper()}
    longest = max((len(n) for n in wanted), default=0)
    found = []
    for start in range(len(doc)):
        for length in range(longest, 0, -1):
            span = doc[start : start + length]
            if (
                start not in taken
                and tuple(t.text for t in span) in wanted
                and not taken & set(range(span.start, span.end))
            ):
                found.append(span)
                taken |= set(range(span.start, span.end))
                break
    return found
