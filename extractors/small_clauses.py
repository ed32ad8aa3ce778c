"""Small clauses: "found the school unfit", "made her its captain": a predicate of the object, in one shape."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.frames import verb_lemma
from extractors.phrases import QUOTE_MARKS, children
from extractors.trees import hang
from ontology import Lexicon

__all__ = ["reread_small_clause"]

_APPOINTING = frozenset("appoint choose crown elect make name nominate proclaim".split())
# Adjectives that taggers take for nouns behind a noun.
_GRADES = frozenset("inadequate outstanding satisfactory unsatisfactory unsafe excellent unlawful insolvent".split())
_SEEMING = frozenset("look seem appear".split())
_LEAVING = frozenset("make keep leave render".split())
_WITH_AS = frozenset("describe dismiss regard characterise characterize portray denounce condemn hail".split())


def reread_small_clause(token: Token, lexicon: Lexicon) -> None:
    """Hang the object of a verb that says what something is on the verb, and what it is said to be beside it."""
    if token.pos_ != "VERB":
        return
    lemma_ = verb_lemma(lexicon, token)
    says = any("attribute" in f.object for f in lexicon.frames.get(("verb", lemma_), ()))
    if says or lemma_ in _APPOINTING | _LEAVING:
        if says:
            _to_be(token)
        _verbless(token)
        _swallowed_object(token)
        _second_object(token)
        _quoted_predicate(token)
    if lemma_ in _APPOINTING:
        _appointed(token)
    _as_adjective(token)
    _distant_as(token)
    _looked(token)


def _looked(verb: Token) -> None:
    """ "had looked likely winners": what somebody looks is no object."""
    for noun in children(verb, "dobj") if verb.lemma_ in _SEEMING else ():
        noun.dep_ = "oprd"


def _to_be(verb: Token) -> None:
    """ "considers the plan to be weak" is as much as "considers the plan weak"."""
    for being in children(verb, "ccomp", "xcomp"):
        predicates, marks = children(being, "acomp", "attr"), children(being, "aux")
        subjects = children(being, "nsubj") or children(verb, "dobj")
        plain = being.lower_ == "be" and [m.tag_ for m in marks] == ["TO"] and len(predicates) == 1
        if not plain or len(subjects) != 1 or not verb.i < subjects[0].i < being.i or children(being, "neg"):
            continue
        for child in [c for c in being.children if c not in (*subjects, *predicates)]:
            hang(child, predicates[0] if child not in marks else verb)
        marks[0].dep_ = "dep"
        hang(subjects[0], verb, "dobj")
        hang(predicates[0], verb, "oprd")
        hang(being, verb, "dep")


def _verbless(verb: Token) -> None:
    """ "considers him a friend", "found the school unfit": a clause without a verb."""
    for predicate in children(verb, "ccomp"):
        subjects = [s for s in children(predicate, "nsubj") if verb.i < s.i < predicate.i]
        plain = predicate.pos_ in ("NOUN", "PROPN", "ADJ") and not children(predicate, "cop", "aux", "mark", "auxpass")
        if plain and len(subjects) == 1 and subjects[0].left_edge.i == verb.i + 1 and not children(verb, "dobj"):
            hang(subjects[0], verb, "dobj")
            predicate.dep_ = "oprd"


def _swallowed_object(verb: Token) -> None:
    """ "branded the hospital unsafe": an adjective is no noun's head."""
    for predicate in children(verb, "dobj", "oprd"):
        nouns = [c for c in children(predicate, "compound") if c.i == predicate.i - 1 and c.pos_ in ("NOUN", "PROPN")]
        adjective = predicate.tag_ == "JJ" or predicate.lower_ in _GRADES
        if not adjective or not nouns or children(verb, "dobj") not in ([], [predicate]):
            continue
        for child in [c for c in predicate.children if c.i < nouns[0].i]:
            hang(child, nouns[0])
        hang(nouns[0], verb, "dobj")
        predicate.dep_ = "oprd"


def _second_object(verb: Token) -> None:
    """ "branded Norland an outlaw nation": of two objects the second says what the first is."""
    objects = [o for o in children(verb, "dobj", "dative") if o.pos_ in ("NOUN", "PROPN", "PRON")]
    if len(objects) != 2 or children(verb, "oprd") or not verb.i < objects[0].i:
        return
    first, second = objects
    if second.left_edge.i == first.right_edge.i + 1 and any(d.lower_ in ("a", "an") for d in children(second, "det")):
        first.dep_, second.dep_ = "dobj", "oprd"


def _quoted_predicate(verb: Token) -> None:
    """ "called the plan “a disaster”": quotation marks set off no apposition."""
    for noun in children(verb, "dobj"):
        for predicate in children(noun, "appos"):
            between = [t.text for t in verb.doc[noun.i + 1 : predicate.i]]
            if QUOTE_MARKS & {*between} and "," not in between and not children(verb, "oprd"):
                hang(predicate, verb, "oprd")
    for loose in children(verb, "dep"):  # "rated the ward, in Bergen, “inadequate”"
        if loose.tag_ == "JJ" and loose.nbor(-1).text in QUOTE_MARKS and children(verb, "dobj") and loose.i > verb.i:
            loose.dep_ = "oprd"


def _appointed(verb: Token) -> None:
    """ "elected Anna Brandt mayor": a name before the bare word for an office."""
    for office in children(verb, "dobj"):
        names = [c for c in children(office, "compound") if c.pos_ == "PROPN" and c.i == verb.i + 1]
        person = names and names[0].ent_type_ in ("PERSON", "") and " " in names[0].text
        if person and office.pos_ == "NOUN" and office.tag_ == "NN":
            hang(names[0], verb, "dobj")
            office.dep_ = "oprd"


def _as_adjective(verb: Token) -> None:
    """ "described the noise as unbearable": what stands behind "as" is its object."""
    for preposition in children(verb, "prep"):
        adjectives = [c for c in children(preposition, "amod") if c.i == preposition.i + 1]
        if preposition.lower_ == "as" and adjectives and not children(preposition, "pobj"):
            adjectives[0].dep_ = "pobj"


def _distant_as(verb: Token) -> None:
    """ "described reports that he was promised the post as “tales”": the "as" is the describing verb's."""
    if not any(c.lower_ == "as" for c in children(verb, "prep")) and verb.lemma_ in _WITH_AS:
        agents = [o for a in children(verb, "agent") for o in children(a, "pobj")]
        for noun in (*children(verb, "dobj"), *agents):
            last = [t for t in noun.subtree if t.lower_ == "as" and t.dep_ == "prep"]
            for preposition in last[-1:]:
                clause = preposition.head
                if noun in agents or (
                    clause.pos_ == "VERB"
                    and clause.dep_ in ("acl", "relcl")
                    and preposition.nbor(1).text in QUOTE_MARKS
                ):
                    hang(preposition, verb)
