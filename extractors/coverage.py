"""Coverage: sentence by sentence, what was made of a text, and which verbs nothing was made of, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractors.arguments import fillers_of, referents_of
from extractors.clauses import Proposition, clause_propositions
from extractors.contradictions import Contradiction, find_contradictions
from extractors.coreference import Discourse
from extractors.drafts import Draft
from extractors.frames import complement_of
from extractors.phrases import children
from extractors.pipeline import discourse_of
from extractors.quotations import is_speech_verb
from extractors.stand_ins import parse
from ontology import Article, Claim, Dating, Lexicon, Ontology, Reading

__all__ = ["ArticleCoverage", "Gap", "SentenceCoverage", "cover"]

_ARGUMENTS = ("indirect", "complement", "attribute")


@dataclass(frozen=True)
class Gap:
    """A verb that no claim comes from: `text[start:end] == verb`, in characters of the article, and the reason."""

    start: int
    end: int
    verb: str
    why: str


@dataclass(frozen=True)
class SentenceCoverage:
    """A sentence with the claims whose evidence begins in it, and its verbs without one; `verbs` counts them all."""

    text: str
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    verbs: int


@dataclass(frozen=True)
class ArticleCoverage:
    """An article with its sentences in order, its contradictions, and its dating where it has no published date."""

    article: Article
    sentences: tuple[SentenceCoverage, ...]
    contradictions: tuple[Contradiction, ...]
    dating: Dating | None


def cover(readings: Iterable[Reading], nlp: Language, ontology: Ontology) -> Iterator[ArticleCoverage]:
    """What was made of each article. Pipeline and ontology are those that the readings were made with."""
    lexicon = Lexicon(ontology)
    batch = list(readings)
    for doc, reading in zip(parse((r.article.text for r in batch), nlp, lexicon), batch, strict=True):
        yield _covered(doc, reading, lexicon)


def _covered(doc: Doc, reading: Reading, lexicon: Lexicon) -> ArticleCoverage:
    discourse, drafts, dating = discourse_of(doc, reading.article, lexicon)
    sentences = tuple(_sentences(discourse, drafts, reading))
    return ArticleCoverage(reading.article, sentences, find_contradictions(discourse, drafts, reading), dating)


def _sentences(discourse: Discourse, drafts: Iterable[Draft], reading: Reading) -> Iterator[SentenceCoverage]:
    used = {i for draft in drafts for i in draft.tokens}
    propositions = list(clause_propositions(discourse))
    for sentence in discourse.doc.sents:
        if not sentence.text.strip():
            continue
        said = [p for p in propositions if sentence.start <= p.trigger < sentence.end]
        gaps = (_gap(discourse, p) for p in said if p.trigger not in used and not _governs(discourse, p))
        yield SentenceCoverage(
            " ".join(sentence.text.split()), tuple(_within(reading, sentence)), tuple(gaps), len(said)
        )


def _within(reading: Reading, sentence: Span) -> Iterator[Claim]:
    return (c for c in reading.claims if sentence.start_char <= c.evidence.start < sentence.end_char)


def _governs(discourse: Discourse, p: Proposition) -> bool:
    """Whether the verb only decides who says another clause, or whether that happened: the claims are that clause's."""
    verb = discourse.doc[p.trigger]
    if verb.dep_ in ("parataxis", "ccomp") and is_speech_verb(verb, discourse.lexicon):
        return not p.get("object")
    clauses = children(verb, "ccomp", "xcomp")
    return bool(clauses) and bool(complement_of(discourse.lexicon, verb, ""))


def _gap(discourse: Discourse, p: Proposition) -> Gap:
    verb = discourse.doc[p.trigger]
    return Gap(verb.idx, verb.idx + len(verb.text), verb.text, _why(discourse, p))


def _why(discourse: Discourse, p: Proposition) -> str:
    doc = discourse.doc
    subjects = [doc[i] for i in p.get("subject")]
    if not subjects and not p.passive:
        return "it has no subject"
    if subjects and not referents_of(discourse, p.get("subject")):
        return _unknown(subjects[0])
    slots = [s for s in p.slots if s != "subject"]
    arguments = [i for s in slots if s not in _ARGUMENTS for i in p.get(s)]
    if not arguments:
        return "it links its subject to nothing" if subjects else "it links nothing to anything"
    if not fillers_of(discourse, tuple(arguments)):
        unclear = [doc[i] for i in arguments if not discourse.is_time(doc[i])]
        return _unknown(unclear[0]) if unclear else "all that it says is when"
    return "no rule reads it"


def _unknown(token: Token) -> str:
    """Why a word stands for nobody."""
    if token.pos_ in ("PRON", "DET"):
        return f"it is not clear who or what is meant by “{token.text}”"
    return f"“{token.text}” is neither a name nor a description that leads to one"
