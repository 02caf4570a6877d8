"""»Ryk«: the secretariat sees who owes an answer and what they have had, and reminds them once more by one button."""

from collections.abc import AsyncIterator

from bot.domain.approval.clearance import asked_organisations, standing, times_reopened
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.rules import missing
from bot.domain.approval.seats import answerer
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.standing_in import acting
from bot.domain.minutes.state import MinutesStatus
from bot.domain.notices import notice_kind
from bot.domain.reach.actions import Nudge, ShowNudge
from bot.domain.reach.notices import ReachNotice
from bot.domain.reach.nudging import MARK, Matter, Owing, Reminded, Round, may_nudge, next_day, reminded_by
from bot.usecases.agenda.views import is_sent
from bot.usecases.approval.asking import answering
from bot.usecases.approval.clearance_views import is_over
from bot.usecases.approval.views import rounds_ahead
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.meant import meeting_meant
from bot.usecases.minutes.records import load
from bot.usecases.minutes.views import waiting
from bot.usecases.rights import require_secretariat
from cards.kit.elements import Card
from cards.kit.words import listing, medium_date_time, say
from cards.reach import nudge as cards
from storage import clearance as clearances
from storage.outbox import standing as outbox

_KINDS = (ApprovalNotice.MISSING, ApprovalNotice.CLEARANCE_MISSING, ReachNotice.MINUTES)


async def show(desk: Desk, actor: str, action: ShowNudge) -> Card:
    """Who would get it, what it says, and who already got one when."""
    require_secretariat(desk, actor)
    return _card(desk, await _meant(desk, action.meeting))


async def nudge(desk: WritingDesk, actor: str, action: Nudge) -> Card:
    """Remind those who owe an answer by now, but for whom that was done lately."""
    require_secretariat(desk, actor)
    this = await _meant(desk, action.meeting)
    due = [owed for owed, had in this.owing if _may(desk, had)]
    if not due:
        raise _lately(desk, this)
    for each in due:
        await _remind(desk, this.meeting, each)
    people = list(dict.fromkeys(each.person for each in due))
    await desk.log(
        actor, "reach.nudged", meeting=this.meeting.id, matter=this.matter.value, number=this.number, people=people
    )
    key = "nudge.done" if desk.calendar.is_open(desk.now) else "nudge.done.later"
    outcome = say(key, navne=listing(map(desk.name_of, people)))
    return _card(desk, await _meant(desk, this.meeting.id), outcome=outcome)


async def _remind(desk: WritingDesk, meeting: Meeting, owed: Owing) -> None:
    """It leaves at once while people are at work, and unless they answer before."""
    kind, subject = notice_kind(owed.kind), {**owed.subject, MARK: True}
    about = (*owed.about, "ryk")
    await desk.remind(kind, *about, at=desk.now, meeting=meeting.id, recipient=owed.person, **subject)


async def of_minutes(desk: Desk, notice: Notice) -> Card | Stale:
    """To one who is to approve minutes, if they still are."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if notice.recipient not in {each.person for each in await _owing_minutes(desk, meeting)}:
        return Stale(say("stale.minutes_answered"))
    return cards.minutes(desk.forum.id, meeting, desk.called(notice))


async def _meant(desk: Desk, named: str | None) -> Round:
    """The first round in which answers are missing, of that meeting where one is named; Refusal("nobody_to_nudge")."""
    only = None if named is None else meeting_meant(desk, named, looks_back=False)
    async for this in _rounds(desk, only):
        if this.owing:
            return this
    raise Refusal("nobody_to_nudge")


async def _rounds(desk: Desk, only: Meeting | None) -> AsyncIterator[Round]:
    """Each that is open, of agendas first."""
    async for meeting, current in rounds_ahead(desk):
        if only in (None, meeting) and not await is_sent(desk, meeting.id):
            owing = await _owing_agenda(desk, meeting, current)
            yield await _round(desk, Matter.AGENDA, meeting, current.version, owing)
    held = only or desk.last_meeting()
    if held is not None:
        yield await _round(desk, Matter.MINUTES, held, 0, await _owing_minutes(desk, held))


async def _round(desk: Desk, matter: Matter, meeting: Meeting, number: int, owing: tuple[Owing, ...]) -> Round:
    sent = await outbox.of_meeting(desk.conn, desk.forum.id, meeting.id, _KINDS) if owing else ()
    with_theirs = tuple((each, reminded_by(each, sent)) for each in owing)
    return Round(matter=matter, meeting=meeting, number=number, owing=with_theirs)


async def _owing_agenda(desk: Desk, meeting: Meeting, current: ApprovalRound) -> tuple[Owing, ...]:
    """Whose approval is missing, and who answers for an organisation that has not cleared it."""
    if current.mode is not Mode.APPROVE or desk.now >= meeting.starts:
        return ()
    people = dict.fromkeys(answerer(current, each) for each in missing(current))
    number = {"round": current.number}
    asked = [
        Owing(person=person, kind=ApprovalNotice.MISSING, about=(current.number,), subject=number)
        for person in (people if current.standpoint is Standpoint.OPEN else ())
    ]
    return (*asked, *await _owing_clearance(desk, meeting, current))


async def _owing_clearance(desk: Desk, meeting: Meeting, current: ApprovalRound) -> tuple[Owing, ...]:
    asked = asked_organisations(desk.forum, current)
    if not asked or await is_over(desk, meeting):
        return ()
    given = await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id)
    silent = [(each, times_reopened(given, each.id)) for each in asked if each.id not in standing(given)]
    return tuple(
        Owing(
            person=person,
            kind=ApprovalNotice.CLEARANCE_MISSING,
            about=(each.id, times),
            subject={"organisation": each.id, "times": times},
        )
        for each, times in silent
        for person in answering(desk, each)
    )


async def _owing_minutes(desk: Desk, meeting: Meeting) -> tuple[Owing, ...]:
    record = await load(desk, meeting)
    if record.minutes.status is not MinutesStatus.FOR_APPROVAL:
        return ()
    people = dict.fromkeys(acting(desk.forum, meeting, waiting(desk, record), desk.today))
    return tuple(Owing(person=each, kind=ReachNotice.MINUTES, about=(), subject={}) for each in people)


def _may(desk: Desk, had: Reminded) -> bool:
    return may_nudge(had, desk.today, desk.calendar, desk.forum.timezone)


def _lately(desk: Desk, this: Round) -> Refusal:
    last = max(had.nudged for _, had in this.owing if had.nudged is not None)
    first = min(
        next_day(had.nudged, desk.calendar, desk.forum.timezone) for _, had in this.owing if had.nudged is not None
    )
    return Refusal("nudged_lately", sidst=last.astimezone(desk.forum.timezone), naeste=first)


def _card(desk: Desk, this: Round, *, outcome: str | None = None) -> Card:
    lines = [cards.Line(name=desk.name_of(owed.person), had=_had(desk, had)) for owed, had in this.owing]
    return cards.preview(
        desk.forum.id,
        this,
        lines,
        may_send=outcome is None and any(_may(desk, had) for _, had in this.owing),
        outcome=outcome,
    )


def _had(desk: Desk, had: Reminded) -> str:
    zone = desk.forum.timezone
    if had.nudged is not None and not _may(desk, had):
        return cards.lately(had.nudged, next_day(had.nudged, desk.calendar, zone), zone)
    if had.last is None:
        return say("nudge.line.never")
    return say("nudge.line.reminded", tidspunkt=medium_date_time(had.last, zone))
