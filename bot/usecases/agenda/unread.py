"""What is new on a sent agenda to somebody who was shown an earlier version of it."""

from bot.domain.agenda.changes import Change, changes, public_changes
from bot.domain.agenda.state import Agenda
from bot.domain.kernel.meeting import Meeting
from bot.usecases.desk import Desk
from bot.usecases.rights import sees_closed
from cards.agenda.unread import Unread
from cards.proposals.closed import NEUTRAL_TITLE
from storage import readings


async def unread_by(desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda) -> Unread | None:
    """What changed since the person was last shown the agenda; nothing to who never was, or where others read along."""
    if actor is None or desk.is_overheard or agenda.sent is None or not agenda.later:
        return None
    last = await readings.last(desk.conn, desk.forum.id, meeting.id, actor)
    was = None if last is None else agenda.version(last.version)
    if last is None or was is None:
        return None
    shown = seen_changes(desk, actor, meeting, changes(was.items, agenda.sent.items))
    return Unread(version=was.number, at=last.at, tz=desk.forum.timezone, changes=shown)


def seen_changes(desk: Desk, person: str | None, meeting: Meeting, found: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes as that person may see them here."""
    return found if sees_closed(desk, person, meeting) else public_changes(found, NEUTRAL_TITLE)
