"""What a forum that cannot be read owes: it waits, the admins are told once, and nobody else waits for it."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import NoticeState
from bot.domain.kernel.unreadable import Part, Unreadable
from bot.usecases.breakages import Breakages
from storage import chats
from storage.database import DatabaseFault
from tests.harness.breaking import damage
from tests.harness.forums import Forums, account, open_forums

pytestmark = pytest.mark.both_databases

NORTH, SOUTH = 0, 1
LOCAL = "formand-kommunal"
WAITS = "Forummets opsætning kan ikke læses. Anvend forummets fil igen: klyngebot forum apply FIL."


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What is said in the log at ERROR."""
    caplog.set_level(logging.ERROR)
    return caplog


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Forums]:
    """Two forums with a channel each."""
    async with open_forums(database_url, living=2, limits="off") as here:
        yield here


async def test_every_notice_of_a_broken_forum_waits_an_hour_and_the_others_leave(
    office: Forums, quiet_log: pytest.LogCaptureFixture
) -> None:
    await office.owe(*"abc", to=SOUTH)
    await damage(office.database, office.channels[SOUTH].name)
    await office.owe(*"de")
    for _ in range(2):
        await office.delivery.deliver_due()
        await office.an_hour_passes()
    await office.delivery.deliver_due()
    assert office.said(NORTH) == ["d", "e"]
    assert office.said(SOUTH) == []
    waiting = [each for each in await office.notices() if each.forum == office.channels[SOUTH].name]
    assert {(each.state, each.reason, each.attempts) for each in waiting} == {(NoticeState.WAITING, WAITS, 0)}
    assert timedelta(minutes=59) < await office.pause_of(waiting[-1].key) <= timedelta(hours=1)
    assert len(quiet_log.records) == 1


async def test_admins_who_could_not_be_told_are_told_the_next_time(office: Forums) -> None:
    admin, broken = account(LOCAL), Unreadable(office.channels[SOUTH].name, 1, Part.CHARTER, "BrokenFile")
    breakages = Breakages(office.database, office.clock, frozenset({admin.object_id}))
    async with office.database.writing() as conn:
        await chats.put(conn, admin, office.where(office.channels[SOUTH]))
        await conn.exec_driver_sql("ALTER TABLE chats RENAME TO elsewhere")
    with pytest.raises(DatabaseFault):
        await breakages.tell(broken)
    async with office.database.writing() as conn:
        await conn.exec_driver_sql("ALTER TABLE elsewhere RENAME TO chats")
    await breakages.tell(broken)
    assert [each.kind for each in await office.notices()] == [ForumNotice.UNREADABLE]


async def test_a_notice_of_a_breakage_that_has_been_mended_meanwhile_is_not_sent(office: Forums) -> None:
    admin = account(LOCAL)
    async with office.database.writing() as conn:
        await chats.put(conn, admin, office.where(office.channels[SOUTH]))
    breakages = Breakages(office.database, office.clock, frozenset({admin.object_id}))
    await breakages.tell(Unreadable(office.channels[SOUTH].name, 1, Part.CHARTER, "BrokenFile"))
    await office.delivery.deliver_due()
    (ended,) = await office.notices()
    assert (ended.state, ended.reason) == (NoticeState.SUPERSEDED, "Forummet kan læses igen.")
    assert office.places() == []
