"""A meeting's post as it should read now: nothing on it follows the clock, so it is true until something changes."""

from bot.domain.agenda.state import Agenda
from bot.domain.approval import rules as approving
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import office
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.agenda.views import draft_of, guests_on, host_of
from bot.usecases.composition.away import away_lines
from bot.usecases.composition.views import doctors_words
from bot.usecases.desk import Desk
from bot.usecases.proposals.places import place_on
from bot.usecases.proposals.views import view_of
from cards.kit.words import deadline_words, keyed, medium_date, say, several
from cards.meetings.attending import away_words
from cards.meetings.post import Post
from storage import approval as approvals
from storage import minutes, proposals

_UNTREATED = (ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO, ProposalStatus.POSTPONED)
_AGENDA = keyed(Standpoint, "post.agenda")
_MINUTES = keyed(MinutesStatus, "post.minutes")


async def post_of(desk: Desk, meeting: Meeting) -> Post:
    """How things stand, as the whole channel may see it."""
    agenda = await draft_of(desk, meeting)
    every = await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id)
    written = await minutes.get(desk.conn, desk.forum.id, meeting.id)
    newest = next((each for each in reversed(every) if each.status is ProposalStatus.RECEIVED), None)
    rest = (each for each in every if each is not newest and not (agenda.sent and place_on(desk, each, agenda).item))
    return Post(
        meeting=meeting,
        host=host_of(desk, meeting),
        standing={
            say("post.proposals"): _proposals(desk, meeting, every, agenda),
            say("post.agenda"): await _agenda(desk, meeting, agenda),
            say("post.minutes"): _minutes(desk, meeting, agenda, written),
            say("composition.plo"): await doctors_words(desk, meeting),
            say("composition.guests"): await guests_on(
                desk, meeting, agenda.items if agenda.sent is None else agenda.sent.items
            ),
            say("post.absences"): await _away(desk, meeting),
        },
        newest=None if newest is None else view_of(desk, newest),
        others=[view_of(desk, each) for each in sorted(rest, key=_by_need)],
        takes_proposals=agenda.sent is None,
        has_minutes=written is not None and written.status is not MinutesStatus.DRAFT,
    )


async def _away(desk: Desk, meeting: Meeting) -> str | None:
    """Nothing where nobody is away."""
    away = await away_lines(desk, meeting)
    return away_words(away) if away else None


def _by_need(proposal: Proposal) -> tuple[bool, int]:
    """What waits for somebody first, the newest first."""
    return proposal.status not in _UNTREATED, -proposal.id


def _proposals(desk: Desk, meeting: Meeting, every: tuple[Proposal, ...], agenda: Agenda) -> str | None:
    """How many await the secretariat and, until the agenda is sent, until when more may come."""
    untreated = sum(each.status in _UNTREATED for each in every)
    deadline = desk.timetable(meeting).proposals
    serving = say(office(desk.forum, desk.today))
    told = [say("post.untreated", n=untreated, kontor=serving)] if untreated else []
    if deadline is not None and agenda.sent is None:
        told.append(say("post.proposals.until", frist=deadline_words(deadline)))
    return " ".join(told) or None


async def _agenda(desk: Desk, meeting: Meeting, agenda: Agenda) -> str:
    if agenda.sent_at is not None:
        return say("post.sent", dato=medium_date(agenda.sent_at.astimezone(desk.forum.timezone).date()))
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    own = sum(item.is_own for item in agenda.items)
    draft = several("post.agenda.draft", own) if own else say("post.agenda.empty")
    stands = draft if current is None else _round(current)
    dispatch = desk.timetable(meeting).dispatch
    return stands if dispatch is None else f"{stands} {say('post.agenda.leaves', dag=deadline_words(dispatch))}"


def _round(current: ApprovalRound) -> str:
    is_asked = current.mode is Mode.CONSULT and current.standpoint is Standpoint.OPEN
    key = "post.agenda.consult" if is_asked else _AGENDA[current.standpoint]
    return say(
        key,
        version=current.version,
        svar=len(current.approvers) - len(approving.missing(current)),
        antal=len(current.approvers),
    )


def _minutes(desk: Desk, meeting: Meeting, agenda: Agenda, written: Minutes | None) -> str | None:
    """Until when they are due, from when the agenda is sent; nothing where nobody settled it."""
    status = MinutesStatus.DRAFT if written is None else written.status
    if written is not None and written.sent_at is not None:
        sent_on = medium_date(written.sent_at.astimezone(desk.forum.timezone).date())
        return say(_MINUTES[status], dato=sent_on)
    if status is MinutesStatus.FOR_APPROVAL:
        return say(_MINUTES[status])
    deadline = desk.timetable(meeting).minutes
    is_owed = agenda.sent is not None and deadline is not None
    return say(_MINUTES[status], frist=deadline_words(deadline)) if is_owed and deadline is not None else None
