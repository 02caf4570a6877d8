"""What was stored of meetings before they could be decided in Teams is as the forum's file says, and still proved."""

from bot.usecases.charter_texts import read_charter
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.storage.earlier import NORD, as_of, before


async def test_earlier_meetings_are_the_files_own(old_url: str) -> None:
    async with as_of(old_url, before("_meetings_decided_in_teams")) as old:
        await old.close()
    database = Database(old_url)
    await upgrade(database)
    async with database.reading() as conn:
        forum = await forums.get(conn, NORD, read_charter)
    await database.close()
    assert forum is not None
    assert forum.meetings
    assert {(each.is_decided, each.reason) for each in forum.meetings} == {(False, "")}
