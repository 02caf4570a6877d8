"""The secretariat hears ahead that the forum ends, while there is time to finish or to go on."""

from datetime import date

from bot.domain.forum.notices import ForumNotice
from bot.domain.forum.validity import ending_reminder
from bot.domain.kernel import settings
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.desk import Desk, WritingDesk
from cards.forum.ending import ending
from cards.kit.elements import Card
from cards.kit.words import say
from storage import forum as forums


async def plan(desk: WritingDesk) -> None:
    """Plan the word about the end; planned again it only moves, and what is of another day is not said."""
    until = desk.forum.valid_until
    if until is None or desk.forum.has_ended(desk.today):
        return
    at = desk.calendar.opens(ending_reminder(until, desk.calendar), desk.forum.timezone)
    for person in settings.secretariat(desk.forum, min(max(at.date(), desk.today), until)):
        await desk.remind(ForumNotice.ENDING, until, at=at, recipient=person, until=until.isoformat())


async def told_of(desk: Desk, notice: Notice) -> Card | Stale:
    """When it ends and what follows it, unless that was put off."""
    until = desk.forum.valid_until
    if until is None or until != date.fromisoformat(str(notice.subject["until"])):
        return Stale(say("stale.no_ending"))
    following = desk.forum.succeeded_by
    name = None if following is None else await forums.name(desk.conn, following) or following
    return ending(desk.forum.name, until, followed_by=name, mention=desk.called(notice))
