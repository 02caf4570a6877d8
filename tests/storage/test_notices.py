"""The outbox: owed once, claimed by one, and never an older state last."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.domain.notice import Notice, NoticeKind, NoticeState
from storage import notices
from storage.database import Database
from tests.klynge_nord import local

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")
MINUTE = timedelta(minutes=1)


def notice(key: str = "a", **changes: object) -> Notice:
    return replace(
        Notice(key=key, forum=FORUM, kind=NoticeKind.PROPOSAL, due_at=NOON, is_timed=False),
        **changes,  # type: ignore[arg-type]  # a test may change any field
    )


async def _claim(database: Database, *, after: timedelta = timedelta()) -> tuple[Notice, ...]:
    async with database.writing() as conn:
        return await notices.claim(conn, now=NOON + after, elapsed=NOON + after, lease=MINUTE, most=10)


async def test_what_is_planned_twice_is_owed_once(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.plan(conn, notice())
        await notices.plan(conn, notice())
    assert len(await _claim(stored)) == 1


async def test_what_was_sent_is_not_planned_again(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.plan(conn, notice())
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await notices.settle(conn, claimed, NoticeState.SENT, "")
        await notices.plan(conn, notice())
    assert await _claim(stored, after=2 * MINUTE) == ()


async def test_a_claim_keeps_others_away_until_its_lease_ends(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice())
    assert len(await _claim(stored)) == 1
    assert await _claim(stored) == ()
    assert len(await _claim(stored, after=2 * MINUTE)) == 1


async def test_two_replicas_never_claim_the_same(stored: Database) -> None:
    async with stored.writing() as conn:
        for number in range(8):
            await notices.show(conn, notice(f"n{number}"))
    claimed = await asyncio.gather(*(_claim(stored) for _ in range(4)))
    keys = [each.key for batch in claimed for each in batch]
    assert sorted(keys) == [f"n{number}" for number in range(8)]


async def test_a_card_that_changed_while_it_was_sent_is_sent_again(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice())
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await notices.show(conn, notice())
        await notices.posted(conn, claimed, "19:kanal", "1", NOON)
        await notices.settle(conn, claimed, NoticeState.SENT, "")
    (again,) = await _claim(stored)
    assert (again.activity, again.conversation, again.generation) == ("1", "19:kanal", 2)


async def test_a_post_that_nobody_heard_of_again_stays_counted(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice())
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await notices.sending(conn, claimed)
    (again,) = await _claim(stored, after=2 * MINUTE)
    assert again.unknown_posts == 1


async def test_a_retry_waits_for_its_real_time(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice())
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await notices.retry(conn, claimed, "Teams svarer 503.", NOON + 5 * MINUTE)
    assert await _claim(stored, after=4 * MINUTE) == ()
    (again,) = await _claim(stored, after=6 * MINUTE)
    assert (again.attempts, again.reason) == (1, "Teams svarer 503.")


async def test_cancelling_ends_only_what_still_waits(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice("waiting", recipient="laege"))
        await notices.show(conn, notice("other", recipient="formand-laesoe"))
        await notices.cancel(conn, FORUM, NoticeKind.PROPOSAL, recipient="laege", reason="Der er svaret.")
    assert [each.key for each in await _claim(stored)] == ["other"]
