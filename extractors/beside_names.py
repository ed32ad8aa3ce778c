"""Names beside names: which of two that stand together an office, a place or a verb belongs to."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.noun_classes import noun_class
from extractors.phrases import children
from extractors.trees import hang, take_place
from ontology import Lexicon

__all__ = ["rejoin_names"]
_OFFICES = ("of", "at", "for", "to")
# Nouns for people who do a trade, and for firms in it.
_FIRMS = frozenset(
    "miner retailer lender carrier maker producer insurer brewer builder developer operator grocer broadcaster giant "
    "publisher refiner supplier manufacturer automaker carmaker drugmaker chipmaker steelmaker airline utility".split()
)


def rejoin_names(token: Token, lexicon: Lexicon) -> None:
    """Give a person the verb, an office its place, a hospital its town, and letters no life of their own."""
    _office_of_place(token)
    _across_verb(token)
    _behind_name(token)
    _junior(token)
    _seat(token)
    _two_titles(token)
    _title_in_list(token)
    _one_of_several(token)
    _titled(token, lexicon)
    _between_commas(token)
    _one_among(token)
    _two_fields(token, lexicon)
    _handed(token)
    _dated(token)
    _bare_noun(token)
    _champions(token)


def _office_of_place(token: Token) -> None:
    """ "President of Norway Anna Brandt spoke": the office is of the place, and the person does what the verb says."""
    preposition = token.head
    office, places = preposition.head, [c for c in children(token, "compound") if c.i == token.i - 1]
    if token.ent_type_ != "PERSON" or preposition.dep_ != "prep" or preposition.lower_ not in _OFFICES or not places:
        return
    between = token.doc[preposition.i + 1 : places[0].i]
    if office.pos_ not in ("NOUN", "PROPN") or places[0].ent_type_ == "PERSON" or any(t.dep_ != "det" for t in between):
        return
    take_place(token, office)
    hang(office, token, "nmod")
    hang(places[0], preposition, "pobj")
    for child in between:
        hang(child, places[0])


def _across_verb(token: Token) -> None:
    """ "The fall comes before the Hajj, the pilgrimage to Mecca": an apposition of the noun beside, not the subject."""
    noun, start = token.head, next((t.i for t in token.subtree if not t.is_punct), token.i)
    before = token.doc[start - 2] if start > 1 else token
    across = token.dep_ == "appos" and noun.dep_ in ("nsubj", "nsubjpass") and noun.i < noun.head.i < token.i
    beside = token.doc[start - 1].text == "," and before.dep_ == "pobj" and before.pos_ == "PROPN"
    if across and beside and noun.head.is_ancestor(before):
        hang(token, before)


def _behind_name(token: Token) -> None:
    """ "with the board of the Bergen Post Brandt said": of two names before a verb without a subject one is that."""
    before = token.nbor(-1) if token.i else token
    other = [c for c in children(before, "compound") if c.i == before.i - 1 and c.pos_ == "PROPN" and c.ent_type_]
    if token.tag_ not in ("VBD", "VBZ", "VBP") or before.dep_ != "pobj" or before.pos_ != "PROPN" or not other:
        return
    if token in before.subtree or children(token, "nsubj", "nsubjpass", "expl", "csubj"):
        return
    for child in [c for c in before.children if c != other[0]]:
        hang(child, other[0])
    hang(other[0], before.head, "pobj")
    hang(before, token, "nsubj")


def _junior(token: Token) -> None:
    """ "Joseph Brandt, Jr., is a fellow": the letters behind a name are nobody of their own."""
    names = [c for c in children(token, "nmod", "compound") if c.pos_ == "PROPN" and token.i - 3 < c.i < token.i]
    if token.lower_ not in ("jr.", "jr", "sr.", "sr") or not names:
        return
    name = names[-1]
    take_place(name, token)
    for child in [c for c in token.children if c != name]:
        hang(child, name)
    hang(token, name, "nmod")


def _seat(token: Token) -> None:
    """ "was flown to the Elm Hospital in Bergen": a town right behind a name says where that is."""
    objects, before = children(token, "pobj"), token.nbor(-1) if token.i else token
    place = token.dep_ == "prep" and token.lower_ in ("in", "near") and objects and objects[0].ent_type_ == "GPE"
    if before.text == ")" and before.i > 2 and before.nbor(-2).text == "(":
        before = before.nbor(-3)  # "the Institute of Harbours (IH) in Bergen"
    named = before.ent_type_ in ("ORG", "FAC") and before.dep_ == "pobj" and before.head.head == token.head
    of = token.head.ent_type_ == "PERSON" and before.head.lower_ == "of"
    if place and named and (of or before.head.lower_ in ("to", "at", "from", "onto", "into")):
        hang(token, before)


def _two_titles(token: Token) -> None:
    """ "American academic and professor Anna Brandt commented": without an article both nouns are what she is."""
    first, before = token.head, token.nbor(-1) if token.i else token
    listed = token.dep_ == "conj" and token.ent_type_ == "PERSON" and first.tag_ == "NN" and before.tag_ == "NN"
    if not listed or before.dep_ != "conj" or before.head != first or children(first, "det", "poss", "nummod"):
        return
    take_place(token, first)
    hang(first, token, "nmod")
    hang(before, token, "compound")


def _title_in_list(token: Token) -> None:
    """ "the actor Anna Brandt and fund manager Jonas Weiss": the second name is the member, not what he is."""
    before = token.nbor(-1) if token.i else token
    listed = token.ent_type_ == "PERSON" and before.tag_ == "NN" and before.dep_ == "conj" and token.head != before.head
    first = before.head
    loose = token.head == before or token.dep_ in ("appos", "npadvmod", "dobj", "nsubj")
    if listed and loose and first.ent_type_ == "PERSON" and not children(before, "det", "poss"):
        take_place(token, before)
        hang(before, token, "compound")


def _one_of_several(token: Token) -> None:
    """ "Supporters of Karl Roth, the captain, left": one is not what several are."""
    several, before = token.head, token.doc[token.left_edge.i - 2] if token.left_edge.i > 1 else token
    listed = children(several, "conj") or children(token, "conj", "cc")
    if token.dep_ != "appos" or token.tag_ != "NN" or several.tag_ not in ("NNS", "NNPS") or listed:
        return
    behind = before.ent_type_ == "PERSON" and before.dep_ == "pobj" and several.is_ancestor(before)
    if behind and token.doc[token.left_edge.i - 1].text == ",":
        hang(token, before)


def _titled(token: Token, lexicon: Lexicon) -> None:
    """ "Former director of obstetrics Dr Anna Brandt": what stands before a title is no part of the name."""
    before = [c for c in children(token, "compound", "nmod", "amod") if c.i < token.i]
    if token.pos_ != "PROPN" or token.dep_ != "pobj" or len(before) < 2 or token.head.head.pos_ != "NOUN":
        return
    field, title = before[-2:]
    if (
        title.text not in lexicon.words("title")
        or not field.is_lower
        or (field.i, title.i) != (token.i - 2, token.i - 1)
    ):
        return
    preposition = token.head
    hang(token, preposition.head, "appos")
    hang(field, preposition, "pobj")
    for child in before[:-2]:
        hang(child, field)
    field.pos_ = "NOUN"


def _between_commas(token: Token) -> None:
    """ "a threat by its sponsor, the hire group Northline, to leave": a name between commas is no time of the verb."""
    start, end = token.left_edge.i, token.right_edge.i
    if token.pos_ != "PROPN" or token.dep_ != "npadvmod" or start < 2 or end + 1 >= len(token.doc):
        return
    noun = token.doc[start - 2]
    closed = token.doc[start - 1].text == "," and token.doc[end + 1].text == ","
    if closed and noun.pos_ == "NOUN" and noun.dep_ in ("pobj", "dobj") and children(noun, "poss", "det"):
        hang(token, noun, "appos")
    if closed and token.head.pos_ == "NOUN" and token.head.dep_ == "nsubj" and token.head.i < token.i:
        token.dep_ = "appos"


def _one_among(token: Token) -> None:
    """ "A fourth, Anna Brandt, said": it is she who says so."""
    before = [s for s in children(token.head, "nsubj") if s.right_edge.i == token.left_edge.i - 2]
    if token.pos_ != "PROPN" or token.dep_ != "nsubj" or not before or token.doc[token.left_edge.i - 1].text != ",":
        return
    one = before[0]
    if one.ent_type_ == "ORDINAL" or one.lower_ in ("another", "one", "other"):
        hang(one, token, "nmod")


def _two_fields(token: Token, lexicon: Lexicon) -> None:
    """ "The state's ports and fisheries minister, Anna Brandt": one minister, and no ports beside her."""
    field = token.head
    person = noun_class(token, lexicon) == lexicon.ontology.iri("schema:Person")
    if token.dep_ != "conj" or not person or token.tag_ != "NN" or field.pos_ != "NOUN" or field.i > token.i:
        return
    joined = any(c.lower_ == "and" and field.i < c.i for c in children(field, "cc"))
    before = [c for c in children(token, "compound", "amod") if c.i == token.i - 1]
    agent = noun_class(field, lexicon)
    acts = bool(agent) and lexicon.ontology.is_a(agent, lexicon.ontology.iri("by:Agent"))
    names = [c for o in (token, field) for c in children(o, "appos") if c.pos_ == "PROPN"]
    if joined and before and names and not acts and not children(token, "det", "poss"):
        take_place(token, field)
        for child in (*children(field, "det", "poss"), *names):
            hang(child, token)
        hang(field, token, "nmod")


def _handed(token: Token) -> None:
    """ "paid the captain Anna Brandt a sum": what follows a name with an article and no comma is what she was given."""
    name, start = token.head, token.left_edge
    given = token.dep_ == "appos" and token.pos_ == "NOUN" and start.lower_ in ("a", "an") and start.i == name.i + 1
    verb = name.head
    if not given or name.pos_ != "PROPN" or verb.pos_ != "VERB" or name.dep_ not in ("dobj", "npadvmod"):
        return
    whom = name
    if name.dep_ == "npadvmod":
        nouns = [o for o in children(verb, "dobj") if o.i == name.i - 1]
        if not nouns:
            return
        whom = nouns[0]
        hang(name, whom, "appos")
    hang(token, verb, "dobj")
    whom.dep_ = "dative"


def _dated(token: Token) -> None:
    """ "a letter to the board dated 9 September": letters have dates, boards have none."""
    addressee, preposition = token.head, token.head.head
    written = token.dep_ == "acl" and token.lower_ in ("dated", "headed", "entitled", "titled")
    sent = addressee.dep_ == "pobj" and preposition.lower_ in ("to", "from") and preposition.head.pos_ == "NOUN"
    if written and sent:
        hang(token, preposition.head)


def _bare_noun(token: Token) -> None:
    """ "British retailer Holm Group said": a noun without an article in front of a firm only describes it."""
    noun = token.head
    beside = token.dep_ == "appos" and token.pos_ == "PROPN" and token.i == noun.i + 1 and noun.tag_ == "NN"
    if beside and noun.lemma_ in _FIRMS and not children(noun, "det", "poss", "nummod"):
        take_place(token, noun)
        hang(noun, token, "compound")


def _champions(token: Token) -> None:
    """ "beat champions Norway": the noun right before a team's name, in the plural, says what the team is."""
    name = token.nbor(1) if token.i + 1 < len(token.doc) else token
    beside = name.head == token and name.dep_ == "appos"
    beside = beside or (name.dep_ in ("npadvmod", "dobj") and name.head in (token.head, token.head.head))
    if token.tag_ != "NNS" or token.dep_ not in ("dobj", "pobj", "conj", "nsubj") or children(token, "det", "poss"):
        return
    if name.pos_ != "PROPN" or name.ent_type_ not in ("GPE", "ORG", "NORP", "LOC") or not beside:
        return
    others = [c for c in token.children if c.i > name.i]
    dep, head = token.dep_, token.head
    if name.head == token:
        name.head = head
    hang(name, head, dep)
    hang(token, name, "compound")
    for child in others:
        hang(child, name)
