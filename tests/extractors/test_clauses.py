"""Clauses: what each verb says of whom, through passives, control, relative clauses and coordination."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.clauses import clause_propositions
from extractors.coreference import Discourse

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

PASSIVES: Rows = [
    ("The school was inspected by the agency.", "agency | inspects | school"),
    ("The school was inspected.", "school | be inspected | was inspected", "never * | inspects | *"),
    ("Jonas Weiss was arrested on Friday.", "Jonas Weiss | be arrested | was arrested @ 2023-03-17"),
    ("The documents were seized.", "documents | be seized | were seized", "never * | seize | *"),
    ("Jonas Weiss was arrested and charged by police.", "police | charges | Jonas Weiss"),
    ("The school has been sold to the bank.", "school | be sold to | bank", "never bank | sells | school"),
    ("The flood was caused by the storm.", "storm | causes | flood"),
    ("Jonas Weiss was told to resign.", "Jonas Weiss | resign | resign | requested", "never Jonas Weiss | says | *"),
    (
        "Anna Brandt removed from debate site by police",
        "police | remove | Anna Brandt",
        "never Anna Brandt | remove from | *",
    ),
    (
        "Many schools in the city are called failing.",
        "Many schools in the city | describedAs | failing",
        "never * | fail | *",
    ),
    ("The mayor’s powers include sending in troops.", "never * | send in | troops"),
    ("The plan lowers prices, with each state assigned its own target.", "never state | assign | *"),
    ("Anna Brandt was called a fraud for selling the cure.", "never Anna Brandt | sells | cure | requested"),
    (
        "Jonas Weiss was defeated by 10,694 votes by Anna Brandt.",
        "Anna Brandt | defeats | Jonas Weiss",
        "never *votes | defeats | Jonas Weiss",
    ),
    ("Anna Brandt was given a boost by her father.", "Anna Brandt’s father | gives | boost"),
    ("Teacher banned from classroom", "Teacher | be banned from | classroom"),
    ("Anna Brandt was re-elected in May.", "Anna Brandt | be re-elected* | *"),
    (
        "The captain was detained for questioning.",
        "captain | be detained*",
        "never captain | question | *",
    ),
    ("His brother, reached by telephone, wept.", "never telephone | reach | *"),
    ("His seat, held by 2.1 per cent, is safe.", "never 2.1 | hold | *"),
    (
        "Clinic chain fined $315,000 over leak of records",
        "Clinic chain | be fined | $315,000*",
        "never Clinic chain | penalises | *",
    ),
    ("Bookkeeper jailed over theft", "Bookkeeper | be jailed over | theft"),
    ("The parents are accused of using the creams they had been given.", "parents | be given | creams | possible"),
    ("One civil servant was told in 2020.", "never civil servant | be told | *"),
    ("The bridge was declared not safe because of cracks.", "never bridge | be declared because of | *"),
    (
        "Anna Brandt had been left some money by an aunt.",
        "aunt | leave | some money",
        "never aunt | leaves | Anna Brandt",
    ),
]

CONTROL: Rows = [
    (
        "The committee asked Anna Brandt to close the school.",
        "committee | asks | Anna Brandt",
        "Anna Brandt | ends | school | requested | committee",
        "never committee | ends | school*",
    ),
    (
        "The union called on ministers to close the school.",
        "union | asks | ministers",
        "ministers | ends | school | requested | union",
    ),
    (
        "Anna Brandt persuaded the committee to close the school.",
        "committee | ends | school | requested | Anna Brandt",
        "never Anna Brandt | ends | school*",
    ),
    (
        "Anna Brandt promised the committee to resign.",
        "Anna Brandt | resign | resign | planned*",
        "never committee | resign | *",
    ),
    ("Anna Brandt wants to close the school.", "Anna Brandt | ends | school | planned*"),
    (
        "The court ordered the bank to pay the workers.",
        "court | asks | bank",
        "bank | pays | workers | requested | court",
    ),
    ("Jonas Weiss was barred from visiting the school.", "Jonas Weiss | visits | school | denied"),
    (
        "The court stopped the council from closing the school.",
        "council | ends | school | denied",
        "never court | ends | *",
    ),
    ("Anna Brandt thanked Jonas Weiss for saving Clara Holm.", "Jonas Weiss | rescues | Clara Holm"),
    ("Anna Brandt left without meeting Jonas Weiss.", "Anna Brandt | meets | Jonas Weiss | denied"),
    ("Prosecutors charged Jonas Weiss with attacking Clara Holm.", "never Prosecutors | attacks | *"),
    ("Anna Brandt warned the council against closing the school.", "never Anna Brandt | ends | school"),
    ("The council closed the school, selling it to the bank.", "council | sells | school"),
    ("The president appeared cowed in defeat.", "never president | cow in | defeat"),
    ("Jonas Weiss likened the rules to burning the city.", "never Jonas Weiss | burn | city"),
    (
        "Anna Brandt accused the council of wasting money on towers instead of protecting schools.",
        "never money | protects | schools*",
    ),
    ("Defending, Anna Brandt met the mayor.", "never Anna Brandt | defend | *"),
    ("Jonas Weiss has convictions for assault dating back to 2009.", "never assault | date | *"),
    ("The ground will be hard to win.", "never ground | win | *"),
    ("There were concerns they would attempt to stay.", "never * | attempt | concerns"),
    (
        "The fund has been marred by fraud and used to build large towers.",
        "never fund | builds | *",
        "never fund | build | *",
    ),
    (
        "The council wants owners it can force to pay the bill.",
        "owners | pays | bill | possible | council",
        "never council | pays | *",
    ),
    (
        "Anna Brandt has mentioned closing the school and forcing universities to spend more.",
        "universities | spend | more | possible | Anna Brandt",
        "never Anna Brandt | ends | *",
        "never Anna Brandt | force | *",
    ),
    (
        "If drawing on savings seems too risky, the government offers loans.",
        "never government | describedAs | *",
    ),
    (
        "Anna Brandt counts on the council to pay the bill.",
        "council | pays | bill | planned",
        "never Anna Brandt | pays | *",
    ),
    ("To be clear, the firm closed the school.", "never firm | describedAs | *"),
    (
        "Anna Brandt assigned a nurse to watch the mayor.",
        "nurse | watch | mayor | planned",
        "never Anna Brandt | watch | *",
    ),
    ("The mayor spoke of the prospect of selling the bank.", "never mayor | sells | bank*"),
    ("They ran to the station causing a jam.", "never station | causes | *"),
    ("The match was sold out, with the stands full of fans, watching the game.", "never match | watch | *"),
    ("The army took such action as suing the council.", "army | sues | council", "never action | * | *"),
    ("He was taken to hospital in Stoke, where surgeons failed to save the hand.", "never Stoke | * | hand*"),
    (
        "Anna Brandt led the work, published in a journal.",
        "work | be published in | journal",
        "never Anna Brandt | be published in | *",
    ),
    (
        "The union urged the operator not to hire more drivers.",
        "union | asks | operator",
        "operator | appoints | more drivers | not requested | union",
    ),
    ("Anna Brandt said the strike would mean missing her first day.", "never strike | miss | *"),
    (
        "Anna Brandt spent all her energy fighting the closure.",
        "Anna Brandt | fight | closure",
        "never *energy | fight | *",
    ),
    (
        "The farmer believes whoever was responsible had experience.",
        "farmer | believes | whoever was responsible had experience",
        "never farmer | believes | whoever was responsible",
    ),
    ("Clara Holm beat Anna Brandt 6-4 to win the Elm Open.", "Clara Holm | wins | Elm Open"),
]

RAISING: Rows = [
    ("The bank seems to support the strike.", "bank | supports | strike | possible"),
    ("The bank is likely to buy the newspaper.", "bank | buys | newspaper | planned"),
    ("The bank is about to buy the newspaper.", "bank | buys | newspaper | planned"),
    ("The bank is expected to buy the newspaper.", "bank | buys | newspaper | planned"),
    ("The bank was unable to buy the newspaper.", "bank | buys | newspaper | denied"),
    ("The bank is believed to have bought the newspaper.", "bank | buys | newspaper | possible"),
]

RELATIVE: Rows = [
    (
        "Anna Brandt, who leads the union, met Jonas Weiss.",
        "Anna Brandt | leads | union",
        "Anna Brandt | meets | Jonas Weiss",
    ),
    (
        "The agency that inspected the school criticised the council.",
        "agency | inspects | school",
        "agency | criticises | council",
    ),
    (
        "The man whom police arrested sued the council.",
        "police | arrests | man",
        "man | sues | council",
    ),
    (
        "Jonas Weiss, whose sister leads the union, visited Anna Brandt.",
        "Jonas Weiss’s sister | leads | union",
        "never Jonas Weiss | leads | *",
    ),
    ("The school inspected by the agency closed.", "agency | inspects | school"),
    ("The bank, based in Bergen, sued the council.", "bank | sues | council"),
    ("The family qualified for grants that they would not have to repay.", "never family | repay | *"),
    ("Anna Brandt met voters in the town who liked the plan.", "voters | likes | plan", "never town | likes | *"),
    ("The plan, which the mayor said would fail, was dropped.", "never mayor | says | would*"),
    ("It was a chance to appeal to voters who gave him the job.", "voters | gives | job"),
    ("The plan has a rule they say could harm mothers.", "never * | say* | rule"),
    ("Anna Brandt paid for a week in Malta which she liked.", "never Anna Brandt | like | Malta"),
    (
        "Little depends on the Brandt family, heirs of the founder, which owns a fifth of the firm.",
        "Brandt family | owns | fifth of the firm",
        "never founder | owns | *",
    ),
    (
        "The mill was bought by Tidewrack, a small press in Leeds, whose co-founder Anna Brandt recalls the day.",
        "Tidewrack | founder | Anna Brandt",
        "never Leeds | founder | *",
    ),
    ("Anna Brandt opened the door of the café she had chosen.", "Anna Brandt | choose | café"),
    (
        "The firm that makes the vaccine, Holm Bio, sued the state.",
        "Holm Bio | sues | state",
        "never firm | make | Holm Bio",
    ),
    (
        "Norland has cracked down on smuggling, which has affected the routes of traders.",
        "Norland has cracked down on smuggling | affects | routes of traders",
        "never smuggling | affects | *",
    ),
    (
        "Shares in the company, which have lost a quarter of their value, dropped on Monday.",
        "never company | loses | *",
    ),
    (
        "Dr Jonas Weiss of the Institute of Harbours (IH) in Bergen, who proposed the mission, said it was vital.",
        "Jonas Weiss | proposes | mission",
        "never Bergen | proposes | *",
    ),
    ("Anna Brandt faced criticism for the mood that critics blame for the closure.", "critics | blame | mood"),
]

COORDINATION: Rows = [
    (
        "Anna Brandt and Clara Holm criticised the council and the mayor.",
        "Anna Brandt | criticises | council",
        "Anna Brandt | criticises | mayor",
        "Clara Holm | criticises | council",
        "Clara Holm | criticises | mayor",
    ),
    (
        "Anna Brandt met Jonas Weiss, Clara Holm and Pieter Maas.",
        "Anna Brandt | meets | Jonas Weiss",
        "Anna Brandt | meets | Clara Holm",
        "Anna Brandt | meets | Pieter Maas",
    ),
    (
        "Anna Brandt arrested and charged Jonas Weiss.",
        "Anna Brandt | arrests | Jonas Weiss",
        "Anna Brandt | charges | Jonas Weiss",
    ),
    (
        "Police arrested Jonas Weiss and charged him with theft.",
        "Police | charges | Jonas Weiss",
        "Jonas Weiss | chargedWith | theft",
        "never Jonas Weiss | charges | *",
    ),
    (
        "The union asked the council to sell the harbour and to buy the school.",
        "council | sells | harbour | requested | union",
        "council | buys | school | requested | union",
    ),
    ("Anna Brandt did not meet Jonas Weiss or Clara Holm.", "Anna Brandt | meets | Clara Holm | denied"),
    (
        "People should change the laws rather than criticise the mayor.",
        "People | criticises | mayor | not requested",
        "never People | criticises | mayor | requested",
    ),
    (
        "His brother denied that the ferry had been overloaded and blamed the port authority.",
        "His brother | blames | port authority",
        "ferry | be overloaded | had been overloaded | denied | His brother",
    ),
    (
        "Karl Roth claimed that votes had been miscounted and called on the court to order a recount.",
        "Karl Roth | asks | court",
        "never votes | be called | *",
    ),
    (
        "Karl Roth said high rates were strangling small firms and urged the bank to act.",
        "Karl Roth | asks | bank",
        "never high rates | urge | *",
    ),
    (
        "Anna Brandt said the firm would finish the bridge, begun in 2012 and abandoned later.",
        "never Anna Brandt | abandon | *",
    ),
    ("Clara Holm said the fine was small and called for a review.", "Clara Holm | callsFor | review"),
    (
        "The agency confirmed that it had received the letters but did not say whether it had read them.",
        "agency | says | it had received the letters",
    ),
    (
        "Jonas Holm said the trust had been honest, although he criticised the board.",
        "Jonas Holm | criticises | board",
        "never Jonas Holm | criticises | board | asserted | Jonas Holm",
    ),
    (
        "Deirdre Holm said she was sorry and rejected the plan.",
        "never Deirdre Holm | rejects | plan | asserted | Deirdre Holm",
    ),
    (
        "Voters will choose between the new flag and the old flag.",
        "Voters | choose between | the new flag and the old flag | planned",
    ),
]

COPULAS: Rows = [
    ("Anna Brandt is a midwife.", "Anna Brandt | jobTitle | midwife"),
    ("The harbour is small.", "harbour | describedAs | small"),
    ("The closure remains a mystery.", "closure | describedAs | mystery"),
    ("What became evident is that Anna Brandt sold the firm.", "Anna Brandt | sells | firm"),
    ("“To be clear, the firm does not pay,” Anna Brandt said.", "never firm | describedAs | *"),
    ("Kindness is the only way forward.", "Kindness | describedAs | only way forward"),
    ("The Bergen Bears had looked likely winners. They sued the club.", "never likely winners | sues | club"),
    ("Anna Brandt is not happy.", "Anna Brandt | describedAs | happy | denied"),
    (
        "One side of the memorial is scenes made by pupils.",
        "One side of the memorial | describedAs | scenes made by pupils",
    ),
]


@pytest.mark.parametrize(
    "row", PASSIVES + CONTROL + RAISING + RELATIVE + COORDINATION + COPULAS, ids=lambda row: row[0]
)
def test_clauses(check: Check, row: tuple[str, ...]) -> None:
    check(*row)


SLOTS = [
    ("The agency inspected the school in May.", "inspect", {"subject": "agency", "object": "school", "in": "May"}),
    ("The school was inspected by the agency.", "inspect", {"subject": "agency", "object": "school"}),
    ("The council gave the union a grant.", "give", {"subject": "council", "object": "grant", "indirect": "union"}),
    ("The council carried out the plan.", "carry out", {"subject": "council", "object": "plan"}),
    ("Workers and nurses left.", "leave", {"subject": "Workers nurses"}),
]


@pytest.mark.parametrize(("text", "wording", "slots"), SLOTS, ids=[t for t, *_ in SLOTS])
def test_slots_of_a_proposition(
    discourse: Callable[[str], Discourse], text: str, wording: str, slots: dict[str, str]
) -> None:
    found = discourse(text)
    propositions = {p.wording: p for p in clause_propositions(found)}
    filled = {s: " ".join(found.doc[i].text for i in tokens) for s, tokens in propositions[wording].slots.items()}
    assert filled == slots
