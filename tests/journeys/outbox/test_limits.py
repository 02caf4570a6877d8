"""Many forums at once over HTTP: within the limits, a dead channel troubles itself alone, and changes collapse."""

import asyncio

import pytest

from bot.domain.kernel.notice import NoticeState
from storage import forum as forums
from storage.outbox import reviving
from tests.bench.limits import measure
from tests.harness.elapsed import Elapsed
from tests.harness.forums import Forums, open_forums
from tests.harness.steps import CHAIRS, COORDINATOR, POST, SECRETARIAT, accept, approve, circulate, propose
from tests.journeys.conftest import OpenStage

pytestmark = pytest.mark.both_databases

PATIENCE = 60.0
GONE = "Samtalen eller beskeden findes ikke længere. Skriv »@Klyngebot tilknyt« i forummets kanal."


@pytest.mark.parametrize(("in_forums", "each"), [(60, 1), (1, 12), (5, 4)])
async def test_everything_leaves_and_nothing_too_fast(database_url: str, in_forums: int, each: int) -> None:
    measured = await measure(database_url, in_forums=in_forums, each=each)
    assert measured.owed == measured.sent == in_forums * each
    assert measured.too_fast == 0
    assert measured.ratio <= 1


async def test_a_dead_channel_stops_its_own_notices_alone_and_a_new_one_revives_them(database_url: str) -> None:
    async with open_forums(database_url, living=4, dead=1) as here:
        await here.owe_each(3)
        await here.delivery.deliver_due()
        dead = here.channels[-1].name
        ended = {(each.forum, each.state, each.reason) for each in await here.notices()}
        living = {(each.name, NoticeState.SENT, "") for each in here.channels[:-1]}
        assert ended == living | {(dead, NoticeState.FAILED, GONE)}
        async with here.database.writing(here.channels[0].name) as conn:
            await forums.tie(conn, here.channels[0].name, here.where(here.channels[-1]))
        async with here.database.writing(dead) as conn:
            await forums.tie(conn, dead, here.where(here.channels[0]))
            await reviving.revive(conn, dead)
        await here.delivery.deliver_due()
        assert {each.state for each in await here.notices()} == {NoticeState.SENT}
        assert len(here.teams.board.messages(here.channels[0].id)) == 6


@pytest.mark.parametrize("slowness", [0.0, 0.4])
async def test_ten_changes_in_a_second_become_one_and_the_last_one_stands(database_url: str, slowness: float) -> None:
    elapsed = Elapsed()
    async with open_forums(database_url, living=1, elapsed=elapsed) as here:
        await here.owe("ny", about="kort")
        await here.delivery.deliver_due()
        here.teams.connector.slowness = slowness
        running = asyncio.create_task(here.delivery.run())
        here.database.woken = here.delivery.wake
        elapsed.hold(seconds=0.9)  # however long ten changes take on a busy machine
        for number in range(10):
            await here.owe(f"ændring {number}", about="kort")
            await asyncio.sleep(0.05)
        elapsed.go_on()
        await _until_it_stands(here, "ændring 9")
        here.delivery.stop()
        await running
        changes = [each.said for each in here.teams.arrivals if each.method == "PUT"]
        assert changes == ["ændring 9"]


async def test_people_who_type_as_fast_as_they_can_are_answered_and_nothing_leaves_too_fast(
    open_stage: OpenStage,
) -> None:
    async with open_stage(KLYNGEBOT_LIMITS="teams") as nord:
        await propose(nord)
        await accept(nord, 1)
        await approve(nord, await circulate(nord))
        await asyncio.gather(*(nord.says(person, "møder") for person in (COORDINATOR, SECRETARIAT, *CHAIRS)))
        await nord.sees(POST, "Optaget på dagsordenen")
        assert nord.teams.connector.too_fast == 0


async def _until_it_stands(here: Forums, words: str) -> None:
    await here.teams.board.wait_for(lambda each: str(each.activity.get("summary")) == words, PATIENCE)
