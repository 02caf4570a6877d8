"""»Om forummet« and »Ret et valg« from end to end: a card, an exit code or an entry of the log shows each step."""

import pytest

from bot.auditing import show_audit
from bot.local.board import Message, words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.drawing import draw
from bot.local.visitor import Answer
from bot.operations import compare_forums
from bot.usecases.applying import apply_file
from storage.proving import first_fault
from tests.harness.desks import desk_of
from tests.harness.passing_time import chose, reapplied, stands_on_post
from tests.harness.seeds import OpenSeeds
from tests.harness.steps import CHAIRS, SECRETARIAT, accept, approve, circulate, circulated, propose
from tests.journeys.conftest import OpenStage

NORD, POLITICIAN, COORDINATOR = "politisk-klynge-nord", "formand-laesoe", "koordinator-hjoerring"
CHOICE, VALUE, DECISION = "Hvilket valg", "Ny værdi", "Hvem har besluttet det, og hvornår?"
APPROVAL = "Godkendelse af dagsordenen"
CONSULT = "Forelægges til bemærkninger"


async def chooses(nord: Stage, person: str, choice: str, value: str, decision: str, where: str | None = None) -> str:
    """The secretariat opens »Ret et valg«, chooses and sends; what the card then says."""
    opened = await (nord.says(person, "ret et valg", where) if where else nord.says(person, "ret et valg"))
    await nord.clicks(person, opened, "Videre", {CHOICE: choice})
    answer = await nord.clicks(person, opened, "Gem valget", {VALUE: value, DECISION: decision})
    return shown_by(answer)


def shown_by(answer: Answer) -> str:
    """What the answer's card says, on one line."""
    assert answer.card is not None
    return " ".join(draw(answer.card).replace("│", " ").split())


async def test_the_whole_of_it(open_seeds: OpenSeeds) -> None:
    async with open_seeds(NORD, "kommuneklynge-nord") as (nord, capital):
        said = words(await nord.says(POLITICIAN, "om forummet"))
        assert "Om Politisk Klynge Nord (Region Nordjylland)" in said
        assert "Ikke dateret" in said
        said = words(await capital.says("sundhedschef-helsingoer", "om forummet", PERSONAL))
        assert "Region Hovedstaden" in said
        assert "Godkendende instans er ikke angivet" in said

        for person in (POLITICIAN, COORDINATOR):
            assert "ikke rettigheder" in words(await nord.says(person, "ret et valg"))
            typed = f"ret valg godkendelse: {CONSULT}, besluttet af mig 3/1 2027"
            assert "ikke rettigheder" in words(await nord.says(person, typed))
        assert "Ret et valg" not in words(await nord.says(POLITICIAN, "forummets valg"))
        shown = await nord.says(SECRETARIAT, "om forummet")
        await nord.clicks(SECRETARIAT, shown, "Ret et valg")
        await nord.clicks(SECRETARIAT, shown, "Videre", {CHOICE: APPROVAL})
        answer = await nord.clicks(
            SECRETARIAT, shown, "Gem valget", {VALUE: CONSULT, DECISION: "Politisk Klynge Nord den 6. januar 2027"}
        )
        assert (
            f"Valget er ændret: {APPROVAL} er nu {CONSULT}. Besluttet af Politisk Klynge Nord den 6. januar 2027."
        ) in shown_by(answer)

        await propose(nord)
        await accept(nord, 1)
        await nord.at("2027-03-02T09:00")
        await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
        await nord.sees("Dagsorden til bemærkninger")

        url = nord.service.database.url.render_as_string(hide_password=False).replace("+inline", "")
        logged = "\n".join([line async for line in show_audit(desk_of(url), NORD)])
        for part in ('"choice": "agenda_approval"', '"from": "approve"', '"to": "consult"', '"2027-01-06"'):
            assert part in logged, part
        assert "decided_by: Politisk Klynge Nord" in logged
        assert "from_decided_by: Politisk Klynge Nord" in logged
        await apply_file(nord.service.database, nord.clock.now(), shipped("politisk-klynge-syd"))
        compared = [line async for line in compare_forums(desk_of(url), NORD, "politisk-klynge-syd")]
        assert any(line.startswith(f"{APPROVAL}: {CONSULT} i Politisk Klynge Nord") for line in compared), compared
        async with nord.service.database.reading() as conn:
            assert await first_fault(conn) is None


@pytest.mark.both_databases
async def test_a_choice_shows_before_what_moves_and_everything_that_hangs_on_it_moves(nord: Stage) -> None:
    opened = await nord.says(SECRETARIAT, "ret et valg", PERSONAL)
    await nord.clicks(SECRETARIAT, opened, "Videre", {CHOICE: "Frist for forslag, dage før mødet"})
    shown = await nord.clicks(SECRETARIAT, opened, "Se, hvad det betyder", {VALUE: "21"})
    moved = (
        "Mødet den 16. marts 2027: Forslag til dagsordenen flyttes fra tirsdag den 16. februar 2027 "
        "til tirsdag den 23. februar 2027."
    )
    assert moved in shown_by(shown)
    answer = await nord.clicks(SECRETARIAT, opened, "Gem valget", {VALUE: "21 dage", DECISION: "Klyngen i går"})
    assert moved in shown_by(answer)
    assert "Besluttet af Klyngen den 10. januar 2027" in shown_by(answer)
    await stands_on_post(nord, "2027-02-16T08:00", "Frist for forslag", "23. februar 2027")


async def test_an_open_round_is_mended_as_when_a_file_changes_it(nord: Stage) -> None:
    await circulated(nord)
    form = words(await nord.says(SECRETARIAT, "ret valg godkendelse", PERSONAL))
    assert "Den forelægges nu kun til bemærkninger." in form
    await nord.says(SECRETARIAT, "ret valg godkendelse: forelægges, besluttet af klyngen 1. marts 2027")
    await nord.sees("Dagsorden til bemærkninger")
    assert "berøres ikke" in words(await nord.says(SECRETARIAT, "ret valg referatet godkendelse", PERSONAL))


async def test_a_chair_who_is_chosen_anew_is_asked_and_an_answer_that_was_given_stays(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await approve(nord, await circulate(nord), CHAIRS[0])
    await nord.says(
        SECRETARIAT, "ret valg formandskab: formand-kommunal, formand-broenderslev, besluttet af klyngen 1/3 2027"
    )
    request = await nord.sees("Godkendelse af dagsorden", "1 af 2")
    await approve(nord, request, "formand-broenderslev")
    await nord.sees("Godkendelse af dagsorden", "2 af 2 har svaret")


async def test_what_contradicts_the_charter_is_refused_in_its_own_words(nord: Stage) -> None:
    said = await chooses(
        nord, SECRETARIAT, "Udsendelse af dagsordenen, dage før mødet", "10", "Klyngen i dag", PERSONAL
    )
    assert "fremsendes én uge før mødet." in said
    assert "Valget er ændret" not in said
    said = words(await nord.says(SECRETARIAT, "ret valg udsendelse: 10 dage, besluttet af klyngen i dag", PERSONAL))
    assert "fremsendes én uge før mødet." in said


async def test_what_lacks_a_day_or_a_name_comes_back_as_it_was_filled_in(nord: Stage) -> None:
    for decision, missing in (("Klyngen", "hvornår"), ("3. januar 2027", "hvem")):
        said = await chooses(nord, SECRETARIAT, "Svarfrist, dage før mødet", "10", decision, PERSONAL)
        assert f"Skriv også, {missing}" in said
        assert f"▁{decision}▁" in said
    said = words(await nord.says(SECRETARIAT, "ret valg svarfrist: mange, besluttet af klyngen i dag"))
    assert "Skriv et antal fra 0 til 365" in said
    assert "Jeg kender ikke valget" in words(await nord.says(SECRETARIAT, "ret valg kaffe: ja, besluttet af x i dag"))
    assert "kan betyde flere valg" in words(await nord.says(SECRETARIAT, "ret valg afklaring: politisk"))


async def test_a_file_lists_what_teams_chose_otherwise_and_leaves_it_until_it_is_forced(nord: Stage) -> None:
    sentence = "ret valg svarfrist: 9, besluttet af klyngen 3/1 2027"
    assert "er nu 9 dage" in words(await nord.says(SECRETARIAT, sentence))
    await nord.says(SECRETARIAT, "ret valg afklaring hjørring: politisk, besluttet af byrådet 3/1 2027")
    again = await reapplied(nord)
    assert not again.is_changed
    assert sorted(again.conflicts) == [
        "answer_days_before: »9 dage« er valgt i Teams (Besluttet af klyngen den 3. januar 2027) "
        "og er ikke ændret til »11 dage«",
        "organisations.hjoerring.own_organisation_step: »Politisk« er valgt i Teams "
        "(Besluttet af byrådet den 3. januar 2027) og er ikke ændret til »Ingen«",
    ]
    same = await reapplied(nord, chose("answer_days_before", "11", "9"))
    assert [each for each in same.conflicts if "answer_days" in each] == []
    assert "9 dage" in words(await nord.says(SECRETARIAT, "forummets valg", PERSONAL))
    forced = await reapplied(nord, force=True)
    assert not forced.conflicts
    said = words(await nord.says(SECRETARIAT, "forummets valg", PERSONAL))
    assert "Svarfrist, dage før mødet:** 11 dage" in said
    assert "Hjørring Kommune:** Ingen" in said
    async with nord.service.database.reading() as conn:
        assert await first_fault(conn) is None


async def test_closures_that_leave_no_working_day_are_refused_and_nothing_is_stored(nord: Stage) -> None:
    said = words(
        await nord.says(
            SECRETARIAT, "ret valg lukkeperioder: 1. januar 2027 – 1. februar 2029, besluttet af sekretariatet i dag"
        )
    )
    assert "ingen arbejdsdag" in said
    assert "7. maj 2027" in words(await nord.says(SECRETARIAT, "forummets valg", PERSONAL))


async def test_it_is_all_done_in_the_channel_too(open_stage: OpenStage) -> None:
    async with open_stage() as nord:
        said = await chooses(nord, "sekretariat-region", APPROVAL, "Ingen godkendelse", "Klyngen 3/1 2027")
        assert "er nu Ingen godkendelse" in said
        pages: Message = await nord.says(POLITICIAN, "kommissoriets ord")
        assert "Næste side" in words(pages) or "Side 1 af" in words(pages)
        turned = await nord.clicks(POLITICIAN, pages, "Næste side")
        assert "Side 2 af" in shown_by(turned)
