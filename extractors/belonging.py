"""Belonging: where somebody comes from, to which body or place a name belongs: "Anna Brandt of the Green Party"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.beside import beside_draft, is_kind
from extractors.coreference import Discourse
from extractors.drafts import Draft, open_relation
from extractors.likely_gender import is_given_name
from extractors.phrases import children, lemma, preposition_objects
from extractors.referents import Referent

__all__ = ["belonging_drafts"]

_ELSEWHERE = ("schema:Person", "schema:Place", "schema:Event", "schema:CreativeWork", "schema:Product")
_GAMES = frozenset("match game win defeat victory loss clash tie draw final series tour".split())


def belonging_drafts(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """What the place, the body or the owner beside a mention says of it."""
    yield from _origin(discourse, token, referent)
    yield from _scene(discourse, token, referent)
    yield from _based(discourse, token, referent)
    yield from _nearby(discourse, token, referent)
    if referent.named and token.pos_ == "PROPN":
        yield from _affiliation(discourse, token, referent)
        yield from _parts(discourse, token, referent)


def _origin(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "Anna Brandt, from Bergen": where somebody lives or comes from."""
    if not is_kind(discourse, referent, "schema:Person", "by:Group"):
        return
    for preposition, first in preposition_objects(token):
        place = discourse.referent(first)
        if token.tag_ in ("NNS", "NNPS") and children(first, "conj"):
            continue  # "teams from Norway and Iran": none is from both
        home = preposition == "from" or (preposition == "of" and _is_townsman(token, referent))
        if (
            home
            and place is not None
            and referent not in (place, place.owner)
            and is_kind(discourse, place, "schema:Place")
        ):
            yield beside_draft(discourse, "from", "from", token, referent, place, first.i)


def _is_townsman(token: Token, referent: Referent) -> bool:
    """ "Anna Brandt of Bergen", but no duke and no bishop comes from where he has his title."""
    full = referent.named and token.pos_ == "PROPN" and " " in referent.name
    return full and not {m.title for m in referent.mentions} - {""}


def _scene(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "the Bergen bridge collapse", "the London attacks": where it happened; "the Norway match" tells no place."""
    event = is_kind(discourse, referent, "schema:Event") and token.pos_ == "NOUN" and lemma(token) not in _GAMES
    for child in children(token, "compound", "nmod") if event else ():
        place = discourse.referent(child)
        if place is not None and place.named and child.ent_type_ == "GPE" and is_kind(discourse, place, "schema:Place"):
            yield beside_draft(discourse, "seat", "in", token, referent, place, child.i)


def _based(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "the Oslo-based firm Northline"."""
    for based in (c for c in children(token, "amod") if c.lower_ == "based"):
        for name in children(based, "npadvmod", "compound", "nmod"):
            place = discourse.referent(name)
            if place is not None and place is not referent and name.pos_ == "PROPN":
                yield beside_draft(discourse, "seat", "based in", token, referent, place, name.i)


def _nearby(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "the Elm Hotel near the harbour", "a stampede during the festival": what a thing or an event stands next to."""
    event = is_kind(discourse, referent, "schema:Event")
    place = referent.named and is_kind(discourse, referent, "schema:Place", "schema:Organization")
    for preposition, first in preposition_objects(token):
        other = discourse.referent(first)
        if other is None or other is referent or first.i < token.i or discourse.is_time(first):
            continue
        near = preposition == "near" and (event or place) and is_kind(discourse, other, "schema:Place")
        during = preposition == "during" and event and is_kind(discourse, other, "schema:Event")
        if near or during:
            relation = open_relation(preposition)
            yield Draft(
                token.i, referent, relation, other, f"beside {preposition}", (token.i, first.i), background=True
            )


def _affiliation(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "Anna Brandt of the Green Party", "the Green Party's Anna Brandt": one of a body, with no more said of how."""
    if not is_kind(discourse, referent, "schema:Person"):
        return
    behind = [o for p, o in preposition_objects(token) if p in ("of", "from") and o.i > token.i]
    # The recogniser takes many a product for somebody: "Acme's Navigator".
    sure = referent.gender or referent.likely_gender or is_given_name(referent.name.split()[0])
    named = [n for o in behind for n in ([o] if o.pos_ == "PROPN" else children(o, "appos")) if n.pos_ == "PROPN"]
    for other in (*named, *(children(token, "poss") if sure else ())):
        body = discourse.referent(other)
        if body is not None and body is not referent and other.pos_ == "PROPN" and _is_body(discourse, body):
            yield beside_draft(discourse, "affiliation", "of", token, referent, body, other.i)


def _is_body(discourse: Discourse, referent: Referent) -> bool:
    """Whether a name is one of a body: known for one, or nothing else than letters."""
    if not referent.named or is_kind(discourse, referent, *_ELSEWHERE):
        return False
    place = discourse.lexicon.ontology.iri("schema:Place")
    if any(discourse.lexicon.ontology.is_a(m.label, place) for m in referent.mentions):
        return False
    letters = referent.name.isupper() and len(referent.name) > 1
    return letters or is_kind(discourse, referent, "schema:Organization")


def _parts(discourse: Discourse, token: Token, referent: Referent) -> Iterator[Draft]:
    """ "the government's Flag Project", "Bergen's Old Harbour": a named body or place that belongs to another."""
    for child in children(token, "poss"):
        owner = discourse.referent(child)
        if owner is None or owner is referent:
            continue
        country = is_kind(discourse, owner, "schema:Country")
        if is_kind(discourse, referent, "schema:Organization"):
            # "Norway's Elm Bank" is a bank there.
            public = is_kind(discourse, referent, "schema:GovernmentOrganization")
            if (country and public) or (not country and is_kind(discourse, owner, "schema:Organization")):
                yield beside_draft(discourse, "part", "of", token, referent, owner, child.i)
            elif owner.named and is_kind(discourse, owner, "schema:Place"):
                yield beside_draft(discourse, "seat", "of", token, referent, owner, child.i)
        elif is_kind(discourse, referent, "schema:Place") and owner.named and is_kind(discourse, owner, "schema:Place"):
            yield beside_draft(discourse, "place", "of", token, referent, owner, child.i)
