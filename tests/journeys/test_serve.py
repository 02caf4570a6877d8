"""The whole job with real processes: `klyngebot serve` is stopped, killed and started again, and nothing is lost."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import TraceConfig

from bot.charters.forum_file import read_forum_file
from bot.local.board import words
from bot.local.demo.stage import CHANNEL
from bot.local.visitor import BotFailed
from bot.usecases.applying import apply_file
from storage import audit
from storage.database import Database
from tests.harness.databases import copied
from tests.harness.klynge_nord import FILE
from tests.harness.served import Served, open_served
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, VISITS

APPLY = ("forum", "apply", str(FILE))
TITLE = str(VISITS["Overskrift"])


@pytest.fixture
async def desk(tmp_path: Path, database_url: str) -> AsyncIterator[Served]:
    """Klynge Nord in January, with its forum applied and its channel tied."""
    async with open_served(tmp_path, KLYNGEBOT_DATABASE_URL=database_url) as here:
        await _apply(here)
        await here.start("2027-01-11T09:00")
        await here.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
        yield here


async def _apply(here: Served) -> None:
    database = Database(here.settings["KLYNGEBOT_DATABASE_URL"])
    await apply_file(database, here.clock.now(), read_forum_file(FILE))
    await database.close()


async def logged(here: Served, what: str) -> int:
    """How many entries of that kind the log has."""
    database = Database(here.settings["KLYNGEBOT_DATABASE_URL"])
    async with database.reading() as conn:
        found = [entry async for entry in audit.entries(conn) if entry.what == what]
    await database.close()
    return len(found)


def watch_requests(here: Served) -> asyncio.Event:
    """Set when a request of the visitor's has gone out whole."""
    sent = asyncio.Event()

    async def note(*_: object) -> None:
        sent.set()

    assert here.teams.visitor.session is not None
    trace = TraceConfig()
    trace.on_request_chunk_sent.append(note)
    trace.freeze()
    here.teams.visitor.session.trace_configs.append(trace)
    return sent


async def until_quiet(here: Served) -> None:
    """Whatever is due now has been sent, by `run-due` if the service did not come to it."""
    assert (await here.command("run-due"))[0].startswith("0 dagsordener udsendt")


async def test_a_meeting_from_proposal_to_minutes_with_a_restart_before_each_day(desk: Served) -> None:
    form = await desk.says(COORDINATOR, "foreslå")
    await desk.clicks(COORDINATOR, form, "Send forslag", VISITS)
    await desk.sees("Nyt forslag til dagsordenen", TITLE)
    await desk.says(SECRETARIAT, "optag 1")

    await desk.restart("2027-03-02T09:00")
    await desk.says(SECRETARIAT, "send dagsorden til godkendelse")
    request = await desk.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
    assert (await desk.command(*APPLY))[0] == "Politisk Klynge Nord er uændret."
    owed = [line for line in await desk.command("outbox") if "Påmindelse om manglende svar" in line]
    for chair in CHAIRS:  # at most every third working day
        days = [line.partition(" 2027 ")[0] for line in owed if line.endswith(f"til {chair}: venter")]
        assert days == ["torsdag den 4. marts", "tirsdag den 9. marts", "fredag den 12. marts"]
    assert len(owed) == 3 * len(CHAIRS)
    for chair in CHAIRS:
        await desk.clicks(chair, request, "Godkend")
    await desk.sees("Godkendelse af dagsorden", "2 af 2 har svaret")
    assert any("Dagsorden (2027-1)" in line for line in await desk.command("due", "--at", "2027-03-09T08:00"))

    await desk.restart("2027-03-09T08:00")
    await desk.sees("Dagsorden til mødet", TITLE)
    await desk.restart("2027-03-09T08:30")
    await until_quiet(desk)
    assert len(desk.posted("Dagsorden til mødet", TITLE)) == 1

    await desk.restart("2027-03-17T08:00")
    await desk.sees("Referatet skal udsendes")
    await desk.says(SECRETARIAT, "fravær: ingen")
    await desk.says(SECRETARIAT, "beslutning 2: Klyngen tiltrådte indstillingen.")
    await desk.says(SECRETARIAT, "send referat")
    await desk.sees("Referat fra mødet", "Klyngen tiltrådte indstillingen.")
    await until_quiet(desk)
    assert len(desk.posted("Referatet skal udsendes")) == 1  # in one secretary's chat: no reply calls the other
    assert (await desk.command("audit", "verify"))[0].startswith("Loggen er hel")
    assert (await desk.stop())[0] == 0


@pytest.mark.both_databases
async def test_it_is_soon_ready_and_soon_gone(desk: Served) -> None:
    code, seconds = await desk.stop()
    assert (code, seconds < 8) == (0, True), seconds
    assert await desk.start("2027-01-11T09:00") < 20
    code, seconds = await desk.stop(signal.SIGINT)
    assert (code, seconds < 8) == (0, True), seconds


@pytest.mark.both_databases
@pytest.mark.parametrize("is_heard", [True, False], ids=["the card stood already", "the request was just sent"])
async def test_a_click_is_heard_once_though_the_process_is_killed_under_it(desk: Served, is_heard: bool) -> None:
    """Killed before its answer the click may be lost, and is clicked again; once the card stands it is not."""
    form = await desk.says(COORDINATOR, "foreslå")
    is_sent = watch_requests(desk)
    click = asyncio.create_task(desk.clicks(COORDINATOR, form, "Send forslag", VISITS, activity="1800000000000"))
    if is_heard:
        await desk.sees("Nyt forslag til dagsordenen", TITLE)
    else:
        await is_sent.wait()
    await desk.stop(signal.SIGKILL)
    try:
        acknowledged = (await click).status == 200
    except BotFailed:
        acknowledged = False
    await desk.start("2027-01-11T09:00")
    if is_heard or acknowledged:
        assert await logged(desk, "proposal.received") == 1
    again = await desk.clicks(COORDINATOR, form, "Send forslag", VISITS, activity="1800000000000")
    assert again.card is not None
    assert await logged(desk, "proposal.received") == 1
    assert (await desk.command("audit", "verify"))[0].startswith("Loggen er hel")


async def test_two_processes_on_one_server_send_everything_once(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    url = copied(request.getfixturevalue("server"))
    async with open_served(tmp_path, KLYNGEBOT_DATABASE_URL=url) as here:
        await _apply(here)
        await here.start("2027-03-12T09:00")
        await here.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
        await here.stop()
        await here.start("2027-03-15T08:00")
        await here.start("2027-03-15T08:00")
        await here.sees("Påmindelse om møde")
        form = await here.says(COORDINATOR, "foreslå")
        await asyncio.gather(*(here.clicks(COORDINATOR, form, "Send forslag", VISITS) for _ in range(4)))
        await here.sees("Nyt forslag til dagsordenen", TITLE)
        await until_quiet(here)
        assert len(here.posted("Påmindelse om møde")) == 1
        assert len(here.posted("Mødet den 16. marts 2027", TITLE)) == 1
        assert await logged(here, "proposal.received") == 1
        assert (await here.command("audit", "verify"))[0].startswith("Loggen er hel")


async def test_a_channel_that_the_file_names_is_tied_by_the_first_that_is_heard_from_it(tmp_path: Path) -> None:
    file = tmp_path / "nord.yaml"
    file.write_text(FILE.read_text("utf-8").replace("channel: null", f'channel: "{CHANNEL.id}"'), "utf-8")
    async with open_served(tmp_path) as here:
        await here.command("forum", "apply", str(file))
        await here.start("2027-03-15T08:00")
        assert (await here.command("forum", "list"))[0].endswith("ingen kanal")
        await here.teams.visitor.adds_bot(here.account(COORDINATOR))
        await here.sees("Påmindelse om møde")
        assert (await here.command("forum", "list"))[0].endswith("kanal tilknyttet")
        assert "møder" in words(await here.says(COORDINATOR, "hjælp")).lower()
