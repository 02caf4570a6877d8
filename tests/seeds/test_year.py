"""The year: the rules of the seeds that speak of it, each on its own charter."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.year.notices import YearNotice
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.minute_steps import said
from tests.harness.seeds import OpenSeed, choosing
from tests.harness.steps import in_chat, told
from tests.harness.years import applied, chartered, on_days, waiting

NORD, STEERING, MUNICIPAL = "politisk-klynge-nord", "klyngestyregruppe-nord", "kommuneklynge-nord"
CLERK = "sekretariat-kommuner"
LEAST = "  min_per_year: {value: 1, words: Der afholdes minimum ét møde i de politiske klynger om året.}"
MOST = "  max_per_year: {value: 4, words: 2-4 møder årligt.}"
EXTRA = "  extra: {value: true, words: Klyngestyregruppen kan selv fastsætte yderligere møder.}"
MISSING = "Der mangler møder i"


async def plain(stage: Stage, person: str, typed: str, *where: Any) -> str:
    return words(await stage.says(person, typed, *where)).replace("\\", "")


async def days_of(stage: Stage, kind: YearNotice) -> list[str]:
    return sorted({str(each.due_at.date()) for each in await waiting(stage, kind)})


async def test_c14_a_political_cluster_that_plans_no_meeting_is_told_on_the_first_of_june_and_of_october(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(NORD) as nord:
        await nord.says(CLERK, "hjælp", PERSONAL)
        assert (await days_of(nord, YearNotice.FREQUENCY))[:2] == ["2028-06-01", "2028-09-29"]  # the 1st is a Sunday
        await nord.at("2028-06-01T07:59")
        assert not [each for each in in_chat(nord, CLERK) if MISSING in words(each)]
        await nord.at("2028-06-01T08:00")
        warned = words(await told(nord, CLERK, f"{MISSING} 2028"))
        expected = "Politisk Klynge Nord har endnu ikke planlagt møde i 2028."
        assert f"{expected} Ifølge kommissoriet holdes mindst 1 om året." in warned
        assert "Klyngebots forslag" in warned
        await nord.sees(f"{MISSING} 2028", "Sekretariat, regional side")  # another tenant's: by name in the channel
        await applied(nord, on_days(shipped(NORD), "2027-03-16", "2028-11-21"))
        assert "2028-09-29" not in await days_of(nord, YearNotice.FREQUENCY)
        assert "Der mangler ingen møder" in await plain(nord, CLERK, "årshjul")


async def test_c14_a_cancelled_meeting_does_not_count_and_a_forum_outside_its_period_is_not_warned(
    open_seed: OpenSeed,
) -> None:
    file = on_days(shipped(NORD), "2027-03-16", valid_until=date(2028, 8, 31))
    async with open_seed(file) as nord:
        assert await days_of(nord, YearNotice.FREQUENCY) == ["2028-06-01"]
        await applied(nord, on_days(shipped(NORD), "2028-02-01", valid_until=date(2028, 8, 31)))
        assert await days_of(nord, YearNotice.FREQUENCY) == ["2027-06-01", "2027-10-01"]
        shown = await plain(nord, CLERK, "årshjul")
        assert "16. marts 2027 · Aflyst, tæller ikke med" in shown
        assert "Der mangler 1 møde." in shown
        part = await plain(nord, CLERK, "årshjul 2028")
        assert "Forummet findes kun i en del af 2028: fra den 1. januar 2028 til den 31. august 2028." in part
        assert "Forummet findes ikke i 2029." in await plain(nord, CLERK, "årshjul 2029")


async def test_c14_the_days_are_the_forums_choice_and_the_number_is_the_charters(open_seed: OpenSeed) -> None:
    async with open_seed(chartered(NORD, (LEAST, "  min_per_year: {value: 3, words: Mindst tre}"))) as nord:
        assert "Møder om året: mindst 3. Kommissoriet: »Mindst tre«" in await plain(nord, CLERK, "årshjul")
        assert (await days_of(nord, YearNotice.FREQUENCY))[:2] == ["2027-06-01", "2027-10-01"]
        chosen = "ret valg varsler: 3. maj, besluttet af klyngen 4. januar 2027"
        assert "Varsel om manglende møder, dage i året" in await plain(nord, CLERK, chosen)
        assert (await days_of(nord, YearNotice.FREQUENCY))[0] == "2027-05-03"
        assert "3. maj 2027. Det har forummet valgt." in await plain(nord, CLERK, "årshjul")
    async with open_seed(chartered(NORD, (LEAST, "  min_per_year: null"))) as silent:
        assert "Møder om året: Ikke fastsat i kommissoriet." in await plain(silent, CLERK, "årshjul")
        assert await days_of(silent, YearNotice.FREQUENCY) == []


async def test_d10_with_one_meeting_the_secretariat_is_warned_and_with_five_the_last_is_a_further_one(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(STEERING) as group:
        await group.says(CLERK, "hjælp", PERSONAL)
        shown = await plain(group, CLERK, "årshjul")
        assert "Møder om året: 2–4, flere tilladt." in shown
        assert "»2-4 møder årligt." in shown
        await group.at("2027-06-01T08:00")
        warned = words(await told(group, CLERK, f"{MISSING} 2027"))
        assert "Klyngestyregruppe Nord har kun 1 møde i 2027. Ifølge kommissoriet holdes 2–4" in warned
        days = [f"2027-{month:02}-02" for month in (6, 9, 11, 12)]  # beside February's, which was held
        await applied(group, on_days(shipped(STEERING), *days))
        assert "2027-10-01" not in await days_of(group, YearNotice.FREQUENCY)
        five = await plain(group, CLERK, "årshjul")
        assert "2. december 2027 · Planlagt · Yderligere møde" in five
        assert "2. november 2027 · Planlagt · Rådhuset" in five
        assert "1 yderligere møde. Det må forummet gerne holde." in five


async def test_d10_the_greatest_number_and_whether_more_are_allowed_are_the_charters(open_seed: OpenSeed) -> None:
    days = [f"2027-{month:02}-02" for month in (2, 3, 6, 9, 11)]
    never = chartered(
        STEERING,
        ("max_per_year: {value: 4", "max_per_year: {value: 3"),
        ("extra: {value: true", "extra: {value: false"),
    )
    async with open_seed(on_days(never, *days)) as group:
        shown = await plain(group, CLERK, "årshjul")
        assert "Møder om året: 2–3, ikke flere." in shown
        assert "2 yderligere møder. Kommissoriet giver ikke plads til flere." in shown
    open_end = chartered(STEERING, (MOST, "  max_per_year: null"), (EXTRA, "  extra: null"))
    async with open_seed(on_days(open_end, *days)) as group:
        shown = await plain(group, CLERK, "årshjul")
        assert "Møder om året: mindst 2." in shown
        assert "yderligere" not in shown


async def test_a_forum_whose_charter_names_no_number_says_so_and_nonsense_is_no_year(open_seed: OpenSeed) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        shown = await plain(cluster, "sekretariat", "årshjul 2028")
        assert "Møder om året: Ikke fastsat i kommissoriet." in shown
        assert "Der er hverken holdt eller planlagt møder i 2028." in shown
        assert await days_of(cluster, YearNotice.FREQUENCY) == []
        for typed in ("årshjul 12", "årshjul 20270"):
            assert "Skriv årstallet med fire cifre" in await plain(cluster, "sekretariat", typed)


async def test_c15_the_next_host_follows_the_order_and_a_meeting_without_one_is_proposed_it(
    open_seed: OpenSeed,
) -> None:
    days = ("2027-03-16", "2027-10-05", "2028-02-01", "2028-05-02")
    file = on_days(shipped(NORD), *days, hosts=("hjoerring", "frederikshavn"))
    async with open_seed(file) as nord:
        shown = await plain(nord, CLERK, "årshjul 2028")
        assert "1. februar 2028 · Planlagt · Rådhuset · Foreslået vært: Brønderslev Kommune" in shown
        assert "2. maj 2028 · Planlagt · Rådhuset · Foreslået vært: Læsø Kommune" in shown
        assert "Næste vært efter tur: Hjørring Kommune" in shown
        assert "PLO-kommunal indgår i turnus: Ikke fastsat i kommissoriet." in shown
        assert "Vært · Brønderslev Kommune (foreslået)" in await plain(nord, CLERK, "møder")
        chosen = "ret valg værter: Hjørring, Region Nordjylland, Frederikshavn, besluttet af klyngen 4. januar 2027"
        assert "Region Nordjylland" in await plain(nord, CLERK, chosen)
        shown = await plain(nord, CLERK, "årshjul 2028")
        assert "1. februar 2028 · Planlagt · Rådhuset · Foreslået vært: Region Nordjylland" in shown
        assert "indgår i turnus" not in shown


async def test_c15_without_an_order_nothing_is_proposed_and_the_order_is_asked_for(open_seed: OpenSeed) -> None:
    file = on_days(shipped(NORD), "2027-03-16", "2027-10-05", hosts=("hjoerring",), hosting=())
    async with open_seed(file) as nord:
        shown = await plain(nord, CLERK, "årshjul")
        assert "Rækkefølgen: Ikke fastsat i kommissoriet." in shown
        assert "5. oktober 2027 · Planlagt · Rådhuset · Årshjul" not in shown
        assert "oreslået vært" not in shown
        assert "Ret værternes rækkefølge" in shown
    order = "  order: {value: [laesoe, hjoerring], words: på skift}"
    async with open_seed(on_days(chartered(NORD, ("  order: null", order)), "2027-03-16", hosting=())) as settled:
        shown = await plain(settled, CLERK, "årshjul")
        assert "Foreslået vært: Læsø Kommune" in shown
        assert "Ret værternes rækkefølge" not in shown
    without = chartered(
        NORD, ("rotation: {value: true", "rotation: {value: false"), ("value: host_leads", "value: single")
    )
    async with open_seed(on_days(without, "2027-03-16", hosting=())) as none:
        assert "Værtskab: Ikke fastsat i kommissoriet." in await plain(none, CLERK, "årshjul")


async def test_c15_two_swap_and_who_gave_the_meeting_away_is_next(open_seed: OpenSeed) -> None:
    hosts = ("hjoerring", "frederikshavn", "broenderslev")
    file = on_days(shipped(NORD), "2027-03-16", "2027-10-05", "2028-02-01", hosts=hosts)
    async with open_seed(file) as nord:
        await nord.says(CLERK, "hjælp", PERSONAL)
        refused = await plain(nord, "koordinator-hjoerring", "byt værtskab: Brønderslev og Læsø")
        assert "rettigheder" in refused
        swapped = await plain(nord, "formand-laesoe", "byt værtskab: Brønderslev og Læsø")
        assert "Læsø Kommune er vært for mødet den 1. februar 2028." in swapped
        assert "Næste vært efter tur: Brønderslev Kommune" in swapped
        news = words(await told(nord, CLERK, "Værtskabet er byttet"))
        assert "i stedet for Brønderslev Kommune. Det har Udvalgsformand (Læsø) registreret." in news
        assert "Mødeleder · Udvalgsformand (Læsø)" in await plain(nord, CLERK, "møder")
        told_of = await applied(nord, file, force=False)
        (kept,) = told_of.kept
        assert "er i Teams lagt til" in kept
        assert "vært: Læsø Kommune. Filen siger" in kept
        assert told_of.conflicts == ()
        assert "Vært: Læsø Kommune" in await plain(nord, CLERK, "årshjul 2028")
        one_more = on_days(file, "2027-03-16", "2027-10-05", "2028-02-01", "2028-05-02", hosts=hosts)
        await applied(nord, one_more, force=False)
        shown = await plain(nord, CLERK, "årshjul 2028")
        assert "2. maj 2028 · Planlagt · Rådhuset · Foreslået vært: Brønderslev Kommune" in shown
        await applied(nord, one_more)  # by force, which no meeting that was decided in Teams gives way to
        assert "Vært: Læsø Kommune" in await plain(nord, CLERK, "årshjul 2028")


async def test_c15_the_host_is_asked_to_confirm_and_the_secretariat_hears(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        for person in (CLERK, "koordinator-hjoerring", "formand-frederikshavn"):
            await nord.says(person, "hjælp", PERSONAL)
        await nord.at("2027-02-16T08:00")
        asked = await told(nord, "koordinator-hjoerring", "Hjørring Kommune er vært for mødet i Politisk Klynge Nord")
        assert "Bekræft venligst lokale og mødeleder." in words(asked)
        assert "rettigheder" in await plain(nord, "formand-laesoe", "bekræft værtskab")
        await nord.clicks("koordinator-hjoerring", asked, "Bekræft værtskab")
        await told(nord, CLERK, "Værtskabet er bekræftet", "Klyngekoordinator (Hjørring)")
        await told(nord, "koordinator-hjoerring", "Hjørring Kommune har bekræftet værtskabet")
        assert "Vært: Hjørring Kommune (bekræftet)" in await plain(nord, CLERK, "årshjul")
        await nord.at("2027-09-07T08:00")
        leader = "formand-frederikshavn"
        await told(nord, leader, "Frederikshavn Kommune er vært for mødet")
        await nord.says(CLERK, "byt værtskab: Læsø")
        await told(nord, leader, "Værtskabet er ændret: Læsø Kommune er nu vært.")


async def test_d18_without_a_day_the_secretariat_is_asked_and_the_chosen_one_is_reminded_of(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(STEERING) as group:
        await group.says(CLERK, "hjælp", PERSONAL)
        asked = await told(group, CLERK, "Hvornår på året skal den årlige status til Strategisk Sundhedsforum sendes?")
        assert await days_of(group, YearNotice.REPORT_DUE) == []
        form = await group.clicks(CLERK, asked, "Vælg dato")
        assert "Frist for årsstatus" in said(form)
        fields = {"Ny værdi": "7/12", "Hvem har besluttet det, og hvornår?": "Styregruppen den 4. januar 2027"}
        await group.clicks(CLERK, asked, "Gem valget", fields)
        assert (await days_of(group, YearNotice.REPORT_DUE))[:2] == ["2027-11-23", "2027-12-07"]
        await group.at("2027-11-23T08:00")
        reminder = await told(
            group, CLERK, "Den årlige status til Strategisk Sundhedsforum for 2027 skal sendes senest"
        )
        assert "7. december 2027. Et udkast er klar." in words(reminder)
        assert "Send til Strategisk Sundhedsforum" in words(reminder)
        assert "7. december 2027" in await plain(group, CLERK, "årsstatus")


async def test_d18_the_status_counts_what_happened_and_is_written_approved_and_sent_once(open_seed: OpenSeed) -> None:
    async with open_seed(STEERING) as group:
        await group.says(CLERK, "tilføj punkt: Fælles udskrivning")
        await group.says(CLERK, "ny opgave: Skriv til hospitalet, ansvarlig Hjørring, frist 1/6")
        await group.says(CLERK, "opgave 1 udført")
        await group.at("2027-02-23T16:00")
        await group.says(CLERK, "beslutning 2: Godkendt. Modellen afprøves.", PERSONAL)
        await group.says(CLERK, "send referat", PERSONAL)
        shown = await plain(group, CLERK, "årsstatus 2027", PERSONAL)
        assert "Til Strategisk Sundhedsforum. Frist: Ikke fastsat i kommissoriet." in shown
        assert "Året 2027 er ikke slut: udkastet dækker til og med den 23. februar 2027." in shown
        assert (
            "Møder · 1 afholdt, 0 planlagt · Punkter · 1 · Beslutninger · 1 · Opgaver · 1 oprettet, 1 udført" in shown
        )
        assert "Fælles udskrivning: Godkendt. Modellen afprøves" in shown
        assert "Ikke behandlet: Fuld implementering" in shown
        refused = await plain(group, "direktoer-laesoe", "send årsstatus")
        assert "rettigheder" in refused
        form, late = (
            await group.says(CLERK, "ret årsstatus", PERSONAL),
            await group.says(CLERK, "ret årsstatus", PERSONAL),
        )
        await group.clicks(CLERK, form, "Gem teksten", {"Tekst": "Et godt år for klyngen."})
        both = said(await group.clicks(CLERK, late, "Gem teksten", {"Tekst": "Et ringe år for klyngen."}))
        assert "Det står der nu: Et godt år for klyngen." in both
        kept = said(await group.clicks(CLERK, late, "Behold den anden"))
        assert "Et godt år for klyngen." in kept
        assert "Et ringe år" not in kept
        chairs = await group.says(CLERK, "årsstatus")
        assert "Mangler godkendelse fra" in words(chairs)
        assert "rettigheder" in await plain(group, "direktoer-laesoe", "godkend årsstatus")
        for chair in group.file.forum.choice("chairmanship"):
            assert "Årsstatus er godkendt" in await plain(group, chair, "godkend årsstatus 2027")
        assert "Godkendt af" in await plain(group, CLERK, "årsstatus")
        card = await group.says(CLERK, "årsstatus", PERSONAL)
        sent = said(await group.clicks(CLERK, card, "Send til Strategisk Sundhedsforum"))
        assert "er sendt til Strategisk Sundhedsforum" in sent
        posted = words(
            await group.sees("Årsstatus 2027", "Et godt år for klyngen.", "Sendt til Strategisk Sundhedsforum")
        )
        assert "Kode" in posted or "kode" in posted
        again = said(await group.clicks("sekretariat-region", chairs, "Send til Strategisk Sundhedsforum"))
        assert (
            "Årsstatus blev sendt til Strategisk Sundhedsforum den 23. februar 2027 kl. 16.00 af Sekretariat" in again
        )
        assert "Årsstatus blev sendt" in await plain(group, CLERK, "ret årsstatus 2027: Noget andet")


async def test_d18_whom_it_goes_to_and_when_is_the_charters(open_seed: OpenSeed) -> None:
    report = "to: strategisk-sundhedsforum, every: year, due: null"
    other = "to: sundhedskoordinationsudvalget, every: year, due: 02-01"
    file = chartered(STEERING, (report, other), ("kind: reports-annually", "kind: coordinates"))
    async with open_seed(file) as group:
        shown = await plain(group, CLERK, "årsstatus")
        assert "Til Sundhedskoordinationsudvalget. Frist: 1. februar 2028." in shown
        assert (await days_of(group, YearNotice.REPORT_DUE))[:2] == ["2027-01-18", "2027-02-01"]
        assert await days_of(group, YearNotice.REPORT_DAY) == []


async def test_a_forum_owes_no_status_of_a_year_in_which_it_had_not_begun(open_seed: OpenSeed) -> None:
    due = ("to: strategisk-sundhedsforum, every: year, due: null", "to: kommuner, every: year, due: 03-01")
    file = chartered(STEERING, due)
    new = replace(file, forum=replace(file.forum, valid_from=date(2027, 1, 1)))
    async with open_seed(new) as group:
        assert (await days_of(group, YearNotice.REPORT_DUE))[0] == "2028-02-16"


async def test_a_charter_that_asks_for_no_status_lets_one_be_drafted_and_not_sent(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        shown = await plain(nord, CLERK, "årsstatus", PERSONAL)
        assert "Kommissoriet beder ikke om en årlig status." in shown
        assert "Send til" not in shown
        assert "er ikke begyndt" in await plain(nord, CLERK, "årsstatus 2031")
        assert "nævner ingen modtager" in await plain(nord, CLERK, "send årsstatus")


async def test_d18_where_the_forum_chose_that_it_must_be_approved_it_does_not_leave_before(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(STEERING, annual_status_approval="required")) as group:
        assert "Der mangler godkendelse fra" in await plain(group, CLERK, "send årsstatus")
        chairs = group.file.forum.choice("chairmanship")
        for chair in chairs:
            await group.says(chair, "godkend årsstatus")
        assert "er sendt til Strategisk Sundhedsforum" in await plain(group, CLERK, "send årsstatus")


async def test_b28_evaluation_is_shown_as_unsettled_until_the_cluster_chooses_it_and_is_then_reminded_of(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        await cluster.says("sekretariat", "hjælp", PERSONAL)
        shown = await plain(cluster, "sekretariat", "årshjul")
        assert "Evaluering af samarbejdet: Ikke fastsat i kommissoriet." in shown
        assert "»Den enkelte kommuneklynge beslutter om der skal følges op på /evalueres" in shown
        assert await days_of(cluster, YearNotice.EVALUATION) == []
        for chosen in ("evaluering: som punkt på et møde", "hvor ofte samarbejdet evalueres: 12 måneder"):
            await cluster.says("sekretariat", f"ret valg {chosen}, besluttet af klyngen 4. januar 2027")
        assert "hver 12 måneder, som punkt på et møde" in await plain(cluster, "sekretariat", "årshjul")
        assert (await days_of(cluster, YearNotice.EVALUATION))[:2] == ["2028-01-04", "2029-01-04"]
        await applied(cluster, on_days(shipped(MUNICIPAL), "2028-03-07"))
        await cluster.at("2028-01-04T08:00")
        reminder = await told(cluster, "sekretariat", "Det er tid til at evaluere samarbejdet")
        for outcome in ("Evalueringen er sat på dagsordenen til mødet den 7. marts 2028", "står allerede"):
            assert outcome in said(await cluster.clicks("sekretariat", reminder, "Sæt på næste dagsorden"))
        assert "Evaluering af samarbejdet" in await plain(cluster, "sekretariat", "dagsorden")
        assert "rettigheder" in await plain(cluster, "sundhedschef-helsingoer", "sæt evaluering på dagsordenen")


async def test_b28_a_cluster_that_chose_not_to_and_a_charter_that_is_silent_are_left_alone(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(MUNICIPAL, evaluation="none", evaluation_every_months=6)) as cluster:
        assert "Forummet har valgt ikke at evaluere." in await plain(cluster, "sekretariat", "årshjul")
        assert await days_of(cluster, YearNotice.EVALUATION) == []
    async with open_seed(STEERING) as group:
        assert "valuering" not in await plain(group, CLERK, "årshjul")


async def test_swaps_and_confirmations_that_cannot_be_are_refused_in_clear_words(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        for typed, words_ in (
            ("byt værtskab: Aalborg", "Jeg kender ikke organisationen »Aalborg«"),
            ("byt værtskab: Hjørring og Hjørring", "Organisationen er allerede vært"),
            ("byt værtskab: Brønderslev og Læsø", "Ingen af dem (Brønderslev Kommune og Læsø Kommune) er vært"),
            ("byt værtskab: PLO-kommunal", "er ikke med i turnus"),
            ("bekræft værtskab 17. marts", "17. marts 2027"),
        ):
            assert words_ in await plain(nord, CLERK, typed), typed
        confirmed = await plain(nord, CLERK, "bekræft værtskab 16. marts")
        assert "Hjørring Kommune er bekræftet som vært for mødet den 16. marts 2027." in confirmed
        await nord.at("2027-03-16T17:00")
        assert "Mødet er begyndt" in await plain(nord, CLERK, "bekræft værtskab 16. marts")
    async with open_seed(STEERING) as group:
        assert "Mødet har ingen vært" in await plain(group, CLERK, "byt værtskab: Hjørring")


async def test_c15_people_ask_for_the_year_and_for_whose_turn_it_is_in_their_own_words(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        for asked in ("årshjul", "hvornår er vi vært", "hvem skal holde næste møde", "hvornår er det vores tur"):
            assert "Årshjul 2027" in await plain(nord, "formand-laesoe", asked), asked
        for asked in ("hvornår er næste møde hos os", "hvornår skal vi holde møde igen?"):
            assert "Kommende møder i Politisk Klynge Nord" in await plain(nord, "formand-laesoe", asked), asked
        assert "Årsstatus 2027" in await plain(nord, "formand-laesoe", "årsberetning")
