"""A meeting's agenda, a supplement or its minutes as one record, from which every paper and program is served.

The whole is always read first; an open record is what remains of it without what is closed (domain/documents/opening).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.agenda.left_out import left_out
from bot.domain.agenda.state import AgendaItem, AgendaVersion, Later, LaterKind, begins
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.state import Standpoint
from bot.domain.documents.opening import opened
from bot.domain.documents.state import Addition, Kind, MeetingRecord, RecordItem, Step
from bot.domain.filing.records import filed_on
from bot.domain.filing.rules import usual_number
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.rules import blank, is_sent
from bot.domain.minutes.state import MinutesStatus
from bot.domain.supplements.notices import SupplementNotice
from bot.usecases.attached import attached_to
from bot.usecases.desk import Desk
from bot.usecases.documents.attendees import attendees
from bot.usecases.documents.items import Facts, closed_items, record_item
from bot.usecases.minutes.records import Record, load
from bot.usecases.witness import witness_of
from cards.proposals.closed import NEUTRAL_TITLE, public
from storage import approval as approvals
from storage import filing, proposals, supplements

_YES = (Standpoint.APPROVED, Standpoint.APPROVED_WITH_REMARKS)


async def record_of(
    desk: Desk,
    meeting: Meeting,
    kind: Kind,
    *,
    whole: bool,
    version: int | None = None,
    supplement: int | None = None,
) -> MeetingRecord | None:
    """The record of that meeting's agenda, supplement (by its number) or minutes; None where there is none.

    `version` is a frozen one of the agenda; without it, what was sent with all that came afterwards, else the draft.
    What left names the bilag and who was to come as it left; where items went on to and are filed, as it is now.
    """
    record = await load(desk, meeting)
    match kind:
        case Kind.AGENDA:
            found = await _agenda(desk, record, version)
        case Kind.SUPPLEMENT:
            found = await _supplement(desk, record, supplement)
        case Kind.MINUTES:
            found = await _minutes(desk, record)
        case _:
            raise ValueError(f"{kind.value} is no record of a meeting")
    if found is None:
        return None
    found = filed_on(found, await filing.cases(desk.conn, desk.forum.id, meeting.id, usual_number(desk.forum)))
    if whole:
        return found
    return opened(found, NEUTRAL_TITLE, left_out=await _left_out(desk, record, found.version) if found.left_out else ())


async def _agenda(desk: Desk, record: Record, number: int | None) -> MeetingRecord | None:
    agenda = record.agenda
    frozen = agenda.sent if number is None else agenda.version(number)
    if number is not None and frozen is None:
        return None
    if frozen is None:
        whole = await _base(desk, record, Kind.AGENDA, agenda.items, None)
        newest = 0 if agenda.newest is None else agenda.newest.number
        return replace(whole, version=newest + 1, at=_now(desk), is_draft=True, steps=_steps(desk, agenda.versions))
    at = _frozen_at(desk, record, frozen)
    whole = await _base(desk, record, Kind.AGENDA, frozen.items, at)
    return replace(
        whole,
        version=frozen.number,
        at=at,
        is_draft=not _has_left(record, frozen),
        is_approved=await _is_approved(desk, record, frozen),
        steps=_steps(desk, (each for each in agenda.versions if each.number <= frozen.number)),
        left_out=await _left_out(desk, record, frozen.number, whole=True),
        witness=await _witness(desk, record, frozen),
    )


async def _supplement(desk: Desk, record: Record, number: int | None) -> MeetingRecord | None:
    """The late items of a supplement that was sent (None: the newest), with the numbers they have on the agenda."""
    every = await supplements.of_meeting(desk.conn, desk.forum.id, record.meeting.id)
    left = [each for each in every if each.sent_at is not None and number in (None, each.number)]
    version = record.agenda.version(left[-1].sent_version) if left else None
    if version is None:
        return None
    this, at = left[-1], _frozen_at(desk, record, version)
    whole = await _base(desk, record, Kind.SUPPLEMENT, version.items, at)
    return replace(
        whole,
        version=version.number,
        at=at,
        is_approved=not this.without,
        supplement=this.number,
        items=tuple(each for each in whole.items if each.late is not None and each.late.supplement == this.number),
        witness=await _witness(desk, record, version),
    )


async def _minutes(desk: Desk, record: Record) -> MeetingRecord | None:
    minutes = record.minutes
    if not record.has_begun(desk.now) or minutes == blank(desk.forum.id, record.meeting.id):
        return None
    added = tuple(
        Addition(words=each.words, name=desk.name_of(each.person), at=_local(desk, each.at), item=each.item)
        for each in minutes.remarks
        if each.is_addition
    )
    moments = [] if minutes.sent_at is None else [_local(desk, minutes.sent_at), *(each.at for each in added)]
    at = max(moments, default=None)
    whole = await _base(desk, record, Kind.MINUTES, record.items, at)
    ended = minutes.attendance.ended_at
    return replace(
        whole,
        ends=whole.ends if ended is None else _local(desk, ended),
        version=minutes.revision,
        at=at or whole.at,
        is_draft=not is_sent(minutes),
        is_approved=minutes.status is MinutesStatus.APPROVED,
        additions=added,
        witness=await _witness_of_minutes(desk, record),
    )


async def _base(
    desk: Desk, record: Record, kind: Kind, items: Sequence[AgendaItem], at: datetime | None
) -> MeetingRecord:
    """What every kind says: when, where and who, and the items, as it was `at` that moment (None: by now)."""
    meeting, host = record.meeting, desk.forum.organisation(record.meeting.host)
    return MeetingRecord(
        kind=kind,
        forum=desk.forum.id,
        forum_name=desk.forum.name,
        meeting=meeting.id,
        starts=_local(desk, meeting.starts),
        ends=_local(desk, meeting.ends),
        place=meeting.place,
        version=0,
        at=_now(desk),
        host="" if host is None else host.name,
        is_whole=True,
        is_cancelled=desk.forum.cancelled_meeting(meeting.id) is not None,
        items=await _items(desk, record, kind, items, at),
        attendees=await attendees(desk, record, at, is_held=kind is Kind.MINUTES),
    )


async def _items(
    desk: Desk, record: Record, kind: Kind, items: Sequence[AgendaItem], at: datetime | None
) -> tuple[RecordItem, ...]:
    facts = Facts(record=record, attachments=await attached_to(desk, record.meeting.id, items, at))
    times = begins(items, record.meeting.starts)
    closed = closed_items(record) | {item.id for item in items if item.content.is_closed}
    found = []
    for number, (item, start) in enumerate(zip(items, times, strict=True), start=1):
        one = await record_item(desk, facts, item, number, is_held=kind is Kind.MINUTES)
        begins_at = None if kind is Kind.MINUTES or item.gone is not None else _local(desk, start)
        one = replace(one, begins=begins_at)
        found.append(_closed(one) if item.id in closed else one)
    return tuple(found)


def _closed(item: RecordItem) -> RecordItem:
    """What was closed in any version is closed in each."""
    content = item.content and replace(item.content, is_closed=True)
    return replace(item, is_closed=True, content=content)


async def _left_out(desk: Desk, record: Record, number: int, *, whole: bool = False) -> tuple[str, ...]:
    """What was proposed and is not on that version; in an open record what is closed under its neutral title."""
    meant = await proposals.ever_for_meeting(desk.conn, desk.forum.id, record.meeting.id)
    version = record.agenda.version(number)
    contents = [] if version is None else [each.content for each in left_out(record.agenda, version, meant)]
    return tuple((each if whole else public(each)).title for each in contents)


async def _is_approved(desk: Desk, record: Record, frozen: AgendaVersion) -> bool:
    """Whether those who are asked said yes to it; what came after dispatch rests on the yes to what was sent."""
    newest = await approvals.newest(desk.conn, desk.forum.id, record.meeting.id)
    if newest is None or newest.standpoint not in _YES:
        return False
    return newest.first_version <= frozen.number <= newest.version or frozen.later is not None


async def _witness(desk: Desk, record: Record, frozen: AgendaVersion) -> Witness | None:
    meeting = record.meeting.id
    if not _has_left(record, frozen):
        return None
    if frozen.later is None:
        return await witness_of(desk, ApprovalNotice.AGENDA_SENT, meeting)
    if frozen.later.kind is LaterKind.SUPPLEMENT:
        return await witness_of(desk, SupplementNotice.SENT, meeting, frozen.later.supplement)
    return await witness_of(desk, SupplementNotice.CHANGED, meeting, frozen.number)


async def _witness_of_minutes(desk: Desk, record: Record) -> Witness | None:
    """The entry that they left or were approved with, or the one that brought their newest addition if it is later."""
    added = [place for place, each in enumerate(record.minutes.remarks) if each.is_addition]
    found = [await witness_of(desk, MinutesNotice.ADDITION, record.meeting.id, place) for place in added[-1:]]
    known = [each for each in (record.witness, *found) if each is not None]
    return max(known, key=lambda each: each.seq, default=None)


def _has_left(record: Record, frozen: AgendaVersion) -> bool:
    """Whether that version left: the one that was sent first, and each that came afterwards."""
    first = next((each for each in reversed(record.agenda.versions) if each.later is None), None)
    return record.agenda.sent is not None and (frozen.later is not None or frozen is first)


def _frozen_at(desk: Desk, record: Record, frozen: AgendaVersion) -> datetime:
    is_first = frozen.later is None and _has_left(record, frozen)
    sent_at = record.agenda.sent_at if is_first else None
    return _local(desk, sent_at or frozen.frozen_at)


def _steps(desk: Desk, versions: Iterable[AgendaVersion]) -> tuple[Step, ...]:
    return tuple(_step(each.number, _local(desk, each.frozen_at), each.later) for each in versions)


def _step(number: int, at: datetime, later: Later | None) -> Step:
    if later is None:
        return Step(version=number, at=at)
    return Step(
        version=number, at=at, later=later.kind, items=later.items, words=later.words, supplement=later.supplement
    )


def _local(desk: Desk, moment: datetime) -> datetime:
    return moment.astimezone(desk.forum.timezone)


def _now(desk: Desk) -> datetime:
    """The minute in which a draft is read."""
    return desk.now.replace(second=0, microsecond=0)
