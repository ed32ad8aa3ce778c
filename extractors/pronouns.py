"""Pronouns: the referent that fits in gender and number, by syntax and nearness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from extractors.advocates import speaking_for_others
from extractors.binding import barred_from
from extractors.frames import matching_frames, role_frames, tells_of_death
from extractors.noun_classes import noun_class
from extractors.phrases import children, lemma
from extractors.quotations import is_speech_verb
from extractors.referents import Referent, is_agent
from extractors.salience import salience
from extractors.settled import FEMININE, MASCULINE, agrees, settled
from extractors.several import NEUTER, PLURAL, may_be_several
from ontology import Lexicon

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["antecedent", "first_person"]

_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_SECOND = frozenset("you your yours yourself yourselves".split())
_MARGIN = 30.0
_THING_MARGIN = 15.0
_OWNER_MARGIN = 12.0
# Below these even the only one who fits is a guess: nobody has spoken of it for a while.
_FAINT = 10.0
_FAINT_THING = 57.0
_INTRODUCED = 65.0
_ALONE = 100.0


def first_person(token: Token) -> bool:
    """Whether a token is "I", "we" or a form of them."""
    return token.lower_ in _FIRST


def antecedent(discourse: Discourse, token: Token) -> tuple[Referent, bool] | None:
    """The likeliest referent of a third-person pronoun and whether it is sure; None where none fits."""
    word = token.lower_
    if word not in FEMININE | MASCULINE | PLURAL | NEUTER or (word in NEUTER and _is_expletive(token)):
        return None
    inside = discourse.quotation(token)
    says = inside.speaker if inside is not None else None
    speaker = (discourse.by_head.get(says) or settled(discourse, discourse.doc[says])) if says is not None else None
    certain = settled(discourse, token)
    if certain is not None:
        return _told(word, certain, discourse.lexicon), True
    advocates = speaking_for_others(discourse, token) if word in FEMININE | MASCULINE else set()
    candidates = [r for r in discourse.referents if r is not speaker and r not in advocates]
    if speaker is not None and token.lower_ in PLURAL:
        candidates = [r for r in candidates if r is not speaker.speaks_for]  # those are "we"
    scored = _scored(discourse, token, candidates)
    candidates += advocates
    scored = scored or _scored(discourse, token, candidates) or _unlikely(discourse, token, candidates)
    if not scored:
        return None
    best = scored[0][1]
    discourse.leads[token.i] = scored[0][0] - scored[1][0] if len(scored) > 1 else _ALONE
    if (
        _is_broken_off(discourse, token, best)
        or _is_faint(token, scored[0][0], quoted=inside is not None)
        or _is_tie(token, scored)
        or _may_live(token, scored, discourse.lexicon)
        or may_be_several(token, best)
    ):
        return best, False
    return _told(word, best, discourse.lexicon), True


def _scored(
    discourse: Discourse, token: Token, candidates: Sequence[Referent], *, likely: bool = True
) -> list[tuple[float, Referent]]:
    """Those whom a pronoun can mean, the most salient first."""
    barred = barred_from(discourse, token)
    fitting = [r for r in candidates if r not in barred and not barred & {*r.members}]
    fitting = [r for r in fitting if agrees(token.lower_, r, discourse.lexicon, likely=likely)]
    fitting = _able(discourse, token, fitting)
    scored = [(s, r) for r in fitting if (s := salience(discourse, token, r)) is not None]
    return sorted(scored, key=lambda pair: -pair[0])


def _unlikely(discourse: Discourse, token: Token, candidates: Sequence[Referent]) -> list[tuple[float, Referent]]:
    """ "Sam Holm left. She": where nobody else fits, the only one near, whatever the given name suggests."""
    scored = _scored(discourse, token, candidates, likely=False)
    return scored if len(scored) == 1 and scored[0][0] > _INTRODUCED else []


def _is_broken_off(discourse: Discourse, token: Token, referent: Referent) -> bool:
    """ "She was waiting for a friend. She left.": as little as the first "she" is known is the second."""
    if token.dep_ not in ("nsubj", "nsubjpass") or token.lower_ not in FEMININE | MASCULINE:
        return False
    start = max((m.head for m in referent.mentions if m.head < token.i), default=0)
    same = FEMININE if token.lower_ in FEMININE else MASCULINE
    before = [
        t
        for t in discourse.doc[max(start - 25, 0) : start]
        if t.lower_ in same and t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"
    ]
    head = discourse.doc[start]
    lower = head.dep_ not in ("nsubj", "nsubjpass") and head.sent != token.sent
    return bool(before) and lower and before[-1].sent == head.sent and before[-1].i not in discourse.by_head


def _told(word: str, referent: Referent, lexicon: Lexicon) -> Referent:
    """The referent, with the gender that a pronoun tells of it."""
    if word in FEMININE | MASCULINE and not referent.gender:
        referent.gender = lexicon.ontology.iri("by:Feminine" if word in FEMININE else "by:Masculine")
    return referent


def _is_faint(token: Token, score: float, *, quoted: bool) -> bool:
    """Whether the only one who fits was spoken of too long ago; for the "it" of somebody's words, outside of them."""
    person = token.lower_ in FEMININE | MASCULINE
    return score < (_FAINT if person else _FAINT_THING if quoted and token.lower_ in NEUTER else 0)


def _is_tie(token: Token, scored: list[tuple[float, Referent]]) -> bool:
    """Whether two things, or people whose gender nothing tells, are nearly as likely: then nothing is sure."""
    if len(scored) < 2:
        return False
    difference = scored[0][0] - scored[1][0]
    if token.lower_ in FEMININE | MASCULINE:
        likely = {r.likely_gender for _, r in scored[:2]}
        return difference < _MARGIN and not any(r.gender for _, r in scored[:2]) and len(likely) == 1
    return difference < (_OWNER_MARGIN if token.dep_ == "poss" else _THING_MARGIN)


def _may_live(token: Token, scored: list[tuple[float, Referent]], lexicon: Lexicon) -> bool:
    """ "Anna's grandson was ill before he died": where another is nearly as likely, nobody is said to be dead."""
    dies = (token.dep_ in ("nsubj", "nsubjpass") and tells_of_death(token.head, lexicon)) or (
        token.dep_ == "poss" and lemma(token.head) == "death"
    )
    return dies and len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN


def _able(discourse: Discourse, token: Token, fitting: list[Referent]) -> list[Referent]:
    """Those who can do what the verb says: speakers speak, and where somebody has died it is they who "died"."""
    verb, lexicon = token.head, discourse.lexicon
    if token.dep_ == "poss" and lemma(token.head) == "death":
        dead = _dead(discourse)
        return [r for r in fitting if r in dead] or fitting
    if token.dep_ == "poss":
        return _owners(token, fitting, lexicon) or fitting
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return fitting
    if said := {lemma(a) for a in children(verb, "attr")}:
        # "it was still a bold plan" is said of a plan, where the text has one.
        same = [r for r in fitting if said & r.roles]
        kinds = [k for a in children(verb, "attr") if (k := noun_class(a, lexicon))]
        # "It might be a blip" is said of what has been told; of a thing with a name only what such a thing can be.
        able = [r for r in fitting if not r.named or any(_may_be_a(r, k, lexicon) for k in kinds)]
        return same or (able if token.lower_ == "it" else fitting)
    if is_speech_verb(verb, lexicon):
        voices = [r for r in fitting if lexicon.ontology.is_a(r.type, lexicon.ontology.iri("by:Voice"))]
        parties = [r for r in voices if token.lower_ in PLURAL and is_agent(r, lexicon)]  # papers rarely say "they"
        real = [r for r in voices if not _is_anybody(discourse, r)]
        return parties or (real if any(r.named for r in real) else voices) or fitting
    if tells_of_death(verb, lexicon):
        dead = _dead(discourse)
        return [r for r in fitting if r in dead] or fitting
    return _admitted(token, fitting, lexicon) if token.lower_ in NEUTER | PLURAL else fitting


def _admitted(token: Token, fitting: list[Referent], lexicon: Lexicon) -> list[Referent]:
    """ "It rejected the plan": no call, where the ontology lets only agents do what the verb says."""
    ontology, passive = lexicon.ontology, token.dep_ == "nsubjpass"
    frames = [f for f in matching_frames(lexicon, token.head) if f.property in ontology.properties]
    wanted: set[str] = set()
    for frame in frames:
        known = ontology.properties[frame.property or ""]
        if "object" in frame.object if passive else "subject" in frame.subject:
            wanted |= {*(known.range if passive else known.domain)} or {ontology.iri("schema:Thing")}
    if not wanted or ontology.iri("schema:Thing") in wanted:
        return fitting
    idle = [ontology.iri(f"schema:{kind}") for kind in ("Event", "CreativeWork")]
    able = [r for r in fitting if not r.type or ontology.is_a(r.type, *wanted) or not ontology.is_a(r.type, *idle)]
    return able or fitting


def _may_be_a(referent: Referent, kind: str, lexicon: Lexicon) -> bool:
    """Whether what a noun says something is does not exclude what is known of it."""
    is_a = lexicon.ontology.is_a
    return not referent.type or is_a(kind, referent.type) or is_a(referent.type, kind)


def _is_anybody(discourse: Discourse, referent: Referent) -> bool:
    """ "a replacement candidate": somebody of whom the text only speaks as "a" such, and who has done nothing."""
    heads = [discourse.doc[m.head] for m in referent.mentions]
    vague = all(any(c.lower_ in ("a", "an", "any", "another") for c in children(h, "det")) for h in heads)
    return not referent.named and vague and not any(h.dep_ in ("nsubj", "nsubjpass") for h in heads)


def _dead(discourse: Discourse) -> set[Referent]:
    """Those of whose death the text has spoken, by a noun or by a verb."""
    told = {r.owner for r in discourse.referents if "death" in r.roles and r.owner is not None}
    sharing = (v.head if v.dep_ == "conj" and not children(v, "nsubj") else v for v in discourse.dying)
    found = (discourse.referent(s) for v in sharing for s in children(v, "nsubj", "nsubjpass"))
    return told | {r for r in found if r is not None}


def _owners(token: Token, fitting: list[Referent], lexicon: Lexicon) -> list[Referent]:
    """Those of which somebody can be what the noun says: "its author" is a work's, "their captain" a group's."""
    known = [lexicon.ontology.properties[f.property] for f in role_frames(lexicon, token.head) if f.property]
    able = [r for r in fitting if any(lexicon.ontology.is_a(r.type, *p.range) for p in known)]
    # Much can be led; "its chairman" is a body's, where there is one.
    body = lexicon.ontology.iri("schema:Organization")
    return [r for r in able if token.lower_ in NEUTER and lexicon.ontology.is_a(r.type, body)] or able


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
    if verb.lemma_ == "be" and any(a.lemma_ == "time" or ":" in a.text for a in children(verb, "attr")):
        return True
    return verb.lemma_ == "be" and any(
        c.dep_ in ("ccomp", "xcomp", "advcl") or any(g.dep_ in ("ccomp", "xcomp") for g in c.children) for c in clauses
    )
