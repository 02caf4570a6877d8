"""The demo: where a visitor finds it when the story has been told, and how it is told again."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
import pytest

from bot.cli import main
from bot.clock import elapsed_now
from bot.local.demo import second
from bot.local.demo import story as first_act
from bot.local.demo.forums import USUAL, known, shipped
from bot.local.demo.run import run
from bot.local.demo.stage import stage
from bot.main import serving
from tests.harness.channel import Said, said
from tests.harness.teams import Teams

_PATIENCE = timedelta(seconds=40)


class Told:
    """What the demo told, and how often it came to its end."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._changed = asyncio.Event()

    def __call__(self, line: str) -> None:
        self.lines.append(line)
        self._changed.set()

    async def end(self, times: int) -> str:
        """Where the page is once the story has been told so many times."""
        async with asyncio.timeout(30):
            while len(ends := [line for line in self.lines if "Historien er slut" in line]) < times:
                self._changed.clear()
                await self._changed.wait()
        found = re.search(r"http://localhost:(\d+)/", ends[-1])
        assert found
        return f"http://127.0.0.1:{found[1]}"


@asynccontextmanager
async def demo() -> AsyncIterator[Told]:
    """The demo on a free port, stopped in the end."""
    told, stopped = Told(), asyncio.Event()
    playing = asyncio.create_task(run(serving, 0, told, then_stay=stopped))
    try:
        yield told
    finally:
        stopped.set()
        await playing


async def test_the_story_tells_of_a_second_version_of_one_too_late_and_of_ticks_that_are_kept() -> None:
    lines: list[str] = []
    started = elapsed_now()
    await run(serving, 0, lines.append, then_stay=None)
    assert elapsed_now() - started < _PATIENCE
    story = re.sub(r"[\s│]+", " ", "\n".join(lines))  # a card's lines are broken anywhere
    assert "None" not in story
    told = [
        *(
            "blev sendt retur af Formand (Hjørring)",
            "[-31. januar-]",
            "{+30. april+}",
            "De øvrige 4 punkter",
        ),
        *("Modtaget efter fristen", "ikke med i version 2", "ikke med i den godkendte version", "Kom ikke med på den"),
        *("vælger »Punkt 3«", "Beslutningen på punkt 3 er gemt", "[x] Formand (Hjørring)", "[ ] Udvalgsformand (Læsø)"),
        *("BEMÆRKNING TIL REFERATET", "TILFØJELSE TIL REFERATET", "Historien er slut."),
    ]
    places = [story.find(each) for each in told]
    assert places == sorted(places)
    assert -1 not in places
    for heard in ("Sekretariat, kommunal side", "Klyngekoordinator (Hjørring)"):
        assert f"I en personlig chat med {heard}" in story


async def test_the_second_act_tells_of_everything_that_can_go_amiss_with_a_meeting() -> None:
    lines: list[str] = []
    started = elapsed_now()
    await run(serving, 0, lines.append, act="two", then_stay=None)
    assert elapsed_now() - started < _PATIENCE
    story = re.sub(r"[\s│]+", " ", "\n".join(lines))
    assert "None" not in story
    told = [
        *("Dit afbud til mødet den 5. oktober 2027 er noteret", "Du skal nu godkende", "1 af 2 har svaret"),
        *("Du mangler at svare", "Fristen for godkendelse er udløbet", "Rykkeren er sendt"),
        *(
            "Dagsordenen er sendt uden svar fra Formand (Region Nordjylland)",
            "Alle, der har fået dagsordenen, får besked",
        ),
        *("ER FLYTTET TIL DEN 12. OKTOBER 2027", "Tillægsdagsordenen er sendt til Formand", "Der er tilføjet 1 punkt"),
        *("Kun mødelederen", "»Patienter på Læsø, når færgen er aflyst« udgår.", "Mødet er i gang fra kl. 16.32"),
        *("Inhabil: Udvalgsformand (Brønderslev)", "Punkt 5 af 6: Eventuelt", "Holdt kl. 16.32–17.58"),
        *("føres til referatet. Sekretariatet har fået besked", "Udvalgsformand (Læsø) (fra kl. 16.45)"),
        *("BESLUTNING OM DIT FORSLAG", "Læsø Kommune tog forbehold.", "Afvigende mening, Udvalgsformand (Læsø)"),
        *("{+ og derefter evalueres+}", "TILFØJELSE TIL REFERATET", "Indarbejdet som tilføjelse.", "Ikke indarbejdet."),
        *("Til punkt 6: Sengepladserne lukkede", "BESLUTNINGER OM »WEEKENDVAGT«", "1 tilføjelse til punktet"),
        *("Mødet den 14. marts 2028 er oprettet.", "FRISTER FOR MØDET DEN 14. MARTS 2028", "Historien er slut."),
    ]
    at = 0
    for each in told:
        assert (at := story.find(each, at)) != -1, each
    assert story.count("ER FLYTTET TIL DEN 12. OKTOBER 2027") == 1
    assert "Forslag modtaget · Klyngekoordinator (Region" not in story, "the first act is not told again"


async def test_both_acts_bring_so_much_into_the_channel() -> None:
    async with stage(serving, 0, first_act.START, lambda _: None, teams_of=Teams) as here:
        await first_act.play(here)
        first = [*said(here)]
        await second.play(here)
        both = [*said(here)]
    assert _counted(first) == (1, 17, 15)
    assert _counted(both[len(first) :]) == (
        2,
        18,
        12,
    )  # the second root post is the meeting that is left to the visitor


def _counted(every: Sequence[Said]) -> tuple[int, int, int]:
    """Root posts, replies, and people who were called."""
    posted = sum(each.is_root for each in every)
    return posted, len(every) - posted, sum(len(each.called) for each in every)


@pytest.mark.parametrize("forum", [each for each in known() if each != USUAL])
async def test_every_other_forum_that_ships_has_a_story_from_its_first_proposal_to_its_minutes(forum: str) -> None:
    lines: list[str] = []
    await run(serving, 0, lines.append, forum=forum, then_stay=None)
    story = re.sub(r"[\s│]+", " ", "\n".join(lines))
    assert "None" not in story
    told = [
        *("KLYNGEBOT ER KLAR", "NYT FORSLAG TIL DAGSORDENEN", "DAGSORDEN TIL MØDET DEN", "PÅMINDELSE OM MØDE"),
        *("SÅDAN BLIVER REFERATET", "Referat: Sendt den", "Historien er slut."),
    ]
    places = [story.upper().find(each.upper()) for each in told]
    assert -1 not in places, told[places.index(-1)]
    assert places == sorted(places)
    nobody_set_a_day = "Udsendelse af dagsordenen (kl. 8.00) Ikke fastsat i kommissoriet" in story
    assert nobody_set_a_day is (shipped(forum).forum.charter.agenda.dispatch_days_before.value is None)


def test_a_forum_that_does_not_ship_is_answered_with_those_that_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--once", "--forum", "klyngestyregruppe-øst"])
    assert ended.value.code == 1
    [line] = capsys.readouterr().err.splitlines()
    assert "»klyngestyregruppe-øst«" in line
    assert all(each in line for each in known())


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(["--act", "three"], "»three«"), (["--act", "two", "--forum", "kommuneklynge-nord"], USUAL)],
)
def test_an_act_that_there_is_not_is_a_clear_line(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--once", *arguments])
    assert ended.value.code == 1
    [line] = capsys.readouterr().err.splitlines()
    assert named in line
    assert "akt" in line


async def test_a_visitor_finds_what_there_is_to_do_and_may_have_the_story_told_again() -> None:
    async with demo() as told, aiohttp.ClientSession() as session:
        url = await told.end(1)
        opened = await (await session.get(url)).text()
        last = opened.rpartition("<article")[2]
        assert "Frister for mødet den 5. oktober 2027" in last
        assert "Foreslå et punkt" in last
        written = {"som": "", "rum": "", "tekst": "Noget, der ikke står i historien"}
        await session.post(f"{url}/lokal/skriv", data=written)
        assert written["tekst"] in await (await session.get(url)).text()
        answer = await session.post(f"{url}/lokal/forfra")
        assert "begynder forfra" in await answer.text()
        assert await told.end(2) == url
        anew = await (await session.get(url)).text()
        assert "Frister for mødet den 5. oktober 2027" in anew
        assert written["tekst"] not in anew
