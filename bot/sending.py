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
from bot.domain.kernel.hearing import Stands
from bot.domain.kernel.notice import GATHERING_TIME, Notice, NoticeState, Stale
from bot.domain.kernel.people import Identity
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.notices import OF_MEETING, hearing
from bot.domain.reach.notices import ReachNotice
from bot.domain.reminders.notices import ReminderNotice
from bot.domain.reminders.timing import JUST_AFTER, Leaving
from bot.messenger import Messenger, Unsent
from bot.metrics import NOTICES
from bot.usecases.desk import Desk, open_desk, open_writing_desk
from bot.usecases.reach.naming import is_to_secretariat, name_unreached
from bot.usecases.reminders.digest import gather, keep, left
from bot.usecases.reminders.planning import next_of
from bot.usecases.reminders.same import told_today
from bot.usecases.reminders.timing import when
from bot.usecases.routes import Route, carried, meeting_of, owe_post, routes
from bot.usecases.topics import render
from cards.kit.elements import Card
from cards.kit.words import say
from storage import chats
from storage.database import Database
from storage.engine.connection import Connection
from storage.outbox import claims, gathering, notices, standing

DRAWN_AT_ONCE = 2  # drawing takes the processor from people who wait for an answer
NO_CHANNEL = say("outbox.no_channel")
AWAITS_POST = say("outbox.awaits_post")
NAMELESS = ""
"""The id of a message that stands, though Teams told none: a later change is not made, rather than posted anew."""
_NAMELESS = say("outbox.nameless")
ON_POST = say("outbox.on_post")
_A_POST = timedelta(seconds=2)  # until a meeting's post is looked for again, where its own end is not noticed
_NOT_FOUND = 404
_SHUT = (403, _NOT_FOUND)  # a chat that was blocked, somebody who is gone, a channel without the bot
UNREACHED, SECRETARIAT_UNREACHED = say("outbox.unreached"), say("outbox.secretariat_unreached")
_KNOWN = (NO_CHANNEL, UNREACHED, SECRETARIAT_UNREACHED)

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
        notice, leaves = await self._gather(notice), None
        row = hearing(notice.kind)
        async with self._drawing, self._database.reading() as conn:
            desk = await self._desk_if_needed(conn, notice)
            ways = (carried(notice)[0],) if desk is None else await routes(desk, notice)
            first = ways[0] if ways else None
            drawn = await _drawn(desk, notice, first) if ways or row.is_personal else None
            if isinstance(drawn, Card) and desk is not None:
                leaves = await when(desk, notice, first)
                drawn = Stale(say("stale.told_today")) if await told_today(desk, notice) else drawn
        if drawn is None:
            return await self._await_channel(notice)
        if isinstance(drawn, Card) and leaves is not None and desk is not None and leaves.at != desk.now:
            return await self._put_off(notice, desk, leaves)
        if isinstance(drawn, Card) and row.stands is Stands.ON_POST:
            return await self._show_on_post(notice)
        return await self._send_either_way(notice, ways, drawn)

    async def _put_off(self, notice: Notice, desk: Desk, leaves: Leaving) -> None:
        """Let it leave later, with what else waits until then, or not at all."""
        if leaves.at is None:
            return await self.settle(notice, NoticeState.SUPERSEDED, say("outbox.deadlines_alone"))
        async with self._database.writing(wakes=False) as conn:
            if not leaves.is_gathered:
                return await claims.put_off(conn, notice, say("outbox.waits_for_day"), leaves.at)
            digest = next_of(desk, notice.recipient or "")
            await notices.plan(conn, digest)
            return await claims.put_off(conn, notice, say("outbox.gathered"), digest.due_at + JUST_AFTER)

    async def _gather(self, digest: Notice) -> Notice:
        """The gathered message with what waits for it as it is about to leave."""
        if digest.kind is not ReminderNotice.DIGEST or digest.activity is not None:
            return digest
        async with self._drawing, self._database.reading() as conn:
            found = await gather(await self._desk(conn, digest), digest, render)
        async with self._database.writing(wakes=False) as conn:
            return await keep(conn, digest, found)

    async def settle(
        self, notice: Notice, state: NoticeState, reason: str, message: claims.Message | None = None
    ) -> None:
        """End the notice, with its new `message`; what waited for a meeting's post need not wait any more.

        Where the secretariat was told that it does not arrive, what they have says what became of it. The forum is held
        for that, since a turn may be about to change just what is released.
        """
        is_post, is_named = notice.kind is MeetingNotice.POST, await self._may_be_named(notice)
        async with self._database.writing(notice.forum if is_post or is_named else None, wakes=is_named) as conn:
            if message is None:
                await claims.settle(conn, notice, state, reason)
            else:
                now = self._clock.now()
                await claims.posted(conn, notice, message, now, reason)
                if notice.kind is ReminderNotice.DIGEST:
                    await left(conn, notice, message, now)
            if is_post:
                await claims.release(conn, notice.forum, AWAITS_POST)
            if is_named:
                soon = self._elapsed() + GATHERING_TIME
                await notices.redraw_all(conn, notice.forum, ReachNotice.UNREACHED, soon=soon)
        NOTICES.labels(state.value).inc()

    async def _may_be_named(self, notice: Notice) -> bool:
        """Whether the secretariat may have been told that it does not arrive, whatever it has waited for since."""
        if not hearing(notice.kind).is_personal or is_to_secretariat(notice):
            return False
        async with self._database.reading() as conn:
            return await standing.is_any(conn, notice.forum, ReachNotice.UNREACHED)

    async def _send_either_way(self, notice: Notice, ways: tuple[Route, ...], drawn: Card | Stale) -> None:
        if isinstance(drawn, Stale):
            return await self.settle(notice, NoticeState.SUPERSEDED, drawn.reason)
        for number, route in enumerate(ways):
            card = drawn if number == 0 else await self._drawn_anew(notice, route)
            if isinstance(card, Stale):
                return await self.settle(notice, NoticeState.SUPERSEDED, card.reason)
            if route.awaits_post:
                return await self._await_post(notice)
            try:
                return await self._send(notice, route, card)
            except Unsent as unsent:
                if not unsent.permanent or (route is ways[-1] and not _is_shut(notice, unsent)):
                    raise
        return await self._name_unreached(notice, has_ways=bool(ways))

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

    async def _name_unreached(self, notice: Notice, *, has_ways: bool) -> None:
        """Let the secretariat know of it, and go on trying, now and then: a way may open."""
        async with self._database.writing(notice.forum) as conn:
            desk = await open_writing_desk(conn, notice.forum, self._clock.now(), Place.CHANNEL)
            if notice.reason not in _KNOWN:
                log.warning("Notice %s reaches its recipient by neither way", notice.key)
                await name_unreached(desk, notice)
            can_go = not has_ways and bool(await routes(desk, notice))
            wait = timedelta(0) if can_go else claims.LONGEST_PAUSE
            await claims.pause(conn, notice, _why_unreached(desk, notice), self._elapsed() + wait)

    async def _show_on_post(self, notice: Notice) -> None:
        """Let the meeting's post say it from now on: no message of its own leaves."""
        async with self._database.writing(notice.forum) as conn:
            desk = await open_writing_desk(conn, notice.forum, self._clock.now(), Place.CHANNEL)
            await desk.tell(MeetingNotice.POST, meeting=meeting_of(notice))
            await claims.settle(conn, notice, NoticeState.SUPERSEDED, ON_POST)
        NOTICES.labels(NoticeState.SUPERSEDED.value).inc()

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
        is_there = notice.conversation == where.id and notice.kind in OF_MEETING
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


def _is_shut(notice: Notice, unsent: Unsent) -> bool:
    """Whether somebody is not to be reached there, rather than that something is wrong with what they are told."""
    return unsent.status in _SHUT and hearing(notice.kind).is_personal


def _why_unreached(desk: Desk, notice: Notice) -> str:
    if desk.forum.channel is None:
        return NO_CHANNEL
    return SECRETARIAT_UNREACHED if is_to_secretariat(notice) else UNREACHED


async def _drawn(desk: Desk | None, notice: Notice, route: Route | None) -> Card | Stale:
    """The card as it is shown where the route leads to; without a desk, the one that the notice carries.

    Without a route it is drawn for the channel, to see whether anybody need hear it at all.
    """
    if desk is None:
        return carried(notice)[1]
    place = desk.place if route is None else route.place
    # The same desk in that place, where others read along unless it is a personal chat.
    there = replace(desk, place=place, is_overheard=not place.is_private)
    return await render(there, await gathering.shown_in(desk.conn, notice) or notice)
