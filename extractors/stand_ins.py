"""Stand-ins: the parser reads a text in which every name is one word it knows.

A small model guesses at words it has never seen: an unknown name becomes an adjective, a town with the name of a verb
a verb.
What a name looks like must not decide what a sentence says, so entities are recognised on the text as it is, the parse
is made with a stand-in for each name, and its result is laid back over the text. Together they cost what one pass does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup, Token

from extractors.asides import Aside, Bracket, clause_around, find_asides, find_brackets
from extractors.proper_names import find_proper_names
from ontology import Lexicon

__all__ = ["NAMES", "parse"]

NAMES = "byline_names"
_STAND_IN = "Google"
_BATCH = 8
_JOINED = re.compile(r"[a-z]+-(in-(law|chief|residence|waiting|charge|command)|of-(one|two|three|four|five|six))")
_BEHIND = {"NOUN": "appos", "PROPN": "appos", "NUM": "appos", "VERB": "acl", "PUNCT": "punct"}
_UNITS = ("m", "k", "bn", "tn")
_BEING = frozenset("be been is are was were still remain remains remained reported feared".split())
# Sums and shares in words that the models were not trained on.
_MEASURES = {
    "per cent": "percent",
    "Rs": "$",
    "Rs.": "$",
    "₹": "$",
    "crore": "million",
    "crores": "million",
    "lakh": "million",
}
# The models were trained on straight quotation marks: a curly "’ve" is a noun to them.
_STRAIGHT = str.maketrans("‘’‚“”„", "'''\"\"\"")


def parse(texts: Iterable[str], nlp: Language, lexicon: Lexicon) -> Iterator[Doc]:
    """Each text as a parsed Doc whose names are single tokens, listed in `doc.spans[NAMES]`; `doc.text` is the text."""
    recognise, rest = _stages(nlp)
    remaining = iter(texts)
    while batch := list(islice(remaining, _BATCH)):
        with nlp.select_pipes(enable=recognise):
            named = [_named(doc, lexicon) for doc in nlp.pipe(batch, batch_size=_BATCH)]
        with nlp.select_pipes(enable=rest):
            twins = [_disguised(doc, lexicon) for doc in named]
            parsed = list(nlp.pipe([twin.doc for twin in twins], batch_size=_BATCH))
        whole = (replace(twin, doc=doc) for twin, doc in zip(twins, parsed, strict=True))
        yield from (_laid_over(doc, twin, lexicon) for doc, twin in zip(named, whole, strict=True))


def _stages(nlp: Language) -> tuple[list[str], list[str]]:
    """The components that recognise entities, with the vectors they listen to, and the others."""
    shared = [n for n in nlp.pipe_names if n in ("tok2vec", "transformer", "curated_transformer")]
    listens = "Listener" in str(
        nlp.config["components"]["ner"].get("model", {}).get("tok2vec", {}).get("@architectures")
    )
    own = [n for n in nlp.pipe_names if n not in ("ner", "byline")]
    return [*(shared if listens else []), "ner"], own


def _named(doc: Doc, lexicon: Lexicon) -> Doc:
    """The document with each name merged into one token; entities keep their labels."""
    names = find_proper_names(doc, lexicon)
    starts = {s.start: s for s in names}
    joined = dict(_joined(doc, set(starts)))
    words: list[str] = []
    spaces: list[bool] = []
    labels: list[str] = []
    found: list[int] = []
    i = 0
    while i < len(doc):
        span = starts.get(i)
        end = span.end if span is not None else joined.get(i, i + 1)
        if span is not None:
            found.append(len(words))
        words.append(doc[i:end].text)
        spaces.append(bool(doc[end - 1].whitespace_))
        labels.append(_label(doc[i:end]) if span is None else _label_of_name(span, lexicon))
        i = end
    merged = Doc(doc.vocab, words=words, spaces=spaces)
    merged.set_ents(list(_entities(merged, labels, set(found))))
    merged.spans[NAMES] = SpanGroup(merged, name=NAMES, spans=[merged[n : n + 1] for n in found])
    return merged


def _joined(doc: Doc, names: set[int]) -> Iterator[tuple[int, int]]:
    """Where a word that the tokeniser takes apart begins and ends: "father-in-law", "11m", "per cent"."""
    for token in doc:
        end = token.i + 5
        hyphen = token.i not in names and end <= len(doc) and doc[token.i + 1].text == "-"
        if hyphen and _JOINED.fullmatch(doc[token.i : end].text.lower()):
            yield token.i, end
        elif _is_taken_apart(token):
            yield token.i, token.i + 2


def _is_taken_apart(token: Token) -> bool:
    after = token.doc[token.i + 1 : token.i + 2].text.lower()
    share = token.lower_ == "per" and after == "cent"
    return share or (token.like_num and not token.whitespace_ and after in _UNITS)


def _label(span: Span) -> str:
    """The label of a name: that of the entity which covers most of it."""
    return next((t.ent_type_ for t in reversed(list(span)) if t.ent_type_), "")


def _label_of_name(span: Span, lexicon: Lexicon) -> str:
    """The label of a name, none where it is that of a date or an amount: "April May" is no month."""
    label = _label(span)
    owner = span.doc[span.start - 1].text in ("'s", "’s") if span.start else False
    if owner and span[0].ent_iob_ == "I":
        return ""  # "the Green Party's Anna Brandt", heard as one
    return label if label in lexicon.words("entityLabel") or label in ("NORP", "LAW", "PRODUCT") else ""


def _entities(doc: Doc, labels: list[str], names: set[int]) -> Iterator[Span]:
    start = 0
    while start < len(doc):
        end = start + 1
        while end < len(doc) and labels[end] == labels[start] and start not in names and end not in names:
            end += 1
        if labels[start]:
            yield Span(doc, start, end, label=labels[start])
        start = end


def _single_quotes(doc: Doc) -> Iterator[int]:
    """The marks around a quotation that ends in "s": that of "'knew for months'" makes no possessive of the months."""
    start: Token | None = None
    for token in doc:
        if "\n" in token.text:
            start = None
        if token.text not in ("'", "‘", "’"):
            continue
        spaced = token.i == 0 or bool(doc[token.i - 1].whitespace_ or doc[token.i - 1].is_space)
        if spaced and not token.whitespace_ and token.text != "’":
            start = token
        elif start is not None and not spaced and _closes(token):
            yield from (start.i, token.i) if token.nbor(-1).text.endswith("s") else ()
            start = None


def _closes(mark: Token) -> bool:
    """Whether a mark can end a quotation: "the 'teachers' union' row" has one that does not."""
    later = (t for t in mark.doc[mark.i + 1 : mark.i + 20] if t.text in ("'", "’", "‘", "\n"))
    after = next(later, None)
    owns = (
        mark.nbor(-1).text.endswith("s") and bool(mark.whitespace_) and mark.doc[mark.i + 1 : mark.i + 2].text.islower()
    )
    return not (owns and after is not None and after.text in ("'", "’") and not after.nbor(-1).whitespace_)


def _plain(word: Token) -> str:
    """A word as the parser knows it: "was missing" is no act, quotation marks are straight, kin by law are kin."""
    if word.text == "missing" and word.i and word.nbor(-1).lower_ in _BEING:
        return "absent"
    if _JOINED.fullmatch(word.lower_):
        return word.text.split("-")[0]
    return _MEASURES.get(word.text) or word.text.translate(_STRAIGHT)


@dataclass(frozen=True)
class _Twin:
    """What is parsed in a text's place, and at which token of the text each of its tokens stands; at none a stop."""

    doc: Doc
    at: list[int | None]
    asides: list[tuple[Aside, int]]
    brackets: list[tuple[Bracket, int]]


def _disguised(doc: Doc, lexicon: Lexicon) -> _Twin:
    """The twin: a stand-in for each name, word by word otherwise the same; asides come last, captions end at labels."""
    names = {s.start for s in doc.spans[NAMES]}
    brackets = list(find_brackets(doc, names))
    inside = {i for b in brackets for i in range(b.start, b.end + 1 + b.comma)}
    asides = [a for a in find_asides(doc, names, lexicon) if not inside & set(range(a.start, a.end + 1))]
    apart = inside | {i for a in asides for i in range(a.start + a.keeps, a.end + 1)}
    at: list[int | None] = [t.i for t in doc if t.i not in apart]
    starts = []
    for words_apart in (*(a.words for a in asides), *(range(b.start + 1, b.end) for b in brackets)):
        starts.append(len(at))
        at += [*words_apart, None]
    quotes = set(_single_quotes(doc))
    words = ["." if i is None else _STAND_IN if i in names else '"' if i in quotes else _plain(doc[i]) for i in at]
    twin = Doc(doc.vocab, words=words, spaces=[i is None or bool(doc[i].whitespace_) for i in at])
    for start in starts:
        twin[start].is_sent_start = True
    for n, i in enumerate(at[:-1]):
        if i is not None and doc[i].text.istitle() and doc[i].lower_ in lexicon.words("captionLabel"):
            twin[n].is_sent_start = True if doc[i].nbor(1).text == ":" else twin[n].is_sent_start
    firsts, lasts = starts[: len(asides)], starts[len(asides) :]
    return _Twin(twin, at, list(zip(asides, firsts, strict=True)), list(zip(brackets, lasts, strict=True)))


def _laid_over(doc: Doc, twin: _Twin, lexicon: Lexicon) -> Doc:
    """The parse of the twin on the words of the text."""
    names = {s.start for s in doc.spans[NAMES]}
    told = dict(_split_off(twin, lexicon))
    parsed = {i: twin.doc[n] for n, i in enumerate(twin.at) if i is not None}
    hung = dict(_hung(twin))
    heads, deps = list(range(len(doc))), ["punct"] * len(doc)
    for i, token in parsed.items():
        head, deps[i] = (told[token.i], "ccomp") if token.i in told else hung.get(token.i, (token.head.i, token.dep_))
        heads[i] = _at(twin, head)
    for aside, start in twin.asides:
        for comma in {aside.start, aside.end} - set(parsed):
            heads[comma] = _at(twin, _verb(aside, start))
    for bracket, start in twin.brackets:
        heads[bracket.start] = heads[bracket.end] = heads[bracket.end + bracket.comma] = bracket.behind
        for n in range(start, start + bracket.end - bracket.start - 1):
            token, i = twin.doc[n], _at(twin, n)
            if twin.at[token.head.i] is None or token.head == token or not start <= token.head.i < start + bracket.end:
                heads[i], deps[i] = bracket.behind, _BEHIND.get(token.pos_, "dep")
    result = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[parsed[t.i].tag_ if t.i in parsed else "," for t in doc],
        pos=["PROPN" if t.i in names else parsed[t.i].pos_ if t.i in parsed else "PUNCT" for t in doc],
        morphs=[str(parsed[t.i].morph) if t.i in parsed else "" for t in doc],
        lemmas=[t.text if t.i in names or t.i not in parsed else _lemma(t, parsed[t.i]) for t in doc],
        heads=heads,
        deps=deps,
    )
    result.set_ents([Span(result, e.start, e.end, label=e.label_) for e in doc.ents])
    result.spans[NAMES] = SpanGroup(result, name=NAMES, spans=[result[n : n + 1] for n in sorted(names)])
    return result


def _lemma(word: Token, twin: Token) -> str:
    """The lemma of a word, for which its twin may have lent only a part."""
    if word.text in _MEASURES or (word.text == "missing" and twin.text == "absent"):
        return word.text
    return twin.lemma_ + (word.lower_[word.lower_.index("-") :] if _JOINED.fullmatch(word.lower_) else "")


def _at(twin: _Twin, token: int) -> int:
    """Where in the text a token of the twin stands."""
    found = twin.at[token]
    if found is None:
        raise ValueError("nothing of the text hangs on a stop that is not in it")
    return found


def _verb(aside: Aside, start: int) -> int:
    """The token of the twin that is the verb of an aside: its last word."""
    return start + len(aside.words) - 1


def _hung(twin: _Twin) -> Iterator[tuple[int, tuple[int, str]]]:
    """Head and relation of the words of asides: the verb on the clause around it, all else on the verb."""
    for aside, start in twin.asides:
        verb = _verb(aside, start)
        place = next(n for n, i in enumerate(twin.at) if i == aside.end + 1)
        yield verb, (clause_around(twin.doc, place).i, "parataxis")
        for n in range(start, verb):
            token = twin.doc[n]
            inner = token.head.i < verb and token.head.i >= start and token.head != token
            yield n, (token.head.i, token.dep_) if inner else (verb, "nsubj")


def _split_off(twin: _Twin, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Clauses that belong to a verb of saying before them: "Jonas told the court" ends no sentence without a stop."""
    ends = twin.asides[0][1] if twin.asides else len(twin.doc)
    sentences = [s for s in twin.doc.sents if s.start < ends]
    for said, clause in pairwise(sentences):
        verb, told, last = said.root, clause.root, said[-1]
        frames = lexicon.frames.get(("verb", verb.lemma_.lower()), ())
        open_ = last.pos_ in ("NOUN", "PROPN", "PRON") and last.dep_ in ("dobj", "dative") and last.head == verb
        says = open_ and any(f.complement for f in frames) and not any(c.dep_ == "ccomp" for c in verb.children)
        subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < told.i for c in told.children)
        if says and subject and told.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            yield told.i, verb.i
