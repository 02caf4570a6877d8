"""What was answered before anybody could stand in was given by whoever's seat it was, and nobody was away."""

from datetime import UTC, datetime
from typing import Any

from bot.domain.kernel.absence import Absence
from bot.usecases.charter_texts import read_charter
from storage import approval as approvals
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.storage.earlier import NORD, as_of, before, put

AT = datetime(2027, 3, 2, 9, tzinfo=UTC)
OF_MEETING: dict[str, Any] = {"forum": NORD, "meeting": "2027-1"}
ROUND = {
    "number": 1,
    "mode": "approve",
    "approvers": ["formand-kommunal", "formand-regional"],
    "first_version": 1,
    "version": 1,
    "opened_at": AT,
    "deadline": AT,
    "standpoint": "open",
}
ANSWER = {"round": 1, "number": 1, "person": "formand-kommunal", "verdict": "approved", "words": "", "version": 1}


async def test_earlier_answers_are_their_givers_own(database_url: str) -> None:
    async with as_of(database_url, before("who_is_away")) as database:
        await put(database, "agendas", [OF_MEETING | {"revision": 1, "items": []}])
        await put(database, "approval_rounds", [OF_MEETING | ROUND])
        await put(database, "responses", [OF_MEETING | ANSWER | {"at": AT}])
        await upgrade(database)
        async with database.reading() as conn:
            found = await approvals.newest(conn, NORD, "2027-1")
    assert found is not None
    assert (dict(found.stand_ins), dict(found.heirs)) == ({}, {})
    assert [(each.person, each.given_by) for each in found.responses] == [("formand-kommunal", None)]


async def test_an_absence_is_read_with_its_forum_until_it_is_taken_back(stored: Database) -> None:
    away = Absence(number=1, person="formand-laesoe", meeting="2027-1", outsider="Jens", mandate=True)
    for is_taken_back, expected in ((False, (away,)), (True, ())):
        async with stored.writing(NORD) as conn:
            await forums.put_absence(conn, NORD, away, by="formand-laesoe", at=AT, is_taken_back=is_taken_back)
        async with stored.reading() as conn:
            forum = await forums.get(conn, NORD, read_charter)
            assert forum is not None
            assert forum.absences == expected
