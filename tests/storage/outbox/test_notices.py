"""The outbox: owed once, claimed by one, and never an older state last."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.proposals.notices import ProposalNotice
from storage.database import Database
from storage.outbox import claims, notices, reviving
from tests.harness.klynge_nord import local

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def notice(key: str = "a", **changes: object) -> Notice:
    return replace(
        Notice(key=key, forum=FORUM, kind=ProposalNotice.PROPOSAL, due_at=NOON, is_timed=False),
        **changes,  # type: ignore[arg-type]  # a test may change any field
    )


async def _claim(
    database: Database, *, after: timedelta = timedelta(), early: timedelta = timedelta()
) -> tuple[Notice, ...]:
    """What delivery takes so long after noon; what gathers changes it takes so early."""
    at = claims.moment(NOON + after, NOON + after, ahead=early)
    async with database.writing() as conn:
        return await claims.claim(conn, at, most=10)


async def _change(database: Database, soon: timedelta) -> None:
    async with database.writing() as conn:
        await notices.show(conn, notice(), soon=NOON + soon)


async def test_a_message_that_stands_waits_for_what_else_changes_but_not_for_ever(stored: Database) -> None:
    await _change(stored, SECOND)
    (claimed,) = await _claim(stored)  # a new one leaves at once
    async with stored.writing() as conn:
        await claims.sending(conn, claimed)
        await claims.posted(conn, claimed, claims.Message("19:kanal", "1"), NOON)
    await _change(stored, SECOND)
    await _change(stored, 1.5 * SECOND)
    assert await _claim(stored, after=0.9 * SECOND) == ()
    (claimed,) = await _claim(stored, after=SECOND)
    await _change(stored, 2 * SECOND)
    async with stored.writing() as conn:
        await claims.settle(conn, claimed, NoticeState.SENT, "")
    assert await _claim(stored, after=1.9 * SECOND) == ()
    assert len(await _claim(stored, after=1.9 * SECOND, early=SECOND)) == 1


async def test_what_failed_waits_out_its_pause_however_early_changes_are_taken(stored: Database) -> None:
    await _change(stored, SECOND)
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await claims.retry(conn, claimed, "Teams svarer 503.", NOON + SECOND)
    assert await _claim(stored, early=MINUTE) == ()


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
        await claims.settle(conn, claimed, NoticeState.SENT, "")
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
            await notices.show(conn, notice(f"n{number}", recipient=f"person-{number}"))
    claimed = await asyncio.gather(*(_claim(stored) for _ in range(4)))
    keys = [each.key for batch in claimed for each in batch]
    assert sorted(keys) == [f"n{number}" for number in range(8)]


async def test_a_card_that_changed_while_it_was_sent_is_sent_again(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice())
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await notices.show(conn, notice())
        await claims.sending(conn, claimed)
        await claims.posted(conn, claimed, claims.Message("19:kanal", "1"), NOON)
    (again,) = await _claim(stored)
    assert (again.activity, again.conversation, again.generation) == ("1", "19:kanal", 2)


async def test_a_post_that_nobody_heard_of_again_stays_counted(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice())
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await claims.sending(conn, claimed)
    (again,) = await _claim(stored, after=2 * MINUTE)
    assert again.unknown_posts == 1


async def test_a_retry_waits_for_its_real_time(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice())
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await claims.retry(conn, claimed, "Teams svarer 503.", NOON + 5 * MINUTE)
    assert await _claim(stored, after=4 * MINUTE) == ()
    (again,) = await _claim(stored, after=6 * MINUTE)
    assert (again.attempts, again.reason) == (1, "Teams svarer 503.")


async def test_cancelling_ends_only_what_still_waits(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice("waiting", meeting="2027-1", recipient="laege"))
        await notices.show(conn, notice("other", meeting="2027-1", recipient="formand-laesoe"))
        await notices.cancel(conn, FORUM, "2027-1", ProposalNotice.PROPOSAL, recipient="laege", reason="Der er svaret.")
    assert [each.key for each in await _claim(stored)] == ["other"]


async def test_of_what_goes_to_one_place_the_earliest_is_claimed_alone(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice("a-later", due_at=NOON))
        await notices.show(conn, notice("b-earlier", due_at=NOON - MINUTE))
        await notices.show(conn, notice("c-elsewhere", due_at=NOON, recipient="laege"))
    (first, elsewhere) = await _claim(stored)
    assert (first.key, elsewhere.key) == ("b-earlier", "c-elsewhere")
    assert await _claim(stored) == ()
    async with stored.writing() as conn:
        await claims.settle(conn, first, NoticeState.SENT, "")
    assert [each.key for each in await _claim(stored)] == ["a-later"]


async def test_what_waits_for_a_retry_lets_the_next_go_first(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice("a", due_at=NOON - MINUTE))
        await notices.show(conn, notice("b"))
    (first,) = await _claim(stored)
    async with stored.writing() as conn:
        await claims.retry(conn, first, "Teams svarer 503.", NOON + 5 * MINUTE)
    assert [each.key for each in await _claim(stored)] == ["b"]


async def test_what_was_given_up_is_owed_anew_when_it_is_revived(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice("failed", attempts=7))
        await notices.show(conn, notice("sent", recipient="laege"))
    for each in await _claim(stored):
        async with stored.writing() as conn:
            state = NoticeState.FAILED if each.key == "failed" else NoticeState.SENT
            await claims.settle(conn, each, state, "Kanalen findes ikke.")
    async with stored.writing() as conn:
        await reviving.revive(conn, FORUM)
    (revived,) = await _claim(stored)
    assert (revived.key, revived.attempts, revived.reason) == ("failed", 0, "")


async def test_the_doubtful_posts_of_all_notices_are_counted(stored: Database) -> None:
    async with stored.writing() as conn:
        assert await notices.totals(conn) == (0, 0)
        for key in ("a", "b"):
            await notices.show(conn, notice(key))
        await claims.sending(conn, notice("a"))
        await claims.sending(conn, notice("b"))
        await claims.learned(conn, notice("b"))
        assert await notices.totals(conn) == (2, 1)


async def test_what_still_waits_is_listed_earliest_first(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice("later", due_at=NOON + MINUTE))
        await notices.show(conn, notice("earlier"))
        await notices.show(conn, notice("ended", state=NoticeState.SENT))
        assert [each.key for each in await notices.waiting(conn, most=5)] == ["earlier", "later"]


async def test_what_is_just_leaving_is_changed_after_it_has_left_and_what_waits_is_sent_as_it_is_then(
    stored: Database,
) -> None:
    about = {"meeting": "2027-1"}
    async with stored.writing() as conn:
        await notices.plan(conn, notice("leaving", **about))
        await notices.plan(conn, notice("waiting", **about, due_at=NOON + MINUTE))
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        await notices.redraw(conn, FORUM, "2027-1", ProposalNotice.PROPOSAL, soon=NOON + SECOND)
        await claims.sending(conn, claimed)
        await claims.posted(conn, claimed, claims.Message("19:kanal", "1"), NOON)
    (again,) = await _claim(stored, after=SECOND)
    assert (again.key, again.activity) == ("leaving", "1")
    async with stored.reading() as conn:
        waiting = await notices.get(conn, "waiting")
    assert waiting == notice("waiting", **about, due_at=NOON + MINUTE)


async def test_what_waits_is_not_drawn_before_what_changes_it_is_committed(stored: Database) -> None:
    if stored.file is not None:
        pytest.skip("a file has one writer")
    async with stored.writing() as conn:
        await notices.plan(conn, notice("waiting", meeting="2027-1"))
    async with stored.writing() as conn:
        await notices.redraw(conn, FORUM, "2027-1", ProposalNotice.PROPOSAL, soon=NOON + SECOND)
        assert await _claim(stored) == ()
    assert [each.key for each in await _claim(stored)] == ["waiting"]


async def test_what_has_not_left_is_withdrawn_and_says_when_it_would_have(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice(), first=NOON + SECOND)
        since = await notices.withdraw(conn, "a", at=NOON, soon=NOON + MINUTE, reason="Ændret.")
    assert since == NOON + SECOND
    assert await _claim(stored, after=MINUTE) == ()


async def test_what_is_just_leaving_is_not_withdrawn_but_shown_again(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice())
    (claimed,) = await _claim(stored)
    async with stored.writing() as conn:
        assert await notices.withdraw(conn, "a", at=NOON, soon=NOON + SECOND, reason="Ændret.") is None
        await claims.sending(conn, claimed)
        await claims.posted(conn, claimed, claims.Message("19:kanal", "1"), NOON)
    (again,) = await _claim(stored, after=SECOND)
    assert (again.activity, again.generation) == ("1", 2)


async def test_a_new_message_that_gathers_waits_for_its_moment(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, notice(), first=NOON + SECOND)
    assert await _claim(stored) == ()
    assert len(await _claim(stored, after=SECOND)) == 1
