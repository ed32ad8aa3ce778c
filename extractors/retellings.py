"""Retellings: which verbs tell one event, and on which day each of them puts it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from extractors.attribution import subjects_of
from extractors.coreference import Discourse
from extractors.days import Day, day_of
from extractors.drafts import Draft
from extractors.passages import is_past, looks_back
from extractors.phrases import children, lemma, preposition_objects
from extractors.referents import Referent
from extractors.times import Expression, expressions_of

__all__ = ["Events", "Told", "is_definite"]

# A property, and who and what has part in it.
Key = tuple[str, frozenset[int]]

_BOUNDS = frozenset("before after since until till by than from".split())
_DEFINITE = frozenset("the this that his her its their my our your".split())


@dataclass(frozen=True)
class Told:
    """A verb with the day that it puts its event on; `reported`: it is the day on which a participant tells it."""

    verb: Token
    day: Day
    expression: Expression
    reported: bool = False


class Events:
    """What an article tells of: an event that it tells more than once has several verbs."""

    def __init__(self, discourse: Discourse, drafts: Sequence[Draft]) -> None:
        self.discourse = discourse
        self.drafts = [d for d in drafts if not d.negative and not d.background and d.voice is None]

    @cached_property
    def keys(self) -> dict[int, set[Key]]:
        """The events by the token of the verb that tells them."""
        found: dict[int, set[Key]] = {}
        for draft in self.drafts:
            key = self._key(draft)
            if key is not None:
                found.setdefault(draft.trigger, set()).add(key)
        for token in self.discourse.doc:
            if token.pos_ == "NOUN" and token.dep_ in ("nsubj", "nsubjpass", "dobj") and is_definite(token):
                found.setdefault(token.head.i, set()).update(self._of_noun(token))
        return found

    def _key(self, draft: Draft) -> Key | None:
        """Events are between two, or of one alone; words that are no participant make no event known again."""
        ends = [draft.subject, *([draft.object] if isinstance(draft.object, Referent) else [])]
        alone = len(ends) == 1 and len(set(draft.tokens)) > 2
        if alone or any(r.plural and not r.named for r in ends) or self.discourse.doc[draft.trigger].pos_ != "VERB":
            return None
        return draft.relation.iri, frozenset(map(id, ends))

    def _of_noun(self, noun: Token) -> Iterator[Key]:
        """ "The call from the council reached the union": the call is between these two."""
        properties = {f.property for f in self.discourse.lexicon.frames.get(("event", lemma(noun)), ()) if f.property}
        beside = [o for _, o in preposition_objects(noun)] + children(noun, "poss")
        others = [*subjects_of(noun.head), *children(noun.head, "dobj")]
        ends = [r for t in (*beside, *others) if t != noun and (r := self.discourse.referent(t)) is not None]
        if len(set(map(id, ends))) == 2:
            yield from ((p, frozenset(map(id, ends))) for p in properties)

    def told(self, verb: Token) -> Told | None:
        """The day that a verb's own clause gives."""
        if not is_past(self.discourse, verb):
            return None
        return self._dated(verb, verb)

    def retold(self, verb: Token) -> Told | None:
        """The day of a verb's own clause, else that on which one who has part in it says so."""
        own = self.told(verb)
        if own is not None or not looks_back(verb) or expressions_of(verb, self.discourse.times):
            return own
        parts = {i for _, ends in self.keys.get(verb.i, ()) for i in ends}
        for above in verb.ancestors:
            teller = next((r for t in subjects_of(above) if (r := self.discourse.referent(t)) is not None), None)
            if above.pos_ == "VERB" and teller is not None and id(teller) in parts and is_past(self.discourse, above):
                found = self._dated(above, verb)
                if found is not None:
                    return found
        return None

    def _dated(self, verb: Token, event: Token) -> Told | None:
        doc = self.discourse.doc
        for e in expressions_of(verb, self.discourse.times):
            day = day_of(e)
            bounded = {doc[max(e.start - 1, 0)].lower_, doc[e.start].lower_} & _BOUNDS
            if day is not None and not bounded:
                return Told(event, day, e, reported=verb != event)
        return None

    def day_of_noun(self, noun: Token) -> Told | None:
        """The day of an event that a noun names: of "the vote", that it "was held on Friday"."""
        event = self.discourse.referent(noun)
        days = []
        for verb in self.discourse.doc:
            tokens = [*subjects_of(verb), *children(verb, "dobj")] if verb.pos_ == "VERB" else []
            same = event is not None and any(self.discourse.referent(t) is event for t in tokens)
            named = lemma(verb) == lemma(noun) and verb.pos_ == "VERB"
            if (same or named) and (found := self.told(verb)) is not None:
                days.append(found)
        return days[0] if days and all(d.day == days[0].day for d in days) else None


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase is about what is already known: "the call", "her visit"."""
    return any(c.lower_ in _DEFINITE for c in children(noun, "det", "poss"))
