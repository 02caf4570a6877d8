"""Publication with a link as proof: the seeds' rules that speak of it, each on its own charter, seen from outside."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from tests.harness.minute_steps import said
from tests.harness.seeds import OpenSeed, choosing
from tests.harness.steps import VISITS, in_chat

POLITICAL, STEERING = "politisk-klynge-nord", "klyngestyregruppe-nord"
CLERK = "sekretariat-kommuner"
LINK = "https://www.sundhedsaftalen.dk/moeder/2027-1"
TITLE = "Offentliggørelse"


async def agenda_left(stage: Stage, person: str) -> None:
    """March's agenda with one item has left."""
    form = await stage.says(person, "foreslå", PERSONAL)
    await stage.clicks(person, form, "Send forslag", VISITS)
    await stage.says(CLERK, "optag 1")
    await stage.says(CLERK, "send dagsorden ud")


async def minutes_left(stage: Stage) -> None:
    """The minutes of the meeting that was held have left."""
    await stage.says(CLERK, "beslutning 2: Godkendt. Modellen afprøves i ni måneder.")
    await stage.says(CLERK, "send referat")


def lines(stage: Stage, *parts: str) -> list[str]:
    """Every message anywhere that says all this."""
    told = [words(each) for each in stage.teams.board.messages() if each.author is None]
    return [each for each in told if all(part in each for part in parts)]


async def logged(stage: Stage) -> list[tuple[str, str | None]]:
    """What the log has of publication, and who did it."""
    async with stage.service.database.reading() as conn:
        every = [each async for each in audit.entries(conn, stage.file.forum.id)]
    return [(each.what, each.actor) for each in every if each.what.startswith("publication.")]


async def test_c23_minutes_are_made_available_where_the_charter_says_with_a_link_as_proof(open_seed: OpenSeed) -> None:
    forum = choosing(POLITICAL, agenda_approval="none", minutes_approval=None, publication_days_after=14)
    async with open_seed(forum) as nord:
        await nord.says(CLERK, "hjælp", PERSONAL)
        await agenda_left(nord, "koordinator-hjoerring")
        assert lines(nord, TITLE, "skal gøres tilgængelig") == []  # of agendas the charter does not speak
        overview = await nord.says(CLERK, "offentliggørelse", PERSONAL)
        assert "Om dagsordener offentliggøres: Ikke fastsat i kommissoriet." in words(overview)
        await nord.at("2027-03-16T20:00")
        await minutes_left(nord)
        asked = await nord.hears(
            CLERK, "Referatet fra mødet den 16. marts 2027 skal gøres tilgængeligt på Sundhedsaftalens hjemmeside"
        )
        form = await nord.clicks(CLERK, asked, "Indsæt link")
        assert "Link til offentliggørelsen" in said(form)
        refused = said(
            await nord.clicks(CLERK, asked, "Indsæt link", {"Link til offentliggørelsen": "javascript:alert(1)"})
        )
        assert "Linket skal begynde med https://" in refused
        assert "javascript:alert(1)" in refused
        await nord.at("2027-03-31T08:00")
        late = await nord.hears(CLERK, "er endnu ikke registreret som offentliggjort")
        await nord.at("2027-04-01T08:00")
        told = [words(each) for each in in_chat(nord, CLERK)]
        assert sum("er endnu ikke registreret som offentliggjort" in each for each in told) == 1
        assert '"error"' in said(await nord.clicks("formand-laesoe", late, "Indsæt link"))
        proved = said(await nord.clicks(CLERK, late, "Indsæt link"))
        assert "Hvor ligger referatet fra mødet den 16. marts 2027?" in proved
        await nord.clicks(CLERK, late, "Indsæt link", {"Link til offentliggørelsen": LINK})
        proof = f"Offentliggjort den 1. april 2027 af Sekretariat, kommunal side: {LINK}"
        assert proof in words(await nord.hears(CLERK, TITLE, "Det er i orden", "Indsæt link"))
        await nord.sees("Mødet den 16. marts 2027", proof)
        assert ("publication.linked", CLERK) in await logged(nord)
        await nord.says(CLERK, "tilføj til referat: Der var ti til stede.")
        await nord.hears(CLERK, "Referatet er rettet efter offentliggørelsen. Opdatér Sundhedsaftalens hjemmeside.")


async def test_d21_agendas_and_minutes_are_made_available_where_the_charter_says(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(STEERING, agenda_approval="none")) as group:
        await group.says(CLERK, "hjælp", PERSONAL)
        await agenda_left(group, "direktoer-hjoerring")
        place = "Sundhedsaftalens hjemmeside"
        agenda = await group.hears(CLERK, "Dagsordenen til mødet den", f"skal gøres tilgængelig på {place}")
        assert "Frist for offentliggørelsen: Ikke fastsat i kommissoriet." in words(agenda)
        await group.at("2027-03-09T18:00")
        await minutes_left(group)
        await group.hears(CLERK, "Referatet fra mødet den", f"skal gøres tilgængeligt på {place}")
        for paper in ("dagsordenen", "referatet"):
            await group.says(CLERK, f"link til {paper}: {LINK}/{paper}", PERSONAL)
        shown = words(await group.says("direktoer-hjoerring", "offentliggørelse"))
        assert f"{LINK}/dagsordenen" in shown
        assert f"{LINK}/referatet" in shown
        assert [what for what, _ in await logged(group)] == ["publication.linked"] * 2
