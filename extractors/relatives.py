"""Relative clauses: the noun that "who", "which" and "that" stand for, and clauses taken for relative ones."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.noun_classes import noun_class
from extractors.phrases import children, governor, lemma
from extractors.quotations import is_speech_verb
from extractors.trees import hang
from ontology import Lexicon

__all__ = ["clause_meant", "rehang_relative", "relative_head"]

_TIMES = frozenset("morning afternoon evening night hour day week weekend month year".split())
_HEADS = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "ROOT")
_WHENCE = frozenset("reason time day way moment year fact".split())
_EFFECTS = frozenset("affect cause lead prompt mean anger delay spark trigger raise result allow help make".split())
_BLAMING = frozenset("blame thank praise credit criticise criticize".split())
_TOLD = frozenset("tell inform assure remind warn notify".split())


def relative_head(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if token.lower_ == "that" and governor(token).head.dep_ in ("relcl", "xcomp") and _is_of_reason(token):
        return None
    if token.lower_ not in ("who", "whom", "whose", "which", "that") or token.tag_ not in ("WP", "WDT", "WP$", "IN"):
        return None
    verb = token.head if token.dep_ != "pobj" else token.head.head
    for _ in range(3):
        if verb.dep_ == "relcl":
            if token.lower_ == "which" and verb.head.ent_type_ == "PERSON":
                return None  # "the voice of Harry in the film, in which": nobody is a "which"
            return None if _is_loose(token, verb.head) else verb.head
        verb = verb.head
    return None


def _is_of_reason(token: Token) -> bool:
    """ "the reasons that he refuses to answer": "that" stands for none of what he does."""
    above = next((a for a in token.ancestors if a.pos_ == "NOUN"), None)
    return above is not None and lemma(above) in _WHENCE


def _is_loose(token: Token, noun: Token) -> bool:
    """ "fears that it would raise prices, which the firm disputes": after a comma it may mean the whole clause."""
    inside = any(a.dep_ in ("ccomp", "acl") and a.i < noun.i for a in noun.ancestors)
    return clause_meant(token) is not None or (_is_added(token) and inside)


def _is_added(which: Token) -> bool:
    return which.lower_ == "which" and which.i > 0 and which.nbor(-1).text == ","


def clause_meant(token: Token) -> Token | None:
    """The verb of "Norland cracked down on smuggling, which has affected prices": what has, is the crackdown."""
    noun = token.head.head
    if not _is_added(token) or token.head.dep_ != "relcl" or lemma(token.head) not in _EFFECTS:
        return None
    bare = noun.pos_ == "NOUN" and noun.dep_ == "pobj" and not children(noun, "det", "poss")
    return next((a for a in noun.ancestors if a.pos_ == "VERB"), None) if bare else None


def rehang_relative(token: Token, lexicon: Lexicon) -> None:
    """Hang a relative clause, or what was taken for one, on the word that it belongs to."""
    _disagreeing_relative(token)
    _who_is_nobody(token, lexicon)
    _which_is_somebody(token, lexicon)
    _who_is_named(token)
    _whose_place(token)
    _nearer_noun(token)
    _told_in_time(token)
    _told_somebody(token)
    _lost_object(token)
    _told_by_noun(token, lexicon)
    _named_behind(token, lexicon)
    _under_which(token)


def _told_by_noun(token: Token, lexicon: Lexicon) -> None:
    """ "fired under the pretext that they had come": right behind a noun that tells something "that" begins what."""
    mark = next((c for c in children(token, "mark") if c.lower_ == "that" and c.i), None)
    noun = mark.nbor(-1) if mark is not None else token
    if (
        noun.pos_ != "NOUN"
        or noun == token.head
        or noun in token.subtree
        or token.dep_ not in ("ccomp", "acl", "advcl")
    ):
        return
    tells = any(f.complement for f in lexicon.frames.get(("event", noun.lemma_.lower()), ()))
    if tells and not is_speech_verb(token.head, lexicon):
        hang(token, noun, "acl")


def _disagreeing_relative(token: Token) -> None:
    """ "migrants at sea who are in need": a relative clause belongs to a noun that agrees with its verb."""
    noun = token.head
    if token.dep_ != "relcl" or noun.pos_ != "NOUN" or token.left_edge.tag_ not in ("WP", "WDT"):
        return
    subjects = [c for c in children(token, "nsubj", "nsubjpass") if c == token.left_edge]
    finite = next((t for t in (*children(token, "aux", "auxpass"), token) if t.tag_ in ("VBP", "VBZ")), None)
    if not subjects or finite is None or children(noun, "conj"):
        return
    wanted = "NNS" if finite.tag_ == "VBP" else "NN"
    if noun.tag_ == wanted or noun.tag_ not in ("NN", "NNS"):
        return
    before = noun.left_edge.i - 1
    while before >= token.sent.start and (token.doc[before].pos_ == "ADP" or token.doc[before].tag_ in ("NN", "NNS")):
        if token.doc[before].tag_ == wanted:
            hang(token, token.doc[before])
            return
        before -= 1
        before -= token.doc[before].lower_ in ("now", "still", "already")


def _who_is_nobody(token: Token, lexicon: Lexicon) -> None:
    """ "people all over the country who think so", "an analyst at the bank, who said": no place or firm is a who."""
    noun = token.head
    if token.dep_ != "relcl" or token.left_edge.lower_ != "who":
        return
    plural = token.tag_ == "VBP" or any(a.tag_ == "VBP" for a in children(token, "aux", "auxpass"))
    body = noun.ent_type_ in ("ORG", "GPE", "FAC", "LOC") and not plural  # "beat the manager of Rovers, who have won"
    seat = noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON" and noun.dep_ in ("pobj", "appos")
    # "the MP for Elm, who", "the skipper of the boat Elda, who", whatever the name looks like
    called = noun.dep_ == "appos" and noun.head.pos_ == "NOUN" and noun.i == noun.head.i + 1
    seat = seat or (called and bool(noun_class(noun.head, lexicon)) and not _is_person(noun.head, lexicon))
    body = body or (seat and any(_is_somebody(n, lexicon) for n in _chain(noun)[:3] if n.i < noun.i))
    kind = noun_class(noun, lexicon)
    known = bool(kind) or (noun.dep_ == "pobj" and noun.head.head.dep_ == "amod")  # "familiar with the route who"
    thing = noun.pos_ == "NOUN" and known and not lexicon.ontology.is_a(kind, lexicon.ontology.iri("by:Agent"))
    if not (body or thing or _is_place(noun, lexicon)):
        return
    above = list(noun.ancestors)
    verb = next((a for a in above if a.pos_ in ("VERB", "AUX")), noun)
    nouns = [*above[: above.index(verb)], *children(verb, "dobj")] if verb in above and not body else _chain(noun)
    somebody = [n for n in nouns if n.i < noun.i and _is_somebody(n, lexicon)]
    one = [n for n in somebody if n.ent_type_ == "PERSON" or _is_person(n, lexicon)] if not plural else []
    if somebody:
        hang(token, (one or somebody)[0])


def _chain(noun: Token) -> list[Token]:
    """The nouns above a noun, nearest first, along prepositions and appositions: the bank, an analyst, Anna."""
    found: list[Token] = []
    while noun.head != noun and noun.dep_ in ("pobj", "appos", "compound", "nmod", "poss", "prep", "conj", "amod"):
        noun = noun.head
        found += [noun] if noun.pos_ in ("NOUN", "PROPN") else []
    return found


def _which_is_somebody(token: Token, lexicon: Lexicon) -> None:
    """ "the family, heirs of the founder, which owns it", "a week in Wales which we liked": no person, no bare name."""
    noun, first = token.head, token.left_edge
    if token.dep_ != "relcl" or first.lower_ not in ("which", "that") or first.tag_ != "WDT":
        return
    person = first.lower_ == "which" and noun.pos_ == "NOUN" and _is_person(noun, lexicon)
    bare = noun.ent_type_ in ("GPE", "LOC", "PERSON") and first.i == noun.i + 1 and noun.pos_ == "PROPN"
    if person or bare:
        before = reversed(token.doc[token.sent.start : noun.i])
        nouns = _chain(noun) if bare else [n for n in before if n.pos_ in ("NOUN", "PROPN") and n.dep_ in _HEADS]
        nouns = [n for n in nouns if n.i < noun.i and (n.pos_ == "NOUN" if bare else not _is_person(n, lexicon))]
        meant = next(iter(nouns), None)
        if meant is not None:
            hang(token, meant)


def _who_is_named(token: Token) -> None:
    """ "Anna Brandt, a teacher and grandmother of five, who died": it is she who did."""
    noun = token.head
    who = any(s.lower_ == "who" for s in children(token, "nsubj", "nsubjpass"))
    party = noun.dep_ == "appos" and noun.pos_ == "PROPN" and bool(children(noun, "det"))
    if token.dep_ == "relcl" and who and party and noun.head.pos_ == "PROPN":
        hang(token, noun.head)  # "Jonas Weiss, a Republican who was elected"
    if token.dep_ != "relcl" or not who or noun.dep_ != "conj" or token.doc[token.left_edge.i - 1].text != ",":
        return
    first = noun.head
    if first.dep_ == "appos" and first.head.pos_ == "PROPN" and first.tag_ == noun.tag_ == "NN":
        hang(token, first.head)


def _whose_place(token: Token) -> None:
    """ "a press in Leeds, whose founder left": it is the press that has one."""
    noun, first = token.head, token.left_edge
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun
    if token.dep_ == "relcl" and first.lower_ == "whose" and noun.ent_type_ in ("GPE", "LOC") and above.pos_ == "NOUN":
        hang(token, above)


def _nearer_noun(token: Token) -> None:
    """ "the door of the café she had chosen": without a pronoun of its own a relative clause is the nearest noun's."""
    noun, first = token.head, token.left_edge
    subject = first.dep_ in ("nsubj", "nsubjpass") and first.tag_ == "PRP" and first.head == token
    if token.dep_ == "relcl" and subject and first.i:
        near = first.nbor(-1)
        if near.pos_ == "NOUN" and near != noun and near.dep_ == "pobj" and noun.is_ancestor(near):
            hang(token, near)


def _is_place(noun: Token, lexicon: Lexicon) -> bool:
    return noun.pos_ == "NOUN" and lexicon.ontology.is_a(
        noun_class(noun, lexicon), lexicon.ontology.iri("schema:Place")
    )


def _is_person(noun: Token, lexicon: Lexicon) -> bool:
    return lexicon.ontology.is_a(noun_class(noun, lexicon), lexicon.ontology.iri("schema:Person"))


def _is_somebody(noun: Token, lexicon: Lexicon) -> bool:
    people = (lexicon.ontology.iri("schema:Person"), lexicon.ontology.iri("by:Group"))
    return noun.ent_type_ == "PERSON" or lexicon.ontology.is_a(noun_class(noun, lexicon), *people)


def _told_in_time(token: Token) -> None:
    """ "tweeted in the morning that Anna was ill": a clause with "that" and a subject hangs on no time."""
    noun, preposition = token.head, token.head.head
    time = noun.ent_type_ in ("DATE", "TIME") or noun.lemma_.lower() in _TIMES
    that = [c for c in token.children if c.lower_ == "that" and c.i == token.left_edge.i]
    if (
        token.dep_ != "relcl"
        or not time
        or noun.dep_ != "pobj"
        or not that
        or not children(token, "nsubj", "nsubjpass")
    ):
        return
    if preposition.head.pos_ == "VERB" and not children(preposition.head, "ccomp"):
        hang(token, preposition.head, "ccomp")
        that[0].dep_, that[0].tag_ = "mark", "IN"


def _told_somebody(token: Token) -> None:
    """ "told the inquest he saw the van": a clause that lacks nothing is what somebody was told."""
    noun, verb = token.head, token.head.head
    told = token.dep_ == "relcl" and noun.dep_ in ("dobj", "dative") and verb.lemma_.lower() in _TOLD
    if not told or any(t.tag_ in ("WP", "WDT", "WP$", "WRB") for t in token.subtree if t.i < token.i):
        return
    complete = children(token, "nsubj", "nsubjpass") and children(
        token, "dobj", "acomp", "attr", "ccomp", "xcomp", "prep"
    )
    if complete and not children(verb, "ccomp") and token.left_edge.i == noun.i + 1:
        hang(token, verb, "ccomp")


def _lost_object(token: Token) -> None:
    """ "grants that they would not have to repay": a relative pronoun before a subject is what the last verb lacks."""
    verb = token.head
    lost = token.dep_ == "mark" and token.tag_ == "WDT" and verb.dep_ in ("relcl", "acl") and children(verb, "nsubj")
    blamed = token.dep_ == "mark" and token.lower_ == "that" and verb.dep_ == "relcl" and lemma(verb) in _BLAMING
    if blamed and children(verb, "prep") and not children(verb, "dobj", "ccomp"):
        token.tag_ = "WDT"  # "the mood that critics blame for it"
        hang(token, verb, "dobj")
    if not lost or lemma(verb.head) in _WHENCE:
        return
    while inner := next((c for c in children(verb, "xcomp") if c.i > verb.i), None):
        verb = inner
    token.head.dep_ = "relcl"
    if verb.pos_ == "VERB" and not children(verb, "dobj", "ccomp", "prep", "acomp", "attr"):
        hang(token, verb, "dobj")


def _named_behind(token: Token, lexicon: Lexicon) -> None:
    """ "The firm that makes the vaccine, Holm Bio, sued": a body's name behind a clause is that of the firm."""
    noun = token.head
    clause = noun.head if noun.dep_ in ("dobj", "pobj") else noun
    clause = clause.head if clause.dep_ == "prep" else clause
    if token.dep_ != "appos" or token.pos_ != "PROPN" or clause.dep_ != "relcl" or not token.ent_type_:
        return
    is_a, body = lexicon.ontology.is_a, lexicon.ontology.iri("by:Agent")
    kinds = [noun_class(n, lexicon) for n in (noun, clause.head)]
    if token.ent_type_ in ("ORG", "PERSON") and kinds[1] and is_a(kinds[1], body) and not is_a(kinds[0], body):
        hang(token, clause.head)


def _under_which(token: Token) -> None:
    """ "the agreement between Norway and Iceland, under which ships pay": they pay under the agreement."""
    noun, first = token.head, token.left_edge
    which = first.i + 1 < len(first.doc) and first.nbor(1).lower_ == "which"
    if token.dep_ != "relcl" or first.lower_ not in ("under", "through") or not which or noun.pos_ != "PROPN":
        return
    nouns = [n for n in _chain(noun) if n.pos_ == "NOUN" and n.i < noun.i]
    if nouns:
        hang(token, nouns[0])
