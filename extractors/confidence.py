"""Confidence: how often claims with the same signs were right when people read them against their articles.

A sign is anything about a claim that tells plain grammar from a guess, put in words: the rule that made it, its status
and whose account it is, how its two ends are worded, how deep in its sentence its verb lies. What each is worth was
measured on claims that were read one by one (benchmarks/confidence.py): a logistic regression whose weights stand in
`measured.json`.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from spacy.tokens import Doc, Token

from extractors.coreference import Discourse
from extractors.drafts import Draft, Filler
from extractors.phrases import children
from ontology import Claim, Literal

__all__ = ["confidence_of", "expected_share", "signs_of"]

_FILE = Path(__file__).with_name("measured.json")
# What is read off a label, or off a verb like another, is as likely as not, at most, unless both ends are known to be
# of the kinds that the property asks for: of 200 that were read, .36 were right of the others, .67 of those by a
# wording of the label itself, and .90 of those that a property of ours means.
_UNREAD, _LABELLED = "similar verb", ("label", "same as ours")
_AT_MOST, _BY_LABEL = 0.5, 0.67
_NOT_THE_KINDS = "kinds asked for are not known"
_DEPTHS = (1, 2, 3, 4, 5, 6)
_MARKS = (1, 2, 3, 4, 6)
_DISTANCES = (2, 4, 7, 12)
_PRONOUNS, _LETTERS = (4, 5, 6, 8, 10), (42, 44, 46, 48)
# Words that an article needs to show a style.
_ENOUGH = 80
_SINCE = (1, 2, 4)
_LENGTHS = (2, 3, 5, 8, 13)
_LEADS = (5, 15, 30, 60)
_OPEN = frozenset("its their his her our my your them us it him these those this that".split())
_NOBODY = frozenset("one other others another two three four some both many most several each former latter".split())


def confidence_of(signs: Iterable[str]) -> float:
    """The share of claims with these signs that were right, from 0 to 1; a sign never seen says nothing."""
    known = list(signs)
    share = expected_share(_weights(), known)
    guessed = f"rule {_UNREAD}" in known or _NOT_THE_KINDS in known
    worded = any(sign.startswith("rule label ") for sign in known)
    return round(min(share, _AT_MOST if guessed else _BY_LABEL if worded else 1.0), 2)


def expected_share(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """What weights expect of these signs: "" is where the log odds begin, a sign without a weight adds nothing."""
    return 1 / (1 + math.exp(-weights[""] - sum(weights.get(sign, 0.0) for sign in signs)))


@cache
def _weights() -> dict[str, float]:
    table: dict[str, float] = json.loads(_FILE.read_text(encoding="utf-8"))
    return table


def signs_of(discourse: Discourse, draft: Draft, claim: Claim) -> tuple[str, ...]:
    """What about a claim tells how far to trust it, in words; `claim` is what became of `draft`."""
    verb = discourse.doc[draft.trigger]
    subject, found = (_token_of(discourse, draft, end) for end in (draft.subject, draft.object))
    return (
        f"rule {draft.rule}",
        *_kinds(discourse, draft, claim),
        *_sayer(discourse, draft, claim),
        *_subject(discourse, draft, claim, subject),
        *_object(discourse, draft, claim, found),
        *_sentence(verb),
        *_clause(verb, subject),
        *_style(discourse.doc),
    )


def _token_of(discourse: Discourse, draft: Draft, end: Filler) -> Token | None:
    """The word of a claim that stands for one of its ends."""
    tokens = (discourse.doc[i] for i in draft.tokens)
    return next((t for t in tokens if discourse.referent(t) is end), None)


def _kinds(discourse: Discourse, draft: Draft, claim: Claim) -> Iterator[str]:
    """Whether the ends of what is read off a label are known to be what its property relates."""
    ontology = discourse.lexicon.ontology
    known = ontology.properties.get(claim.relation.iri)
    if known is None or not draft.rule.startswith(_LABELLED):
        return
    ends = [(claim.subject, known.domain), (claim.object, known.range)]
    if any(k and not isinstance(end, Literal) and not ontology.is_a(end.type, *k) for end, k in ends):
        yield _NOT_THE_KINDS


def _sayer(discourse: Discourse, draft: Draft, claim: Claim) -> Iterator[str]:
    status = f"not {claim.status}" if claim.polarity == "negative" else claim.status
    voice = claim.sources[0].name if claim.sources else None
    account = "the article" if voice is None else "a name" if any(map(str.isupper, voice)) else "somebody unnamed"
    yield f"status {status}"
    yield f"account of {account}"
    yield f"status {status}, account of {account}"
    if len(claim.sources) > 1:
        yield "account of an account"
    if discourse.quotation(draft.trigger) is not None:
        yield "quoted"


def _left_open(text: str) -> bool:
    """Whether a name or value has a word that only its article explains: "its floor", "three of them", "the other"."""
    words = text.lower().split()
    return bool(words) and (words[0] in _OPEN or words[-1] in _OPEN or text.lower() in _NOBODY)


def _subject(discourse: Discourse, draft: Draft, claim: Claim, token: Token | None) -> Iterator[str]:
    yield f"subject {_wording(token)}"
    yield f"subject of kind {_kind(claim.subject.type)}"
    if _left_open(claim.subject.name):
        yield "subject keeps a pronoun"
    yield "subject has a name" if draft.subject.named else "subject has no name"
    yield f"subject mentioned: {_step(len(draft.subject.mentions), (2, 3, 6))}"
    yield from _lead(discourse, "subject", token)
    if token is not None and token.pos_ == "NOUN":
        before = [m.head for m in draft.subject.mentions if m.head < token.i]
        meant = "a name" if draft.subject.named else "something known" if before else "something new"
        yield f"subject noun for {meant}"
        if before:
            since = discourse.sentence(token) - discourse.sentence(discourse.doc[max(before)])
            yield f"sentences since the subject: {_step(since, _SINCE)}"


def _object(discourse: Discourse, draft: Draft, claim: Claim, token: Token | None) -> Iterator[str]:
    literal = isinstance(claim.object, Literal)
    text = claim.object.value if isinstance(claim.object, Literal) else claim.object.name
    yield "object literal" if literal else f"object {_wording(token)}"
    if _left_open(text):
        yield "object keeps a pronoun"
    yield f"object words: {_step(len(text.split()), _LENGTHS)}"
    yield "object in small letters" if text[:1].islower() else "object with a capital or a number"
    if token is not None:
        yield f"object away: {_step(abs(token.i - draft.trigger), _DISTANCES)}"
        yield from _lead(discourse, "object", token)
    if "open" not in draft.rule:
        yield f"property {claim.relation.label}"


def _lead(discourse: Discourse, end: str, token: Token | None) -> Iterator[str]:
    """By how much whom a pronoun is taken for is likelier than the next."""
    lead = discourse.leads.get(token.i) if token is not None else None
    if lead is not None:
        yield f"{end} leads: {_step(lead, _LEADS)}"


def _sentence(verb: Token) -> Iterator[str]:
    marks = sum(t.text in ",;:—–()" for t in verb.sent)
    yield f"marks in the sentence: {_step(marks, _MARKS)}"
    yield f"depth: {_step(sum(1 for _ in verb.ancestors), _DEPTHS)}"


def _clause(verb: Token, subject: Token | None) -> Iterator[str]:
    yield f"verb as {verb.dep_}"
    yield f"verb tagged {verb.tag_}"
    yield f"auxiliaries: {_step(len(children(verb, 'aux', 'auxpass')), (1, 2))}"
    yield f"adverbs and conjunctions: {_step(len(children(verb, 'mark', 'advmod')), (1, 2))}"
    if subject is not None:
        first, last = sorted((subject.i, verb.i))
        between = verb.doc[first + 1 : last]
        if any(t.pos_ in ("VERB", "AUX") and t.head != verb for t in between):
            yield "another verb between subject and verb"


@lru_cache(maxsize=1)
def _style(doc: Doc) -> tuple[str, ...]:
    """How an article is written: plain reports have longer words and fewer pronouns than stories."""
    words = [t for t in doc if t.is_alpha]
    if len(words) < _ENOUGH:
        return ()
    pronouns = 100 * sum(t.tag_ in ("PRP", "PRP$") for t in words) / len(words)
    letters = 10 * sum(map(len, words)) / len(words)
    return f"pronouns in 100 words: {_step(pronouns, _PRONOUNS)}", f"letters in 10 words: {_step(letters, _LETTERS)}"


def _wording(token: Token | None) -> str:
    """How an end of a claim is worded: a pronoun by itself, else by its part of speech."""
    if token is None:
        return "elsewhere"
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WDT", "WP", "WP$", "DT"):
        return f"“{token.lower_}”"
    return {"PROPN": "name", "NOUN": "noun"}.get(token.pos_, "other word")


def _kind(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]


def _step(value: float, steps: tuple[int, ...]) -> str:
    """Which of the steps of a scale a value has reached: "2 to 3", "6 and more"."""
    reached = bisect_right(steps, value)
    if reached == len(steps):
        return f"{steps[-1]} and more"
    low, high = (0 if reached == 0 else steps[reached - 1]), steps[reached] - 1
    return str(low) if low == high else f"{low} to {high}"
