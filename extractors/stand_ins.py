"""Stand-ins: the parser reads a text in which every name is one word it knows.

A small model guesses at words it has never seen: an unknown name becomes an adjective, a town with the name of a verb
a verb.
What a name looks like must not decide what a sentence says, so entities are recognised on the text as it is, the parse
is made with a stand-in for each name, and its result is laid back over the text. Together they cost what one pass does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extractors.proper_names import find_proper_names
from ontology import Lexicon

__all__ = ["NAMES", "parse"]

NAMES = "byline_names"
_STAND_IN = "Google"
_BATCH = 8
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
            parsed = list(nlp.pipe([_disguised(doc, lexicon) for doc in named], batch_size=_BATCH))
        yield from (_laid_over(doc, twin, lexicon) for doc, twin in zip(named, parsed, strict=True))


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
    words: list[str] = []
    spaces: list[bool] = []
    labels: list[str] = []
    found: list[int] = []
    i = 0
    while i < len(doc):
        span = starts.get(i)
        end = span.end if span is not None else i + 1
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


def _disguised(doc: Doc, lexicon: Lexicon) -> Doc:
    """The twin that is parsed: a stand-in for each name, word by word otherwise the same; captions end at labels."""
    names = {s.start for s in doc.spans[NAMES]}
    words = [_STAND_IN if t.i in names else t.text.translate(_STRAIGHT) for t in doc]
    twin = Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
    for token in doc[:-1]:
        if token.text.istitle() and token.lower_ in lexicon.words("captionLabel") and token.nbor(1).text == ":":
            twin[token.i].is_sent_start = True
    return twin


def _laid_over(doc: Doc, twin: Doc, lexicon: Lexicon) -> Doc:
    """The parse of the twin on the words of the text."""
    names = {s.start for s in doc.spans[NAMES]}
    told = dict(_split_off(twin, lexicon))
    result = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[t.tag_ for t in twin],
        pos=["PROPN" if t.i in names else t.pos_ for t in twin],
        morphs=[str(t.morph) for t in twin],
        lemmas=[doc[t.i].text if t.i in names else t.lemma_ for t in twin],
        heads=[told.get(t.i, t.head.i) for t in twin],
        deps=["ccomp" if t.i in told else t.dep_ for t in twin],
    )
    result.set_ents([Span(result, e.start, e.end, label=e.label_) for e in doc.ents])
    result.spans[NAMES] = SpanGroup(result, name=NAMES, spans=[result[n : n + 1] for n in sorted(names)])
    return result


def _split_off(twin: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Clauses that belong to a verb of saying before them: "Jonas told the court" ends no sentence without a stop."""
    sentences = list(twin.sents)
    for said, clause in pairwise(sentences):
        verb, told, last = said.root, clause.root, said[-1]
        frames = lexicon.frames.get(("verb", verb.lemma_.lower()), ())
        open_ = last.pos_ in ("NOUN", "PROPN", "PRON") and last.dep_ in ("dobj", "dative") and last.head == verb
        says = open_ and any(f.complement for f in frames) and not any(c.dep_ == "ccomp" for c in verb.children)
        subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < told.i for c in told.children)
        if says and subject and told.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            yield told.i, verb.i
