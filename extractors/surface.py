"""Surface triples: what each clause says in the words of the text, before anybody asks who is meant.

The same propositions that claims are made of, read the other way: subject, relation and object as phrases, one triple
for each object, each prepositional argument and each phrase nested in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.clauses import Proposition, clause_propositions
from extractors.coreference import Discourse
from extractors.phrases import QUOTE_MARKS, children, conjuncts, noun_phrase
from extractors.relatives import relative_head

__all__ = ["Triple", "surface_triples"]

_LINKS = ("attr", "acomp", "oprd", "dobj")


@dataclass(frozen=True)
class Triple:
    """Three phrases of a text by their tokens, in the order in which they are said."""

    subject: tuple[Token, ...]
    relation: tuple[Token, ...]
    object: tuple[Token, ...]

    def texts(self) -> tuple[str, str, str]:
        """The three as words."""
        subject, relation, object_ = (
            " ".join(t.text for t in part) for part in (self.subject, self.relation, self.object)
        )
        return subject, relation, object_


@dataclass(frozen=True)
class _Argument:
    """What stands after the verb: the words that go with the relation, and the object."""

    link: tuple[Token, ...]
    object: tuple[Token, ...]


def surface_triples(discourse: Discourse) -> Iterator[Triple]:
    """All surface triples of a document, in the order of their verbs."""
    for p in clause_propositions(discourse):
        verb = discourse.doc[p.trigger]
        relation = _relation(verb)
        for subject in _subjects(discourse, p):
            for argument in (*_gap(discourse, p), *_arguments(discourse, verb)):
                if argument.object and subject:
                    yield Triple(subject, (*relation, *argument.link), argument.object)


def _subjects(discourse: Discourse, p: Proposition) -> list[tuple[Token, ...]]:
    """The phrases of the grammatical subject, a relative pronoun's noun in its place."""
    tokens = [discourse.doc[i] for i in p.get("object" if p.passive else "subject")]
    heads = [m for t in tokens for m in conjuncts(relative_head(t) or t)]
    return [_phrase(t, all_prepositions=True) for t in dict.fromkeys(heads)]


def _relation(verb: Token) -> tuple[Token, ...]:
    """The verb with its auxiliaries, negation and particle, after the verbs that govern it as an infinitive."""
    prefix = [c for c in verb.children if c.dep_ == "prefix" or (c.text == "-" and c.i == verb.i - 1)]
    own = sorted([verb, *_auxiliaries(verb), *prefix, *children(verb, "prt")], key=lambda t: t.i)
    first = verb if verb.dep_ == "xcomp" else verb.head
    governor = first.head
    chained = first.dep_ == "xcomp" and (first == verb or verb.dep_ == "conj") and not children(verb, "nsubj")
    if not chained or children(governor, "dobj"):
        return tuple(own)
    if governor.pos_ == "ADJ" and governor.dep_ == "acomp":
        return (*_relation(governor.head), *_bare(governor), *own)
    return (*_relation(governor), *own) if governor.pos_ in ("VERB", "AUX") else tuple(own)


def _auxiliaries(verb: Token) -> list[Token]:
    found = children(verb, "aux", "auxpass", "neg")
    first = verb.head
    alike = first.tag_ == verb.tag_ or (verb.tag_ == "VBN" and bool(children(first, "auxpass")))
    if not found and verb.dep_ == "conj" and alike and not children(verb, "nsubj", "nsubjpass"):
        return _auxiliaries(first)
    return found


def _gap(discourse: Discourse, p: Proposition) -> Iterator[_Argument]:
    """The noun that a relative clause lacks as its object: "the dances she used in her show"."""
    verb = discourse.doc[p.trigger]
    if verb.dep_ == "relcl" and not p.passive and verb.head.i in p.get("object"):
        for token in conjuncts(verb.head):
            yield _Argument((), _phrase(token))


def _arguments(discourse: Discourse, verb: Token) -> Iterator[_Argument]:
    """Objects and predicates, then what prepositions add to the verb or to them."""
    link: tuple[Token, ...] = ()
    for first in children(verb, *_LINKS):
        for token in conjuncts(first):
            yield from _direct(discourse, token)
        if not link:
            link = _phrase(first)
    for clause in children(verb, "ccomp"):
        yield _Argument((), tuple(t for t in _clean(clause.subtree) if t not in children(clause, "mark")))
    for phrase in children(verb, "npadvmod"):
        if discourse.is_time(phrase) or phrase.ent_type_ in ("DATE", "TIME", "QUANTITY", "MONEY", "PERCENT"):
            yield _Argument(link, _clean(phrase.subtree))
    yield from _prepositional(discourse, verb, link)


def _direct(discourse: Discourse, token: Token) -> Iterator[_Argument]:
    """An object or predicate, and the phrases nested in it."""
    nested = list(_prepositional(discourse, token, _bare(token)))
    if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or not (nested or children(token, "xcomp", "ccomp")):
        yield _Argument((), _phrase(token))
    yield from nested


def _prepositional(discourse: Discourse, owner: Token, before: tuple[Token, ...]) -> Iterator[_Argument]:
    """What the prepositions of a verb or noun add, nested ones with all that stands before them."""
    for preposition in children(owner, "prep", "agent", "dative"):
        chain = _chain(preposition)
        link = (*before, *chain)
        last = next((t for t in reversed(chain) if children(t, "pobj")), chain[-1])
        for first in children(last, "pobj"):
            for token in conjuncts(first):
                yield _Argument(link, _phrase(token))
                yield from _prepositional(discourse, token, (*link, *_bare(token)))
        for gerund in children(last, "pcomp"):
            for argument in _arguments(discourse, gerund):
                yield _Argument((*link, gerund, *argument.link), argument.object)


def _chain(preposition: Token) -> tuple[Token, ...]:
    """A preposition with those that it is one with: "out of", "because of"."""
    inner = children(preposition, "prep", "pcomp")
    if inner and inner[0].dep_ == "prep" and not children(preposition, "pobj"):
        return (preposition, *_chain(inner[0]))
    fixed = [c for c in inner if c.pos_ in ("ADP", "SCONJ") and not list(c.children)]
    return (preposition, *fixed)


def _bare(head: Token) -> tuple[Token, ...]:
    """A phrase without anything behind its head."""
    if head.pos_ in ("ADJ", "VERB", "ADV"):
        return tuple(sorted([*children(head, "advmod", "neg"), head], key=lambda t: t.i))
    return _clean(noun_phrase(head))


def _phrase(head: Token, *, all_prepositions: bool = False) -> tuple[Token, ...]:
    """A noun phrase with its "of"; a subject with all that prepositions add."""
    if head.pos_ in ("VERB", "AUX"):
        return _clean(head.subtree)
    found = list(_bare(head))
    found += [c for c in children(head, "nummod") if c.i == found[-1].i + 1]
    for child in children(head, "prep"):
        if child.i > head.i and (all_prepositions or child.lower_ == "of") and child.i == found[-1].i + 1:
            found += _clean(
                t
                for t in child.subtree
                if not any(a.dep_ in ("relcl", "appos") and a.i > child.i for a in (t, *t.ancestors))
            )
    return tuple(found)


def _clean(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Tokens without quotation marks, white space and outer punctuation."""
    found = [t for t in tokens if t.text not in QUOTE_MARKS and not t.is_space]
    while found and found[0].is_punct:
        found = found[1:]
    while found and found[-1].is_punct:
        found = found[:-1]
    return tuple(found)
