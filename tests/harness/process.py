"""`klyngebot serve` as a process of its own, with the stand-in for Teams beside it in the test's process."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from aiohttp import web

from bot.charters.forum_file import read_forum_file
from bot.clock import COPENHAGEN, PinnedClock
from bot.local.board import Message, words
from bot.local.demo.stage import CHANNEL
from bot.local.directory import Account
from bot.local.filling import Value
from bot.local.stand_in import LocalTeams
from bot.local.visitor import Answer
from bot.web.app import listening
from tests.harness.klynge_nord import FILE

_KLYNGEBOT = (sys.executable, "-c", "from bot.cli import main; main()")
_PATIENCE = 40.0  # seconds: the process shares the machine with other tests
_KEPT = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT")


@dataclass(slots=True, kw_only=True)
class Office:
    """One database, and the processes that work on it; `teams` is what people see and do."""

    teams: LocalTeams
    clock: PinnedClock
    settings: Mapping[str, str]
    folder: Path
    processes: list[Process] = field(default_factory=list)

    async def start(self, local: str) -> float:
        """Start `klyngebot serve` at that Danish time; after how many seconds it listened."""
        self.clock.move_to(datetime.fromisoformat(local).replace(tzinfo=COPENHAGEN))
        loop = asyncio.get_running_loop()
        begun = loop.time()
        process = await self._run("serve")
        self.processes.append(process)
        assert process.stdout is not None
        async with asyncio.timeout(_PATIENCE):
            line = (await process.stdout.readline()).decode()
        assert line.startswith("Klyngebot lytter på http://127.0.0.1:"), line
        here = self.teams.visitor.service_url
        self.teams.connect(service_url=here, bot_url=line.removeprefix("Klyngebot lytter på ").strip())
        return loop.time() - begun

    async def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Stop the newest process: its exit code, and after how many seconds it was gone."""
        process = self.processes.pop()
        loop = asyncio.get_running_loop()
        begun = loop.time()
        process.send_signal(number)
        async with asyncio.timeout(_PATIENCE):
            _, said = await process.communicate()
        assert b"Traceback" not in said, said.decode()
        return process.returncode or 0, loop.time() - begun

    async def restart(self, local: str) -> None:
        """Stop in good order, and start at another time."""
        assert (await self.stop())[0] == 0
        await self.start(local)

    async def command(self, *arguments: str) -> list[str]:
        """The lines that a command printed; it must succeed."""
        process = await self._run(*arguments)
        async with asyncio.timeout(_PATIENCE):
            out, err = await process.communicate()
        assert (process.returncode, err) == (0, b""), err.decode()
        return out.decode().splitlines()

    async def says(self, person: str, text: str) -> Message:
        """Somebody writes in the channel; the bot's reply."""
        before = {message.id for message in self.teams.board.messages()}
        said = await self.teams.visitor.says(self.account(person), text, CHANNEL.id)
        return await self.teams.board.wait_for(
            lambda each: each.thread == said.thread and each.author is None and each.id not in before, _PATIENCE
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
            lambda each: each.author is None and all(part in words(each) for part in parts), _PATIENCE
        )

    def posted(self, *parts: str) -> list[Message]:
        """Every card of the bot's that says all this."""
        ours = (each for each in self.teams.board.messages() if each.author is None)
        return [each for each in ours if all(part in words(each) for part in parts)]

    def account(self, person: str) -> Account:
        """The first account of that person."""
        found = next(each for each in read_forum_file(FILE).forum.people if each.id == person)
        return self.teams.directory.person(found.identities[0].object_id)

    async def _run(self, *arguments: str) -> Process:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        here = {"PYTHONPATH": str(FILE.parents[2]), "KLYNGEBOT_NOW": self.clock.now().isoformat()}
        return await asyncio.create_subprocess_exec(
            *_KLYNGEBOT, *arguments, cwd=self.folder, env={**kept, **here, **self.settings}, stdout=PIPE, stderr=PIPE
        )


@asynccontextmanager
async def office(folder: Path, **settings: str) -> AsyncIterator[Office]:
    """An office without a forum and without a process; whatever was started is gone afterwards."""
    clock = PinnedClock(datetime(2027, 1, 11, 9, tzinfo=COPENHAGEN))
    people = read_forum_file(FILE).forum.people
    accounts = [
        Account(object_id=each.object_id, tenant=each.tenant, name=person.name)
        for person in people
        for each in person.identities
    ]
    teams = LocalTeams(accounts, [CHANNEL], host_tenant=accounts[0].tenant, clock=clock.now)
    app = web.Application()
    teams.add_to(app, with_page=False)
    async with listening(app, "127.0.0.1", 0) as port:
        teams.connect(service_url=f"http://127.0.0.1:{port}", bot_url="")
        chosen = {"KLYNGEBOT_AUTH": "off", "PORT": "0", "KLYNGEBOT_DATA": str(folder / "data")} | settings
        here = Office(teams=teams, clock=clock, settings=chosen, folder=folder)
        try:
            yield here
        finally:
            for process in here.processes:
                process.kill()
                await process.communicate()
