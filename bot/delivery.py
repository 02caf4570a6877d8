"""The outbox's other end: claim what is due, render it fresh, send it, back off, and give up loudly."""

import asyncio
import contextlib
import logging
import random
from datetime import timedelta

from bot.clock import Clock, elapsed_now
from bot.domain.conversation import Conversation, Place
from bot.domain.notice import Notice, NoticeState, Stale
from bot.domain.people import Identity
from bot.messenger import Messenger, Unsent
from bot.usecases.desk import open_desk
from bot.usecases.reach import Way, ways
from bot.usecases.rendering import render
from cards.elements import Card
from storage import chats, notices
from storage.database import Database

LEASE = timedelta(seconds=60)
BATCH = 20
MOST_ATTEMPTS = 20  # with the pauses below about twelve hours
LONGEST_PAUSE = timedelta(hours=1)
NO_CHANNEL = "Forummet har ingen kanal endnu. Skriv »@Klyngebot tilknyt« i kanalen."
_LOOK_EVERY = 1.0  # seconds between looks at the outbox when nothing wakes it
_NOT_FOUND = 404

log = logging.getLogger(__name__)


class Delivery:
    """Sends what is owed through a Messenger; any number of replicas may share one outbox."""

    def __init__(self, database: Database, clock: Clock, messenger: Messenger) -> None:
        self._database = database
        self._clock = clock
        self._messenger = messenger
        self._woken = asyncio.Event()
        self._is_stopped = False

    def wake(self) -> None:
        """Something may have become due."""
        self._woken.set()

    def stop(self) -> None:
        """Let `run` return once what it has begun is done."""
        self._is_stopped = True
        self.wake()

    async def run(self) -> None:
        """Deliver until stopped; a failing database is waited for."""
        while not self._is_stopped:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_EVERY):  # wait_for loses a cancellation on Python 3.11
                    await self._woken.wait()
            self._woken.clear()
            try:
                await self.deliver_due()
            except Exception:
                log.exception("The outbox could not be worked on; trying again")
                await asyncio.sleep(_LOOK_EVERY)

    async def deliver_due(self) -> int:
        """Send everything that is due now; how many notices were tried."""
        tried = 0
        while not self._is_stopped and (claimed := await self._claim()):
            await asyncio.gather(*(self._deliver(notice) for notice in claimed))
            tried += len(claimed)
        return tried

    async def _claim(self) -> tuple[Notice, ...]:
        now, elapsed = self._clock.now(), elapsed_now()
        async with self._database.reading() as conn:
            if not await notices.any_due(conn, now=now, elapsed=elapsed):
                return ()
        async with self._database.writing(wakes=False) as conn:
            return await notices.claim(conn, now=now, elapsed=elapsed, lease=LEASE, most=BATCH)

    async def _deliver(self, notice: Notice) -> None:
        try:
            await self._try_in_turn(notice)
        except Exception:
            log.exception("Notice %s could not be prepared", notice.key)
            await self._unsent(notice, Unsent("Intern fejl; se loggen."))

    async def _try_in_turn(self, notice: Notice) -> None:
        """A way that can never work gives place to the next; a passing fault is waited for."""
        found = await self._ways(notice)
        if not found:
            return await self._await_channel(notice)
        for way in found:
            try:
                return await self._send(notice, way)
            except Unsent as unsent:
                if not unsent.permanent or way is found[-1]:
                    return await self._unsent(notice, unsent)
        return None

    async def _await_channel(self, notice: Notice) -> None:
        async with self._database.writing(wakes=False) as conn:
            await notices.pause(conn, notice, NO_CHANNEL, elapsed_now() + LONGEST_PAUSE)

    async def _ways(self, notice: Notice) -> tuple[Way, ...]:
        async with self._database.reading() as conn:
            return await ways(await open_desk(conn, notice.forum, self._clock.now(), Place.CHANNEL), notice)

    async def _send(self, notice: Notice, way: Way) -> None:
        card = await self._render(notice, way)
        if card is None:
            return
        where = way.where if way.account is None else await self._open(way.account, way.where)
        stands_there = notice.activity is not None and notice.conversation == where.id
        if stands_there and await self._update(notice, where, card):
            await self._settle(notice, NoticeState.SENT, "")
        else:
            await self._post(notice, where, card, way.thread)

    async def _render(self, notice: Notice, way: Way) -> Card | None:
        """The card, or None where the notice waits for the day to open or has become useless."""
        async with self._database.reading() as conn:
            desk = await open_desk(conn, notice.forum, self._clock.now(), way.place)
            opening = desk.calendar.next_open(desk.now) if notice.is_timed else desk.now
            card = await render(desk, notice)
        if isinstance(card, Stale):
            await self._settle(notice, NoticeState.SUPERSEDED, card.reason)
            return None
        if opening > desk.now:
            async with self._database.writing(wakes=False) as conn:
                await notices.put_off(conn, notice, "Venter, til arbejdsdagen begynder.", opening)
            return None
        return card

    async def _open(self, account: Identity, via: Conversation) -> Conversation:
        chat = await self._messenger.open_chat(account, via)
        async with self._database.writing(wakes=False) as conn:
            await chats.put(conn, account, chat)
        return chat

    async def _update(self, notice: Notice, where: Conversation, card: Card) -> bool:
        """Whether the message could be changed; one that was deleted is posted anew."""
        try:
            await self._messenger.update(where, notice.activity or "", card)
        except Unsent as unsent:
            if unsent.status != _NOT_FOUND:
                raise
            return False
        return True

    async def _post(self, notice: Notice, where: Conversation, card: Card, thread: str | None) -> None:
        """Post once; the doubt is noted before, and taken back as soon as the outcome is known."""
        async with self._database.writing(wakes=False) as conn:
            await notices.sending(conn, notice)
        try:
            activity = await self._messenger.post(where, card, thread)
        except Unsent as unsent:
            if not unsent.outcome_unknown:
                async with self._database.writing(wakes=False) as conn:
                    await notices.learned(conn, notice)
            raise
        async with self._database.writing(wakes=False) as conn:
            await notices.learned(conn, notice)
            await notices.posted(conn, notice, where.id, activity, self._clock.now())
            await notices.settle(conn, notice, NoticeState.SENT, "")

    async def _settle(self, notice: Notice, state: NoticeState, reason: str) -> None:
        async with self._database.writing(wakes=False) as conn:
            await notices.settle(conn, notice, state, reason)

    async def _unsent(self, notice: Notice, unsent: Unsent) -> None:
        if unsent.permanent or notice.attempts >= MOST_ATTEMPTS:
            log.error("Notice %s was given up: %s", notice.key, unsent.reason)
            return await self._settle(notice, NoticeState.FAILED, unsent.reason)
        async with self._database.writing(wakes=False) as conn:
            return await notices.retry(conn, notice, unsent.reason, elapsed_now() + _pause(notice.attempts, unsent))


def _pause(attempts: int, unsent: Unsent) -> timedelta:
    """What the service asked for, else twice as long each time, spread so that replicas do not march in step."""
    if unsent.retry_after is not None:
        return unsent.retry_after
    longest = min(timedelta(seconds=2 ** min(attempts, 20)), LONGEST_PAUSE)
    return longest * random.uniform(0.5, 1.0)  # noqa: S311 - jitter, not a secret
