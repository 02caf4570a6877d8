"""What was just spoken of with somebody in a place: remembered after an answer, and known to their next words there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.actions import AnyAction, AnyCommand, AnyQuery
from bot.domain.kernel.action import Command
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.domain.saying.actions import Lead, Offered
from bot.usecases.said.moment import NO_TALK, Talk
from bot.usecases.turn import Kind, Turn
from bot.usecases.wanting import is_confidential
from cards.kit.answers import is_refusal
from cards.kit.buttons import pack, unpack
from cards.kit.elements import Card
from storage import answered, talks
from storage.answered import fitting
from storage.database import Database
from storage.engine.connection import Connection

HELD = timedelta(hours=1)
"""So long an offer holds, and a sentence that refers back means the forum that was spoken of."""

_TAKEN_BY_YES = frozenset({Lead.CLICK, Lead.ABSENT})
"""What else is offered is what one can do at any time: a "ja" to a greeting agrees to nothing."""


def is_typed(turn: Turn) -> bool:
    """Whether it is a sentence, and no button, which Teams may also send as a message."""
    return turn.kind is Kind.MESSAGE and turn.data is None


async def last_talk(conn: Connection, turn: Turn, now: datetime) -> Talk:
    """What was last said to the sender there.

    An offer is there for a sentence alone, and not any more once an hour has passed or they have done anything there.
    """
    where, sender = turn.conversation.id, turn.sender.object_id
    kept = await talks.last(conn, where, sender)
    if kept is None:
        return NO_TALK
    shown, is_fresh = _read(kept.shown), now - kept.at < HELD
    offered = [_read(each) for each in kept.offered] if is_typed(turn) and is_fresh else []
    if offered and await answered.is_newer(conn, where, sender, kept.at):
        offered = []
    whole = tuple(each for each in offered if each is not None)
    # One that cannot be read any more takes all with it: the second must not become the first.
    return Talk(forum=kept.forum, is_fresh=is_fresh, shown=shown, offered=whole if len(whole) == len(offered) else ())


async def remember(
    database: Database,
    now: datetime,
    turn: Turn,
    forum: str,
    action: AnyQuery | AnyCommand,
    *,
    before: Talk | None,
    answer: Card,
) -> None:
    """Keep what was said; of the click on a command, for which people wait, and of what was refused, nothing.

    `before` is what was known to a sentence in somebody's own words. Its answer is kept, too, so that the same sent
    again is not taken for an answer to what was offered since; raises AnsweredMeanwhile as answered.remember does.
    """
    is_beside = not is_typed(turn) and (isinstance(action, Command) or is_refusal(answer) or is_confidential(action))
    if turn.conversation.place is Place.PAGE or is_beside:
        return
    where, sender = turn.conversation.id, turn.sender.object_id
    async with database.writing(wakes=False) as conn:
        if before is not None and is_typed(turn) and not isinstance(action, Command):
            await answered.remember(conn, where, sender, turn.activity, at=now, card=answer)
        await talks.put(conn, where, sender, _kept(turn, forum, now, action, before or NO_TALK))


async def note_reply(database: Database, turn: Turn, known_as: str) -> None:
    """Keep by what id Teams knows the answer to that sentence, where it offers something: a thumb there is a yes."""
    where, sender = turn.conversation.id, turn.sender.object_id
    if not is_typed(turn):
        return
    async with database.reading() as conn:
        kept = await talks.last(conn, where, sender)
    if kept is not None and kept.offered:
        async with database.writing(wakes=False) as conn:
            await talks.note_reply(conn, where, sender, turn.activity, known_as)


async def likes_an_offer(database: Database, now: datetime, turn: Turn) -> bool:
    """Whether the thumb was given to the very message that offers them something now, or is one answered already."""
    where, sender = turn.conversation.id, turn.sender.object_id
    async with database.reading() as conn:
        if await answered.is_known(conn, where, sender, turn.activity):
            return True
        kept = await talks.last(conn, where, sender)
        is_there = kept is not None and turn.liked is not None and kept.reply == fitting(turn.liked, 200)
        return is_there and bool((await last_talk(conn, turn, now)).offered)


async def close_offer(database: Database, turn: Turn) -> None:
    """What was offered was met with a sentence that it did not come to: nothing is offered any more."""
    if not is_typed(turn):
        return
    where, sender = turn.conversation.id, turn.sender.object_id
    async with database.reading() as conn:
        kept = await talks.last(conn, where, sender)
    if kept is not None and kept.offered:
        async with database.writing(wakes=False) as conn:
            await talks.put(conn, where, sender, replace(kept, offered=()))


def _kept(turn: Turn, forum: str, now: datetime, action: AnyQuery | AnyCommand, before: Talk) -> talks.Kept:
    """An offer says nothing new of what was shown."""
    if not isinstance(action, Offered):
        return talks.Kept(activity=turn.activity, forum=forum, at=now, shown=pack(action))
    shown = before.about(forum).shown
    offers = action.offers if action.lead in _TAKEN_BY_YES else ()
    return talks.Kept(
        activity=turn.activity,
        forum=forum,
        at=now,
        shown=None if shown is None else pack(shown),
        offered=tuple(pack(replace(each, forum=forum)) for each in offers),
    )


def _read(packed: Mapping[str, Any] | None) -> AnyAction | None:
    """The action that was kept; None for one that an earlier version knew."""
    if packed is None:
        return None
    try:
        return unpack(packed)
    except Refusal:
        return None
