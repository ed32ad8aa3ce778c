"""Repairs: parses that a small model gets wrong in a way that grammar alone can tell."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from extractors.agreement import reread_by_number
from extractors.attachments import reattach
from extractors.beside_names import rejoin_names
from extractors.conjunctions import reread_conjunction
from extractors.coordination import recoordinate
from extractors.headlines import reread_headline
from extractors.inversions import reread_inversion
from extractors.lists import relist
from extractors.loose_clauses import rehang_loose
from extractors.measures import rehang_measure
from extractors.participles import reread_participle
from extractors.phrases import children, is_finite
from extractors.prefixes import join_prefix
from extractors.relatives import rehang_relative
from extractors.roots import find_root
from extractors.small_clauses import reread_small_clause
from extractors.torn_relatives import mend_torn_relative
from extractors.trees import hang, take_place
from extractors.word_forms import mend_form
from ontology import Lexicon

__all__ = ["repair"]

_MARKS = (",", '"', "”", "’", "'", "''")


def repair(doc: Doc, lexicon: Lexicon) -> Doc:
    """Mend each sentence of a document in place."""
    for token in doc:
        join_prefix(token)
    for sentence in list(doc.sents):
        find_root(sentence)
        relist(sentence)
        for token in sentence:
            reread_by_number(token)
            recoordinate(token, lexicon)
            _more_than(token)
            _two_subjects(token)
            _town_and_county(token)
            _unclosed_apposition(token)
            _lost_subject(token)
            _object_for_subject(token)
            _verb_for_subject(token)
            reread_conjunction(token, lexicon)
            rehang_loose(token, lexicon)
            mend_torn_relative(token, lexicon)
            rehang_measure(token, lexicon)
            reread_participle(token)
            reread_headline(token)
            reread_inversion(token)
            reread_small_clause(token, lexicon)
            reattach(token, lexicon)
            rehang_relative(token, lexicon)
            rejoin_names(token, lexicon)
            mend_form(token)
    return doc


def _town_and_county(token: Token) -> None:
    """ "Akron, Summit County, is in Ohio": a place before the place that it is in is the subject."""
    county = next(iter(children(token.head, "nsubj", "nsubjpass")), None)
    first = token.dep_ == "npadvmod" and token.pos_ == "PROPN" and token.i == token.sent.start
    if not first or county is None or county.i != token.i + 2 or token.nbor(1).text != "," or county.pos_ != "PROPN":
        return
    if county.ent_type_ in ("GPE", "LOC", "FAC") and token.ent_type_ != "PERSON":
        token.dep_ = county.dep_
        hang(county, token, "appos")


def _lost_subject(token: Token) -> None:
    """ "Speaking in court, Anna Brandt, QC, said": a name before a verb without a subject is its subject."""
    if (
        token.tag_ not in ("VBD", "VBZ", "VBP")
        or token.dep_ not in ("ROOT", "ccomp")
        or children(token, "nsubj", "nsubjpass", "expl", "csubj")
    ):
        return
    coordinated = _swallowed(token)
    if coordinated is not None:
        hang(coordinated, token, "nsubj")
        return
    before = [
        t
        for t in token.sent
        if t.i < token.i and t.pos_ == "PROPN" and t.dep_ in ("npadvmod", "dep", "dobj", "appos", "pobj")
    ]
    names = [t for t in before if t.ent_type_ not in ("GPE", "LOC", "DATE", "TIME") and _stands_before(t, token)]
    if names:
        name = names[0]
        hang(name, token, "nsubj")
    else:
        _described_subject(token)


def _described_subject(verb: Token) -> None:
    """ "“It was bad,” Anna Brandt, editor of the paper, said": a name set off with what it is before the verb."""
    doc, sentence = verb.doc, verb.sent
    if doc[verb.i - 1].text != ",":
        return
    opening = (t for t in sentence if t.i < verb.i - 2 and t.pos_ == "PROPN" and doc[t.i + 1].text == ",")
    name = next((t for t in opening if t.i == sentence.start or doc[t.i - 1].text in _MARKS), None)
    noun = next((t for t in doc[name.i + 2 : verb.i - 1] if t.pos_ == "NOUN"), None) if name is not None else None
    if name is None or noun is None or any(t.text in _MARKS for t in doc[name.i + 2 : verb.i - 1]):
        return
    hang(name, verb, "nsubj")
    hang(noun, name, "appos")


def _object_for_subject(token: Token) -> None:
    """ "staff were told their rating would drop": the noun right before a finite verb that has no other subject."""
    auxiliaries = children(token, "aux", "auxpass")
    if token.pos_ not in ("VERB", "AUX") or token.dep_ not in ("ROOT", "ccomp") or not is_finite(token):
        return
    if children(token, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass"):
        return
    first = min([token, *auxiliaries], key=lambda t: t.i)
    noun = token.doc[first.i - 1] if first.i > token.sent.start else token
    verb = noun.head
    if noun.dep_ != "dobj" or noun.pos_ not in ("NOUN", "PROPN", "PRON") or verb.i > noun.i or verb == token:
        return
    if verb in token.subtree:
        return
    hang(token, verb, "ccomp")
    hang(noun, token, "nsubjpass" if children(token, "auxpass") else "nsubj")


def _verb_for_subject(token: Token) -> None:
    """ "Court rules worship of old gods is legal": what is read as "court rules" is a noun and its verb."""
    root, objects = token.head, children(token, "dobj")
    nouns = [c for c in children(token, "compound", "nsubj") if c.i == token.i - 1 and c.pos_ in ("NOUN", "PROPN")]
    if token.dep_ != "nsubj" or token.tag_ not in ("VBZ", "VBP", "VBD") or not objects or not nouns:
        return
    if not is_finite(root) or not token.i < objects[0].i < root.i:
        return
    take_place(token, root)
    hang(root, token, "ccomp")
    nouns[0].dep_ = "nsubj"
    hang(objects[0], root, "nsubj")
    for child in [c for c in token.children if c.i < nouns[0].i and c.dep_ in ("amod", "det", "poss", "compound")]:
        hang(child, nouns[0])


def _swallowed(verb: Token) -> Token | None:
    """ "After the death of Anna, the charity and the council wrote": what follows the comma is no part of "after"."""
    for preposition in children(verb, "prep"):
        for token in preposition.subtree if preposition.i < verb.i else ():
            start = token.left_edge.i
            after_comma = start > 0 and token.doc[start - 1].text == "," and token.i > preposition.i + 1
            if (
                token.dep_ in ("conj", "appos")
                and after_comma
                and token.right_edge.i == verb.i - 1
                and token.pos_ in ("NOUN", "PROPN")
            ):
                return token
    return None


def _stands_before(name: Token, verb: Token) -> bool:
    """Whether only letters after a name, set off by commas, stand between it and the verb, and a comma before it."""
    left = name.left_edge.i
    between = [t for t in name.doc[name.i + 1 : verb.i] if not t.is_punct]
    return left > 0 and name.doc[left - 1].text == "," and all(t.head == name or t.dep_ == "advmod" for t in between)


def _more_than(token: Token) -> None:
    """ "Over 300 pilgrims have been killed": "over" before a number counts, and the noun is the subject."""
    verb = token.head.head if token.head.lower_ == "according" else token.head
    objects = children(token, "pobj")
    counting = (
        token.dep_ == "prep" and token.lower_ in ("over", "under", "around", "about") and token.i + 1 < len(token.doc)
    )
    if not counting or not objects or token.nbor(1).tag_ != "CD" or verb.pos_ != "VERB" or verb.i < token.i:
        return
    if children(verb, "nsubj", "nsubjpass"):
        return
    noun = objects[0]
    passive = children(verb, "auxpass") or verb.tag_ == "VBN"
    hang(noun, verb, "nsubjpass" if passive else "nsubj")
    hang(token, token.nbor(1), "quantmod")


def _unclosed_apposition(token: Token) -> None:
    """ "In Harbour: The Game, players are sent to sea": not closed by a comma, no apposition."""
    name, verb = token.head, token.head.head
    subject = token.dep_ == "appos" and token.tag_ == "NNS" and name.dep_ in ("nsubj", "nsubjpass")
    if not subject or name.pos_ != "PROPN" or verb.pos_ not in ("VERB", "AUX") or not token.left_edge.i:
        return
    first = min([verb, *children(verb, "aux", "auxpass")], key=lambda t: t.i)
    plural = first.tag_ == "VBP" or first.lower_ in ("are", "were", "have")
    if plural and token.right_edge.i + 1 == first.i and token.doc[token.left_edge.i - 1].text == ",":
        hang(token, verb, name.dep_)
        name.dep_ = "npadvmod"


def _two_subjects(token: Token) -> None:
    """ "The prime minister, Anna Brandt said": two subjects side by side are a noun and its apposition."""
    subjects = children(token, "nsubj")
    if len(subjects) != 2 or token.pos_ not in ("VERB", "AUX"):
        return
    first, second = subjects
    between = token.doc[first.right_edge.i + 1 : second.left_edge.i]
    if first.tag_ in ("WDT", "WP") and second.pos_ in ("NOUN", "PROPN", "PRON"):
        first.dep_ = "dobj"
    elif (
        second.pos_ == "PROPN"
        and first.tag_ in ("NN", "NNP")
        and [t.text for t in between] in ([","], [])
        and second.i < token.i
    ):
        hang(second, first, "appos")
