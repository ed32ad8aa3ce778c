"""Pronouns: the referent that fits in gender and number, by syntax and nearness."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from spacy.tokens import Doc, Token

from extractors.phrases import children, governor
from extractors.quotations import Quotation
from extractors.referents import Referent, is_person
from ontology import Lexicon

__all__ = ["antecedent", "first_person", "relative_head"]

_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_SECOND = frozenset("you your yours yourself yourselves".split())
_FEMININE = frozenset("she her hers herself".split())
_MASCULINE = frozenset("he him his himself".split())
_PLURAL = frozenset("they them their theirs themselves themself".split())
_NEUTER = frozenset("it its itself".split())
_REFLEXIVE = frozenset("herself himself itself themselves themself".split())
_POSSESSIVE = frozenset("her his its their".split())
_ROLES = {"nsubj": 24, "nsubjpass": 24, "poss": 14, "dobj": 12, "dative": 11, "appos": 8, "pobj": 8}
_WINDOW = 4


def first_person(token: Token) -> bool:
    """Whether a token is "I", "we" or a form of them."""
    return token.lower_ in _FIRST


def relative_head(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if token.lower_ not in ("who", "whom", "whose", "which", "that") or token.tag_ not in ("WP", "WDT", "WP$", "IN"):
        return None
    verb = token.head if token.dep_ != "pobj" else token.head.head
    for _ in range(3):
        if verb.dep_ == "relcl":
            return None if _is_loose(token, verb.head) else verb.head
        verb = verb.head
    return None


def _is_loose(token: Token, noun: Token) -> bool:
    """ "fears that it would raise prices, which the firm disputes": after a comma it may mean the whole clause."""
    after_comma = token.lower_ == "which" and token.i > 0 and token.nbor(-1).text == ","
    return after_comma and any(a.dep_ in ("ccomp", "acl") and a.i < noun.i for a in noun.ancestors)


def antecedent(
    doc: Doc,
    token: Token,
    referents: Sequence[Referent],
    quotation: Callable[[Token], Quotation | None],
    by_head: Mapping[int, Referent],
    lexicon: Lexicon,
) -> Referent | None:
    """The best referent before a third-person pronoun within a few sentences, or None where none fits."""
    word = token.lower_
    if word not in _FEMININE | _MASCULINE | _PLURAL | _NEUTER or (word in _NEUTER and _is_expletive(token)):
        return None
    inside = quotation(token)
    speaker = by_head.get(inside.speaker) if inside is not None and inside.speaker is not None else None
    best: tuple[float, int, Referent] | None = None
    sentences = {s.start: n for n, s in enumerate(doc.sents)}
    here = sentences[token.sent.start]
    barred = _barred(token, by_head)
    for referent in referents:
        if referent is speaker or referent in barred or not _agrees(word, referent, lexicon):
            continue
        score = _salience(doc, token, referent, here, sentences, lexicon, quotation)
        if score is not None and (best is None or score > best[0]):
            best = (score, len(referent.mentions), referent)
    if best is None:
        return None
    _learn_gender(word, best[2], lexicon)
    return best[2]


def _learn_gender(word: str, referent: Referent, lexicon: Lexicon) -> None:
    if word in _FEMININE | _MASCULINE and not referent.gender:
        referent.gender = lexicon.ontology.iri("by:Feminine" if word in _FEMININE else "by:Masculine")


def _agrees(word: str, referent: Referent, lexicon: Lexicon) -> bool:
    feminine, masculine = lexicon.ontology.iri("by:Feminine"), lexicon.ontology.iri("by:Masculine")
    person = is_person(referent, lexicon)
    if word in _FEMININE:
        return person and not referent.plural and referent.gender in ("", feminine)
    if word in _MASCULINE:
        return person and not referent.plural and referent.gender in ("", masculine)
    if word in _NEUTER:
        return not person and not referent.plural
    return referent.plural or (not person and lexicon.ontology.is_a(referent.type, lexicon.ontology.iri("by:Agent")))


def _salience(
    doc: Doc,
    token: Token,
    referent: Referent,
    here: int,
    sentences: Mapping[int, int],
    lexicon: Lexicon,
    quotation: Callable[[Token], Quotation | None],
) -> float | None:
    best: float | None = None
    animate = bool(referent.type) and lexicon.ontology.is_a(referent.type, lexicon.ontology.iri("by:Agent"))
    for mention in referent.mentions:
        if mention.start >= token.i:
            continue
        head = doc[mention.head]
        distance = here - sentences[head.sent.start]
        inside = quotation(head)
        if inside is not None and inside.cue == token.head.i:
            continue
        if distance > _WINDOW:
            continue
        score = 60.0 - 22 * distance + _ROLES.get(governor(head).dep_, 4)
        score += 8 if token.lower_ in _PLURAL and animate else 0
        score += 6 if mention.kind == "name" else 3 if mention.kind == "pronoun" else 0
        score += _closeness(token, head) if distance == 0 else -_paragraphs(doc, mention.start, token.i)
        best = score if best is None else max(best, score)
    if best is None:
        return None
    return best + min(len(referent.mentions), 5)


def _paragraphs(doc: Doc, start: int, end: int) -> float:
    return 2.0 * sum("\n" in t.text for t in doc[start:end])


def _closeness(token: Token, head: Token) -> float:
    """In one sentence the subject of the clause above the pronoun's own is preferred."""
    verb = token.head
    for _ in range(6):
        if verb.dep_ in ("ccomp", "advcl", "xcomp", "relcl", "acl", "conj", "pcomp"):
            verb = verb.head
            if head.head == verb and head.dep_ in ("nsubj", "nsubjpass"):
                return 8.0
        elif verb.head == verb:
            break
        else:
            verb = verb.head
    return 0.0


def _barred(token: Token, by_head: Mapping[int, Referent]) -> set[Referent]:
    """Referents that a pronoun cannot mean because both are arguments of one verb."""
    if token.lower_ in _REFLEXIVE or token.dep_ == "poss":
        owner = token.head if token.dep_ == "poss" else None
        return {by_head[owner.i]} if owner is not None and owner.i in by_head else set()
    verb = token.head if token.dep_ != "pobj" else token.head.head
    others = [c for c in children(verb, "nsubj", "nsubjpass", "dobj", "dative") if c != token]
    return {by_head[o.i] for o in others if o.i in by_head}


def _is_expletive(token: Token) -> bool:
    """The "it" of "it is thought that", "it comes as", "it rained"."""
    if token.dep_ not in ("nsubj", "nsubjpass", "expl"):
        return False
    verb = token.head
    clauses = children(verb, "ccomp", "xcomp", "advcl", "acomp")
    if token.dep_ == "expl" or verb.lemma_ in ("rain", "snow", "seem", "appear", "come", "emerge"):
        return True
    if token.dep_ == "nsubjpass":
        return bool(clauses)
    return verb.lemma_ == "be" and any(
        c.dep_ in ("ccomp", "xcomp", "advcl") or any(g.dep_ in ("ccomp", "xcomp") for g in c.children) for c in clauses
    )
