"""Behind prepositions: what a verb's preposition adds to an open relation, and what it only adds to the telling."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.arguments import Pair, fillers_of, whole_list
from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.passives import is_margin
from extractors.phrases import children, lemma

__all__ = ["behind_preposition", "prepositions_of", "together"]

_COMMENTS = frozenset("sign move bid attempt effort blow boost gesture signal reminder twist setback".split())
_WITH = frozenset("speak talk meet work agree argue fight deal live stay compete play negotiate cooperate".split())
_NO_MATTER = ("according to", "including", "including by", "in terms of")
_CORE = frozenset({"subject", "object", "indirect", "complement", "attribute"})
_TEMPORAL = frozenset("after following before since until during prior".split())


def behind_preposition(discourse: Discourse, p: Proposition, slot: str) -> list[Pair]:
    """What a preposition behind the verb adds: "for the contest, robots were required" requires nothing for it."""
    pairs = fillers_of(discourse, p.get(slot))
    # "fell on the van on a national road": on the road it did so.
    pairs = [(t, f) for n, (t, f) in enumerate(pairs) if n == 0 or "conj" in (t.dep_, t.head.dep_)]
    return [
        (t, f)
        for t, f in pairs
        if t.dep_ != "pcomp"
        and (t.i > p.trigger or t.tag_ in ("WP", "WDT"))
        and not (slot == "by" and is_margin(t))
        # "leads 47 percent to 44 percent": a score.
        and not (slot in ("to", "by") and _is_amount(t) and t.left_edge.i > 1 and _is_amount(t.doc[t.left_edge.i - 2]))
        and not (slot == "in" and _is_comment(t))
        and not (slot == "as" and any(c.lower_ == "such" for c in t.subtree if c.i <= t.i))
        # "ended with England winning": an absolute, whose noun has a clause of its own.
        and not (slot == "with" and (_is_set_off(t) or _is_state(t) or _is_absolute(t, verb=discourse.doc[p.trigger])))
    ]


def _is_comment(noun: Token) -> bool:
    """ "shares rose in a sign that", "in the words of the judge": how the writer or somebody takes it all."""
    if noun.lower_ in ("words", "opinion", "view") and children(noun, "prep", "poss"):
        return True
    if noun.lower_ in ("person", "full", "part", "public", "private", "advance", "turn") and not list(noun.children):
        return True  # "apologise in person"
    return lemma(noun) in _COMMENTS and any(c.lower_ in ("a", "an", "what") for c in children(noun, "det"))


def together(discourse: Discourse, counted: Token, pairs: list[Pair]) -> list[Pair]:
    """ "17 cases in Norway and Sweden": so many are not in each; "aged between 24 and 51", "chose between the two"."""
    if len(pairs) < 2 or any(t.dep_ != "conj" for t, _ in pairs[1:]):
        return pairs
    if pairs[0][0].head.lower_ != "between" and not any(c.like_num for c in counted.lefts):
        return pairs
    return [whole_list(discourse, pairs)]


def _is_absolute(token: Token, verb: Token) -> bool:
    """ "ended with England winning", but "spoke with a man going home": one speaks with somebody."""
    made = any(c.tag_ in ("VBG", "VBN") for c in (token, *children(token, "acl")))
    return made and (lemma(verb) not in _WITH or token.tag_ in ("VBG", "VBN"))


def _is_state(token: Token) -> bool:
    """ "caught with his headset off": what a word behind the noun says of it is the point."""
    behind = [t for t in token.doc[token.right_edge.i + 1 : token.right_edge.i + 2] if not list(t.children)]
    return any(t.lower_ in ("off", "on", "open", "closed", "down", "up") for t in behind) or any(
        c.lower_ in ("off", "open", "closed") and c.i > token.i for c in token.children
    )


def _is_set_off(token: Token) -> bool:
    """ "…, with the worst in May": what stands behind a comma only goes along with it."""
    return token.head.i > 0 and token.head.nbor(-1).text == ","


def _is_amount(token: Token) -> bool:
    return token.like_num or token.lower_ in ("percent", "per cent", "%") or token.ent_type_ in ("PERCENT", "CARDINAL")


def prepositions_of(p: Proposition) -> list[str]:
    """The slots of a proposition that an open relation may take in, of "as" and behind "be" one."""
    slots = ["as"] if "as" in p.slots else sorted(p.slots)  # "served as ambassador to Burma" served no Burma
    found = [s for s in slots if s not in _CORE and s.split()[0] not in _TEMPORAL and s not in _NO_MATTER]
    found = [] if p.wording == "be" and found == ["to"] else found  # "were not opposed to it"
    # "will be without her for the final": where or without whom one is stands first.
    return sorted(found, key=lambda s: min(p.get(s), default=0))[:1] if p.wording == "be" else found
