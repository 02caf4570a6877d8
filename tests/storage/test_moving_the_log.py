"""A log of the old form is moved to the new one: what was whole stays whole, and what was broken stays broken."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from storage import audit
from storage.database import Database
from storage.engine.types import Plain, UtcTime
from storage.migrate import upgrade
from tests.harness.klynge_nord import local
from tests.storage.earlier import as_of, before

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")
PRIVATE = "Jeg taler som pårørende til »Hr. Ø«"
ENTRIES = 1_203  # more than two pages

_old_audit = sa.table(
    "audit",
    sa.column("forum"),
    sa.column("seq"),
    sa.column("at", UtcTime),
    sa.column("actor"),
    sa.column("what"),
    sa.column("facts", Plain),
    sa.column("previous"),
    sa.column("hash"),
)
_notices = sa.table("notices", sa.column("key"), sa.column("subject", Plain))

Row = dict[str, Any]


@pytest.fixture
async def old(old_url: str) -> AsyncIterator[Database]:
    """A database as it was before, with Klynge Nord in it."""
    async with as_of(old_url, before("_what_people_wrote_can_be_erased")) as database:
        yield database


def old_hash(entry: Mapping[str, Any]) -> str:
    """The rule of those days: everything that was logged, free text too, went into the hash."""
    fields = dict(entry) | {"at": entry["at"].astimezone(UTC).isoformat(timespec="microseconds")}
    return hashlib.sha256(json.dumps(fields, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def chained(said: list[tuple[str, Mapping[str, Any]]]) -> list[Row]:
    """A chain of those entries by the old rule."""
    rows: list[Row] = []
    previous = "0" * 64
    for seq, (what, facts) in enumerate(said, 1):
        at = NOON + timedelta(seconds=seq, microseconds=seq)
        row = {
            "forum": FORUM,
            "seq": seq,
            "at": at,
            "actor": "laege",
            "what": what,
            "facts": dict(facts),
            "previous": previous,
        }
        previous = old_hash(row)
        rows.append(row | {"hash": previous})
    return rows


SAID: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("forum.applied", {"charter": "nordjylland-politisk-klynge", "overlays": ["kosu-2022"]}),
    ("proposal.received", {"number": 1, "year": 2027, "meeting": "2027-1", "on_behalf_of": None, "by_right": False}),
    ("proposal.asked", {"number": 1, "year": 2027, "revision": 2, "meeting": "2027-1", "words": PRIVATE}),
    ("agenda.item_added", {"meeting": "2027-1", "revision": 3, "title": "Nyt punkt om »Hr. Ø«"}),
    ("agenda.answered", {"meeting": "2027-1", "round": 1, "version": 1, "verdict": "approved", "words": ""}),
    ("minutes.resolved", {"position": 2, "item": 4, "outcome": None, "words": "Godkendt.", "meeting": "2027-1"}),
    ("minutes.absence", {"meeting": "2027-1", "revision": 4, "absent": ["laege"]}),
)


def real_looking(entries: int = ENTRIES) -> list[Row]:
    return chained([SAID[number % len(SAID)] for number in range(entries)])


async def store(database: Database, rows: list[Row]) -> None:
    async with database.writing() as conn:
        await conn.execute(sa.insert(_old_audit), rows)


async def broken(database: Database) -> int | None:
    async with database.reading() as conn:
        entry = await audit.broken_in(conn, FORUM)
    return None if entry is None else entry.seq


async def logged(database: Database) -> list[audit.Entry]:
    async with database.reading() as conn:
        return [entry async for entry in audit.entries(conn, FORUM)]


async def test_a_whole_log_is_whole_afterwards_and_its_texts_stand_beside_the_chain(old: Database) -> None:
    rows = real_looking()
    await store(old, rows)
    await upgrade(old)
    assert await broken(old) is None
    entries = await logged(old)
    for row, entry in zip(rows, entries, strict=False):
        written = {name: text for name, text in row["facts"].items() if name in ("words", "title")}
        assert entry.words == written
        assert {**entry.facts, **written} == row["facts"] | ({"texts": entry.facts["texts"]} if written else {})
        assert (entry.seq, entry.at, entry.actor, entry.what) == (row["seq"], row["at"], row["actor"], row["what"])
    assert not any("Hr. Ø" in json.dumps(entry.facts, ensure_ascii=False) for entry in entries)


async def test_an_entry_says_from_which_hash_and_how_many_were_moved(old: Database) -> None:
    rows = real_looking()
    await store(old, rows)
    await upgrade(old)
    last = (await logged(old))[ENTRIES]
    assert (last.seq, last.what, last.actor) == (ENTRIES + 1, "audit.moved", None)
    assert last.facts == {"from": rows[-1]["hash"], "entries": ENTRIES}
    assert abs(datetime.now(UTC) - last.at) < timedelta(minutes=5)


async def test_the_log_goes_on_and_its_old_texts_can_be_erased(old: Database) -> None:
    await store(old, real_looking(7))
    await upgrade(old)
    async with old.writing(FORUM) as conn:
        await audit.append(conn, FORUM, at=NOON, actor=None, what="agenda.sent", facts={}, texts={"words": "ny"})
        entry = await audit.at(conn, FORUM, 3)
        assert entry is not None
        assert entry.words == {"words": PRIVATE}
        await audit.erase(conn, entry, at=NOON, by="drift", ground="GDPR")
    assert await broken(old) is None
    async with old.reading() as conn:
        assert PRIVATE not in str((await conn.execute(sa.select(audit.audit))).all())


def words_changed(rows: list[Row]) -> None:
    rows[702]["facts"] = rows[702]["facts"] | {"words": "Afvist."}


def fact_changed(rows: list[Row]) -> None:
    rows[702]["facts"] = {"meeting": "2027-2"}


def actor_changed(rows: list[Row]) -> None:
    rows[702]["actor"] = "anden"


def one_entry_put_in_anew(rows: list[Row]) -> None:
    """Another entry with a hash of its own that fits it; the one after it tells."""
    changed = rows[701] | {"what": "minutes.added"}
    del changed["hash"]
    rows[701] = changed | {"hash": old_hash(changed)}


def one_entry_taken_out(rows: list[Row]) -> None:
    del rows[701]


def the_beginning_cut_off(rows: list[Row]) -> None:
    del rows[:702]


@pytest.mark.parametrize(
    "tampering",
    [words_changed, fact_changed, actor_changed, one_entry_put_in_anew, one_entry_taken_out, the_beginning_cut_off],
    ids=lambda each: each.__name__,
)
async def test_what_was_broken_is_found_broken_at_the_same_entry_afterwards(old: Database, tampering: Any) -> None:
    rows = real_looking()
    tampering(rows)
    await store(old, rows)
    await upgrade(old)
    assert await broken(old) == 703


async def test_replies_that_have_ended_are_emptied_and_those_that_may_yet_leave_are_not(old: Database) -> None:
    now = datetime.now(UTC)
    rows = [
        _notice(f"{state} {kind}", kind, state, now - age)
        for kind in ("reply", "request")
        for state, age in (("sent", timedelta(0)), ("superseded", timedelta(0)), ("waiting", timedelta(days=3)))
    ]
    rows += [_notice("failed today", "reply", "failed", now - timedelta(hours=20))]
    rows += [_notice("failed earlier", "reply", "failed", now - timedelta(hours=28))]
    async with old.writing() as conn:
        await conn.execute(sa.insert(sa.Table("notices", sa.MetaData(), *_columns(rows[0]))), rows)
    await upgrade(old)
    async with old.reading() as conn:
        left = {row.key: row.subject for row in await conn.execute(sa.select(_notices))}
    emptied = {key for key, subject in left.items() if subject == {}}
    assert emptied == {"sent reply", "superseded reply", "failed earlier"}
    assert all("card" in subject for key, subject in left.items() if key not in emptied)


def _notice(key: str, kind: str, state: str, due_at: datetime) -> Row:
    return {
        "key": key,
        "forum": FORUM,
        "kind": kind,
        "subject": {"card": {"type": "AdaptiveCard"}, "summary": "Svar"},
        "due_at": due_at,
        "is_timed": False,
        "generation": 1,
        "state": state,
        "attempts": 0,
        "unknown_posts": 0,
        "reason": "",
    }


def _columns(row: Row) -> list[sa.Column[Any]]:
    kinds: dict[str, Any] = {"subject": Plain, "due_at": UtcTime}
    return [sa.Column(name, kinds.get(name)) for name in row]
