"""What follows from a bilag that came, changed or was taken off: the log, what shows it, and who got the agenda."""

from bot.domain.attachments.state import Bilag
from bot.usecases.attachments.owned import Owned
from bot.usecases.desk import WritingDesk
from bot.usecases.supplements.changing import attached
from bot.usecases.telling import tell_changed


async def follow(desk: WritingDesk, actor: str, owned: Owned, one: Bilag, what: str) -> None:
    """Log it, draw anew what shows it, and tell whoever got an agenda that was sent."""
    meeting = {} if owned.meeting is None else {"meeting": owned.meeting.id}
    item = {} if owned.item is None else {"item": owned.item.id}
    proposal = {} if owned.proposal is None else {"number": owned.proposal.number, "year": owned.proposal.year}
    await desk.log(
        actor,
        what,
        **meeting,
        **item,
        **proposal,
        attachment=one.id,
        version=one.version,
        digest=one.digest,
        size=one.size,
        is_closed=one.is_closed,
        texts={"title": one.title, "name": one.name},
    )
    if owned.proposal is not None:
        await tell_changed(desk, owned.proposal)
    if owned.is_sent and owned.meeting and owned.agenda and owned.item:
        await attached(desk, actor, owned.meeting, owned.agenda, owned.item)
