"""One notice on its way: drawn from fresh state for the route that is tried, and sent by the first that takes it.

From `stop` on nothing more leaves: what has not left yet is handed back, so that the next process begins with it.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice, NoticeState, Stale
from bot.domain.kernel.people import Identity
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.notices import hearing
from bot.messenger import Messenger, Unsent
from bot.metrics import NOTICES
from bot.usecases.desk import Desk, open_desk, open_writing_desk
from bot.usecases.routes import Route, carried, meeting_of, owe_post, routes
from bot.usecases.topics import render
from cards.kit.elements import Card
from cards.kit.words import say
from storage import chats
from storage.database import Database
from storage.engine.connection import Connection
from storage.outbox import claims

DRAWN_AT_ONCE = 2  # drawing takes the processor from people who wait for an answer
NO_CHANNEL = say("outbox.no_channel")
AWAITS_POST = say("outbox.awaits_post")
NAMELESS = ""
"""The id of a message that stands, though Teams told none: a later change is not made, rather than posted anew."""
_NAMELESS = say("outbox.nameless")
_A_POST = timedelta(seconds=2)  # until a meeting's post is looked for again, where its own end is not noticed
_NOT_FOUND = 404

log = logging.getLogger(__name__)


class Stopped(Exception):  # noqa: N818 - an expected outcome, not a fault of the program
    """Nothing more leaves from this process."""


class Sender:
    """Sends what was claimed through a Messenger; `elapsed` is the real time that pauses are counted by."""

    def __init__(self, database: Database, clock: Clock, messenger: Messenger, elapsed: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._messenger = messenger
        self._elapsed = elapsed
        self._drawing = asyncio.Semaphore(DRAWN_AT_ONCE)
        self._is_stopped = False

    def stop(self) -> None:
        """Let nothing leave any more that has not left yet."""
        self._is_stopped = True

    async def send(self, notice: Notice) -> None:
        """Send it, or store what it waits for; raises Unsent, Unreadable and Stopped.

        A route that can never work gives place to the next; a passing fault is waited for.
        """
        self._check_running()
        async with self._drawing, self._database.reading() as conn:
            desk = await self._desk_if_needed(conn, notice)
            ways = (carried(notice)[0],) if desk is None else await routes(desk, notice)
            drawn = await _drawn(desk, notice, ways[0]) if ways else None
        if drawn is None:
            return await self._await_channel(notice)
        if isinstance(drawn, Card) and desk and notice.is_timed and notice.activity is None:
            opening = desk.calendar.next_open(desk.now)
            if opening > desk.now:
                async with self._database.writing(wakes=False) as conn:
                    return await claims.put_off(conn, notice, say("outbox.waits_for_day"), opening)
        return await self._send_either_way(notice, ways, drawn)

    async def settle(
        self, notice: Notice, state: NoticeState, reason: str, message: claims.Message | None = None
    ) -> None:
        """End the notice, with its new `message`; what waited for a meeting's post need not wait any more.

        The forum is held for that, since a turn may be about to change just what is released.
        """
        is_post = notice.kind is MeetingNotice.POST
        async with self._database.writing(notice.forum if is_post else None, wakes=False) as conn:
            if message is None:
                await claims.settle(conn, notice, state, reason)
            else:
                await claims.posted(conn, notice, message, self._clock.now(), reason)
            if is_post:
                await claims.release(conn, notice.forum, AWAITS_POST)
        NOTICES.labels(state.value).inc()

    async def _send_either_way(self, notice: Notice, ways: tuple[Route, ...], drawn: Card | Stale) -> None:
        for number, route in enumerate(ways):
            card = drawn if number == 0 else await self._drawn_anew(notice, route)
            if isinstance(card, Stale):
                return await self.settle(notice, NoticeState.SUPERSEDED, card.reason)
            if route.awaits_post:
                return await self._await_post(notice)
            try:
                return await self._send(notice, route, card)
            except Unsent as unsent:
                if not unsent.permanent or route is ways[-1]:
                    raise
        return None

    async def _drawn_anew(self, notice: Notice, route: Route) -> Card | Stale:
        """For a route that is tried because another was shut, which took its time."""
        async with self._drawing, self._database.reading() as conn:
            return await _drawn(await self._desk_if_needed(conn, notice), notice, route)

    async def _await_channel(self, notice: Notice) -> None:
        """Wait to be hastened; asked again while it holds the forum, lest a channel that is tied just now be missed."""
        async with self._database.writing(notice.forum, wakes=False) as conn:
            found = await routes(await self._desk(conn, notice), notice)
            wait = timedelta(0) if found else claims.LONGEST_PAUSE
            await claims.pause(conn, notice, NO_CHANNEL, self._elapsed() + wait)

    async def _await_post(self, notice: Notice) -> None:
        """Let the meeting's post leave first, and see to it that there is one."""
        async with self._database.writing(notice.forum) as conn:
            desk = await open_writing_desk(conn, notice.forum, self._clock.now(), Place.CHANNEL)
            await owe_post(desk, meeting_of(notice) or "")
            can_go = not any(route.awaits_post for route in await routes(desk, notice))
            wait = timedelta(0) if can_go else _A_POST
            await claims.pause(conn, notice, AWAITS_POST, self._elapsed() + wait)

    async def _desk_if_needed(self, conn: Connection, notice: Notice) -> Desk | None:
        """None for what admins are told where the forum cannot be read: it needs nothing of it."""
        try:
            return await self._desk(conn, notice)
        except Unreadable:
            if notice.kind not in (ForumNotice.UNREADABLE, ForumNotice.RESTORED):
                raise
            return None

    async def _desk(self, conn: Connection, notice: Notice) -> Desk:
        return await open_desk(conn, notice.forum, self._clock.now(), Place.CHANNEL)

    async def _send(self, notice: Notice, route: Route, card: Card) -> None:
        self._check_running()
        where = route.where if route.account is None else await self._open(route.account, route.where)
        is_there = notice.conversation == where.id and hearing(notice.kind).is_living
        if is_there and notice.activity == NAMELESS:
            await self.settle(notice, NoticeState.SENT, _NAMELESS)
        elif is_there and notice.activity and await self._update(where, notice.activity, card, notice.thread):
            await self.settle(notice, NoticeState.SENT, "")
        else:
            await self._post(notice, where, card, route.thread)

    async def _open(self, account: Identity, via: Conversation) -> Conversation:
        chat = await self._messenger.open_chat(account, via)
        async with self._database.writing(wakes=False) as conn:
            await chats.put(conn, account, chat)
        return chat

    async def _update(self, where: Conversation, activity: str, card: Card, thread: str | None) -> bool:
        """Whether the message could be changed; one that was deleted is posted anew."""
        try:
            await self._messenger.update(where, activity, card, thread)
        except Unsent as unsent:
            if unsent.status != _NOT_FOUND:
                raise
            return False
        return True

    async def _post(self, notice: Notice, where: Conversation, card: Card, thread: str | None) -> None:
        """Post once; the doubt is noted as the request leaves, and taken back as soon as the outcome is known."""
        is_in_doubt = False

        async def begins() -> None:
            nonlocal is_in_doubt
            self._check_running()
            async with self._database.writing(wakes=False) as conn:
                await claims.sending(conn, notice)
            is_in_doubt = True

        try:
            activity = await self._messenger.post(where, card, thread, begins=begins)
        except Unsent as unsent:
            if is_in_doubt and not unsent.outcome_unknown:
                async with self._database.writing(wakes=False) as conn:
                    await claims.learned(conn, notice)
            raise
        if not activity:
            log.warning("Teams named no id for notice %s: its message stands, and cannot be changed", notice.key)
        reason = "" if activity else _NAMELESS
        await self.settle(notice, NoticeState.SENT, reason, claims.Message(where.id, activity, thread))

    def _check_running(self) -> None:
        if self._is_stopped:
            raise Stopped


async def _drawn(desk: Desk | None, notice: Notice, route: Route) -> Card | Stale:
    """The card as it is shown where the route leads to; without a desk, the one that the notice carries."""
    if desk is None:
        return carried(notice)[1]
    # The same desk in that place, where others read along unless it is a personal chat.
    there = replace(desk, place=route.place, is_overheard=not route.place.is_private)
    return await render(there, notice)
