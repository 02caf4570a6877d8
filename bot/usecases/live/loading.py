"""The meeting that somebody means while one is held, with its minutes, and whose it is to lead it through."""

from dataclasses import dataclass

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.not_held import not_held
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.refusal import Offer, Refusal
from bot.domain.live.actions import StartMeeting
from bot.domain.live.rules import ends_by_itself
from bot.domain.live.state import Live
from bot.domain.meetings.standing_in import acts_for
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.minutes.records import Record, load
from bot.usecases.rights import is_secretariat
from storage import live as store


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting as it is held, with its minutes."""

    record: Record
    live: Live

    @property
    def meeting(self) -> Meeting:
        """The meeting itself."""
        return self.record.meeting

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """What is gone through."""
        return self.record.items


async def meant(desk: Desk, named: str | None) -> Meeting:
    """The meeting that is named, else the one that is held, else today's; else the next; a Refusal where none is."""
    if named is not None:
        return meeting_meant(desk, named)
    held = await store.held_now(desk.conn, desk.forum.id)
    if held is not None and (found := desk.forum.meeting(held)) is not None:
        return found
    last = desk.last_meeting()
    if last is not None and (last.day == desk.today or desk.now < ends_by_itself(last)):
        return last
    following = desk.next_meeting()
    gone = desk.forum.cancelled_on(desk.today)
    if gone is not None and (following is None or following.day != desk.today):
        raise not_held(desk.forum, gone.id, following)
    return desk.meeting(None)


async def held(desk: Desk, named: str | None) -> Held:
    """That meeting as it is held or was, unnamed also the latest; Refusal "live_not_begun" with the way to begin."""
    record = await load(desk, await meant(desk, named))
    last = desk.last_meeting()
    if record.live is None and named is None and last is not None and last != record.meeting:
        earlier = await load(desk, last)
        record = record if earlier.live is None else earlier
    if record.live is None:
        start = StartMeeting(forum=desk.forum.id, meeting=record.meeting.id)
        raise Refusal("live_not_begun", offer=Offer("minutes.btn.live", start))
    return Held(record=record, live=record.live)


def require_leading(desk: Desk, person: str, meeting: Meeting) -> None:
    """Refusal("no_rights") unless the person serves the forum or leads the meeting, or stands in for one who does."""
    if not may_lead(desk, person, meeting):
        raise no_rights(desk.forum, desk.today)


def may_lead(desk: Desk, person: str, meeting: Meeting) -> bool:
    """Whether the person takes the meeting through its agenda."""
    leaders = settings.meeting_leaders(desk.forum, meeting)
    return is_secretariat(desk, person) or bool(acts_for(desk.forum, meeting, person, leaders, desk.today))
