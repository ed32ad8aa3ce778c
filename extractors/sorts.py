"""Sorts: of what kind something is said to be: "a jazz album", "the 49th season of rugby league"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.mentions import AGENTIVE
from extractors.phrases import preposition_objects
from extractors.referents import Referent
from extractors.topics import says_nothing, telling, thing
from ontology import Literal, Property

__all__ = ["FIELDS", "Found", "game_of", "is_apart", "kind_of"]

Found = Iterator[tuple[Referent | Literal, Token]]

FIELDS = ("genre", "style", "category", "industry")
_SORTS = frozenset("type kind form sort variety style example".split())
_NO_SORTS = frozenset("part one member number group lot rest half majority".split())
_ROUNDS = frozenset("series round edition".split())
_BODIES = frozenset("league cup club team".split())
# How an event stands among others of its kind: "a senior national championship".
_STANDINGS = frozenset(
    "international national regional local world interstate senior junior youth amateur elite top-level annual "
    "biennial knockout invitational the".split()
)
# What somebody is without doing anything for a living.
_NO_WORK = frozenset(
    "member leader winner owner holder founder supporter follower father mother brother sister".split()
)
_WORK = frozenset("occupation profession".split())
# What is of one of these is of none of the others, whatever a name looks like.
_TOPS = ("Person", "Organization", "Place", "Event", "CreativeWork")
_OVERLAPPING = ({"Organization", "Place"}, {"CreativeWork", "Organization"}, {"Organization", "Event"})


def kind_of(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "a rock album": the kind is what stands before the noun of the subject's class, else the noun with it."""
    kinds = [o for p, o in preposition_objects(noun) if p == "of"] if noun.lemma_ in _SORTS else []
    noun = kinds[0] if kinds else noun  # "a type of dessert"
    label = known.label.lower().split()
    if noun.lemma_.lower() in _NO_SORTS or (_WORK & set(label) and not _works(discourse, noun)):
        return
    deps = ("compound", "nmod") if _of_agents(discourse, known) else ("compound", "amod", "nmod")
    kept = [c for c in noun.lefts if (c.dep_ in deps or "-" in c.text) and not says_nothing(discourse, c)]
    work = _is_what_it_is(discourse, noun, known)
    if (work and not kept) or (noun.lower_ in FIELDS and noun.lower_ not in label):
        return
    start = telling(discourse, min((c.left_edge.i for c in kept), default=noun.i), noun.i)
    if work and start == noun.i:
        return
    plain = discourse.doc[noun.i - 1].pos_ == "ADJ" and noun.lower_ not in FIELDS
    work = work and not plain  # "a graphic novel" is no graphic
    words = discourse.doc[start : noun.i if work else noun.i + 1]
    text = " ".join(words.text.split())
    if noun.tag_ == "NNS":
        text = text.removesuffix(noun.text) + (noun.lemma_ if text.endswith(noun.text) else "")
    yield thing(discourse, text, known), noun


def _own_class(discourse: Discourse, noun: Token) -> str:
    """The class that a noun alone denotes, whatever stands before it, or nothing."""
    return discourse.lexicon.words("noun").get(noun.lemma_.lower(), "")


def _of_agents(discourse: Discourse, known: Property) -> bool:
    ontology = discourse.lexicon.ontology
    return any(ontology.is_a(iri, ontology.iri("by:Agent")) for iri in known.domain)


def _is_what_it_is(discourse: Discourse, noun: Token, known: Property) -> bool:
    """Whether a noun says what the subject is and only what stands before it the value: "a jazz *musician*"."""
    ontology, label = discourse.lexicon.ontology, known.label.lower().split()
    own = _own_class(discourse, noun)
    acts = ontology.iri("by:Agent")
    if label == ["type"]:
        return False  # what type of thing it is says the noun itself, too
    if _of_agents(discourse, known):
        others = bool(known.range) and not any(ontology.is_a(c, acts) for c in known.range)
        field = label[-1] in FIELDS
        return noun.lemma_.lower() in label or field or (bool(own) and ontology.is_a(own, acts) and others)
    work = bool(own) and ontology.is_a(own, ontology.iri("schema:CreativeWork"), *known.domain)
    return work or noun.lemma_.lower() in label


def _works(discourse: Discourse, noun: Token) -> bool:
    """Whether a noun can be an occupation: one for a person, or with the ending of those who do something."""
    word = noun.lemma_.lower()
    own = _own_class(discourse, noun)
    person = discourse.lexicon.ontology.is_a(own, discourse.lexicon.ontology.iri("schema:Person")) if own else False
    return word not in _NO_WORK and (person or word.endswith((*AGENTIVE, "man", "woman", "player")))


def is_apart(discourse: Discourse, noun: Token, known: Property) -> bool:
    """Whether what something is said to be is surely nothing that the property is said of: a song is nobody."""
    ontology = discourse.lexicon.ontology
    own = _own_class(discourse, noun)
    here = {t for t in _TOPS if own and ontology.is_a(own, ontology.iri(f"schema:{t}"))}
    there = {t for t in _TOPS for c in known.domain if ontology.is_a(c, ontology.iri(f"schema:{t}"))}
    return bool(here and there) and not here & there and (here | there) not in _OVERLAPPING


def game_of(discourse: Discourse, noun: Token, known: Property) -> Found:
    """ "a rugby league match", "the 49th season of rugby league": what an event, or a series of events, is of."""
    if not (_is_event(discourse, noun) or noun.lemma_.lower() in _BODIES):
        return
    inner = next((o for p, o in preposition_objects(noun) if p == "of"), None)
    last = inner if inner is not None else noun
    start = min((c.left_edge.i for c in last.lefts if c.dep_ in ("compound", "amod", "nmod")), default=last.i)
    words = [*discourse.doc[start : last.i], *((last,) if inner is not None else ())]
    while words and _is_event(discourse, words[-1]):
        words.pop()
    while words and (says_nothing(discourse, words[0]) or words[0].lower_ in _STANDINGS or words[0].text.isupper()):
        words.pop(0)
    if words:
        yield thing(discourse, discourse.doc[words[0].i : words[-1].i + 1].text, known), noun


def _is_event(discourse: Discourse, noun: Token) -> bool:
    ontology = discourse.lexicon.ontology
    own = _own_class(discourse, noun)
    return noun.lemma_.lower() in _ROUNDS or (bool(own) and ontology.is_a(own, ontology.iri("schema:Event")))
