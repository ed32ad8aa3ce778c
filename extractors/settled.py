"""Settled: whom a pronoun can mean by gender and number, and whom it means by its construction alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from extractors.binding import STANDING_IN
from extractors.kin import tie_of
from extractors.phrases import children, lemma, verb_above
from extractors.quotations import is_speech_verb
from extractors.referents import Referent, is_agent, is_person
from extractors.several import NEUTER
from ontology import Lexicon

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["FEMININE", "MASCULINE", "agrees", "settled"]

_ASKING = frozenset("ask urge tell beg invite order warn demand request".split())
_OWN = frozenset(
    (verb, noun)
    for verbs, nouns in (
        ("lose find make", "way"),
        ("change make", "mind"),
        ("do", "job duty homework best utmost"),
        ("lose keep", "nerve temper head job patience"),
        ("hold catch", "breath"),
        ("take", "toll time turn seat place"),
        ("keep break", "promise word"),
    )
    for verb in verbs.split()
    for noun in nouns.split()
)
_SPEAKING_ON = frozenset(("it", "they"))
_SELVES = frozenset("herself himself itself themselves".split())
FEMININE = frozenset("she her hers herself".split())
MASCULINE = frozenset("he him his himself".split())


def settled(discourse: Discourse, token: Token) -> Referent | None:
    """Whom a pronoun means whatever else the text speaks of; None where its construction does not tell."""
    return (
        _reflexive(discourse, token)
        or _ahead(discourse, token)
        or _relative(discourse, token)
        or _own(discourse, token)
        or _absolute(discourse, token)
        or _client(discourse, token)
        or _of_the_client(discourse, token)
        or _near_somebody(discourse, token)
        or _speaking_on(discourse, token)
        or _addressed(discourse, token)
    )


def _agreeing(discourse: Discourse, token: Token, found: Referent | None) -> Referent | None:
    return found if found is not None and agrees(token.lower_, found, discourse.lexicon) else None


def _reflexive(discourse: Discourse, token: Token) -> Referent | None:
    """ "a group calling itself Northline", "she hurt herself": who does it to whom."""
    if token.lower_ not in _SELVES or token.dep_ not in ("dobj", "pobj", "dative", "nsubj"):
        return None
    verb = verb_above(token)
    subjects = children(verb, "nsubj") if verb is not None else []
    if verb is not None and not subjects and verb.dep_ == "acl" and verb.tag_ == "VBG":
        subjects = [verb.head]
    found = discourse.referent(subjects[0]) if len(subjects) == 1 and subjects[0] != token else None
    if found is None or not is_agent(found, discourse.lexicon):
        return None
    return found if token.lower_ in NEUTER else _agreeing(discourse, token, found)


def _ahead(discourse: Discourse, token: Token) -> Referent | None:
    """ "After her arrest, Anna Brandt said": in a phrase before the subject a pronoun means the person that follows."""
    fronted = next((a for a in token.ancestors if a.dep_ in ("prep", "advcl") and a.head.pos_ in ("VERB", "AUX")), None)
    if fronted is None or fronted.left_edge.i != token.sent.start or token.lower_ not in FEMININE | MASCULINE:
        return None
    subjects = [s for s in children(fronted.head, "nsubj", "nsubjpass") if s.i > fronted.right_edge.i]
    found = discourse.referent(subjects[0]) if subjects and subjects[0].pos_ == "PROPN" else None
    return _agreeing(discourse, token, found)


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


def _own(discourse: Discourse, token: Token) -> Referent | None:
    """ "the party has lost its way": nobody loses another's way, does another's job or changes another's mind."""
    noun, verb = token.head, token.head.head
    named = any(c.lower_ == "own" for c in noun.lefts) or (lemma(verb), lemma(noun)) in _OWN
    if token.dep_ != "poss" or noun.dep_ != "dobj" or not named:
        return None
    subjects = children(verb, "nsubj")
    found = discourse.referent(subjects[0]) if len(subjects) == 1 and subjects[0].pos_ != "PRON" else None
    fits = found is not None and (token.lower_ in NEUTER or agrees(token.lower_, found, discourse.lexicon))
    return found if fits else None


def _absolute(discourse: Discourse, token: Token) -> Referent | None:
    """ "Said Anna Brandt, her voice breaking,": what hangs on a name as its own participle says is that name's."""
    noun = token.head
    if token.dep_ != "poss" or noun.i + 1 >= len(token.doc) or token.i < 2 or tie_of(noun, discourse.lexicon):
        return None
    name, participle = token.nbor(-2), noun if noun.tag_ in ("VBG", "VBN") else noun.nbor(1)
    if token.nbor(-1).text != "," or participle.tag_ not in ("VBG", "VBN") or name.pos_ != "PROPN":
        return None
    found = discourse.referent(name)
    return _agreeing(discourse, token, found)


def _client(discourse: Discourse, token: Token) -> Referent | None:
    """ "His lawyer said he had left": a lawyer, an agent or a doctor speaks of whom they stand for."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp" or token.lower_ not in FEMININE | MASCULINE:
        return None
    speakers = [s for s in children(verb.head, "nsubj") if lemma(s) in STANDING_IN and children(s, "poss")]
    owners = [r for s in speakers if (r := discourse.referent(children(s, "poss")[0])) is not None]
    return _agreeing(discourse, token, owners[0] if owners else None)


def _of_the_client(discourse: Discourse, token: Token) -> Referent | None:
    """ "Mr Holm said his client was sorry. He had panicked": a lawyer's account goes on about the client."""
    speaks = token.dep_ == "nsubj" and is_speech_verb(token.head, discourse.lexicon) and token.head.dep_ != "ccomp"
    if token.lower_ not in FEMININE | MASCULINE or speaks:
        return None
    here, doc = token.sent.start, discourse.doc
    start = doc[here - 1].sent.start if here else here
    clients = [t for t in doc[start : token.i] if lemma(t) == "client" and t.tag_ == "NN" and children(t, "poss")]
    if not clients or (clients[-1] == token.head and token.dep_ == "poss"):
        return None
    between = (discourse.by_head.get(t.i) for t in doc[clients[-1].i + 1 : token.i] if t.pos_ == "PROPN")
    others = [r for r in between if r is not None and r.named and agrees(token.lower_, r, discourse.lexicon)]
    found = discourse.referent(clients[-1])
    return None if others else _agreeing(discourse, token, found)


def _near_somebody(discourse: Discourse, token: Token) -> Referent | None:
    """ "A person close to her said she had left": who is known through somebody speaks of them."""
    clause = token.head if token.dep_ in ("nsubj", "nsubjpass", "poss") else None
    while clause is not None and clause.dep_ in ("conj", "aux", "auxpass", "dobj", "pobj", "prep", "acomp"):
        clause = clause.head
    if clause is None or clause.dep_ != "ccomp" or token.lower_ not in FEMININE | MASCULINE:
        return None
    speakers = [s for s in children(clause.head, "nsubj") if s.pos_ == "NOUN" and s.i < token.i]
    near = [t for s in speakers for t in s.subtree if t.dep_ == "pobj" and t.lower_ in FEMININE | MASCULINE]
    return _agreeing(discourse, token, discourse.referent(near[0])) if len(near) == 1 else None


def _speaking_on(discourse: Discourse, token: Token) -> Referent | None:
    """ "Anna said … She added …", "Jonas said … “No,” he told the court": the one who has just spoken speaks on."""
    if token.dep_ != "nsubj" or token.lower_ not in FEMININE | MASCULINE | _SPEAKING_ON:
        return None
    asked = any(lemma(c) in ("ask", "press", "question") and c.i < token.i for c in children(token.head, "advcl"))
    also = any(a.lower_ == "also" for a in children(token.head, "advmod")) and is_speech_verb(
        token.head, discourse.lexicon
    )
    adds = lemma(token.head) in ("add", "continue") or asked or also
    if token.lower_ in _SPEAKING_ON and not adds:
        return None
    if not adds and not any(q.cue == token.head.i for q in discourse.quotations):
        return None
    before = [t for t in discourse.doc[: token.sent.start] if discourse.sentence(token) - discourse.sentence(t) <= 2]
    breaks = [t.i for t in before if "\n" in t.text] if not adds else []
    before = [t for t in before if t.i > max(breaks, default=-1)]
    spoke = [t for t in before if t.pos_ == "VERB" and is_speech_verb(t, discourse.lexicon) and t.dep_ != "relcl"]
    spoke = [t for t in spoke if adds or discourse.quotation(t) is None]
    spoke = [t for t in spoke if t.dep_ not in ("ccomp", "acl")] if token.lower_ in _SPEAKING_ON else spoke
    speakers = [r for t in reversed(spoke) for s in children(t, "nsubj") if (r := discourse.referent(s)) is not None]
    found = speakers[0] if speakers else None
    return _agreeing(discourse, token, found)


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


def agrees(word: str, referent: Referent, lexicon: Lexicon, *, likely: bool = True) -> bool:
    """Whether a pronoun can mean a referent by person, number and gender, without `likely` the gender told alone."""
    iri = lexicon.ontology.iri
    person = is_person(referent, lexicon)
    if word in FEMININE | MASCULINE:
        gender = iri("by:Feminine" if word in FEMININE else "by:Masculine")
        known = referent.gender or (referent.likely_gender if likely else "")
        return person and not referent.plural and known in ("", gender)
    if word in NEUTER:
        return not person and not referent.plural and not lexicon.ontology.is_a(referent.type, iri("by:Group"))
    if re.search(r"(per cent|percent|%|\btimes)$", referent.name):
        return False  # "fifteen per cent … They": no such share does anything
    return referent.plural or (
        not person and lexicon.ontology.is_a(referent.type, iri("schema:Organization"), iri("by:Group"))
    )
