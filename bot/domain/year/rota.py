"""Whose turn it is to host: whoever of the rota has not hosted for longest, so that nobody is skipped.

It follows from the hosts of the meetings alone, held and planned: two organisations that swap change places, and
whoever gave their meeting away is next.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.settings import HOSTING_ORDER, hosting_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A meeting and who hosts it; `is_proposed` where nobody has said so yet, and the rota does."""

    meeting: Meeting
    host: str | None
    is_proposed: bool = False


def is_settled(forum: Forum) -> bool:
    """Whether it is settled who takes part in the rota, and not only how the forum's file lists them."""
    return forum.charter.hosting.order.value is not None or forum.chosen(HOSTING_ORDER) is not None


def turns(forum: Forum) -> tuple[Turn, ...]:
    """Every meeting, the earliest first, with its host or whoever is proposed."""
    order, past = hosting_order(forum), list[str | None]()
    found: list[Turn] = []
    every = sorted(forum.meetings, key=lambda each: each.starts)
    for place, meeting in enumerate(every, start=1):
        soon = {each.host for each in every[place : place + len(order) - 1]}
        free = [each for each in order if each not in soon]
        host = meeting.host or next_host(order, past, free or order)
        found.append(Turn(meeting=meeting, host=host, is_proposed=meeting.host is None and host is not None))
        past.append(host)
    return tuple(found)


def turn_of(forum: Forum, meeting: Meeting) -> Turn:
    """That meeting's."""
    return next((each for each in turns(forum) if each.meeting.id == meeting.id), Turn(meeting=meeting, host=None))


def next_in(forum: Forum) -> str | None:
    """Who hosts the next meeting that anybody plans; None where no order is settled."""
    return next_host(hosting_order(forum), [each.host for each in turns(forum)])


def next_host(order: Sequence[str], past: Sequence[str | None], free: Collection[str] | None = None) -> str | None:
    """Whose turn it is after those hosts: the one whose last time lies farthest back, of those who are `free` for it.

    Of those who have not hosted yet, the first in the order after the latest who has.
    """
    last = {host: place for place, host in enumerate(past)}
    known = [host for host in past if host in order]
    start = order.index(known[-1]) + 1 if known and known[-1] is not None else 0
    in_turn = [*order[start:], *order[:start]]
    among = [each for each in in_turn if free is None or each in free]
    return min(among, key=lambda each: last.get(each, -1), default=None)


def latest(found: Iterable[Turn]) -> Mapping[str, Meeting]:
    """By organisation: the latest meeting that it hosts or is proposed for."""
    return {each.host: each.meeting for each in found if each.host is not None}
