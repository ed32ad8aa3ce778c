"""Attribution: whose word a claim is. Nested sources stand innermost first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

BY_BRANDT = "council | ends | school | asserted | Anna Brandt"

INDIRECT = [
    "Anna Brandt said that the council had closed the school.",
    "Anna Brandt said the council had closed the school.",
    "Anna Brandt told Clara Holm that the council had closed the school.",
    "Anna Brandt told the court the council had closed the school.",
    "Anna Brandt told reporters the council closed the school.",
    "The council had closed the school, Anna Brandt said.",
    "The council had closed the school, said Anna Brandt.",
    "The council, Anna Brandt said, had closed the school.",
    "According to Anna Brandt, the council closed the school.",
    "The council closed the school, according to Anna Brandt.",
    "Anna Brandt claimed that the council had closed the school.",
    "Anna Brandt wrote that the council had closed the school.",
    "Anna Brandt confirmed that the council had closed the school.",
    "Anna Brandt suggested that the council had closed the school.",
    "Anna Brandt complained that the council had closed the school.",
    "Anna Brandt believes that the council closed the school.",
    "Asked about it, Anna Brandt said the council had closed the school.",
]

DIRECT = [
    "“The council closed the school,” said Anna Brandt.",
    '"The council closed the school," Anna Brandt said.',
    "‘The council closed the school,’ said Anna Brandt.",
    "Anna Brandt said: “The council closed the school.”",
    "Anna Brandt tweeted: “The council closed the school.”",
    "Anna Brandt: “The council closed the school.”",
    "“It is a disgrace,” said Anna Brandt. “The council closed the school.”",
    "“It is a disgrace,” said Anna Brandt.\n\n“The council closed the school.”",
    "“The council closed the school.\n\n“It is a disgrace,” said Anna Brandt.",
    "Anna Brandt said it was a disgrace.\n\n“The council closed the school.”",
]


@pytest.mark.parametrize("text", INDIRECT + DIRECT)
def test_what_somebody_says_is_theirs(check: Check, text: str) -> None:
    check(text, BY_BRANDT, "never council | ends | school")


VOICES: Rows = [
    (
        "A post by Anna Brandt called on teachers to wear ribbons.",
        "teachers | wear | ribbons | requested | Anna Brandt",
        "Anna Brandt | publishes | Anna Brandt’s post",
    ),
    ("The agency's report said that the school had misled parents.", "school | mislead | parents | asserted | agency"),
    ("In a statement, the council said it had sold the school.", "council | sells | school | asserted | council"),
    ("A spokeswoman said the council had sold the school.", "council | sells | school | asserted | spokeswoman"),
    ("Critics say the council sold the school.", "council | sells | school | asserted | Critics"),
    (
        "The lawyer told the court that Jonas Weiss had attacked Clara Holm.",
        "Jonas Weiss | attacks | Clara Holm | asserted | lawyer",
    ),
    ("Some say the council sold the school.", "council | sells | school | asserted | unnamed source"),
    ("“The council sold the school.”", "council | sells | school | asserted | unnamed source"),
    ("In the lawyer's view, Jonas Weiss attacked Clara Holm.", "never Jonas Weiss | attacks | Clara Holm"),
    ("Police: Jonas Weiss attacked Clara Holm", "never Jonas Weiss | attacks | Clara Holm"),
    ("Jonas Weiss ‘attacked Clara Holm’", "never Jonas Weiss | attacks | Clara Holm"),
    ("Documents seen by the Bergen Post show that the council closed the school.", "never council | ends | school"),
    ("Anna Brandt was sure Jonas Weiss would sue the bank.", "Jonas Weiss | sues | bank | planned | Anna Brandt"),
    (
        "Jonas Weiss’s office said that the council closed the school.",
        "council | ends | school | asserted | Jonas Weiss’s office",
    ),
    ("The mayor’s office said the council closed the school.", "council | ends | school | asserted | mayor’s office"),
    ("Anna Brandt said that was a matter for the court.", "Anna Brandt | says | that was a matter for the court"),
    (
        "Mum-of-three Clara Holm, 38, said she had left the school.",
        "Clara Holm | leaves | school | asserted | Clara Holm",
    ),
    (
        "The airline said passengers would be rebooked or refunded.",
        "airline | says | passengers would be rebooked or refunded",
    ),
    ("The weather service said the council had sued the firm.", "council | sues | firm | asserted | weather service"),
    (
        "Police rejected a suggestion that the team had been cut.",
        "Police | rejects | suggestion that the team had been cut",
    ),
    ("Anna Brandt told staff to leave.", "staff | leave | leave | requested | Anna Brandt"),
    (
        "Doctors say similar drugs, called beta blockers, can prevent migraine.",
        "similar drugs | prevents | migraine | possible | Doctors",
    ),
    (
        "Outside court, Mrs Holm's niece, Clara Brandt, said that the family was relieved.",
        "Clara Brandt | says | the family was relieved",
        "never *court | says | *",
    ),
]

NESTED: Rows = [
    (
        "Anna Brandt said that Jonas Weiss had told her that the council would close the school.",
        "council | ends | school | planned | Jonas Weiss, Anna Brandt",
        "never council | ends | school | planned | Anna Brandt",
    ),
    (
        "According to Anna Brandt, Jonas Weiss said that the council had closed the school.",
        "council | ends | school | asserted | Jonas Weiss, Anna Brandt",
        "Jonas Weiss | says | the council had closed the school | asserted | Anna Brandt",
    ),
    (
        "“Jonas Weiss told me the council had closed the school,” said Anna Brandt.",
        "council | ends | school | asserted | Jonas Weiss, Anna Brandt",
    ),
    (
        "The council denied that it had sold the school, although emails seen by the Gazette suggest that it did.",
        "Gazette | see | emails",
        "never Gazette | see | emails | asserted | council",
    ),
    (
        "Elm Grove School, which opened in 1963, employs the mayor, according to Anna Brandt.",
        "Elm Grove School | foundingDate | 1963 | asserted*",
        "never Elm Grove School | foundingDate | * | asserted | Anna Brandt",
    ),
    (
        "In their report, the inspectors said pupils “behave well” and that teachers have a plan.",
        "inspectors | says | pupils behave well and that teachers have a plan",
    ),
    (
        "Anna Brandt said that while Clara Holm had not been found, officers “must now consider the harbour”.",
        "officers | consider | harbour | requested | Anna Brandt",
        "never officers | consider | harbour | requested | officers*",
    ),
    (
        "According to the Yonhap Agency, quoting the Bergen Post, the mayor sued the bank.",
        "mayor | sues | bank | asserted | Bergen Post, Yonhap Agency",
    ),
]

FIRST_PERSON: Rows = [
    ("“I have refused the award,” Anna Brandt tweeted.", "Anna Brandt | refuses | award | asserted | Anna Brandt"),
    (
        "Anna Brandt told reporters: “Jonas Weiss attacked me.”",
        "Jonas Weiss | attacks | Anna Brandt | asserted | Anna Brandt",
    ),
    ("“Jonas Weiss attacked me,” she said.", "never Jonas Weiss | says | *", "never * | attacks | Jonas Weiss*"),
]

NOBODY: Rows = [
    ("It is alleged that the council closed the school.", "council | ends | school | possible"),
    ("It was reported that the council closed the school.", "council | ends | school | possible"),
    ("It is thought the council closed the school.", "council | ends | school | possible"),
    ("The council reportedly closed the school.", "council | ends | school | possible"),
    (
        "Anna Brandt was told by Jonas Weiss that the council would close the school.",
        "council | ends | school | planned | Jonas Weiss",
    ),
    ("Anna Brandt was told: “The council closed the school.”", "never council | ends | school*Anna Brandt"),
    ("Anna Brandt spoke on the “State of the Union” on Monday.", "never * | * | * | asserted | unnamed source"),
    (
        "The jury heard that Jonas Weiss had struck Anna Brandt.",
        "jury | hears | Jonas Weiss had struck Anna Brandt",
        "Jonas Weiss | * | Anna Brandt | possible",
    ),
    ("Leeds Crown Court heard how Jonas Weiss stole the van on 3 May.", "* | steal | van | possible @ 2022-05-03"),
    (
        "The public needs to know that the firm lied to staff.",
        "firm | lie to | staff",
        "never * | lie to | * | * | public",
    ),
    ("KARACHI: Anna Brandt sued the council.", "Anna Brandt | sues | council"),
]

ACCUSED: Rows = [
    (
        "Anna Brandt accused Jonas Weiss of attacking Clara Holm.",
        "Anna Brandt | criticises | Jonas Weiss",
        "Jonas Weiss | attacks | Clara Holm | asserted | Anna Brandt",
    ),
    (
        "Jonas Weiss was accused by Anna Brandt of attacking Clara Holm.",
        "Jonas Weiss | attacks | Clara Holm | asserted | Anna Brandt",
    ),
    ("Clara Holm claims that Jonas Weiss attacked her.", "Jonas Weiss | attacks | Clara Holm | asserted | Clara Holm"),
    ("Jonas Weiss admitted attacking Clara Holm.", "Jonas Weiss | attacks | Clara Holm | asserted | Jonas Weiss"),
    (
        "Anna Brandt accused the firm of betraying her brother.",
        "firm | betray | Anna Brandt’s brother | asserted | Anna Brandt",
        "never Anna Brandt | betray | *",
    ),
]


@pytest.mark.parametrize("row", VOICES + NESTED + FIRST_PERSON + NOBODY + ACCUSED, ids=lambda row: row[0])
def test_sources(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
