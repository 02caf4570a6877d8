"""What no way was found of is built by what was said: also with a no, by nicknames and places, or as the list."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.composition.actions import WithdrawGuest, WithdrawMandate
from bot.domain.kernel.action import Action
from bot.domain.meetings.actions import OpenAbsence, OpenMove, OpenPeriod, ReportAbsence, TakeBackAbsence
from bot.domain.page.actions import OpenOwnPage
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Defer,
    Elaborate,
    Keep,
    OpenRevision,
    OpenTriage,
    Postpone,
    Revise,
    ShowProposal,
    ShowProposals,
    Withdraw,
)
from bot.domain.referrals.actions import (
    OpenSendOn,
    RegisterAnswer,
    ShowReferral,
    ShowReferrals,
    ShowWay,
    TakeBackReferral,
)
from bot.domain.year.actions import SaveStatus
from bot.usecases.said.moment import Moment, Talk
from bot.usecases.understanding.guessed import guessed
from bot.usecases.understanding.reading import hear
from bot.usecases.understanding.rest import rest_of
from storage.database import Database
from tests.harness.situations import MARCH, moments

LIST = Talk(shown=ShowProposals())
BUILT: tuple[tuple[str, str, str, str, Talk, Action | None], ...] = (
    (
        "ReportAbsence",
        "member",
        "quiet",
        "jeg når det ikke i marts, kvæget skal passes",
        Talk(),
        ReportAbsence(meeting=MARCH),
    ),
    ("ReportAbsence", "member", "quiet", "jeg er ikke syg", Talk(), None),
    ("OpenAbsence", "gp", "sent", "jeg kan vist ikke alligevel", Talk(), OpenAbsence()),
    ("ReportPeriod", "secretary", "quiet", "Læsø er sygemeldt fra 1. marts til 1. maj", Talk(), OpenPeriod()),
    (
        "TakeBackAbsence",
        "islander",
        "sent",
        "operationen er ikke i marts, så fraværet kan ryge ud",
        Talk(),
        TakeBackAbsence(meeting=MARCH),
    ),
    ("TakeBackAbsence", "islander", "sent", "slet ikke mit afbud", Talk(), None),
    ("TakeBackAbsence", "islander", "sent", "det passer mig ikke alligevel, jeg melder fra", Talk(), None),
    (
        "OpenMove",
        "secretary",
        "draft",
        "den 16. går ikke, det må blive den 23. i stedet",
        Talk(),
        OpenMove(meeting=MARCH, day="23. marts 2027"),
    ),
    (
        "WithdrawGuest",
        "secretary",
        "draft",
        "visitatoren skal ikke være der alligevel",
        Talk(),
        WithdrawGuest(number=1),
    ),
    ("WithdrawGuest", "secretary", "draft", "fjern ikke gæsten", Talk(), None),
    ("WithdrawMandate", "newcomer", "sent", "jeg må ikke længere love noget hjemmefra", Talk(), WithdrawMandate()),
    ("OpenOwnPage", "member", "sent", "jeg vil ikke skrive det for øjnene af alle", Talk(), OpenOwnPage()),
    (
        "SaveStatus",
        "secretary",
        "minutes",
        "gem i årsstatus 2026: vi mødtes fire gange",
        Talk(),
        SaveStatus(of_year="2026", words="vi mødtes fire gange"),
    ),
    (
        "RegisterAnswer",
        "secretary",
        "minutes",
        "svar på videresendelse 2: de vil ikke",
        Talk(),
        RegisterAnswer(number=2, words="de vil ikke"),
    ),
    ("RegisterAnswer", "secretary", "minutes", "der er kommet svar", Talk(), ShowReferrals()),
    (
        "ShowReferral",
        "member",
        "minutes",
        "hvad skrev vi i videresendelse 1/2027",
        Talk(),
        ShowReferral(number=1, year=2027),
    ),
    (
        "TakeBackReferral",
        "secretary",
        "minutes",
        "vi behøver ikke svar på oversendelse 2 mere",
        Talk(),
        TakeBackReferral(number=2),
    ),
    ("TakeBackReferral", "secretary", "minutes", "træk ikke oversendelse 2 tilbage", Talk(), None),
    (
        "OpenSendOn",
        "secretary",
        "minutes",
        "lægedækning skal op i Sundhedsrådet",
        Talk(),
        OpenSendOn(position=4, resolved=True, body="Sundhedsrådet"),
    ),
    (
        "ShowWay",
        "member",
        "minutes",
        "hvor er kompetenceforløb om akutte besøg",
        Talk(),
        ShowWay(position=3, resolved=True),
    ),
    ("ShowWay", "islander", "proposals", "hvor er min sag nu", Talk(), ShowWay(number=4, year=2027)),
    ("Accept", "secretary", "proposals", "treeren ryger på", Talk(), Accept(number=3, year=2027)),
    ("Accept", "secretary", "proposals", "tag alle på nær 3", Talk(), ShowProposals()),
    ("Accept", "secretary", "proposals", "den første er fin", LIST, Accept(number=1, year=2027)),
    ("Decline", "secretary", "proposals", "den sidste kan vi ikke bruge", LIST, Decline(number=4, year=2027)),
    ("Accept", "secretary", "proposals", "det tredje er fint", LIST, Accept(number=3, year=2027)),
    ("Accept", "secretary", "proposals", "lægesagen skal med", Talk(), Accept(number=4, year=2027)),
    ("Accept", "secretary", "proposals", "toern er fin den kan komme på", Talk(), Accept(number=2, year=2027)),
    ("Decline", "secretary", "proposals", "den om penge vil vi ikke have", Talk(), ShowProposals()),
    (
        "AskForMore",
        "secretary",
        "proposals",
        "nr. 2: hvem betaler?",
        Talk(),
        AskForMore(number=2, words="hvem betaler?"),
    ),
    (
        "AskForMore",
        "secretary",
        "proposals",
        "har de svaret på det vi har spurgt om i forslag 2?",
        Talk(),
        OpenTriage(number=2),
    ),
    ("Postpone", "secretary", "proposals", "1 er ikke klar", Talk(), Postpone(number=1)),
    ("Postpone", "secretary", "proposals", "udskyd ikke 2", Talk(), None),
    ("Postpone", "islander", "proposals", "mit forslag er ikke klar", Talk(), Postpone(number=4, year=2027)),
    ("Defer", "chair", "proposals", "nr. 1 har ingen hast", Talk(), Defer(number=1)),
    ("Keep", "chair", "proposals", "4 kan ikke vente", Talk(), Keep(number=4)),
    ("Keep", "chair", "proposals", "4 skal ikke på", Talk(), None),
    (
        "Elaborate",
        "islander",
        "proposals",
        "svar: vi har 1 læge",
        Talk(),
        Elaborate(number=4, year=2027, words="vi har 1 læge"),
    ),
    ("Withdraw", "coordinator", "draft", "vi vil ikke have punkt 3 på", Talk(), Withdraw(number=3, year=2027)),
    ("Withdraw", "coordinator", "draft", "træk ikke forslag 3", Talk(), None),
    ("Withdraw", "islander", "draft", "trækker vi mit punkt? Det gør vi da ikke", Talk(), None),
    (
        "OpenRevision",
        "islander",
        "proposals",
        "der skal stå 1.800 og ikke 1.600",
        Talk(),
        OpenRevision(number=4, year=2027),
    ),
    (
        "Revise",
        "islander",
        "proposals",
        "det er ikke 10.000 kr., det er 12.000 kr.",
        Talk(),
        Revise(number=4, year=2027, amount="12000"),
    ),
    ("Revise", "islander", "proposals", "beløbet er et andet", Talk(), OpenRevision(number=4, year=2027)),
    (
        "OpenTriage",
        "secretary",
        "proposals",
        "næste",
        Talk(shown=OpenTriage(number=2)),
        OpenTriage(number=3, year=2027),
    ),
    ("OpenTriage", "secretary", "proposals", "nej vent", Talk(offered=(Accept(number=3),)), OpenTriage(number=3)),
    ("ShowProposal", "islander", "proposals", "jeg vil læse min egen tekst", Talk(), ShowProposal(number=4, year=2027)),
    ("ShowProposal", "chair", "proposals", "hvad er det med de 450.000", Talk(), ShowProposals()),
)


@pytest.fixture
async def known(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    return await moments(database)


async def test_an_act_is_built_by_what_was_said(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    wrong: dict[str, object] = {}
    for act, role, situation, said, talk, wanted in BUILT:
        sentence = hear(said, replace(known[situation, role, False], talk=talk))
        told = sentence.told
        rest = rest_of(said, sentence.words, told.slots, frozenset())
        found = next((each for each in guessed([act], replace(told, rest=rest)) if not each.is_negated), None)
        if (None if found is None else found.action) != wanted:
            wrong[said] = found
    assert wrong == {}
