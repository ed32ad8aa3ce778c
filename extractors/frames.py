"""Frames met in a text: which wording of the lexicon a verb or noun stands in, and where its arguments are."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.noun_classes import role_words
from extractors.phrases import children, lemma, preposition_objects
from ontology import Frame, Lexicon

__all__ = [
    "LIGHT",
    "VERDICTS",
    "argument_tokens",
    "complement_of",
    "has_own_object",
    "matching_frames",
    "role_frames",
    "speaks",
    "stands",
    "stranded",
    "takes_own_object",
    "tells_of_death",
    "verb_lemma",
]


# Verbs that say little by themselves.
VERDICTS = frozenset(("guilty", "innocent"))
LIGHT = frozenset("be have do get go make take come say".split())


def matching_frames(lexicon: Lexicon, verb: Token) -> list[Frame]:
    """The frames of a verb or predicate adjective whose every further word stands below it; longest wording first."""
    found = []
    predicate = verb.dep_ in ("acomp", "attr", "oprd") or verb.pos_ == "ADJ"
    participle = ("verb", "adjective") if verb.tag_ == "VBN" and not children(verb, "aux", "dobj") else ("verb",)
    for part in ("adjective",) if predicate else participle:
        own = verb_lemma(lexicon, verb)
        for key in dict.fromkeys((own, verb.lower_)) if part == "adjective" else (own,):
            frames = lexicon.frames.get((part, key), ())
            company = _company(verb) if any(" " in f.wording for f in frames) else set()
            found += [f for f in frames if stands(f, verb, company)]
    return found


def tells_of_death(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb or predicate adjective says that somebody has died."""
    return any(f.property == lexicon.construction("death") for f in matching_frames(lexicon, verb))


def has_own_object(verb: Token, frame: Frame) -> bool:
    """ "took her son to Boston", "moved patients to": a wording of a verb and a preposition, beside another object."""
    words_ = frame.wording.split()
    alone = len(words_) == 2 and frame.object == (words_[1],) and frame.subject == ("subject",)
    return alone and bool(children(verb, "dobj"))


def takes_own_object(verb: Token, frame: Frame) -> bool:
    """Whether it is somebody whom the verb takes somewhere, so that the preposition's noun is a place at most."""
    return has_own_object(verb, frame) and lemma(verb) == "take"


def verb_lemma(lexicon: Lexicon, verb: Token) -> str:
    """The lemma of a verb, with the "e" that a lemmatiser loses ("rates" is of "rate", not of "rat")."""
    found = lemma(verb)
    lost = verb.lower_.startswith(f"{found}e") or verb.lower_ == f"{found}ing"
    if lost and ("verb", found) not in lexicon.frames and ("verb", f"{found}e") in lexicon.frames:
        return f"{found}e"
    return found


def role_frames(lexicon: Lexicon, noun: Token) -> list[Frame]:
    """The frames of the longest wording the lexicon has for a role noun with its modifiers."""
    for wording in role_words(noun):
        key = wording.split(" of ")[0].split()[-1]
        frames = [f for w in (key, key.lower()) for f in lexicon.frames.get(("role", w), ())]
        found = [f for f in frames if f.wording in (wording, wording.lower())]
        if found:
            return list(dict.fromkeys(found))
    return []


def stands(frame: Frame, verb: Token, company: set[str] | None = None) -> bool:
    """Whether every further word of a frame's wording stands below a verb; `company` where its words are known."""
    further = frame.wording.split()[1:]
    if company is not None and further != ["of"] and not company.issuperset(further):
        return False
    if any(p.lower_ not in further for p in children(verb, "prt")):
        # "gave up the fight" is not "gave": a particle makes another verb.
        return False
    away = {c.lower_ for c in children(verb, "advmod")} & {"back", "away"} if children(verb, "dobj") else set()
    if away - set(further):
        return False  # "pay the money back" is not "pay it"
    if further == ["out"] and any(
        c.lower_ == "out" and c.nbor(1).lower_ == "of" for c in verb.children if c.i + 1 < len(c.doc)
    ):
        return False  # "ruled her out of the match"
    if VERDICTS & set(further) and "not" not in further and _is_cleared(verb):
        return False  # "found her not guilty" is not "found her guilty"
    if further == ["for"] and children(verb, "oprd"):
        return False  # "was called a fraud for selling it"
    if any(p.lower_ not in further for p in stranded(verb)):
        return False  # "was paid for by them" is not "was paid by them"
    if further == ["of"]:
        return any(c.lower_ == "of" for c in children(verb, "prep"))
    company = _company(verb) if company is None and further else company
    return all(w in (company or ()) for w in further)


def stranded(verb: Token) -> list[Token]:
    """The prepositions that a passive keeps right behind it when what they were of is its subject."""
    if verb.tag_ != "VBN" or verb.i + 1 >= len(verb.doc):
        return []
    behind = [c for c in children(verb, "prep") if c.i == verb.i + 1 and not children(c, "pobj", "pcomp", "prep")]
    return behind if children(verb, "agent") else []


def _is_cleared(verb: Token) -> bool:
    """ "was found not guilty": the "not" goes with the verdict."""
    verdicts = (c for c in children(verb, "oprd", "acomp") if c.lower_ in VERDICTS)
    return any(v.nbor(-1).lower_ == "not" for v in verdicts if v.i)


def _company(verb: Token) -> set[str]:
    """The words that can belong to a wording of a verb: particles, prepositions, its objects' nouns, adjectives."""
    found: set[str] = {"as"} if "as" in argument_tokens(verb) else set()
    found |= {"not"} if _is_cleared(verb) else set()
    for child in verb.children:
        if child.dep_ in (
            "prt",
            "prep",
            "dative",
            "agent",
            "advmod",
            "acomp",
            "oprd",
            "dobj",
            "attr",
            "nsubjpass",
            "neg",
        ):
            found |= {child.lower_, lemma(child)}
        verdict = child.dep_ == "oprd" and child.lower_ in VERDICTS
        if (verdict or child.dep_ in ("dobj", "prep", "dative", "acomp")) and child.lower_ != "according":
            found |= {g.lower_ for g in child.children if g.dep_ in ("prep", "pobj", "amod", "poss", "pcomp")}
            found |= {lemma(g) for g in child.children if g.dep_ in ("pobj", "amod")}
        if child.dep_ == "advcl" and any(g.dep_ == "mark" and g.lower_ == "for" for g in child.children):
            found.add("for")  # "called for her to resign"
        if child.dep_ in ("xcomp", "aux") and any(g.tag_ == "TO" for g in child.children):
            found.add("to")
    return found


def complement_of(
    lexicon: Lexicon, governor: Token, preposition: str, *, exact: bool = False, infinitive: bool = False
) -> str:
    """What a governor does to the clause below it, as the IRI the lexicon gives, or nothing.

    With a preposition the wording must have it ("accuse of"); `exact` asks a bare wording for the direct object
    ("demand"). A verb that both tells and asks ("tell") asks where the clause is an infinitive.
    """
    found = [f for f in matching_frames(lexicon, governor) if f.complement and _bears(f, preposition, exact)]
    longest = max((len(f.wording.split()) for f in found), default=0)
    said = lexicon.ontology.iri("lex:said")
    specific = [f.complement for f in found if len(f.wording.split()) == longest > 1]
    preferred = [f.complement for f in found if (f.complement != said) == infinitive]
    return next(iter(specific or preferred or [f.complement for f in found]), "")


def speaks(lexicon: Lexicon, verb: Token, effect: str) -> bool:
    """Whether the verb's subject is who asks, orders or alleges: "asked them to", but not "seemed to" or "had to"."""
    ahead = lexicon.ontology.modalities[effect].top == "planned"
    said = lexicon.ontology.iri("lex:said")
    frames = matching_frames(lexicon, verb)
    if verb.pos_ not in ("VERB", "AUX") or effect == lexicon.ontology.iri("by:permitted"):
        return False  # who allows something does not say it
    if ahead:
        return any(f.complement == said for f in frames)
    hears = lexicon.ontology.iri("by:hears")
    tells = any(f.property == lexicon.ontology.iri("by:speaksTo") for f in frames)  # "told them to leave"
    return any(f.complement == effect and (tells or f.property) and f.property != hears for f in frames)


def _bears(frame: Frame, preposition: str, exact: bool) -> bool:
    ends = frame.wording.split()[-1] if " " in frame.wording else ""
    return not (preposition and ends != preposition) and not (exact and not preposition and ends)


def argument_tokens(verb: Token) -> dict[str, list[Token]]:
    """Prepositional arguments by preposition, those that the parser hung on the object included."""
    found: dict[str, list[Token]] = {}
    guilty = [o for o in children(verb, "oprd") if o.lower_ in VERDICTS]
    for owner in (verb, *children(verb, "dobj", "prt", "acomp"), *guilty):
        for preposition, target in preposition_objects(owner):
            found.setdefault(preposition, []).append(target)
    for adverb in (c for c in children(verb, "advmod") if c.lower_ == "ahead" and c.i > verb.i):
        for preposition, target in preposition_objects(adverb):
            found.setdefault(f"ahead {preposition}", []).append(target)  # "puts work ahead of her health"
    for preposition, target in [
        (p, o) for ts in list(found.values()) for t in ts for p, o in preposition_objects(t) if p == "as"
    ]:
        found.setdefault(preposition, []).append(target)
    for origin in list(found.get("from", ())):
        for preposition, target in preposition_objects(origin):
            if preposition == "to":
                found.setdefault("to", []).append(target)
    return found
