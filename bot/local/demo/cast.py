"""Who plays in a story of any forum: who serves it, who leads its meeting, and who else can speak."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.kernel import settings
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Role
from bot.usecases.days import calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of one meeting, by their ids; those without an account play no part."""

    forum: Forum
    meeting: Meeting
    serving: tuple[str, ...]
    leading: tuple[str, ...]
    members: tuple[str, ...]

    def day(self, days: int, at: str) -> str:
        """So many days after (before, where negative) the meeting, as the stage's clock wants it."""
        return f"{self.meeting.day + timedelta(days=days)}T{at}"

    def working_day_before(self, at: str) -> str:
        """The last day before the meeting on which people are at work."""
        return f"{calendar(self.forum).working_day_before(self.meeting.day)}T{at}"

    def of(self, kind: str) -> str:
        """The first who speaks for an organisation of that kind."""
        ids = {each.id for each in self.forum.organisations if each.kind == kind}
        return next(seat.person for seat in self.forum.seats if seat.organisation in ids)


def cast_of(forum: Forum) -> Cast:
    """The cast of the forum's first meeting."""
    meeting = forum.meetings[0]
    serving, leading = settings.secretariat(forum, meeting.day), settings.meeting_leaders(forum, meeting)
    reached = {person.id for person in forum.people if person.identities}
    seated = (seat.person for seat in forum.seats if _speaks(forum, seat.person, meeting.day))
    return Cast(
        forum=forum,
        meeting=meeting,
        serving=serving,
        leading=leading,
        members=tuple(each for each in dict.fromkeys(seated) if each in reached and each not in (*serving, *leading)),
    )


def _speaks(forum: Forum, person: str, day: date) -> bool:
    """Whether the person has a seat of their own, and does not only serve or sit in for somebody."""
    return any(
        seat.roles - {Role.SECRETARIAT, Role.COORDINATOR} and seat.substitute_for is None
        for seat in forum.seats_of(person, day)
    )
