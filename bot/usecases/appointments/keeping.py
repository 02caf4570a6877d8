"""A seat or a group that is new or was changed is stored and logged; its reminders and its cards follow it."""

from bot.domain.appointments.state import Appointment, Group
from bot.usecases.appointments.asking import redraw
from bot.usecases.appointments.reminding import replan, replan_group
from bot.usecases.desk import WritingDesk
from storage import appointments as store


async def add(desk: WritingDesk, actor: str, new: Appointment, form: str) -> Appointment:
    """Store a new seat under its number."""
    stored = await store.add(desk.conn, new, form)
    texts = {"title": stored.title, "body": stored.body, "level": stored.level}
    await _log(desk, actor, stored, "appointment.created", texts, group=stored.group)
    return stored


async def keep(
    desk: WritingDesk,
    actor: str,
    before: Appointment,
    after: Appointment,
    what: str,
    texts: dict[str, str] | None = None,
    **facts: object,
) -> Appointment:
    """Store a seat that changed; what did not leaves no trace."""
    if after == before:
        return before
    stored = await store.save(desk.conn, after)
    await _log(desk, actor, stored, what, texts or {}, **facts)
    await replan(desk, stored)
    await redraw(desk, stored)
    return stored


async def keep_group(desk: WritingDesk, actor: str, before: Group, after: Group, what: str) -> Group:
    """Store a group that changed."""
    if after == before:
        return before
    stored = await store.save_group(desk.conn, after)
    await desk.log(actor, what, number=stored.number, year=stored.year, revision=stored.revision)
    await replan_group(desk, stored)
    return stored


async def _log(
    desk: WritingDesk, actor: str, one: Appointment, what: str, texts: dict[str, str], **facts: object
) -> None:
    said = {name: words for name, words in texts.items() if words}
    named = {"number": one.number, "year": one.year, "revision": one.revision}
    await desk.log(actor, what, texts=said, **named, **facts)
