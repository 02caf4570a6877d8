"""What was understood by its words alone is built of all that was said, as what comes nearest, and never as a yes."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.external.actions import AnswerInput, OpenJointText, ShowExternal
from bot.domain.external.state import Position
from bot.domain.funds.actions import ShowFundReport
from bot.domain.kernel.action import Action
from bot.domain.live.actions import Change, MoveOn, NoteInMeeting, ShowLive, Step
from bot.domain.minutes.actions import (
    OpenAttendance,
    OpenResolution,
    RecordAbsence,
    RecordArrival,
    RecordDissent,
    RecordPositions,
    RecordResolution,
    RemarkOnMinutes,
    ShowMinutes,
    TakeBackMinutesApproval,
)
from bot.domain.minutes.state import Outcome
from bot.domain.saying.actions import Offered
from bot.domain.wording.actions import CommentOnItem, OpenSuggestion, SuggestWording
from bot.usecases.appointments.said import any_call
from bot.usecases.said.moment import Moment, Talk
from bot.usecases.understanding.meaning import meaning
from bot.usecases.understanding.reading import hear
from storage.database import Database
from tests.harness.situations import moments

GP = "Praktiserende læge (PLO-Nordjylland)"
AMBULANCE = "sig til sundhedsrådet fra Læsø, at vi savner en ambulance om natten"
MANDATE = "vi giver mandat på punkt 1 i samordningsudvalget, bare honoraret er med"
SAID: tuple[tuple[str, str, Action | None, str, Action], ...] = (
    ("member", "draft", None, "har Hjørring svaret på noget til sundhedsrådet endnu", ShowExternal()),
    ("islander", "draft", None, AMBULANCE, AnswerInput(
        position=Position.REMARK, organisation="laesoe", words=AMBULANCE)),
    ("newcomer", "draft", None, "Frederikshavn har ingen indvendinger mod punkterne til samordningsudvalget",
        AnswerInput(position=Position.AGREE, organisation="frederikshavn")),
    ("gp", "proposals", None, MANDATE, AnswerInput(position=Position.MANDATE, nth=1, limits=MANDATE)),
    ("secretary", "draft", None, "åbn teksten til sundhedsrådet, jeg vil rette i den", OpenJointText()),
    ("secretary", "after", None, "PLO var forhindret i går", RecordAbsence(meeting="2027-1", absent=(GP,))),
    ("secretary", "after", None, "PLO kom 16.50", RecordArrival(words=f"{GP} 16.50")),
    ("secretary", "after", None, "regionen kom et kvarter for sent", OpenAttendance()),
    ("secretary", "after", OpenResolution(position=2), "næste punkt", OpenResolution(meeting="2027-1", position=3)),
    ("secretary", "after", OpenResolution(position=3), "Læsø er imod", RecordPositions(
        position=3, words="Læsø imod")),
    ("secretary", "after", None, "skriv beslutningen på det sidste punkt", OpenResolution(position=4)),
    ("secretary", "after", None, "punkt 4 endte som lokalt initiativ", RecordResolution(
        position=4, outcome=Outcome.LOCAL_INITIATIVE)),
    ("member", "after", None, "skriv i referatet under punkt 3, at jeg finder beløbet for højt", RecordDissent(
        position=3, words="jeg finder beløbet for højt")),
    ("chair", "minutes", None, "referatet er godkendt af mig", ShowMinutes(meeting="2027-1")),
    ("chair", "after", None, "mit ja til referatet gælder ikke længere", TakeBackMinutesApproval()),
    ("islander", "minutes", None, "bemærkning fra Læsø: vi kom 17.10", RemarkOnMinutes(words="vi kom 17.10")),
    ("member", "minutes", OpenSuggestion(position=2), "Klyngen beder om en ny beregning til juni", SuggestWording(
        position=2, words="Klyngen beder om en ny beregning til juni")),
    ("coordinator", "minutes", None, "til punkt 2 vil jeg bare sige at tallene er fra sidste år", CommentOnItem(
        position=2, words="tallene er fra sidste år")),
    ("secretary", "live", None, "spring 3 over og tag 4", MoveOn(step=Step.ITEM, position=4)),
    ("secretary", "live", None, "PLO er lige gået", NoteInMeeting(change=Change.LEFT, words=GP)),
    ("gp", "live", None, "må gå nu, patienten venter", NoteInMeeting(change=Change.LEFT, person="laege")),
    ("secretary", "draft", None, "hvordan starter jeg mødet", ShowLive()),
    ("member", "quiet", None, "hvad blev pengene brugt til i fjor", ShowFundReport(year=2026)),
)  # fmt: skip


@pytest.fixture
async def known(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    """Every moment of the table of sentences."""
    return await moments(database)


async def test_it_is_built_of_what_was_said(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    found = {
        sentence: _likeliest(sentence, replace(known[situation, role, False], talk=Talk(shown=shown)))
        for role, situation, shown, sentence, _ in SAID
    }
    assert found == {sentence: wanted for *_, sentence, wanted in SAID}


async def test_a_number_may_be_said_in_words(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    told = hear("hvem er i spil til plads tre", known["quiet", "secretary", False]).told
    assert getattr(any_call(told), "number", None) == 3


def _likeliest(sentence: str, moment: Moment) -> Action:
    found = meaning(sentence, moment)
    return found.offers[0] if isinstance(found, Offered) and found.offers else found
