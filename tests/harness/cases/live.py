"""A meeting as it is held."""

from bot.domain.live.actions import (
    AddTaskInMeeting,
    Change,
    EndMeeting,
    MoveOn,
    NoteInMeeting,
    ShowLive,
    StartMeeting,
    Step,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import LEADER, POLITICIAN, Case, circulated, of_meeting
from tests.harness.steps import SECRETARIAT, approve

_LEADING = (SECRETARIAT, LEADER)


async def near(nord: Stage) -> None:
    """The agenda was sent, and the meeting's hour has come."""
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await nord.at("2027-03-09T08:00")
    await nord.at("2027-03-16T16:30")


async def going(nord: Stage) -> None:
    """The same, and the meeting is held."""
    await near(nord)
    await nord.says(SECRETARIAT, "start mødet")


_COMES = of_meeting(NoteInMeeting, change=Change.CAME, person=POLITICIAN)

FORUM_CASES = (
    Case(action=of_meeting(StartMeeting), allowed=_LEADING, begin=near),
    Case(action=of_meeting(ShowLive), begin=going),
    Case(action=_COMES, allowed=_LEADING, begin=going),
    Case(action=of_meeting(MoveOn, step=Step.ITEM, position=2), allowed=_LEADING, begin=going),
    Case(action=of_meeting(AddTaskInMeeting, duty="Find en projektleder"), allowed=_LEADING, begin=going),
    Case(action=of_meeting(EndMeeting), allowed=_LEADING, begin=going),
)
ASKS: dict[str, str] = {"hvor langt er mødet": "er ikke startet"}
PLAIN = frozenset({"change", "duty", "position", "revision", "step", "words"})
