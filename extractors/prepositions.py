"""Prepositions: phrases that a parser hangs on the noun before them instead of the verb, or the other way round."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import QUOTE_MARKS, children, verb_above
from extractors.trees import hang

__all__ = ["rehang_preposition"]

_ACCUSING = frozenset("accuse suspect convict acquit clear warn remind".split())
_TELLING = frozenset("tell inform notify warn remind assure accuse convict rob strip cure rid".split())
_AT = ("in", "at", "on")
_ALONG = ("from", "to", "into", "through")
_DIRECTIONS = frozenset("north south east west northwards southwards eastwards westwards northward southward".split())
_HOUSES = frozenset(
    "laboratory lab hospital court prison school university hotel office clinic museum warehouse factory depot station "
    "morgue mortuary church mosque camp shelter restaurant pub theatre theater".split()
)


def rehang_preposition(token: Token) -> None:
    """Hang a preposition where its verb or its noun asks for it."""
    _accused_of(token)
    _guilty_of(token)
    _outside(token)
    _in_protest(token)
    _told_of(token)
    _there(token)
    _over(token)
    _of_the_last(token)
    _opening_place(token)
    _away_in(token)


def _away_in(token: Token) -> None:
    """ "lies 40 miles away in the next valley", "flows west from the lake": where and whence go with the verb."""
    away = token.head
    if token.dep_ != "prep" or away.dep_ != "advmod" or away.tag_ != "RB":
        return
    if (away.lower_ == "away" and token.lower_ in _AT) or (away.lower_ in _DIRECTIONS and token.lower_ in _ALONG):
        hang(token, away.head)


def _accused_of(token: Token) -> None:
    """ "accused the firm of betraying them": what somebody is accused of belongs to the accusing."""
    noun, verb = token.head, token.head.head
    accused = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in _ACCUSING
    if token.dep_ != "prep" or token.lower_ != "of" or not accused:
        return
    for charge in children(token, "pobj"):
        quoted = token.i + 1 < len(token.doc) and token.nbor(1).text in QUOTE_MARKS
        if noun.dep_ == "dobj" and charge.pos_ == "NOUN" and (quoted or not children(charge, "det", "poss")):
            hang(token, verb)  # "accused councillors of “deliberate neglect”"
            return
        act = charge.left_edge  # "of betraying staff" is no kind of staff
        if act.tag_ == "VBG" and act.head == charge and act.dep_ in ("amod", "compound"):
            hang(act, token, "pcomp")
            act.pos_ = "VERB"
            hang(charge, act, "dobj")
    if children(token, "pcomp"):
        hang(token, verb)


def _guilty_of(token: Token) -> None:
    """ "found guilty at the court on Friday of fraud": no Friday is of fraud."""
    if token.dep_ != "prep" or token.lower_ != "of" or token.head.pos_ not in ("PROPN", "NOUN"):
        return
    verb = verb_above(token)
    verdict = [o for o in children(verb, "oprd", "acomp") if o.lower_ == "guilty"] if verb is not None else []
    if (
        verdict
        and verdict[0].i < token.head.i
        and (token.head.ent_type_ in ("DATE", "TIME") or token.head.pos_ == "PROPN")
    ):
        hang(token, verdict[0])


def _outside(token: Token) -> None:
    """ "she said outside court": where, and no court of a kind."""
    noun, governor = token.head, token.head.head
    if token.lower_ not in ("outside", "inside") or token.dep_ not in ("amod", "advmod"):
        return
    if noun.pos_ == "NOUN" and noun.left_edge == token and governor.pos_ == "VERB" and noun.dep_ != "nsubj":
        hang(token, governor, "prep")
        token.pos_, token.tag_ = "ADP", "IN"
        hang(noun, token, "pobj")


def _in_protest(token: Token) -> None:
    """ "resigned in protest at the closure": what a protest or anger is at belongs to it, right before it."""
    before = token.nbor(-1) if token.i else token
    feeling = before.dep_ == "pobj" and before.lemma_.lower() in ("protest", "anger", "horror", "response", "reaction")
    if token.dep_ == "prep" and token.lower_ in ("at", "over", "against", "to") and feeling:
        hang(token, before)


def _told_of(token: Token) -> None:
    """ "told their supervisor of a smell": what somebody is told of is no part of them."""
    noun, verb = token.head, token.head.head
    somebody = noun.pos_ in ("PRON", "PROPN") or bool(children(noun, "poss"))
    if token.lower_ == "of" and noun.dep_ == "dobj" and verb.lemma_ in _TELLING and somebody:
        hang(token, verb)


def _there(token: Token) -> None:
    """ "sent to a laboratory in Mainz": the laboratory is there."""
    place, before = next(iter(children(token, "pobj")), token), token.nbor(-1) if token.i else token
    inside = before.dep_ == "pobj" and before.lemma_ in _HOUSES and before.head.lower_ in ("to", "at", "from", "into")
    if token.dep_ == "prep" and token.lower_ == "in" and token.head != before and inside and place.ent_type_ == "GPE":
        hang(token, before)


def _over(token: Token) -> None:
    """ "contacted the minister over the camp": what somebody is spoken to about is no part of who it is."""
    noun, verb = token.head, token.head.head
    person = noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.lemma_.lower().endswith(("er", "or", "ary", "man"))
    if token.dep_ == "prep" and token.lower_ == "over" and person and token.i == noun.i + 1 and verb.pos_ == "VERB":
        hang(token, verb)


def _of_the_last(token: Token) -> None:
    """ "pregnant women and people with asthma": what stands behind the last says which of the last are meant."""
    noun = token.nbor(-1) if token.i else token
    several = noun.dep_ == "conj" and noun.tag_ == "NNS" and noun.head == token.head and token.dep_ == "prep"
    if several and token.lower_ in ("with", "without", "aged") and not children(noun, "det"):
        hang(token, noun)


def _opening_place(token: Token) -> None:
    """ "Outside court, Anna Brandt said": where she said it; nobody is called so."""
    place, verb = token.head, token.head.head
    opens = token.i == token.sent.start and token.dep_ in ("amod", "compound", "advmod", "nmod", "det")
    if token.lower_ not in ("outside", "inside") or not opens or place.dep_ not in ("nsubj", "npadvmod", "nsubjpass"):
        return
    names = [c for c in children(place, "appos") if c.i > place.i]
    hang(token, verb, "prep")
    token.pos_, token.tag_ = "ADP", "IN"
    dep = place.dep_
    for name in names[:1]:
        hang(name, verb, "nsubj" if dep == "npadvmod" else dep)
        for other in names[1:]:
            hang(other, name)
    hang(place, token, "pobj")
