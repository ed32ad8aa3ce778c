"""Open relations: what matches no frame of the ontology, under the verb's own name; nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.arguments import Pair, fillers_of, fronted, is_bare_number, qualifiers_of, referents_of
from extractors.behind_prepositions import behind_preposition, prepositions_of, together
from extractors.clauses import Proposition
from extractors.coreference import Discourse
from extractors.drafts import Draft, open_relation, phrase_literal, text_literal
from extractors.frames import LIGHT, matching_frames, stranded
from extractors.incomplete import (
    is_ability,
    is_part_of_relative,
    is_small_clause,
    is_somebodys,
    is_vague,
    is_whole,
)
from extractors.loose_clauses import is_rumour
from extractors.passives import is_undergone
from extractors.phrases import children, conjuncts, lemma, preposition_objects, subtree_span, words
from extractors.prefixes import prefix_of
from extractors.quotations import is_speech_verb
from extractors.referents import Referent
from extractors.verb_phrases import clause_text

__all__ = ["open_drafts"]

_NOBODY = frozenset("none nobody nothing neither".split())
_SPANNING = frozenset("range vary".split())
_ANY = frozenset("every all any each no most those".split())
# Without their object they say nothing: "the subsidy that they receive", "lasted".
_WANTING = LIGHT | frozenset("receive need want use bring find put send show last cost weigh measure date".split())
# Without what is told they say nothing: "was told in May".
_TOLD = frozenset("tell inform remind notify ask".split())
_WHITHER = frozenset("home back away aside ahead ashore abroad overseas apart together forward".split())
_CHANGING = frozenset(
    "rise fall grow jump drop climb decline increase decrease slip gain shrink expand contract surge plunge slump soar "
    "dip edge tumble widen narrow".split()
)
_PLACES = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())


def open_drafts(
    discourse: Discourse, p: Proposition, verb: Token, subjects: list[tuple[Token, Referent]], said: bool
) -> Iterator[Draft]:
    """The verb's own name between subject and object, or subject and prepositional argument."""
    if is_rumour(verb) or (verb.dep_ == "acomp" and any(c.lower_ == "little" for c in children(verb, "advmod"))):
        return  # "was little changed": it hardly changed
    if p.passive and not subjects:
        yield from _agentless(discourse, p, verb, said)
        return
    if (p.wording == "do" or p.wording in _SPANNING) and not p.get("object"):
        return  # "as they do now for gains": what they do another verb says; "ranging from Anna to Jonas" says how wide
    arguments = _arguments(discourse, p, verb)
    for s_token, subject in subjects:
        if (
            is_vague(s_token)
            or (discourse.is_time(s_token) and s_token.dep_ == "pobj")
            or is_part_of_relative(s_token)
            or s_token.lower_ in _NOBODY
            or is_somebodys(discourse, s_token)
        ):
            continue
        for wording, (o_token, found) in arguments:
            if found is not subject and not _is_lost(discourse, verb, o_token):
                used = (verb.i, s_token.i, o_token.i)
                yield Draft(
                    verb.i, subject, open_relation(wording), found, "open verb", used, qualifiers_of(discourse, p, used)
                )
        alone = not arguments and not said and not p.get("complement") and not p.passive and is_whole(verb)
        aside = is_undergone(verb) or verb.dep_ == "acomp" or _is_aside(discourse, verb) or _tells(discourse, verb)
        if alone and not aside and p.wording not in _WANTING and not is_speech_verb(verb, discourse.lexicon):
            yield Draft(
                verb.i,
                subject,
                open_relation(p.wording),
                text_literal(discourse, clause_text(discourse, verb)),
                "open intransitive",
                (verb.i, s_token.i),
                fronted(discourse, p),
            )


def _whither(p: Proposition, verb: Token) -> str:
    """ "sent ships home": where to is part of the act."""
    behind = (c.lower_ for c in children(verb, "advmod") if c.i > verb.i and not list(c.children))
    known = _WHITHER | ({"out", "off", "up", "down"} if p.wording == "be" else set())
    adverbs = [a for a in behind if a in known and a not in p.wording.split()]
    bare = children(verb, "prep") if p.wording == "be" else []
    adverbs += [c.lower_ for c in bare if c.lower_ in known and not list(c.children)]  # "was still out in the valley"
    adverbs += [
        c.lower_ for c in children(verb, "advmod", "acomp", "oprd") if c.lower_ in _PLACES and c.i == verb.i + 1
    ]
    light = p.wording in LIGHT and p.wording != "go"  # "went wide of the post"
    states = [c.lower_ for c in children(verb, "acomp") if not list(c.children) and not light]
    adverbs += [c.lower_ for c in stranded(verb)]  # "was paid for by them"
    return " ".join([p.wording, *adverbs, *states][:2])


def _addresses(discourse: Discourse, p: Proposition, verb: Token) -> bool:
    """ "told the radio: “…”": what is told is the point, to whom is no act of its own."""
    content = p.get("complement") or any(q.cue == verb.i for q in discourse.quotations)
    to = discourse.lexicon.ontology.iri("by:speaksTo")
    return bool(content) and any(f.property == to and f.complement for f in matching_frames(discourse.lexicon, verb))


def _tells(discourse: Discourse, verb: Token) -> bool:
    """ "“Why?” he asked.", "court hears": what is told is the point."""
    lexicon = discourse.lexicon
    said, told = lexicon.ontology.iri("lex:said"), {lexicon.ontology.iri(f"by:{p}") for p in ("hears", "asks")}
    quoted = any(q.cue == verb.i for q in discourse.quotations)
    return quoted or any(f.complement == said or f.property in told for f in matching_frames(lexicon, verb))


def _is_aside(discourse: Discourse, verb: Token) -> bool:
    """ "The sale, she insists, is off": a verb that tells the clause it stands in."""
    return verb.dep_ == "parataxis" and any(f.complement for f in matching_frames(discourse.lexicon, verb))


def _arguments(discourse: Discourse, p: Proposition, verb: Token) -> list[tuple[str, Pair]]:
    """What a verb's own name links its subject to, and the name: its objects, without them what prepositions add."""
    if is_small_clause(verb):
        return []
    times = all(discourse.is_time(discourse.doc[i]) for i in p.get("object"))  # "spent 19 hours under the ruins"
    if p.get("object") and not (times and p.wording in ("spend", "pass")):
        if _addresses(discourse, p, verb):
            return []
        # "took them to see it": a light verb's object alone says nothing.
        lost = p.wording in LIGHT and bool(children(verb, "dobj")) and bool(children(verb, "xcomp", "oprd"))
        return [] if lost else [(_whither(p, verb), o) for o in fillers_of(discourse, p.get("object"))]
    amount = _by_how_much(discourse, verb)
    # "said in a report that": where somebody says something is no matter of its own.
    telling = bool(p.get("complement")) and is_speech_verb(verb, discourse.lexicon)
    # "ended with 0 – 0 on the scoreboard": without the score nothing is said.
    scored = any(is_bare_number(discourse.doc[i]) for slot in prepositions_of(p) for i in p.get(slot))
    slots = [] if telling or scored else prepositions_of(p)
    # Where it fell to is as much told as by how much; where it did, only goes with that.
    slots = [s for s in slots if s in ("to", "from")] if amount is not None else slots
    found = [
        (f"{_whither(p, verb)} {slot}", o)
        for slot in slots
        for o in together(discourse, verb, behind_preposition(discourse, p, slot))
    ]
    return [(p.wording, amount), *found] if amount is not None else found


def _by_how_much(discourse: Discourse, verb: Token) -> Pair | None:
    """ "jumped 29 percent", "fell by $4": the amount is what the verb tells."""
    if verb.lemma_.lower() not in _CHANGING:
        return None
    by = [o for q, o in preposition_objects(verb) if q == "by"]
    amounts = [t for t in (*children(verb, "npadvmod", "dobj"), *by) if t.ent_type_ in ("PERCENT", "MONEY", "QUANTITY")]
    amounts += [t for t in by if children(t, "nummod") and t not in amounts and not discourse.is_time(t)]
    found = [(t, phrase_literal(discourse, t)) for t in amounts if t.i > verb.i]
    return next(((t, text) for t, text in found if text is not None), None)


def _is_lost(discourse: Discourse, verb: Token, noun: Token) -> bool:
    """Whether an object says nothing alone, or is not the verb's: "a rule that they say could harm them"."""
    between = noun.doc[verb.i + 1 : noun.left_edge.i] if noun.dep_ == "dobj" and noun.left_edge.i > verb.i else ()
    if any(t.pos_ == "VERB" and t.tag_ in ("VBD", "VBG", "VBZ") and t not in noun.subtree for t in between):
        return True  # "worsened, weakening her and causing, in the end, her death"
    lent = noun.tag_ == "WDT" or (verb.dep_ == "relcl" and noun == verb.head)
    stands_in = noun.lower_ in ("none", "one", "ones", "same", "latter", "former") and not children(noun, "prep", "acl")
    # "operates four of them"
    some = noun.pos_ not in ("NOUN", "PROPN")
    part = some and any(p == "of" and o.tag_ == "PRP" for p, o in preposition_objects(noun))
    if part or is_part_of_relative(noun) or (stands_in and not children(noun, "relcl")):
        return True  # "costumes, many of which they made", "kept the real one", "says the same"
    return (
        is_vague(noun)
        or is_ability(noun)
        or (lent and lemma(verb) not in LIGHT and is_speech_verb(verb, discourse.lexicon))
    )


def _agentless(discourse: Discourse, p: Proposition, verb: Token, said: bool) -> Iterator[Draft]:
    """A passive that names no agent: what was done to whom, and where to or with what; nobody is invented."""
    patients = referents_of(discourse, p.get("object"))
    for token, patient in [one for both in patients for one in (_identified(discourse, verb, both[0]) or [both])]:
        if _is_no_patient(discourse, token, verb):
            continue
        label = _passive_label(verb)
        arguments = [
            (f"{label} {slot}", f"{p.wording} {slot}", o)
            for slot in prepositions_of(p)
            for o in together(discourse, token, behind_preposition(discourse, p, slot))
        ]
        kept = [(label, p.wording, o) for o in fillers_of(discourse, (*p.get("indirect"), *p.get("attribute")))]
        kept += [(label, p.wording, o) for o in _told(discourse, p, verb)]
        # "was shown a yellow card early in the game": the card; "was declared not safe because of it": not the cause.
        arguments = kept or ([] if children(verb, "oprd") else arguments)
        for name, wording, (o_token, found) in arguments:
            used = (verb.i, token.i, o_token.i)
            yield Draft(
                verb.i,
                patient,
                open_relation(wording, name),
                found,
                "open passive",
                used,
                qualifiers_of(discourse, p, (*used, *p.get("object"))),
            )
        text = clause_text(discourse, verb)
        # "hackers sanctioned by it", where nobody knows by what: without the agent nothing is said.
        lost = verb.dep_ in ("acl", "advcl") and text == verb.text and bool(children(verb, "agent"))
        if not arguments and not said and not lost and not p.get("complement") and lemma(verb) not in _TOLD:
            yield Draft(
                verb.i,
                patient,
                open_relation(p.wording, label),
                text_literal(discourse, text),
                "open passive",
                (verb.i, token.i),
                fronted(discourse, p),
            )


def _identified(discourse: Discourse, verb: Token, token: Token) -> list[tuple[Token, Referent]]:
    """ "The members elected were Anna Brandt and Jonas Weiss": each of them was."""
    be = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "among" else token.head
    ends = children(be, "attr") if be == token.head else children(be, "nsubj")
    names = [m for a in ends for m in conjuncts(a) if m.pos_ == "PROPN"]
    told = (
        verb.dep_ in ("acl", "relcl") and verb.head == token and be.lemma_ == "be" and token.dep_ in ("nsubj", "pobj")
    )
    found = [(m, r) for m in names if (r := discourse.referent(m)) is not None and r.named]
    several = token.tag_ == "NNS" or token.lower_ == "those"
    return found if told and several and len(found) == len(names) else []


def _passive_label(verb: Token) -> str:
    """ "be turned away", "be little changed", "be re-elected"."""
    beside = [c for c in children(verb, "advmod") if abs(c.i - verb.i) == 1]
    little = [c.lower_ for c in beside if c.i < verb.i and c.lower_ == "little"]
    away = [c.lower_ for c in (*children(verb, "prt"), *beside) if c.dep_ == "prt" or c.lower_ in _WHITHER]
    return " ".join(["be", *little, prefix_of(verb) + verb.lower_, *away])


def _is_no_patient(discourse: Discourse, token: Token, verb: Token) -> bool:
    """ "None was hurt", "every patient affected", "at 17:40 bound for Rome": nobody or nothing to say it of."""
    meant = verb.dep_ == "acl" and any(c.lower_ in _ANY for c in children(token, "det"))
    timed = token.dep_ == "pobj" and discourse.is_time(token)
    nobody = token.lower_ in _NOBODY or is_part_of_relative(token)
    return meant or timed or nobody or is_somebodys(discourse, token)


def _told(discourse: Discourse, p: Proposition, verb: Token) -> list[Pair]:
    """What somebody "was told", "was asked to do": the act is a claim beside what was said."""
    if not any(f.complement and f.property for f in matching_frames(discourse.lexicon, verb)):
        return []
    clauses = (discourse.doc[i] for i in p.get("complement"))
    return [(c, text_literal(discourse, words(subtree_span(c)))) for c in clauses]
