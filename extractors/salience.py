"""Salience: how near and how prominent somebody is where a pronoun stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from extractors.mentions import Mention
from extractors.phrases import children, governor
from extractors.quotations import is_speech_verb
from extractors.referents import Referent, is_agent, is_person
from extractors.settled import FEMININE, MASCULINE
from extractors.several import NEUTER, PLURAL

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["salience"]

_ROLES = {"nsubj": 24, "nsubjpass": 24, "poss": 14, "dobj": 12, "dative": 11, "appos": 8, "pobj": 8}
_WINDOW = 4
_NEAR = 1
_OWN_CLAUSE = 24.0
_GENDERED = 20.0
_LENT_CLAUSE = 32.0
_BESIDE = 100.0
_ABOVE, _OWNING = 12.0, 44.0
_LENT = 30.0
_SPEAKING = 12.0
_QUOTED, _LEFT = 12.0, 26.0
_TOPIC, _OFTEN = 3, 8
_CREDITS = frozenset("image images photo photos photograph picture pictures credit credits".split())


def salience(discourse: Discourse, token: Token, referent: Referent) -> float | None:
    """How near and how prominent the best mention before the pronoun is, None where there is none."""
    scores = [
        s
        for m in referent.mentions
        if m.start < token.i and (s := _prominence(discourse, token, m, referent)) is not None
    ]
    scores += _speaking(discourse, token, referent)
    scores += [60.0 - 26 + _ROLES["nsubj"] + _GENDERED] if _is_topic(discourse, token, referent) else []
    # The topic of a text stays "it" or "they"; a woman named often is not "she" where another has just acted.
    often, most = (1, 5) if is_person(referent, discourse.lexicon) else (3, 8)
    return max(scores) + often * min(len(referent.mentions), most) if scores else None


def _is_topic(discourse: Discourse, token: Token, referent: Referent) -> bool:
    """Whether a paragraph that begins with "she" goes back to whom the whole text is about."""
    first = token.sent.start == token.i and token.i > 0 and "\n" in token.nbor(-1).text
    if not first or token.lower_ not in FEMININE | MASCULINE or not referent.named:
        return False
    others = (r for r in discourse.referents if r is not referent and is_person(r, discourse.lexicon))
    most = max((_count(r, token) for r in others), default=0)
    return _count(referent, token) >= max(_TOPIC * most, _OFTEN)


def _count(referent: Referent, token: Token) -> int:
    return sum(m.start < token.i for m in referent.mentions)


def _speaking(discourse: Discourse, token: Token, referent: Referent) -> Iterator[float]:
    """Whoever is quoted is there as long as the quotation lasts, and is nearer than those it speaks of."""
    if token.lower_ not in FEMININE | MASCULINE or discourse.quotation(token) is not None:
        return
    for said in discourse.quotations:
        if said.whole and said.end <= token.i and said.speaker is not None:
            distance = discourse.sentence(token) - discourse.sentence(discourse.doc[said.end - 1])
            if distance <= _WINDOW and discourse.by_head.get(said.speaker) is referent:
                breaks = _paragraphs(discourse.doc, said.end, token.i)
                left = _LEFT if breaks and not _speaks(discourse, token) else 0
                yield 60.0 - 26 * distance + _ROLES["nsubj"] + _GENDERED - breaks - left


def _prominence(discourse: Discourse, token: Token, mention: Mention, referent: Referent) -> float | None:
    doc, head = discourse.doc, discourse.doc[mention.head]
    distance = discourse.sentence(token) - discourse.sentence(head)
    inside = discourse.quotation(head)
    window = _WINDOW if token.lower_ in FEMININE | MASCULINE else _NEAR
    if (
        distance > window
        or _is_credit(head)
        or (distance and _is_any(head))
        or (inside is not None and inside.cue == token.head.i)
    ):
        return None
    first = governor(head)
    score = 60.0 - 26 * distance + _ROLES.get(first.dep_, 4)
    score += 5 if first.dep_ in ("nsubj", "nsubjpass") and first.head.dep_ == "ROOT" else 0
    # Who has just spoken speaks on.
    spoke = distance == 1 and inside is None and all(_speaks(discourse, t) for t in (first, token))
    score += _SPEAKING if spoke else 0
    # "“It is about a woman in debt.” She began it": whom somebody's words bring in is nobody outside them.
    lent = inside is not None and discourse.quotation(token) is None
    lent = lent or (head.dep_ == "pobj" and head.head.lower_ == "like")  # "looked like a side in trouble"
    score -= _LENT if lent and any(c.lower_ in ("a", "an") for c in children(head, "det")) else 0
    score -= _QUOTED if inside is not None and discourse.quotation(token) is None else 0
    score -= 10 if distance and any(a.dep_ in ("relcl", "acl") for a in head.ancestors) else 0
    score += 8 if token.lower_ in PLURAL and is_agent(referent, discourse.lexicon) else 0
    score += 10 if token.lower_ in PLURAL and referent.plural else 0
    score += 6 if mention.kind == "name" else 3 if mention.kind == "pronoun" else 0
    score += _GENDERED if token.lower_ in FEMININE | MASCULINE and (referent.gender or referent.likely_gender) else 0
    return score + (_closeness(token, head) if distance == 0 else -_paragraphs(doc, mention.start, token.i))


def _speaks(discourse: Discourse, token: Token) -> bool:
    return token.dep_ == "nsubj" and is_speech_verb(token.head, discourse.lexicon)


def _is_any(token: Token) -> bool:
    """ "a woman's voice": no woman in particular."""
    return token.dep_ == "poss" and token.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in token.children)


def _is_credit(token: Token) -> bool:
    """Whether a name stands in the credit of a picture ("Image: Anna Brandt."), not in the story."""
    return any(
        t.lower_ in _CREDITS and t.i + 1 < len(t.doc) and t.nbor(1).text == ":" for t in token.sent if t.i < token.i
    )


def _paragraphs(doc: Doc, start: int, end: int) -> float:
    return 2.0 * sum("\n" in t.text for t in doc[start:end])


def _closeness(token: Token, head: Token) -> float:
    """In one sentence the subject of the clause above is preferred; "Anna Brandt and her husband" are a pair."""
    verb = token.head
    if token.dep_ == "poss" and token.lower_ in NEUTER | PLURAL and _owns(token, head):
        return _OWN_CLAUSE if governor(head).dep_ == "nsubj" else _LENT_CLAUSE
    if token.dep_ == "poss" and token.head.dep_ == "conj" and token.head.head == head:
        return _BESIDE
    # "The lawyer said his client had lost his job": whose is told nearest by.
    owned = token.dep_ == "poss" and token.lower_ in FEMININE | MASCULINE
    preferred = _OWNING if owned else _ABOVE
    for _ in range(12):
        if verb.head == verb:
            break
        above = verb.dep_ in ("ccomp", "advcl", "xcomp", "relcl", "acl", "conj", "pcomp")
        lent = children(verb.head.head if verb.dep_ == "pcomp" else verb.head, "dobj") if owned else []
        if verb.dep_ in ("xcomp", "pcomp") and verb.pos_ == "VERB" and lent and not children(verb, "nsubj"):
            # "accused Jonas Weiss of closing his school", "told him to close his school"
            if head in lent:
                return preferred
            preferred = 0.0
        verb = verb.head
        # "was told by Anna that she"
        told = head.dep_ == "pobj" and head.head.dep_ == "agent" and head.head.head == verb
        if (above or owned) and (told or (head.head == verb and head.dep_ in ("nsubj", "nsubjpass"))):
            return preferred + (_ROLES["nsubj"] - _ROLES["pobj"] if told else 0)
        # "Jonas has respect for it and his remark was": the remark itself is nobody whose it may be.
        if (above or owned) and any(s.i != token.head.i for s in children(verb, "nsubj", "nsubjpass")):
            preferred = 0.0
    return 0.0


def _owns(token: Token, head: Token) -> bool:
    """ "The firm raised its prices", "told parents to collect their children": whose act the pronoun's noun is of."""
    noun, actor = governor(token.head), governor(head)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    called = actor.dep_ == "pobj" and actor.head.lower_ in ("on", "upon") and actor.head.head == verb.head
    lent = (called or (actor.dep_ == "dobj" and actor.head == verb.head)) and not children(verb, "nsubj")
    lent = lent and verb.dep_ in (("xcomp", "advcl") if called else ("xcomp",)) and actor.i < verb.i
    # "forcing 600 people from their homes": where somebody is made to leave, it is theirs.
    left = actor.dep_ == "dobj" and verb in (actor.head, actor) and noun.dep_ == "pobj" and noun.head.lower_ == "from"
    lent = lent or (left and token.lower_ in PLURAL and actor.tag_ == "NNS")
    return noun.dep_ in ("dobj", "pobj") and (lent or (actor.head == verb and actor.dep_ == "nsubj"))
