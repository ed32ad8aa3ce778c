"""Strangers: personal pronouns in a piece of text that names nobody they could stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.mentions import Mention
from extractors.referents import Referent

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["meet"]

_SERIES = {
    "he": ("schema:Person", "he him his himself"),
    "she": ("schema:Person", "she her hers herself"),
    "I": ("schema:Person", "i me my mine myself"),
    "we": ("schema:Organization", "we us our ours"),
    "it": ("schema:Organization", "it its itself"),
}


def meet(discourse: Discourse, mention: Mention) -> None:
    """Let a pronoun stand for somebody unnamed, the same one for all forms of it."""
    for name, (kind, forms) in _SERIES.items():
        if mention.text.lower() in forms.split():
            known = next((r for r in discourse.referents if r.name == name), None)
            discourse.add(mention, known or Referent(name, type=discourse.lexicon.ontology.iri(kind)))
