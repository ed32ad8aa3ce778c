"""Conjunctions: clauses behind "after", "that" or no conjunction at all, which a parser takes for something else."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.frames import complement_of
from extractors.noun_classes import noun_class
from extractors.phrases import children, is_finite, lemma
from extractors.trees import hang
from ontology import Lexicon

__all__ = ["reports", "reread_conjunction"]

_CONJUNCTIONS = frozenset("after before since until".split())
# What whoever has just spoken does next.
_SPEAKING_ON = frozenset(
    "say add call ask urge appeal apologise apologize thank praise criticise criticize decline refuse comment insist "
    "stress concede promise pledge warn demand reject deny dismiss".split()
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def reread_conjunction(token: Token, lexicon: Lexicon) -> None:
    """Hang a clause where its conjunction, or the lack of one, tells that it belongs."""
    _behind_preposition(token)
    _verdicts(token)
    _told_in_a_text(token, lexicon)
    _without_that(token, lexicon)
    _told_somebody(token, lexicon)
    _believed(token, lexicon)
    _begun_and_left(token)
    _says_on(token, lexicon)


def _verdicts(token: Token) -> None:
    """ "was acquitted of handling goods but convicted of theft": the second verdict goes with the first."""
    act = token.head
    while act.tag_ != "VBG" and act.dep_ in ("dobj", "pobj", "prep", "conj"):
        act = act.head
    verb = act.head.head
    behind = token.tag_ == "VBN" and token.dep_ == "conj" and act.dep_ == "pcomp" and act.tag_ == "VBG"
    own = any(c.i == token.i + 1 for c in children(token, "prep", "agent")) and not children(token, "auxpass", "nsubj")
    if behind and own and verb.tag_ == "VBN" and children(verb, "auxpass") and act.i < token.i:
        for joiner in [c for c in token.head.children if c.dep_ == "cc" and c.i < token.i]:
            hang(joiner, verb)
        hang(token, verb)


def _behind_preposition(token: Token) -> None:
    """ "Ten died after an earthquake of magnitude 6.4 struck": the verb without a subject has that behind "after"."""
    auxiliaries = children(token, "aux", "auxpass", "neg")
    first = min((token, *auxiliaries), key=lambda t: t.i)
    past = is_finite(token) or (token.tag_ == "VBN" and not auxiliaries and _has_object(token))
    if token.pos_ not in ("VERB", "AUX") or not past or children(token, *_SUBJECTS) or not first.i:
        return
    before = first.nbor(-1)
    preposition = next((a for a in before.ancestors if a.lower_ in _CONJUNCTIONS), None)
    if preposition is None or preposition.dep_ != "prep" or preposition.right_edge != before:
        return
    main, nouns = preposition.head, children(preposition, "pobj") or children(preposition, "pcomp")
    if not nouns or main == token or main.pos_ not in ("VERB", "AUX") or main.i > preposition.i:
        return
    hang(nouns[0], token, "nsubjpass" if children(token, "auxpass") else "nsubj")
    hang(preposition, token, "mark")
    preposition.pos_ = "SCONJ"
    hang(token, main, "advcl")


def _has_object(verb: Token) -> bool:
    return any(children(v, "dobj") for v in (verb, *children(verb, "conj")))


def _told_in_a_text(token: Token, lexicon: Lexicon) -> None:
    """ "said in a statement released on Friday that it had been sold": what the verb says, not the statement's."""
    text, preposition = token.head, token.head.head
    that = any(m.lower_ == "that" for m in children(token, "mark")) and bool(children(token, *_SUBJECTS))
    if token.dep_ not in ("acl", "relcl") or not that or text.dep_ != "pobj" or preposition.lower_ not in ("in", "on"):
        return
    verb = preposition.head
    if reports(verb, lexicon) and verb.i < text.i and not children(verb, "ccomp", "dobj"):
        hang(token, verb, "ccomp")


def _without_that(token: Token, lexicon: Lexicon) -> None:
    """ "He said turnout of 97 percent, which they call impossible, reflected it": what is said is a clause."""
    verb = token.head
    if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBZ", "VBP") or not reports(verb, lexicon):
        return
    nouns, joined = children(verb, "dobj"), [c for c in children(verb, "cc", "ccomp") if c.i < token.i]
    if len(nouns) != 1 or joined or children(token, *_SUBJECTS, "aux", "auxpass", "mark"):
        return
    if token.i - 2 <= nouns[0].right_edge.i < token.i and token.nbor(-1).text == ",":
        hang(token, verb, "ccomp")
        hang(nouns[0], token, "nsubj")


def _told_somebody(token: Token, lexicon: Lexicon) -> None:
    """ "told him the sale was going ahead": the clause is what he is told, not the sale."""
    first = min((token, *children(token, "aux", "auxpass", "neg")), key=lambda t: t.i)
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass") or not is_finite(token) or not first.i:
        return
    if children(token, *_SUBJECTS, "mark"):
        return
    before = first.nbor(-1)
    nouns = [a for a in (before, *before.ancestors) if a.dep_ == "dobj" and a.right_edge == before]
    if not nouns or nouns[-1].head == token or not children(nouns[-1].head, "dative"):
        return
    verb = nouns[-1].head
    if reports(verb, lexicon) and all(c == token for c in children(verb, "ccomp")):
        hang(nouns[-1], token, "nsubjpass" if children(token, "auxpass") else "nsubj")
        hang(token, verb, "ccomp")


def reports(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what completes a verb is what somebody says."""
    return verb.pos_ == "VERB" and complement_of(lexicon, verb, "") == lexicon.ontology.iri("lex:said")


def _believed(token: Token, lexicon: Lexicon) -> None:
    """ "was believed to have swum ashore and fled": he is only believed to have fled, too."""
    verb = token.head
    bare = token.tag_ in ("VBD", "VBN") and not children(token, *_SUBJECTS, "aux", "auxpass")
    infinitives = [c for c in children(verb, "xcomp") if verb.i < c.i < token.i and children(c, "aux")]
    if token.dep_ != "conj" or not bare or not infinitives or not children(verb, "auxpass"):
        return
    alleged = lexicon.ontology.iri("by:alleged")
    if any(f.complement == alleged for f in lexicon.frames.get(("verb", lemma(verb)), ())):
        hang(token, infinitives[-1])


def _begun_and_left(token: Token) -> None:
    """ "a bridge, begun in 2012 and abandoned later": a bare participle goes on with the participle before it."""
    if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBN") or token.i < 2 or token.nbor(-1).lower_ != "and":
        return
    if children(token, *_SUBJECTS, "dobj", "ccomp", "aux", "auxpass"):
        return
    before = [t for t in token.head.subtree if t.tag_ == "VBN" and t.dep_ in ("acl", "advcl") and t.i < token.i]
    beside = [t for t in before if t.right_edge.i in (token.i - 1, token.i - 2) and not children(t, *_SUBJECTS, "aux")]
    if beside and beside[-1].i and beside[-1].nbor(-1).text == ",":
        hang(token, beside[-1])
        token.tag_ = "VBN"


def _says_on(token: Token, lexicon: Lexicon) -> None:
    """ "said the fine was small and called for more", "said it was safe, although she criticised it": acts of hers."""
    clause = token.head
    verb = clause.head
    told = clause.dep_ == "ccomp" and reports(verb, lexicon) and verb.i < clause.i and verb.tag_ == "VBD"
    if not told or lemma(token) not in _SPEAKING_ON or token.tag_ not in ("VBD", "VB"):
        return
    concedes = any(m.lower_ in ("although", "though") for m in children(token, "mark")) and token.i > clause.i
    joined = token.dep_ == "conj" and not children(token, *_SUBJECTS)
    if (concedes and token.dep_ == "advcl") or (joined and _cannot_share(token, clause, lexicon)):
        hang(token, verb, "conj" if joined else "advcl")


def _cannot_share(token: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether a verb does not go on with a reported clause: another tense, or a subject that says nothing."""
    did = any(a.lower_ == "did" for a in children(token, "aux"))
    present = clause.tag_ in ("VBP", "VBZ") or any(a.tag_ in ("VBP", "VBZ", "MD") for a in children(clause, "aux"))
    subjects = [s for s in children(clause, "nsubj", "nsubjpass") if s.pos_ == "NOUN"]
    kinds = [kind for s in subjects if (kind := noun_class(s, lexicon))]
    mute = bool(kinds) and not any(lexicon.ontology.is_a(k, lexicon.ontology.iri("by:Voice")) for k in kinds)
    felt = clause.lemma_ == "be" and bool(children(clause, "acomp"))  # "said she was sorry and rejected it"
    return did or (token.tag_ == "VBD" and (present or mute or felt))
