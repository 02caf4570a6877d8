"""A database that lacks what the anchor has seen is held by every process, and what is planned waits meanwhile."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from bot.anchor.file import Anchor
from bot.clock import PinnedClock
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.chains import INSTALLATION
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import NoticeState
from bot.domain.kernel.people import Identity
from bot.domain.meetings.notices import MeetingNotice
from bot.jobs import ticking
from bot.usecases.anchoring.accepting import Accepted, accept
from bot.usecases.anchoring.service import Anchoring
from bot.usecases.breakages import Breakages
from bot.usecases.desk import WritingDesk, open_writing_desk
from storage import agenda as agendas
from storage import audit, chats
from storage.database import Database
from storage.outbox.notices import cancel_timed
from storage.outbox.reviving import hasten
from storage.outbox.table import PAUSED, notices
from tests.bench.town import BOT, MEETING, TENANT, approve, build, forum_id
from tests.harness.klynge_nord import local
from tests.harness.process import PATIENCE

DISPATCH = local("2027-03-09T08:00")
FORUM = forum_id(0)
ADMIN = Identity(TENANT, "99999999-9999-4999-8999-999999999999")
CHAT = Conversation(place=Place.PERSONAL, service_url="http://127.0.0.1:9", tenant=TENANT, id="a:admin", bot=BOT)
WAITS = "Databasen ser ud til at være gendannet. Se klyngebot audit accept."


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Two forums whose agendas may leave today, an admin who has written to the bot, and an anchor."""

    database: Database
    clock: PinnedClock
    path: Path

    @property
    def anchor(self) -> Anchor:
        """As a process that begins sees it."""
        return Anchor(self.path, b"k" * 32)

    def replica(self) -> Anchoring:
        """A process of the installation, which looks whenever it is asked to."""
        return Anchoring(self.database, self.clock, self.anchor, frozenset({ADMIN.object_id}), every=0)

    async def accept(self) -> Accepted:
        """Somebody accepts it as it is."""
        return await accept(self.database, self.clock.now(), self.anchor, reason="Gendannet", by="drift")

    async def at_desk(self, work: Callable[[WritingDesk], object]) -> None:
        """Something is done at the forum's desk."""
        async with self.database.writing(FORUM) as conn:
            done = work(await open_writing_desk(conn, FORUM, self.clock.now(), Place.CHANNEL))
            assert asyncio.iscoroutine(done)
            await done

    async def loses(self) -> None:
        """The forum's newest entries are gone, as after a restore."""
        table = audit.audit
        async with self.database.writing() as conn:
            await conn.execute(delete(table).where(table.c.forum == FORUM, table.c.seq > 2))

    async def paused(self) -> set[tuple[str, str]]:
        """The kind and reason of what is paused."""
        query = select(notices.c.kind, notices.c.reason).where(notices.c.retry_at == PAUSED)
        async with self.database.reading() as conn:
            return {(row.kind, row.reason) for row in await conn.execute(query)}

    async def waiting(self) -> dict[str, bool]:
        """Whether each that waits is paused, by its key."""
        query = select(notices.c.key, notices.c.retry_at).where(notices.c.state == NoticeState.WAITING.value)
        async with self.database.reading() as conn:
            return {row.key: row.retry_at == PAUSED for row in await conn.execute(query)}

    async def logged(self) -> list[str]:
        """What the installation's chain tells."""
        async with self.database.reading() as conn:
            return [entry.what async for entry in audit.entries(conn, INSTALLATION)]

    async def sent(self) -> int:
        """How many agendas have left."""
        async with self.database.reading() as conn:
            found = [await agendas.get(conn, forum_id(number), MEETING) for number in range(2)]
        return sum(each is not None and each.sent_version is not None for each in found)


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """On each kind of database."""
    await build(database_url, CHAT.service_url, count=2)
    await approve(database_url, count=2)
    database = Database(database_url)
    async with database.writing() as conn:
        await chats.put(conn, ADMIN, CHAT)
    yield Town(database=database, clock=PinnedClock(DISPATCH), path=tmp_path / "anchor.jsonl")
    await database.close()


async def test_two_that_find_it_pause_once_tell_once_and_both_go_on(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    first = town.replica()
    await first.start("1")
    await first.stop()
    await town.loses()
    both = town.replica(), town.replica()
    for each in both:
        await each.start("1")
        assert each.found is not None
    assert await town.logged() == ["service.started", "service.stopped", "audit.restored", *["service.started"] * 2]
    waiting = await town.waiting()
    (told,) = [key for key in waiting if f"/{ForumNotice.RESTORED.value}/" in key]
    assert [key for key, is_paused in waiting.items() if not is_paused] == [told]
    assert {reason for _, reason in await town.paused()} == {WAITS}
    assert (
        len([each for each in caplog.records if each.levelno == logging.ERROR]) == 2
    )  # each process tells its own log
    await town.accept()
    for each in both:
        await each.look()
        assert each.found is None
    assert await town.paused() == set()


async def test_what_is_lost_under_a_running_service_is_found_at_its_next_look(town: Town) -> None:
    service = town.replica()
    await service.start("1")
    await town.loses()
    await service.look()
    assert service.found is not None
    (lost,) = service.found.losses
    assert (lost.chain, lost.first, lost.is_cut) == (FORUM, 3, True)
    anchored = town.path.read_bytes()
    await town.at_desk(lambda desk: desk.log(None, "forum.tied"))
    await service.look()
    await service.stop()
    assert town.path.read_bytes() == anchored


async def test_what_people_owe_meanwhile_leaves_and_what_is_planned_meanwhile_waits(town: Town) -> None:
    service = town.replica()
    await service.start("1")
    await town.loses()
    await service.look()
    soon = town.clock.now() + timedelta(hours=1)
    await town.at_desk(lambda desk: desk.remind(MeetingNotice.MEETING, "ny", at=soon, meeting=MEETING))
    await town.at_desk(lambda desk: desk.tell(MeetingNotice.POST, meeting=MEETING))
    await town.at_desk(lambda desk: hasten(desk.conn, FORUM))
    await service.look()
    waiting = await town.waiting()
    (planned,) = [key for key in waiting if key.startswith(f"{FORUM}/{MeetingNotice.MEETING.value}/") and "/ny/" in key]
    (post,) = [key for key in waiting if key.startswith(f"{FORUM}/{MeetingNotice.POST.value}/{MEETING}/")]
    assert (waiting[planned], waiting[post]) == (True, False)


async def test_what_came_due_before_it_was_found_is_dropped_and_what_came_due_while_it_was_held_leaves(
    town: Town,
) -> None:
    service = town.replica()
    await service.start("1")
    for name, hours in (("before", -1), ("after", 1)):
        at = town.clock.now() + timedelta(hours=hours)
        await town.at_desk(
            lambda desk, name=name, at=at: desk.remind(MeetingNotice.MEETING, name, at=at, meeting=MEETING)  # type: ignore[misc]
        )
    await town.loses()
    await service.look()
    town.clock.move_to(DISPATCH + timedelta(hours=2))
    dropped = [each.key for each in (await town.accept()).dropped]
    assert [key for key in dropped if "/before/" in key]
    assert not [key for key in dropped if "/after/" in key]
    assert [key for key in await town.waiting() if "/after/" in key]
    assert await town.logged() == ["service.started", "audit.restored", "audit.accepted"]


async def test_what_was_cancelled_while_it_was_held_and_planned_anew_afterwards_leaves(town: Town) -> None:
    service = town.replica()
    await service.start("1")
    later = town.clock.now() + timedelta(hours=1)

    async def plans(desk: WritingDesk) -> None:
        await desk.remind(MeetingNotice.MEETING, "igen", at=later, meeting=MEETING)

    await town.at_desk(plans)
    await town.loses()
    await service.look()
    await town.at_desk(lambda desk: cancel_timed(desk.conn, FORUM, MEETING, "Aflyst."))
    await town.accept()
    await town.at_desk(plans)
    assert [is_paused for key, is_paused in (await town.waiting()).items() if "/igen/" in key] == [False]


async def test_no_agenda_leaves_by_itself_while_it_is_held(town: Town) -> None:
    service = town.replica()
    await service.start("1")
    await town.loses()
    await service.look()
    breakages = Breakages(town.database, town.clock, frozenset())
    async with ticking(town.database, town.clock, breakages, service, frozenset()):
        await asyncio.sleep(0.3)
        assert await town.sent() == 0
    await town.accept()
    await service.look()
    async with ticking(town.database, town.clock, breakages, service, frozenset()), asyncio.timeout(PATIENCE):
        while True:
            if await town.sent() == 2:
                break
            await asyncio.sleep(0.02)


async def test_what_was_found_is_held_though_the_anchor_is_gone_and_can_be_accepted(town: Town) -> None:
    service = town.replica()
    await service.start("1")
    await town.loses()
    await service.look()
    town.path.unlink()
    await service.look()
    again = town.replica()
    await again.start("1")
    for each in (service, again):
        assert each.found is not None
        assert [(loss.chain, loss.first) for loss in each.found.losses] == [(FORUM, 3)]
    assert not town.path.exists()
    assert [loss.chain for loss in (await town.accept()).found.losses] == [FORUM]
    await again.look()
    assert again.found is None


async def test_what_was_held_for_another_secret_goes_on_under_the_right_one(town: Town) -> None:
    first = town.replica()
    await first.start("1")
    mistaken = Anchoring(town.database, town.clock, Anchor(town.path, b"x" * 32), frozenset())
    await mistaken.start("1")
    assert mistaken.found is not None
    assert await town.paused()
    right = town.replica()
    await right.start("1")
    assert right.found is None
    assert await town.paused() == set()
    assert await town.logged() == [
        *["service.started", "audit.restored", "service.started"],
        "audit.fits",
        "service.started",
    ]


async def test_an_anchor_that_is_taken_away_under_a_service_begins_anew_and_is_told(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    service = town.replica()
    await service.start("1")
    town.path.unlink()
    await service.look()
    assert [each.levelname for each in caplog.records if "was taken away" in each.message] == ["ERROR"]
    assert set(town.anchor.look().heads) == {INSTALLATION, forum_id(0), forum_id(1)}


async def test_an_anchor_that_is_cut_under_a_service_goes_on_and_is_told(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    service = town.replica()
    await service.start("1")
    await service.look()
    begun = town.path.read_bytes()
    await town.at_desk(lambda desk: desk.log(None, "forum.tied"))
    await service.look()
    assert town.path.read_bytes() != begun
    town.path.write_bytes(begun)
    await service.look()
    await service.look()
    assert [each.levelname for each in caplog.records if "was cut" in each.message] == ["ERROR"]
    await town.loses()
    await service.look()
    await town.accept()
    await service.look()
    assert len([each for each in caplog.records if "was cut" in each.message]) == 1
