"""Bilag."""

from bot.domain.attachments.actions import (
    AttachFiles,
    FetchAttachment,
    OfferFiles,
    OpenNewVersion,
    ShowAttachment,
    ShowAttachments,
    TakeOffAttachment,
)
from bot.domain.attachments.state import OfProposal
from bot.domain.kernel.conversation import Place
from bot.local.demo.stage import Stage
from bot.usecases.desk import open_writing_desk
from storage import agenda, attachments
from tests.harness.bilag import attach
from tests.harness.cases.case import MEETING, Case, accepted, here, of_meeting
from tests.harness.forging import NORD
from tests.harness.steps import COORDINATOR, SECRETARIAT


async def attached(nord: Stage) -> None:
    """Bilag 1 hangs on no. 1, which is on the draft."""
    await accepted(nord)
    async with nord.service.database.writing(NORD) as conn:
        desk = await open_writing_desk(conn, NORD, nord.clock.now(), Place.CHANNEL)
        await attach(desk, OfProposal(1), "Budget", b"et budget")
        draft = await agenda.get(conn, NORD, MEETING)
        assert draft is not None
        await attachments.number(conn, NORD, MEETING, draft.items)


FORUM_CASES = (
    Case(action=of_meeting(ShowAttachments), begin=attached),
    Case(action=of_meeting(ShowAttachment, bilag=1), begin=attached),
    Case(action=of_meeting(FetchAttachment, bilag=1), begin=attached),
    Case(action=here(OpenNewVersion, attachment=1), allowed=(SECRETARIAT, COORDINATOR), begin=attached),
    Case(action=here(TakeOffAttachment, attachment=1), allowed=(SECRETARIAT,), begin=attached),
    Case(action=here(OfferFiles, upload="x" * 64), allowed=()),
    Case(action=here(AttachFiles, upload="x" * 64, position=2), allowed=()),
)
ASKS = {"bilag": "Bilag til mødet den"}
PLAIN = frozenset({"bilag", "is_closed", "target", "upload"})
