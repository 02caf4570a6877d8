"""The rules of capability 4: clearance at home, whose answers are needed, and guidance beside the charter's own day."""

from dataclasses import replace

import pytest

from bot.charters.forum_file import ForumFile
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed, choosing, planned
from tests.harness.steps import SECRETARIAT, accept, in_channel, propose, told

NORD = "politisk-klynge-nord"  # charter C with principles A over it
MIDT = "politisk-klynge-midt"  # charter C alone
REQUEST, CARD = "Godkendelse af dagsorden", "Afklaring i egen organisation"
LOCAL, REGIONAL, LAESOE = "formand-kommunal", "formand-regional", "formand-laesoe"
COORDINATOR, OF_REGION = "koordinator-hjoerring", "koordinator-region"
WORDS = "Der udarbejdes dagsorden til møderne, som fremsendes én uge før mødet"
MARCH = "2027-03-02T09:00"


async def asked(stage: Stage) -> None:
    """The agenda with one item was sent for approval."""
    await propose(stage, LOCAL)
    await accept(stage, 1)
    await stage.says(SECRETARIAT, "send dagsorden til godkendelse")
    await stage.sees(REQUEST, "har svaret")


def stepping(file: ForumFile, **steps: str | None) -> ForumFile:
    """The forum where these organisations chose their own step (None: they have not said)."""
    organisations = tuple(
        replace(each, own_organisation_step=steps[key]) if (key := each.id.replace("-", "_")) in steps else each
        for each in file.forum.organisations
    )
    return replace(file, forum=replace(file.forum, organisations=organisations))


async def test_a15_each_organisation_chooses_for_itself_and_one_that_has_not_is_said_to_be_unsettled(
    open_seed: OpenSeed,
) -> None:
    file = stepping(choosing(NORD), hjoerring="political", laesoe=None)
    async with open_seed(file, MARCH) as nord:
        await asked(nord)
        await nord.sees(CARD, "Region Nordjylland bedes senest", "Administrationen svarer: Klyngekoordinator")
        await nord.sees(CARD, "Hjørring Kommune bedes senest", "Politikerne svarer: Formand (Hjørring)")
        request = await nord.sees(REQUEST, "Hjørring Kommune: Mangler", "Region Nordjylland: Mangler")
        assert "Ikke fastsat, om de selv afklarer den: Læsø Kommune" in words(request)
        assert "Brønderslev" not in words(request)
        assert len(in_channel(nord, CARD, "bedes senest")) == 2


async def test_a6_whoever_departs_from_the_guidance_is_not_asked_under_it_and_that_is_said(open_seed: OpenSeed) -> None:
    file = stepping(choosing(NORD), hjoerring="political", laesoe=None)
    async with open_seed(file, MARCH) as nord:
        for each in ("Læsø", "Hjørring"):
            told = await nord.says(
                SECRETARIAT,
                f"ret valg principperne over kommissoriet, {each} Kommune: fraviger, besluttet af byrådet 1/3 2027",
            )
            assert "er nu Fraviger dem" in words(told)
        await asked(nord)
        await nord.sees(CARD, "Hjørring Kommune bedes senest")  # its own step says so
        request = words(await nord.sees(REQUEST, "Fraviger principperne og spørges ikke: Læsø Kommune"))
        assert "Ikke fastsat, om de selv afklarer den" not in request


async def test_a17_only_where_approval_was_chosen_and_only_whoever_is_entitled_answers(open_seed: OpenSeed) -> None:
    async with open_seed(NORD, MARCH) as nord:
        await asked(nord)
        card = await nord.sees(CARD, "Region Nordjylland bedes senest", "Frist for afklaringen: Ikke fastsat")
        assert "Kun Klyngekoordinator" in said((await nord.clicks(COORDINATOR, card, "Afklaret")).card)
        await nord.clicks(OF_REGION, card, "Afklaret med bemærkninger", {"Bemærkninger": "Se bilag 2."})
        await nord.sees(REQUEST, "Region Nordjylland: Afklaret med bemærkninger: Se bilag 2.")


@pytest.mark.parametrize("mode", ["consult", "none"])
async def test_a17_where_it_was_not_nobody_is_asked_to_clear_it(open_seed: OpenSeed, mode: str) -> None:
    async with open_seed(choosing(NORD, agenda_approval=mode), MARCH) as nord:
        await propose(nord, LOCAL)
        await accept(nord, 1)
        await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
        assert in_channel(nord, CARD) == []


async def test_a17_it_has_a_deadline_of_its_own_where_the_forum_chose_one(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(NORD, clearance_days_before=12), MARCH) as nord:
        await asked(nord)
        card = await nord.sees(CARD, "Region Nordjylland bedes senest torsdag den 4. marts 2027")
        assert "Ikke fastsat" not in words(card)
        assert [each for each in await planned(nord) if "Påmindelse om afklaring" in each]
        assert "Afklaring i egen organisation · torsdag den 4. marts 2027" in words(await nord.says(LOCAL, "frister"))


async def test_a18_what_guidance_recommends_and_what_it_only_supports_are_told_apart(open_seed: OpenSeed) -> None:
    async with open_seed(NORD, MARCH) as nord:
        await asked(nord)
        await nord.sees(CARD, "KOSU anbefaler afklaringen i egen organisation.")
        await nord.sees(REQUEST, "KOSU bakker overordnet op om godkendelsen.")
    own = choosing(MIDT, agenda_approval="approve", approvers="chairmanship", chairmanship=["udvalgsformand-aalborg"])
    async with open_seed(own, MARCH) as midt:
        await propose(midt, "udvalgsformand-aalborg")
        await accept(midt, 1)
        await midt.says(SECRETARIAT, "send dagsorden til godkendelse")
        assert "KOSU" not in words(await midt.sees(REQUEST))


async def test_a19_unsettled_all_are_asked_and_all_must_answer_and_that_is_said(open_seed: OpenSeed) -> None:
    async with open_seed(NORD, MARCH) as nord:
        await asked(nord)
        request = await nord.sees(REQUEST, "Hvor mange der skal svare: Ikke fastsat i kommissoriet.")
        await nord.clicks(LOCAL, request, "Godkend")
        await nord.sees(REQUEST, "1 af 2 har svaret. Mangler: Formand (Region Nordjylland).")


async def test_a19_one_from_each_side_is_enough_and_a_return_blocks_all_the_same(open_seed: OpenSeed) -> None:
    three = choosing(NORD, answers="one_per_side", chairmanship=[LOCAL, REGIONAL, LAESOE])
    async with open_seed(three, MARCH) as nord:
        await asked(nord)
        request = await nord.sees(REQUEST, "0 af 3 har svaret", "Én fra hver side skal svare.")
        await nord.clicks(LOCAL, request, "Godkend")
        await nord.sees(REQUEST, "1 af 3 har svaret. Mangler: Formand (Region Nordjylland).")
        assert not [each for each in await planned(nord) if "Påmindelse om manglende svar" in each and LAESOE in each]
        await nord.clicks(REGIONAL, request, "Godkend")
        await nord.sees(REQUEST, "2 af 3 har svaret", "er godkendt")
        await told(nord, SECRETARIAT, "er godkendt af dem, hvis svar kræves")
        await nord.clicks(LAESOE, request, "Send retur", {"Bemærkninger": "Punkt 2 mangler økonomi."})
        await nord.sees(REQUEST, "er sendt retur", "Punkt 2 mangler økonomi.")


async def test_a19_so_many_of_them_and_whoever_is_reminded_hears_who_else_may_answer(open_seed: OpenSeed) -> None:
    three = choosing(NORD, answers={"k_of_n": 2}, chairmanship=[LOCAL, REGIONAL, LAESOE])
    async with open_seed(three, MARCH) as nord:
        await asked(nord)
        request = await nord.sees(REQUEST, "2 af 3 skal svare.")
        await nord.clicks(LOCAL, request, "Godkend")
        await nord.at("2027-03-04T08:00")
        await told(nord, LAESOE, "Du mangler at svare", "I stedet for dig kan også svare: Formand (Region Nordjylland)")
        await nord.clicks(LAESOE, request, "Godkend")
        await nord.sees(REQUEST, "2 af 3 har svaret", "er godkendt")


@pytest.mark.parametrize("chosen", ["hold", None])
async def test_c21_the_secretariat_is_asked_on_the_morning_of_the_charter_s_day(
    open_seed: OpenSeed, chosen: str | None
) -> None:
    async with open_seed(choosing(NORD, if_unanswered=chosen), MARCH) as nord:
        await nord.says(SECRETARIAT, "hjælp", PERSONAL)
        await asked(nord)
        await nord.clicks(LOCAL, await nord.sees(REQUEST), "Godkend")
        if chosen == "hold":
            await nord.at("2027-03-08T16:00")
            assert "Forummet har ikke valgt" in words(await nord.says(SECRETARIAT, "send uden godkendelse"))
        await nord.at("2027-03-09T08:00")
        question = await told(nord, SECRETARIAT, "Send uden godkendelse", "uden svar fra Formand (Region Nordjylland)?")
        assert WORDS in words(question)
        assert ("Forummet har valgt, at dagsordenen venter" in words(question)) is (chosen == "hold")
        await nord.clicks(SECRETARIAT, question, "Send uden godkendelse")
        await nord.sees("Dagsorden til mødet den", "uden svar fra Formand (Region Nordjylland)")


async def test_c21_where_nobody_decides_it_is_held_as_the_forum_chose_and_told_once_more(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(NORD, if_unanswered="hold"), MARCH) as nord:
        await asked(nord)
        await nord.at("2027-03-09T08:00")
        await told(nord, SECRETARIAT, "Skal den sendes uden svar fra")
        await nord.at("2027-03-10T08:00")
        await told(nord, SECRETARIAT, "Dagsordenen er ikke udsendt", "Forummet har valgt, at dagsordenen venter")
        refused = words(await nord.says(SECRETARIAT, "send uden godkendelse"))
        assert "Dagsordenen venter, til alle har svaret" in refused
        assert in_channel(nord, "Dagsorden til mødet den") == []
