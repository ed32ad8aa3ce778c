"""Kinds: what a name is the name of, by what the text says of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology import Reading

ROWS = [
    ("Ms Brandt left.", "Brandt", "Person"),
    ("Dr Anna Brandt left.", "Anna Brandt", "Person"),
    ("Head teacher Anna Brandt left.", "Anna Brandt", "Person"),
    ("Anna Brandt, a nurse, left.", "Anna Brandt", "Person"),
    ("Anna Brandt, 42, left. She sued the council.", "Anna Brandt", "Person"),
    ("Elm Grove School closed.", "Elm Grove School", "School"),
    ("Bergen University closed.", "Bergen University", "CollegeOrUniversity"),
    ("The Labour Party met.", "Labour Party", "PoliticalParty"),
    ("The Ministry of Fisheries met.", "Ministry of Fisheries", "GovernmentOrganization"),
    ("The Bergen Post said so.", "Bergen Post", "NewsMediaOrganization"),
    ("Norway won.", "Norway", "Country"),
    ("The US won.", "US", "Country"),
    ("The Harbour Act was passed.", "Harbour Act", "CreativeWork"),
    ("It passed in the Senate.", "Senate", "GovernmentOrganization"),
    ("They met in Norfolk, Va., on Friday.", "Va.", "AdministrativeArea"),
    ("The Brandt campaign met Anna Holm.", "Brandt campaign", "Organization"),
    ("The border posts met Anna Holm.", "border posts", "Place"),
    ("The Europeans met Anna Brandt.", "Europeans", "Group"),
    ("Tormod Quill opened it. The mayor met Quill.", "Tormod Quill", "Person"),
    ("Brem Halden plays for Rovers.", "Brem Halden", "Person"),
    ("The haulage group Selden Brack, which runs lorries, left.", "Selden Brack", "Organization"),
    ("Selden Brack, which had been in talks, left.", "Selden Brack", "Organization"),
    ("Selden Homes appealed against the refusal.", "Selden Homes", "Corporation"),
    ("A lorry overturned at Selden Lane.", "Selden Lane", "Place"),
    ("The clinic's owner, Selden Health, opposed it.", "Selden Health", "Corporation"),
    ("Safer Homes for Families opposed it.", "Safer Homes for Families", "Organization"),
    ("The Department of Health opposed it.", "Department of Health", "GovernmentOrganization"),
    ("They sailed on the yacht Silver Lining.", "Silver Lining", "Product"),
    ("Anna Brandt, head of the Bergen Policy Center, left.", "Bergen Policy Center", "Organization"),
    ("The Bergen Policy Center, reviewing his plan, left.", "Bergen Policy Center", "Organization"),
    ("Silver Falcon raised its profile. The Falcon won.", "Silver Falcon", "Organization"),
]


@pytest.mark.parametrize(("text", "name", "kind"), ROWS, ids=[t for t, *_ in ROWS])
def test_kinds(reading: Callable[[str], Reading], text: str, name: str, kind: str) -> None:
    kinds = {e.name: e.type.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for e in reading(text).entities}
    assert kinds[name] == kind
