"""Referents: who or what the names of a document stand for, one each, typed by all of their mentions together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from extractors.kinds import kind_of_name
from extractors.likely_gender import likely_gender
from extractors.mentions import Mention
from extractors.names import is_acronym_of, is_misspelling, is_short_form, is_short_person
from extractors.noun_classes import noun_class
from extractors.short_bodies import is_distinctive, is_first_word, is_later
from ontology import Lexicon

__all__ = ["Referent", "gender_of_title", "group_names", "is_agent", "is_person", "owned_by"]

_STYLES = frozenset(
    "Lady Lord King Queen Pope Prince Princess Saint Emperor Empress Sultan Sheikh Emir Baroness Viscount Sir".split()
)


@dataclass(eq=False)
class Referent:
    """Somebody or something spoken of, while the document is being read.

    `type` is a class IRI or empty; `gender` the IRI of a gender or empty, `likely_gender` the one that
    the name suggests where nothing tells; `owner` whose it is ("Anna's family");
    `guesses` are pronouns that probably mean it, too unsure for a claim; `members` the two of a couple;
    `ties` whose kin it is, by property: (schema:parent, Anna) for a child of hers.
    """

    name: str
    mentions: list[Mention] = field(default_factory=list)
    guesses: list[Mention] = field(default_factory=list)
    named: bool = False
    type: str = ""
    gender: str = ""
    likely_gender: str = ""
    plural: bool = False
    owner: Referent | None = None
    author: Referent | None = None
    speaks_for: Referent | None = None
    members: tuple[Referent, ...] = ()
    ties: list[tuple[str, Referent]] = field(default_factory=list)
    misspellings: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    wordings: set[str] = field(default_factory=set)

    @property
    def aliases(self) -> list[str]:
        """All wordings but pronouns and the name itself, with the title where there is one, sorted."""
        said = [m for m in self.mentions if m.kind != "pronoun"]
        found = {f"{m.title} {m.text} {m.letters}".strip() for m in said} | {m.text for m in said}
        return sorted((found | self.wordings) - {self.name})


def is_person(referent: Referent, lexicon: Lexicon) -> bool:
    """Whether a referent's type is a person."""
    return lexicon.ontology.is_a(referent.type, lexicon.ontology.iri("schema:Person"))


def is_agent(referent: Referent, lexicon: Lexicon) -> bool:
    """Whether a referent's type is one that acts: a person, a group, a body, a country."""
    return bool(referent.type) and lexicon.ontology.is_a(referent.type, lexicon.ontology.iri("by:Agent"))


def owned_by(owner: Referent, what: str) -> str:
    """What somebody has, called by whose it is: "Anna Brandt’s family", "the colleges’ families"."""
    several = owner.plural and not owner.named and owner.name.endswith("s")
    return f"{owner.name}’ {what}" if several else f"{owner.name}’s {what}"


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
        referent.name = _called(referent, lexicon)
        referent.gender = referent.gender or key[1]
        referent.type = kind_of_name(doc, referent.name, referent.mentions, lexicon)
        if not referent.likely_gender and is_person(referent, lexicon):
            referent.likely_gender = likely_gender(doc, referent.name, same, lexicon)
    for referent in referents:
        if is_person(referent, lexicon) and (style := _style(referent)):
            referent.name = f"{style} {referent.name}"
    return sorted(referents, key=lambda r: r.mentions[0].start)


def _style(referent: Referent) -> str:
    """The style that belongs to the one name somebody has: "Pope Francis", "Queen Margrethe"."""
    titles = {m.title for m in referent.mentions}
    return titles.pop() if len(titles) == 1 and " " not in referent.name and titles <= _STYLES else ""


def _best_text(same: list[Mention]) -> str:
    texts = [m.text for m in same]
    cased = [t for t in texts if not t.isupper()] or texts
    return cased[0]


def _called(referent: Referent, lexicon: Lexicon) -> str:
    """The full name that a person is called by most, where the longest has a word before it ("Actor Anna Brandt")."""
    if not is_person(referent, lexicon):
        return referent.name
    full = Counter(m.text for m in referent.mentions if " " in m.text and not m.text.isupper())
    ends = {text: n for text, n in full.items() if referent.name.endswith(f" {text}")}
    return (
        max(sorted(ends), key=lambda text: (ends[text], len(text)), default=referent.name)
        if any(n >= full[referent.name] for n in ends.values())
        else referent.name
    )


def _is_slip(mention: Mention, referent: Referent) -> bool:
    if " " in mention.text:
        return mention.text.lower() != referent.name.lower() and is_misspelling(mention.text, referent.name)
    last = referent.name.split()[-1]
    return mention.text.split()[-1].lower() != last.lower() and is_misspelling(mention.text, last)


def _known(doc: Doc, same: list[Mention], referents: list[Referent], lexicon: Lexicon) -> Referent | None:
    """The referent whose name these mentions shorten, nearest before them first."""
    first = same[0]
    gender = gender_of_title(first.title, lexicon)
    kind = kind_of_name(doc, first.text, same, lexicon)
    fitting = [
        r for r in referents if _fits(first, r, kind, lexicon) and (not gender or not r.gender or r.gender == gender)
    ]
    # "Mr Brandt" of Anna and Jonas Brandt is he who is likely a man.
    fitting = [r for r in fitting if not gender or (r.gender or r.likely_gender) in ("", gender)] or fitting
    if any(is_person(r, lexicon) for r in fitting) and _is_called_body(doc, same, lexicon):
        fitting = [r for r in fitting if not is_person(r, lexicon)]
    if fitting and all(is_person(r, lexicon) and is_later(first, r, lexicon) for r in fitting):
        # "Brandt was founded by Jonas Brandt": a bare surname before the full name is the firm's.
        fitting = [r for r in referents if is_first_word(doc, same, r, referents, lexicon)] or fitting
    if not fitting:
        fitting = [
            r
            for r in referents
            if _is_acronym_pair(first.text, r.name, lexicon)
            or _may_be_slip(first, r, gender, lexicon)
            or _is_titled_surname(first, r, lexicon)
            or is_first_word(doc, same, r, referents, lexicon)
        ]
    if not first.title and " " not in first.text and all(is_person(r, lexicon) for r in fitting):
        # "Vane" is Jonas Vane's before it is half of Vane-Holm's.
        fitting = [r for r in fitting if first.text in r.name.split()] or fitting
        # Of a family, the bare surname is that of whom the text named first; the others keep their first names.
        fitting = sorted(fitting, key=lambda r: min(m.start for m in r.mentions))[:1]
    return min(fitting, key=lambda r: _distance(first, r), default=None)


def _is_called_body(doc: Doc, same: list[Mention], lexicon: Lexicon) -> bool:
    """ "The firm Brandt", "Brandt, which is owned by": a body, though Anna Brandt may have founded it."""
    organization = lexicon.ontology.iri("schema:Organization")
    for mention in same:
        if mention.title or " " in mention.text:
            return False
        before = doc[mention.start - 1] if mention.start else doc[mention.head]
        after = doc[mention.end : mention.end + 2].text
        noun = before.pos_ == "NOUN" and lexicon.ontology.is_a(noun_class(before, lexicon), organization)
        if noun or after == ", which":
            return True
    return False


def _distance(mention: Mention, referent: Referent) -> tuple[bool, int]:
    before = [m.start for m in referent.mentions if m.start < mention.start]
    return not before, mention.start - max(before) if before else min(m.start for m in referent.mentions)


def _fits(mention: Mention, referent: Referent, kind: str, lexicon: Lexicon) -> bool:
    if mention.text.lower() == referent.name.lower():
        return True
    if mention.title and not referent.type and " " in referent.name and mention.text == referent.name.split()[-1]:
        return True
    if is_person(referent, lexicon):
        titled = bool(mention.title)
        person_like = (
            titled
            or not kind
            or lexicon.ontology.is_a(kind, lexicon.ontology.iri("schema:Person"))
            or len(mention.text.split()) == 1
        )
        # "Soto" behind "Inés Soto", which stands for "Inés Carolina Soto Vidal"
        called = (referent.name, *dict.fromkeys(m.text for m in referent.mentions if " " in m.text))
        short = any(is_short_person(mention.text, name) for name in called)
        return person_like and short and mention.text.split()[-1][0].isupper()
    short = not mention.title and is_short_form(mention.text, referent.name)
    if not short or _is_part_of_place(mention.text, referent, lexicon):
        return False
    return _compatible(kind, referent.type, lexicon)


def _is_part_of_place(name: str, referent: Referent, lexicon: Lexicon) -> bool:
    """Whether a longer name is that of a part or an owner: "Hong Kong Island" is not all of "Hong Kong"."""
    place = lexicon.ontology.is_a(referent.type, lexicon.ontology.iri("schema:Place"))
    more = referent.name.lower().startswith(f"{name.lower()} ")
    return place and more and referent.name.split()[-1] in lexicon.words("nameWord")


def _is_titled_surname(mention: Mention, referent: Referent, lexicon: Lexicon) -> bool:
    """ "Mr Power" after a "Will Power" that nothing but the recogniser took for a body."""
    words = referent.name.split()
    guessed = referent.type == lexicon.ontology.iri("schema:Organization")
    courtesy = bool(gender_of_title(mention.title, lexicon))
    return courtesy and guessed and len(words) == 2 and mention.text == words[-1] and is_distinctive(words[-1], lexicon)


def _compatible(kind: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two types can be of one thing: a country is not the newspaper that has its name."""
    ontology = lexicon.ontology
    if not kind or not other or ontology.is_a(kind, other) or ontology.is_a(other, kind):
        return True
    return all(ontology.is_a(k, ontology.iri("schema:Organization")) for k in (kind, other))


def _is_acronym_pair(short: str, full: str, lexicon: Lexicon) -> bool:
    region = lexicon.words("abbreviation")
    if short in region and any(w in lexicon.words("nameWord") for w in full.split()):
        return False
    if is_acronym_of(short, full) or is_acronym_of(full, short):
        return True
    country = lexicon.words("acronym")
    labels = lexicon.words("countryName")
    return (short in country and labels.get(full.removeprefix("the ")) == country[short]) or (
        full in country and labels.get(short) == country[full]
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
