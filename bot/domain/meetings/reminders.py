"""Which reminders a meeting calls for before it is held, when each is due, and until when it is of use."""

from collections.abc import Iterator
from datetime import tzinfo

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.deadlines import Timetable, ends, meeting_reminder, proposal_reminder
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.reminder import Reminder
from bot.domain.meetings.notices import MeetingNotice


def reminders(
    meeting: Meeting, timetable: Timetable, calendar: Calendar, tz: tzinfo
) -> Iterator[Reminder[MeetingNotice]]:
    """Every reminder ahead of a meeting; of a deadline that nobody settled there is none."""
    if timetable.proposals is not None:
        day = proposal_reminder(timetable.proposals, calendar)
        until = ends(timetable.proposals, tz)
        yield Reminder(kind=MeetingNotice.PROPOSAL_DEADLINE, about="", at=calendar.opens(day, tz), until=until)
    day = meeting_reminder(meeting.day, calendar)
    yield Reminder(kind=MeetingNotice.MEETING, about="", at=calendar.opens(day, tz), until=meeting.starts)
