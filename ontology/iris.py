"""IRIs from content: readable, stable, and never from a clock or a counter."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

from ontology.claims import Claim, Literal, Node

__all__ = [
    "BASE",
    "article_iri",
    "claim_iri",
    "digest",
    "entity_iri",
    "iri_of_claim",
    "open_relation_iri",
    "slug",
    "without_accents",
]

BASE = "https://byline.example/"


def slug(text: str, length: int = 60) -> str:
    """Lower-case words of any script joined by hyphens, cut at `length`; never empty.

    >>> slug("The mayor’s family")
    'the-mayors-family'
    """
    folded = unicodedata.normalize("NFKC", re.sub(r"[’']", "", text)).lower()
    words = re.findall(r"[^\W_]+", folded)
    return "-".join(words)[:length].strip("-") or "x"


def without_accents(text: str) -> str:
    """The text with its letters bare, as one paper sets what another sets with accents.

    >>> without_accents("Inés Åberg")
    'Ines Aberg'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def digest(*parts: object, length: int = 10) -> str:
    """A short hash of the parts' JSON."""
    data = json.dumps(parts, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(data.encode("ascii")).hexdigest()[:length]


def article_iri(base: str, headline: str, text: str) -> str:
    """An article is its words: the headline for people, a hash of the text for uniqueness."""
    return f"{base}article/{slug(headline, 40)}-{digest(text)}"


def entity_iri(scope: str, name: str, kind: str) -> str:
    """A named entity lives under the base; an unnamed one (`scope` is its article's IRI) only in its article.

    `kind` is the IRI of a broad class, so that a person and a town of one name stay apart.
    """
    return f"{scope.rstrip('/')}/entity/{slug(name)}-{digest(name, kind)}"


def open_relation_iri(base: str, lemma: str) -> str:
    """A relation that no property of the ontology covers, under the verb's own name."""
    words = slug(lemma).split("-")
    return f"{base}relation/{words[0]}{''.join(w.capitalize() for w in words[1:])}"


def claim_iri(article: str, *content: object) -> str:
    """A claim is its content: the same words read the same way give the same IRI."""
    return f"{article}/claim/{digest(*content, length=16)}"


def iri_of_claim(claim: Claim) -> str:
    """The IRI that a claim must have: who is said to do what to whom, whether and by whom, and in which words."""
    voices = [source.iri for source in claim.sources]
    said = (claim.subject.iri, claim.relation.iri, _key(claim.object), claim.polarity, claim.modality.iri, voices)
    return claim_iri(claim.article, *said, claim.evidence.start, claim.evidence.end)


def _key(node: Node) -> str:
    return f"{node.value}^^{node.datatype}" if isinstance(node, Literal) else node.iri
