"""Role places: what stands beside a role noun: whose it is, of which body, country or place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.beside import is_kind
from extractors.coreference import Discourse
from extractors.drafts import Filler, filler
from extractors.phrases import children, conjuncts, governor, lemma, preposition_objects

__all__ = ["beside_role"]


def beside_role(discourse: Discourse, token: Token, slots: tuple[str, ...]) -> Iterator[tuple[Token, Filler]]:
    """Whose or of what a role is, by its slots: a possessor, a body before it, a preposition's noun."""
    for slot in slots:
        if slot == "demonym":
            yield from _countries(discourse, token)
            continue
        if slot == "possessor":
            targets = children(token, "poss")
        elif slot == "compound":
            found_ = children(token, "compound", "amod", "nmod")
            found_ = [
                c for c in found_ if c.text not in ("Black", "White") or lemma(token) != "family"
            ]  # "Black families"
            targets = [c for c in found_ if _is_body(discourse, c) and not _is_portfolio(c, token)]
            yield from _known_bodies(discourse, found_)
        elif slot == "place":
            places = (c for c in children(token, "compound", "nmod") if c.pos_ == "PROPN")
            targets = [c for c in (*places, *_before_title(token)) if _is_place(discourse, c)]
        else:
            owners = [_sharer(token), *([token.head] if token.dep_ == "attr" else [])]
            targets = [
                m
                for t in owners
                for p, o in preposition_objects(t)
                if p == slot and o.i > token.i
                for m in conjuncts(o)
            ]
        for target in targets:
            found = filler(discourse, target)
            if found is not None:
                yield target, found


def _known_bodies(discourse: Discourse, modifiers: list[Token]) -> Iterator[tuple[Token, Filler]]:
    """ "The Competition Bureau … a bureau spokeswoman": of the one body before whose name ends in the word."""
    for token in (m for m in modifiers if m.pos_ == "NOUN" and m.is_lower):
        named = [r for r in discourse.referents if r.named and r.name.split()[-1].lower() == token.lower_]
        same = [r for r in discourse.referents if not r.named and r.name.lower() == token.lower_]
        known = [r for r in named or same if r.mentions and r.mentions[0].start < token.i]
        if len(known) == 1 and is_kind(discourse, known[0], "schema:Organization", "by:Group"):
            yield token, known[0]


def _countries(discourse: Discourse, token: Token) -> Iterator[tuple[Token, Filler]]:
    """ "the Norwegian prime minister": of the country that the adjective names."""
    demonyms = discourse.lexicon.words("demonym")
    for child in children(token, "amod", "compound", "nmod"):
        if child.text in demonyms:
            yield child, discourse.country(discourse.lexicon.ontology.text(demonyms[child.text], "rdfs:label"))


def _is_place(discourse: Discourse, token: Token) -> bool:
    referent = discourse.referent(token)
    return referent is not None and referent.named and is_kind(discourse, referent, "schema:Place")


def _before_title(token: Token) -> list[Token]:
    """ "Florida Rep. Anna Brandt": what the parser hangs on the name beside the title."""
    before = token.nbor(-1) if token.i and token.dep_ in ("compound", "nmod") else token
    return [before] if before.head == token.head and before.dep_ in ("compound", "nmod") and before != token else []


def _is_body(discourse: Discourse, modifier: Token) -> bool:
    """Whether a name before an office is a body or a country: "Acme director", not "Bergen teacher"."""
    referent = discourse.referent(modifier)
    if referent is None or not referent.named:
        return False
    iri = discourse.lexicon.ontology.iri
    if {*modifier.text.split("-")} & {*discourse.lexicon.words("demonym")} and referent.type == iri("by:Group"):
        return False  # "the first African-American mayor" is not mayor of a people
    return discourse.lexicon.ontology.is_a(
        referent.type, iri("schema:Organization"), iri("schema:Country"), iri("by:Group")
    )


def _is_portfolio(modifier: Token, office: Token) -> bool:
    """ "Agriculture Minister": what a minister is minister for is no body, unless it is an acronym."""
    portfolio = lemma(office) == "minister" or office.text == "Secretary"
    return portfolio and not (modifier.text.isupper() or modifier.ent_type_ in ("GPE", "NORP"))


def _sharer(token: Token) -> Token:
    """The member of "president and chief executive of the firm" that the parser gives what both are of."""
    first = governor(token)
    members = conjuncts(first)
    bare = not any(c.dep_ in ("det", "poss") for m in members[1:] for c in m.children)
    giving = [m for m in members if any(preposition_objects(m))]
    shares = bare and len(giving) == 1 and all(o.i > members[-1].i for _, o in preposition_objects(giving[0]))
    return giving[0] if shares else token
