"""A forum file may be applied as often as one likes: what it drops is ended, and what chat settled stays."""

import asyncio
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.clock import COPENHAGEN
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.forum import Forum
from bot.domain.meetings.actions import MoveMeeting
from bot.usecases.desk import open_desk, open_writing_desk
from bot.usecases.topics import command
from storage import forum as forums
from storage.database import Database
from tests.cli.conftest import Klyngebot, change, drop

NORD = "politisk-klynge-nord"
TODAY = datetime(2027, 1, 11, 9, tzinfo=COPENHAGEN)
CHOSEN, WRITTEN = "19:valgt@thread.tacv2", "19:skrevet@thread.tacv2"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The database that the command line uses when nothing else is said."""
    return f"sqlite:///{tmp_path}/data/klyngebot.db"


def stored(url: str) -> Forum:
    async def read() -> Forum:
        database = Database(url)
        async with database.reading() as conn:
            forum = (await open_desk(conn, NORD, TODAY, Place.CHANNEL)).forum
        await database.close()
        return forum

    return asyncio.run(read())


def tie(url: str, channel: str) -> None:
    where = Conversation(
        place=Place.CHANNEL,
        service_url="http://127.0.0.1:9",
        tenant="11111111-1111-1111-1111-111111111111",
        id=channel,
        bot="28:klyngebot",
    )

    async def write() -> None:
        database = Database(url)
        async with database.writing(NORD) as conn:
            await forums.tie(conn, NORD, where)
        await database.close()

    asyncio.run(write())


def move(url: str) -> None:
    """The secretariat moves March's meeting in Teams."""

    async def write() -> None:
        database = Database(url)
        async with database.writing(NORD) as conn:
            desk = await open_writing_desk(conn, NORD, TODAY, Place.PERSONAL)
            await command(desk, "sekretariat-kommuner", MoveMeeting(meeting="2027-1", day="6. april 2027"))
        await database.close()

    asyncio.run(write())


def expected(url: str, channels: tuple[str, ...]) -> Mapping[str, str | None]:
    async def read() -> Mapping[str, str | None]:
        database = Database(url)
        async with database.reading() as conn:
            found = {channel: await forums.of_channel(conn, channel) for channel in channels}
        await database.close()
        return found

    return asyncio.run(read())


def test_applied_the_first_time_it_tells_what_departs_from_the_charter(klyngebot: Klyngebot, forum_file: Path) -> None:
    assert klyngebot("forum", "list").lines == ["Der er ingen fora endnu. Opret et med klyngebot forum apply FIL."]
    applied = klyngebot("forum", "apply", str(forum_file))
    assert applied.lines[0] == "Politisk Klynge Nord er oprettet."
    assert applied.lines[-1].startswith("Bemærk: Læsø Kommune: 1 politiker; kommissoriet siger 2-4")
    assert klyngebot("forum", "list").lines[0].startswith("politisk-klynge-nord: Politisk Klynge Nord")


def test_the_same_file_again_changes_nothing(klyngebot: Klyngebot, forum_file: Path) -> None:
    klyngebot("forum", "apply", str(forum_file))
    before = [klyngebot(*command).lines for command in (("outbox",), ("audit", "verify"), ("forum", "list"))]
    again = klyngebot("forum", "apply", str(forum_file))
    assert again.lines[0] == "Politisk Klynge Nord er uændret."
    assert before == [klyngebot(*command).lines for command in (("outbox",), ("audit", "verify"), ("forum", "list"))]
    change(forum_file, "place: Hjørring Rådhus", "place: Vendsyssel Kunstmuseum")
    assert klyngebot("forum", "apply", str(forum_file)).lines[0] == "Politisk Klynge Nord er opdateret."


def test_who_and_what_is_dropped_is_ended_and_not_deleted(klyngebot: Klyngebot, forum_file: Path, url: str) -> None:
    klyngebot("forum", "apply", str(forum_file))
    drop(forum_file, "id: koordinator-region,", "person: koordinator-region,", "id: 2027-2,")
    assert klyngebot("forum", "apply", str(forum_file)).code == 0
    forum = stored(url)
    assert forum.person("koordinator-region").name == "Klyngekoordinator (Region Nordjylland)"
    assert not forum.roles_of("koordinator-region", TODAY.date())
    assert forum.roles_of("koordinator-region", date(2027, 1, 10))
    assert [meeting.id for meeting in forum.meetings] == ["2027-1"]
    waiting = [line for line in klyngebot("outbox").lines if "venter" in line]
    assert waiting
    assert not [line for line in waiting if "2027-2" in line]


def test_a_channel_chosen_in_teams_stays_unless_forced(klyngebot: Klyngebot, forum_file: Path, url: str) -> None:
    klyngebot("forum", "apply", str(forum_file))
    tie(url, CHOSEN)
    change(forum_file, "channel: null", f'channel: "{WRITTEN}"')
    kept = klyngebot("forum", "apply", str(forum_file))
    assert kept.code == 0
    assert [line for line in kept.lines if line.startswith("Ikke ændret:") and CHOSEN in line and "--force" in line]
    assert expected(url, (CHOSEN, WRITTEN)) == {CHOSEN: NORD, WRITTEN: None}

    forced = klyngebot("forum", "apply", str(forum_file), "--force")
    assert not [line for line in forced.lines if line.startswith("Ikke ændret:")]
    assert expected(url, (CHOSEN, WRITTEN)) == {CHOSEN: None, WRITTEN: NORD}
    assert klyngebot("forum", "apply", str(forum_file)).lines[0] == "Politisk Klynge Nord er uændret."


def test_a_meeting_moved_in_teams_stays_also_when_forced_and_is_listed(
    klyngebot: Klyngebot, forum_file: Path, url: str
) -> None:
    klyngebot("forum", "apply", str(forum_file))
    move(url)
    for force in ((), ("--force",)):
        kept = klyngebot("forum", "apply", str(forum_file), *force)
        assert kept.lines[0] == "Politisk Klynge Nord er uændret."
        (line,) = [each for each in kept.lines if each.startswith("Ikke ændret:")]
        assert line.startswith(
            "Ikke ændret: mødet 2027-1 er i Teams lagt til tirsdag den 6. april 2027 kl. 16.30–19.00"
        )
        assert "--force" not in line
    change(forum_file, "2027-03-16", "2027-04-06")
    assert not [each for each in klyngebot("forum", "apply", str(forum_file)).lines if "Ikke ændret" in each]


def test_a_channel_that_is_another_forums_is_refused_and_nothing_is_applied(
    klyngebot: Klyngebot, forum_file: Path
) -> None:
    change(forum_file, "channel: null", f'channel: "{WRITTEN}"')
    klyngebot("forum", "apply", str(forum_file))
    change(forum_file, "forum: politisk-klynge-nord", "forum: politisk-klynge-syd")
    said = klyngebot("forum", "apply", str(forum_file)).complaint
    assert said == "Kanalen er allerede knyttet til Politisk Klynge Nord."
    assert len(klyngebot("forum", "list").lines) == 1
