"""Working groups are set up by a resolution, have a task that is owed like any other, and are closed as it is done."""

from bot.domain.appointments import founding, rules
from bot.domain.appointments.actions import CloseGroup, CreateGroup, ReopenGroup
from bot.domain.appointments.notices import AppointmentNotice
from bot.domain.appointments.state import Founding, Group
from bot.domain.duties.actions import CreateDuty
from bot.domain.kernel import settings
from bot.domain.kernel.danish import NOBODY, clean_line, fold
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.appointments import forms
from bot.usecases.appointments.keeping import keep_group
from bot.usecases.appointments.loading import group_found
from bot.usecases.appointments.reminding import replan_group
from bot.usecases.appointments.resolutions import Resolved, meant
from bot.usecases.appointments.views import duties_of, group_view
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.duties import of_minutes
from bot.usecases.rights import require_secretariat
from cards.appointments import cards
from cards.kit.elements import Card
from cards.kit.words import say
from storage import appointments as store

_LONGEST_TASK = 200  # characters: it is a duty's title, too
_LONGEST_NAME = 200


async def create(desk: WritingDesk, actor: str, action: CreateGroup) -> Card:
    """A new group; the same form sent again is answered again."""
    require_secretariat(desk, actor)
    charter, form = desk.forum.charter, forms.form_id(action.form)
    founding.check_ours(charter)
    known = await store.group_by_form(desk.conn, desk.forum.id, form)
    if known is not None:
        return await shown(desk, actor, known, say("group.done.again"))
    resolved = await meant(desk, action.resolution, founding.no_resolution(charter))
    group = _read(desk, actor, action, resolved)
    stored = await store.add_group(desk.conn, group, form)
    texts = {"task": stored.task, "level": stored.level, "coordinator": stored.coordinator}
    by = {"of_meeting": resolved.meeting.id, "item": resolved.item.id}
    said = {name: words for name, words in texts.items() if words}
    await desk.log(actor, "group.created", texts=said, number=stored.number, year=stored.year, **by)
    await replan_group(desk, stored)
    await _owe(desk, actor, stored, resolved)
    return await shown(desk, actor, stored, say("group.done.created", gruppe=_called(stored)))


async def close(desk: WritingDesk, actor: str, action: CloseGroup) -> Card:
    """»Luk gruppen«: it stays readable."""
    require_secretariat(desk, actor)
    group = await group_found(desk, action.number, action.year)
    kept = await keep_group(desk, actor, group, rules.close(group, desk.today), "group.closed")
    return await shown(desk, actor, kept, say("group.done.closed", gruppe=_called(kept)))


async def reopen(desk: WritingDesk, actor: str, action: ReopenGroup) -> Card:
    """It is at work after all."""
    require_secretariat(desk, actor)
    group = await group_found(desk, action.number, action.year)
    kept = await keep_group(desk, actor, group, rules.reopen(group), "group.reopened")
    return await shown(desk, actor, kept, say("group.done.reopened", gruppe=_called(kept)))


async def follow_duties(desk: WritingDesk) -> None:
    """The secretariat is asked about each group whose tasks are all done by now, once."""
    for group in await store.groups(desk.conn, desk.forum.id):
        if not await is_done(desk, group):
            continue
        about = ("done", group.year, group.number, group.revision)
        for person in settings.secretariat(desk.forum, desk.today):
            if await desk.told(AppointmentNotice.ENDED, *about, recipient=person) is None:
                await _ask_whether_closed(desk, group, about, person)


async def is_done(desk: Desk, group: Group) -> bool:
    """Whether tasks came of the resolution that it rests on, and none of them is owed any more."""
    duties = await duties_of(desk, group)
    return bool(duties) and not any(each.is_open for each in duties)


async def shown(desk: Desk, actor: str, group: Group, outcome: str | None = None) -> Card:
    """The group with its seats."""
    seats = await store.open_ones(desk.conn, desk.forum.id)
    return cards.one_group(await group_view(desk, actor, group, seats), outcome=outcome)


def _read(desk: Desk, actor: str, action: CreateGroup, resolved: Resolved) -> Group:
    """The group that the form describes, not yet numbered; Refusal about the field that is at fault."""
    charter = desk.forum.charter
    task = clean_line(action.task, Term("group.field.task"), _LONGEST_TASK, required=False)
    if not task:
        raise founding.no_task(charter)
    level = forms.read_level(action.level) or founding.set_level(charter)
    if founding.needs_level(charter) and not level:
        raise Refusal("missing_field", field="level", felt=Term("group.field.level"))
    until = forms.read_day(desk, action.until, "until")
    if until is not None and until < desk.today:
        raise Refusal("bad_term", field="until")
    required = founding.needs_coordinator(charter)
    name = clean_line(action.coordinator, Term("group.field.coordinator.needed"), _LONGEST_NAME, required=required)
    by = Founding(by=resolved.ref, at=desk.now, created_by=actor, until=until)
    return Group(
        forum=desk.forum.id,
        year=desk.now.year,
        number=0,
        revision=1,
        task=task,
        level=level,
        coordinator="" if fold(name) == NOBODY else name,
        founding=by,
        is_secret=resolved.item.content.is_closed,
    )


async def _owe(desk: WritingDesk, actor: str, group: Group, resolved: Resolved) -> None:
    """Its task is a duty, unless the resolution has led to one already: when that is done, so is the group."""
    if await duties_of(desk, group):
        return
    until = group.founding.until
    typed = CreateDuty(title=group.task, due="" if until is None else until.isoformat())
    await of_minutes.add_task(desk, actor, (resolved.meeting, resolved.item, resolved.position), typed)


async def _ask_whether_closed(desk: WritingDesk, group: Group, about: tuple[object, ...], person: str) -> None:
    kind, year, number = AppointmentNotice.ENDED, group.year, group.number
    await desk.tell(kind, *about, recipient=person, what="group", year=year, number=number, is_done=True)


def _called(group: Group) -> str:
    return say("group.number", nr=group.number, aar=group.year)
