"""A meeting that is held as somebody sees it here: of an item closed to them, the neutral title and nobody recused."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.agenda.state import AgendaItem
from bot.domain.live.course import ItemTime, course
from bot.domain.live.presence import here, is_there
from bot.domain.live.rules import following, place_of, preceding, untreated
from bot.domain.live.state import Live
from bot.domain.minutes.attendance import was_there
from bot.domain.minutes.items import nobody_sees
from bot.domain.minutes.state import WasThere
from bot.usecases.desk import Desk
from bot.usecases.live.loading import Held
from bot.usecases.minutes.presence import expected, people, stand_ins
from bot.usecases.minutes.views import Sees, seen_by
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card
from cards.kit.words import say
from cards.live import cards
from cards.live.view import ItemLine, LiveView
from cards.proposals.closed import NEUTRAL_TITLE


async def card_for(desk: Desk, actor: str, held: Held, *, outcome: str | None = None, typed: str = "") -> Card:
    """The live card as that person should see it now."""
    sees = await seen_by(desk, actor, held.record)
    return cards.live(_view(desk, held, sees, may_write=is_secretariat(desk, actor)), outcome=outcome, typed=typed)


def channel_card(desk: Desk, held: Held) -> Card:
    """The same for everybody in the channel; whoever presses a button there may do so by their own right."""
    return cards.live(_view(desk, held, nobody_sees, may_write=True))


def titles(held: Held, sees: Sees) -> list[str]:
    """What the items are called here."""
    return [each.content.title if _is_open(each, sees) else NEUTRAL_TITLE for each in held.items]


def _is_open(item: AgendaItem, sees: Sees) -> bool:
    return not item.content.is_closed or sees(item)


def _view(desk: Desk, held: Held, sees: Sees, *, may_write: bool) -> LiveView:
    live, noted = held.live, held.record.minutes.attendance
    times = course(live, held.items, held.meeting, desk.now, noted.ended_at)
    lines = _lines(held, titles(held, sees), times.items)
    place = place_of(held.items, live.last_item)
    shows = place == 0 or _is_open(held.items[place - 1], sees)
    recused = _recused(live) if shows else []
    there = here(noted, live if shows else replace(live, recusals=()), desk.now)
    awaited = expected(desk, held.record.meeting, live)
    filled = [each for each, other in stand_ins(desk, held.record.meeting, held.live).items() if other in there]
    lacking = [each for each in _known(desk, held) if each not in (*there, *recused, *filled)]
    return LiveView(
        forum=desk.forum.id,
        meeting=held.meeting,
        tz=desk.forum.timezone,
        revision=live.revision,
        items=lines,
        current=lines[place - 1] if place else None,
        has_next=following(held.items, place) is not None,
        has_previous=preceding(held.items, place) is not None,
        is_running=live.is_running,
        is_break=live.is_running and live.item is None,
        since=live.spells[-1].began,
        started_at=live.started_at,
        ended_at=noted.ended_at or live.ended_at,
        expected_end=times.expected_end,
        planned_end=times.planned_end,
        lag=times.lag,
        here=[_named(desk, held, each) for each in there],
        missing=[desk.name_of(each) for each in lacking if each in awaited],
        recused=[desk.name_of(each) for each in recused],
        people=_offered(desk, held),
        untreated=untreated(live, held.items),
        may_write=may_write,
        may_touch=shows,
        has_unknown=_has_unknown(desk, held),
        has_substitutes=any(each.substitute_for for each in desk.forum.seats if each.holds_on(held.meeting.day)),
    )


def _lines(held: Held, named: Sequence[str], times: Sequence[ItemTime]) -> list[ItemLine]:
    return [
        ItemLine(
            position=position,
            title=title,
            planned=each.planned,
            spent=each.spent,
            began=each.began,
            is_on=each.is_on,
            is_gone=item.gone is not None,
        )
        for position, (item, title, each) in enumerate(zip(held.items, named, times, strict=True), start=1)
    ]


def _recused(live: Live) -> list[str]:
    """Those who are recused from the item that is on."""
    return [each.person for each in live.recusals if each.item == live.item]


def _known(desk: Desk, held: Held) -> list[str]:
    return list(people(desk, held.record.meeting))


def _named(desk: Desk, held: Held, person: str) -> str:
    """The name, with in whose place they are there."""
    places = {other: each for each, other in stand_ins(desk, held.record.meeting, held.live).items()}
    own = desk.name_of(person)
    return say("approval.stands_in", navn=own, hvem=desk.name_of(places[person])) if person in places else own


def _offered(desk: Desk, held: Held) -> dict[str, str]:
    """Everybody with a seat, those who are not there first, since they may come."""
    noted = held.record.minutes.attendance
    names = people(desk, held.record.meeting)
    return dict(sorted(names.items(), key=lambda each: is_there(noted, each[0], desk.now)))


def _has_unknown(desk: Desk, held: Held) -> bool:
    """Whether nobody has said of somebody who is expected if they were there."""
    noted = held.record.minutes.attendance
    return any(was_there(noted, each) is WasThere.UNKNOWN for each in expected(desk, held.record.meeting, held.live))
