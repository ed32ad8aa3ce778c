"""Articles and their claims in schema.org's words, as JSON-LD that a web page can carry in a script element.

Nothing here says that a claim is true: each is a schema:Claim by its author, with the words it was read in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from graph.terms import local, term
from ontology import Article, Claim, Entity, Literal, Reading

__all__ = ["serialize_schemaorg"]

_Json = dict[str, object]


def serialize_schemaorg(readings: Iterable[Reading]) -> str:
    """Each article as a schema:NewsArticle that mentions entities and has its claims as parts.

    The text itself is left out, for it stands in the page.
    """
    page = {"@context": {"@vocab": term("schema:").value}, "@graph": [_article(r) for r in readings]}
    # In a page, "</script>" would end the element, wherever it stands (HTML, section 4.12.1.3).
    return json.dumps(page, ensure_ascii=False, indent=1).replace("<", "\\u003c") + "\n"


def _article(reading: Reading) -> _Json:
    article = reading.article
    return _filled(
        {
            "@id": article.iri,
            "@type": "NewsArticle",
            "headline": article.headline,
            "datePublished": article.published.isoformat() if article.published else None,
            "mentions": [_described(entity) for entity in reading.entities],
            "hasPart": [_claim(article, claim) for claim in reading.claims],
        }
    )


def _filled(record: _Json) -> _Json:
    return {key: value for key, value in record.items() if value not in (None, [], "")}


def _described(entity: Entity) -> _Json:
    others = [name for name in entity.aliases if name not in entity.misspellings]
    return _filled({**_named(entity), "name": entity.name, "alternateName": others})


def _named(entity: Entity) -> _Json:
    return {"@id": entity.iri, "@type": entity.type.removeprefix(term("schema:").value)}


def _claim(article: Article, claim: Claim) -> _Json:
    objects = (claim.subject, claim.object, *(q.object for q in claim.qualifiers))
    concerned = {entity.iri: entity for entity in objects if isinstance(entity, Entity)}
    return _filled(
        {
            "@id": claim.iri,
            "@type": "Claim",
            "name": _words(claim),
            "about": [_named(concerned[iri]) for iri in sorted(concerned)],
            "author": [{**_named(source), "name": source.name} for source in claim.sources[:1]],
            "keywords": _status(claim),
            "temporalCoverage": claim.time.value if claim.time and claim.time.precision != "recurring" else None,
            "appearance": {"@id": article.iri},
            "isBasedOn": _quotation(article, claim),
        }
    )


def _words(claim: Claim) -> str:
    """The claim as a line for people, with its status and everybody through whose mouth it comes."""
    object_ = claim.object.value if isinstance(claim.object, Literal) else claim.object.name
    negative = "not " * (claim.polarity == "negative" and claim.status != "denied")
    aside = [f"{negative}{claim.status}", *_voices(claim.sources)]
    return f"{claim.subject.name} {claim.relation.label} {object_} ({', '.join(aside)})"


def _voices(sources: Sequence[Entity]) -> list[str]:
    return [f"{'says' if place == 0 else 'according to'} {source.name}" for place, source in enumerate(sources)]


def _status(claim: Claim) -> _Json:
    status = term(f"by:{claim.status}").value
    return {"@id": status, "@type": "DefinedTerm", "name": local(status), "inDefinedTermSet": _set()}


def _set() -> _Json:
    return {"@id": term("by:Statuses").value}


def _quotation(article: Article, claim: Claim) -> _Json:
    start, end, quote = claim.evidence.start, claim.evidence.end, claim.evidence.quote
    return {
        "@id": f"{article.iri}/text/{start}-{end}",
        "@type": "Quotation",
        "text": quote,
        "isPartOf": {"@id": article.iri},
    }
