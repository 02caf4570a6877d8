"""Who is there at a moment and who was for an item, from the intervals in which each was: a recused person is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.live.course import spells_of
from bot.domain.live.state import Live, Spell
from bot.domain.minutes.attendance import presences_of, present
from bot.domain.minutes.state import Attendance, Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Recused:
    """Who was no part of an item, from when until when; None: it is on, or nobody saw its end."""

    person: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtItem:
    """Of those who were at the meeting: who was not there for this item, who was for some of it, who was recused."""

    absent: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    recused: tuple[Recused, ...] = ()


def here(attendance: Attendance, live: Live, at: datetime) -> tuple[str, ...]:
    """Everybody who is there at that moment, without those who are recused from what is on."""
    away = {each.person for each in live.recusals if each.item == live.item}
    return tuple(each for each in present(attendance) if each not in away and is_there(attendance, each, at))


def is_there(attendance: Attendance, person: str, at: datetime) -> bool:
    """Whether that person is in the meeting at that moment, recused or not."""
    return any(_holds(each, at) for each in presences_of(attendance, person))


def at_item(attendance: Attendance, live: Live, item: int, now: datetime, over: datetime | None = None) -> AtItem:
    """Who was not there all the while that an item was on; nobody of one that was never on."""
    spells = tuple(spells_of(live, item, over))
    if not spells:
        return AtItem()
    recused = tuple(_recused(live, item, spells))
    others = [each for each in present(attendance) if each not in {every.person for every in recused}]
    until = now if live.is_running else None
    seen = {each: _seen(presences_of(attendance, each), spells, until) for each in others}
    return AtItem(
        absent=tuple(each for each, (some, _) in seen.items() if not some),
        partly=tuple(each for each, (some, whole) in seen.items() if some and not whole),
        recused=recused,
    )


def _recused(live: Live, item: int, spells: Sequence[Spell]) -> Iterator[Recused]:
    for each in live.recusals:
        if each.item == item:
            yield Recused(person=each.person, since=each.since, until=spells[-1].ended)


def _seen(presences: Sequence[Presence], spells: Sequence[Spell], now: datetime | None) -> tuple[bool, bool]:
    """Whether somebody was there for some of it, and for all of it."""
    some = any(_overlaps(presence, spell, now) for presence in presences for spell in spells)
    whole = all(any(_covers(presence, spell, now) for presence in presences) for spell in spells)
    return some or whole, whole


def _holds(presence: Presence, at: datetime) -> bool:
    return (presence.since is None or presence.since <= at) and (presence.until is None or at < presence.until)


def _covers(presence: Presence, spell: Spell, now: datetime | None) -> bool:
    begins = presence.since is None or presence.since <= spell.began
    return begins and (presence.until is None or presence.until >= _end(spell, now))


def _overlaps(presence: Presence, spell: Spell, now: datetime | None) -> bool:
    begins = presence.since is None or presence.since < _end(spell, now)
    return begins and (presence.until is None or presence.until > spell.began)


def _end(spell: Spell, now: datetime | None) -> datetime:
    return max(spell.began, spell.ended or now or spell.began)
