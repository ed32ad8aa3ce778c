"""Noun phrases, verb phrases and coordination, read off the dependency tree."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

__all__ = [
    "QUOTE_MARKS",
    "children",
    "conjuncts",
    "dependency_path",
    "governor",
    "is_finite",
    "is_infinitive",
    "is_nominal",
    "lemma",
    "members",
    "names_of",
    "noun_phrase",
    "preposition_objects",
    "shares_number",
    "subtree_span",
    "verb_above",
    "words",
]

# As a tokeniser leaves them, opening and closing.
QUOTE_MARKS = frozenset("\"“”‘’'`«»") | {"``", "''"}
_PREMODIFIERS = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "quantmod",
        "nmod",
        "advmod",
        "predet",
        "punct",
        "neg",
        "case",
        "prefix",
    }
)
_COMPLEX = frozenset(
    "advance terms addition spite place view light line need search honour honor memory event absence presence "
    "behalf top part result account basis aftermath wake face course middle midst accordance conjunction response "
    "front".split()
)
_RATES = frozenset(("a", "an", "per"))
_JOINED = frozenset({("apart", "from"), ("aside", "from"), ("along", "with"), ("together", "with")})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# "killed 107 or more": the number is a bound.
_BOUNDS = ("or more", "or so", "or fewer", "or less")


def children(token: Token, *deps: str) -> list[Token]:
    """The children of a token under one of the given dependencies, in text order."""
    wanted = _numbers(deps)
    return [c for c in token.children if c.dep in wanted]


@cache
def _numbers(deps: tuple[str, ...]) -> frozenset[int]:
    """What spaCy has for the names of dependencies: to compare them costs less than to spell them out."""
    return frozenset(map(get_string_id, deps))


def is_nominal(token: Token) -> bool:
    """Whether a token can head a noun phrase."""
    return token.pos_ in _NOMINAL or (token.tag_ in ("DT", "VBG") and token.dep_ in ("nsubj", "dobj", "pobj"))


def is_finite(verb: Token) -> bool:
    """Whether a verb or one of its auxiliaries has a tense."""
    forms = (verb, *children(verb, "aux", "auxpass"))
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in forms)


def verb_above(token: Token) -> Token | None:
    """The nearest verb that a token stands below."""
    return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has a "to" of its own."""
    return any(c.tag_ == "TO" for c in children(verb, "aux"))


def lemma(token: Token) -> str:
    """The lower-case dictionary form; British and capitalised spellings keep their own."""
    text: str = token.lemma_.lower()
    return text


def conjuncts(token: Token) -> list[Token]:
    """A token and everything coordinated with it below it: each is a member of its own."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and _parallel(token, child):
            found += conjuncts(child)
    return found


def members(tokens: list[Token]) -> list[Token]:
    """Every member of each coordination, and the examples that "such as" gives of it."""
    found = [one for t in tokens for m in conjuncts(t) if not _is_excluded(m) for one in (names_of(m) or [m])]
    return [*found, *(e for m in found for e in _examples(m))]


def names_of(noun: Token) -> list[Token]:
    """ "two men, Anna Brandt and Jonas Weiss": what is said of them is said of each."""
    if noun.tag_ not in ("NNS", "NNPS") and not (noun.pos_ == "PROPN" and children(noun, "nummod")):
        return []
    lists = [conjuncts(c) for c in children(noun, "appos") if c.pos_ == "PROPN" and c.i > noun.i]
    named = [names for names in lists if len(names) > 1 and all(n.pos_ == "PROPN" for n in names)]
    return named[0] if named else []


def _is_excluded(token: Token) -> bool:
    """ "not Anna but Clara": the one who is not meant; but "is not happy" is what is not so."""
    left = token.left_edge.i
    if token.dep_ in ("acomp", "attr") and left and token.doc[left - 1].head == token.head and token.head.pos_ == "AUX":
        return False
    return (left > 0 and token.doc[left - 1].lower_ == "not") or any(
        c.dep_ == "neg" and c.lower_ == "not" for c in token.children
    )


def _examples(token: Token) -> list[Token]:
    """ "faiths such as Wicca": what is said of them is said of the example."""
    such = any(t.lower_ == "such" and token.i < t.i < token.i + 4 for t in token.subtree)
    several = token.tag_ == "NNS" and not children(token, "det", "poss")
    found = [
        o
        for p, o in preposition_objects(token)
        if p in ("such as", "including") or (p == "as" and such) or (p == "like" and several and o.pos_ == "PROPN")
    ]
    return [m for o in found for m in conjuncts(o)]


def _parallel(first: Token, second: Token) -> bool:
    if is_nominal(first):
        return is_nominal(second)
    return (
        first.pos_ == second.pos_
        or {first.pos_, second.pos_} <= {"VERB", "AUX"}
        or {first.pos_, second.pos_} <= {"ADJ", "VERB", "NOUN"}
    )


def shares_number(noun: Token) -> bool:
    """ "100,000 soldiers and officers": the number is of both together, and of neither alone."""
    numbers = children(noun, "nummod")
    others = [c for c in children(noun, "conj") if c.tag_ == "NNS" and not children(c, "nummod", "det", "poss")]
    return bool(numbers) and noun.tag_ == "NNS" and bool(others) and numbers[-1].right_edge.i < noun.i


def governor(token: Token) -> Token:
    """The first member of the coordination that a token belongs to."""
    while token.dep_ == "conj" and _parallel(token.head, token):
        token = token.head
    return token


def noun_phrase(head: Token, *, full: bool = False, of: Collection[str] = ()) -> Span:
    """The phrase of a head noun with its premodifiers, and of its prepositions those in `of`; with `full` all."""
    start = head.i
    for child in sorted(head.lefts, key=lambda c: -c.i):
        if child.dep_ not in _PREMODIFIERS or (child.dep_ == "punct" and child.text not in "-–“\"'‘”"):
            break
        start = min(start, child.left_edge.i)
    end = head.i + 1
    if head.doc[end : end + 2].text.lower() in _BOUNDS and head.tag_ == "CD":
        end += 2
    elif full or of:
        for child in head.rights:
            if child.dep_ == "npadvmod" and child.left_edge.i == end == child.i - 1 and child.nbor(-1).lower_ in _RATES:
                end = child.i + 1  # "600,000 people a year"
                continue
            if child.dep_ not in ("prep", "punct", "case", "nummod", "amod") or child.i != end or child.text in ",;:—–":
                break
            if not full and child.dep_ == "prep" and child.lower_ not in of:
                break
            tail = _tail(child)
            if child.dep_ == "prep" and tail == child.i + 1:
                break
            end = tail
    return _trim(head.doc, start, end)


def _tail(preposition: Token) -> int:
    """The end of a prepositional phrase, without relative clauses and what follows a comma that separates no list."""
    end, listed = preposition.i + 1, _list(preposition)
    clauses = (t.left_edge.i for t in preposition.subtree if t.dep_ in ("relcl", "advcl"))
    stop = min(clauses, default=len(preposition.doc))  # "records of patients it had not tested"
    for token in preposition.subtree:
        if (
            (token.i >= stop)
            or (token.i != end and token.i > preposition.i)
            or (token.text in ",;:" and token.head not in listed)
            or (token.dep_ in ("mark", "advmod") and token.head.dep_ == "advcl")
            or token.tag_ in ("WDT", "WP", "WRB")
            or token.is_space
        ):
            break
        end = max(end, token.i + 1)
    return end


def _list(preposition: Token) -> list[Token]:
    """ "genres of fiction, horror and comics": the members of a list of three or more nouns that "and" closes."""
    found = children(preposition, "pobj")[:1]
    while found and (further := children(found[-1], "conj")):
        found.append(further[0])
    closed = len(found) > 2 and bool(children(found[-2], "cc"))
    return found[:-1] if closed and all(t.pos_ in ("NOUN", "PROPN") for t in found) else []


def subtree_span(token: Token) -> Span:
    """Everything below a token that stands next to it, without outer punctuation."""
    return _trim(token.doc, token.left_edge.i, token.right_edge.i + 1)


def _trim(doc: Doc, start: int, end: int) -> Span:
    while start < end - 1 and _is_mark(doc[start]):
        start += 1
    while end - 1 > start and (_is_mark(doc[end - 1]) or doc[end - 1].tag_ in ("POS", "CC")):
        end -= 1
    return doc[start:end]


def _is_mark(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text != "%")


def dependency_path(start: Token, end: Token) -> str:
    """The way through the tree between two tokens: "<" up to a head, ">" down to a dependent, each by its name."""
    above = [start, *start.ancestors]
    way: list[str] = []
    node = end
    while node not in above and node.head != node:
        way.insert(0, f">{node.dep_}")
        node = node.head
    ups = [f"<{t.dep_}" for t in above[: above.index(node)]] if node in above else ["…"]
    return " ".join([*ups, *way])


def words(span: Span) -> str:
    """The text of a span on one line."""
    return " ".join(span.text.split())


def preposition_objects(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional arguments below a token as (preposition, object), chains such as "from within" joined."""
    for preposition in children(token, "prep", "agent", "dative"):
        fronted = preposition.lower_ == "of" and preposition.i < token.i and token.pos_ in ("VERB", "AUX")
        if fronted or preposition.pos_ not in ("ADP", "SCONJ", "VERB", "ADV", "PART", "ADJ"):
            continue
        yield from _objects(preposition, " ".join([*_joined(preposition), preposition.lower_]))


def _joined(preposition: Token) -> list[str]:
    """The adverb that makes one preposition with it: "apart from", "aside from", "along with"."""
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return [before] if (before, preposition.lower_) in _JOINED else []


def _complex(noun: Token) -> Token | None:
    """The second half of "in advance of", "as part of": a bare noun between two prepositions is part of them."""
    bare = noun.lower_ in _COMPLEX and not any(c.i < noun.i for c in noun.children)
    return next((c for c in noun.children if c.dep_ == "prep" and c.i == noun.i + 1), None) if bare else None


def _objects(preposition: Token, wording: str) -> Iterator[tuple[str, Token]]:
    bare = [c for c in preposition.children if c.dep_ == "pcomp" and c.pos_ == "ADP" and not list(c.children)]
    wording = " ".join([wording, *(c.lower_ for c in bare)])
    for child in preposition.children:
        if child in bare:
            continue
        if child.dep_ == "pcomp" and child.lower_ in ("known", "called") and children(child, "auxpass"):
            # "an edition of what is now known as the Elm Cup" is one of the Elm Cup.
            yield from ((wording, o) for a in children(child, "prep") if a.lower_ == "as" for o in children(a, "pobj"))
            continue
        if child.dep_ == "pcomp" and child.pos_ == "ADP":
            yield from _objects(child, f"{wording} {child.lower_}")
        elif child.dep_ == "pobj" and (rest := _complex(child)) is not None:
            yield from _objects(rest, f"{wording} {child.lower_} {rest.lower_}")
        elif child.dep_ in ("pobj", "pcomp") and not (wording == "in" and child.lower_ == "order"):
            yield wording, child
        elif child.dep_ == "prep" and child.i > preposition.i:
            joined = child.i == preposition.i + 1
            yield from _objects(child, f"{wording} {child.lower_}" if joined else child.lower_)
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _objects(child, child.lower_)
