"""Quotations: where they stand, and whose words they are.

British and American marks; a quotation that runs over several paragraphs reopens in each and closes once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extractors.phrases import children, lemma
from ontology import Lexicon

__all__ = ["Quotation", "find_quotations", "is_speech_verb"]

_PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "“"}


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
    found: list[Quotation] = []
    for start, end, continues in _spans(doc):
        if end <= start:
            continue
        quotation = Quotation(start, end, None, None, _is_whole(doc, start, end))
        cue = _cue(doc, quotation, lexicon)
        if cue is not None:
            quotation = replace(quotation, speaker=_speaker(cue), cue=cue.i)
        elif found and (continues or (quotation.whole and _floats(doc, found[-1], quotation))):
            quotation = replace(quotation, speaker=found[-1].speaker, cue=found[-1].cue)
        found.append(quotation)
    return found


def _spans(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it continues the quotation of the paragraph before)."""
    opened: tuple[int, str] | None = None
    unclosed = False
    continues = False
    for token in doc:
        mark = token.text[0] if token.text and token.text[0] in "“”\"‘’«»'" else ""
        if opened is None and mark and _opens(token, mark):
            opened, continues = (token.i + 1, _PAIRS.get(mark, mark)), unclosed and _starts_paragraph(token)
            unclosed = False
        elif opened and mark == opened[1] and _closes(token, mark):
            yield opened[0], token.i, continues
            opened = None
        elif opened and "\n" in token.text:
            yield opened[0], token.i, continues
            opened, unclosed = None, True
        elif "\n" not in token.text and opened is None and unclosed and not mark:
            unclosed = False
    if opened:
        yield opened[0], len(doc), continues


def _opens(token: Token, mark: str) -> bool:
    before_space = (
        token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_space or token.nbor(-1).text in "([—–-"
    )
    if mark in "“«":
        return True
    return mark in "\"'‘" and before_space and len(token.text) == 1 and token.tag_ != "POS"


def _closes(token: Token, mark: str) -> bool:
    if mark in "”»":
        return True
    return len(token.text) == 1 and (
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
    """Whether a quotation with no cue of its own goes on with the one before: the same paragraph, or the very next one."""
    between = doc[last.end : this.start].text
    return between.count("\n") <= 1 and sum(t.is_alpha for t in doc[last.end : this.start]) <= 12


def is_speech_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether the lexicon has the verb with a clause that somebody says or thinks."""
    said = lexicon.ontology.iri("lex:said")
    return any(f.complement == said for f in lexicon.frames.get(("verb", lemma(token)), ()))


def _cue(doc: Doc, quotation: Quotation, lexicon: Lexicon) -> Token | None:
    """The verb that introduces or follows a quotation: in its own sentence, else before a colon."""
    sentences = [doc[quotation.start].sent, doc[quotation.end - 1].sent]
    outside = [t for s in sentences for t in s if t.i not in quotation and t.pos_ in ("VERB", "AUX", "NOUN")]
    verbs = [t for t in outside if is_speech_verb(t, lexicon) and _speaker(t) is not None]
    if verbs:
        return min(verbs, key=lambda t: (min(abs(t.i - quotation.start), abs(t.i - quotation.end)), t.i))
    worded = next(
        (t for t in sentences[0] if t.i < quotation.start and t.lower_ == "words" and _words_of(t) is not None), None
    )
    if worded is not None:
        return worded
    if quotation.start >= 2 and ":" in (doc[quotation.start - 2].text, doc[quotation.start - 1].text):
        before = doc[quotation.start - 2].sent
        return next((t for t in reversed(list(before)) if t.i < quotation.start and _speaker(t) is not None), None)
    return None


def _words_of(token: Token) -> int | None:
    """The speaker of "in the words of X"."""
    return next((o.i for of in children(token, "prep") if of.lower_ == "of" for o in children(of, "pobj")), None)


def _speaker(verb: Token) -> int | None:
    """The head of the verb's subject, looking up through coordinated and controlled verbs."""
    if verb.lower_ == "words":
        return _words_of(verb)
    for _ in range(4):
        subjects = children(verb, "nsubj") or children(verb, "nsubjpass") if verb.dep_ != "acl" else []
        agents = [o for a in children(verb, "agent") for o in children(a, "pobj")]
        if agents:
            return agents[0].i
        if subjects:
            return subjects[0].i
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            return None
        verb = verb.head
    return None
