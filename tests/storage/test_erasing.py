"""What people wrote can be erased from the log, which stays whole and says so; whatever else is done to it is found."""

import asyncio
import json
from typing import Any

from sqlalchemy import select, text, update

from storage import audit
from storage.audit import Entry
from storage.audit import audit as table
from storage.database import Database
from tests.harness.klynge_nord import local

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")
GROUND = "Anmodning om sletning"
PRIVATE = "Fru Hansens sag om blødersygdom"


async def append(database: Database, what: str = "minutes.remarked", **texts: str) -> None:
    async with database.writing(FORUM) as conn:
        await audit.append(
            conn, FORUM, at=NOON, actor="laege", what=what, facts={"meeting": "2027-1", "nr": 3}, texts=texts
        )


async def erase(database: Database, seq: int) -> None:
    async with database.writing(FORUM) as conn:
        entry = await audit.at(conn, FORUM, seq)
        assert entry is not None
        await audit.erase(conn, entry, at=NOON, by="drift", ground=GROUND)


async def broken(database: Database) -> int | None:
    """The number of the first entry that is found broken."""
    async with database.reading() as conn:
        entry = await audit.broken_in(conn, FORUM)
    return None if entry is None else entry.seq


async def logged(database: Database) -> list[Entry]:
    async with database.reading() as conn:
        return [entry async for entry in audit.entries(conn, FORUM)]


async def put(database: Database, seq: int, **values: Any) -> None:
    async with database.writing() as conn:
        await conn.execute(update(table).where(table.c.forum == FORUM, table.c.seq == seq).values(**values))


async def test_a_text_stands_beside_the_chain_and_not_in_it(unlogged: Database) -> None:
    await append(unlogged, words=PRIVATE, title="Ny sag")
    (entry,) = await logged(unlogged)
    assert entry.words == {"words": PRIVATE, "title": "Ny sag"}
    assert PRIVATE not in json.dumps(entry.facts, ensure_ascii=False)
    assert entry.facts["texts"].keys() == {"words", "title"}
    assert await broken(unlogged) is None


async def test_the_same_words_twice_have_nothing_in_common_in_the_chain(unlogged: Database) -> None:
    await append(unlogged, words="Ja")
    await append(unlogged, words="Ja")
    one, other = await logged(unlogged)
    assert one.facts["texts"] != other.facts["texts"]


async def test_an_entry_without_texts_has_none_and_a_text_that_is_erased_leaves_nothing(unlogged: Database) -> None:
    await append(unlogged, "agenda.sent")
    await append(unlogged, words=PRIVATE)
    await erase(unlogged, 2)
    async with unlogged.reading() as conn:
        left = (await conn.execute(text("SELECT count(*) FROM audit WHERE texts IS NOT NULL"))).scalar_one()
        everything = str((await conn.execute(select(table))).all())
    assert left == 0
    assert PRIVATE not in everything


async def test_an_erasure_is_an_entry_that_says_what_when_why_and_by_whom(unlogged: Database) -> None:
    await append(unlogged, words=PRIVATE, title="Ny sag")
    await erase(unlogged, 1)
    last = (await logged(unlogged))[-1]
    assert last.what == "audit.erased"
    assert last.facts == {
        "seq": 1,
        "what": "minutes.remarked",
        "names": ["title", "words"],
        "ground": GROUND,
        "by": "drift",
    }
    assert await broken(unlogged) is None
    async with unlogged.reading() as conn:
        assert await audit.erasures(conn) == [last]


async def test_a_text_that_is_gone_without_an_erasure_is_a_break_there(unlogged: Database) -> None:
    for words in ("et", "to", "tre"):
        await append(unlogged, words=words)
    await put(unlogged, 2, texts=None)
    assert await broken(unlogged) == 2


async def test_an_erasure_that_came_before_explains_nothing(unlogged: Database) -> None:
    await append(unlogged, words="et")
    await erase(unlogged, 1)
    async with unlogged.writing(FORUM) as conn:
        facts = {"seq": 4, "what": "minutes.remarked", "names": ["words"], "ground": GROUND, "by": "drift"}
        await audit.append(conn, FORUM, at=NOON, actor=None, what="audit.erased", facts=facts)
    await append(unlogged, words="fire")
    await put(unlogged, 4, texts=None)
    assert await broken(unlogged) == 4


async def test_a_text_that_was_said_to_be_erased_and_stands_again_is_a_break(unlogged: Database) -> None:
    await append(unlogged, words=PRIVATE)
    before = (await logged(unlogged))[0].texts
    await erase(unlogged, 1)
    await put(unlogged, 1, texts=before)
    assert await broken(unlogged) == 1


async def test_a_log_is_found_whole_while_texts_are_erased(unlogged: Database) -> None:
    for _ in range(25):
        await append(unlogged, words=PRIVATE)

    async def verify() -> list[int | None]:
        return [await broken(unlogged) for _ in range(40)]

    verifying = asyncio.create_task(verify())
    await asyncio.gather(*(erase(unlogged, seq) for seq in range(1, 26)))
    assert set(await verifying) == {None}
    assert await broken(unlogged) is None


async def test_another_forums_erasure_explains_nothing(unlogged: Database) -> None:
    await append(unlogged, words="et")
    await append(unlogged, words="to")
    await erase(unlogged, 1)
    async with unlogged.writing() as conn:
        await conn.execute(
            text(
                "INSERT INTO forums (id, name, revision, config, charter, overlays) "
                "SELECT 'anden', name, 1, config, charter, overlays FROM forums"
            )
        )
        await audit.append(conn, "anden", at=NOON, actor=None, what="minutes.added", facts={}, texts={"words": "et"})
        await conn.execute(update(table).where(table.c.forum == "anden").values(texts=None))
    async with unlogged.reading() as conn:
        entry = await audit.broken_in(conn, "anden")
    assert entry is not None
    assert (entry.forum, entry.seq) == ("anden", 1)
