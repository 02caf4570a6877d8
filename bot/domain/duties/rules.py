"""What becomes of a duty: taken by one at a time, given back, done, and done not after all.

The same thing asked for again changes nothing and is no error. Whoever asks may do it: owners.py says who that is.
"""

from dataclasses import replace

from bot.domain.duties.actions import DutyAction
from bot.domain.duties.state import FollowUp, Kind, Status, statuses
from bot.domain.kernel.people import Person
from bot.domain.kernel.refusal import Refusal


def take(duty: FollowUp, person: str, *, holder: Person | None) -> FollowUp:
    """The duty as that person's; `holder` is whoever has it now. Refusal "duty_over" or, with who, "duty_taken"."""
    _check_open(duty)
    if holder is not None and holder.id != person:
        raise Refusal("duty_taken", navn=holder.name)
    return replace(duty, taker=person)


def take_over(duty: FollowUp, person: str) -> FollowUp:
    """The duty as that person's, whoever had it; Refusal "duty_over"."""
    _check_open(duty)
    return replace(duty, taker=person)


def give_back(duty: FollowUp) -> FollowUp:
    """The duty as nobody's in particular; Refusal "duty_over"."""
    _check_open(duty)
    return replace(duty, taker=None)


def update(duty: FollowUp, status: Status, words: str, person: str) -> FollowUp:
    """The duty in that state, with a note; Refusal "duty_status" for one that its kind does not know."""
    if status not in statuses(duty.kind):
        raise Refusal("duty_status", field="status")
    if (status, words) == (duty.status, duty.details.words):
        return duty
    changed = replace(duty, status=status)
    by = None if changed.is_open else person
    return replace(changed, details=replace(duty.details, words=words, finished_by=by))


def finish(duty: FollowUp, person: str) -> FollowUp:
    """The duty as done; a grant that is done is one that was applied for."""
    if duty.kind in (Kind.AGREEMENT, Kind.MINUTES):  # one has no end, the other ends as the minutes leave
        raise Refusal("duty_endless")
    if not duty.is_open:
        return duty
    done = Status.APPLIED if duty.kind is Kind.GRANT else Status.DONE
    return update(duty, done, duty.details.words, person)


def reopen(duty: FollowUp, person: str) -> FollowUp:
    """The duty as it is worked on again."""
    is_waiting = duty.status is Status.APPLIED
    return duty if duty.is_open and not is_waiting else update(duty, Status.UNDERWAY, duty.details.words, person)


def check_revision(duty: FollowUp, action: DutyAction) -> None:
    """Refusal("stale") where another revision was seen than the newest."""
    if action.revision not in (None, duty.revision):
        raise Refusal("stale")


def _check_open(duty: FollowUp) -> None:
    if not duty.is_open:
        raise Refusal("duty_over")
