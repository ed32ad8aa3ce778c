"""Contradictions: what an article says that does not agree with itself. All are listed, none is resolved.

Each rule would rather miss one than call two things contradictory that may both be so.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.conflict import Contradiction
from extractors.conflicting_claims import opposed_claims
from extractors.conflicting_days import impossible_days
from extractors.conflicting_orders import misplaced_events
from extractors.conflicting_values import second_numbers, second_values
from extractors.coreference import Discourse
from extractors.drafts import Draft
from ontology import Reading

__all__ = ["Contradiction", "find_contradictions"]


def find_contradictions(discourse: Discourse, drafts: Sequence[Draft], reading: Reading) -> tuple[Contradiction, ...]:
    """The contradictions inside one article, in text order; what they are between are its own words."""
    found = {
        *impossible_days(discourse),
        *misplaced_events(discourse, drafts),
        *opposed_claims(discourse, reading),
        *second_values(discourse, reading),
        *second_numbers(discourse, drafts),
    }
    return tuple(sorted(found))
