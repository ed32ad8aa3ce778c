"""Assembly: drafts become claims. Entities get their IRIs, claims their status, sources, time and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors.alternatives import is_alternative
from extractors.announced import announced_time
from extractors.confidence import confidence_of, signs_of
from extractors.coreference import Discourse
from extractors.drafts import Draft, Filler, open_relation, text_literal
from extractors.effects import Circumstances, weaken
from extractors.entities import Entities
from extractors.factuality import circumstances
from extractors.modality import by_modifier, own_modality
from extractors.phrases import children, dependency_path, noun_phrase
from extractors.times import is_deadline
from ontology import (
    Article,
    Claim,
    Evidence,
    Polarity,
    Qualifier,
    Reading,
    Relation,
    Time,
    iri_of_claim,
)

__all__ = ["assemble", "claims_of"]


def assemble(discourse: Discourse, article: Article, drafts: list[Draft], base: str) -> Reading:
    """The reading of an article: each draft once, with everything that its words say of it."""
    entities = Entities(discourse, article, base)
    claims: dict[str, Claim] = {}
    for _, claim in claims_of(discourse, article, drafts, entities):
        claims.setdefault(claim.iri, claim)
    found = sorted(claims.values(), key=lambda c: (c.evidence, c.iri))
    return Reading(article, entities.all(), tuple(found))


def claims_of(
    discourse: Discourse, article: Article, drafts: Iterable[Draft], entities: Entities
) -> Iterator[tuple[Draft, Claim]]:
    """What becomes of each draft that says something; two drafts can become the same claim."""
    for draft in drafts:
        claim = _claim(discourse, article, draft, entities)
        if claim is not None:
            yield draft, claim


def _claim(discourse: Discourse, article: Article, draft: Draft, entities: Entities) -> Claim | None:
    token = discourse.doc[draft.trigger]
    said = _circumstances(discourse, draft)
    negative = said.negative != draft.negative
    past = token.tag_ == "VBD" or any(a.lower_ in ("had", "have", "has") for a in children(token, "aux"))
    time = draft.time or discourse.time(token, future=said.modality.top != "actual" and not past)
    if time is None and negative and discourse.is_future(token):
        time = announced_time(discourse, token)
    if _lies_ahead(discourse, token, said, time):
        said = weaken(said, discourse.lexicon.ontology.modality("by:expected"))
    evidence = _evidence(discourse, article, draft)
    subject, node = entities.of(draft.subject), entities.node(draft.object)
    if subject == node or (negative and draft.rule == "beside number"):
        return None  # "300 flights were cancelled": they were 300 all the same
    qualifiers = (*draft.qualifiers, *_extent(discourse, token, time))
    sources = tuple(entities.of(s) for s in said.sources)
    polarity: Polarity = "negative" if negative else "positive"
    claim = Claim(
        iri="",
        article=article.iri,
        subject=subject,
        relation=draft.relation,
        object=node,
        qualifiers=tuple(Qualifier(r, entities.node(f)) for r, f in qualifiers if f is not draft.subject),
        polarity=polarity,
        modality=said.modality,
        sources=sources,
        time=time,
        evidence=evidence,
        rule=draft.rule,
        why=_why(discourse, draft),
        confidence=0.0,
    )
    confidence = confidence_of(signs_of(discourse, draft, claim))
    tentative = confidence < discourse.lexicon.ontology.trusted_from
    return replace(claim, iri=iri_of_claim(claim), confidence=confidence, tentative=tentative)


def _lies_ahead(discourse: Discourse, verb: Token, said: Circumstances, time: Time | None) -> bool:
    """ "The contract expires next year": in the present of a day after the paper's nothing has happened yet."""
    present = verb.tag_ in ("VBZ", "VBP") and not children(verb, "aux", "auxpass")
    if discourse.published is None or time is None or not present or said.modality.top != "actual":
        return False
    start = time.value.split("/")[0]
    return start[:1].isdigit() and start > str(discourse.published)[: len(start)]


def _circumstances(discourse: Discourse, draft: Draft) -> Circumstances:
    """Polarity, modality and sources of a claim: those of its trigger, as the construction changes them."""
    ontology = discourse.lexicon.ontology
    said = circumstances(discourse, discourse.doc[draft.trigger])
    if draft.presupposed:
        said = Circumstances(False, ontology.modality("by:actual"), said.sources)
    if draft.background:
        said = _in_passing(discourse, draft, said)
    # What somebody says may leave it open; that they say it does not.
    own = (discourse.doc[i] for i in draft.tokens if i == draft.trigger or discourse.doc[i].dep_ != "ccomp")
    if not said.negative and any(is_alternative(token) for token in own):
        said = weaken(said, ontology.modality("by:speculative"))
    office = by_modifier(discourse, discourse.doc[draft.tokens[0]]) if draft.rule in ("role of", "role title") else None
    if office is not None and said.modality.top == "actual":
        said = weaken(said, office)  # "a potential successor"
    if draft.voice is not None and draft.voice not in said.sources:
        said = replace(said, sources=(draft.voice, *said.sources))
    return said


def _why(discourse: Discourse, draft: Draft) -> str:
    """The words that the rule used, each with the way to it from the word that decides, and what else they might mean.

    "sued, Brandt >nsubj; not wins: Brandt is no team"
    """
    trigger = discourse.doc[draft.trigger]
    others = (discourse.doc[i] for i in dict.fromkeys(draft.tokens) if i != draft.trigger)
    words_ = ", ".join([trigger.text, *(f"{t.text} {dependency_path(trigger, t)}" for t in others)])
    return "; ".join([words_, *draft.rivals])


def _extent(discourse: Discourse, token: Token, time: Time | None) -> list[tuple[Relation, Filler]]:
    """The two ends of an interval, as the text has them."""
    if time is None or time.precision != "interval":
        return []
    ends = zip(("from", "by" if is_deadline(token, discourse.times) else "until"), time.value.split("/"), strict=False)
    return [(open_relation(name), text_literal(discourse, value)) for name, value in ends if value != ".."]


def _in_passing(discourse: Discourse, draft: Draft, said: Circumstances) -> Circumstances:
    """What stands beside a name is the article's own knowledge, unless it is quoted."""
    own = own_modality(discourse, discourse.doc[draft.trigger])
    return Circumstances(False, own, said.sources if discourse.quotation(draft.trigger) is not None else ())


def _evidence(discourse: Discourse, article: Article, draft: Draft) -> Evidence:
    """From the first to the last word that the claim needs, whole phrases, one sentence."""
    doc = discourse.doc
    sentence = doc[draft.trigger].sent
    starts, ends = [draft.trigger], [draft.trigger + 1]
    for i in draft.tokens:
        if sentence.start <= i < sentence.end:
            span = noun_phrase(doc[i], full=True)
            starts.append(max(span.start, sentence.start))
            ends.append(min(span.end, sentence.end))
    span = doc[min(starts) : max(ends)]
    return Evidence(span.start_char, span.end_char, article.text[span.start_char : span.end_char])
