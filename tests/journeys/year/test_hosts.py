"""A meeting has one host, however it was settled: a swap, »ny vært« and a confirmation change the same meeting."""

from bot.domain.year.notices import YearNotice
from bot.local.board import Message, words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from tests.cards.checks import elements
from tests.harness.minute_steps import said
from tests.harness.seeds import OpenSeed
from tests.harness.steps import told
from tests.harness.years import applied, on_days, waiting

NORD, CLERK = "politisk-klynge-nord", "sekretariat-kommuner"
FILE = on_days(
    shipped(NORD), "2027-03-16", "2027-10-05", "2027-11-23", hosts=("hjoerring", "frederikshavn", "broenderslev")
)
MOVED = "flyt mødet den 5. oktober til 12/10"


async def plain(nord: Stage, person: str, typed: str) -> str:
    return words(await nord.says(person, typed, PERSONAL)).replace("\\", "")


def offered(form: Message) -> list[str]:
    """What the form offers as the host."""
    (field,) = (each for each in elements(form.card) if each.get("id") == "host")
    return [each["title"] for each in field["choices"]]


async def moves(nord: Stage, sentence: str) -> str:
    """The secretariat's form of that sentence, sent as it stands: what it is told."""
    form = await nord.says(CLERK, sentence, PERSONAL)
    return said(await nord.clicks(CLERK, form, "Flyt mødet"))


async def asked(nord: Stage) -> dict[str, str]:
    """By meeting: which host is to be asked."""
    return {str(each.meeting): str(each.subject["host"]) for each in await waiting(nord, YearNotice.HOST)}


async def decided(nord: Stage) -> dict[str, str | None]:
    """By meeting that was decided in Teams: its host."""
    forum = (await applied(nord, nord.file, force=False)).forum
    return {each.id: each.host for each in forum.meetings if each.is_decided}


async def test_a_swap_moves_the_meetings_as_a_new_host_does_and_is_told_once(open_seed: OpenSeed) -> None:
    async with open_seed(FILE) as nord:
        await nord.says("formand-laesoe", "byt værtskab: Brønderslev og Læsø")
        assert await decided(nord) == {"m-2027-11-23": "laesoe"}
        await nord.sees("Mødet den 23. november 2027 har fået en anden vært.", "Læsø Kommune")
        async with nord.service.database.reading() as conn:
            log = [each async for each in audit.entries(conn, NORD) if each.what == "meeting.moved"]
        assert [(each.actor, each.facts["after"]["host"]) for each in log] == [("formand-laesoe", "laesoe")]
        again = await applied(nord, FILE, force=True)
        assert again.conflicts == ()
        assert len(again.kept) == 1
        agreed = on_days(FILE, "2027-03-16", "2027-10-05", "2027-11-23", hosts=("hjoerring", "frederikshavn", "laesoe"))
        assert (await applied(nord, agreed, force=False)).kept == ()
        assert (await applied(nord, FILE, force=False)).kept == ()  # which is asked again
        assert "23. november 2027 · Planlagt · Rådhuset · Vært: Brønderslev" in await plain(nord, CLERK, "årshjul")


async def test_a_new_host_after_a_swap_is_the_host_and_whoever_was_is_asked_no_more(open_seed: OpenSeed) -> None:
    async with open_seed(FILE) as nord:
        await nord.says(CLERK, "byt værtskab: Frederikshavn og Læsø")
        assert (await asked(nord))["m-2027-10-05"] == "laesoe"
        await plain(nord, CLERK, "bekræft værtskab 5. oktober")
        assert "Vært: Læsø Kommune (bekræftet)" in await plain(nord, CLERK, "årshjul")
        await moves(nord, "ny vært for mødet den 5. oktober: Region Nordjylland")
        shown = await plain(nord, CLERK, "årshjul")
        assert "5. oktober 2027 · Planlagt · Rådhuset · Vært: Region Nordjylland" in shown
        assert "(bekræftet)" not in shown
        assert (await asked(nord))["m-2027-10-05"] == "region-nordjylland"


async def test_moving_one_meeting_settles_nothing_of_another(open_seed: OpenSeed) -> None:
    async with open_seed(FILE) as nord:
        await moves(nord, MOVED)
        assert await decided(nord) == {"m-2027-10-05": "frederikshavn"}


async def test_confirming_a_host_that_was_only_proposed_makes_it_the_meetings_own(open_seed: OpenSeed) -> None:
    file = on_days(shipped(NORD), "2027-03-16", "2027-10-05", hosts=("hjoerring",))
    async with open_seed(file) as nord:
        await nord.says(CLERK, "hjælp", PERSONAL)
        await plain(nord, "formand-frederikshavn", "bekræft værtskab 5. oktober")
        await told(nord, CLERK, "Værtskabet er bekræftet")
        assert await decided(nord) == {"m-2027-10-05": "frederikshavn"}
        await plain(nord, CLERK, "bekræft værtskab 16. marts")
        assert await decided(nord) == {"m-2027-10-05": "frederikshavn"}  # what was the host's stays the file's


async def test_a_new_meeting_proposes_whoever_is_next_in_turn_and_whoever_saves_it_decides(open_seed: OpenSeed) -> None:
    file = on_days(shipped(NORD), "2027-03-16", "2027-10-05", hosts=("hjoerring", "frederikshavn"))
    async with open_seed(file) as nord:
        form = await nord.says(CLERK, "nyt møde", PERSONAL)
        assert offered(form)[1] == "Brønderslev Kommune (foreslået)"
        fields = {"Dato": "23/11 2027", "Sted": "Brønderslev Rådhus"}
        made = said(await nord.clicks(CLERK, form, "Opret mødet", fields))
        assert "Brønderslev Kommune" in made
        shown = await plain(nord, CLERK, "årshjul")
        assert "23. november 2027 · Planlagt · Brønderslev Rådhus · Vært: Brønderslev Kommune" in shown
        form = await nord.says(CLERK, "nyt møde 25/5 2027 kl. 13-15, Sæby", PERSONAL)
        assert offered(form)[1] == "Læsø Kommune (foreslået)"
        named = await nord.says(CLERK, "nyt møde 25/5 2027 kl. 13-15, Sæby, vært Hjørring", PERSONAL)
        answer = said(await nord.clicks(CLERK, named, "Opret mødet"))
        assert "Hjørring Kommune" in answer
