"""Modality: what a clause itself says of whether it happened: auxiliaries, adverbs, conditions, question marks."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.negation import is_negated, shares_auxiliary
from extractors.phrases import children, is_infinitive, lemma
from extractors.quotations import is_speech_verb
from ontology import Modality

__all__ = ["asks_whether", "by_modifier", "is_inverted", "only_prefaces", "own_modality"]

_CONDITIONS = frozenset("if unless provided".split())
_ABLE = frozenset("can ca could".split())
_TELLING = frozenset("say comment discuss elaborate draw identify name give answer speak talk".split())
_PREFACING = frozenset("say tell admit confess".split())
_FRONTED = frozenset("never nor rarely seldom only not hardly scarcely".split())
_PERFECT = frozenset(["have", "'ve", "’ve"])


def own_modality(discourse: Discourse, token: Token) -> Modality:
    """The modality of a verb or event noun by its own words, governors left aside."""
    ontology = discourse.lexicon.ontology
    if asks_whether(token):
        return ontology.modality("by:speculative")
    if only_prefaces(token):
        return ontology.modality("by:actual")
    found = _by_auxiliary(discourse, token) or by_modifier(discourse, token)
    if found is not None:
        return ontology.modality("by:conditional") if found.top == "planned" and _is_conditional(token) else found
    if token.dep_ == "ROOT" and token.tag_ == "VB" and is_infinitive(token):
        return ontology.modality("by:committed")
    if is_infinitive(token) and any(c.tag_ == "WRB" for c in children(token, "advmod")):
        return ontology.modality("by:speculative")  # "how to clean it"
    if _is_question(token) or _is_alternative(token):
        return ontology.modality("by:speculative")
    if _is_conditional(token):
        return ontology.modality("by:conditional")
    if token.dep_ == "conj" and (shares_auxiliary(token) or _shares_adverb(token)):
        return own_modality(discourse, token.head)
    return ontology.modality("by:actual")


def asks_whether(clause: Token) -> bool:
    """ "whether she would": open, whoever says or does not say it."""
    return any(m.lower_ == "whether" for m in children(clause, "mark"))


def only_prefaces(verb: Token) -> bool:
    """ "I must tell you that", "we have to say that": whoever says so says it there and then."""
    if lemma(verb) not in _PREFACING or not children(verb, "ccomp"):
        return False
    bound = verb.dep_ == "xcomp" and lemma(verb.head) == "have" and not children(verb.head, "aux")
    must = any(a.lower_ in ("must", "can") for a in children(verb, "aux"))
    subjects = children(verb.head if bound else verb, "nsubj")
    return (bound or must) and any(s.lower_ in ("i", "we") for s in subjects)


def _is_alternative(token: Token) -> bool:
    """ "Either she knew or she was told": one of the two."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    opening = children(first, "preconj", "cc", "advmod")
    return first.pos_ in ("VERB", "AUX") and any(c.lower_ == "either" and c.i < first.i for c in opening)


def _by_auxiliary(discourse: Discourse, token: Token) -> Modality | None:
    """ "will", "may", "must"; "cannot" plainly denies, "would have" tells what did not come about."""
    ontology, auxiliaries = discourse.lexicon.ontology, discourse.lexicon.words("auxiliary")
    for child in children(token, "aux"):
        if child.tag_ != "MD" or child.lower_ not in auxiliaries:
            continue
        if is_inverted(token):
            return ontology.modality("by:conditional")  # "Should it rain, the match is off"
        if child.lower_ in _ABLE and is_negated(discourse.lexicon, token):
            return ontology.modality("by:actual")
        if child.lower_ == "would" and _declines(discourse, token):
            return ontology.modality("by:actual")
        if child.lower_ in ("would", "'d", "’d") and any(c.lower_ in _PERFECT for c in children(token, "aux")):
            return ontology.modality("by:speculative")
        if child.lower_ in ("would", "'d", "’d") and _is_supposed(discourse, token):
            return ontology.modality("by:conditional")
        return ontology.modalities[auxiliaries[child.lower_]]
    return None


def _is_supposed(discourse: Discourse, token: Token) -> bool:
    """ "I think it would help": "would" supposes beside a present, and looks ahead from a past."""
    governor = token.head if token.dep_ in ("ccomp", "conj") else token
    auxiliaries = children(governor, "aux")
    present = governor != token and governor.tag_ in ("VBP", "VBZ") and not auxiliaries
    spoken = [c for c in children(token, "aux") if discourse.quotation(c) is not None]
    reported = token.dep_ == "ccomp" and token.head.tag_ in ("VBD", "VBN")  # "said a search would begin"
    none = any(c.lower_ in ("a", "an", "any") for s in children(token, "nsubj") for c in children(s, "det"))
    if none and not reported:
        return True  # "a deal would create": there is none yet
    if any(p.lower_ == "without" for p in children(token, "prep")):
        return True  # "without it the firm would close"
    return present or (token.dep_ in ("ROOT", "ccomp") and bool(spoken))


def _declines(discourse: Discourse, token: Token) -> bool:
    """ "would not say why": in the article's own voice, that is a refusal and no plan."""
    own = token.dep_ not in ("ccomp", "xcomp") and discourse.quotation(token) is None
    telling = token.lemma_ in _TELLING or is_speech_verb(token, discourse.lexicon)
    return own and telling and is_negated(discourse.lexicon, token)


def by_modifier(discourse: Discourse, token: Token) -> Modality | None:
    """ "allegedly attacked", "an alleged attack"."""
    lexicon = discourse.lexicon
    for child in token.children:
        words = lexicon.words("modalAdjective" if child.dep_ == "amod" else "adverb")
        if child.dep_ in ("advmod", "npadvmod", "amod") and child.lower_ in words:
            return lexicon.ontology.modalities[words[child.lower_]]
    return None


def _shares_adverb(token: Token) -> bool:
    """ "allegedly bribed him and fled": an adverb before the first of two verbs with one subject covers both.

    At the head of a sentence it covers all of it: "Allegedly, she asked him and he refused".
    """
    if any(c.i == token.sent.start for c in children(token.head, "advmod")):
        return True
    alone = token.pos_ == "VERB" and not children(token, "nsubj", "nsubjpass", "aux", "auxpass")
    return alone and any(c.i < token.head.i for c in children(token.head, "advmod"))


def _is_conditional(token: Token) -> bool:
    """Under a condition, or one itself: "if it rains", "had it rained", "it will, unless"."""
    if any(_conditions(c) for c in children(token, "mark")) or is_inverted(token):
        return True
    shared = token.dep_ == "conj" and token.head.dep_ == "advcl"
    if shared and any(_conditions(c) for c in children(token.head, "mark")):
        return True  # "if it rains and the harbour closes"
    marks = (m for c in children(token, "advcl") for m in children(c, "mark"))
    return any(_conditions(m) and not _concedes(m) for m in marks)


def _conditions(mark: Token) -> bool:
    """ "if", but not the "if" of "as if"."""
    return mark.lower_ in _CONDITIONS and not (mark.i > 0 and mark.nbor(-1).lower_ == "as")


def _concedes(mark: Token) -> bool:
    """ "even if it rains": what is said beside it holds all the same."""
    return mark.i > 0 and mark.nbor(-1).lower_ == "even"


def _is_question(token: Token) -> bool:
    """A question that yes or no answers: "Did the bank buy it?"."""
    if not any(t.text == "?" for t in token.sent):
        return False
    subjects = children(token, "nsubj", "nsubjpass")
    fronted = [c for c in children(token, "aux", "auxpass") if subjects and c.i < subjects[0].left_edge.i]
    asks = not any(c.tag_ in ("WRB", "WP", "WDT") for c in token.children)
    declared = token.dep_ == "ROOT" and token.sent[-1].text == "?"
    return asks and (bool(fronted) or declared or (token.lemma_ == "be" and bool(subjects) and token.i < subjects[0].i))


def is_inverted(token: Token) -> bool:
    """ "Had it happened an hour later": a condition without "if"."""
    subjects = children(token, "nsubj", "nsubjpass")
    fronted = [
        c
        for c in children(token, "aux", "auxpass")
        if c.lower_ in ("had", "were", "should") and subjects and c.i < subjects[0].left_edge.i
    ]
    if fronted and any(t.lower_ in _FRONTED for t in token.doc[token.sent.start : fronted[0].i]):
        return False  # "Never before had it rained"
    return bool(fronted) and token.sent[-1].text != "?" and not any(t.text == "?" for t in token.sent)
