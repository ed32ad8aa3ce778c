"""Voices: who stands behind a post or a body's "we", and who the nameless person of the first sentence is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from extractors.frames import matching_frames, role_frames
from extractors.phrases import children, lemma, preposition_objects
from extractors.referents import Referent, is_person

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["find_authors", "find_bodies", "name_the_lead", "represented"]


def represented(discourse: Discourse, token: Token) -> Referent | None:
    """The body or country that somebody with this office speaks for: "spokesman for the navy"."""
    iri = discourse.lexicon.ontology.iri
    speaking = {iri("by:represents"), iri("by:leads")}
    if not any(f.property in speaking for f in role_frames(discourse.lexicon, token)):
        return None
    targets = [
        *children(token, "poss", "compound", "nmod"),
        *(o for p, o in preposition_objects(token) if p in ("of", "for", "at")),
    ]
    found = (discourse.referent(t) for t in targets)
    return next((r for r in found if r is not None and r.type and not is_person(r, discourse.lexicon)), None)


def find_bodies(discourse: Discourse) -> None:
    """Give each person the body that an office beside the name speaks for, where it is named only after it."""
    for referent in discourse.referents:
        if referent.speaks_for is None and referent.named and is_person(referent, discourse.lexicon):
            offices = [discourse.doc[m.head] for m in referent.mentions if m.kind == "nominal"]
            found = (represented(discourse, o) for o in offices)
            referent.speaks_for = next((r for r in found if r is not None), None)


def find_authors(discourse: Discourse) -> None:
    """Give a work without an author the one who is said to have written it: "she tweeted … A tweet read"."""
    work = discourse.lexicon.ontology.iri("schema:CreativeWork")
    for referent in discourse.referents:
        if (
            referent.author is None
            and not referent.named
            and referent.type
            and discourse.lexicon.ontology.is_a(referent.type, work)
        ):
            referent.author = _writer(discourse, referent)


def _writer(discourse: Discourse, work: Referent) -> Referent | None:
    """The subject of the verb that brings the work about, or of a verb of the same name before it."""
    publishes = discourse.lexicon.ontology.iri("by:publishes")
    for mention in work.mentions:
        token = discourse.doc[mention.head]
        if token.dep_ == "dobj" and any(
            f.property == publishes for f in matching_frames(discourse.lexicon, token.head)
        ):
            found = next(
                (discourse.referent(s) for s in children(token.head, "nsubj") if discourse.referent(s) is not None),
                None,
            )
            if found is not None:
                return found
    first = min(work.mentions)
    head = discourse.doc[first.head]
    verbs = [
        t for t in discourse.doc[: first.start] if t.pos_ == "VERB" and lemma(t) == lemma(head) and children(t, "nsubj")
    ]
    if not verbs or head.sent.start - verbs[-1].sent.end > 60:
        return None
    return discourse.referent(children(verbs[-1], "nsubj")[0])


_ACCUSED = frozenset(
    "charge accuse arrest convict sentence jail imprison remand fine ban suspend dismiss sack investigate".split()
)
_IN_COURT = frozenset("appear plead deny admit face stand accept confess steal take refuse pocket defraud".split())
_HARMED = frozenset("die find kill stab shoot injure hit attack".split())


def name_the_lead(discourse: Discourse) -> None:
    """Let the nameless person of the first sentences be the one whom the next ones name with the same office.

    News opens with "A headteacher in …" and goes on with "Anna Brandt, head of …".
    """
    sentences = [s for s in discourse.doc.sents if any(t.is_alpha for t in s)][:6]
    for n, first in enumerate(sentences[:3]):
        lead = next((r for r in discourse.referents if _is_nameless(discourse, r, first.start, first.end)), None)
        if lead is None:
            continue
        after = sentences[n + 1 : n + 4]
        named = [r for s in after for r in discourse.referents if _opens(discourse, r, s.start, s.end)]
        alike = [r for r in dict.fromkeys(named) if _same_office(discourse, lead, r)]
        # "A former buyer has been jailed. Jonas Weiss, 57, took cash": the first to be named, by name and age.
        told = [r for r in named[:1] if _has_age(discourse, r) and _agree(lead, r) and _is_alone(discourse, lead, r)]
        passed_over = bool(named) and named[0] not in alike and _has_age(discourse, named[0])
        if told or (len(alike) == 1 and not passed_over):
            _merge(discourse, lead, (told or alike)[0])
            return


def _has_age(discourse: Discourse, referent: Referent) -> bool:
    """Whether somebody's first mention has an age behind it and nothing else that says who it is."""
    first = min(m for m in referent.mentions if m.kind == "name")
    behind = discourse.doc[first.end : first.end + 3]
    aged = len(behind) == 3 and behind[0].text == "," and behind[1].text.isdigit() and behind[2].text == ","
    return aged and not referent.roles


def _is_alone(discourse: Discourse, lead: Referent, named: Referent) -> bool:
    """Whether the name can be nobody's else: no victim's, no rival's; who is charged goes on to appear in court."""
    since, until = (min(r.mentions).start for r in (lead, named))
    people = (r for r in discourse.referents if r not in (lead, named) and is_person(r, discourse.lexicon))
    others = any(not r.plural and since < min(r.mentions).start < until for r in people)
    above, verb = (discourse.doc[min(r.mentions).head].head for r in (lead, named))
    accused = lemma(above) in _ACCUSED
    follows = lemma(verb) in _ACCUSED | _IN_COURT if accused else lemma(verb) not in _HARMED
    return not others and follows


def _agree(lead: Referent, named: Referent) -> bool:
    told = named.gender or named.likely_gender
    return not lead.gender or not told or lead.gender == told


def _opens(discourse: Discourse, referent: Referent, start: int, end: int) -> bool:
    """Whether a person is first named as the subject that opens a sentence."""
    if not referent.named or not is_person(referent, discourse.lexicon):
        return False
    first = min(referent.mentions)
    return start <= first.start < min(start + 4, end) and discourse.doc[first.head].dep_ in ("nsubj", "nsubjpass")


def _is_nameless(discourse: Discourse, referent: Referent, start: int, end: int) -> bool:
    if referent.named or not is_person(referent, discourse.lexicon) or referent.plural:
        return False
    first = min(referent.mentions)
    token = discourse.doc[first.head]
    return (
        start <= first.start < end
        and token.dep_ in ("nsubj", "nsubjpass")
        and any(c.lower_ in ("a", "an") for c in children(token, "det"))
    )


def _same_office(discourse: Discourse, lead: Referent, named: Referent) -> bool:
    def offices(referent: Referent) -> set[str]:
        heads = [discourse.doc[m.head] for m in referent.mentions]
        copulas = [h.head for h in heads if h.dep_ == "nsubj" and h.head.lemma_ in ("be", "become")]
        nominal = [discourse.doc[m.head] for m in referent.mentions if m.kind == "nominal"]
        if referent.named:
            nominal = [t for t in nominal if not any(c.lower_ in ("a", "an") for c in children(t, "det"))]
        tokens = nominal + [a for c in copulas for a in children(c, "attr")]
        return {f.property for t in tokens for f in role_frames(discourse.lexicon, t) if f.property}

    return bool(offices(lead) & offices(named))


def _merge(discourse: Discourse, lead: Referent, named: Referent) -> None:
    for mention in lead.mentions:
        discourse.add(mention, named)
    for i in [i for i, r in discourse.by_head.items() if r is lead]:
        discourse.by_head[i] = named
    for owned in (r for r in discourse.referents if r.owner is lead):
        owned.owner, owned.name = named, owned.name.replace(lead.name, named.name, 1)
    named.mentions.sort()
    named.gender = named.gender or lead.gender
    named.roles |= lead.roles
    discourse.referents.remove(lead)
