"""A night's copy is put back under a real process: nothing false leaves, people are answered, until it is accepted."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import aiohttp
import pytest

from bot import auditing, checking, operations
from bot.complaints import complaint
from bot.config import load_settings
from bot.domain.kernel.refusal import Refusal
from bot.local.board import words
from bot.local.directory import PERSONAL
from bot.operations import Failed, Lines
from bot.restoring import Unlike
from tests.harness.klynge_nord import FILE, klynge_nord
from tests.harness.process import PATIENCE
from tests.harness.restoring import keep, put_back
from tests.harness.served import Served, open_served
from tests.harness.steps import COORDINATOR, SECRETARIAT, VISITS

ADMIN = "formand-kommunal"
REMINDER = "Påmindelse om møde"
TITLE = "Databasen ser ud til at være gendannet"
HELD = "Databasen er ikke den, som ankeret har set: installationen mangler nr. "
DROPPED = "bortfaldet: Kan være sendt, før databasen blev gendannet."


@pytest.fixture
async def desk(tmp_path: Path, database_url: str) -> AsyncIterator[Served]:
    """Klynge Nord in January, tied, with an admin who has written to the bot."""
    admin = next(each.identities[0].object_id for each in klynge_nord().people if each.id == ADMIN)
    async with open_served(tmp_path, KLYNGEBOT_DATABASE_URL=database_url, KLYNGEBOT_ADMINS=admin) as here:
        await told(here, operations.apply_forum, FILE, force=False, replace=False, dry_run=False)
        await here.start("2027-01-11T09:00")
        await here.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
        await here.teams.visitor.says(here.account(ADMIN), "hjælp", PERSONAL)
        await comes(here, "hjælp")
        yield here


@pytest.mark.both_databases
async def test_a_restored_copy_is_held_until_it_is_accepted_and_nothing_false_leaves(desk: Served) -> None:
    await lose_a_night(desk)
    await desk.start("2027-03-15T08:30")
    await is_held(desk)
    await people_are_heard(desk)
    said = await told(desk, auditing.accept_restored, "Gendannet efter nedbrud")
    assert said[0].startswith("Ankeret har set mere af loggen, end databasen har: installationen mangler nr. ")
    assert any(REMINDER in line for line in said if line.startswith("Bortfalder, da den kan være sendt før"))
    await until_ready(desk, "ok\n")
    assert (await failure(desk, auditing.accept_restored, "Igen")).startswith("Der er intet at godkende")
    assert len(desk.posted(TITLE)) == len(desk.posted(REMINDER)) == 1
    outbox = await told(desk, operations.show_outbox)
    assert any(REMINDER in line and line.endswith(DROPPED) for line in outbox)
    assert any("Referatet skal udsendes" in line and line.endswith(": venter") for line in outbox)
    verified = await told(desk, auditing.verify_audit)
    assert verified[0].startswith("Loggen er hel")
    assert verified[-1].startswith("Installationens post ")
    assert "(grund: Gendannet efter nedbrud): installationen mangler nr. " in verified[-1]


async def test_it_is_the_same_after_a_kill_though_the_clock_stands_still(desk: Served) -> None:
    """What waited in the copy waits on, though it is due at the very moment at which it is restored."""
    await lose_a_night(desk, signal.SIGKILL)
    await desk.start("2027-03-15T08:00")
    await is_held(desk)
    await people_are_heard(desk)
    await told(desk, auditing.accept_restored, "Gendannet efter nedbrud")
    await until_ready(desk, "ok\n")
    assert len(desk.posted(REMINDER)) == 1


async def lose_a_night(desk: Served, number: int = signal.SIGTERM) -> None:
    """A copy is made, the reminder of the meeting leaves, the process ends, and the copy is put back."""
    await desk.stop()
    keep(desk.settings["KLYNGEBOT_DATABASE_URL"])
    await desk.start("2027-03-15T08:00")
    await desk.sees(REMINDER)
    await desk.stop(number)
    put_back(desk.settings["KLYNGEBOT_DATABASE_URL"])


async def is_held(desk: Served) -> None:
    """Everybody who runs the service can see it, and cron sends nothing."""
    await until_ready(desk, f"ok\n{TITLE}\n")
    assert any("The database lacks what the anchor has seen" in each.line for each in desk.processes[-1].complaints)
    await comes(desk, TITLE)
    assert (await told(desk, operations.show_outbox))[-1].startswith(HELD)
    for failing in (checking.check, auditing.verify_audit, partial(operations.run_due, at=desk.clock.now())):
        assert "installationen mangler nr. " in await failure(desk, failing)


async def people_are_heard(desk: Served) -> None:
    """What somebody does now is answered and told on."""
    form = await desk.says(COORDINATOR, "foreslå")
    assert (await desk.clicks(COORDINATOR, form, "Send forslag", VISITS)).card is not None
    await desk.sees("Nyt forslag til dagsordenen", str(VISITS["Overskrift"]))


async def until_ready(desk: Served, said: str) -> None:
    """The service is ready, and says just that."""
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
        while True:
            address = (desk.processes[-1].url or "").removesuffix("/api/messages")
            async with session.get(f"{address}/readyz") as answer:
                if (answer.status, await answer.text()) == (200, said):
                    return
            await asyncio.sleep(0.1)


async def comes(desk: Served, part: str) -> None:
    """The admin's own chat has a card that says so."""
    chat = desk.teams.directory.personal(desk.account(ADMIN))
    await desk.teams.board.wait_for(
        lambda each: each.conversation == chat and each.author is None and part in words(each), PATIENCE
    )


async def told(desk: Served, operation: Callable[..., Lines], *given: object, **chosen: object) -> list[str]:
    """The lines that a command prints."""
    settings = load_settings({**desk.settings, "KLYNGEBOT_NOW": desk.clock.now().isoformat()})
    return [line async for line in operation(settings, *given, **chosen)]


async def failure(desk: Served, operation: Callable[..., Lines], *given: object) -> str:
    """The one line with which it fails."""
    try:
        raise AssertionError(await told(desk, operation, *given))
    except (Failed, Refusal, Unlike) as fault:
        return complaint(fault) or ""
