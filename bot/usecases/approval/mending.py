"""Rounds that are under way when the forum changes around them: mended, told of to whom it concerns, and logged."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.approval import rules as approving
from bot.domain.approval.dispatch import answer_deadline
from bot.domain.approval.mending import WITHDRAWS, Step, What, mendable, mended, reopened, steps, withdrawn
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.approval.succession import successors
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.needed import with_sides
from bot.usecases.agenda.views import is_sent
from bot.usecases.approval import asking, reminders, standing_in
from bot.usecases.approval.steps import fact_of
from bot.usecases.approval.views import deadline_of, moment_of
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.words import say
from storage import agenda as agendas
from storage import approval as approvals

_TO_APPROVERS = WITHDRAWS | {What.RELEASED, What.ONLY_CONSULTED, What.DEADLINE, What.INHERITED}


async def mend(desk: WritingDesk, meeting: Meeting) -> tuple[Step, ...]:
    """Let the meeting's round fit the forum as it is by now; what was done, nothing where it fits."""
    done = await _mend(desk, meeting)
    await standing_in.hand_over(desk, meeting)
    return done


async def _mend(desk: WritingDesk, meeting: Meeting) -> tuple[Step, ...]:
    current = await _under_way(desk, meeting)
    if current is None:
        return ()
    after, mode = _mended(desk, meeting, current), settings.approval_mode(desk.forum)
    if after == current:
        return ()
    done = tuple(steps(current, after, mode))
    await _keep(desk, meeting, current, after, done)
    await _ask(desk, after, [each for step in done if step.what is What.ASKED for each in step.people])
    return done


async def needs_mending(desk: Desk, meeting: Meeting) -> bool:
    """Whether `mend` would do something now."""
    current = await _under_way(desk, meeting)
    if current is None:
        return False
    return _mended(desk, meeting, current) != current or not standing_in.fits(desk, meeting, current)


async def cancel(desk: WritingDesk, meeting: Meeting) -> tuple[Step, ...]:
    """The meeting is not held: nobody need answer any more."""
    current = await _under_way(desk, meeting)
    if current is None or current.standpoint is not Standpoint.OPEN:
        return ()
    done = (Step(what=What.CANCELLED, people=approving.missing(current)),)
    await _keep(desk, meeting, current, withdrawn(current), done)
    return done


async def resume(desk: WritingDesk, meeting: Meeting) -> tuple[Step, ...]:
    """The meeting is held after all: its round goes on with the answers that were given."""
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if current is None or current.standpoint is not Standpoint.WITHDRAWN or await is_sent(desk, meeting.id):
        return ()
    asked = settings.approvers_on(desk.forum, meeting, desk.today)
    after = reopened(_knowing(desk, current, asked), settings.approval_mode(desk.forum), asked)
    if after.standpoint is Standpoint.WITHDRAWN:
        return ()
    after = replace(after, deadline=deadline_of(desk, meeting))
    lacking = approving.missing(after)
    done = (Step(what=What.REOPENED, people=lacking),)
    await _keep(desk, meeting, current, after, done)
    await _ask(desk, after, lacking)
    return done


async def redate(desk: WritingDesk, before: Desk | None, was: Meeting, meeting: Meeting) -> tuple[Step, ...]:
    """Where the forum's dates give another deadline than they did, that holds; `before` None where it is not known."""
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if current is None or current.standpoint in approving.ENDED or await is_sent(desk, meeting.id):
        return ()
    if before is None:
        is_same = was.starts == meeting.starts
    else:
        is_same = _as_opened(before, was, current) == _as_opened(desk, meeting, current)
    until = deadline_of(desk, meeting)
    if is_same or until == current.deadline:
        return ()
    after = replace(current, deadline=until)
    if current.standpoint is not Standpoint.OPEN:  # everybody has answered, or is not waited for
        await approvals.put(desk.conn, after)
        await reminders.tell(desk, after)
        return ()
    done = (Step(what=What.DEADLINE, people=approving.missing(current), until=until),)
    await _keep(desk, meeting, current, after, done)
    return done


async def newly_needed(desk: WritingDesk, before: Mode, meeting: Meeting) -> tuple[Step, ...]:
    """Approval was switched on for an agenda that was begun: nothing starts by itself, but the secretariat hears."""
    mode = settings.approval_mode(desk.forum)
    if mode in (before, Mode.NONE) or desk.now >= meeting.starts:
        return ()
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    is_asked = current is not None and (current.mode is mode or current.standpoint is Standpoint.WITHDRAWN)
    if agenda is None or agenda.sent_version is not None or is_asked:
        return ()
    done = (Step(what=What.NEEDED),)
    await _tell_secretariat(desk, meeting, done)
    return done


async def foreseen(desk: Desk, before: Desk, meeting: Meeting, was: Meeting | None = None) -> tuple[Step, ...] | None:
    """What `mend` and `redate` would do to the meeting's round at this desk; None where no round is under way.

    `was` is the meeting at the desk before, where it is another there.
    """
    current = await _under_way(desk, meeting)
    if current is None:
        return None
    done = list(steps(current, _mended(desk, meeting, current), settings.approval_mode(desk.forum)))
    is_same = _as_opened(before, was or meeting, current) == _as_opened(desk, meeting, current)
    until = deadline_of(desk, meeting)
    if not is_same and until != current.deadline and not any(each.what in WITHDRAWS for each in done):
        done.append(Step(what=What.DEADLINE, people=approving.missing(current), until=until))
    return tuple(done)


async def _under_way(desk: Desk, meeting: Meeting) -> ApprovalRound | None:
    """The meeting's round that is waited for or was sent back, while that is of use."""
    if desk.now >= meeting.starts:
        return None
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    is_any = current is not None and mendable(current)
    return current if is_any and not await is_sent(desk, meeting.id) else None


def _mended(desk: Desk, meeting: Meeting, current: ApprovalRound) -> ApprovalRound:
    asked = settings.approvers_on(desk.forum, meeting, desk.today)
    gone = (each for each in current.approvers if each not in asked)
    new = (each for each in asked if each not in current.approvers)
    knowing = _knowing(desk, current, asked)
    return mended(knowing, settings.approval_mode(desk.forum), asked, successors(desk.forum, gone, new))


def _knowing(desk: Desk, current: ApprovalRound, asked: tuple[str, ...]) -> ApprovalRound:
    """The round with the sides of those who are asked from now on, where its rule goes by sides."""
    return replace(current, rule=with_sides(current.rule, desk.forum, asked, desk.today))


def _as_opened(desk: Desk, meeting: Meeting, current: ApprovalRound) -> datetime:
    """The deadline that a request made when the round was opened would have."""
    timetable, moment = desk.timetable(meeting), moment_of(desk, meeting)
    return answer_deadline(timetable, moment, meeting.starts, now=current.opened_at, tz=desk.forum.timezone)


async def _keep(
    desk: WritingDesk, meeting: Meeting, before: ApprovalRound, after: ApprovalRound, done: tuple[Step, ...]
) -> None:
    """Store the round, plan its reminders anew, and tell those whom it concerns."""
    await approvals.put(desk.conn, after)
    await reminders.forget(desk, meeting, say("approval.reason.mended"))
    if after.standpoint is not Standpoint.WITHDRAWN:
        await reminders.plan(desk, meeting, after)
    await asking.follow(desk, meeting, after)
    facts = [fact_of(step) for step in done]
    await desk.log(
        None,
        "agenda.round_mended",
        meeting=meeting.id,
        round=after.number,
        steps=facts,
        standpoint=after.standpoint.value,
    )
    await reminders.tell(desk, after)
    for step in done:
        if step.what in _TO_APPROVERS:
            await _tell_approvers(desk, meeting, before, step)
    await _tell_secretariat(desk, meeting, done)


async def _ask(desk: WritingDesk, current: ApprovalRound, people: Iterable[str]) -> None:
    """Each hears in person that they are asked: a request that stands already calls nobody when it changes."""
    about = ApprovalNotice.MISSING, current.number, desk.now.isoformat()
    await desk.tell_each(people, *about, meeting=current.meeting, round=current.number, is_new=True)


async def _tell_approvers(desk: WritingDesk, meeting: Meeting, before: ApprovalRound, step: Step) -> None:
    """Those who were asked and have a seat still hear it; whoever has none is a member no more."""
    people = [each for each in step.people if any(desk.forum.seats_of(each, desk.today))]
    about = before.number, desk.now.isoformat()
    await desk.tell_each(people, ApprovalNotice.CHANGED, *about, meeting=meeting.id, step=fact_of(step))


async def _tell_secretariat(desk: WritingDesk, meeting: Meeting, done: Iterable[Step]) -> None:
    serving = settings.secretariat(desk.forum, desk.today)
    facts = [fact_of(step) for step in done]
    await desk.tell_each(serving, ApprovalNotice.MENDED, desk.now.isoformat(), meeting=meeting.id, steps=facts)
