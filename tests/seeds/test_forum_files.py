"""The forum files that ship: one for each cluster, whole by its charter, and nobody in them is anybody."""

import re
from pathlib import Path

import pytest

from bot.charters.loader import load_charter, shipped_charters
from bot.local.demo.forums import file_of, known, shipped
from bot.usecases.applying import apply_file
from cards.forum.remarks import sentence
from storage.database import Database
from tests.conftest import NewDatabase
from tests.harness.klynge_nord import local

TODAY = local("2027-01-11T09:00")
_EXPLAINED = re.compile(r"^# Bemærk: (.+)\n#   \w", re.MULTILINE)


def test_every_cluster_of_every_charter_has_a_forum_file() -> None:
    clusters = {
        (name, each.name.removeprefix("Klynge "))
        for name in shipped_charters()
        for each in load_charter(name, Path()).clusters
    }
    forums = [shipped(each).forum for each in known()]
    assert len(forums) == 13
    assert {(each.charter.id, each.name.split()[-1]) for each in forums} == clusters


async def test_every_file_applies_and_its_comments_explain_every_remark(new_database: NewDatabase) -> None:
    database = Database(new_database("sqlite"))
    try:
        for name in known():
            applied = await apply_file(database, TODAY, shipped(name))
            told = [sentence(each, applied.forum) for each in applied.remarks]
            explained = _EXPLAINED.findall(file_of(name).read_text("utf-8"))
            assert len(told) == len(explained), (name, told)
            assert all(any(each.startswith(one) for one in explained) for each in told), (name, told)
    finally:
        await database.close()


@pytest.mark.parametrize("name", known())
def test_nobody_is_anybody(name: str) -> None:
    text = file_of(name).read_text("utf-8")
    assert set(re.findall(r"\bobject_id: (\S{27})", text)) == {"00000000-0000-4000-8000-000"}
    assert set(re.findall(r"[\w.]+@([\w.]+)", text)) <= {"example.org"}


def test_one_hospital_director_leads_three_groups_by_one_account() -> None:
    accounts = {
        person.identities
        for which in ("midt", "syd", "vest")
        for person in shipped(f"klyngestyregruppe-{which}").forum.people
        if person.id == "hospitalsdirektoer"
    }
    assert len(accounts) == 1


def test_a_cluster_meets_in_its_own_month_of_2027() -> None:
    for kind in ("politisk-klynge", "klyngestyregruppe", "kommuneklynge"):
        months = [shipped(each).forum.meetings[0].day.replace(day=1) for each in known() if each.startswith(kind)]
        assert len(months) == len(set(months)), kind
        assert {each.year for each in months} == {2027}


def test_the_folder_is_the_one_that_operators_see() -> None:
    assert file_of(known()[0]).parent == Path(__file__).parents[2] / "deploy" / "forums"
