"""Kin: one family's parents, children and spouses are the same people however they are called in the article.

Two daughters are two: a tie helps only where exactly one person is known to have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from extractors.frames import role_frames
from extractors.phrases import children, lemma
from extractors.referents import Referent
from ontology import Lexicon

__all__ = ["kin_of", "the_kin", "tie_of"]


def tie_of(token: Token, lexicon: Lexicon) -> str:
    """The property that ties whom a noun means to its owner: "daughter" has a parent; else empty."""
    ties = (f.property for f in role_frames(lexicon, token) if f.property in _close(lexicon))
    return next((t for t in ties if t), "")


def kin_of(token: Token, owner: Referent, before: Sequence[Referent], lexicon: Lexicon) -> Referent | None:
    """ "Their child" after "his daughter Clara", "her mother" after the couple whose child she is; one such or none."""
    tie = tie_of(token, lexicon)
    if not tie:
        return None
    own = (owner, *_circle(owner, before))
    known = [r for r in before if any(t == tie and o in own for t, o in r.ties)]
    back = _inverse(tie, lexicon)
    known += [o for t, o in owner.ties if t == back]
    known += [m for r in known for m in r.members]
    return _only(token, known, lexicon)


def the_kin(token: Token, before: Sequence[Referent], lexicon: Lexicon) -> Referent | None:
    """ "The child" or "the parents" where the article knows one child with its parents, and no other."""
    tie = tie_of(token, lexicon)
    if not tie or any(c.dep_ != "det" for c in token.lefts):
        return None
    back = _inverse(tie, lexicon)
    known = [r for r in before if any(t == tie for t, _ in r.ties)]
    known += [o for r in before for t, o in r.ties if t == back and o in before]
    return _only(token, known, lexicon)


def _only(token: Token, known: Iterable[Referent], lexicon: Lexicon) -> Referent | None:
    """The single one of the noun's number and gender."""
    plural = token.tag_ in ("NNS", "NNPS")
    gender = lexicon.words("genderNoun").get(lemma(token), "")
    alike = [
        r
        for r in dict.fromkeys(known)
        if (r.plural or bool(r.members)) == plural and (not gender or r.gender in ("", gender))
    ]
    return alike[0] if len(alike) == 1 and not children(token, "conj") else None


def _circle(owner: Referent, before: Iterable[Referent]) -> Iterator[Referent]:
    """The couple that somebody is one of, and the two of a couple."""
    yield from owner.members
    yield from (r for r in before if owner in r.members)


def _inverse(tie: str, lexicon: Lexicon) -> str:
    known = lexicon.ontology.properties[tie]
    if known.symmetric:
        return tie
    other = next((p.iri for p in lexicon.ontology.properties.values() if p.inverse == tie), "")
    return known.inverse or other


def _close(lexicon: Lexicon) -> set[str]:
    """Ties that one family has once: a cousin or a sister may have others like her."""
    return {lexicon.ontology.iri(name) for name in ("schema:parent", "schema:children", "schema:spouse")}
