"""Relations: from what a verb says to claims, by the frames of the ontology; the rest stays open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from extractors.arguments import Pair, fillers_of, qualifiers_of, referents_of
from extractors.causatives import causative_drafts
from extractors.clauses import Proposition
from extractors.copulas import copula_drafts
from extractors.coreference import Discourse
from extractors.drafts import (
    Draft,
    Filler,
    objection,
    phrase_literal,
    property_relation,
    text_literal,
    time_literal,
)
from extractors.frames import complement_of, matching_frames, verb_lemma
from extractors.mentions import AGENTIVE
from extractors.modality import is_inverted
from extractors.open_relations import open_drafts
from extractors.phrases import children, is_finite, is_infinitive, lemma, subtree_span, words
from extractors.referents import Referent
from extractors.senses import means_otherwise
from ontology import Frame, Literal

__all__ = ["verb_drafts"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl", "attr")

# By the tokens of a claim, the properties that it might have had and what was decided about each.
Rivals = defaultdict[frozenset[int], list[str]]


def verb_drafts(discourse: Discourse, p: Proposition) -> Iterator[Draft]:
    """The claims of one verb: a property for each pair that a frame admits, else the verb's own name."""
    verb = discourse.doc[p.trigger]
    subjects = referents_of(discourse, p.get("subject"))
    if any(c.lower_ == "any" for i in p.get("subject") for c in children(discourse.doc[i], "det")):
        return  # "any bill featuring a tax": of no bill is it said that it does
    rivals: Rivals = defaultdict(list)
    said = list(_by_frames(discourse, p, verb, rivals))
    covered = {frozenset(d.tokens) for d in said} | {
        frozenset((verb.i, s.i, o)) for o in _idiom(said, verb) for s, _ in subjects
    }
    rest = (
        copula_drafts(discourse, p, verb, subjects)
        if p.part == "copula"
        else open_drafts(discourse, p, verb, subjects, bool(said))
    )
    made = causative_drafts(discourse, p, verb, subjects)
    drafts = (*said, *(d for d in (*rest, *made) if frozenset(d.tokens) not in covered))
    crossed = any(t.lower_ == "respectively" for t in verb.sent)
    for draft in (d for d in drafts if not (crossed and _is_crossed(p, d))):
        yield replace(draft, rivals=tuple(dict.fromkeys(rivals[frozenset(draft.tokens)])))


def _is_crossed(p: Proposition, draft: Draft) -> bool:
    """ "Anna and Ben got six and four votes respectively": each has one of them, in order."""
    if len(draft.tokens) < 3:
        return False
    lists = [tokens for tokens in p.slots.values() if len(tokens) > 1]
    places = [tokens.index(i) for i in draft.tokens[1:3] for tokens in lists if i in tokens]
    sizes = {len(tokens) for tokens in lists if set(tokens) & set(draft.tokens[1:3])}
    return len(places) == 2 and len(sizes) == 1 and places[0] != places[1]


def _idiom(said: list[Draft], verb: Token) -> set[int]:
    """The nouns that belong to a wording already claimed: "part" in "take part in", "life" in "take own life"."""
    wordings = {w for d in said for w in d.relation.lemma.split()[1:]}
    return {o.i for o in children(verb, "dobj") if o.lemma_.lower() in wordings}


def _by_frames(discourse: Discourse, p: Proposition, verb: Token, rivals: Rivals) -> Iterator[Draft]:
    """One claim for each pair: by the longest wording whose property admits both; `rivals` tells of the others."""
    done: dict[frozenset[int], str] = {}
    worded: set[int] = set()
    for frame in _frames(discourse, p, verb):
        for s_token, subject in _subjects(discourse, p, frame):
            for o_token, found in _objects(discourse, p, verb, frame):
                used = (verb.i, s_token.i, o_token.i)
                against, pair = objection(discourse, frame, subject, found), frozenset(used)
                label = discourse.lexicon.ontology.properties[frame.property or ""].label
                if against or done.get(pair, label) != label:
                    rivals[pair].append(f"not {label}: {against or f'{done[pair]} comes first'}")
                figure = o_token.i in worded and lemma(verb) == "pay"  # "paid tribute to": nobody paid for it
                if against or pair in done or figure:
                    continue
                done[pair] = label
                worded |= {o.i for o in children(verb, "dobj") if o.lemma_.lower() in frame.wording.split()[1:]}
                relation = property_relation(discourse, frame.property or "", chained(discourse, verb, frame.wording))
                yield Draft(
                    verb.i,
                    subject,
                    relation,
                    found,
                    f"frame {frame.part}",
                    used,
                    qualifiers_of(discourse, p, (*used, *worded)),
                    frame.negative,
                    presupposed=frame.presupposed,
                    voice=_describer(discourse, p, frame),
                )


def _frames(discourse: Discourse, p: Proposition, verb: Token) -> Iterator[Frame]:
    """The frames of a verb and of what it says something is, as far as they may hold of this clause."""
    freed, properties = _is_freed(verb), discourse.lexicon.ontology.properties
    for word in (verb, *(discourse.doc[i] for i in p.get("attribute"))):
        for frame in matching_frames(discourse.lexicon, word):
            ours = frame.part in ("verb", "adjective") and frame.property and not properties[frame.property].derived
            if (
                ours
                and not (freed and "from" not in frame.wording.split())
                and not means_otherwise(discourse, p, verb, frame)
            ):
                yield frame


def _describer(discourse: Discourse, p: Proposition, frame: Frame) -> Referent | None:
    """Who describes something as what it is then said to be, or accuses somebody: the words are theirs."""
    accused = frame.property == discourse.lexicon.ontology.iri("by:accusedOf")
    if "object" not in frame.subject or not (accused or frame.property == discourse.lexicon.construction("kind")):
        return None
    describers = referents_of(discourse, p.get("subject"))
    if not describers:
        return discourse.unnamed if p.get("subject") else None
    return describers[0][1].author or describers[0][1]


def _is_freed(verb: Token) -> bool:
    """ "stopped the council from closing the school": it is the closing that is stopped, not the council."""
    return any(c.lower_ == "from" and children(c, "pcomp") for c in children(verb, "prep"))


def chained(discourse: Discourse, verb: Token, wording: str) -> str:
    """A wording with the verbs before it that decide whether it came about: "refuse to let", "stop using"."""
    lexicon = discourse.lexicon
    decisive = {lexicon.ontology.iri(f"lex:{name}") for name in ("denied", "refused", "implied")}
    while verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        infinitive = is_infinitive(verb)
        if complement_of(lexicon, verb.head, "", infinitive=infinitive) not in decisive:
            break
        verb, wording = verb.head, f"{verb_lemma(lexicon, verb.head)} {'to ' if infinitive else ''}{wording}"
    return wording


def _subjects(discourse: Discourse, p: Proposition, frame: Frame) -> list[tuple[Token, Referent]]:
    return referents_of(discourse, p.first(frame.subject))


def _objects(discourse: Discourse, p: Proposition, verb: Token, frame: Frame) -> list[Pair]:
    if frame.object == ("value",):
        return [(verb, text_literal(discourse, frame.value or frame.wording))]
    if frame.object[0] in ("time", "start", "end"):
        value = _time_value(discourse, verb, frame.object[0])
        return [(verb, value)] if value is not None else []
    if frame.object[0] == "complement":
        clauses = (discourse.doc[i] for i in p.get("complement") if discourse.doc[i].dep_ == "ccomp")
        # "saw their taxes go up" is no "saw that".
        told = (c for c in clauses if is_finite(c) or not children(c, "nsubj", "nsubjpass"))
        # "Had it happened earlier, I think …": a condition is nothing that is thought.
        told = (c for c in told if not is_inverted(c))
        # "a plan which she said would fail": what is said has its subject elsewhere.
        told = (c for c in told if all(s.i > verb.i or s.tag_ != "WDT" for s in children(c, "nsubj", "nsubjpass")))
        # "what she says it would do"
        told = (c for c in told if not any(o.tag_ == "WP" for o in children(verb, "dobj")))
        # "a rule they say could harm them"
        told = (c for c in told if verb.dep_ != "relcl" or children(c, "nsubj", "nsubjpass", "expl", "csubj"))
        return [(c, text_literal(discourse, text)) for c in told if (text := _told(discourse, c))]
    return [(t, _as_entity(discourse, t, f, frame)) for t, f in fillers_of(discourse, p.first(frame.object))]


def _time_value(discourse: Discourse, verb: Token, slot: str) -> Literal | None:
    """When it holds, or where the time is an interval its beginning or end."""
    future = discourse.is_future(verb)
    time = discourse.time(verb, future=future)
    if time is None or (slot == "end" and time.precision != "interval"):
        return None
    if slot == "time" or "/" not in time.value:
        return time_literal(discourse, time)
    return text_literal(discourse, time.value.split("/")[-1 if slot == "end" else 0])


def _told(discourse: Discourse, clause: Token) -> str:
    """What a clause says, up to the end of the quotation that it stands in; nothing where it lost its subject."""
    quotation = discourse.quotation(clause)
    cut = is_finite(clause) and clause.tag_ in ("VBD", "VBZ") and not children(clause, *_SUBJECTS)
    if re.fullmatch(r"(he|she|they|it|i|we) (said|says|added)", words(subtree_span(clause)).lower()):
        return ""
    torn = cut and clause.left_edge == clause and clause.pos_ == "AUX"  # "found that … were likely to go home"
    if quotation is None and cut and (torn or clause.doc[clause.left_edge.i - 1].lower_ in ("and", ",")):
        return ""
    before = [s for s in children(clause, *_SUBJECTS) if quotation is not None and s.i < quotation.start]
    if quotation is not None and clause.right_edge.i >= quotation.end and not before:
        return content(clause, clause.doc[max(clause.left_edge.i, quotation.start) : quotation.end])
    return content(clause)


def content(clause: Token, told: Span | None = None) -> str:
    """What somebody says, without "that" and quotation marks; of the `told` words where these are not all of it."""
    told = subtree_span(clause) if told is None else told
    cue = clause.head
    if told[0].tag_ in ("WDT", "WP") and told.start < cue.i < clause.i:
        told = told.doc[cue.i + 1 : told.end]  # "the system, which experts say hurts schools"
    text = re.sub("[“”\"]|''", "", words(told))
    text = re.sub(r"[\s,]+(and|but|or)$", "", text.strip(" ,"))
    meant = told[0].dep_ in ("nsubj", "nsubjpass") and told[0].head == clause  # "said that was a matter for the court"
    return (text if meant else re.sub(r"^that\s+", "", text)).strip(" ,")


def _as_entity(discourse: Discourse, token: Token, found: Filler, frame: Frame) -> Filler:
    """A plain noun as an entity where the property relates entities: of any kind, or a group that the verb asks for."""
    known = discourse.lexicon.ontology.properties.get(frame.property or "")
    referent = discourse.referent(token)
    if known is not None and known.literal and isinstance(found, Referent):
        return phrase_literal(discourse, token) or found
    if not isinstance(found, Literal) or known is None or known.literal or referent is None:
        return found
    ontology = discourse.lexicon.ontology
    if ontology.iri("schema:Thing") in known.range:
        return referent
    if ontology.iri("by:Agent") in known.range and token.tag_ == "NNS" and lemma(token).endswith(AGENTIVE):
        referent.type = ontology.iri("by:Group")
        return referent
    return found
