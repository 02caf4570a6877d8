"""Duties."""

from bot.domain.duties.actions import (
    CreateDuty,
    FinishDuty,
    GiveBackDuty,
    GiveBackMinutes,
    OpenDutyForm,
    PutOnNextAgenda,
    ReopenDuty,
    ReplyToSource,
    ShowDuties,
    ShowDuty,
    TakeDuty,
    TakeMinutes,
    UpdateDuty,
)
from bot.domain.duties.state import Kind, Status
from bot.local.demo.stage import Stage
from tests.harness.cases.case import OTHER_COORDINATOR, Case, held, here, of_meeting
from tests.harness.forging import NORD
from tests.harness.steps import COORDINATOR, SECRETARIAT

_CLERK = (SECRETARIAT,)
_HJOERRING = (SECRETARIAT, COORDINATOR, "formand-kommunal")


async def owed(nord: Stage) -> None:
    """No. 1 is Hjørring's task, no. 2 an agreement, no. 3 the region's coordinator's effort, no. 4 set by others."""
    await nord.says(SECRETARIAT, "ny opgave: Skriv til byrådet ansvarlig Hjørring Kommune frist 1/6")
    await nord.says(SECRETARIAT, "ny aftale: Aftale om udskrivning")
    await nord.says(SECRETARIAT, "ny indsats: Undersøg it ansvarlig Klyngekoordinator (Region Nordjylland)")
    await nord.says(SECRETARIAT, "ny stillet opgave: Beskriv kapaciteten, stillet af Regionsrådet")


FORUM_CASES = (
    Case(action=here(ShowDuties), begin=owed),
    *(Case(action=here(ShowDuty, number=number), begin=owed) for number in (1, 2, 3, 4)),
    Case(action=here(OpenDutyForm), allowed=_CLERK, begin=owed),
    Case(action=CreateDuty(forum=NORD, kind=Kind.EFFORT, title="Fælles hjemmebesøg"), allowed=_CLERK, begin=owed),
    Case(action=here(TakeDuty, number=1), allowed=_HJOERRING[1:], begin=owed, by=COORDINATOR),
    Case(action=here(GiveBackDuty, number=1), allowed=(SECRETARIAT, COORDINATOR), begin=owed, by=COORDINATOR),
    Case(
        action=here(UpdateDuty, number=3, status=Status.UNDERWAY, words="Venter."),
        allowed=(SECRETARIAT, OTHER_COORDINATOR),
        begin=owed,
        by=OTHER_COORDINATOR,
    ),
    Case(action=here(ReplyToSource, number=4, words="Kapaciteten er beskrevet."), allowed=_CLERK, begin=owed),
    Case(action=here(FinishDuty, number=3), allowed=(SECRETARIAT, OTHER_COORDINATOR), begin=owed),
    Case(action=here(ReopenDuty, number=3), allowed=(SECRETARIAT, OTHER_COORDINATOR), begin=owed),
    Case(action=here(PutOnNextAgenda, number=2), allowed=_CLERK, begin=owed),
    Case(action=of_meeting(TakeMinutes), allowed=_CLERK, begin=held),
    Case(action=of_meeting(GiveBackMinutes), allowed=_CLERK, begin=held),
)
ASKS = {
    "opgaver": "Opgaver",
    "mine opgaver": "Opgaver",
    "indsatser": "Indsatser",
    "aftaler": "Samarbejdsaftaler",
    "ansøgninger": "Ansøgninger til puljer",
    "stillede opgaver": "Stillede opgaver",
}
PLAIN = frozenset(
    {
        "adds_duty",
        "due",
        "duty",
        "followed_on",
        "form",
        "kind",
        "mine",
        "owner",
        "parties",
        "source",
        "status",
        "takes_over",
    }
)
