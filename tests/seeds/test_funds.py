"""The shared funds: the rules of the seeds that speak of them, each on a charter that has the rule."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import date

import pytest

from bot.charters.forum_file import ForumFile
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from storage import audit
from tests.harness.minute_steps import said
from tests.harness.seeds import OpenSeed
from tests.harness.steps import SECRETARIAT, VISITS, agenda_sent

MAYOR, UNDELEGATED = "formand-kommunal", "formand-laesoe"
ON_FUNDS: Mapping[str, Value] = {"Beløb i kr.": "450.000", "Anvendelse af fælles klyngemidler": True}
ALONE = "Kun én part deltager. Midlerne er til fælles indsatser mellem region og kommune."
NO_RESOLUTION = "Midlerne disponeres, når klyngen har truffet beslutning."


async def logged(stage: Stage, what: str) -> list[audit.Entry]:
    async with stage.service.database.reading() as conn:
        return [each async for each in audit.entries(conn, stage.file.forum.id) if each.what == what]


async def decided(nord: Stage) -> None:
    """2 mio. are granted, and March's meeting has decided on 450.000 of them."""
    await nord.says(SECRETARIAT, "registrér bevilling 2,0 mio.: byrådenes budget")
    await agenda_sent(nord, ON_FUNDS)
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")


def delegating_until(day: date) -> ForumFile:
    """Politisk Klynge Nord, where Hjørring's delegation ends that day."""
    file = shipped("politisk-klynge-nord")
    rows = [
        replace(each, until=day) if each.organisation == "hjoerring" else each for each in file.forum.fund_delegation
    ]
    return replace(file, forum=replace(file.forum, fund_delegation=tuple(rows)))


@pytest.fixture
async def nord(open_seed: OpenSeed) -> AsyncIterator[Stage]:
    """Politisk Klynge Nord, with KOSU's principles over its charter."""
    async with open_seed("politisk-klynge-nord") as stage:
        yield stage


async def test_a2_a_fund_needs_no_guidance_and_guidance_is_shown_only_where_it_was_chosen(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-midt") as midt:
        assert "registreret" in words(await midt.says("sekretariat-kommuner", "registrér bevilling 5.000: budget"))
        shown = words(await midt.says("sekretariat-kommuner", "midler"))
        assert "KOSU" not in shown
        assert "80 mio." not in shown
        assert "Formål og rækkefølge for fælles midler: Ikke fastsat i kommissoriet." in shown
        assert "Delegering af midlerne: Ikke fastsat i kommissoriet." in shown
        done = words(await midt.says("sekretariat-kommuner", "disponér 1.000: klyngens beslutning den 4. januar"))
        assert "Beløbet er disponeret som post 2/2027." in done
        assert "Udfyld feltet »Grundlag«" in words(await midt.says("sekretariat-kommuner", "disponér 1.000"))


async def test_a2_a_forum_without_a_fund_says_so(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        assert "har ingen fælles midler" in words(await group.says("direktoer-laesoe", "midler"))
        assert "har ingen fælles midler" in words(await group.says(SECRETARIAT, "registrér bevilling 5.000: budget"))
        form = await group.says("direktoer-laesoe", "foreslå", PERSONAL)
        assert "Anvendelse af fælles klyngemidler" not in str(form.card)


async def test_a4_a_year_has_its_own_sums_and_a_wrong_entry_is_countered_and_never_changed(nord: Stage) -> None:
    await nord.says(SECRETARIAT, "registrér bevilling 300.000: byrådenes budget")
    await nord.says(SECRETARIAT, "registrér bevilling 20.000 i 2028: byrådenes budget")
    assert "300.000 kr." in words(await nord.says(MAYOR, "midler"))
    assert "20.000 kr." in words(await nord.says(MAYOR, "midler 2028"))
    assert "Udfyld feltet »Begrundelse«" in words(await nord.says(SECRETARIAT, "tilbagefør post 1"))
    assert "ikke rettigheder" in words(await nord.says(MAYOR, "tilbagefør post 1: forkert beløb"))
    back = words(await nord.says(SECRETARIAT, "tilbagefør post 1/2027: forkert beløb"))
    assert "Posten er ført tilbage med post 2/2027." in back
    report = words(await nord.says(MAYOR, "årsopgørelse 2027"))
    assert "Bevilling, post 1/2027 · 300.000 kr." in report
    assert "Tilbageført bevilling, post 2/2027 (af post 1) · −300.000 kr." in report
    assert "er allerede ført tilbage" in words(await nord.says(SECRETARIAT, "tilbagefør post 1: igen"))
    (entry,) = await logged(nord, "funds.countered")
    assert (entry.actor, entry.facts["of"], entry.facts["amount"]) == (SECRETARIAT, 1, 30_000_000)


async def test_a7_what_is_set_aside_for_the_whole_country_is_a_note_and_no_balance(nord: Stage) -> None:
    shown = await nord.says(UNDELEGATED, "midler")
    assert "»Der er i 2022 afsat 80 mio. kr. til opstart af sundhedsklyngerne.«" in words(shown)
    assert "Beløbet er landets, ikke den enkelte klynges" in words(shown)
    (sums,) = [each for each in shown.card["body"] if each["type"] == "FactSet"]  # type: ignore[index]
    assert [each["value"] for each in sums["facts"]] == ["0 kr."] * 4


async def test_a8_an_item_on_funds_may_serve_several_of_the_purposes(nord: Stage) -> None:
    form = await nord.says("koordinator-hjoerring", "foreslå")
    typed = {**VISITS, **ON_FUNDS, "Formål med midlerne": "forebyggelse,kvalitet"}
    await nord.clicks("koordinator-hjoerring", form, "Send forslag", typed)
    shown = words(await nord.says(SECRETARIAT, "forslag 1"))
    assert "Formål med midlerne · Forebyggelse og Kvalitet" in shown
    assert (await nord.says(SECRETARIAT, "optag 1")) is not None
    assert "Fælles klyngemidler" in words(await nord.says(SECRETARIAT, "punkt 2", PERSONAL))
    for sentence in ("tilføj punkt: Lægebil", "punkt 3 beløb: 5.000", "punkt 3 fælles midler"):
        await nord.says(SECRETARIAT, sentence, PERSONAL)
    assert "Fælles klyngemidler" in words(await nord.says(SECRETARIAT, "punkt 3", PERSONAL))


async def test_a9_one_party_alone_is_a_soft_warning_to_whoever_proposes_and_whoever_treats_it(nord: Stage) -> None:
    form = await nord.says("koordinator-hjoerring", "foreslå")
    alone = {**VISITS, **ON_FUNDS, "Deltagende parter": "hjoerring", "Konkret indsats": "Opfølgende hjemmebesøg"}
    assert ALONE in said(await nord.clicks("koordinator-hjoerring", form, "Send forslag", alone))
    assert ALONE in words(await nord.says(SECRETARIAT, "behandl 1", PERSONAL))
    together = {**alone, "Overskrift": "Sammen", "Deltagende parter": "hjoerring,region-nordjylland"}
    form = await nord.says("koordinator-hjoerring", "foreslå")
    assert ALONE not in said(await nord.clicks("koordinator-hjoerring", form, "Send forslag", together))


async def test_a10_who_disposes_follows_each_delegation_on_the_day_it_is_used(open_seed: OpenSeed) -> None:
    async with open_seed(delegating_until(date(2027, 3, 31))) as nord:
        await decided(nord)
        assert "delegeret til administrationen" in words(await nord.says("formand-broenderslev", "disponér 5.000"))
        refused = words(await nord.says("naestformand-hjoerring", "disponér 5.000"))
        assert "En suppleant eller stedfortræder overtager ikke delegeringen." in refused
        assert "Der kan disponeres af: Formand (Hjørring)" in refused
        assert "Beløbet er disponeret" in words(await nord.says(MAYOR, "disponér 5.000"))
        await nord.at("2027-04-01T08:00")
        refused = words(await nord.says(MAYOR, "disponér 5.000"))
        assert "Delegeringen af midlerne i Hjørring Kommune er udløbet" in refused
        assert "KOSU anbefaler, at midlerne delegeres" in words(await nord.says(MAYOR, "midler"))


async def test_a11_a_decision_comes_first_unless_a_reason_is_logged_and_the_report_tells_how_long_it_took(
    nord: Stage,
) -> None:
    await nord.says(SECRETARIAT, "registrér bevilling 2,0 mio.: byrådenes budget")
    form = await nord.says(MAYOR, "disponér")
    assert NO_RESOLUTION in said(await nord.clicks(MAYOR, form, "Disponér", {"Beløb i kr.": "1.000"}))
    waived = {"Beløb i kr.": "1.000", "Begrundelse for at disponere uden beslutning": "Mødet er udsat"}
    assert "Beløbet er disponeret som post 2/2027." in said(await nord.clicks(MAYOR, form, "Disponér", waived))
    (entry,) = await logged(nord, "funds.disposed")
    assert entry.texts is not None
    assert entry.texts["waiver"]["text"] == "Mødet er udsat"
    await agenda_sent(nord, ON_FUNDS)
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.at("2027-03-19T08:00")
    assert "Der er 450.000 kr. tilbage af beslutningen" in words(await nord.says(MAYOR, "disponér 450.001"))
    await nord.says(MAYOR, "disponér 450.000")
    report = words(await nord.says(UNDELEGATED, "årsopgørelse"))
    assert "Fra beslutning til disposition: typisk 3 dage (mindst 3, højst 3)." in report
    assert "er disponeret uden beslutning. Begrundelse: Mødet er udsat" in report


async def test_a12_only_where_nothing_is_delegated_a_council_is_awaited_and_its_later_answer_counts(
    nord: Stage,
) -> None:
    await decided(nord)
    shown = words(await nord.says(MAYOR, "midler"))
    assert "Byrådenes svar: 0 godkendt, 0 ikke godkendt, 1 afventer, af 1. · Læsø Kommune: Afventer byrådet." in shown
    assert "byrådet har godkendt" in words(await nord.says(UNDELEGATED, "disponér 5.000"))
    assert "Ikke godkendt i byrådet." in words(await nord.says(UNDELEGATED, "ikke godkendt i byrådet: for dyrt"))
    assert "har ikke godkendt det" in words(await nord.says(UNDELEGATED, "disponér 5.000"))
    assert "Godkendt i byrådet." in words(await nord.says(UNDELEGATED, "godkendt i byrådet"))
    assert "Beløbet er disponeret" in words(await nord.says(UNDELEGATED, "disponér 5.000"))
    answers = [each.facts["answer"] for each in await logged(nord, "funds.council_answered")]
    assert answers == ["rejected", "approved"]


async def test_a10_the_council_is_asked_by_itself_on_the_working_day_after_a_delegation_ended(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(delegating_until(date(2027, 4, 2))) as nord:
        await nord.says("koordinator-hjoerring", "hjælp", PERSONAL)
        await decided(nord)
        await nord.at("2027-04-05T07:00")
        assert len(await logged(nord, "funds.council_asked")) == 1
        await nord.at("2027-04-05T08:00")
        await nord.hears("koordinator-hjoerring", "Afventer byrådet", "Hjørring Kommune", "450.000 kr.")
        await nord.at("2027-04-06T09:00")
        asked = [each.facts["organisation"] for each in await logged(nord, "funds.council_asked")]
        assert asked == ["laesoe", "hjoerring"]
        yes = words(await nord.says("koordinator-hjoerring", "godkendt i byrådet"))
        assert "Hjørring Kommune: Godkendt i byrådet." in yes
