"""Who hears of a supplement: those who are asked, the secretariat, and in the end everybody who got the agenda."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.approval.rules import ENDED, missing
from bot.domain.approval.seats import answerer
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.approval.telling import news
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.supplements.notices import SupplementNotice
from bot.domain.supplements.state import Supplement
from bot.usecases.desk import WritingDesk
from bot.usecases.supplements import rounds
from bot.usecases.supplements.loading import Sent
from cards.kit.words import say
from storage import supplements as store
from storage.outbox import notices

_TIMED = (SupplementNotice.MISSING, SupplementNotice.OVERDUE)
_STANDING = (SupplementNotice.REQUEST, *_TIMED, SupplementNotice.ANSWER)


def is_returned(current: ApprovalRound) -> bool:
    """Whether it was sent back."""
    return current.standpoint in ENDED


async def keep(
    desk: WritingDesk,
    actor: str,
    found: Sent,
    before: Supplement,
    after: Supplement,
    what: str,
    *,
    texts: Mapping[str, str] | None = None,
    **facts: object,
) -> Sent:
    """Store and log what became of it, with every card of it kept up to date; the same with what it is now."""
    await store.put(desk.conn, after)
    about = {"number": after.number, "revision": after.revision, **facts}
    await desk.log(actor, what, meeting=after.meeting, texts=texts, **about)
    if before.asked is not None and after.asked != before.asked:
        await forget(desk, found.meeting, say("supplement.reason.changed"))
    await redraw(desk, found.meeting)
    others = tuple(each for each in found.supplements if each.number != after.number)
    return replace(found, supplements=(*others, after))


async def ask(desk: WritingDesk, found: Sent) -> None:
    """The request that all share, and reminders to those who stay silent."""
    this = found.in_hand
    about: dict[str, Any] = {"number": this.number, "asked": this.asked}
    await desk.tell(SupplementNotice.REQUEST, this.number, this.asked, meeting=this.meeting, **about)
    await plan_round(desk, found.meeting, this)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan the reminders of the meeting's supplement anew."""
    for this in await store.of_meeting(desk.conn, desk.forum.id, meeting.id):
        if this.sent_at is None:
            await plan_round(desk, meeting, this)


async def plan_round(desk: WritingDesk, meeting: Meeting, this: Supplement) -> None:
    """Remind the silent on the last morning that they can answer, the secretariat on the first one after it."""
    current = rounds.round_of(desk, meeting, this)
    if current is None or current.mode is not Mode.APPROVE or current.standpoint is not Standpoint.OPEN:
        return
    deadline = current.deadline or meeting.starts
    last = (deadline - timedelta(microseconds=1)).astimezone(desk.forum.timezone).date()
    about: dict[str, Any] = {"number": this.number, "asked": this.asked}
    morning = desk.calendar.opens(last, desk.forum.timezone)
    if desk.now < morning < deadline and desk.calendar.is_working(last):
        for person in dict.fromkeys(answerer(current, each) for each in missing(current)):
            key = SupplementNotice.MISSING, this.number, this.asked
            await desk.remind(*key, at=morning, meeting=meeting.id, recipient=person, **about)
    after = desk.calendar.opens(desk.calendar.at_or_after(last + timedelta(days=1)), desk.forum.timezone)
    if after < meeting.starts:
        key = SupplementNotice.OVERDUE, this.number, this.asked
        await desk.remind_secretariat(*key, at=after, meeting=meeting.id, **about)


async def answered(desk: WritingDesk, meeting: Meeting, before: ApprovalRound, after: ApprovalRound) -> None:
    """Whom the answer that was just given concerns: it ends reminders, and may be news to the secretariat."""
    if after.standpoint is not Standpoint.OPEN:
        await forget(desk, meeting, say("supplement.reason.answered"))
    else:
        await _spare(desk, meeting, before, after)
    await redraw(desk, meeting)
    if news(before, after) is None:
        return
    given, place = after.responses[-1], len(after.responses) - 1
    hearing = [each for each in settings.secretariat(desk.forum, desk.today) if each != given.giver]
    about: dict[str, Any] = {"number": after.number, "asked": after.version, "place": place}
    key = SupplementNotice.ANSWER, after.number, after.version, place
    await desk.tell_each(hearing, *key, meeting=meeting.id, **about)


async def forget(desk: WritingDesk, meeting: Meeting, reason: str) -> None:
    """Nobody is reminded of it any more."""
    await notices.cancel(desk.conn, desk.forum.id, meeting.id, *_TIMED, reason=reason)


async def redraw(desk: WritingDesk, meeting: Meeting) -> None:
    """Let every message about it that stands already say how things are by now."""
    await notices.redraw(desk.conn, desk.forum.id, meeting.id, *_STANDING, soon=desk.soon())


async def _spare(desk: WritingDesk, meeting: Meeting, before: ApprovalRound, after: ApprovalRound) -> None:
    """Whoever has answered is reminded no more, and whoever took an answer back is again."""
    owing = {answerer(after, each) for each in missing(after)}
    for person in {answerer(before, each) for each in missing(before)} - owing:
        kind, reason = SupplementNotice.MISSING, say("supplement.reason.answered")
        await notices.cancel(desk.conn, desk.forum.id, meeting.id, kind, reason=reason, recipient=person)
