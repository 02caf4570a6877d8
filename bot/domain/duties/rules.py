"""What becomes of a duty: taken by one at a time, given back, done, and done not after all.

The same thing asked for again changes nothing and is no error. Whoever asks may do it: owners.py says who that is.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.duties.actions import DutyAction
from bot.domain.duties.state import FollowUp, Kind, Reply, Status, statuses
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
    if duty.details.reply is not None:
        raise Refusal("duty_over")
    changed = replace(duty, status=status)
    by = None if changed.is_open else person
    return replace(changed, details=replace(duty.details, words=words, finished_by=by))


def reply(duty: FollowUp, words: str, person: str, at: datetime) -> FollowUp:
    """The task as done, with what was answered to the body that set it.

    Refusal "duty_no_source" for one that nobody set, "duty_replied" with the day of another answer.
    """
    if duty.kind is not Kind.ASSIGNED:
        raise Refusal("duty_no_source")
    given = duty.details.reply
    if given is not None:
        if given.words == words:
            return duty
        raise Refusal("duty_replied", dato=given.at.date())
    details = replace(duty.details, reply=Reply(words=words, by=person, at=at), finished_by=person)
    return replace(duty, status=Status.DONE, details=details)


def finish(duty: FollowUp, person: str) -> FollowUp:
    """The duty as done; a grant that is done is one that was applied for."""
    if duty.kind in (Kind.AGREEMENT, Kind.MINUTES):  # one has no end, the other ends as the minutes leave
        raise Refusal("duty_endless")
    if not duty.is_open:
        return duty
    if duty.kind is Kind.ASSIGNED:  # it is done as its answer is given
        raise Refusal("duty_owes_reply")
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
