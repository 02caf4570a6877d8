"""One turn, one transaction: who asks, what they want, the use case, and the card that answers."""

import asyncio
import logging
from dataclasses import fields, replace
from itertools import chain

from bot.clock import Clock
from bot.domain.actions import AnyAction, AnyCommand, AnyQuery
from bot.domain.forum.actions import AdminAction, HandOver, NotUnderstood, OpenHandOver, ShowHelp, TieChannel
from bot.domain.kernel.action import Action, Query
from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases import admins as of_admins
from bot.usecases import topics
from bot.usecases.asker import Asker, WhichForum, find_asker
from bot.usecases.breakages import Breakages
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import Desk, desk_of, writing
from bot.usecases.forum.tie import is_new_address, keep_in_touch, tie
from bot.usecases.page.visits import Visits
from bot.usecases.page.way_in import may_hide, with_way_in
from bot.usecases.rights import require_seat
from bot.usecases.strangers import no_member
from bot.usecases.turn import LONGEST_TURN, Kind, Roster, Turn
from bot.usecases.understand import understand
from cards.forum import welcome
from cards.forum.cards import not_understood, which_forum
from cards.forum.region import named, told_apart
from cards.kit.answers import IN_HAND, brief, refused, refused_in_hand, refused_on
from cards.kit.buttons import unpack
from cards.kit.elements import Card
from storage import answered, chats
from storage import forum as forums
from storage.database import Database, DatabaseAway
from storage.engine.connection import Connection
from storage.outbox import reviving

_LONGEST_ASKED = 2_000  # characters that a question which repeats them can hold
_GREETING = "welcome"
_TOO_LONG = "too_long_at_once"
_WRITTEN = (
    "words",
    "title",
    "summary",
    "case_description",
    "recommendation",
    "financial_note",
    "decision",
    "typed",
    "question",
)
_PAUSES = (0.1, 0.4, 1.0, 2.0)  # seconds: a server that restarts is back within, and Teams still waits

log = logging.getLogger(__name__)


class Secretary:
    """Answers turns; `admins` are the object ids that may tie any channel.

    With `breakages` of others it is told once among them all that a forum cannot be read. `visits` issues addresses of
    people's own pages, where there are any.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        admins: frozenset[str],
        roster: Roster,
        breakages: Breakages | None = None,
        visits: Visits | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._admins = admins
        self._roster = roster
        self._visits = visits
        self._breakages = breakages or Breakages(database, clock, admins)

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
            return await self._greet(turn)
        try:
            action = _wanted(turn)
            if turn.kind is Kind.MESSAGE:  # before anything is said: whoever reads along would read it again
                _check_typed(action)
            if isinstance(action, TieChannel | OpenHandOver | HandOver):
                return await self._take_anywhere(turn, action)
            async with self._database.reading() as conn:
                asker = await find_asker(conn, turn, action, self._roster, self._clock.now())
                is_new = await is_new_address(conn, asker.forum, turn)
                if isinstance(action, Query) and not is_new:
                    answer = await self._show(conn, turn, asker, action)
        except Refusal as refusal:
            await self._keep_admin_in_touch(turn)
            await keep_in_touch(self._database, self._clock.now(), turn)
            is_in_teams = turn.conversation.place is not Place.PAGE
            keeps_form = turn.kind is Kind.CLICK and is_in_teams and refusal.key == _TOO_LONG
            return refused_in_hand(refusal) if keeps_form else refused(refusal)
        except WhichForum as question:
            if isinstance(action, NotUnderstood):  # is as unclear in every forum
                return not_understood(None, action.nearest)
            return await self._ask_which(action, question.forums)
        if is_new:
            await self._note_address(turn, asker)
        if is_new or not isinstance(action, Query):
            answer = await self._answer(turn, asker, action)
        return await self._with_way_in(turn, asker, action, answer)

    async def _take_anywhere(self, turn: Turn, action: TieChannel | AdminAction) -> Card:
        """What may be asked for before anybody has a desk, or by somebody who has none."""
        if isinstance(action, TieChannel):
            return await tie(self._database, self._clock.now(), turn, action, self._admins)
        await self._keep_admin_in_touch(turn)
        return await of_admins.take(self._database, self._clock, turn, action, self._admins)

    async def _answer(self, turn: Turn, asker: Asker, action: AnyQuery | AnyCommand) -> Card:
        if isinstance(action, Query):
            async with self._database.reading() as conn:
                return await self._show(conn, turn, asker, action)
        try:
            if turn.kind is Kind.CLICK:
                _check_typed(action)
            return await self._write(turn, asker, action)
        except Refusal as refusal:
            async with self._database.reading() as conn:
                return await self._refuse(conn, turn, asker, action, refusal)

    async def _show(self, conn: Connection, turn: Turn, asker: Asker, action: AnyQuery) -> Card:
        try:
            if turn.kind is Kind.CLICK:
                _check_typed(action)
            return await topics.query(self._desk(conn, asker.forum, asker.person, turn), asker.person, action)
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

    async def _refuse(
        self, conn: Connection, turn: Turn, asker: Asker, action: AnyQuery | AnyCommand, refusal: Refusal
    ) -> Card:
        """The refusal on a fresh card, or alone where others read along."""
        try:
            fresh = await topics.fresh_card(await self._fresh_desk(conn, asker, turn), asker.person, action)
        except Refusal:  # what it is about is not there any more; what was written stays with whoever wrote it
            fresh = IN_HAND if any(getattr(action, name, None) for name in _WRITTEN) else None
        if fresh is IN_HAND:
            return refused_in_hand(refusal) if turn.kind is Kind.CLICK else refused(refusal)
        return refused(refusal) if fresh is None or _is_typed_openly(turn) else refused_on(refusal, fresh, action)

    async def _with_way_in(self, turn: Turn, asker: Asker, action: AnyQuery | AnyCommand, answer: Card) -> Card:
        """The answer, where others could read along with the way to what it hides from this person."""
        if not may_hide(turn, action, answer):
            return answer
        async with self._database.reading() as conn:
            try:
                desk = self._desk(conn, asker.forum, asker.person, turn)
            except Refusal:  # without a seat there is nothing to see
                return answer
            return await with_way_in(desk, turn, asker, action, answer, self._visits)

    async def _ask_which(self, action: AnyAction, among: tuple[str, ...]) -> Card:
        if sum(map(len, chain.from_iterable(_typed(action).values()))) > _LONGEST_ASKED:
            return refused(Refusal("too_long_to_ask", max=_LONGEST_ASKED))
        async with self._database.reading() as conn:
            known = {forum: await _named(conn, forum) for forum in among}
        asked = {title: replace(action, forum=forum) for forum, title in told_apart(known).items()}
        return which_forum(asked, [whole for _, whole in known.values()])

    async def _greet(self, turn: Turn) -> Card | None:
        """A welcome where the bot is new; Teams says more than once that it was added."""
        where, now = turn.conversation, self._clock.now()
        async with self._database.writing() as conn:
            if await answered.find(conn, where.id, where.bot, _GREETING) is not None:
                return None
            if where.place is Place.CHANNEL and await forums.of_channel(conn, where.id) is not None:
                return None
            card = welcome.unlinked() if where.place is Place.CHANNEL else welcome.personal()
            await answered.remember(conn, where.id, where.bot, _GREETING, at=now, card=card)
            return card

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


async def _named(conn: Connection, forum: str) -> tuple[str, str]:
    """The forum's name, and its name with its region; of one that cannot be read, the name alone."""
    try:
        found = await forums.get(conn, forum, read_charter)
    except Unreadable:
        found = None
    name = await forums.name(conn, forum) or forum
    return name, name if found is None else named(found)


def _wanted(turn: Turn) -> AnyAction:
    """What is asked for; Refusal("too_long_at_once") before any of it is read."""
    if turn.data is not None:
        action = unpack(turn.data)
        _check_length(sum(map(len, chain.from_iterable(_typed(action).values()))))
        return action
    _check_length(len(turn.text))
    return understand(turn.text) if turn.text.strip() else ShowHelp()


def _check_length(length: int) -> None:
    if length > LONGEST_TURN:
        raise Refusal("too_long_at_once", over=length - LONGEST_TURN, max=LONGEST_TURN)


def _is_typed_openly(turn: Turn) -> bool:
    """Whether it was a sentence that others read along: they need no whole card, but a form must come back whole."""
    return turn.kind is Kind.MESSAGE and turn.data is None and not turn.conversation.place.is_private


def _check_typed(action: Action) -> None:
    """A CPR number in anything that was typed is caught before it is stored or posted."""
    for field, texts in _typed(action).items():
        check_confidential(*texts, field=field)


def _typed(action: Action) -> dict[str, list[str]]:
    """Every text in the action by its field, but for the form's random id, which may hold any digits."""
    values = {each.name: getattr(action, each.name) for each in fields(action) if each.name != "form"}
    several = {name: value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    return {name: [each for each in value if isinstance(each, str)] for name, value in several.items()}
