"""Strangers: personal pronouns in a piece of text that names nobody they could stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.mentions import Mention
from extractors.referents import Referent

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["meet", "meet_guessed"]

_SERIES = {
    "he": ("schema:Person", "he him his himself"),
    "she": ("schema:Person", "she her hers herself"),
    "I": ("schema:Person", "i me my mine myself"),
    "we": ("schema:Organization", "we us our ours"),
    "it": ("schema:Organization", "it its itself"),
    "they": ("by:Group", "they them their theirs themselves"),
    "you": ("schema:Person", "you your yours yourself"),
}


def meet(discourse: Discourse, mention: Mention) -> None:
    """Let a pronoun stand for somebody unnamed, the same one for all its forms in one speaker's mouth."""
    quotation = discourse.quotation(mention.head)
    speaker = None if quotation is None or quotation.speaker is None else discourse.by_head.get(quotation.speaker)
    for name, (kind, forms) in _SERIES.items():
        if mention.text.lower() in forms.split():
            known = next((r for r in discourse.referents if r.name == name and r.speaks_for is speaker), None)
            stranger = Referent(name, type=discourse.lexicon.ontology.iri(kind), speaks_for=speaker)
            discourse.add(mention, known or stranger)


def meet_guessed(discourse: Discourse) -> None:
    """Let a pronoun that only probably means somebody stand for somebody unnamed; to whom it is guessed, it stays."""
    for mention in [g for r in discourse.referents for g in r.guesses]:
        kind = next((kind for kind, forms in _SERIES.values() if mention.text.lower() in forms.split()), "")
        if kind:
            unnamed = Referent(mention.text.lower(), [mention], type=discourse.lexicon.ontology.iri(kind))
            discourse.by_head.setdefault(mention.head, unnamed)
