"""Referents: who or what the names of a document stand for, one each, typed by all of their mentions together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from extractors.mentions import Mention, noun_class
from extractors.names import is_acronym_of, is_misspelling, is_short_form, is_short_person
from extractors.phrases import children, preposition_objects
from ontology import Lexicon

__all__ = ["Referent", "gender_of_title", "group_names", "is_person"]

_SURE = 6.0


@dataclass(eq=False)
class Referent:
    """Somebody or something spoken of, while the document is being read.

    `type` is a class IRI or empty; `gender` the IRI of a gender or empty; `owner` whose it is ("Ruth's family");
    `member` tells a plurality from one.
    """

    name: str
    mentions: list[Mention] = field(default_factory=list)
    named: bool = False
    type: str = ""
    gender: str = ""
    plural: bool = False
    owner: Referent | None = None
    author: Referent | None = None
    speaks_for: Referent | None = None
    misspellings: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    wordings: set[str] = field(default_factory=set)

    @property
    def aliases(self) -> list[str]:
        """All wordings but pronouns and the name itself, with the title where there is one, sorted."""
        found = {f"{m.title} {m.text}".strip() for m in self.mentions if m.kind != "pronoun"} | {
            m.text for m in self.mentions if m.kind != "pronoun"
        }
        return sorted((found | self.wordings) - {self.name})


def is_person(referent: Referent, lexicon: Lexicon) -> bool:
    """Whether a referent's type is a person."""
    return lexicon.ontology.is_a(referent.type, lexicon.ontology.iri("schema:Person"))


def gender_of_title(title: str, lexicon: Lexicon) -> str:
    """The gender that a title tells, or nothing."""
    node = lexicon.words("title").get(title, "")
    return node if node in _genders(lexicon) else ""


def _genders(lexicon: Lexicon) -> set[str]:
    return {lexicon.ontology.iri("by:Feminine"), lexicon.ontology.iri("by:Masculine")}


def group_names(doc: Doc, mentions: Iterable[Mention], lexicon: Lexicon) -> list[Referent]:
    """One referent for each name: full forms first, then short forms, acronyms and probable misspellings join them."""
    by_text: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.kind == "name":
            by_text.setdefault((mention.text.lower(), gender_of_title(mention.title, lexicon)), []).append(mention)
    referents: list[Referent] = []
    keys = sorted(by_text, key=lambda k: (-len(k[0].split()), by_text[k][0].start))
    for key in keys:
        same = by_text[key]
        referent = _known(doc, same, referents, lexicon)
        if referent is None:
            referent = Referent(_best_text(same), named=True)
            referents.append(referent)
        elif _is_slip(same[0], referent):
            referent.misspellings |= {f"{m.title} {m.text}".strip() for m in same}
        referent.mentions = sorted([*referent.mentions, *same])
        referent.gender = referent.gender or key[1]
        referent.type = _vote(doc, referent, lexicon)
    return sorted(referents, key=lambda r: r.mentions[0].start)


def _best_text(same: list[Mention]) -> str:
    texts = [m.text for m in same]
    cased = [t for t in texts if not t.isupper()] or texts
    return cased[0]


def _is_slip(mention: Mention, referent: Referent) -> bool:
    if " " in mention.text:
        return mention.text.lower() != referent.name.lower() and is_misspelling(mention.text, referent.name)
    last = referent.name.split()[-1]
    return mention.text.split()[-1].lower() != last.lower() and is_misspelling(mention.text, last)


def _known(doc: Doc, same: list[Mention], referents: list[Referent], lexicon: Lexicon) -> Referent | None:
    """The referent whose name these mentions shorten, nearest before them first."""
    first = same[0]
    gender = gender_of_title(first.title, lexicon)
    probe = Referent(first.text, list(same), True)
    probe.type = _vote(doc, probe, lexicon)
    fitting = [
        r
        for r in referents
        if _fits(first, r, probe.type, lexicon) and (not gender or not r.gender or r.gender == gender)
    ]
    if not fitting:
        fitting = [
            r
            for r in referents
            if _is_acronym_pair(first.text, r.name, lexicon) or _may_be_slip(first, r, gender, lexicon)
        ]
    return min(fitting, key=lambda r: _distance(first, r), default=None)


def _distance(mention: Mention, referent: Referent) -> tuple[bool, int]:
    before = [m.start for m in referent.mentions if m.start < mention.start]
    return not before, mention.start - max(before) if before else min(m.start for m in referent.mentions)


def _fits(mention: Mention, referent: Referent, kind: str, lexicon: Lexicon) -> bool:
    if mention.text.lower() == referent.name.lower():
        return True
    if is_person(referent, lexicon):
        titled = bool(mention.title)
        person_like = (
            titled
            or not kind
            or lexicon.ontology.is_a(kind, lexicon.ontology.iri("schema:Person"))
            or len(mention.text.split()) == 1
        )
        return person_like and is_short_person(mention.text, referent.name) and mention.text.split()[-1][0].isupper()
    return (
        not mention.title and is_short_form(mention.text, referent.name) and _compatible(kind, referent.type, lexicon)
    )


def _compatible(kind: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two types can be of one thing: a country is not the newspaper that has its name."""
    ontology = lexicon.ontology
    if not kind or not other or ontology.is_a(kind, other) or ontology.is_a(other, kind):
        return True
    return all(ontology.is_a(k, ontology.iri("schema:Organization")) for k in (kind, other))


def _is_acronym_pair(short: str, full: str, lexicon: Lexicon) -> bool:
    if is_acronym_of(short, full) or is_acronym_of(full, short):
        return True
    country = lexicon.words("acronym")
    labels = lexicon.words("countryName")
    return (
        (short in country
        and labels.get(full.removeprefix("the ")) == country[short])
        or (full in country
        and labels.get(short) == country[full])
    )


def _may_be_slip(mention: Mention, referent: Referent, gender: str, lexicon: Lexicon) -> bool:
    """A titled single surname one letter from a known person's, or a body's long name one letter from another's."""
    if " " in mention.text and " " in referent.name and not is_person(referent, lexicon):
        return (
            len(mention.text) > 9
            and mention.text[-4:] == referent.name[-4:]
            and is_misspelling(mention.text, referent.name)
        )
    if not mention.title or len(mention.text.split()) != 1 or not is_person(referent, lexicon):
        return False
    return (not gender or not referent.gender or gender == referent.gender) and is_misspelling(
        mention.text, referent.name.split()[-1]
    )


def _vote(doc: Doc, referent: Referent, lexicon: Lexicon) -> str:
    """The type of a name: what its own words say, else the votes of all its mentions."""
    votes: Counter[str] = Counter()
    for mention in referent.mentions:
        for kind, weight in _evidence(doc, mention, lexicon):
            votes[kind] += weight
    if not votes:
        return ""
    return max(sorted(votes), key=lambda k: (round(votes[k], 3), len(lexicon.ontology.ancestors.get(k, ()))))


def _evidence(doc: Doc, mention: Mention, lexicon: Lexicon) -> Iterable[tuple[str, float]]:
    """(class, weight) pairs: name words, title, named-entity label, role words around it, the preposition before it."""
    person, place = lexicon.ontology.iri("schema:Person"), lexicon.ontology.iri("schema:Place")
    name_words = lexicon.words("nameWord")
    tokens = mention.text.split()
    for word in (tokens[-1], *(tokens[:1] if len(tokens) > 1 else ()), *(tokens[1:-1])):
        if word in name_words and len(tokens) > 1:
            yield name_words[word], _SURE
            break
    if mention.text in lexicon.words("countryName") or mention.text in lexicon.words("acronym"):
        yield lexicon.ontology.iri("schema:Country"), _SURE * 2
    if mention.title:
        yield person, _SURE
    demonyms = lexicon.words("demonym")
    if head_is_plural(doc[mention.head]) and (mention.text in demonyms or mention.text.removesuffix("s") in demonyms):
        yield lexicon.ontology.iri("by:Group"), _SURE
    yield from _plural_surname(doc, mention, lexicon)
    if mention.label:
        yield mention.label, 1.0 if len(tokens) == 1 else 1.6
    head = doc[mention.head]
    for other in [*children(head, "appos"), *([head.head] if head.dep_ == "appos" else [])]:
        kind = noun_class(other, lexicon)
        if kind and other.pos_ == "NOUN":
            yield kind, 2.0
    yield from _by_syntax(head, lexicon, place)


def head_is_plural(token: Token) -> bool:
    """Whether a name's last word is plural: "Greeks", "the Sams"."""
    return token.tag_ in ("NNPS", "NNS")


def _plural_surname(doc: Doc, mention: Mention, lexicon: Lexicon) -> Iterable[tuple[str, float]]:
    """ "the Sams": the family of somebody called Sam."""
    single = mention.text.removesuffix("s")
    after_the = mention.start > 0 and doc[mention.start - 1].lower_ == "the"
    if (
        after_the
        and " " not in mention.text
        and single != mention.text
        and any(t.text.split()[-1:] == [single] and " " in t.text for t in doc)
    ):
        yield lexicon.ontology.iri("by:Group"), _SURE


def _by_syntax(head: Token, lexicon: Lexicon, place: str) -> Iterable[tuple[str, float]]:
    if head.dep_ == "pobj" and head.head.lower_ in ("in", "near", "across", "throughout") and head.ent_type_ != "ORG":
        yield place, 0.8
    if (
        head.dep_ == "appos"
        and head.head.pos_ == "PROPN"
        and head.head.i < head.i
        and head.ent_type_ in ("", "GPE", "LOC")
    ):
        name_words = lexicon.words("nameWord")
        if head.head.text.split()[-1] in name_words and not list(head.children)[:0]:
            yield place, 1.5
    verb = head.head.head if head.dep_ == "pobj" else head.head
    if verb.pos_ == "VERB":
        yield from _by_frame(head, verb, lexicon)


def _by_frame(head: Token, verb: Token, lexicon: Lexicon) -> Iterable[tuple[str, float]]:
    """The classes that a verb's frame wants in the place where the name stands."""
    prepositions = {o.i: p for p, o in preposition_objects(verb)}
    for frame in lexicon.frames.get(("verb", verb.lemma_.lower()), ()):
        known = lexicon.ontology.properties.get(frame.property or "")
        slot = prepositions.get(head.i)
        if known and slot and slot in frame.object and len(known.range) == 1 and frame.wording.endswith(f" {slot}"):
            yield known.range[0], 1.5
            return
