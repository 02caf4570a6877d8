"""A migration that is killed anywhere in its middle can be started again, and what was stored before is still there."""

import asyncio
import sys
from pathlib import Path

import sqlalchemy as sa

from storage.database import Database
from storage.migrate import is_current, upgrade
from tests.harness import attacks
from tests.storage.earlier import as_of, before

LONGEST = 0.4  # seconds that a migration may take on a machine that does nothing else
ROOT = Path(__file__).parents[2]
MIGRATES = (
    "import asyncio, sys; from storage.database import Database; from storage.migrate import upgrade;"
    "print('begins', flush=True); asyncio.run(upgrade(Database(sys.argv[1])))"
)


async def killed_after(url: str, seconds: float) -> None:
    """Another process begins to migrate and is killed so much later, whatever it is doing then."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", MIGRATES, url, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"begins\n"
    await asyncio.sleep(seconds)
    if process.returncode is None:
        process.kill()
    await process.communicate()


async def meetings(url: str) -> list[tuple[str, str]]:
    database = Database(url)
    async with database.reading() as conn:
        table = sa.table("meetings", sa.column("forum", sa.String), sa.column("id", sa.String))
        told = sorted((row.forum, row.id) for row in await conn.execute(sa.select(table)))
    await database.close()
    return told


async def test_a_migration_that_was_killed_is_begun_again_and_nothing_is_lost(old_url: str) -> None:
    async with as_of(old_url, before("_what_people_wrote_can_be_erased")):
        pass
    known, chance = await meetings(old_url), attacks.chance("migrations")
    assert known
    for _ in range(attacks.times):
        await killed_after(old_url, chance.random() * LONGEST)
    database = Database(old_url)
    await upgrade(database)
    assert await is_current(database)
    await database.close()
    assert await meetings(old_url) == known


async def test_a_first_migration_that_was_killed_is_begun_again(old_url: str) -> None:
    await killed_after(old_url, attacks.chance("first").random() * LONGEST)
    database = Database(old_url)
    await upgrade(database)
    assert await is_current(database)
    await database.close()
