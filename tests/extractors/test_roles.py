"""Roles: offices, titles and kinship; before a name, beside it, or after a copula."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology import Reading

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

OFFICES: Rows = [
    (
        "Their chairwoman, retired headteacher Anna Brandt, resigned.",
        "Anna Brandt | jobTitle | retired headteacher",
        "never Anna Brandt | jobTitle | Their*",
    ),
    (
        "Anna Brandt is the head teacher at Elm Grove School.",
        "Anna Brandt | jobTitle | head teacher",
        "Anna Brandt | leads | Elm Grove School",
    ),
    (
        "Anna Brandt, head teacher of Elm Grove School, met Jonas Weiss.",
        "Anna Brandt | leads | Elm Grove School",
        "never Jonas Weiss | leads | *",
    ),
    (
        "The head teacher of Elm Grove School, Anna Brandt, met Jonas Weiss.",
        "Anna Brandt | leads | Elm Grove School",
        "never Jonas Weiss | leads | *",
    ),
    ("Head teacher Anna Brandt met Jonas Weiss.", "Anna Brandt | jobTitle | Head teacher"),
    ("The union's leader, Jonas Weiss, resigned.", "Jonas Weiss | leads | union"),
    ("Jonas Weiss, the union's leader, resigned.", "Jonas Weiss | leads | union"),
    ("Anna Brandt, who is chief executive of the bank, resigned.", "Anna Brandt | leads | bank"),
    (
        "Jonas Weiss became head of the agency in 2010.",
        "Jonas Weiss | leads | agency @ 2010",
    ),
    ("Jonas Weiss is to become head of the agency.", "Jonas Weiss | leads | agency | planned"),
    ("Jonas Weiss was not the head of the agency.", "Jonas Weiss | leads | agency | denied"),
    ("Anna Brandt was elected mayor of Bergen.", "Anna Brandt | leads | Bergen", "Anna Brandt | jobTitle | mayor"),
    ("Clara Holm, a professor at Bergen University, resigned.", "Clara Holm | worksFor | Bergen University"),
    ("Jonas Weiss works as a nurse at Elm Grove School.", "Jonas Weiss | jobTitle | nurse"),
    ("Anna Brandt is a member of the committee.", "Anna Brandt | memberOf | committee"),
    ("Jonas Weiss, MP for Elm Grove, resigned.", "Jonas Weiss | represents | Elm Grove"),
    ("A spokesman for the council resigned.", "spokesman | represents | council"),
    ("A graduate of Bergen University, Anna Brandt joined the bank.", "Anna Brandt | alumniOf | Bergen University"),
    ("Chair of governors Alan Pike thanked Anna Brandt.", "Alan Pike | thank | Anna Brandt"),
    (
        "Councillors Anna Brandt and Jonas Weiss were elected.",
        "Anna Brandt | jobTitle | councillor",
        "Jonas Weiss | jobTitle | councillor",
    ),
    ("They met bus drivers Anna Brandt and Jonas Weiss.", "Jonas Weiss | jobTitle | bus driver"),
    ("The government's housing agency closed.", "government’s housing agency | parentOrganization | government"),
    ("The union's general secretary, Anna Brandt, left.", "Anna Brandt | jobTitle | general secretary"),
    ("Anna Brandt, editor at large at the Bergen Post, left.", "Anna Brandt | jobTitle | editor at large"),
    (
        "Anna Brandt, the harbour’s head of operations, met Jonas Weiss.",
        "Anna Brandt | jobTitle | head of operations",
        "never Anna Brandt | leads | operations",
    ),
    ("Anna Brandt, editor-in-chief of the Harbour Post, left.", "Anna Brandt | leads | Harbour Post"),
    ("Anna Brandt lives with her sister-in-law.", "Anna Brandt’s sister-in-law | relatedTo | Anna Brandt"),
    (
        "Anna Brandt, the former head of Elm Grove School, met Jonas Weiss.",
        "Anna Brandt | jobTitle | former head",
        "Anna Brandt | leads | Elm Grove School",
    ),
    ("Council chair Anna Brandt visited Bergen.", "Anna Brandt | jobTitle | Council chair"),
    (
        "Solicitor for the victim, Jonas Weiss KC, visited Bergen.",
        "Jonas Weiss | visits | Bergen",
        "Jonas Weiss | represents | victim",
    ),
    (
        "One of them, former head of paediatrics Dr Anna Brandt, resigned.",
        "Anna Brandt | jobTitle | former head of paediatrics",
        "never * | leads | Anna Brandt",
    ),
    (
        "It followed a threat by the club’s sponsor, the Bergen-based hire group Northline, to withdraw.",
        "Northline | funds | club",
    ),
    (
        "Anna Brandt persuaded a local banker named Jonas Weiss to buy the mill.",
        "Jonas Weiss | jobTitle | local banker",
        "never * | be named | *",
    ),
    ("Det Insp Jonas Weiss met Anna Brandt. The detective visited Bergen.", "Jonas Weiss | visits | Bergen"),
    (
        "Jonas Weiss was head of finance at the Elm Foundation.",
        "Jonas Weiss | roleAt | Elm Foundation",
        "never Jonas Weiss | leads | *",
    ),
    ("Selden's finance director, Anna Brandt, left.", "Anna Brandt | roleAt | Selden", "never Anna Brandt | leads | *"),
    ("Selden's managing director, Anna Brandt, left.", "Anna Brandt | leads | Selden"),
    (
        "Jonas Weiss was head of finance at the Elm Foundation.",
        "Jonas Weiss | roleAt | Elm Foundation",
        "never Jonas Weiss | leads | *",
    ),
    (
        "The state's ports and fisheries minister, Mr Jonas Weiss, sued the mayor.",
        "Jonas Weiss | sues | mayor",
        "never state’s ports | * | *",
    ),
    (
        "Marcus Holm, a Democrat and retired firefighter, sued the mayor.",
        "Marcus Holm | jobTitle | retired firefighter",
    ),
    (
        "Lakshmi Holm has been managing director of the firm since 2013.",
        "Lakshmi Holm | leads | firm*",
        "never Lakshmi Holm | leads | director",
    ),
    (
        "Anna Brandt is deputy head of the Elm Union.",
        "Anna Brandt | roleAt | Elm Union",
        "never Anna Brandt | leads | *",
    ),
    ("Jonas Weiss is regional chairman of the Elm Alliance.", "Jonas Weiss | roleAt | Elm Alliance"),
    ("The union said its 300 members at the company would vote.", "never * | memberOf | company"),
]

# A head teacher in a town is not the head of the town; nobody has an office because somebody beside them has.
NO_OFFICE: Rows = [
    ("Anna Brandt is the first African-American president.", "never Anna Brandt | leads | African-American*"),
    ("Anna Brandt, editor at large at the Bergen Gazette, left.", "never Anna Brandt | leads | *"),
    ("It was her last visit, part of a longer tour.", "never part* | partOf | *"),
    ("Anna Brandt took her son to Boston.", "never Anna Brandt | publishesOn | *"),
    ("A head teacher in Bergen resigned.", "never * | leads | Bergen"),
    ("Anna Brandt met the head of the agency, Jonas Weiss.", "never Anna Brandt | leads | *"),
    ("Anna Brandt met Jonas Weiss, the head of the agency.", "never Anna Brandt | leads | *"),
    ("Anna Brandt praised the head teacher of Elm Grove School.", "never Anna Brandt | leads | *"),
    ("Jonas Weiss, whose sister leads the union, resigned.", "never Jonas Weiss | leads | *"),
    ("Anna Brandt, the mayor's wife, resigned.", "never Anna Brandt | jobTitle | mayor"),
    ("Anna Brandt is the founder of the bank.", "bank | founder | Anna Brandt"),
    ("The bank's founder, Anna Brandt, resigned.", "bank | founder | Anna Brandt"),
    ("Deputy Head Anna Brandt met Clara Holm.", "Anna Brandt | meets | Clara Holm"),
    ("Anna Brandt, the alleged leader of the gang, was arrested.", "never Anna Brandt | leads | gang"),
    ("Anna Brandt, the alleged murderer of Clara Holm, was arrested.", "never Anna Brandt | kills | Clara Holm"),
    ("The suspected killer of Clara Holm, Jonas Weiss, was arrested.", "never * | kills | Clara Holm"),
    (
        "The Royal Academy awarded a prize to Elm Grove School. The school's head, Ingrid Dahl, resigned.",
        "never Ingrid Dahl | leads | Royal Academy",
        "never * | jobTitle | chool*",
    ),
    ("The students thanked their teacher, Dr Peter Falk.", "never Peter Falk | worksFor | students"),
    ("Health minister Lena Vik visited Oslo.", "never Lena Vik | leads | Health"),
    ("The island of Bornholm is in Denmark.", "never * | containedIn | Bornholm"),
    ("A former Democratic aide met the mayor.", "never * | worksFor | Democratic"),
    ("Anna Brandt, a TV doctor, met the mayor.", "never * | worksFor | TV"),
    ("The tenants sued their landlord, Anna Brandt.", "never Anna Brandt | owns | tenants"),
    ("The tax commissioner of Ohio, Anna Brandt, resigned.", "never Anna Brandt | leads | *"),
    ("Anna Brandt, Norway’s finance minister, resigned.", "never Anna Brandt | leads | *"),
    ("Anna Brandt, vice president for policy for the Bergen Institute, left.", "never Anna Brandt | leads | policy"),
    ("The programme was extended as part of a bill.", "never programme | partOf | *"),
    ("Anna Brandt is director of the Harbour Programme at the Bergen Institute.", "never * | leads | Bergen Institute"),
    ("Norland has Europe’s most powerful army.", "never * | parentOrganization | *"),
    ("Norway's main news agency closed.", "never * | parentOrganization | *"),
    ("Anna Brandt is casting herself as a champion of the poor.", "never * | supports | *"),
    ("Head Coach Anna Brandt met Jonas Weiss. The headteacher left Bergen.", "never Anna Brandt | leaves | Bergen"),
    ("Agriculture Minister Dace Holm resigned.", "never Dace Holm | roleAt | Agriculture"),
    ("The company was surprised by the result of the ballot.", "never ballot | causes | *"),
]

RANKS: Rows = [
    ("Captain Jonas Weiss led the rescue.", "Jonas Weiss | jobTitle | Captain", "Jonas Weiss | leads | rescue"),
    (
        "Professor Clara Holm criticised the plan.",
        "Clara Holm | jobTitle | Professor",
        "Clara Holm | criticises | plan",
    ),
    ("Former minister Jonas Weiss visited Oslo.", "Jonas Weiss | jobTitle | Former minister"),
    ("Jonas Weiss, the former minister, visited Oslo.", "Jonas Weiss | jobTitle | former minister"),
]

STATUS: Rows = [
    (
        "Anna Brandt is both a nurse and a teacher.",
        "Anna Brandt | jobTitle | nurse",
        "Anna Brandt | jobTitle | teacher",
    ),
    ("Anna Brandt is not a nurse.", "Anna Brandt | jobTitle | nurse | denied"),
    ("Anna Brandt is no longer a nurse.", "Anna Brandt | jobTitle | nurse | denied"),
    ("Anna Brandt wants to be a nurse.", "Anna Brandt | jobTitle | nurse | planned*"),
    ("Anna Brandt may be a nurse.", "Anna Brandt | jobTitle | nurse | possible"),
    ("Anna Brandt is said to be a nurse.", "Anna Brandt | jobTitle | nurse | possible"),
    ("Anna Brandt's mother is a nurse.", "Anna Brandt’s mother | jobTitle | nurse", "never Anna Brandt | jobTitle | *"),
    ("Anna Brandt could become head of the school.", "Anna Brandt | leads | school | possible"),
    ("Anna Brandt hopes to become head of the school.", "Anna Brandt | leads | school | planned*"),
    ("Jonas Weiss said Anna Brandt was a nurse.", "Anna Brandt | jobTitle | nurse | asserted | Jonas Weiss"),
    ("Anna Brandt hired Clara Holm as a nurse.", "Clara Holm | jobTitle | nurse", "never Anna Brandt | jobTitle | *"),
    ("Anna Brandt has been head of the school since 2010.", "Anna Brandt | leads | school @ 2010/.."),
    ("Norway's prime minister from 2010 to 2015, Anna Brandt, left.", "never Norway | jobTitle | *"),
    ("Fishing Union director Anna Brandt resigned.", "Anna Brandt | leads | Fishing Union"),
    ("Anna Brandt, speaking for the Fishing Union, left.", "Anna Brandt | represents | Fishing Union"),
    (
        "Anna Brandt has been mentioned as a potential Treasury secretary.",
        "Anna Brandt | roleAt | Treasury | possible",
        "never Anna Brandt | jobTitle | *secretary",
    ),
    ("Jonas Weiss is a possible leader of the club.", "Jonas Weiss | leads | club | possible"),
    ("Jonas Weiss is the alleged leader of the gang.", "never Jonas Weiss | leads | gang"),
    (
        "Anna Brandt left. As governor of Norland, she did not sue Jonas Weiss.",
        "Anna Brandt | leads | Norland",
        "never Jonas Weiss | jobTitle | *",
        "never Anna Brandt | leads | Norland | denied*",
    ),
]

KIN: Rows = [
    (
        "Anna Brandt's sister, Clara Holm, resigned.",
        "Clara Holm | sibling | Anna Brandt",
        "Clara Holm | resign | resigned",
    ),
    ("Clara Holm, Anna Brandt's sister, resigned.", "Clara Holm | sibling | Anna Brandt"),
    ("Jonas Weiss’s wife, Clara, is a nurse.", "Clara | spouse | Jonas Weiss", "never Jonas Weiss | jobTitle | *"),
    ("Clara Holm is the wife of Jonas Weiss.", "Clara Holm | spouse | Jonas Weiss"),
    ("Clara Holm and her husband Jonas Weiss visited Oslo.", "Jonas Weiss | spouse | Clara Holm"),
    ("Clara Holm visited Oslo with her daughter Anna.", "Anna | parent | Clara Holm", "never Clara Holm | parent | *"),
    ("Anna Holm, daughter of Clara Holm, visited Oslo.", "Anna Holm | parent | Clara Holm"),
    ("Anna Brandt's family thanked the police.", "Anna Brandt’s family | relatedTo | Anna Brandt"),
    ("The mother of Jonas Weiss thanked the nurses.", "mother of Jonas Weiss | child | Jonas Weiss"),
    ("Jonas Weiss, whose sister leads the union, resigned.", "Jonas Weiss’s sister | sibling | Jonas Weiss"),
]


@pytest.mark.parametrize("row", OFFICES + NO_OFFICE + RANKS + STATUS + KIN, ids=lambda row: row[0])
def test_roles(check: Check, row: tuple[str, ...]) -> None:
    check(*row)


def test_a_former_office_says_that_it_is_over(reading: Callable[..., Reading]) -> None:
    claims = reading("Anna Brandt, the former head of Elm Grove School, met Jonas Weiss.").claims
    led = next(c for c in claims if c.relation.label == "leads")
    assert [(q.relation.label, getattr(q.object, "value", "")) for q in led.qualifiers] == [("as", "former head")]
