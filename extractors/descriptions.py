"""Descriptions: who or what a noun phrase without a name stands for ("the school", "her family", "staff")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from extractors.epithets import epithet
from extractors.kin import kin_of, the_kin, tie_of
from extractors.mentions import Mention
from extractors.phrases import children, governor, lemma, noun_phrase, preposition_objects
from extractors.referents import Referent, is_agent, owned_by
from extractors.shares import is_of_several
from ontology import Lexicon

__all__ = ["describe", "is_plural", "is_predicate", "owner_of"]

# Two schools named within as many words: which of them "the school" is, nobody can tell by nearness.
_NEAR = 60
_OFTEN = 3
_DEFINITE = frozenset("the this that these those".split())
_INDEFINITE = frozenset("a an another some any no every each one two three four five".split())
# "The previous election" is not what "the election" of the next sentence is.
_OTHERS = frozenset(
    "previous former earlier other another next further last related unrelated similar rival neighbouring neighboring "
    "nearby separate different additional foreign".split()
)
_OWNING = ("of", "from", "by", "for")
_STEM_ENDINGS = ("ing", "ion", "ment", "al", "s", "e")


def describe(
    mention: Mention, token: Token, referents: Sequence[Referent], by_head: Mapping[int, Referent], lexicon: Lexicon
) -> Referent | None:
    """The referent of a noun phrase: one known before where the phrase is definite or repeats it, else a new one.

    None for a predicate ("was a teacher", "acted as deputy"), which says what somebody is and is nobody of its own.
    """
    if is_predicate(token) or _determiner(token) in ("no", "which", "what", "whatever", "whichever"):
        return None
    owner = owner_of(token, by_head)
    known = _known(mention, token, owner, referents, lexicon) or epithet(mention, token, by_head, lexicon)
    if known is not None:
        return known
    plural = is_plural(token)
    kind = _kind(mention.label, plural, lexicon)
    gender = lexicon.words("genderNoun").get(lemma(token), "")
    referent = Referent(
        _name(mention, token, owner, by_head, lexicon),
        type=kind,
        plural=plural or _is_collective(kind, lexicon),
        owner=owner,
        gender=gender,
    )
    referent.roles.add(lemma(token))
    if owner is not None and (tie := tie_of(token, lexicon)):
        referent.ties.append((tie, owner))
    if owner is not None and lexicon.ontology.is_a(kind, lexicon.ontology.iri("schema:CreativeWork")):
        referent.author = owner
    return referent


def is_predicate(token: Token) -> bool:
    """Whether a noun phrase says what something is rather than speaks of it."""
    first = governor(token)
    if first.dep_ == "attr" and any(c.lower_ == "there" for c in children(first.head, "expl")):
        return False  # "there were two teams competing"
    if first.dep_ in ("attr", "oprd", "acomp"):
        return first.head.lemma_ in ("be", "become", "remain") or first.dep_ != "attr"
    return first.dep_ == "pobj" and first.head.lower_ == "as" and first.head.head.pos_ in ("VERB", "NOUN")


def is_plural(token: Token) -> bool:
    """Whether a noun speaks of several."""
    if token.tag_ == "CD":
        return token.lower_ not in ("one", "1")
    if is_of_several(token):
        return True
    return token.tag_ in ("NNS", "NNPS") or any(
        c.dep_ == "nummod" and c.lower_ not in ("one", "1") for c in token.children
    )


def _kind(label: str, plural: bool, lexicon: Lexicon) -> str:
    return lexicon.ontology.text(label, "by:plural", label) if plural and label else label


def _is_collective(kind: str, lexicon: Lexicon) -> bool:
    return bool(kind) and lexicon.ontology.is_a(kind, lexicon.ontology.iri("by:Group"))


def owner_of(token: Token, by_head: Mapping[int, Referent]) -> Referent | None:
    """Whose it is: the possessive before the noun, or the "of", "from", "by" after it."""
    for possessive in children(token, "poss"):
        if possessive.i in by_head:
            return by_head[possessive.i]
    for preposition, target in preposition_objects(token):
        if preposition in _OWNING[:3] and target.i in by_head and by_head[target.i].type:
            return by_head[target.i]
        if preposition in _OWNING[:3] and target.i not in by_head:
            inner = next((a for a in children(target, "appos") if a.i in by_head), None)
            if inner is not None:
                return by_head[inner.i]
    return None


def _name(
    mention: Mention, token: Token, owner: Referent | None, by_head: Mapping[int, Referent], lexicon: Lexicon
) -> str:
    possessives = children(token, "poss")
    if owner is None or not possessives or by_head.get(possessives[0].i) is not owner:
        by = any(p in ("from", "by") for p, _ in preposition_objects(token)) and not any(
            p == "of" for p, _ in preposition_objects(token)
        )
        # "A man from Bergen" is not Bergen's.
        place = lexicon.ontology.iri("schema:Place")
        told = owner is not None and owner.name in mention.text  # "researchers from the Elm Institute"
        if owner is None or told or not by or not owner.named or lexicon.ontology.is_a(owner.type, place):
            return mention.text
        return owned_by(owner, mention.text)
    if not owner.named and possessives[0].lower_ in ("men", "women", "boys", "girls", "children"):
        return mention.text  # "the national women's team" is nobody's
    rest = noun_phrase(token, full=True)
    tail = [t for t in rest if t.i > possessives[0].right_edge.i and not (t.tag_ == "POS" and t.head == possessives[0])]
    text = "".join(t.text_with_ws for t in tail).strip()
    return owned_by(owner, text) if text else mention.text


def _known(
    mention: Mention, token: Token, owner: Referent | None, referents: Sequence[Referent], lexicon: Lexicon
) -> Referent | None:
    determiner = _determiner(token)
    before = [r for r in referents if any(m.start < mention.start for m in r.mentions)]
    same_head = [r for r in before if not r.named and any(_stem(role) == _stem(lemma(token)) for role in r.roles)]
    person = lexicon.ontology.iri("schema:Person")
    # "The commander of the army … Commanders of the army": these are others.
    same_head = [r for r in same_head if not (token.tag_ == "NNS" and r.type == person and not r.plural)]
    if owner is not None and _is_own_body(mention, token, owner, lexicon):
        return owner.speaks_for
    if owner is not None:
        owned = [r for r in same_head if r.owner is owner]
        owned = [r for r in owned if not _is_best(token) or _modifiers_agree(mention, r)]
        return _latest(owned, mention) or kin_of(token, owner, before, lexicon)
    if determiner in _INDEFINITE or any(c.lower_ in ("half", "part", "most") for c in children(token, "predet")):
        return None
    if determiner in _DEFINITE and (_is_told_apart(token) or any(c.like_url for c in children(token, "appos"))):
        return None
    if determiner in _DEFINITE:
        return _definite(mention, token, before, same_head, lexicon) or the_kin(token, before, lexicon)
    named = [r for r in before if r.named and r.name.lower() == mention.text.lower()]
    if named:
        return named[0]
    return _latest([r for r in same_head if r.owner is None and r.name.lower() == mention.text.lower()], mention)


def _definite(
    mention: Mention, token: Token, before: Sequence[Referent], same_head: Sequence[Referent], lexicon: Lexicon
) -> Referent | None:
    """ "The council" that was spoken of before, by the same noun or by name."""
    couples = [r for r in before if "couple" in r.roles and lemma(token) in r.roles]
    if couples and not list(preposition_objects(token)):
        return _latest(couples, mention)
    fitting = [
        r
        for r in same_head
        if (_modifiers_agree(mention, r) and _numbers_agree(token, r)) or r.name.lower() == mention.text.lower()
    ]
    named = [r for r in before if r.named and _is_kind(mention, token, r, lexicon)]
    named = [r for r in named if lemma(token) in r.name.lower().split()] or named
    near = [r for r in named if any(0 < mention.start - m.start < _NEAR for m in r.mentions)]
    here = [r for r in near if any(token.sent.start <= m.start < mention.start for m in r.mentions)]
    if len(here) == 1:
        return here[0]
    if len(near) > 1:
        named = [r for r in near if mention.text.lower() in r.roles]
    elif len(named) > 1 and not here:
        # A school that was named once is not "the school" of a text about another.
        most, latest = max(named, key=lambda r: len(r.mentions)), _latest(named, mention)
        once = latest is not None and len([m for m in latest.mentions if m.start < mention.start]) == 1
        named = [most] if once and len(most.mentions) >= _OFTEN else named
    return _latest([*_topics(fitting, mention, token, lexicon), *named], mention)


def _topics(fitting: Sequence[Referent], mention: Mention, token: Token, lexicon: Lexicon) -> Sequence[Referent]:
    """Of several, the one that the text is about: in a new paragraph "the team" is none that was named only once."""
    latest = _latest(fitting, mention)
    event = lexicon.ontology.iri("schema:Event")
    several = latest is not None and len(fitting) > 1 and lexicon.ontology.is_a(latest.type, event)
    if latest is not None and several and " of " in latest.name and _breaks(token, latest):
        return []  # of two matches, "the match" of a new paragraph may be a third
    if latest is None or len(latest.mentions) > 1 or not is_agent(latest, lexicon) or not _breaks(token, latest):
        return fitting
    return [r for r in fitting if len(r.mentions) >= _OFTEN] or fitting


def _breaks(token: Token, referent: Referent) -> bool:
    return any("\n" in t.text for t in token.doc[referent.mentions[-1].end : token.i])


def _is_told_apart(token: Token) -> bool:
    """ "the people who voted for me": a relative clause without a comma says which, so they are others than before."""
    if _is_best(token):
        return True
    clause = next(iter(children(token, "relcl")), None)
    reduced = next((c for c in children(token, "acl") if c.tag_ == "VBN" and c.i == token.i + 1), None)
    if reduced is not None and is_plural(token):
        return True  # "the people found in the water"
    if clause is not None and any(t.lower_ == "whose" for t in clause.subtree):
        return token.doc[clause.left_edge.i - 1].text != ","
    return clause is not None and is_plural(token) and token.doc[clause.left_edge.i - 1].text != ","


def _is_best(token: Token) -> bool:
    """ "the latest versions": not all that there are."""
    return any(c.tag_ == "JJS" or c.lower_ == "latest" for c in children(token, "amod"))


def _is_own_body(mention: Mention, token: Token, owner: Referent, lexicon: Lexicon) -> bool:
    """Whether "her school" is the school that she heads."""
    body = owner.speaks_for
    if body is None or not mention.label or is_plural(token) or not children(token, "poss"):
        return False
    return mention.label != lexicon.ontology.iri("schema:Person") and lexicon.ontology.is_a(body.type, mention.label)


def _is_kind(mention: Mention, token: Token, referent: Referent, lexicon: Lexicon) -> bool:
    """Whether "the school" can be a named school, "the minister" somebody called a minister before."""
    if is_plural(token) or len(mention.text.split()) > 2:
        return False
    if mention.text.lower() in referent.roles and not referent.plural:
        return True
    person = lexicon.ontology.iri("schema:Person")
    label, noun = mention.label, lemma(token)
    words = referent.name.lower().split()
    if not label and len(words) > 1 and words[-1] == noun == mention.text.lower():
        return not referent.gender and not referent.roles  # "Sefton Velodrome … the velodrome"
    if not label or label == person or len(mention.text.split()) > 1:
        return False
    kinds = lexicon.ontology
    public = ("schema:GovernmentOrganization", "schema:EducationalOrganization", "schema:Hospital", "by:Outlet")
    body = kinds.is_a(referent.type, kinds.iri("schema:Organization"))
    if noun == "group" and body and not kinds.is_a(referent.type, *map(kinds.iri, public)):
        return True  # "Greenhaven … the group"
    if label == kinds.iri("by:Group") and noun not in referent.name.lower().split():
        return False  # "the group" is no people or faith that the text names
    named_so = noun in referent.name.lower().split() and kinds.is_a(referent.type, label)
    return named_so or (kinds.is_a(referent.type, label) and noun in _generic(label, lexicon))


def _generic(kind: str, lexicon: Lexicon) -> set[str]:
    """The nouns that mean a class as a whole: "school" for schools, but no "mosque" for organisations."""
    label = lexicon.ontology.classes[kind].label if kind in lexicon.ontology.classes else ""
    return {*label.split(" or "), *lexicon.ontology.texts(kind, "lex:generic")}


def _determiner(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "det"), "")


def _numbers_agree(token: Token, referent: Referent) -> bool:
    heads = {token.doc[m.head].tag_ in ("NNS", "NNPS", "CD") for m in referent.mentions if m.kind == "nominal"}
    return is_plural(token) in heads or not heads


def _modifiers_agree(mention: Mention, referent: Referent) -> bool:
    """The new phrase says nothing of the thing that its earlier ones do not, and they told it from no other."""
    said = [m.text.lower().split() for m in referent.mentions if m.kind == "nominal"]
    other = set.intersection(*({*words} for words in said)) & _OTHERS if said else set()
    if other - {*mention.text.lower().split()}:
        return False
    known = {_stem(w) for m in referent.mentions for w in m.text.lower().split()}
    return all(_stem(w) in known for w in mention.text.lower().split())


def _stem(word: str) -> str:
    for ending in _STEM_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _latest(found: Sequence[Referent], mention: Mention) -> Referent | None:
    return max(found, key=lambda r: max(m.start for m in r.mentions if m.start < mention.start), default=None)
