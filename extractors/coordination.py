"""Coordination: members that a small model joins to the wrong word, where grammar alone tells the right one."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.frames import matching_frames
from extractors.phrases import children, conjuncts, is_infinitive, lemma
from extractors.trees import hang, take_place
from ontology import Lexicon

__all__ = ["recoordinate"]

_SPEAKING = frozenset("say urge accuse ask tell call warn add promise vow demand describe criticise criticize".split())
_BARE_PASTS = frozenset("bet bid burst cast cost cut hit hurt lay let put quit set shed shut split spread".split())


def recoordinate(token: Token, lexicon: Lexicon) -> None:
    """Join a participle, a predicate, a verb or what a second clause leaves out to what it is coordinated with."""
    _coordinated_participle(token)
    _coordinated_predicate(token)
    _finite_conjunct(token)
    _infinitive_conjunct(token)
    _gapped(token)
    _or_more(token)
    _peoples(token)
    _said_too(token)
    _that_too(token)
    _said_in_between(token)
    _had_too(token)
    _second_subject(token)
    _titled(token)
    _numbers(token)
    _object_before_and(token, lexicon)


def _coordinated_participle(token: Token) -> None:
    """ "teachers and teaching unions": the second member is the noun, the participle modifies it."""
    nouns = [c for c in children(token, "dobj") if c.i == token.i + 1]
    first = _coordinated_with(token)
    if first is None or not nouns:
        return
    noun, verb = nouns[0], first
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    for child in list(token.children):
        if child != noun:
            hang(child, verb if child.dep_ in ("xcomp", "advcl", "prep", "punct") else noun)
    hang(noun, first, "conj")
    hang(token, noun, "amod")


def _coordinated_with(token: Token) -> Token | None:
    """The noun before "and" that a participle is coordinated with, be it hung on the noun or on a finite verb."""
    if token.tag_ != "VBG" or token.dep_ not in ("conj", "xcomp"):
        return None
    if token.head.pos_ in ("NOUN", "PROPN"):
        return token.head
    before = token.doc[token.i - 2] if token.i >= 2 else token
    joined = token.i >= 2 and token.nbor(-1).dep_ == "cc" and before.pos_ in ("NOUN", "PROPN")
    return before if joined and token.head.tag_ in ("VBD", "VBN", "VBZ", "VBP") else None


def _coordinated_predicate(token: Token) -> None:
    """ "was a nurse, and a lecturer at the college": the second noun is coordinated with the first."""
    verb = token.head
    if token.dep_ != "conj" or token.pos_ != "NOUN" or verb.pos_ != "AUX" or children(token, "nsubj", "cop", "aux"):
        return
    predicates = [c for c in children(verb, "attr") if c.pos_ in ("NOUN", "PROPN") and c.i < token.i]
    if predicates:
        hang(token, predicates[-1])


def _finite_conjunct(token: Token) -> None:
    """ "was asked to resign but refused": a tense or participle goes with one of its kind."""
    head = token.head
    if token.dep_ == "conj" and token.tag_ == "VBD" and (nearer := _finite_between(token)) is not None:
        hang(token, nearer)
        return
    passive = token.tag_ == "VBN" and head.dep_ == "xcomp" and children(head.head, "auxpass")
    tensed = token.tag_ in ("VBD", "VBZ", "VBP") or (passive and not children(token, "aux", "auxpass"))
    modal = (
        token.dep_ == "conj"
        and token.tag_ == "VBD"
        and any(a.tag_ == "MD" or head.tag_ == "VBG" for a in children(head, "aux"))
    )
    modal = modal and not children(token, "nsubj", "nsubjpass", "aux", "auxpass")  # "said he would stay and suggested"
    if (modal or _is_no_passive(token)) and (above := _past_above(head)) is not None:
        hang(token, above)
        return
    if token.dep_ != "conj" or not tensed or head.tag_ != "VB" or children(token, "nsubj"):
        return
    while head.tag_ == "VB" and head.dep_ in ("xcomp", "advcl", "conj") and head.head != head:
        head = head.head
    if head.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        hang(token, head)


def _is_no_passive(token: Token) -> bool:
    """ "denied that it had been overloaded and blamed the port": a verb with an object shares no passive auxiliary."""
    alone = token.dep_ == "conj" and token.tag_ in ("VBD", "VBN") and not children(token, "nsubj", "aux", "auxpass")
    upon = lemma(token) == "call" and any(p.lower_ in ("on", "upon") for p in children(token, "prep"))
    acts = upon or any(o.i > token.i for o in children(token, "dobj"))
    return alone and bool(children(token.head, "auxpass")) and acts


def _past_above(verb: Token) -> Token | None:
    """The past tense whose clause a verb heads."""
    above = verb.head
    return above if verb.dep_ in ("ccomp", "relcl") and above.tag_ == "VBD" and above.pos_ == "VERB" else None


def _finite_between(token: Token) -> Token | None:
    """ "had gone when police found her and told her": a past goes with the past clause between, not with "had gone"."""
    verb = token.head
    if verb.tag_ != "VBN" or not any(a.lower_ == "had" for a in children(verb, "aux")) or children(token, "nsubj"):
        return None
    between = [t for t in verb.subtree if verb.i < t.i < token.i and t.tag_ == "VBD" and t.dep_ in ("advcl", "relcl")]
    return between[-1] if between and children(between[-1], "nsubj") else None


def _infinitive_conjunct(token: Token) -> None:
    """ "were required to recognise, pick up and sort balls": a bare verb goes with the infinitive before it."""
    head = token.head
    joined = any(t.dep_ == "cc" and t.i > head.i for t in token.doc[max(token.i - 4, 0) : token.i])
    listed = token.dep_ == "conj" or (token.dep_ == "dep" and token.i > 0 and (joined or token.nbor(-1).text == ","))
    # "needs to tell the truth and lay out a plan": beside a present tense a form that may be bare is no past.
    bare = token.tag_ in ("VB", "VBP") or (head.tag_ in ("VBZ", "VBP") and token.lower_ in _BARE_PASTS)
    if not listed or not bare or children(token, "nsubj", "aux", "auxpass", "mark"):
        return
    if token.dep_ == "dep" and token.tag_ == head.tag_ == "VB":
        token.dep_ = "conj"
        return
    finite = head.tag_ in ("VBD", "VBN", "VBZ") or (head.tag_ == "VBP" and token.tag_ != "VBP")
    before = [c for c in children(head, "xcomp", "advcl") if head.i < c.i < token.i and c.tag_ == "VB"]
    if finite and before and is_infinitive(before[-1]):
        hang(token, before[-1], "conj")
        token.tag_ = "VB"


def _gapped(token: Token) -> None:
    """ "Silver went to Poland and bronze to Oman": a second clause that leaves its verb out."""
    preposition = token.head
    if token.dep_ != "conj" or preposition.dep_ != "pobj" or token.right_edge.i + 2 >= len(token.doc):
        return
    first, second = preposition.head, token.right_edge.nbor(1)
    if first.dep_ != "prep" or second.lower_ != first.lower_ or second.dep_ != "prep" or second.head != first.head:
        return
    if first.head.pos_ in ("VERB", "AUX") and children(first.head, "nsubj", "nsubjpass"):
        token.dep_ = second.dep_ = "dep"


def _or_more(token: Token) -> None:
    """ "one or more of its members": both are of what follows."""
    number = token.head
    if token.lower_ not in ("more", "all", "both") or token.dep_ != "conj" or number.tag_ not in ("CD", "DT"):
        return
    for child in children(token, "prep"):
        hang(child, number)


def _peoples(token: Token) -> None:
    """ "Polish, Ukrainian and Lithuanian Americans": adjectives before one noun, and none of them a people alone."""
    members = conjuncts(token)
    last = members[-1]
    if token.dep_ == "conj" or len(members) < 2 or any(m.ent_type_ != "NORP" for m in members):
        return
    several = last.lower_.endswith("s") and " " in last.text
    bare = [m for m in members[:-1] if not m.lower_.endswith("s") and " " not in m.text]
    if not several or len(bare) < len(members) - 1 or children(token, "det") or members[-2].i < last.i - 2:
        return
    take_place(last, token)
    for member in bare:
        hang(member, last, "amod")


def _that_too(token: Token) -> None:
    """ "told them that it had closed, but that nobody had left": what "that" opens again is told, too."""
    again = token.dep_ == "conj" and any(m.lower_ == "that" for m in children(token, "mark"))
    told = [c for c in children(token.head, "ccomp") if c.i < token.i] if again else []
    if told:
        hang(token, told[-1])


def _said_too(token: Token) -> None:
    """ "said they had had no rise and accused the firm": whoever speaks twice is the one who is named for it."""
    clause, speaker = token.head, token.head.head
    told = token.dep_ == "conj" and clause.dep_ == "ccomp" and token.tag_ == "VBD" and token.lemma_.lower() in _SPEAKING
    if not told or speaker.tag_ != "VBD" or children(token, "nsubj", "nsubjpass", "aux", "auxpass", "mark"):
        return
    named = any(s.pos_ == "PROPN" for s in children(speaker, "nsubj"))
    before = any(a.lower_ == "had" for a in children(clause, "aux"))
    thing = any(s.pos_ == "NOUN" and clause.lemma_ == "be" for s in children(clause, "nsubj"))
    # "denied that any decision had been taken and said": no decision says anything.
    taken = token.lemma_.lower() == "say" and bool(children(clause, "nsubjpass"))
    if taken or (named and (before or thing)):
        hang(token, speaker)


def _numbers(token: Token) -> None:
    """ "near posts 542 and 543": a bare number behind a number is coordinated with that."""
    first = token.doc[token.i - 2] if token.i > 1 else token
    listed = token.dep_ == "conj" and token.tag_ == first.tag_ == "CD" and token.nbor(-1).dep_ == "cc"
    if listed and token.head != first and not list(token.children) and first not in token.ancestors:
        hang(token, first)


def _titled(token: Token) -> None:
    """ "councillors Anna Brandt and Jonas Weiss": the names are the members, and the office stands before them."""
    office = token.nbor(-1) if token.i else token
    beside = token.dep_ == "appos" and token.head == office
    adrift = token.dep_ == "npadvmod" and token.head == office.head and office.dep_ in ("dobj", "pobj")
    several = any(c.pos_ == "PROPN" for c in children(token, "conj"))
    if (beside or adrift) and several and office.tag_ == "NNS" and token.ent_type_ == "PERSON":
        take_place(token, office)
        hang(office, token, "compound")


def _second_subject(token: Token) -> None:
    """ "founded the charity and his wife runs the shop": whom nothing joins to the verb behind it is its subject."""
    finite = token.tag_ in ("VBD", "VBZ", "VBP") or any(a.lower_ in ("was", "is") for a in children(token, "auxpass"))
    noun = _joined_before(token) if finite else None
    if noun is None:
        return
    verb = noun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head not in (verb, token):
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX") or children(token, "nsubj", "nsubjpass", "expl", "csubj"):
        return
    if not verb.i < noun.head.i or (token.dep_ != "ROOT" and token.head not in (verb, *verb.ancestors)):
        return
    for joiner in [c for c in children(noun.head, "cc") if c.i < noun.i]:
        hang(joiner, verb)
    hang(noun, token, "nsubjpass" if children(token, "auxpass") else "nsubj")
    if token.dep_ == "ROOT":
        _make_second(token, verb)
    token.dep_ = "conj"


def _make_second(token: Token, verb: Token) -> None:
    """Let a verb that heads the sentence be coordinated with one in the clause that hangs on it."""
    first = verb
    while first.head != token:
        first = first.head
    hang(first, first, "ROOT")
    hang(token, verb)


def _joined_before(verb: Token) -> Token | None:
    """The second of two nouns joined by "and" that ends right before a verb and what helps it."""
    first = min([verb, *children(verb, "aux", "auxpass", "neg")], key=lambda t: t.i)
    nouns = (t for t in verb.sent if t.dep_ == "conj" and t.i < first.i and t.right_edge.i + 1 == first.i)
    joined = (t for t in nouns if t.pos_ in ("NOUN", "PROPN") and t.head.pos_ in ("NOUN", "PROPN"))
    return next((t for t in joined if t.left_edge.nbor(-1).dep_ == "cc"), None)


def _object_before_and(token: Token, lexicon: Lexicon) -> None:
    """ "fans damaged seats and stewards removed them": what takes no clause has its object before the "and"."""
    verb = token.head
    subjects = children(token, "nsubj")
    if token.dep_ != "ccomp" or verb.tag_ not in ("VBD", "VBZ", "VBP") or len(subjects) != 1 or verb.i > token.i:
        return
    noun, second = subjects[0], next(iter(children(subjects[0], "conj")), None)
    if second is None or second.i > token.i or noun.left_edge.i != verb.i + 1 or children(verb, "dobj", "prt"):
        return
    if children(second, "conj") or children(token, "mark") or any(f.complement for f in matching_frames(lexicon, verb)):
        return
    for joiner in children(noun, "cc"):
        hang(joiner, verb)
    hang(noun, verb, "dobj")
    hang(second, token, "nsubj")
    token.dep_ = "conj"


def _said_in_between(token: Token) -> None:
    """ "thanked voters, said they were tired and left": the first is no more said than the last."""
    earlier = [c for c in children(token, "ccomp") if c.i < token.i and c.tag_ == token.tag_ and children(c, "nsubj")]
    content = [c for c in children(token, "ccomp") if c.i > token.i]
    alone = token.tag_ in ("VBD", "VBZ") and not children(token, "nsubj", "nsubjpass", "expl", "aux", "auxpass")
    if not earlier or not content or not alone or token.nbor(-1).text != ",":
        return
    first = earlier[-1]
    take_place(first, token)
    hang(token, first, "conj")
    for last in children(content[0], "conj"):
        joined = any(c.lower_ == "and" and c.i < last.i for c in children(content[0], "cc"))
        if joined and last.tag_ == token.tag_ and not children(last, "nsubj", "nsubjpass", "aux", "auxpass"):
            hang(last, first)


def _had_too(token: Token) -> None:
    """ "said that she had been asked, had agreed": without a subject the second is what the same one did."""
    had = token.tag_ == "VBN" and any(a.lower_ == "had" for a in children(token, "aux"))
    if token.dep_ != "ccomp" or not had or children(token, "nsubj", "nsubjpass", "mark", "expl"):
        return
    before = [c for c in children(token.head, "ccomp") if token.head.i < c.i < token.i]
    if before and any(a.lower_ == "had" for a in children(before[-1], "aux")):
        hang(token, before[-1], "conj")
