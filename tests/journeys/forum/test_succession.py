"""One forum goes on where another ends: all that is open moves, both hear it once, and the old one only shows."""

import asyncio

import pytest

from bot.domain.forum.actions import HandOver, OpenHandOver
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.operations import hand_over_forum
from bot.usecases.endings import tell_of_endings
from bot.usecases.succession import hand_over
from cards.kit.buttons import pack
from storage import audit
from storage.proving import first_fault
from tests.harness.desks import desk_of
from tests.harness.forging import STRANGER, is_refused, press, quiet, said, stored
from tests.harness.passing_time import reapplied, stays_silent
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, in_channel, in_chat, told
from tests.harness.succeeding import ADMIN, ADMIN_ID, CLOSED, ENDED, HEIR, MORNING, fill, open_both

ASKED = f"giv videre {ENDED} til {HEIR}"
VALID = "valid: {from: 2026-01-01, until: null, succeeded_by: null}"
TITLE = "Videreført i Klyngestyregruppe Nord"
ARCHIVED = (
    "Politisk Klynge Nord er ophørt den 2. marts 2027 og videreført i Klyngestyregruppe Nord."
    " Du kan læse, men ikke ændre."
)
REGIONAL = "sekretariat-region"


async def printed(nord: Stage, database_url: str, *, dry_run: bool = False, of: tuple[str, str] = (ENDED, HEIR)) -> str:
    """What `klyngebot forum hand-over` prints on the stage's database and by its clock."""
    settings = desk_of(database_url, KLYNGEBOT_NOW=nord.clock.now().isoformat())
    lines = hand_over_forum(settings, *of, reason="Sundhedsreformen", dry_run=dry_run)
    return "\n".join([each async for each in lines])


async def is_whole(nord: Stage) -> bool:
    """Whether the log and what stands agree."""
    async with nord.service.database.snapshot() as conn:
        return await first_fault(conn) is None


@pytest.mark.both_databases
async def test_all_that_is_open_goes_on_there_and_the_old_forum_only_shows(database_url: str) -> None:
    async with open_both(database_url) as (nord, group):
        await nord.says(SECRETARIAT, "hjælp", PERSONAL)
        await fill(nord)
        shown = await nord.says(ADMIN, ASKED, PERSONAL)
        assert "Intet er gemt endnu." in words(shown)
        assert "Videreført (7)" in words(shown)
        before = await stored(nord)
        await printed(nord, database_url, dry_run=True)
        assert await stored(nord) == before
        done = await nord.clicks(ADMIN, shown, "Giv videre", {"Begrundelse": "Sundhedsreformen"})
        assert TITLE in said(done.card)
        assert ARCHIVED in words(await nord.says(SECRETARIAT, "optag 2"))
        assert ARCHIVED in words(await nord.says(COORDINATOR, "mine forslag"))
        open_now = words(await group.says(SECRETARIAT, "forslag"))
        for title in ("Fælles model for opfølgende", "Lægedækning på øen", "Fælles vagtplan", "beredskab"):
            assert title in open_now
        assert "fra Politisk Klynge Nord nr. 3/2027 (Udvalgsformand (Læsø))" in words(
            await group.says(SECRETARIAT, "forslag 3")
        )
        owed = words(await group.says(SECRETARIAT, "opgaver"))
        assert "Skriv til byrådet · Opgave 1/2027 · fra Politisk Klynge Nord nr. 1/2027" in owed
        assert "Ansvarlig: Læsø Kommune" in owed
        assert "Ingen har opgaver lige nu." in words(await nord.says(SECRETARIAT, "opgaver"))
        assert "Videreført fra Politisk Klynge Nord den 2. marts 2027" in words(
            await group.says(SECRETARIAT, "om forummet")
        )
        assert "Videreført i Klyngestyregruppe Nord" in words(await nord.says(COORDINATOR, "om forummet"))
        assert await is_whole(nord)


async def test_both_secretariats_get_the_list_once_and_those_who_were_asked_hear_that_they_are_not(
    database_url: str,
) -> None:
    async with open_both(database_url) as (nord, group):
        for person in (SECRETARIAT, "formand-kommunal", COORDINATOR):
            await nord.says(person, "hjælp", PERSONAL)
        await fill(nord)
        await hand_over(nord.service.database, nord.clock.now(), ENDED, HEIR, operator="drift")
        heard = words(await told(nord, SECRETARIAT, TITLE))
        assert f"Forslag nr. 2/2027 »{CLOSED}«: nu nr. 2/2027" in heard
        assert "Punkt »Gensidig orientering om beredskab«: nu nr. 5/2027" in heard
        assert "Mødet den 16. marts 2027" in heard
        assert "Godkendelsen af dagsordenen til mødet den 16. marts 2027" in heard
        in_public = words(await group.sees(TITLE, "Sekretariat, regional side"))
        assert "»Lukket punkt«: nu nr. 2/2027" in in_public
        assert CLOSED not in in_public
        await quiet(nord)
        assert len([each for each in in_chat(nord, SECRETARIAT) if TITLE in words(each)]) == 1
        assert len(in_channel(nord, TITLE)) == 1
        assert "er aflyst, så du skal ikke svare" in words(
            await told(nord, "formand-kommunal", "Godkendelsen er ændret")
        )
        new = [each for each in in_channel(nord, "Mødet den 16. marts 2027 er aflyst · ") if each.revision == 0]
        assert len(new) == 1
        mine = [each for each in in_chat(nord, COORDINATOR) if "Videreført i Klyngestyregruppe Nord" in words(each)]
        assert len(mine) == 3  # one a proposal: where it is, and under which number
        assert not [each for each in in_chat(nord, COORDINATOR) if "er udskudt til et senere møde" in words(each)][1:]


async def test_nothing_planned_leaves_the_old_forum_and_late_buttons_say_what_happened(database_url: str) -> None:
    async with open_both(database_url) as (nord, _):
        await fill(nord)
        request = await nord.sees("Godkendelse af dagsorden", "har svaret")
        await printed(nord, database_url)
        await quiet(nord)
        chair = nord.account(CHAIRS[0])
        late = await nord.teams.visitor.clicks(chair, request, "Godkend", card=request.card)
        assert ARCHIVED in said(late.card)
        await stays_silent(nord, "2027-03-09T08:00", "2027-03-15T08:00", "2027-03-16T16:30", "2027-06-01T08:00")


@pytest.mark.both_databases
async def test_two_at_once_one_wins_and_the_other_is_told_and_again_changes_nothing(database_url: str) -> None:
    async with open_both(database_url) as (nord, _):
        await fill(nord)
        database, now = nord.service.database, nord.clock.now()
        both = await asyncio.gather(*(hand_over(database, now, ENDED, HEIR, operator="drift") for _ in range(2)))
        assert sorted(each.is_new for each in both) == [False, True]
        before = await stored(nord)
        assert "er allerede videreført i Klyngestyregruppe Nord den 2. marts 2027. Intet er ændret." in await printed(
            nord, database_url
        )
        again = await nord.says(ADMIN, ASKED, PERSONAL)
        assert "er allerede videreført" in words(again)
        pressed = await press(nord, ADMIN, pack(HandOver(ended=ENDED, heir=HEIR)), PERSONAL)
        assert "er allerede videreført" in said(pressed.card)
        await quiet(nord)
        assert await stored(nord) == before
        async with database.reading() as conn:
            said_so = [each.what async for each in audit.entries(conn, ENDED)]
        assert said_so.count("forum.handed_over") == 1
        assert await is_whole(nord)


async def test_only_admins_are_shown_it_or_may_do_it(database_url: str) -> None:
    async with open_both(database_url) as (nord, _):
        await nord.at(MORNING)
        before = await stored(nord)
        for person in (SECRETARIAT, COORDINATOR, CHAIRS[0]):
            refused = words(await nord.says(person, ASKED, PERSONAL))
            assert "Kun de administratorer, der driver Klyngebot" in refused
            for action in (OpenHandOver(ended=ENDED, heir=HEIR), HandOver(ended=ENDED, heir=HEIR)):
                answer = await press(nord, person, pack(action), PERSONAL)
                assert is_refused(answer.card)
                assert "Kun de administratorer" in said(answer.card)
        assert await stored(nord) == before


async def test_an_admin_without_a_seat_sees_what_follows_with_no_closed_title(database_url: str) -> None:
    async with open_both(database_url, KLYNGEBOT_ADMINS=STRANGER.object_id) as (nord, _):
        await fill(nord)
        shown = await press(nord, STRANGER, pack(OpenHandOver(ended="Politisk Klynge Nord", heir=HEIR)), PERSONAL)
        assert "»Lukket punkt«: nu nr. 2/2027" in said(shown.card)
        assert CLOSED not in said(shown.card)
        done = await press(nord, STRANGER, pack(HandOver(ended=ENDED, heir=HEIR)), PERSONAL)
        assert CLOSED not in said(done.card)
        assert TITLE in said(done.card)


async def test_which_two_is_asked_and_kept_when_it_cannot_be(database_url: str) -> None:
    async with open_both(database_url) as (nord, _):
        asked = await nord.says(ADMIN, "giv et forum videre", PERSONAL)
        assert "Giv et forum videre" in words(asked)
        chosen = {"Forum, der ophører": ENDED, "Forum, der fortsætter": ENDED, "Begrundelse": "Fordi det er tid"}
        refused = await nord.clicks(ADMIN, asked, "Se, hvad der følger", chosen)
        assert "Politisk Klynge Nord kan ikke gives videre til sig selv." in said(refused.card)
        assert "Fordi det er tid" in said(refused.card)
        seen = await nord.clicks(ADMIN, asked, "Se, hvad der følger", chosen | {"Forum, der fortsætter": HEIR})
        assert "Giv Politisk Klynge Nord videre til Klyngestyregruppe Nord" in said(seen.card)
        assert "Fordi det er tid" in said(seen.card)
        for sentence, why in (
            (f"giv videre {ENDED}", "Skriv begge fora"),
            (f"giv videre {ENDED} til maanen", "Jeg kender ikke forummet »maanen«"),
            (f"giv videre {ENDED} til {HEIR}: 010203-1234", "CPR"),
        ):
            assert why in words(await nord.says(ADMIN, sentence, PERSONAL)), sentence


async def test_admins_are_told_once_of_a_forum_that_has_ended_and_waits_for_being_handed_over(
    database_url: str,
) -> None:
    until = f"valid: {{from: 2026-01-01, until: 2027-02-28, succeeded_by: {HEIR}}}"
    async with open_both(database_url) as (nord, _):
        await nord.says(ADMIN, "hjælp", PERSONAL)
        await reapplied(nord, (VALID, until))
        for moment in ("2027-02-28T09:00", "2027-03-02T09:00"):
            await nord.at(moment)
            for _ in range(2):
                await tell_of_endings(nord.service.database, nord.clock, frozenset({ADMIN_ID}))
            await quiet(nord)
        (due,) = [each for each in in_chat(nord, ADMIN) if "Politisk Klynge Nord er ophørt" in words(each)]
        assert "ophørte den 28. februar 2027 og skal videreføres i Klyngestyregruppe Nord" in words(due)
        shown = await nord.clicks(ADMIN, due, "Se, hvad der følger")
        assert "Giv Politisk Klynge Nord videre til Klyngestyregruppe Nord" in said(shown.card)
        done = await nord.teams.visitor.clicks(nord.account(ADMIN), due, "Giv videre", card=shown.card)
        assert "er ophørt den 28. februar 2027 og videreført i" in said(done.card)
