"""Duties that somebody has: the rules of the seeds that speak of them, each on its own charter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.charters.forum_file import ForumFile
from bot.domain.duties.notices import DutyNotice
from bot.domain.kernel.forum import Choice
from bot.domain.kernel.notice import Notice
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from storage.outbox import notices
from tests.harness.minute_steps import TITLE, said
from tests.harness.seeds import OpenSeed
from tests.harness.steps import told

MUNICIPAL, REGIONAL = "sekretariat-kommuner", "sekretariat-region"
CHAIR = "sundhedschef-hilleroed"


def choosing(name: str, **chosen: Any) -> ForumFile:
    """That forum, where it chose this."""
    file = shipped(name)
    choices = {key: Choice(value, file.forum.name, date(2026, 9, 14)) for key, value in chosen.items()}
    return replace(file, forum=replace(file.forum, choices={**file.forum.choices, **choices}))


def without_secretariat(file: ForumFile) -> ForumFile:
    """The same, in which nobody serves."""
    seats = tuple(seat for seat in file.forum.seats if seat.person != "sekretariat")
    return replace(file, forum=replace(file.forum, seats=seats))


async def planned(stage: Stage, *kinds: DutyNotice) -> Sequence[Notice]:
    """The reminders of those kinds that wait in the outbox."""
    async with stage.service.database.reading() as conn:
        return [each for each in await notices.planned(conn, stage.file.forum.id) if each.kind in kinds]


async def logged(stage: Stage, what: str) -> list[audit.Entry]:
    async with stage.service.database.reading() as conn:
        return [each async for each in audit.entries(conn, stage.file.forum.id) if each.what == what]


async def test_b13_an_effort_comes_from_one_of_the_three_sources_of_the_charter_or_another(
    open_seed: OpenSeed,
) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        for source in ("Praksisplan for almen praksis", "Fælleskommunale rammepapirer", "Sundhedsaftalen", "Andet"):
            form = await cluster.says("sekretariat", "ny indsats", PERSONAL)
            typed = {"Indsats": f"Indsats under {source}", "Kilde": source}
            assert "er oprettet" in said(await cluster.clicks("sekretariat", form, "Opret indsats", typed))
        listed = words(await cluster.says(CHAIR, "indsatser"))
        assert "Indsats 2/2027 · Fælleskommunale rammepapirer" in listed
        assert "Indsats 4/2027 · Andet" in listed
        assert "Implementeringsplanen" not in listed


async def test_b16_a_grant_has_a_deadline_that_is_reminded_of_and_states_of_its_own(open_seed: OpenSeed) -> None:
    async with open_seed(choosing("kommuneklynge-nord", grant_reminder_days_before=21)) as cluster:
        await cluster.says("sekretariat", "ny ansøgning: Puljen for nære tilbud, parter Helsingør, frist 1/6")
        (reminder,) = await planned(cluster, DutyNotice.GRANT)
        assert (reminder.due_at.date(), reminder.recipient) == (date(2027, 5, 11), "sekretariat")
        assert "Der mindes om en frist 21 dage før" in words(await cluster.says(CHAIR, "ansøgninger"))
        await cluster.says("sekretariat", "opdatér ansøgning 1: sendt")
        assert await planned(cluster, DutyNotice.GRANT, DutyNotice.DUE, DutyNotice.OVERDUE) == []
        await cluster.says("sekretariat", "opdatér ansøgning 1: bevilget, 200.000 kr.")
        listed = words(await cluster.says(CHAIR, "ansøgninger"))
        assert "Bevilget" in listed
        assert "Bemærkning: 200.000 kr." in listed


async def test_b16_what_may_be_done_is_never_overdue_by_itself(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await cluster.says("sekretariat", "ny ansøgning: En pulje uden frist")
        assert await planned(cluster, *DutyNotice) == []
        await cluster.at("2028-01-10T08:00")
        assert "Ingen frist · I gang" in words(await cluster.says(CHAIR, "opgaver"))


async def test_b27_without_a_secretariat_the_chair_ties_the_channel_and_has_the_duties(open_seed: OpenSeed) -> None:
    file = without_secretariat(choosing("kommuneklynge-nord", minutes_days_after=7))
    async with open_seed(file, tied=False) as cluster:
        assert "rettigheder" in words(await cluster.says("sundhedschef-helsingoer", "tilknyt kommuneklynge-nord"))
        assert "Klyngebot er klar" in words(await cluster.says(CHAIR, "tilknyt kommuneklynge-nord"))
        await cluster.says(CHAIR, "ny opgave: Skriv til Samordningsudvalget, frist 1/2")
        (due,) = await planned(cluster, DutyNotice.DUE)
        assert due.recipient == CHAIR
        await cluster.at("2027-03-09T12:00")
        assert "Formandskabet" in words(await cluster.says("sundhedschef-helsingoer", "opgaver"))
        assert "har taget opgaven" in words(await cluster.says(CHAIR, "tag referatet"))


async def test_c2_of_several_secretaries_one_takes_a_duty_and_all_see_who(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-nord") as nord:
        await nord.at("2027-03-17T09:00")
        await nord.says(REGIONAL, "tag referatet")
        assert "regional side (regionen) har taget opgaven" in words(await nord.says("formand-laesoe", "opgaver"))
        refused = await nord.says(MUNICIPAL, "tag referatet")
        assert "Sekretariat, regional side (regionen) har allerede taget opgaven." in words(refused)
        assert "kommunal side (kommunerne) har taget opgaven" in words(await nord.says(MUNICIPAL, "overtag referatet"))
        await nord.sees("Opgaven er overtaget", "Sekretariat, regional side")
        assert [each.actor for each in await logged(nord, "duty.taken_over")] == [MUNICIPAL]


async def test_c18_a_local_initiative_becomes_a_duty_where_the_charter_speaks_of_such(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-nord") as nord:
        await nord.says(MUNICIPAL, "tilføj punkt: Lægedækning på Læsø")
        await nord.at("2027-03-16T20:00")
        await nord.says(MUNICIPAL, "beslutning 2: Lokalt initiativ. Læsø og regionen går sammen.", PERSONAL)
        listed = words(await nord.says("formand-laesoe", "opgaver"))
        assert "Lokalt initiativ 1/2027 · Mødet den 16. marts 2027, punkt 2: Lægedækning på Læsø" in listed
        await nord.says(MUNICIPAL, "beslutning 2: Drøftet. Sagen tages op igen.", PERSONAL)
        assert "Lokalt initiativ" not in words(await nord.says("formand-laesoe", "opgaver"))
        await nord.says(MUNICIPAL, "beslutning 2: Lokalt initiativ.", PERSONAL)
        await nord.says(MUNICIPAL, "send referat", PERSONAL)
        assert "Lokalt initiativ 1/2027: Lægedækning på Læsø" in words(await nord.sees(TITLE, "Sendt den"))


async def test_c18_elsewhere_it_is_no_outcome(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        await group.says(MUNICIPAL, "tilføj punkt: Udskrivning")
        await group.at("2027-02-23T16:00")
        await group.says(MUNICIPAL, "beslutning 2: Lokalt initiativ. Vi går sammen.", PERSONAL)
        assert "Lokalt initiativ 1/2027" not in words(await group.says(MUNICIPAL, "opgaver", PERSONAL))
        form = await group.says(MUNICIPAL, "beslutning 2", PERSONAL)
        assert "local_initiative" not in str(form.card)


async def test_c20_the_two_bodies_that_serve_together_are_named_with_the_other_reading(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-nord") as nord:
        listed = words(await nord.says("formand-laesoe", "opgaver"))
        assert "sekretariatet for Klyngestyregrupperne og Koordineringsgruppen for Sundhedsaftalen" in listed
        assert "Kan også læses som ét fælles sekretariat for de to." in listed
        await nord.says(MUNICIPAL, "ny ansøgning: En pulje, frist 1/6")
        assert {each.recipient for each in await planned(nord, DutyNotice.GRANT)} == {MUNICIPAL, REGIONAL}


async def test_d2_both_sides_serve_by_name_and_shared_or_joint_is_a_note(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        listed = words(await group.says("direktoer-laesoe", "opgaver"))
        assert "kommunal side (kommunerne) og Sekretariat, regional side (regionen)" in listed
        assert "Kilden siger »Delt« i hovedet og »Fælles sekretariat« under sammensætning." in listed
        await group.at("2027-02-23T16:00")
        await group.says(MUNICIPAL, "tag referatet")
        assert "kommunal side (kommunerne) har allerede taget" in words(await group.says(REGIONAL, "tag referatet"))


async def test_d4_the_plan_is_the_body_that_decided_it_and_its_efforts_have_a_state(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        await group.says(MUNICIPAL, "ny indsats: Fælles hjemmebesøg, ansvarlig Læsø")
        await group.says("direktoer-laesoe", "opdatér indsats 1: i gang. Første besøg er aftalt.")
        listed = words(await group.says("direktoer-hjoerring", "indsatser"))
        assert "Implementeringsplanen er besluttet af Sundhedskoordinationsudvalget." in listed
        assert "Indsats 1/2027 · Implementeringsplanen · Ansvarlig: Læsø Kommune" in listed
        assert "I gang" in listed
        assert "Bemærkning: Første besøg er aftalt." in listed
        assert "Skriv en af disse" in words(await group.says("direktoer-laesoe", "opdatér indsats 1: snart"))


async def test_d11_an_effort_of_the_plan_is_a_duty_with_an_owner_and_a_day(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        await group.says("direktoer-laesoe", "hjælp", PERSONAL)
        await group.says(MUNICIPAL, "ny indsats: Fælles hjemmebesøg, ansvarlig Læsø, frist 1/3")
        assert "Dine opgaver · Fælles hjemmebesøg" in words(await group.says("direktoer-laesoe", "mine opgaver"))
        await group.at("2027-02-26T08:00")
        reminder = await told(group, "direktoer-laesoe", "Påmindelse om opgave", "1. marts 2027")
        answer = await group.clicks("direktoer-laesoe", reminder, "Markér som udført")
        assert "Indsats 1/2027 er markeret som udført." in said(answer)


async def test_d12_how_often_an_agreement_is_followed_up_is_asked_once_and_shown_as_unsettled(
    open_seed: OpenSeed,
) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        await group.says(MUNICIPAL, "hjælp", PERSONAL)
        for name in ("Aftale om udskrivning", "Aftale om hjælpemidler"):
            await group.says(MUNICIPAL, f"ny aftale: {name}")
        await told(group, MUNICIPAL, "Hvor tit skal samarbejdsaftalerne følges op?")
        asked = [each for each in group.teams.board.messages() if "Hvor tit skal" in words(each)]
        assert len(asked) == 2  # one to each of the secretariat
        listed = words(await group.says("direktoer-laesoe", "aftaler"))
        assert "Ikke fastsat i kommissoriet" in listed
        assert "Sidst på en dagsorden · Ikke registreret" in listed
        assert await planned(group, DutyNotice.AGREEMENT) == []


async def test_d12_an_agreement_that_was_taken_off_the_draft_is_called_for_all_the_same(open_seed: OpenSeed) -> None:
    async with open_seed(choosing("klyngestyregruppe-nord", agreement_follow_up_months=6)) as group:
        await group.says(MUNICIPAL, "hjælp", PERSONAL)
        await group.says(MUNICIPAL, "ny aftale: Aftale om udskrivning, sidst 4/8/2026")
        await group.says(MUNICIPAL, "sæt aftale 1 på næste dagsorden")
        assert "På dagsordenen til mødet den 23. februar 2027" in words(await group.says(REGIONAL, "aftaler"))
        await group.says(MUNICIPAL, "fjern punkt 2")
        await group.at("2027-02-04T08:00")
        await told(group, MUNICIPAL, "Opfølgning på samarbejdsaftale")


async def test_d12_the_register_is_offered_where_the_charter_asks_for_it_or_something_stands_in_it(
    open_seed: OpenSeed,
) -> None:
    async with open_seed("politisk-klynge-nord") as nord:
        assert "Samarbejdsaftaler" not in words(await nord.says("formand-laesoe", "opgaver"))
        await nord.says(MUNICIPAL, "ny aftale: Aftale om udskrivning")
        assert "Samarbejdsaftaler" in words(await nord.says("formand-laesoe", "opgaver"))
    async with open_seed("klyngestyregruppe-nord") as group:
        assert "Samarbejdsaftaler" in words(await group.says("direktoer-laesoe", "opgaver"))


async def test_c2_a_duty_of_somebody_who_left_is_open_again_and_the_secretariat_hears(open_seed: OpenSeed) -> None:
    file = shipped("politisk-klynge-nord")
    seats = tuple(
        replace(each, until=date(2027, 1, 20)) if each.person == "koordinator-hjoerring" else each
        for each in file.forum.seats
    )
    async with open_seed(replace(file, forum=replace(file.forum, seats=seats))) as nord:
        await nord.says(MUNICIPAL, "hjælp", PERSONAL)
        await nord.says(MUNICIPAL, "ny opgave: Skriv til byrådet, ansvarlig Hjørring")
        await nord.says("koordinator-hjoerring", "tag opgave 1")
        await nord.at("2027-01-21T08:00")
        await told(nord, MUNICIPAL, "En opgave er ledig", "Skriv til byrådet")
        listed = words(await nord.says("formand-kommunal", "opgaver"))
        assert "Klyngekoordinator (Hjørring) har ikke længere plads i forummet. Opgaven er åben igen." in listed
        assert "har taget opgaven" in words(await nord.says("formand-kommunal", "tag opgave 1"))


async def test_d15_a_task_that_another_body_set_is_done_when_it_was_answered_once(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        await group.says(MUNICIPAL, "hjælp", PERSONAL)
        register = await group.says(MUNICIPAL, "stillede opgaver", PERSONAL)
        assert "Strategisk Sundhedsforum stiller opgaver til forummet." in words(register)
        assert "»opgaver der er stillet af Strategisk Sundhedsforum«" in words(register)
        await group.clicks(MUNICIPAL, register, "Registrér stillet opgave")
        typed = {"Opgave": "Beskriv kapaciteten", "Frist": "1/3"}
        made = said(await group.clicks(MUNICIPAL, register, "Registrér stillet opgave", typed))
        assert "Stillet opgave 1/2027 er oprettet." in made
        listed = words(await group.says("direktoer-laesoe", "opgaver"))
        assert "Stillet opgave 1/2027 · Stillet af Strategisk Sundhedsforum" in listed
        assert "Tilbagemelding · Mangler" in listed
        assert "den er udført, når der er meldt tilbage" in words(await group.says(MUNICIPAL, "opgave 1 udført"))
        assert "rettigheder" in words(await group.says("direktoer-laesoe", "meld tilbage på opgave 1: Den er god."))
        await group.at("2027-02-26T08:00")
        reminder = await told(group, MUNICIPAL, "Påmindelse om opgave", "senest 1. marts 2027")
        await group.clicks(MUNICIPAL, reminder, "Meld tilbage")
        done = said(await group.clicks(MUNICIPAL, reminder, "Meld tilbage", {"Tilbagemelding": "Der er plads til ti."}))
        assert "Stillet opgave 1/2027 er meldt tilbage til Strategisk Sundhedsforum." in done
        assert "Meldt tilbage af Sekretariat, kommunal side den 26. februar 2027: Der er plads til ti." in done
        again = words(await group.says(MUNICIPAL, "meld tilbage på opgave 1: Der er plads til elleve."))
        assert "Der er allerede meldt tilbage, den 26. februar 2027." in again
        (entry,) = await logged(group, "duty.replied")
        assert (entry.actor, entry.words["reply"]) == (MUNICIPAL, "Der er plads til ti.")


async def test_d15_a_task_may_have_no_deadline_and_come_from_a_body_that_the_charter_does_not_name(
    open_seed: OpenSeed,
) -> None:
    async with open_seed("politisk-klynge-nord") as nord:
        assert "Stillede opgaver" not in words(await nord.says("formand-laesoe", "opgaver"))
        refused = words(await nord.says(MUNICIPAL, "ny stillet opgave: Beskriv kapaciteten"))
        assert "Udfyld feltet »Stillet af«" in refused
        await nord.says(MUNICIPAL, "ny stillet opgave: Beskriv kapaciteten, stillet af Regionsrådet")
        assert "Stillet af Regionsrådet" in words(await nord.says("formand-laesoe", "stillede opgaver"))
        assert await planned(nord, *DutyNotice) == []
