"""What is coming and what one can ask for: help, meetings, deadlines; nothing here changes anything."""

from bot.domain import actions as do
from bot.domain import settings
from bot.domain.charter import Provision
from bot.domain.deadlines import Deadline
from bot.domain.meeting import Meeting
from bot.domain.minute_taking import is_sent
from bot.domain.refusal import Refusal
from bot.usecases.desk import Desk
from bot.usecases.drafts import host_of
from bot.usecases.sight import is_secretariat
from cards import overview as cards
from cards.elements import Card
from cards.overview import Coming, Dated
from storage import agendas, minutes


async def show_help(desk: Desk, actor: str, action: do.ShowHelp) -> Card:
    """The commands, with those for the secretariat and for approvers only to them."""
    meeting = desk.next_meeting()
    asked = settings.approvers(desk.forum, meeting) if meeting else ()
    return cards.show_help(desk.forum.id, writes=is_secretariat(desk, actor), approves=actor in asked)


async def not_understood(desk: Desk, actor: str, action: do.NotUnderstood) -> Card:
    """A sentence that was no command, with the nearest one."""
    return cards.not_understood(desk.forum.id, action.nearest)


async def show_meetings(desk: Desk, actor: str, action: do.ShowMeetings) -> Card:
    """The meetings to come with their hosts and leaders, and how often the charter wants them."""
    coming = [_coming(desk, meeting) for meeting in desk.forum.meetings if meeting.ends > desk.now]
    frequency = desk.forum.charter.min_meetings_per_year
    return cards.meetings(desk.forum.id, desk.forum.name, coming, frequency, desk.forum.timezone)


async def show_deadlines(desk: Desk, actor: str, action: do.ShowDeadlines) -> Card:
    """The next meeting's deadlines with where each comes from, and the minutes still owed of the last one."""
    meeting, older = desk.next_meeting(), await _owed(desk)
    if meeting is not None:
        return cards.deadlines(desk.forum.id, meeting, desk.today, _dated(desk, meeting), older=older)
    if older is None:
        raise Refusal("no_meeting", forum=desk.forum.name)
    held, owed = older
    return cards.deadlines(desk.forum.id, held, desk.today, [owed])


def _coming(desk: Desk, meeting: Meeting) -> Coming:
    leaders = settings.meeting_leaders(desk.forum, meeting)
    return Coming(meeting=meeting, host=host_of(desk, meeting), leaders=[desk.name_of(each) for each in leaders])


def _dated(desk: Desk, meeting: Meeting) -> list[Dated]:
    """In the order they fall."""
    days, charter = desk.timetable(meeting), desk.forum.charter
    return [
        _named(desk, "deadlines.proposals", days.proposals, "proposal_deadline_days_before"),
        _named(desk, "deadlines.draft", days.draft, "draft_to_approvers_days_before"),
        _named(desk, "deadlines.answers", days.answers, "answer_days_before"),
        _named(desk, "deadlines.dispatch", days.dispatch, "dispatch_days_before", charter.dispatch_days_before),
        _minutes(desk, meeting),
    ]


def _minutes(desk: Desk, meeting: Meeting) -> Dated:
    settled = desk.forum.charter.minutes_days_after
    return _named(desk, "deadlines.minutes", desk.timetable(meeting).minutes, "minutes_days_after", settled)


def _named(
    desk: Desk, name: str, deadline: Deadline | None, choice: str, provision: Provision[int] | None = None
) -> Dated:
    chosen = desk.forum.choices.get(choice)
    return Dated(name=name, deadline=deadline, provision=provision, choice=chosen)


async def _owed(desk: Desk) -> tuple[Meeting, Dated] | None:
    """The last meeting that has ended, while its minutes are not sent and have a deadline."""
    ended = [meeting for meeting in desk.forum.meetings if meeting.ends <= desk.now]
    if not ended:
        return None
    held = ended[-1]
    owed = _minutes(desk, held)
    if owed.deadline is None or is_sent(await minutes.get(desk.conn, desk.forum.id, held.id)):
        return None
    if desk.today > owed.deadline.day and await agendas.get(desk.conn, desk.forum.id, held.id) is None:
        return None  # it was held before the forum came here
    return held, owed
