"""Inner words: the small words and the possessives that a name may have inside, between its capitals."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from extractors.capitals import Capitals

__all__ = ["INNER", "over_possessive", "over_small"]

_PARTICLES = frozenset(
    "de la le du des del della dei degli delle los las van der von den zu zur und bin ibn bint al el es y da do dos "
    "das di e et og och af av am im".split()
)
INNER = frozenset("of for the and &".split()) | _PARTICLES
_AWARDS = frozenset("award prize trophy title medal honour honor cup competition contest".split())
_ARTICLES = frozenset("the a an".split())
_WHOLES = frozenset("ORG WORK_OF_ART EVENT FAC LAW GPE LOC".split())
# A body is not on, for or of these as a part of its name: "the Council on Friday", "a Committee for Anna Brandt".
_FIELDS = frozenset(
    "fire rescue health safety trade industry business culture sport sports education research development science "
    "technology transport highways environment planning housing parks recreation arts food agriculture fisheries "
    "forestry justice security defence defense home human rights policy crime drugs alcohol oil gas water power "
    "tourism immigration customs revenue standards ethics licensing families children social community medicine media "
    "engineering commerce finance labour labor energy mines minerals".split()
)
_AGENTIVE = ("ers", "ors", "ists", "ians")
_NO_SUBJECT = frozenset("PERSON GPE LOC FAC DATE TIME".split())


def over_possessive(doc: Doc, start: int, end: int, certain: Capitals) -> int:
    """ "St Anne's Hospital", "Children's Society": a saint or a common noun that owns only inside a name.

    Not "Norway's Parliament": a name before a body is its owner.
    """
    head = end + 1
    while head < len(doc) and certain.capital(doc[head]) and doc[head].text not in certain.lexicon.words("nameWord"):
        head += 1
    body = head < end + 4 and head < len(doc) and doc[head].text in certain.lexicon.words("nameWord")
    saint = doc[start].text.rstrip(".") == "St"
    common = end - start <= 2 and certain.is_common(doc[end - 1].text)
    common = common or (end - start <= 4 and doc[end - 1].text.endswith(_AGENTIVE))  # "Onion Exporters' Association"
    voice = start > 0 and doc[start - 1].lower_ == "the" and doc[end - 1].text.endswith(_AGENTIVE)
    if voice and end - start <= 3 and end + 1 < len(doc) and certain.capital(doc[end + 1]):
        return end + 2  # "the Cocoa Farmers' Voice"
    return head + 1 if body and (saint or common) else end


def over_small(doc: Doc, start: int, end: int, certain: Capitals) -> int:
    """Whether a small word joins two capitalised ones in one name: "Bank of England", "Futures for Children"."""
    after = end + 1
    while after < len(doc) and doc[after].lower_ in (*_ARTICLES, *_PARTICLES) and after < end + 3:
        after += 1
    if after >= len(doc) or not certain.capital(doc[after]):
        return end
    return after + 1 if _joins(doc, start, end, after, certain) else end


def _joins(doc: Doc, start: int, end: int, after: int, certain: Capitals) -> bool:
    word, last = doc[end].lower_, doc[end - 1]
    name_word = last.text in certain.lexicon.words("nameWord")
    article = doc[end + 1].lower_ if after > end + 1 else ""
    inside = doc[end].ent_iob_ == "I" and doc[end].ent_type_ in _WHOLES
    whole = inside and article not in ("a", "an")
    if word in ("on", "for", "of") and _on_subject(doc, start, end, after, certain):
        return True
    if word == "of" and article == "the" and _is_award(doc, after, certain):
        return True
    if word in _PARTICLES:
        return doc[end].ent_iob_ == "I" or not name_word
    if word == "of":
        if name_word and end - start > 1 and _lies(doc, after, last, certain):
            return False
        people = certain.is_people(last) and certain.name_like(last)
        return (name_word or whole or people) and article not in ("a", "an") and not certain.is_office(last.text)
    if word == "for":
        plural = end - start >= 2 and last.text.endswith("s") and not last.text.endswith("ss")
        return whole or (plural and not article)
    if word == "and" and _names_service(doc, end, after, certain):
        return True
    if word == "and":
        if _are_two(doc, end, after, certain):
            return False
        listed = _lists_subjects(doc, start, end, after, certain) or _shares_head(doc, start, after, certain)
        return listed or (whole and doc[after].ent_iob_ == "I")
    return word == "&"


def _are_two(doc: Doc, end: int, after: int, certain: Capitals) -> bool:
    """ "Northern League and Elm League", "XY-126 and XY-133": two names that end alike."""
    first, second = doc[end - 1].text, doc[_end_of(doc, after, certain) - 1].text
    return first == second or (first[-1:].isdigit() and second[-1:].isdigit())


def _lies(doc: Doc, after: int, last: Token, certain: Capitals) -> bool:
    """ "the Elm Hills of Norway": where a piece of land lies is no part of its name."""
    land = certain.lexicon.words("nameWord")[last.text] == certain.lexicon.ontology.iri("schema:Place")
    country = doc[after].text in certain.lexicon.words("countryName")
    return land and (country or doc[after].ent_type_ in ("GPE", "LOC"))


def _names_service(doc: Doc, end: int, after: int, certain: Capitals) -> bool:
    """ "Marlshire Fire and Rescue Service": a body for two fields."""
    head = _end_of(doc, after, certain)
    last = doc[head - 1].text
    fields = doc[end - 1].lower_ in _FIELDS and doc[after].lower_ in _FIELDS
    return fields and head > after + 1 and last in certain.lexicon.words("nameWord")


def _is_award(doc: Doc, first: int, certain: Capitals) -> bool:
    """ "the Acme Player of the Year award": what a prize is called goes on up to the word for it."""
    end = first
    while end < len(doc) and certain.capital(doc[end]) and end < first + 3:
        end += 1
    return end < len(doc) and doc[end].lower_.removesuffix("s") in _AWARDS


def _on_subject(doc: Doc, start: int, end: int, after: int, certain: Capitals) -> bool:
    """ "Committee for a Fair Budget", "Council on Fisheries": a body that is named by what it is for."""
    last, subject = doc[end - 1], doc[after]
    if last.lower_ not in certain.lexicon.words("bodyWord") or subject.ent_type_ in _NO_SUBJECT:
        return False
    return certain.name_like(subject) and not _is_owner(doc, after, certain) and end > start


def _lists_subjects(doc: Doc, start: int, end: int, after: int, certain: Capitals) -> bool:
    """ "Institute for Islands and Harbours": two things that a body is for."""
    small = next((i for i in range(start + 1, end) if doc[i].lower_ in ("for", "on", "of")), None)
    if small is None or doc[small - 1].text not in certain.lexicon.words("nameWord") or end - small > 4:
        return False
    if doc[after - 1].lower_ in _ARTICLES or not doc[after].text.istitle():
        return False
    known = doc[after].ent_type_ in _NO_SUBJECT or doc[after].text in certain.lexicon.words("countryName")
    return not known and doc[after].ent_iob_ == "I" and doc[after].ent_type_ == "ORG"


def _shares_head(doc: Doc, start: int, after: int, certain: Capitals) -> bool:
    """ "Norway and Iceland Veterans": two countries in front of people, who are of both."""
    countries = certain.lexicon.words("countryName")
    if _is_twin(doc, start, after, certain):
        return True
    if after - start != 2 or not all(doc[i].text in countries for i in (start, after)) or after + 1 >= len(doc):
        return False
    return certain.capital(doc[after + 1]) and certain.is_people(doc[after + 1])


def _is_twin(doc: Doc, start: int, after: int, certain: Capitals) -> bool:
    """ "the Maritime and Coastguard Agency": two single words, of which the first is the name of nothing else."""
    head = after + 1
    if after - start != 2 or start == 0 or doc[start - 1].lower_ != "the" or head >= len(doc):
        return False
    if doc[head].text not in certain.lexicon.words("nameWord") or doc[start].text in certain.lexicon.words("nameWord"):
        return False
    known = ("countryName", "demonym", "acronym", "title")
    alone = [t.i for t in doc if t.text == doc[start].text and not _stands_so(doc, t.i, after - start)]
    named = any(doc[start].text in certain.lexicon.words(k) for k in known) or doc[start].ent_type_ in ("GPE", "PERSON")
    return not named and not alone


def _stands_so(doc: Doc, first: int, step: int) -> bool:
    return first + step < len(doc) and doc[first + 1].lower_ == "and"


def _end_of(doc: Doc, first: int, certain: Capitals) -> int:
    """The word behind a run of capitalised ones."""
    end = first
    while end < len(doc) and certain.capital(doc[end]):
        end += 1
    return end


def _is_owner(doc: Doc, first: int, certain: Capitals) -> bool:
    """Whether a name that begins here owns what follows: "a committee for Brandt's school"."""
    end = _end_of(doc, first, certain)
    return end < len(doc) and _is_apostrophe(doc[end])


def _is_apostrophe(token: Token) -> bool:
    return token.text in ("'s", "’s", "'", "’")
