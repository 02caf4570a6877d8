"""Which meeting of another body is meant, and what is known of it."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.external.actions import ExternalAction
from bot.domain.external.state import Answer, ExternalMeeting
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from storage import external as store

_PAST = 10
"""Meetings that were held and are still listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A meeting with everything that was answered."""

    meeting: ExternalMeeting
    answers: tuple[Answer, ...] = ()


async def found(desk: Desk, action: ExternalAction) -> Known:
    """The one that is meant, or the next; Refusal "external_unknown" or "external_none"."""
    if action.number is None:
        return await known(desk, await _next(desk))
    meeting = await store.by_number(desk.conn, desk.forum.id, action.number, action.year)
    if meeting is None:
        raise Refusal("external_unknown", nr=action.number, forum=desk.forum.name)
    return await known(desk, meeting)


async def known(desk: Desk, meeting: ExternalMeeting) -> Known:
    """That one with its answers."""
    return (await _all_known(desk, (meeting,)))[0]


async def coming(desk: Desk) -> list[Known]:
    """Every one from today on, the first first."""
    return await _all_known(desk, await store.since(desk.conn, desk.forum.id, desk.today))


async def past(desk: Desk) -> list[Known]:
    """The latest that were held, the latest first."""
    return await _all_known(desk, await store.before(desk.conn, desk.forum.id, desk.today, most=_PAST))


async def _next(desk: Desk) -> ExternalMeeting:
    """The first that is ahead and not sent, else the first that is ahead."""
    ahead = [each for each in await store.since(desk.conn, desk.forum.id, desk.today) if not each.is_cancelled]
    unsent = [each for each in ahead if each.details.sent is None]
    if not ahead:
        raise Refusal("external_none")
    return (unsent or ahead)[0]


async def _all_known(desk: Desk, those: Collection[ExternalMeeting]) -> list[Known]:
    answers = await store.answers_to(desk.conn, desk.forum.id, those)
    return [Known(meeting=each, answers=answers[(each.year, each.number)]) for each in those]
