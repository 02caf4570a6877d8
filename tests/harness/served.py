"""People and their Teams in the test's process, and one database that `klyngebot serve` works on in others."""

import asyncio
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.clock import COPENHAGEN, PinnedClock
from bot.config import load_settings
from bot.local.board import Message, words
from bot.local.demo.forums import USUAL, shipped
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import Account
from bot.local.filling import Value
from bot.local.visitor import Answer
from bot.main import serving
from tests.harness.klynge_nord import klynge_nord
from tests.harness.process import PATIENCE, Process, command
from tests.harness.teams import Teams, accounts


@dataclass(slots=True, kw_only=True)
class Served:
    """`teams` is what people see and do; they write to the newest of the processes."""

    teams: Teams
    clock: PinnedClock
    settings: Mapping[str, str]
    folder: Path
    before: str = ""
    processes: list[Process] = field(default_factory=list)

    async def start(self, local: str) -> float:
        """Start a process at that Danish time; after how many seconds it listened."""
        self.clock.move_to(datetime.fromisoformat(local).replace(tzinfo=COPENHAGEN))
        begun = asyncio.get_running_loop().time()
        process = Process(folder=self.folder, settings=self.settings, before=self.before)
        self.processes.append(process)
        self.teams.connect(service_url=self.teams.url, bot_url=await process.start(self.clock.now()))
        return asyncio.get_running_loop().time() - begun

    async def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Stop the newest process: its exit code, and after how many seconds it was gone."""
        process, begun = self.processes.pop(), asyncio.get_running_loop().time()
        code = await process.end(number)
        assert not process.tracebacks, list(process.complaints)
        return code, asyncio.get_running_loop().time() - begun

    async def restart(self, local: str) -> None:
        """Stop in good order, and start at another time."""
        assert (await self.stop())[0] == 0
        await self.start(local)

    async def command(self, *arguments: str) -> list[str]:
        """The lines that a command printed; it must succeed."""
        code, out, err = await command(self.folder, self.settings, self.clock.now(), *arguments)
        assert (code, err) == (0, ""), err
        return out.splitlines()

    async def says(self, person: str, text: str) -> Message:
        """Somebody writes in the channel; the bot's reply."""
        before = {message.id for message in self.teams.board.messages()}
        said = await self.teams.visitor.says(self.account(person), text, CHANNEL.id)
        return await self.teams.board.wait_for(
            lambda each: each.thread == said.thread and each.author is None and each.id not in before, PATIENCE
        )

    async def clicks(
        self,
        person: str,
        message: Message,
        title: str,
        inputs: Mapping[str, Value] | None = None,
        activity: str | None = None,
    ) -> Answer:
        """Somebody presses a button on what they see; the answer is theirs alone."""
        return await self.teams.visitor.clicks(self.account(person), message, title, inputs, activity=activity)

    async def sees(self, *parts: str) -> Message:
        """The card in the channel that says all this, as it stands when it does."""
        return await self.teams.board.wait_for(
            lambda each: each.author is None and all(part in words(each) for part in parts), PATIENCE
        )

    def posted(self, *parts: str) -> list[Message]:
        """Every card of the bot's that says all this."""
        ours = (each for each in self.teams.board.messages() if each.author is None)
        return [each for each in ours if all(part in words(each) for part in parts)]

    def account(self, person: str) -> Account:
        """The first account of that person."""
        found = next(each for each in klynge_nord().people if each.id == person)
        return self.teams.directory.person(found.identities[0].object_id)


@asynccontextmanager
async def open_served(folder: Path, **settings: str) -> AsyncIterator[Served]:
    """No forum and no process yet; whatever was started is gone afterwards."""
    clock = PinnedClock(datetime(2027, 1, 11, 9, tzinfo=COPENHAGEN))
    everybody = accounts()
    are_limited = settings.get("KLYNGEBOT_LIMITS") != "off"
    teams = Teams(everybody, [CHANNEL], host_tenant=everybody[0].tenant, clock=clock.now, limits=are_limited)
    async with teams.listening():
        chosen = {"KLYNGEBOT_AUTH": "off", "PORT": "0", "KLYNGEBOT_DATA": str(folder / "data")} | settings
        here = Served(teams=teams, clock=clock, settings=chosen, folder=folder)
        try:
            yield here
        finally:
            for process in here.processes:
                await process.kill()


@asynccontextmanager
async def on_stage(here: Served) -> AsyncIterator[Stage]:
    """The service within the test's own process for the length of the block: what is told of a stage holds here."""
    async with serving(load_settings(here.settings), here.clock) as service:
        bot_url = f"http://127.0.0.1:{service.port}/api/messages"
        here.teams.connect(service_url=here.teams.url, bot_url=bot_url)
        file = shipped(USUAL)
        told = {file.forum.id: 0}
        yield Stage(service=service, clock=here.clock, teams=here.teams, file=file, tell=_quietly, told=told)


def _quietly(_: str) -> None:
    return None
