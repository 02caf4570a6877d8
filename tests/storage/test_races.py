"""What two replicas do at the same moment: nothing is raised, nothing doubled, nothing that has ended comes back."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text

from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.kernel.people import Identity
from bot.domain.proposals.notices import ProposalNotice
from storage import audit, chats
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import WritingConnection
from storage.migrate import upgrade
from storage.outbox import claims, notices, reviving
from tests.harness.databases import copied
from tests.harness.interleaving import overtaken, until_waiting, within
from tests.harness.klynge_nord import charter_texts, klynge_nord, local

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")
MINUTE = timedelta(minutes=1)
HER = Identity("22222222-aaaa-4aaa-8aaa-222222222222", "aaaaaaaa-0000-4000-8000-000000000001")

_WAITS_AT_THE_GATE = """
    CREATE FUNCTION public.hashtextextended(name text, seed bigint) RETURNS bigint LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_advisory_lock_shared(77), pg_advisory_unlock_shared(77);
        RETURN pg_catalog.hashtextextended(name, seed);
    END $$
"""


@pytest.fixture
async def second(stored: Database, database_url: str) -> AsyncIterator[Database]:
    """The same database as `stored`, as another replica has it."""
    second = Database(database_url)
    yield second
    await second.close()


def _notice(key: str = "a", **changes: object) -> Notice:
    fresh = Notice(key=key, forum=FORUM, kind=ProposalNotice.PROPOSAL, due_at=NOON, is_timed=True)
    return replace(fresh, **changes)  # type: ignore[arg-type]  # a test may change any field


def _chat(ident: str) -> Conversation:
    return Conversation(place=Place.PERSONAL, service_url="https://teams.test", tenant="t", id=ident, bot="28:bot")


async def _claim(conn: WritingConnection, most: int = 10) -> list[str]:
    at = claims.moment(NOON, NOON)
    return [each.key for each in await claims.claim(conn, at, most=most)]


async def _known(database: Database, key: str = "a") -> Notice:
    async with database.reading() as conn:
        known = await notices.get(conn, key)
    assert known is not None
    return known


async def test_two_that_note_one_persons_chat_both_succeed_and_the_later_stands(
    stored: Database, second: Database
) -> None:
    await overtaken(
        stored,
        second,
        partial(chats.put, account=HER, conversation=_chat("first")),
        partial(chats.put, account=HER, conversation=_chat("second")),
    )
    async with stored.reading() as conn:
        assert await chats.get(conn, HER) == _chat("second")


async def test_two_that_show_one_living_card_for_the_first_time_owe_it_once_and_anew(
    stored: Database, second: Database
) -> None:
    fresh = _notice(subject={"proposal": 2})
    await overtaken(
        stored, second, partial(notices.show, notice=_notice()), partial(notices.show, notice=fresh, soon=NOON)
    )
    known = await _known(stored)
    assert (known.generation, known.subject, known.state) == (2, {"proposal": 2}, NoticeState.WAITING)


async def test_two_that_plan_one_reminder_owe_it_once_and_at_the_later_ones_time(
    stored: Database, second: Database
) -> None:
    moved = _notice(due_at=NOON + MINUTE)
    await overtaken(stored, second, partial(notices.plan, notice=_notice()), partial(notices.plan, notice=moved))
    known = await _known(stored)
    assert (known.generation, known.due_at, known.state) == (1, NOON + MINUTE, NoticeState.WAITING)


@pytest.mark.parametrize("ended", [NoticeState.SENT, NoticeState.FAILED])
async def test_a_reminder_that_ends_while_it_is_planned_again_stays_ended(
    stored: Database, second: Database, ended: NoticeState
) -> None:
    await within(stored, partial(notices.plan, notice=_notice()))
    await within(stored, _claim)
    await overtaken(
        stored,
        second,
        partial(claims.settle, notice=_notice(), state=ended, reason="Sådan gik det."),
        partial(notices.plan, notice=_notice(due_at=NOON + MINUTE)),
    )
    known = await _known(stored)
    assert (known.state, known.due_at, known.reason) == (ended, NOON, "Sådan gik det.")
    assert await within(stored, _claim) == []


async def test_a_card_that_is_shown_anew_while_it_ends_is_owed_anew(stored: Database, second: Database) -> None:
    await within(stored, partial(notices.show, notice=_notice()))
    await within(stored, _claim)
    await overtaken(
        stored,
        second,
        partial(notices.show, notice=_notice(subject={"proposal": 2})),
        partial(claims.settle, notice=_notice(), state=NoticeState.SENT, reason=""),
    )
    assert (await _known(stored)).state is NoticeState.WAITING
    assert await within(stored, _claim) == ["a"]


async def test_what_is_cancelled_while_a_try_fails_stays_cancelled_and_is_never_revived(
    stored: Database, second: Database
) -> None:
    asked = _notice(meeting="2027-1")
    await within(stored, partial(notices.plan, notice=asked))
    await within(stored, _claim)

    async def cancel(conn: WritingConnection) -> None:
        await notices.cancel(conn, FORUM, "2027-1", ProposalNotice.PROPOSAL, reason="Der er svaret.")

    fails = partial(claims.settle, notice=asked, state=NoticeState.FAILED, reason="Kanalen findes ikke.")
    await overtaken(stored, second, cancel, fails)
    await within(stored, partial(reviving.revive, forum=FORUM))
    known = await _known(stored)
    assert (known.state, known.reason) == (NoticeState.SUPERSEDED, "Der er svaret.")


@pytest.mark.parametrize("end", [claims.retry, claims.pause])
async def test_what_is_cancelled_while_a_try_stumbles_keeps_the_reason_it_was_cancelled_for(
    stored: Database, second: Database, end: object
) -> None:
    asked = _notice(meeting="2027-1")
    await within(stored, partial(notices.plan, notice=asked))
    await within(stored, _claim)

    async def cancel(conn: WritingConnection) -> None:
        await notices.cancel(conn, FORUM, "2027-1", ProposalNotice.PROPOSAL, reason="Der er svaret.")

    async def stumble(conn: WritingConnection) -> None:
        await end(conn, asked, "Teams har travlt.", NOON + MINUTE)  # type: ignore[operator]  # both are told alike

    await overtaken(stored, second, cancel, stumble)
    assert (await _known(stored)).reason == "Der er svaret."


async def test_a_reminder_that_is_moved_while_it_is_put_off_to_the_morning_keeps_its_new_time(
    stored: Database, second: Database
) -> None:
    await within(stored, partial(notices.plan, notice=_notice()))
    await within(stored, _claim)
    next_month, morning = NOON + timedelta(days=30), NOON + timedelta(hours=20)
    await overtaken(
        stored,
        second,
        partial(notices.plan, notice=_notice(due_at=next_month)),
        partial(claims.put_off, notice=_notice(), reason="Venter på dagen.", due_at=morning),
    )
    assert (await _known(stored)).due_at == next_month


async def test_a_reply_that_is_kept_again_while_it_is_sent_has_one_sender(stored: Database) -> None:
    await within(stored, partial(notices.show, notice=_notice()))
    assert await within(stored, _claim) == ["a"]
    await within(stored, partial(notices.show, notice=_notice()))
    await within(stored, partial(claims.hold_back, notice=_notice(), reason="Teams har travlt.", until=NOON))
    assert await within(stored, _claim) == []


async def test_two_claims_at_once_never_both_hold_cards_for_one_place(stored: Database, second: Database) -> None:
    for key, recipient in (("a", None), ("b", None), ("c", "laege"), ("d", "laege")):
        await within(stored, partial(notices.show, notice=_notice(key, recipient=recipient)))
    first, other = await overtaken(stored, second, partial(_claim, most=1), _claim)
    assert (first, other) == (["a"], ["c"])
    assert await within(second, _claim) == []


async def test_a_claim_that_looked_before_another_held_the_place_sees_that_it_is_taken(server: str) -> None:
    """The one that looked is stopped before it holds the place; the other claims, commits, and lets the place go."""
    url = copied(server)
    quick, slow = Database(url), Database(f"{url}{'&' if '?' in url else '?'}search_path=public,pg_catalog")
    await upgrade(quick)
    async with quick.writing(FORUM) as conn:
        await forums.put(conn, klynge_nord(), *charter_texts())
        await conn.execute(text(_WAITS_AT_THE_GATE))
        for key in ("a", "b"):
            await notices.show(conn, _notice(key))

    async with quick.writing() as conn:
        await conn.execute(text("SELECT pg_advisory_xact_lock(77)"))
        stopped = asyncio.create_task(within(slow, partial(_claim, most=1)))
        await until_waiting(quick, stopped)
        assert await within(quick, _claim) == ["b"]  # "a" is locked by the one that has looked
    assert await stopped == []
    await quick.close()
    await slow.close()


async def test_those_who_write_for_one_forum_take_turns_so_that_its_log_has_no_gap(
    unlogged: Database, second: Database
) -> None:
    async def enter(conn: WritingConnection) -> None:
        await audit.append(conn, FORUM, at=NOON, actor=None, what="forum.tied", facts={})

    async def enter_in_turn(database: Database) -> None:
        async with database.writing(FORUM) as conn:
            await enter(conn)

    async with unlogged.writing(FORUM) as conn:
        await enter(conn)
        waiting = asyncio.create_task(enter_in_turn(second))
        await until_waiting(unlogged, waiting)
        assert not waiting.done()
    await waiting
    async with unlogged.reading() as reader:
        assert [each.seq async for each in audit.entries(reader, FORUM)] == [1, 2]
        assert await audit.broken_in(reader, FORUM) is None
