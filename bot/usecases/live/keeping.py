"""A meeting that went on, and who is there, are stored and logged; its post in the channel is drawn anew."""

from dataclasses import replace

from bot.domain.live.state import Live
from bot.domain.minutes import rules
from bot.domain.minutes.state import Attendance
from bot.usecases.desk import WritingDesk
from bot.usecases.live.loading import Held
from bot.usecases.minutes import keeping
from bot.usecases.minutes.attendance import log_attendance
from storage import live as store


async def keep(desk: WritingDesk, actor: str | None, held: Held, changed: Live, what: str, **facts: object) -> Held:
    """Store the meeting if it has changed."""
    if changed == held.live and changed.revision > 1:
        return held
    await store.put(desk.conn, changed)
    await desk.log(
        actor, what, meeting=changed.meeting, revision=changed.revision, item=changed.item, texts=None, **facts
    )
    return replace(held, live=changed, record=replace(held.record, live=changed))


async def keep_attendance(desk: WritingDesk, actor: str, held: Held, noted: Attendance) -> Held:
    """Store who was there if that has changed; Refusal "minutes_sent" once the minutes have left."""
    before = held.record.minutes
    changed = rules.note_attendance(before, noted)
    if changed == before:
        return held
    record = await keeping.keep(desk, held.record, changed)
    await log_attendance(desk, actor, changed)
    return replace(held, record=record)
