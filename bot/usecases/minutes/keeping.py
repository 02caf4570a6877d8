"""Changed minutes are stored, and whoever has them before them sees them anew."""

from dataclasses import replace

from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.usecases.desk import WritingDesk
from bot.usecases.minutes.records import Record
from bot.usecases.minutes.suggested import show_overtaken
from bot.usecases.resolutions.indexing import index
from storage import minutes as store


async def keep(desk: WritingDesk, record: Record, changed: Minutes) -> Record:
    """Store the minutes if they have changed."""
    if changed != record.minutes:
        await store.put(desk.conn, changed)
        await index(desk, record.agenda, changed, record.minutes)
        await show_anew(desk, changed)
        await show_overtaken(desk, record.suggestions, record.minutes, changed)
    return replace(record, minutes=changed)


async def show_anew(desk: WritingDesk, minutes: Minutes) -> None:
    """Tell the channel of the minutes as they stand: the request to approve them; the message that they left with
    keeps the code that it has.
    """
    if minutes.status is MinutesStatus.FOR_APPROVAL:
        await desk.tell(MinutesNotice.REQUEST, meeting=minutes.meeting)
    elif minutes.status is not MinutesStatus.DRAFT:
        await desk.tell_again(MinutesNotice.MINUTES, meeting=minutes.meeting)
