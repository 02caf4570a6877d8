"""What is said without a name or number: of the newest version, the only duty, the list shown or the one choice."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.approval.actions import ShowChanges, ShowVersion
from bot.domain.duties.actions import (
    CreateDuty,
    GiveBackDuty,
    OpenDutyForm,
    PutOnNextAgenda,
    ReplyToSource,
    ShowDuties,
    ShowDuty,
    TakeMinutes,
    UpdateDuty,
)
from bot.domain.duties.state import Kind, Status
from bot.domain.forum.actions import OpenChoice
from bot.domain.kernel.action import Action
from bot.domain.reach.actions import MarkSent, Nudge, ShowNudge
from bot.domain.reminders.actions import RemindTomorrow
from bot.domain.supplements.actions import ShowVersions
from bot.usecases.said.moment import Moment, Talk
from bot.usecases.understanding.guessed import guessed
from bot.usecases.understanding.reading import hear
from storage.database import Database
from tests.harness.situations import moments

ALL = ShowDuties()
MADE: tuple[tuple[str, str, str, Action | None, str, Action | None], ...] = (
    ("chair", "asked", "læs punkt 3 for mig", None, "ShowVersion", ShowVersion(version=2, position=3)),
    ("chair", "asked", "hvad er de 450.000 til", None, "ShowVersion", ShowVersion(version=2)),
    ("chair", "asked", "den forrige udgave", None, "ShowVersion", ShowVersion(version=1)),
    ("secretary", "asked", "den forrige udgave", None, "ShowVersion", ShowVersions()),
    ("secretary", "asked", "teksten som formanden ser den", None, "ShowVersion", ShowVersion()),
    ("secretary", "asked", "hvad blev rettet", None, "ShowChanges", ShowChanges()),
    ("chair", "asked", "hvad blev rettet i punkt 2", None, "ShowChanges", ShowChanges(
        version=2, since=1, position=2)),
    ("secretary", "quiet", "puljerne, hvordan ser det ud", None, "ShowDuties", ShowDuties(kind=Kind.GRANT)),
    ("secretary", "quiet", "og hvem har dem", ShowDuties(kind=Kind.EFFORT), "ShowDuties", ShowDuties(
        kind=Kind.EFFORT)),
    ("coordinator", "minutes", "alt i mit navn", None, "ShowDuties", ShowDuties(mine=True)),
    ("coordinator", "minutes", "den øverste", ALL, "ShowDuty", ShowDuty(number=1, year=2027)),
    ("coordinator", "minutes", "kan fristen rykkes 15", None, "ShowDuty", ShowDuties()),
    ("coordinator", "minutes", "jeg magter den ikke", None, "GiveBackDuty", GiveBackDuty(number=1, year=2027)),
    ("secretary", "quiet", "indsats 3, den er stoppet", None, "UpdateDuty", UpdateDuty(
        number=3, words="indsats 3, den er stoppet")),
    ("secretary", "quiet", "ansøgning 2: vi fik afslag", None, "UpdateDuty", UpdateDuty(
        number=2, status=Status.REFUSED, words="vi fik afslag")),
    ("secretary", "quiet", "ansøgning 2: fonden siger ikke nej", None, "UpdateDuty", UpdateDuty(
        number=2, status=Status.UNDERWAY, words="fonden siger ikke nej")),
    ("coordinator", "quiet", "indsats 2 er gennemført", None, "UpdateDuty", UpdateDuty(
        number=2, status=Status.DONE, words="indsats 2 er gennemført")),
    ("secretary", "quiet", "aftale 2. Den skal op igen", None, "PutOnNextAgenda", PutOnNextAgenda(number=2)),
    ("secretary", "quiet", "kan vi få aftale 2 op igen?", None, "PutOnNextAgenda", PutOnNextAgenda(number=2)),
    ("secretary", "quiet", "aftale 2 skal ikke på dagsordenen", None, "PutOnNextAgenda", None),
    ("secretary", "quiet", "aftalen om børn skal op", None, "PutOnNextAgenda", ShowDuties(kind=Kind.AGREEMENT)),
    ("secretary", "minutes", "fortæl dem at vi ikke er færdige", ShowDuty(number=3), "ReplyToSource", ReplyToSource(
        number=3, words="vi ikke er færdige")),
    ("secretary", "minutes", "rådet venter på os", None, "ReplyToSource", ShowDuties(kind=Kind.ASSIGNED)),
    ("secretary", "minutes", "svar dem ikke", ShowDuty(number=3), "ReplyToSource", None),
    ("secretary", "after", "må jeg overtage referatet?", None, "TakeMinutes", TakeMinutes(takes_over=True)),
    ("secretary", "after", "referatet er mit", None, "TakeMinutes", TakeMinutes()),
    ("secretary", "quiet", "hvor skriver jeg en ny indsats", None, "OpenDutyForm", OpenDutyForm(kind=Kind.EFFORT)),
    ("secretary", "quiet", "et lokalt initiativ: gåture i Sæby", None, "CreateDuty", CreateDuty(
        kind=Kind.LOCAL_INITIATIVE, title="gåture i Sæby")),
    ("secretary", "asked", "ryk dem der mangler", None, "Nudge", ShowNudge()),
    ("secretary", "asked", "ja, gør det", ShowNudge(), "Nudge", Nudge()),
    ("secretary", "sent", "dem du ikke nåede, har fået det af mig", None, "MarkSent", MarkSent()),
    ("secretary", "sent", "jeg har ikke sendt det til dem", None, "MarkSent", None),
    ("chair", "asked", "jeg når ikke at svare i aften", None, "RemindTomorrow", RemindTomorrow()),
    ("chair", "asked", "mind mig ikke om det", None, "RemindTomorrow", None),
    ("secretary", "quiet", "lukkedagen den 4. juni mangler", None, "OpenChoices", OpenChoice(choice="closure_days")),
    ("secretary", "quiet", "det blev vedtaget at ingen godkender referatet", None, "ChangeChoice", OpenChoice(
        choice="minutes_approval")),
)  # fmt: skip


@pytest.fixture
async def known(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    """Every moment of the table of sentences."""
    return await moments(database)


async def test_what_a_sentence_means_is_made_of_what_there_is(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    found = {sentence: _made(sentence, known[situation, role, False], shown, act)
             for role, situation, sentence, shown, act, _ in MADE}  # fmt: skip
    assert found == {sentence: wanted for _, _, sentence, _, _, wanted in MADE}


def _made(sentence: str, moment: Moment, shown: Action | None, act: str) -> Action | None:
    told = hear(sentence, replace(moment, talk=Talk(shown=shown))).told
    return next((each.action for each in guessed([act], told) if not each.is_negated), None)
