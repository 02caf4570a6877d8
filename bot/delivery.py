"""The outbox's other end: claim what is due, render it fresh, send it, back off, and give up loudly."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.backoff import LONGEST_PAUSE, is_spent, pause_after
from bot.clock import Clock, elapsed_now
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import GATHERING_TIME, Notice, NoticeState, Stale
from bot.domain.kernel.people import Identity
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.notices import hearing
from bot.messenger import Messenger, Unsent
from bot.metrics import NOTICES, RETRIES
from bot.usecases.breakages import Breakages
from bot.usecases.desk import Desk, open_desk, open_writing_desk
from bot.usecases.routes import Route, carried, meeting_of, owe_post, routes
from bot.usecases.topics import render
from cards.kit.elements import Card
from cards.kit.words import say
from storage import chats
from storage.database import Database
from storage.engine.connection import Connection
from storage.outbox import claims, notices

LEASE = timedelta(seconds=45)
PATIENCE = timedelta(seconds=30)  # for one try: it ends well before its lease, so that no two replicas send the same
AT_ONCE = 40  # those to slow places must leave room for others, and a reply must not wait behind too many
DRAWN_AT_ONCE = 2  # drawing takes the processor from people who wait for an answer
NO_CHANNEL = say("outbox.no_channel")
UNREADABLE = say("outbox.unreadable")
AWAITS_POST = say("outbox.awaits_post")
_TRIED_AGAIN = say("outbox.tried_again")
_GIVEN_UP = say("outbox.given_up")
_BEFORE_A_CLAIM = 0.02  # seconds for others to become due as well: one claim for all of them
_LOOK_EVERY = 1.0  # seconds between looks at the outbox when nothing wakes it
_A_POST = timedelta(seconds=2)  # until a meeting's post is looked for again, where its own end is not noticed
_NOT_FOUND = 404

log = logging.getLogger(__name__)


class Delivery:
    """Sends what is owed through a Messenger; any number of replicas may share one outbox.

    By `elapsed` it counts its leases and pauses, by `clock` what is due. `patience` is what one try may take, and
    ends well before its lease. Without `breakages`, that a forum cannot be read is said in the log alone.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        messenger: Messenger,
        *,
        breakages: Breakages | None = None,
        elapsed: Callable[[], datetime] = elapsed_now,
        patience: timedelta = PATIENCE,
    ) -> None:
        self._database = database
        self._clock = clock
        self._elapsed = elapsed
        self._messenger = messenger
        self._patience = patience
        self._breakages = breakages or Breakages(database, clock, frozenset())
        self._drawing = asyncio.Semaphore(DRAWN_AT_ONCE)
        self._woken = asyncio.Event()
        self._under_way = 0
        self._is_stopped = False

    def wake(self) -> None:
        """Something may have become due, or will once it has gathered what else changes."""
        self._woken.set()
        asyncio.get_running_loop().call_later(GATHERING_TIME.total_seconds(), self._woken.set)

    def stop(self) -> None:
        """Let `run` return once what it has begun is done."""
        self._is_stopped = True
        self._woken.set()

    async def run(self) -> None:
        """Deliver until stopped; a failing database is waited for, and nothing slow holds up the rest."""
        async with asyncio.TaskGroup() as tries:
            while not self._is_stopped:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK_EVERY):  # wait_for loses a cancellation on Python 3.11
                        await self._woken.wait()
                await asyncio.sleep(_BEFORE_A_CLAIM)
                self._woken.clear()
                try:
                    await self._begin(tries)
                except Exception:
                    log.exception("The outbox could not be worked on; trying again")
                    await asyncio.sleep(_LOOK_EVERY)

    async def deliver_due(self) -> int:
        """Send everything that is due now without gathering more, and wait for it; how many notices were tried."""
        tried = 0
        while not self._is_stopped and (claimed := await self._claim(AT_ONCE, gathers=False)):
            await asyncio.gather(*(self._deliver(notice) for notice in claimed))
            tried += len(claimed)
        return tried

    async def _begin(self, tries: asyncio.TaskGroup) -> None:
        """Begin what is due; each that ends wakes `run`, since the next to the same place may leave then."""
        while self._under_way < AT_ONCE and (claimed := await self._claim(AT_ONCE - self._under_way, gathers=True)):
            self._under_way += len(claimed)
            for notice in claimed:
                tries.create_task(self._deliver(notice)).add_done_callback(self._ended)

    def _ended(self, _: asyncio.Task[None]) -> None:
        self._under_way -= 1
        self._woken.set()

    async def _claim(self, most: int, *, gathers: bool) -> tuple[Notice, ...]:
        elapsed = self._elapsed()
        gathered = elapsed if gathers else elapsed + GATHERING_TIME
        at = claims.Moment(now=self._clock.now(), elapsed=elapsed, gathered=gathered)
        async with self._database.reading() as conn:
            if not await claims.any_due(conn, at):
                return ()
        async with self._database.writing(wakes=False) as conn:
            return await claims.claim(conn, at, lease=LEASE, most=most)

    async def _deliver(self, notice: Notice) -> None:
        try:
            unsent = await self._try(notice)
            if unsent is not None:
                await self._unsent(notice, unsent)
        except Exception:
            log.exception("What became of notice %s could not be stored; it is tried again after its lease", notice.key)

    async def _try(self, notice: Notice) -> Unsent | None:
        """Why it did not get through; None where it did, or need not."""
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                await self._try_in_turn(notice)
        except Unsent as unsent:
            return unsent
        except Unreadable as broken:
            await self._breakages.tell(broken)
            return Unsent(UNREADABLE, retry_after=LONGEST_PAUSE, is_put_off=True)
        except TimeoutError:
            return Unsent(say("outbox.not_in_time"), outcome_unknown=await self._is_in_doubt(notice))
        except Exception:
            log.exception("Notice %s could not be prepared", notice.key)
            return Unsent(say("outbox.internal"), outcome_unknown=await self._is_in_doubt(notice))
        return None

    async def _is_in_doubt(self, notice: Notice) -> bool:
        """Whether a POST of it has begun since it was claimed, and nobody knows how that ended."""
        async with self._database.reading() as conn:
            now = await notices.get(conn, notice.key)
        return now is not None and now.unknown_posts > notice.unknown_posts

    async def _try_in_turn(self, notice: Notice) -> None:
        """A route that can never work gives place to the next; a passing fault is waited for. Raises Unsent."""
        async with self._drawing, self._database.reading() as conn:
            desk = await self._desk_if_needed(conn, notice)
            drawn = [carried(notice)] if desk is None else await _drawn(desk, notice)
        if not drawn:
            return await self._await_channel(notice)
        if isinstance(stale := drawn[0][1], Stale):
            return await self._settle(notice, NoticeState.SUPERSEDED, stale.reason)
        if desk and notice.is_timed and (opening := desk.calendar.next_open(desk.now)) > desk.now:
            async with self._database.writing(wakes=False) as conn:
                return await claims.put_off(conn, notice, say("outbox.waits_for_day"), opening)
        return await self._send_either_way(notice, [(route, card) for route, card in drawn if isinstance(card, Card)])

    async def _send_either_way(self, notice: Notice, drawn: Sequence[tuple[Route, Card]]) -> None:
        for route, card in drawn:
            if route.awaits_post:
                return await self._await_post(notice)
            try:
                return await self._send(notice, route, card)
            except Unsent as unsent:
                if not unsent.permanent or route is drawn[-1][0]:
                    raise
        return None

    async def _await_channel(self, notice: Notice) -> None:
        """Wait to be hastened; asked again while it holds the forum, lest a channel that is tied just now be missed."""
        async with self._database.writing(notice.forum, wakes=False) as conn:
            found = await routes(await self._desk(conn, notice), notice)
            wait = timedelta(0) if found else LONGEST_PAUSE
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
        where = route.where if route.account is None else await self._open(route.account, route.where)
        is_there = notice.conversation == where.id and hearing(notice.kind).is_living
        if is_there and notice.activity and await self._update(where, notice.activity, card, notice.thread):
            await self._settle(notice, NoticeState.SENT, "")
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
        await self._settle(notice, NoticeState.SENT, "", claims.Message(where.id, activity, thread))

    async def _settle(
        self, notice: Notice, state: NoticeState, reason: str, message: claims.Message | None = None
    ) -> None:
        """End the notice, with its new `message`; what waited for a meeting's post need not wait any more.

        The forum is held for that, since a turn may be about to change just what is released.
        """
        is_post = notice.kind is MeetingNotice.POST
        async with self._database.writing(notice.forum if is_post else None, wakes=False) as conn:
            if message is not None:
                await claims.learned(conn, notice)
                await claims.posted(conn, notice, message, self._clock.now())
            await claims.settle(conn, notice, state, reason)
            if is_post:
                await claims.release(conn, notice.forum, AWAITS_POST)
        NOTICES.labels(state.value).inc()

    async def _unsent(self, notice: Notice, unsent: Unsent) -> None:
        if unsent.is_put_off:
            async with self._database.writing(wakes=False) as conn:
                until = self._elapsed() + (unsent.retry_after or timedelta(0))
                return await claims.pause(conn, notice, unsent.reason, until)
        if unsent.permanent or is_spent(notice, unsent):
            # A reply's address is what its caller said it was; anything else that is lost calls for an administrator.
            level = logging.WARNING if notice.kind is ForumNotice.REPLY else logging.ERROR
            log.log(level, "Notice %s was given up: %s", notice.key, unsent.reason)
            reason = unsent.reason if unsent.permanent else f"{unsent.reason} {_GIVEN_UP}"
            return await self._settle(notice, NoticeState.FAILED, reason)
        log.info("Notice %s is tried again later: %s", notice.key, unsent.reason)
        RETRIES.inc()
        async with self._database.writing(wakes=False) as conn:
            pause = pause_after(notice, unsent)
            return await claims.retry(conn, notice, f"{unsent.reason} {_TRIED_AGAIN}", self._elapsed() + pause)


async def _drawn(desk: Desk, notice: Notice) -> list[tuple[Route, Card | Stale]]:
    return [(route, await render(_standing(desk, route), notice)) for route in await routes(desk, notice)]


def _standing(desk: Desk, route: Route) -> Desk:
    """The same desk in the place that the route leads to, where others read along unless it is a personal chat."""
    return replace(desk, place=route.place, is_overheard=not route.place.is_private)
