"""What comes after dispatch."""

from bot.domain.approval.state import Verdict
from bot.domain.supplements.actions import (
    AddLate,
    AnswerSupplement,
    AskSupplement,
    CorrectItem,
    OpenSentItem,
    OpenSupplement,
    RemoveLate,
    SendSupplement,
    SendSupplementUnapproved,
    ShowVersions,
    TakeBackSupplement,
    TakeUpItem,
    WithdrawItem,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import Case, circulated, of_meeting
from tests.harness.steps import CHAIRS, SECRETARIAT, approve

_CLERK = (SECRETARIAT,)
_REASON = "Svaret kom først i går"


async def _sent(nord: Stage) -> None:
    """The agenda was approved and sent, and a late item is in hand."""
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await nord.at("2027-03-09T08:00")
    await nord.says(SECRETARIAT, f"tillægsdagsorden: Vagtplan, begrundelse: {_REASON}")


async def _asked(nord: Stage) -> None:
    """The chairs were asked about it."""
    await _sent(nord)
    await nord.says(SECRETARIAT, "send tillægsdagsorden til godkendelse")


async def _answered(nord: Stage) -> None:
    """One of them has approved."""
    await _asked(nord)
    await nord.says(CHAIRS[0], "godkend tillægsdagsorden")


async def _approved(nord: Stage) -> None:
    """Both have."""
    await _answered(nord)
    await nord.says(CHAIRS[1], "godkend tillægsdagsorden")


async def _overdue(nord: Stage) -> None:
    """Nobody answered in time."""
    await _asked(nord)
    await nord.at("2027-03-11T09:00")


async def _withdrawn(nord: Stage) -> None:
    """An item is not taken up."""
    await _sent(nord)
    await nord.says(SECRETARIAT, f"lad punkt 2 udgå: {_REASON}")


FORUM_CASES = (
    Case(action=of_meeting(OpenSupplement), allowed=_CLERK, begin=_sent),
    Case(action=of_meeting(OpenSentItem, position=2), begin=_sent),
    Case(action=of_meeting(ShowVersions), begin=circulated),
    Case(action=of_meeting(AddLate, title="Julevagt", reason=_REASON), allowed=_CLERK, begin=_sent),
    Case(action=of_meeting(CorrectItem, position=2, duration="20"), allowed=_CLERK, begin=_sent),
    Case(action=of_meeting(WithdrawItem, position=2, reason=_REASON), allowed=_CLERK, begin=_sent),
    Case(action=of_meeting(RemoveLate, position=1), allowed=_CLERK, begin=_sent),
    Case(action=of_meeting(AskSupplement), allowed=_CLERK, begin=_withdrawn),
    Case(action=of_meeting(TakeUpItem, position=2), allowed=_CLERK, begin=_withdrawn),
    Case(action=of_meeting(AnswerSupplement, verdict=Verdict.APPROVED), allowed=CHAIRS, begin=_asked),
    Case(action=of_meeting(TakeBackSupplement), allowed=CHAIRS, begin=_answered, by=CHAIRS[0]),
    Case(action=of_meeting(SendSupplement), allowed=_CLERK, begin=_approved),
    Case(action=of_meeting(SendSupplementUnapproved), allowed=_CLERK, begin=_overdue),
)
ASKS: dict[str, str] = {}
PLAIN = frozenset({"pick", "position", "reason", "revision", "verdict", "words"})
