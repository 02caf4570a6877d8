"""Leases and pauses are counted by the database's clock, and one that cannot be genuine binds nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from bot.domain.kernel.notice import Notice
from bot.outbox import waiting_lines
from storage.database import Database
from storage.engine import elapsed
from storage.engine.elapsed import machine_now, server_of
from storage.outbox import claims, notices
from storage.outbox.table import PAUSED
from storage.outbox.table import notices as table
from tests.storage.outbox.test_notices import MINUTE, NOON, SECOND, notice

HOUR = timedelta(hours=1)
EARLIER = replace(notice("a"), due_at=NOON - MINUTE)


async def _claim(database: Database, elapsed: datetime) -> list[str]:
    async with database.writing() as conn:
        return [each.key for each in await claims.claim(conn, claims.moment(NOON, elapsed), most=10)]


async def _owe(database: Database, *owed: Notice) -> None:
    async with database.writing() as conn:
        for each in owed:
            await notices.show(conn, each)


async def _set(database: Database, key: str, **values: datetime) -> None:
    async with database.writing() as conn:
        await conn.execute(update(table).where(table.c.key == key).values(**values))


@contextmanager
def _wrong_machine(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> Iterator[None]:
    """This machine's clock is so much ahead of the right time."""
    with monkeypatch.context() as patched:
        patched.setattr(elapsed, "machine_now", lambda: machine_now() + by)
        yield


@pytest.mark.parametrize("ends_in", [claims.LEASE + MINUTE, HOUR, 1_000 * HOUR])
async def test_a_lease_that_a_wrong_clock_made_blocks_nobody(stored: Database, ends_in: timedelta) -> None:
    await _owe(stored, EARLIER, notice("b"))
    await _set(stored, "a", leased_until=NOON + ends_in)
    async with stored.reading() as conn:
        assert await claims.any_due(conn, claims.moment(NOON, NOON))
    assert await _claim(stored, NOON) == ["a"]
    assert await _claim(stored, NOON) == []  # the lease that it has now is one


@pytest.mark.parametrize("ends_in", [SECOND, claims.LEASE, claims.LEASE + 10 * SECOND])
async def test_a_lease_of_another_process_holds_the_place_though_their_clocks_differ_by_seconds(
    stored: Database, ends_in: timedelta
) -> None:
    await _owe(stored, EARLIER, notice("b"))
    await _set(stored, "a", leased_until=NOON + ends_in)
    assert await _claim(stored, NOON) == []


async def test_a_pause_that_a_wrong_clock_made_is_over(stored: Database) -> None:
    await _owe(stored, notice("a"))
    await _set(stored, "a", retry_at=NOON + HOUR)
    assert await _claim(stored, NOON) == []
    await _set(stored, "a", retry_at=NOON + 2 * HOUR)
    assert await _claim(stored, NOON) == ["a"]


async def test_what_is_held_without_end_is_no_wrong_clocks_pause_and_holds_nobody_back(stored: Database) -> None:
    await _owe(stored, EARLIER, notice("b"))
    await _set(stored, "a", retry_at=PAUSED)
    async with stored.reading() as conn:
        found = await claims.waiting(conn, most=10)
    assert [line[-8:] for line in waiting_lines(found, claims.moment(NOON, NOON))] == [": venter", ": venter"]
    assert await _claim(stored, NOON) == ["b"]
    assert await _claim(stored, NOON + 10_000 * HOUR) == ["b"]


@pytest.mark.parametrize("by", [-3 * HOUR, 3 * HOUR])
async def test_a_servers_time_is_its_own_whatever_the_machine_believes(
    stored: Database, monkeypatch: pytest.MonkeyPatch, by: timedelta
) -> None:
    right = machine_now()
    with _wrong_machine(monkeypatch, by):
        async with stored.reading() as conn:
            told = elapsed.elapsed(conn)
    off = abs(told - right - (by if stored.file else timedelta(0)))
    assert off < MINUTE
    assert abs(told - stored.elapsed()) < MINUTE or stored.file


async def test_a_servers_time_is_measured_again_after_a_minute_and_after_a_sleep_and_not_for_each_claim(
    stored: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stored.reading() as conn:
        server = server_of(conn.dialect)
    if server is None:
        pytest.skip("a file has no clock of its own")
    assert not server.is_old
    with _wrong_machine(monkeypatch, HOUR):  # as it looks after the machine has slept
        assert server.is_old
        async with stored.reading():
            assert not server.is_old
    monkeypatch.setattr(elapsed, "monotonic", lambda now=elapsed.monotonic: now() + 61)
    assert server.is_old


async def test_the_outbox_says_what_each_notice_waits_for(stored: Database) -> None:
    await _owe(
        stored,
        EARLIER,
        notice("b"),
        notice("c", due_at=NOON - MINUTE, recipient="laege"),
        notice("d", recipient="laege"),
        notice("e", recipient="formand-laesoe", due_at=NOON + HOUR),
        notice("f", recipient="formand-kommunal"),
    )
    async with stored.writing() as conn:
        await claims.hold_place(conn, EARLIER, "Venter på sin tur.", NOON + 30 * SECOND)
    await _set(stored, "c", leased_until=NOON + 40 * SECOND)
    await _set(stored, "f", retry_at=NOON + 20 * MINUTE)
    async with stored.reading() as conn:
        found = await claims.waiting(conn, most=10)
    lines = {
        each.notice.key: line for each, line in zip(found, waiting_lines(found, claims.moment(NOON, NOON)), strict=True)
    }
    ends = {
        "a": "venter: Venter på sin tur. · igen kl. 12.00",
        "b": "venter · efter »Forslag« fra mandag den 1. februar 2027 kl. 11.59 samme sted",
        "c": "venter · er ved at blive sendt, senest kl. 12.00",
        "d": "venter · efter »Forslag« fra mandag den 1. februar 2027 kl. 11.59 samme sted",
        "e": ": venter",
        "f": "venter · igen kl. 12.20",
    }
    assert {key: line for key, line in lines.items() if not line.endswith(ends[key])} == {}


async def test_what_is_due_is_found_by_the_indices(stored: Database) -> None:
    if stored.file is None:
        pytest.skip("a server reads a small table as it stands")
    at = claims.moment(NOON, NOON)
    given: dict[str, object] = {"now": at.now, "elapsed": at.elapsed, "gathered": at.gathered, "most": 10}
    given |= {"leased_to": at.leased_to, "paused_to": at.paused_to}
    async with stored.reading() as conn:
        plan = claims._DUE._plan(conn.dialect, for_rows=True)
        shown = await conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {plan.sql}", tuple(plan.arguments(given)))
        said = " ".join(str(row) for row in shown)
    assert "ix_notices_waiting (due_at<?)" in said
    assert "ix_notices_leased (forum=? AND leased_until>? AND leased_until<?)" in said
