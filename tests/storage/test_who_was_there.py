"""Who was there is read as it was stored, and older minutes claim no more than was known."""

from collections.abc import AsyncIterator
from datetime import UTC

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.minutes.rules import blank, note_attendance
from bot.domain.minutes.state import Attendance, Presence
from storage import minutes as store
from storage.database import Database
from storage.engine.codec import from_json, to_json
from storage.migrate import upgrade
from storage.outbox.table import notices
from tests.harness.klynge_nord import local
from tests.storage.earlier import NORD, as_of, before, put

MARCH, OCTOBER = "2027-1", "2027-2"


@pytest.fixture
async def old(old_url: str) -> AsyncIterator[Database]:
    """A database as it was before, with Klynge Nord in it."""
    async with as_of(old_url, before("_who_was_there")) as database:
        yield database


async def write(database: Database, meeting: str, absent: list[str], *, status: str = "draft") -> None:
    row = {"forum": NORD, "meeting": meeting, "revision": 2, "status": status}
    await put(database, "minutes", [row | {"resolutions": [], "absent": absent, "approved_by": []}])


async def carried_over(database: Database, meeting: str) -> Attendance:
    await upgrade(database)
    async with database.reading() as conn:
        found = await store.get(conn, NORD, meeting)
    assert found is not None
    return found.attendance


async def test_of_older_minutes_an_absence_that_was_ticked_is_known_and_else_nothing(old: Database) -> None:
    await write(old, MARCH, ["laege"])
    await write(old, OCTOBER, [])
    assert await carried_over(old, MARCH) == Attendance(absent=("laege",))
    assert await carried_over(old, OCTOBER) == Attendance()


async def test_that_nobody_was_absent_is_known_where_the_log_tells_that_it_was_saved(old: Database) -> None:
    await write(old, MARCH, [])
    entry = {"forum": NORD, "seq": 1, "what": "minutes.absence", "previous": "0" * 64, "hash": "0" * 64}
    facts = {"meeting": MARCH, "revision": 3, "absent": []}
    await put(old, "audit", [entry | {"at": local("2027-03-17T10:00"), "facts": facts}])
    assert await carried_over(old, MARCH) == Attendance(absent=())


@pytest.mark.parametrize(("status", "kind"), [("for_approval", "minutes_request"), ("sent", "minutes")])
async def test_a_request_that_is_under_way_stays_one_and_sent_minutes_stay_sent(
    old: Database, status: str, kind: str
) -> None:
    await write(old, MARCH, [], status=status)
    notice = {"key": f"{NORD}/minutes/{MARCH}/", "forum": NORD, "kind": "minutes", "meeting": MARCH, "state": "sent"}
    counted = {"is_timed": False, "generation": 1, "attempts": 1, "unknown_posts": 0, "reason": "", "subject": {}}
    await put(old, "notices", [notice | counted | {"due_at": local("2027-03-17T10:00")}])
    await upgrade(old)
    async with old.reading() as conn:
        (row,) = (await conn.execute(sa.select(notices.c.key, notices.c.kind))).all()
    assert (row.key, row.kind) == (f"{NORD}/{kind}/{MARCH}/", kind)


async def test_what_was_noted_is_read_as_it_was_stored(stored: Database) -> None:
    attendance = Attendance(
        presences=(
            Presence(person="laege", since=local("2027-03-16T17:10"), until=local("2027-03-16T18:00")),
            Presence(person="formand-laesoe"),
        ),
        absent=(),
        ended_at=local("2027-03-16T18:45"),
    )
    noted = note_attendance(blank(NORD, MARCH), attendance)
    async with stored.writing(NORD) as conn:
        await store.put(conn, noted)
        assert await store.get(conn, NORD, MARCH) == noted


moments = st.none() | st.datetimes(timezones=st.just(UTC))
presences = st.builds(Presence, person=st.text(min_size=1), since=moments, until=moments)
attendances = st.builds(
    Attendance,
    presences=st.lists(presences, max_size=4).map(tuple),
    absent=st.none() | st.lists(st.text(min_size=1), max_size=3).map(tuple),
    ended_at=moments,
)


@given(attendances)
def test_unknown_none_and_everybody_come_back_as_what_they_were(attendance: Attendance) -> None:
    assert from_json(Attendance, to_json(Attendance, attendance)) == attendance
