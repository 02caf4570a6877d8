"""The secretariat's forms as they are filled in: one item's resolution, and who was there."""

from bot.domain.duties.state import FollowUp
from bot.domain.minutes import rules
from bot.domain.minutes.actions import (
    MinutesCommand,
    MinutesQuery,
    Onward,
    RecordAttendance,
    RecordResolution,
)
from bot.domain.minutes.attendance import present
from bot.domain.minutes.rules import is_sent
from bot.usecases.desk import Desk
from bot.usecases.duties.forms import owners_offered
from bot.usecases.minutes.views import Record, card_for, held_meeting, load, people, shown_to, stand_ins, told_away
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import is_secretariat
from cards.duties.view import called
from cards.kit.elements import Card
from cards.kit.words import say
from cards.minutes import cards
from cards.minutes import form as forms
from cards.minutes.attendance import Ticks, attendance_form
from cards.minutes.body import Shown

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
    places = {other: person for person, other in stand_ins(desk, record).items()}
    names = people(desk, record)
    for person in told_away(desk, record):
        names[person] = say("minutes.attendance.away", navn=names[person])
    for other, person in places.items():
        names[other] = say("approval.stands_in", navn=names[other], hvem=desk.name_of(person))
    return names


def resolution_card(
    desk: Desk,
    record: Record,
    seen: Shown,
    position: int,
    *,
    filled: RecordResolution | None = None,
    outcome: str | None = None,
) -> Card:
    """The form for one item: as it was filled in, else as it is recorded, with what its meeting may make of it."""
    minuted = seen.items[position - 1]
    filling = forms.Filling(
        outcome=minuted.outcome if filled is None else filled.outcome,
        words=minuted.words if filled is None else filled.words,
        onward=tuple(each for each in Onward if _beyond(desk, record, position, each) is not None),
        outcomes=rules.outcomes(desk.forum.charter),
        owners=owners_offered(desk),
        duty="" if filled is None else filled.duty,
        owner="" if filled is None else filled.owner,
        due="" if filled is None else filled.due,
    )
    return forms.resolution_form(seen, minuted, filling, outcome=outcome)


async def after_resolution(
    desk: Desk, actor: str, record: Record, action: RecordResolution, task: FollowUp | None
) -> Card:
    """What comes when an item is saved: the item one goes on to, after a task its own form again, else the minutes."""
    words = say("minutes.done.resolution", nr=action.position)
    if task is not None:
        words = f"{words} {say('duty.done.created', opgave=called(task.kind, task.number, task.year))}"
    following = None if action.onward is None else _beyond(desk, record, action.position, action.onward)
    if following is None and action.adds_duty:
        following = action.position
    if following is None:
        return await card_for(desk, actor, record, outcome=words)
    return resolution_card(desk, record, await shown_to(desk, actor, record), following, outcome=words)


async def as_refused(desk: Desk, actor: str, action: MinutesQuery | MinutesCommand) -> Card:
    """The form with what was typed, or the minutes as they stand."""
    meeting = held_meeting(desk, action.meeting)
    if meeting is None:
        return cards.none_yet(desk.forum.name, desk.next_meeting())
    record = await load(desk, meeting)
    if _may_write(desk, actor, record):
        seen = await shown_to(desk, actor, record)
        if isinstance(action, RecordAttendance):
            return attendance_card(desk, record, seen, filled=action)
        if isinstance(action, RecordResolution) and _is_writable(desk, record, action.position):
            return typed_on(desk, resolution_card(desk, record, seen, action.position, filled=action))
    said_here = not isinstance(action, RecordResolution) and not desk.is_overheard
    return await card_for(desk, actor, record, typed=getattr(action, "words", "") if said_here else "")


def _may_write(desk: Desk, actor: str, record: Record) -> bool:
    return is_secretariat(desk, actor) and record.meeting.starts <= desk.now and not is_sent(record.minutes)


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
