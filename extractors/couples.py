"""Couples: people named together, whom "they", "the couple" or "the Hansens" then mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from extractors.mentions import Mention
from extractors.phrases import children, lemma
from extractors.referents import Referent, is_person

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["find_couples"]

_TOGETHER = frozenset("couple pair duo".split())
_KIN = frozenset("wife husband partner spouse".split())


def find_couples(discourse: Discourse) -> None:
    """Add a referent for each two people that "and" joins by name; a family of their name takes its place."""
    for first, second, joined in _pairs(discourse):
        couple = _family(discourse, first, second) or _known(discourse, first, second)
        mention = Mention(
            joined[0].left_edge.i, joined[1].i + 1, joined[0].i, "nominal", f"{first.name} and {second.name}"
        )
        couple.mentions.append(mention)
        couple.members = (first, second)
        couple.roles |= _TOGETHER | ({"parent"} if lemma(joined[1]) in _KIN else set())


def _pairs(discourse: Discourse) -> Iterator[tuple[Referent, Referent, tuple[Token, Token]]]:
    for token in discourse.doc:
        first = _person(discourse, token)
        others = children(token, "conj")
        if first is None or len(others) != 1 or not any(c.lower_ == "and" for c in children(token, "cc")):
            continue
        second = _person(discourse, others[0])
        if second is not None and second is not first and token.dep_ != "conj" and not children(others[0], "conj"):
            yield first, second, (token, others[0])


def _person(discourse: Discourse, token: Token) -> Referent | None:
    """The person named by a token, or beside it ("his wife Clara Holm")."""
    for named in (token, *children(token, "appos")):
        referent = discourse.referent(named)
        if referent is not None and referent.named and is_person(referent, discourse.lexicon):
            return referent
    return None


def _family(discourse: Discourse, first: Referent, second: Referent) -> Referent | None:
    """The referent of "the Hansens", where both are called Hansen."""
    surname = first.name.split()[-1]
    if surname != second.name.split()[-1]:
        return None
    return next((r for r in discourse.referents if r.named and r.name.removesuffix("s") == surname), None)


def _known(discourse: Discourse, first: Referent, second: Referent) -> Referent:
    name = f"{first.name} and {second.name}"
    known = next((r for r in discourse.referents if r.name == name), None)
    if known is None:
        known = Referent(name, type=discourse.lexicon.ontology.iri("by:Group"), plural=True)
        discourse.referents.append(known)
    return known
