"""The secretariat's forms as they are filled in: one item's resolution, and who was there."""

from collections.abc import Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.duties.state import FollowUp
from bot.domain.external.speaking import asked
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes import rules
from bot.domain.minutes.actions import (
    MinutesCommand,
    MinutesQuery,
    Onward,
    OpenResolution,
    RecordAttendance,
    RecordDissent,
    RecordPositions,
    RecordResolution,
    TakeBackDissent,
)
from bot.domain.minutes.attendance import present
from bot.domain.minutes.rules import is_sent
from bot.domain.minutes.state import Outcome, PutOff, Resolution
from bot.domain.referrals.destinations import destinations
from bot.usecases.desk import Desk
from bot.usecases.duties.forms import owners_offered
from bot.usecases.minutes import dissenting, sentences
from bot.usecases.minutes.presence import people, stand_ins, told_away
from bot.usecases.minutes.putting_off import later_meetings
from bot.usecases.minutes.records import Record, held_meeting, load
from bot.usecases.minutes.views import card_for, shown_to
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import is_secretariat
from cards.duties.view import called
from cards.kit.both import with_both
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.minutes import cards
from cards.minutes import resolution as form
from cards.minutes.attendance import Ticks, attendance_form
from cards.minutes.body import Shown
from cards.proposals.triage import UNSETTLED

_STEPS = {Onward.NEXT: 1, Onward.PREVIOUS: -1}


def attendance_card(
    desk: Desk, record: Record, seen: Shown, *, filled: RecordAttendance | None = None, outcome: str | None = None
) -> Card:
    """The form for who was there: as it was filled in, else as it is noted."""
    noted = record.minutes.attendance
    ticks = Ticks(
        people=_marked(desk, record),
        present=present(noted) if filled is None else filled.present,
        ended="" if filled is None else filled.ended,
    )
    return attendance_form(seen, ticks, outcome=outcome)


def _marked(desk: Desk, record: Record) -> dict[str, str]:
    """Everybody by id, marked where they said that they would be away, or were to come in somebody's place."""
    places = {other: person for person, other in stand_ins(desk, record.meeting, record.live).items()}
    names = people(desk, record.meeting)
    for person in told_away(desk, record.meeting):
        names[person] = say("minutes.attendance.away", navn=names[person])
    for other, person in places.items():
        names[other] = say("approval.stands_in", navn=names[other], hvem=desk.name_of(person))
    return names


async def resolution_card(
    desk: Desk,
    record: Record,
    seen: Shown,
    position: int,
    *,
    filled: RecordResolution | None = None,
    outcome: str | None = None,
) -> Card:
    """The form for one item: as it was filled in, else as it is recorded, with what its meeting may make of it."""
    minuted, item = seen.items[position - 1], record.items[position - 1]
    stored = rules.resolution_of(record.minutes, item.id) or Resolution(item=item.id, outcome=None)
    later = await later_meetings(desk, record.meeting)
    put_off = stored.put_off
    stood = {each.organisation: each.stance.value for each in stored.positions}
    is_typed = filled is not None and filled.sentence is not None
    filling = form.Filling(
        outcome=minuted.outcome if filled is None else filled.outcome,
        words=minuted.words if filled is None else filled.words,
        members={each.id: each.name for each in asked(desk.forum)},
        stances=_rows(filled.positions) if filled is not None and filled.positions else stood,
        later=_later(later, put_off),
        put_off_to=filled.put_off_to if filled is not None and filled.put_off_to else _default(later, put_off),
        sentence=(filled.sentence or "") if filled is not None and is_typed else stored.sentence,
        made=sentences.made(desk, item, stored, record.sent_on),
        is_edited=stored.is_edited,
        is_typed=is_typed,
        notes=_notes(desk, record, item, stored),
        may_send_on=_may_send_on(desk, record, item, stored),
        onward=tuple(each for each in Onward if _beyond(desk, record, position, each) is not None),
        outcomes=rules.outcomes(desk.forum.charter),
        owners=owners_offered(desk),
        duty="" if filled is None else filled.duty,
        owner="" if filled is None else filled.owner,
        due="" if filled is None else filled.due,
    )
    return form.resolution_form(seen, minuted, filling, outcome=outcome)


def _rows(positions: Sequence[str]) -> dict[str, str]:
    """What was chosen for each organisation, as it was sent."""
    return {organisation: stance for organisation, _, stance in (each.partition("=") for each in positions)}


def _later(meetings: Sequence[Meeting], put_off: PutOff | None) -> dict[str, str]:
    """The meetings that it can be put off to; what went to one whose agenda was sent meanwhile stays there."""
    if not meetings and put_off is None:
        return {}
    own = {} if put_off is None else {put_off.meeting: say("minutes.put_off.there")}
    return own | {each.id: medium_date(each.day) for each in meetings} | {UNSETTLED: say("proposal.meeting.later")}


def _default(meetings: Sequence[Meeting], put_off: PutOff | None) -> str:
    if put_off is not None:
        return put_off.meeting
    return meetings[0].id if meetings else UNSETTLED


def _notes(desk: Desk, record: Record, item: AgendaItem, stored: Resolution) -> list[str]:
    """What follows from the outcome as it is recorded."""
    sent = sentences.sent_to(record.sent_on, item)
    to = None if stored.put_off is None else desk.forum.meeting(stored.put_off.meeting)
    if to is not None:
        return [say("minutes.put_off.on_draft", moede_dato=medium_date(to.day))]
    if stored.outcome is Outcome.POSTPONED:
        return [say("minutes.put_off.nowhere")] if item.is_own else []
    if sent is not None:
        dag = medium_date(sent.details.sent_on)
        return [say("minutes.sent_on", til=sent.details.body_name, dag=dag)]
    return [say("minutes.sent_on.not_yet")] if stored.outcome is Outcome.REFERRED else []


def _may_send_on(desk: Desk, record: Record, item: AgendaItem, stored: Resolution) -> bool:
    is_sent = sentences.sent_to(record.sent_on, item) is not None
    return stored.outcome is Outcome.REFERRED and not is_sent and bool(destinations(desk.forum))


async def after_resolution(
    desk: Desk, actor: str, record: Record, action: RecordResolution, task: FollowUp | None, *more: str
) -> Card:
    """What comes when an item is saved: the item one goes on to, after a task its own form again, else the minutes."""
    words = " ".join((say("minutes.done.resolution", nr=action.position), *more))
    if task is not None:
        words = f"{words} {say('duty.done.created', opgave=called(task.kind, task.number, task.year))}"
    following = None if action.onward is None else _beyond(desk, record, action.position, action.onward)
    if following is None and (action.adds_duty or action.stays or action.remakes):
        following = action.position
    if following is None:
        return await card_for(desk, actor, record, outcome=words)
    return await resolution_card(desk, record, await shown_to(desk, actor, record), following, outcome=words)


async def as_refused(desk: Desk, actor: str, action: MinutesQuery | MinutesCommand) -> Card:
    """The form with what was typed, or the minutes as they stand."""
    meeting = await held_meeting(desk, action.meeting)
    if meeting is None:
        return cards.none_yet(desk.forum.name, desk.next_meeting())
    record = await load(desk, meeting)
    if _may_write(desk, actor, record):
        seen = await shown_to(desk, actor, record)
        if isinstance(action, RecordAttendance):
            return attendance_card(desk, record, seen, filled=action)
        if isinstance(action, RecordResolution) and _is_writable(desk, record, action.position):
            return typed_on(desk, await _beside_the_other(desk, record, seen, action))
    if isinstance(action, RecordDissent | TakeBackDissent):
        dissent = await dissenting.as_refused(desk, actor, record, action)
        if dissent is not None:
            return dissent
    said_here = not isinstance(action, RecordResolution | RecordPositions | RecordDissent) and not desk.is_overheard
    return await card_for(desk, actor, record, typed=getattr(action, "words", "") if said_here else "")


async def _beside_the_other(desk: Desk, record: Record, seen: Shown, action: RecordResolution) -> Card:
    """The form as it was filled in, with what is recorded by now where somebody else was first."""
    filled = await resolution_card(desk, record, seen, action.position, filled=action)
    minuted = seen.items[action.position - 1]
    if action.revision in (None, record.minutes.revision) or not minuted.is_recorded:
        return filled
    here = OpenResolution(forum=desk.forum.id, meeting=record.meeting.id, position=action.position)
    found = form.clashes(minuted, action.outcome, action.words, action.sentence)
    return with_both(filled, found, action, here)


def _may_write(desk: Desk, actor: str, record: Record) -> bool:
    return is_secretariat(desk, actor) and record.has_begun(desk.now) and not is_sent(record.minutes)


def _is_writable(desk: Desk, record: Record, position: int) -> bool:
    """Whether there is such an item whose form may be shown here: a closed one's only where nobody reads along."""
    if not 1 <= position <= len(record.items):
        return False
    return not (record.items[position - 1].content.is_closed and desk.is_public)


def _beyond(desk: Desk, record: Record, position: int, onward: Onward) -> int | None:
    """The nearest item in that direction whose form may be shown here."""
    step = _STEPS[onward]
    positions = range(position + step, len(record.items) + 1) if step > 0 else range(position + step, 0, step)
    return next((each for each in positions if _is_writable(desk, record, each)), None)
