"""Coreference: which mentions speak of the same referent, over the whole document.

Names first, then apposition, then pronouns and descriptions in reading order, then "I" and "we" inside quotations.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from extractors.couples import find_couples
from extractors.descriptions import describe, is_predicate
from extractors.frames import tells_of_death
from extractors.introductions import apposed, learn_from_predicate, learn_titles
from extractors.mentions import Mention, find_mentions
from extractors.phrases import children, governor, preposition_objects
from extractors.pronouns import antecedent, first_person
from extractors.quotations import Quotation, find_quotations
from extractors.referents import Referent, group_names, owned_by
from extractors.relatives import relative_head
from extractors.several import name_parts
from extractors.shares import share_span
from extractors.strangers import meet, meet_guessed
from extractors.times import Expression, find_times, time_of
from extractors.voices import find_authors, find_bodies, name_the_lead
from ontology import Lexicon, Time

__all__ = ["Discourse", "resolve"]


_CLOCK = re.compile(r"\d{1,2}([.:]\d\d)?([ap]m)")
_BOUNDS = ("beginning", "start", "end")
_ZONES = frozenset("GMT BST UTC CET CEST EST EDT PST PDT CST CDT".split())


class Discourse:
    """A document with its referents by head token and its quotations: what every later step looks things up in."""

    def __init__(
        self, doc: Doc, lexicon: Lexicon, quotations: Sequence[Quotation], published: dt.date | None = None
    ) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.quotations = quotations
        self._quoted = {i: q for q in reversed(quotations) for i in range(q.start, q.end)}
        self.published = published
        # The days between which the article appeared, none where nothing tells them.
        self.published_between: tuple[dt.date, ...] = (published,) if published is not None else ()
        self.times = find_times(doc)
        self._dated = {i for e in self.times for i in range(e.start, e.end)}
        self._sentences = {t.i: n for n, s in enumerate(doc.sents) for t in s}
        self._times_by_sentence: dict[int, list[Expression]] = defaultdict(list)
        for expression in self.times:
            self._times_by_sentence[self._sentences[expression.start]].append(expression)
        self.referents: list[Referent] = []
        self.by_head: dict[int, Referent] = {}
        # By how much whom a pronoun is taken for is likelier than the next, by the pronoun's place.
        self.leads: dict[int, float] = {}
        # Whom the text does not name: it keeps a claim from passing for the article's own.
        self.unnamed = Referent("unnamed source", type=lexicon.ontology.iri("by:Voice"))

    def add(self, mention: Mention, referent: Referent) -> None:
        """Let a mention stand for a referent."""
        if mention not in referent.mentions:
            referent.mentions.append(mention)
        self.by_head[mention.head] = referent
        for i in range(mention.start, mention.end) if mention.kind == "name" else ():
            self.by_head.setdefault(i, referent)
        if referent not in self.referents:
            self.referents.append(referent)

    def sentence(self, token: Token) -> int:
        """The number of the sentence that a token stands in, from 0."""
        return self._sentences[token.i]

    def referent(self, token: Token) -> Referent | None:
        """Who or what a token stands for."""
        return self.by_head.get(token.i)

    def is_future(self, verb: Token) -> bool:
        """Whether a verb form looks ahead: an infinitive, or "will"."""
        ahead = self.lexicon.ontology.iri("by:committed")
        auxiliaries = self.lexicon.words("auxiliary")
        return any(c.tag_ == "TO" or auxiliaries.get(c.lower_) == ahead for c in children(verb, "aux", "auxpass"))

    def is_time(self, token: Token) -> bool:
        """Whether a token stands in a date or weekday."""
        begun = token.dep_ == "pobj" and token.head.lower_ in ("before", "after") and token.lower_ in _BOUNDS
        whole = begun or token.dep_ in ("dobj", "nsubj", "nsubjpass")
        if whole and any(c.lower_ == "of" for c in children(token, "prep")):
            return token.i in self._dated  # "announced the start of the works"
        dated = token.i in self._dated or token.ent_type_ == "TIME" or token.text in _ZONES
        dated = dated or _CLOCK.fullmatch(token.lower_) is not None
        dated = dated or (token.lower_ == "time" and any(":" in c.text for c in children(token, "nummod")))
        return dated or (token.pos_ == "NOUN" and token.lemma_.lower() in self.lexicon.words("timeNoun"))

    def time(self, token: Token, *, future: bool = False) -> Time | None:
        """When what a verb or event noun says holds."""
        found = self._time_of(token, future=future)
        if found is None and token.pos_ == "NOUN":
            made = children(token, "acl")
            found = self._time_of(made[0]) if made and made[0].tag_ == "VBN" else None
        return found or self._time_during(token) or self._time_of_speech(token)

    def _time_of(self, token: Token, *, future: bool = False) -> Time | None:
        """The time that is the same from each day on which the article can have appeared, else what the words tell."""
        here = self._times_by_sentence[self.sentence(token)]
        seen = [time_of(token, here, day, future=future) for day in self.published_between]
        if seen and all(time == seen[0] for time in seen):
            return seen[0]
        return time_of(token, here, None, future=future)

    def _time_during(self, token: Token) -> Time | None:
        """What was said "during the visit in November" was said in November."""
        events = (o for p, o in preposition_objects(token) if p == "during" and token.pos_ == "VERB")
        return next((t for o in events if (t := self._time_of(o)) is not None), None)

    def _time_of_speech(self, token: Token) -> Time | None:
        """A quoted clause in the present or perfect holds when it is said: "I've refused entry", tweeted on Monday."""
        quotation = self.quotation(token)
        present = token.tag_ in ("VBP", "VBZ", "VBG") or any(
            c.lower_ in ("have", "has", "'ve", "’ve", "'s", "’s", "am", "are", "is") for c in children(token, "aux")
        )
        if quotation is None or not present or any(c.tag_ == "MD" for c in children(token, "aux")):
            return None
        said = [self.doc[i] for i in (quotation.cue, quotation.speaker) if i is not None and i not in quotation]
        acts = [t for s in said for t in (s, *children(s, "acl"))]
        return next((t for a in acts if (t := self._time_of(a)) is not None), None)

    def tell(self, text: str) -> Referent:
        """The event that goes by the words that tell it."""
        known = next((r for r in self.referents if not r.named and r.name == text), None)
        if known is not None:
            return known
        event = Referent(text, type=self.lexicon.ontology.iri("schema:Event"))
        self.referents.append(event)
        return event

    def country(self, name: str) -> Referent:
        """The referent of a country that only an adjective names ("the French president")."""
        known = next((r for r in self.referents if r.named and self._is_country(r, name)), None)
        if known is None:
            known = Referent(name, named=True, type=self.lexicon.ontology.iri("schema:Country"))
            self.referents.append(known)
        return known

    def _is_country(self, referent: Referent, name: str) -> bool:
        """Whether one of its names is that of the country: "the U.S." is the country of what is American."""
        names = {**self.lexicon.words("acronym"), **self.lexicon.words("countryName")}
        said = {referent.name, *(m.text for m in referent.mentions if m.kind == "name")}
        same = {names[t] for t in said if t in names} == {names.get(name)}
        return referent.name.lower() == name.lower() or same

    @cached_property
    def dying(self) -> list[Token]:
        """The verbs that tell of a death."""
        return [t for t in self.doc if t.pos_ == "VERB" and tells_of_death(t, self.lexicon)]

    def quotation(self, token: Token | int) -> Quotation | None:
        """The quotation that a token stands in."""
        return self._quoted.get(token if isinstance(token, int) else token.i)


def resolve(
    doc: Doc,
    lexicon: Lexicon,
    published: dt.date | None = None,
    *,
    mentions: Sequence[Mention] | None = None,
    strangers: bool = False,
) -> Discourse:
    """The discourse of a parsed document; with `mentions` given, of these alone.

    With `strangers` a personal pronoun whom the text names nowhere stands for somebody unnamed: for pieces of texts.
    """
    discourse = Discourse(doc, lexicon, find_quotations(doc, lexicon), published)
    mentions = find_mentions(doc, lexicon) if mentions is None else mentions
    for referent in group_names(doc, mentions, lexicon):
        for mention in list(referent.mentions):
            discourse.add(mention, referent)
    learn_titles(discourse)
    find_couples(discourse)
    later = _read_on(discourse, mentions, strangers=strangers)
    if strangers:
        meet_guessed(discourse)
    name_the_lead(discourse)
    find_authors(discourse)
    find_bodies(discourse)
    _first_persons(discourse, later, strangers=strangers)
    name_parts(discourse)
    _predicates(discourse)
    return discourse


def _read_on(discourse: Discourse, mentions: Sequence[Mention], *, strangers: bool) -> list[Mention]:
    """Resolve pronouns and descriptions in reading order; "I" and "we" wait until the speakers are known."""
    later: list[Mention] = []
    # Who speaks is known before what they say is read.
    opened = {
        q.speaker: q.start for q in reversed(discourse.quotations) if q.speaker is not None and q.end <= q.speaker
    }
    # Those who were injured are known before "who" is read.
    ends = {m.head: m.head + 1 if share_span(discourse.doc[m.head]) else m.end for m in mentions}
    for mention in sorted(mentions, key=lambda m: (opened.get(m.head, ends[m.head]), -m.start)):
        token = discourse.doc[mention.head]
        if mention.kind == "name":
            continue
        if first_person(token):
            later.append(mention)
        elif mention.kind == "pronoun" and relative_head(token) is None and (meant := antecedent(discourse, token)):
            _mean(discourse, mention, *meant)
        elif (found := _resolve_one(discourse, mention, token)) is not None:
            discourse.add(mention, found)
        elif strangers and mention.kind == "pronoun":
            meet(discourse, mention)
    return later


def _mean(discourse: Discourse, mention: Mention, referent: Referent, sure: bool) -> None:
    """Let a pronoun stand for somebody; where others are nearly as likely it is a guess, and no claim comes of it."""
    if sure:
        discourse.add(mention, referent)
    else:
        referent.guesses.append(mention)


def _first_persons(discourse: Discourse, mentions: Sequence[Mention], *, strangers: bool) -> None:
    """Let "I" and "we" be who speaks."""
    for mention in mentions:
        token = discourse.doc[mention.head]
        speaker = _speaker_of(discourse, token)
        if speaker is not None:
            discourse.add(mention, speaker)
            _own(discourse, token, speaker)
        elif strangers:
            meet(discourse, mention)


def _predicates(discourse: Discourse) -> None:
    """What is said of "a label that was founded in 1972" is said of whom the text calls that label."""
    for token in discourse.doc:
        first = governor(token)
        verb = first.head
        if first.dep_ == "attr" and token.tag_ == "NN" and verb.lemma_ == "be" and not children(verb, "neg"):
            subject = next((discourse.referent(s) for s in children(verb, "nsubj")), None)
            if subject is not None and not subject.plural:
                discourse.by_head.setdefault(token.i, subject)
                for pronoun in token.subtree:
                    if pronoun.pos_ == "PRON" and relative_head(pronoun) == token:
                        discourse.by_head.setdefault(pronoun.i, subject)


def _own(discourse: Discourse, token: Token, speaker: Referent) -> None:
    """ "My sister" is the speaker's."""
    owned = discourse.by_head.get(token.head.i) if token.dep_ == "poss" else None
    if owned is not None and owned.owner is None and not owned.named and owned is not speaker:
        owned.owner = speaker
        part, _, what = owned.name.partition(f" {token.text} ")
        # "half my bookings" are half of hers
        owned.name = f"{part} of {owned_by(speaker, what)}" if what else owned_by(speaker, owned.name.split(" ", 1)[-1])


def _resolve_one(discourse: Discourse, mention: Mention, token: Token) -> Referent | None:
    if mention.kind == "pronoun":
        head = relative_head(token)
        return discourse.referent(head) if head is not None else None
    if is_predicate(token):
        learn_from_predicate(discourse, token)
    partner = apposed(discourse, token)
    if partner is not None:
        return partner
    return describe(mention, token, discourse.referents, discourse.by_head, discourse.lexicon)


def _speaker_of(discourse: Discourse, token: Token) -> Referent | None:
    """Who "I" is; "we" only where the speaker is, or speaks for, more than one."""
    quotation = discourse.quotation(token)
    if quotation is None or quotation.speaker is None:
        return None
    speaker = discourse.by_head.get(quotation.speaker)
    if speaker is None:
        return None
    speaker = speaker.author or speaker
    if token.lower_ in ("i", "me", "my", "mine", "myself"):
        return speaker
    return speaker.speaks_for or (speaker if speaker.plural else None)
