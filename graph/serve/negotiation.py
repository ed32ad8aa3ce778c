"""Which form of a document a client would rather have (RFC 9110, section 12)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["FORMS", "HTML", "chosen"]

HTML = "text/html"

# The suffix of a document's address in each form: for people first, then for machines.
FORMS = {"html": HTML, "ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}


def chosen(accept: str | None, offered: Sequence[str]) -> str | None:
    """The media type that suits the Accept header best, the earlier of equals; None where none is acceptable.

    >>> chosen("text/turtle;q=0.9, */*;q=0.1", ["text/html", "text/turtle"])
    'text/turtle'
    """
    ranges = [_range(part) for part in (accept or "*/*").split(",") if part.strip()]
    best = max(offered, key=lambda media: _quality(media, ranges))
    return best if _quality(best, ranges) > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (p.strip().lower() for p in part.split(";"))
    weights = [p.removeprefix("q=") for p in parameters if p.startswith("q=")]
    try:
        return media, float(weights[0]) if weights else 1.0
    except ValueError:
        return media, 0.0


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that the media type lies in."""
    for wanted in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if found := [weight for named, weight in ranges if named == wanted]:
            return max(found)
    return 0.0
