"""The sent agenda that somebody means, with its supplements; a Refusal says what to do where there is none."""

from dataclasses import dataclass

from bot.domain.agenda.state import Agenda
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.supplements.state import Supplement
from bot.usecases.agenda.views import draft_of, is_sent
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from storage import supplements as store


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A meeting whose agenda was sent, the agenda as it is by now, and its supplements."""

    meeting: Meeting
    agenda: Agenda
    supplements: tuple[Supplement, ...]

    @property
    def in_hand(self) -> Supplement:
        """The supplement in preparation; a blank one where none is begun."""
        last = next(iter(self.supplements[-1:]), None)
        if last is not None and last.sent_at is None:
            return last
        return Supplement(forum=self.meeting.forum, meeting=self.meeting.id, number=len(self.supplements) + 1)

    @property
    def last_sent(self) -> Supplement | None:
        """The latest that was sent, or None."""
        return next((each for each in reversed(self.supplements) if each.sent_at is not None), None)

    def numbered(self, number: object) -> Supplement | None:
        """The supplement of that number, or None."""
        return next((each for each in self.supplements if each.number == number), None)


async def meant(desk: Desk, named: str | None) -> Meeting:
    """The meeting by its id or day; unnamed, the first ahead whose agenda was sent, else the next."""
    if named is not None:
        return meeting_meant(desk, named)
    for each in desk.meetings_ahead():
        if await is_sent(desk, each.id):
            return each
    return desk.meeting(None)


async def sent(desk: Desk, named: str | None) -> Sent:
    """What was sent; Refusal("supplement_before") where nothing was."""
    meeting = await meant(desk, named)
    agenda = await draft_of(desk, meeting)
    if agenda.sent is None:
        raise Refusal("supplement_before", moede_dato=meeting.day)
    return await of(desk, meeting, agenda)


async def ahead(desk: Desk, named: str | None) -> Sent:
    """The same while anything can still be done about it; Refusal("supplement_begun")."""
    found = await sent(desk, named)
    if desk.now >= found.meeting.starts:
        raise Refusal("supplement_begun", moede_dato=found.meeting.day)
    return found


async def of(desk: Desk, meeting: Meeting, agenda: Agenda) -> Sent:
    """The agenda that was just read with its supplements."""
    return Sent(
        meeting=meeting, agenda=agenda, supplements=await store.of_meeting(desk.conn, desk.forum.id, meeting.id)
    )
