"""What a meeting's documents are filed on, what of them has left, and what was filed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.agenda.state import AgendaItem
from bot.domain.filing.rules import Missing, left, missing, usual_number
from bot.domain.filing.state import Cases, Filing, Left
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.rules import blank, items_of
from bot.usecases.agenda.views import draft_of
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from storage import agenda as agendas
from storage import filing as store
from storage import minutes as minutes_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A meeting as it stands in the records system; `left` are its documents, `missing` what it lacks."""

    meeting: Meeting
    cases: Cases
    left: tuple[Left, ...]
    filings: tuple[Filing, ...]
    missing: Missing


async def cases_of(desk: Desk, meeting: Meeting) -> Cases:
    """What a meeting and its items are filed on."""
    return await store.cases(desk.conn, desk.forum.id, meeting.id, usual_number(desk.forum))


async def items_to_file(desk: Desk, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The meeting's items by position."""
    minutes = await minutes_store.get(desk.conn, desk.forum.id, meeting.id)
    return items_of(await draft_of(desk, meeting), minutes or blank(desk.forum.id, meeting.id))


def meeting_to_file(desk: Desk, named: str | None) -> Meeting:
    """The meeting that is named, a cancelled one too, else the next one, else the last; Refusal where there is none."""
    if named is not None:
        return desk.forum.cancelled_meeting(named) or meeting_meant(desk, named, looks_back=True)
    found = desk.next_meeting() or desk.last_meeting()
    if found is None:
        raise Refusal("no_meeting", forum=desk.forum.name)
    return found


async def standing_of(desk: Desk, meeting: Meeting) -> Standing:
    """One meeting as it stands in the records system."""
    return (await standings(desk, [meeting]))[meeting.id]


async def every_standing(desk: Desk) -> tuple[Standing, ...]:
    """All of the forum's meetings, those that were cancelled since among them, the earliest first."""
    every = sorted((*desk.forum.meetings, *desk.forum.cancelled), key=lambda each: each.starts)
    return tuple((await standings(desk, every)).values())


async def standings(desk: Desk, those: list[Meeting]) -> Mapping[str, Standing]:
    """Each of those meetings, asked for at once."""
    conn, forum, names = desk.conn, desk.forum.id, [each.id for each in those]
    known = await agendas.of_meetings(conn, forum, names)
    written = await minutes_store.of_meetings(conn, forum, names)
    filed = await store.filings_of(conn, forum, names)
    cases = await store.cases_of(conn, forum, names, usual_number(desk.forum))
    found = {}
    for each in those:
        documents = left(known.get(each.id), written.get(each.id))
        found[each.id] = Standing(
            meeting=each,
            cases=cases[each.id],
            left=documents,
            filings=filed[each.id],
            missing=missing(documents, filed[each.id], cases[each.id].whole.number),
        )
    return found
