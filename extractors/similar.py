"""Similar verbs: a verb no frame has, taken for the likest one that a derived property has.

An extra: where the pipeline has word vectors (`--model en_core_web_lg`), and for ontologies without a lexicon.
What it claims says so (rule "similar verb", the likeness in the why) and is half trusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.frames import LIGHT, stands, verb_lemma
from ontology import Frame, Lexicon

__all__ = ["similar_frames"]

# Cosine: how like the verbs must be, and how much liker than those of any other property.
_LEAST, _AHEAD = 0.6, 0.05


def similar_frames(lexicon: Lexicon, verb: Token) -> Iterator[tuple[Frame, str]]:
    """The frames of the property whose verb is likest, each with the likeness in words; none where one is known."""
    lemma, vocab = verb_lemma(lexicon, verb), verb.vocab
    if not len(vocab.vectors) or not vocab.has_vector(lemma) or lemma in LIGHT or verb.pos_ != "VERB":
        return
    if lexicon.frames.get(("verb", lemma)):
        return
    best: dict[str, tuple[float, Frame]] = {}
    for frame in lexicon.derived_verbs:
        word = frame.wording.split()[0]
        if vocab.has_vector(word) and stands(frame, verb):
            score = vocab[lemma].similarity(vocab[word])
            if score > best.get(frame.property or "", (0.0, frame))[0]:
                best[frame.property or ""] = (score, frame)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    ahead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0) if ranked else 0.0
    if ranked and ranked[0][0] >= _LEAST and ahead >= _AHEAD:
        score, frame = ranked[0]
        yield frame, f"“{lemma}” taken for “{frame.wording}”: likeness {score:.2f}"
