"""Capitals: which capitalised words of a text belong to names, and which only open a sentence or shout a headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from ontology import Lexicon

__all__ = ["CALENDAR", "Capitals", "opens"]

_DAYS = frozenset("mon tues wednes thurs fri satur sun".split())
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_OPENERS = frozenset(".!?:;•“\"‘'«([—–-")
# A month or a weekday after one of these is a date; elsewhere it may be somebody's name: "Theresa May", "April Jones".
_DATING = frozenset(
    "in since until till from to during before after between through last next this every each early late mid mid- "
    "the a an".split()
)
# Words that open a sentence in front of a name and are never the first word of one.
_NEVER_FIRST = frozenset(
    "yesterday today tonight tomorrow earlier later soon again still already once twice now then there here instead "
    "meanwhile moreover nevertheless nonetheless therefore thus hence perhaps maybe overnight abroad afterwards "
    "outside inside near behind despite like unlike following during according regarding concerning including "
    "besides amid amidst among alongside throughout unless whereas whether breaking exclusive watch read thank dear "
    "pictured born known asked speaking outgoing incoming late former veteran ailing teenage troubled ousted "
    "disgraced embattled".split()
)
_DIRECTIONS = frozenset("north south east west northern southern eastern western central new upper lower".split())
_PLURALS = frozenset("children people women men peoples folk".split())
_FINITE = frozenset("is are was were has have had will would does did".split())
_AMOUNTS = frozenset("PERCENT MONEY QUANTITY ORDINAL LANGUAGE".split())


class Capitals:
    """What the whole document tells about its words: which are written small, which are names in mid-sentence."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc, self.lexicon = doc, lexicon
        self._calendar: dict[int, bool] = {}
        self.titles = lexicon.words("title")
        self.nouns = lexicon.words("noun")
        self.demonyms = lexicon.words("demonym")
        roles = {f.wording.lower() for (part, _), frames in lexicon.frames.items() if part == "role" for f in frames}
        self.offices = roles | set(self.nouns)
        labels = lexicon.words("entityLabel")
        self.small = {t.text for t in doc if t.text.islower()}
        self.shouted = {t.i for line in _lines(doc) if _is_title_case(line) for t in line}
        named = (e for e in doc.ents if e.label_ in labels and not (e.start in self.shouted and self._is_clause(e)))
        self.entities = {i for e in named for i in range(e.start, e.end)}
        self.surnames = {t.text for t in doc if t.i and self.capital(t) and self._after_first_name(t)}
        followed = Counter(t.text for t in doc[:-1] if self.capital(t) and t.nbor(1).text.isdigit())
        self.numbered = {word for word, times in followed.items() if times > 1 and word.lower() not in CALENDAR}
        self.inside = {t.text for t in doc if self.capital(t) and not opens(t) and t.i not in self.shouted}

    def capital(self, token: Token) -> bool:
        """Whether a token is written like a part of a name."""
        text = token.text
        if not text[:1].isupper() or not any(map(str.isalpha, text)) or text in ("Rs", "Rs.") or text.endswith("$"):
            return False
        if token.lower_.rstrip(".") in CALENDAR or token.lower_.removesuffix("s").removesuffix("day") in _DAYS:
            return text.isalpha() and self._names_somebody(token)
        if token.is_stop and text.istitle() and token.i not in self.entities and not self._is_will(token):
            return False
        if len(text) == 1 and re.match(r"[A-Z]-[a-z]", self.doc[token.i : token.i + 3].text):
            return False  # "T-shirt", "X-ray"
        if text[-1:] == "s" and text[:-1].isupper() and text[:-1] in self.lexicon.words("postnominal"):
            return False  # "MPs", "QCs"
        if text in ("I", "A") or token.ent_type_ in _AMOUNTS or self._is_shout(token):
            return False
        return not (self.is_label(token) or _is_party_letter(token))

    def is_label(self, token: Token) -> bool:
        """ "Anna Brandt Image: Clara Holm": the word between a caption and who took the picture."""
        colon = token.i + 1 < len(self.doc) and token.nbor(1).text == ":"
        return colon and token.text.istitle() and token.lower_ in self.lexicon.words("captionLabel")

    def _names_somebody(self, token: Token) -> bool:
        """Whether a month or weekday is part of a name: "Ms May", "April Jones", "Theresa May", the "Sunday Post"."""
        if token.i in self._calendar:
            return self._calendar[token.i]
        self._calendar[token.i] = False
        before = token.nbor(-1) if token.i and not opens(token) else None
        after = token.nbor(1) if token.i + 1 < len(self.doc) else None
        titled = before is not None and before.text.rstrip(".") in self.titles and before.text.istitle()
        first = after is not None and self._follows(token, before, after)
        found = titled or first or self._is_surname(token, before, after)
        self._calendar[token.i] = found
        return found

    def _follows(self, token: Token, before: Token | None, after: Token) -> bool:
        """Whether what follows makes a name of a month or weekday that nothing before makes a date."""
        if not after.text.istitle() or not after.is_alpha or (after.is_stop and after.lower_ not in CALENDAR):
            return False
        if after.text in self.lexicon.words("nameWord"):
            return before is None or before.lower_ not in _DATING - {"the"} | {"on", "by"}
        month = token.text in ("April", "May", "June", "August", "January")
        return month and (before is None or (before.lower_ not in _DATING and not before.text[:1].isupper()))

    def _is_surname(self, token: Token, before: Token | None, after: Token | None) -> bool:
        """ "Theresa May met": a month behind a given name, with no day or year behind it."""
        if before is None or not before.text.istitle() or not before.is_alpha or before.is_stop:
            return False
        dated = after is not None and (after.like_num or after.text[:1].isdigit())
        if dated or before.text in self.lexicon.words("countryName") or before.text in self.lexicon.words("nameWord"):
            return False
        person = token.ent_type_ == "PERSON" and before.ent_type_ == "PERSON"
        return person or (self.capital(before) and (before.lower_ in CALENDAR or token.text in ("May", "March")))

    def _after_first_name(self, token: Token) -> bool:
        """Whether a capitalised word follows a courtesy title, or a capitalised word that is none."""
        before = token.nbor(-1)
        if before.text.rstrip(".") in self.titles:
            return True
        return (
            self.capital(before)
            and not before.is_stop
            and not self._is_shout(before)
            and not any(before.text in self.lexicon.words(k) for k in ("nameWord", "acronym", "countryName"))
            and before.text not in self.demonyms
        )

    def _is_shout(self, token: Token) -> bool:
        """A common word in capitals: "A HEADTEACHER"."""
        return (
            token.text.isupper()
            and len(token.text) > 1
            and (token.lower_ in self.nouns or token.is_stop)
            and token.text not in self.lexicon.words("acronym")
        )

    def name_like(self, token: Token) -> bool:
        """Whether a capitalised token belongs to a name and not just to the start of a sentence or a headline."""
        if not self.capital(token):
            return False
        if token.i in self.shouted:
            return token.text in self.inside or self._is_bounded(token)
        if not opens(token):
            return True
        if token.lower_ in _NEVER_FIRST or self._qualifies(token):
            return False
        if token.text in self.inside:
            return token.lower_ not in self.small or token.i in self.entities or self._acts(token)
        if token.text.istitle() and token.lower_ in _DIRECTIONS:
            return self._before_name(token)
        if self._is_will(token) or self._is_first(token) or self._begins_body(token):
            return True
        if token.is_stop or token.lower_ in self.small or self._is_noun(token) or token.text.rstrip(".") in self.titles:
            return token.text.rstrip(".") in self.titles
        return token.i in self.entities or self._before_name(token)

    def _is_bounded(self, token: Token) -> bool:
        """Whether a name heard in a headline ends where its capitals do, so that it is not a piece of a clause."""
        if token.i not in self.entities or token.lower_ in self.small:
            return False
        if self._precedes_surname(token):
            return True
        start, end = token.i, token.i + 1
        while start > 0 and self.doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(self.doc) and self.doc[end].ent_iob_ == "I":
            end += 1
        around = [t for t in (self.doc[max(start - 1, 0)], self.doc[min(end, len(self.doc) - 1)]) if t.is_alpha]
        return not any(t.text.istitle() and not start <= t.i < end for t in around)

    def _is_clause(self, entity: Span) -> bool:
        """What the recogniser takes for a name in a headline though small words or people stand in it."""
        people = len(entity) > 3 and any(self.is_people(t) or t.lower_ in self.small for t in entity[1:-1])
        return people or any(t.is_stop and t.text.istitle() for t in entity[1:])

    def _precedes_surname(self, token: Token) -> bool:
        """ "Anna Brandt Goes After …": a given name that only the headline has, where no verb is before the surname."""
        if token.ent_type_ != "PERSON" or token.i + 1 >= len(self.doc) or token.nbor(1).text not in self.inside:
            return False
        return token.nbor(1).ent_type_ == "PERSON" and not self._is_verb(token)

    def _acts(self, token: Token) -> bool:
        """ "Young died": a surname that is a common word, in front of a verb in the past."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        body = token.text in self.lexicon.words("nameWord")
        return token.text in self.surnames and not body and after.lower_.endswith("ed") and self._is_verb(after)

    def _is_verb(self, token: Token) -> bool:
        ends = ("", "s", "es", "ed", "ing")
        stems = (token.lower_.removesuffix(e) + s for e in ends if token.lower_.endswith(e) for s in ("", "e"))
        return any(("verb", stem) in self.lexicon.frames for stem in stems)

    def _qualifies(self, token: Token) -> bool:
        """Whether a first word only says something of the full name after it: "British Anna Brandt", "Jailed …"."""
        names = [t for t in self.doc[token.i + 1 : token.i + 3] if self.capital(t) and t.text.istitle()]
        if len(names) < 2 or names[-1].text in self.lexicon.words("nameWord"):
            return False
        if token.text in self.demonyms:
            return token.ent_type_ == "NORP" and names[0].ent_type_ != "NORP"
        stems = (token.lower_.removesuffix(e) + s for e in ("ed", "ing") if token.lower_.endswith(e) for s in ("", "e"))
        return any(("verb", stem) in self.lexicon.frames for stem in stems)

    def _is_will(self, token: Token) -> bool:
        """ "Will Power resigned.": the given name, where no question begins."""
        after = self.doc[token.i + 1 : token.i + 40]
        if token.text != "Will" or token.i in self.shouted or not len(after) or not after[0].text.istitle():
            return False
        return next((t.text for t in after if t.text in (".", "?", "!") or "\n" in t.text), ".") != "?"

    def _is_first(self, token: Token) -> bool:
        """Whether a common noun that is no agent begins a name of two words: "Bill Closes was", "Storm Eunice hit"."""
        if token.i + 2 >= len(self.doc) or not self.capital(token.nbor(1)) or not token.text.istitle():
            return False
        ontology, word = self.lexicon.ontology, token.lower_
        kind = self.nouns.get(word, "")
        agents = ("by:Agent", "by:Somewhere", "schema:Place")
        agent = any(ontology.is_a(kind, ontology.iri(k)) for k in agents)
        then = self.doc[token.i + 2]
        single = (then.is_lower and then.is_alpha) or then.text == ","
        return bool(kind) and not agent and single and word not in self.small

    def _begins_body(self, token: Token) -> bool:
        """ "World Bank staff left.", "State Department …": a common word in front of a word for a body, as heard."""
        if token.i + 1 >= len(self.doc) or token.is_stop or token.i not in self.entities:
            return False
        after = token.nbor(1)
        heard = token.ent_iob_ == "B" and after.ent_iob_ == "I"
        return heard and after.text in self.lexicon.words("nameWord")

    def _is_noun(self, token: Token) -> bool:
        """Whether the lexicon knows a word, or its singular, as a common noun."""
        word = token.lower_
        return any(w in self.nouns for w in (word, word.removesuffix("s"), word.removesuffix("es")))

    def _before_name(self, token: Token) -> bool:
        after = token.i + 1 < len(self.doc) and self.capital(token.nbor(1))
        return after and token.text not in self.demonyms and not _is_adverb(token)

    def is_office(self, text: str) -> bool:
        """Whether words name what a person is: "Spokesperson", "Prime Minister"."""
        person = self.lexicon.ontology.iri("schema:Person")
        return self.nouns.get(text.lower()) == person or text in self.titles or text.rstrip(".") in self.titles

    def is_people(self, token: Token) -> bool:
        """Whether a word with a capital is the plural of a noun for somebody: "Veterans", "Daughters"."""
        word = token.lower_
        return token.text.istitle() and word.endswith("s") and self.is_office(word.removesuffix("s"))

    def is_common(self, text: str) -> bool:
        """Whether a capitalised word is a noun for people that owns things in names: "Children's", "King's"."""
        word = text.lower()
        return self.is_office(text) or self.is_office(word.removesuffix("s")) or word in _PLURALS


def opens(token: Token) -> bool:
    """Whether a token is the first word of a sentence, a line or a quotation."""
    before = token.i - 1
    while before >= 0 and token.doc[before].text in ("“", '"', "‘", "'", "(", "[", "«"):
        before -= 1
    if before < 0 or "\n" in token.doc[before].text or token.doc[before].text == "•":
        return True
    previous = token.doc[before]
    if before < token.i - 1:
        return True
    return (
        previous.text in (".", "!", "?", ":", ";", "”", "…")
        or previous.text[-1:] in "?!"
        or (previous.text in _OPENERS and previous.text not in "-—–'")
    )


def _is_party_letter(token: Token) -> bool:
    """ "(R-Va.)", "(D, Wis.)": a party's letter before the place that somebody sits for."""
    if len(token.text.rstrip(".")) != 1 or token.i == 0 or token.nbor(-1).text != "(" or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).text in ("-", "–", ",")


def _is_adverb(token: Token) -> bool:
    return token.text.endswith("ly") or token.is_stop


def _lines(doc: Doc) -> Iterator[Span]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            yield doc[start : token.i]
            start = token.i + 1
    yield doc[start : len(doc)]


def _is_title_case(line: Span) -> bool:
    """A headline in which every word of weight has a capital; with a full stop behind it, every word but small ones."""
    ends = bool(len(line)) and line[-1].text in (".", "!", "?", "”", '"')
    words = [t for t in line if t.is_alpha and (len(t.text) > 3 or t.text[0].isupper() or (ends and not t.is_stop))]
    share = 0.95 if ends else 0.7
    if ends and any(t.text in _FINITE for t in line):
        return False  # "The Old Town Hall is in Bergen."
    return len(words) >= 5 and sum(t.text[0].isupper() for t in words) > share * len(words)
