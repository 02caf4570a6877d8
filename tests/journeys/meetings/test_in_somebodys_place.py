"""Whatever is asked of somebody who is away, whoever stands in may answer, and is named with whose place it is."""

from bot.domain.approval.notices import ApprovalNotice
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from storage.outbox import notices
from tests.harness.forging import said
from tests.harness.klynge_nord import local
from tests.harness.minute_steps import BEFORE_SENDING
from tests.harness.passing_time import reapplied
from tests.harness.steps import (
    CHAIRS,
    COORDINATOR,
    SECRETARIAT,
    agenda_sent,
    circulated,
    in_chat,
    propose,
    teams_of,
    told,
)

LOCAL, REGIONAL = CHAIRS
DEPUTY, LAESOE = "naestformand-hjoerring", "formand-laesoe"
IN_PLACE = "Næstformand, socialudvalget (Hjørring) som stedfortræder for Formand (Hjørring)"
OF_REGION = "koordinator-region"


async def test_what_is_set_by_right_is_asked_of_whoever_stands_in_for_the_leader_also_when_asked_before(
    nord: Stage,
) -> None:
    await nord.says(DEPUTY, "hjælp", PERSONAL)
    await propose(nord, LAESOE)
    await nord.says(SECRETARIAT, "udskyd 1: Mødet er fuldt.")
    assert "ikke rettigheder" in words(await nord.says(DEPUTY, "forslag 1 kan udskydes"))
    await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
    asked = await told(nord, DEPUTY, "kan udskydes", "Mødet er fuldt.")
    assert IN_PLACE in words(await nord.says(SECRETARIAT, "udskyd 1: Mødet er helt fuldt."))
    asked = await told(nord, DEPUTY, "kan udskydes", "Mødet er helt fuldt.")
    await nord.clicks(DEPUTY, asked, "Kan udskydes")
    await told(nord, SECRETARIAT, "Mødelederen har svaret om forslag nr. 1", "Forslaget er udskudt")
    assert IN_PLACE in words(await nord.says(LOCAL, "forslag 1 kan udskydes"))


async def test_minutes_are_approved_in_the_place_of_a_chair_who_was_away(nord: Stage) -> None:
    await reapplied(nord, BEFORE_SENDING)
    await agenda_sent(nord)
    await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    request = await nord.sees(
        "Referat til godkendelse", "0 af 2 har godkendt", "som stedfortræder for Formand (Hjørring)"
    )
    assert "Kun " in said((await nord.clicks(LAESOE, request, "Godkend referat")).card)
    given = said((await nord.clicks(DEPUTY, request, "Godkend referat")).card)
    assert IN_PLACE in given
    await nord.sees("Referat til godkendelse", "1 af 2 har godkendt")
    await nord.says(DEPUTY, "fortryd godkendelse af referat")
    await nord.sees("Referat til godkendelse", "0 af 2 har godkendt")
    await nord.says(DEPUTY, "godkend referat")
    await nord.says(REGIONAL, "godkend referat")
    await nord.sees("Referat fra mødet den 16. marts 2027", "Sendt den")
    async with nord.service.database.reading() as conn:
        entries = [each async for each in audit.entries(conn, nord.file.forum.id)]
    given_for = [(each.actor, each.facts["seats"]) for each in entries if each.what == "minutes.approved_by"]
    assert given_for == [(DEPUTY, [LOCAL]), (DEPUTY, [LOCAL]), (REGIONAL, [REGIONAL])]


async def test_whoever_stands_in_for_one_who_clears_it_answers_for_the_organisation(nord: Stage) -> None:
    await circulated(nord)
    assert "Kun Klyngekoordinator" in words(await nord.says(COORDINATOR, "afklaret"))
    await nord.says(OF_REGION, "meld afbud 16. marts: Klyngekoordinator (Hjørring) kommer i stedet")
    await nord.says(COORDINATOR, "ikke afklaret: Økonomien mangler.")
    name = "Klyngekoordinator (Hjørring) som stedfortræder for Klyngekoordinator (Region Nordjylland)"
    assert name in words(await nord.says(SECRETARIAT, "afklaring"))
    await nord.sees("Godkendelse af dagsorden", "Region Nordjylland: Ikke afklaret: Økonomien mangler.")
    await nord.says(OF_REGION, "afklaret")
    await nord.sees("Godkendelse af dagsorden", "Region Nordjylland: Afklaret")


async def test_a_task_of_somebody_who_is_away_is_reminded_of_to_their_substitute_too(nord: Stage) -> None:
    for person in (COORDINATOR, LAESOE):
        await nord.says(person, "hjælp", PERSONAL)
    form = await nord.says(SECRETARIAT, "ny opgave", PERSONAL)
    typed = {"Opgave": "Skriv til byrådet", "Ansvarlig": "Klyngekoordinator (Hjørring)", "Frist": "1/6"}
    await nord.clicks(SECRETARIAT, form, "Opret opgave", typed)
    assert "ikke rettigheder" in words(await nord.says(LAESOE, "opgave 1 udført"))
    away = await nord.says(COORDINATOR, "fravær", PERSONAL)
    days = {"Fra": "25/5", "Til og med": "8/6", "Suppleant": "Udvalgsformand (Læsø)"}
    assert "er noteret" in said((await nord.clicks(COORDINATOR, away, "Meld fravær", days)).card)
    await nord.at("2027-05-31T08:00")
    await told(nord, COORDINATOR, "Påmindelse om opgave")
    name = "Du får påmindelsen som stedfortræder for Klyngekoordinator (Hjørring)."
    reminder = await told(nord, LAESOE, "Påmindelse om opgave", "senest 1. juni 2027", name)
    assert "er markeret som udført" in said((await nord.clicks(LAESOE, reminder, "Markér som udført")).card)
    assert not [each for each in in_chat(nord, DEPUTY) if "Påmindelse om opgave" in words(each)]


async def test_somebody_of_an_administration_in_a_politicians_place_answers_and_is_shown_as_such(nord: Stage) -> None:
    await circulated(nord)
    await nord.says(LOCAL, "meld afbud 16. marts: Klyngekoordinator (Hjørring) kommer i stedet")
    name = "Klyngekoordinator (Hjørring) (administrativ) som stedfortræder for Formand (Hjørring)"
    await nord.says(COORDINATOR, "godkend")
    await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret", f"{name}: godkendt den")


async def test_who_was_released_twice_while_their_chat_was_shut_hears_it_once(nord: Stage) -> None:
    for person in (LOCAL, DEPUTY):
        await nord.says(person, "hjælp", PERSONAL)
    await circulated(nord)
    chat = nord.teams.directory.personal(nord.account(DEPUTY))
    teams_of(nord).refused[chat] = 503
    for day in ("2027-03-02", "2027-03-03"):
        await nord.at(f"{day}T09:00")
        await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
        await nord.says(LOCAL, "jeg kommer alligevel")
    async with nord.service.database.reading() as conn:
        waiting = await notices.due(conn, local("2027-03-16T16:00"))
    released = [each for each in waiting if each.kind == ApprovalNotice.CHANGED and each.recipient == DEPUTY]
    assert len(released) == 1
