"""What minutes make of duties: tasks of what was resolved, local initiatives, and who writes the minutes themselves."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.agenda.state import AgendaItem
from bot.domain.duties import owners
from bot.domain.duties.actions import CreateDuty
from bot.domain.duties.state import FollowUp, Kind, Status
from bot.domain.kernel.danish import fold
from bot.domain.kernel.meeting import Meeting
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.duties import forms
from bot.usecases.duties.keeping import add, keep
from bot.usecases.duties.loading import minutes_form
from bot.usecases.duties.views import owner_of
from cards.duties.view import STATUSES, called
from cards.kit.elements import escape
from cards.kit.fitting import shorten
from cards.kit.words import medium_date, say
from storage import duties as store

_LONGEST_LINE = 120  # characters of a title


async def duties_of(desk: Desk, meeting: str) -> tuple[FollowUp, ...]:
    """Everything that came from the meeting's items, but what was dropped."""
    every = await store.of_meetings(desk.conn, desk.forum.id, [meeting])
    return tuple(each for each in every if each.item is not None and each.status is not Status.DROPPED)


async def add_task(desk: WritingDesk, actor: str, origin: forms.Origin, typed: CreateDuty) -> FollowUp:
    """A task of an item; what says the same of it already is that task, so that a second click makes no second one."""
    duty = forms.read(desk, actor, typed, origin)
    for known in await duties_of(desk, origin[0].id):
        if (known.item, fold(known.title), known.is_open) == (duty.item, fold(duty.title), True):
            return known
    return await add(desk, actor, duty, forms.form_id(""))


async def keep_initiative(desk: WritingDesk, actor: str, meeting: Meeting, item: AgendaItem, *, is_one: bool) -> None:
    """The duty of an item that became a local initiative (C18); dropped where it is none after all."""
    form = f"initiative/{meeting.id}/{item.id}"
    stored = await store.by_form(desk.conn, desk.forum.id, form)
    if stored is None and is_one:
        typed = CreateDuty(title=item.content.title)
        duty = forms.read(desk, actor, typed, (meeting, item, 0))
        await add(desk, actor, replace(duty, kind=Kind.LOCAL_INITIATIVE), form)
    elif stored is not None and is_one is (stored.status is Status.DROPPED):
        status = Status.NOT_BEGUN if is_one else Status.DROPPED
        await keep(desk, actor, stored, replace(stored, status=status), "duty.updated")


async def end_writing(desk: WritingDesk, actor: str, meeting: str) -> None:
    """The minutes have left: nobody owes them any more."""
    stored = await store.by_form(desk.conn, desk.forum.id, minutes_form(meeting))
    if stored is not None and stored.is_open:
        await keep(desk, actor, stored, replace(stored, status=Status.DONE), "duty.updated")


async def writer_of(desk: Desk, meeting: str) -> str | None:
    """Whoever took the meeting's minutes and still serves the forum."""
    stored = await store.by_form(desk.conn, desk.forum.id, minutes_form(meeting))
    if stored is None:
        return None
    writer = owners.taker_of(stored, desk.forum, desk.today)
    return writer if writer is not None and owners.may_take(stored, desk.forum, writer, desk.today) else None


def line(desk: Desk, duty: FollowUp) -> str:
    """A task as the minutes show it, as Markdown: what was resolved of it, and not how far it is."""
    due = duty.details.due
    words = say(
        "duty.line",
        opgave=called(duty.kind, duty.number, duty.year),
        titel=shorten(duty.title, _LONGEST_LINE),
        ansvarlig=owner_of(desk, duty) or say("duty.owner.none"),
        frist=say("duty.due.none") if due is None else say("duty.due", frist=medium_date(due)),
    )
    return escape(words)


def lines_now(desk: Desk, duties: Sequence[FollowUp], item: int) -> list[str]:
    """The same with how far each is."""
    of_item = [each for each in duties if each.item == item]
    return [say("duty.line.now", opgave=line(desk, each), status=say(STATUSES[each.status])) for each in of_item]


def lines(desk: Desk, duties: Sequence[FollowUp], item: int) -> list[str]:
    """Those of one item."""
    return [line(desk, each) for each in duties if each.item == item]
