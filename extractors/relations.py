"""Relations: from what a verb says to claims. The ontology's frames first; what matches none stays an open relation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.drafts import (
    Draft,
    Filler,
    admits,
    filler,
    open_relation,
    phrase_literal,
    property_relation,
    text_literal,
    time_literal,
)
from extractors.frames import complement_of, matching_frames, role_frames, verb_lemma
from extractors.phrases import children, lemma, preposition_objects, subtree_span, words
from extractors.quotations import is_speech_verb
from extractors.referents import Referent, is_person
from ontology import Frame, Literal, Relation

__all__ = ["verb_drafts"]

_CORE = frozenset({"subject", "object", "indirect", "complement", "attribute"})
# The endings of nouns for people, by which an unknown or misspelt one is known where a verb asks for somebody.
_AGENTIVE = ("er", "or", "ist", "ian", "ant")
_TEMPORAL = frozenset("after following before since until during prior".split())

Pair = tuple[Token, Filler]


def verb_drafts(discourse: Discourse, p: Proposition) -> Iterator[Draft]:
    """The claims of one verb: a property for each pair that a frame admits, else the verb's own name."""
    verb = discourse.doc[p.trigger]
    subjects = _referents(discourse, p.get("subject"))
    said = list(_by_frames(discourse, p, verb))
    yield from said
    covered = {frozenset(d.tokens) for d in said} | {
        frozenset((verb.i, s.i, o)) for o in _idiom(discourse, said, verb) for s, _ in subjects
    }
    rest = (
        _copula(discourse, p, verb, subjects) if p.part == "copula" else _open(discourse, p, verb, subjects, bool(said))
    )
    yield from (d for d in rest if frozenset(d.tokens) not in covered)


def _idiom(discourse: Discourse, said: list[Draft], verb: Token) -> set[int]:
    """The nouns that belong to a wording already claimed: "part" in "take part in", "life" in "take own life"."""
    wordings = {w for d in said for w in d.relation.lemma.split()[1:]}
    return {o.i for o in children(verb, "dobj") if o.lemma_.lower() in wordings}


def _referents(discourse: Discourse, tokens: tuple[int, ...]) -> list[tuple[Token, Referent]]:
    """The tokens that stand for somebody or something, as who they stand for."""
    found = []
    for i in tokens:
        referent = discourse.by_head.get(i)
        if referent is not None:
            found.append((discourse.doc[i], referent))
    return found


def _fillers(discourse: Discourse, tokens: tuple[int, ...]) -> list[Pair]:
    found = (
        (discourse.doc[i], filler(discourse, discourse.doc[i]))
        for i in tokens
        if not discourse.is_time(discourse.doc[i])
    )
    return [(t, f) for t, f in found if f is not None]


def _by_frames(discourse: Discourse, p: Proposition, verb: Token) -> Iterator[Draft]:
    done: set[tuple[int, int]] = set()
    freed = _is_freed(verb)
    words_ = [verb, *(discourse.doc[i] for i in p.get("attribute"))]
    for frame in (
        f
        for w in words_
        for f in matching_frames(discourse.lexicon, w)
        if f.property and f.part in ("verb", "adjective")
    ):
        if freed and "from" not in frame.wording.split():
            continue
        for s_token, subject in _subjects(discourse, p, frame):
            for o_token, found in _objects(discourse, p, verb, frame):
                if (s_token.i, o_token.i) in done or not admits(discourse, frame, subject, found):
                    continue
                done.add((s_token.i, o_token.i))
                relation = property_relation(discourse, frame.property or "", chained(discourse, verb, frame.wording))
                used = (verb.i, s_token.i, o_token.i)
                yield Draft(
                    verb.i,
                    subject,
                    relation,
                    found,
                    f"frame {frame.part}",
                    used,
                    _qualifiers(discourse, p, used),
                    frame.negative,
                    presupposed=frame.presupposed,
                )


def _is_freed(verb: Token) -> bool:
    """"stopped the council from closing the school": it is the closing that is stopped, not the council."""
    return any(c.lower_ == "from" and children(c, "pcomp") for c in children(verb, "prep"))


def chained(discourse: Discourse, verb: Token, wording: str) -> str:
    """A wording with the verbs before it that decide whether it came about: "refuse to let", "stop using"."""
    lexicon = discourse.lexicon
    decisive = {lexicon.ontology.iri(f"lex:{name}") for name in ("denied", "refused", "implied")}
    while verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        infinitive = any(c.tag_ == "TO" for c in children(verb, "aux"))
        if complement_of(lexicon, verb.head, "", infinitive=infinitive) not in decisive:
            break
        verb, wording = verb.head, f"{verb_lemma(lexicon, verb.head)} {'to ' if infinitive else ''}{wording}"
    return wording


def _slot(discourse: Discourse, p: Proposition, slots: tuple[str, ...]) -> tuple[int, ...]:
    return next((p.get(s) for s in slots if p.get(s)), ())


def _subjects(discourse: Discourse, p: Proposition, frame: Frame) -> list[tuple[Token, Referent]]:
    return _referents(discourse, _slot(discourse, p, frame.subject))


def _objects(discourse: Discourse, p: Proposition, verb: Token, frame: Frame) -> list[Pair]:
    if frame.object == ("value",):
        return [(verb, text_literal(discourse, frame.value or frame.wording))]
    if frame.object[0] in ("time", "start", "end"):
        value = _time_value(discourse, verb, frame.object[0])
        return [(verb, value)] if value is not None else []
    if frame.object[0] == "complement":
        clauses = (discourse.doc[i] for i in p.get("complement") if discourse.doc[i].dep_ == "ccomp")
        return [(c, text_literal(discourse, content(c))) for c in clauses]
    return [(t, _as_entity(discourse, t, f, frame)) for t, f in _fillers(discourse, _slot(discourse, p, frame.object))]


def _time_value(discourse: Discourse, verb: Token, slot: str) -> Literal | None:
    """When it holds, or where the time is an interval its beginning or end."""
    future = discourse.is_future(verb)
    time = discourse.time(verb, future=future)
    if time is None or (slot == "end" and time.precision != "interval"):
        return None
    if slot == "time" or "/" not in time.value:
        return time_literal(discourse, time)
    return text_literal(discourse, time.value.split("/")[-1 if slot == "end" else 0])


def content(clause: Token) -> str:
    """What somebody says, without "that" and quotation marks."""
    text = re.sub('[“”"]', "", words(subtree_span(clause)))
    return re.sub(r"^that\s+", "", text).strip(" ,")


def _as_entity(discourse: Discourse, token: Token, found: Filler, frame: Frame) -> Filler:
    """A plain noun as an entity where the property relates entities: of any kind, or a group that the verb asks for."""
    known = discourse.lexicon.ontology.properties.get(frame.property or "")
    referent = discourse.referent(token)
    if known is not None and known.literal and isinstance(found, Referent):
        return phrase_literal(discourse, token) or found
    if not isinstance(found, Literal) or known is None or known.literal or referent is None:
        return found
    ontology = discourse.lexicon.ontology
    if ontology.iri("schema:Thing") in known.range:
        return referent
    if ontology.iri("by:Agent") in known.range and token.tag_ == "NNS" and lemma(token).endswith(_AGENTIVE):
        referent.type = ontology.iri("by:Group")
        return referent
    return found


def _qualifiers(discourse: Discourse, p: Proposition, used: tuple[int, ...]) -> tuple[tuple[Relation, Filler], ...]:
    """All further participants and circumstances of the clause that are no times."""
    found = []
    for slot in sorted(p.slots):
        if slot in ("subject", "complement", "attribute"):
            continue
        if not set(p.get(slot)) & set(used):
            found += [(open_relation(slot), value) for _, value in _fillers(discourse, p.get(slot))]
    for adverb in children(discourse.doc[p.trigger], "advmod"):
        if children(adverb, "npadvmod"):
            found.append((open_relation(adverb.lower_), text_literal(discourse, words(subtree_span(adverb)))))
    return tuple(dict.fromkeys(found))


def _open(
    discourse: Discourse, p: Proposition, verb: Token, subjects: list[tuple[Token, Referent]], said: bool
) -> Iterator[Draft]:
    """The verb's own name between subject and object, or subject and prepositional argument."""
    objects = _fillers(discourse, p.get("object"))
    if p.passive and not subjects:
        yield from _agentless(discourse, p, verb, said)
        return
    arguments = [(f"{p.wording}", o) for o in objects] or [
        (f"{p.wording} {slot}", o)
        for slot in _prepositions(p)
        for o in _fillers(discourse, p.get(slot))
        if o[0].dep_ != "pcomp"
    ]
    for s_token, subject in subjects:
        for wording, (o_token, found) in arguments:
            if found is not subject:
                used = (verb.i, s_token.i, o_token.i)
                yield Draft(
                    verb.i, subject, open_relation(wording), found, "open verb", used, _qualifiers(discourse, p, used)
                )
        alone = not arguments and not said and not p.get("complement") and not p.passive
        if alone and p.wording != "be" and not is_speech_verb(verb, discourse.lexicon):
            yield Draft(
                verb.i,
                subject,
                open_relation(p.wording),
                text_literal(discourse, _verb_phrase(verb)),
                "open intransitive",
                (verb.i, s_token.i),
            )


def _agentless(discourse: Discourse, p: Proposition, verb: Token, said: bool) -> Iterator[Draft]:
    """A passive that names no agent: what was done to whom, and where to or with what; nobody is invented."""
    for token, patient in _referents(discourse, p.get("object")):
        label = f"be {verb.lower_}"
        arguments = [
            (f"{label} {slot}", f"{p.wording} {slot}", o)
            for slot in _prepositions(p)
            for o in _fillers(discourse, p.get(slot))
        ]
        arguments += [(label, p.wording, o) for o in _fillers(discourse, (*p.get("indirect"), *p.get("attribute")))]
        for name, wording, (o_token, found) in arguments:
            used = (verb.i, token.i, o_token.i)
            yield Draft(
                verb.i,
                patient,
                open_relation(wording, name),
                found,
                "open passive",
                used,
                _qualifiers(discourse, p, (*used, *p.get("object"))),
            )
        if not arguments and not said and not p.get("complement"):
            yield Draft(
                verb.i,
                patient,
                open_relation(p.wording, label),
                text_literal(discourse, _verb_phrase(verb)),
                "open passive",
                (verb.i, token.i),
            )


def _prepositions(p: Proposition) -> list[str]:
    return [
        s
        for s in sorted(p.slots)
        if s not in _CORE and s.split()[0] not in _TEMPORAL and s not in ("according to", "including by")
    ]


def _verb_phrase(verb: Token) -> str:
    """The verb with its auxiliaries, particles and adverbs."""
    kept = [
        c
        for c in verb.children
        if c.tag_ != "TO"
        and c.dep_ in ("aux", "auxpass", "neg", "prt", "advmod", "oprd", "acomp")
        and abs(c.i - verb.i) < 5
        and c.tag_ != "WRB"
    ]
    return " ".join(t.text for t in sorted([verb, *kept], key=lambda t: t.i) if not t.is_space)


def _copula(
    discourse: Discourse, p: Proposition, verb: Token, subjects: list[tuple[Token, Referent]]
) -> Iterator[Draft]:
    """What somebody or something is said to be."""
    kind = discourse.lexicon.construction("kind")
    for s_token, subject in subjects:
        for i in p.get("attribute"):
            token = discourse.doc[i]
            if is_person(subject, discourse.lexicon) and not subject.plural and role_frames(discourse.lexicon, token):
                continue
            value = _attribute_text(discourse, token) if token.text[0].isalnum() else None
            used = (verb.i, s_token.i, token.i)
            relation = property_relation(discourse, kind, p.wording)
            qualifiers = tuple(dict.fromkeys(_qualifiers(discourse, p, used) + _own_qualifiers(discourse, token)))
            if value is not None:
                yield Draft(verb.i, subject, relation, value, "copula", used, qualifiers)


def _attribute_text(discourse: Discourse, token: Token) -> Literal | None:
    """A predicate's words: a noun phrase whole, an adjective with its degree and prepositions but no clause."""
    if token.pos_ in ("NOUN", "PROPN", "NUM", "PRON") or token.tag_ == "VBG":
        return phrase_literal(discourse, token)
    kept = [t for c in token.children if c.dep_ in ("advmod", "prep", "npadvmod", "neg", "xcomp") for t in c.subtree]
    start = min((t.i for t in kept if t.i < token.i), default=token.i)
    end = token.i + 1
    for t in sorted(kept, key=lambda t: t.i):
        end = t.i + 1 if t.i == end else end
    return text_literal(discourse, words(token.doc[start:end]))


def _own_qualifiers(discourse: Discourse, token: Token) -> tuple[tuple[Relation, Filler], ...]:
    pairs = [(p, o) for p, first in preposition_objects(token) for o in [first, *children(first, "conj")]]
    found = [(open_relation(p), filler(discourse, o)) for p, o in pairs if not discourse.is_time(o)]
    return tuple((r, f) for r, f in found if f is not None)
