"""A stage on any of the forums that ship, by name, or on several at once; people are addressed by their ids there.

    async def test_it(open_seed: OpenSeed) -> None:
        async with open_seed("klyngestyregruppe-nord") as group:
            await group.says("direktoer-hjoerring", "foreslå")

The fixtures `open_seed` and `open_seeds` of tests/conftest.py give these a database that is migrated.
A forum file that was changed stands in for a name: `replace(shipped(name), forum=…)`, `choosing(name, …)`.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from bot.charters.forum_file import ForumFile
from bot.domain.kernel import settings
from bot.domain.kernel.forum import Choice
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from cards.outbox.lines import told
from storage.outbox import notices
from tests.harness.stage import open_stage

OpenSeed = Callable[..., AbstractAsyncContextManager[Stage]]
OpenSeeds = Callable[..., AbstractAsyncContextManager[tuple[Stage, ...]]]


@asynccontextmanager
async def open_seeds(
    *which: str | ForumFile, start: str = "2027-01-11T09:00", tied: bool = True, **more: Any
) -> AsyncIterator[tuple[Stage, ...]]:
    """One service with a stage for each forum, in that order; unless `tied` is False, their channels are tied already.

    The stages share their clock, database and Teams, and differ in the channel and in the people's ids; `more` is what
    `open_stage` takes.
    """
    files = tuple(shipped(each) if isinstance(each, str) else each for each in which)
    async with open_stage(start, tied=False, files=files, **more) as first:
        stages = tuple(replace(first, file=each) for each in files)
        for each in stages if tied else ():
            await tie(each)
        yield stages


@asynccontextmanager
async def open_seed(
    which: str | ForumFile, start: str = "2027-01-11T09:00", *, tied: bool = True, **more: Any
) -> AsyncIterator[Stage]:
    """One forum's stage."""
    async with open_seeds(which, start=start, tied=tied, **more) as stages:
        yield stages[0]


def choosing(which: str, **values: Any) -> ForumFile:
    """The forum that ships, with these choices made otherwise; None is no choice."""
    file = shipped(which)
    made = {key: Choice(value, file.forum.name, date(2026, 10, 1)) for key, value in values.items()}
    choices = {key: made for key, made in {**file.forum.choices, **made}.items() if made.value is not None}
    return replace(file, forum=replace(file.forum, choices=choices))


async def planned(stage: Stage) -> list[str]:
    """What is planned for the forum, earliest first, as `klyngebot outbox` writes it."""
    async with stage.service.database.reading() as conn:
        return [told(each) for each in await notices.planned(conn, stage.file.forum.id)]


async def tie(stage: Stage) -> None:
    """Whoever serves the forum ties its channel."""
    forum = stage.file.forum
    serving = settings.secretariat(forum, stage.clock.now().date())
    await stage.says(serving[0], f"tilknyt {forum.id}")
