"""Control: whose act a verb is, where it has no subject of its own: infinitives, participles, coordinated verbs."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.coreference import Discourse
from extractors.frames import argument_tokens, complement_of, matching_frames
from extractors.noun_classes import noun_class
from extractors.passives import is_passive_clause
from extractors.phrases import children, is_infinitive, lemma, members, preposition_objects

__all__ = ["is_only_suggested", "speaks_of", "subject_tokens"]

_OUTCOMES = frozenset("leave make bring force allow prompt raise render mean enable".split())
# "The ground is hard to win": the ground wins nothing.
_TOUGH = frozenset("hard difficult easy tough impossible simple".split())
_SUGGESTING = frozenset(
    "suggest recommend propose advise advocate mention cite discuss urge favour favor debate".split()
)
_DEPUTING = frozenset("assign send dispatch deploy hire recruit appoint employ".split())
_REGARDING = frozenset("on regarding about concerning for against".split())
_ACCUSING = frozenset("charge accuse suspect convict".split())
_PROSPECTS = frozenset("prospect possibility risk danger question cost importance value likelihood difficulty".split())
# "The strike would mean missing lectures", "their powers include sending in troops": no strike and no power does it.
_INVOLVING = frozenset("include mean involve entail require justify".split())


def subject_tokens(discourse: Discourse, verb: Token) -> list[Token]:
    """Who does it: the subject of the verb itself, or the one that control, coordination or a noun lends it."""
    own = [s for s in children(verb, "nsubj", "nsubjpass") if s.dep_ != "expl"]
    if own:
        # Of two subjects side by side the nearer is the clause's own: "Both unbeaten, the visitors won".
        return members(own[-1:])
    quoted_alone = discourse.quotation(verb) is not discourse.quotation(verb.head)
    if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).lower_ == "worth":
        return []  # "worth reading": it is read, and does not read
    if children(verb, "expl") or (verb.dep_ in ("xcomp", "advcl") and quoted_alone):
        return []
    if children(verb, "csubj", "csubjpass") or is_only_suggested(verb):
        return []
    if verb.dep_ in ("conj", "acomp", "attr", "oprd") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_tokens(discourse, verb.head)
    if verb.dep_ == "xcomp":
        lent = _controller(discourse, verb.head)
        # "the job is to take care of them", "the rain is to blame": no job takes care, but a meeting is to be held.
        idle = (
            lemma(verb.head) == "be" and not is_passive_clause(verb) and all(_is_abstract(discourse, t) for t in lent)
        )
        involved = verb.tag_ == "VBG" and lemma(verb.head) in _INVOLVING
        return [] if idle or lemma(verb) == "blame" or involved else lent
    if verb.dep_ == "advcl":
        return _adverbial_subject(discourse, verb)
    if verb.dep_ == "pcomp":
        return _prepositional_controller(discourse, verb)
    if verb.dep_ == "acl":
        return _noun_controller(discourse, verb)
    return []


def is_only_suggested(verb: Token) -> bool:
    """ "suggested closing it", "mentioned closing it": who speaks of an act need not do it."""
    first = verb.head if verb.dep_ == "conj" else verb
    return first.dep_ == "xcomp" and first.tag_ == "VBG" and lemma(first.head) in _SUGGESTING


def _adverbial_subject(discourse: Discourse, verb: Token) -> list[Token]:
    """Whose act a clause beside another is: of the one asked to, the giver, the main clause's subject, or nobody's."""
    asked, iri = complement_of(discourse.lexicon, verb.head, "", infinitive=True), discourse.lexicon.ontology.iri
    if asked in (iri("by:requested"), iri("by:expected")) and is_infinitive(verb):
        return _controller(discourse, verb.head)  # "called on the leader to expel him"
    if _is_deputed(discourse, verb):
        return members(children(verb.head, "dobj"))
    giver = _giver(verb)
    if (
        giver
        or _is_result(discourse, verb)
        or _is_outcome(discourse, verb)
        or _dangles(verb)
        or _is_of_company(discourse, verb)
        or _is_purpose_of_passive(discourse, verb)
    ):
        return giver
    return subject_tokens(discourse, verb.head) if verb.head.pos_ in ("VERB", "AUX") else []


def _is_deputed(discourse: Discourse, verb: Token) -> bool:
    """ "assigned a nurse to watch her", "sent troops to guard it": whoever is sent does it."""
    infinitive = is_infinitive(verb) and verb.i > verb.head.i
    sent = [o for o in children(verb.head, "dobj") if not _is_abstract(discourse, o)]
    return infinitive and bool(sent) and lemma(verb.head) in _DEPUTING


def _is_result(discourse: Discourse, verb: Token) -> bool:
    """ "…, causing delays": what causes them is all that the main clause says, not its subject."""
    frames = matching_frames(discourse.lexicon, verb)
    return verb.tag_ == "VBG" and any(f.property == discourse.lexicon.ontology.iri("by:causes") for f in frames)


def _is_outcome(discourse: Discourse, verb: Token) -> bool:
    """ "The supplies were delayed, leaving them a week": what was done left it, not the supplies."""
    behind = verb.tag_ == "VBG" and verb.i > verb.head.i and verb.doc[verb.left_edge.i - 1].text == ","
    if not behind or lemma(verb) not in _OUTCOMES or not is_passive_clause(verb.head):
        return False
    return all(_is_abstract(discourse, t) for t in subject_tokens(discourse, verb.head))


def _is_of_company(discourse: Discourse, verb: Token) -> bool:
    """ "The match was sold out, with the stands full of fans, watching it": they watch, not the match."""
    event, main = discourse.lexicon.ontology.iri("schema:Event"), verb.head
    between = any(p.lower_ == "with" and main.i < p.i < verb.i for p in children(main, "prep"))
    subjects = subject_tokens(discourse, main) if between and verb.tag_ == "VBG" and main.pos_ == "VERB" else []
    kinds = [noun_class(s, discourse.lexicon) for s in subjects]
    return bool(kinds) and all(discourse.lexicon.ontology.is_a(k, event) for k in kinds)


def _is_purpose_of_passive(discourse: Discourse, verb: Token) -> bool:
    """ "pebbles are thrown to stand for the stoning": whose purpose it is, a passive leaves unsaid."""
    infinitive = verb.tag_ == "VB" and is_infinitive(verb)
    governed = any(f.complement for f in matching_frames(discourse.lexicon, verb.head))
    return infinitive and not governed and verb.i > verb.head.i and is_passive_clause(verb.head)


def _dangles(verb: Token) -> bool:
    """ "received support ranging from …": without a comma a participle may belong to the noun before it."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    fronted = verb.i < verb.head.i
    marked = any(c.dep_ in ("mark", "advmod", "aux") for c in verb.children if c.i < verb.i)
    spent = lemma(verb.head) in ("spend", "waste")  # "spent the night fighting it"
    return verb.tag_ == "VBG" and not fronted and not marked and not spent and before.text != ","


def _giver(verb: Token) -> list[Token]:
    """Whose purpose it is in "received a call from the council to arrange a visit": the council's."""
    governor = verb.head
    if governor.lemma_ not in ("receive", "get") or not is_infinitive(verb):
        return []
    return members(argument_tokens(governor).get("from", []))


def _controller(discourse: Discourse, governor: Token) -> list[Token]:
    """Whose act an infinitive is: of the one asked, told or called on; else of the governor's subject."""
    if governor.pos_ not in ("VERB", "AUX", "ADJ") or _is_means(governor) or lemma(governor) in _TOUGH:
        return []
    frames = [f for f in matching_frames(discourse.lexicon, governor) if f.complement]
    arguments: dict[str, list[Token]] = {}
    for preposition, target in preposition_objects(governor):
        arguments.setdefault(preposition, []).append(target)
    for frame in frames:
        for slot in frame.object:
            if slot in arguments and " " in frame.wording:
                return members(arguments[slot])
    objects = members(children(governor, "dobj", "dative") or _relative_object(discourse, governor))
    # "used his fame to raise money": he raises it.
    subject_control = lemma(governor) == "use" or any(
        discourse.lexicon.ontology.iri("by:committed") == f.complement for f in frames
    )
    if objects and not subject_control:
        return objects
    return subject_tokens(discourse, governor)


def _relative_object(discourse: Discourse, governor: Token) -> list[Token]:
    """ "owners it can force to pay the bill": the noun before a relative clause is what its verb lacks."""
    infinitives = [c for c in children(governor, "xcomp") if is_infinitive(c)]
    subjects = children(governor, "nsubj")
    lacks = governor.dep_ == "relcl" and subjects and all(s.tag_ not in ("WP", "WDT") for s in subjects)
    complete = bool(infinitives) and all(children(i, "dobj") for i in infinitives)
    complete = complete and not any(
        c.tag_ == "WRB" for c in children(governor, "advmod")
    )  # "Bergen, where they failed"
    return [governor.head] if lacks and complete and not _is_abstract(discourse, governor.head) else []


def speaks_of(discourse: Discourse, verb: Token, noun: Token) -> bool:
    """ "policies on people moving to the city": the people would move, of which the policies only speak."""
    nearest = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    beside = nearest.dep_ == "pobj" and nearest in noun.subtree and nearest.head.lower_ in _REGARDING
    return beside and not _is_abstract(discourse, nearest) and _is_abstract(discourse, noun)


def _is_abstract(discourse: Discourse, token: Token) -> bool:
    """Whether a common noun is neither a party nor of a kind that the ontology knows as acting."""
    kind = noun_class(token, discourse.lexicon)
    ontology = discourse.lexicon.ontology
    return token.pos_ == "NOUN" and not (kind and ontology.is_a(kind, ontology.iri("by:Agent")))


def _is_means(governor: Token) -> bool:
    """ "the fund was used to build it": what is used does not build."""
    shared = governor.dep_ == "conj" and not children(governor, "dobj", "nsubj") and is_passive_clause(governor.head)
    return lemma(governor) == "use" and (shared or is_passive_clause(governor))


def _prepositional_controller(discourse: Discourse, verb: Token) -> list[Token]:
    """The subject of "by asking", "from working": the object of "ban X from", else the subject of the main verb."""
    preposition = verb.head
    owner = preposition.head
    if owner.pos_ == "NOUN" and preposition.lower_ == "of":
        # "maintained a policy of turning boats away": whose policy it is does it.
        if lemma(owner) in _PROSPECTS:
            return children(owner, "poss")  # "spoke of the prospect of closing it": nobody says who would
        return children(owner, "poss") or (subject_tokens(discourse, owner.head) if owner.dep_ == "dobj" else [])
    if owner.pos_ not in ("VERB", "AUX"):
        return []
    if preposition.lower_ == "by" and is_passive_clause(owner):
        return []
    if preposition.i and preposition.nbor(-1).lower_ == "instead":
        return subject_tokens(discourse, owner)
    objects = children(owner, "dobj")
    if preposition.lower_ == "to" and lemma(owner) in ("liken", "compare", "equate", "amount"):
        return []
    if preposition.lower_ == "as" and any(c.lower_ == "such" for o in objects for c in o.lefts):
        return subject_tokens(discourse, owner)  # "took such action as closing it": who took it closed it
    if (
        objects
        and preposition.lower_ in ("from", "of", "into", "for", "with", "against", "as")
        and objects[0].i < preposition.i
    ):
        return members(objects)
    return subject_tokens(discourse, owner)


def _is_way_there(discourse: Discourse, verb: Token, noun: Token) -> bool:
    """ "ran to the station causing a jam": no place does what those who go there do."""
    place, causes = map(discourse.lexicon.ontology.iri, ("schema:Place", "by:causes"))
    going = verb.tag_ == "VBG" and noun.dep_ == "pobj" and noun.head.lower_ in ("to", "into", "for", "onto", "from")
    return (
        going
        and discourse.lexicon.ontology.is_a(noun_class(noun, discourse.lexicon), place)
        and any(f.property == causes for f in matching_frames(discourse.lexicon, verb))
    )


def _noun_controller(discourse: Discourse, verb: Token) -> list[Token]:
    """A participle's noun is its subject; an infinitive's is whoever has the plan, wish or duty."""
    noun = verb.head
    where = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "before") and noun.head.head.pos_ == "VERB"
    if where and verb.tag_ == "VBN" and lemma(verb) in _ACCUSING:
        # "appeared in court charged with murder": not the court.
        return subject_tokens(discourse, noun.head.head)
    if not is_infinitive(verb):
        work = discourse.lexicon.ontology.iri("schema:CreativeWork")
        shown = [o for p, o in preposition_objects(noun) if p == "of" and verb.tag_ == "VBG"]
        if shown and discourse.lexicon.ontology.is_a(noun_class(noun, discourse.lexicon), work):
            # "images of the boy wearing a badge": he wears it.
            return members(shown)
        if verb.tag_ == "VBG" and speaks_of(discourse, verb, noun):
            return members([verb.doc[verb.left_edge.i - 1]])
        tried = any(
            f.complement == discourse.lexicon.ontology.iri("by:attempted")
            for f in discourse.lexicon.frames.get(("event", lemma(noun)), ())
        )
        if _is_way_there(discourse, verb, noun):
            return []
        # "has had trouble persuading the council": she persuades, not the trouble.
        return subject_tokens(discourse, noun.head) if tried and noun.head.pos_ in ("VERB", "AUX") else members([noun])
    receivers = children(noun.head, "dative") if noun.dep_ == "dobj" else []
    if receivers and receivers[0].pos_ != "ADP":
        return members(receivers)
    owner = children(noun, "poss")
    if owner:
        return owner
    lent = subject_tokens(discourse, noun.head) if noun.head.pos_ in ("VERB", "AUX") else []
    # "the failure to understand them led to …": the failure understands nothing.
    return [] if noun in lent else lent
