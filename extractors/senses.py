"""Senses: where a wording of the lexicon says something else than its property: "closed her eyes" ends nothing."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.arguments import referents_of
from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.frames import VERDICTS, has_own_object, takes_own_object, verb_lemma
from extractors.noun_classes import noun_class
from extractors.phrases import children, lemma
from extractors.referents import is_agent, is_person
from ontology import Frame

__all__ = ["means_otherwise"]

_LASTING = frozenset("generation season term spell shift".split())
_CUT = frozenset("road line cable power ribbon grass hole tree wire electricity link tie contact hair cake".split())
_SHUT = frozenset(
    "eye door window mouth lid book gate curtain shutter laptop dam valve tap building "
    "road street bridge border crossing".split()
)


def means_otherwise(discourse: Discourse, p: Proposition, verb: Token, frame: Frame) -> bool:
    """Whether a wording without an object stands with one ("moved patients to"), or names what is no name."""
    if has_own_object(verb, frame):
        known = discourse.lexicon.ontology.properties[frame.property or ""]
        return discourse.lexicon.ontology.iri("by:Outlet") not in known.range or takes_own_object(verb, frame)
    if _is_figure(discourse, p, verb, frame):
        return True
    if frame.property == discourse.lexicon.construction("kind") and any(
        o.lower_ in VERDICTS for o in children(verb, "oprd")
    ):
        return True  # a verdict is no description
    if children(verb, "oprd") and frame.wording == verb_lemma(discourse.lexicon, verb) and _says_what(discourse, frame):
        return True
    if verb_lemma(discourse.lexicon, verb) == "name" and children(verb, "oprd"):
        return (frame.property == discourse.lexicon.construction("acronym")) != _gives_a_name(discourse, verb)
    named = frame.property == discourse.lexicon.construction("acronym")
    return named and bool(p.get("attribute")) and all(discourse.doc[i].pos_ != "PROPN" for i in p.get("attribute"))


def _is_figure(discourse: Discourse, p: Proposition, verb: Token, frame: Frame) -> bool:
    """ "closed her eyes", "cut the rope", "played the king", "contained the damage": another sense of the verb."""
    iri = discourse.lexicon.ontology.iri
    if frame.property == iri("by:causes"):
        return _makes_do(verb)
    if frame.property in (iri("schema:foundingDate"), iri("schema:startDate")):
        return _is_no_beginning(discourse, p, verb, frame)
    if frame.property == iri("by:travelsTo"):
        return _goes_in_for(discourse, p, frame)
    if frame.property == iri("by:competesWith"):
        return _plays_a_part(discourse, p, verb)
    if frame.property == iri("by:precedes") or (frame.property == iri("by:partOf") and lemma(verb) == "contain"):
        # "came before the court", "contained the damage": an agent does so, and precedes or contains nothing.
        return any(is_agent(r, discourse.lexicon) for _, r in referents_of(discourse, p.get("subject")))
    if frame.wording == "put on":
        return any(list(c.children) for c in children(verb, "prep"))  # "put a ship on the cover"
    if frame.wording == "work for":
        return any(lemma(discourse.doc[i]) in _LASTING for i in p.get("for"))
    if frame.property == iri("by:leaves"):
        return bool(p.get("indirect"))  # "left him the house"
    return _does_other_things(discourse, p, verb, frame)


def _does_other_things(discourse: Discourse, p: Proposition, verb: Token, frame: Frame) -> bool:
    """ "cut the rope", "raised £11,300", "the river drowned the square", "closed her eyes": told by the object."""
    iri, objects = discourse.lexicon.ontology.iri, children(verb, "dobj")
    if frame.property == iri("by:reduces") and lemma(verb) == "cut":
        return any(lemma(o) in _CUT for o in objects)
    if frame.property == iri("by:increases") and lemma(verb) == "raise":
        return any(o.ent_type_ == "MONEY" for o in objects)
    if frame.property == iri("by:kills") and lemma(verb) == "drown":
        return not any(is_person(r, discourse.lexicon) for _, r in referents_of(discourse, p.get("object")))
    return frame.property == iri("by:ends") and any(lemma(o) in _SHUT for o in objects)


def _is_no_beginning(discourse: Discourse, p: Proposition, verb: Token, frame: Frame) -> bool:
    """ "The school opened in 1931", but the inquiry on Wednesday: a body is founded in a year."""
    if frame.property == discourse.lexicon.ontology.iri("schema:startDate"):
        return not _may_begin(discourse, p, frame)
    time = discourse.time(verb) if lemma(verb) == "open" else None
    return lemma(verb) == "open" and (time is None or time.precision != "year")


def _may_begin(discourse: Discourse, p: Proposition, frame: Frame) -> bool:
    """ "The broadcasts began in May": what is no event takes no place, unless nothing tells what it is."""
    ontology, found = discourse.lexicon.ontology, referents_of(discourse, p.first(frame.subject))
    events = (ontology.iri("schema:Event"), ontology.iri("schema:CreativeWork"))
    known = (r for _, r in found if r.type and r.type != ontology.iri("schema:Thing"))
    return all(ontology.is_a(r.type, *events) for r in known) and not any(r.named and not r.type for _, r in found)


def _gives_a_name(discourse: Discourse, verb: Token) -> bool:
    """ "named the boat Elda", but "named her captain", "named her Player of the Year"."""
    objects = (discourse.referent(o) for o in children(verb, "dobj", "nsubjpass"))
    people = any(r is not None and is_person(r, discourse.lexicon) for r in objects)
    return not people and any(o.pos_ == "PROPN" for o in children(verb, "oprd"))


def _says_what(discourse: Discourse, frame: Frame) -> bool:
    """ "found the letter upsetting": no finding, where the same verb says what something is."""
    kind = discourse.lexicon.construction("kind")
    described = discourse.lexicon.frames.get(("verb", frame.wording), ())
    return "attribute" not in frame.object and any(f.property == kind and "attribute" in f.object for f in described)


def _plays_a_part(discourse: Discourse, p: Proposition, verb: Token) -> bool:
    """ "played the inspector in the drama": an actor meets no rival there."""
    ontology = discourse.lexicon.ontology
    works = [o for s in ("in", "for") for o in (discourse.doc[i] for i in p.get(s))]
    work = any(ontology.is_a(noun_class(o, discourse.lexicon), ontology.iri("schema:CreativeWork")) for o in works)
    subjects = referents_of(discourse, p.get("subject"))
    return lemma(verb) == "play" and (work or any({"actor", "actress"} & r.roles for _, r in subjects))


def _goes_in_for(discourse: Discourse, p: Proposition, frame: Frame) -> bool:
    """ "go to college", "went to court": a bare noun is what somebody takes up, and no journey's end."""
    objects = [discourse.doc[i] for i in p.first(frame.object)]
    phases = {"state", "phase", "stage", "period", "era"}  # "enter a wartime state"
    if any(lemma(o) in phases and any(c.lower_ in ("a", "an") for c in children(o, "det")) for o in objects):
        return True
    return bool(objects) and all(o.tag_ == "NN" and not children(o, "det", "poss", "amod", "compound") for o in objects)


def _makes_do(verb: Token) -> bool:
    """ "prompted the council to close the school": nothing causes the council."""
    return bool(children(verb, "dobj")) and any(c.tag_ == "VB" for c in children(verb, "xcomp"))
