"""The demo's stage: service and stand-in in one process, a clock to move, and a voice that tells what happens."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import Protocol

from bot.charters.forum_file import ForumFile
from bot.clock import COPENHAGEN, PinnedClock
from bot.config import Settings, load_settings
from bot.delivery import Delivery
from bot.local.board import Message, words
from bot.local.demo.forums import USUAL, channel_of, shipped
from bot.local.directory import Account, Channel
from bot.local.drawing import draw
from bot.local.filling import Value
from bot.local.stand_in import LocalTeams
from bot.local.visitor import Answer
from bot.usecases.applying import apply_file
from bot.usecases.ticks import Faults, send_due_agendas
from cards.audit.doer import doer
from cards.kit.words import date_time, log_text, say
from storage import audit
from storage.database import Database
from storage.outbox import notices

CHANNEL = channel_of(shipped(USUAL).forum)
_TENANTS = {
    "11111111-1111-1111-1111-111111111111": "Kommunerne",
    "22222222-2222-2222-2222-222222222222": "Region Nordjylland",
}
_PLANNED = 100  # notices ahead, of which the next is taken
_PATIENCE = 10.0  # seconds until a card that should come is missed
_LONGEST = 60.0  # seconds until everything that is due has left: a try of one takes half of that at most
_A_MOMENT = 0.01  # seconds


class Service(Protocol):
    """The running service, as much of it as the story needs."""

    @property
    def database(self) -> Database:
        """Where outcomes are stored."""

    @property
    def delivery(self) -> Delivery:
        """What sends notices."""

    @property
    def port(self) -> int:
        """Where it listens."""


Serving = Callable[..., AbstractAsyncContextManager[Service]]
"""Starts the service (`bot.main.serving`), handed in because the stand-in does not know the wiring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One forum and its channel, where the story is played; `tell` receives it line by line."""

    service: Service
    clock: PinnedClock
    teams: LocalTeams
    file: ForumFile
    tell: Callable[[str], None]
    told: dict[str, int]

    @property
    def channel(self) -> Channel:
        """The forum's own."""
        return channel_of(self.file.forum)

    async def at(self, local: str) -> None:
        """Move the clock to that Danish time, and let go what is due then."""
        await self._to(datetime.fromisoformat(local).replace(tzinfo=COPENHAGEN))

    async def to_next(self) -> bool:
        """Move the clock to the next thing that is planned; False where nothing is."""
        now = self.clock.now()
        async with self.service.database.reading() as conn:
            planned = [each.due_at for each in await notices.waiting(conn, most=_PLANNED) if each.due_at > now]
        if planned:
            await self._to(planned[0].astimezone(COPENHAGEN))
        return bool(planned)

    async def _to(self, moment: datetime) -> None:
        self.clock.move_to(moment)
        self.tell(f"\n── {date_time(moment)} {'─' * 30}")
        await send_due_agendas(self.service.database, self.clock, Faults())
        await self.settle()

    async def settle(self) -> None:
        """Let go what is due, and wait for what delivery itself is just sending; what is tried again later waits."""
        async with asyncio.timeout(_LONGEST):
            while True:
                await self.service.delivery.deliver_due()
                async with self.service.database.reading() as conn:
                    if not await notices.any_leaving(conn, self.clock.now()):
                        return
                await asyncio.sleep(_A_MOMENT)

    async def says(
        self,
        person: str,
        text: str,
        where: str | None = None,
        *,
        quietly: bool = False,
        activity: str | None = None,
        files: Mapping[str, str] | None = None,
    ) -> Message:
        """Somebody writes in the channel (with `PERSONAL` to the bot alone), perhaps with files; the bot's reply."""
        self.tell(f"\n{self._name(person)} skriver: {text}")
        place = where or self.channel.id
        said = await self.teams.visitor.says(self.account(person), text, place, activity=activity, files=files)

        def answers(message: Message) -> bool:
            return message.author is None and message.activity.get("replyToId") == said.id

        reply = await self.teams.board.wait_for(answers, _PATIENCE)
        await self._show(None if quietly else reply.card)
        await self.settle()
        return reply

    async def clicks(
        self,
        person: str,
        message: Message,
        title: str,
        inputs: Mapping[str, Value] | None = None,
        *,
        quietly: bool = False,
        activity: str | None = None,
    ) -> Answer:
        """Somebody presses a button on what they see; the answer is theirs alone."""
        self.tell(f"\n{self._name(person)} vælger »{title}«{_typed(inputs)}")
        answer = await self.teams.visitor.clicks(self.account(person), message, title, inputs, activity=activity)
        await self._show(None if quietly else answer.card)
        await self.settle()
        return answer

    async def sees(self, *parts: str, quietly: bool = False) -> Message:
        """The card in the channel that says all this, as it stands when nothing is on its way any more."""
        return await self._comes(self.channel.id, None if quietly else "I kanalen:", parts)

    async def hears(self, person: str, *parts: str, quietly: bool = False) -> Message:
        """The card in that person's own chat that says all this."""
        account = self.account(person)
        told = None if quietly else f"I en personlig chat med {account.name}:"
        return await self._comes(self.teams.directory.personal(account), told, parts)

    async def _comes(self, where: str, told: str | None, parts: tuple[str, ...]) -> Message:
        await self.settle()
        message = await self.teams.board.wait_for(
            lambda each: (
                each.conversation == where and each.author is None and all(part in words(each) for part in parts)
            ),
            _PATIENCE,
        )
        if told is not None:
            self.tell(told)
            await self._show(message.card)
        return message

    async def _stored(self) -> None:
        """Tell what the log has that was not told yet."""
        forum = self.file.forum.id
        async with self.service.database.reading() as conn:
            async for entry in audit.entries(conn, forum, after=self.told[forum]):
                self.told[forum] = entry.seq
                who = self._name(entry.actor) if entry.actor else doer(None, entry.facts)
                self.tell(f"   Gemt i loggen som nr. {entry.seq}: {log_text(entry.what)} · {who}")

    async def _show(self, card: Mapping[str, object] | None) -> None:
        if card is not None:
            self.tell(draw(card))
        await self._stored()

    def _name(self, person: str) -> str:
        return self.account(person).name

    def account(self, person: str) -> Account:
        """The first account of that person."""
        found = next(each for each in self.file.forum.people if each.id == person)
        return self.teams.directory.person(found.identities[0].object_id)


@asynccontextmanager
async def stage(
    serving: Serving,
    port: int,
    start: str,
    tell: Callable[[str], None],
    *,
    files: Sequence[ForumFile] = (),
    teams_of: Callable[..., LocalTeams] = LocalTeams,
    **settings: str,
) -> AsyncIterator[Stage]:
    """A stage with a database of its own that is gone afterwards; port 0 takes a free one.

    Each of the `files` is a forum with a channel in the same Teams, and the first is the stage's own.
    `teams_of` makes the stand-in, and `settings` stand beside those a stage needs.
    """
    clock = PinnedClock(datetime.fromisoformat(start).replace(tzinfo=COPENHAGEN))
    applied = files or (shipped(USUAL),)
    with TemporaryDirectory(prefix="klyngebot-demo-", ignore_cleanup_errors=True) as folder:
        chosen = _settings(folder, port, settings)
        teams = teams_of(
            _accounts(applied),
            [channel_of(each.forum) for each in applied],
            host_tenant=next(iter(_TENANTS)),
            clock=clock.now,
            tenants=_TENANTS,
            banner=say("common.demo_banner"),
            limits=chosen.limits,
        )
        async with serving(chosen, clock, extend=teams.add_to) as service:
            url = f"http://127.0.0.1:{service.port}"
            teams.connect(service_url=url, bot_url=f"{url}/api/messages")
            for each in applied:
                await apply_file(service.database, clock.now(), each)
            told = {each.forum.id: 0 for each in applied}
            here = Stage(service=service, clock=clock, teams=teams, file=applied[0], tell=tell, told=told)
            teams.offer_time(here.to_next)
            yield here


def _accounts(files: Sequence[ForumFile]) -> list[Account]:
    """Everybody once, also who takes part in several forums."""
    found = {
        each.object_id: Account(object_id=each.object_id, tenant=each.tenant, name=person.name)
        for file in files
        for person in file.forum.people
        for each in person.identities
    }
    return list(found.values())


def _typed(inputs: Mapping[str, Value] | None) -> str:
    shown = [f"{name}: {value}" for name, value in (inputs or {}).items() if value]
    return f" ({'; '.join(shown)})" if shown and len("".join(shown)) < 120 else ""


def _settings(folder: str, port: int, chosen: Mapping[str, str]) -> Settings:
    """What a stage needs, and what was chosen beside it."""
    # A story of three months in half a minute writes faster than Teams lets anybody.
    usual = {"KLYNGEBOT_AUTH": "off", "PORT": str(port), "KLYNGEBOT_DATA": folder, "KLYNGEBOT_LIMITS": "off"}
    reached = {"KLYNGEBOT_PUBLIC_URL": f"http://localhost:{port}"} if port else {}  # a free one is known too late
    return load_settings({**usual, **reached, **chosen})
