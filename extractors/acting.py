"""Acting: what the verbs that a name stands with tell of its kind: rivers do not resign, firms are not born."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.frames import argument_tokens, matching_frames, takes_own_object, verb_lemma
from extractors.noun_classes import noun_class
from extractors.phrases import children, governor
from ontology import Frame, Lexicon

__all__ = ["Vote", "acts", "serves", "with_verb"]

_CLEAR, _HINT = 1.5, 0.3

Vote = tuple[str, float]


def acts(head: Token, lexicon: Lexicon) -> bool:
    """Whether somebody stands where a verb wants an agent, or is said to have written something."""
    head = governor(head)
    preposition, verb = head.head, head.head
    if head.dep_ == "pobj" and preposition.lower_ == "by":
        noun, work = preposition.head, lexicon.ontology.iri("schema:CreativeWork")
        return preposition.dep_ == "agent" or lexicon.ontology.is_a(noun_class(noun, lexicon), work)
    if head.dep_ not in ("nsubj", "dobj") or verb.pos_ != "VERB":
        return False
    slot = "subject" if head.dep_ == "nsubj" else "object"
    agents = {lexicon.ontology.iri(c) for c in ("by:Agent", "by:Voice", "schema:Person")}
    wanted = {
        c for f in lexicon.frames.get(("verb", verb_lemma(lexicon, verb)), ()) for c in _classes(f, slot, lexicon)
    }
    return bool(wanted) and wanted <= agents


def serves(head: Token, lexicon: Lexicon) -> bool:
    """Whether somebody works or plays for a body, or is born: no place does."""
    verb, office = head.head, lexicon.ontology.iri("by:roleAt")
    if head.dep_ == "nsubjpass":
        return verb.lower_ == "born"
    frames = matching_frames(lexicon, verb) if head.dep_ == "nsubj" and verb.pos_ == "VERB" else []
    return any(f.property and lexicon.ontology.is_sub(f.property, office) and f.subject == ("subject",) for f in frames)


def _classes(frame: Frame, slot: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The classes that a frame's property wants in a slot of the verb."""
    known = lexicon.ontology.properties.get(frame.property or "")
    if known is None:
        return ()
    return known.domain if slot in frame.subject else known.range if slot in frame.object else ()


def with_verb(head: Token, lexicon: Lexicon) -> Iterator[Vote]:
    """What a verb's frame wants where the name stands ("share to"), and a hint that who acts is a body."""
    if head.dep_ == "nsubj" and head.head.pos_ == "VERB":
        # "Firefox raised its market share": whoever has an "its" is no person.
        its = any(p.lower_ == "its" for o in children(head.head, "dobj") for p in children(o, "poss"))
        yield lexicon.ontology.iri("schema:Organization"), _CLEAR if its else _HINT / 3
    clauses = children(head, "relcl")
    if any(s.lower_ == "which" for c in clauses for s in children(c, "nsubj", "nsubjpass")):
        yield lexicon.ontology.iri("schema:Person"), -_CLEAR  # "Selden Brack, which": nobody
    if any(t.tag_ in ("WP", "WP$") and t.lower_ != "what" for c in clauses for t in c.children):
        yield lexicon.ontology.iri("schema:Person"), _CLEAR
    if head.dep_ in ("nsubj", "nsubjpass") and _only_people(
        head.head, "object" if head.dep_ == "nsubjpass" else "subject", lexicon
    ):
        yield lexicon.ontology.iri("schema:Person"), _CLEAR
    for verb in list(head.ancestors)[:3]:
        if verb.pos_ == "VERB":
            yield from _wanted(head, verb, lexicon)
            return


def _only_people(verb: Token, slot: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon knows a verb as something that only people do or have done to them: marry, be born."""
    person = lexicon.ontology.iri("schema:Person")
    frames = [f for f in lexicon.frames.get(("verb", verb_lemma(lexicon, verb)), ()) if f.property]
    known = [lexicon.ontology.properties.get(f.property or "") for f in frames if slot in f.subject]
    return bool(known) and len(known) == len(frames) and all(k is not None and k.domain == (person,) for k in known)


def _wanted(head: Token, verb: Token, lexicon: Lexicon) -> Iterator[Vote]:
    slots = {t.i: p for p, tokens in argument_tokens(verb).items() for t in tokens}
    slot = slots.get(head.i)
    for frame in lexicon.frames.get(("verb", verb_lemma(lexicon, verb)), ()):
        known = lexicon.ontology.properties.get(frame.property or "")
        taken = takes_own_object(verb, frame)
        if known and slot and slot in frame.object and frame.wording.endswith(f" {slot}") and known.range and not taken:
            if not lexicon.ontology.is_a(lexicon.ontology.iri("schema:Person"), *known.range):
                yield known.range[0], _CLEAR + _HINT
            return
