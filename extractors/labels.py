"""Labels: claims under properties whose words are read off their labels, in sentences that say them as a label would.

"A 1984 film directed by Anna Brandt, written by Jonas Weiss and set in Bergen": what hangs on a description is said of
whoever or whatever is described.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors.attributes import attribute_drafts, attribute_frames
from extractors.called import called_like, examples
from extractors.clauses import Proposition, clause_propositions
from extractors.coreference import Discourse
from extractors.drafts import Draft, property_relation, time_literal
from extractors.enumerations import enumerated_drafts
from extractors.frames import matching_frames, verb_lemma
from extractors.naming import named_by
from extractors.patterns import pattern_drafts
from extractors.phrases import children, conjuncts, preposition_objects
from extractors.referents import Referent
from extractors.regions import within_regions
from extractors.similar import similar_frames
from extractors.topics import admitted, fill, fitness, named_first, shortened, thing, topics
from extractors.worded import worded_drafts
from ontology import Frame, Property, Time

__all__ = ["label_drafts"]


# How much worse than the best a property must fit to be dropped.
_NEAR = 2
# What a preposition alone says, or a kind: any property may be meant.
_LOOSE = frozenset({"label link", "label kind"})
_WHERE = frozenset({"in", "at", "from"})


def label_drafts(discourse: Discourse, said: list[Draft]) -> Iterator[Draft]:
    """The claims of derived properties: those that one of ours makes already, then those of their own words."""
    if discourse.lexicon.derives:
        found = list(_fitting(discourse, _drafts(discourse, said)))
        found += enumerated_drafts(discourse, found)
        yield from within_regions(discourse, [*found, *_wider(discourse, said, found)], said)


def _fitting(discourse: Discourse, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Of the properties that one preposition or description may say, those whose classes fit its two ends best."""
    best: dict[tuple[object, ...], int] = {}
    found = list(drafts)
    for draft in found:
        if draft.rule in _LOOSE:
            best[_ends_of(draft)] = max(best.get(_ends_of(draft), 0), _fit(discourse, draft))
    yield from (d for d in found if d.rule not in _LOOSE or _fit(discourse, d) + _NEAR > best[_ends_of(d)])


def _ends_of(draft: Draft) -> tuple[object, ...]:
    found = id(draft.object) if isinstance(draft.object, Referent) else draft.object.value
    return draft.rule, draft.trigger, id(draft.subject), found


def _fit(discourse: Discourse, draft: Draft) -> int:
    known = discourse.lexicon.ontology.properties[draft.relation.iri]
    # What an ontology leaves open fits as well as can be.
    here = fitness(discourse, draft.subject, known.domain) if known.domain else 3
    there = fitness(discourse, draft.object, known.range) if isinstance(draft.object, Referent) and known.range else 3
    return here + there


def _wider(discourse: Discourse, said: list[Draft], found: list[Draft]) -> Iterator[Draft]:
    """What is in a town is in its country: "located in Bergen, Norway"."""
    ontology = discourse.lexicon.ontology
    inside = [d for d in said if d.relation.iri == ontology.iri("schema:containedInPlace")]
    place = ontology.iri("schema:Place")
    for draft in found:
        known = ontology.properties[draft.relation.iri]
        for other in inside:
            wanted = any(ontology.is_a(c, place) for c in known.range)
            if wanted and other.subject is draft.object and admitted(discourse, known, draft.subject, other.object, 2):
                yield replace(draft, object=other.object)


def _drafts(discourse: Discourse, said: list[Draft]) -> Iterator[Draft]:
    ontology = discourse.lexicon.ontology
    yield from _same(discourse, said)
    for p in clause_propositions(discourse):
        verb = discourse.doc[p.trigger]
        for frame in (*matching_frames(discourse.lexicon, verb), *_beyond_agent(discourse, verb)):
            known = ontology.properties.get(frame.property or "")
            if known is not None and known.derived and frame.part in ("verb", "adjective"):
                yield from _of_verb(discourse, p, verb, frame, known)
        yield from _similar(discourse, p, verb)
    yield from _misread(discourse)
    yield from _links(discourse)
    yield from attribute_drafts(discourse)
    yield from worded_drafts(discourse)
    yield from pattern_drafts(discourse)


def _similar(discourse: Discourse, p: Proposition, verb: Token) -> Iterator[Draft]:
    """The claims of a verb that no frame has, under the property that has the likest."""
    for frame, likeness in similar_frames(discourse.lexicon, verb):
        known = discourse.lexicon.ontology.properties[frame.property or ""]
        for draft in _of_verb(discourse, p, verb, frame, known):
            yield replace(draft, rule="similar verb", rivals=(likeness,))


def _same(discourse: Discourse, said: list[Draft]) -> Iterator[Draft]:
    """What is claimed under a property of ours, under the derived ones that mean the same."""
    ontology = discourse.lexicon.ontology
    for draft in said:
        for iri, inverse in discourse.lexicon.equivalents.get(draft.relation.iri, ()):
            known = ontology.properties[iri]
            relation = property_relation(discourse, iri, draft.relation.lemma)
            subject, found = (draft.object, draft.subject) if inverse else (draft.subject, draft.object)
            found = shortened(discourse, found, known)
            subject = _known_as(discourse, subject) if isinstance(subject, Referent) else subject
            if not isinstance(subject, Referent) or not admitted(discourse, known, subject, found):
                continue
            yield Draft(
                draft.trigger, subject, relation, found, "same as ours", draft.tokens, draft.qualifiers,
                draft.negative, draft.background, draft.presupposed, draft.time, draft.voice,
            )  # fmt: skip


def _known_as(discourse: Discourse, referent: Referent) -> Referent:
    """Who or what goes by a name, where the claim is of a description of it."""
    heads = [discourse.doc[m.head] for m in referent.mentions] if not referent.named else []
    names = (discourse.referent(named_by(discourse, head)) for head in heads)
    return next((r for r in names if r is not None and r.named), referent)


def _beyond_agent(discourse: Discourse, verb: Token) -> Iterator[Frame]:
    """ "was found by Anna Brandt at the Elm Station": the parser hangs the place on whoever found it."""
    beyond = {p for agent in _agents(verb) for p, _ in preposition_objects(agent)}
    own = {p for p, _ in preposition_objects(verb)}
    for frame in discourse.lexicon.frames.get(("verb", verb_lemma(discourse.lexicon, verb)), ()) if beyond else ():
        further = frame.wording.split()[1:]
        if len(further) == 1 and further[0] in beyond - own:
            yield frame


def _agents(verb: Token) -> list[Token]:
    found = [m for by in verb.children if by.lower_ == "by" for o in children(by, "pobj") for m in conjuncts(o)]
    return [*found, *(n for o in found for c in children(o, "appos", "compound") for n in conjuncts(c))]


def _of_verb(discourse: Discourse, p: Proposition, verb: Token, frame: Frame, known: Property) -> Iterator[Draft]:
    subjects = _ends(discourse, p, verb, frame.subject, known)
    last = frame.wording.split()[-1]
    if frame.object == ("time",):
        time = discourse.time(verb)
        if time is not None and last in ("since", "from"):
            time = _begun(time)
        for s in named_first(discourse, iter(subjects), known) if time is not None else ():
            subject = discourse.referent(s)
            if subject is not None and time is not None and (known.literal or not known.range):
                relation = property_relation(discourse, frame.property or "", frame.wording)
                yield Draft(
                    verb.i,
                    subject,
                    relation,
                    shortened(discourse, time_literal(discourse, time), known),
                    "label time",
                    (verb.i, s.i),
                )
        return
    if frame.object == ("value",):
        yield from _valued(discourse, verb, frame, known, subjects)
        return
    objects = _ends(discourse, p, verb, (last,) if last in frame.object else frame.object, None)
    if frame.subject[0] not in ("subject", "object"):
        subjects = [discourse.doc[i] for slot in frame.subject for i in p.get(slot)]
    yield from drafts_between(discourse, verb, frame, known, subjects, objects, "label verb")


def _begun(time: Time) -> Time:
    """When an interval begins: "published from 2002 until 2016"."""
    first = time.value.split("/")[0]
    precision = {4: "year", 7: "month", 10: "day"}.get(len(first), time.precision)
    return Time(first, time.start, None, precision) if "/" in time.value and first != ".." else time


def _valued(discourse: Discourse, verb: Token, frame: Frame, known: Property, subjects: list[Token]) -> Iterator[Draft]:
    """ "was killed in action": the frame itself is the value."""
    for s in named_first(discourse, iter(subjects), known):
        subject = discourse.referent(s)
        found = thing(discourse, frame.value or frame.wording, known)
        if subject is not None and admitted(discourse, known, subject, found):
            relation = property_relation(discourse, frame.property or "", frame.wording)
            yield Draft(verb.i, subject, relation, found, "label value", (verb.i, s.i))


def _misread(discourse: Discourse) -> Iterator[Draft]:
    """ "Blue Harbour stars Anna Brandt": a verb that the parser took for the plural of a noun between two names."""
    for token in discourse.doc:
        names = [c for c in children(token, "compound", "nmod") if c.pos_ == "PROPN" and c.i == token.i - 1]
        if token.tag_ != "NNS" or not names or token.i + 1 >= len(discourse.doc):
            continue
        after = [token.head] if token.dep_ == "compound" and token.head.i == token.i + 1 else []
        objects = [m for c in (*after, *children(token, "appos", "dobj")) if c.pos_ == "PROPN" for m in conjuncts(c)]
        for frame in discourse.lexicon.frames.get(("verb", token.lemma_.lower()), ()):
            known = discourse.lexicon.ontology.properties.get(frame.property or "")
            if known is not None and known.derived and (frame.subject, frame.object) == (("subject",), ("object",)):
                yield from drafts_between(discourse, token, frame, known, names, objects, "label verb")


def _ends(
    discourse: Discourse, p: Proposition, verb: Token, slots: tuple[str, ...], known: Property | None
) -> list[Token]:
    """The tokens in the first slot that is filled; for a subject, what a description is said of stands for it."""
    doc = discourse.doc
    found = next(([doc[i] for i in p.get(s)] for s in slots if p.get(s)), [])
    if not found and p.passive:
        found = [m for a in _agents(verb) for prep, o in preposition_objects(a) if prep in slots for m in conjuncts(o)]
    if not found and slots == ("subject",) and p.passive:
        # "written and produced by Anna Brandt": she did both.
        later = [c for c in children(verb, "conj") if c.tag_ in ("VBN", "VBD") and not children(c, "nsubj", "dobj")]
        found = [
            m for v in (verb, *later[:1]) for prep, o in preposition_objects(v) if prep == "by" for m in conjuncts(o)
        ]
    if known is None or (slots[0] == "object") != p.passive:
        return found or (list(topics(discourse, verb)) if known is not None and slots[0] == "subject" else [])
    return [*found, *topics(discourse, verb)]


def drafts_between(
    discourse: Discourse,
    trigger: Token,
    frame: Frame,
    known: Property,
    subjects: list[Token],
    objects: list[Token],
    rule: str,
) -> Iterator[Draft]:
    """A claim for each object, of the first subject that fits; what only stands behind a preposition must fit well."""
    ontology = discourse.lexicon.ontology
    recognised = any(ontology.text(c, "by:color") for c in known.range)
    least = 2 if recognised and (frame.part == "link" or set(frame.object) & _WHERE) else 1
    strict = "called" in frame.object
    objects = [m for o in objects for e in examples(o) for m in called_like(discourse, e, known, strict)]
    ends = [(o, fill(discourse, o, known)) for o in objects]
    others = (s for s in subjects if all(discourse.referent(s) is not found for _, found in ends))
    for s in named_first(discourse, others, known):
        subject = discourse.referent(s)
        for o, found in ends:
            if subject is not None and found is not None and admitted(discourse, known, subject, found, least):
                relation = property_relation(discourse, frame.property or "", frame.wording)
                named = "label name" if strict else rule
                yield Draft(trigger.i, subject, relation, found, named, (trigger.i, s.i, o.i), negative=frame.negative)


def _links(discourse: Discourse) -> Iterator[Draft]:
    """ "a novel by Anna Brandt": a preposition after what something is said to be."""
    for token in discourse.doc:
        for frame in discourse.lexicon.frames.get(("link", token.lower_), ()):
            noun = token.head
            if noun.pos_ == "ADJ" and noun.i == noun.head.i + 1 and noun.dep_ == "amod":
                noun = noun.head  # "the lead single from"
            nominal = noun.pos_ in ("NOUN", "PROPN") or noun.dep_ == "attr"  # "the fifth single from"
            if token.dep_ not in ("prep", "agent") or not nominal or token.i < noun.i or noun.lower_ == "one":
                continue
            known = discourse.lexicon.ontology.properties[frame.property or ""]
            if attribute_frames(discourse, noun):
                continue
            described = noun.dep_ in ("attr", "appos", "ROOT", "conj", "nsubj", "nsubjpass", "pobj")
            objects = [m for o in children(token, "pobj") for m in conjuncts(o)]
            if described:
                here = [noun, *topics(discourse, noun)]
                yield from drafts_between(discourse, token, frame, known, here, objects, "label link")
