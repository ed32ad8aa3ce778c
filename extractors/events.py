"""Events that nouns name: "the death of", "a call from", "his meeting with"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.attribution import subjects_of
from extractors.coreference import Discourse
from extractors.drafts import (
    Draft,
    Filler,
    admits,
    filler,
    open_relation,
    property_relation,
    text_literal,
    time_literal,
)
from extractors.phrases import children, conjuncts, lemma, preposition_objects
from extractors.referents import Referent, is_agent
from ontology import Frame

__all__ = ["event_drafts"]

_RECEIVING = frozenset("receive get have take accept answer".split())
_LIGHT = frozenset(
    "have hold make take give pay begin start conduct carry launch undertake attend offer express issue mount lead "
    "file".split()
)
_BESIDE = frozenset("after following during before in at on".split())


def event_drafts(discourse: Discourse) -> Iterator[Draft]:
    """The claims of every event noun of the document, in text order."""
    for token in discourse.doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
            continue
        yield from _taking_part(discourse, token)
        done: set[tuple[Referent, int]] = set()
        for frame in _frames(discourse, token):
            for s_token, o_token in _participants(discourse, token, frame):
                subject = discourse.referent(s_token)
                if s_token.dep_ == "pobj" and subject is None:
                    subject = next((discourse.referent(a) for a in children(s_token, "appos")), None)
                found = _object(discourse, token, frame, o_token)
                if (
                    subject is None
                    or found is None
                    or (subject, o_token.i) in done
                    or not frame.property
                    or not admits(discourse, frame, subject, found)
                ):
                    continue
                done.add((subject, o_token.i))
                relation = property_relation(discourse, frame.property, frame.wording)
                yield Draft(
                    token.i,
                    subject,
                    relation,
                    found,
                    "event noun",
                    (token.i, s_token.i, o_token.i),
                    negative=frame.negative,
                )


# "Anna's goal", "her latest game": what is hers is as often an aim or a product.
_NO_OCCASIONS = ("goal", "game")


def _taking_part(discourse: Discourse, token: Token) -> Iterator[Draft]:
    """ "the death of Anna Brandt": who has part in an event that the text speaks of by a noun."""
    event = discourse.referent(token)
    kind = discourse.lexicon.ontology.iri("schema:Event")
    if (
        lemma(token) in _NO_OCCASIONS
        or event is None
        or event.named
        or not event.type
        or not discourse.lexicon.ontology.is_a(event.type, kind)
    ):
        return
    # "was in a meeting with officials" is said by whoever says it; "the meeting with them" is taken for granted.
    known = not any(c.lower_ in ("a", "an", "another") for c in children(token, "det"))
    parts = [("of", p) for p in children(token, "poss")]
    parts += [(p, m) for p, o in preposition_objects(token) if p in ("of", "with", "between") for m in conjuncts(o)]
    for preposition, part in parts:
        found = discourse.referent(part)
        place = discourse.lexicon.ontology.iri("by:Somewhere")
        where = preposition == "between" and found is not None and discourse.lexicon.ontology.is_a(found.type, place)
        if found is not None and not where and found is not event and is_agent(found, discourse.lexicon):
            relation = open_relation(f"{lemma(token)} {preposition}", preposition)
            yield Draft(token.i, event, relation, found, "event participant", (token.i, part.i), background=known)


def _frames(discourse: Discourse, token: Token) -> list[Frame]:
    modifiers = "".join(f"{c.lower_} " for c in children(token, "compound", "amod"))
    wordings = (f"{modifiers}{lemma(token)}", lemma(token), token.lower_)
    return [f for f in discourse.lexicon.frames.get(("event", lemma(token)), ()) if f.wording in wordings] or [
        f for f in discourse.lexicon.frames.get(("event", token.lower_), ()) if f.wording in wordings
    ]


def _object(discourse: Discourse, token: Token, frame: Frame, o_token: Token) -> Filler | None:
    """What a participant contributes: the word itself, the time of the event, or who or what it is."""
    if frame.object == ("value",):
        return text_literal(discourse, frame.value or lemma(token))
    if frame.object == ("time",):
        time = discourse.time(token)
        return time_literal(discourse, time) if time is not None else None
    return filler(discourse, o_token)


def _participants(discourse: Discourse, token: Token, frame: Frame) -> Iterator[tuple[Token, Token]]:
    subjects = _slot(discourse, token, frame.subject)
    objects = _slot(discourse, token, [s for s in frame.object if s not in ("value", "time")])
    if frame.object in (("value",), ("time",)):
        objects = [token]
    if frame.object == ("self",) and any(c.pos_ == "NOUN" for c in children(token, "compound")):
        subjects = []  # "his blood test report"
    elif frame.object == ("self",):
        subjects = subjects or _author(discourse, token)
    elif not objects and subjects and not frame.complement:
        objects = [] if "from" in frame.object else _receiver(token)
    elif objects and not subjects:
        subjects = _doer(token)
    yield from ((s, o) for s in subjects for o in objects if s != o)


def _slot(discourse: Discourse, token: Token, slots: tuple[str, ...] | list[str]) -> list[Token]:
    """The first of the slots that the noun fills."""
    prepositions: dict[str, list[Token]] = {}
    for preposition, target in preposition_objects(token):
        prepositions.setdefault(preposition, []).extend(conjuncts(target))
    for slot in slots:
        if slot == "self":
            found = [token]
        elif slot == "possessor":
            found = children(token, "poss")
        elif slot == "compound":
            found = [
                c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod") and _modifies(discourse, c, token)
            ]
        else:
            found = prepositions.get(slot, [])
        if found:
            return found
    return []


def _modifies(discourse: Discourse, modifier: Token, noun: Token) -> bool:
    """Whether a name stands right before the noun: "Acme reports", but not "Acme civil police posts"."""
    referent = discourse.referent(modifier)
    if referent is None:
        return False
    return any(m.end == noun.i for m in referent.mentions if m.start <= modifier.i < m.end)


def _receiver(token: Token) -> list[Token]:
    """To whom a call or a letter went: the subject of "received a call from"."""
    if token.dep_ == "dobj" and token.head.lemma_ in _RECEIVING:
        return subjects_of(token.head)
    return []


def _author(discourse: Discourse, token: Token) -> list[Token]:
    """The author of a work that the text gives by its verb ("she tweeted … A tweet read"), at its first mention."""
    work = discourse.referent(token)
    if (
        work is None
        or work.author is None
        or work.owner is not None
        or token.i != min(work.mentions).head
        or token.dep_ == "dobj"
    ):
        return []
    before = [m for m in work.author.mentions if m.head < token.i]
    return [discourse.doc[max(before).head]] if before else []


def _doer(token: Token) -> list[Token]:
    """Who takes part in an event that names only the other side: the subject of "held a meeting with"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    light = token.dep_ == "dobj" and verb.lemma_ in _LIGHT
    beside = token.dep_ == "pobj" and token.head.lower_ in _BESIDE
    return subjects_of(verb) if verb.pos_ == "VERB" and (light or beside) else []
