"""»Årshjul«: a year's meetings, hosts and days as they stand; nothing here changes anything."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.settings import has_hosts, hosting_order
from bot.domain.year.actions import ShowYear
from bot.domain.year.evaluation import EVERY, HOW, is_spoken_of
from bot.domain.year.frequency import Frequency, frequency
from bot.domain.year.hosting import CONFIRM_DAYS, confirm_days, may_settle
from bot.domain.year.rota import Turn, is_settled, latest, next_in, turns
from bot.domain.year.state import Confirmation
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from bot.usecases.year import entries, warnings
from bot.usecases.year.years import year_meant
from cards.kit.elements import Card
from cards.kit.words import say
from cards.year import cards
from cards.year.evaluation import chosen_words
from cards.year.view import Held, HostRow, MeetingRow, Rota, YearView
from storage import hosts


async def show(desk: Desk, actor: str, action: ShowYear) -> Card:
    """The year that is meant."""
    said = await hosts.of(desk.conn, desk.forum.id)
    return cards.year(await view_of(desk, actor, year_meant(action.of_year, desk.today.year), said))


async def view_of(desk: Desk, actor: str, year: int, said: Mapping[str, Confirmation]) -> YearView:
    """The year as that person may see it."""
    counted = frequency(desk.forum, year)
    serves = is_secretariat(desk, actor) or desk.is_overheard
    own = _own(desk, actor, year)
    has_rota = counted is not None and has_hosts(desk.forum)
    return YearView(
        forum=desk.forum.id,
        name=desk.forum.name,
        year=year,
        today=desk.today,
        counted=counted,
        meetings=sorted(_meetings(desk, year, said), key=lambda each: each.day),
        rota=rota_of(desk) if has_rota else None,
        dated=entries.ahead(desk, year),
        outside=await entries.outside(desk, year),
        notes=[] if counted is None else list(_notes(desk, counted)),
        may_evaluate=serves and counted is not None and is_spoken_of(desk.forum),
        may_order=serves and has_rota and desk.forum.charter.hosting.order.value is None,
        may_confirm=None if own is None or _is_confirmed(own, said) else own.meeting,
        may_swap=None if own is None else own.meeting,
    )


def _own(desk: Desk, actor: str, year: int) -> Turn | None:
    """The next meeting of the year whose host that person answers for; in a channel anybody may be who reads it."""
    if not has_hosts(desk.forum):
        return None
    ahead = (each for each in turns(desk.forum) if each.meeting.day.year == year and each.meeting.starts > desk.now)
    for each in ahead:
        if each.host and (desk.is_overheard or may_settle(desk.forum, each.host, actor, desk.today)):
            return each
    return None


def _is_confirmed(turn: Turn, said: Mapping[str, Confirmation]) -> bool:
    known = said.get(turn.meeting.id)
    return known is not None and known.holds(turn.meeting, turn.host)


def _notes(desk: Desk, counted: Frequency) -> Iterator[str]:
    """When too few meetings are told of, and what nobody settled."""
    if counted.rules.min_per_year.value is not None:
        yield warnings.words(desk, counted.year)
    if is_spoken_of(desk.forum):
        quote = desk.forum.charter.evaluation.words
        yield chosen_words(desk.forum.choice(HOW), desk.forum.choice(EVERY))
        if quote:
            yield say("overview.charter", ord=quote)
    if not has_hosts(desk.forum):
        yield say("year.host.unset")
    elif desk.forum.chosen(CONFIRM_DAYS) is None:
        yield say("year.host.asked.proposed", dage=confirm_days(desk.forum))
    else:
        yield say("year.host.asked", dage=confirm_days(desk.forum))


def rota_of(desk: Desk) -> Rota:
    """Who hosts in turn, as far as anybody settled it."""
    forum, charter, found = desk.forum, desk.forum.charter, turns(desk.forum)
    order, last, following = hosting_order(forum), latest(found), next_in(forum)
    left_out = [] if is_settled(forum) else [each.name for each in forum.organisations if each.id not in order]
    return Rota(
        order=[HostRow(name=_name(desk, each), latest=last[each].day if each in last else None) for each in order],
        following=None if following is None else _name(desk, following),
        left_out=left_out,
        words=(charter.hosting.rotation.words or "") if charter.hosting.rotation.value else "",
        host_leads=charter.chair.model.value == "host_leads",
        is_rotating=bool(charter.hosting.rotation.value),
    )


def _meetings(desk: Desk, year: int, said: Mapping[str, Confirmation]) -> Iterator[MeetingRow]:
    counted = frequency(desk.forum, year)
    beyond = set() if counted is None else {each.id for each in counted.beyond}
    has = has_hosts(desk.forum)
    for turn in turns(desk.forum):
        if turn.meeting.day.year == year:
            held = Held.HELD if turn.meeting.ends <= desk.now else Held.PLANNED
            host = _name(desk, turn.host) if turn.host and has else None
            row = _row(turn.meeting, held, host, is_proposed=turn.is_proposed, is_beyond=turn.meeting.id in beyond)
            yield replace(row, is_confirmed=held is Held.PLANNED and _is_confirmed(turn, said))
    for meeting in desk.forum.cancelled:
        if meeting.day.year == year:
            yield _row(meeting, Held.CANCELLED, None)


def _row(
    meeting: Meeting, held: Held, host: str | None, *, is_proposed: bool = False, is_beyond: bool = False
) -> MeetingRow:
    return MeetingRow(
        id=meeting.id,
        day=meeting.day,
        place=meeting.place,
        held=held,
        host=host,
        is_proposed=is_proposed and held is Held.PLANNED,
        is_beyond=is_beyond,
    )


def _name(desk: Desk, organisation: str) -> str:
    found = desk.forum.organisation(organisation)
    return organisation if found is None else found.name
