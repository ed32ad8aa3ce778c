"""Settled: whom a pronoun can mean by gender and number, and whom it means by its construction alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from extractors.kin import tie_of
from extractors.phrases import children, lemma
from extractors.quotations import is_speech_verb
from extractors.referents import Referent, is_person
from extractors.several import NEUTER
from ontology import Lexicon

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["FEMININE", "MASCULINE", "agrees", "settled"]

_ASKING = frozenset("ask urge tell beg invite order warn demand request".split())
FEMININE = frozenset("she her hers herself".split())
MASCULINE = frozenset("he him his himself".split())


def settled(discourse: Discourse, token: Token) -> Referent | None:
    """Whom a pronoun means whatever else the text speaks of; None where its construction does not tell."""
    return (
        _ahead(discourse, token)
        or _relative(discourse, token)
        or _speaking_on(discourse, token)
        or _addressed(discourse, token)
    )


def _ahead(discourse: Discourse, token: Token) -> Referent | None:
    """ "After her arrest, Anna Brandt said": in a phrase before the subject a pronoun means the person that follows."""
    fronted = next((a for a in token.ancestors if a.dep_ in ("prep", "advcl") and a.head.pos_ in ("VERB", "AUX")), None)
    if fronted is None or fronted.left_edge.i != token.sent.start or token.lower_ not in FEMININE | MASCULINE:
        return None
    subjects = [s for s in children(fronted.head, "nsubj", "nsubjpass") if s.i > fronted.right_edge.i]
    found = discourse.referent(subjects[0]) if subjects and subjects[0].pos_ == "PROPN" else None
    return found if found is not None and agrees(token.lower_, found, discourse.lexicon) else None


def _relative(discourse: Discourse, token: Token) -> Referent | None:
    """ "Her mother, Clara Holm": whose kin bears the same surname, where the text has named one such."""
    name = next((a.text.split() for a in children(token.head, "appos") if a.pos_ == "PROPN"), [])
    if (
        token.lower_ not in ("her", "his")
        or token.dep_ != "poss"
        or len(name) < 2
        or not tie_of(token.head, discourse.lexicon)
    ):
        return None
    same = [r for r in discourse.referents if r.named and r.name.split()[-1] == name[-1] and len(r.name.split()) > 1]
    before = [r for r in same if any(m.end <= token.i for m in r.mentions) and r.name.split() != name]
    fitting = [r for r in before if agrees(token.lower_, r, discourse.lexicon)]
    return fitting[0] if len(fitting) == 1 else None


def _speaking_on(discourse: Discourse, token: Token) -> Referent | None:
    """ "Anna said … She added …": who adds something has spoken in the sentence before."""
    adds = token.dep_ == "nsubj" and lemma(token.head) in ("add", "continue")
    if not adds or token.lower_ not in FEMININE | MASCULINE:
        return None
    before = [t for t in discourse.doc[: token.sent.start] if discourse.sentence(token) - discourse.sentence(t) <= 2]
    spoke = [t for t in before if t.pos_ == "VERB" and is_speech_verb(t, discourse.lexicon) and t.dep_ != "relcl"]
    speakers = [r for t in reversed(spoke) for s in children(t, "nsubj") if (r := discourse.referent(s)) is not None]
    found = speakers[0] if speakers else None
    return found if found is not None and agrees(token.lower_, found, discourse.lexicon) else None


def _addressed(discourse: Discourse, token: Token) -> Referent | None:
    """ "wrote to the minister asking her to resign": whoever is written to is asked."""
    verb, main = token.head, token.head.head
    asking = token.dep_ == "dobj" and verb.dep_ == "advcl" and verb.tag_ == "VBG" and lemma(verb) in _ASKING
    if not asking or token.lower_ not in FEMININE | MASCULINE:
        return None
    written = [o for p in children(main, "prep") if p.lower_ == "to" for o in children(p, "pobj")]
    found = [r for o in (*children(main, "dobj"), *written) if (r := discourse.referent(o)) is not None]
    people = [r for r in found if agrees(token.lower_, r, discourse.lexicon)]
    return people[0] if len(people) == 1 else None


def agrees(word: str, referent: Referent, lexicon: Lexicon) -> bool:
    """Whether a pronoun can mean a referent by person, gender and number."""
    iri = lexicon.ontology.iri
    person = is_person(referent, lexicon)
    if word in FEMININE | MASCULINE:
        gender = iri("by:Feminine" if word in FEMININE else "by:Masculine")
        return person and not referent.plural and referent.gender in ("", gender)
    if word in NEUTER:
        return not person and not referent.plural and not lexicon.ontology.is_a(referent.type, iri("by:Group"))
    return referent.plural or (
        not person and lexicon.ontology.is_a(referent.type, iri("schema:Organization"), iri("by:Group"))
    )
