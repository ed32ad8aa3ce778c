"""Proper names: where they stand in a text, by capitals and their company, whatever the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.stand_ins import NAMES

ROWS = [
    ("General Dynamics sued the firm.", ["General Dynamics"]),
    ("General Brandt said the army would leave.", ["Brandt"]),
    ("He played in the Northern League and Elm League.", ["Northern League", "Elm League"]),
    ("She flew on XTS-126 and XTS-133.", ["XTS-126", "XTS-133"]),
    ("It lies in the Wilton Hills of Norway.", ["Wilton Hills", "Norway"]),
    ("They recorded Harbour Songs for the Oakland label.", ["Harbour Songs", "Oakland"]),
    ("The Korean People's Army left.", ["Korean People's Army"]),
    ("The firm has Navigator 6 and sold Navigator 7.", ["Navigator 6", "Navigator 7"]),
    ("Brandt won the Acme Player of the Year award.", ["Brandt", "Acme Player of the Year"]),
    ("Anna Brandt met Jonas Weiss.", ["Anna Brandt", "Jonas Weiss"]),
    ("The Mayor met Anna Brandt.", ["Anna Brandt"]),
    ("On Friday Anna Brandt left.", ["Anna Brandt"]),
    ("In March Anna Brandt left.", ["Anna Brandt"]),
    ("Ms Anna Brandt met Dr Weiss.", ["Anna Brandt", "Weiss"]),
    ("Professor Anna Brandt left.", ["Anna Brandt"]),
    ("Elm Grove School met Bergen University.", ["Elm Grove School", "Bergen University"]),
    ("The Bank of Norway paid the Ministry of Fisheries.", ["Bank of Norway", "Ministry of Fisheries"]),
    ("The Department for Islands and Harbours paid.", ["Department for Islands and Harbours"]),
    ("Anna Brandt’s sister met Clara Holm's brother.", ["Anna Brandt", "Clara Holm"]),
    ("Anna Brandt and Clara Holm met.", ["Anna Brandt", "Clara Holm"]),
    ("Anna, Clara and Jonas met.", ["Anna", "Clara", "Jonas"]),
    ("Jean-Luc O'Neill met Anna-Maria de Vries.", ["Jean-Luc O'Neill", "Anna-Maria de Vries"]),
    ("Teachers met parents.", []),
    ("I met them. They left.", []),
    ("It is the council’s fault.", []),
    ("“We met Anna Brandt,” they said.", ["Anna Brandt"]),
    ("The NFB met Anna Brandt.", ["NFB", "Anna Brandt"]),
    ("A HEADTEACHER has met Anna Brandt.", ["Anna Brandt"]),
    # what a body is for
    ("The Committee for a Responsible Harbour Budget met.", ["Committee for a Responsible Harbour Budget"]),
    ("The Commission on Island Debates met Anna Brandt.", ["Commission on Island Debates", "Anna Brandt"]),
    ("The council met the Committee on Friday.", ["Committee"]),
    ("He leads Norway and Iceland Veterans of Bergen.", ["Norway and Iceland Veterans of Bergen"]),
    ("She leads the Daughters of the Norwegian Revolution.", ["Daughters of the Norwegian Revolution"]),
    # two names that run together
    ("The ambassador to the United States Anna Brandt left.", ["United States", "Anna Brandt"]),
    ("He met University of Bergen Anna Holm. Then Holm left.", ["University of Bergen", "Anna Holm", "Holm"]),
    ("They heard the Green Party’s Anna Brandt.", ["Green Party", "Anna Brandt"]),
    # words that are titles elsewhere
    ("Gov. Earl Ray Weiss met Anna Brandt.", ["Earl Ray Weiss", "Anna Brandt"]),
    ("Former Miss Universe Anna Brandt left.", ["Miss Universe", "Anna Brandt"]),
    ("Captain Norway\nPhoto: Anna Brandt.", ["Captain Norway", "Anna Brandt"]),
    ("They lived through World War II.", ["World War II"]),
    ("Anna Young died of grief. Young died young.", ["Anna Young", "Young"]),
    # captions, parties' letters
    ("Clara Holm Image: Anna Brandt.", ["Clara Holm", "Anna Brandt"]),
    ("Sen. Anna Brandt (R-Va.) met Rep. Clara Holm (D, Wis.).", ["Anna Brandt", "Va.", "Clara Holm", "Wis."]),
    # headlines
    ("Brandt Seeks More Harbour Money From Bergen.\nThe mayor met Brandt in Bergen.", ["Brandt", "Bergen"] * 2),
    ("Anna Brandt Goes After Weiss On Taxes.\nWe met Brandt and Weiss.", ["Anna Brandt", "Weiss", "Brandt", "Weiss"]),
    ("Former Secretary of State Anna Brandt left.", ["Anna Brandt"]),
    ("They met the president of Norway Anna Brandt.", ["Norway", "Anna Brandt"]),
    ("Del. Anna Brandt left.", ["Anna Brandt"]),
    ("President Bill Clinton met Anna Clinton.", ["Bill Clinton", "Anna Clinton"]),
    ("They flew from Dar es Salaam to Bergen.", ["Dar es Salaam", "Bergen"]),
    ("Mr Justice Hale left. The Ministry of Justice paid.", ["Hale", "Ministry of Justice"]),
    ("The boy wore a NASA T-shirt.", ["NASA"]),
    # numbers, dashes and foreign small words
    ("The 11th Armoured Division left.", ["11th Armoured Division"]),
    ("He won the 11th Bergen title.", ["Bergen"]),
    ("They met at Oslo–Halden Airport.", ["Oslo–Halden Airport"]),
    ("The Banca Nuova dei Fiori di Bergen met.", ["Banca Nuova dei Fiori di Bergen"]),
    ("Ms Brandt spoke on “Harbour and Friends” on Monday.", ["Brandt", "Harbour and Friends"]),
    ("She spoke of “Bergen” and of “the Harbour”.", ["Bergen", "Harbour"]),
    ("Secretary of State Anna F. Brandt left.", ["Anna F. Brandt"]),
    ("She was a voice in Harbour: The Long Winter, and left.", ["Harbour: The Long Winter"]),
    ("They told the Post: The school is closed.", ["Post"]),
    ("PC World said so.", ["PC World"]),
    ("PC Brandt said so.", ["Brandt"]),
    ("The Maritime and Coastguard Agency said so.", ["Maritime and Coastguard Agency"]),
    ("The Labour and Green Party left. Labour won.", ["Labour", "Green Party", "Labour"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[t for t, _ in ROWS])
def test_proper_names(parsed: Callable[[str], Doc], text: str, expected: list[str]) -> None:
    doc = parsed(text)
    assert [s.text for s in doc.spans[NAMES]] == expected
