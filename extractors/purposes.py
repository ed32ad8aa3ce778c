"""Purposes: what a body, an undertaking or a thing is for, in the words of the text; not that it came about."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.beside import beside_draft, is_kind
from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.drafts import Draft, property_relation, text_literal
from extractors.phrases import children, conjuncts, is_infinitive, lemma, preposition_objects
from extractors.referents import Referent

__all__ = ["purpose_beside", "purpose_drafts"]

_AIMS = frozenset("aim goal purpose objective mission ambition intention task job".split())
_MADE = frozenset(
    "found establish create set build design form launch hold organise organize introduce install develop".split()
)


def purpose_beside(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "a process to suggest designs": what an undertaking is for."""
    if not is_kind(discourse, referent, "schema:Event", "schema:Organization", "schema:CreativeWork"):
        return
    named = max((m.end for m in referent.mentions if m.head == token.i), default=0)
    # "plans to close it" are named by what they are for already.
    for clause in (c for c in children(token, "acl") if c.i >= named):
        for verb, text in _wordings(clause):
            yield beside_draft(discourse, "purpose", "purpose", token, referent, text_literal(discourse, text), verb.i)


def purpose_drafts(discourse: Discourse, p: Proposition) -> Iterator[Draft]:
    """ "The fund was set up to help", "Its aim is to help", "Work began in order to widen it"."""
    verb = discourse.doc[p.trigger]
    orders = (o for q in children(verb, "prep") if q.lower_ == "in" for o in children(q, "pobj"))
    ordered = [c for o in orders if o.lower_ == "order" for c in children(o, "acl")]
    clauses = [c for c in (*children(verb, "advcl", "xcomp"), *ordered) if is_infinitive(c) and c.i > verb.i]
    wanted = [(s, c) for c in clauses for s in _subjects(discourse, p, verb, c)]
    if not wanted:
        return
    relation = property_relation(discourse, discourse.lexicon.construction("purpose"), "purpose")
    for subject, clause in wanted:
        for act, text in _wordings(clause):
            found = text_literal(discourse, text)
            yield Draft(verb.i, subject, relation, found, "purpose", (verb.i, clause.i, act.i))


def _subjects(discourse: Discourse, p: Proposition, verb: Token, clause: Token) -> list[Referent]:
    """Whose purpose it is: of what was made, of whose aim it is, of an undertaking."""
    if lemma(verb) == "be" and clause.dep_ == "xcomp":
        aims = [s for s in children(verb, "nsubj") if lemma(s) in _AIMS and s.tag_ == "NN"]
        owners = [o for s in aims for o in (*children(s, "poss"), *_of(s))]
        return [r for o in owners if (r := discourse.referent(o)) is not None]
    if p.passive and lemma(verb) in _MADE:
        return [r for i in p.get("object") if (r := discourse.by_head.get(i)) is not None]
    ordered = clause.doc[max(clause.left_edge.i - 2, 0) : clause.i].text.lower()
    if "in order" not in ordered or p.passive:
        return []
    found = [r for i in p.get("subject") if (r := discourse.by_head.get(i)) is not None]
    return [r for r in found if is_kind(discourse, r, "schema:Event")]


def _of(noun: Token) -> list[Token]:
    return [o for p, o in preposition_objects(noun) if p == "of"]


def _wordings(clause: Token) -> Iterator[tuple[Token, str]]:
    """Each infinitive of a clause with its own words."""
    for verb in conjuncts(clause):
        vague = any(o.pos_ == "PRON" for o in children(verb, "dobj"))  # "the will to do it"
        if is_infinitive(clause) and verb.tag_ == "VB" and not vague:
            others = {t for c in children(verb, "conj") for t in c.subtree}
            own = [t for t in verb.subtree if t.dep_ != "cc" and t not in others]
            yield verb, " ".join("".join(t.text_with_ws for t in own if t.i >= verb.i).split()).strip(" ,.")
