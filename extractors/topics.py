"""Topics: what a word without an argument of its own is about, and whether a derived property admits it.

The labels of an ontology name kinds that no recogniser knows: a film may pass for a person or a town. So what fills its
classes is decided by what is surely something else, not by what is surely right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from extractors.called import last_words
from extractors.control import subject_tokens
from extractors.coreference import Discourse
from extractors.drafts import Filler, phrase_literal, text_literal
from extractors.naming import named_by
from extractors.noun_classes import is_language, noun_class
from extractors.phrases import QUOTE_MARKS, children, preposition_objects
from extractors.referents import Referent
from ontology import Literal, Property

__all__ = [
    "admitted",
    "aside",
    "fill",
    "fitness",
    "lead",
    "may_be",
    "named_first",
    "plain",
    "says_nothing",
    "shortened",
    "telling",
    "thing",
    "topics",
]

# What is told of somebody or something says whom or what it is about.
_TOLD = frozenset("life story tale career history adventure journey appearance portrait biography origin".split())
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BLAND = frozenset(
    "former next twice then retired late current professional famous popular first second third other short debut "
    "original animated "
    "studio new early final upcoming single main annual black white silent live long feature solo full several many "
    "various 3d 2d color colour low-budget successful notable prominent modern contemporary independent".split()
)


def topics(discourse: Discourse, token: Token) -> Iterator[Token]:
    """The nouns that a word may be about, nearest first: what it hangs on, and what that is said of."""
    seen = token
    for _ in range(12):
        if seen.pos_ in ("VERB", "AUX"):
            first = next(iter(children(seen, "aux", "auxpass")), seen)
            found = lead(first) or subject_tokens(discourse, seen)
            yield from (t for t in found if t != token)
        elif seen != token and not _does(seen):
            # A verb taken for a plural noun ("Blue Harbour stars") has its subject before it.
            yield from (c for c in children(seen, "compound") if seen.tag_ == "NNS" and c.pos_ == "PROPN")
            yield seen
        if seen.head == seen:
            return
        seen = seen.head


def _does(token: Token) -> bool:
    """Whether somebody stands behind "by", alone or beside a noun: "by the novelist Anna Brandt"."""
    first = token.head if token.dep_ in ("appos", "compound", "conj") else token
    return first.dep_ == "pobj" and first.head.lower_ == "by"


def named_first(discourse: Discourse, tokens: Iterator[Token], known: Property) -> list[Token]:
    """The topic that the property admits best as its subject: by its kind, then a named one, then the nearest."""
    named = (named_by(discourse, t) for t in tokens if not aside(t))
    found = [(t, r) for t in named if (r := discourse.referent(t)) is not None]
    ranked = [(fitness(discourse, r, known.domain), r.named, t) for t, r in found]
    return [t for fit, _, t in sorted(ranked, key=lambda row: (-row[1], -row[0])) if fit][:1]


def aside(token: Token) -> bool:
    """Whether a word stands in brackets whose words are about what stands before them."""
    doc, i = token.doc, token.i - 1
    while i >= token.sent.start and doc[i].text not in "()" and token.i - i < 20:
        i -= 1
    return i > token.sent.start and doc[i].text == "(" and doc[i - 1].text[-1:].isalnum()


def may_be(discourse: Discourse, referent: Referent, wanted: tuple[str, ...]) -> bool:
    """Whether a referent can be of one of the wanted classes, as far as anything is known of it."""
    return fitness(discourse, referent, wanted) > 0


def fitness(discourse: Discourse, referent: Referent, wanted: tuple[str, ...]) -> int:
    """How well a referent fits the wanted classes: 3 it is one, 2 it may be one, 1 it may be mistaken, 0 it is none."""
    ontology, kind = discourse.lexicon.ontology, referent.type
    if wanted and kind and ontology.is_a(kind, *wanted):
        return 3
    if wanted == (ontology.iri("schema:Country"),):
        return int(bool(kind) and ontology.is_a(kind, ontology.iri("schema:AdministrativeArea")))
    if not wanted or not kind or any(ontology.is_a(w, kind) for w in wanted):
        return 2
    return int(referent.named and _may_be_mistaken(discourse, kind, wanted))


def _may_be_mistaken(discourse: Discourse, kind: str, wanted: tuple[str, ...]) -> bool:
    """Whether a name that passes for one kind may be of another: a country is never mistaken, a place for nobody."""
    ontology = discourse.lexicon.ontology
    person, place, event = (ontology.iri(f"schema:{n}") for n in ("Person", "Place", "Event"))
    if ontology.is_a(kind, ontology.iri("schema:Country")):
        return False
    return not (any(ontology.is_a(w, person) for w in wanted) and ontology.is_a(kind, place, event))


def admitted(discourse: Discourse, known: Property, subject: Referent, found: Filler, least: int = 1) -> bool:
    """Whether a derived property may hold between these two, its object fitting at least so well."""
    if subject is found or not may_be(discourse, subject, known.domain):
        return False
    if isinstance(found, Referent):
        spoken = "language" not in last_words(discourse, known.range) or is_language(found.name, discourse.lexicon)
        return spoken and not known.literal and fitness(discourse, found, known.range) >= least
    return known.literal or not known.range


def shortened(discourse: Discourse, found: Filler, known: Property) -> Filler:
    """Of a date the year alone, where a property is about years."""
    year = discourse.lexicon.ontology.iri("xsd:gYear")
    if known.range != (year,) or not isinstance(found, Literal) or not re.match(r"\d{4}(-|$)", found.value):
        return found
    return Literal(found.value[:4], year)


def fill(discourse: Discourse, token: Token, known: Property) -> Filler | None:
    """What a token gives as the object of a derived property: an entity where it wants one; else words."""
    if _ISO_DAY.fullmatch(token.text) and discourse.lexicon.ontology.iri("xsd:date") in known.range:
        return Literal(token.text, discourse.lexicon.ontology.iri("xsd:date"))
    labelled = token.lower_ in known.label.lower().split()
    shell = labelled or (token.lemma_.lower() in _TOLD and not known.literal)
    inner = next((o for p, o in preposition_objects(token) if p == "of"), None) if shell else None
    if inner is not None:
        return fill(discourse, inner, known)  # "rose to the rank of admiral", "tells the story of Anna Brandt"
    counted = known.literal and _is_number(discourse, known) and bool(children(token, "nummod"))
    if discourse.is_time(token) and not counted:
        return None  # but "54 minutes" is how many
    referent = _called(discourse, token, known)
    if known.literal:
        return _literal(discourse, token, referent, known)
    if (referent is not None and referent.named) or token.pos_ == "PRON":
        return referent
    text = plain(discourse, token)
    if not known.range:
        return text_literal(discourse, text)
    ontology = discourse.lexicon.ontology
    agent = any(ontology.is_a(c, ontology.iri("by:Agent")) for c in known.range)
    if agent or token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "X"):
        return referent
    if any(ontology.text(c, "by:color") for c in known.range):
        # A hall or an industry is no town, and a town of no name tells nothing.
        return referent if referent is not None and ontology.is_a(referent.type, *known.range) else None
    return _same_or_new(discourse, text, known)


def thing(discourse: Discourse, text: str, known: Property) -> Referent | Literal:
    """Words as an entity where the property relates entities."""
    if known.literal or not known.range:
        return text_literal(discourse, text)
    return _same_or_new(discourse, text, known)


def _same_or_new(discourse: Discourse, text: str, known: Property) -> Referent:
    """What the article calls so, where it may be of the kind wanted: "the rank of colonel" is no colonel."""
    same = (r for r in discourse.referents if r.name == text and may_be(discourse, r, known.range))
    return next(same, None) or Referent(text, type=known.range[0])


def _literal(discourse: Discourse, token: Token, referent: Referent | None, known: Property) -> Filler | None:
    """A number where the property wants one, without its unit; a name; else the words."""
    iri = discourse.lexicon.ontology.iri
    if _is_number(discourse, known):
        number = next((t for t in token.subtree if t.like_num and t.text[:1].isdigit()), None)
        return text_literal(discourse, number.text.replace(",", "")) if number is not None else None
    if {iri("xsd:date"), iri("xsd:gYear")} & set(known.range):
        return None
    if referent is not None and referent.named:
        return text_literal(discourse, referent.name)
    return text_literal(discourse, token.text) if token.like_num else phrase_literal(discourse, token)


def _is_number(discourse: Discourse, known: Property) -> bool:
    """Whether a property wants a number."""
    iri = discourse.lexicon.ontology.iri
    return iri("xsd:decimal") in known.range or iri("xsd:integer") in known.range


def plain(discourse: Discourse, token: Token) -> str:
    """A common noun with what tells its kind: without its determiner, its number, its country and bland adjectives."""
    kept = [c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod") and not says_nothing(discourse, c)]
    start = telling(discourse, min((c.left_edge.i for c in kept), default=token.i), token.i)
    return " ".join(discourse.doc[start : token.i + 1].text.split())


def telling(discourse: Discourse, start: int, end: int) -> int:
    """Where a phrase begins to tell a kind: "2011 Norwegian comedy film" at its third word."""
    while start < end and (says_nothing(discourse, discourse.doc[start]) or discourse.doc[start].text in "-–"):
        start += 1
    return start


def says_nothing(discourse: Discourse, token: Token) -> bool:
    """Whether a modifier tells no kind."""
    number = token.like_num or token.text[:4].isdigit() or token.tag_ in ("JJS", "CD") or token.ent_type_ == "ORDINAL"
    ordinal = re.fullmatch(r"\d+(st|nd|rd|th)", token.lower_) is not None
    demonyms = discourse.lexicon.words("demonym")
    country = token.text in demonyms or token.text.split("-")[0] in demonyms
    return number or ordinal or country or token.dep_ == "det" or token.lower_ in _BLAND


def _called(discourse: Discourse, token: Token, known: Property) -> Referent | None:
    """Who or what a token stands for, by the name beside it where it has none: "the guitarist, Anna Brandt"."""
    referent = discourse.referent(token)
    if referent is not None and referent.named:
        return referent
    kind, ontology = noun_class(token, discourse.lexicon), discourse.lexicon.ontology
    general = bool(kind) and ontology.is_a(kind, ontology.iri("schema:Place"), *known.range)
    inner = [o for p, o in preposition_objects(token) if p == "of"] if general else []
    general = general or token.lemma_.lower() in last_words(discourse, known.range)
    before = [c for c in children(token, "compound", "nmod") if c.pos_ == "PROPN" and general and _beside(c, token)]
    after = [token.nbor(1)] if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN" else []
    after = after or ([token.nbor(2)] if general and _set_off(token) else [])
    beside = (discourse.referent(c) for c in (*before, *after, *children(token, "appos"), *inner))
    return next((r for r in beside if r is not None and r.named), referent)


def _beside(name: Token, noun: Token) -> bool:
    """ "the Elm range", "the Union Bergen municipal party": only adjectives between a name and the noun behind it."""
    return all(t.pos_ == "ADJ" for t in noun.doc[name.i + 1 : noun.i])


def _set_off(token: Token) -> bool:
    """ "from their second album, Blue Harbour (2001)": a name between a comma and another mark."""
    doc, i = token.doc, token.i
    behind = doc[i + 3].text if i + 3 < len(doc) else "."
    return i + 2 < len(doc) and doc[i + 1].text == "," and doc[i + 2].pos_ == "PROPN" and behind in (",", ".", "(", ";")


def lead(token: Token) -> list[Token]:
    """ "Anna Brandt (born 1980 in Bergen) is": the name before the brackets that a predicate follows."""
    doc, i = token.doc, token.i - 1
    if i < 2 or doc[i].text != ")":
        return []
    while i > token.sent.start and doc[i].text != "(":
        i -= 1
    before = doc[i - 1] if i > 0 and doc[i - 1].text not in QUOTE_MARKS else doc[max(i - 2, 0)]
    return [before] if before.pos_ == "PROPN" else []
