"""Offices: whether what stands beside a role noun is where the role is held, or only where, for what or for whom."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.drafts import Filler
from extractors.noun_classes import noun_class
from extractors.phrases import children, lemma
from extractors.referents import Referent, is_agent
from ontology import Frame

__all__ = ["held", "is_field", "may_be_held"]

_KINDS = frozenset(
    "city town village island province county district state region borough municipality canton prefecture".split()
)
_WHOLE = frozenset("managing executive general company club team school group hospital museum festival project".split())
# Several people that somebody leads as one.
_LED = frozenset("team squad side crew band choir orchestra delegation".split())
_HEADS = frozenset("head director chief manager chair vice-president officer secretary minister".split())


def is_field(target: Token) -> bool:
    """ "head of operations", "director of human resources": a bare noun is what the office is for, and nothing led."""
    bare = target.pos_ == "NOUN" and not target.ent_type_ and not children(target, "det", "poss", "nummod", "prep")
    behind = target.dep_ == "pobj" and target.head.lower_ == "of" and lemma(target.head.head) in _HEADS
    return bare and behind and all(c.pos_ in ("NOUN", "ADJ", "CCONJ") for c in target.lefts)


def held(discourse: Discourse, token: Token, property: str) -> str:
    """The property that a role is: the head of finance at a bank has a role there and does not lead it."""
    iri = discourse.lexicon.ontology.iri
    field = any(is_field(o) for p in children(token, "prep") for o in children(p, "pobj"))
    before = [c for c in children(token, "compound") if c.pos_ == "NOUN" and c.i == token.i - 1]
    field = field or (lemma(token) in ("director", "manager", "officer") and any(_is_branch(c) for c in before))
    return iri("by:roleAt") if field and property == iri("by:leads") else property


def _is_branch(noun: Token) -> bool:
    """ "finance director", "planning manager": of a part of the firm."""
    return noun.lower_ not in _WHOLE


def may_be_held(discourse: Discourse, target: Token, found: Filler, frame: Frame) -> bool:
    """Whether the role of a frame can be held at, in or under what a token beside the role noun stands for."""
    if is_field(target) and frame.property == discourse.lexicon.ontology.iri("by:leads"):
        return False
    return not (_is_where(discourse, target, found, frame) or _is_no_employer(discourse, target, found, frame))


def _is_no_employer(discourse: Discourse, target: Token, found: Filler, frame: Frame) -> bool:
    """ "their teacher", "a Democratic aide", "their landlord": people are nobody's to head, to work for or to own."""
    ontology = discourse.lexicon.ontology
    if isinstance(found, Referent) and frame.property == ontology.iri("schema:owns"):
        return ontology.is_a(found.type, ontology.iri("schema:Person"), ontology.iri("by:Group"))
    if target.dep_ not in ("poss", "amod", "compound") or not isinstance(found, Referent) or not frame.property:
        return False
    if frame.property == ontology.iri("schema:parentOrganization") and _is_in_country(discourse, target, found):
        return True
    if target.dep_ == "poss" and lemma(target) in _LED:
        return False
    office = ontology.is_sub(frame.property, ontology.iri("by:roleAt")) and frame.property != ontology.iri(
        "by:represents"
    )
    return office and ontology.is_a(found.type, ontology.iri("schema:Person"), ontology.iri("by:Group"))


def _is_in_country(discourse: Discourse, target: Token, found: Referent) -> bool:
    """ "Europe's most powerful army" is not Europe's; "Norway's main news agency" is there, not the state's."""
    ontology, noun = discourse.lexicon.ontology, target.head
    ranked = any(c.tag_ in ("JJS", "RBS") for a in children(noun, "amod") for c in (a, *a.children))
    public = ontology.is_a(noun_class(noun, discourse.lexicon), ontology.iri("schema:GovernmentOrganization"))
    return ranked or (not public and ontology.is_a(found.type, ontology.iri("schema:Country")))


def _is_where(discourse: Discourse, target: Token, found: Filler, frame: Frame) -> bool:
    """ "a headteacher in Bergen" heads no town: a place after "in" or "at" only says where."""
    place = discourse.lexicon.ontology.iri("schema:Place")
    known = discourse.lexicon.ontology.properties[frame.property or ""]
    office = discourse.lexicon.ontology.is_sub(known.iri, discourse.lexicon.ontology.iri("by:roleAt"))
    of = [o for p in children(target.head.head, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    if target.head.lower_ == "at" and office and any(o.pos_ == "PROPN" for o in of):
        return True  # "director of the Harbour Programme at the institute"
    if (
        target.head.lower_ == "for"
        and office
        and not (isinstance(found, Referent) and (found.named or is_agent(found, discourse.lexicon)))
    ):
        return True  # "vice president for policy"
    if target.head.lower_ == "of" and isinstance(found, Referent) and _is_called(discourse, target, known.iri):
        return True
    in_place = (
        target.head.lower_ in ("in", "at")
        and isinstance(found, Referent)
        and discourse.lexicon.ontology.is_a(found.type, place)
    )
    return in_place and not any(discourse.lexicon.ontology.is_a(r, place) for r in known.range)


def _is_called(discourse: Discourse, target: Token, iri: str) -> bool:
    """ "the island of Bornholm": the noun before "of" only says what has the name; a suburb is another place."""
    noun = target.head.head
    own = any(c.pos_ == "PROPN" for c in children(noun, "compound", "amod", "nmod"))
    contained = iri == discourse.lexicon.ontology.iri("schema:containedInPlace")
    return contained and not own and lemma(noun) in _KINDS
