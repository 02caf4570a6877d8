"""Who takes part: mandates, the doctors' organisation and guests."""

from bot.domain.composition.actions import (
    AnswerGpQuestion,
    ConfirmMandate,
    InviteGuest,
    OpenGpQuestion,
    OpenGuestForm,
    ShowComposition,
    WithdrawGuest,
    WithdrawMandate,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import POLITICIAN, SUBSTITUTE, Case, here, of_meeting, proposed
from tests.harness.steps import SECRETARIAT


async def invited(nord: Stage) -> None:
    """Læsø has invited a guest to March's meeting."""
    await proposed(nord)
    await nord.says(POLITICIAN, "invitér gæst: Anna Hansen, KL")


async def confirmed(nord: Stage) -> None:
    """Læsø's politician has confirmed to have a mandate."""
    await proposed(nord)
    await nord.says(POLITICIAN, "bekræft mandat")


FORUM_CASES = (
    Case(action=of_meeting(ShowComposition), begin=proposed),
    Case(action=here(ConfirmMandate), begin=proposed, by=SUBSTITUTE),
    Case(action=here(WithdrawMandate), allowed=(POLITICIAN,), begin=confirmed),
    Case(action=of_meeting(OpenGuestForm), begin=proposed),
    Case(action=of_meeting(InviteGuest, name="Anna Hansen", role="KL"), begin=proposed),
    Case(action=of_meeting(WithdrawGuest, number=1), allowed=(POLITICIAN, SECRETARIAT), begin=invited),
    Case(action=of_meeting(OpenGpQuestion), allowed=(SECRETARIAT,)),
    Case(action=of_meeting(AnswerGpQuestion, organisations=("plo-kommunal",)), allowed=(SECRETARIAT,)),
)
ASKS = {"sammensætning": "Uden deltager med mandat"}
PLAIN = frozenset({"confirmed", "items", "name", "organisations", "role", "words"})
