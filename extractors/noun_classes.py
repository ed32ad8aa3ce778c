"""Noun classes: the class that a common noun denotes, as the lexicon of the ontology says."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.phrases import children, lemma
from ontology import Lexicon

__all__ = ["body_class", "is_language", "is_of_a_people", "noun_class", "role_words"]


def noun_class(token: Token, lexicon: Lexicon) -> str:
    """The class that a common noun denotes, by the longest wording the lexicon has: "head teacher" before "teacher"."""
    nouns, owned = lexicon.words("noun"), lexicon.words("ownedNoun")
    if lemma(token) in owned and token.tag_ == "NN" and _has_owner(token, lexicon):
        return owned[lemma(token)]
    if any(c.lower_ == "member" and children(c, "nummod") for c in children(token, "compound")):
        return lexicon.ontology.iri("by:Group")  # "the 12-member mission"
    for wording in role_words(token):
        if wording in nouns:
            return nouns[wording]
    return lexicon.words("entityLabel").get("NORP", "") if is_of_a_people(token, lexicon) else ""


def body_class(token: Token, lexicon: Lexicon) -> str:
    """The class of a noun beside a name: "the haulage group Northline" is a body and no people."""
    return lexicon.ontology.iri("schema:Organization") if lemma(token) == "group" else noun_class(token, lexicon)


def _has_owner(noun: Token, lexicon: Lexicon) -> bool:
    """ "the Brandt camp", "Brandt's campaign", "the mayor's office": somebody before a noun, and no place."""
    people = lexicon.ontology.iri("schema:Person")
    owners = (c for c in children(noun, "poss") if c.pos_ == "NOUN")
    if any(lexicon.ontology.is_a(noun_class(c, lexicon), people) for c in owners):
        return True
    place = lexicon.ontology.iri("schema:Place")
    labels, countries = lexicon.words("entityLabel"), lexicon.words("countryName")
    before = [c for c in noun.lefts if c.dep_ in ("compound", "poss", "nmod") and c.pos_ == "PROPN"]
    return any(
        not lexicon.ontology.is_a(labels.get(c.ent_type_, ""), place) and c.text not in countries and c.text.istitle()
        for c in before
    )


def is_of_a_people(token: Token, lexicon: Lexicon) -> bool:
    """ "Greeks": the plural of the adjective of a country."""
    return token.text.endswith("s") and token.text[:-1] in lexicon.words("demonym")


def is_language(name: str, lexicon: Lexicon) -> bool:
    """Whether words name a language: its name alone or behind what tells its kind or age, "Old Norse"."""
    words = name.removesuffix(" language").split()
    return bool(words) and words[-1] in lexicon.words("languageName")


def role_words(token: Token) -> Iterator[str]:
    """The noun with its modifiers, longest first, then alone: "executive head teacher", "head teacher", "teacher"."""
    modifiers = [c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod") and c.i > token.i - 4]
    if token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "of":
        yield f"{lemma(token)} of {token.nbor(2).lower_}"
    for start in range(len(modifiers)):
        front = " ".join(t.lower_ for t in modifiers[start:])
        yield f"{front} {lemma(token)}"
        yield f"{front} {token.lower_}"
    yield lemma(token)
    yield token.lower_
    if token.text.endswith(".") and token.lower_.rstrip("."):
        yield token.lower_.rstrip(".")  # "Sen."
    if token.tag_ in ("NNS", "NNPS"):
        yield token.lower_.removesuffix("s")
