"""Articles as read: the text to the character, the headline, the date, and every way a source can be no article."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.articles import LONGEST_LINE, LONGEST_PAGE, LONGEST_TEXT, read_article
from ontology import SourceError

BODY = "The mill closed on Friday.\nIts owner said that she had no choice."
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Mill closes after a century</title>
<meta property="article:published_time" content="2021-06-04T09:00:00Z"><meta property="og:type" content="article">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Mill closes after a century</h1>
<p>The paper mill by the river closed on Friday after a hundred and four years of work, its owner said.</p>
<p>“We had no choice,” said the owner, who had told the workers in May that the orders were drying up.</p>
<p>The town council has asked the company for a plan for the buildings, which stand on the old wharf.</p>
</article><footer>Copyright of the paper. Cookies. Terms and conditions.</footer></body></html>"""


def write(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


@pytest.mark.parametrize(
    "text",
    [
        "Mill closes\n\nIt closed.\n",
        "Mill closes\r\nIt  closed.\r\n",
        "  Mill closes\n\tIt closed “at last”…",
        "Mühle\u2028zu",
    ],
)
def test_text_is_kept_to_the_character(tmp_path: Path, text: str) -> None:
    assert read_article(write(tmp_path, "a.txt", text)).text == text


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(
        lambda t: any(map(str.isalnum, t))
    )
)
def test_any_text_is_kept_to_the_character(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        article = read_article("-")
    assert article.text == text.removeprefix("\ufeff")
    assert article.headline


def test_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + BODY.encode())).text == BODY


@pytest.mark.parametrize(
    ("name", "text", "headline"),
    [
        ("a.txt", f"Mill closes after a century\n\n{BODY}", "Mill closes after a century"),
        ("a.md", f"# Mill closes after a century\n\n{BODY}", "Mill closes after a century"),
        ("a.txt", f"Published: 4 June 2021\nMill closes after a century\n{BODY}", "Mill closes after a century"),
        ("a.txt", f"Will the mill close?\n{BODY}", "Will the mill close?"),
        ("the-mill_story.txt", BODY, "the mill story"),
        ("a.txt", f"“We had no choice.”\n{BODY}", "a"),
        ("mill.txt", "1921\n" + BODY, "mill"),
        ("--.txt", BODY, "The mill closed on Friday."),
    ],
)
def test_headline(tmp_path: Path, name: str, text: str, headline: str) -> None:
    assert read_article(write(tmp_path, name, text)).headline == headline


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: 20 March 2023", dt.date(2023, 3, 20)),
        ("First published on Monday 20th March 2023 at 10.20am.", dt.date(2023, 3, 20)),
        ("Monday, May 18, 2015", dt.date(2015, 5, 18)),
        ("Thursday, May 7, 2015 On Tuesday the council met.", dt.date(2015, 5, 7)),
        ("2023-03-20T10:32:00Z", dt.date(2023, 3, 20)),
        ("SEPT. 3, 1939", dt.date(1939, 9, 3)),
        ("Thursday, May 7, 2015, was the day of the vote.", None),
        ("On Monday, May 18, 2015", None),
        ("30 February 2023", None),
        ("May 2015", None),
    ],
)
def test_date_line(tmp_path: Path, line: str, published: dt.date | None) -> None:
    assert read_article(write(tmp_path, "a.txt", f"Mill closes\n\n{line}\n\n{BODY}")).published == published


def test_a_date_far_down_is_not_that_of_the_article(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "a.txt", f"Mill closes\n{BODY}\n{BODY}\n4 June 2021\n")).published is None


def test_the_date_given_wins(tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt", f"Mill closes\n4 June 2021\n{BODY}")
    assert read_article(source, dt.date(2022, 1, 1)).published == dt.date(2022, 1, 1)


def test_page(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "mill.html", PAGE))
    assert article.headline == "Mill closes after a century"
    assert article.published == dt.date(2021, 6, 4)
    assert "“We had no choice,” said the owner" in article.text
    assert "Cookies" not in article.text
    assert "Sport" not in article.text


def test_a_page_without_the_suffix_is_still_a_page(tmp_path: Path) -> None:
    assert "<p>" not in read_article(write(tmp_path, "mill", PAGE)).text


def test_the_iri_is_that_of_the_words_wherever_the_file_lies(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    first, second = (
        read_article(write(d, "a.txt", BODY), base="https://x.example/") for d in (tmp_path, tmp_path / "other")
    )
    assert first == second
    assert first.iri.startswith("https://x.example/article/")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n...\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.html", b"", "empty"),
        ("a.html", b"<html><body></body></html>", "no article found in the page"),
        ("a.txt", b"\x7fELF\x02\x01\x01\x00\x00", "binary"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "binary"),
        ("a.txt", b"one \x1b[31mred\x1b[0m word", "control character 0x1b at character 4"),
        ("a.txt", "caf\u00e9 closes".encode("latin-1"), "byte 0xe9 at offset 3"),
        ("a.txt", "caf\u00e9 closes".encode("utf-16"), "UTF-16"),
        ("a.txt", "caf\u00e9 closes".encode("utf-32"), "UTF-32"),
        ("a.txt", b"x" * 5_000_000, "5,000,000 characters"),
        ("a.txt", b"x y " * (LONGEST_LINE // 4) + b"z", "a line of"),
        ("a.txt", b"a line\n" * (LONGEST_TEXT // 7 + 1), "one article at a time"),
        ("a.txt", b"a" * (LONGEST_PAGE + 1), "bytes"),
    ],
)
def test_what_is_no_article(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    source = write(tmp_path, name, data)
    with pytest.raises(SourceError, match=message) as caught:
        read_article(source)
    assert str(caught.value).startswith(source)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("no-such.txt", "no such file"),
        (".", "a directory"),
        ("https://x.example/a", "an address"),
        ("a\0b", "cannot be read"),
    ],
)
def test_what_cannot_be_opened(source: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_article(source)


def test_reading_an_article_needs_no_spacy() -> None:
    code = (
        "import sys, importlib.util as u; s = u.spec_from_file_location('a', 'extractors/articles.py'); "
        "m = u.module_from_spec(s); s.loader.exec_module(m); sys.exit('spacy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
