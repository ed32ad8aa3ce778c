"""Clauses: what each verb says of whom. Subjects and objects through passives, control and coordination."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.frames import argument_tokens, matching_frames, verb_lemma
from extractors.mentions import noun_class
from extractors.phrases import children, conjuncts, lemma, preposition_objects

__all__ = ["Proposition", "clause_propositions", "subject_tokens"]

_ACCUSING = frozenset("charge accuse suspect convict".split())
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


def clause_propositions(discourse: Discourse) -> Iterator[Proposition]:
    """One proposition for each full verb of the document, in text order."""
    for token in discourse.doc:
        if (
            token.pos_ in ("VERB", "AUX")
            and token.tag_ != "MD"
            and token.dep_ not in ("aux", "auxpass", "amod", "compound", "case", "prep")
            and (token.is_alpha or token.text[:1] in "'’" or "-" in token.text[1:])
        ):
            yield _proposition(discourse, token)


def _proposition(discourse: Discourse, verb: Token) -> Proposition:
    passive = _is_passive(verb)
    subjects = subject_tokens(discourse, verb)
    objects = _objects(verb)
    slots: dict[str, list[Token]] = {p: _spread(ts) for p, ts in argument_tokens(verb).items()}
    if passive:
        agents = slots.pop("by", []) if _has_agent(verb) else []
        slots |= {
            "subject": agents or _including_by(verb) or _authors(discourse, verb),
            "object": subjects,
            "indirect": objects if subjects else [],
        }
    else:
        slots |= {"subject": subjects, "object": objects or _trailing(verb)}
        slots.setdefault("indirect", _spread([c for c in children(verb, "dative") if c.pos_ != "ADP"]))
    slots["complement"] = [c for c in children(verb, "ccomp", "xcomp") if c.i > verb.i or c.dep_ == "ccomp"]
    slots["attribute"] = _spread(children(verb, "attr", "acomp", "oprd"))
    part = "copula" if lemma(verb) in _COPULAS and slots["attribute"] else "verb"
    particle = "".join(f" {p.lower_}" for p in children(verb, "prt"))
    filled = {slot: tuple(t.i for t in tokens) for slot, tokens in slots.items() if tokens}
    return Proposition(verb.i, part, verb_lemma(discourse.lexicon, verb) + particle, filled, passive)


def _is_passive(verb: Token) -> bool:
    if children(verb, "auxpass", "nsubjpass") or _is_shared_passive(verb):
        return True
    if verb.dep_ == "ROOT" and verb.tag_ == "VBN" and children(verb, "nsubj") and children(verb, "prep", "agent"):
        # A headline leaves "is" out: "Council accused of wasting money".
        return not children(verb, "aux", "dobj") and not any(t.text in (".", "!", "?") for t in verb.sent[-3:])
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, "aux", "nsubj"):
        return _is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN" and not children(verb, "aux", "nsubj", "dobj")


def _is_shared_passive(verb: Token) -> bool:
    """ "was proposed by the council and carried out by the mayor": "by" and no object make a passive of a past form."""
    by = any(c.dep_ == "agent" for c in verb.children)
    return by and verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and not children(verb, "dobj", "nsubj", "aux")


def _has_agent(verb: Token) -> bool:
    return any(c.dep_ == "agent" or c.lower_ == "by" for c in verb.children)


def _including_by(verb: Token) -> list[Token]:
    """The agent of "…, including by X"."""
    return [
        o
        for c in verb.children
        if c.lower_ == "including"
        for by in c.children
        if by.lower_ == "by"
        for o in _spread(children(by, "pobj"))
    ]


def _authors(discourse: Discourse, verb: Token) -> list[Token]:
    """The agent of "was described in a statement by the council"."""
    work = discourse.lexicon.ontology.iri("schema:CreativeWork")
    works = [o for p, o in preposition_objects(verb) if p == "in"]
    works = [w for w in works if discourse.lexicon.ontology.is_a(noun_class(w, discourse.lexicon), work)]
    found = [m for w in works for p, o in preposition_objects(w) if p in ("by", "from") for m in conjuncts(o)]
    return found or _distant_agent(verb)


def _distant_agent(verb: Token) -> list[Token]:
    """ "was banned from worshipping at sites by the ministry": a "by" that the parser hung on a place."""
    for by in (
        t
        for t in verb.subtree
        if t.lower_ == "by" and t.i > verb.i and t.head.pos_ in ("NOUN", "PROPN") and t.dep_ == "prep"
    ):
        if by.head.dep_ == "pobj" and by.head.head.lower_ in ("at", "in", "on", "near") and by.sent == verb.sent:
            return [m for o in children(by, "pobj") if o.pos_ == "PROPN" for m in conjuncts(o)]
    return []


def _objects(verb: Token) -> list[Token]:
    found = _spread(children(verb, "dobj"))
    if found:
        return found
    gap = (
        verb.dep_ == "relcl"
        and not any(t.tag_ in ("WDT", "WP", "WP$") and t.i < verb.i for t in verb.subtree)
        and not children(verb, "nsubjpass", "attr", "acomp")
        and all(list(p.children) for p in children(verb, "prep"))
    )
    if (
        gap
        and verb.pos_ == "VERB"
        and verb.head.pos_ in ("NOUN", "PROPN")
        and verb.head.lower_ not in ("time", "day", "way", "reason", "place", "moment", "year")
    ):
        return [verb.head]
    return []


def _trailing(verb: Token) -> list[Token]:
    """The object that a verb shares with the last verb coordinated to it: "displayed and sold paintings"."""
    after = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not children(c, "nsubj", "aux")]
    near = [c for c in after if c.i - verb.i == 2 and children(c, "dobj")]
    return _spread(children(near[0], "dobj")) if near else []


def _spread(tokens: list[Token]) -> list[Token]:
    """Every member of each coordination, and the examples that "such as" gives of it."""
    members = [member for t in tokens for member in conjuncts(t) if not _is_excluded(member)]
    return [*members, *(e for m in members for e in _examples(m))]


def _is_excluded(token: Token) -> bool:
    """ "not Anna but Clara": the one who is not meant."""
    left = token.left_edge.i
    return (left > 0 and token.doc[left - 1].lower_ == "not") or any(
        c.dep_ == "neg" and c.lower_ == "not" for c in token.children
    )


def _examples(token: Token) -> list[Token]:
    """ "faiths such as Wicca": what is said of them is said of the example."""
    such = any(t.lower_ == "such" and token.i < t.i < token.i + 4 for t in token.subtree)
    found = [o for p, o in preposition_objects(token) if p == "such as" or (p == "as" and such)]
    return [m for o in found for m in conjuncts(o)]


def subject_tokens(discourse: Discourse, verb: Token) -> list[Token]:
    """Who does it: the subject of the verb itself, or the one that control, coordination or a noun lends it."""
    own = [s for s in children(verb, "nsubj", "nsubjpass") if s.dep_ != "expl"]
    if own:
        # Of two subjects side by side the nearer is the clause's own: "Both unbeaten, the visitors won".
        return _spread(own[-1:])
    quoted_alone = discourse.quotation(verb) is not discourse.quotation(verb.head)
    if children(verb, "expl") or (verb.dep_ in ("xcomp", "advcl") and quoted_alone):
        return []
    if verb.dep_ in ("conj", "acomp", "attr", "oprd") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_tokens(discourse, verb.head)
    if verb.dep_ == "xcomp":
        lent = _controller(discourse, verb.head)
        # "the job is to take care of them": no job takes care, but a meeting is to be held.
        idle = lemma(verb.head) == "be" and not _is_passive(verb) and all(_is_abstract(discourse, t) for t in lent)
        return [] if idle else lent
    if verb.dep_ == "advcl":
        giver = _giver(verb)
        if giver or _is_result(discourse, verb) or _dangles(verb) or _is_purpose_of_passive(discourse, verb):
            return giver
        return subject_tokens(discourse, verb.head) if verb.head.pos_ in ("VERB", "AUX") else []
    if verb.dep_ == "pcomp":
        return _prepositional_controller(discourse, verb)
    if verb.dep_ == "acl":
        return _noun_controller(discourse, verb)
    return []


def _is_result(discourse: Discourse, verb: Token) -> bool:
    """ "…, causing delays": what causes them is all that the main clause says, not its subject."""
    frames = matching_frames(discourse.lexicon, verb)
    return verb.tag_ == "VBG" and any(f.property == discourse.lexicon.ontology.iri("by:causes") for f in frames)


def _is_purpose_of_passive(discourse: Discourse, verb: Token) -> bool:
    """ "pebbles are thrown to stand for the stoning": whose purpose it is, a passive leaves unsaid."""
    infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in children(verb, "aux"))
    governed = any(f.complement for f in matching_frames(discourse.lexicon, verb.head))
    return infinitive and not governed and verb.i > verb.head.i and bool(children(verb.head, "auxpass"))


def _dangles(verb: Token) -> bool:
    """ "received support ranging from …": without a comma a participle may belong to the noun before it."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    fronted = verb.i < verb.head.i
    marked = any(c.dep_ in ("mark", "advmod", "aux") for c in verb.children if c.i < verb.i)
    return verb.tag_ == "VBG" and not fronted and not marked and before.text != ","


def _giver(verb: Token) -> list[Token]:
    """Whose purpose it is in "received a call from the council to arrange a visit": the council's."""
    governor = verb.head
    if governor.lemma_ not in ("receive", "get") or not any(c.tag_ == "TO" for c in children(verb, "aux")):
        return []
    return _spread(argument_tokens(governor).get("from", []))


def _controller(discourse: Discourse, governor: Token) -> list[Token]:
    """Whose act an infinitive is: of the one asked, told or called on; else of the governor's subject."""
    if governor.pos_ not in ("VERB", "AUX", "ADJ") or _is_means(governor):
        return []
    frames = [f for f in matching_frames(discourse.lexicon, governor) if f.complement]
    arguments: dict[str, list[Token]] = {}
    for preposition, target in preposition_objects(governor):
        arguments.setdefault(preposition, []).append(target)
    for frame in frames:
        for slot in frame.object:
            if slot in arguments and " " in frame.wording:
                return _spread(arguments[slot])
    objects = _spread(children(governor, "dobj", "dative"))
    # "used his fame to raise money": he raises it.
    subject_control = lemma(governor) == "use" or any(
        discourse.lexicon.ontology.iri("by:committed") == f.complement for f in frames
    )
    if objects and not subject_control:
        return objects
    return subject_tokens(discourse, governor)


def _is_abstract(discourse: Discourse, token: Token) -> bool:
    """Whether a common noun is neither a party nor of a kind that the ontology knows as acting."""
    kind = noun_class(token, discourse.lexicon)
    ontology = discourse.lexicon.ontology
    return token.pos_ == "NOUN" and not (kind and ontology.is_a(kind, ontology.iri("by:Agent")))


def _is_means(governor: Token) -> bool:
    """ "the fund was used to build it": what is used does not build."""
    return lemma(governor) == "use" and _is_passive(governor)


def _prepositional_controller(discourse: Discourse, verb: Token) -> list[Token]:
    """The subject of "by asking", "from working": the object of "ban X from", else the subject of the main verb."""
    preposition = verb.head
    owner = preposition.head
    if owner.pos_ == "NOUN" and preposition.lower_ == "of":
        # "maintained a policy of turning boats away": whose policy it is does it.
        return children(owner, "poss") or (subject_tokens(discourse, owner.head) if owner.dep_ == "dobj" else [])
    if owner.pos_ not in ("VERB", "AUX"):
        return []
    if preposition.lower_ == "by" and _is_passive(owner):
        return []
    objects = children(owner, "dobj")
    if (
        objects
        and preposition.lower_ in ("from", "of", "into", "for", "with", "against")
        and objects[0].i < preposition.i
    ):
        return _spread(objects)
    return subject_tokens(discourse, owner)


def _noun_controller(discourse: Discourse, verb: Token) -> list[Token]:
    """A participle's noun is its subject; an infinitive's is whoever has the plan, wish or duty."""
    noun = verb.head
    where = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "before") and noun.head.head.pos_ == "VERB"
    if where and verb.tag_ == "VBN" and lemma(verb) in _ACCUSING:
        # "appeared in court charged with murder": not the court.
        return subject_tokens(discourse, noun.head.head)
    if not any(c.tag_ == "TO" for c in children(verb, "aux")):
        work = discourse.lexicon.ontology.iri("schema:CreativeWork")
        shown = [o for p, o in preposition_objects(noun) if p == "of" and verb.tag_ == "VBG"]
        if shown and discourse.lexicon.ontology.is_a(noun_class(noun, discourse.lexicon), work):
            # "images of the boy wearing a badge": he wears it.
            return _spread(shown)
        tried = any(
            f.complement == discourse.lexicon.ontology.iri("by:attempted")
            for f in discourse.lexicon.frames.get(("event", lemma(noun)), ())
        )
        # "has had trouble persuading the council": she persuades, not the trouble.
        return subject_tokens(discourse, noun.head) if tried and noun.head.pos_ in ("VERB", "AUX") else _spread([noun])
    receivers = children(noun.head, "dative") if noun.dep_ == "dobj" else []
    if receivers and receivers[0].pos_ != "ADP":
        return _spread(receivers)
    owner = children(noun, "poss")
    if owner:
        return owner
    lent = subject_tokens(discourse, noun.head) if noun.head.pos_ in ("VERB", "AUX") else []
    # "the failure to understand them led to …": the failure understands nothing.
    return [] if noun in lent else lent
