"""Arguments: who and what stand in the slots of a proposition, and what further qualifies it."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.drafts import Filler, filler, open_relation, text_literal
from extractors.mentions import strip_determiner
from extractors.negation import is_excluded
from extractors.phrases import children, is_infinitive, lemma, noun_phrase, subtree_span, words
from extractors.referents import Referent
from extractors.relatives import clause_meant
from ontology import Relation

__all__ = ["Pair", "fillers_of", "fronted", "is_bare_number", "qualifiers_of", "referents_of", "whole_list"]

# Longer ones are sentences of their own.
_LONGEST = 120
_SEVERAL = 2
# "on the grounds that", "on condition that": nothing without the clause.
_GROUNDS = ("ground", "basis", "condition", "understanding", "assumption", "case")
_DESTINATIONS = frozenset("home abroad overseas ashore".split())
_PARTICLES = frozenset("down out up off over in back away".split())
_DASHES = frozenset(("-", "–", "—"))

_WHERE = ("at", "in", "near", "on")
_OFTEN = frozenset("only often rarely seldom sometimes twice always".split())
# Adverbs of the sentence, of time or of nothing much.
_OF_THE_SENTENCE = frozenset(
    "recently currently previously formerly finally eventually initially really simply actually merely apparently "
    "clearly obviously certainly surely frankly sadly fortunately unfortunately early daily weekly monthly yearly "
    "shortly immediately suddenly family reply supply apply anomaly accordingly consequently subsequently additionally "
    "particularly especially namely nearly hardly barely scarcely exactly roughly approximately".split()
)

Pair = tuple[Token, Filler]


def referents_of(discourse: Discourse, tokens: tuple[int, ...]) -> list[tuple[Token, Referent]]:
    """The tokens that stand for somebody or something, as who they stand for."""
    found = []
    for i in tokens:
        referent = discourse.by_head.get(i) or _clause(discourse, discourse.doc[i])
        if referent is not None and discourse.doc[i].left_edge.lower_ != "how":
            found.append((discourse.doc[i], referent))
    return found


def _clause(discourse: Discourse, which: Token) -> Referent | None:
    """The event of the clause that a relative pronoun stands for as a whole."""
    verb = clause_meant(which)
    if verb is None:
        return None
    told = words(which.doc[verb.left_edge.i : which.i]).strip(" ,")
    event = discourse.tell(told) if told and len(told) < _LONGEST else None
    particle = verb.nbor(1)
    if event is not None and particle.lower_ in _PARTICLES and particle.head == verb:
        # "cracked down on smuggling": a crackdown on smuggling
        event.wordings.add(f"{lemma(verb)}{words(which.doc[particle.i : which.i])}".strip(" ,"))
    return event


def fillers_of(discourse: Discourse, tokens: tuple[int, ...]) -> list[Pair]:
    """What the tokens contribute to a claim; times and unresolved pronouns left out."""
    found = (
        (discourse.doc[i], filler(discourse, discourse.doc[i]))
        for i in tokens
        if not discourse.is_time(discourse.doc[i])
        and not is_bare_number(discourse.doc[i])
        and discourse.doc[i].lower_ != "such"
        and discourse.doc[i].left_edge.tag_ != "WRB"  # "how much it had spent"
        and not _is_contrasted(discourse.doc[i])
        and not (discourse.doc[i].dep_ == "conj" and discourse.is_time(discourse.doc[i].head))  # "in 2021 and 2022"
    )
    return _counted_together(discourse, [(t, f) for t, f in found if f is not None])


def _counted_together(discourse: Discourse, pairs: list[Pair]) -> list[Pair]:
    """ "62 individuals, companies and unions": the number counts all of them, and there are not so many of each."""
    if len(pairs) < _SEVERAL or not children(pairs[0][0], "nummod") or pairs[0][0].tag_ != "NNS":
        return pairs
    if any(t.dep_ != "conj" or t.tag_ != "NNS" or list(t.lefts) for t, _ in pairs[1:]):
        return pairs
    return [whole_list(discourse, pairs)]


def whole_list(discourse: Discourse, pairs: list[Pair]) -> Pair:
    """The members of a coordination as the words that stand for all of them."""
    first, last = pairs[0][0], pairs[-1][0]
    return first, text_literal(discourse, words(discourse.doc[first.left_edge.i : last.right_edge.i + 1]))


def _is_contrasted(noun: Token) -> bool:
    """ "objected to the payment, not to the loan"."""
    first = noun.head if noun.dep_ == "pobj" else noun
    return is_excluded(noun) and first.i > 1 and first.nbor(-2).text == ","


def _as_worded(discourse: Discourse, token: Token, found: Filler) -> Filler:
    """A circumstance in its own words where only a description says which: "after the match" names no match."""
    if not isinstance(found, Referent) or found.named or token.pos_ != "NOUN":
        return found
    own = strip_determiner(noun_phrase(token, of=("of",)))
    return found if own == found.name or children(token, "poss") else text_literal(discourse, own)


def is_bare_number(token: Token) -> bool:
    """ "posts 542 and 543", "won 2 – 0": a number coordinated with a noun is none of its own, nor is half a score."""
    while token.dep_ == "conj" and token.tag_ == token.head.tag_ == "CD":
        token = token.head
    if token.tag_ == "CD" and token.dep_ == "conj":
        return True
    if token.tag_ == "CD" and token.i and token.nbor(-1).tag_ in ("NNS", "NNPS"):
        return True  # "posts 542"
    if token.lower_ == "one" and not list(token.children):
        return True  # "they might get one"
    near = token.doc[max(token.i - 2, 0) : token.i + 3]
    scores = (near[i : i + 3] for i in range(len(near) - 2))
    return token.like_num and any(s[0].like_num and s[1].text in _DASHES and s[2].like_num for s in scores)


def _is_of_another(discourse: Discourse, token: Token, used: tuple[int, ...]) -> bool:
    """ "bought a farm in Norland and a shop": what stands before a further object is said of the first."""
    last = discourse.doc[used[-1]]
    return last.dep_ == "conj" and last.head.i < token.i < last.left_edge.i and token.head.dep_ == "prep"


def _requests(discourse: Discourse, p: Proposition) -> list[tuple[Relation, Filler]]:
    """ "urged residents to stay at home": what those who are spoken to are to do."""
    clauses = [discourse.doc[i] for i in p.get("complement")]
    called = any(p.get(slot) for slot in ("on", "upon", "to"))  # "called on the firm to pay"
    spoken_to = children(discourse.doc[p.trigger], "dobj") or called or (p.passive and p.get("subject"))
    asked = [c for c in clauses if is_infinitive(c) and c.tag_ == "VB" and spoken_to]
    # "“…,” she told the paper, “to show that …”": words of hers, and nothing that the paper is to do.
    asked = [c for c in asked if discourse.quotation(c) is discourse.quotation(p.trigger)]
    texts = [(c, words(c.doc[c.i : c.right_edge.i + 1])) for c in asked]
    return [
        (open_relation("not to" if children(c, "neg") else "to"), text_literal(discourse, text))
        for c, text in texts
        if len(text) < _LONGEST
    ]


def _durations(discourse: Discourse, p: Proposition, slot: str) -> list[tuple[Relation, Filler]]:
    """ "was in the water within eight minutes": how long it took is no date, and is told all the same."""
    doc = discourse.doc
    spans = [
        noun_phrase(doc[i]) for i in p.get(slot) if discourse.is_time(doc[i]) and children(doc[i], "nummod", "quantmod")
    ]
    served = lemma(doc[p.trigger]) in ("sentence", "condemn", "jail")  # "sentenced her to nine years"
    lasting = [
        s
        for s in spans
        if slot in ("for", "within", "in", "over", *(("to",) if served else ()))
        and not any(t.text.isdigit() and len(t) == 4 for t in s)
    ]
    return [(open_relation(slot), text_literal(discourse, words(s))) for s in lasting]


def _is_example(token: Token) -> bool:
    """ "gods such as Zeus"."""
    first = token
    while first.dep_ == "conj":
        first = first.head
    before = token.doc[first.head.i - 1] if first.dep_ == "pobj" and first.head.i else token
    return before.lower_ == "such"


def _tells_how(discourse: Discourse, adverb: Token) -> bool:
    """Whether an adverb says how or how often something is done: "normally", "secretly"."""
    word, lexicon = adverb.lower_, discourse.lexicon
    known = word in lexicon.words("adverb") or word in lexicon.words("phaseWord") or word in _OF_THE_SENTENCE
    return word in _OFTEN or (word.endswith("ly") and len(word) > 5 and not known)


def _so_far(verb: Token) -> list[str]:
    """ "had never before won", "previously worked there": what was not so until then, or was, may be otherwise now."""
    negations = [c for c in verb.children if c.lower_ in ("never", "not", "n't", "n’t")]
    adverbs = [a for t in (verb, *negations) for a in children(t, "advmod", "npadvmod")]
    told = {"previously", "formerly", "originally", *(("before", "then", "yet") if negations else ())}
    return [a.lower_ for a in adverbs if a.lower_ in told]


def _destinations(p: Proposition, verb: Token) -> list[str]:
    """ "sent the workers home": where to, as far as the wording does not say it."""
    behind = (c for c in children(verb, "advmod") if c.i > verb.i and not list(c.children))
    return [c.lower_ for c in behind if c.lower_ in _DESTINATIONS and c.lower_ not in p.wording.split()]


def fronted(discourse: Discourse, p: Proposition) -> tuple[tuple[Relation, Filler], ...]:
    """ "In the eastern ward, Anna Brandt was elected": where it was, before anybody is named."""
    places = discourse.lexicon.ontology.iri("schema:Place")
    found = [(slot, t, f) for slot in _WHERE if slot in p.slots for t, f in fillers_of(discourse, p.get(slot))]
    return tuple(
        (open_relation(slot), f)
        for slot, t, f in found
        if t.i < p.trigger and isinstance(f, Referent) and discourse.lexicon.ontology.is_a(f.type, places)
    )


def qualifiers_of(discourse: Discourse, p: Proposition, used: tuple[int, ...]) -> tuple[tuple[Relation, Filler], ...]:
    """All further participants and circumstances of the clause that are no times."""
    found = []
    for slot in sorted(p.slots):
        if slot in ("subject", "complement", "attribute"):
            continue
        if not set(p.get(slot)) & set(used):
            pairs = [(t, f) for t, f in fillers_of(discourse, p.get(slot)) if not _is_of_another(discourse, t, used)]
            pairs = [(t, f) for t, f in pairs if not is_excluded(t) and t.lemma_ not in _GROUNDS]
            pairs = [] if slot == "as" and any(_is_example(t) for t, _ in pairs) else pairs
            found += [(open_relation(slot), _as_worded(discourse, t, f)) for t, f in pairs]
        found += _durations(discourse, p, slot)
    found += _requests(discourse, p)
    for adverb in children(discourse.doc[p.trigger], "advmod"):
        if children(adverb, "npadvmod"):
            found.append((open_relation(adverb.lower_), text_literal(discourse, words(subtree_span(adverb)))))
        elif _tells_how(discourse, adverb):
            found.append((open_relation("how"), text_literal(discourse, adverb.lower_)))
    verb = discourse.doc[p.trigger]
    found += [(open_relation("when"), text_literal(discourse, word)) for word in _so_far(verb)]
    found += [(open_relation("where"), text_literal(discourse, word)) for word in _destinations(p, verb)]
    return tuple(dict.fromkeys(found))
