"""What happened in a year, gathered from what is stored: a closed item is a neutral title and nothing else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.duties.state import FollowUp, Kind, Status
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.settings import has_hosts
from bot.domain.minutes.state import Resolution
from bot.usecases.desk import Desk
from cards.duties.view import STATUSES, called
from cards.kit.words import medium_date, say
from cards.minutes.sentence import in_short
from cards.proposals.closed import NEUTRAL_TITLE
from cards.year.happened import Happened, Held, Item
from storage import agenda as agendas
from storage import duties, minutes

_NOT_TASKS = (Kind.MINUTES, Kind.AGREEMENT)
_FINISHED = (Status.DONE, Status.GRANTED)
_MOST = 200  # agreements


async def happened(desk: Desk, year: int) -> Happened:
    """The year as it was until now, or to its end."""
    own = [each for each in desk.forum.meetings if each.day.year == year]
    held = sorted((each for each in own if each.ends <= desk.now), key=lambda each: each.starts)
    names = [each.id for each in held]
    known = await agendas.of_meetings(desk.conn, desk.forum.id, names)
    resolved = await minutes.resolutions(desk.conn, desk.forum.id, names)
    items = {each.id: _items(known.get(each.id)) for each in held}
    counted = Counter(name for every in items.values() for each in every for name in each.content.principles)
    principles = [each.name for each in desk.forum.charter.principles]
    owed = await duties.of_year(desk.conn, desk.forum.id, year)
    tasks = [each for each in owed if each.kind not in _NOT_TASKS]
    is_over = desk.today > date(year, 12, 31)
    return Happened(
        forum=desk.forum.name,
        year=year,
        until=date(year, 12, 31) if is_over else desk.today,
        is_over=is_over,
        meetings=[_held(desk, each, items[each.id], resolved) for each in held],
        planned=len(own) - len(held),
        tasks=[_task(each) for each in tasks],
        tasks_done=sum(each.status in _FINISHED for each in tasks),
        covered=[(name, number) for name in principles if (number := counted[name])],
        uncovered=[name for name in principles if not counted[name]],
        agreements=await _agreements(desk, set(names), year),
    )


def _items(agenda: Agenda | None) -> Sequence[AgendaItem]:
    """What was on it besides what every agenda has."""
    if agenda is None:
        return ()
    frozen = agenda.sent or agenda.newest
    items = agenda.items if frozen is None else frozen.items
    return [each for each in items if each.standing is None]


def _held(
    desk: Desk, meeting: Meeting, items: Sequence[AgendaItem], resolved: Mapping[str, tuple[Resolution, ...]]
) -> Held:
    said = {each.item: each for each in resolved.get(meeting.id, ())}
    host = desk.forum.organisation(meeting.host) if has_hosts(desk.forum) else None
    return Held(
        day=meeting.day,
        host=None if host is None else host.name,
        items=[_item(each, said.get(each.id)) for each in items],
        has_minutes=meeting.id in resolved or not meeting.owes,
    )


def _item(item: AgendaItem, said: Resolution | None) -> Item:
    is_resolved = said is not None and said.is_resolved
    if item.content.is_closed:
        return Item(title=NEUTRAL_TITLE, is_resolved=is_resolved)
    told = "" if said is None else " ".join(in_short(said).split()).strip(" .")
    return Item(title=item.content.title, resolved=told, is_resolved=is_resolved)


def _task(duty: FollowUp) -> str:
    title = NEUTRAL_TITLE if duty.is_closed else duty.title
    name = called(duty.kind, duty.number, duty.year)
    return say("status.task", opgave=name, titel=title, status=say(STATUSES[duty.status]))


async def _agreements(desk: Desk, held: set[str], year: int) -> list[str]:
    """Every one that is kept, with the day of the year on which it was followed up."""
    found = await duties.of_kind(desk.conn, desk.forum.id, Kind.AGREEMENT, most=_MOST)
    return [_agreement(desk, each, held, year) for each in found if each.details.created_at.year <= year]


def _agreement(desk: Desk, duty: FollowUp, held: set[str], year: int) -> str:
    meeting = desk.forum.meeting(duty.details.agenda_meeting or "")
    last = meeting.day if meeting is not None and meeting.id in held else duty.details.followed_on
    title = NEUTRAL_TITLE if duty.is_closed else duty.title
    if last is None or last.year != year:
        return say("status.agreement.not", titel=title)
    return say("status.agreement", titel=title, dato=medium_date(last))
