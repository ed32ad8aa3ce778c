"""Roles: what nouns say of people and bodies. Titles, offices, kinship; beside a name, before it, or after a copula."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from extractors.control import subject_tokens
from extractors.coreference import Discourse
from extractors.drafts import Draft, Filler, admits, open_relation, property_relation, text_literal
from extractors.frames import matching_frames, role_frames
from extractors.mentions import strip_determiner
from extractors.offices import held, is_field, may_be_held
from extractors.phrases import children, conjuncts, governor, lemma, names_of, noun_phrase, preposition_objects, words
from extractors.referents import Referent, is_person
from extractors.role_places import beside_role
from ontology import Frame, Literal, Relation
from ontology.inflection import singular

__all__ = ["role_drafts"]

_HOLDING = frozenset("hold host organise organize stage run plan arrange schedule build create produce make".split())
_AS_VERBS = ("as",)
_STYLES = ("Lady", "Lord", "Sir", "Dame")
_PAST = frozenset("former ex late erstwhile onetime one-time then retired previous".split())


def role_drafts(discourse: Discourse) -> Iterator[Draft]:
    """The claims of every role noun of the document, in text order, and of the ranks before names."""
    found = list(_noun_drafts(discourse))
    titles = {d.tokens[0]: d.object for d in found if d.rule == "role title"}
    ranks = list(_ranks(discourse, {i: o.value for i, o in titles.items() if isinstance(o, Literal)}))
    shorter = {d.tokens[0] - 1 for d in ranks}
    yield from ranks
    yield from (d for d in found if d.rule != "role title" or d.tokens[0] not in shorter)


def _noun_drafts(discourse: Discourse) -> Iterator[Draft]:
    inside = {i for r in discourse.referents for m in r.mentions if m.kind == "name" for i in range(m.start, m.end)}
    for token in discourse.doc:
        if token.i in inside:
            continue
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and not token.is_space:
            frames = role_frames(discourse.lexicon, token)
            if frames or discourse.lexicon.words("noun").get(token.lower_):
                yield from _of_noun(discourse, token, frames)


def _ranks(discourse: Discourse, told: dict[int, str]) -> Iterator[Draft]:
    """ "Major General Anna Brandt": a title that is an office, where the noun alone does not tell as much of it."""
    offices = discourse.lexicon.words("noun")
    for referent in discourse.referents:
        for mention in referent.mentions:
            if (
                mention.title
                and is_person(referent, discourse.lexicon)
                and mention.title.split()[-1].lower() in offices
                and referent.named
                and len(told.get(mention.start - 1, "")) < len(mention.title)
                and mention.title not in _STYLES
            ):
                relation = property_relation(discourse, discourse.lexicon.construction("title"), "be")
                value = text_literal(discourse, mention.title)
                yield Draft(mention.head, referent, relation, value, "rank", (mention.head,), background=True)


def _of_noun(discourse: Discourse, token: Token, frames: list[Frame]) -> Iterator[Draft]:
    for holder, trigger, background in _holders(discourse, token):
        if (
            is_person(holder, discourse.lexicon)
            and (holder.named or trigger != token)
            and _is_title(discourse, token, holder)
        ):
            yield from _title(discourse, token, holder, trigger, background)
        yield from _offices(discourse, token, frames, holder, trigger, background)


def _holders(discourse: Discourse, token: Token) -> list[tuple[Referent, Token, bool]]:
    """Who has the role: (referent, the token that decides its circumstances, whether it is said in passing)."""
    first = governor(token)
    if first.dep_ in ("attr", "acomp", "oprd") and first.head.pos_ in ("VERB", "AUX"):
        verb = first.head
        if first.dep_ == "oprd" and _only_describes(discourse, verb):
            return []
        tokens = children(verb, "dobj", "nsubjpass") if first.dep_ == "oprd" else subject_tokens(discourse, verb)
        if len(conjuncts(first)) > 1 and token.tag_ == "NN":
            tokens = [t for t in tokens if t.tag_ not in ("NNS", "NNPS")]  # "the men were his nephew and a friend"
        return [(r, verb, False) for t in tokens if (r := discourse.referent(t)) is not None]
    if first.dep_ == "pobj" and first.head.lower_ in _AS_VERBS and first.head.head.pos_ == "VERB":
        verb = first.head.head
        if _only_describes(discourse, verb):
            return []
        subjects = subject_tokens(discourse, verb)
        # "As mayor she did not sue him": she was mayor all the same, and not he.
        fronted = bool(subjects) and first.head.i < subjects[0].left_edge.i
        tokens = subjects if fronted else children(verb, "dobj", "nsubjpass") or subjects
        found = [r for t in tokens if (r := discourse.referent(t)) is not None]
        if lemma(token) == "part" and lemma(verb) not in _HOLDING:
            return []  # "extended as part of a bill"; what is held as part of a tour is one
        return [(r, token if fronted else verb, fronted) for r in found]
    named = [r for a in children(token.head, "attr") if (r := discourse.referent(a)) is not None and r.named]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be" and named:
        return [(r, token.head, False) for r in named]
    listed = [r for t in names_of(token) if (r := discourse.referent(t)) is not None and r.named]
    before = listed or _named_after(discourse, token)
    if before:
        return [(r, token, True) for r in before]
    referent = discourse.referent(token.head if lemma(token) == "part" and token.dep_ == "appos" else token)
    return [(referent, token, True)] if referent is not None else []


def _only_describes(discourse: Discourse, verb: Token) -> bool:
    """ "called her a teacher", "described as a doctor": it is somebody's description, and not yet an office."""
    kind = discourse.lexicon.construction("kind")
    return any(f.property == kind for f in matching_frames(discourse.lexicon, verb))


def _named_after(discourse: Discourse, token: Token) -> list[Referent]:
    """The names that an office stands before: "minister Jonas Weiss", "ministers Jonas Weiss and Anna Brandt"."""
    if token.dep_ not in ("compound", "nmod") or token.head.pos_ != "PROPN" or token.i > token.head.i:
        return []
    named, behind = discourse.referent(token.head), token.right_edge.i + 1
    if named is None or not any(m.start == behind for m in named.mentions):
        return []
    others = [t for t in conjuncts(token.head)[1:] if t.pos_ == "PROPN" and not list(t.lefts)]
    several = others if token.tag_ in ("NNS", "NNPS") else []
    return [named, *(r for t in several if (r := discourse.referent(t)) is not None and r.named)]


def _is_title(discourse: Discourse, token: Token, holder: Referent) -> bool:
    """Whether a noun names what somebody is by office or trade: not kin, not "man", not the name itself."""
    lexicon = discourse.lexicon
    frames = role_frames(discourse.lexicon, token)
    named = any(m.start <= token.i < m.end for m in holder.mentions if m.kind == "name")
    title = lexicon.construction("title")
    return not named and any(
        f.property == title or lexicon.ontology.is_sub(f.property, lexicon.ontology.iri("by:roleAt"))
        for f in frames
        if f.property
    )


def _title(discourse: Discourse, token: Token, holder: Referent, trigger: Token, background: bool) -> Iterator[Draft]:
    inside = any(m.head == token.i for m in holder.mentions if m.kind == "name")
    of = any(" of " in f.wording for f in role_frames(discourse.lexicon, token)) or any(
        is_field(o) for p in children(token, "prep") for o in children(p, "pobj")
    )
    text = (
        token.text if inside else strip_determiner(_behind_comma(noun_phrase(token, of=("of",) if of else ()), token))
    )
    text = text.rsplit(" and ", 1)[-1] if text.endswith(token.text) else text  # "a Democrat and retired baker"
    text = re.sub(r"^(two|three|four|five|both|\d+)\s+", "", text, flags=re.IGNORECASE)
    if token.tag_ in ("NNS", "NNPS"):
        # The lemmatiser takes "Councillors" for a name.
        text = text.removesuffix(token.text) + (token.lemma_ if token.tag_ == "NNS" else singular(token.lower_))
    for possessive in children(token, "poss"):
        text = text.removeprefix(strip_determiner(discourse.doc[possessive.left_edge.i : possessive.right_edge.i + 1]))
        text = text.removeprefix(discourse.doc[possessive.left_edge.i : possessive.right_edge.i + 1].text)
        text = re.sub(r"^[’']?s?\s+", "", text)
    if token.doc[token.i + 1 : token.i + 3].text.lower() == "at large":
        text += " at large"
    relation = property_relation(discourse, discourse.lexicon.construction("title"), "be")
    yield Draft(
        trigger.i,
        holder,
        relation,
        text_literal(discourse, text),
        "role title",
        (token.i, trigger.i),
        _circumstances(discourse, token, trigger),
        background=background,
    )


def _behind_comma(phrase: Span, noun: Token) -> Span:
    """ "their chairwoman, retired headteacher Anna Brandt": what a comma sets apart before a noun is no part of it."""
    commas = [t.i for t in phrase if t.text == "," and t.i < noun.i]
    named = (c for c in reversed(commas) if any(t.pos_ in ("NOUN", "PROPN") for t in phrase.doc[phrase.start : c]))
    cut = next(named, None)
    return phrase if cut is None else phrase.doc[cut + 1 : phrase.end]


def _offices(
    discourse: Discourse, token: Token, frames: list[Frame], holder: Referent, trigger: Token, background: bool
) -> Iterator[Draft]:
    """What the role is a role in, or whose kin."""
    done: set[int] = set()
    large = token.doc[token.i + 1 : token.i + 3].text.lower() == "at large"
    for frame in frames:
        if frame.object == ("self",) and lemma(token) == "result" and (token.tag_ == "NNS" or trigger == token):
            continue  # "the results of the survey", "was surprised by the result of the vote"
        if frame.property == discourse.lexicon.ontology.iri("by:causes") and trigger == token and not holder.named:
            continue  # "the cause of the blast is not known": that it had one tells nothing
        if frame.object == ("self",):
            yield from _of_what(discourse, token, frame, holder, trigger, background)
            continue
        for target, found in beside_role(discourse, token, frame.object):
            if (
                target.i in done
                or not may_be_held(discourse, target, found, frame)
                or not frame.property
                or (lemma(token) == "part" and not holder.named and trigger == token)
                or not admits(discourse, frame, holder, found)
            ):
                continue
            done.add(target.i)
            office = held(discourse, token, frame.property)
            # An editor at large edits no paper, and works for it.
            office = discourse.lexicon.ontology.iri("schema:worksFor") if large else office
            relation = property_relation(discourse, office, frame.wording)
            yield Draft(
                trigger.i,
                holder,
                relation,
                found,
                "role of",
                (token.i, target.i),
                (*_circumstances(discourse, token, trigger), *_as_past(discourse, token)),
                frame.negative,
                background,
            )


def _of_what(
    discourse: Discourse, token: Token, frame: Frame, holder: Referent, trigger: Token, background: bool
) -> Iterator[Draft]:
    """The claim of a role that is the property's object: "the founder of the firm" says of the firm who founded it."""
    for target, found in beside_role(discourse, token, frame.subject):
        if frame.property and isinstance(found, Referent) and admits(discourse, frame, found, holder):
            relation = property_relation(discourse, frame.property, frame.wording)
            used = (token.i, target.i)
            yield Draft(trigger.i, found, relation, holder, "role of", used, (), frame.negative, background)


def _circumstances(discourse: Discourse, token: Token, trigger: Token) -> tuple[tuple[Relation, Filler], ...]:
    """How long and where the role is held, as the clause says: "for 13 years"."""
    if trigger == token:
        return ()
    durations = [
        (p, o) for p, o in preposition_objects(trigger) if p in ("for", "since", "until") and o.ent_type_ == "DATE"
    ]
    return tuple((open_relation(p), text_literal(discourse, words(noun_phrase(o)))) for p, o in durations)


def _as_past(discourse: Discourse, token: Token) -> tuple[tuple[Relation, Filler], ...]:
    """ "the former chairman of the firm" leads it no more: in which role he is said to."""
    past = [c for c in token.lefts if c.lower_ in _PAST]
    office = words(token.doc[past[0].i : token.i + 1]) if past else ""
    return ((open_relation("as"), text_literal(discourse, office)),) if office else ()
