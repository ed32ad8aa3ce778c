"""Attachments: modifiers that a small model hangs on the wrong word, where grammar alone tells the right one."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.phrases import children, is_infinitive
from extractors.prepositions import rehang_preposition
from extractors.trees import hang
from ontology import Lexicon

__all__ = ["reattach"]

_WITH_TO = frozenset("witness damage threat objection opposition solution alternative injury successor visitor".split())


def reattach(token: Token, lexicon: Lexicon) -> None:
    """Hang a duration, an apposition, a particle or a clause where it can belong."""
    _stray_duration(token)
    _crossing_apposition(token)
    _far_apposition(token)
    _named_office(token)
    _awarded(token)
    _listed(token)
    _plan_to(token, lexicon)
    _noun_to(token)
    _stray_particle(token)
    _infinitive_mark(token)
    _set_off_participle(token)
    _set_off_object(token)
    _using(token)
    _including(token)
    _graded(token)
    rehang_preposition(token)


def _stray_duration(token: Token) -> None:
    """ "was head at the school, Reading, for 13 years": a duration belongs to the verb, not to a name."""
    if (
        token.dep_ != "prep"
        or token.lower_ not in ("for", "since", "until", "in", "on", "during")
        or token.head.pos_ != "PROPN"
    ):
        return
    objects = children(token, "pobj")
    if not objects or objects[0].ent_type_ != "DATE":
        return
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb.pos_ in ("VERB", "AUX"):
        hang(token, verb)


def _including(token: Token) -> None:
    """ "won five prizes in Bergen, including the Bear": what is included is among the several named before it."""
    if token.lower_ != "including" or token.dep_ != "prep" or token.head.pos_ != "VERB" or not children(token, "pobj"):
        return
    several = [t for t in token.head.subtree if t.i < token.i and t.tag_ == "NNS" and not children(t, "prep")]
    if several and token.nbor(-1).text == ",":
        hang(token, several[-1])


def _far_apposition(token: Token) -> None:
    """ "Danes and Norwegians, a people of sailors": an apposition belongs to the member it stands beside."""
    origin = token.dep_ == "prep" and token.lower_ == "from" and token.head.pos_ == "PROPN"
    set_off = origin and token.nbor(-1).text == ","
    if token.dep_ != "appos" and not set_off and not _is_of_one(token):
        return
    member = token.head
    while nearer := next((c for c in children(member, "conj") if member.i < c.i < token.left_edge.i), None):
        member = nearer
    if member != token.head:
        hang(token, member)


def _crossing_apposition(token: Token) -> None:
    """ "The fair comes before Easter, the feast": no apposition reaches across the verb, back to its subject."""
    noun, start = token.head, token.left_edge.i
    verb = noun.head
    if token.dep_ != "appos" or not noun.i < verb.i < start or verb.pos_ not in ("VERB", "AUX"):
        return
    if noun.dep_ not in ("nsubj", "nsubjpass") or token.doc[start - 1].text not in (",", "-", "–", "—", "--"):
        return
    nearest = token.doc[start - 2]
    if nearest.pos_ in ("NOUN", "PROPN") and nearest != noun:
        hang(token, nearest)


def _is_of_one(token: Token) -> bool:
    """A relative clause about one, or set off by a comma: "the unions and the mayor, who is ill"."""
    start = token.left_edge
    if token.dep_ != "relcl" or start.tag_ not in ("WP", "WDT") or not start.i:
        return False
    verbs = (*children(token, "aux", "auxpass"), token)
    return start.nbor(-1).text in (",", ")") or any(t.tag_ == "VBZ" for t in verbs)


def _is_full_name(token: Token) -> bool:
    """Whether a token is a name of several words and no place."""
    return " " in token.text and token.pos_ == "PROPN" and token.ent_type_ not in ("GPE", "LOC", "FAC")


def _named_office(token: Token) -> None:
    """ "The head of Elm School, Anna Brandt": a person's name beside a body's belongs to the office before it."""
    body = token.head
    if token.dep_ != "appos" or not _is_full_name(token) or body.ent_type_ == "PERSON" or body.dep_ != "pobj":
        return
    office = body.head.head
    if (
        body.pos_ == "PROPN"
        and body.head.lower_ in ("of", "at", "for")
        and office.pos_ in ("NOUN", "PROPN")
        and not office.ent_type_
    ):
        hang(token, office)


def _plan_to(token: Token, lexicon: Lexicon) -> None:
    """ "made an offer last week to buy it": an infinitive belongs to the plan or offer that it tells."""
    verb = token.head
    infinitive = token.dep_ in ("xcomp", "advcl") and is_infinitive(token)
    if not infinitive or verb.pos_ != "VERB" or children(token, "nsubj", "mark"):
        return
    nouns = [o for o in children(verb, "dobj") if verb.i < o.i < token.i]
    planned = (lexicon.ontology.iri("by:committed"), lexicon.ontology.iri("by:attempted"))
    frames = {o.i: lexicon.frames.get(("event", o.lemma_.lower()), ()) for o in nouns}
    tells = [o for o in nouns if any(f.complement in planned for f in frames[o.i])]
    if tells:
        hang(token, tells[-1], "acl")


def _noun_to(token: Token) -> None:
    """ "appealed for witnesses to the crash": "to" belongs to a noun that wants it, right before it."""
    before = token.doc[token.i - 1] if token.i else token
    noun = before.pos_ == "NOUN" and before.dep_ in ("pobj", "dobj") and before.lemma_.lower() in _WITH_TO
    if noun and token.lower_ == "to" and token.dep_ == "prep" and token.head.pos_ == "VERB":
        hang(token, before)


def _stray_particle(token: Token) -> None:
    """ "contacted the minister over housing for people out at sea": no particle stands that far from its verb."""
    if token.dep_ != "prt" or token.i == token.head.i + 1:
        return
    objects = [c for c in children(token.head, "dobj") if token.head.i < c.i < token.i]
    if not objects or token.i - token.head.i > 4:
        token.dep_ = "advmod"


def _awarded(token: Token) -> None:
    """ "a prize which the jury awarded Anna Brandt": the prize is given, and she gets it."""
    gives = token.dep_ == "relcl" and token.lemma_.lower() in (
        "award",
        "give",
        "hand",
        "grant",
        "offer",
        "send",
        "lend",
    )
    relative = [c for c in token.children if c.lower_ in ("which", "that") and c.i < token.i and c.dep_ != "nsubj"]
    named = [o for o in children(token, "dobj") if o.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")]
    if gives and relative and named and children(token, "nsubj"):
        relative[0].dep_, named[0].dep_ = "dobj", "dative"


def _listed(token: Token) -> None:
    """ "the Herald, the Post and the Mail endorsed her": a name beside a name that goes on with "and" is a list."""
    first = token.head
    if token.dep_ != "appos" or token.pos_ != "PROPN" or first.pos_ != "PROPN" or token.i < first.i:
        return
    others = [c for c in children(token, "conj") if c.pos_ == "PROPN"]
    comma = token.doc[token.left_edge.i - 1].text == ","
    if others and children(token, "cc") and comma and bool(children(first, "det")) == bool(children(token, "det")):
        token.dep_ = "conj"


def _infinitive_mark(token: Token) -> None:
    """ "failed to get elected": the mark of the infinitive belongs to the verb, not to its auxiliary."""
    if token.tag_ == "TO" and token.dep_ == "aux" and token.head.dep_ == "auxpass":
        hang(token, token.head.head)


def _set_off_participle(token: Token) -> None:
    """ "the transcript of the debate, published by the paper": what is set off belongs to the whole phrase."""
    noun = token.head
    before = token.doc[token.left_edge.i - 1].text if token.left_edge.i else ""
    if token.dep_ != "acl" or token.tag_ != "VBN" or before not in (",", "-", "–", "—", "--"):
        return
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        hang(token, noun.head.head)


def _set_off_object(token: Token) -> None:
    """ "died from infection, a form of poisoning": behind one comma or dash stands an apposition and no object."""
    verb, start = token.head, token.left_edge.i
    second = token.dep_ == "attr" and any(c.i < token.i for c in children(verb, "attr"))
    noun = token.pos_ in ("NOUN", "PROPN") or token.lower_ == "one"
    if not (token.dep_ == "dobj" or second) or not noun or start - verb.i < 3 or token.i < verb.i:
        return
    commas = [t.i for t in token.doc[verb.i : start] if t.text in (",", "-", "–", "—") and t.whitespace_]
    dashed = token.doc[start - 1].text != ","
    nouns = [t for t in token.doc[verb.i + 1 : start] if t.pos_ in ("NOUN", "PROPN")]
    if (
        commas == [start - 1]
        and nouns
        and nouns[-1].i == start - 2
        and (second or not children(token, "conj") or dashed)
    ):
        hang(token, nouns[-1], "appos")


def _using(token: Token) -> None:
    """ "tweeted using her account", "said, quoting the paper": how somebody says it, and no part of what they say."""
    verb = token.head
    if token.tag_ != "VBG" or children(token, "nsubj", "mark"):
        return
    before = token.doc[token.i - 2] if token.i > 1 and token.nbor(-1).text == "," else token
    account = next(
        (a for a in (before, *before.ancestors) if a.dep_ == "pobj" and a.head.head.lower_ == "according"), None
    )
    if token.dep_ == "advcl" and token.i < verb.i and token.lemma_ in ("quote", "cite") and account is not None:
        hang(token, account, "acl")  # "According to the agency, quoting the paper, it fell"
        return
    if token.dep_ == "xcomp" and token.lemma_ == "use":
        token.dep_ = "advcl"
    cites = token.dep_ == "advcl" and token.lemma_ in ("quote", "cite", "add") and token.nbor(-1).text == ","
    if cites and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and verb.head.i < token.i:
        hang(token, verb.head)


def _graded(token: Token) -> None:
    """ "fell from “good” to “poor”": an adjective that stands for a grade is the object of its preposition."""
    if token.pos_ != "ADJ":
        return
    marks = [c for c in token.children if c.tag_ == "TO" and c.dep_ == "aux"]
    if token.dep_ == "amod" and token.head.lower_ == "from" and token.head.dep_ == "prep":
        token.dep_ = "pobj"
    elif marks and token.dep_ in ("advcl", "xcomp") and token.head.pos_ == "VERB":
        mark, verb = marks[0], token.head
        hang(mark, verb, "prep")
        mark.pos_ = "ADP"
        hang(token, mark, "pobj")
