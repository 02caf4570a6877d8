"""Public calendars: what a reader that asks all the time is answered, and that nothing but meetings stands in them."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from icalendar import Calendar

from bot.domain.publication.public import PublicForum, PublicMeeting, PublicState
from bot.web.calendars import PublicCalendars
from tests.harness.open_data import URL, World

AT = datetime(2027, 3, 16, 15, 30, tzinfo=UTC)
HELD = PublicMeeting(id="2027-1", starts=AT, ends=AT + timedelta(hours=2), place="Rådhuset", updated=AT, changes=2)
GONE = replace(HELD, id="2027-2", is_cancelled=True, changes=3)
NORTH = PublicForum(id="nord", name="Klynge Nord", region="Nord", meetings=(HELD, GONE), updated=AT)
STATE = PublicState(stamp="1", at=AT, forums=(NORTH, replace(NORTH, id="syd", name="Klynge Syd", meetings=(HELD,))))


@pytest.fixture
def shown() -> World:
    """What the public sees, until it is another."""
    return World(STATE)


@pytest.fixture
async def client(shown: World) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    app = web.Application()
    PublicCalendars(shown.common(limits=True)).add_to(app)
    async with TestClient(TestServer(app)) as reading:
        yield reading


async def test_a_public_calendar_is_drawn_anew_when_what_may_be_seen_is_another(
    client: TestClient[web.Request, web.Application], shown: World
) -> None:
    answer = await client.get("/offentlig/nord/kalender.ics")
    read = Calendar.from_ical(await answer.read())
    marks = [(str(each["UID"]), str(each["SEQUENCE"]), str(each["STATUS"])) for each in read.events]
    assert marks == [("nord/2027-1@klyngebot", "2", "CONFIRMED"), ("nord/2027-2@klyngebot", "3", "CANCELLED")]
    assert {str(each["URL"]) for each in read.events} == {
        f"{URL}/offentlig/nord/{each}" for each in ("2027-1", "2027-2")
    }
    known = {"If-None-Match": answer.headers["ETag"]}
    assert (await client.get("/offentlig/nord/kalender.ics", headers=known)).status == 304
    shown.turns(replace(STATE, stamp="2", forums=(replace(NORTH, meetings=(HELD,)),)))
    assert (await client.get("/offentlig/nord/kalender.ics", headers=known)).status == 200
    assert (await client.get("/offentlig/syd/kalender.ics")).status == 404


async def test_all_forums_are_in_one_and_who_asks_without_end_is_told_to_wait(
    client: TestClient[web.Request, web.Application],
) -> None:
    answer = await client.get("/offentlig/kalender.ics")
    assert len(Calendar.from_ical(await answer.read()).events) == 3
    known = {"If-None-Match": answer.headers["ETag"]}
    answers = [await client.get("/offentlig/kalender.ics", headers=known) for _ in range(40)]
    assert {each.status for each in answers} == {304, 429}
    assert all(int(each.headers["Retry-After"]) >= 1 for each in answers if each.status == 429)
