"""Beside a noun: what an apposition says that somebody or something is, and what it gives as an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.drafts import Draft, phrase_literal, property_relation, text_literal
from extractors.frames import role_frames
from extractors.noun_classes import noun_class
from extractors.phrases import children, conjuncts, lemma, preposition_objects
from extractors.referents import Referent, is_person
from ontology import Literal

__all__ = ["beside_draft", "examples_beside", "is_kind", "kinds_beside"]

_NO_KINDS = frozenset(
    "one that those time rest other increase decrease rise fall drop jump gain loss change shift reversal record sign "
    "reminder feat kind sort type number half majority figure total fraction proportion".split()
)
_VAGUE = frozenset("thing stuff something one anything everything people".split())
# How many there are is not said of the one.
_MANY = re.compile(r"(?:many|several|some|most|various|numerous|both|all|other|countless) (?!of )", re.IGNORECASE)


def is_kind(discourse: Discourse, referent: Referent, *kinds: str) -> bool:
    """Whether a referent is known to be of one of the classes, given as prefixed names."""
    ontology = discourse.lexicon.ontology
    return bool(referent.type) and ontology.is_a(referent.type, *(ontology.iri(k) for k in kinds))


def beside_draft(
    discourse: Discourse,
    construction: str,
    wording: str,
    token: Token,
    subject: Referent,
    found: Referent | Literal,
    other: int,
) -> Draft:
    """The claim of a construction between what a token speaks of and what stands beside it at the token `other`."""
    relation = property_relation(discourse, discourse.lexicon.construction(construction), wording)
    # "23,000 pupils must sit it again": the number is told of whoever acts, and as wanted as what is wanted.
    acts = construction == "number" and token.dep_ in ("nsubj", "nsubjpass")
    in_passing = construction not in ("number", "when")
    rule = f"beside {construction}"
    return Draft(token.i, subject, relation, found, rule, (token.i, other), background=in_passing, presupposed=acts)


def kinds_beside(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "the Rohingya, a stateless minority": an apposition that says what somebody or something is."""
    for child in children(token, "appos"):
        other = discourse.referent(child)
        # "made from scratch, a fine display": a bare noun of which nobody speaks stands for nothing that has a kind.
        bare = (
            token.tag_ == "NN" and token.dep_ == "pobj" and not list(token.lefts) and not _recurs(discourse, referent)
        )
        if bare or _is_other_kind(discourse, child, referent) or _says_no_kind(child, token):
            continue
        if child.pos_ == token.pos_ == "PROPN" and children(child, "conj"):
            continue  # "the Herald, the Post and a magazine" is a list
        common = child.pos_ == "NOUN" and child.i > token.i and any(c.dep_ in ("det", "amod") for c in child.children)
        office = is_person(referent, discourse.lexicon) and role_frames(discourse.lexicon, child)
        if common and not office and (other is None or other is referent or not other.named):
            value = phrase_literal(discourse, child)
            if value is not None and not any(p.tag_ == "PRP$" for p in children(child, "poss")):
                yield beside_draft(discourse, "kind", "be", token, referent, value, child.i)


def _recurs(discourse: Discourse, referent: Referent) -> bool:
    return len({discourse.sentence(discourse.doc[m.head]) for m in referent.mentions}) > 1


def _says_no_kind(child: Token, token: Token) -> bool:
    """ "loans, not private ones", "the best plan, one that": what stands beside it tells no kind of it."""
    between = token.doc[token.i + 1 : child.left_edge.i]
    apart = bool(children(child, "neg")) or any(t.text == ":" or t.lower_ == "not" for t in between)
    # "70 percent are born to young mothers, a threefold increase": the increase is of all that.
    # "blamed rising bills, a shortage of drivers and falling numbers" is a list.
    listed = token.tag_ == "NNS" and child.tag_ == "NN" and any(t.dep_ == "cc" for t in child.subtree)
    # "a bypass, a bus service and a car park" is a list, too.
    indefinite = all(any(d.lower_ in ("a", "an") for d in children(t, "det")) for t in (token, child))
    listed = listed or (indefinite and bool(children(child, "cc") or children(child, "conj")))
    # "the Elm Committee, the Ash Committee and offices": a name before the "and" is of a list as well.
    listed = listed or (
        token.pos_ == "PROPN"
        and any(m.pos_ == "PROPN" and children(m, "cc") and children(m, "conj") for m in children(child, "nmod"))
    )
    usual = any(a.lower_ in ("normally", "usually", "typically", "often") for a in children(child, "advmod"))
    return (
        apart
        or usual  # "sailed to Talis, normally a trip of two hours"
        or listed
        or lemma(child) in _NO_KINDS
        or lemma(token) == "one"
        or (token.tag_ == "CD" and child.tag_ == "NN")
    )


def _is_other_kind(discourse: Discourse, noun: Token, referent: Referent) -> bool:
    """ "Anna Brandt, the head of Acme -- the production company -- said": a person is no company."""
    kind = noun_class(noun, discourse.lexicon)
    people = ("schema:Person", "by:Group")
    apart = ("schema:Organization", "schema:Place", "schema:Event", "schema:CreativeWork")
    ontology = discourse.lexicon.ontology
    person = (
        is_kind(discourse, referent, *people) and bool(kind) and not ontology.is_a(kind, *map(ontology.iri, people))
    )
    return person and ontology.is_a(kind, *map(ontology.iri, apart))


def examples_beside(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "religions such as Wicca", "members including Bangladeshis": the example is one of them."""
    for preposition, first in preposition_objects(token):
        if preposition not in ("such as", "like", "including", "as") or _says_nothing(token, preposition):
            continue
        for other in conjuncts(first):
            member = discourse.referent(other)
            such = preposition != "as" or any(c.lower_ == "such" for p in token.children for c in p.children)
            if member is not None and member is not referent and such and lemma(other) != "one":
                value = text_literal(discourse, _MANY.sub("", referent.name))
                wording = preposition if preposition != "as" else "such as"
                # Unlike what stands beside a name, whoever speaks says what the examples are examples of.
                draft = beside_draft(discourse, "kind", wording, other, member, value, token.i)
                yield replace(draft, background=False, presupposed=True)


def _says_nothing(token: Token, preposition: str) -> bool:
    """ "things like oil"; "the tenor of the campaign, including questions": no kind, and no member of one."""
    return lemma(token) in _VAGUE or (preposition in ("including", "like") and token.tag_ in ("NN", "NNP"))
