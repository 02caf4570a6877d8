"""Any log with any texts erased is whole, and any single thing that is done to it otherwise is found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from storage.audit import Entry
from storage.audit import audit as table
from storage.database import Database
from storage.salted import digest, is_what_was_said
from tests.storage.test_erasing import FORUM, append, broken, erase, logged

COLUMNS = [column.name for column in table.c]

thoroughly = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

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
