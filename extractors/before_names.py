"""Before names: ranks and offices with capitals that only say what the bearer of a name is."""

from __future__ import annotations

from spacy.tokens import Span

from extractors.capitals import Capitals
from extractors.run_together import is_given_name

__all__ = ["RANKS", "offices_before"]

RANKS = frozenset("deputy vice assistant chief senior junior head executive prime first acting former general".split())


def offices_before(run: Span, certain: Capitals) -> int:
    """How many words before a full name only say what its bearer is: "Deputy Head"."""
    count, ranked = 0, _ranked(run, certain)
    person = run[-1].ent_type_ not in ("ORG", "GPE", "FAC", "EVENT", "WORK_OF_ART")
    while count < len(run) - 2 and (run[count].lower_ in RANKS or (person and certain.is_office(run[count].text))):
        if is_given_name(run.doc, run.start + count, run.start + count + 1, run.end, certain):
            break
        count += 1
    return max(count, ranked)


def _ranked(run: Span, certain: Capitals) -> int:
    """ "Chief Fire Officer Anna Brandt": how many words before a full name are an office that a rank begins."""
    office = next((i for i in range(1, min(4, len(run) - 2)) if certain.is_office(run[i].text)), 0)
    first = run[0] if run.start == 0 or run[0].lower_ in RANKS else run.doc[run.start - 1]
    return office + 1 if office and first.lower_ in RANKS else 0
