"""What a reply showed is not kept beyond its use: it goes when the reply is sent, or a day after it was given up."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.clock import PinnedClock
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.proposals.notices import ProposalNotice
from bot.usecases.ticks import forget_old
from storage.database import Database
from storage.outbox import claims, notices, reviving
from storage.outbox.table import notices as table
from tests.harness.klynge_nord import local

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")
CARD = {"card": {"type": "AdaptiveCard", "body": []}, "summary": "Svar", "conversation": {"id": "19:x"}, "thread": None}


def owed(kind: ForumNotice | ProposalNotice = ForumNotice.REPLY) -> Notice:
    return Notice(key=f"svar/{kind}", forum=FORUM, kind=kind, subject=CARD, due_at=NOON, is_timed=False)


async def ended(database: Database, state: NoticeState, notice: Notice | None = None) -> Notice:
    """The notice after it was owed and ended so."""
    owed_one = notice or owed()
    async with database.writing() as conn:
        await notices.show(conn, owed_one)
        await claims.settle(conn, owed_one, state, "fordi")
    return await known(database, owed_one)


async def known(database: Database, notice: Notice) -> Notice:
    async with database.reading() as conn:
        found = await notices.get(conn, notice.key)
    assert found is not None
    return found


async def revived(database: Database, notice: Notice) -> Notice:
    async with database.writing() as conn:
        await reviving.revive(conn, FORUM)
    return await known(database, notice)


async def tidied(database: Database, after: timedelta) -> None:
    await forget_old(database, PinnedClock(NOON + after))


@pytest.mark.parametrize("state", [NoticeState.SENT, NoticeState.SUPERSEDED])
async def test_a_reply_that_has_ended_shows_nothing_any_more_and_is_still_explained(
    stored: Database, state: NoticeState
) -> None:
    after = await ended(stored, state)
    assert (after.subject, after.state, after.reason) == ({}, state, "fordi")


@pytest.mark.parametrize("state", list(NoticeState))
async def test_other_notices_keep_what_they_are_about(stored: Database, state: NoticeState) -> None:
    assert (await ended(stored, state, owed(ProposalNotice.PROPOSAL))).subject == CARD


async def test_a_reply_that_is_owed_anew_meanwhile_keeps_its_card(stored: Database) -> None:
    first = owed()
    async with stored.writing() as conn:
        await notices.show(conn, first)
        await notices.show(conn, first)
        await claims.settle(conn, first, NoticeState.SENT, "")
        found = await notices.get(conn, first.key)
    assert found is not None
    assert (found.state, found.subject) == (NoticeState.WAITING, CARD)


async def test_a_failed_reply_can_be_revived_whole_for_a_day(stored: Database) -> None:
    failed = await ended(stored, NoticeState.FAILED)
    await tidied(stored, timedelta(hours=23))
    again = await revived(stored, failed)
    assert (again.state, again.subject) == (NoticeState.WAITING, CARD)


async def test_a_failed_reply_is_empty_after_a_day_and_nothing_sends_it_again(stored: Database) -> None:
    failed = await ended(stored, NoticeState.FAILED)
    await tidied(stored, timedelta(hours=25))
    again = await revived(stored, failed)
    assert (again.state, again.subject, again.reason) == (NoticeState.FAILED, {}, "fordi")


async def test_a_reply_that_still_waits_keeps_its_card_however_long(stored: Database) -> None:
    async with stored.writing() as conn:
        await notices.show(conn, owed())
    await tidied(stored, timedelta(days=3))
    async with stored.reading() as conn:
        assert (await conn.scalars(select(table.c.subject))).all() == [CARD]
