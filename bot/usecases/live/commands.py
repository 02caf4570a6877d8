"""What takes a meeting through its agenda: it begins, goes on, has a break, and ends."""

from datetime import UTC

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.duties.actions import CreateDuty
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Offer, Refusal
from bot.domain.live import rules
from bot.domain.live.actions import AddTaskInMeeting, EndMeeting, MoveOn, ShowLive, StartMeeting
from bot.domain.minutes import attendance as noting
from bot.domain.minutes.rules import is_sent, with_task
from bot.usecases.desk import WritingDesk
from bot.usecases.duties import of_minutes
from bot.usecases.live.keeping import keep, keep_attendance
from bot.usecases.live.loading import Held, held, meant, require_leading
from bot.usecases.live.views import card_for
from bot.usecases.minutes import keeping as minutes_keeping
from bot.usecases.minutes.records import Record, load
from bot.usecases.minutes.views import check_place
from cards.duties.view import called
from cards.kit.elements import Card
from cards.kit.words import clock_time, say
from storage import agenda as agendas
from storage import live as store


async def start(desk: WritingDesk, actor: str, action: StartMeeting) -> Card:
    """The meeting begins; one that runs already is shown as it runs."""
    meeting = await meant(desk, action.meeting)
    require_leading(desk, actor, meeting)
    record = await load(desk, meeting)
    if (known := record.live) is not None:
        since = clock_time(known.started_at, desk.forum.timezone)
        words = say("live.done.started_already", tid=since) if known.is_running else None
        return await card_for(desk, actor, Held(record=record, live=known), outcome=words)
    await _check_may_start(desk, meeting, record)
    begun = rules.begin(meeting, record.items, desk.now)
    after = await keep(desk, actor, Held(record=record, live=begun), begun, "live.started")
    words = say("live.done.started", tid=clock_time(begun.started_at, desk.forum.timezone))
    return await card_for(desk, actor, after, outcome=words)


async def _check_may_start(desk: WritingDesk, meeting: Meeting, record: Record) -> None:
    rules.check_time(meeting, desk.now)
    other = await store.held_now(desk.conn, desk.forum.id)
    if other is not None and (running := desk.forum.meeting(other)) is not None:
        offer = Offer("live.btn.follow", ShowLive(forum=desk.forum.id, meeting=other))
        raise Refusal("live_running", moede_dato=running.day, offer=offer)
    if is_sent(record.minutes):
        raise Refusal("minutes_sent")
    if record.agenda.sent is None:
        offer = Offer("agenda.btn.open", ShowAgenda(forum=desk.forum.id, meeting=meeting.id))
        raise Refusal("live_unsent", moede_dato=meeting.day, offer=offer)


async def move_on(desk: WritingDesk, actor: str, action: MoveOn) -> Card:
    """The meeting goes on to another item, has a break, or goes on after one."""
    found = await held(desk, action.meeting)
    require_leading(desk, actor, found.meeting)
    if rules.went_on_already(found.live, action.step, desk.now, by=actor, revision=action.revision):
        words = say("live.done.item_already", nr=rules.place_of(found.items, found.live.item))
        return await card_for(desk, actor, found, outcome=words)
    changed = rules.move_on(
        found.live, found.items, action.step, desk.now, position=action.position, revision=action.revision, by=actor
    )
    if changed.is_running and not found.live.is_running:
        rules.check_time(found.meeting, desk.now)
        found = await keep_attendance(desk, actor, found, noting.forget_end(found.record.minutes.attendance))
    after = await keep(desk, actor, found, changed, "live.moved")
    place = rules.place_of(after.items, changed.item)
    words = say("live.done.item", nr=place) if place else say("live.done.break")
    return await card_for(desk, actor, after, outcome=words)


async def add_task(desk: WritingDesk, actor: str, action: AddTaskInMeeting) -> Card:
    """A task of the item that is on."""
    found = await held(desk, action.meeting)
    require_leading(desk, actor, found.meeting)
    place = rules.place_of(found.items, found.live.last_item)
    item = found.items[place - 1]
    check_place(desk, item)
    if found.record.agenda.sent_version is None:
        await agendas.put(desk.conn, found.record.agenda)
    typed = CreateDuty(title=action.duty.strip() or item.content.title)
    task = await of_minutes.add_task(desk, actor, (found.meeting, item, place), typed)
    await minutes_keeping.keep(desk, found.record, with_task(found.record.minutes))
    words = say("duty.done.created", opgave=called(task.kind, task.number, task.year))
    return await card_for(desk, actor, found, outcome=words)


async def end(desk: WritingDesk, actor: str, action: EndMeeting) -> Card:
    """The meeting is over, and the minutes know when."""
    found = await held(desk, action.meeting)
    require_leading(desk, actor, found.meeting)
    ended = rules.end(found.live, desk.now)
    after = await keep(desk, actor, found, ended, "live.ended")
    if found.live.is_running and not is_sent(found.record.minutes):
        noted = noting.end_now(after.record.minutes.attendance, desk.now.astimezone(UTC), after.meeting)
        after = await keep_attendance(desk, actor, after, noted)
    at = ended.ended_at
    words = None if at is None else say("live.done.ended", tid=clock_time(at, desk.forum.timezone))
    return await card_for(desk, actor, after, outcome=words)
