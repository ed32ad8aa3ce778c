"""Introductions: what the words beside a name say of its bearer, so that "the minister" can mean her later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from extractors.descriptions import owner_of
from extractors.frames import role_frames
from extractors.kin import tie_of
from extractors.likely_gender import EITHER_OFFICE
from extractors.mentions import AGENTIVE, EITHER, strip_determiner
from extractors.noun_classes import body_class, noun_class
from extractors.phrases import children, governor, lemma, noun_phrase
from extractors.referents import Referent, is_person
from extractors.voices import represented
from ontology import Lexicon

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["apposed", "learn_from_predicate", "learn_titles"]

_RANKS = frozenset(
    "prime chief vice deputy assistant attorney solicitor lieutenant major under associate junior".split()
)


def learn_titles(discourse: Discourse) -> None:
    """Give people the titles and nouns before their names: "Mayor Anna Brandt" is the mayor."""
    for referent in discourse.referents:
        for mention in referent.mentions if is_person(referent, discourse.lexicon) else ():
            title = mention.title.lower()
            if title and not _is_past(discourse, discourse.doc[max(0, mention.start - len(title.split()))]):
                referent.roles |= {title, *_last(title), *_in_full(mention.title.split()[0], discourse.lexicon)}
            for noun in children(discourse.doc[mention.head], "compound"):
                if noun.i == mention.start - 1 and noun.pos_ == "NOUN" and _is_office(discourse, noun):
                    referent.roles |= _role_phrases(discourse, noun)


def _last(role: str) -> list[str]:
    """What a role is called in short: a housing minister is the minister, a chief minister is not."""
    first, *rest = role.split()
    return [] if first in _RANKS and rest else [role.split()[-1]]


def _in_full(title: str, lexicon: Lexicon) -> set[str]:
    """The title that a short one begins: "Det Insp Anna Brandt" is the detective, "Prof Brandt" the professor."""
    titles = lexicon.words("title")
    if title not in titles or len(title) < 3:
        return set()  # "Head Coach Anna Brandt" is no headteacher
    known = (t.lower() for t in titles if t.isalpha() and len(t) > len(title) + 2)
    return {t for t in known if t.startswith(title.lower())}


def _is_office(discourse: Discourse, noun: Token) -> bool:
    """Whether a noun before a name is one for people."""
    return noun_class(noun, discourse.lexicon) == discourse.lexicon.ontology.iri("schema:Person")


def _is_past(discourse: Discourse, title: Token) -> bool:
    """Whether a title is one of the past: "former US President Anna Brandt" is not whom "the president" means."""
    before = discourse.doc[max(title.sent.start, title.i - 2) : title.i + 1]
    return any(t.text == "-" or t.lower_ in discourse.lexicon.words("phaseWord") for t in before)


def _role_phrases(discourse: Discourse, noun: Token) -> set[str]:
    """The noun alone and with what stands before it, "minister" and "foreign minister"; of a past office the latter."""
    phrase = strip_determiner(noun_phrase(noun)).lower()
    past = any(c.lower_ in discourse.lexicon.words("phaseWord") for c in noun.lefts)
    short = _last(f"{phrase.split()[-2]} {noun.lemma_.lower()}" if " " in phrase else noun.lemma_.lower())
    return {phrase} if past else {*short, phrase}


def apposed(discourse: Discourse, token: Token) -> Referent | None:
    """The name that a description stands beside: "Anna Brandt's sister, Clara Holm", "Clara Holm, her sister"."""
    beside = children(token, "appos")
    if token.dep_ == "appos" and token.head.pos_ == "PROPN":
        beside = [token.head, *beside]
    elif token.dep_ == "appos" and any(c.lower_ in ("a", "an") for c in children(token, "det")):
        return discourse.referent(token.head)
    beside += [o for c in children(token, "acl") if c.lower_ in ("named", "called") for o in children(c, "oprd")]
    # "Its head, former finance minister Anna Brandt": the name of what stands beside it.
    beside += [a for b in beside if b.pos_ == "NOUN" for a in children(b, "appos") if a.pos_ == "PROPN"]
    for other in beside:
        set_off = token.doc[other.left_edge.i - 1].text == ","
        if set_off and children(token, "nummod") and children(other, "conj"):
            continue  # "two schools, Elm Academy and St Ann's": neither is two
        referent = discourse.referent(other)
        if referent is not None and referent.named and _may_be(discourse, token, referent):
            _learn(discourse, token, referent)
            return referent
    return None


def learn_from_predicate(discourse: Discourse, token: Token) -> None:
    """ "Anna Brandt is the head of Elm School": what she is, and whom she speaks for."""
    for subject in children(governor(token).head, "nsubj"):
        referent = discourse.referent(subject)
        if referent is not None and is_person(referent, discourse.lexicon):
            _learn(discourse, token, referent)


def _may_be(discourse: Discourse, token: Token, referent: Referent) -> bool:
    """An apposition holds where the noun's class and the name's do not exclude one another."""
    kind = body_class(token, discourse.lexicon)
    office = not kind or role_frames(discourse.lexicon, token)
    known = is_person(referent, discourse.lexicon)
    if office and known and (_is_tight(token, referent) or _is_set_off(token, referent)):
        return True
    is_a = discourse.lexicon.ontology.is_a
    firm = bool(kind) and is_a(kind, discourse.lexicon.ontology.iri("schema:Corporation"))
    if firm and lemma(token).endswith(AGENTIVE) and is_person(referent, discourse.lexicon):
        return True  # a developer or a supplier may be a firm or a person
    body = is_a(referent.type, discourse.lexicon.ontology.iri("schema:Organization"))
    if lemma(token) in EITHER and token.tag_ == "NN" and body:
        return True
    return bool(kind) and (not referent.type or is_a(kind, referent.type) or is_a(referent.type, kind))


def _is_set_off(token: Token, referent: Referent) -> bool:
    """ "The object of her admiration, Jonas Weiss, has": a name between commas is who a subject is."""
    doc, article = token.doc, any(c.lower_ in ("the", "a", "an") for c in children(token, "det"))
    between = any(
        m.start > token.i
        and doc[m.start - 1 - len(m.title.split())].text == ","
        and "," in (t.text for t in _ending(doc[m.head]))
        for m in referent.mentions
        if m.start < token.head.i
    )
    one_of = token.lower_ == "one" and any(c.lower_ == "of" for c in children(token, "prep"))
    return ((article and token.tag_ in ("NN", "JJ")) or one_of) and token.dep_ in ("nsubj", "nsubjpass") and between


def _ending(token: Token) -> Span:
    """The last word of a phrase and the one behind it."""
    last = token.right_edge.i
    return token.doc[last : last + 2]


def _is_tight(token: Token, referent: Referent) -> bool:
    """ "Chair of governors Anna Brandt said": an office right before the name, whatever it is called."""
    return token.dep_ == "nsubj" and any(
        m.start == token.right_edge.i and token.doc[m.start - 1].is_alpha for m in referent.mentions
    )


def _learn(discourse: Discourse, token: Token, referent: Referent) -> None:
    words = discourse.lexicon.words("genderNoun")
    told = words.get(token.lemma_.lower(), "")
    if told in ("", referent.likely_gender) or not referent.likely_gender or lemma(token) not in EITHER_OFFICE:
        referent.gender = referent.gender or told
    referent.roles |= _role_phrases(discourse, token)
    referent.speaks_for = referent.speaks_for or represented(discourse, token)
    tie, owner = tie_of(token, discourse.lexicon), owner_of(token, discourse.by_head)
    if tie and owner is not None and owner is not referent:
        referent.ties.append((tie, owner))
