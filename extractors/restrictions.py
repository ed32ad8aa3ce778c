"""Restrictions: what stands behind a noun and belongs to it, because without it another or a larger thing is meant."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children, is_finite, is_infinitive, lemma
from ontology import Lexicon

__all__ = ["own_clause", "own_prepositions"]

_SHARES = frozenset("share stake rise increase fall drop decline reduction growth surge".split())
_SUBJECTS = ("nsubj", "nsubjpass")
_BARE = ("of", "with", "without", "from", "under", "over", "aged")
_LONGEST, _SHORT = 25, 12
# What they are is what they are for.
_PLANS = frozenset("plan decision proposal bid attempt effort offer promise pledge threat refusal failure move".split())


def own_prepositions(token: Token, label: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The prepositions behind a noun that tell which is meant: "talks with", "shares in", "analysts at the bank"."""
    if lexicon.ontology.is_a(label, lexicon.ontology.iri("schema:Event")):
        return ("of", "with", "between")
    if _is_share(token) or lemma(token) in _SHARES:
        return ("of", "in")
    if _is_bare(token):
        # "children in Bergen learn it" are not all children; whom the verb reaches it may have reached in Bergen.
        return (*_BARE, "in", "at", "on") if token.dep_ in _SUBJECTS else _BARE
    several = token.tag_ == "NNS" and lexicon.ontology.is_a(label, lexicon.ontology.iri("schema:Person"))
    at = [o for p in children(token, "prep") if p.lower_ == "at" for o in children(p, "pobj")]
    return ("of", "at") if several and any(o.pos_ == "PROPN" for o in at) else ("of",)


def _is_share(token: Token) -> bool:
    """ "one in five shifts"."""
    inner = (o for p in children(token, "prep") if p.lower_ == "in" for o in children(p, "pobj"))
    return token.tag_ == "CD" and any(o.tag_ == "CD" or children(o, "nummod") for o in inner)


def _is_bare(token: Token) -> bool:
    """ "people with asthma": without an article a plural means all of the kind, if nothing says which."""
    return token.tag_ == "NNS" and not children(token, "det", "poss", "nummod", "predet", "quantmod")


def own_clause(token: Token) -> Token | None:
    """The clause without which a noun says nothing ("a suggestion that …") or too much ("patients who used it …")."""
    return _content(token) or _restriction(token)


def _content(noun: Token) -> Token | None:
    """ "a suggestion that the team had been cut", "plans to close the school"."""
    plan = next((c for c in children(noun, "acl") if is_infinitive(c) and lemma(noun) in _PLANS), None)
    if plan is not None and noun.dep_ == "dobj" and plan.left_edge.i == noun.i + 1:
        return plan if plan.right_edge.i - noun.i <= _SHORT else None
    clause = next((c for c in children(noun, "acl") if is_finite(c) and children(c, "mark")), None)
    if clause is None or noun.dep_ not in ("dobj", "pobj") or clause.right_edge.i - noun.i > _LONGEST:
        return None
    return clause if clause.left_edge.lower_ == "that" and clause.left_edge.i == noun.i + 1 else None


def _restriction(noun: Token) -> Token | None:
    """ "Patients who used the spray had fewer attacks"."""
    clause = next(iter(children(noun, "relcl")), None)
    if clause is None or not _is_bare(noun) or noun.dep_ not in _SUBJECTS:
        return None
    right_behind = clause.left_edge.i == noun.i + 1 and clause.left_edge.tag_ in ("WP", "WDT")
    return clause if right_behind and clause.right_edge.i - noun.i <= _SHORT else None
