"""Assembly: drafts become claims. Entities get their IRIs, claims their status, sources, time and evidence."""

from __future__ import annotations

from collections import Counter

from extractors.coreference import Discourse
from extractors.drafts import Draft, Filler, open_relation, text_literal
from extractors.factuality import Circumstances, circumstances
from extractors.measured import confidence_of
from extractors.phrases import noun_phrase
from extractors.referents import Referent
from ontology import (
    Article,
    Claim,
    Entity,
    Evidence,
    Literal,
    Node,
    Qualifier,
    Reading,
    Relation,
    Time,
    claim_iri,
    entity_iri,
)

__all__ = ["assemble"]


def assemble(discourse: Discourse, article: Article, drafts: list[Draft], base: str) -> Reading:
    """The reading of an article: each draft once, with everything that its words say of it."""
    entities = _Entities(discourse, article, base)
    claims: dict[str, Claim] = {}
    for draft in drafts:
        claim = _claim(discourse, article, draft, entities)
        if claim is not None:
            claims.setdefault(claim.iri, claim)
    found = sorted(claims.values(), key=lambda c: (c.evidence, c.iri))
    return Reading(article, entities.all(), tuple(found))


class _Entities:
    """Referents as entities, each minted once; two unnamed ones that share a name stay two."""

    def __init__(self, discourse: Discourse, article: Article, base: str) -> None:
        self.discourse, self.article, self.base = discourse, article, base
        self._minted: dict[Referent, Entity] = {}
        self._iris: set[str] = set()
        self._wordings = Counter(a.lower() for r in discourse.referents for a in {r.name, *r.aliases})

    def of(self, referent: Referent) -> Entity:
        """The entity of a referent."""
        if referent not in self._minted:
            self._minted[referent] = self._mint(referent)
        return self._minted[referent]

    def _mint(self, referent: Referent) -> Entity:
        ontology = self.discourse.lexicon.ontology
        kind = referent.type or ontology.iri("schema:Thing")
        broad = next(
            (
                k
                for k in map(ontology.iri, ("schema:Person", "schema:Organization", "schema:Place"))
                if ontology.is_a(kind, k)
            ),
            kind,
        )
        scope = self.base if referent.named else self.article.iri
        iri, n = entity_iri(scope, referent.name, broad), 1
        while iri in self._iris:
            n += 1
            iri = entity_iri(scope, f"{referent.name} {n}", broad)
        self._iris.add(iri)
        return Entity(iri, referent.name, kind, self._aliases(referent), tuple(sorted(referent.misspellings)))

    def _aliases(self, referent: Referent) -> tuple[str, ...]:
        """The wordings that mean nobody else in the article."""
        return tuple(a for a in referent.aliases if referent.named or self._wordings[a.lower()] == 1)

    def node(self, found: Filler) -> Node:
        """An entity, or the literal itself."""
        return self.of(found) if isinstance(found, Referent) else found

    def all(self) -> tuple[Entity, ...]:
        """The entities of the claims, and the names that stand in none."""
        for referent in self.discourse.referents:
            if referent.named:
                self.of(referent)
        return tuple(sorted(self._minted.values(), key=lambda e: e.iri))


def _claim(discourse: Discourse, article: Article, draft: Draft, entities: _Entities) -> Claim | None:
    token = discourse.doc[draft.trigger]
    said = circumstances(discourse, token)
    if draft.presupposed:
        said = Circumstances(False, discourse.lexicon.ontology.modality("by:actual"), said.sources)
    if draft.background:
        said = _in_passing(discourse, draft, said)
    negative = said.negative != draft.negative
    time = draft.time or discourse.time(token, future=said.modality.top != "actual")
    evidence = _evidence(discourse, article, draft)
    subject, node = entities.of(draft.subject), entities.node(draft.object)
    if subject == node:
        return None
    extent = _extent(discourse, time)
    qualifiers = tuple(
        Qualifier(r, entities.node(f)) for r, f in (*draft.qualifiers, *extent) if f is not draft.subject
    )
    sources = tuple(entities.of(s) for s in said.sources)
    polarity = "negative" if negative else "positive"
    iri = claim_iri(
        article.iri,
        subject.iri,
        draft.relation.iri,
        _key(node),
        polarity,
        said.modality.iri,
        [s.iri for s in sources],
        evidence.start,
        evidence.end,
    )
    why = ", ".join(discourse.doc[i].text for i in dict.fromkeys(draft.tokens))
    return Claim(
        iri,
        article.iri,
        subject,
        draft.relation,
        node,
        qualifiers,
        "negative" if negative else "positive",
        said.modality,
        sources,
        time,
        evidence,
        draft.rule,
        why,
        confidence_of(draft.rule, attributed=bool(sources)),
    )


def _extent(discourse: Discourse, time: Time | None) -> list[tuple[Relation, Filler]]:
    """The two ends of an interval, as the text has them."""
    if time is None or time.precision != "interval":
        return []
    ends = zip(("from", "until"), time.value.split("/"), strict=False)
    return [(open_relation(name), text_literal(discourse, value)) for name, value in ends if value != ".."]


def _key(node: Node) -> str:
    return f"{node.value}^^{node.datatype}" if isinstance(node, Literal) else node.iri


def _in_passing(discourse: Discourse, draft: Draft, said: Circumstances) -> Circumstances:
    """What stands beside a name is the article's own knowledge, unless it is quoted."""
    actual = discourse.lexicon.ontology.modality("by:actual")
    return Circumstances(False, actual, said.sources if discourse.quotation(draft.trigger) is not None else ())


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
