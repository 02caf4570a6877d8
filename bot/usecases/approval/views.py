"""A round of approval as somebody may see it at this moment: what is asked, what was answered, what may be done."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime

from bot.domain.agenda.changes import Change, changes
from bot.domain.agenda.state import Agenda, AgendaVersion
from bot.domain.approval import rules as approving
from bot.domain.approval.actions import Respond, TakeBack
from bot.domain.approval.dispatch import answer_deadline, dispatch_moment, is_heard, obstacle
from bot.domain.approval.seats import seats_of, taken_over
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.approval.versions import seen_last, sent_back_by
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.standing_in import is_administrative_for
from bot.usecases.agenda.left_out import left_out
from bot.usecases.agenda.unread import seen_changes
from bot.usecases.agenda.views import is_sent, seen_items
from bot.usecases.approval.answer_accounts import doubts, told_accounts
from bot.usecases.approval.clearance_views import cleared_of, unasked_of
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from cards.approval import cards
from cards.approval.endorsed import of_approval
from cards.approval.standing import Request
from cards.kit.elements import Card
from cards.kit.words import listing, say
from storage import agenda as agendas
from storage import approval as approvals


async def in_question(desk: Desk, meeting: str | None) -> tuple[Meeting, ApprovalRound]:
    """The newest round of that meeting, or of the first one ahead whose agenda has not left; Refusal("no_round")."""
    if meeting is not None:
        found = desk.meeting(meeting)
        current = await approvals.newest(desk.conn, desk.forum.id, found.id)
        if current is None:
            raise Refusal("no_round")
        return found, current
    ahead = [each async for each in rounds_ahead(desk)]
    unsent = [each for each in ahead if not await is_sent(desk, each[0].id)]
    if not ahead:
        raise Refusal("no_round")
    return (unsent or ahead)[0]


async def rounds_ahead(desk: Desk) -> AsyncIterator[tuple[Meeting, ApprovalRound]]:
    """Each coming meeting that has a round, with the newest of them."""
    for meeting in desk.meetings_ahead():
        current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
        if current is not None:
            yield meeting, current


async def circulated(desk: Desk, meeting: Meeting) -> Agenda:
    """The agenda that a round is about, as it is stored; LookupError where the records do not hold it."""
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if agenda is None:
        raise LookupError(f"{desk.forum.id}/{meeting.id} has no agenda")
    return agenda


async def request_of(
    desk: Desk,
    actor: str | None,
    meeting: Meeting,
    approval: ApprovalRound,
    agenda: Agenda | None = None,
    *,
    again: bool = False,
) -> Request:
    """What the reader may see of the round; without an actor, what stands on the card that everybody shares.

    `agenda` was just read; `again`, that who has answered would answer otherwise.
    """
    agenda = agenda or await circulated(desk, meeting)
    version = version_of(agenda, approval.version)
    since, sent_back = await _before(desk, actor, approval)
    offered, changeable_until = _ways_to_answer(desk, actor, meeting, approval, agenda, again=again)
    asked = Request(
        forum_name=desk.forum.name,
        meeting=meeting,
        approval=approval,
        names=_names(desk, approval, sent_back),
        items=await seen_items(desk, actor, meeting, version.items),
        changes=() if since is None else _changes(desk, actor, meeting, agenda, since, approval.version),
        since=since,
        sent_back=sent_back,
        left_out=await left_out(desk, actor, meeting, agenda, version),
        offered=offered,
        own=_own(approval, actor),
        changeable_until=changeable_until,
        may_send_unapproved=may_send_unapproved(desk, actor, agenda, approval),
        may_send_now=may_send_now(desk, actor, meeting, agenda, approval),
        may_nudge=agenda.sent_at is None and is_secretariat(desk, actor) and is_owed(desk, meeting, approval),
        shows_remarks=not desk.is_overheard and is_secretariat(desk, actor),
        leaves_at=leaves_at(desk, meeting),
        sent_at=agenda.sent_at,
    )
    return await _beside_the_answers(desk, actor, asked)


def is_owed(desk: Desk, meeting: Meeting, approval: ApprovalRound) -> bool:
    """Whether somebody owes an answer that can still be given: being consulted obliges nobody."""
    is_open = approval.mode is Mode.APPROVE and approval.standpoint is Standpoint.OPEN
    return is_open and desk.now < meeting.starts and bool(approving.missing(approval))


async def _beside_the_answers(desk: Desk, actor: str | None, asked: Request) -> Request:
    """The request with what stands beside the answers: in whose place, from which accounts, what is cleared at home."""
    approval = asked.approval
    return replace(
        asked,
        answers_for=tuple(each for each in seats_of(approval, actor) if each != actor) if approval.stand_ins else (),
        doubts=doubts(desk, actor, approval),
        told_accounts=told_accounts(desk, actor, approval),
        cleared=await cleared_of(desk, approval),
        unasked=unasked_of(desk, approval),
        endorsed=of_approval(desk.forum) if approval.mode is Mode.APPROVE else "",
        administrative=_administrative(desk, approval),
    )


def round_of(desk: Desk, reader: str, meeting: Meeting, approval: ApprovalRound) -> Request:
    """The round alone, for a word about an answer: nothing is read of the agenda, which such a word does not show."""
    return Request(
        forum_name=desk.forum.name,
        meeting=meeting,
        approval=approval,
        names=_names(desk, approval, ()),
        items=(),
        administrative=_administrative(desk, approval),
        shows_remarks=not desk.is_overheard and is_secretariat(desk, reader),
    )


async def request_card(
    desk: Desk, actor: str, meeting: Meeting, current: ApprovalRound, *above: str, typed: str = ""
) -> Card:
    """The request as that person may see it, below what is said first, and that nobody has got it where that is so."""
    asked = await request_of(desk, actor, meeting, current)
    is_waiting = desk.forum.channel is None and current.standpoint is Standpoint.OPEN
    names = listing(asked.names[person] for person in current.approvers)
    untied = say("approval.untied", version=current.version, forum=desk.forum.id, liste=names)
    return cards.request(asked, above=[*above, untied] if is_waiting else above, typed=typed)


def deadline_of(desk: Desk, meeting: Meeting) -> datetime:
    """The first moment that is too late to answer a request made now."""
    timetable, tz = desk.timetable(meeting), desk.forum.timezone
    return answer_deadline(timetable, moment_of(desk, meeting), meeting.starts, now=desk.now, tz=tz)


def moment_of(desk: Desk, meeting: Meeting) -> datetime | None:
    """When the agenda leaves, or None where nobody settled it."""
    return dispatch_moment(desk.timetable(meeting), desk.calendar, desk.forum.timezone)


async def as_refused(desk: Desk, actor: str, action: Respond | TakeBack) -> Card:
    """The request as it stands now."""
    meeting, current = await in_question(desk, action.meeting)
    again = isinstance(action, Respond) or bool(action.words)
    asked = await request_of(desk, actor, meeting, current, again=again)
    return cards.request(asked, typed="" if desk.is_overheard else action.words)


def version_of(agenda: Agenda, number: int) -> AgendaVersion:
    """The version that a round is about; LookupError where the records do not hold it."""
    version = agenda.version(number)
    if version is None:
        raise LookupError(f"{agenda.forum}/{agenda.meeting} has no version {number}")
    return version


def leaves_at(desk: Desk, meeting: Meeting) -> datetime | None:
    """The dispatch that is still ahead."""
    moment = moment_of(desk, meeting)
    return moment if moment is not None and moment > desk.now else None


def answerable(desk: Desk, meeting: Meeting, agenda: Agenda, approval: ApprovalRound) -> tuple[datetime, bool]:
    """Until when answers may be changed, and whether answering is over altogether."""
    is_over = agenda.sent_version is not None or desk.now >= meeting.starts
    return approving.changeable_until(approval, moment_of(desk, meeting)), is_over


def may_send_unapproved(desk: Desk, actor: str | None, agenda: Agenda, approval: ApprovalRound) -> bool:
    """Whether to offer the secretariat that choice here."""
    if agenda.sent_version is not None or not (desk.is_public or is_secretariat(desk, actor)):
        return False
    if_unanswered, is_the_day = settings.if_unanswered(desk.forum), is_charters_day(desk, approval.meeting)
    return approving.may_send_unapproved(approval, now=desk.now, if_unanswered=if_unanswered, is_the_day=is_the_day)


def is_charters_day(desk: Desk, meeting: str) -> bool:
    """Whether the day has come that the charter sends the agenda on, and the secretariat is asked about it."""
    found = desk.forum.meeting(meeting)
    moment = None if found is None else moment_of(desk, found)
    if moment is None or not settings.asks_on_the_day(desk.forum):
        return False
    return moment <= desk.now and moment.date() == desk.today


def may_send_now(desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, approval: ApprovalRound) -> bool:
    """Whether to offer the secretariat to send it before its day: nothing keeps it back."""
    if desk.is_public or not is_secretariat(desk, actor) or agenda.sent_version is not None:
        return False
    mode = settings.approval_mode(desk.forum)
    is_free = obstacle(agenda, mode, approval) is None and is_heard(mode, approval, desk.now)
    return is_free and desk.now < meeting.starts


def _changes(
    desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, since: int, version: int
) -> tuple[Change, ...]:
    older, newer = (version_of(agenda, number).items for number in (since, version))
    return seen_changes(desk, actor, meeting, changes(older, newer))


async def _before(desk: Desk, actor: str | None, approval: ApprovalRound) -> tuple[int | None, tuple[Response, ...]]:
    """The version that the reader saw last, and who sent back which."""
    rounds = await _rounds_until(desk, approval)
    return seen_last(rounds, actor), sent_back_by(rounds)


async def _rounds_until(desk: Desk, approval: ApprovalRound) -> tuple[ApprovalRound, ...]:
    """The meeting's rounds up to this one, which may not be stored as it stands."""
    return (*await approvals.earlier(desk.conn, desk.forum.id, approval.meeting, approval.number), approval)


def _names(desk: Desk, approval: ApprovalRound, sent_back: tuple[Response, ...]) -> dict[str, str]:
    giving = (each.giver for each in (*approval.responses, *sent_back))
    people = (*approval.approvers, *approval.stand_ins.values(), *(each.person for each in sent_back), *giving)
    return {person: desk.name_of(person) for person in people}


def _administrative(desk: Desk, approval: ApprovalRound) -> frozenset[tuple[str, str]]:
    """Whose answers somebody of an administration gives or gave in a politician's place."""
    given = ((each.person, each.giver) for each in approval.responses if each.given_by is not None)
    pairs = (*approval.stand_ins.items(), *given)
    return frozenset(
        (person, other) for person, other in pairs if is_administrative_for(desk.forum, other, person, desk.today)
    )


def _ways_to_answer(
    desk: Desk, actor: str | None, meeting: Meeting, approval: ApprovalRound, agenda: Agenda, *, again: bool
) -> tuple[frozenset[Verdict], datetime | None]:
    """What the card offers to answer, and until when a given answer can be changed; None where none can."""
    until, is_over = answerable(desk, meeting, agenda, approval)
    own = actor is not None and bool(seats_of(approval, actor)) and (again or not desk.is_overheard)
    current = taken_over(approval, actor) if own and actor is not None else approval
    readers = seats_of(current, actor) if own else _all_seats(desk, actor, approval)
    offered = _offered(current, readers, until, now=desk.now, is_over=is_over, again=again and own)
    may_change = any(_may_change(desk, current, each, until, is_over=is_over) for each in readers)
    return offered, until if may_change else None


def _may_change(desk: Desk, approval: ApprovalRound, person: str, until: datetime, *, is_over: bool) -> bool:
    return approving.may_change(approval, person, now=desk.now, until=until, is_over=is_over)


def _all_seats(desk: Desk, actor: str | None, approval: ApprovalRound) -> tuple[str, ...]:
    """Whose answers a card is for that is not an approver's own: where others read it too, those of all."""
    return approval.approvers if actor is None or desk.is_public else ()


def _own(approval: ApprovalRound, actor: str | None) -> Response | None:
    """The answer that stands for the reader's seats; None while one of them is without."""
    given = approving.answers(approval)
    seats = seats_of(approval, actor)
    return given[seats[0]] if seats and all(each in given for each in seats) else None


def _offered(
    approval: ApprovalRound, readers: tuple[str, ...], until: datetime, *, now: datetime, is_over: bool, again: bool
) -> frozenset[Verdict]:
    """The answers to offer to those who owe one and to whoever would answer otherwise; of one carried over, a no."""
    found = frozenset[Verdict]()
    for person in readers:
        given = approving.open_to(approval, person, now=now, until=until, is_over=is_over)
        is_asked = again or person not in approving.answers(approval)
        found |= given if is_asked else given & {Verdict.OBJECTED}
    return found
