"""Languages: what a text is in and what its author speaks, by what stands before a noun: "wrote a Latin epic"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.control import subject_tokens
from extractors.coreference import Discourse
from extractors.drafts import Draft, property_relation
from extractors.noun_classes import is_language
from extractors.phrases import children, preposition_objects
from extractors.referents import Referent
from extractors.topics import admitted, named_first, thing

__all__ = ["before_noun", "languages_of", "tongue_drafts"]

_MADE = frozenset(
    "text poem poetry epic work treatise translation commentary textbook verse prose oration sermon".split()
)
_WRITING = frozenset("write compose translate publish author pen deliver give edit".split())
_INTO = ("into", "in", "from")


def languages_of(discourse: Discourse, noun: Token) -> Iterator[tuple[str, Token]]:
    """ "a Sanskrit text", "a Norwegian-language film": a country's adjective alone tells no language."""
    demonyms = discourse.lexicon.words("demonym")
    for child in before_noun(noun):
        word = child.text.removesuffix("-language")
        if word != child.text or (is_language(word, discourse.lexicon) and word not in demonyms):
            yield word, child


def before_noun(noun: Token) -> list[Token]:
    """Every word before a noun that is about it, whatever the parser hung it on, but not what is somebody's."""
    words = [t for t in noun.doc[noun.left_edge.i : noun.i] if t.dep_ in ("amod", "compound", "nmod", "nummod")]
    owners = [t for t in noun.lefts if t.dep_ == "poss"]
    return [t for t in words if t.head.i <= noun.i and all(t.i > o.i for o in owners)]


def tongue_drafts(discourse: Discourse, iri: str) -> Iterator[Draft]:
    """The languages that somebody writes in: "wrote a Latin epic", "her Latin poems", "translations into Latin"."""
    known = discourse.lexicon.ontology.properties[iri]
    for noun in discourse.doc:
        if noun.pos_ != "NOUN":
            continue
        said = [*languages_of(discourse, noun), *_into(discourse, noun)] if _is_made(noun) else []
        for s in named_first(discourse, iter(_authors(discourse, noun)), known) if said else ():
            subject = discourse.referent(s)
            for word, token in said:
                found = thing(discourse, word, known)
                if isinstance(subject, Referent) and admitted(discourse, known, subject, found):
                    relation = property_relation(discourse, iri, "tongue")
                    yield Draft(noun.i, subject, relation, found, "label tongue", (noun.i, s.i, token.i))


def _is_made(noun: Token) -> bool:
    return noun.lemma_.lower() in _MADE or (noun.dep_ == "dobj" and noun.head.lemma_.lower() in _WRITING)


def _into(discourse: Discourse, noun: Token) -> Iterator[tuple[str, Token]]:
    """ "translations of the epic into Latin", "poems in Latin"."""
    inner = [o for p, o in preposition_objects(noun) if p == "of"]
    for preposition, found in (pair for t in (noun, *inner) for pair in preposition_objects(t)):
        if preposition in _INTO and is_language(found.text, discourse.lexicon):
            yield found.text, found


def _authors(discourse: Discourse, noun: Token) -> list[Token]:
    """Whose a text is, else who writes it."""
    verb = noun.head
    owners = children(noun, "poss")
    writes = noun.dep_ == "dobj" and verb.lemma_.lower() in _WRITING
    return owners or (subject_tokens(discourse, verb) if writes else [])
