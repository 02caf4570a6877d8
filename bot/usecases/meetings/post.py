"""A meeting's post as it should read now: all that on it follows the clock is a deadline that is near."""

from bot.domain.agenda.state import Agenda
from bot.domain.kernel.deadlines import Deadline, proposal_reminder
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.rules import is_sent
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.agenda.views import draft_of, guests_on, host_of
from bot.usecases.composition.away import away_lines
from bot.usecases.composition.views import doctors_words
from bot.usecases.desk import Desk
from bot.usecases.made_public import documents, public_view, standings_of
from bot.usecases.meetings.how_it_stands import UNTREATED, agenda_words, minutes_words, proposals_words
from bot.usecases.proposals.places import place_on
from bot.usecases.proposals.views import view_of
from cards.kit.words import say
from cards.live.times import held_words
from cards.meetings.attending import away_words
from cards.meetings.post import Post
from cards.publication.line import post_words
from cards.publication.view import PaperView
from storage import approval as approvals
from storage import live as live_meetings
from storage import minutes, proposals


async def post_of(desk: Desk, meeting: Meeting) -> Post:
    """How things stand, as the whole channel may see it."""
    agenda = await draft_of(desk, meeting)
    every = await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id)
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id) if agenda.sent_at is None else None
    written = await minutes.get(desk.conn, desk.forum.id, meeting.id)
    live = await live_meetings.get(desk.conn, desk.forum.id, meeting.id)
    ended = None if written is None else written.attendance.ended_at
    newest = next((each for each in reversed(every) if each.status is ProposalStatus.RECEIVED), None)
    has_minutes = written is not None and written.status is not MinutesStatus.DRAFT
    rest = (each for each in every if each is not newest and not (agenda.sent and place_on(desk, each, agenda).item))
    public = await _public(desk, meeting, agenda, written)
    return Post(
        meeting=meeting,
        host=host_of(desk, meeting),
        standing={
            say("post.proposals"): proposals_words(desk, meeting, every, is_sent=agenda.sent is not None),
            say("post.agenda"): agenda_words(desk, meeting, agenda, current),
            say("live.post.name"): None if live is None else held_words(live, ended, meeting, desk.forum.timezone),
            say("post.minutes"): minutes_words(desk, meeting, written, is_sent=agenda.sent is not None),
            say("publication.title"): post_words(public),
            say("composition.plo"): await doctors_words(desk, meeting),
            say("composition.guests"): await guests_on(desk, meeting, agenda.current),
            say("post.absences"): await _away(desk, meeting),
        },
        newest=None if newest is None else view_of(desk, newest),
        others=[view_of(desk, each) for each in sorted(rest, key=_by_need)],
        takes_proposals=agenda.sent is None,
        takes_absences=live is None and not has_minutes,
        may_start=agenda.sent is not None and live is None and not is_sent(written),
        forum_name=desk.forum.name,
        closing=_closing(desk, meeting) if agenda.sent is None else None,
        has_minutes=has_minutes,
        public=public,
    )


async def _public(desk: Desk, meeting: Meeting, agenda: Agenda, written: Minutes | None) -> list[PaperView]:
    """How its papers stand with the public."""
    every = await standings_of(desk, meeting, documents(desk, agenda, written))
    return [public_view(desk, meeting, each) for each in every]


def _closing(desk: Desk, meeting: Meeting) -> Deadline | None:
    """The proposal deadline, from the day on which it is called to mind until it has passed."""
    deadline = desk.timetable(meeting).proposals
    if deadline is None or desk.today > deadline.day:
        return None
    return deadline if desk.today >= proposal_reminder(deadline, desk.calendar) else None


async def _away(desk: Desk, meeting: Meeting) -> str | None:
    """Nothing where nobody is away."""
    away = await away_lines(desk, meeting)
    return away_words(away) if away else None


def _by_need(proposal: Proposal) -> tuple[bool, int]:
    """What waits for somebody first, the newest first."""
    return proposal.status not in UNTREATED, -proposal.id
