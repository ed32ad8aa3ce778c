"""Relations: from what a verb says to claims of the ontology, or under the name of the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

PROPERTIES: Rows = [
    (
        "“It was worse,” Anna Brandt, editor at large at the Gazette, said.",
        "Anna Brandt | says | It was worse",
        "never * | says | *editor*",
    ),
    ("The bank owns the newspaper.", "bank | owns | newspaper"),
    ("The newspaper is owned by the bank.", "bank | owns | newspaper"),
    ("The newspaper, owned by the bank, criticised the mayor.", "bank | owns | newspaper"),
    ("Anna Brandt founded the bank in 1990.", "bank | founder | Anna Brandt", "bank | foundingDate | 1990"),
    ("Anna Brandt lives in Bergen.", "Anna Brandt | homeLocation | Bergen"),
    ("Anna Brandt, born in Bergen, lives in Oslo.", "Anna Brandt | birthPlace | Bergen"),
    ("Anna Brandt moved from Bergen to Oslo.", "Anna Brandt | homeLocation | Oslo", "never * | homeLocation | Bergen"),
    ("Anna Brandt travelled to Oslo with Jonas Weiss.", "Anna Brandt | travelsTo | Oslo"),
    ("Anna Brandt studied at Bergen University.", "Anna Brandt | alumniOf | Bergen University"),
    ("Anna Brandt is critical of the council.", "Anna Brandt | criticises | council"),
    ("The council is opposed to the plan.", "council | opposes | plan", "never council | supports | *"),
    ("Jonas Weiss is married to Clara Holm.", "Jonas Weiss | spouse | Clara Holm"),
    ("Jonas Weiss married Clara Holm in 2010.", "Jonas Weiss | spouse | Clara Holm @ 2010"),
    ("Anna Brandt defeated Jonas Weiss.", "Anna Brandt | defeats | Jonas Weiss"),
    ("Jonas Weiss lost to Anna Brandt.", "Anna Brandt | defeats | Jonas Weiss", "never Jonas Weiss | defeats | *"),
    ("Anna Brandt was shot dead by police.", "police | kills | Anna Brandt"),
    ("Anna Brandt died of cancer.", "Anna Brandt | causeOfDeath | cancer"),
    ("The court sentenced Jonas Weiss to five years in prison.", "court | sentences | Jonas Weiss"),
    ("Anna Brandt sued the council over the closure.", "Anna Brandt | sues | council", "never council | sues | *"),
    ("Jonas Weiss was charged with fraud.", "Jonas Weiss | chargedWith | fraud"),
    ("The school was rated good in its last inspection.", "school | rating | good"),
    ("Norwegian police arrested two Swedish tourists.", "Norwegian police | arrests | two Swedish tourists"),
    ("Jonas Weiss pleaded guilty to wounding with intent.", "Jonas Weiss | convictedOf | wounding*"),
    ("The mayor paid tribute to the fans.", "mayor | praises | fans", "never mayor | pays | *"),
    (
        "Jonas Weiss was found guilty at Bergen Court on Friday of 23 counts of theft.",
        "Jonas Weiss | convictedOf | 23 counts of theft*",
        "never Jonas Weiss | describedAs | guilty*",
    ),
    ("Anna Brandt accused Jonas Weiss of theft.", "Jonas Weiss | accusedOf | theft | asserted | Anna Brandt"),
    ("The river cut the main road.", "river | cut | main road", "never river | reduces | *"),
    ("Anna Brandt closed her eyes.", "never Anna Brandt | ends | *"),
    ("The jury found Anna Brandt not guilty.", "jury | acquits | Anna Brandt", "never jury | convicts | Anna Brandt"),
    (
        "Anna Brandt was found not guilty of fraud.",
        "Anna Brandt | convictedOf | fraud | denied",
        "never Anna Brandt | convictedOf | fraud",
    ),
    ("Jonas Weiss pleaded not guilty to fraud.", "never Jonas Weiss | convictedOf | fraud"),
    ("Anna Brandt is not guilty of fraud.", "Anna Brandt | convictedOf | fraud | denied"),
    (
        "The court acquitted Jonas Weiss of theft.",
        "court | acquits | Jonas Weiss",
        "Jonas Weiss | convictedOf | theft | denied",
    ),
    (
        "The jury found Anna Brandt guilty of fraud.",
        "jury | convicts | Anna Brandt",
        "Anna Brandt | convictedOf | fraud",
    ),
]

IDIOMS: Rows = [
    ("Anna Brandt took part in the protest.", "Anna Brandt | joins | protest", "never * | * | part"),
    ("The bridge took its name from the river.", "never * | kills | *"),
    ("The council carried out the plan.", "never council | transports | *"),
    ("Anna Brandt gave up.", "never * | gives | *"),
    ("Anna Brandt went to college.", "never Anna Brandt | travelsTo | college"),
    ("The police raided the barn.", "never police | attacks | barn"),
    ("The party suspended Jonas Weiss.", "never party | ends | Jonas Weiss"),
    ("Anna Brandt played Inspector Gray in the drama.", "never Anna Brandt | competesWith | Gray"),
    ("The units should enter a wartime state.", "never units | travelsTo | *"),
]

# A causal property needs a causal word.
NO_CAUSE: Rows = [
    ("Anna Brandt died weeks after the inspection.", "never * | causes | *", "never * | causeOfDeath | *"),
    ("Anna Brandt resigned following the inspection.", "never * | causes | *"),
    ("Since the school closed, the town has shrunk.", "never * | causes | *"),
    ("As the school closed, Anna Brandt resigned.", "never * | causes | *"),
    (
        "Anna Brandt described Jonas Weiss as a thief.",
        "Jonas Weiss | describedAs | thief | asserted | Anna Brandt",
        "never Jonas Weiss | describedAs | thief",
    ),
    ("Jonas Weiss attacked Clara Holm in a speech, calling her a liar.", "never Jonas Weiss | * | liar"),
    ("Anna Brandt called Jonas Weiss a thief.", "never Jonas Weiss | * | thief", "never * | contacts | *"),
    ("Jonas Weiss was called a thief.", "never Jonas Weiss | alternateName | thief"),
    ("The council is responsible for the harbour.", "never council | causes | harbour"),
    ("Threats prompted the council to close the school.", "never Threats | causes | council"),
    ("The Elm Hospital opened in 1931.", "Elm Hospital | foundingDate | 1931"),
    ("The broadcasts began on 10 March 2023.", "broadcasts | startDate | 2023-03-10"),
    ("A judge sentenced Karl Roth to nine years in prison.", "judge | sentences | Karl Roth"),
    (
        "Anna Brandt appealed to neighbouring Norway to reopen the crossing, closed since May.",
        "Norway | opens | crossing | requested | Anna Brandt",
        "never Anna Brandt | neighbour | *",
        "never Anna Brandt | close | *",
    ),
    ("Anna Brandt visited him on Sundays. Their daughter, Clara Holm, left.", "never Clara Holm | parent | Sundays"),
]


@pytest.mark.parametrize("row", PROPERTIES + IDIOMS + NO_CAUSE, ids=lambda row: row[0])
def test_relations(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
