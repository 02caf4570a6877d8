"""Where a forum chose it, silence approves minutes: the time for remarks has passed, and no suggestion waits."""

from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.rules import approved_by_meeting
from bot.domain.minutes.state import MinutesStatus
from bot.usecases import made_public
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.minutes.late import comes_late
from bot.usecases.minutes.records import Record, load
from bot.usecases.witness import tell_with
from storage import minutes as store


async def is_due(desk: Desk, meeting: Meeting) -> bool:
    """Whether the minutes of that meeting are approved by now, though nobody has noted it."""
    return _is_approved(desk, await load(desk, meeting))


async def approve(desk: WritingDesk, meeting: Meeting) -> None:
    """Note that they are; asked again while nobody else writes for the forum."""
    record = await load(desk, meeting)
    if not _is_approved(desk, record):
        return
    await store.put(desk.conn, approved_by_meeting(record.minutes))
    entry = await desk.log(None, "minutes.approved_in_silence", meeting=meeting.id)
    await tell_with(desk, MinutesNotice.MINUTES, entry, meeting.id)
    await made_public.follow(desk, meeting)


def _is_approved(desk: Desk, record: Record) -> bool:
    is_chosen = settings.minutes_approval(desk.forum) == settings.IN_SILENCE
    is_sent = record.minutes.status is MinutesStatus.SENT
    waits = any(each.waits for each in record.suggestions)
    return is_chosen and is_sent and comes_late(desk, record.minutes) and not waits
