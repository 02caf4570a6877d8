"""A period that was held is never erased: an old meeting still counts those who sat in it."""

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Seat
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.usecases.charter_texts import read_charter
from storage import forum as forums
from tests.harness.minute_steps import TITLE, held
from tests.harness.passing_time import reapplied
from tests.harness.steps import SECRETARIAT

CHAIR = "formand-broenderslev"
LINE = "  - {person: formand-broenderslev, organisation: broenderslev, roles: [politician], level: political}\n"
RE_ELECTED = (LINE, LINE.replace("level: political}", "level: political, from: 2027-03-17}"))
BOTH = (LINE, LINE.replace("level: political}", "level: political, until: 2027-03-16}") + RE_ELECTED[1])


async def seats_of(nord: Stage) -> list[Seat]:
    async with nord.service.database.reading() as conn:
        forum: Forum | None = await forums.get(conn, nord.file.forum.id, read_charter)
    assert forum is not None
    return [seat for seat in forum.seats if seat.person == CHAIR]


async def test_who_is_elected_anew_after_a_meeting_can_still_have_been_absent_from_it(nord: Stage) -> None:
    await held(nord)
    await nord.at("2027-03-17T09:00")
    await reapplied(nord, RE_ELECTED)
    await nord.says(SECRETARIAT, "fravær: Udvalgsformand (Brønderslev)")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    minutes = await nord.sees(TITLE, "Sendt den")
    assert "Udvalgsformand (Brønderslev)" in words(minutes)


async def test_the_old_period_is_told_the_same_whether_the_file_names_it_or_not(nord: Stage) -> None:
    await nord.at("2027-03-17T09:00")
    await reapplied(nord, RE_ELECTED)
    kept = await seats_of(nord)
    assert sorted((str(seat.since), str(seat.until)) for seat in kept) == [
        ("2027-03-17", "None"),
        ("None", "2027-03-16"),
    ]
    await reapplied(nord, RE_ELECTED)
    assert await seats_of(nord) == kept
    await reapplied(nord, BOTH)
    assert set(await seats_of(nord)) == set(kept)
