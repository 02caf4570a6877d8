"""What is coming and what one can ask for: help, meetings, deadlines; nothing here changes anything."""

from collections.abc import Iterable, Iterator

from bot.domain.approval.clearance import chosen_deadline
from bot.domain.forum.serving import lacks_chair
from bot.domain.kernel import settings
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from bot.domain.meetings.standing_in import stand_in
from bot.domain.minutes.rules import is_sent
from bot.domain.proposals.proposers import may_propose
from bot.usecases.agenda.views import host_of
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from cards.forum.remarks import chair_to_come
from cards.kit.elements import Card
from cards.kit.words import say
from cards.meetings import cards
from cards.meetings.cards import Coming, Dated
from storage import agenda as agendas
from storage import minutes


async def show_meetings(desk: Desk, actor: str, action: ShowMeetings) -> Card:
    """The meetings to come with their hosts and leaders, and how often the charter wants them."""
    may_plan = desk.forum.is_in_force(desk.today) and (desk.is_overheard or is_secretariat(desk, actor))
    coming = coming_views(desk, desk.meetings_to_come(), may_plan=may_plan)
    frequency = desk.forum.charter.meetings.min_per_year
    return cards.meetings(desk.forum.id, desk.forum.name, coming, frequency, may_plan=may_plan)


async def show_deadlines(desk: Desk, actor: str, action: ShowDeadlines) -> Card:
    """The next meeting's deadlines with where each comes from, and the minutes still owed of the last one."""
    meeting, older = desk.next_meeting(), await _owed(desk)
    proposes = desk.is_overheard or may_propose(desk.forum, actor, desk.today)
    if meeting is not None:
        dated = _dated(desk, meeting)
        return cards.deadlines(desk.forum.id, meeting, desk.today, dated, older=older, proposes=proposes)
    if older is None:
        raise Refusal("no_meeting", forum=desk.forum.name)
    held, owed = older
    return cards.deadlines(desk.forum.id, held, desk.today, [owed], proposes=proposes)


def coming_views(desk: Desk, every: Iterable[Meeting], *, may_plan: bool) -> list[Coming]:
    """Those meetings with their hosts and leaders, and whether who reads it may change them."""
    return [_coming(desk, each, may_plan=may_plan) for each in every]


def _coming(desk: Desk, meeting: Meeting, *, may_plan: bool) -> Coming:
    leaders = settings.meeting_leaders(desk.forum, meeting)
    return Coming(
        meeting=meeting,
        host=host_of(desk, meeting),
        leaders=[_with_stand_in(desk, meeting, each) for each in leaders],
        to_come=chair_to_come(desk.forum.charter) if lacks_chair(desk.forum) else None,
        may_change=may_plan and desk.now < meeting.starts,
    )


def _with_stand_in(desk: Desk, meeting: Meeting, leader: str) -> str:
    """The leader's name, with whoever comes in their place."""
    other = stand_in(desk.forum, leader, meeting, meeting.day)
    name = desk.name_of(leader)
    return name if other is None else say("who_comes.stands_in", navn=desk.name_of(other), hvem=name)


def _dated(desk: Desk, meeting: Meeting) -> list[Dated]:
    """In the order they fall."""
    days, charter = desk.timetable(meeting), desk.forum.charter_on(meeting.day)
    return [
        _named(desk, "deadlines.proposals", days.proposals, "proposal_deadline_days_before"),
        _named(desk, "deadlines.draft", days.draft, "draft_to_approvers_days_before"),
        _named(
            desk, "deadlines.answers", days.answers, "answer_days_before", charter.agenda_approval.deadline_days_before
        ),
        *_clearance(desk, meeting),
        _named(desk, "deadlines.dispatch", days.dispatch, "dispatch_days_before", charter.agenda.dispatch_days_before),
        _minutes(desk, meeting),
    ]


def _clearance(desk: Desk, meeting: Meeting) -> Iterator[Dated]:
    """Where the forum chose a time for it: else the chairs' own is all that organisations are told."""
    if (deadline := chosen_deadline(desk.forum, meeting, desk.calendar)) is not None:
        yield _named(desk, "deadlines.clearance", deadline, "clearance_days_before")


def _minutes(desk: Desk, meeting: Meeting) -> Dated:
    settled = desk.forum.charter_on(meeting.day).minutes.dispatch_days_after
    return _named(desk, "deadlines.minutes", desk.timetable(meeting).minutes, "minutes_days_after", settled)


def _named(
    desk: Desk, name: str, deadline: Deadline | None, choice: str, provision: Provision[int] | None = None
) -> Dated:
    chosen = desk.forum.chosen(choice)
    return Dated(name=name, deadline=deadline, provision=provision, choice=chosen)


async def _owed(desk: Desk) -> tuple[Meeting, Dated] | None:
    """The last meeting that has ended, while its minutes are not sent and have a deadline."""
    held = desk.last_ended()
    if held is None:
        return None
    owed = _minutes(desk, held)
    if owed.deadline is None or is_sent(await minutes.get(desk.conn, desk.forum.id, held.id)):
        return None
    if desk.today > owed.deadline.day and await agendas.get(desk.conn, desk.forum.id, held.id) is None:
        return None  # it was held before the forum came here
    return held, owed
