"""What is owed goes on in the forum that takes over: tasks, efforts, agreements, grants, and minutes not yet sent."""

from dataclasses import replace
from uuid import uuid4

from bot.domain.duties.handing_on import handed_on, noted, taken_over
from bot.domain.duties.state import FollowUp, Kind
from bot.domain.kernel.handed import Fate, Handed, Note, Origin, Thing, numbered
from bot.usecases.desk import WritingDesk
from bot.usecases.duties.agreements import ask_how_often
from bot.usecases.duties.keeping import add, keep
from bot.usecases.duties.loading import owed
from cards.kit.words import say


async def hand_on(desk: WritingDesk, heir: WritingDesk) -> tuple[Handed, ...]:
    """Let the heir go on with each, its people's where they are there too.

    An archive sends no minutes: that they are owed becomes a task, and what was written of them can be read there.
    """
    every = await owed(desk)
    moved = tuple([await _duty(desk, heir, each) for each in every])
    if any(each.kind is Kind.AGREEMENT for each in every):
        await ask_how_often(heir)
    return moved


async def _duty(desk: WritingDesk, heir: WritingDesk, old: FollowUp) -> Handed:
    was = numbered(old.number, old.year) if old.number else ""
    origin = Origin(forum=desk.forum.id, name=desk.forum.name, number=was, whose=_whose(desk, old))
    new = taken_over(heir.forum, desk.forum, old, origin, heir.now)
    if old.kind is Kind.MINUTES:
        new = replace(new, title=say("duty.minutes.of_forum", titel=old.title, forum=desk.forum.name))
    new = await add(heir, None, new, uuid4().hex, from_forum=desk.forum.id, from_number=was)
    now = numbered(new.number, new.year)
    if old.number:
        told = say("duty.words.handed_on", forum=heir.forum.name, nr=now)
        gone = handed_on(old, told)
        there = heir.forum.id
        await keep(desk, None, old, gone, "duty.handed_on", to_forum=there, to_number=new.number, to_year=new.year)
    note = noted(old, new)
    return Handed(
        thing=Thing(old.kind.value),
        fate=Fate.MOVED,
        title=old.title,
        is_closed=old.is_closed,
        was=was,
        now=now,
        note=note,
        about=_about(heir, note, origin, new),
    )


def _whose(desk: WritingDesk, duty: FollowUp) -> str:
    if duty.person is not None:
        return desk.name_of(duty.person)
    organisation = desk.forum.organisation(duty.organisation)
    return "" if organisation is None else organisation.name


def _about(heir: WritingDesk, note: Note | None, origin: Origin, new: FollowUp) -> str:
    """Whom the note speaks of: who owes it now, or whose it was."""
    organisation = heir.forum.organisation(new.organisation)
    return organisation.name if note is Note.TO_ORGANISATION and organisation is not None else origin.whose
