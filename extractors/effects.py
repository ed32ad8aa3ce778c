"""Effects: what a governing word does to the clause below it, as the lexicon says: asked, planned, said, denied."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.attribution import bearer_of, is_passive, speaker_of, subjects_of
from extractors.coreference import Discourse
from extractors.frames import complement_of, matching_frames, speaks
from extractors.mentions import AGENTIVE
from extractors.modality import only_prefaces, own_modality
from extractors.negation import is_negated
from extractors.noun_classes import noun_class
from extractors.phrases import children, lemma
from extractors.referents import Referent
from ontology import Modality

__all__ = ["Circumstances", "apply", "inherit", "is_commanded", "weaken"]


# Who does not order something does not forbid it.
_ORDERING = frozenset("require ask order tell force demand call oblige invite instruct compel request pressure".split())
# "Early data suggest that it works": no more than that.
_HINTING = frozenset("suggest hint imply".split())
_AWAITING = frozenset("expect anticipate".split())
_COMMANDING = frozenset("order tell instruct urge advise warn require invite oblige force".split())
_FINDINGS = frozenset("result data datum evidence figure sign trend test finding experience".split())
# "The inquiry found that he had lied": it says so, and nobody else does.
_INQUIRING = frozenset("inquiry enquiry inquest investigation review audit probe hearing trial survey study".split())
_LEARNING = frozenset("know learn understand realise realize remember see".split())


@dataclass(frozen=True)
class Circumstances:
    """How a proposition is said: negated or not, its modality, and its sources, innermost first."""

    negative: bool
    modality: Modality
    sources: tuple[Referent, ...] = ()
    reported: bool = False
    closed: bool = False

    def by(self, source: Referent | None) -> Circumstances:
        """The same, said by one more voice."""
        if source is None or source in self.sources:
            return self
        return replace(self, sources=(*self.sources, source))


# Whoever does these speaks, whatever they are: "the weather service said".
_SPOKEN = frozenset("say tell announce confirm warn add state insist claim argue explain declare admit".split())
# What is not barred has not come about for that.
_BARRING = frozenset("rule exclude forbid prohibit ban bar prevent discourage dissuade".split())


def weaken(found: Circumstances, modality: Modality) -> Circumstances:
    """A clause under a weaker governor is no stronger than it; its own weaker status stays."""
    weaker = found.modality.top == "actual" or (
        found.modality.top == "planned" and modality.top in ("possible", "requested")
    )
    return replace(found, modality=modality) if weaker else found


def apply(discourse: Discourse, found: Circumstances, parent: Token, effect: str) -> Circumstances:
    """The circumstances of a clause under a governor with an effect (an IRI of the lexicon, or empty for none)."""
    ontology = discourse.lexicon.ontology
    if not effect:
        return found
    if effect == ontology.iri("by:permitted") and _lets_happen(discourse, parent):
        return found
    if effect in ontology.modalities:
        return _under_modality(discourse, found, parent, ontology.modalities[effect])
    said, implied, denied = (ontology.iri(f"lex:{name}") for name in ("said", "implied", "denied"))
    if effect == said and lemma(parent) not in _SPOKEN and _is_mute(discourse, parent):
        return _shown(discourse, found, parent)
    above = (
        Circumstances(is_negated(discourse.lexicon, parent), own_modality(discourse, parent))
        if parent.pos_ in ("VERB", "AUX", "ADJ")
        else Circumstances(False, found.modality)
    )
    if effect == said:
        return _reported(discourse, found, parent, above)
    if effect == denied and above.negative and lemma(parent) in _BARRING:
        return weaken(found, ontology.modality("by:speculative"))  # "did not rule out a merger": nor did one come about
    negative = found.negative != above.negative if effect == implied else found.negative == above.negative
    result = replace(weaken(found, above.modality), negative=negative)
    return result.by(speaker_of(discourse, parent)) if effect == denied and _has_content(discourse, parent) else result


def _under_modality(discourse: Discourse, found: Circumstances, parent: Token, modality: Modality) -> Circumstances:
    """A clause that a governor plans, expects, asks for or leaves open."""
    ontology = discourse.lexicon.ontology
    if modality.top == "requested" and found.modality == ontology.modality("by:conditional"):
        found = replace(found, modality=ontology.modality("by:actual"))  # "must go if they can": asked all the same
    if modality.top == "requested" and lemma(parent) in _ORDERING and is_negated(discourse.lexicon, parent):
        return weaken(found, ontology.modality("by:speculative"))  # "did not require it to pay": it may pay
    if lemma(parent) in _AWAITING and is_negated(discourse.lexicon, parent) and _did_not(parent):
        return weaken(found, ontology.modality("by:speculative"))  # "had not expected to play": who knows
    if lemma(parent) == "need" and _is_mute(discourse, parent):
        modality = ontology.modality("by:speculative")  # "cells need to divide": nobody asks it of them
    speaking = speaks(discourse.lexicon, parent, modality.iri) and not is_commanded(parent)
    source = speaker_of(discourse, parent) if speaking else None
    if parent.pos_ == "NOUN" and modality.top == "requested":
        source = bearer_of(discourse, parent)
    source = source if source is not None and _may_speak(discourse, source) else None
    if modality == ontology.modality("by:alleged") and source is not None and not is_negated(discourse.lexicon, parent):
        return found.by(source)  # "The union accused the trust of freezing pay": by the union's account it did
    negative = (
        found.negative != is_negated(discourse.lexicon, parent)
        if modality.top in ("requested", "possible") or _is_no_plan(parent) or parent.pos_ in ("VERB", "AUX")
        else found.negative
    )
    return replace(weaken(found, modality), negative=negative).by(source)


def is_commanded(verb: Token) -> bool:
    """ "Firm ordered to pay", "were phoned and told to leave": without an object, a verb of command is a passive."""
    alone = lemma(verb) in _COMMANDING and verb.tag_ in ("VBD", "VBN") and not children(verb, "dobj", "dative", "aux")
    return alone and any(a.tag_ == "TO" for c in children(verb, "xcomp") for a in children(c, "aux"))


def _did_not(verb: Token) -> bool:
    """Whether somebody expected nothing of themselves: "had not expected to play"."""
    infinitive = any(a.tag_ == "TO" for c in children(verb, "xcomp") for a in children(c, "aux"))
    had = any(a.lower_ == "had" for a in children(verb, "aux"))
    return had and infinitive and not is_passive(verb) and not children(verb, "dobj")


def _shown(discourse: Discourse, found: Circumstances, parent: Token) -> Circumstances:
    """ "The results show that it works": nobody says so; the infinitive's reading, or what is the case."""
    effect = complement_of(discourse.lexicon, parent, "", infinitive=True)
    if lemma(parent) in _HINTING:
        return weaken(found, discourse.lexicon.ontology.modality("by:speculative"))
    if effect not in ("", *(discourse.lexicon.ontology.iri(f"lex:{name}") for name in ("said", "implied"))):
        return apply(discourse, found, parent, effect)
    return weaken(found, own_modality(discourse, parent))  # "if the review finds that": no more than the finding


def inherit(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances:
    """The circumstances of a word that is as real as what its verb says: "will be a meeting", "no meeting was held"."""
    above = Circumstances(is_negated(discourse.lexicon, parent), own_modality(discourse, parent))
    if any(c.lower_ == "no" for c in children(node, "det")):
        above = replace(above, negative=False)
    return replace(weaken(found, above.modality), negative=found.negative != above.negative)


def _lets_happen(discourse: Discourse, verb: Token) -> bool:
    """ "This allowed the fire to spread": what lets something happen without a will of its own tells that it did."""
    subjects = subjects_of(verb) if verb.tag_ in ("VBD", "VBN") and not is_passive(verb) else []
    demonstrative = any(s.lower_ in ("this", "that", "which") for s in subjects)
    modal = any(c.tag_ in ("MD", "TO") for c in verb.children) or is_negated(discourse.lexicon, verb)
    return bool(subjects) and not modal and (demonstrative or _is_mute(discourse, verb))


def _may_speak(discourse: Discourse, source: Referent) -> bool:
    """Whether a source can be one: "the attacks prompted them to leave" asks nobody."""
    ontology = discourse.lexicon.ontology
    if source.type:
        return ontology.is_a(source.type, ontology.iri("by:Voice"))
    heads = [discourse.doc[m.head] for m in source.mentions if m.kind == "nominal"]
    return source.named or source is discourse.unnamed or any(lemma(h).endswith(AGENTIVE) for h in heads)


def _is_mute(discourse: Discourse, verb: Token) -> bool:
    """Whether the subject is a thing that says nothing by itself: losses, results, a storm."""
    lexicon = discourse.lexicon
    subjects = [] if is_passive(verb) or verb.pos_ not in ("VERB", "AUX") else subjects_of(verb)
    subject = next((s for s in subjects if s.pos_ == "NOUN" and s.dep_ == "nsubj"), None)
    referent = discourse.referent(subject) if subject is not None else None
    if referent is None or referent.named or subject is None:
        return False
    if lemma(subject) in _INQUIRING:
        return False
    kind = referent.type or noun_class(subject, lexicon)
    return bool(kind) and not lexicon.ontology.is_a(kind, lexicon.ontology.iri("by:Voice"))


def _is_only_wanted(discourse: Discourse, verb: Token) -> bool:
    """ "the public needs to know that": they do not know it yet, and do not say it."""
    if verb.dep_ != "xcomp" or not any(a.tag_ == "TO" for a in verb.children) or only_prefaces(verb):
        return False
    effect = complement_of(discourse.lexicon, verb.head, "", infinitive=True)
    known = discourse.lexicon.ontology.modalities
    return effect in known and known[effect].top == "requested"


def _is_no_plan(noun: Token) -> bool:
    """ "has no plans to sell"; in "made no attempt to" the verb with its noun says so already."""
    return noun.pos_ == "NOUN" and not (noun.dep_ == "dobj" and lemma(noun.head) == "make")


def _has_content(discourse: Discourse, verb: Token) -> bool:
    """Whether a verb that denies says so of something: "denied that he had", "denies having"."""
    denies = discourse.lexicon.ontology.iri("by:denies")
    spoken = any(f.property == denies for f in matching_frames(discourse.lexicon, verb))
    return any(c.dep_ == "ccomp" or (spoken and c.dep_ == "xcomp") for c in verb.children)


def _reported(discourse: Discourse, found: Circumstances, parent: Token, above: Circumstances) -> Circumstances:
    """What somebody is said to say: theirs, and only possible where nobody is named or the saying itself is denied."""
    ontology = discourse.lexicon.ontology
    # "She was sure that he would win": the adjective's subject is its verb's.
    told = parent.head if parent.pos_ == "ADJ" and parent.dep_ == "acomp" else parent
    source = speaker_of(discourse, told) if told.pos_ in ("VERB", "AUX") else bearer_of(discourse, told)
    if source is None and lemma(told) in ("know", "find", "show") and not above.negative:
        return weaken(found, above.modality)  # "are known to spread disease"
    if source is None:
        return weaken(found, ontology.modality("by:alleged"))
    if above.modality.top == "requested" or _is_only_wanted(discourse, told):
        # "needs to know that it failed": so it did; "must say that it failed": who knows.
        unknown = weaken(found, ontology.modality("by:speculative"))
        return replace(found if lemma(told) in _LEARNING else unknown, closed=True)
    hinted = lemma(told) in _HINTING and bool(source.roles & _FINDINGS)  # "early results suggest"
    if above.negative or above.modality.top == "possible" or hinted:
        found = weaken(found, ontology.modality("by:speculative"))
    if above.negative and any(c.lower_ in ("whether", "if") for k in parent.children for c in k.children):
        return found  # "has not said whether they will": nobody says so
    return replace(found.by(source), reported=True)
