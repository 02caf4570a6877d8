"""A proposal that is said in one sentence fills its form, whatever the order in which its parts are said."""

from collections.abc import Mapping

import pytest

from bot.domain.agenda.actions import AddItem, EditAgenda, EditItem, MoveItem, OpenItem, Part, RemoveItem
from bot.domain.kernel.action import Action
from bot.domain.proposals.actions import (
    Accept,
    Decline,
    Elaborate,
    OpenProposalForm,
    OpenRevision,
    OpenTriage,
    Postpone,
    Revise,
    ShowProposal,
    ShowProposals,
    Withdraw,
)
from bot.domain.proposals.state import ItemKind
from bot.domain.referrals.actions import OpenSendOn, ShowWay
from bot.domain.resolutions.actions import ShowResolutions
from bot.domain.saying.actions import Offered
from bot.usecases.said.moment import Moment
from bot.usecases.said.proposing import title_said
from bot.usecases.understanding.meaning import meaning
from storage.database import Database
from tests.harness.situations import moments

Known = Mapping[tuple[str, str, bool], Moment]

PROPOSED = [
    (
        "foreslå noget om tandpleje til mødet den 5. oktober, 15 minutter, 200.000 kr.",
        OpenProposalForm(title="Tandpleje", meeting="2027-2", duration="15 min", amount="200000"),
    ),
    (
        "vi skal bruge 250.000 kr. til et forløb om demens, 20 min i oktober",
        OpenProposalForm(title="Demens", meeting="2027-2", duration="20 min", amount="250000"),
    ),
    (
        "beslutningspunkt til oktober: fælles rekruttering, 30 min",
        OpenProposalForm(title="Fælles rekruttering", meeting="2027-2", duration="30 min", kind=ItemKind.DECISION),
    ),
    (
        "opret et forslag på vegne af Brønderslev om demensvenlige hospitaler, fordi de har fået nye tal",
        OpenProposalForm(title="Demensvenlige hospitaler", summary="De har fået nye tal", on_behalf_of="broenderslev"),
    ),
    (
        "Vi vil gerne drøfte genoptræning af ældre, helst i Frederikshavn",
        OpenProposalForm(title="Genoptræning af ældre", meeting="2027-2"),
    ),
    (
        "jeg ville høre om man kan få fem minutter til en kort orientering om vaccinationer",
        OpenProposalForm(title="Vaccinationer", duration="5 min", kind=ItemKind.INFORMATION),
    ),
]

SAID = [
    ("secretary", "proposals", "udsæt forslag 2 til næste møde", Postpone(number=2, meeting="2027-2")),
    (
        "secretary",
        "proposals",
        "vi kan ikke nå forslag 3 i marts, vi tager det i oktober i stedet",
        Postpone(number=3, meeting="2027-2"),
    ),
    ("secretary", "proposals", "vi optager forslag 1 og forslag 2", ShowProposals()),
    ("secretary", "proposals", "skal vi afvise lægedækning?", OpenTriage(number=4, year=2027)),
    ("secretary", "proposals", "sæt lægedækning på dagsordenen", Accept(number=4, year=2027)),
    ("secretary", "proposals", "lægedækning skal ikke på dagsordenen", Decline(number=4, year=2027)),
    ("coordinator", "proposals", "har I kigget på kompetenceforløb?", ShowProposal(number=3, year=2027)),
    ("coordinator", "proposals", "vi trækker mit forslag om hjemmebesøg tilbage", Withdraw(number=2, year=2027)),
    ("coordinator", "proposals", "ret overskriften i mit forslag om hjemmebesøg", OpenRevision(number=2, year=2027)),
    (
        "coordinator",
        "proposals",
        "sæt beløbet i kompetenceforløb til 300.000 kr.",
        Revise(number=3, year=2027, amount="300000"),
    ),
    (
        "coordinator",
        "proposals",
        "svar på jeres spørgsmål om hjemmebesøg: 75 år",
        Elaborate(number=2, year=2027, words="75 år"),
    ),
    ("secretary", "draft", "flyt lægedækning øverst", MoveItem(position=4, to="1")),
    ("secretary", "draft", "sæt sundhedsaftalen bagerst", MoveItem(position=1, to="4")),
    ("secretary", "draft", "ryk punkt 1 ned efter punkt 3", MoveItem(position=1, to="3")),
    ("secretary", "draft", "flyt punkt 4 op efter punkt 1", MoveItem(position=4, to="2")),
    ("secretary", "draft", "flyt lægedækning op før hjemmebesøg", MoveItem(position=4, to="2")),
    ("secretary", "draft", "byt om på punkt 1 og punkt 2", MoveItem(position=2, to="1")),
    ("secretary", "draft", "byt om på punkt 1 og punkt 4", EditAgenda()),
    (
        "secretary",
        "draft",
        "et kvarter er nok til hjemmebesøg",
        EditItem(position=2, part=Part.FRAME, duration="15 min"),
    ),
    (
        "secretary",
        "draft",
        "omdøb punkt 2 til Opfølgende hjemmebesøg",
        EditItem(position=2, title="Opfølgende hjemmebesøg"),
    ),
    ("secretary", "draft", "er punkt 4 lukket?", OpenItem(position=4)),
    ("secretary", "draft", "tilføj et punkt om budget, 15 min", AddItem(title="Budget", duration="15 min")),
    ("secretary", "draft", "tag lægedækning af dagsordenen", RemoveItem(position=4)),
    ("secretary", "draft", 'Læsø siger "fjern punkt 4"', RemoveItem(position=4)),
    (
        "secretary",
        "proposals",
        "send forslag 4 til Strategisk Sundhedsforum",
        OpenSendOn(number=4, body="Strategisk Sundhedsforum"),
    ),
    ("secretary", "minutes", "hvad skete der med sagen om kompetenceforløb?", ShowWay(position=3, resolved=True)),
    ("member", "quiet", "har vi nogensinde besluttet noget om tandpleje?", ShowResolutions(words="tandpleje")),
]


@pytest.fixture
async def known(database: Database) -> Known:
    return await moments(database)


async def test_every_part_goes_into_its_field(known: Known) -> None:
    for sentence, form in PROPOSED:
        role = "secretary" if "vegne" in sentence else "coordinator"
        assert meaning(sentence, known["quiet", role, False]) == form, sentence


async def test_what_is_said_beside_the_act_goes_into_it(known: Known) -> None:
    for role, situation, sentence, wanted in SAID:
        assert first(meaning(sentence, known[situation, role, False])) == wanted, sentence


async def test_what_somebody_else_says_is_offered_alone(known: Known) -> None:
    assert isinstance(meaning('Læsø siger "fjern punkt 4"', known["draft", "secretary", False]), Offered)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("vores nye sundhedshus på næste møde", "Nye sundhedshus"),
        ("rygestop på mødt", "Rygestop"),
        ("punkt om", ""),
        ("", ""),
    ],
)
def test_words_around_it_are_no_part_of_the_title(words: str, title: str) -> None:
    assert title_said(words) == title


def first(found: Action) -> Action:
    """What is done, shown, or offered first."""
    return found.offers[0] if isinstance(found, Offered) else found
