"""Copulas: what somebody or something is said to be."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.arguments import qualifiers_of
from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.drafts import (
    Draft,
    Filler,
    filler,
    open_relation,
    phrase_literal,
    property_relation,
    text_literal,
)
from extractors.frames import role_frames
from extractors.incomplete import is_part_of_relative
from extractors.phrases import children, lemma, preposition_objects, words
from extractors.referents import Referent, is_agent, is_person
from ontology import Literal, Relation

__all__ = ["copula_drafts"]

# What only two together are.
_PAIRS = frozenset("item couple pair duo match".split())


def copula_drafts(
    discourse: Discourse, p: Proposition, verb: Token, subjects: list[tuple[Token, Referent]]
) -> Iterator[Draft]:
    """What somebody or something is said to be."""
    kind = discourse.lexicon.construction("kind")
    for s_token, subject in subjects:
        asked = _is_asked(s_token) or is_part_of_relative(s_token) or _is_superlative(verb)
        if subject.plural and not asked and (both := _one_each(discourse, p)) is not None:
            relation = property_relation(discourse, kind, p.wording)
            yield Draft(verb.i, subject, relation, both, "copula", (verb.i, s_token.i, p.get("attribute")[0]))
            continue
        for i in () if asked else p.get("attribute"):
            token = discourse.doc[i]
            if _says_nothing(token, s_token, subject, discourse):
                continue
            if is_person(subject, discourse.lexicon) and not subject.plural and _is_role(discourse, token):
                continue
            country = _country(discourse, token)
            if country is not None and country is not subject and is_agent(subject, discourse.lexicon):
                nationality = property_relation(discourse, discourse.lexicon.construction("nationality"), token.text)
                yield Draft(verb.i, subject, nationality, country, "copula", (verb.i, s_token.i, token.i))
                continue
            named = discourse.referent(token)
            if subject.plural and not subject.named and named is not None and named.named:
                if children(s_token, "nummod"):
                    continue  # "the other two are Anna and Clara": neither is two
                relation = property_relation(discourse, kind, p.wording)
                member = text_literal(discourse, subject.name)
                yield Draft(verb.i, named, relation, member, "copula", (verb.i, s_token.i, token.i))
                continue
            value = _attribute_text(discourse, token) if token.text[0].isalnum() else None
            used = (verb.i, s_token.i, token.i)
            relation = property_relation(discourse, kind, p.wording)
            qualifiers = tuple(dict.fromkeys(qualifiers_of(discourse, p, used) + _own_qualifiers(discourse, token)))
            if value is not None:
                yield Draft(verb.i, subject, relation, value, "copula", used, qualifiers)


def _is_role(discourse: Discourse, token: Token) -> bool:
    """ "is a nurse", "is her sister": an office or kin, claimed as such; "was a guest at the fair" is neither."""
    ontology, frames = discourse.lexicon.ontology, role_frames(discourse.lexicon, token)
    above = (ontology.iri("by:roleAt"), ontology.iri("schema:relatedTo"))
    told = (f.property for f in frames if f.property)
    title = discourse.lexicon.construction("title")
    return token.pos_ != "ADJ" and any(p == title or any(ontology.is_sub(p, a) for a in above) for p in told)


def _one_each(discourse: Discourse, p: Proposition) -> Literal | None:
    """ "The men were his nephew and a neighbour": none of them is both."""
    tokens = [discourse.doc[i] for i in p.get("attribute")]
    singular = len(tokens) > 1 and all(t.tag_ == "NN" for t in tokens)
    if not singular or any(t.dep_ != "conj" for t in tokens[1:]):
        return None
    return text_literal(discourse, words(discourse.doc[tokens[0].left_edge.i : tokens[-1].i + 1]))


def _is_superlative(verb: Token) -> bool:
    """ "I have never been so tired": more than tired, and not denied."""
    never = any(c.lower_ == "never" for c in children(verb, "neg", "advmod"))
    degree = (d.lower_ for a in children(verb, "acomp", "attr") for d in a.subtree if d.dep_ == "advmod")
    return never and any(d in ("so", "more", "less", "as") for d in degree)


def _says_nothing(token: Token, s_token: Token, subject: Referent, discourse: Discourse) -> bool:
    """Whether a predicate says nothing alone: a question's, "the first", a bare number, "an item" of one of the two."""
    together = lemma(token) in _PAIRS and bool(children(s_token, "conj") or s_token.dep_ == "conj")
    alone = token.lower_ in ("one", "ones", "first", "last", "only", "same")
    # "is one of the oldest in the country"
    alone = alone and not (token.lower_ == "one" and any(p == "of" for p, _ in preposition_objects(token)))
    bare = token.text.isdigit() and (not list(token.children) or is_person(subject, discourse.lexicon))
    return _is_asked(token) or together or alone or bare


def _is_asked(token: Token) -> bool:
    """ "how persuasive it is", "what information is useful": a question says nothing of what it asks for."""
    return any(
        t.tag_ in ("WRB", "WP", "WDT", "WP$") for t in (token, *children(token, "det", "advmod", "poss", "amod"))
    )


def _country(discourse: Discourse, token: Token) -> Referent | None:
    """The country in "she is Norwegian"."""
    demonym = discourse.lexicon.words("demonym").get(token.text)
    return discourse.country(discourse.lexicon.ontology.text(demonym, "rdfs:label")) if demonym else None


def _attribute_text(discourse: Discourse, token: Token) -> Literal | None:
    """A predicate's words: a noun phrase whole, an adjective with its degree and prepositions but no clause."""
    if token.pos_ in ("NOUN", "PROPN", "NUM", "PRON") or token.tag_ == "VBG":
        bare = token.tag_ == "NNS" and not list(token.lefts)
        made = [c for c in children(token, "acl") if bare and c.tag_ == "VBN" and c.i == token.i + 1]
        whole = made and words(token.doc[token.i : made[0].right_edge.i + 1])  # "is scenes made by pupils"
        return text_literal(discourse, whole) if whole else phrase_literal(discourse, token)
    kept = [t for c in token.children if c.dep_ in ("advmod", "prep", "npadvmod", "neg", "xcomp") for t in c.subtree]
    start = min((t.i for t in kept if t.i < token.i), default=token.i)
    end = token.i + 1
    for t in sorted(kept, key=lambda t: t.i):
        end = t.i + 1 if t.i == end else end
    return text_literal(discourse, words(token.doc[start:end]))


def _own_qualifiers(discourse: Discourse, token: Token) -> tuple[tuple[Relation, Filler], ...]:
    pairs = [(p, o) for p, first in preposition_objects(token) for o in [first, *children(first, "conj")]]
    found = [(open_relation(p), filler(discourse, o)) for p, o in pairs if not discourse.is_time(o)]
    return tuple((r, f) for r, f in found if f is not None)
