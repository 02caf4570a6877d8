"""One turn, one transaction: who asks, what they want, the use case, and the card that answers."""

import asyncio
import logging
from collections.abc import Callable
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.attachments.actions import AttachFiles
from bot.domain.forum.actions import AdminAction, HandOver, OpenHandOver, TieChannel
from bot.domain.kernel.action import AcrossForums, Query
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.saying.actions import Said
from bot.usecases import across, topics
from bot.usecases import admins as of_admins
from bot.usecases.asker import Asker, WhichForum, find_asker
from bot.usecases.breakages import Breakages
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import Desk, desk_of, writing
from bot.usecases.forum.greeting import greet
from bot.usecases.forum.tie import is_new_address, keep_in_touch, tie
from bot.usecases.issuing import NO_ADDRESSES, Addressed, Issuers, with_address
from bot.usecases.page.way_in import may_hide, with_way_in
from bot.usecases.placing import placed
from bot.usecases.readings import keep_reading
from bot.usecases.receiving import received
from bot.usecases.rights import require_seat
from bot.usecases.said.moment import NO_TALK, Talk
from bot.usecases.strangers import no_member
from bot.usecases.talking import close_offer, is_typed, last_talk, likes_an_offer, remember
from bot.usecases.turn import Kind, Roster, Turn
from bot.usecases.understanding import meant, ways
from bot.usecases.understanding.likely import likely
from bot.usecases.wanting import check_typed, wanted
from cards.kit.answers import IN_HAND, brief, is_refusal, refused, refused_in_hand, refused_on
from cards.kit.elements import Card
from storage import answered, chats
from storage import forum as forums
from storage.database import Database, DatabaseAway
from storage.engine.connection import Connection
from storage.outbox import reviving

_TOO_LONG = "too_long_at_once"
_TEXTS = ("summary", "case_description", "recommendation", "financial_note")
_WRITTEN = ("words", "title", *_TEXTS, "decision", "typed", "question", "reason")
_PAUSES = (0.1, 0.4, 1.0, 2.0)  # seconds: a server that restarts is back within, and Teams still waits

AskedFor: TypeAlias = AnyQuery | AnyCommand
log = logging.getLogger(__name__)


class Secretary:
    """Answers turns; `admins` are the object ids that may tie any channel.

    With `breakages` of others it is told once among them all that a forum cannot be read. `files_wanted` is called
    when somebody wants files to be fetched.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        admins: frozenset[str],
        roster: Roster,
        breakages: Breakages | None = None,
        issuers: Issuers = NO_ADDRESSES,
        files_wanted: Callable[[], None] | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._admins = admins
        self._roster = roster
        self._issuers = issuers
        self._files_wanted = files_wanted
        self._breakages = breakages or Breakages(database, clock, admins)
        ways()  # gathered once in a process, before anybody's first sentence would wait for it
        likely()

    async def take(self, turn: Turn) -> Card | None:
        """The answer to one turn, or None where nothing is to be said.

        A database that is away is waited for, and what was answered elsewhere meanwhile is answered alike.
        """
        for pause in _PAUSES:
            try:
                return await self._take_or_excuse(turn)
            except answered.AnsweredMeanwhile:
                log.info("A turn was answered elsewhere meanwhile, and begins anew")
            except DatabaseAway as fault:
                log.warning("The database went away during a turn, which begins anew: %s", fault)
                await asyncio.sleep(pause)
        return await self._take_or_excuse(turn)

    async def _take_or_excuse(self, turn: Turn) -> Card | None:
        """The answer, or a polite no where the forum cannot be read: that is its own fault alone, and not ours."""
        if turn.liked is not None and not await likes_an_offer(self._database, self._clock.now(), turn):
            return None
        try:
            return await self._take(turn)
        except Unreadable as broken:
            await self._keep_admin_in_touch(turn)
            await self._breakages.tell(broken)
            async with self._database.reading() as conn:
                name = await forums.name(conn, broken.forum)
            return None if turn.kind is Kind.JOINED else refused(Refusal("unreadable", forum=name))

    async def _take(self, turn: Turn) -> Card | None:
        if turn.kind is Kind.JOINED:
            await keep_in_touch(self._database, self._clock.now(), turn)
            return await greet(self._database, self._clock.now(), turn)
        try:
            action = await received(self._database, self._clock.now(), turn) if turn.files else wanted(turn)
            # Before anything is said, which may repeat it: whoever reads along would read it again.
            if turn.kind is Kind.MESSAGE or isinstance(action, Said):
                check_typed(action)
            if isinstance(action, TieChannel | OpenHandOver | HandOver):
                await close_offer(self._database, turn)
                return await self._take_anywhere(turn, action)
            answer = None
            async with self._database.reading() as conn:
                action, talk = await self._placed(conn, turn, action)
                asker = await find_asker(conn, turn, action, self._roster, self._clock.now())
                is_new = await is_new_address(conn, asker.forum, turn)
                if isinstance(action, Said):
                    known = await answered.find(conn, turn.conversation.id, turn.sender.object_id, turn.activity)
                    if known is not None:
                        return await across.with_forum(conn, turn, asker, known)
                    action = await self._meant(conn, turn, asker, action, talk)
                if isinstance(action, Query) and not is_new:
                    answer = await self._show(conn, turn, asker, action)
        except Refusal as refusal:
            await close_offer(self._database, turn)
            await self._keep_admin_in_touch(turn)
            await keep_in_touch(self._database, self._clock.now(), turn)
            is_in_teams = turn.conversation.place is not Place.PAGE
            keeps_form = turn.kind is Kind.CLICK and is_in_teams and refusal.key == _TOO_LONG
            return refused_in_hand(refusal) if keeps_form else refused(refusal)
        except WhichForum as question:
            await close_offer(self._database, turn)
            async with self._database.reading() as conn:
                return await across.answer(conn, turn, action, question.forums, self._roster, self._clock.now())
        if answer is None:
            answer = await self._answer(turn, asker, action, is_new=is_new)
        await remember(self._database, self._clock.now(), turn, asker.forum.id, action, before=talk, answer=answer)
        return await self._fit_for_place(turn, asker, action, answer)

    async def _placed(self, conn: Connection, turn: Turn, action: AskedFor) -> tuple[AskedFor, Talk | None]:
        """What is asked for; a sentence with the forum that it is about where that can be told, and the talk so far."""
        if not isinstance(action, Said):
            return action, None
        talk = await last_talk(conn, turn, self._clock.now())

        async def met(there: Said) -> AskedFor:
            asker = await find_asker(conn, turn, there, self._roster, self._clock.now())
            return await self._meant(conn, turn, asker, there, talk)

        return await placed(conn, turn, action, talk, met), talk

    async def _meant(self, conn: Connection, turn: Turn, asker: Asker, said: Said, talk: Talk | None) -> AskedFor:
        desk = self._desk(conn, asker.forum, asker.person, turn)
        return await meant(desk, asker.person, said, (talk or NO_TALK).about(asker.forum.id))

    async def _take_anywhere(self, turn: Turn, action: TieChannel | AdminAction) -> Card:
        """What may be asked for before anybody has a desk, or by somebody who has none."""
        if isinstance(action, TieChannel):
            return await tie(self._database, self._clock.now(), turn, action, self._admins)
        await self._keep_admin_in_touch(turn)
        return await of_admins.take(self._database, self._clock, turn, action, self._admins)

    async def _answer(self, turn: Turn, asker: Asker, action: AskedFor, *, is_new: bool) -> Card:
        if is_new:
            await self._note_address(turn, asker)
        if isinstance(action, Query):
            async with self._database.reading() as conn:
                return await self._show(conn, turn, asker, action)
        try:
            if turn.kind is Kind.CLICK:
                check_typed(action)
            answer = await self._write(turn, asker, action)
            if isinstance(action, AttachFiles) and self._files_wanted is not None:
                self._files_wanted()
            return answer
        except Refusal as refusal:
            async with self._database.reading() as conn:
                return await self._refuse(conn, turn, asker, action, refusal)

    async def _show(self, conn: Connection, turn: Turn, asker: Asker, action: AnyQuery) -> Card:
        try:
            if turn.kind is Kind.CLICK:
                check_typed(action)
            desk = self._desk(conn, asker.forum, asker.person, turn)
            answer = await topics.query(desk, asker.person, action)
            await keep_reading(self._database, desk, asker.person, action)
            return answer
        except Refusal as refusal:
            return await self._refuse(conn, turn, asker, action, refusal)

    async def _write(self, turn: Turn, asker: Asker, action: AnyCommand) -> Card:
        where, sender = turn.conversation.id, turn.sender.object_id
        async with self._database.writing(asker.forum.id) as conn:
            known = await answered.find(conn, where, sender, turn.activity)
            if known is not None:
                return known
            desk = writing(await self._fresh_desk(conn, asker, turn), conn, account=asker.account)
            card = await topics.command(desk, asker.person, action)
            if _is_typed_openly(turn):
                card = brief(card)
            if turn.activity:
                await answered.remember(conn, where, sender, turn.activity, at=desk.now, card=card)
            return card

    async def _refuse(self, conn: Connection, turn: Turn, asker: Asker, action: AskedFor, refusal: Refusal) -> Card:
        """The refusal on a fresh card, or alone where others read along."""
        try:
            fresh = await topics.fresh_card(await self._fresh_desk(conn, asker, turn), asker.person, action)
        except Refusal:  # what it is about is not there any more; what was written stays with whoever wrote it
            fresh = IN_HAND if any(getattr(action, name, None) for name in _WRITTEN) else None
        if fresh is IN_HAND:
            return refused_in_hand(refusal) if turn.kind is Kind.CLICK else refused(refusal)
        return refused(refusal) if fresh is None or _is_typed_openly(turn) else refused_on(refusal, fresh, action)

    async def _fit_for_place(self, turn: Turn, asker: Asker, action: AskedFor, answer: Card) -> Card:
        """The answer, in a chat with its forum's name, and where others read along with the way to what it hides."""
        if isinstance(action, Addressed) and not is_refusal(answer):
            answer = await self._with_address(turn, asker, action, answer)
        if isinstance(action, AcrossForums) and action.forum is None:  # it names each forum that it speaks of
            return answer
        if turn.conversation.place.is_private:
            async with self._database.reading() as conn:
                return await across.with_forum(conn, turn, asker, answer)
        if not may_hide(turn, action, answer):
            return answer
        async with self._database.reading() as conn:
            try:
                desk = self._desk(conn, asker.forum, asker.person, turn)
            except Refusal:  # without a seat there is nothing to see
                return answer
            return await with_way_in(desk, turn, asker, action, answer, self._issuers.visits)

    async def _with_address(self, turn: Turn, asker: Asker, action: Addressed, answer: Card) -> Card:
        async with self._database.reading() as conn:
            try:
                desk = self._desk(conn, asker.forum, asker.person, turn)
            except Refusal:  # told already
                return answer
            return await with_address(desk, turn, asker, action, answer, self._issuers)

    async def _keep_admin_in_touch(self, turn: Turn) -> None:
        """Remember where an admin can be written to, who may have no seat anywhere."""
        if turn.conversation.place is Place.PERSONAL and turn.sender.object_id in self._admins:
            async with self._database.writing(wakes=False) as conn:
                await chats.put(conn, turn.sender, turn.conversation)

    async def _note_address(self, turn: Turn, asker: Asker) -> None:
        """Remember where the forum, or the person, can be written to."""
        where = turn.conversation
        if where.place is Place.CHANNEL:
            return await keep_in_touch(self._database, self._clock.now(), turn)
        async with self._database.writing(asker.forum.id) as conn:
            await chats.put(conn, turn.sender, where)
            return await reviving.hasten(conn, asker.forum.id)

    async def _fresh_desk(self, conn: Connection, asker: Asker, turn: Turn) -> Desk:
        """The desk of the forum as it is by now; Refusal("unknown_user") where the account is the person's no more."""
        forum = await forums.get(conn, asker.forum.id, read_charter)
        if forum is None:
            raise Refusal("bad_card")
        if forum is not asker.forum and asker.account not in forum.person(asker.person).identities:
            raise no_member(forum, self._clock.now().astimezone(forum.timezone).date())
        return self._desk(conn, forum, asker.person, turn)

    def _desk(self, conn: Connection, forum: Forum, person: str, turn: Turn) -> Desk:
        place = turn.conversation.place
        is_overheard = turn.kind is Kind.MESSAGE and not place.is_private
        desk = desk_of(conn, forum, self._clock.now(), place, is_overheard=is_overheard)
        require_seat(desk, person)  # here, since a refused person is shown a fresh card too
        return desk


def _is_typed_openly(turn: Turn) -> bool:
    """Whether it was a sentence that others read along: they need no whole card, but a form must come back whole."""
    return is_typed(turn) and not turn.conversation.place.is_private
