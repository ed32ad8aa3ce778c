"""Mentions: the places of a text where somebody or something is spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal as OneOf

from spacy.tokens import Doc, Span, Token

from extractors.capitals import CALENDAR
from extractors.noun_classes import is_of_a_people, noun_class
from extractors.phrases import (
    children,
    is_nominal,
    noun_phrase,
    preposition_objects,
    shares_number,
    subtree_span,
)
from extractors.restrictions import own_clause, own_prepositions
from extractors.shares import share_of, share_span
from extractors.stand_ins import NAMES
from ontology import Lexicon

__all__ = [
    "AGENTIVE",
    "EITHER",
    "Mention",
    "find_mentions",
    "strip_determiner",
]

# The endings of nouns for people, by which an unknown or misspelt one is known where a verb asks for somebody.
AGENTIVE = ("er", "or", "ist", "ian", "ant")
# What a firm, a country or a product may be as well as somebody.
EITHER = frozenset(
    "rival ally competitor partner leader winner loser champion opponent contender favourite owner operator sponsor "
    "contractor subcontractor developer supplier publisher builder lender insurer employer landlord creditor "
    "designer maker manufacturer provider distributor retailer carrier "
    "shareholder investor backer client customer tenant bidder buyer seller".split()
)
# What says nothing without the clause behind it: "the way the council works".
_EMPTY = frozenset("way thing things reason".split())
# "Every school" is not the school that was spoken of.
_QUANTIFIERS = frozenset("no all both each every either some half".split())
_AMOUNTS = frozenset("much little less more enough most".split())
_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj conj".split())


@dataclass(frozen=True, order=True)
class Mention:
    """One mention, as tokens `start` to `end` of the document with the token that heads it.

    `label` is the class that the words themselves suggest (an IRI, or empty); `title` the title before a name ("Ms"),
    `letters` those after it ("MP").
    """

    start: int
    end: int
    head: int
    kind: OneOf["name", "nominal", "pronoun"]
    text: str
    label: str = ""
    title: str = ""
    letters: str = ""


def find_mentions(doc: Doc, lexicon: Lexicon) -> list[Mention]:
    """All mentions in text order, one for each head token; names win over nominals."""
    names = {m.head: m for m in _names(doc, lexicon)}
    inside = {i for m in names.values() for i in range(m.start, m.end)}
    others = (_other(token, lexicon) for token in doc if token.i not in inside and token.i not in names)
    return sorted([*names.values(), *(m for m in others if m)])


def _other(token: Token, lexicon: Lexicon) -> Mention | None:
    if (share := share_span(token)) is not None:
        return _share(token, share, lexicon)
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$"):
        return Mention(token.i, token.i + 1, token.i, "pronoun", token.text)
    if token.lower_ == "that" and token.dep_ in _ARGUMENTS and token.head.dep_ == "relcl":
        return Mention(token.i, token.i + 1, token.i, "pronoun", token.text)
    if (token.dep_ in ("compound", "nmod") and token.pos_ in ("NOUN", "PROPN")) or token.is_punct or token.is_space:
        return None
    if any(c.dep_ == "prefix" for c in token.children) and token.pos_ == "PROPN":
        return None
    if _is_aged(token):
        span = token.doc[token.i - 4 : token.i + 1]
        return Mention(span.start, span.end, token.i, "nominal", span.text, lexicon.ontology.iri("schema:Person"))
    day = token.lower_.removesuffix("s") in CALENDAR and token.text[:1].isupper()  # "on Sundays"
    if (
        day
        or token.ent_type_ in ("DATE", "TIME", "PERCENT", "ORDINAL")
        or (token.tag_ == "CD" and token.dep_ not in _ARGUMENTS)
    ):
        return None
    if _is_origin(token, lexicon) or (token.pos_ == "ADJ" and token.lower_ in _AMOUNTS):
        return None
    if is_nominal(token) or (
        (token.tag_ == "CD" or _is_of_people(token)) and token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
    ):
        return _nominal(token, lexicon)
    return None


def _nominal(token: Token, lexicon: Lexicon) -> Mention | None:
    """A noun phrase without what only the sentence says of it."""
    counted = [o for p, o in preposition_objects(token) if p == "of"] if token.tag_ == "CD" else []
    label = noun_class(counted[0] if counted else token, lexicon)  # "two of the teachers" are teachers
    span = noun_phrase(token, of=own_prepositions(token, label, lexicon))
    if _is_shouted(span):
        return None
    if token.lower_ in _EMPTY and any(c.dep_ == "relcl" for c in token.children):
        span = subtree_span(token)
    elif (clause := own_clause(token)) is not None:
        span = token.doc[span.start : clause.right_edge.i + 1]
    elif shares_number(token):
        span = token.doc[children(token, "nummod")[-1].right_edge.i + 1 : span.end]
    text = re.sub(r"(?<=\w)[’']s$", "", strip_determiner(span))  # "my husband's a driver"
    return Mention(span.start, span.end, token.i, "nominal", text, label) if text else None


def _share(token: Token, span: Span, lexicon: Lexicon) -> Mention:
    """Some of a group, and a group themselves where they are people or nobody tells what they are."""
    whole = share_of(token)
    # "those who were injured" are somebody, "those of the council" are not
    people = any(c.lower_ == "who" for t in span for c in t.children if c.tag_ == "WP")
    label = lexicon.ontology.iri("schema:Person") if people else noun_class(whole, lexicon) if whole else ""
    text = " ".join("".join(t.text_with_ws for t in span).split())
    return Mention(span.start, span.end, token.i, "nominal", text, label)


def _is_aged(token: Token) -> bool:
    """ "The 23-year-old": somebody."""
    aged = token.lower_ == "old" and token.i > 3 and token.nbor(-2).lower_ == "year"
    return aged and token.dep_ in _ARGUMENTS and bool(children(token, "det"))


def _is_shouted(span: Span) -> bool:
    """ "Wealthy Voters Abandon Republican Party": what is read as one noun phrase is the clause of a headline."""
    words_ = [t for t in span if t.is_alpha and not t.is_stop]
    return len(words_) > 4 and all(t.text.istitle() for t in words_)


def _is_of_people(token: Token) -> bool:
    """ "the poor": an adjective with an article is a noun; "fell to poor" has none."""
    return token.tag_ == "JJ" and any(c.dep_ in ("det", "poss", "predet") for c in token.children)


def _is_origin(token: Token, lexicon: Lexicon) -> bool:
    """ "British Anna Brandt", "Afghan Ambassador Anna Brandt": where somebody comes from."""
    if token.text not in lexicon.words("demonym") or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).text.istitle() and token.nbor(1).pos_ == "PROPN"


def strip_determiner(span: Span) -> str:
    """A phrase without its leading article or demonstrative and its quotation marks."""
    tokens = [t for t in span if not t.is_space]
    while tokens and (
        tokens[0].lower_ in ("neither", "that")
        or (tokens[0].tag_ in ("DT", "PDT") and tokens[0].lower_ not in _QUANTIFIERS and not _is_about(tokens))
        or tokens[0].text in "“”\"‘’'"
    ):
        tokens = tokens[1:]
    text = "".join(t.text_with_ws for t in tokens)
    plain = " ".join(re.sub(r"[“”\"]", "", text).split()).lstrip(" ,;:").rstrip(" ,;:-–")
    return plain if re.match(r"[-–]\d", plain) else plain.lstrip(" ,;:-–")  # "-6C" is below zero


def _is_about(tokens: list[Token]) -> bool:
    """ "some 600 households": "some" says that the number is not exact."""
    return tokens[0].lower_ == "some" and len(tokens) > 1 and tokens[1].like_num


def _names(doc: Doc, lexicon: Lexicon) -> list[Mention]:
    found = [_name(s, lexicon) for s in doc.spans[NAMES] if not _is_another(s)]
    taken = {m.start for m in found}
    found += [_name(doc[t.i : t.i + 1], lexicon) for t in doc if t.i not in taken and _is_people(t, lexicon)]
    return [part for name in sorted(found) for part in _coordinated(doc, name)]


def _is_another(name: Span) -> bool:
    """ "a newer Navigator", "a different Norway": not the one that has the name."""
    head = name[-1]
    article = any(c.lower_ in ("a", "an") for c in children(head, "det"))
    other = any(c.tag_ == "JJR" or c.lower_ in ("different", "united") for c in children(head, "amod"))
    return article and other and head.ent_type_ != "PERSON"


def _is_people(token: Token, lexicon: Lexicon) -> bool:
    """ "Greeks", "the French": a people as a noun, not the adjective, and not so many or some such of it."""
    noun = token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound", "nmod")
    if children(token, "nummod", "amod"):
        return False
    known = token.text in lexicon.words("demonym") or is_of_a_people(token, lexicon)
    return noun and token.text[:1].isupper() and (known or token.ent_type_ == "NORP")


def _name(span: Span, lexicon: Lexicon) -> Mention:
    head = span[0]
    while head.dep_ in ("compound", "nmod") and head.head.i == span.end and _is_post_title(head.head, lexicon):
        head = head.head
    label = lexicon.words("entityLabel").get(span[0].ent_type_ or "", "")
    letters = head.text if head.i >= span.end else ""
    return Mention(span.start, span.end, head.i, "name", words_of(span), label, _title(span, lexicon), letters)


def words_of(span: Span) -> str:
    """A name on one line, without a possessive ending."""
    text = re.sub(r"[’']s?$", "", " ".join(span.text.split()))
    return text.rstrip(".") if re.fullmatch(r"[A-Z]\.", text) else text  # "she wrote on X."


def _is_post_title(token: Token, lexicon: Lexicon) -> bool:
    return token.text in lexicon.words("postnominal")


def _title(span: Span, lexicon: Lexicon) -> str:
    titles = lexicon.words("title")
    for length in (3, 2, 1):
        if span.start - length >= 0:
            text = span.doc[span.start - length : span.start].text
            if text.rstrip(".") in titles or text in titles:
                if length == 1 and span.start > 2 and span.doc[span.start - 2].text == "-":
                    return span.doc[span.start - 3 : span.start].text
                return text.rstrip(".")
    return ""


def _coordinated(doc: Doc, name: Mention) -> list[Mention]:
    """ "North and South Korea": a direction before "and" borrows the head of the name after it."""
    words = name.text.split()
    before = doc[name.start - 2 : name.start] if name.start >= 2 else doc[0:0]
    if len(words) != 2 or words[0].lower() not in _DIRECTIONS or len(before) != 2 or before[1].lower_ != "and":
        return [name]
    if before[0].lower_ not in _DIRECTIONS:
        return [name]
    other = replace(
        name, start=name.start - 2, end=name.start - 1, head=name.start - 2, text=f"{before[0].text} {words[1]}"
    )
    return [other, name]


_DIRECTIONS = frozenset("north south east west northern southern eastern western upper lower".split())
