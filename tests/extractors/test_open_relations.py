"""Open relations: what no frame says keeps the name of its verb, and nobody is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

OPEN: Rows = [
    ("Any bill raising taxes was stopped.", "never * | raise* | *", "never Any bill* | *"),
    ("In Harbour: The Game, players are dropped in Bergen.", "never Game | be dropped* | *"),
    ("The mayor put Norway 2 – 0 up.", "never * | put* | 0", "never * | put* | 2"),
    ("The supplies were delayed, leaving Anna Brandt two weeks.", "never supplies | leave* | *"),
    ("The other two winners were Anna Brandt and Clara Holm.", "never * | describedAs | *two winners"),
    (
        "Jonas Weiss was defeated by 10,694 votes.",
        "never 10,694 votes | defeat* | *",
        "never * | be defeated by | *",
    ),
    ("Landslides have taken place near Bergen.", "Landslides | take place near | Bergen", "never * | * | place"),
    ("The film was worth seeing, as measured by its sales.", "never * | measure | *", "never film | see | *"),
    ("The match ended with Norway winning.", "match | end | ended with Norway winning"),
    ("Visitors flock to see the lanterns.", "Visitors | flock | flock to see the lanterns"),
    ("Anna Brandt resigned on Friday.", "Anna Brandt | resign | resigned"),
    ("Anna Brandt bought coal for the council to sell.", "never council | sell | *"),
    ("Anna Brandt is leading Jonas Weiss 47 percent to 44 percent.", "never * | lead to | *"),
    ("Its round shape means wealth.", "never * | mean | *"),
    ("For the contest, the robots were required to recognise Anna Brandt.", "never robots | be required for | *"),
    ("The coal was there for Anna Brandt to sell.", "never Anna Brandt | sell | sell"),
    ("Anna Brandt met it in Bergen.", "never Anna Brandt | meet* | met", "never Anna Brandt | meet in | Bergen"),
    ("How persuasive is Norway? The question is what the aims of Norway are.", "never * | describedAs | *"),
    ("Anna Brandt was caught up in a row with the council.", "Anna Brandt | be caught up in | row with the council"),
    ("Jonas Weiss was shown a card in the game.", "Jonas Weiss | be shown | card", "never * | be shown in | *"),
    ("The half ended with Norway winning.", "never half | end with | *"),
    ("None of them polished the statue.", "never * | polish | *"),
    ("The council polished the statue.", "council | polish | statue"),
    ("Anna Brandt whistled.", "Anna Brandt | whistle | whistled"),
    ("The statue was polished.", "statue | be polished | was polished"),
    ("A school has 300 pupils, a third of whom are ill.", "never third | describedAs | ill"),
    ("The road reopened at 09:00 GMT.", "road | reopen | reopened at 09:00 GMT"),
    ("A man from Bergen was detained.", "man | be detained | was detained"),
    ("The tenants live without heating for weeks.", "never tenants | heat | *"),
    ("The robots were required to recognise, pick up, carry, and deposit balls.", "never robots | carry | carry"),
    ("The show took the players to see the harbour.", "never show | take | players"),
    ("Taxpayers pay more on land than they do for wages.", "never Taxpayers | do* | *"),
    ("Anna Brandt said it was bad. Brandt continued: “It got worse.”", "never Anna Brandt | continue | *"),
    ("The school needs a roof in order to reopen.", "school | needs | roof", "never * | * | order"),
    ("The council has the potential to change the town.", "never council | have | *"),
    ("Deadly crushes happened before, with the worst crush in May.", "never * | * | worst crush"),
    ("The support ranged from Anna Brandt to Jonas Weiss.", "never support | range* | *"),
    ("Anna Brandt scored, putting Norway 2 – 0 up.", "never * | put* | *"),
    ("Most people save nothing, let alone save $500.", "never * | let* | *"),
    ("The group said in a report that sales fell.", "never group | say* | report"),
    ("Lily Brandt wrote a poem, whose lines Jonas Weiss cut.", "never * | * | whose lines"),
    ("If they were quick they might get one.", "never * | * | one*"),
    ("Every team was sent a collection of parts.", "Every team | be sent | collection of parts"),
    ("Fans wore costumes, many of which Anna Brandt made.", "never * | * | many of which"),
    ("Anna Brandt was caught with her headset off.", "Anna Brandt | be caught | was caught with her headset off"),
    ("The first half ended with 0 – 0 on the scoreboard.", "never * | end on | *"),
    ("The outfits involved some elements made by hand.", "outfits | involve | some elements made by hand"),
    ("Most women work without heating or light.", "Most women | work without | light"),
    ("The members plan to protest outside the hall from 5.30pm.", "never members | protest from | *"),
    ("Of 219 letters, 17 were in support, including one from a doctor.", "never * | be including | *"),
    ("The ferry was last inspected two years ago.", "ferry | be inspected | was last inspected"),
    ("The children had not been counted at all.", "children | be counted | had not been counted at all | denied"),
    ("A sister ship ran aground on a reef.", "sister ship | run aground on | reef"),
    (
        "A boy broke his ankle after falling from a balcony.",
        "boy | fall from | balcony",
        "never boy | formerRating | *",
    ),
    ("The stake amounted to less than 4%.", "stake | amount to | less than 4%"),
    ("The flight had left Oslo at 17:40 local time bound for Rome.", "never * | be bound for | *"),
    ("Anna Brandt said she was disappointed.", "never Anna Brandt | disappoint | *"),
    (
        "One in five shifts on the ward had been left without a nurse.",
        "One in five shifts on the ward | be left without | nurse",
    ),
    ("The crane killed 107 or more and injured 238.", "crane | kill | 107 or more", "never crane | kill | 107"),
    (
        "Net profit fell 18 per cent to Rs 143 crore from Rs 174 crore a year earlier.",
        "Net profit | fall to | Rs 143 crore",
    ),
    (
        "Council leader 'knew for months' about overspend, email suggests",
        "Council leader | know about | overspend | asserted | email",
    ),
    (
        "The form was received four days after the closing date.",
        "form | be received | was received four days after the closing date",
    ),
    ("Jonas Weiss was offered 18 months.", "Jonas Weiss | be offered | was offered 18 months"),
    ("The letter was posted in Bergen, where she lives.", "letter | be posted* | Bergen"),
    (
        "Jonas Weiss was instructed by his superior to enter the form.",
        "Jonas Weiss’s superior | instruct | Jonas Weiss",
    ),
    ("Of 31 complaints, 12 had no written outcome.", "12 | have | written outcome | denied"),
    (
        'Anna Brandt wrote that Jonas Weiss had described the plan as "hard to argue with" over dinner on Monday.',
        "plan | describedAs | hard to argue with | asserted | Jonas Weiss, Anna Brandt",
    ),
    (
        "The district could show only 3.1 years' supply of housing land.",
        "district | shows | only 3.1 years' supply of housing land | possible",
    ),
    ("Shares fell 18 per cent to 40 pence.", "Shares | fall to | 40 pence", "never Shares | fall per | *"),
    ("I have never, ever been so tired, Anna Brandt said.", "never Anna Brandt | describedAs | *"),
    ("“Why not?” Jonas Weiss asked.", "never Jonas Weiss | ask | asked*"),
    (
        "Seventeen cases had been confirmed in Norway and Sweden.",
        "Seventeen cases | be confirmed in | Norway and Sweden",
    ),
    (
        "The outcome had been settled before the consultation began.",
        "outcome | be settled | had been settled before the consultation began",
    ),
    ("The council found no evidence to support it.", "council | find | evidence to support it | denied"),
    (
        "The men were his nephew and a neighbour, Jonas Weiss said.",
        "men | describedAs | his nephew and a neighbour | asserted | Jonas Weiss",
        "never men | describedAs | his nephew | *",
    ),
    ("The smugglers took the skulls home.", "smugglers | take home | skulls"),
    ("The three who died were aged between 71 and 86.", "three | be aged between | 71 and 86"),
    ("The professor was photographed by lunchtime.", "never lunchtime | * | *"),
    ("Shares rose 17% in a sign that investors expect more.", "never Shares | rise in | sign"),
    (
        "Train services between Porto and Vigo in Spain were suspended.",
        "never Train services * | location | *",
        "never * | between | Vigo",
    ),
    (
        "“He cried with me,” Anna Brandt said outside court. The court heard that he had lied.",
        "court | hears | he had lied",
    ),
    ("Shares in Nordvand fell to 40 pence.", "Shares in Nordvand | fall to | 40 pence"),
    ("Every patient affected was told.", "never Every patient | be affected | *"),
    ("Half the village was away.", "Half the village | be away | was away"),
    ("The families were turned away on grounds of cost.", "families | be turned away on | grounds of cost"),
    ("Residents were not opposed to all development.", "never Residents | be to | all development | denied"),
    (
        "Rovers will be without Jonas Weiss for the final.",
        "Rovers | be without | Jonas Weiss | planned",
        "never Rovers | be for | final | planned",
    ),
    ("The firm kept records of patients it had not tested.", "firm | keep | records of patients"),
    ("Traffic was held up on either side of the bridge.", "Traffic | be held up on | either side of the bridge"),
    ("The council has no plans to sell.", "council | have | plans to sell | denied"),
    ("Anna Brandt explained the way the machine worked.", "never machine | work | worked"),
    (
        "Two drivers familiar with the route who asked not to be named sued the firm.",
        "never route | be named | *",
    ),
    (
        "The agreement between Iceland and Norway, under which ships pay for access, ended.",
        "ships | pay under | agreement",
    ),
    ("None was hurt in the fire.", "never None | * | *"),
    ("The firm operates four of them.", "never firm | operate | *"),
    ("Power was still out in the valley.", "Power | be out in | valley"),
    ("He objected to the payment, not to the loan.", "never He | opposes | loan"),
    (
        "“Half my bookings come from Norway,” Clara Holm said.",
        "Half of Clara Holm’s bookings | come from | Norway | asserted | Clara Holm",
    ),
    ("Denise Holm finished third in a poll.", "Denise Holm | finish third in | poll"),
    (
        "Samples were sent to a laboratory in Mainz.",
        "Samples | be sent to | laboratory",
        "never Samples | be sent in | *",
    ),
    ("Anna Brandt put Rovers ahead after five minutes.", "Anna Brandt | put ahead | Rovers"),
    ("The header went wide to the left.", "never header | go to | *"),
    ("The firm will apologise to them in person.", "never firm | apologise in | person | planned"),
    ("The parents are putting their social life ahead of their child.", "parents | put | *social life"),
    ("The strike in 2008 lasted four days.", "never * | last | lasted"),
    ("Anna Brandt voted against.", "Anna Brandt | vote | voted against"),
    ("The council dropped plans to close a village library.", "council | drop | plans to close a village library"),
]


@pytest.mark.parametrize("row", OPEN, ids=lambda row: row[0])
def test_open_relations(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
