"""What was resolved before there was an index is in it as if it had always been: open, closed, erased and added."""

from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.kernel.conversation import Place
from bot.usecases.desk import open_writing_desk
from bot.usecases.resolutions.indexing import index_anew
from storage.database import Database
from storage.migrate import upgrade
from storage.resolutions import Sight, find, search_words
from storage.stems import stems_of
from tests.harness.klynge_nord import local
from tests.storage.earlier import NORD, as_of, before, put

MARCH = "2027-1"
SENT = local("2027-03-17T10:00")


def item(ident: int, title: str, **content: Any) -> dict[str, Any]:
    return {"id": ident, "content": {"title": title, "kind": "decision", "summary": f"Resumé {title}"} | content}


ITEMS = [item(1, "Hjemmebesøg"), item(2, "Ravnegrå", is_closed=True), item(3, "Psykiatri")]
RESOLUTIONS = [
    {"item": n, "outcome": "approved", "words": words} for n, words in ((1, "Modellen afprøves."), (2, "Ja."))
]


async def _fill(database: Database) -> None:
    of = {"forum": NORD, "meeting": MARCH}
    agenda = of | {"revision": 3, "items": ITEMS, "removed": [], "sent_version": 1, "sent_at": SENT}
    await put(database, "agendas", [agenda])
    await put(database, "agenda_versions", [of | {"number": 1, "items": ITEMS, "frozen_at": SENT}])
    erased = [*RESOLUTIONS, {"item": 3, "outcome": None, "words": "Kvistgården lukkes."}]
    await put(
        database,
        "minutes",
        [of | {"revision": 4, "resolutions": erased, "approved_by": [], "status": "sent", "sent_at": SENT}],
    )
    remark = of | {"person": "laege", "at": SENT}
    await put(
        database,
        "minutes_remarks",
        [
            remark | {"number": 1, "words": "En bemærkning.", "is_addition": False},
            remark | {"number": 2, "words": "Bilaget vedlægges.", "is_addition": True},
        ],
    )
    facts = {"meeting": MARCH, "item": 3, "texts": {"words": "0" * 64}}
    entry = {"forum": NORD, "seq": 1, "at": SENT, "what": "minutes.resolved", "facts": facts}
    await put(database, "audit", [entry | {"previous": "0" * 64, "hash": "0" * 64}])


async def test_it_is_found_by_its_words_and_made_anew_it_says_the_same(old_url: str) -> None:
    async with as_of(old_url, before("_what_resolutions_are_found_by")) as database:
        await _fill(database)
        await upgrade(database)
        assert await _found(database, "modellerne") == [1]
        assert await _found(database, "kvistgården") == []
        assert await _found(database, "psykiatrien") == [3]
        assert await _found(database, "ravnegrå") == []
        assert await _found(database, "ravnegrå", closed=True) == [2]
        assert await _found(database, "bilag") == [0]
        assert await _found(database, "bemærkning") == []
        stood = await _words(database)
        async with database.writing(NORD) as conn:
            await conn.execute(sa.delete(search_words))
            assert await index_anew(await open_writing_desk(conn, NORD, SENT, Place.CHANNEL)) == 1
        assert await _words(database) == stood


async def _found(database: Database, words: str, **sight: Any) -> list[int]:
    async with database.reading() as conn:
        hits = await find(conn, [Sight(forum=NORD, person="x", **sight)], stems_of(words), skip=0, most=9)
    return [each.item for each in hits]


async def _words(database: Database) -> set[tuple[Any, ...]]:
    columns = search_words.c
    async with database.reading() as conn:
        return {tuple(row) for row in await conn.execute(sa.select(columns.resolution, columns.field, columns.word))}


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("oekonomi", "Økonomiudvalgets møde"),
        ("AFTALERNE", "en aftale"),
        ("sundhedsraad", "Sundhedsrådet"),
    ],
)
def test_words_are_found_however_they_are_inflected_and_typed(asked: str, text: str) -> None:
    (wanted,) = stems_of(asked)
    assert any(each.startswith(wanted) for each in stems_of(text))
