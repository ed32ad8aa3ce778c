"""Similar verbs: a verb no frame has, taken for the likest one that a derived property has.

An extra: where the pipeline has word vectors (`--model en_core_web_lg`), and for ontologies without a lexicon.
What it claims says so (rule "similar verb", the likeness in the why) and is half trusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token
from spacy.vocab import Vocab

from extractors.frames import stands, verb_lemma
from ontology import Frame, Lexicon

__all__ = ["similar_frames"]

# Cosine: how like the verbs must be, and how much liker than those of any other property.
_LEAST, _AHEAD = 0.6, 0.05
_LIGHT = frozenset("be have do get go make take come say".split())


def similar_frames(lexicon: Lexicon, verb: Token) -> Iterator[tuple[Frame, str]]:
    """The frames of the property whose verb is likest, each with the likeness in words; none where one is known."""
    lemma, vocab = verb_lemma(lexicon, verb), verb.vocab
    if not len(vocab.vectors) or not vocab.has_vector(lemma) or lemma in _LIGHT or verb.pos_ != "VERB":
        return
    if lexicon.frames.get(("verb", lemma)):
        return
    best: dict[str, tuple[float, Frame]] = {}
    for frame in _derived(lexicon):
        word = frame.wording.split()[0]
        if vocab.has_vector(word) and stands(frame, verb):
            score = _likeness(vocab, lemma, word)
            if score > best.get(frame.property or "", (0.0, frame))[0]:
                best[frame.property or ""] = (score, frame)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    ahead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0) if ranked else 0.0
    if ranked and ranked[0][0] >= _LEAST and ahead >= _AHEAD:
        score, frame = ranked[0]
        yield frame, f"“{lemma}” taken for “{frame.wording}”: likeness {score:.2f}"


def _derived(lexicon: Lexicon) -> Iterator[Frame]:
    properties = lexicon.ontology.properties
    for (part, _), frames in lexicon.frames.items():
        for frame in frames if part == "verb" else ():
            if frame.property and properties[frame.property].derived:
                yield frame


def _likeness(vocab: Vocab, one: str, other: str) -> float:
    """The cosine of two words' vectors."""
    a: Any = vocab.get_vector(one)
    b: Any = vocab.get_vector(other)
    length = float((a @ a) * (b @ b)) ** 0.5
    return float(a @ b) / length if length else 0.0
