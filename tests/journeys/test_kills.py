"""`klyngebot serve` is killed at random moments while several people act, and nothing acknowledged is lost.

Killed while it hands a forum over, it has done all of that or nothing.

On a server's database the run under faults (`python -m tests.faults`) does the same in every landing.
"""

import asyncio
import signal
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.charters.forum_file import read_forum_file
from bot.domain.forum.actions import HandOver
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.handed import Thing
from bot.local.demo.forums import shipped
from bot.local.demo.succession.counting import Open, open_in
from bot.local.demo.succession.filling import before_the_end, fill
from bot.local.demo.succession.rehearsal import compared
from bot.local.directory import PERSONAL
from bot.local.visitor import BotFailed
from bot.usecases.applying import apply_file
from bot.usecases.desk import open_desk
from bot.usecases.succession import HandedOver
from cards.kit.buttons import pack
from storage import succession as successions
from storage.database import Database
from storage.proposals import proposals
from tests.harness import attacks
from tests.harness.forging import press, said
from tests.harness.klynge_nord import FILE
from tests.harness.served import Served, open_served
from tests.harness.steps import COORDINATOR, SECRETARIAT, VISITS
from tests.harness.succeeding import ADMIN, ADMIN_ID, ENDED, HEIR

PEOPLE = (COORDINATOR, SECRETARIAT, "formand-laesoe", "formand-broenderslev")
PATIENCE = 60.0
AT = "2027-01-11T09:00"
LATEST = 0.6  # seconds after people have begun
STAYS = Counter({Thing.REPORT: 1})  # of the year of the forum that ended, as its list says


async def titles(url: str) -> list[str]:
    """What was proposed."""
    database = Database(url)
    async with database.reading() as conn:
        found = [str(content.title) for content in await conn.scalars(select(proposals.c.content))]
    await database.close()
    return found


async def propose_on(here: Served, person: str, name: str, acknowledged: list[str]) -> None:
    """One proposal after the other, until nobody answers any more; what the person was told has been received."""
    account = here.account(person)
    try:
        form = await here.says(person, "foreslå")
        for number in range(100):
            title = f"{name} {number}"
            answer = await here.teams.visitor.clicks(
                account, form, "Send forslag", VISITS | {"Overskrift": title}, card=form.card
            )
            if answer.card and title in str(answer.card) and "er modtaget" in str(answer.card):
                acknowledged.append(title)
            form = await here.says(person, "foreslå")
    except (BotFailed, TimeoutError):
        return


pytestmark = [pytest.mark.both_databases] if attacks.times > 1 else []


async def test_nothing_acknowledged_is_lost_wherever_the_process_is_killed(tmp_path: Path, database_url: str) -> None:
    database, chance = Database(database_url), attacks.chance("kills")
    async with open_served(tmp_path, KLYNGEBOT_DATABASE_URL=database_url) as here:
        await apply_file(database, here.clock.now(), read_forum_file(FILE))
        await database.close()
        acknowledged: list[str] = []
        for kill in range(attacks.times):
            await here.start(AT)
            await here.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
            before = len(acknowledged)
            acting = [asyncio.create_task(propose_on(here, each, f"{each} {kill}", acknowledged)) for each in PEOPLE]
            async with asyncio.timeout(PATIENCE):
                while len(acknowledged) <= before:  # noqa: ASYNC110 - the first of many answers to several people
                    await asyncio.sleep(0.01)
            await asyncio.sleep(chance.random() * LATEST)
            await here.stop(signal.SIGKILL)
            for each in acting:
                each.cancel()
            await asyncio.gather(*acting, return_exceptions=True)
        stored = await titles(database_url)
        assert set(acknowledged) <= set(stored)
        assert len(stored) == len(set(stored))
        assert (await here.command("audit", "verify"))[0].startswith("Loggen er hel")


@pytest.mark.both_databases
async def test_killed_while_it_hands_a_forum_over_all_has_moved_or_nothing(tmp_path: Path, database_url: str) -> None:
    database, chance = Database(database_url), attacks.chance("kills of a hand-over")
    on, act = date(2027, 3, 2), pack(HandOver(ended=ENDED, heir=HEIR))
    settings = {"KLYNGEBOT_DATABASE_URL": database_url, "KLYNGEBOT_ADMINS": ADMIN_ID}
    async with open_served(tmp_path, **settings) as here:
        await fill(database, before_the_end(shipped(ENDED), on), on)
        await apply_file(database, here.clock.now(), shipped(HEIR))
        await here.start(f"{on}T09:00")
        counted = await both_open(database, here)
        pressing = asyncio.create_task(press(here, ADMIN, act, PERSONAL))
        await asyncio.sleep(chance.random() * LATEST)
        await here.stop(signal.SIGKILL)
        await asyncio.gather(pressing, return_exceptions=True)
        there = await both_open(database, here)
        assert there == counted or there[0] == STAYS, there
        assert await lost(database, here, counted) == (None if there == counted else [])
        await here.start(f"{on}T09:01")
        assert "Videreført i Klyngestyregruppe Nord" in said((await press(here, ADMIN, act, PERSONAL)).card)
        ended, heir = await both_open(database, here)
        assert ended == STAYS
        assert await lost(database, here, counted) == []
        assert heir[Thing.PROPOSAL] == counted[0][Thing.PROPOSAL] + counted[0][Thing.ITEM] + counted[1][Thing.PROPOSAL]
        await database.close()
        assert (await here.command("audit", "verify"))[0].startswith("Loggen er hel")


async def both_open(database: Database, here: Served) -> tuple[Open, Open]:
    """What is open in the one and in the other."""
    async with database.snapshot() as conn:
        one, other = [await open_desk(conn, each, here.clock.now(), Place.CHANNEL) for each in (ENDED, HEIR)]
        return await open_in(one), await open_in(other)


async def lost(database: Database, here: Served, counted: tuple[Open, Open]) -> list[str] | None:
    """What is open and neither moved nor listed as what ended or stays, and what is there twice; None if not done."""
    async with database.snapshot() as conn:
        succession = await successions.of(conn, ENDED)
        one, other = [await open_desk(conn, each, here.clock.now(), Place.CHANNEL) for each in (ENDED, HEIR)]
    if succession is None:
        return None
    done = HandedOver(forum=one.forum, heir=other.forum, succession=succession, is_new=True)
    return compared(done, *counted, *await both_open(database, here))
