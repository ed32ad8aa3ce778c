"""Spells: when an office began and how long it has lasted, which together tell the year in which this is told.

"Became head teacher in 2010" with "has been head teacher for 13 years" is told in 2023, or in 2024 where it began late
in the year. "Was head teacher for 13 years" may be told long afterwards, unless the text says that it has just ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.attribution import subjects_of
from extractors.coreference import Discourse
from extractors.dates import COUNT, count_of, parse_time
from extractors.days import day_of, has_year, is_month
from extractors.drafts import Draft
from extractors.frames import matching_frames
from extractors.passages import clause_verb, evidence_of, is_past, is_present_perfect, tells_of_another_year
from extractors.phrases import lemma, words
from extractors.referents import Referent
from extractors.times import Expression, expressions_of
from ontology import LAST_YEAR, Evidence, Literal, YearConstraint

__all__ = ["spell_constraints"]

_FOR_YEARS = re.compile(rf"\bfor\s+(?:the\s+(?:last|past)\s+)?(?P<count>\d+|{COUNT})\s+years\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Lasting:
    """ "for 13 years": the years, the tokens of these words, and their verb."""

    years: int
    start: int
    end: int
    verb: Token


@dataclass(frozen=True)
class _Beginning:
    """ "in 2010", "since 2010": the year, these words and their verb."""

    year: int
    expression: Expression
    verb: Token


def spell_constraints(discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[YearConstraint]:
    """The years that each "for 13 years" allows whose beginning the text dates."""
    offices = [d for d in drafts if _is_office(discourse, d)]
    for spell in _lasting(discourse):
        begun = list(_since(discourse, spell)) or list(_begun(discourse, spell, offices))
        years = sorted({y for b in begun for y in _years(discourse, spell, b)})
        if years:
            yield _constraint(discourse, spell, begun, years)


def _lasting(discourse: Discourse) -> Iterator[_Lasting]:
    doc = discourse.doc
    for match in _FOR_YEARS.finditer(doc.text):
        span = doc.char_span(match.start(), match.end())
        if span is not None:
            yield _Lasting(count_of(match["count"].lower()), span.start, span.end, clause_verb(span[0]))


def _since(discourse: Discourse, spell: _Lasting) -> Iterator[_Beginning]:
    """The beginning that the same clause gives: "has led the school since 2010, for 13 years"."""
    for e in expressions_of(spell.verb, discourse.times) if is_present_perfect(spell.verb) else ():
        if _is_since(discourse, e):
            yield from _beginning(e, spell.verb)


def _is_since(discourse: Discourse, e: Expression) -> bool:
    return "since" in (discourse.doc[max(e.start - 1, 0)].lower_, discourse.doc[e.start].lower_)


def _beginning(e: Expression, verb: Token) -> Iterator[_Beginning]:
    time = parse_time(e.text, None) if has_year(e.text) else None
    if time is not None and time.start is not None and time.precision != "interval":
        yield _Beginning(int(time.start[:4]), e, verb)


def _begun(discourse: Discourse, spell: _Lasting, offices: Sequence[Draft]) -> Iterator[_Beginning]:
    """The beginnings that the text gives of the same office of the same person."""
    held = [d for d in offices if d.trigger == spell.verb.i and not d.negative]
    for verb in dict.fromkeys(discourse.doc[d.trigger] for d in offices if d.trigger != spell.verb.i):
        taken = [d for d in offices if d.trigger == verb.i and not d.negative]
        dated = expressions_of(verb, discourse.times)
        if is_present_perfect(verb):
            dated = [e for e in dated if _is_since(discourse, e)]
        elif lemma(verb) not in discourse.lexicon.words("startVerb") or not is_past(discourse, verb):
            continue
        if _is_same(discourse, held, taken):
            yield from (b for e in dated for b in _beginning(e, verb))


def _is_office(discourse: Discourse, draft: Draft) -> bool:
    ontology = discourse.lexicon.ontology
    title = draft.relation.iri == ontology.iri("schema:jobTitle")
    return title or ontology.is_sub(draft.relation.iri, ontology.iri("by:roleAt"))


def _is_same(discourse: Discourse, held: Sequence[Draft], taken: Sequence[Draft]) -> bool:
    """Whether one person holds and takes up one office: by its name, or "led" and a name of who leads."""
    if not any(h.subject is t.subject for h in held for t in taken):
        return False
    bodies, others = _bodies(held), _bodies(taken)
    if bodies and others and not any(b is o for b in bodies for o in others):
        return False
    names, taken_names = _names(held), _names(taken)
    if names and taken_names:
        return not {_plain(n) for n in names}.isdisjoint(map(_plain, taken_names))
    # "led the school" and "became head teacher": the one says by a verb what the other has a name for.
    said = _properties(discourse, names or taken_names)
    return any(d.relation.iri in said for d in (taken if names else held))


def _properties(discourse: Discourse, names: Sequence[str]) -> set[str | None]:
    """What the holder of an office by one of these names does; nothing for a deputy."""
    roles, deputies = discourse.lexicon.frames, discourse.lexicon.words("deputyWord").keys()
    full = [n for n in names if not {*re.split(r"[\s-]", n)} & deputies]
    return {f.property for n in full for f in roles.get(("role", n.split()[-1]), ()) if f.wording == n}


def _bodies(drafts: Sequence[Draft]) -> list[Referent]:
    return [d.object for d in drafts if isinstance(d.object, Referent)]


def _names(drafts: Sequence[Draft]) -> list[str]:
    return [d.object.value.lower() for d in drafts if isinstance(d.object, Literal)]


def _plain(office: str) -> str:
    return re.sub(r"[\s-]", "", office)


def _years(discourse: Discourse, spell: _Lasting, begun: _Beginning) -> range:
    """So many full years after the beginning; what is over may be told a year later, or at any time."""
    first = begun.year + spell.years
    if is_present_perfect(spell.verb):
        return range(first, first + 2)
    if not is_past(discourse, spell.verb):
        return range(0)
    subjects = {id(r) for t in subjects_of(spell.verb) if (r := discourse.referent(t)) is not None}
    return range(first, first + 3 if _has_just_ended(discourse, subjects) else LAST_YEAR + 1)


def _has_just_ended(discourse: Discourse, subjects: set[int]) -> bool:
    """Whether the text says that they died or left on a day, or in a month, whose year it does not need to say."""
    lexicon = discourse.lexicon
    ends = {lexicon.construction("death"), lexicon.ontology.iri("by:leaves")}
    for verb in discourse.doc:
        if verb.pos_ != "VERB" or not is_past(discourse, verb):
            continue
        who = {id(r) for t in subjects_of(verb) if (r := discourse.referent(t)) is not None}
        if who & subjects and ends & {f.property for f in matching_frames(lexicon, verb)}:
            near = (e for e in expressions_of(verb, discourse.times) if not tells_of_another_year(discourse, e))
            if any(day_of(e) is not None or is_month(e) for e in near):
                return True
    return False


def _constraint(
    discourse: Discourse, spell: _Lasting, begun: Sequence[_Beginning], years: Sequence[int]
) -> YearConstraint:
    doc = discourse.doc
    said = [words(doc[b.expression.start : b.expression.end]) for b in begun]
    quotes = [_quote(discourse, b.verb, b.expression.start, b.expression.end) for b in begun]
    quotes.append(_quote(discourse, spell.verb, spell.start, spell.end))
    wording = ", ".join(dict.fromkeys([*said, words(doc[spell.start : spell.end])]))
    return YearConstraint(wording, tuple(years), tuple(dict.fromkeys(sorted(quotes))))


def _quote(discourse: Discourse, verb: Token, start: int, end: int) -> Evidence:
    return evidence_of(discourse.doc, min(verb.i, start), max(verb.i + 1, end))
