"""Participles: forms that a small model takes for another, where grammar alone tells which: "'s made", "has sacked"."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.negation import has_negative_front
from extractors.phrases import children, lemma
from extractors.trees import hang, take_place

__all__ = ["reread_participle"]

# Nobody is sought, vowed or managed to do anything: with an infinitive these are the subject's own acts.
_OWN_ACTS = frozenset("seek try attempt vow promise manage fail struggle decide agree refuse begin start".split())


_UNDERGONE = frozenset(
    "become be come happen remain seem arrive die fall rise grow benefit suffer last exist emerge appear vanish "
    "disappear resign live work speak talk agree wait stay struggle succeed fail".split()
)
_MAKING = frozenset(
    "carve build publish write paint print draw record compose design sign date discover bottle brew".split()
)
_MANAGING = frozenset("director editor partner".split())


def reread_participle(token: Token) -> None:
    """Read "'s" as "has", a participle before a noun as its modifier, and one with a subject as a verb."""
    _has_not_is(token)
    _modifier_for_clause(token)
    _offence(token)
    _verb_for_modifier(token)
    _verb_before_object(token)
    _goal_with_clause(token)
    _grade(token)
    _up_to(token)
    _led_to(token)
    _sum(token)
    _made(token)
    _doing(token)
    _helped(token)
    _spending(token)
    _in_a_list(token)
    _inverted(token)
    _managing(token)
    _told_apart(token)
    if token.dep_ == "amod" and token.pos_ == "ADJ" and token.head.lower_ == "as" and token.head.dep_ == "prep":
        token.dep_ = "pobj"  # "described it as avoidable"


def _told_apart(token: Token) -> None:
    """ "did not stop vaccinated people from passing it on": between a verb and a plural, which ones are meant."""
    verb = token.head
    people = [o for o in children(token, "dobj") if o.i == token.i + 1 and o.tag_ == "NNS"]
    between = token.tag_ == "VBN" and token.dep_ in ("xcomp", "ccomp") and token.i == verb.i + 1 and bool(people)
    if (
        not between
        or verb.tag_ not in ("VB", "VBD", "VBZ", "VBP", "VBG")
        or verb.pos_ != "VERB"
        or children(verb, "dobj")
    ):
        return
    hang(people[0], verb, "dobj")
    for child in [c for c in token.children if c != people[0]]:
        hang(child, verb)
    hang(token, people[0], "amod")


def _managing(token: Token) -> None:
    """ "has been managing director": nobody manages the director."""
    office = next((o for o in children(token, "dobj") if o.i == token.i + 1 and o.lower_ in _MANAGING), None)
    being = next((a for a in reversed(children(token, "aux")) if a.lemma_ == "be"), None)
    if token.lower_ != "managing" or office is None or being is None:
        return
    take_place(being, token)
    for child in [c for c in token.children if c not in (office, being)]:
        hang(child, being)
    hang(office, being, "attr")
    hang(token, office, "amod")


def _inverted(token: Token) -> None:
    """ "At no point was any officer instructed": behind a negative place or time the auxiliary comes first."""
    noun, be = token.head, token.head.head
    passive = token.dep_ == "acl" and token.tag_ == "VBN" and noun.dep_ == "nsubj" and be.lemma_ == "be"
    if not passive or not be.i < noun.i < token.i or not has_negative_front(be):
        return
    take_place(token, be)
    for child in [c for c in be.children if c != noun]:
        hang(child, token)
    hang(be, token, "auxpass")
    hang(noun, token, "nsubjpass")


def _has_not_is(token: Token) -> None:
    """ "she's made a mistake", "what he's proposed", "he's sought to win": "'s" is "has" where no passive can be."""
    passive = children(token, "auxpass")
    objects = [c for c in token.children if c.dep_ == "dobj" or (c.dep_ in ("oprd", "attr") and c.tag_ == "WP")]
    tries = token.lemma_.lower() in _OWN_ACTS and bool(children(token, "xcomp"))
    # "it's become", "he's benefited": nobody does these to anybody.
    tries = tries or (token.lemma_.lower() in _UNDERGONE and not children(token, "agent"))
    if token.tag_ != "VBN" or not (objects or tries) or not any(c.lower_ in ("'s", "’s") for c in passive):
        return
    for child in token.children:
        if child in passive:
            child.dep_ = "aux"
        elif child.dep_ == "nsubjpass":
            child.dep_ = "nsubj"
        elif child in objects:
            child.dep_ = "dobj"


def _modifier_for_clause(token: Token) -> None:
    """ "after leaked documents of the firm": a participle right before a bare noun modifies it and heads no clause."""
    marks, nouns = children(token, "mark"), [c for c in children(token, "dobj") if c.i == token.i + 1]
    right_before = len(marks) == 1 and marks[0].i == token.i - 1 and marks[0].lower_ in ("after", "before", "since")
    if token.tag_ != "VBN" or token.dep_ != "advcl" or not right_before or not nouns or nouns[0].pos_ == "PRON":
        return
    mark, noun, verb = marks[0], nouns[0], token.head
    hang(mark, verb, "prep")
    mark.tag_ = "IN"
    hang(noun, mark, "pobj")
    for child in [c for c in token.children if c not in (mark, noun)]:
        hang(child, noun)
    hang(token, noun, "amod")
    token.pos_ = "ADJ"


def _offence(token: Token) -> None:
    """ "pleaded guilty to wounding with intent": a gerund without an object names the offence."""
    owner = token.head.head
    verb = owner.head if owner.dep_ == "acomp" else owner
    plain = token.dep_ == "pcomp" and token.tag_ == "VBG" and not children(token, "dobj", "xcomp", "ccomp", "acomp")
    if plain and verb.lemma_.lower() in ("plead", "convict", "charge"):
        token.dep_, token.tag_, token.pos_ = "pobj", "NN", "NOUN"


def _verb_for_modifier(token: Token) -> None:
    """ "Rovers have sacked manager Anna Brandt": what has a subject and an auxiliary modifies nothing."""
    if token.tag_ not in ("VBN", "VBD") or token.dep_ not in ("amod", "compound"):
        return
    if not children(token, "aux") or not children(token, "nsubj"):
        return
    top = token.head
    while top.dep_ in ("compound", "nmod", "amod") and top.head != top:
        top = top.head
    root = top.head == top
    later = [c for c in top.rights if root and c.dep_ in ("prep", "punct", "advmod", "npadvmod")]
    take_place(token, top)
    hang(top, token, "dobj")
    for child in later:
        hang(child, token)


def _verb_before_object(token: Token) -> None:
    """ "Anna Brandt, the voice of the hero, signed autographs.": what ends the sentence is no second apposition."""
    noun, root = token.head, token.head.head
    last = token.dep_ == "amod" and noun.dep_ == "appos" and root.head == root and root.pos_ == "PROPN"
    if not last or token.tag_ not in ("VBN", "VBD") or noun.left_edge != token or token.nbor(-1).text != ",":
        return
    others = [c for c in children(root, "appos", "relcl", "acl") if c.i < token.i]
    if not others or not any(t.text == "." for t in noun.sent[-2:]) or children(root, "nsubj", "nsubjpass"):
        return
    later = [c for c in root.rights if c.i > noun.i]
    hang(token, token, "ROOT")
    token.pos_ = "VERB"
    hang(root, token, "nsubj")
    hang(noun, token, "dobj")
    for child in later:
        hang(child, token)


def _goal_with_clause(token: Token) -> None:
    """ "headed for the station causing queues": one goes to the place, and not to what it does."""
    preposition, nouns = token.head, children(token, "nsubj")
    going = token.dep_ == "pcomp" and token.tag_ == "VBG" and preposition.lower_ in ("for", "to", "into", "onto")
    if going and len(nouns) == 1 and nouns[0].pos_ in ("NOUN", "PROPN") and nouns[0].left_edge.i == preposition.i + 1:
        hang(nouns[0], preposition, "pobj")
        hang(token, nouns[0], "acl")


def _grade(token: Token) -> None:
    """ "was downgraded to requires improvement": behind "to" a finite form is the name of a grade."""
    to, objects = children(token, "aux"), children(token, "dobj")
    if token.tag_ != "VBZ" or len(to) != 1 or to[0].tag_ != "TO" or len(objects) != 1 or objects[0].i != token.i + 1:
        return
    noun, verb = objects[0], token.head
    hang(to[0], verb, "prep")
    to[0].tag_, to[0].pos_ = "IN", "ADP"
    for child in [c for c in (*token.children, *noun.rights) if c != noun]:
        hang(child, verb)
    hang(noun, to[0], "pobj")
    hang(token, noun, "compound")
    token.tag_, token.pos_ = "NN", "NOUN"


def _up_to(token: Token) -> None:
    """ "was awarded up to £80,000": before an amount "up to" bounds it and belongs to no verb."""
    if token.lower_ != "up" or token.dep_ != "prt" or token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "to":
        return
    to, verb = token.nbor(1), token.head
    amount = next((c for c in children(to, "pobj")), to.head if to.dep_ == "quantmod" else None)
    if amount is None or not (amount.like_num or amount.tag_ in ("CD", "$") or children(amount, "nummod")):
        return
    hang(amount, verb, "dobj")
    hang(to, amount, "quantmod")
    hang(token, amount, "quantmod")


def _led_to(token: Token) -> None:
    """ "led to outreach from the firm": without a person who is led, what follows is a noun."""
    verb, to = token.head, children(token, "aux")
    bare = token.dep_ == "xcomp" and token.tag_ == "VB" and verb.lemma_ == "lead" and len(to) == 1
    if not bare or children(token, "dobj", "xcomp", "ccomp") or any(o.i < token.i for o in children(verb, "dobj")):
        return
    hang(to[0], verb, "prep")
    to[0].tag_, to[0].pos_ = "IN", "ADP"
    for further in [o for o in children(verb, "dobj") if any(c.i < o.i for c in children(token, "cc"))]:
        hang(further, token, "conj")
    hang(token, to[0], "pobj")
    token.tag_, token.pos_ = "NN", "NOUN"


def _sum(token: Token) -> None:
    """ "was fined £1.2m": a sum of money right behind a verb is its object, and says neither when nor how."""
    money = any(c.text in ("£", "$", "€") for c in token.subtree)
    if token.dep_ == "npadvmod" and money and token.left_edge.i == token.head.i + 1 and token.head.pos_ == "VERB":
        token.dep_ = "dobj"


def _made(token: Token) -> None:
    """ "will return the stool, carved in 1870": what is made, printed or found is the object before the comma."""
    verb = token.head
    alone = token.tag_ == "VBN" and token.dep_ in ("advcl", "acl") and not children(token, "nsubj", "mark", "aux")
    if not alone or lemma(token) not in _MAKING or token.i < 2 or token.nbor(-1).text != ",":
        return
    ends = [o for o in children(verb, "dobj") if o.right_edge.i == token.i - 2 and o.pos_ == "NOUN"]
    if ends:
        hang(token, ends[0], "acl")


def _doing(token: Token) -> None:
    """ "with repeated shaking of the glass": behind a preposition and a participle the gerund is a noun."""
    participle, preposition = token.head, token.head.head
    right_behind = participle.i == token.i - 1 and preposition.i == participle.i - 1
    if token.tag_ != "VBG" or token.dep_ != "xcomp" or participle.tag_ != "VBN" or not right_behind:
        return
    if participle.dep_ != "pcomp" or children(token, "dobj", "ccomp"):
        return
    token.pos_, token.tag_ = "NOUN", "NN"
    hang(token, preposition, "pobj")
    for child in [c for c in participle.children if c.i > token.i]:
        hang(child, token)
    hang(participle, token, "amod")
    participle.pos_ = "ADJ"


def _helped(token: Token) -> None:
    """ "believed the movement helped improve it": "help" is a verb of its own, whose subject stands before it."""
    verb = token.head
    if token.dep_ != "aux" or not token.lower_.startswith("help") or token.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    above = verb.head
    dep = verb.dep_
    nouns = [o for o in children(above, "dobj") if above.i < o.i < token.i] if dep == "ccomp" else []
    subjects = children(verb, "nsubj") or nouns
    token.pos_, token.lemma_ = "VERB", "help"
    hang(token, token if above == verb else above, dep)
    hang(verb, token, "xcomp")
    for child in [c for c in (*verb.children, *above.children) if c in subjects]:
        hang(child, token, "nsubj")
        for preposition in [p for p in children(above, "prep") if nouns and child.i < p.i < token.i]:
            hang(preposition, child)


def _spending(token: Token) -> None:
    """ "spent her strength fighting it": what time, money or strength goes into is done by whoever spends it."""
    if token.tag_ != "VBG":
        return
    verb = token.head.head if token.dep_ == "acl" else token.head
    spent = token.head.dep_ == "dobj" or (token.dep_ == "xcomp" and children(verb, "dobj"))
    if spent and verb.lemma_.lower() in ("spend", "waste"):
        hang(token, verb, "advcl")


def _in_a_list(token: Token) -> None:
    """ "storms, poorly maintained boats and lax rules": between a comma and a bare noun a participle modifies that."""
    if token.tag_ != "VBN" or token.dep_ not in ("advcl", "acl", "conj"):
        return
    adverbs = [c for c in children(token, "advmod") if c.i == token.i - 1 and c.lower_.endswith("ly")]
    objects = [o for o in children(token, "dobj") if o.i == token.i + 1 and o.tag_ == "NNS"]
    if not adverbs or not objects:
        return
    noun, before = objects[0], token.doc[adverbs[0].i - 2] if adverbs[0].i > 1 else token
    if adverbs[0].nbor(-1).text != "," or before.pos_ != "NOUN" or not children(noun, "conj"):
        return
    hang(noun, before, "conj")
    hang(token, noun, "amod")
    token.pos_ = "ADJ"
