"""Who came, left, stepped in or was recused while the meeting is held: noted for the moment in which it is said."""

from datetime import UTC

from bot.domain.kernel.refusal import Refusal
from bot.domain.live import rules
from bot.domain.live.actions import Change, NoteInMeeting
from bot.domain.live.presence import is_there
from bot.domain.minutes import attendance as noting
from bot.domain.minutes.state import WasThere
from bot.usecases.desk import WritingDesk
from bot.usecases.live.keeping import keep, keep_attendance
from bot.usecases.live.loading import Held, held, require_leading
from bot.usecases.live.views import card_for
from bot.usecases.minutes.attendance import meant_of
from bot.usecases.minutes.presence import expected, told_away
from bot.usecases.minutes.views import check_place, item_at
from cards.kit.elements import Card
from cards.kit.words import clock_time, say

_FOR = " for "


async def note(desk: WritingDesk, actor: str, action: NoteInMeeting) -> Card:
    """Note it; the meeting comes back as it stands."""
    found = await held(desk, action.meeting)
    require_leading(desk, actor, found.meeting)
    after, words = await _noted(desk, actor, found, action)
    return await card_for(desk, actor, after, outcome=words)


async def _noted(desk: WritingDesk, actor: str, found: Held, action: NoteInMeeting) -> tuple[Held, str]:
    if action.change in (Change.RECUSED, Change.NOT_RECUSED):
        return await _recused(desk, actor, found, action)
    if not found.live.is_running:
        raise Refusal("live_over")
    if action.change is Change.EVERYBODY:
        noted = found.record.minutes.attendance
        away = told_away(desk, found.record.meeting)
        there = noting.note_expected(noted, expected(desk, found.record.meeting, found.live), away)
        return await keep_attendance(desk, actor, found, there), say("live.done.everybody")
    if action.change is Change.STEPS_IN:
        return await _stepped_in(desk, actor, found, action)
    person = _person(desk, found, action.person or action.words)
    if action.change is Change.CAME:
        return await _came(desk, actor, found, person), _words(desk, "live.done.came", person)
    return await _left(desk, actor, found, person), _words(desk, "live.done.left", person)


async def _came(desk: WritingDesk, actor: str, found: Held, person: str) -> Held:
    """Somebody who is there already has not come anew."""
    noted, now = found.record.minutes.attendance, desk.now.astimezone(UTC)
    if is_there(noted, person, now):
        return found
    return await keep_attendance(desk, actor, found, noting.note_arrival(noted, person, now, found.meeting))


async def _left(desk: WritingDesk, actor: str, found: Held, person: str) -> Held:
    """Somebody of whom nothing is noted was there until now."""
    noted, now = found.record.minutes.attendance, desk.now.astimezone(UTC)
    is_known = noting.was_there(noted, person) is not WasThere.UNKNOWN
    if is_known and not is_there(noted, person, now):
        return found
    gone = noting.note_gone(noted, person, now, found.live.started_at, found.meeting)
    return await keep_attendance(desk, actor, found, gone)


async def _recused(desk: WritingDesk, actor: str, found: Held, action: NoteInMeeting) -> tuple[Held, str]:
    """For the item that is on, or for one that is named, from when it was first on."""
    place = action.position or rules.place_of(found.items, found.live.last_item)
    item = item_at(found.record, place)
    check_place(desk, item)
    person = _person(desk, found, action.person or action.words)
    if action.change is Change.NOT_RECUSED:
        changed = rules.take_part(found.live, item.id, person)
        words = say("live.done.not_recused", navn=desk.name_of(person), nr=place)
    else:
        first = next((each.began for each in found.live.spells if each.item == item.id), None)
        since = desk.now if first is None or item.id == found.live.item else first
        changed = rules.recuse(found.live, item.id, person, since)
        words = say("live.done.recused", navn=desk.name_of(person), nr=place)
    return await keep(desk, actor, found, changed, "live.noted", change=action.change, person=person, of=item.id), words


async def _stepped_in(desk: WritingDesk, actor: str, found: Held, action: NoteInMeeting) -> tuple[Held, str]:
    """Somebody comes in another's place: as typed, else as their seat says."""
    name, _, place = action.words.partition(_FOR)
    person = _person(desk, found, action.person or name)
    usual = next(
        (seat.substitute_for for seat in desk.forum.seats_of(person, found.meeting.day) if seat.substitute_for), None
    )
    instead_of = _person(desk, found, place) if place.strip() else usual
    if instead_of is None:
        raise Refusal("live_substitute")
    changed = rules.step_in(found.live, person, instead_of)
    facts = {"change": action.change, "person": person, "instead_of": instead_of}
    after = await keep(desk, actor, found, changed, "live.noted", **facts)
    after = await _came(desk, actor, after, person)
    words = say("live.done.steps_in", navn=desk.name_of(person), hvem=desk.name_of(instead_of))
    return after, words


def _person(desk: WritingDesk, found: Held, words: str) -> str:
    named = meant_of(desk, found.record, (words,)) if words.strip() else ()
    if not named:
        raise Refusal("live_no_person", field="person")
    return named[0]


def _words(desk: WritingDesk, key: str, person: str) -> str:
    return say(key, navn=desk.name_of(person), tid=clock_time(desk.now, desk.forum.timezone))
