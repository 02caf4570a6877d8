"""Appointments, working groups and the forum's organisation: the rules of the seeds that speak of them."""

from dataclasses import replace

from bot.charters.forum_file import ForumFile
from bot.domain.appointments.notices import AppointmentNotice
from bot.local.board import Message, words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from tests.harness.minute_steps import said
from tests.harness.seeds import OpenSeed, OpenSeeds, choosing, planned
from tests.harness.steps import told

CLERK, MUNICIPAL = "sekretariat", "sekretariat-kommuner"
HELSINGOER, HILLEROED, FREDENSBORG = "sundhedschef-helsingoer", "sundhedschef-hilleroed", "sundhedschef-fredensborg"


def reworded(which: str, *changes: tuple[str, str]) -> ForumFile:
    """The forum that ships, whose charter has these texts in place of those."""
    file = shipped(which)
    (version,) = file.forum.versions
    text = version.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return replace(file, forum=replace(file.forum, versions=(replace(version, text=text),)))


def without(which: str, *parts: str) -> ForumFile:
    """The same without the entries of its charter that hold any of these."""
    (version,) = shipped(which).forum.versions
    gone = [line for line in version.text.splitlines(keepends=True) if any(part in line for part in parts)]
    return reworded(which, *((line, "") for line in gone))


async def logged(stage: Stage, what: str) -> list[audit.Entry]:
    async with stage.service.database.reading() as conn:
        return [each async for each in audit.entries(conn, stage.file.forum.id) if each.what == what]


async def resolved(stage: Stage, clerk: str, title: str, after: str) -> None:
    """The meeting was held, and resolved something on its second item."""
    await stage.says(clerk, f"tilføj punkt: {title}")
    await stage.at(after)
    await stage.says(clerk, "beslutning 2: Godkendt.", PERSONAL)


async def form_of(stage: Stage, clerk: str) -> Message:
    return await stage.says(clerk, "ny arbejdsgruppe", PERSONAL)


async def test_b12_the_bodies_of_the_charter_are_listed_with_their_vacant_seats(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await cluster.says(CLERK, "ny plads: KKR, medlem, direktørniveau, til 31/12/2027")
        listed = words(await cluster.says(HELSINGOER, "udpegninger"))
        assert "»Koordinere udpegninger til arbejdsgrupper og lignende" in listed
        assert "KKR · »og tværkommunale (fx KKR) samarbejder« · medlem · Plads 1/2027 · Ledig plads" in listed
        assert "DAS · »både i tværsektorielle (fx DAS og PAS)« · Ingen pladser er registreret." in listed
        assert "Der mindes om en udpegnings udløb 60 dage før. Forummet har ikke valgt andet." in listed
        (made,) = await logged(cluster, "appointment.created")
        assert made.actor == CLERK


async def test_b12_a_body_that_the_charter_does_not_name_is_typed_and_one_that_it_drops_is_not_listed(
    open_seed: OpenSeed,
) -> None:
    fewer = without("kommuneklynge-nord", "id: udpeger-kkr", "id: koordinere-udpegninger")
    async with open_seed(fewer) as cluster:
        await cluster.says(CLERK, "ny plads: Sundhedsinnovation, Kommunal repræsentant")
        listed = words(await cluster.says(HELSINGOER, "udpegninger"))
        assert "KKR" not in listed
        assert "Koordinere udpegninger" not in listed
        assert "Sundhedsinnovation · Kommunal repræsentant · Plads 1/2027 · Ledig plads" in listed


async def test_b12_where_the_charter_does_not_name_appointments_that_is_said(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-nord") as nord:
        listed = words(await nord.says("formand-laesoe", "udpegninger"))
        assert "Kommissoriet nævner ikke udpegninger som en opgave." in listed
        refused = words(await nord.says("formand-laesoe", "ny plads: KKR, medlem"))
        assert "ikke rettigheder" in refused


async def test_b12_one_answer_per_municipality_and_the_last_one_counts(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await cluster.says(CLERK, "ny plads: KKR, medlem, direktørniveau, til 31/12/2027")
        await cluster.says(CLERK, "bed om kandidater til plads 1")
        await cluster.says(HELSINGOER, "indstil Person A, chefniveau, til plads 1")
        await cluster.says("suppleant-helsingoer", "indstil Person B, direktør")
        shown = words(await cluster.says(HILLEROED, "kandidater til plads 1"))
        assert "Helsingør Kommune: Person B (Direktørniveau)." in shown
        assert "Person A" not in shown
        assert len(await logged(cluster, "appointment.answered")) == 2


async def test_b12_of_a_municipal_body_the_municipalities_alone_are_asked(open_seed: OpenSeed) -> None:
    file = shipped("kommuneklynge-nord")
    regional = replace(file.forum.organisations[2], kind="region", name="Region Hovedstaden")
    forum = replace(file.forum, organisations=(*file.forum.organisations[:2], regional))
    async with open_seed(replace(file, forum=forum)) as cluster:
        await cluster.says(CLERK, "ny plads: KKR, medlem")
        await cluster.says(CLERK, "ny plads: DAS, medlem")
        for number in (1, 2):
            await cluster.says(CLERK, f"bed om kandidater til plads {number}")
        refused = words(await cluster.says(FREDENSBORG, "indstil Person A til plads 1"))
        assert "Helsingør Kommune og Hillerød Kommune er spurgt, og du svarer ikke for nogen af dem." in refused
        assert "Region Hovedstaden indstiller Person A." in words(
            await cluster.says(FREDENSBORG, "indstil Person A til plads 2")
        )


async def test_b12_the_secretariat_answers_for_an_organisation_that_it_is_asked_about(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await cluster.says(CLERK, "ny plads: KKR, medlem")
        await cluster.says(CLERK, "bed om kandidater til plads 1")
        question = await cluster.says(CLERK, "indstil Person A", PERSONAL)
        assert "Hvilken organisation svarer du for?" in words(question)
        answer = said(await cluster.clicks(CLERK, question, "Helsingør Kommune"))
        assert "Helsingør Kommune indstiller Person A." in answer
        assert "Registreret af Klyngesekretær (Hillerød) på organisationens vegne" in answer


async def test_b12_who_is_appointed_rests_on_a_resolution_with_a_period_and_a_substitute(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await cluster.says(CLERK, "ny plads: KKR, medlem, direktørniveau")
        await resolved(cluster, CLERK, "Udpegning til KKR", "2027-03-09T12:00")
        for refused in ("beslutning 1", "beslutning 9", "beslutning i går"):
            typed = f"udpeg Person A til plads 1 til 31/12/2027, {refused}"
            assert "er udpeget" not in words(await cluster.says(CLERK, typed))
        assert "rettigheder" in words(
            await cluster.says(HELSINGOER, "udpeg Person A til plads 1 til 31/12/2027, beslutning 2")
        )
        done = words(
            await cluster.says(
                CLERK, "udpeg Person A til KKR til 31/12/2027, suppleant Person B, beslutning 2", PERSONAL
            )
        )
        assert "Person A, 9. marts 2027 – 31. december 2027 (suppleant: Person B)" in done
        assert "Efter beslutning: Mødet den 9. marts 2027, punkt 2: Udpegning til KKR" in done
        assert "Bemærk: Der ønskes Direktørniveau, og niveauet for Person A er ikke oplyst." in done
        held = words(await cluster.says(CLERK, "udpeg Person C til plads 1 fra 1/5 til 31/12/2028, beslutning 2"))
        assert "Person A har pladsen til og med 31. december 2027." in held
        after = words(await cluster.says(CLERK, "udpeg Person C til plads 1 til 31/12/2028, beslutning 2", PERSONAL))
        assert "Kommende: Person C, 1. januar 2028 – 31. december 2028" in after
        (first, _) = await logged(cluster, "appointment.appointed")
        assert (first.actor, first.facts["until"], first.facts["item"]) == (CLERK, "2027-12-31", 3)


async def test_b12_the_secretariat_is_reminded_as_many_days_before_as_the_forum_chose(open_seed: OpenSeed) -> None:
    async with open_seed(choosing("kommuneklynge-nord", appointment_reminder_days_before=30)) as cluster:
        await cluster.says(CLERK, "hjælp", PERSONAL)
        await cluster.says(CLERK, "ny plads: KKR, medlem")
        await resolved(cluster, CLERK, "Udpegning til KKR", "2027-03-09T12:00")
        await cluster.says(CLERK, "udpeg Person A til KKR til 31/12/2027, beslutning 2")
        assert "Der mindes om udløbet 30 dage før, den 1. december 2027." in words(
            await cluster.says(HELSINGOER, "plads 1", PERSONAL)
        )
        await cluster.says(CLERK, "plads 1 er ledig")
        waiting = await planned(cluster)
        assert not [each for each in waiting if AppointmentNotice.EXPIRES.value in each or "udpegning udløber" in each]


async def test_b12_whoever_has_not_answered_is_reminded_and_nobody_else(open_seed: OpenSeed) -> None:
    async with open_seed(choosing("kommuneklynge-nord", candidate_answer_days=7)) as cluster:
        for person in (CLERK, HELSINGOER, HILLEROED):
            await cluster.says(person, "hjælp", PERSONAL)
        await cluster.says(CLERK, "ny plads: KKR, medlem")
        assert "senest 18. januar 2027" in words(await cluster.says(CLERK, "bed om kandidater til plads 1"))
        await cluster.says(HELSINGOER, "ingen kandidat til plads 1")
        await cluster.at("2027-01-15T08:00")
        await told(cluster, HILLEROED, "Hillerød Kommune har ikke svaret om en kandidat. Svar senest 18. januar 2027.")
        await cluster.at("2027-01-19T08:00")
        await told(cluster, CLERK, "Ingen har indstillet en kandidat til KKR: medlem. 1 af 3 har svaret.")
        everything = " ".join(words(each) for each in cluster.teams.board.messages())
        assert "Helsingør Kommune har ikke svaret" not in everything


async def test_b29_a_group_is_set_up_for_a_task_and_may_have_somebody_who_coordinates_it(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await resolved(cluster, CLERK, "Hjemmebesøg", "2027-03-09T12:00")
        form = await form_of(cluster, CLERK)
        assert "Kommuneklyngen aftaler en evt. tovholderfunktion." in words(form)
        typed = {"Beslutning": "Mødet den 9. marts 2027, punkt 2: Hjemmebesøg"}
        refused = said(await cluster.clicks(CLERK, form, "Ny arbejdsgruppe", typed))
        assert (
            "En arbejdsgruppe skal have en opgave. Kommissoriet siger: »i forbindelse med konkrete opgaver«" in refused
        )
        answer = said(await cluster.clicks(CLERK, form, "Ny arbejdsgruppe", typed | {"Opgave": "Find en model"}))
        assert "Arbejdsgruppe 1/2027 er nedsat." in answer
        assert "Ingen tovholder" in answer
        assert "Find en model" in words(await cluster.says(HELSINGOER, "opgaver"))
        made = await cluster.says(CLERK, "ny arbejdsgruppe: Prøv den af, tovholder Person A, beslutning 2", PERSONAL)
        assert "Tovholder: Person A" in words(made)


async def test_b29_a_group_whose_last_day_is_past_or_whose_task_is_done_is_asked_about(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await cluster.says(CLERK, "hjælp", PERSONAL)
        await resolved(cluster, CLERK, "Hjemmebesøg", "2027-03-09T12:00")
        await cluster.says(CLERK, "ny arbejdsgruppe: Find en model, beslutning 2, til 1/4/2027", PERSONAL)
        await cluster.at("2027-04-02T08:00")
        question = await told(cluster, CLERK, "Slutdatoen for »Find en model« var 1. april 2027. Skal gruppen lukkes?")
        assert "er lukket. Den kan stadig læses." in said(await cluster.clicks(CLERK, question, "Luk gruppen"))
        shown = words(await cluster.says(HELSINGOER, "arbejdsgruppe 1"))
        assert "Find en model" in shown
        assert "Lukket den 2. april 2027" in shown
        assert "rettigheder" in words(await cluster.says(HELSINGOER, "genåbn arbejdsgruppe 1"))
        assert "er åben igen" in words(await cluster.says(CLERK, "genåbn arbejdsgruppe 1"))


async def test_b29_where_the_charter_says_that_somebody_coordinates_a_group_needs_one(open_seed: OpenSeed) -> None:
    strict = reworded("kommuneklynge-nord", ("coordinator: {value: optional", "coordinator: {value: required"))
    async with open_seed(strict) as cluster:
        await resolved(cluster, CLERK, "Hjemmebesøg", "2027-03-09T12:00")
        refused = words(await cluster.says(CLERK, "ny arbejdsgruppe: Find en model, beslutning 2", PERSONAL))
        assert "Udfyld feltet »Tovholder«" in refused


async def test_d7_a_group_needs_a_resolution_and_the_level_that_is_appointed_on(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        refused = words(await group.says(MUNICIPAL, "ny arbejdsgruppe: Find en model, niveau chef", PERSONAL))
        assert "Kommissoriet siger: »Det er således Klyngestyregruppen, der beslutter, hvilke underliggende" in refused
        await resolved(group, MUNICIPAL, "Udskrivning", "2027-02-23T16:00")
        refused = words(await group.says(MUNICIPAL, "ny arbejdsgruppe: Find en model, beslutning 2", PERSONAL))
        assert "Udfyld feltet »Udpegningsniveau«" in refused
        typed = "ny arbejdsgruppe: Find en model, beslutning 2, niveau chef"
        assert "rettigheder" in words(await group.says("direktoer-laesoe", typed))
        made = words(await group.says(MUNICIPAL, typed, PERSONAL))
        assert "Niveau: Chefniveau" in made
        assert "Gruppen styres af Klyngestyregruppe Nord." in made
        (entry,) = await logged(group, "group.created")
        assert (entry.actor, entry.facts["item"]) == (MUNICIPAL, 3)


async def test_d7_where_another_body_sets_up_groups_the_forum_does_not(open_seed: OpenSeed) -> None:
    theirs = reworded(
        "klyngestyregruppe-nord",
        ("created_by: {value: forum", "created_by: {value: strategisk-sundhedsforum"),
    )
    async with open_seed(theirs) as group:
        refused = words(await form_of(group, MUNICIPAL))
        assert "Arbejdsgrupper nedsættes af Strategisk Sundhedsforum, ikke af forummet." in refused


async def test_d7_where_the_charter_sets_the_level_it_holds_for_the_group(open_seed: OpenSeed) -> None:
    settled = reworded(
        "klyngestyregruppe-nord",
        ("appointing_level: {value: decided-by-forum", "appointing_level: {value: chef"),
    )
    async with open_seed(settled) as group:
        await resolved(group, MUNICIPAL, "Udskrivning", "2027-02-23T16:00")
        made = words(await group.says(MUNICIPAL, "ny arbejdsgruppe: Find en model, beslutning 2", PERSONAL))
        assert "Niveau: Chefniveau" in made


async def test_d7_where_the_charter_is_silent_a_group_is_possible_and_that_is_said(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-nord") as nord:
        form = words(await form_of(nord, MUNICIPAL))
        assert "Arbejdsgrupper: Ikke fastsat i kommissoriet." in form
        refused = words(await nord.says(MUNICIPAL, "ny arbejdsgruppe: Find en model", PERSONAL))
        assert "også når kommissoriet ikke siger noget om arbejdsgrupper" in refused


async def test_d19_the_organisation_is_a_tree_of_groups_and_their_seats(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        await resolved(group, MUNICIPAL, "Udskrivning", "2027-02-23T16:00")
        await group.says(MUNICIPAL, "ny arbejdsgruppe: Find en model, beslutning 2, niveau chef", PERSONAL)
        await group.says(MUNICIPAL, "ny plads i arbejdsgruppe 1, Kommunal repræsentant", PERSONAL)
        shown = words(await group.says("direktoer-laesoe", "organisering"))
        assert "Organisering af Klyngestyregruppe Nord" in shown
        assert "Kommissoriet: »At definere og styre klyngens organisering«" in shown
        assert "1 Styrer underliggende grupper: »Den underliggende organisering besluttet og styres af" in shown
        assert "1.1 Arbejdsgruppe 1/2027: Find en model · Niveau: Chefniveau · Ingen tovholder" in shown
        assert "1.1.1 Plads 1/2027: Kommunal repræsentant · Ledig plads · Niveau: Chefniveau" in shown


async def test_d19_what_a_charter_does_not_say_of_its_organisation_is_not_shown(open_seed: OpenSeed) -> None:
    fewer = without("klyngestyregruppe-nord", "id: styrer-arbejdsgrupper", "id: klyngens-organisering")
    async with open_seed(fewer) as group:
        shown = words(await group.says("direktoer-laesoe", "organisering"))
        assert "Styrer underliggende grupper" not in shown
        assert "At definere og styre klyngens organisering" not in shown


async def test_d20_each_version_of_the_agenda_goes_as_a_copy_to_whom_the_charter_names(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        await group.says(MUNICIPAL, "hjælp", PERSONAL)
        await group.says(MUNICIPAL, "tilføj punkt: Udskrivning")
        await group.says(MUNICIPAL, "tilføj punkt: Hemmelig sag", PERSONAL)
        await group.says(MUNICIPAL, "luk punkt 3", PERSONAL)
        await group.says(MUNICIPAL, "udsend dagsordenen nu")
        copy = await told(group, MUNICIPAL, "Kopi til Koordineringsgruppen for Sundhedsaftalen", "Udskrivning")
        assert "Kommissoriet: »Der koordineres med Koordineringsgruppen for Sundhedsaftalen.«" in words(copy)
        assert "Hemmelig sag" not in words(copy)
        assert "rettigheder" in words(await group.says("direktoer-laesoe", "kopien er sendt"))
        answer = said(await group.clicks(MUNICIPAL, copy, "Markér som sendt"))
        assert "Sendt af Sekretariat, kommunal side den" in answer
        await group.says("sekretariat-region", "kopien er sendt")
        form = words(await group.says(MUNICIPAL, "aflys møde", PERSONAL))
        assert "Koordineringsgruppen for Sundhedsaftalen har fået en kopi af dagsordenen." in form
        (entry,) = await logged(group, "agenda.copy_sent")
        assert (entry.actor, entry.facts["body"]) == (MUNICIPAL, "koordineringsgruppen-for-sundhedsaftalen")


async def test_d20_a_body_that_is_a_forum_here_has_the_copy_in_its_channel(open_seeds: OpenSeeds) -> None:
    body = "koordineringsgruppen-for-sundhedsaftalen"
    asks = choosing("klyngestyregruppe-nord", agenda_approval="approve", approvers="chairmanship")
    theirs = reworded("politisk-klynge-syd", ("body_kind: {value: politisk-klynge", f"body_kind: {{value: {body}"))
    async with open_seeds(asks, theirs) as (group, other):
        await group.says(MUNICIPAL, "hjælp", PERSONAL)
        await group.says(MUNICIPAL, "tilføj punkt: Udskrivning")
        await group.says(MUNICIPAL, "send dagsorden til godkendelse")
        copy = await other.sees("Til orientering fra Klyngestyregruppe Nord", "Udskrivning")
        assert "Udkast til dagsorden, version 1" in words(copy)
        assert "slået op i kanalen for Politisk Klynge Syd" in words(await group.says(MUNICIPAL, "kopi", PERSONAL))
        await group.says(MUNICIPAL, "tilføj punkt: Hjælpemidler")
        await group.says(MUNICIPAL, "send dagsorden til godkendelse")
        await other.sees("Til orientering fra Klyngestyregruppe Nord", "version 2", "Hjælpemidler")
        form = await group.says(MUNICIPAL, "flyt møde til 9/4", PERSONAL)
        await group.clicks(MUNICIPAL, form, "Flyt mødet")
        await other.sees("Klyngestyregruppe Nord: Mødet er ændret", "er flyttet til den 9. april 2027.")
        (first, second) = await logged(other, "agenda.copy_received")
        assert (first.actor, first.facts["from_forum"], second.facts["version"]) == (None, "klyngestyregruppe-nord", 2)


async def test_d20_where_the_charter_names_nobody_no_copy_is_made(open_seed: OpenSeed) -> None:
    fewer = without("klyngestyregruppe-nord", "coordinates_with: {value", "id: koordinerer,")
    async with open_seed(fewer) as group:
        await group.says(MUNICIPAL, "hjælp", PERSONAL)
        await group.says(MUNICIPAL, "tilføj punkt: Udskrivning")
        await group.says(MUNICIPAL, "udsend dagsordenen nu")
        await group.sees("Dagsorden til mødet den")
        assert "Kommissoriet nævner ikke, at dagsordenen sendes som kopi" in words(
            await group.says(MUNICIPAL, "kopi", PERSONAL)
        )
        assert not [each for each in await planned(group) if "Kopi af dagsordenen" in each]
