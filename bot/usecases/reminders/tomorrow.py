"""»Mind mig i morgen«: the same reminder once more the next working day, while it is still owed."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.kernel.notice import Notice, NoticeState, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.notices import OWED, hearing, notice_kind
from bot.domain.reminders.actions import RemindTomorrow
from bot.domain.reminders.timing import is_in_time, once_more
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.reminders.digest import Render
from bot.usecases.reminders.due import falls_due
from bot.usecases.reminders.same import matter
from bot.usecases.rights import require_seat
from cards.kit.elements import Card
from cards.kit.words import medium_date_time, say
from cards.outbox.notices import NOTICES
from cards.reminders import cards
from storage.outbox import gathering, notices
from storage.outbox.table import ONCE_MORE

_LOOKED_BACK = timedelta(days=14)
_LONGEST = 400  # characters of a key


async def remind(desk: WritingDesk, actor: str, action: RemindTomorrow, render: Render) -> Card:
    """Plan it; asked for twice it comes once. Refusal: what is settled, or over before then."""
    require_seat(desk, actor)
    told = await _meant(desk, actor, action, render)
    at = once_more(desk.now, desk.calendar)
    await _check(desk, told, at, render)
    key = f"{told.key.partition(ONCE_MORE)[0]}{ONCE_MORE}{at.date()}"
    if await notices.get(desk.conn, key) is None:
        await notices.plan(desk.conn, _once_more(told, key, at))
        await desk.log(actor, "reminder.tomorrow", reminder=told.key, on=at.date().isoformat())
    when = medium_date_time(at, desk.forum.timezone)
    return cards.reminded(say(NOTICES[notice_kind(told.kind)]), when)


async def with_button(desk: Desk, notice: Notice, drawn: Card | Stale, render: Render) -> Card | Stale:
    """The reminder with the button, where it stands in a chat of one's own and is still owed."""
    if isinstance(drawn, Stale) or desk.is_public or not hearing(notice.kind).owes:
        return drawn
    if not is_in_time(once_more(desk.now, desk.calendar), await falls_due(desk, notice), desk.now):
        return drawn
    if notice.activity is not None and isinstance(await render(desk, _as_new(notice)), Stale):
        return drawn
    return cards.with_tomorrow(drawn, desk.forum.id, notice.key)


async def _meant(desk: Desk, actor: str, action: RemindTomorrow, render: Render) -> Notice:
    """The reminder that the button stands on; of a sentence the only one that is still owed."""
    if action.reminder:
        found = await notices.get(desk.conn, action.reminder) if len(action.reminder) <= _LONGEST else None
        if found is None or (found.forum, found.recipient) != (desk.forum.id, actor) or found.kind not in OWED:
            raise Refusal("reminder_unknown")
        return found
    since = desk.now - _LOOKED_BACK
    lately = await gathering.told_lately(desk.conn, desk.forum.id, actor, OWED, since=since)
    owed: dict[tuple[object, ...], Notice] = {}
    for each in lately:
        if not isinstance(await render(desk, _as_new(each)), Stale):
            owed.setdefault(matter(each), each)
    if not owed:
        raise Refusal("reminder_none")
    if len(owed) > 1:
        raise Refusal("reminder_which", liste=[say(NOTICES[notice_kind(each.kind)]) for each in owed.values()])
    return next(iter(owed.values()))


async def _check(desk: Desk, told: Notice, at: datetime, render: Render) -> None:
    """Refusal("reminder_settled") for what is owed no more, "reminder_too_late" for what is over by then."""
    if isinstance(settled := await render(desk, _as_new(told)), Stale):
        raise Refusal("reminder_settled", grund=settled.reason)
    due = await falls_due(desk, told)
    if due is not None and not is_in_time(at, due, desk.now):
        raise Refusal("reminder_too_late", frist=medium_date_time(due - timedelta(minutes=1), desk.forum.timezone))
    if isinstance(over := await render(replace(desk, now=at), _as_new(told)), Stale):
        raise Refusal("reminder_settled", grund=over.reason)


def _as_new(told: Notice) -> Notice:
    """As if it had not left: then it is of use just as long as it is owed."""
    return replace(told, activity=None, conversation=None)


def _once_more(told: Notice, key: str, at: datetime) -> Notice:
    return Notice(
        key=key,
        forum=told.forum,
        kind=told.kind,
        meeting=told.meeting,
        recipient=told.recipient,
        subject=told.subject,
        due_at=at,
        is_timed=True,
        state=NoticeState.WAITING,
    )
