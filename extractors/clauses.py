"""Clauses: what each verb says of whom. Subjects and objects through passives, control and coordination."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.control import subject_tokens
from extractors.coreference import Discourse
from extractors.frames import argument_tokens, complement_of, matching_frames, verb_lemma
from extractors.passives import agents, is_margin, is_means, is_passive_clause, names_agent
from extractors.phrases import children, lemma, members
from extractors.prefixes import prefix_of

__all__ = ["Proposition", "clause_propositions"]

_PARTICLES = frozenset("up down out off away back over through around aground ashore adrift amok astray".split())
_PRONOUNS = frozenset("his her its their my our your".split())
_GIVING = frozenset("give award hand offer grant pay lend send show teach promise deny leave".split())
# A bare noun that is one with its verb: what takes place takes no place.
_IDIOMS = frozenset(
    tuple(pair.split())
    for pair in ("take place", "take part", "take effect", "take shape", "take office", "take hold", "take root")
)
_NAMING = frozenset("call label deem brand consider dub declare rate name".split())
_LOOKING = frozenset("appear seem look feel sound".split())
# "Concerns they would stay": what is feared, and nothing that they do something to.
_CONTENTS = frozenset("concern fear worry hope belief suspicion sign evidence rumour rumor chance".split())
_COPULAS = frozenset("be become remain seem appear stay".split())


@dataclass(frozen=True)
class Proposition:
    """What one verb or noun says: its wording and the tokens that fill each of its slots.

    `slots` are subject, object, indirect, complement, attribute, particle and prepositions; coordinated members are
    spelled out. `trigger` is the token of the word itself, `part` verb, copula, role or event.
    """

    trigger: int
    part: str
    wording: str
    slots: dict[str, tuple[int, ...]]
    passive: bool = False

    def get(self, slot: str) -> tuple[int, ...]:
        """The tokens in a slot, none where it is empty."""
        return self.slots.get(slot, ())

    def first(self, slots: tuple[str, ...]) -> tuple[int, ...]:
        """The tokens in the first of some slots that is filled."""
        return next((self.get(s) for s in slots if self.get(s)), ())


def clause_propositions(discourse: Discourse) -> Iterator[Proposition]:
    """One proposition for each full verb of the document, in text order."""
    for token in discourse.doc:
        if (
            token.pos_ in ("VERB", "AUX")
            and token.tag_ != "MD"
            and token.dep_ not in ("aux", "auxpass", "amod", "compound", "case", "prep")
            and not _is_description(token)
            and not _is_remark(token)
            and not _is_absolute(token)
            and not _is_noun(discourse, token)
            and (token.is_alpha or token.text[:1] in "'’" or "-" in token.text[1:])
        ):
            yield _proposition(discourse, token)


def _is_noun(discourse: Discourse, token: Token) -> bool:
    """ "a tweet to student Anna Brandt", "with attacking style": what the parser takes for a verb is a noun's word."""
    before = token.nbor(-1) if token.i else token
    bare = token.dep_ == "pcomp" and token.tag_ == "VBG" and before.lower_ == "with"
    bare = bare and not complement_of(discourse.lexicon, before.head, "with")  # "charged with possessing heroin"
    styled = bare and any(c.i == token.i + 1 and c.tag_ == "NN" for c in children(token, "dobj"))
    base = token.tag_ in ("VB", "VBP") and token.text == token.lemma_
    person = discourse.lexicon.words("noun").get(token.lower_) if base else None
    known = not base or any(f.property for f in matching_frames(discourse.lexicon, token))
    human = bool(person) and discourse.lexicon.ontology.is_a(
        str(person), discourse.lexicon.ontology.iri("schema:Person")
    )
    return styled or (not known and human)


def _is_absolute(token: Token) -> bool:
    """ "with each state assigned its own target": a participle with a subject of its own, to which it was done."""
    beside = token.dep_ == "pcomp" and token.head.lower_ == "with" and token.tag_ in ("VBD", "VBN")
    return beside and bool(children(token, "nsubj")) and not children(token, "aux")


def _is_description(verb: Token) -> bool:
    """ "is called failing", "described it as worrying", "appeared shaken": a participle of what somebody is like."""
    named = verb.dep_ in ("oprd", "acomp") and verb.tag_ in ("VBG", "VBN") and lemma(verb.head) in _NAMING
    looks = verb.dep_ in ("xcomp", "acomp") and verb.tag_ == "VBN" and lemma(verb.head) in _LOOKING
    if named or (looks and not children(verb, "aux", "auxpass")):
        return True
    beside = verb.dep_ in ("pcomp", "advcl") and verb.tag_ == "VBG" and verb.head.pos_ != "AUX"
    described = beside and verb.i > 0 and verb.nbor(-1).lower_ == "as"
    return described and not children(verb, "dobj", "nsubj", "attr", "acomp", "prep")


def _is_remark(verb: Token) -> bool:
    """ "To be sure, …", "as measured by its sales": how the writer speaks, and nothing of the story."""
    if lemma(verb) == "let" and any(c.lower_ == "alone" and c.i == verb.i + 1 for c in verb.children):
        return True
    if lemma(verb) == "date" and verb.dep_ == "acl" and verb.tag_ == "VBG":
        return True  # "convictions dating back to 2009"
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not list(verb.children) and verb.i == verb.sent.start:
        return True  # "Defending, Anna Brandt said"
    if verb.tag_ == "VBN" and any(c.lower_ == "as" for c in children(verb, "mark")):
        return not children(verb, "nsubj", "nsubjpass", "auxpass", "aux")
    adjectives = children(verb, "acomp")
    first = next((t for t in verb.subtree if not t.is_punct), verb)
    opens = verb.dep_ == "advcl" and first.i <= verb.sent.start + 1 and first.tag_ == "TO"
    return opens and lemma(verb) == "be" and bool(adjectives) and adjectives[0].right_edge.i == verb.i + 1


def _proposition(discourse: Discourse, verb: Token) -> Proposition:
    passive = is_passive_clause(verb)
    subjects = subject_tokens(discourse, verb)
    objects = _objects(verb)
    slots: dict[str, list[Token]] = {p: members(ts) for p, ts in argument_tokens(verb).items()}
    if passive:
        by = [t for t in slots.pop("by", []) if not is_margin(t) and not is_means(t)] if names_agent(verb) else []
        doers = by or agents(discourse, verb)
        # "was given a boost by her father": the boost is given.
        given = bool(doers and objects) and lemma(verb) in _GIVING
        slots |= {
            "subject": doers,
            "object": objects if given else subjects,
            "indirect": (subjects if given else objects) if subjects else [],
        }
    else:
        slots |= {"subject": subjects, "object": objects or _trailing(verb)}
        slots.setdefault("indirect", members([c for c in children(verb, "dative") if c.pos_ != "ADP"]))
    slots["complement"] = [c for c in children(verb, "ccomp", "xcomp") if c.i > verb.i or c.dep_ == "ccomp"]
    slots["attribute"] = members(children(verb, "attr", "acomp", "oprd"))
    idiom = [o for o in children(verb, "dobj") if (lemma(verb), o.lower_) in _IDIOMS and o.i == verb.i + 1]
    part = "copula" if lemma(verb) in _COPULAS and slots["attribute"] else "verb"
    particle = "".join(f" {p.lower_}" for p in (*children(verb, "prt"), *_adverbial_particle(verb), *idiom))
    slots["object"] = [o for o in slots["object"] if o not in idiom]
    filled = {slot: tuple(t.i for t in tokens) for slot, tokens in slots.items() if tokens}
    return Proposition(verb.i, part, prefix_of(verb) + verb_lemma(discourse.lexicon, verb) + particle, filled, passive)


def _adverbial_particle(verb: Token) -> list[Token]:
    """ "stepped down in May", which the parser takes for an adverb: "step in" is another act."""
    return [
        c for c in children(verb, "advmod") if c.lower_ in _PARTICLES and c.i == verb.i + 1 and not list(c.children)
    ]


def _objects(verb: Token) -> list[Token]:
    found = members(children(verb, "dobj"))
    if found:
        return found
    gap = (
        verb.dep_ == "relcl"
        and not children(verb, "mark")
        and not any(t.tag_ in ("WDT", "WP", "WP$", "WRB") and t.i < verb.i for t in verb.subtree)
        and not (children(verb, "nsubjpass", "attr", "acomp") and lemma(verb) not in _GIVING)
        and all(list(p.children) for p in children(verb, "prep"))
    )
    if (
        gap
        and verb.pos_ == "VERB"
        and verb.head.pos_ in ("NOUN", "PROPN")
        and verb.head.lower_ not in ("time", "day", "way", "reason", "place", "moment", "year")
        and verb.head.lower_.removesuffix("s") not in _CONTENTS
    ):
        return [verb.head]
    return []


def _trailing(verb: Token) -> list[Token]:
    """The object that a verb shares with the last verb coordinated to it: "displayed and sold paintings"."""
    if any(p.lower_ in _PRONOUNS for c in children(verb, "conj") for o in children(c, "dobj") for p in o.children):
        return []  # "the rope parted and struck his hand"
    after = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not children(c, "nsubj", "aux")]
    near = [c for c in after if c.i - verb.i == 2 and children(c, "dobj")]
    return members(children(near[0], "dobj")) if near else []
