"""A meeting is named by the month that it is in."""

import pytest

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import open_desk
from bot.usecases.meant import meeting_meant
from storage import forum as forums
from storage.database import Database
from tests.harness.klynge_nord import charter_texts, klynge_nord, local


@pytest.mark.parametrize(("typed", "meant"), [("i marts", "2027-1"), ("oktober", "2027-2"), ("I Oktober", "2027-2")])
async def test_a_month_names_the_meeting_in_it(database: Database, typed: str, meant: str) -> None:
    assert await named(database, typed) == meant


async def test_a_month_without_a_meeting_names_none(database: Database) -> None:
    with pytest.raises(Refusal):
        await named(database, "i maj")


async def named(database: Database, typed: str) -> str:
    async with database.writing(klynge_nord().id) as conn:
        await forums.put(conn, klynge_nord(), *charter_texts())
    async with database.reading() as conn:
        desk = await open_desk(conn, klynge_nord().id, local("2027-01-11T09:00"), Place.PERSONAL)
        return meeting_meant(desk, typed).id
