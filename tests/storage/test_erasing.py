"""What people wrote can be erased from the log, which stays whole and says so; whatever else is done to it is found."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, text, update

from storage import audit
from storage.audit import Entry
from storage.audit import audit as table
from storage.database import Database
from storage.salted import digest, is_what_was_said
from tests.klynge_nord import local

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")
COLUMNS = [column.name for column in table.c]
GROUND = "Anmodning om sletning"
PRIVATE = "Fru Hansens sag om blødersygdom"

thoroughly = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


async def append(database: Database, what: str = "minutes.remarked", **texts: str) -> None:
    async with database.writing(FORUM) as conn:
        await audit.append(
            conn, FORUM, at=NOON, actor="laege", what=what, facts={"meeting": "2027-1", "nr": 3}, texts=texts
        )


async def erase(database: Database, seq: int) -> None:
    async with database.writing(FORUM) as conn:
        entry = await audit.get(conn, FORUM, seq)
        assert entry is not None
        await audit.erase(conn, entry, at=NOON, by="drift", ground=GROUND)


async def broken(database: Database) -> int | None:
    """The number of the first entry that is found broken."""
    async with database.reading() as conn:
        entry = await audit.first_break(conn)
    return None if entry is None else entry.seq


async def logged(database: Database) -> list[Entry]:
    async with database.reading() as conn:
        return [entry async for entry in audit.entries(conn, FORUM)]


async def put(database: Database, seq: int, **values: Any) -> None:
    async with database.writing() as conn:
        await conn.execute(update(table).where(table.c.forum == FORUM, table.c.seq == seq).values(**values))


async def test_a_text_stands_beside_the_chain_and_not_in_it(stored: Database) -> None:
    await append(stored, words=PRIVATE, title="Ny sag")
    (entry,) = await logged(stored)
    assert entry.words == {"words": PRIVATE, "title": "Ny sag"}
    assert PRIVATE not in json.dumps(entry.facts, ensure_ascii=False)
    assert entry.facts["texts"].keys() == {"words", "title"}
    assert await broken(stored) is None


async def test_the_same_words_twice_have_nothing_in_common_in_the_chain(stored: Database) -> None:
    await append(stored, words="Ja")
    await append(stored, words="Ja")
    one, other = await logged(stored)
    assert one.facts["texts"] != other.facts["texts"]


async def test_an_entry_without_texts_has_none_and_a_text_that_is_erased_leaves_nothing(stored: Database) -> None:
    await append(stored, "agenda.sent")
    await append(stored, words=PRIVATE)
    await erase(stored, 2)
    async with stored.reading() as conn:
        left = (await conn.execute(text("SELECT count(*) FROM audit WHERE texts IS NOT NULL"))).scalar_one()
        everything = str((await conn.execute(select(table))).all())
    assert left == 0
    assert PRIVATE not in everything


async def test_an_erasure_is_an_entry_that_says_what_when_why_and_by_whom(stored: Database) -> None:
    await append(stored, words=PRIVATE, title="Ny sag")
    await erase(stored, 1)
    last = (await logged(stored))[-1]
    assert last.what == "audit.erased"
    assert last.facts == {
        "seq": 1,
        "what": "minutes.remarked",
        "names": ["title", "words"],
        "ground": GROUND,
        "by": "drift",
    }
    assert await broken(stored) is None
    async with stored.reading() as conn:
        assert await audit.erasures(conn) == [last]


async def test_a_text_that_is_gone_without_an_erasure_is_a_break_there(stored: Database) -> None:
    for words in ("et", "to", "tre"):
        await append(stored, words=words)
    await put(stored, 2, texts=None)
    assert await broken(stored) == 2


async def test_an_erasure_that_came_before_explains_nothing(stored: Database) -> None:
    await append(stored, words="et")
    await erase(stored, 1)
    async with stored.writing(FORUM) as conn:
        facts = {"seq": 4, "what": "minutes.remarked", "names": ["words"], "ground": GROUND, "by": "drift"}
        await audit.append(conn, FORUM, at=NOON, actor=None, what="audit.erased", facts=facts)
    await append(stored, words="fire")
    await put(stored, 4, texts=None)
    assert await broken(stored) == 4


async def test_a_text_that_was_said_to_be_erased_and_stands_again_is_a_break(stored: Database) -> None:
    await append(stored, words=PRIVATE)
    before = (await logged(stored))[0].texts
    await erase(stored, 1)
    await put(stored, 1, texts=before)
    assert await broken(stored) == 1


async def test_another_forums_erasure_explains_nothing(stored: Database) -> None:
    await append(stored, words="et")
    await append(stored, words="to")
    await erase(stored, 1)
    async with stored.writing() as conn:
        await conn.execute(
            text("INSERT INTO forums SELECT 'anden', name, 1, config, charter, overlays, NULL, NULL FROM forums")
        )
        await audit.append(conn, "anden", at=NOON, actor=None, what="minutes.added", facts={}, texts={"words": "et"})
        await conn.execute(update(table).where(table.c.forum == "anden").values(texts=None))
    async with stored.reading() as conn:
        entry = await audit.first_break(conn)
    assert entry is not None
    assert (entry.forum, entry.seq) == ("anden", 1)


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
logs = st.lists(st.dictionaries(st.sampled_from(["words", "title"]), words), min_size=1, max_size=5)


@dataclass(frozen=True)
class Log:
    """The entries to write, and the numbers of those that are erased in the end."""

    texts: list[dict[str, str]]
    erased: list[int]


@st.composite
def logs_with_erasures(draw: st.DrawFn) -> Log:
    texts = draw(logs)
    erasable = [seq for seq, each in enumerate(texts, 1) if each]
    chosen = draw(st.lists(st.sampled_from(erasable), unique=True)) if erasable else []
    return Log(texts, chosen)


async def write(database: Database, log: Log) -> None:
    async with database.writing(FORUM) as conn:
        await conn.execute(table.delete())
    for texts in log.texts:
        await append(database, **texts)
    for seq in log.erased:
        await erase(database, seq)


@thoroughly
@given(log=logs_with_erasures())
async def test_any_log_with_any_texts_erased_is_whole(database: Database, log: Log) -> None:
    await write(database, log)
    assert await broken(database) is None
    entries = await logged(database)
    assert [dict(entry.words) for entry in entries[: len(log.texts)]] == [
        {} if seq in log.erased else texts for seq, texts in enumerate(log.texts, 1)
    ]


@given(st.binary(min_size=15, max_size=15), st.characters(max_codepoint=127), words)
def test_no_byte_can_move_between_salt_and_text(salt: bytes, sign: str, said: str) -> None:
    kept = {"salt": (salt + sign.encode()).hex(), "text": said}
    assert is_what_was_said(kept, digest(kept))
    assert not is_what_was_said({"salt": salt.hex(), "text": sign + said}, digest(kept))


Rows = list[dict[str, Any]]
Tampering = Callable[[st.DataObject, Rows], None]


def other_text(data: st.DataObject, rows: Rows) -> None:
    row, name = a_text(data, rows)
    new = data.draw(words)
    assume(new != row["texts"][name]["text"])
    row["texts"][name]["text"] = new


def other_salt(data: st.DataObject, rows: Rows) -> None:
    row, name = a_text(data, rows)
    salt = row["texts"][name]["salt"]
    new = data.draw(st.sampled_from(["", salt.upper(), f" {salt}", salt[:-2], salt + "00", salt[::-1], "zz" * 16]))
    assume(new != salt)
    row["texts"][name]["salt"] = new


def other_digest(data: st.DataObject, rows: Rows) -> None:
    row = data.draw(st.sampled_from([each for each in rows if "texts" in each["facts"]]))
    name = data.draw(st.sampled_from(sorted(row["facts"]["texts"])))
    row["facts"]["texts"][name] = "0" * 64


def fitting_text_and_digest(data: st.DataObject, rows: Rows) -> None:
    """Another text with the digest that it should have, in the facts as well."""
    row, name = a_text(data, rows)
    row["texts"][name]["text"] += "!"
    row["facts"]["texts"][name] = digest(row["texts"][name])


def other_fact(data: st.DataObject, rows: Rows) -> None:
    row = data.draw(st.sampled_from(rows))
    row["facts"]["ny"] = 1


def other_kind(data: st.DataObject, rows: Rows) -> None:
    data.draw(st.sampled_from(rows))["what"] = data.draw(st.sampled_from(["agenda.sent", "audit.moved"]))


def other_order(data: st.DataObject, rows: Rows) -> None:
    assume(len(rows) > 1)
    one, other = data.draw(st.permutations(rows))[:2]
    one["seq"], other["seq"] = other["seq"], one["seq"]


def taken_out(data: st.DataObject, rows: Rows) -> None:
    assume(len(rows) > 1)
    rows.remove(data.draw(st.sampled_from(rows[:-1])))


def emptied(data: st.DataObject, rows: Rows) -> None:
    row, _ = a_text(data, rows)
    row["texts"] = None


def one_of_two_emptied(data: st.DataObject, rows: Rows) -> None:
    row, name = a_text(data, rows)
    del row["texts"][name]


def one_more_text(data: st.DataObject, rows: Rows) -> None:
    row = data.draw(st.sampled_from(rows))
    row["texts"] = (row["texts"] or {}) | {"mere": {"salt": "00" * 16, "text": "mere"}}


def nonsense(data: st.DataObject, rows: Rows) -> None:
    row, name = a_text(data, rows)
    row["texts"] = data.draw(st.sampled_from([[], "tekst", {name: None}, {name: {}}, {name: {"salt": 1, "text": 2}}]))


def a_text(data: st.DataObject, rows: Rows) -> tuple[dict[str, Any], str]:
    having = [row for row in rows if row["texts"]]
    assume(having)
    row = data.draw(st.sampled_from(having))
    return row, data.draw(st.sampled_from(sorted(row["texts"])))


TAMPERINGS: list[Tampering] = [
    other_text,
    other_salt,
    other_digest,
    fitting_text_and_digest,
    other_fact,
    other_kind,
    other_order,
    taken_out,
    emptied,
    one_of_two_emptied,
    one_more_text,
    nonsense,
]


def some_digest(log: Log) -> bool:
    return any(log.texts)


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda each: each.__name__)
@settings(thoroughly, max_examples=12)
@given(log=logs_with_erasures().filter(some_digest), data=st.data())
async def test_any_single_tampering_is_found(
    database: Database, tampering: Tampering, log: Log, data: st.DataObject
) -> None:
    await write(database, log)
    rows = list(read(await logged(database)))
    tampering(data, rows)
    async with database.writing() as conn:
        await conn.execute(table.delete())
        await conn.execute(insert(table), rows)
    assert await broken(database) is not None


def read(entries: list[Entry]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield {name: getattr(entry, name) for name in COLUMNS}
