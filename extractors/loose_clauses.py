"""Loose clauses: concessions, remarks, reasons and results, hung on what they are said of."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.conjunctions import reports
from extractors.phrases import children, is_finite, lemma, verb_above
from extractors.trees import hang, take_place
from ontology import Lexicon

__all__ = ["is_rumour", "rehang_loose"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_DENYING = frozenset("deny dispute reject refute".split())
_RUMOURS = frozenset("believe understand think say report allege rumour rumor claim".split())
_REMARKS = frozenset(
    "comment remark claim charge statement assertion accusation allegation suggestion description figure phrase line "
    "expression formulation gesture move decision step".split()
)

# Adverbs that go with "after" and "before" themselves.
_TIMING = frozenset(
    "shortly immediately directly only nearly exactly precisely possibly presumably particularly especially mainly "
    "mostly largely partly simply merely barely hardly roughly apparently reportedly allegedly".split()
)


def rehang_loose(token: Token, lexicon: Lexicon) -> None:
    """Hang a clause or a remark on the clause that it is about."""
    _conceded(token, lexicon)
    _when_it_did(token)
    _participle_of_the_last(token)
    _backshifted(token, lexicon)
    _but_urges(token, lexicon)
    _rumoured(token)
    _before_semicolon(token)
    _reason(token)
    _remark(token, lexicon)
    _beside_a_date(token)
    _before_the_mark(token)
    _subject_of_mark(token)
    _whoever(token)
    _since_then(token)
    _second_participle(token)


def _second_participle(token: Token) -> None:
    """ "directed by Anna Brandt and starring Jonas Weiss": "and" joins what is said, and not the names."""
    name, joiner = token.head, token.nbor(-1) if token.i else token
    another = token.tag_ == "VBG" and token.dep_ == "amod" and name.pos_ == "PROPN" and name.dep_ == "conj"
    if another and joiner.dep_ == "cc" and joiner.head.tag_ == "VBN" and name.i > token.i:
        hang(token, joiner.head, "conj")
        hang(name, token, "dobj")


def _since_then(token: Token) -> None:
    """ "reopened the crossing, closed since May": what has been so since then is what stands right before it."""
    noun = token.doc[token.i - 2] if token.i > 1 else token
    since = [c for c in children(token, "prep") if c.i == token.i + 1 and c.lower_ == "since"]
    alone = (
        token.tag_ in ("VBN", "VBD")
        and token.dep_ in ("advcl", "conj")
        and token.nbor(-1 if token.i else 0).text == ","
    )
    if not since or not alone or children(token, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj"):
        return
    if noun.pos_ in ("NOUN", "PROPN") and token.head.is_ancestor(noun) and noun.dep_ in ("dobj", "pobj"):
        token.tag_ = "VBN"
        hang(token, noun, "acl")


def _conceded(token: Token, lexicon: Lexicon) -> None:
    """ "said he was sure, although he conceded that", "denied it, although papers say so": no part of what is said."""
    said, verb = token.head, token.head.head
    marked = any(m.lower_ in ("although", "though", "but") for m in children(token, "mark"))
    if token.dep_ != "advcl" or not marked or said.dep_ != "ccomp" or token.i < said.i:
        return
    denied = lemma(verb) in _DENYING and token.doc[token.left_edge.i - 1].text == ","
    if denied or (reports(token, lexicon) and reports(verb, lexicon) and children(token, "ccomp")):
        hang(token, verb)


def _participle_of_the_last(token: Token) -> None:
    """ "They parted in May and she sought an order, alleging": what the last of several clauses goes along with."""
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.doc[token.left_edge.i - 1].text != ",":
        return
    later = [c for c in children(token.head, "conj") if token.head.i < c.i < token.i and children(c, *_SUBJECTS)]
    if later and later[-1].pos_ in ("VERB", "AUX"):
        hang(token, later[-1])


def _backshifted(token: Token, lexicon: Lexicon) -> None:
    """ "said he was in Pune and would cooperate": what is looked ahead to from the past is said, too."""
    verb = token.head
    would = any(a.lower_ in ("would", "had") for a in children(token, "aux"))
    content = [c for c in children(verb, "ccomp") if verb.i < c.i < token.i and children(c, *_SUBJECTS)]
    own = any(a.lower_ in ("would", "had") for a in children(verb, "aux"))
    if token.dep_ != "conj" or not would or own or not content or not reports(verb, lexicon):
        return
    if not children(token, *_SUBJECTS):
        for joint in (c for c in children(verb, "cc") if content[-1].i < c.i < token.i):
            hang(joint, content[-1])
        hang(token, content[-1])


def is_rumour(clause: Token) -> bool:
    """ "it is believed": an aside that says of a sentence that nobody named vouches for it."""
    it = [s for s in children(clause, "nsubjpass") if s.lower_ == "it"]
    alone = lemma(clause) in _RUMOURS and not children(clause, "ccomp", "xcomp") and bool(children(clause, "auxpass"))
    before = clause.doc[it[0].i - 1].text if it and it[0].i else ""
    return alone and before in (",", "-", "–", "—")


def _rumoured(token: Token) -> None:
    """ "Her nephews, it is believed, have ideas": the aside is no part of the nephews."""
    if token.dep_ in ("acl", "relcl", "ccomp", "appos") and is_rumour(token):
        verb = verb_above(token)
        if verb is not None:
            hang(token, verb, "parataxis")


def _but_urges(token: Token, lexicon: Lexicon) -> None:
    """ "said she did not blame him but urged walkers to": what she urged she did not say that she did."""
    said = token.head
    if token.dep_ != "conj" or said.dep_ != "ccomp" or (token.pos_, token.tag_) != ("VERB", "VBD"):
        return
    but = any(c.lower_ == "but" and said.i < c.i < token.i for c in children(said, "cc"))
    speaks = any(f.complement for f in lexicon.frames.get(("verb", lemma(token)), ()) if f.property)
    if but and speaks and reports(said.head, lexicon) and not children(token, *_SUBJECTS, "aux"):
        hang(token, said.head)


def _before_semicolon(token: Token) -> None:
    """ "She cooks for them; the officer has told her": a semicolon ends what nobody has said."""
    for clause in children(token, "ccomp"):
        between = token.doc[clause.i : token.i] if clause.i < token.i else ()
        if any(t.text == ";" for t in between) and not any(t.text in '"“”' for t in between):
            take_place(clause, token)
            hang(token, clause, "conj")


def _reason(token: Token) -> None:
    """ "It is the worst one, since it shakes the dust": a reason tells no noun apart."""
    reasons = any(m.lower_ in ("since", "because", "although", "whereas") for m in children(token, "mark"))
    if token.dep_ == "relcl" and reasons and not any(c.tag_ in ("WDT", "WP", "WP$") for c in token.children):
        verb = verb_above(token)
        if verb is not None:
            hang(token, verb, "advcl")


def _remark(token: Token, lexicon: Lexicon) -> None:
    """ "accused her of fraud in her party, a charge that she denies": a remark is about all that is said before it."""
    one = any(c.lower_ in ("a", "an") for c in children(token, "det")) and bool(children(token, "relcl"))
    if lemma(token) not in _REMARKS or not one or token.doc[token.left_edge.i - 1].text != ",":
        return
    above = [a for a in token.ancestors if a.pos_ in ("VERB", "AUX")]
    said = next((a.head for a in above if a.dep_ == "ccomp" and reports(a.head, lexicon)), None)
    if token.dep_ == "appos" and above and said is None:
        hang(token, above[0], "npadvmod")
    elif said is not None and said.i < token.i:
        hang(token, said, "npadvmod")


def _beside_a_date(token: Token) -> None:
    """ "had gone there on 7 February complaining of a headache": no date complains."""
    if token.dep_ == "acl" and token.tag_ == "VBG" and token.head.ent_type_ in ("DATE", "TIME"):
        verb = verb_above(token)
        if verb is not None:
            hang(token, verb, "advcl")


def _when_it_did(token: Token) -> None:
    """ "the worst since 2011, when a ferry sank, killing 200": what follows the clause with "when" is its outcome."""
    verb = token.head
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.i <= verb.i or token.nbor(-1).text != ",":
        return
    clauses = (t for t in token.doc[verb.i : token.i] if t.dep_ in ("relcl", "advcl") and t.right_edge.i == token.i - 2)
    then = next((c for c in clauses if any(m.lower_ == "when" for m in children(c, "advmod"))), None)
    if then is not None:
        hang(token, then)


def _before_the_mark(token: Token) -> None:
    """ "rebuilt it entirely after the first had gone": how it was rebuilt; but "shortly after" is when."""
    clause = token.head
    mark = token.nbor(1) if token.i + 1 < len(token.doc) else token
    how = token.dep_ == "advmod" and token.lower_.endswith("ly") and token.lower_ not in _TIMING
    if how and mark.dep_ == "mark" and mark.head == clause and clause.dep_ == "advcl" and clause.head.i < token.i:
        hang(token, clause.head)


def _subject_of_mark(token: Token) -> None:
    """ "Parents fined after treatment leads to a death": the noun between "after" and a finite verb is its subject."""
    mark = token.head
    verb = mark.head
    inside = token.dep_ == "pobj" and mark.dep_ == "mark" and mark.i < token.i < verb.i
    if inside and is_finite(verb) and not children(verb, *_SUBJECTS):
        hang(token, verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


def _whoever(token: Token) -> None:
    """ "believes whoever was responsible had experience": the whole clause is the subject of the next."""
    verb, clause = token.head.head, token.head
    if token.lower_ not in ("whoever", "whatever") or token.dep_ != "nsubj" or clause.dep_ != "ccomp":
        return
    later = [c for c in children(verb, "ccomp") if c.i > clause.i and is_finite(c) and not children(c, *_SUBJECTS)]
    if later and verb.i < token.i:
        hang(clause, later[0], "csubj")
