"""How minutes come about: what may be recorded, when they leave, who approved them, what may be said afterwards.

Before they are sent everything may be changed, and a change takes the approvals back. Once sent, a resolution never
changes: corrections are additions. The same thing asked for again changes nothing and is no error.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.domain.agenda.state import Agenda, AgendaItem, Standing
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.deadlines import Deadline, reaction_deadline
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.state import (
    Attendance,
    Dissent,
    Minutes,
    MinutesStatus,
    Outcome,
    Position,
    Remark,
    Resolution,
)

_SENT = (MinutesStatus.SENT, MinutesStatus.APPROVED)


def blank(forum: str, meeting: str) -> Minutes:
    """Minutes in which nothing is recorded yet."""
    return Minutes(forum=forum, meeting=meeting, revision=1)


def is_sent(minutes: Minutes | None) -> bool:
    """Whether they have left."""
    return minutes is not None and minutes.status in _SENT


def items_of(agenda: Agenda, minutes: Minutes) -> tuple[AgendaItem, ...]:
    """What the minutes are about: the agenda that was sent, else the draft as it stands.

    Minutes that leave (or are put forward) without a sent agenda hold on to the version frozen for them.
    """
    if agenda.sent is not None:
        return agenda.sent.items
    if minutes.status is MinutesStatus.DRAFT:
        return agenda.items
    sent_at = minutes.sent_at
    frozen = [each.items for each in agenda.versions if sent_at is None or each.frozen_at <= sent_at]
    return frozen[-1] if frozen else agenda.items


def resolution_of(minutes: Minutes, item: int) -> Resolution | None:
    """What is recorded on that item, or None."""
    return next((each for each in minutes.resolutions if each.item == item), None)


def outcomes(charter: Charter) -> tuple[Outcome, ...]:
    """What an item may end with; a local initiative (C18) where the charter speaks of such."""
    knows = charter.agenda.local_initiatives.value is not None
    return tuple(each for each in Outcome if knows or each is not Outcome.LOCAL_INITIATIVE)


def with_task(minutes: Minutes) -> Minutes:
    """The minutes with another task in them: whoever has them before them approves them anew."""
    _check_unsent(minutes)
    if minutes.status is not MinutesStatus.FOR_APPROVAL:
        return minutes
    return replace(minutes, revision=minutes.revision + 1, approved_by=())


def missing(items: Sequence[AgendaItem], minutes: Minutes) -> tuple[int, ...]:
    """The positions (from 1) of the items that must have a resolution and have none: those that somebody put on.

    One that was withdrawn needs none.
    """
    recorded = {each.item for each in minutes.resolutions if each.is_resolved}
    done = recorded | {item.id for item in items if item.gone is not None}
    return tuple(place for place, item in enumerate(items, start=1) if item.is_own and item.id not in done)


def record(
    minutes: Minutes, items: Sequence[AgendaItem], resolution: Resolution, *, revision: int | None = None
) -> Minutes:
    """The minutes with that resolution in place of the item's earlier one; an empty one takes it out.

    Refusal "minutes_sent" after sending, "stale" for an older revision, "minutes_incomplete" where minutes that
    others have before them would lose a resolution they need.
    """
    _check_unsent(minutes)
    kept = [each for each in minutes.resolutions if each.item != resolution.item]
    if resolution.is_resolved or resolution.positions:
        kept.append(resolution)
    known = [item.id for item in items]
    ordered = tuple(sorted(kept, key=lambda each: known.index(each.item) if each.item in known else len(known)))
    changed = _edited(minutes, replace(minutes, resolutions=ordered), revision)
    if changed.status is MinutesStatus.FOR_APPROVAL:
        _check_complete(items, changed)
    return changed


def with_positions(positions: Sequence[Position], told: Sequence[Position]) -> tuple[Position, ...]:
    """The positions with those that were told in place of the same organisations' earlier ones."""
    said = {each.organisation for each in told}
    return (*(each for each in positions if each.organisation not in said), *told)


def dissent(minutes: Minutes, told: Dissent) -> Minutes:
    """The minutes with that dissenting opinion in place of the person's earlier one on the item.

    Refusal("dissent_too_late") once they are sent. The same words again change nothing.
    """
    _check_dissent(minutes)
    before = dissent_of(minutes, told.item, told.person)
    if before is not None and before.words == told.words:
        return minutes
    kept = (each for each in minutes.dissents if each is not before)
    return _edited(minutes, replace(minutes, dissents=(*kept, told)), None)


def take_back_dissent(minutes: Minutes, item: int, person: str) -> Minutes:
    """The minutes without it; Refusal("dissent_too_late") or "no_dissent"."""
    _check_dissent(minutes)
    before = dissent_of(minutes, item, person)
    if before is None:
        raise Refusal("no_dissent")
    kept = tuple(each for each in minutes.dissents if each is not before)
    return _edited(minutes, replace(minutes, dissents=kept), None)


def dissent_of(minutes: Minutes, item: int, person: str) -> Dissent | None:
    """That person's dissenting opinion on the item, or None."""
    return next((each for each in minutes.dissents if (each.item, each.person) == (item, person)), None)


def note_attendance(minutes: Minutes, attendance: Attendance, *, revision: int | None = None) -> Minutes:
    """The minutes with that attendance; Refusal "minutes_sent" or "stale"."""
    _check_unsent(minutes)
    return _edited(minutes, replace(minutes, attendance=attendance), revision)


def send(
    minutes: Minutes,
    items: Sequence[AgendaItem],
    now: datetime,
    *,
    approvers: Sequence[str] | None,
    revision: int | None = None,
) -> Minutes:
    """The minutes as they leave or, with `approvers` (None where nobody is asked first), as they are put forward.

    Put forward already, they leave once nobody is asked any more who has not approved.
    Refusal "stale", "minutes_incomplete" (with the positions that lack a resolution), "minutes_empty", or
    "minutes_no_approvers" where somebody must approve but nobody can.
    """
    is_asked = minutes.status is MinutesStatus.FOR_APPROVAL
    is_waiting = is_asked and not set(approvers or ()) <= set(minutes.approved_by)
    if is_waiting or is_sent(minutes):
        return minutes
    _check_revision(minutes, revision)
    _check_complete(items, minutes)
    if approvers is None or (is_asked and approvers):
        return replace(minutes, status=MinutesStatus.SENT, sent_at=now)
    if not approvers:
        raise Refusal("minutes_no_approvers")
    return replace(minutes, status=MinutesStatus.FOR_APPROVAL, approved_by=())


def approve(
    minutes: Minutes, seats: Sequence[str], now: datetime, *, approvers: Sequence[str], revision: int | None = None
) -> Minutes:
    """The minutes with the approval of those approvers too; with the last of `approvers` they leave.

    The caller has checked that whoever gives it may do so for each of the `seats`. Refusal "minutes_not_for_approval"
    or "stale".
    """
    new = tuple(each for each in seats if each not in minutes.approved_by)
    if not new:
        return minutes
    if minutes.status is not MinutesStatus.FOR_APPROVAL:
        raise Refusal("minutes_not_for_approval")
    _check_revision(minutes, revision)
    approved = replace(minutes, approved_by=(*minutes.approved_by, *new))
    if set(approvers) <= set(approved.approved_by):
        return replace(approved, status=MinutesStatus.SENT, sent_at=now)
    return approved


def take_back_approval(minutes: Minutes, seats: Collection[str]) -> Minutes:
    """The minutes without the yes of those seats; Refusal "minutes_sent" or "minutes_not_for_approval"."""
    _check_unsent(minutes)
    if minutes.status is not MinutesStatus.FOR_APPROVAL:
        raise Refusal("minutes_not_for_approval")
    return replace(minutes, approved_by=tuple(each for each in minutes.approved_by if each not in seats))


def remarks_deadline(sent_on: date, days: int | None, calendar: Calendar) -> Deadline | None:
    """Until when remarks are taken: whole calendar days after sending, or the working day after that."""
    return reaction_deadline(sent_on, days, calendar)


def remark(minutes: Minutes, person: str, words: str, now: datetime, *, ends: datetime | None) -> Minutes:
    """The minutes with a remark; `ends` is the first moment that is too late.

    Refusal "minutes_not_sent" before anybody has them, "closed" afterwards.
    """
    if minutes.status is MinutesStatus.DRAFT:
        raise Refusal("minutes_not_sent")
    if minutes.status is MinutesStatus.APPROVED or (ends is not None and now >= ends):
        raise Refusal("closed")
    return _said(minutes, Remark(person=person, words=words, at=now))


def add(minutes: Minutes, person: str, words: str, now: datetime, *, item: int | None = None) -> Minutes:
    """The minutes with a correction added at their end; Refusal "minutes_not_sent" while they can still be changed."""
    if not is_sent(minutes):
        raise Refusal("minutes_not_sent")
    return _said(minutes, Remark(person=person, words=words, at=now, is_addition=True, item=item))


def approves_earlier(items: Sequence[AgendaItem], minutes: Minutes) -> bool:
    """Whether the meeting approved the minutes of the one before, according to its own minutes that were sent."""
    standing = next((item.id for item in items if item.standing is Standing.APPROVE_MINUTES), None)
    resolution = None if standing is None else resolution_of(minutes, standing)
    approving = (Outcome.APPROVED, Outcome.APPROVED_CHANGED)
    return is_sent(minutes) and resolution is not None and resolution.outcome in approving


def approved_by_meeting(minutes: Minutes) -> Minutes:
    """Sent minutes as a later meeting approved them; others stay as they are."""
    return replace(minutes, status=MinutesStatus.APPROVED) if minutes.status is MinutesStatus.SENT else minutes


def _said(minutes: Minutes, said: Remark) -> Minutes:
    """The same words by the same person once more are a second click."""
    known = ((each.person, each.words, each.is_addition, each.item) for each in minutes.remarks)
    if (said.person, said.words, said.is_addition, said.item) in known:
        return minutes
    return replace(minutes, remarks=(*minutes.remarks, said))


def _edited(minutes: Minutes, changed: Minutes, revision: int | None) -> Minutes:
    if changed == minutes:
        return minutes
    _check_revision(minutes, revision)
    return replace(changed, revision=minutes.revision + 1, approved_by=())


def _check_dissent(minutes: Minutes) -> None:
    if is_sent(minutes):
        raise Refusal("dissent_too_late")


def _check_unsent(minutes: Minutes) -> None:
    if is_sent(minutes):
        raise Refusal("minutes_sent")


def _check_revision(minutes: Minutes, revision: int | None) -> None:
    if revision is not None and revision != minutes.revision:
        raise Refusal("stale")


def _check_complete(items: Sequence[AgendaItem], minutes: Minutes) -> None:
    if lacking := missing(items, minutes):
        raise Refusal("minutes_incomplete", punkter=lacking)
    if not any(each.is_resolved for each in minutes.resolutions):
        raise Refusal("minutes_empty")
