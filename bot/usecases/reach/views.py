"""What a wave's word to the secretariat shows: each message that did not arrive, and what became of it since."""

from collections.abc import Sequence

from bot.domain.kernel.notice import Notice, NoticeState, Stale
from bot.domain.notices import notice_kind
from bot.domain.reach.waves import keys_of
from bot.usecases.desk import Desk
from bot.usecases.routes import meeting_of
from cards.kit.elements import Card
from cards.kit.words import medium_date, medium_date_time, say
from cards.outbox.notices import NOTICES
from cards.reach.cards import Unreached, unreached
from storage.outbox import notices


async def told(desk: Desk, notice: Notice) -> Card | Stale:
    """Who is not reached; once that stands, what became of it."""
    shown = await entries(desk, keys_of(notice))
    if notice.activity is None and not any(each.is_open for each in shown):
        return Stale(say("stale.reached"))
    wave = str(notice.subject.get("wave", ""))
    return unreached(desk.forum.id, shown, wave=wave, mention=desk.called(notice))


async def entries(desk: Desk, keys: Sequence[str]) -> list[Unreached]:
    """Each of those messages, in their order."""
    found = [await notices.get(desk.conn, key) for key in keys]
    return [_entry(desk, each) for each in found if each is not None]


def _entry(desk: Desk, notice: Notice) -> Unreached:
    meeting = desk.forum.meeting(meeting_of(notice) or "")
    return Unreached(
        name=desk.name_of(notice.recipient or ""),
        what=say(NOTICES[notice_kind(notice.kind)]),
        about="" if meeting is None else medium_date(meeting.day),
        became=_became(desk, notice),
    )


def _became(desk: Desk, notice: Notice) -> str:
    """Nothing while it does not arrive."""
    match notice.state:
        case NoticeState.WAITING | NoticeState.FAILED:
            return ""
        case NoticeState.SUPERSEDED:
            return say("unreached.superseded", grund=notice.reason)
        case NoticeState.SENT if notice.activity is None:
            return notice.reason
        case NoticeState.SENT:
            at = notice.sent_at or notice.due_at
            return say("unreached.arrived", tidspunkt=medium_date_time(at, desk.forum.timezone))
