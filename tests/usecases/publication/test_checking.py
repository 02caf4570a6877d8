"""An address that is dead is told once, and settled by another one or when it answers again."""

from datetime import timedelta

import pytest

from bot.clock import PinnedClock
from bot.domain.publication.links import Found
from bot.domain.publication.notices import PublicationNotice
from bot.usecases.publication.checking import check_links
from storage.database import Database
from tests.conftest import OpenDesk
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import DAY_AFTER, choose, outbox, send_agenda, send_all
from tests.usecases.publication.test_releasing import LINK, says, told


class Web:
    """Every address is as it says."""

    def __init__(self) -> None:
        self.found = Found.ALIVE
        self.asked: list[str] = []

    async def look(self, link: str) -> Found:
        self.asked.append(link)
        return self.found


@pytest.fixture(autouse=True)
async def proved(database: Database, open_desk_at: OpenDesk) -> None:
    await choose(database, "minutes_approval", None)
    await send_agenda(database)
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        await says(desk, f"link til referatet: {LINK}")


async def test_a_dead_address_is_told_once_until_it_answers_again(database: Database, open_desk_at: OpenDesk) -> None:
    web, clock = Web(), PinnedClock(local("2027-03-17T12:00"))
    assert await check_links(database, clock, web.look) == 1
    assert await check_links(database, clock, web.look) == 0
    web.found = Found.GONE
    for _ in range(3):
        clock.move_to(clock.now() + timedelta(days=1))
        assert await check_links(database, clock, web.look) == 1
    async with open_desk_at("2027-03-21T10:00") as desk:
        assert f"Linket svarer ikke: {LINK}" in await says(desk, "offentliggørelse")
        assert len(await outbox(desk, PublicationNotice.DEAD)) == 2  # of two who serve, each once
        assert all("svarer ikke. Indsæt det rigtige." in each for each in await told(desk, PublicationNotice.DEAD))
    web.found = Found.ALIVE
    clock.move_to(clock.now() + timedelta(days=1))
    await check_links(database, clock, web.look)
    async with open_desk_at("2027-03-22T10:00") as desk:
        assert "Offentliggjort den 17. marts 2027" in await says(desk, "offentliggørelse")


async def test_one_that_is_silent_is_given_some_time_and_another_link_settles_it(
    database: Database, open_desk_at: OpenDesk
) -> None:
    web, clock = Web(), PinnedClock(local("2027-03-17T12:00"))
    web.found = Found.SILENT
    for number in range(3):
        async with open_desk_at("2027-03-17T12:00") as desk:
            assert len(await outbox(desk, PublicationNotice.DEAD)) == 0, number
        await check_links(database, clock, web.look)
        clock.move_to(clock.now() + timedelta(hours=1))
    async with open_desk_at("2027-03-18T12:00") as desk:
        assert len(await outbox(desk, PublicationNotice.DEAD)) == 2
        await says(desk, f"link til referatet: {LINK}-2")
        assert f"Offentliggjort den 18. marts 2027 af Sekretariat, kommunal side: {LINK}-2" in await says(
            desk, "offentliggørelse"
        )
    web.asked.clear()
    clock.move_to(local("2027-03-19T12:00"))
    await check_links(database, clock, web.look)
    assert web.asked == [f"{LINK}-2"]
