"""The year: the rules of the seeds that speak of it, each on its own charter."""

from datetime import date
from typing import Any

from bot.domain.year.notices import YearNotice
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.seeds import OpenSeed
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
        for typed in ("årshjul 12", "årshjul 20270", "årshjul for alle"):
            assert "Skriv årstallet med fire cifre" in await plain(cluster, "sekretariat", typed)
