"""Doubt begins when a POST leaves, not before: over HTTP to a Teams that answers late, is full, or is not there."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.backoff import MOST_UNKNOWN
from bot.clock import elapsed_now
from bot.domain.kernel.notice import Notice, NoticeState
from bot.local.connector import Failure
from storage import forum as forums
from storage.outbox.table import notices as table
from tests.harness.forums import Forums, open_forums

pytestmark = pytest.mark.both_databases

IMPATIENT = timedelta(seconds=0.4)
TRIES = 2 * MOST_UNKNOWN + 2


@pytest.fixture
async def hasty(database_url: str) -> AsyncIterator[Forums]:
    """A forum whose delivery gives a try no more than a moment."""
    async with open_forums(database_url, living=1, patience=IMPATIENT) as here:
        yield here


async def test_after_so_many_posts_that_were_cut_off_none_is_made_any_more(hasty: Forums) -> None:
    hasty.teams.connector.slowness = 3 * IMPATIENT.total_seconds()
    await hasty.owe("sent svar", about="kort")
    for _ in range(TRIES):
        await hasty.delivery.deliver_due()
        await hasty.an_hour_passes()
    (ended,) = await hasty.notices()
    assert (len(_posts(hasty)), ended.unknown_posts, ended.state) == (MOST_UNKNOWN, MOST_UNKNOWN, NoticeState.FAILED)
    assert ended.reason.startswith("Teams svarede ikke i tide. Botten har opgivet.")


async def test_a_post_that_was_cut_off_waits_as_long_as_any_other_of_unknown_outcome(hasty: Forums) -> None:
    hasty.teams.connector.slowness = 3 * IMPATIENT.total_seconds()
    await hasty.owe("sent svar", about="kort")
    for _ in range(3):
        await hasty.an_hour_passes()
        await hasty.delivery.deliver_due()
    async with hasty.database.reading() as conn:
        retry_at = (await conn.execute(table.select())).one().retry_at
    assert timedelta(seconds=100) < retry_at - elapsed_now() <= timedelta(seconds=256)


async def test_what_waits_for_its_turn_in_a_lane_leaves_no_doubt(hasty: Forums) -> None:
    hasty.teams.faults[hasty.channels[0].id].append(Failure(429, {"Retry-After": "4"}))
    await hasty.owe("travlt", "i kø")
    await hasty.delivery.deliver_due()
    assert [each.said for each in hasty.teams.arrivals] == ["travlt"]
    assert _doubts(await hasty.notices()) == 0
    waiting = [each for each in await hasty.notices() if each.state is NoticeState.WAITING]
    assert [each.attempts > 0 for each in waiting] == [True, True]


async def test_a_teams_that_is_not_there_leaves_no_doubt_however_often_it_is_tried(hasty: Forums) -> None:
    await _keep_every_doubt(hasty)
    gone = replace(hasty.where(hasty.channels[0]), service_url="http://127.0.0.1:9")
    async with hasty.database.writing(hasty.channels[0].name) as conn:
        await forums.tie(conn, hasty.channels[0].name, gone)
    await hasty.owe_each(1)
    for _ in range(TRIES):
        await hasty.delivery.deliver_due()
        await hasty.an_hour_passes()
    (waiting,) = await hasty.notices()
    assert (waiting.state, waiting.attempts, waiting.unknown_posts) == (NoticeState.WAITING, TRIES, 0)
    assert await _kept_doubts(hasty) == 0


async def test_a_card_that_came_in_time_was_in_doubt_once_and_is_no_longer(database_url: str) -> None:
    async with open_forums(database_url, living=1) as here:
        await _keep_every_doubt(here)
        await here.owe("i tide", about="kort")
        await here.delivery.deliver_due()
        assert [(each.state, each.unknown_posts) for each in await here.notices()] == [(NoticeState.SENT, 0)]
        assert await _kept_doubts(here) == 1


async def test_a_card_that_came_but_cannot_be_noted_down_is_not_posted_for_ever(hasty: Forums) -> None:
    is_file = hasty.database.file is not None
    refuses = "SELECT RAISE(ABORT, 'full');" if is_file else "RAISE 'full';"
    await _when(hasty, "NEW.activity IS NOT NULL", refuses)
    await hasty.owe("sendt", about="kort")
    for _ in range(TRIES):
        await hasty.delivery.deliver_due()
        await hasty.an_hour_passes()
    (ended,) = await hasty.notices()
    assert (len(_posts(hasty)), ended.unknown_posts, ended.state) == (MOST_UNKNOWN, MOST_UNKNOWN, NoticeState.FAILED)


async def _keep_every_doubt(here: Forums) -> None:
    """Let the database itself keep each doubt that it is told of, though it may be taken back."""
    async with here.database.writing() as conn:
        await conn.execute(text("CREATE TABLE doubts (key TEXT)"))
    await _when(here, "NEW.unknown_posts > OLD.unknown_posts", "INSERT INTO doubts VALUES (NEW.key);")


async def _when(here: Forums, changed: str, does: str) -> None:
    """Let the database do something whenever a notice is changed so."""
    is_file = here.database.file is not None
    function = f"CREATE FUNCTION does() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {does} RETURN NEW; END $$"
    body = f"BEGIN {does} END" if is_file else "EXECUTE FUNCTION does()"
    async with here.database.writing() as conn:
        if not is_file:
            await conn.execute(text(function))
        await conn.execute(text(f"CREATE TRIGGER does AFTER UPDATE ON notices FOR EACH ROW WHEN ({changed}) {body}"))


async def _kept_doubts(here: Forums) -> int:
    async with here.database.reading() as conn:
        return int((await conn.execute(text("SELECT count(*) FROM doubts"))).scalar_one())


def _posts(here: Forums) -> list[str]:
    return [each.said for each in here.teams.arrivals if each.method == "POST"]


def _doubts(owed: list[Notice]) -> int:
    return sum(each.unknown_posts for each in owed)
