"""Articles: a text or a saved page, from a file or standard input, as the value that every offset counts in."""

from __future__ import annotations

import codecs
import datetime as dt
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ontology import BASE, Article, SourceError, article_iri

__all__ = ["LONGEST_LINE", "LONGEST_PAGE", "LONGEST_TEXT", "STDIN", "read_article"]

STDIN = "-"
LONGEST_PAGE = 20_000_000  # bytes of a file: a saved page may carry its pictures inside
LONGEST_TEXT = 1_000_000  # characters: spaCy's parser takes no more (Language.max_length)
LONGEST_LINE = 100_000  # characters: a paragraph of a newspaper has a thousand

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS) + "|Sept"
_DATE_LINE = re.compile(
    r"(?:(?:First\s+)?(?:Published|Posted|Date)(?:\s+on)?:?\s+)?"
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    r"(?:(?P<iso>\d{4}-\d\d-\d\d)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}}))(?!\d)"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(r"(?:T|,?\s+(?:at\s+)?)\d{1,2}[:.]\d\d\S*(?:\s+[A-Z]{2,4})?")
_NEW_SENTENCE = re.compile(r"\s+[A-Z“\"]")
_DATE_LINES = 5  # how far down the first lines a date still is that of the article
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


class _Page(NamedTuple):
    """What an article is made of, wherever it comes from."""

    text: str
    headline: str
    published: dt.date | None
    source: str


def read_article(source: str, published: dt.date | None = None, base: str = BASE) -> Article:
    """The article of a .txt, .md or .html file, or of standard input where `source` is "-".

    Plain text is kept to the character, but for a byte order mark; of a page, only the article's own text is. A date
    given as `published` wins over one that the article states.

    Raises SourceError where there is no article to be had.
    """
    data = _read_bytes(source)
    page = _parse_page(data, source) if _is_html(data, source) else _parse_text(data, source)
    _check_length(page.text, source)
    iri = article_iri(base, page.headline, page.text)
    return Article(iri, page.headline, page.text, published or page.published, page.source)


def _read_bytes(source: str) -> bytes:
    """No more than the longest page, so that neither a device nor a pipe without end fills the memory."""
    if "://" in source:
        raise SourceError(f"{source}: an address, not a file: save the page and give its path")
    try:
        if source == STDIN:
            data = sys.stdin.buffer.read(LONGEST_PAGE + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(LONGEST_PAGE + 1)
    except (OSError, ValueError) as exc:
        raise SourceError(f"{source}: {_why_unreadable(exc)}") from exc
    if len(data) > LONGEST_PAGE:
        raise SourceError(f"{source}: over {LONGEST_PAGE:,} bytes: give one article at a time")
    return data


def _why_unreadable(exc: OSError | ValueError) -> str:
    match exc:
        case FileNotFoundError():
            return "no such file: check the path"
        case IsADirectoryError():
            return "a directory, not an article: give the files in it"
        case PermissionError():
            return "not readable by you: change its permissions"
        case _:
            return f"cannot be read: {exc}"


def _is_html(data: bytes, source: str) -> bool:
    start = data[:1000].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return Path(source).suffix.lower() in (".html", ".htm", ".xhtml") or start.startswith((b"<!doctype html", b"<html"))


def _parse_page(data: bytes, source: str) -> _Page:
    from trafilatura import bare_extraction

    if not data.strip():
        raise SourceError(f"{source}: empty: give a file with an article in it")
    # The default search for a date compares with today's and guesses from the prose.
    dates = {"extensive_search": False, "original_date": True, "max_date": "9999-12-31"}
    found = bare_extraction(
        data, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=dates
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise SourceError(f"{source}: no article found in the page: save its text as a .txt file")
    text = found.text or ""
    published = dt.date.fromisoformat(found.date) if found.date else None
    return _Page(text, found.title or _headline(text, source), published, found.url or Path(source).name)


def _parse_text(data: bytes, source: str) -> _Page:
    text = _decode(data, source)
    if not re.search(r"\w", text):
        raise SourceError(f"{source}: empty: give a file with an article in it")
    return _Page(text, _headline(text, source), _published(text), "" if source == STDIN else Path(source).name)


def _decode(data: bytes, source: str) -> str:
    for mark, name in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            raise SourceError(f"{source}: {name}, not UTF-8: convert it with iconv -f {name} -t UTF-8")
    if b"\0" in data or data.startswith(b"%PDF-"):
        raise SourceError(f"{source}: binary, not text: save the article as UTF-8 text or HTML")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        wrong = f"byte 0x{data[exc.start]:02x} at offset {exc.start}"
        advice = "convert it, say with iconv -f WINDOWS-1252 -t UTF-8"
        raise SourceError(f"{source}: not UTF-8 ({wrong}): {advice}") from exc
    if control := _CONTROL.search(text):
        wrong = f"control character 0x{ord(control[0]):02x} at character {control.start()}"
        raise SourceError(f"{source}: binary, not text ({wrong}): save the article as UTF-8 text")
    return text


def _check_length(text: str, source: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise SourceError(f"{source}: {len(text):,} characters, over {LONGEST_TEXT:,}: give one article at a time")
    longest = max(map(len, text.splitlines()))
    if longest > LONGEST_LINE:
        raise SourceError(
            f"{source}: a line of {longest:,} characters, over {LONGEST_LINE:,}: break it into paragraphs"
        )


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _headline(text: str, source: str) -> str:
    """The first line where it looks like one, else the file's name, else the first words."""
    first = next((line for line in _lines(text) if not _date_of(line)), next(_lines(text))).lstrip("# ")
    if len(first) <= 150 and re.search(r"[^\W\d_]", first) and not re.search(r"[.,;:][”’\"']?$", first):
        return first
    if source != STDIN and (name := re.sub(r"[\W_]+", " ", Path(source).stem).strip()):
        return name
    return " ".join(first.split()[:10])


def _published(text: str) -> dt.date | None:
    return next(filter(None, map(_date_of, islice(_lines(text), _DATE_LINES))), None)


def _date_of(line: str) -> dt.date | None:
    """The date of "Published: 20 March 2023, 10:32" alone on a line, or of "Monday, May 18, 2015" at its start."""
    match = _DATE_LINE.match(line)
    if match is None or not _is_date_line(match):
        return None
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"])
        month = _month_number(match["month"] or match["month2"])
        return dt.date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    except ValueError:
        return None


def _is_date_line(match: re.Match[str]) -> bool:
    rest = match["rest"].removesuffix(".")
    if not rest or _TIME_OF_DAY.fullmatch(rest):
        return True
    return bool(match["weekday"] and _NEW_SENTENCE.match(rest))


def _month_number(month: str) -> int:
    return next(n for n, name in enumerate(_MONTHS, 1) if name[:3].lower() == month[:3].lower())
