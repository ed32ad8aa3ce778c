"""Quotations: where they stand, and whose words they are.

British and American marks; a quotation that runs over several paragraphs reopens in each and closes once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from extractors.phrases import children, lemma
from ontology import Lexicon

__all__ = ["Quotation", "find_quotations", "is_speech_verb"]

_PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "“"}
_SINGLE = "'’"
_DOUBLED = ("''", "``")
_DOUBLE = ('"', "“", "”", "«", "»")
_DASHES = ("-", "–", "—", "―", "--")
# How many words may stand between two quotations of one speaker.
_NEAR = 12


@dataclass(frozen=True)
class Quotation:
    """Quoted words, tokens `start` to `end` without the marks.

    `speaker` is the token that heads the speaker's mention, None where nobody is named; `cue` the verb of saying;
    `whole` tells a quoted sentence from a quoted phrase.
    """

    start: int
    end: int
    speaker: int | None
    cue: int | None
    whole: bool

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end


def find_quotations(doc: Doc, lexicon: Lexicon) -> list[Quotation]:
    """All quotations in text order, each with its speaker where the text gives one."""
    spans = [span for span in _spans(doc) if span[1] > span[0]]
    quoted = {i for start, end, _ in spans for i in range(start, end)}
    found: list[Quotation] = []
    for start, end, continues in spans:
        this = _introduced(doc, Quotation(start, end, None, None, _is_whole(doc, start, end)), quoted, lexicon)
        if found and continues:
            first = max((n for n, span in enumerate(spans[: len(found)]) if not span[2]), default=0)
            this = _same_voice(found, first, this)
        elif this.speaker is None and this.whole:
            this = _floating(doc, found, this, lexicon)
        found.append(this)
    return found


def _introduced(doc: Doc, this: Quotation, quoted: set[int], lexicon: Lexicon) -> Quotation:
    """A quotation with the speaker that its own sentence names."""
    cue = _cue(doc, this, quoted, lexicon)
    if cue is not None:
        return replace(this, speaker=_speaker(cue), cue=cue.i)
    before = _before_colon(doc, this)
    return replace(this, speaker=_signed(doc, this) if before is None else before)


def _same_voice(found: list[Quotation], first: int, this: Quotation) -> Quotation:
    """One quotation over several paragraphs has one speaker, whichever paragraph names them."""
    last = found[-1]
    if this.speaker is None:
        return replace(this, speaker=last.speaker, cue=last.cue)
    for n in range(first, len(found)):
        if found[n].speaker is None:
            found[n] = replace(found[n], speaker=this.speaker, cue=this.cue)
    return this


def _floating(doc: Doc, found: list[Quotation], this: Quotation, lexicon: Lexicon) -> Quotation:
    """A quoted sentence that nobody is named for: by whoever spoke last, if nobody came between."""
    if found and _floats(doc, found[-1], this):
        return replace(this, speaker=found[-1].speaker, cue=found[-1].cue)
    before = _sentence_before(doc, this)
    if before is None or not is_speech_verb(before.root, lexicon) or any(t.i in q for q in found for t in before):
        return this
    return replace(this, speaker=_speaker(before.root))


def _spans(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it continues the quotation of the paragraph before)."""
    opened: tuple[int, str] | None = None
    unclosed = False
    continues = False
    for token in doc:
        mark = _mark(token)
        if opened is None and mark and _opens(token, mark):
            opened, continues = (token.i + 1, _PAIRS.get(mark, mark)), unclosed and _starts_paragraph(token)
            unclosed = False
        elif opened and (mark == opened[1] or {mark, opened[1]} == {'"', "”"}) and _closes(token, mark):
            yield opened[0], token.i, continues
            opened = None
        elif opened and "\n" in token.text:
            unclosed = opened[1] not in _SINGLE or _reopens(token, doc[opened[0] - 1].text)
            if unclosed:
                yield opened[0], token.i, continues
            # Where the next paragraph only closes it, it has gone on without a mark of its own.
            goes_on = unclosed and _only_closes(token)
            opened, continues, unclosed = (
                ((token.i + 1, opened[1]), True, False) if goes_on else (None, False, unclosed)
            )
        elif "\n" not in token.text and opened is None and unclosed and not mark:
            unclosed = False
    if opened and opened[1] not in _SINGLE:
        yield opened[0], len(doc), continues


def _mark(token: Token) -> str:
    """The quotation mark that a token begins with, if any; two single ones are a double one."""
    if token.text in _DOUBLED:
        return '"'
    return token.text[0] if token.text and token.text[0] in "“”\"‘’«»„'" else ""


def _reopens(break_: Token, mark: str) -> bool:
    """Whether the next paragraph begins with the same mark: else a lone single mark is an apostrophe."""
    return break_.i + 1 < len(break_.doc) and break_.nbor(1).text == mark


def _only_closes(break_: Token) -> bool:
    """Whether the first double mark of the next paragraph is a closing one."""
    for token in break_.doc[break_.i + 1 :]:
        if "\n" in token.text:
            return False
        if token.text in _DOUBLE:
            return token.text == "”" or (token.text == '"' and not _opens(token, '"') and _closes(token, '"'))
    return False


def _opens(token: Token, mark: str) -> bool:
    before_space = (
        token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_space or token.nbor(-1).text in "([—–-"
    )
    if mark in "“«„":
        return True
    alone = len(token.text) == 1 or token.text in _DOUBLED
    return mark in "\"'‘" and before_space and alone and token.tag_ != "POS"


def _closes(token: Token, mark: str) -> bool:
    if mark in "”»":
        return True
    if mark == "’" and token.tag_ == "POS" and any(t.text == mark for t in token.doc[token.i + 1 : token.sent.end]):
        return False
    return (len(token.text) == 1 or token.text in _DOUBLED) and (
        bool(token.whitespace_) or token.i + 1 == len(token.doc) or not token.nbor(1).text[0].isalnum()
    )


def _starts_paragraph(token: Token) -> bool:
    return token.i == 0 or "\n" in token.nbor(-1).text


def _is_whole(doc: Doc, start: int, end: int) -> bool:
    """A clause of its own, not a phrase inside somebody else's: it has a finite verb and starts like a sentence."""
    finite = any(t.tag_ in ("VBD", "VBP", "VBZ", "MD") for t in doc[start:end])
    first = doc[start].text[:1]
    return (finite or doc[end - 1].text in ".!?") and (first.isupper() or not first.isalpha()) and end - start > 2


def _floats(doc: Doc, last: Quotation, this: Quotation) -> bool:
    """Whether a quotation goes on with the one before: the same or the next paragraph, nobody new between."""
    between = doc[last.end : this.start]
    paragraphs = sum("\n" in t.text for t in between)
    first = doc[last.end].sent.end if last.end < len(doc) else this.start
    # In the same paragraph the sentence that names the speaker may go on as long as it likes.
    counted = (t for t in between if t.i >= first) if paragraphs == 0 and last.cue is not None else between
    if paragraphs > 1 or sum(t.is_alpha for t in counted) > _NEAR:
        return False
    actors = (t for t in between if t.i >= first and t.dep_ in ("nsubj", "nsubjpass"))
    return all(t.pos_ == "PRON" for t in actors)


def _sentence_before(doc: Doc, this: Quotation) -> Span | None:
    """The sentence right before a quotation, at most one paragraph break away."""
    i = this.start - 2
    while i >= 0 and (doc[i].is_space or doc[i].is_quote):
        i -= 1
    breaks = sum("\n" in t.text for t in doc[max(i, 0) : this.start])
    return doc[i].sent if i >= 0 and breaks <= 1 and doc[i].sent.end <= this.start else None


def is_speech_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether the lexicon has the verb with a clause that somebody says or thinks."""
    said = lexicon.ontology.iri("lex:said")
    return any(f.complement == said for f in lexicon.frames.get(("verb", lemma(token)), ()))


def _cue(doc: Doc, quotation: Quotation, quoted: set[int], lexicon: Lexicon) -> Token | None:
    """The word that introduces or follows a quotation: in its own sentence, else before a colon."""
    sentences = [doc[quotation.start].sent, doc[quotation.end - 1].sent]
    outside = [t for s in sentences for t in s if t.i not in quoted]
    outside += [t for t in _exclaimed(doc, quotation) if t.i not in quoted]
    # "It was “looking into it” but had found nothing": who is quoted does not say so by finding.
    outside = [t for t in outside if t.dep_ != "conj" or t.head.i not in quotation]
    verbs = [t for t in outside if _is_cue(t, quotation, lexicon) and _speaker(t) is not None]
    if verbs:
        return min(verbs, key=lambda t: (min(abs(t.i - quotation.start), abs(t.i - quotation.end)), t.i))
    worded = next((t for t in sentences[0] if t.i < quotation.start and t.lower_ == "words" and _speaker(t)), None)
    if worded is not None:
        return worded
    if quotation.start >= 2 and ":" in (doc[quotation.start - 2].text, doc[quotation.start - 1].text):
        before = doc[quotation.start - 2].sent
        return next((t for t in reversed(list(before)) if t.i < quotation.start and _speaker(t) is not None), None)
    return None


def _exclaimed(doc: Doc, quotation: Quotation) -> list[Token]:
    """The sentence that the parser begins behind "“Go away!”", unless it says something of its own."""
    if doc[quotation.end - 1].text not in ("!", "?") or quotation.end + 1 >= len(doc):
        return []
    following = doc[quotation.end + 1].sent
    return [] if following.start != quotation.end + 1 or children(following.root, "ccomp", "dobj") else list(following)


def _is_cue(token: Token, quotation: Quotation, lexicon: Lexicon) -> bool:
    """Whether a word puts words in somebody's mouth: saying, and beside a whole sentence asking."""
    if token.lower_ == "according":
        return True
    hushed = children(token, "auxpass") and not children(token, "agent") and lemma(token) != "quote"
    if token.pos_ not in ("VERB", "AUX", "NOUN") or hushed:  # "while she had not been found": nobody speaks
        return False
    speaks = {lexicon.ontology.iri(f"by:{name}") for name in ("says", "asks", "speaksTo", "publishes")}
    said = any(f.property in speaks for f in lexicon.frames.get(("verb", lemma(token)), ()))
    return is_speech_verb(token, lexicon) or (quotation.whole and (said or _is_tag(token, quotation)))


def _is_tag(verb: Token, quotation: Quotation) -> bool:
    """ "“Go away!” she laughed": whatever the verb, with nothing but its subject behind a quotation it says it."""
    subjects = children(verb, "nsubj")
    if not subjects or children(verb, "dobj", "attr", "acomp", "aux"):
        return False
    first = min(verb.i, subjects[0].left_edge.i)
    return quotation.end < first <= quotation.end + 2 and abs(verb.i - subjects[0].i) <= 3


def _before_colon(doc: Doc, quotation: Quotation) -> int | None:
    """The name of "Anna Brandt: “We won.”", which opens its line; the tweet of "A tweet read: “We won.”"."""
    i = quotation.start - 2
    if i < 1 or doc[i].text != ":":
        return None
    if doc[i - 1].lower_ in ("read", "reads"):
        start = doc[i].sent.start
        return next((t.i for t in doc[start:i] if t.dep_ == "nsubj" and t.pos_ in ("NOUN", "PROPN")), None)
    opens = i == 1 or doc[i - 2].is_space or doc[i - 2].is_punct
    return i - 1 if doc[i - 1].pos_ == "PROPN" and opens else None


def _signed(doc: Doc, quotation: Quotation) -> int | None:
    """The name behind the dash of "“We won.” — Anna Brandt", with which the line ends or a comma follows."""
    i = quotation.end + 1
    if i + 1 >= len(doc) or doc[i].text not in _DASHES or doc[i + 1].pos_ != "PROPN":
        return None
    ends = i + 2 >= len(doc) or doc[i + 2].text in ",.(" or "\n" in doc[i + 2].text
    return i + 1 if ends else None


def _words_of(token: Token) -> int | None:
    """The speaker of "in the words of X"."""
    return next((o.i for of in children(token, "prep") if of.lower_ == "of" for o in children(of, "pobj")), None)


def _speaker(cue: Token) -> int | None:
    """The head of the cue's subject, looking up through coordinated and controlled verbs."""
    if cue.lower_ == "words":
        return _words_of(cue)
    if cue.lower_ == "according":
        return next((o.i for to in children(cue, "prep") for o in children(to, "pobj")), None)
    verb = cue
    for _ in range(4):
        found = _own_speaker(verb, cue)
        if found is not None:
            return found
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            return None
        verb = verb.head
    return None


def _own_speaker(verb: Token, cue: Token) -> int | None:
    """The agent, the subject, or the text ("a letter saying"); who is quoted speaks, who is told does not."""
    agents = [o for a in children(verb, "agent") for o in children(a, "pobj")]
    if agents:
        return agents[0].i
    if verb.dep_ == "acl":
        return verb.head.i if verb.tag_ == "VBG" and verb.head.pos_ in ("NOUN", "PROPN") else None
    heard = children(verb, "nsubjpass") if verb != cue or lemma(verb) == "quote" else []
    return next((s.i for s in [*children(verb, "nsubj"), *heard] if not s.is_punct), None)
