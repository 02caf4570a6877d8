"""What earlier versions stored of a forum is read for good; what is damaged makes it Unreadable and repeats nothing."""

import traceback
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role
from bot.domain.kernel.unreadable import Part, Unreadable
from bot.usecases.charter_texts import read_charter
from storage import forum as forums
from storage.database import Database, DatabaseFault
from storage.migrate import upgrade
from storage.salvage import salvage
from tests.harness.klynge_nord import charter_texts, klynge_nord
from tests.harness.stored import FORUMS, put_row, shown, stored_forum

NORD = "politisk-klynge-nord"
(FIRST,) = (path for path in FORUMS if shown(path) == f"v1/{NORD}")
SECRET = "HEMMELIGT"  # noqa: S105 - what is stored must not get into a log


@pytest.fixture
async def empty(database_url: str) -> AsyncIterator[Database]:
    """A migrated database of each kind without a forum."""
    database = Database(database_url)
    await upgrade(database)
    yield database
    await database.close()


async def _read(database: Database) -> Forum:
    async with database.reading() as conn:
        found = await forums.get(conn, NORD, read_charter)
    assert found is not None
    return found


async def _broken(database: Database) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        await _read(database)
    told = "".join(traceback.format_exception(caught.value))
    assert NORD in told
    assert SECRET not in told
    return caught.value


@pytest.mark.parametrize("path", FORUMS, ids=shown)
async def test_a_forum_that_an_earlier_version_stored_is_read(empty: Database, path: Path) -> None:
    await put_row(empty, stored_forum(path))
    forum = await _read(empty)
    assert (forum.id, forum.charter.id) == (NORD, "nordjylland-politisk-klynge")
    assert [each.id for each in forum.overlays] == ["kosu-2022"]
    assert (len(forum.people), len(forum.seats), len(forum.choices)) == (16, 16, 12)
    assert {role for seat in forum.seats for role in seat.roles} == set(Role)
    told = {each.organisation: each.person or each.to.value for each in forum.fund_delegation}
    assert told["hjoerring"] == "formand-kommunal"
    assert (told["broenderslev"], told["laesoe"]) == ("administration", "not_delegated")
    assert forum.choice("agenda_approval") == "approve"
    assert forum.channel is not None


@pytest.mark.parametrize("missing", list(stored_forum(FIRST)["config"]))
async def test_what_an_earlier_version_did_not_store_yet_has_its_default(empty: Database, missing: str) -> None:
    row = stored_forum(FIRST)
    del row["config"][missing]
    await put_row(empty, row)
    forum = await _read(empty)
    assert forum.person("formand-kommunal").name if missing != "people" else forum.people == ()


async def test_what_a_later_version_stores_no_more_is_passed_over(empty: Database) -> None:
    row = stored_forum(FIRST)
    config = row["config"]
    config["gammelt"] = {"a": 1}
    for name in ("organisations", "people", "seats"):
        config[name] = [{**each, "gammelt": [1]} for each in config[name]]
    config["choices"] = {key: {**each, "gammelt": 1} for key, each in config["choices"].items()}
    row["channel"]["gammelt"] = "x"
    row["charter"] += "\ngammelt: {value: 1, words: Ord}\n"
    row["overlays"]["kosu-2022"] += "\ngammelt: {value: 1, words: Ord}\n"
    await put_row(empty, row)
    assert len((await _read(empty)).people) == 16


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        ({"charter": f"{SECRET}: ["}, Part.CHARTER),
        ({"charter": ""}, Part.CHARTER),
        ({"charter": f"format: 1\nid: {SECRET}\nid: {SECRET}\n"}, Part.CHARTER),
        ({"overlays": {"kosu-2022": f"title: {SECRET}"}}, Part.OVERLAY),
        ({"overlays": {"kosu-2022": None}}, Part.OVERLAY),
        ({"config": {"people": [{"name": SECRET}]}}, Part.CONFIG),
        ({"config": {"seats": [{"person": SECRET, "organisation": "a", "roles": ["konge"]}]}}, Part.CONFIG),
        ({"config": {"timezone": SECRET}}, Part.CONFIG),
        ({"channel": {"place": SECRET}}, Part.CONFIG),
    ],
)
async def test_what_is_damaged_is_one_fault_that_names_the_forum_and_repeats_nothing(
    empty: Database, damage: dict[str, Any], part: Part
) -> None:
    await put_row(empty, stored_forum(FIRST) | damage)
    assert (await _broken(empty)).part is part


async def test_a_database_that_fails_is_no_fault_of_the_forum(empty: Database) -> None:
    await put_row(empty, stored_forum(FIRST))
    async with empty.writing() as conn:
        await conn.exec_driver_sql("ALTER TABLE meetings RENAME TO elsewhere")
    with pytest.raises(DatabaseFault):
        await _read(empty)


async def test_what_can_be_read_of_a_broken_forum_is_kept(empty: Database) -> None:
    row = stored_forum(FIRST) | {"charter": "["}
    row["config"]["people"][0] = {"name": SECRET}
    row["config"]["choices"]["approvers"] = 7
    row["config"]["organisations"] = "ingen liste"
    del row["config"]["hosting"]
    await put_row(empty, row)
    async with empty.reading() as conn:
        forum = await salvage(conn, NORD, read_charter)
    assert (len(forum.people), len(forum.seats), len(forum.choices)) == (15, 16, 11)
    assert (forum.organisations, forum.hosting, forum.region) == ((), (), "Nordjylland")
    assert forum.channel is not None


@pytest.mark.parametrize("config", ["[]", "7", "null", '"tekst"'])
async def test_where_nothing_can_be_read_nothing_is_kept_and_storing_anew_mends_it(
    empty: Database, config: str
) -> None:
    await put_row(empty, stored_forum(FIRST))
    async with empty.writing() as conn:
        await conn.exec_driver_sql(f"UPDATE forums SET config = '{config}'")  # noqa: S608 - a constant of the test
    assert (await _broken(empty)).part is Part.CONFIG
    async with empty.writing(NORD) as conn:
        forum = await salvage(conn, NORD, read_charter)
        assert (forum.people, forum.seats, dict(forum.choices)) == ((), (), {})
        assert await forums.put(conn, klynge_nord(), *charter_texts())
    assert (await _read(empty)).people == klynge_nord().people


async def test_json_that_is_none_can_be_stored_over_too(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/klyngebot.db")  # the server refuses such a value by itself
    await upgrade(database)
    await put_row(database, stored_forum(FIRST))
    async with database.writing() as conn:
        await conn.exec_driver_sql("UPDATE forums SET config = '{', overlays = 'x', channel = '['")
    assert (await _broken(database)).part is Part.CONFIG
    async with database.writing(NORD) as conn:
        assert (await salvage(conn, NORD, read_charter)).channel is None
        assert await forums.put(conn, klynge_nord(), *charter_texts())
        await forums.forget_address(conn, NORD)
    assert (await _read(database)).channel is None
    await database.close()
