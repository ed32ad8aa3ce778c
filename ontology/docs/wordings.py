"""The frames of a property in readable words: how English says it, and which part of the sentence is whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from ontology.docs.links import link
from ontology.lexicon import Frame, Lexicon

__all__ = ["Wording", "frames_by_property", "wordings"]

_SLOTS = {
    "subject": "the subject",
    "object": "the object",
    "indirect": "the indirect object",
    "attribute": "what it is said to be",
    "complement": "the clause below it",
    "self": "the noun itself",
    "possessor": "the possessor",
    "compound": "the noun before it",
    "between": "both after “between”",
    "time": "the time",
    "start": "the first day",
    "end": "the last day",
    "value": "the value",
}


@dataclass(frozen=True)
class Wording:
    """Some words of one part of speech; `ends` says where subject and object are found, `notes` what else follows."""

    part: str
    words: tuple[str, ...]
    ends: str
    notes: tuple[str, ...]


def frames_by_property(lexicon: Lexicon) -> dict[str, tuple[Frame, ...]]:
    """All frames of each property, each once."""
    found: dict[str, set[Frame]] = defaultdict(set)
    for frames in lexicon.frames.values():
        for frame in frames:
            if frame.property:
                found[frame.property].add(frame)
    return {iri: tuple(sorted(frames)) for iri, frames in found.items()}


def wordings(lexicon: Lexicon, iri: str, frames: tuple[Frame, ...]) -> list[Wording]:
    """How English says a property: the words that work alike together, constructions and prepositions last."""
    alike: dict[Frame, list[str]] = defaultdict(list)
    for frame in frames:
        alike[replace(frame, wording="")].append(frame.wording)
    told = [_wording(lexicon, frame, words) for frame, words in alike.items()]
    order = ["verb", "role", "event", "adjective"]
    return [*sorted(told, key=lambda w: (order.index(w.part), w.words)), *_wordless(lexicon, iri)]


def _wording(lexicon: Lexicon, frame: Frame, words: list[str]) -> Wording:
    ends = f"{_told(frame.subject)} → {_told(frame.object)}"
    return Wording(frame.part, tuple(words), ends, tuple(_notes(lexicon, frame)))


def _told(slots: tuple[str, ...]) -> str:
    named = [_SLOTS[slot] for slot in slots if slot in _SLOTS]
    prepositions = [slot for slot in slots if slot not in _SLOTS]
    after = [f"after “{'”, “'.join(prepositions)}”"] if prepositions else []
    return " or ".join([*named, *after])


def _notes(lexicon: Lexicon, frame: Frame) -> list[str]:
    complement = link(lexicon.ontology, frame.complement).text if frame.complement else ""
    notes = {
        f"what depends on it is {complement}": complement,
        "it denies the relation": frame.negative,
        "it names a cause": frame.causal,
        f"the value is “{frame.value}”": frame.value,
        "it holds whatever the status of the verb": frame.presupposed,
    }
    return [note for note, holds in notes.items() if holds]


def _wordless(lexicon: Lexicon, iri: str) -> list[Wording]:
    found: dict[str, set[str]] = {"construction": set(), "preposition": set()}
    for node in lexicon.ontology.objects(iri, "lex:frame"):
        for part, words in found.items():
            words |= {*lexicon.ontology.texts(node, f"lex:{part}")}
    return [Wording(part, tuple(sorted(words)), "", ()) for part, words in found.items() if words]
