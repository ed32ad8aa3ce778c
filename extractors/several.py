"""Several: whether "they" and "their" may mean several where only one body or group fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from extractors.phrases import children, governor
from extractors.referents import Referent

if TYPE_CHECKING:
    from extractors.coreference import Discourse

__all__ = ["NEUTER", "PLURAL", "may_be_several", "name_parts"]

PLURAL = frozenset("they them their theirs themselves themself".split())
NEUTER = frozenset("it its itself".split())
_OBJECTS = frozenset("them themselves themself".split())


def may_be_several(token: Token, referent: Referent) -> bool:
    """Whether a plural more likely means several than the one body that fits: "they both", "them", "its site"."""
    if token.lower_ not in PLURAL or referent.members:
        return False
    if _is_in_the_owner(token, referent):
        return True
    if referent.plural:
        return _blames_several(token)
    both = any(
        t.lower_ == "both" for t in (*token.children, *children(token.head, "det", "advmod", "appos", "preconj"))
    )
    single = any(m.text.lower() in NEUTER and token.doc[m.head].sent == token.sent for m in referent.mentions)
    return both or single or token.lower_ in _OBJECTS or _blames_several(token)


def _is_in_the_owner(token: Token, referent: Referent) -> bool:
    """ "Anna Brandt of the Green Party beat their rivals": hers or the party's, nobody can tell."""
    if token.dep_ != "poss":
        return False
    above = [s for s in children(governor(token.head).head, "nsubj") if s.pos_ == "PROPN"]
    heads = {m.head for m in referent.mentions if m.start < token.i}
    inside = {t.i for s in above for t in s.subtree if t != s}
    return bool(above) and bool(heads & inside) and not heads - inside


def _blames_several(token: Token) -> bool:
    """ "The police removed the singer and her aide because they had no ticket": the reason lies in the two."""
    above = token.head.head
    cause = token.head.dep_ == "advcl" and any(c.lower_ == "because" for c in children(token.head, "mark"))
    return cause and any(children(o, "conj") for o in children(above, "dobj"))


def name_parts(discourse: Discourse) -> None:
    """ "Nine residents fell ill. Three of them died": three of the nine residents."""
    for token in discourse.doc:
        if token.lower_ not in ("them", "these", "those") or token.dep_ != "pobj" or token.head.lower_ != "of":
            continue
        part, whole = discourse.referent(token.head.head), discourse.referent(token)
        if part is not None and whole is not None and not part.named and part is not whole:
            name = whole.name if whole.named else whole.name[:1].lower() + whole.name[1:]
            part.name = re.sub(rf"\bof {token.text}$", f"of {name}", part.name)
