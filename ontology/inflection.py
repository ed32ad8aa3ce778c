"""Inflection: the base forms that a word of a label may come from; a form that is no word meets none in a text."""

from __future__ import annotations

__all__ = ["agent_verbs", "base_verbs", "is_participle", "singular"]

_IRREGULAR = {
    "written": "write", "held": "hold", "won": "win", "made": "make", "led": "lead", "built": "build", "sung": "sing",
    "spoken": "speak", "known": "know", "given": "give", "sold": "sell", "bought": "buy", "taught": "teach",
    "found": "find", "set": "set", "shot": "shoot", "run": "run", "born": "bear", "fought": "fight", "worn": "wear",
    "spent": "spend", "drawn": "draw", "chosen": "choose", "met": "meet", "done": "do", "taken": "take",
}  # fmt: skip


def is_participle(word: str) -> bool:
    """Whether a word looks like a past participle."""
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4 and not word.endswith("eed"))


def base_verbs(word: str) -> list[str]:
    """The verbs of which a word may be a form, likely or not.

    >>> base_verbs("starring")
    ['starr', 'starre', 'star']
    """
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _stems(word.removesuffix(ending), ending)
    return [word]


def agent_verbs(noun: str) -> list[str]:
    """The verbs of a noun for a doer or an act by its ending: "operator", "trainer", "development"; none for others."""
    for ending in ("er", "or", "ment"):
        if noun.endswith(ending) and len(noun) > len(ending) + 3:
            return _stems(noun.removesuffix(ending), ending)
    return []


def singular(noun: str) -> str:
    """The singular of a regular plural.

    >>> singular("bodies")
    'body'
    """
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _stems(stem: str, ending: str) -> list[str]:
    found = [stem] if ending == "ment" else [stem, f"{stem}e"]
    if len(stem) > 3 and stem[-1] == stem[-2] and ending in ("ing", "ed", "er"):
        found.append(stem[:-1])
    if stem.endswith("i"):
        found.append(f"{stem[:-1]}y")
    return found
