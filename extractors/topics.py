"""Topics: what a word without an argument of its own is about, and whether a derived property admits it.

The labels of an ontology name kinds that no recogniser knows: a film may pass for a person or a town. So what fills its
classes is decided by what is surely something else, not by what is surely right.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.drafts import Filler, phrase_literal, text_literal
from extractors.mentions import noun_class
from extractors.phrases import children, conjuncts, preposition_objects
from extractors.referents import Referent
from ontology import Property

__all__ = ["admitted", "fill", "fitness", "lead", "may_be", "named_first", "topics"]

_BESIDE = frozenset("relcl acl advcl conj appos prep pobj pcomp agent dobj attr ccomp xcomp dep dative npadvmod oprd".split())


def topics(discourse: Discourse, token: Token) -> Iterator[Token]:
    """The nouns that a word may be about, nearest first: what it hangs on, and what that is said of."""
    seen = token
    for _ in range(12):
        if seen.pos_ in ("VERB", "AUX"):
            first = next(iter(children(seen, "aux", "auxpass")), seen)
            found = lead(first) or [m for s in children(seen, "nsubj", "nsubjpass") for m in conjuncts(s)]
            yield from (t for t in found if t != token)
        elif seen != token and not (seen.dep_ == "pobj" and seen.head.lower_ == "by"):
            yield seen
        if seen.head == seen:
            return
        seen = seen.head


def named_first(discourse: Discourse, tokens: Iterator[Token], known: Property) -> list[Token]:
    """The topic that the property admits best as its subject: by its kind, then a named one, then the nearest."""
    found = [(t, r) for t in tokens if (r := discourse.referent(t)) is not None]
    ranked = [(fitness(discourse, r, known.domain), r.named, t) for t, r in found]
    return [t for fit, _, t in sorted(ranked, key=lambda row: (-row[1], -row[0])) if fit][:1]


def may_be(discourse: Discourse, referent: Referent, wanted: tuple[str, ...]) -> bool:
    """Whether a referent can be of one of the wanted classes, as far as anything is known of it."""
    return fitness(discourse, referent, wanted) > 0


def fitness(discourse: Discourse, referent: Referent, wanted: tuple[str, ...]) -> int:
    """How well a referent fits the wanted classes: 3 it is one, 2 it may be one, 1 it may be mistaken, 0 it is none."""
    ontology, kind = discourse.lexicon.ontology, referent.type
    if wanted and kind and ontology.is_a(kind, *wanted):
        return 3
    if not wanted or not kind or any(ontology.is_a(w, kind) for w in wanted):
        return 2
    return int(referent.named and _may_be_mistaken(discourse, kind, wanted))


def _may_be_mistaken(discourse: Discourse, kind: str, wanted: tuple[str, ...]) -> bool:
    """Whether a name that passes for one kind may be of another: a country is never mistaken."""
    ontology = discourse.lexicon.ontology
    person, place, event = (ontology.iri(f"schema:{n}") for n in ("Person", "Place", "Event"))
    if ontology.is_a(kind, ontology.iri("schema:Country")):
        return False
    if any(ontology.is_a(w, person) for w in wanted):
        return not ontology.is_a(kind, place, event)
    return not (ontology.is_a(kind, person) and any(ontology.is_a(w, place) for w in wanted))


def admitted(discourse: Discourse, known: Property, subject: Referent, found: Filler) -> bool:
    """Whether a derived property may hold between these two."""
    if subject is found or not may_be(discourse, subject, known.domain):
        return False
    if isinstance(found, Referent):
        return not known.literal and may_be(discourse, found, known.range)
    return known.literal or not known.range


def fill(discourse: Discourse, token: Token, known: Property) -> Filler | None:
    """What a token gives as the object of a derived property: an entity where it wants one, named or not; else words."""
    if discourse.is_time(token):
        return None
    referent = _called(discourse, token, known)
    if known.literal:
        text = referent.name if referent is not None and referent.named else None
        return text_literal(discourse, text or token.text) if text or token.like_num else phrase_literal(discourse, token)
    if referent is not None or known.range:
        return referent
    return phrase_literal(discourse, token)


def _called(discourse: Discourse, token: Token, known: Property) -> Referent | None:
    """Who or what a token stands for, by the name beside it where it has none: "the guitarist, Anna Brandt"."""
    referent = discourse.referent(token)
    if referent is not None and referent.named:
        return referent
    kind, ontology = noun_class(token, discourse.lexicon), discourse.lexicon.ontology
    general = bool(kind) and ontology.is_a(kind, ontology.iri("schema:Place"), *known.range)
    inner = [o for p, o in preposition_objects(token) if p == "of"] if general else []
    after = [token.nbor(1)] if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN" else []
    beside = (discourse.referent(c) for c in (*after, *children(token, "appos"), *inner))
    return next((r for r in beside if r is not None and r.named), referent)


def lead(token: Token) -> list[Token]:
    """ "Anna Brandt (born 1980 in Bergen) is": the name before the brackets that a predicate follows."""
    doc, i = token.doc, token.i - 1
    if i < 2 or doc[i].text != ")":
        return []
    while i > token.sent.start and doc[i].text != "(":
        i -= 1
    return [doc[i - 1]] if i > 0 and doc[i - 1].pos_ == "PROPN" else []
