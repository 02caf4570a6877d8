"""Seats elsewhere, open calls and groups at work go on in the forum that takes over; the archive shows them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import uuid4

from bot.domain.appointments.handing_on import answers_in, group_in, left_out, seat_in
from bot.domain.appointments.state import Appointment, Group, Ref
from bot.domain.kernel.handed import Fate, Handed, Note, Thing, numbered
from bot.usecases.appointments.asking import ask
from bot.usecases.appointments.loading import where
from bot.usecases.appointments.reminding import replan, replan_group
from bot.usecases.appointments.resolutions import named
from bot.usecases.appointments.views import Groups, groups_of
from bot.usecases.desk import WritingDesk
from cards.kit.words import listing, say
from storage import appointments as store

_Keys = dict[tuple[int, int], tuple[int, int]]


async def hand_on(desk: WritingDesk, heir: WritingDesk) -> tuple[Handed, ...]:
    """Let the heir go on with each; whoever is asked for candidates is asked there anew, what was answered is known."""
    groups = await store.groups(desk.conn, desk.forum.id)
    seats = await store.open_ones(desk.conn, desk.forum.id)
    by = [*(each.founding.by for each in groups), *(t.by for seat in seats for t in seat.details.tenures)]
    refs = await _elsewhere(desk, by)
    keys: _Keys = {}
    moved = [await _group(desk, heir, each, refs, keys) for each in groups]
    known = await groups_of(desk, seats)
    for seat in seats:
        moved += await _seat(desk, heir, seat, (refs, keys, known))
    return tuple(moved)


async def _elsewhere(desk: WritingDesk, refs: list[Ref]) -> Mapping[Ref, Ref]:
    """Each as the heir knows it: what it was called, and where."""
    words = await named(desk, refs)
    return {each: each if each.told else _told(desk, each, words[each]) for each in refs}


def _told(desk: WritingDesk, ref: Ref, words: str) -> Ref:
    return replace(ref, told=say("resolution.elsewhere", beslutning=words, forum=desk.forum.name))


async def _group(desk: WritingDesk, heir: WritingDesk, old: Group, refs: Mapping[Ref, Ref], keys: _Keys) -> Handed:
    new = group_in(heir.forum, old, refs[old.founding.by], heir.now)
    stored = await store.add_group(heir.conn, new, uuid4().hex)
    keys[old.key] = stored.key
    was, now = numbered(old.number, old.year), numbered(stored.number, stored.year)
    texts = {"task": stored.task} | ({"coordinator": stored.coordinator} if stored.coordinator else {})
    facts = {"number": stored.number, "year": stored.year, "from_forum": desk.forum.id, "from_number": was}
    await heir.log(None, "group.taken_over", texts=texts, **facts)
    await desk.log(None, "group.handed_on", number=old.number, year=old.year, to_forum=heir.forum.id, to_number=now)
    await replan_group(heir, stored)
    return Handed(thing=Thing.GROUP, fate=Fate.MOVED, title=old.task, is_closed=old.is_secret, was=was, now=now)


async def _seat(
    desk: WritingDesk, heir: WritingDesk, old: Appointment, known: tuple[Mapping[Ref, Ref], _Keys, Groups]
) -> tuple[Handed, ...]:
    refs, keys, groups = known
    place = where(desk, old, groups)
    group = None if old.group is None else keys.get(old.group)
    as_was = replace(old, body=place) if old.group is not None and group is None else old  # its group is closed
    new = seat_in(heir.forum, desk.forum, as_was, refs, group, heir.now)
    stored = await store.add(heir.conn, new, f"{uuid4().hex}/1")
    given = await store.answers(desk.conn, old)
    for number, each in enumerate(answers_in(heir.forum, desk.forum, given, heir.now), start=1):
        await store.answer(heir.conn, stored, number, each)
    await _log(desk, heir, old, stored)
    await replan(heir, stored)
    await ask(heir, stored)
    absent = left_out(heir.forum, desk.forum, given)
    return tuple(_handed(old, stored, say("appointment.handed", titel=old.title, sted=place), absent))


async def _log(desk: WritingDesk, heir: WritingDesk, old: Appointment, new: Appointment) -> None:
    was, now = numbered(old.number, old.year), numbered(new.number, new.year)
    texts = {name: words for name in ("title", "body") if (words := getattr(new, name))}
    holders = "\n".join(each.name for each in new.details.tenures)
    said = texts | ({"name": holders} if holders else {})
    facts = {"number": new.number, "year": new.year, "from_forum": desk.forum.id, "from_number": was}
    await heir.log(None, "appointment.taken_over", texts=said, group=new.group, **facts)
    to = heir.forum.id
    await desk.log(None, "appointment.handed_on", number=old.number, year=old.year, to_forum=to, to_number=now)


def _handed(old: Appointment, new: Appointment, title: str, absent: tuple[str, ...]) -> Iterator[Handed]:
    """The seat, and the call for candidates where one is open."""
    was, now = numbered(old.number, old.year), numbered(new.number, new.year)
    yield Handed(thing=Thing.SEAT, fate=Fate.MOVED, title=title, was=was, now=now)
    if old.details.call is not None:
        note = Note.LEFT_OUT if absent else None
        names = listing(absent) if absent else ""
        yield Handed(thing=Thing.CALL, fate=Fate.MOVED, title=title, was=was, now=now, note=note, about=names)
