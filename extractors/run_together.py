"""Run-together names: two that stand one behind the other without a comma, as offices and captions have."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from extractors.capitals import Capitals

__all__ = ["apart", "is_emblem", "is_given_name", "is_title"]

# Ranks that are adjectives, too.
_ADJECTIVES = frozenset({"General", "Major", "Private"})


def apart(run: Span, certain: Capitals) -> Iterator[Span]:
    """The names of a run of capitals: "ambassador to Norway | Anna Brandt", "Miss Universe | Anna Brandt"."""
    border = _border(run, certain)
    if border is None:
        yield run
        return
    yield run.doc[run.start : border]
    yield run.doc[border : run.end]


def _border(run: Span, certain: Capitals) -> int | None:
    """Where the second name begins, if there are two."""
    if len(run) > 3 and is_emblem(run.doc, run.start, run.start + 1, certain):
        return run.start + 2
    country = _end_of_country(run, certain)
    if country is not None and _is_office_of(run, certain) and _may_be_person(run.doc[country : run.end], certain):
        return country
    return _before_person(run, certain)


def _end_of_country(run: Span, certain: Capitals) -> int | None:
    """The token after a country's name at the start of a run, its acronym included."""
    names = (*certain.lexicon.words("countryName"), *certain.lexicon.words("acronym"))
    known = [n for n in range(1, len(run)) if run[:n].text in names]
    return run.start + known[-1] if known else None


def _is_office_of(run: Span, certain: Capitals) -> bool:
    """ "ambassador to the" or "President of" before a run: an office whose place the run begins with."""
    before = [t for t in run.doc[max(run.start - 3, 0) : run.start] if t.lower_ != "the"]
    return len(before) > 1 and before[-1].lower_ in ("to", "of", "for") and certain.is_office(before[-2].text)


def _is_department(run: Span, certain: Capitals) -> bool:
    """ "Secretary of Defense Anna Brandt": what the office is of, by the office or the lexicon."""
    office = run.doc[run.start - 2]
    known = f"{run.doc[run.start - 2 : run.start].text} {run[0].text}".lower() in certain.offices
    return known or (office.lower_ in ("secretary", "minister") and len(run) == 3)


def _may_be_person(span: Span, certain: Capitals) -> bool:
    words = certain.lexicon.words("nameWord")
    return 1 < len(span) < 5 and all(t.text.istitle() and t.text not in words for t in span if t.is_alpha)


def _before_person(run: Span, certain: Capitals) -> int | None:
    """ "University of Bergen Anna Brandt": a full name behind another, as heard, or as the text goes on."""
    heard = next((e for e in run.ents if e.label_ == "PERSON" and e.end == run.end and len(e) > 1), None)
    if len(run) > 2 and _is_office_of(run, certain) and (heard or _is_department(run, certain)):
        initial = len(run) > 3 and run[-2].text.endswith(".")  # "John F. Brandt"
        start = heard.start if heard and heard.start > run.start else run.end - 2 - initial
        return start if _may_be_person(run.doc[start : run.end], certain) else None
    person = heard or (run.doc[run.end - 2 : run.end] if _goes_on_with(run, certain) else None)
    if person is None or person.start <= run.start or not _may_be_person(person, certain):
        return run.end - 1 if _ends_with_surname(run, certain) else None
    first = run.doc[run.start : person.start]
    body = any(t.text in certain.lexicon.words("nameWord") for t in first) and len(first) > 1
    return person.start if body or first.text in certain.lexicon.words("countryName") else None


def _ends_with_surname(run: Span, certain: Capitals) -> bool:
    """ "with the Bergen Post Brandt said": a surname that the text has elsewhere, behind a name that ends before it."""
    words = certain.lexicon.words("nameWord")
    known = run[-1].text in certain.surnames and run[-1].text not in words
    person = any(t.ent_type_ == "PERSON" and t.text in words for t in run)  # "President Bill Brandt"
    return len(run) > 2 and known and run[-2].text in words and not person


def _goes_on_with(run: Span, certain: Capitals) -> bool:
    """Whether the last of three words or more, a name in mid-sentence elsewhere, stands there without the others."""
    last, doc = run[-1], run.doc
    alone = (t for t in doc if t.text == last.text and t.i not in range(run.start, run.end))
    before = [doc[t.i - 1] for t in alone if t.i and t.text in certain.inside]
    return len(run) > 3 and bool(before) and not any(certain.capital(t) for t in before)


def is_emblem(doc: Doc, first: int, last: int, certain: Capitals) -> bool:
    """Whether a title and what follows are one name: "Captain Norway", "Miss Universe"."""
    words = certain.lexicon.words
    if last >= len(doc) or doc[first:last].text.lower() not in words("emblemTitle"):
        return False
    return doc[last].text in words("countryName") or doc[last].lower_ in words("emblem")


def is_given_name(doc: Doc, first: int, last: int, end: int, certain: Capitals) -> bool:
    """Whether a word for an office is the given name behind another title: "Governor Earl Ray Weiss"."""
    if first == 0 or last - first != 1 or end - last < 1 or doc[first].lower_ not in certain.lexicon.words("givenName"):
        return False
    before = doc[first - 1].text
    titled = before in certain.titles or before.rstrip(".") in certain.titles
    heard = doc[first].ent_type_ == "PERSON" and doc[first].ent_iob_ == "B" and doc[last].ent_iob_ == "I"
    return titled and (heard or end - last > 1)


def is_title(doc: Doc, first: int, last: int, end: int, certain: Capitals) -> bool:
    """Whether words before the end of a run are a title, and not, as in "PC World", the capitals of a body's name."""
    text = doc[first:last].text
    if last >= end or not (text.rstrip(".") in certain.titles or text in certain.titles):
        return False
    known = doc[last].lower_ in certain.lexicon.words("noun")
    body = known or doc[last].ent_type_ == doc[first].ent_type_ == "ORG"
    if text in _ADJECTIVES and body and doc[first].ent_iob_ == "B" and doc[last].ent_iob_ == "I":
        return False  # "General Motors", as heard
    return not (text.isupper() and len(text) < 4 and body)
