"""Passives: clauses that say what was done to somebody, and the agent that some of them name."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.noun_classes import noun_class
from extractors.phrases import children, conjuncts, members, preposition_objects

__all__ = ["agents", "is_margin", "is_means", "is_passive_clause", "is_undergone", "names_agent"]

_MEASURES = frozenset(
    "vote point percent % goal run seat length stroke metre meter mile kilometre kilometer second minute hour day "
    "week month year pound dollar euro point degree shot wicket lap try".split()
)
_MEANS = frozenset(
    "telephone phone email e-mail letter post mail text fax video radio satellite courier car bus train plane air sea "
    "road rail boat ferry helicopter hand law default mistake accident chance name age weight "
    "lunchtime nightfall dawn dusk midnight noon midday daybreak teatime sunset sunrise".split()
)
# What is done to people and is seldom said without them: without an object a headline means the passive.
_DONE_TO = frozenset(
    "accuse acquit appoint arrest award ban bar blame convict criticise criticize crown deport dismiss evict "
    "execute expel fine free hail honor honour imprison injure jail kill name oust praise probe remand rescue sack "
    "sentence shoot stab suspend trap urge warn wound".split()
)


def agents(discourse: Discourse, verb: Token) -> list[Token]:
    """Who did it, where a passive names them otherwise than by a "by" of its own."""
    return _including_by(verb) or _authors(discourse, verb)


def is_passive_clause(verb: Token) -> bool:
    """Whether a clause is passive, in its own form or by the verb that it is coordinated with."""
    if children(verb, "auxpass", "nsubjpass") or _is_shared_passive(verb):
        return True
    if _is_headline(verb) and (verb.tag_ == "VBN" or verb.lemma_.lower() in _DONE_TO or _by_somebody(verb)):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, "aux", "nsubj"):
        return is_passive_clause(verb.head)
    return verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN" and not children(verb, "aux", "nsubj", "dobj")


def _is_headline(verb: Token) -> bool:
    """ "Council accused of wasting money", "Anna removed from the site by police": a headline leaves "is" out."""
    whole = verb.dep_ == "ROOT" and children(verb, "nsubj") and children(verb, "prep", "agent")
    if not whole or children(verb, "aux", "dobj") or not verb.lower_.endswith("ed" if verb.tag_ == "VBD" else ""):
        return False
    return verb.tag_ in ("VBN", "VBD") and not any(t.text in (".", "!", "?") for t in verb.sent[-3:])


def _by_somebody(verb: Token) -> bool:
    """Whether a verb has a "by" with a noun behind it that is neither a margin, an amount nor a time."""
    named = (o for c in verb.children if c.lower_ == "by" for o in children(c, "pobj"))
    amounts = ("CARDINAL", "PERCENT", "DATE", "TIME", "QUANTITY", "MONEY")
    return any(o.ent_type_ not in amounts and o.pos_ != "NUM" and not children(o, "nummod") for o in named)


def _is_shared_passive(verb: Token) -> bool:
    """ "was proposed by the council and carried out by the mayor": "by" and no object make a passive of a past form."""
    by = any(c.dep_ == "agent" for c in verb.children)
    return by and verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and not children(verb, "dobj", "nsubj", "aux")


def names_agent(verb: Token) -> bool:
    """Whether a passive has a "by" of its own that names somebody: no margin, as in "beaten by 300 votes"."""
    agents_ = (c for c in verb.children if c.dep_ == "agent" or c.lower_ == "by")
    return any(not any(is_margin(o) or is_means(o) for o in children(c, "pobj")) for c in agents_)


def is_margin(noun: Token) -> bool:
    """Whether a noun says by how much: "beaten by 300 votes"."""
    if noun.tag_ == "CD":
        return noun.ent_type_ not in ("ORG", "PERSON")  # "held by 2.1 per cent"
    return bool(children(noun, "nummod")) and noun.lemma_.lower() in _MEASURES


def is_means(noun: Token) -> bool:
    """Whether a bare noun says how: "reached by telephone", "delivered by hand"."""
    return noun.lower_ in _MEANS and not any(c.dep_ in ("det", "poss", "nummod", "amod") for c in noun.lefts)


def is_undergone(verb: Token) -> bool:
    """ "was held for questioning": who is held is questioned, by whom is left unsaid."""
    return (
        verb.tag_ == "VBG"
        and verb.dep_ in ("pcomp", "pobj")
        and verb.head.lower_ == "for"
        and is_passive_clause(verb.head.head)
    )


def _including_by(verb: Token) -> list[Token]:
    """The agent of "…, including by X"."""
    return [
        o
        for c in verb.children
        if c.lower_ == "including"
        for by in c.children
        if by.lower_ == "by"
        for o in members(children(by, "pobj"))
    ]


def _authors(discourse: Discourse, verb: Token) -> list[Token]:
    """The agent of "was described in a statement by the council"."""
    work = discourse.lexicon.ontology.iri("schema:CreativeWork")
    works = [o for p, o in preposition_objects(verb) if p == "in"]
    works = [w for w in works if discourse.lexicon.ontology.is_a(noun_class(w, discourse.lexicon), work)]
    found = [m for w in works for p, o in preposition_objects(w) if p in ("by", "from") for m in conjuncts(o)]
    return found or _distant_agent(verb)


def _distant_agent(verb: Token) -> list[Token]:
    """ "was banned from worshipping at sites by the ministry": a "by" that the parser hung on a place."""
    for by in (
        t
        for t in verb.subtree
        if t.lower_ == "by" and t.i > verb.i and t.head.pos_ in ("NOUN", "PROPN") and t.dep_ == "prep"
    ):
        if by.head.dep_ == "pobj" and by.head.head.lower_ in ("at", "in", "on", "near") and by.sent == verb.sent:
            return [m for o in children(by, "pobj") if o.pos_ == "PROPN" for m in conjuncts(o)]
    return []
