"""Bilag are kept by what they hold, in every version, and the log vouches for each of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from bot.domain.attachments.state import Bilag, OfProposal, newest
from storage import attachments, audit
from storage.database import Database
from storage.proving import first_fault
from tests.storage.test_vouching import FORUM

NOON = datetime(2027, 2, 1, 11, tzinfo=UTC)


def a_bilag(digest: str, **changed: object) -> Bilag:
    plain = Bilag(
        forum=FORUM,
        id=1,
        version=1,
        owner=OfProposal(7),
        name="budget.pdf",
        title="Budget",
        media_type="application/pdf",
        size=3,
        digest=digest,
        is_closed=False,
        by="sekretariat",
        at=NOON,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


async def _log(database: Database, *kept: bytes) -> None:
    async with database.writing(FORUM) as conn:
        for place, data in enumerate(kept, start=1):
            digest = await attachments.keep_bytes(conn, FORUM, data)
            await attachments.add(conn, a_bilag(digest, version=place, at=NOON + timedelta(days=place)), f"form{place}")
        await audit.append(conn, FORUM, at=NOON, actor=None, what="attachment.attached", facts={})


async def test_a_version_stands_beside_the_others_and_the_newest_is_the_one_that_is_read(stored: Database) -> None:
    await _log(stored, b"old", b"new", b"old")
    async with stored.reading() as conn:
        every = (await attachments.of_owners(conn, FORUM, [OfProposal(7)]))[OfProposal(7)]
        assert [await attachments.bytes_of(conn, FORUM, each.digest) for each in every] == [b"old", b"new", b"old"]
        assert [each.version for each in newest(every)] == [3]
        assert [each.version for each in newest(every, NOON + timedelta(days=2, hours=1))] == [2]
        assert await attachments.total_size(conn, FORUM) == 6  # what holds the same is kept once
    async with stored.writing(FORUM) as conn:
        await attachments.take_off(conn, replace(every[-1], taken_off_by="x", taken_off_at=NOON + timedelta(days=4)))
        every = await attachments.versions(conn, FORUM, 1)
    assert (newest(every), len(every)) == ((), 3)
    assert [each.version for each in newest(every, NOON + timedelta(days=3, hours=1))] == [3]


async def test_bytes_that_were_changed_behind_the_logs_back_are_named_and_never_handed_out(stored: Database) -> None:
    await _log(stored, b"old")
    async with stored.snapshot() as conn:
        assert await first_fault(conn) is None
    async with stored.writing() as conn:
        await conn.execute(sa.update(attachments.attachment_contents).values(data=b"odd"))
    async with stored.snapshot() as conn:
        assert getattr(await first_fault(conn), "table", None) == "attachment_contents"


async def test_what_was_erased_is_gone_and_is_there_again_when_somebody_sends_it_anew(stored: Database) -> None:
    await _log(stored, b"old")
    async with stored.writing(FORUM) as conn:
        (one,) = await attachments.versions(conn, FORUM, 1)
        await attachments.empty_words(conn, one)
        await attachments.empty_bytes(conn, FORUM, one.digest)
    async with stored.reading() as conn:
        (erased,) = await attachments.versions(conn, FORUM, 1)
        assert (erased.name, erased.title, erased.digest) == ("", "", one.digest)
        assert await attachments.bytes_of(conn, FORUM, one.digest) is None
    async with stored.writing(FORUM) as conn:
        await attachments.keep_bytes(conn, FORUM, b"old")
    async with stored.snapshot() as conn:
        assert await attachments.bytes_of(conn, FORUM, one.digest) == b"old"
        assert await first_fault(conn) is None
