"""A long past costs nothing: whatever people do, and at every tick, a forum that has met for years asks as little."""

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.clock import PinnedClock
from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.minutes.actions import RecordResolution, SendMinutes
from bot.domain.minutes.state import MinutesStatus, Outcome
from bot.usecases.desk import open_desk, open_writing_desk
from bot.usecases.minutes import commands, resolving
from bot.usecases.ticks import Faults, send_due_agendas
from bot.usecases.topics import render
from bot.usecases.turn import Kind, Turn
from bot.usecases.turns import Secretary
from cards.kit.buttons import pack
from storage import minutes
from storage.database import Database
from storage.outbox import notices
from tests.bench.town import BOT, CHAIRS, MEETING, MOMENT, TENANT, account, approve, build, channel_id, forum_id
from tests.harness.databases import copied
from tests.harness.klynge_nord import local
from tests.harness.statements import overheard
from tests.usecases.agenda.setting import CLERK

SERVICE = "http://127.0.0.1:9"
SENTENCES = (
    "hjælp",
    "dagsorden",
    "møder",
    "frister",
    "mine forslag",
    "referat",
    "godkendelser",
    "foreslå: Et punkt",
    "godkend",
)
_activities = count()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes a new database of each kind."""
    if request.param == "postgresql":
        server = request.getfixturevalue("server")
        return lambda: copied(server)
    names = (f"sqlite:///{tmp_path}/{number}.db" for number in count())
    return lambda: next(names)


async def _cost(url: str, *, past: int) -> dict[str, int]:
    """How many statements each sentence, a click and a tick need the second time, in a forum with a past."""
    await build(url, SERVICE, count=1, past=past)
    with overheard() as said:
        database, clock = Database(url), PinnedClock(MOMENT)
        secretary = Secretary(database, clock, admins=frozenset(), roster=_nobody_is_asked)
        found = {}
        for work in (*SENTENCES, "click", "tick", "notices"):
            for _ in range(2):
                said.clear()
                await _do(work, database, clock, secretary)
                await asyncio.sleep(0)
                found[work] = len(said)
        await database.close()
    assert all(found.values())
    return found


async def _do(work: str, database: Database, clock: PinnedClock, secretary: Secretary) -> None:
    if work == "tick":
        await send_due_agendas(database, clock, Faults())
    elif work == "notices":
        await _render_all(database, clock)
    else:
        assert await secretary.take(_turn(work)) is not None


def _turn(work: str) -> Turn:
    number = next(_activities)
    verdict = (Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS)[number % 2]
    click = Respond(forum=forum_id(0), meeting=MEETING, version=1, verdict=verdict, words=f"Svar {number}")
    return Turn(
        kind=Kind.CLICK if work == "click" else Kind.MESSAGE,
        activity=str(number),
        sender=account(0, CHAIRS[0]),
        sender_name="Formand",
        conversation=Conversation(
            place=Place.CHANNEL, service_url=SERVICE, tenant=TENANT, id=channel_id(0), bot=BOT, team="19:team"
        ),
        text="" if work == "click" else work,
        data=pack(click) if work == "click" else None,
    )


async def _render_all(database: Database, clock: PinnedClock) -> None:
    async with database.reading() as conn:
        desk = await open_desk(conn, forum_id(0), clock.now(), Place.CHANNEL)
        for notice in await notices.due(conn, MOMENT):
            await render(desk, notice)


async def _nobody_is_asked(_where: Conversation, _who: str) -> str | None:
    return None


async def test_what_people_ask_and_do_needs_no_more_statements_after_sixty_meetings_than_after_one(
    new_url: Callable[[], str],
) -> None:
    assert await _cost(new_url(), past=60) == await _cost(new_url(), past=1)


async def test_an_agenda_leaves_with_no_more_statements_after_sixty_meetings(new_url: Callable[[], str]) -> None:
    needed = []
    for past in (0, 60):
        url = new_url()
        await build(url, SERVICE, count=1, past=past)
        await approve(url, count=1)
        with overheard() as said:
            database = Database(url)
            assert await send_due_agendas(database, PinnedClock(local("2027-03-09T08:00")), Faults()) == 1
            await database.close()
        needed.append(len(said))
    assert needed[0] > 0
    assert needed[0] == needed[1]


async def test_minutes_that_approve_earlier_ones_leave_with_no_more_statements(new_url: Callable[[], str]) -> None:
    needed = []
    for past in (1, 60):
        url = new_url()
        await build(url, SERVICE, count=1, past=past)
        with overheard() as said:
            database = Database(url)
            await _send_minutes_after_the_oldest(database)
            await database.close()
        needed.append(len(said))
    assert needed[0] == needed[1]


async def _send_minutes_after_the_oldest(database: Database) -> None:
    async with database.writing(forum_id(0)) as conn:
        await conn.execute(text("UPDATE minutes SET status = 'sent' WHERE meeting = 'holdt-0'"))
        desk = await open_writing_desk(conn, forum_id(0), local("2027-03-17T10:00"), Place.PERSONAL)
        for position in range(2, 8):  # the minutes of the meeting before, and every item
            approved = RecordResolution(position=position, outcome=Outcome.APPROVED)
            await resolving.record_resolution(desk, CLERK, approved)
        await commands.send_minutes(desk, CLERK, SendMinutes())
        oldest = await minutes.get(conn, forum_id(0), "holdt-0")
        assert oldest is not None
        assert oldest.status is MinutesStatus.APPROVED
