"""Attribution: who says so. The speaker of a clause, of a quotation, of "according to"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extractors.coreference import Discourse
from extractors.phrases import children, preposition_objects
from extractors.quotations import is_speech_verb
from extractors.referents import Referent, is_agent

__all__ = [
    "according_to",
    "accounts",
    "bearer_of",
    "is_passive",
    "quoted_speaker",
    "speaker_of",
    "subjects_of",
    "voice",
]

# "The Latest: …", "Analysis: …": kinds of article, and nobody who speaks.
_LABELS = frozenset(
    "latest update updates live breaking exclusive watch analysis opinion editorial video photos poll factbox "
    "explainer correction review interview profile".split()
)
_VIEWS = frozenset("view opinion account estimation judgment judgement telling".split())


def voice(discourse: Discourse, token: Token | None) -> Referent | None:
    """Whose voice a mention carries: a work speaks with its author's."""
    referent = discourse.referent(token) if token is not None else None
    if referent is None and token is not None:
        # "A fourth, Anna Brandt, said": who that is stands beside it.
        referent = next((r for a in children(token, "appos") if (r := discourse.referent(a)) is not None), None)
    return (referent.author or referent) if referent is not None else None


def subjects_of(verb: Token) -> list[Token]:
    """The grammatical subjects of a verb, or of the verb that it shares them with."""
    seen = verb
    for _ in range(5):
        found = children(seen, "nsubj", "nsubjpass", "csubj", "expl")
        if found:
            return found
        if seen.dep_ == "acl" and seen.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return [seen.head]
        if seen.dep_ in ("conj", "xcomp", "advcl", "pcomp"):
            seen = seen.head if seen.dep_ != "pcomp" else seen.head.head
        else:
            return []
    return []


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive."""
    return bool(children(verb, "auxpass", "nsubjpass")) or (
        verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and not children(verb, "aux")
    )


def speaker_of(discourse: Discourse, verb: Token) -> Referent | None:
    """Who says what a verb of saying reports; None for "it is said" and "he was told" without an agent."""
    if is_passive(verb):
        agents = [o for a in children(verb, "agent") for o in children(a, "pobj")]
        return (voice(discourse, agents[0]) or discourse.unnamed) if agents else None
    subjects = subjects_of(verb)
    if not subjects or subjects[0].dep_ in ("expl", "csubj"):
        return None  # "applying for it required them to travel": nobody says so
    if subjects[0].lower_ in ("i", "we") and discourse.referent(subjects[0]) is None:
        return quoted_speaker(discourse, subjects[0]) or discourse.unnamed
    found = voice(discourse, subjects[0])
    # "It said that": somebody of whom nothing else is known; "it followed that": nobody.
    nobody = subjects[0].lower_ == "it" and not is_speech_verb(verb, discourse.lexicon)
    return found or (None if nobody else discourse.unnamed)


def bearer_of(discourse: Discourse, noun: Token) -> Referent | None:
    """Whose claim, plea or proposal a noun is: "the firm's claim that", "a call by the union to"."""
    owners = [*children(noun, "poss"), *(o for p, o in preposition_objects(noun) if p in ("by", "from"))]
    found = (voice(discourse, o) for o in owners)
    return next((r for r in found if r is not None and is_agent(r, discourse.lexicon)), None)


def accounts(discourse: Discourse, verb: Token) -> list[Referent]:
    """Whose account a clause is, innermost first: of "according to the agency, quoting the paper" the paper's."""
    found = according_to(discourse, verb)
    targets = (t for c in verb.children for t in _targets(c))
    citing = (c for t in targets for c in children(t, "acl") if c.lemma_ in ("quote", "cite"))
    cited = (o for c in citing for o in children(c, "dobj"))
    return [r for r in (*(voice(discourse, o) for o in cited), found) if r is not None]


def according_to(discourse: Discourse, verb: Token) -> Referent | None:
    """The source that "according to", or a parenthetical "she said", gives for a clause."""
    for child in (*verb.children, *_trailing(verb)):
        for target in _targets(child):
            return voice(discourse, target) or discourse.unnamed
        if child.dep_ == "prep" and (found := _in_view_of(discourse, child)) is not None:
            return found
        finite = child.pos_ == "VERB" and child.tag_ != "VBN"  # "drugs, called beta blockers, can help"
        if child.dep_ == "parataxis" and finite and children(child, "nsubj"):
            return voice(discourse, children(child, "nsubj")[0]) or discourse.unnamed
    return colon_speaker(discourse, verb)


def _targets(child: Token) -> list[Token]:
    """Whom "according to" names."""
    return [o for to in children(child, "prep") for o in children(to, "pobj")] if child.lower_ == "according" else []


def _trailing(verb: Token) -> list[Token]:
    """ "It stood at two million and has grown since, according to X": what ends the sentence covers both clauses."""
    last = verb
    while later := [c for c in children(last, "conj") if c.pos_ in ("VERB", "AUX")]:
        last = later[-1]
    return [c for c in last.rights if c.lower_ == "according" and c.nbor(-1).text == ","] if last != verb else []


def colon_speaker(discourse: Discourse, verb: Token) -> Referent | None:
    """Who stands alone before a colon at the head of a line: "Police: Anna Brandt is safe"."""
    sentence = verb.sent
    colon = next((t for t in sentence[:6] if t.text == ":"), None)
    if colon is None or verb.i < colon.i or verb.dep_ != "ROOT":
        return None
    before = sentence[: colon.i - sentence.start]
    if (
        not len(before)
        or before[-1].lower_ in _LABELS
        or any(t.pos_ not in ("NOUN", "PROPN", "DET", "ADJ") for t in before)
    ):
        return None
    found = discourse.referent(before[-1])
    if len(before) == 1 and before[0].text.isupper() and len(before[0].text) > 4 and before[0].pos_ == "PROPN":
        return None  # "KARACHI: The assembly met": where it was written
    return found if found is not None and is_agent(found, discourse.lexicon) else None


def _in_view_of(discourse: Discourse, preposition: Token) -> Referent | None:
    """ "In the lawyer's view": whose."""
    # "It broke, and in the words of the judge, …": the words are of what follows.
    beyond = any(preposition.head.i < c.i < preposition.i for c in children(preposition.head, "cc"))
    for noun in children(preposition, "pobj") if preposition.lower_ in ("in", "to", "for") and not beyond else ():
        if noun.lemma_ in _VIEWS:
            return next((voice(discourse, p) or discourse.unnamed for p in children(noun, "poss")), None)
    return None


def _is_title(quoted: Span) -> bool:
    """ "on “State of the Union”": a name in quotation marks is nobody's words."""
    words = [t for t in quoted if t.is_alpha and not t.is_stop]
    return (
        0 < len(words) < 7 and all(t.text[0].isupper() for t in words) and quoted[-1].text not in (".", "!", "?", ",")
    )


def quoted_speaker(discourse: Discourse, token: Token) -> Referent | None:
    """The speaker of the quotation that a token stands in; an unnamed one where a quoted sentence has none."""
    quotation = discourse.quotation(token)
    if quotation is None or _is_title(discourse.doc[quotation.start : quotation.end]):
        return None
    if quotation.speaker is None:
        return discourse.unnamed if quotation.whole or token.pos_ == "VERB" else None
    return voice(discourse, discourse.doc[quotation.speaker]) or discourse.unnamed
