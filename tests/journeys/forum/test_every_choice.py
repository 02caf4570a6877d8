"""Each choice that a forum can make is made in Teams, by card and by sentence, and acts from then on."""

from collections.abc import Mapping

import pytest

from bot.domain.duties.notices import DutyNotice
from bot.domain.external.notices import ExternalNotice
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage.outbox import notices
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed, choosing
from tests.harness.steps import CHAIRS, SECRETARIAT, accept, approve, circulate, propose

NORD, STEERING, MUNICIPAL = "politisk-klynge-nord", "klyngestyregruppe-nord", "kommuneklynge-nord"
CLERK = "sekretariat"  # of the municipal cluster
CHOICE, VALUE, DECISION = "Hvilket valg", "Ny værdi", "Hvem har besluttet det, og hvornår?"
DECIDED = "besluttet af klyngen 4. januar 2027"


async def by_card(stage: Stage, person: str, choice: str, value: str, **fields: str) -> str:
    """»Ret et valg« is opened, the choice picked and its form sent; what the card then says."""
    opened = await stage.says(person, "ret et valg", PERSONAL)
    await stage.clicks(person, opened, "Videre", {CHOICE: choice})
    given: Mapping[str, str] = {VALUE: value, DECISION: "Klyngen den 4. januar 2027"}
    return said((await stage.clicks(person, opened, "Gem valget", given)).card)


async def in_words(stage: Stage, person: str, choice: str, value: str) -> str:
    """»ret valg …« in the channel; what is answered."""
    return words(await stage.says(person, f"ret valg {choice}: {value}, {DECIDED}"))


async def draft(stage: Stage, person: str) -> str:
    """The draft of the next meeting as it stands."""
    return words(await stage.says(person, "dagsorden")).replace("\\", "")


async def test_whose_answers_are_needed_acts_in_the_next_round(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        told = await by_card(nord, SECRETARIAT, "Hvem der skal svare", "Mindst 1 svar")
        assert "Hvem der skal svare er nu Mindst 1 svar" in told
        await propose(nord)
        await accept(nord, 1)
        await nord.at("2027-03-02T09:00")
        request = await circulate(nord)
        assert "1 af 2 skal svare" in words(request)
        await approve(nord, request, CHAIRS[0])
        await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret", "er godkendt")
        assert "Alle, der spørges" in await in_words(nord, SECRETARIAT, "hvem der skal svare", "alle")
        assert "Vælg en af mulighederne" in await in_words(nord, SECRETARIAT, "svar", "mindst 3 svar")


async def test_a_deadline_for_clearance_moves_and_is_foretold(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        name = "Frist for afklaring i egen organisation, dage før mødet"
        moved = "Afklaring i egen organisation flyttes fra ingen frist til torsdag den 4. marts 2027"
        assert moved in await by_card(nord, SECRETARIAT, name, "12")
        shown = words(await nord.says(SECRETARIAT, "frister"))
        assert "Afklaring i egen organisation · torsdag den 4. marts 2027" in shown
        await in_words(nord, SECRETARIAT, "frist for afklaring", "13")
        shown = words(await nord.says(SECRETARIAT, "frister"))
        assert "Afklaring i egen organisation · onsdag den 3. marts 2027" in shown


async def test_what_a_draft_begins_with_is_the_forums_own(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(NORD, primary_focus_item=None)) as nord:
        assert "Opfølgning på Sundhedsaftalen" in await draft(nord, SECRETARIAT)
        await by_card(nord, SECRETARIAT, "Faste punkter på dagsordenen", "Ingen")
        await by_card(nord, SECRETARIAT, "Det primære fokus som fast punkt", "Nej")
        own = "Nyt om besluttet plan; Medfinansiering, til 31. december 2026; Økonomi, til 31. december 2027"
        told = await in_words(nord, SECRETARIAT, "forummets egne faste punkter", own)
        assert "Økonomi, til 31. december 2027. Besluttet af klyngen" in told
        begun = await draft(nord, SECRETARIAT)
        for gone in ("Opfølgning på Sundhedsaftalen", "Eventuelt", "Godkendelse af dagsorden", "Medfinansiering"):
            assert gone not in begun
        assert begun.index("1. Nyt om besluttet plan") < begun.index("2. Økonomi")
        await in_words(nord, SECRETARIAT, "faste punkter på dagsordenen", "eventuelt")
        await in_words(nord, SECRETARIAT, "fokus", "ja")
        again = await draft(nord, SECRETARIAT)
        assert again.index("1. Opfølgning på Sundhedsaftalen") < again.index("4. Eventuelt")
        await by_card(nord, SECRETARIAT, "Forummets egne faste punkter", "Ingen")
        assert "Økonomi" not in await draft(nord, SECRETARIAT)


async def test_how_often_agreements_are_followed_up_acts_on_the_register(open_seed: OpenSeed) -> None:
    async with open_seed(STEERING) as group:
        await group.says(SECRETARIAT, "ny aftale: Aftale om udskrivning, sidst 4/8/2026")
        assert "6 måneder" in await by_card(group, SECRETARIAT, "Opfølgning på samarbejdsaftaler, måneder", "6")
        assert "inden for 6 måneder" in words(await group.says(SECRETARIAT, "aftaler"))
        await in_words(group, SECRETARIAT, "aftaler", "12 måneder")
        assert "inden for 12 måneder" in words(await group.says(SECRETARIAT, "aftaler"))
        assert "fra 1 til 60" in await in_words(group, SECRETARIAT, "aftaler", "0")


async def test_when_a_grants_deadline_is_reminded_of_moves_what_is_planned(open_seed: OpenSeed) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        await cluster.says(CLERK, "ny ansøgning: Puljen for nære tilbud, frist 1/6")
        await by_card(cluster, CLERK, "Påmindelse om en puljes ansøgningsfrist, dage før", "21")
        assert "Der mindes om en frist 21 dage før" in words(await cluster.says(CLERK, "ansøgninger"))
        await in_words(cluster, CLERK, "puljer", "35 dage")
        async with cluster.service.database.reading() as conn:
            planned = await notices.planned(conn, MUNICIPAL)
        assert [str(each.due_at.date()) for each in planned if each.kind == DutyNotice.GRANT] == ["2027-04-27"]


async def test_how_long_before_another_body_it_meets_moves_the_day_that_is_proposed(open_seed: OpenSeed) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        await cluster.says(CLERK, "eksternt møde Samordningsudvalget 20/4")
        await by_card(cluster, CLERK, "Eget møde, dage før mødet i det andet forum", "20")
        await cluster.sees(
            "Fælles input til Samordningsudvalget", "Foreslået dag for Kommuneklynge Nord: 31. marts 2027."
        )
        await in_words(cluster, CLERK, "eget møde", "7 dage")
        await cluster.sees(
            "Fælles input til Samordningsudvalget", "Foreslået dag for Kommuneklynge Nord: 13. april 2027."
        )


async def test_when_those_are_reminded_who_have_not_answered_moves_what_is_planned(open_seed: OpenSeed) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        await cluster.says(CLERK, "eksternt møde Samordningsudvalget 20/4, punkter: Økonomi")
        await by_card(cluster, CLERK, "Påmindelse om fælles input, dage før mødet i det andet forum", "14")
        assert "14 dage før til dem" in words(await cluster.says(CLERK, "eksternt møde 1"))
        await in_words(cluster, CLERK, "fælles input", "20 dage")
        async with cluster.service.database.reading() as conn:
            planned = await notices.planned(conn, MUNICIPAL)
        days = {str(each.due_at.date()) for each in planned if each.kind == ExternalNotice.MISSING}
        assert days == {"2027-03-31"}


async def test_who_ties_the_forum_to_another_body_is_told_on_the_contact_card(open_seed: OpenSeed) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        name = "Kontaktforbindelse til andet organ"
        await by_card(cluster, CLERK, name, "Sundhedschef (Helsingør)")
        tie = "Forbindelse til Embedsmandsudvalget for Sundhed ·"
        shown = words(await cluster.says(CLERK, "kontakt"))
        assert f"{tie} Sundhedschef (Helsingør)" in shown
        await in_words(cluster, CLERK, "forbindelse", "Sundhedschef (Fredensborg)")
        assert f"{tie} Sundhedschef (Fredensborg)" in words(await cluster.says(CLERK, "kontakt"))


async def test_a_substitutes_mandate_is_the_forums_own_choice_also_in_teams(open_seed: OpenSeed) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        assert "kun mandat, når det er oplyst" in words(await cluster.says(CLERK, "sammensætning"))
        await by_card(cluster, CLERK, "Suppleanters mandat", "Som den, der er stedfortrædt for")
        shown = words(await cluster.says(CLERK, "sammensætning"))
        assert "Suppleanten har mandat som den, der er stedfortrædt for. Valgt af Klyngen den 4. januar 2027" in shown
        await in_words(cluster, CLERK, "suppleanter", "kun når det er oplyst")
        assert "kun mandat, når det er oplyst" in words(await cluster.says(CLERK, "sammensætning"))


@pytest.mark.parametrize(
    ("forum", "clerk", "offered", "meaningless"),
    [
        (NORD, SECRETARIAT, ("Det primære fokus", "Hvem der repræsenterer PLO"), ("samarbejdsaftaler", "forbindelse")),
        (STEERING, SECRETARIAT, ("samarbejdsaftaler",), ("Det primære fokus", "Kontaktforbindelse")),
        (MUNICIPAL, CLERK, ("Kontaktforbindelse",), ("PLO", "samarbejdsaftaler", "Det primære fokus")),
    ],
)
async def test_what_a_charter_makes_meaningless_is_not_offered(
    open_seed: OpenSeed, forum: str, clerk: str, offered: tuple[str, ...], meaningless: tuple[str, ...]
) -> None:
    async with open_seed(choosing(forum, liaison=None, gp_organisation=None, answers=None)) as stage:
        for typed in ("forummets valg", "ret et valg"):
            each = said((await stage.says(clerk, typed, PERSONAL)).card)
            assert all(part in each for part in offered)
            assert not [part for part in meaningless if part in each]


async def test_the_months_are_offered_where_an_agreement_is_registered_all_the_same(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        assert "Jeg kender ikke valget" in await in_words(nord, SECRETARIAT, "aftaler", "6")
        await nord.says(SECRETARIAT, "ny aftale: Aftale om udskrivning")
        assert "er nu 6 måneder" in await in_words(nord, SECRETARIAT, "aftaler", "6")
