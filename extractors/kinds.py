"""Kinds: what a name is the name of, decided once for the document by all its mentions together.

What the text says of a name (its own words, titles, offices beside it, the prepositions and verbs it stands with)
weighs more than what the recogniser guesses from its letters: other names in the same places get the same kinds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from extractors.acting import Vote, acts, serves, with_verb
from extractors.frames import role_frames
from extractors.likely_gender import is_given_name
from extractors.mentions import EITHER, Mention
from extractors.names import COMMON_FIRST
from extractors.noun_classes import body_class, noun_class
from extractors.phrases import children, lemma
from ontology import Lexicon

__all__ = ["kind_of_name"]

_CERTAIN, _STRONG, _CLEAR, _HINT = 6.0, 3.0, 1.5, 0.3
_IN = frozenset("in near across throughout within outside".split())
_COMING = frozenset("come be move return hail travel".split())


def kind_of_name(doc: Doc, name: str, mentions: Sequence[Mention], lexicon: Lexicon) -> str:
    """The class IRI of a name, empty where nothing tells."""
    votes: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        for kind, weight in _of_mention(doc, name, mention, lexicon):
            votes[kind] += weight
    if _has_surname(doc, name, mentions, lexicon):
        votes[lexicon.ontology.iri("schema:Person")] += _CLEAR
    for kind, weight in (*_of_words(name, mentions, lexicon), *_recognised(doc, name, mentions, lexicon)):
        votes[kind] += weight
    if any(c.isdigit() for c in name) or any(_is_numbered(doc[m.head]) for m in mentions):
        votes.pop(lexicon.ontology.iri("schema:Person"), None)  # "Year 10", "Acme Navigator 6"
    depth = lexicon.ontology.ancestors
    return max(sorted(votes), key=lambda k: (round(votes[k], 3), len(depth.get(k, ()))), default="")


def _is_numbered(head: Token) -> bool:
    """Whether a number stands right behind a name and belongs to it, as versions do."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    return after.dep_ == "nummod" and after.head == head and after.text.replace(".", "").isdigit() and len(after) < 4


def _of_words(name: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Vote]:
    """What the words of the name say: "School", "Ministry of", the name of a country."""
    words, name_words, hints = name.split(), lexicon.words("nameWord"), lexicon.words("nameHint")
    if len(words) > 1:
        # "Department of Health" is what stands before its "of".
        head = next((words[n] for n, w in enumerate(words[1:]) if w in ("of", "for")), words[-1])
        found = next((w for w in (head, words[-1], words[0], *words[1:-1]) if w in name_words), None)
        if found and "for" in words[:-1] and name_words[found] == lexicon.ontology.iri("schema:Corporation"):
            found = None  # "Safer Homes for Families" is no firm
        person = lexicon.ontology.iri("schema:Person")
        surname = len(words) == 2 and mentions and all(m.label == person for m in mentions)
        given = is_given_name(words[0])
        if found is not None:
            # "Bill Closes", "Emma Church": what the recogniser always takes for a person may be one.
            doubted = _HINT if found == words[0] else _CLEAR if given else _STRONG
            yield name_words[found], doubted if surname else _CERTAIN
        elif words[-1] in hints and not given:
            yield hints[words[-1]], _CLEAR
        elif any(w in ("for", "of", "&", "and") for w in words[1:-1]):
            yield lexicon.ontology.iri("schema:Organization"), _STRONG
    elif name_words.get(name) == lexicon.ontology.iri("schema:GovernmentOrganization"):
        yield name_words[name], _STRONG  # "the Senate", "in Congress"
    if name in lexicon.words("abbreviation"):
        yield lexicon.words("abbreviation")[name], 2 * _CERTAIN
    if name in lexicon.words("countryName") or name in lexicon.words("acronym"):
        yield lexicon.ontology.iri("schema:Country"), 2 * _CERTAIN


def _has_surname(doc: Doc, name: str, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether of "Anna Brandt" the last word stands alone elsewhere and the first does not, as in news on persons."""
    first, _, last = name.rpartition(" ")
    if not first or not last.istitle() or not _like_person(name, lexicon) or any(w.islower() for w in name.split()):
        return False
    kinds = (lexicon.ontology.iri(k) for k in ("schema:Place", "by:Group", "schema:Product"))
    other = any(lexicon.ontology.is_a(m.label, *kinds) for m in mentions)
    known = ("nameWord", "nameHint", "countryName", "demonym", "acronym", "title")
    if other or first.lower() in (*COMMON_FIRST, "the") or any(last in lexicon.words(k) for k in known):
        return False
    alone = {t.text for t in doc}
    common = {last.lower(), first.lower()} & ({*lexicon.words("noun")} | alone)
    return last in alone and not common and first.split()[0] not in alone


def _recognised(doc: Doc, name: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Vote]:
    """The recogniser's view, one vote for all mentions; a single word is no person on its word alone.

    News introduces a person by a full name or a title; what stands alone from the start is a body more often.
    """
    person, body = lexicon.ontology.iri("schema:Person"), lexicon.ontology.iri("schema:Organization")
    single = " " not in name
    labels = Counter(m.label for m in mentions if m.label and m.text == name) or Counter(
        m.label for m in mentions if m.label
    )
    label = max(sorted(labels), key=lambda k: labels[k], default=person if not single else body)
    if single and label == person:
        label = body
    given = is_given_name(name.split()[0])
    if _like_person(name, lexicon):
        yield person, _CLEAR if given and label == body and not _has_article(doc, mentions) else _HINT
        agent = lexicon.ontology.is_a(label, lexicon.ontology.iri("by:Agent"))
        # A river, a book or a battle does not meet, arrest or resign.
        does = not agent and any(acts(doc[m.head], lexicon) for m in mentions)
        place = lexicon.ontology.is_a(label, lexicon.ontology.iri("schema:Place"))
        works = place and any(serves(doc[m.head], lexicon) for m in mentions)
        label = person if does or works else label
    # What the recogniser takes for a person by letters alone has a given name as a rule.
    yield label, 1.0 if single or (label == person and not given) else 1.6


def _has_article(doc: Doc, mentions: Sequence[Mention]) -> bool:
    return any(m.start and doc[m.start - 1].lower_ == "the" for m in mentions)


def _like_person(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is built as persons' names are: two to four capitalised words, none of a body or a place."""
    words = [w for w in name.split() if not w.islower()]
    return (
        2 <= len(words) <= 4
        and words[-1] not in lexicon.words("nameWord")
        and not any(w.isupper() and len(w) > 2 for w in words)
    )


def _of_mention(doc: Doc, name: str, mention: Mention, lexicon: Lexicon) -> Iterator[Vote]:
    iri = lexicon.ontology.iri
    head = doc[mention.head]
    if mention.title or mention.head != mention.start:
        yield iri("schema:Person"), _CERTAIN
    surname = mention.text != name and mention.text == name.split()[-1]  # "Tallis" is no people
    if surname:
        yield iri("schema:Person"), _CLEAR
    if _is_family(doc, mention):
        yield iri("by:Group"), _CERTAIN
    if (
        not surname
        and mention.text.endswith("s")
        and (
            (mention.label == iri("by:Group") and not _is_body(mention.text, lexicon))
            or mention.text.removesuffix("s") in lexicon.words("demonym")
        )
    ):
        yield iri("by:Group"), _CERTAIN
    yield from _as_somebody(doc, name, mention, lexicon)
    yield from _beside(head, lexicon)
    yield from _after_preposition(head, lexicon)
    yield from with_verb(head, lexicon)


def _is_body(name: str, lexicon: Lexicon) -> bool:
    """ "Social Democrats", unlike "Democrats": two words of which the last is one for a body."""
    return " " in name and name.split()[-1] in lexicon.words("nameWord")


def _as_somebody(doc: Doc, name: str, mention: Mention, lexicon: Lexicon) -> Iterator[Vote]:
    """What is said of people only: an age, kin, "she", another person beside them."""
    person, head = lexicon.ontology.iri("schema:Person"), doc[mention.head]
    if _is_aged(doc, mention.end) or _has_kin(head, lexicon):
        yield person, _STRONG
    if " " in name and _is_she(head, lexicon) and name.split()[-1] not in lexicon.words("nameWord"):
        yield person, _CLEAR
    beside = [*children(head, "conj"), *([head.head] if head.dep_ == "conj" else [])]
    if any(t.ent_type_ == "PERSON" and " " in t.text for t in beside):
        yield person, _CLEAR if mention.label == person else _HINT


def _is_aged(doc: Doc, end: int) -> bool:
    """ ", 42," or ", aged 42" behind a name."""
    after = [t.text for t in doc[end : end + 4] if t.lower_ != "aged"]
    return len(after) > 2 and after[0] == "," and after[1].isdigit() and len(after[1]) < 3 and after[2] in ",.;)"


def _has_kin(head: Token, lexicon: Lexicon) -> bool:
    """ "Anna Brandt's sister": the owner of a noun that only says a tie between two people."""
    person = lexicon.ontology.iri("schema:Person")
    if head.dep_ != "poss" or head.head.tag_ != "NN":
        return False
    frames = role_frames(lexicon, head.head)
    ties = [lexicon.ontology.properties[f.property] for f in frames if f.property]
    return bool(ties) and all(t.domain == (person,) and t.range == (person,) for t in ties)


def _is_she(head: Token, lexicon: Lexicon) -> bool:
    """Whether "he" or "she" follows a subject in a sentence that names nobody else before."""
    if head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    genders = {lexicon.ontology.iri("by:Feminine"), lexicon.ontology.iri("by:Masculine")}
    pronouns = lexicon.words("pronoun")
    sentence = head.sent
    said = next((t.i for t in sentence if t.i > head.i and pronouns.get(t.lower_) in genders), None)
    others = [t for t in sentence if t.i < (said or 0) and t.i != head.i and t.pos_ in ("PROPN", "NOUN")]
    persons = (t.pos_ == "PROPN" or noun_class(t, lexicon).endswith("Person") for t in others)
    return said is not None and not any(persons)


def _is_family(doc: Doc, mention: Mention) -> bool:
    """ "the Sams": the plural of somebody's surname."""
    single = mention.text.removesuffix("s")
    after_the = mention.start > 0 and doc[mention.start - 1].lower_ == "the"
    if not after_the or " " in mention.text or single == mention.text:
        return False
    return any(" " in t.text and t.text.split()[-1:] == [single] for t in doc)


def _beside(head: Token, lexicon: Lexicon) -> Iterator[Vote]:
    """Nouns in apposition, before the name or said of it, and a body or place before its town: "Elm School, Bergen"."""
    beside = [*children(head, "appos"), *([head.head] if head.dep_ == "appos" else [])]
    before = [c for c in children(head, "compound") if c.i == head.i - 1]
    predicates = children(head.head, "attr") if head.dep_ == "nsubj" and head.head.lemma_ == "be" else []
    for noun in (*beside, *before, *predicates):
        kind = body_class(noun, lexicon)
        label = noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ":"  # "Image: Anna Brandt"
        if kind and noun.pos_ == "NOUN" and not label and (lemma(noun) not in EITHER or not kind.endswith("Person")):
            # "the charity Open Doors": a noun right before the name leaves no doubt.
            tight = head.dep_ == "appos" and noun.i == head.i - 1 and any(c.lower_ == "the" for c in noun.children)
            yield kind, 2 * _CERTAIN if tight else _STRONG
    body = head.head
    office = body.dep_ == "pobj" and noun_class(body.head.head, lexicon).endswith("Person")
    named_body = head.text.split()[-1] in lexicon.words("nameWord")
    if head.dep_ == "appos" and office and " " in head.text and not named_body:
        yield lexicon.ontology.iri("schema:Person"), _STRONG
    elif head.dep_ == "appos" and body.pos_ == "PROPN" and body.text.split()[-1] in lexicon.words("nameWord"):
        yield lexicon.ontology.iri("schema:AdministrativeArea"), _CLEAR
    if head.dep_ == "compound" and head.head.pos_ == "NOUN" and not noun_class(head.head, lexicon).endswith("Person"):
        yield lexicon.ontology.iri("schema:Organization"), _HINT


def _after_preposition(head: Token, lexicon: Lexicon) -> Iterator[Vote]:
    """ "in Bergen", "a teacher from Bergen"."""
    if head.dep_ != "pobj":
        return
    preposition, governor = head.head, head.head.head
    if governor.lemma_.lower() in ("share", "stake", "stock", "interest", "investment", "investor"):
        return  # "shares in Northline"
    person = lexicon.ontology.iri("schema:Person")
    home = preposition.lower_ == "from" and (noun_class(governor, lexicon) == person or governor.lemma_ in _COMING)
    if preposition.lower_ in _IN or home:
        yield lexicon.ontology.iri("schema:AdministrativeArea"), _CLEAR
