"""Factuality: whether a clause is said to have happened, composed from its own words up to the sentence's main verb."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extractors.attribution import accounts, bearer_of, is_passive, quoted_speaker, speaker_of
from extractors.background import RULES, is_background
from extractors.clause_forms import after_colon, by_form
from extractors.continued import goes_on
from extractors.control import speaks_of, subject_tokens
from extractors.coreference import Discourse
from extractors.effects import Circumstances, apply, inherit, is_commanded, weaken
from extractors.frames import complement_of, matching_frames
from extractors.infinitives import is_ranked, of_infinitive
from extractors.loose_clauses import is_rumour
from extractors.modality import asks_whether, only_prefaces, own_modality
from extractors.negation import is_excluded, is_negated
from extractors.phrases import children, is_finite, is_infinitive, lemma
from extractors.predicates import effect_on, hoped, out_of_reach, periphrasis, predicated, reading
from extractors.quotations import is_speech_verb

__all__ = ["circumstances"]

_DEGREES = frozenset("point extent degree stage".split())
_SAYING = frozenset("say add cite insist claim argue note state explain stress tell warn".split())
_SEEING = frozenset("find see catch spot hear film photograph picture leave".split())
_TEMPORAL = frozenset("until when once before after till whenever".split())
_DONE = frozenset("move push rush go commit undertake resolve decide mean ensure offer threaten swear".split())
_DISPUTING = frozenset("deny reject dispute dismiss refute rebut rubbish".split())
_DENYING = frozenset(["without", "instead of", "rather than", "not"])


def circumstances(discourse: Discourse, token: Token) -> Circumstances:
    """How the proposition that a verb or noun heads is said, from its own words and all that governs it."""
    iri = discourse.lexicon.ontology.iri
    found = Circumstances(is_negated(discourse.lexicon, token), own_modality(discourse, token))
    node, below, aside = token, token, False
    for _ in range(40):
        for source in () if aside or below.lower_ == "according" or _turns(below) else accounts(discourse, node):
            found = found.by(source)
        # "The school, which opened in 1963, has nine teachers, according to its site": the site need not say when.
        aside = aside or (node.dep_ in ("relcl", "appos", "acl") and node.doc[node.left_edge.i - 1].text == ",")
        quoted = quoted_speaker(discourse, node)
        leaves = quoted is not None and (
            node.head == node or discourse.quotation(node.head) is not discourse.quotation(node)
        )
        if node.head == node:
            found = _rumoured(discourse, _named(discourse, found.by(quoted) if leaves else found), node)
            return found if found.sources or aside else found.by(goes_on(discourse, node))
        above = _within(discourse, found, node)
        # ", who left in July" is no part of what is alleged of somebody.
        told = aside and above.modality == discourse.lexicon.ontology.modality("by:alleged")
        # "asked them to mend the bridge, damaged in May": the damage is no matter of what they are asked.
        above = replace(above, sources=found.sources) if aside and is_infinitive(node) else above
        found = replace(above, modality=found.modality) if told else above
        if leaves:
            found = found.by(quoted)
        node, below = node.head, node
    raise AssertionError(f"no root above token {token.i}: {iri('by:actual')}")


def _rumoured(discourse: Discourse, found: Circumstances, root: Token) -> Circumstances:
    """ "Her nephews, it is believed, have ideas": nobody is named who believes it."""
    aside = any(is_rumour(c) for c in children(root, "parataxis"))
    return weaken(found, discourse.lexicon.ontology.modality("by:alleged")) if aside and not found.sources else found


def _turns(clause: Token) -> bool:
    """ "It was shut, police said, but the mayor denied it": what "but" sets against a report is no part of it."""
    first = clause.head
    asides = [c.i for c in children(first, "parataxis") if first.i < c.i < clause.i]
    if clause.dep_ != "conj" or not asides or not children(clause, "nsubj", "nsubjpass"):
        return False
    return any(c.lower_ == "but" and asides[-1] < c.i < clause.i for c in children(first, "cc"))


def _named(discourse: Discourse, found: Circumstances) -> Circumstances:
    """ "She says that he is “unfit”": words quoted inside of what somebody says are theirs, and nobody's else."""
    named = tuple(s for s in found.sources if s is not discourse.unnamed)
    return replace(found, sources=named or found.sources)


def _within(discourse: Discourse, found: Circumstances, node: Token) -> Circumstances:
    """One step up the tree; past a relative clause or an apposition only voices reach down."""
    above = _under(discourse, found, node, node.head)
    if found.closed:
        alleged = discourse.lexicon.ontology.modality("by:alleged")
        above = replace(
            above, negative=found.negative, modality=above.modality if above.modality == alleged else found.modality
        )
        if is_infinitive(node):
            # "a chance to appeal to voters who chose him": who appeals does not say that they did.
            above = replace(above, sources=tuple(s for s in above.sources if s is not discourse.unnamed))
    return replace(
        above,
        # "declined to say whether she would": what is asked there is open, however nobody says it.
        closed=above.closed or found.closed or is_background(discourse, node) or asks_whether(node),
    )


def _under(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances:
    """What a governor does to the clause or noun below it."""
    dep = node.dep_
    if dep in ("prep", "agent", "punct") or parent.pos_ == "ADP":
        return _under_preposition(discourse, found, node, parent)
    if dep == "conj":
        return found
    set_off = node.doc[node.left_edge.i - 1].text == ","
    if dep == "relcl" and parent.dep_ == "attr" and parent.head.lemma_ == "be" and not set_off:
        # "may be the man who …": who it was is as uncertain as what he did.
        return weaken(found, own_modality(discourse, parent.head))
    if dep == "relcl" and children(node, "mark"):
        return _under_noun(discourse, found, node, parent)
    if dep in ("relcl", "appos", "poss", "compound") or _is_cleft(node, parent):
        return found
    if dep == "acl":
        return _under_noun(discourse, found, node, parent)
    if dep == "advcl":
        return _adverbial(discourse, found, node, parent)
    if dep in ("ccomp", "xcomp", "pcomp", "csubj", "acomp", "attr", "oprd", "parataxis"):
        return _complement(discourse, found, node, parent)
    if dep in ("dobj", "pobj", "nsubjpass", "nsubj", "dative"):
        return _argument(discourse, found, node, parent)
    return found


def _is_cleft(node: Token, parent: Token) -> bool:
    """ "It was in May that she left": what the clause says is taken for granted, where or when is the news."""
    it = any(s.lower_ == "it" and s.i < parent.i for s in children(parent, "nsubj", "expl"))
    place = any(parent.i < p.i < node.i for p in children(parent, "prep", "advcl"))
    return node.dep_ == "ccomp" and it and parent.lemma_ == "be" and place and not children(parent, "acomp", "attr")


def _under_preposition(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances:
    if node.dep_ == "pcomp" and parent.pos_ in ("ADP", "SCONJ"):
        instead = parent.lower_ == "of" and parent.i > 0 and parent.nbor(-1).lower_ == "instead"
        if parent.lower_ in _DENYING or instead:
            return replace(found, negative=not found.negative)
        verb = parent.head
        if verb.pos_ == "NOUN":
            effect = reading(discourse, verb)
            said = effect == discourse.lexicon.ontology.iri("lex:said")
            if not effect and parent.lower_ == "of":
                return weaken(found, discourse.lexicon.ontology.modality("by:speculative"))
            return apply(discourse, found, verb, discourse.lexicon.ontology.iri("by:alleged") if said else effect)
        if parent.lower_ == "against":
            asked = complement_of(discourse.lexicon, verb, "", infinitive=True)
            planned = discourse.lexicon.ontology.iri("by:committed")
            wish = asked if asked in discourse.lexicon.ontology.modalities else planned
            return apply(discourse, replace(found, negative=not found.negative), verb, wish)
        # "dismissed it as being a fraud": who dismisses it says so.
        such = any(c.lower_ == "such" for o in children(verb, "dobj") for c in o.lefts)  # "such action as closing it"
        described = discourse.lexicon.ontology.iri("lex:said") if parent.lower_ == "as" and not such else ""
        found = apply(discourse, found, verb, complement_of(discourse.lexicon, verb, parent.lower_) or described)
        # "would ask them before making changes"
        admitted = parent.lower_ == "after" and is_speech_verb(node, discourse.lexicon)  # "will pay after admitting"
        ahead = parent.lower_ in _TEMPORAL and not admitted
        if parent.lower_ == "by" and (ahead_too := hoped(discourse, verb)) is not None:
            return weaken(found, ahead_too)
        return weaken(found, own_modality(discourse, verb)) if ahead else found
    if node.dep_ == "pobj" and parent.head.pos_ in ("VERB", "AUX"):
        effect = complement_of(discourse.lexicon, parent.head, parent.lower_, exact=True)
        return apply(discourse, found, parent.head, effect) if effect else found
    return found


def _under_noun(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances:
    """A clause that hangs on a noun: "a plan to close", "claims that it closed", "a post published on Monday"."""
    if is_infinitive(node) and is_ranked(parent):
        # "the first to climb it" climbed it; "will be the first woman to climb it" will.
        return weaken(found, own_modality(discourse, parent.head)) if parent.dep_ == "attr" else found
    if node.tag_ == "VBG" and lemma(parent) in RULES and speaks_of(discourse, node, parent):
        return weaken(found, discourse.lexicon.ontology.modality("by:speculative"))
    if parent.dep_ == "pobj" and parent.head.lower_ == "to" and lemma(parent) in _DEGREES:
        return found  # "it grew to the point that they left"
    effect = reading(discourse, parent)
    if parent.dep_ == "dobj" and parent.head.lemma_ == "have" and lemma(parent) in ("power", "right", "ability"):
        # "does not have the power to fine them"
        found = replace(found, negative=found.negative != is_negated(discourse.lexicon, parent.head))
    tried = node.tag_ == "VBG" and effect == discourse.lexicon.ontology.iri("by:attempted")
    if node.tag_ in ("VBN", "VBG", "VBD") and not tried and not children(node, "nsubj", "nsubjpass", "mark"):
        return found
    finite = bool(children(node, "mark")) and is_finite(node)
    if finite and parent.dep_ == "dobj" and lemma(parent.head) in _DISPUTING:
        # "denied reports that it had closed", "rejected a claim that it had"
        denied = replace(found, negative=not found.negative, closed=True)
        return denied.by(speaker_of(discourse, parent.head))
    if finite and (not effect or effect == discourse.lexicon.ontology.iri("lex:said")):
        factual = lemma(parent) in discourse.lexicon.words("factNoun")
        if factual and is_negated(discourse.lexicon, parent):
            return replace(found, negative=not found.negative)
        own = bearer_of(discourse, parent) is not None
        effect = "" if factual else discourse.lexicon.ontology.iri("lex:said" if own else "by:alleged")
    if not effect and is_infinitive(node):
        effect = discourse.lexicon.ontology.iri("by:purpose")
    return apply(discourse, found, parent, effect)


def _adverbial(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances:
    ontology = discourse.lexicon.ontology
    markers = {c.lower_ for c in node.children if c.dep_ in ("mark", "advmod")}
    if is_infinitive(node) or ("so" in markers and "that" in markers):
        return of_infinitive(discourse, found, node, parent)
    if "because" in markers and is_excluded(next(c for c in node.children if c.lower_ == "because")):
        return weaken(found, ontology.modality("by:speculative"))  # "not because they lie": whether they do is open
    asked = complement_of(discourse.lexicon, parent, "", infinitive=True)
    if "until" in markers and asked in ontology.modalities:
        return apply(discourse, found, parent, asked)
    if node.tag_ == "VBG" and lemma(node) in _SAYING:
        return found  # "would not comment, saying that"
    above = own_modality(discourse, parent)
    past = node.tag_ == "VBD" and not any(c.lower_ == "would" for c in children(parent, "aux"))
    if past and markers & _TEMPORAL:
        found = replace(found, closed=True)  # "told them to leave before the board met": met it has
    if above.top != "actual" and not past and (markers & _TEMPORAL or node.tag_ == "VBG"):
        return weaken(found, above)
    return found


def _complement(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances:
    """A clause or predicate that completes a verb, noun or adjective."""
    if node.dep_ in ("attr", "acomp", "oprd"):
        return inherit(discourse, found, node, parent)
    if _stands_alone(discourse, node, parent) or after_colon(node, parent) or only_prefaces(node):
        return found
    infinitive = is_infinitive(node)
    if (
        infinitive
        and parent.lemma_ in ("have", "be", "go", "get", "remain")
        and (said := periphrasis(discourse, found, node, parent))
    ):
        return said
    ontology = discourse.lexicon.ontology
    effect = effect_on(discourse, node, parent, infinitive=infinitive)
    found = out_of_reach(found, parent) if infinitive else found
    if effect == ontology.iri("by:requested") and _own_wish(discourse, node):
        negative = found.negative != is_negated(discourse.lexicon, parent)
        return replace(weaken(found, ontology.modality("by:committed")), negative=negative)
    if (said := by_form(discourse, found, node, parent, effect)) is not None:
        return said
    if node.dep_ == "xcomp" and lemma(parent) in _SEEING and is_passive(parent):
        return found  # "were found living in a barn", "was seen to consult it"
    if effect or parent.pos_ in ("NOUN", "PROPN", "PUNCT", "SPACE"):
        return apply(discourse, found, parent, effect)
    if infinitive:
        return weaken(found, ontology.modality("by:speculative"))
    if node.dep_ == "ccomp" and (about := predicated(discourse, found, node, parent)) is not None:
        return about
    return apply(discourse, found, parent, ontology.iri("lex:implied" if node.dep_ != "ccomp" else "lex:said"))


def _own_wish(discourse: Discourse, node: Token) -> bool:
    """Whether the one who wants or asks would do it: "wanted to meet", not "wanted them to meet", "asked to be met"."""
    passive = is_passive(node) or is_passive(node.head) or is_commanded(node.head)
    active = node.dep_ == "xcomp" and not passive
    return active and subject_tokens(discourse, node) == subject_tokens(discourse, node.head)


def _opposes(discourse: Discourse, verb: Token) -> bool:
    """ "oppose the closure": what somebody is against need not have come about."""
    against = discourse.lexicon.ontology.iri("by:opposes")
    return any(f.property == against for f in matching_frames(discourse.lexicon, verb))


def _stands_alone(discourse: Discourse, node: Token, parent: Token) -> bool:
    """A clause with a subject of its own before one that says nothing of it: "I offer …, I will continue …"."""
    if node.dep_ != "ccomp" or node.i > parent.i or children(node, "mark") or not children(node, "nsubj", "nsubjpass"):
        return False
    return complement_of(discourse.lexicon, parent, "") != discourse.lexicon.ontology.iri("lex:said")


def _argument(discourse: Discourse, found: Circumstances, node: Token, parent: Token) -> Circumstances:
    """An event noun as the argument of a verb: "called for a review", "no meeting took place"."""
    if parent.pos_ not in ("VERB", "AUX"):
        return found
    effect = complement_of(discourse.lexicon, parent, "", exact=True) if node.dep_ in ("dobj", "nsubjpass") else ""
    if effect == discourse.lexicon.ontology.iri("by:purpose") or lemma(parent) in _DONE:
        effect = ""  # "used a panel to ask": what is used is there; whoever is moved is
    denied = discourse.lexicon.ontology.iri("lex:denied")
    if node.dep_ == "nsubj" and not children(parent, "dobj", "xcomp", "ccomp"):
        effect = denied if complement_of(discourse.lexicon, parent, "", infinitive=True) == denied else ""
    if node.dep_ == "dobj" and _opposes(discourse, parent):
        return weaken(found, discourse.lexicon.ontology.modality("by:speculative"))
    if effect == denied and found.modality.top != "actual" and not reading(discourse, node):
        return found  # "denied them visas to enter": it is the visas that are denied
    if effect == denied and reading(discourse, node):
        found = replace(found, modality=discourse.lexicon.ontology.modality("by:actual"))
    if effect and effect != discourse.lexicon.ontology.iri("lex:said"):
        return apply(discourse, found, parent, effect)
    definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in node.children)
    return found if definite else inherit(discourse, found, node, parent)
