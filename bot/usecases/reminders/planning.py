"""The gathered message: planned as something is put off to it, and in the morning for what is due that day anyhow."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.kernel.calendar import CLOSING
from bot.domain.kernel.notice import Notice
from bot.domain.reminders.notices import ReminderNotice
from bot.domain.reminders.timing import gathers_now, next_gathered
from bot.usecases.desk import Desk, WritingDesk
from storage.outbox import gathering, notices


def gathered(desk: Desk, person: str, at: datetime) -> Notice:
    """The person's gathered message of that moment."""
    return Notice(
        key=desk.key_of(ReminderNotice.DIGEST, (at.date(),), None, person),
        forum=desk.forum.id,
        kind=ReminderNotice.DIGEST,
        recipient=person,
        due_at=at,
        is_timed=True,
    )


def next_of(desk: Desk, person: str) -> Notice:
    """The person's next one."""
    return gathered(desk, person, next_gathered(desk.now, desk.calendar))


async def reminded_today(desk: Desk, people: Collection[str]) -> tuple[str, ...]:
    """Whom of them a reminder waits for that is due today, while the gathered message may still carry it."""
    if not gathers_now(desk.now, desk.calendar) or not desk.forum.is_in_force(desk.today):
        return ()
    until = datetime.combine(desk.today, CLOSING, tzinfo=desk.now.tzinfo)
    found = []
    for person in people:
        waiting = await gathering.waiting_for(desk.conn, desk.forum.id, person, until=until)
        if any(each.is_timed and each.due_at > desk.now for each in waiting):
            found.append(person)
    return tuple(found)


async def plan_today(desk: WritingDesk, people: Collection[str]) -> None:
    """Let each of them have one now."""
    for person in people:
        await notices.plan(desk.conn, gathered(desk, person, desk.now))
