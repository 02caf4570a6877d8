"""Who is asked in the place of those who are away: handed over and back as that changes, each told once in person."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.domain.approval.mending import Step, What
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.seats import owes
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.forum.accounts import accounts
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.standing_in import answerers
from bot.usecases.agenda.views import is_sent
from bot.usecases.approval import reminders
from bot.usecases.approval.steps import fact_of
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.words import say
from storage import approval as approvals
from storage.outbox import notices

_PAST = frozenset({Standpoint.SUPERSEDED, Standpoint.WITHDRAWN})


def with_stand_ins(desk: Desk, meeting: Meeting, current: ApprovalRound) -> ApprovalRound:
    """The round as it is asked today: in whose place somebody else is, and from which accounts those may answer."""
    found = answerers(desk.forum, meeting, current.approvers, desk.today)
    known = {each: accounts(desk.forum, each) for each in found.values() if each not in current.accounts}
    return replace(current, stand_ins=found, accounts={**current.accounts, **known})


async def hand_over(desk: WritingDesk, meeting: Meeting, actor: str | None = None) -> None:
    """Let the meeting's round ask those who stand in by now, and nobody in whose place they do.

    `actor` is who said that somebody is away or back; nobody where it follows from the day or from the forum.
    """
    current = await _under_way(desk, meeting)
    if current is None or fits(desk, meeting, current):
        return
    after = with_stand_ins(desk, meeting, current)
    await approvals.put(desk.conn, after)
    await desk.log(actor, "agenda.stands_in", meeting=meeting.id, round=after.number, stand_ins=dict(after.stand_ins))
    await reminders.tell(desk, after)
    if after.standpoint is Standpoint.OPEN:
        await _ask_anew(desk, meeting, current, after)


def fits(desk: Desk, meeting: Meeting, current: ApprovalRound) -> bool:
    """Whether the round asks those who stand in today."""
    return with_stand_ins(desk, meeting, current).stand_ins == current.stand_ins


async def _under_way(desk: Desk, meeting: Meeting) -> ApprovalRound | None:
    if desk.now >= meeting.starts:
        return None
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    is_any = current is not None and current.standpoint not in _PAST
    return current if is_any and not await is_sent(desk, meeting.id) else None


async def _ask_anew(desk: WritingDesk, meeting: Meeting, before: ApprovalRound, after: ApprovalRound) -> None:
    """Whoever owes an answer from now on hears it with the request, and whoever owes none any more hears that."""
    touched = {*_changed(before.stand_ins, after.stand_ins), *_changed(after.stand_ins, before.stand_ins)}
    touched |= {person for person in before.stand_ins if person not in after.stand_ins}
    touched |= {person for person in after.stand_ins if person not in before.stand_ins}
    released = [each for each in touched if owes(before, each) and not owes(after, each)]
    asked = sorted(each for each in touched if owes(after, each) and not owes(before, each))
    await _unsay(desk, meeting, ApprovalNotice.MISSING, released)
    await _unsay(desk, meeting, ApprovalNotice.CHANGED, (*released, *asked))
    await reminders.plan(desk, meeting, after)
    await reminders.refresh(desk, meeting)
    about = after.number, desk.now.isoformat()
    await desk.tell_each(asked, ApprovalNotice.MISSING, *about, meeting=meeting.id, round=after.number, is_new=True)
    stood_in = [each for each in sorted(released) if each not in after.stand_ins]
    step = fact_of(Step(what=What.RELEASED, people=tuple(stood_in)))
    await desk.tell_each(_seated(desk, stood_in), ApprovalNotice.CHANGED, *about, meeting=meeting.id, step=step)


async def _unsay(desk: WritingDesk, meeting: Meeting, kind: ApprovalNotice, people: Iterable[str]) -> None:
    """What still waits to be said to them of whether they are to answer holds no more."""
    for person in people:
        reason = say("approval.reason.stood_in")
        await notices.cancel(desk.conn, desk.forum.id, meeting.id, kind, reason=reason, recipient=person)


def _changed(of: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    """Who is asked in somebody's place here and not there."""
    return {each for person, each in of.items() if other.get(person) != each}


def _seated(desk: Desk, people: Iterable[str]) -> list[str]:
    return [each for each in people if any(desk.forum.seats_of(each, desk.today))]
