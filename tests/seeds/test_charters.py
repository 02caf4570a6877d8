"""The seeds' rules about charters themselves: what a charter is, its layers, its versions and its guidance."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.charters.forum_file import ForumFile, parse_forum_file
from bot.charters.loader import charter_text, load_charter
from bot.charters.problems import BrokenFile
from bot.domain.forum.graph import Way, graph
from bot.domain.forum.settling import UnforeseenLayer
from bot.domain.kernel.forum import Version
from bot.domain.kernel.provision import Provision
from bot.domain.meetings.actions import ShowDeadlines
from bot.local.demo.forums import file_of, known, shipped
from bot.usecases.agenda.views import agenda_card
from bot.usecases.applying import Applied, apply_file
from bot.usecases.meetings import queries
from storage.database import Database
from tests.cards.checks import texts
from tests.cli.conftest import Klyngebot
from tests.cli.conftest import klyngebot as _klyngebot
from tests.conftest import NewDatabase, OpenDesk
from tests.harness.charters import saying
from tests.harness.klynge_nord import local
from tests.harness.observing_forums import desk_on, planned
from tests.usecases.minutes.setting import send_agenda

klyngebot = _klyngebot
NOW = local("2027-01-11T09:00")
KOSU, CAPITAL, POLITICAL, STEERING = (
    "kosu-2022",
    "hovedstaden-kommuneklynge",
    "nordjylland-politisk-klynge",
    "nordjylland-klyngestyregruppe",
)
LOCAL = """\
format: 1
id: lokalt
kind: local
title: Lokalt kommissorium
source: lokalt.pdf
composition:
  substitutes: {value: one-each, words: Hver kommune udpeger en suppleant.}
secretariat:
  contents: {value: minutes-only, words: Sekretariatet skriver referat.}
agenda:
  dispatch_days_before: {value: 10, words: Dagsordenen udsendes ti dage før.}
tasks:
  optional:
    - {id: kursus, name: Fælles kursus, words: Vi holder et fælles kursus.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lokalt.yaml").write_text(LOCAL, "utf-8")
    return tmp_path


def forum_file(name: str, folder: Path, old: str, new: str) -> ForumFile:
    """A forum's file with one thing in it otherwise."""
    text = file_of(name).read_text("utf-8")
    assert text.count(old) == 1
    return parse_forum_file(text.replace(old, new), f"{name}.yaml", folder)


def with_local(name: str, charter: str, folder: Path) -> ForumFile:
    return forum_file(name, folder, f"\ncharter: {charter}", f"\nlocal_charter: lokalt.yaml\ncharter: {charter}")


async def apply(new_database: NewDatabase, *files: ForumFile, now: datetime = NOW) -> tuple[Applied, str, str]:
    """The last of them as it was applied, what is planned then, and what its deadlines are said to be."""
    database = Database(new_database("sqlite"))
    try:
        for each in files:
            applied = await apply_file(database, now, each)
        async with database.writing(applied.forum.id) as conn:
            desk = desk_on(conn, applied.forum, now)
            reminders = await planned(desk)
            shown = texts(await queries.show_deadlines(desk, desk.forum.people[0].id, ShowDeadlines()))
    finally:
        await database.close()
    return applied, reminders, shown


def test_a1_the_principles_are_dated_and_issued_by_a_body_that_has_a_name(klyngebot: Klyngebot) -> None:
    told = klyngebot("charter", "check", KOSU).out
    assert "»Den 26.09.2022« (dated)" in told
    assert "»den kommunale styregruppe på sundhedsområdet (KOSU)« (issued_by)" in told
    principles = load_charter(KOSU, Path())
    assert principles.name_of_body(principles.issued_by.value or "") == "KOSU"


def test_a13_a18_what_is_recommended_is_told_from_what_is_only_supported() -> None:
    principles = load_charter(KOSU, Path())
    approval, funds = principles.agenda_approval, principles.shared_funds
    assert (approval.mode.endorsement, approval.approvers.endorsement) == ("supports", "supports")
    assert (approval.decided_by.endorsement, approval.own_organisation_step.endorsement) == ("recommends", "recommends")
    assert {each.endorsement for each in funds.delegation_options} == {"recommends"}
    assert {each.endorsement for each in load_charter(POLITICAL, Path()).agenda.bases} == {None}


@pytest.mark.parametrize("charter", [POLITICAL, STEERING, CAPITAL])
async def test_a14_every_cluster_of_a_charter_goes_through_the_same_steps(
    charter: str, new_database: NewDatabase
) -> None:
    steps = set()
    for file in (shipped(name) for name in known()):
        if file.forum.charter.id == charter:
            meeting = file.forum.meetings[0].id
            led = {key: each for key, each in file.forum.choices.items() if key == "chairmanship"}
            bare = replace(file, forum=replace(file.forum, choices=led))
            _, reminders, _ = await apply(new_database, bare)
            steps.add(frozenset(line.split("/")[1] for line in reminders.splitlines() if f"/{meeting}/" in line))
    assert len(steps) == 1


def test_b4_a_relation_is_between_municipalities_or_between_sectors() -> None:
    edges = [each for each in graph(shipped("kommuneklynge-nord").forum) if each.way is Way.FROM_US]
    kinds = {each.to.name: each.cooperation for each in edges}
    assert (kinds["KKR"], kinds["DAS"], kinds["PAS"]) == ("tvaerkommunal", "tvaersektoriel", "tvaersektoriel")


async def test_b7_what_a_cluster_takes_upon_itself_is_a_layer_of_its_own(
    folder: Path, new_database: NewDatabase
) -> None:
    applied, _, _ = await apply(new_database, with_local("kommuneklynge-nord", CAPITAL, folder))
    optional = applied.forum.charter.tasks.optional
    assert [each.name for each in optional if each.is_local] == ["Fælles kursus"]
    assert len(optional) == 5
    assert applied.forum.local is not None
    assert applied.forum.local.title == "Lokalt kommissorium"
    assert [each for each in applied.remarks if isinstance(each, UnforeseenLayer)] == []


def test_b7_a_local_charter_never_contradicts_the_common_one(folder: Path) -> None:
    (folder / "lokalt.yaml").write_text(f"{LOCAL}scope: {{value: [psykiatri], words: Vi er psykiatri.}}\n", "utf-8")
    with pytest.raises(BrokenFile) as caught:
        with_local("kommuneklynge-nord", CAPITAL, folder)
    (problem,) = caught.value.problems
    assert problem.endswith(
        "lokalt.yaml:15: »scope« er psykiatri: »Vi er psykiatri.«, men det fælles kommissorium siger somatik: "
        "»Det fælles kommissorium omhandler samarbejdet på det somatiske område.«"
    )


async def test_b24_b27_what_the_common_charter_leaves_to_each_cluster_its_own_settles(
    folder: Path, new_database: NewDatabase
) -> None:
    applied, _, _ = await apply(new_database, with_local("kommuneklynge-nord", CAPITAL, folder))
    charter = applied.forum.charter
    for provision, words in (
        (charter.composition.substitutes, "Hver kommune udpeger en suppleant."),
        (charter.secretariat.contents, "Sekretariatet skriver referat."),
    ):
        assert (provision.words, provision.is_local) == (words, True)


async def test_b26_a_deadline_of_the_local_charter_is_reckoned_by(folder: Path, new_database: NewDatabase) -> None:
    _, without, _ = await apply(new_database, shipped("kommuneklynge-nord"))
    _, reminders, shown = await apply(new_database, with_local("kommuneklynge-nord", CAPITAL, folder))
    assert len(reminders.splitlines()) > len(without.splitlines())
    assert "Dagsordenen udsendes ti dage før." in shown


async def test_a_local_charter_that_the_common_one_does_not_speak_of_is_a_remark(
    folder: Path, new_database: NewDatabase
) -> None:
    applied, _, _ = await apply(new_database, with_local("klyngestyregruppe-nord", STEERING, folder))
    assert [each.title for each in applied.remarks if isinstance(each, UnforeseenLayer)] == ["Lokalt kommissorium"]


def test_c3_a_charter_without_a_date_of_approval_is_valid(klyngebot: Klyngebot) -> None:
    told = klyngebot("charter", "check", POLITICAL)
    assert (told.code, told.lines[0]) == (0, "De politiske klynger på sundhedsaftaleområdet: i orden")
    charter = load_charter(POLITICAL, Path())
    assert charter.approved_by is not None
    assert (charter.name_of_body(charter.approved_by.body), charter.approved_by.on, charter.dated.value) == (
        "Sundhedskoordinationsudvalget",
        None,
        None,
    )


async def test_d3_a_new_version_holds_from_its_day_and_what_was_decided_under_the_old_stays(
    folder: Path, new_database: NewDatabase
) -> None:
    found = charter_text(STEERING, Path())
    assert found is not None
    newer = found[0].replace(
        "approved_by: {body: strategisk-sundhedsforum, on: 2019-04-11",
        "approved_by: {body: strategisk-sundhedsforum, on: 2027-05-01",
    )
    newer = newer.replace("\nagenda: null", "\nagenda: {dispatch_days_before: {value: 14, words: to uger før}}")
    (folder / "ny.yaml").write_text(newer, "utf-8")
    first, second, since = date(2027, 2, 23), date(2027, 9, 14), date(2027, 6, 1)
    autumn = "  - {id: 2027-2, starts: 2027-09-14T13:00, ends: 2027-09-14T15:00, place: Hjørring Rådhus}"
    old = forum_file("klyngestyregruppe-nord", folder, "\nmeetings:", f"\nmeetings:\n{autumn}")
    new = forum_file(
        "klyngestyregruppe-nord",
        folder,
        f"\ncharter: {STEERING}",
        f"\ncharter: ny.yaml\ncharter_from: {since}",
    )
    new = replace(new, forum=replace(new.forum, meetings=()))  # those that stand stay
    applied, reminders, _ = await apply(new_database, old, new)
    forum = applied.forum
    assert [each.since for each in forum.versions] == [None, since]
    adopted = [forum.charter_on(day).approved_by for day in (first, second)]
    assert [None if each is None else each.on for each in adopted] == [date(2019, 4, 11), date(2027, 5, 1)]
    assert forum.charter is forum.charter_on(first)
    assert ("/agenda_overdue/2027-2/" in reminders, "/agenda_overdue/2027-1/" in reminders) == (True, False)
    applied, _, _ = await apply(new_database, old, new, now=local("2027-06-01T09:00"))
    assert applied.forum.charter.agenda.dispatch_days_before.value == 14


async def test_d3_an_agenda_that_was_sent_is_not_dated_anew_by_a_version_that_came_after(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await send_agenda(database)
    async with open_desk_at("2027-03-10T10:00") as desk:
        newer = saying(desk.forum.charter, agenda__dispatch_days_before=Provision(10, "ti dage før"))
        versions = (*desk.forum.versions, Version(charter=newer, since=date(2027, 3, 1)))
        desk = replace(desk, forum=replace(desk.forum, versions=versions))
        meeting = desk.meeting("2027-1")
        due = desk.timetable(meeting).dispatch
        assert due is not None
        assert (due.day, due.is_moved) == (date(2027, 3, 5), True)
        assert "5. marts" not in texts(await agenda_card(desk, None, meeting))


def test_d22_what_the_charter_leaves_open_the_group_settles_and_the_log_keeps_who_and_when(
    klyngebot: Klyngebot, tmp_path: Path
) -> None:
    file = tmp_path / "gruppe.yaml"
    text = file_of("klyngestyregruppe-nord").read_text("utf-8")
    file.write_text(text, "utf-8")
    assert klyngebot("forum", "apply", str(file)).code == 0
    chosen = "\n  minutes_remarks_days: {value: 5, chosen_by: Klyngestyregruppe Nord, on: 2027-01-10}"
    file.write_text(text.replace("\nchoices:", f"\nchoices:{chosen}", 1), "utf-8")
    told = klyngebot("forum", "apply", str(file))
    assert any(
        "minutes_remarks_days: 5 (valgt af Klyngestyregruppe Nord den 10. januar 2027)" in each for each in told.lines
    )
    logged = klyngebot("audit", "show", "klyngestyregruppe-nord").out
    assert '"minutes_remarks_days"' in logged
    assert "2027-01-10" in logged
