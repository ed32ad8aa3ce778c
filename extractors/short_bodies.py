"""Short bodies: when the first word of a body's name stands for it, and not for a town, a person or another body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from extractors.mentions import Mention
from extractors.names import COMMON_FIRST
from extractors.noun_classes import noun_class
from ontology import Lexicon

if TYPE_CHECKING:
    from extractors.referents import Referent

__all__ = ["is_distinctive", "is_first_word", "is_later"]

_FORMS = frozenset("Ltd Ltd. Limited Pvt Pty plc PLC Inc Inc. LLC LLP GmbH AG".split())
_AT_SCHOOL = frozenset("pupil student teacher headteacher head principal governor staff".split())


def is_first_word(
    doc: Doc, same: list[Mention], referent: Referent, referents: list[Referent], lexicon: Lexicon
) -> bool:
    """ "Northline" for "Northline Ferries": a body's first word that begins no other name and means nothing else."""
    mention, iri = same[0], lexicon.ontology.iri
    word = mention.text
    if _is_team(mention, referent, referents, lexicon):
        return True
    if mention.title or " " in word or not is_distinctive(word, lexicon):
        return False
    begun = [r for r in referents if word.lower() in r.name.lower().split() and not is_later(mention, r, lexicon)]
    body = lexicon.ontology.is_a(referent.type, iri("schema:Organization"))
    school = lexicon.ontology.is_a(referent.type, iri("schema:EducationalOrganization"))
    state = lexicon.ontology.is_a(referent.type, iri("schema:GovernmentOrganization"))
    spoken_for = any(_is_spoken_for(doc, m, lexicon) for m in same)
    # One in three that the recogniser takes for a town does not make it one.
    towns = sum(lexicon.ontology.is_a(m.label, iri("schema:Place")) for m in same)
    place = 3 * towns > len(same) and not spoken_for
    words = [w for w in referent.name.split() if w not in _FORMS]
    begins = words[:1] == [word] and (len(words) == 2 or (len(words) == 3 and words[-1] in lexicon.words("nameWord")))
    if school and begun == [referent] and begins and _is_attended(doc, same):
        return True
    return begun == [referent] and body and begins and not (school or state or place)


def _is_team(mention: Mention, referent: Referent, referents: list[Referent], lexicon: Lexicon) -> bool:
    """ "Wanderers" for "Selden Wanderers", the only team of that name."""
    team = lexicon.ontology.iri("schema:SportsTeam")
    words = {r.name.split()[-1].lower() == mention.text.lower() for r in referents if r is not referent}
    called = lexicon.words("nameWord").get(mention.text.title()) == team and not mention.title
    return called and referent.name.split()[-1].lower() == mention.text.lower() and True not in words


def is_later(mention: Mention, referent: Referent, lexicon: Lexicon) -> bool:
    """Whether a person is introduced after a bare name, or has it as no surname: then the name is another's."""
    person = lexicon.ontology.is_a(referent.type, lexicon.ontology.iri("schema:Person"))
    first = min((m.start for m in referent.mentions), default=0)
    return person and (first > mention.start or referent.name.split()[-1] != mention.text)


def _is_attended(doc: Doc, same: list[Mention]) -> bool:
    """Whether what may be a town is a school: "pupils at Oakfield", "Oakfield was rated good", never "in Oakfield"."""
    heads = [doc[m.head] for m in same]
    if any(h.dep_ == "pobj" and h.head.lower_ in ("in", "near", "from", "around") for h in heads):
        return False
    at = any(h.dep_ == "pobj" and h.head.lower_ == "at" for h in heads)
    rated = any(h.dep_ in ("nsubj", "nsubjpass") and h.head.lemma_ in ("rate", "downgrade", "enrol") for h in heads)
    verbs = [v for h in heads for v in (h.head, *h.children) if v.pos_ == "VERB"]
    pupils = any(o.lemma_.lower() in ("pupil", "student") for v in verbs for o in v.children if o.dep_ == "dobj")
    owns = any(h.dep_ == "poss" and h.head.lemma_.lower() in _AT_SCHOOL for h in heads)
    return at or rated or pupils or owns


def _is_spoken_for(doc: Doc, mention: Mention, lexicon: Lexicon) -> bool:
    """ "a spokesman for Northline": a body, whatever its letters look like."""
    head = doc[mention.head]
    speaker = noun_class(head.head.head, lexicon)
    return head.dep_ == "pobj" and head.head.lower_ == "for" and speaker == lexicon.ontology.iri("schema:Person")


def is_distinctive(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is no country, people, direction or common word, and no acronym."""
    known = ("countryName", "demonym", "acronym", "nameWord", "nameHint", "title")
    return (
        not any(word in lexicon.words(k) for k in known)
        and word.lower() not in lexicon.words("noun")
        and word.lower() not in COMMON_FIRST
        and len(word) > 3
    )
