"""What becomes of an agenda that was sent: each change is a version of its own, and no item's number ever shifts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.agenda.changes import ChangeKind, changes
from bot.domain.agenda.rules import MOST_ITEMS, next_id
from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, Gone, Late, Later, LaterKind
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content

TOGETHER = timedelta(minutes=10)
"""Bilag that somebody changes within this are one change, to whoever got the agenda."""
_CORRECTABLE = frozenset({ChangeKind.DURATION, ChangeKind.LINKS})


def supplemented(agenda: Agenda, late: Sequence[AgendaItem], number: int, *, by: str, at: datetime) -> Agenda:
    """The agenda with a supplement's items last; those that stand on the draft alone keep their ids.

    Refusal "late_already_sent" where something of it was sent already, "agenda_full" beyond 40 items.
    """
    if not _proposals(agenda.current).isdisjoint(_proposals(late)):
        raise Refusal("late_already_sent")
    if len(agenda.current) + len(late) > MOST_ITEMS:
        raise Refusal("agenda_full", antal=MOST_ITEMS)
    free = next_id(agenda)
    placed = tuple(replace(each, id=each.id or free + place) for place, each in enumerate(late))
    ids = tuple(each.id for each in placed)
    later = Later(kind=LaterKind.SUPPLEMENT, items=ids, supplement=number)
    return _followed(agenda, (*agenda.current, *placed), later, by=by, at=at)


def as_late(content: Content, reason: str, number: int, *, proposal: int | None, item: int | None) -> AgendaItem:
    """An item that comes with a supplement; without an id it gets one as it is put on."""
    return AgendaItem(id=item or 0, content=content, proposal=proposal, late=Late(supplement=number, reason=reason))


def sent_item(agenda: Agenda, position: int) -> AgendaItem:
    """The item at a position (from 1) of what was sent; Refusal("no_item")."""
    if not 1 <= position <= len(agenda.current):
        raise Refusal("no_item", punkt=position, antal=len(agenda.current))
    return agenda.current[position - 1]


def withdrawn(agenda: Agenda, position: int, reason: str, *, by: str, at: datetime) -> Agenda:
    """The agenda on which the item there is not taken up; it keeps its number."""
    item = check_withdrawable(agenda, position)
    gone = replace(item, gone=Gone(reason=reason, at=at, by=by))
    later = Later(kind=LaterKind.WITHDRAWN, items=(item.id,), words=reason)
    return _followed(agenda, _with(agenda, gone), later, by=by, at=at)


def check_withdrawable(agenda: Agenda, position: int) -> AgendaItem:
    """The item there; Refusal "standing_item" for one that every agenda has, "item_withdrawn" where it is gone."""
    item = sent_item(agenda, position)
    if item.standing is not None:
        raise Refusal("standing_item", punkt=position)
    if item.gone is not None:
        raise Refusal("item_withdrawn", punkt=position)
    return item


def last_withdrawn(agenda: Agenda) -> int:
    """The position of the item that was withdrawn last; Refusal("nothing_withdrawn")."""
    gone = [(each.gone.at, place) for place, each in enumerate(agenda.current, start=1) if each.gone is not None]
    if not gone:
        raise Refusal("nothing_withdrawn")
    return max(gone)[1]


def restored(agenda: Agenda, position: int, *, by: str, at: datetime) -> Agenda:
    """The agenda on which the withdrawn item there is taken up after all; Refusal("nothing_withdrawn")."""
    item = sent_item(agenda, position)
    if item.gone is None:
        raise Refusal("nothing_withdrawn")
    later = Later(kind=LaterKind.RESTORED, items=(item.id,))
    return _followed(agenda, _with(agenda, replace(item, gone=None)), later, by=by, at=at)


def corrected(agenda: Agenda, position: int, content: Content, words: str, *, by: str, at: datetime) -> Agenda:
    """The agenda with other attachments, another time or slips of the pen mended; unchanged where it says the same.

    Refusal "item_withdrawn" for an item that is not taken up, "late_substance" for anything else: what was sent is what
    people have read.
    """
    item = sent_item(agenda, position)
    if item.gone is not None:
        raise Refusal("item_withdrawn", punkt=position)
    if item.content == content:
        return agenda
    mended = replace(item, content=content)
    found = changes([item], [mended])
    if any(each.is_substance and each.kind not in _CORRECTABLE for each in found):
        raise Refusal("late_substance", punkt=position)
    later = Later(kind=LaterKind.CORRECTED, items=(item.id,), words=words)
    return _followed(agenda, _with(agenda, mended), later, by=by, at=at)


def attached(agenda: Agenda, item: AgendaItem, *, by: str, at: datetime) -> Agenda:
    """The agenda with other bilag of that item; unchanged where that was told a moment ago and can be told with it."""
    newest = agenda.sent
    later = Later(kind=LaterKind.ATTACHED, items=(item.id,))
    is_told = newest is not None and (newest.later, newest.frozen_by) == (later, by)
    if newest is not None and is_told and at - newest.frozen_at < TOGETHER:
        return agenda
    return _followed(agenda, agenda.current, later, by=by, at=at)


def before(agenda: Agenda, version: AgendaVersion) -> AgendaVersion | None:
    """The version that held until that one."""
    return agenda.version(version.number - 1)


def place_of(version: AgendaVersion, item: int) -> int:
    """The number that the item of that id has there."""
    return next(place for place, each in enumerate(version.items, start=1) if each.id == item)


def _with(agenda: Agenda, changed: AgendaItem) -> tuple[AgendaItem, ...]:
    return tuple(changed if each.id == changed.id else each for each in agenda.current)


def _followed(agenda: Agenda, items: tuple[AgendaItem, ...], later: Later, *, by: str, at: datetime) -> Agenda:
    """What holds from now on as a version of its own; what the draft has of anything else stays there."""
    known, taken = {each.id for each in items}, _proposals(items)
    rest = tuple(each for each in agenda.items if each.id not in known and each.proposal not in taken)
    number = len(agenda.versions) + 1
    version = AgendaVersion(number=number, items=items, frozen_at=at, frozen_by=by, later=later)
    return replace(
        agenda,
        items=(*items, *rest),
        revision=agenda.revision + 1,
        versions=(*agenda.versions, version),
        sent_version=number,
    )


def _proposals(items: Iterable[AgendaItem]) -> set[int]:
    return {each.proposal for each in items if each.proposal is not None}
