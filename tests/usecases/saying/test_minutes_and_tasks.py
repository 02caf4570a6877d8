"""What is said of minutes, of a meeting that is held, of tasks and of supplements, with all that it fills in."""

from collections.abc import Mapping

import pytest

from bot.domain.approval.state import Verdict
from bot.domain.duties.actions import CreateDuty, FinishDuty, ShowDuty, UpdateDuty
from bot.domain.duties.state import Status
from bot.domain.kernel.action import Action
from bot.domain.live.actions import Change, MoveOn, NoteInMeeting, ShowLive, Step
from bot.domain.minutes.actions import (
    OpenAttendance,
    OpenResolution,
    RecordAbsence,
    RecordDeparture,
    RecordEnd,
    RecordPositions,
    RecordResolution,
)
from bot.domain.minutes.state import Outcome
from bot.domain.saying.actions import Offered
from bot.domain.supplements.actions import AnswerSupplement, OpenSentItem, TakeUpItem, WithdrawItem
from bot.domain.wording.actions import DeclineWording, OpenSuggestion, ShowSuggestion, TakeWording
from bot.usecases.said.moment import Moment
from bot.usecases.understanding.meaning import meaning
from storage.database import Database
from tests.harness.situations import moments

LAESOE = "Udvalgsformand (Læsø)"
SAID: tuple[tuple[str, str, str, Action], ...] = (
    ("secretary", "after", "punkt 3 blev godkendt med 450.000 kr. af puljen", RecordResolution(
        position=3, outcome=Outcome.APPROVED, words="med 450.000 kr. af puljen")),
    ("secretary", "after", "punkt 3 blev ikke godkendt", RecordResolution(position=3, outcome=Outcome.REJECTED)),
    ("secretary", "after", "punkt 2 er ikke godkendt endnu", OpenResolution(position=2)),
    ("secretary", "live", "Beslutning: klyngen tiltræder modellen", RecordResolution(
        position=2, words="klyngen tiltræder modellen")),
    ("secretary", "after", "Punkt 3: Læsø stemte imod, Hjørring tog forbehold", RecordPositions(
        position=3, words="Læsø imod, Hjørring forbehold")),
    ("secretary", "live", "læsø imod, regionen tager forbehold", RecordPositions(
        position=2, words="læsø imod, regionen forbehold")),
    ("secretary", "after", "Læsø manglede", RecordAbsence(absent=(LAESOE,))),
    ("secretary", "after", "var Læsø til stede", OpenAttendance()),
    ("secretary", "after", "Læsø måtte gå kl. 18.15", RecordDeparture(words=f"{LAESOE} 18.15")),
    ("secretary", "after", "mødet var slut 18.50", RecordEnd(ended="18.50")),
    ("secretary", "live", "vi springer punkt 3 over og tager punkt 4", MoveOn(step=Step.ITEM, position=4)),
    ("secretary", "live", "vi er ikke klar til næste punkt", ShowLive()),
    ("secretary", "live", "Læsø er inhabil på punkt 4", NoteInMeeting(
        change=Change.RECUSED, words=LAESOE, position=4)),
    ("islander", "live", "jeg er inhabil", NoteInMeeting(change=Change.RECUSED, person="formand-laesoe")),
    ("secretary", "minutes", "tag ikke rettelse 1 med", DeclineWording(number=1)),
    ("secretary", "minutes", "skal vi tage rettelse 1 med?", ShowSuggestion(number=1)),
    ("secretary", "minutes", "vi tager rettelse 2 med", TakeWording(number=2)),
    ("chair", "minutes", "Under punkt 3 bør der stå at midlerne er til 2027", OpenSuggestion(position=3)),
    ("coordinator", "minutes", "jeg er færdig med opgave 1", FinishDuty(number=1)),
    ("coordinator", "minutes", "er opgave 1 færdig?", ShowDuty(number=1)),
    ("coordinator", "minutes", "opgave 1 bliver færdig på fredag", UpdateDuty(
        number=1, status=Status.UNDERWAY, words="opgave 1 bliver færdig på fredag")),
    ("secretary", "minutes", "ny opgave til Læsø: find et lokale inden 1. juni", CreateDuty(
        title="find et lokale inden 1. juni", owner=LAESOE, due="1. juni 2027")),
    ("secretary", "sent", "punkt 3 udgår da økonomien ikke er på plads", WithdrawItem(
        position=3, reason="økonomien ikke er på plads")),
    ("secretary", "sent", "punkt 3 udgår ikke", TakeUpItem(position=3)),
    ("member", "sent", "udgår punkt 3?", OpenSentItem(position=3)),
    ("chair", "sent", "tillægget er ikke ok", AnswerSupplement(verdict=Verdict.RETURNED, words="tillægget er ikke ok")),
)  # fmt: skip


@pytest.fixture
async def known(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    """Every moment of the table of sentences."""
    return await moments(database)


async def test_what_is_said_beside_the_act_is_filled_in(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    found = {sentence: _likeliest(sentence, known[situation, role, False]) for role, situation, sentence, _ in SAID}
    assert found == {sentence: wanted for _, _, sentence, wanted in SAID}


def _likeliest(sentence: str, moment: Moment) -> Action:
    found = meaning(sentence, moment)
    return found.offers[0] if isinstance(found, Offered) and found.offers else found
